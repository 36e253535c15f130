/**
 * The first look at a workbook that was just opened: which tables it holds and which policy they belong to, so that the pane can
 * propose a check. Only reads, gives way to everything the clerk does, and leaves large workbooks alone.
 */
import type { Workbook } from "../../table/workbook";
import { withOwn } from "../../check/own-packs";
import { runInSlices } from "../scheduler";
import { currentSession, type Session } from "../session";
import { optionsFor } from "./asking";
import { offerMapping } from "./forms";

/** A workbook with more used cells is not looked at unasked. */
const MOST_CELLS = 200_000;

/** Looks at the workbook quietly; a failure leaves the first steps on the screen, and the check will say what is wrong. */
export async function recognise(session: Session = currentSession()): Promise<void> {
  const { host, store } = session;
  if (host?.size === undefined || store.get().task.kind !== "idle") return;
  const quiet = new AbortController();
  session.quiet = quiet;
  store.set({ recognition: { kind: "looking" } });
  try {
    const cells = await host.size();
    quiet.signal.throwIfAborted();
    if (cells === 0) store.set({ recognition: { kind: "empty" } });
    else if (cells > MOST_CELLS) store.set({ recognition: { kind: "too-large" } });
    else {
      await see(session, await host.read(() => undefined, quiet.signal), quiet.signal);
      await offerMapping(session);
    }
  } catch {
    store.set({ recognition: { kind: "none" } });
  } finally {
    if (session.quiet === quiet) session.quiet = null;
  }
}

async function see(session: Session, workbook: Workbook, signal: AbortSignal): Promise<void> {
  const { store, ports } = session;
  const engine = await ports.loadEngine();
  signal.throwIfAborted();
  const policies = withOwn(engine.policies, session.imported);
  const { reading, tables, rival } = await runInSlices(engine.recognise(workbook, policies, optionsFor(session)), { signal });
  const inForce = [...new Set(reading.tables.map((table) => table.pack))];
  const own = engine.own(workbook, store.get().settings);
  store.set({ policies, own, recognition: { kind: "seen", tables, packs: inForce, rival, workbook } });
}

/** After another policy or other columns were chosen: what was read is looked at anew. */
export async function recogniseAgain(session: Session): Promise<void> {
  const { recognition } = session.store.get();
  if (recognition.kind !== "seen") return;
  session.quiet?.abort();
  const quiet = new AbortController();
  session.quiet = quiet;
  try {
    await see(session, recognition.workbook, quiet.signal);
  } catch {
    // A newer look took its place, or the check began; what was seen before stays.
    return;
  }
}
