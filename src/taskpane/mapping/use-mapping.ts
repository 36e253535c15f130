/** The choices made in the mapping view before they are saved: sheet → column letter → key. */
import { useState } from "react";
import { correctColumns, runCheck } from "../actions";
import { rememberMapping } from "../actions/forms";
import { useSession } from "../shell/session-context";

type Choices = Readonly<Record<string, Readonly<Record<string, string>>>>;

export function useMapping(onDone: () => void) {
  const session = useSession();
  const [choices, setChoices] = useState<Choices>({});
  const choose = (sheet: string, letter: string, key: string) =>
    setChoices((before) => ({ ...before, [sheet]: { ...before[sheet], [letter]: key } }));
  const chosen = (sheet: string, letter: string): string | undefined => choices[sheet]?.[letter];
  /** `shown` are the unsure columns as they stand: whoever saves has confirmed them. */
  const save = async (shown: Choices) => {
    for (const sheet of new Set([...Object.keys(shown), ...Object.keys(choices)])) {
      await correctColumns(sheet, { ...shown[sheet], ...choices[sheet] }, session);
    }
    await rememberMapping(session).catch(() => undefined);
    onDone();
    await runCheck(session);
  };
  return { choose, chosen, save };
}
