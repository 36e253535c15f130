/** The clerk's choices in 公式, kept as long as the pane is open: another tab and back, and all is as it was. */
import { useCallback, useState } from "react";
import type { Session } from "../session";
import { useSession } from "../shell/session-context";
import { nothingChosen, type Choices } from "./choices";

const kept = new WeakMap<Session, Choices>();

export function useChoices(): readonly [Choices, (choices: Choices) => void] {
  const session = useSession();
  const [choices, setChoices] = useState(() => kept.get(session) ?? nothingChosen);
  const choose = useCallback(
    (next: Choices) => {
      kept.set(session, next);
      setChoices(next);
    },
    [session],
  );
  return [choices, choose];
}
