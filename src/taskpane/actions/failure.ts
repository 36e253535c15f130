/**
 * Turns whatever went wrong into words for the clerk: never an exception's own text.
 */
import { HostFailure } from "../../excel/host";
import type { Session } from "../session";
import type { Said } from "../state";
import { isTextId, type TextId } from "../texts";

/** The words for a failure; `otherwise` says what did not work where the reason is not one we know. */
export function wordsFor(session: Session, error: unknown, otherwise: TextId): Said {
  if (error instanceof HostFailure) {
    if (isTextId(error.says.id)) return { id: error.says.id, values: error.says.values };
    const words = session.ports.sayFailure(error.says, session.ports.locale);
    if (words !== null) return { words };
  }
  return { id: otherwise };
}
