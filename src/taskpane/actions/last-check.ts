/**
 * The last result is remembered on this computer and shown again when the workbook is opened: so the clerk goes on where they
 * were. The workbook itself is not touched: a check only reads. Where nothing can be remembered, nothing is said, because
 * nothing was asked for.
 */
import type { Finding, LastCheck, Settings } from "../../check/report";
import type { Session } from "../session";
import type { Checked, Earlier } from "../state";

/** So many workbooks are remembered, each in a slot of its own; the oldest makes room. */
const SLOTS = ["last-check.1", "last-check.2", "last-check.3", "last-check.4"];

interface Remembered {
  readonly slot: string;
  /** Where the workbook lies; "" for an empty or strange slot. */
  readonly address: string;
  readonly last: LastCheck | null;
}

function parsed(words: string | null): unknown {
  try {
    return JSON.parse(words ?? "null");
  } catch {
    return null;
  }
}

async function rememberedIn({ ports }: Session): Promise<readonly Remembered[]> {
  const { readLastCheck } = await import("../../check/last-check");
  return SLOTS.map((slot) => {
    const kept = parsed(ports.memory.read(slot));
    const parts: readonly unknown[] = Array.isArray(kept) ? kept : [];
    const [address, last] = parts;
    return { slot, address: typeof address === "string" ? address : "", last: readLastCheck(last) };
  });
}

/** Remembers the result of a check of a workbook that has a place of its own. */
export async function keepLastCheck(session: Session, checked: Checked): Promise<void> {
  const { host, ports } = session;
  const address = host?.address?.() ?? "";
  if (address === "" || checked.report.tables.length === 0) return;
  const slots = await rememberedIn(session);
  const age = ({ last }: Remembered): string => last?.at ?? "";
  const oldest = [...slots].sort((a, b) => (age(a) < age(b) ? -1 : 1))[0];
  const slot = slots.find((one) => one.address === address) ?? oldest;
  const { lastCheckOf } = await import("../../check/last-check");
  if (slot) ports.memory.write(slot.slot, JSON.stringify([address, lastCheckOf(checked.report, checked.at, ports.locale)]));
}

/** Shows what the last check found, until a new one is made. */
export async function restoreLastCheck(session: Session): Promise<void> {
  const { host, store, ports } = session;
  const address = host?.address?.() ?? "";
  if (address === "" || store.get().checked !== null) return;
  const last = (await rememberedIn(session)).find((one) => one.address === address)?.last;
  if (last === undefined || last === null) return;
  const { settings, policies } = store.get();
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
