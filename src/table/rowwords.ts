/** What a cell's text makes of its row: 合计, 小计, 平均, 示例, 注：, 填表人：. Whole-text comparisons only, no guessing. */
import type { CellValue } from "../values/cell";
import { isCaption } from "./headerwords";
import type { RowKind } from "./table";
import words from "./words.json";
import { bare, squeeze } from "./wording";

const totals = new Set(words.total.map(bare));
const subtotals = new Set(words.subtotal.map(bare));
const averages = new Set(words.average.map(bare));
const examples = new Set(words.example.map(bare));
const notes = words.note.map(bare);
const footers = new Set(words.footer.map(bare));
const letterRuns = words.letters;
const columnNumbers = new Set(words.columnNumber.map(bare));

/** First characters of all these words: a text that begins otherwise is not looked at more closely. */
export const tellingStarts: ReadonlySet<string> = new Set(
  [
    ...words.total,
    ...words.subtotal,
    ...words.carriedIn,
    ...words.average,
    ...words.example,
    ...words.note,
    ...words.footer,
    ...words.columnNumber,
    ...words.points,
  ].map((word) => word.slice(0, 1)),
);

function endsWithAny(text: string, list: readonly string[]): boolean {
  return list.some((word) => text.length > word.length && text.endsWith(word));
}

const plain = words.plainSums;
const counted = new RegExp(`^(${[...plain.total, ...plain.subtotal, ...plain.average].join("|")})[:：]?\\d`, "u");

/** 合计, 合 计, 语文组小计, 合计（45人）, 合计：45人, 平均分. */
export function statisticOf(text: string): RowKind | null {
  const squeezed = squeeze(text);
  if (squeezed.length > 24) return null;
  const name = bare(squeezed.replace(/[(（][^()（）]*[)）]/g, ""));
  if (subtotals.has(name) || endsWithAny(name, plain.subtotal)) return "subtotal";
  if (averages.has(name) || endsWithAny(name, plain.average)) return "average";
  if (totals.has(name) || endsWithAny(name, plain.total)) return "total";
  const word = counted.exec(squeezed)?.[1];
  if (word === undefined) return null;
  return plain.subtotal.includes(word) ? "subtotal" : plain.average.includes(word) ? "average" : "total";
}

const carriedIn = new Set(words.carriedIn.map(bare));

/** 承上页: the sum of the page before, once more. */
export function isCarriedIn(text: string): boolean {
  return carriedIn.has(bare(text));
}

/** 示例, 例：, （示例）张三, 例1. */
export function isExampleWord(text: string): boolean {
  const squeezed = squeeze(text);
  const name = bare(squeezed);
  if (examples.has(name) || /^例\d{0,2}$/.test(name)) return true;
  return /^[(（[【]?(?:示例|样例|填写示例|范例|例如|例|如)[:：)）\]】]/.test(squeezed) || /[(（](?:示例|样例|例)[)）]$/.test(squeezed);
}

const requirements = new Set(words.requirement.map(bare));

/** 规定, 应修学时: what is asked of everybody. */
export function isRequirementWord(text: string): boolean {
  return requirements.has(bare(text.replace(/[(（][^()（）]*[)）]/g, "")));
}

/** 必填, ≤20分, 0—20, 每次5分: what is to be filled in, instead of it. */
export function isInstruction(text: string): boolean {
  const squeezed = squeeze(text).toLowerCase();
  if (/^[(（]?(?:[≤≥<>]=?|不超过)\d/u.test(squeezed) || /^[(（]?\d+(?:\.\d+)?[-—–~至]+\d+(?:\.\d+)?分?[)）]?$/u.test(squeezed)) return true;
  return squeezed.length <= 20 && words.instructions.some((word) => squeezed.includes(word));
}

const placeholder = new RegExp(`[${words.placeholders}]{2}`, "u");

/** ×××, 张××, 某某, 某某小学 in place of a name. */
export function isPlaceholder(text: string): boolean {
  return placeholder.test(squeeze(text));
}

export function saysExample(text: string): boolean {
  return words.exampleInside.some((word) => text.includes(word));
}

/** 注：…, 备注：…, 说明：…, *…, or a note's word alone. */
export function isNoteText(text: string): boolean {
  const squeezed = squeeze(text);
  if (/^[*※]/.test(squeezed) && squeezed.length > 6) return true;
  if (/^年月日$/.test(squeezed) || /^第\d+页/.test(squeezed)) return true;
  const label = /^(?:[(（[【]?)([^:：.、0-9]{1,8})[)）\]】]?(?:[:：.、]|\d|$)/.exec(squeezed)?.[1];
  return label !== undefined && notes.includes(bare(label));
}

/** 填表人：张三, 审核人（签字）：, 2024年12月30日 alone is none. */
export function isFooterText(text: string): boolean {
  const squeezed = squeeze(text).replace(/[(（][^()（）]*[)）]/g, "");
  const label = bare(/^([^:：]{1,12})(?:[:：]|$)/.exec(squeezed)?.[1] ?? "");
  if (footers.has(label)) return true;
  return isCaption(text) && /[:：]/.test(squeezed) && footers.has(bare(/([^\s:：]{1,8})[:：][^:：]*$/.exec(text)?.[1] ?? ""));
}

/** 2024年9月5日, 2024.12. */
export function isDay(text: string): boolean {
  return /^(?:19|20)\d{2}[年.\-/]\d{1,2}(?:$|[月.\-/日])/.test(squeeze(text));
}

/** 一、语文组, （二）数学教研组. */
export function isNumberedHeading(text: string): boolean {
  return /^[(（]?[一二三四五六七八九十]{1,3}[)）、.．]/.test(squeeze(text));
}

/** 语文组, 初中部, 兰西一中 over the people of it: no person is called so. */
export function isDepartment(text: string): boolean {
  const name = bare(text);
  return words.departments.some((ending) => name.length > ending.length && name.endsWith(ending));
}

const captions = new Set([...words.caption, ...words.footer].map(bare));

/** 填报单位, 学年: a label standing in a cell of its own. */
export function isCaptionLabel(text: string): boolean {
  return text.length <= 16 && captions.has(bare(text.replace(/[(（][^()（）]*[)）]/g, "")));
}

function ordinalOf(text: string): { run: string; place: number } | null {
  const plain = squeeze(text).replace(/[()（）\s]/g, "");
  if (/^\d{1,2}$/.test(plain)) return { run: "number", place: Number(plain) };
  if (plain.length !== 1) return null;
  for (const run of letterRuns) {
    const place = run.indexOf(plain.toUpperCase());
    if (place >= 0) return { run, place: place + 1 };
  }
  return null;
}

/** 甲 乙 丙 1 2 3, A B C, 栏次 1 2 3, also with formulas in words (5=1+2): the letters of the columns. */
export function isLettersRow(values: readonly CellValue[]): boolean {
  const marks = values.filter((value) => value !== null && value !== "");
  const rest = typeof marks[0] === "string" && columnNumbers.has(bare(marks[0])) ? marks.slice(1) : marks;
  if (rest.length < 3) return false;
  const last = new Map<string, number>();
  let steps = 0;
  for (const value of rest) {
    if (typeof value !== "string" && typeof value !== "number") return false;
    const text = String(value);
    const start = /^[(（]?(\d{1,2})[)）]?[=＝]/.exec(squeeze(text))?.[1];
    const mark = ordinalOf(start ?? text);
    if (mark === null) return false;
    const before = last.get(mark.run);
    // The first of a run is 1 or 甲; where numbers follow letters, they may go on counting.
    if (before === undefined ? mark.place > rest.length : mark.place !== before + 1) return false;
    if (before !== undefined) steps++;
    last.set(mark.run, mark.place);
  }
  return steps >= rest.length - last.size && steps >= 1;
}
