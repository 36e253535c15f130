/**
 * The page's own texts (texts.json), in Chinese: it is a place for trying the add-in out, with no other language.
 */
import texts from "./texts.json";

export type TextId = keyof typeof texts;

export const text = (id: TextId): string => texts[id];
