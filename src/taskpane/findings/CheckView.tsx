/** 检查: before a check the first sight of the workbook, while one runs a word of patience, then what was found. */
import { Suspense } from "react";
import type { Overlay } from "../shell/places";
import { FirstSightPart, ResultPart } from "../shell/parts";
import { usePane } from "../shell/session-context";
import { FirstSteps } from "../views/FirstSteps";
import { Nothing } from "../views/Nothing";
import { useListed } from "./use-listed";

export function CheckView({ onOpen }: { readonly onOpen: (overlay: Overlay) => void }) {
  const listed = useListed();
  const busy = usePane((state) => state.task.kind === "reading" || state.task.kind === "judging");
  const seen = usePane((state) => state.recognition.kind !== "none");
  if (listed === null && busy) return <Nothing id="list.checking" />;
  if (listed === null) {
    return (
      <>
        <Suspense fallback={null}>{seen && <FirstSightPart onOpen={onOpen} />}</Suspense>
        <FirstSteps />
      </>
    );
  }
  return <ResultPart listed={listed} onOpen={onOpen} />;
}
