/** Follows the system's colours while the pane is open. */
import { useEffect, useState } from "react";
import { lookOf, type Look } from "../theme";

const queries = ["(forced-colors: active)", "(prefers-color-scheme: dark)"];

export function useLook(officeBackground: string | null): Look {
  const asks = (query: string) => window.matchMedia(query).matches;
  const [look, setLook] = useState(() => lookOf(officeBackground, asks));
  useEffect(() => {
    const follow = () => setLook(lookOf(officeBackground, asks));
    const lists = queries.map((query) => window.matchMedia(query));
    for (const list of lists) list.addEventListener("change", follow);
    follow();
    return () => {
      for (const list of lists) list.removeEventListener("change", follow);
    };
  }, [officeBackground]);
  return look;
}
