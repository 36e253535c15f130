/**
 * 生成报告: writes the sheet 检查报告 from the last check.
 */
import { currentSession, type Session } from "../session";
import { runCheck } from "./check";
import { writing } from "./writing";

/** A check is made first where there is none. */
export async function writeReport(session: Session = currentSession()): Promise<void> {
  const checked = session.store.get().checked ?? (await runCheck(session));
  const { host } = session;
  if (checked === null || host === null) return;
  await writing(session, "report.failed", async () => {
    const sheet = await host.writeReport(checked.report);
    return { tone: "success", says: { id: "report.done", values: { sheet } } };
  });
}
