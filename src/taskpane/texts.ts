/**
 * The pane's words: the message files and the type of their ids, so that a text that is not there does not compile.
 */
import type { Locale } from "../values/message";
import zhCN from "./messages/zh-CN.json";

export type TextId = keyof typeof zhCN;
export type Texts = Readonly<Record<TextId, string>>;

/** The texts of a language; English is loaded only where it is spoken. */
export async function loadTexts(locale: Locale): Promise<Texts> {
  if (locale === "zh-CN") return zhCN;
  const { default: enUS } = await import("./messages/en-US.json");
  return enUS;
}

/** Whether there is a text of this id; for ids that are put together from a code or a key. */
export function isTextId(id: string): id is TextId {
  return Object.hasOwn(zhCN, id);
}

/** Chinese unless the host speaks English: the clerks read Chinese only. */
export function localeOf(language: string): Locale {
  return language.toLowerCase().startsWith("en") ? "en-US" : "zh-CN";
}
