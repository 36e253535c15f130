/**
 * 生成报告: writes the sheet 检查报告 from the last check.
 */
import { currentSession, type Session } from "../session";
import type { Report } from "../../check/report";
import { runInSlices } from "../scheduler";
import type { Checked } from "../state";
import { judgedAsChecked } from "../statistics/use-judged";
import { runCheck } from "./check";
import { keep } from "./keep";
import { writing } from "./writing";

/** The report with its statistics: pass and credit figures, the unit that reports. */
async function withSummary(session: Session, checked: Checked): Promise<Report> {
  const context = await judgedAsChecked(checked, session.store.get());
  const { summarySteps } = await import("../../check/summary");
  return runInSlices(summarySteps(checked.report, context));
}

/** A check is made first where there is none. */
export async function writeReport(session: Session = currentSession()): Promise<void> {
  const checked = session.store.get().checked ?? (await runCheck(session));
  const { host } = session;
  if (checked === null || host === null) return;
  await writing(session, "report.failed", async () => {
    const report = await withSummary(session, checked);
    const sheet = await host.writeReport(report);
    const lastReport = { fingerprint: report.fingerprint, at: session.ports.now().toISOString() };
    await keep(session, { ...session.store.get().settings, lastReport });
    return { tone: "success", says: { id: "report.done", values: { sheet } } };
  });
}
