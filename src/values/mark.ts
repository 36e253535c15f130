/**
 * Yes and no, met and not met, as clerks mark them: √ and ×, 有 and 无, 合格 and 不合格. The words are in
 * `vocabulary/marks.json`; a word that is not there says nothing (null).
 */
import type { CellValue } from "./cell";
import { tidy } from "./text";
import words from "./vocabulary/marks.json";

const yes = new Set(words.yes);
const no = new Set(words.no);
const met = new Set(words.met);
const unmet = new Set(words.unmet);

function bare(text: string): string {
  return tidy(text)
    .replaceAll(" ", "")
    .replace(/[。.!;,、]+$/, "")
    .toLowerCase();
}

/** Whether a cell says yes or no; null where it is blank or says something else. */
export function readMark(value: CellValue): "yes" | "no" | null {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value !== "string" && typeof value !== "number") return null;
  const text = bare(String(value));
  if (yes.has(text)) return "yes";
  return no.has(text) ? "no" : null;
}

/** Whether the word of a result cell claims that a rule is met; null where it is no such word. */
export function readOutcome(text: string): "met" | "unmet" | null {
  const word = bare(text);
  if (unmet.has(word)) return "unmet";
  return met.has(word) ? "met" : null;
}
