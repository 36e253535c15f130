/**
 * Whether the form for a 说明 is open, and what stands in it: kept with the pane's state, so that a half-written one outlasts
 * scrolling, another tab, a new check and a broken view.
 */
import { useCallback } from "react";
import type { Finding } from "../../check/report";
import { draft } from "../actions";
import { usePane, useSession } from "../shell/session-context";

export function useExplaining(slot: string) {
  const session = useSession();
  const written = usePane((state) => state.drafts[slot] ?? null);
  const lastName = usePane((state) => Object.values(state.settings.explanations).at(-1)?.by ?? "");
  const open = (finding: Finding | undefined) => {
    const { text = "", by = lastName } = finding?.explanation ?? {};
    draft(slot, { text, by, isNew: true }, session);
  };
  const seen = useCallback(() => {
    const opened = session.store.get().drafts[slot];
    if (opened !== undefined) draft(slot, { text: opened.text, by: opened.by }, session);
  }, [session, slot]);
  return {
    slot,
    isOpen: written !== null,
    text: written?.text ?? "",
    by: written?.by ?? "",
    isNew: written?.isNew === true,
    open,
    seen,
    write: (text: string, by: string) => draft(slot, { text, by }, session),
    close: () => draft(slot, null, session),
  };
}
