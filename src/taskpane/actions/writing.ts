/**
 * The one gate through which the pane writes: one write at a time, and what came of it is always said.
 */
import type { Session } from "../session";
import type { Notice } from "../state";
import type { TextId } from "../texts";
import { wordsFor } from "./failure";

/** `work` gives what to say, or null where something else says it; `otherwise` is said where it fails for a reason we do not know. */
export async function writing(session: Session, otherwise: TextId, work: () => Promise<Notice | null>): Promise<void> {
  const { store } = session;
  if (store.get().task.kind !== "idle") return;
  store.set({ task: { kind: "writing" }, notice: null, question: null });
  try {
    store.set({ notice: await work() });
  } catch (error) {
    store.set({ notice: { tone: "error", says: wordsFor(session, error, otherwise) } });
  } finally {
    store.set({ task: { kind: "idle" } });
  }
}
