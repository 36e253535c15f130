/**
 * 定位: selects the cell of a finding in the workbook. A hidden sheet is shown only after a question.
 */
import type { Finding } from "../../check/report";
import { HostFailure } from "../../excel/host";
import { currentSession, type Session } from "../session";
import { wordsFor } from "./failure";

export async function locate(finding: Finding, session: Session = currentSession(), unhide = false): Promise<void> {
  const { host, store } = session;
  if (host === null || finding.cell === "") return;
  try {
    await host.select(finding.sheet, finding.cell, unhide);
  } catch (error) {
    if (error instanceof HostFailure && error.says.id === "host.sheet-hidden" && !unhide) {
      store.set({ question: { kind: "unhide", finding }, notice: null });
      return;
    }
    store.set({ notice: { tone: "error", says: wordsFor(session, error, "locate.failed") } });
  }
}
