/**
 * The pane's beginning: which workbook it looks at, what that workbook kept, and word of later edits.
 */
import type { EditedBy, Host } from "../../excel/host";
import { currentSession, type Session } from "../session";
import { atRest, noSettings } from "../state";
import { runCheck } from "./check";
import { wordsFor } from "./failure";
import { restoreLastCheck } from "./last-check";
import { restorePlace } from "./place";

/** Called once by the entry file, after the first paint. */
export async function start(session: Session = currentSession()): Promise<void> {
  if (session.host !== null) await attach(session, session.host);
  try {
    const engine = await session.ports.loadEngine();
    session.store.set({ policies: engine.policies });
  } catch {
    // The first check asks for it again, and says so where it still cannot be had.
    session.store.set({ policies: [] });
  }
  await restoreLastCheck(session);
}

/** Once all else is at rest: a workbook without a result is looked at quietly. */
export async function lookAround(session: Session = currentSession()): Promise<void> {
  const { checked, earlier } = session.store.get();
  if (checked === null && earlier === null) await (await import("./recognition")).recognise(session);
}

/** 打开文件 in a plain browser: the file takes the place of the one looked at before, and is checked at once. */
export async function openFile(file: File, session: Session = currentSession()): Promise<void> {
  const { ports, store } = session;
  if (ports.openFile === undefined || store.get().task.kind !== "idle") return;
  session.offered = false;
  store.set({ ...atRest, policies: store.get().policies, task: { kind: "reading", done: 0, total: 0, sheet: "" } });
  try {
    session.host = await ports.openFile(file);
    await attach(session, session.host);
  } catch (error) {
    session.host = null;
    store.set({ ending: { kind: "failed", says: wordsFor(session, error, "open.failed") }, fileName: file.name });
  } finally {
    store.set({ task: { kind: "idle" } });
  }
  await runCheck(session);
}

/** Back to 打开文件. */
export async function closeFile(session: Session = currentSession()): Promise<void> {
  await session.stopListening?.();
  session.stopListening = null;
  session.host = null;
  session.store.set({ ...atRest, policies: session.store.get().policies });
}

async function attach(session: Session, host: Host): Promise<void> {
  await session.stopListening?.();
  const [fileName, settings, stop] = await Promise.all([
    host.name().catch(() => ""),
    settingsOf(session, host),
    host.onChanged((sheet, by) => noteEdit(session, sheet, by)).catch(() => null),
  ]);
  session.stopListening = stop;
  session.store.set({ place: host.kind, fileName, settings });
  restorePlace(session);
}

async function settingsOf(session: Session, host: Host) {
  try {
    return (await host.loadSettings()) ?? noSettings;
  } catch (error) {
    session.store.set({ notice: { tone: "warning", says: wordsFor(session, error, "settings.not-read") } });
    return noSettings;
  }
}

/** Edits since the last check make its result old: said, not hidden. */
function noteEdit(session: Session, sheet: string, by: EditedBy = "clerk"): void {
  const { edited, task } = session.store.get();
  const during = task.kind === "reading" || task.kind === "judging";
  const known = edited.find((edit) => edit.sheet === sheet);
  if (known !== undefined && (known.by === "others" || by === "clerk")) return;
  const others = edited.filter((edit) => edit !== known);
  session.store.set({ edited: [...others, { sheet, by, during: during || known?.during === true }] });
}
