/** Something worked out of the last check when it is first looked at, in slices, and again after the next check. */
import { useEffect, useState } from "react";
import type { CheckContext } from "../../check/context";
import { isoDay } from "../actions/asking";
import { runInSlices } from "../scheduler";
import { usePane, useSession } from "../shell/session-context";
import type { Checked, PaneState } from "../state";

/** The workbook as the last check judged it; the check's own work is used again where it can be. */
export async function judgedAsChecked(checked: Checked, { policies, settings }: PaneState): Promise<CheckContext> {
  const { judgedWorkbook } = await import("../../check/check");
  return judgedWorkbook(checked.workbook, policies, { asOf: isoDay(checked.at), settings });
}

/** What to work out; must be the same function while the same is wanted. Its code may be loaded first. */
export type Work<T> = () => Promise<(context: CheckContext) => Generator<unknown, T>>;

/** Null where nothing was checked yet. */
export type Judged<T> = { readonly value: T } | "loading" | "failed" | null;

export function useJudged<T>(work: Work<T>): Judged<T> {
  const { store } = useSession();
  const checked = usePane((state) => state.checked);
  const [done, setDone] = useState<{ readonly of: Checked; readonly outcome: { readonly value: T } | "failed" } | null>(null);
  useEffect(() => {
    if (checked === null) return undefined;
    const leaving = new AbortController();
    const tell = (outcome: { readonly value: T } | "failed"): void => {
      if (!leaving.signal.aborted) setDone({ of: checked, outcome });
    };
    void Promise.all([judgedAsChecked(checked, store.get()), work()])
      .then(([context, steps]) => runInSlices(steps(context), { signal: leaving.signal }))
      .then((value) => tell({ value }))
      .catch(() => tell("failed"));
    return () => leaving.abort();
  }, [checked, store, work]);
  if (checked === null) return null;
  return done?.of === checked ? done.outcome : "loading";
}
