/** Keeps the clerk's decisions: in the pane at once, and in the workbook where it can. */
import type { Settings } from "../../check/report";
import type { Session } from "../session";
import { wordsFor } from "./failure";

/** Keeps settings in the pane and, where it can be, in the workbook. */
export async function keep(session: Session, settings: Settings): Promise<void> {
  session.store.set({ settings });
  try {
    await session.host?.saveSettings(settings);
  } catch (error) {
    session.store.set({ notice: { tone: "warning", says: wordsFor(session, error, "settings.not-kept") } });
  }
}
