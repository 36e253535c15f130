/**
 * What the pane proposes and the clerk takes or leaves: the check as recognised, the columns as confirmed in another workbook.
 */
import type { Settings } from "../../check/report";
import { currentSession, type Session } from "../session";
import { runCheck } from "./check";
import { keep } from "./keep";
import { recogniseAgain } from "./recognition";

/** 就按这个检查: where one policy was recognised, the pane keeps to it; the workbook learns it with what the clerk next has written. */
export async function acceptProposal(session: Session = currentSession()): Promise<void> {
  const { recognition, settings } = session.store.get();
  const [only, another] = recognition.kind === "seen" ? recognition.packs : [];
  if (only !== undefined && another === undefined && settings.policy === undefined) {
    session.store.set({ settings: { ...settings, policy: only.id } });
  }
  await runCheck(session);
}

/** 不用: not asked again in this workbook. */
export function declineOffer(session: Session = currentSession()): void {
  session.offered = true;
  session.store.set({ offer: null });
}

/** 沿用: laid under what the clerk has said here; can be taken back. */
export async function takeOffer(session: Session = currentSession()): Promise<void> {
  const { offer, settings } = session.store.get();
  if (offer === null) return;
  const before = settings.mapping;
  const sheets = Object.entries(offer).map(([sheet, columns]) => [sheet, { ...columns, ...before[sheet] }] as const);
  declineOffer(session);
  await layMapping(session, { ...before, ...Object.fromEntries(sheets) });
  session.store.set({ notice: { tone: "success", says: { id: "mapping.taken" }, undo: { kind: "mapping", before } } });
}

/** Makes the mapping this one, and sees what comes of it. */
export async function layMapping(session: Session, mapping: Settings["mapping"]): Promise<void> {
  const { settings, checked } = session.store.get();
  await keep(session, { ...settings, mapping });
  if (checked !== null) await runCheck(session);
  else await recogniseAgain(session);
}
