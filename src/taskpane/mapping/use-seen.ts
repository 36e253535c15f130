/** What is known of the workbook's tables: from the last check, else from the first look at it. */
import { useMemo } from "react";
import type { RecognisedTable } from "../../check/report";
import type { Pack } from "../../policy/schema";
import type { Workbook } from "../../table/workbook";
import { usePane } from "../shell/session-context";

export interface Seen {
  readonly tables: readonly RecognisedTable[];
  readonly packs: readonly Pack[];
  readonly workbook: Workbook;
  readonly isChecked: boolean;
}

export function useSeen(): Seen | null {
  const checked = usePane((state) => state.checked);
  const recognition = usePane((state) => state.recognition);
  return useMemo(() => {
    if (checked !== null) return { tables: checked.report.tables, packs: checked.packs, workbook: checked.workbook, isChecked: true };
    if (recognition.kind !== "seen") return null;
    const { tables, packs, workbook } = recognition;
    return { tables, packs, workbook, isChecked: false };
  }, [checked, recognition]);
}
