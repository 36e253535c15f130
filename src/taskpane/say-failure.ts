/** Words for the failures of both hosts: Excel's own and those of an opened file. */
import { sayHost } from "../excel/say";
import { sayFileProblem } from "../files/problem";
import type { Locale, Message } from "../values/message";

/** Null where the id has no words: then the pane says in its own what did not work. */
export function sayFailure(failure: Message, locale: Locale): string | null {
  const say = failure.id.startsWith("file.") ? sayFileProblem : sayHost;
  const words = say(failure, locale);
  return words === failure.id ? null : words;
}
