/**
 * Groups the findings for the list without holding up the pane: in slices, the earlier grouping stays on the screen until
 * the new one is ready, and a newer request takes the place of one that still runs.
 */
import { useEffect, useMemo, useState } from "react";
import type { Finding } from "../../check/report";
import { runInSlices } from "../scheduler";
import { useRuleName } from "../shell/session-context";
import { arrange, type FindingGroup } from "./arrange";
import type { Filter } from "./filter";

/** So few are grouped at once, without a turn in between that would show as a flicker. */
const AT_ONCE = 2000;

export interface Grouping {
  readonly groups: readonly FindingGroup[];
  readonly busy: boolean;
}

const none: Grouping = { groups: [], busy: true };

export function useGroups(findings: readonly Finding[], filter: Filter, fresh: ReadonlySet<string>): Grouping {
  const nameOf = useRuleName();
  const few = findings.length <= AT_ONCE;
  const atOnce = useMemo(
    () => (few ? { groups: finish(arrange(findings, filter, fresh, nameOf)), busy: false } : null),
    [few, findings, filter, fresh, nameOf],
  );
  const [inTurn, setInTurn] = useState<Grouping>(none);
  useEffect(() => {
    if (few) return undefined;
    const stop = new AbortController();
    setInTurn((before) => ({ ...before, busy: true }));
    runInSlices(arrange(findings, filter, fresh, nameOf), { signal: stop.signal }).then(
      (groups) => {
        if (!stop.signal.aborted) setInTurn({ groups, busy: false });
      },
      () => undefined,
    );
    return () => stop.abort();
  }, [few, findings, filter, fresh, nameOf]);
  return atOnce ?? inTurn;
}

function finish<R>(work: Generator<undefined, R>): R {
  let turn = work.next();
  while (turn.done !== true) turn = work.next();
  return turn.value;
}
