/**
 * Yes and no, met and not met, as clerks mark them: √ and ×, 有 and 无, 合格 and 不合格. The words are in
 * `vocabulary/marks.json`, and the parts of which clerks make others (已报送, 尚未提交, 同意发证); what is neither says nothing (null).
 */
import type { CellValue } from "./cell";
import type { Exact } from "./exact";
import { readNumber } from "./number";
import { tidy } from "./text";
import words from "./vocabulary/marks.json";

const yes = new Set(words.yes);
const no = new Set(words.no);
const met = new Set(words.met);
const unmet = new Set(words.unmet);

const { open, ticked } = words.boxes;
const tickedOption = new RegExp(`[${ticked}]([^${open}${ticked}]+)`, "u");
const allBoxes = new RegExp(`[${open}${ticked}]`, "gu");

/** ☑合格 □不合格: the option that is ticked; 合格√: the word beside its tick. A mark alone stays. */
function chosen(text: string): string {
  const options = text.replace(allBoxes, "");
  if (options === "" || options === text) return text;
  const isForm = [...open].some((box) => text.includes(box));
  return isForm ? (tickedOption.exec(text)?.[1] ?? text) : options;
}

function bare(text: string): string {
  return chosen(tidy(text).replaceAll(" ", ""))
    .replace(/[。.!;,、]+$/, "")
    .toLowerCase();
}

const { affirmed, denied, tail, done: doneWords, met: metWords, lacking, still, short } = words.phrase;
const lacks = new Set(lacking);

const anyOf = (list: readonly string[]): string => `(?:${[...list].sort((a, b) => b.length - a.length).join("|")})`;

/** 已 + 全部 + 报送 + 了; with 未, 不, 没有 … before the word it says the opposite: 尚未全部报送, 不同意发证. */
function phraseOf(roots: readonly string[]): RegExp {
  return new RegExp(`^${anyOf(affirmed)}*(${anyOf(denied)}?)${anyOf(affirmed)}*${anyOf(roots)}${anyOf(tail)}*$`, "u");
}

const donePhrase = phraseOf([...doneWords, ...metWords]);
const metPhrase = phraseOf(metWords);
/** 还差10学时: how much is lacking. */
const shortPhrase = new RegExp(`^${anyOf(still)}?${anyOf(short)}\\d`, "u");
/** Longer texts are sentences, not marks. */
const longestPhrase = 12;

/** True: said; false: denied; null: no such phrase. */
function saidIn(phrase: RegExp, text: string): boolean | null {
  const found = text.length > longestPhrase ? null : phrase.exec(text);
  return found === null ? null : found[1] === "";
}

/** Whether a cell says yes or no; null where it is blank or says something else. */
export function readMark(value: CellValue): "yes" | "no" | null {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value !== "string" && typeof value !== "number") return null;
  const text = bare(String(value));
  if (yes.has(text)) return "yes";
  if (no.has(text) || lacks.has(text)) return "no";
  const said = saidIn(donePhrase, text);
  return said === null ? null : said ? "yes" : "no";
}

/** Whether the word of a result cell claims that a rule is met; null where it is no such word. */
export function readOutcome(text: string): "met" | "unmet" | null {
  const word = bare(text);
  if (unmet.has(word) || shortPhrase.test(word)) return "unmet";
  if (met.has(word)) return "met";
  // 合格（良好）: what stands in brackets only adds to it.
  const said = saidIn(metPhrase, word.replace(/[(（][^()（）]*[)）]$/u, ""));
  return said === null ? null : said ? "met" : "unmet";
}

/** 已修满90学时, 完成率100%: what the word before an amount says, and the amount. Null for anything else. */
export function readStated(text: string): { readonly says: "met" | "unmet"; readonly amount: Exact; readonly percent: boolean } | null {
  const [, word = "", rest = ""] = /^(\D{1,12})(\d.{0,12})$/u.exec(bare(text)) ?? [];
  const says = word === "" ? null : readOutcome(word);
  const read = readNumber(rest);
  return says === null || read.kind !== "number" ? null : { says, amount: read.exact, percent: read.percent };
}
