/**
 * Reading a number out of a cell: what Excel holds as a number, and what a clerk typed as text that can only be one
 * number (`18 `, `１８`, `24学时`, `二十`, `80%`). Whatever could be two things stays unread; so 未交, 12+8 and 约20.
 */
import { CellError, type CellErrorCode, type CellValue } from "./cell";
import { exact, excelDigits, toNumber, type Exact } from "./exact";
import { readHanDecimal, readHanPercent } from "./han";
import { tidy } from "./text";
import absent from "./vocabulary/absent.json";
import unitWords from "./vocabulary/units.json";

export interface NumberOptions {
  /** "text": the cell comes from a file in which everything is text (CSV), so that a number as text is nothing of note. */
  readonly origin?: "text" | "excel" | "spreadsheet";
}

export interface ReadNumber {
  readonly kind: "number";
  readonly value: number;
  readonly exact: Exact;
  /** The cell holds text that was read as this number. */
  readonly asText: boolean;
  /** The unit written with it (学时, 天, 元), or null. */
  readonly unit: string | null;
  /** Written as a percentage; 80% has the value 0.8. */
  readonly percent: boolean;
}

export type NumberReading =
  | { readonly kind: "blank" }
  | ReadNumber
  | { readonly kind: "error"; readonly code: CellErrorCode }
  /** `dash`: a stroke or 无, which clerks write for "nothing". */
  | { readonly kind: "unreadable"; readonly text: string; readonly dash?: boolean };

/** What a text says as a number, before its sort of cell is known. */
interface Written {
  readonly exact: Exact;
  readonly unit: string | null;
  readonly percent: boolean;
}

/** A text longer than this is prose. */
const longestNumber = 40;
const dashes = new Set(absent.dash);
const multipliers = new Map(Object.entries(unitWords.multipliers));
const aliases = new Map(Object.entries(unitWords.aliases));
const knownUnits = new Set([...unitWords.units, ...aliases.keys()]);
const currencies = Object.entries(unitWords.currency);
const hundred = exact(100);

const plain = String.raw`(?:\d{1,15}(?:\.\d{0,30})?|\.\d{1,30})`;
const grouped = String.raw`\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,9})?`;
const westernNumber = new RegExp(`^(${grouped}|${plain}) ?(.*)$`);
const strictNumber = new RegExp(`^[+-]?${plain}$`);
const hanNumeral = /^[〇○零一二两三四五六七八九十百千万亿点壹贰叁肆伍陆柒捌玖拾佰仟负]+/;

/** 天, 个半天, (天). */
function unitNamed(tail: string): string | null {
  const text = /^\(([^()]+)\)$/.exec(tail)?.[1]?.trim() ?? tail;
  if (knownUnits.has(text)) return aliases.get(text) ?? text;
  const { counter } = unitWords;
  if (!text.startsWith(counter)) return null;
  const counted = text.slice(counter.length).trim();
  return knownUnits.has(counted) ? (aliases.get(counted) ?? counted) : null;
}

/** Digits as their number: more than Excel keeps are what a division left in a CSV (0.0158333333333333315), and are taken as Excel takes them. */
function ofDigits(digits: string): Exact {
  const significant = digits.replace(/[+\-.]/g, "").replace(/^0+/, "").length;
  return significant > excelDigits ? exact(Number(digits)) : exact(digits);
}

/** What stands behind the digits: nothing, a percent sign, a unit, or 万 and a unit. */
function readTail(digits: string, tail: string): Written | null {
  const value = ofDigits(digits);
  if (tail === "") return { exact: value, unit: null, percent: false };
  if (tail === "%") return { exact: value.div(hundred), unit: null, percent: true };
  const unit = unitNamed(tail);
  if (unit !== null) return { exact: value, unit, percent: false };
  const factor = multipliers.get(tail.charAt(0));
  if (factor === undefined) return null;
  const rest = tail.slice(1).trim();
  const restUnit = rest === "" ? null : unitNamed(rest);
  if (rest !== "" && restUnit === null) return null;
  return { exact: value.mul(factor), unit: restUnit, percent: false };
}

function readWestern(text: string): Written | null {
  const match = westernNumber.exec(text);
  if (match === null) return null;
  const [, digits = "", tail = ""] = match;
  return readTail(digits.replaceAll(",", ""), tail);
}

/** Chinese numerals; the unit is what follows the longest run of numerals that is well formed. */
function readHan(text: string): Written | null {
  const percent = readHanPercent(text);
  if (percent !== null) return readTail(percent, "%");
  const run = hanNumeral.exec(text)?.[0] ?? "";
  const digits = readHanDecimal(run);
  if (digits === null) return null;
  const tail = text.slice(run.length).trim();
  if (tail === "") return { exact: exact(digits), unit: null, percent: false };
  const unit = unitNamed(tail);
  return unit === null ? null : { exact: exact(digits), unit, percent: false };
}

/** 半天, 一天半, 全天: days of which half a one may be told in words. */
const halfDays = /^(?:(半)|(全|整)|(.{1,4}?)个?)(天|日)(半)?$/;

function readDays(text: string): Written | null {
  const match = halfDays.exec(text);
  if (match === null) return null;
  const [, half, whole, count = "", , more] = match;
  if (more === undefined && half === undefined && whole === undefined) return null;
  if (more !== undefined && half !== undefined) return null;
  const days = half !== undefined ? "0.5" : whole !== undefined ? "1" : /^\d{1,4}$/.test(count) ? count : readHanDecimal(count);
  if (days === null) return null;
  return { exact: exact(days).add(more === undefined ? 0 : exact("0.5")), unit: unitWords.day, percent: false };
}

function readWritten(text: string): Written | null {
  const signed = /^([+\-−])? ?(.*)$/.exec(text);
  const sign = signed?.[1] ?? "";
  const body = signed?.[2] ?? "";
  const currency = currencies.find(([mark]) => body.startsWith(mark));
  const amount = currency === undefined ? body : body.slice(currency[0].length).trim();
  const read = readWestern(amount) ?? readDays(amount) ?? (sign === "" ? readHan(amount) : null);
  if (read === null) return null;
  if (currency !== undefined && (read.percent || (read.unit !== null && read.unit !== currency[1]))) return null;
  const value = sign === "" || sign === "+" ? read.exact : read.exact.neg();
  return { ...read, exact: value, unit: currency?.[1] ?? read.unit };
}

function ofNumber(value: number): NumberReading {
  if (!Number.isFinite(value)) return { kind: "unreadable", text: String(value) };
  return { kind: "number", value, exact: exact(value), asText: false, unit: null, percent: false };
}

function ofText(source: string, options: NumberOptions): NumberReading {
  const text = tidy(source);
  if (text === "") return { kind: "blank" };
  if (dashes.has(text)) return { kind: "unreadable", text: source, dash: true };
  const written = text.length > longestNumber ? null : readWritten(text);
  if (written === null) return { kind: "unreadable", text: source };
  return { kind: "number", value: toNumber(written.exact), asText: options.origin !== "text", ...written };
}

/** Reads a cell as a number. Booleans and dates in text are no numbers; a blank is blank, never 0. */
export function readNumber(value: CellValue, options: NumberOptions = {}): NumberReading {
  if (value === null) return { kind: "blank" };
  if (value instanceof CellError) return { kind: "error", code: value.code };
  if (typeof value === "number") return ofNumber(value);
  if (typeof value === "boolean") return { kind: "unreadable", text: value ? "TRUE" : "FALSE" };
  return ofText(value, options);
}

/**
 * The stricter reading for KAOHE functions: numbers, and text of digits (full-width too, spaces around them allowed);
 * a blank counts 0, because Excel hands some blanks over as 0; nothing else is guessed.
 */
export function functionNumber(value: CellValue): Exclude<NumberReading, { kind: "blank" }> {
  if (value === null) return { ...zeroReading };
  if (typeof value !== "string") {
    const read = readNumber(value);
    return read.kind === "blank" ? { ...zeroReading } : read;
  }
  const text = tidy(value);
  if (text === "") return { ...zeroReading };
  if (text.length > longestNumber || !strictNumber.test(text)) return { kind: "unreadable", text: value };
  const number = ofDigits(text);
  return { kind: "number", value: toNumber(number), exact: number, asText: true, unit: null, percent: false };
}

const zeroReading: ReadNumber = { kind: "number", value: 0, exact: exact(0), asText: false, unit: null, percent: false };
