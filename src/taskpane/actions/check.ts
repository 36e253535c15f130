/**
 * 一键检查: read the workbook, judge it in slices, keep the report. A check only reads; one that is
 * cancelled or fails leaves the earlier result as it was.
 */
import type { CheckOptions } from "../../check/report";
import type { Host } from "../../excel/host";
import type { Pack } from "../../policy/schema";
import { newsBetween } from "../news";
import { withOwn } from "../rules/with-own";
import { runInSlices } from "../scheduler";
import { currentSession, type Session } from "../session";
import type { Checked } from "../state";
import { wordsFor } from "./failure";
import { refreshMarks } from "./marks";

/** Runs the check; gives what was found, or null where it was cancelled, failed, or another task is running. */
export async function runCheck(session: Session = currentSession()): Promise<Checked | null> {
  const { host, store } = session;
  if (host === null || store.get().task.kind !== "idle") return null;
  const cancel = new AbortController();
  session.cancel = cancel;
  store.set({ task: { kind: "reading", done: 0, total: 0, sheet: "" }, notice: null, question: null, edited: [] });
  try {
    const checked = await checkHost(session, host, cancel.signal);
    store.set({ checked, ending: { kind: "done" }, task: { kind: "idle" } });
    await refreshMarks(session);
    return checked;
  } catch (error) {
    const ending = cancel.signal.aborted
      ? ({ kind: "cancelled" } as const)
      : ({ kind: "failed", says: wordsFor(session, error, "check.failed") } as const);
    store.set({ ending, task: { kind: "idle" } });
    return null;
  } finally {
    session.cancel = null;
  }
}

/** 取消: the check stops at its next step. */
export function cancelCheck(session: Session = currentSession()): void {
  session.cancel?.abort(new DOMException("cancelled by the clerk", "AbortError"));
}

async function checkHost(session: Session, host: Host, signal: AbortSignal): Promise<Checked> {
  const { store, ports } = session;
  const loading = ports.loadEngine();
  const [engine, workbook] = await Promise.all([loading, host.read((at) => store.set({ task: { kind: "reading", ...at } }), signal)]);
  signal.throwIfAborted();
  const policies = withOwn(engine.policies, session.imported);
  store.set({ policies });
  const packs = packsFor(policies, store.get().settings.policy);
  const options: CheckOptions = { asOf: isoDay(ports.now()), settings: store.get().settings, locale: ports.locale };
  const report = await runInSlices(engine.steps(workbook, packs, options), {
    signal,
    onStep: (at) => store.set({ task: { kind: "judging", ...at } }),
  });
  const before = store.get().checked;
  const comparable = before !== null && before.report.file === report.file;
  const applied = policies.filter((pack) => report.policies.includes(pack.id));
  return { report, packs: applied, workbook, at: ports.now(), news: comparable ? newsBetween(before.report, report) : null };
}

/** The policy that the clerk chose, else all of them: then the check recognises which. */
function packsFor(policies: readonly Pack[], chosen: string | undefined): readonly Pack[] {
  const pack = policies.find((one) => one.id === chosen);
  return pack === undefined ? policies : [pack];
}

/** The clerk's own day, not Greenwich's. */
function isoDay(moment: Date): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}
