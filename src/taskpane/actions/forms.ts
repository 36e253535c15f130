/**
 * The same form in another workbook: columns that the clerk once confirmed are offered again, never laid on unasked. This computer
 * remembers headers and keys, nothing from the records.
 */
import type { Table } from "../../table/table";
import type { Workbook } from "../../table/workbook";
import { runInSlices } from "../scheduler";
import { currentSession, type Session } from "../session";
import { optionsFor } from "./asking";

const SLOT = "forms";

const forms = () => import("../../table/form");

/** The workbook that was last looked at. */
function workbookIn({ store }: Session): Workbook | null {
  const { checked, recognition } = store.get();
  return checked?.workbook ?? (recognition.kind === "seen" ? recognition.workbook : null);
}

/** Its tables; what was read of a sheet before is not read twice. */
async function tablesIn(session: Session, workbook: Workbook): Promise<readonly Table[]> {
  const engine = await session.ports.loadEngine();
  const { policies } = session.store.get();
  const { reading } = await runInSlices(engine.recognise(workbook, policies, optionsFor(session)));
  return reading.tables;
}

/** Remembers the forms of a workbook whose columns the clerk has just confirmed. */
export async function rememberMapping(session: Session = currentSession()): Promise<void> {
  const workbook = workbookIn(session);
  if (workbook === null) return;
  const { readMemory, rememberForms, writeMemory } = await forms();
  const { memory } = session.ports;
  const tables = await tablesIn(session, workbook);
  const { mapping } = session.store.get().settings;
  memory.write(SLOT, writeMemory(rememberForms(readMemory(memory.read(SLOT)), tables, mapping)));
}

/** Offers what is remembered of the forms in this workbook; once for a workbook. */
export async function offerMapping(session: Session): Promise<void> {
  const { ports, store } = session;
  const kept = ports.memory.read(SLOT);
  const workbook = workbookIn(session);
  if (kept === null || workbook === null || session.offered) return;
  const { proposeMapping, readMemory } = await forms();
  const memory = readMemory(kept);
  if (memory.forms.length === 0) return;
  const offer = proposeMapping(memory, await tablesIn(session, workbook), store.get().settings.mapping);
  store.set({ offer: Object.keys(offer).length === 0 ? null : offer });
}
