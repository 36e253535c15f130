/**
 * The last result is kept in the workbook and shown again when it is opened: so the clerk goes on where they were. Keeping it changes
 * no cell; where the workbook cannot keep it, nothing is said, because nothing was asked for.
 */
import type { Finding, Settings } from "../../check/report";
import type { Session } from "../session";
import type { Checked, Earlier } from "../state";

/** Puts the result of a check into the workbook's settings. */
export async function keepLastCheck(session: Session, checked: Checked): Promise<void> {
  const { host, store, ports } = session;
  if (host === null || host.kind !== "excel" || checked.report.tables.length === 0) return;
  const { lastCheckOf } = await import("../../check/last-check");
  const settings = { ...store.get().settings, lastCheck: lastCheckOf(checked.report, checked.at, ports.locale) };
  store.set({ settings });
  try {
    await host.saveSettings(settings);
  } catch {
    return;
  }
}

/** Shows what the last check found, until a new one is made. */
export async function restoreLastCheck(session: Session): Promise<void> {
  const { store, ports } = session;
  const { settings, policies, checked } = store.get();
  const last = settings.lastCheck;
  if (last === undefined || checked !== null) return;
  const { findingsIn } = await import("../../check/last-check");
  // Words of another language would stand in the list as strangers: then only verdict and counts are shown.
  const findings = last.locale === ports.locale ? findingsIn(last, policies, settings) : [];
  const packs = policies.filter((pack) => last.policies.includes(pack.id));
  if (store.get().checked === null) store.set({ earlier: { last, findings, packs } });
}

/** The earlier result after a 说明 was given or taken away. */
export async function explainedEarlier(earlier: Earlier, settings: Settings, packs: Earlier["packs"]): Promise<Earlier> {
  const { findingsIn } = await import("../../check/last-check");
  const findings: readonly Finding[] = earlier.findings.length === 0 ? [] : findingsIn(earlier.last, packs, settings);
  return { ...earlier, findings };
}
