/** What the clerk wants to see of the findings: plain data, kept with the pane's state. Only this lives here. */
import type { Level } from "../../check/report";

/** null and "" mean all. */
export interface Filter {
  readonly level: Level | null;
  readonly sheet: string | null;
  readonly search: string;
  /** All, only what is new since the check before, or what was solved since. */
  readonly show: "all" | "fresh" | "solved";
}

export const noFilter: Filter = { level: null, sheet: null, search: "", show: "all" };

/** Whether it leaves anything out. */
export function isFiltering({ level, sheet, search, show }: Filter): boolean {
  return level !== null || sheet !== null || search.trim() !== "" || show !== "all";
}
