/** The words of one part of the pane, from its own message files and loaded with it: how a component says them in the pane's language. */
import { useCallback } from "react";
import { speaker } from "../../values/message";
import { useSession } from "./session-context";

type Values = Readonly<Record<string, string | number>>;
/** Says one of a part's texts. */
export type SayOwn<Texts> = (id: keyof Texts & string, values?: Values) => string;

/** The hook of a part whose texts are these. */
export function ownWords<Texts extends Readonly<Record<string, string>>>(zhCN: Texts, enUS: Texts): () => SayOwn<Texts> {
  const speak = speaker({ "zh-CN": zhCN, "en-US": enUS });
  return function useOwnWords() {
    const { locale } = useSession().ports;
    return useCallback((id, values = {}) => speak({ id, values }, locale), [locale]);
  };
}
