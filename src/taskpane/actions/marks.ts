/**
 * 标记: on, off, and following a new check. Only marks are written, never the clerk's data.
 */
import type { Finding } from "../../check/report";
import type { MarkCount } from "../../excel/host";
import { currentSession, type Session } from "../session";
import type { Notice } from "../state";
import { writing } from "./writing";

/** Findings that a mark can stand for: those at a cell and of a level that asks for something. */
export function markable(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((finding) => finding.cell !== "" && finding.level !== "info");
}

/** Marks the cells of the last check. */
export async function mark(session: Session = currentSession()): Promise<void> {
  const { checked } = session.store.get();
  const { host } = session;
  if (checked === null || host === null) return;
  await writing(session, "mark.failed", async () => {
    const marks = await host.mark(markable(checked.report.findings));
    session.store.set({ marks });
    return markNotice(marks);
  });
}

/** Marks follow a new check where the clerk has turned them on. */
export async function refreshMarks(session: Session): Promise<void> {
  if (session.store.get().marks !== null) await mark(session);
}

function markNotice(marks: MarkCount): Notice {
  if (marks.marked < marks.cells) {
    const values = { marked: marks.marked, cells: marks.cells };
    return { tone: "warning", says: { id: "mark.partly", values }, undo: { kind: "marks" } };
  }
  return { tone: "success", says: { id: "mark.done", values: { cells: marks.marked } }, undo: { kind: "marks" } };
}

/** 清除标记, also those of an earlier session. */
export async function clearMarks(session: Session = currentSession()): Promise<void> {
  const { host } = session;
  if (host === null) return;
  await writing(session, "clear.failed", async () => {
    const cleared = await host.clearMarks();
    session.store.set({ marks: null });
    return cleared === 0 ? { tone: "info", says: { id: "clear.none" } } : { tone: "success", says: { id: "clear.done" } };
  });
}
