/** 检查: before a check the first sight of the workbook, while one runs a word of patience, then what was found. */
import type { Overlay } from "../shell/places";
import { ResultPart } from "../shell/parts";
import { usePane } from "../shell/session-context";
import { FirstSight } from "../views/FirstSight";
import { Nothing } from "../views/Nothing";
import { useListed } from "./use-listed";

export function CheckView({ onOpen }: { readonly onOpen: (overlay: Overlay) => void }) {
  const listed = useListed();
  const busy = usePane((state) => state.task.kind === "reading" || state.task.kind === "judging");
  if (listed === null) return busy ? <Nothing id="list.checking" /> : <FirstSight onOpen={onOpen} />;
  return <ResultPart listed={listed} onOpen={onOpen} />;
}
