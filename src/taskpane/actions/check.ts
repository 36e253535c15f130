/**
 * 一键检查: read the workbook, judge it in slices, keep the report. A check only reads; one that is
 * cancelled or fails leaves the earlier result as it was.
 */
import { withOwn } from "../../check/own-packs";
import type { Finding, Report } from "../../check/report";
import type { Host } from "../../excel/host";
import type { Workbook } from "../../table/workbook";
import { newsSteps } from "../news";
import { runInSlices } from "../scheduler";
import { currentSession, type Session } from "../session";
import type { Checked, News, PaneState } from "../state";
import { optionsFor } from "./asking";
import { wordsFor } from "./failure";
import { keepLastCheck } from "./last-check";
import { refreshMarks } from "./marks";

/**
 * Runs the check; gives what was found, or null where it was cancelled, failed, or another task is running. Only sheets that
 * changed since the last reading are read anew, unless `everything` is asked for.
 */
export async function runCheck(session: Session = currentSession(), everything = false): Promise<Checked | null> {
  const { host, store } = session;
  if (host === null || store.get().task.kind !== "idle") return null;
  session.quiet?.abort();
  const cancel = new AbortController();
  session.cancel = cancel;
  store.set({ task: { kind: "reading", done: 0, total: 0, sheet: "" }, notice: null, question: null, edited: [] });
  try {
    const checked = await checkHost(session, host, cancel.signal, everything);
    store.set({ checked, earlier: null, ending: { kind: "done" }, task: { kind: "idle" }, filter: shownStill(store.get(), checked) });
    await refreshMarks(session);
    await afterwards(session, checked);
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

/** What the result is good for besides being shown; where it fails, the result stands all the same. */
async function afterwards(session: Session, checked: Checked): Promise<void> {
  const offering = import("./forms").then(({ offerMapping }) => offerMapping(session));
  await Promise.allSettled([keepLastCheck(session, checked), offering]);
}

/** 取消: the check stops at its next step. */
export function cancelCheck(session: Session = currentSession()): void {
  session.cancel?.abort(new DOMException("cancelled by the clerk", "AbortError"));
}

async function checkHost(session: Session, host: Host, signal: AbortSignal, everything: boolean): Promise<Checked> {
  const { store, ports } = session;
  const reading = host.read((at) => store.set({ task: { kind: "reading", ...at } }), signal, everything);
  const [engine, workbook] = await Promise.all([ports.loadEngine(), reading]);
  signal.throwIfAborted();
  const policies = withOwn(engine.policies, session.imported);
  const own = engine.own(workbook, store.get().settings);
  store.set({ policies, own });
  const report = await runInSlices(engine.steps(workbook, policies, optionsFor(session)), {
    signal,
    onStep: (at) => store.set({ task: { kind: "judging", ...at } }),
  });
  const before = store.get();
  const news = await newsSince(before, report, signal);
  const applied = withOwn(policies, own).filter((pack) => report.policies.includes(pack.id));
  return { report, packs: applied, workbook, at: ports.now(), news, reread: rereadSince(before.checked?.workbook, workbook) };
}

/** What changed since the check before, also where that was made before the workbook was closed. */
async function newsSince({ checked, earlier }: PaneState, report: Report, signal: AbortSignal): Promise<News | null> {
  if (checked !== null) {
    return checked.report.file === report.file ? runInSlices(newsSteps(checked.report.findings, report.findings), { signal }) : null;
  }
  if (earlier === null) return null;
  const { comparableKey, isWhole } = await import("../../check/last-check");
  if (!isWhole(earlier.last)) return null;
  const news = await runInSlices(newsSteps(earlier.findings, report.findings, comparableKey), { signal });
  return { ...news, since: earlier.last.at };
}

/** A host that reads only what changed gives the other sheets as they were. */
function rereadSince(before: Workbook | undefined, now: Workbook): Checked["reread"] {
  if (before === undefined) return undefined;
  const known = new Set(before.sheets);
  const kept = now.sheets.filter((sheet) => known.has(sheet)).length;
  return kept === 0 ? undefined : { read: now.sheets.length - kept, of: now.sheets.length };
}

/** Filters that would show nothing of the new result are let go. */
function shownStill({ filter }: PaneState, { report, news }: Checked): PaneState["filter"] {
  const is = (wanted: (finding: Finding) => boolean): boolean => report.findings.some(wanted);
  return {
    ...filter,
    level: filter.level !== null && is(({ level }) => level === filter.level) ? filter.level : null,
    sheet: filter.sheet !== null && is(({ sheet }) => sheet === filter.sheet) ? filter.sheet : null,
    show: filter.show === "fresh" && (news?.fresh.size ?? 0) > 0 ? "fresh" : "all",
  };
}
