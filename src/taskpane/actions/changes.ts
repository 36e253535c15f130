/**
 * 更正, 转为数值, 恢复公式, 修复公式, 撤销: writing into the clerk's own cells. Each is previewed and asked for first; what was not
 * done is said with its reason; afterwards the workbook is checked anew, since its data has changed.
 */
import type { Finding, Fix } from "../../check/report";
import type { ChangePlan, ChangeResult, Changes, Refused, Step } from "../../excel/changes";
import { currentSession, type Session } from "../session";
import type { ChangeAction, ChangeQuestion, Notice } from "../state";
import { runCheck } from "./check";
import { writing } from "./writing";

/** 更正…: the certain corrections of these findings. */
export async function askToFix(findings: readonly Finding[], session: Session = currentSession()): Promise<void> {
  const fixes = findings.flatMap((finding) => finding.fix ?? []);
  await ask(session, "fix", fixes, (changes) => changes.previewFixes(fixes));
}

/** 转为数值, 恢复公式, 修复公式. */
export async function askToChange(action: Exclude<ChangeAction, "fix">, session: Session = currentSession()): Promise<void> {
  const { signal } = new AbortController();
  await ask(session, action, [], (changes) => {
    if (action === "freeze") return changes.previewFreeze(signal);
    return action === "restore" ? changes.previewRestore() : changes.previewRepair(signal);
  });
}

async function ask(
  session: Session,
  action: ChangeAction,
  fixes: readonly Fix[],
  preview: (changes: Changes) => Promise<ChangePlan>,
): Promise<void> {
  await changing(session, async (changes) => {
    const plan = await preview(changes);
    if (plan.changes.length === 0) return { tone: "info", says: { id: `change.${action}.nothing` }, refused: plan.refused };
    session.store.set({ question: { kind: "change", action, plan, fixes } });
    return null;
  });
}

/** 继续 under the preview. */
export async function change(question: ChangeQuestion, session: Session = currentSession()): Promise<void> {
  const { action, fixes } = question;
  const { signal } = new AbortController();
  await changingThenChecking(session, async (changes) => {
    const result = await applied(changes, action, fixes, signal);
    return done(result, { id: `change.${action}.done`, values: { cells: result.done } });
  });
}

function applied(changes: Changes, action: ChangeAction, fixes: readonly Fix[], signal: AbortSignal): Promise<ChangeResult> {
  switch (action) {
    case "fix":
      return changes.applyFixes(fixes);
    case "freeze":
      return changes.freeze(signal);
    case "restore":
      return changes.restore();
    case "repair":
      return changes.repair(signal);
  }
}

/** What to say of something written: it can be taken back, and what was left alone is told. */
export function done(result: ChangeResult, says: Notice["says"]): Notice {
  const undo = result.step === null ? {} : { undo: { kind: "step", step: result.step } as const };
  return { tone: result.refused.length === 0 ? "success" : "warning", says, refused: result.refused, ...undo };
}

/** 撤销 of a step; cells changed again since are asked for, not overwritten. */
export async function takeBack(step: string, session: Session = currentSession()): Promise<void> {
  await changingThenChecking(session, async (changes) => {
    const result = await changes.takeBack(step);
    const changed = result.refused.filter((one) => one.why === "changed");
    const others = result.refused.filter((one) => one.why !== "changed");
    if (changed.length > 0) session.store.set({ question: { kind: "overwrite", step, spots: changed } });
    return { ...done({ ...result, refused: others }, { id: "change.taken-back", values: { cells: result.done } }), undo: undefined };
  });
}

/** 继续 where cells were changed again since. */
export async function takeBackAll(step: string, spots: readonly Refused[], session: Session = currentSession()): Promise<void> {
  await changingThenChecking(session, async (changes) => {
    const result = await changes.takeBack(step, spots, true);
    return { ...done(result, { id: "change.taken-back", values: { cells: result.done } }), undo: undefined };
  });
}

/** What a copy may have lost or kept, as the message names it. */
const copyNotes = ["external", "pivot", "macro", "query", "comment", "picture", "object", "hidden"] as const;

/** 导出上报副本. */
export async function exportCopy(maskIds: boolean, session: Session = currentSession()): Promise<void> {
  await changing(session, async (changes) => {
    const { formulas, masked, dropped = [], left = [] } = await changes.exportCopy({ maskIds });
    const noted = Object.fromEntries(copyNotes.map((note) => [note, [...dropped, ...left].includes(note) ? "yes" : "no"]));
    return { tone: "success", says: { id: "copy.done", values: { formulas, masked, ...noted } } };
  });
}

/** The change ledger, latest first; empty where there is none. */
export async function changeSteps(session: Session = currentSession()): Promise<readonly Step[]> {
  const changes = await session.ports.loadChanges?.();
  return (await changes?.steps()) ?? [];
}

async function changing(session: Session, work: (changes: Changes) => Promise<Notice | null>): Promise<void> {
  const load = session.ports.loadChanges;
  if (load === undefined) return;
  await writing(session, "change.failed", async () => work(await load()));
}

async function changingThenChecking(session: Session, work: (changes: Changes) => Promise<Notice>): Promise<void> {
  await changing(session, work);
  await checkAgain(session);
}

/** The check clears the screen of words: what was done is said again after it, and a question stands until it is answered. */
export async function checkAgain(session: Session): Promise<void> {
  const { notice, question, checked } = session.store.get();
  if (notice === null || notice.tone === "error" || checked === null) return;
  await runCheck(session);
  session.store.set({ notice, question });
}
