/** 检查: before a check the first steps, while one runs a word of patience, then what was found. */
import type { Overlay } from "../shell/places";
import { ResultPart } from "../shell/parts";
import { usePane } from "../shell/session-context";
import { FirstSteps } from "../views/FirstSteps";
import { Nothing } from "../views/Nothing";
import type { Filter } from "./arrange";

interface CheckViewProps {
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  readonly onOpen: (overlay: Overlay) => void;
}

export function CheckView(props: CheckViewProps) {
  const checked = usePane((state) => state.checked);
  const busy = usePane((state) => state.task.kind === "reading" || state.task.kind === "judging");
  if (checked === null) return busy ? <Nothing id="list.checking" /> : <FirstSteps />;
  return <ResultPart {...props} checked={checked} />;
}
