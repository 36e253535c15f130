/**
 * What the clerk decides once and the workbook keeps: policy, mapping of columns, 说明. A setting holds in the pane even
 * where it could not be saved, and the clerk is told that it was not.
 */
import type { Finding, Settings } from "../../check/report";
import { currentSession, type Session } from "../session";
import type { Checked, Draft } from "../state";
import { runCheck } from "./check";
import { keep } from "./keep";
import { explainedEarlier } from "./last-check";

/** Chooses a policy by its id; null = let the workbook say. A result by another policy is made anew at once. */
export async function choosePolicy(id: string | null, session: Session = currentSession()): Promise<void> {
  const { settings } = session.store.get();
  await keep(session, { ...settings, policy: id ?? undefined });
  if (session.store.get().checked !== null) await runCheck(session);
  else await (await import("./recognition")).recogniseAgain(session);
}

/** Readings (口径) chosen: `${rule id}/${reading id}` → option. */
export async function chooseReadings(chosen: Settings["readings"], session: Session = currentSession()): Promise<void> {
  const { settings } = session.store.get();
  await keep(session, { ...settings, readings: { ...settings.readings, ...chosen } });
}

/** Which of several rule sheets with one policy is in force. */
export async function chooseRuleSheet(policy: string, sheet: string, session: Session = currentSession()): Promise<void> {
  const { settings } = session.store.get();
  await keep(session, { ...settings, ruleSheets: { ...settings.ruleSheets, [policy]: sheet } });
  await runCheck(session);
}

/** Corrections of one sheet's columns: column letter → key, "" = not to be read. */
export async function correctColumns(
  sheet: string,
  columns: Readonly<Record<string, string>>,
  session: Session = currentSession(),
): Promise<void> {
  const { settings } = session.store.get();
  const mapping = { ...settings.mapping, [sheet]: { ...settings.mapping[sheet], ...columns } };
  await keep(session, { ...settings, mapping });
}

/** Keeps a 说明 for findings of one kind; an empty text takes it away. The verdict follows at once. */
export async function explain(findings: readonly Finding[], text: string, by: string, session: Session = currentSession()): Promise<void> {
  const { settings, checked, earlier, policies } = session.store.get();
  const given = { text: text.trim(), by: by.trim(), at: session.ports.now().toISOString() };
  const keys = new Set(findings.map((finding) => finding.key));
  const others = Object.entries(settings.explanations).filter(([key]) => !keys.has(key));
  const these = given.text === "" ? [] : [...keys].map((key) => [key, given] as const);
  const explanations = Object.fromEntries([...others, ...these]);
  const changed = { ...settings, explanations };
  if (checked !== null) session.store.set({ checked: await explained(session, checked, explanations) });
  else if (earlier !== null) session.store.set({ earlier: await explainedEarlier(earlier, changed, policies) });
  await keep(session, changed);
}

async function explained(session: Session, checked: Checked, explanations: Settings["explanations"]): Promise<Checked> {
  const engine = await session.ports.loadEngine();
  const findings = checked.report.findings.map((finding) =>
    finding.explanation === explanations[finding.key] ? finding : { ...finding, explanation: explanations[finding.key] },
  );
  return { ...checked, report: { ...checked.report, findings, verdict: engine.verdict(findings) } };
}

/** A 说明 half written: it outlasts closing the form, another tab, a broken view. Nothing of it is in the workbook yet. */
export function draft(key: string, written: Draft | null, session: Session = currentSession()): void {
  const others = Object.entries(session.store.get().drafts).filter(([slot]) => slot !== key);
  session.store.set({ drafts: Object.fromEntries(written === null ? others : [...others, [key, written] as const]) });
}
