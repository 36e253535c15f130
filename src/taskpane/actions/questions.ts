/**
 * The questions that stand before a write, and their answers: 继续 does it, 取消 leaves everything as it is.
 */
import type { Finding } from "../../check/report";
import { currentSession, type Session } from "../session";
import { locate } from "./locate";
import { clearMarks, mark, markable } from "./marks";
import { writeReport } from "./report";

/** Loaded when something is to be written, or before, once the pane is at rest. */
const writers = () => import("./changes");

function cellsOf(findings: readonly Finding[]): number {
  return new Set(findings.map((finding) => `${finding.sheet}!${finding.cell}`)).size;
}

export function askToMark(session: Session = currentSession()): void {
  const { checked } = session.store.get();
  if (checked === null) return;
  session.store.set({ question: { kind: "mark", cells: cellsOf(markable(checked.report.findings)) }, notice: null });
}

export function askToClear(session: Session = currentSession()): void {
  session.store.set({ question: { kind: "clear" }, notice: null });
}

export function askForReport(session: Session = currentSession()): void {
  session.store.set({ question: { kind: "report" }, notice: null });
}

/** 取消: nothing was written. */
export function dismiss(session: Session = currentSession()): void {
  session.store.set({ question: null });
}

export function askForCopy(maskIds: boolean, session: Session = currentSession()): void {
  session.store.set({ question: { kind: "copy", maskIds }, notice: null });
}

export function closeNotice(session: Session = currentSession()): void {
  session.store.set({ notice: null });
}

/** 撤销 under a notice. */
export async function undo(session: Session = currentSession()): Promise<void> {
  const { notice } = session.store.get();
  if (notice?.undo?.kind === "marks") return clearMarks(session);
  if (notice?.undo?.kind === "step") return (await writers()).takeBack(notice.undo.step, session);
  if (notice?.undo?.kind === "mapping") {
    closeNotice(session);
    const { layMapping } = await import("./offers");
    return layMapping(session, notice.undo.before);
  }
}

/** 继续 under the question that stands. */
export async function answer(session: Session = currentSession()): Promise<void> {
  const { question } = session.store.get();
  session.store.set({ question: null });
  switch (question?.kind) {
    case "mark":
      return mark(session);
    case "clear":
      return clearMarks(session);
    case "report":
      return writeReport(session);
    case "unhide":
      return locate(question.finding, session, true);
    case "change":
      return (await writers()).change(question, session);
    case "overwrite":
      return (await writers()).takeBackAll(question.step, question.spots, session);
    case "insert":
      return (await import("../formulas/insert-actions")).insert(question, session);
    case "copy":
      return (await writers()).exportCopy(question.maskIds, session);
    case undefined:
      return;
  }
}
