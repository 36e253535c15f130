/**
 * The one way in which the pane writes through the host: one write at a time, and what came of it is always said.
 */
import type { Host } from "../../excel/host";
import type { Session } from "../session";
import type { Notice } from "../state";
import type { TextId } from "../texts";
import { wordsFor } from "./failure";

/** `work` does the write and gives what to say; `otherwise` is said where it fails for a reason we do not know. */
export async function writing(session: Session, otherwise: TextId, work: (host: Host) => Promise<Notice>): Promise<void> {
  const { host, store } = session;
  if (host === null || store.get().task.kind !== "idle") return;
  store.set({ task: { kind: "writing" }, notice: null, question: null });
  try {
    store.set({ notice: await work(host) });
  } catch (error) {
    store.set({ notice: { tone: "error", says: wordsFor(session, error, otherwise) } });
  } finally {
    store.set({ task: { kind: "idle" } });
  }
}
