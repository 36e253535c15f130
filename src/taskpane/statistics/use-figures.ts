/** The figures of the last check, worked out when they are first looked at and not before. */
import { useEffect, useState } from "react";
import type { CheckContext } from "../../check/context";
import type { Statistics } from "../../check/statistics";
import { runInSlices } from "../scheduler";
import { usePane, useSession } from "../shell/session-context";
import type { Checked, PaneState } from "../state";

function isoDay(moment: Date): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}

/** The workbook as the last check judged it; the check's own work is used again where it can be. */
export async function judgedAsChecked(checked: Checked, { policies, settings }: PaneState): Promise<CheckContext> {
  const { judgedWorkbook } = await import("../../check/check");
  const chosen = policies.find((pack) => pack.id === settings.policy);
  const packs = chosen === undefined ? policies : [chosen];
  return judgedWorkbook(checked.workbook, packs, { asOf: isoDay(checked.at), settings });
}

export type Figured = Statistics | "loading" | "failed" | null;

/** Null where nothing was checked yet. */
export function useFigures(): Figured {
  const { store } = useSession();
  const checked = usePane((state) => state.checked);
  const [figured, setFigured] = useState<{ readonly of: Checked; readonly statistics: Statistics | "failed" } | null>(null);
  useEffect(() => {
    if (checked === null) return undefined;
    let wanted = true;
    const tell = (statistics: Statistics | "failed"): void => {
      if (wanted) setFigured({ of: checked, statistics });
    };
    const leaving = new AbortController();
    void Promise.all([judgedAsChecked(checked, store.get()), import("../../check/statistics")])
      .then(([context, { statisticsSteps }]) => runInSlices(statisticsSteps(context), { signal: leaving.signal }))
      .then(tell)
      .catch(() => tell("failed"));
    return () => {
      wanted = false;
      leaving.abort();
    };
  }, [checked, store]);
  if (checked === null) return null;
  return figured?.of === checked ? figured.statistics : "loading";
}
