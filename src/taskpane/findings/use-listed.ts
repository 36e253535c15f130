/** What the list shows: the findings of the check just made, else those of the last check before the workbook was opened. */
import { useMemo } from "react";
import type { Finding } from "../../check/report";
import { usePane } from "../shell/session-context";
import type { Checked, Earlier, News } from "../state";

export interface Listed {
  readonly findings: readonly Finding[];
  readonly news: News | null;
  /** Nothing was found that can be checked. */
  readonly hasNoTable: boolean;
  readonly hasSeveralSheets: boolean;
  /** Of the last check before: not of the data as they are. */
  readonly isEarlier: boolean;
  /** Findings that were too many to be kept. */
  readonly left: number;
}

export function useListed(): Listed | null {
  const checked = usePane((state) => state.checked);
  const earlier = usePane((state) => state.earlier);
  return useMemo(() => {
    if (checked !== null) return ofCheck(checked);
    return earlier === null ? null : ofEarlier(earlier);
  }, [checked, earlier]);
}

function ofCheck({ report, news }: Checked): Listed {
  return {
    findings: report.findings,
    news,
    hasNoTable: report.problem !== null || report.tables.length === 0,
    hasSeveralSheets: report.tables.length > 1,
    isEarlier: false,
    left: 0,
  };
}

function ofEarlier({ last, findings }: Earlier): Listed {
  const all = Object.values(last.counts).reduce((sum, count) => sum + count, 0);
  return {
    findings,
    news: null,
    hasNoTable: last.tables === 0,
    hasSeveralSheets: last.tables > 1,
    isEarlier: true,
    left: all - findings.length,
  };
}
