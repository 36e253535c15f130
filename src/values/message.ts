/**
 * A text for people, before it is put into a language: an id of a message file and the values that go into it.
 * Every folder that speaks has `messages/zh-CN.json` and `messages/en-US.json` (flat, id → ICU text).
 */
import { IntlMessageFormat } from "intl-messageformat";

export type Locale = "zh-CN" | "en-US";

export interface Message {
  readonly id: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** The texts of one folder, by language. */
export type MessageFiles = Readonly<Record<Locale, Readonly<Record<string, string>>>>;

/** Makes the function that puts a message into words. An id without text is shown as it is: a test finds it, a clerk still sees something. */
export function speaker(files: MessageFiles): (message: Message, locale?: Locale) => string {
  const compiled = new Map<string, IntlMessageFormat>();
  return (message, locale = "zh-CN") => {
    const text = files[locale][message.id];
    if (text === undefined) return message.id;
    const slot = `${locale}/${message.id}`;
    let format = compiled.get(slot);
    if (format === undefined) {
      format = new IntlMessageFormat(text, locale, undefined, { ignoreTag: true });
      compiled.set(slot, format);
    }
    return String(format.format(message.values));
  };
}
