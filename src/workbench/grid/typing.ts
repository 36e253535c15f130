/**
 * What Excel makes of a text that is written into a cell: numbers, percentages, dates, TRUE and FALSE, errors, formulas.
 * An approximation of the documented behaviour for zh-CN; a cell of format "@" keeps every text as it is.
 */
import { type Content, GridError, type GridValue } from "./grid";

const ERRORS = new Set(["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#SPILL!", "#CALC!", "#BUSY!"]);
const NUMBER = /^[+-]?(\d{1,3}(,\d{3})+|\d+)?(\.\d*)?(e[+-]?\d+)?$/i;
const DATE = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})$|^(\d{4})年(\d{1,2})月(\d{1,2})日$/;
const DAY_MS = 86_400_000;

/** "Total number of characters that a cell can contain", "length of formula contents", and of a text within a formula. */
const LONGEST_TEXT = 32_767;
const LONGEST_FORMULA = 8192;
const LONGEST_FORMULA_TEXT = 255;

/** Whether every bracket and quotation mark of a formula is closed; what Excel refuses beyond that is not known here. */
function isClosed(formula: string): boolean {
  const outside = formula.slice(1).replaceAll(/"(?:[^"]|"")*"|'(?:[^']|'')*'/g, "0");
  if (/["']/.test(outside)) return false;
  let depth = 0;
  for (const mark of outside) {
    if (mark === "(") depth += 1;
    if (mark === ")") depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0 && !/[-+*/&^=<>,(]$/.test(outside.trim());
}

/** Whether Excel takes a text into a cell at all. */
export function isAcceptable(text: string, numberFormat: string): boolean {
  if (text.length > LONGEST_TEXT) return false;
  if (!text.startsWith("=") || text.length === 1 || numberFormat === "@") return true;
  const texts = text.match(/"(?:[^"]|"")*"/g) ?? [];
  return text.length <= LONGEST_FORMULA && texts.every((one) => one.length - 2 <= LONGEST_FORMULA_TEXT) && isClosed(text);
}

/** A content together with the number format that typing it sets (a date, a percentage). */
export interface Typed {
  readonly content: Content;
  readonly numberFormat?: string;
}

const plain = (value: GridValue): Typed => ({ content: { value, formula: null } });

/** An error of Excel's by its text. */
export const errorFrom = (text: string): GridError | undefined =>
  ERRORS.has(text.toUpperCase()) ? new GridError(text.toUpperCase()) : undefined;

/** Days since 1899-12-30, as Excel counts them from March 1900 on. */
export const serialOfDate = (year: number, month: number, day: number): number | undefined => {
  const at = Date.UTC(year, month - 1, day);
  const read = new Date(at);
  return read.getUTCMonth() === month - 1 && read.getUTCDate() === day ? (at - Date.UTC(1899, 11, 30)) / DAY_MS : undefined;
};

function typedDate(text: string): Typed | undefined {
  const found = DATE.exec(text);
  if (found === null) return undefined;
  const [year, month, day] = [found[1] ?? found[5], found[3] ?? found[6], found[4] ?? found[7]].map(Number);
  const serial = serialOfDate(year ?? 0, month ?? 0, day ?? 0);
  if (serial === undefined || serial < 61) return undefined;
  return { content: { value: serial, formula: null }, numberFormat: found[5] === undefined ? "yyyy/m/d" : 'yyyy"年"m"月"d"日"' };
}

function typedNumber(text: string): Typed | undefined {
  const isPercent = text.endsWith("%");
  const digits = (isPercent ? text.slice(0, -1) : text).trim();
  if (!/\d/.test(digits) || !NUMBER.test(digits)) return undefined;
  const value = Number(Number(digits.replaceAll(",", "")).toPrecision(15));
  if (!Number.isFinite(value)) return undefined;
  return isPercent ? { content: { value: value / 100, formula: null }, numberFormat: digits.includes(".") ? "0.00%" : "0%" } : plain(value);
}

function typedText(text: string): Typed {
  if (text === "") return plain(null);
  if (text.startsWith("'")) return plain(text.slice(1));
  if (text.startsWith("=") && text.length > 1) return { content: { value: null, formula: text } };
  const upper = text.toUpperCase();
  if (upper === "TRUE" || upper === "FALSE") return plain(upper === "TRUE");
  const error = errorFrom(text);
  if (error !== undefined) return plain(error);
  return typedNumber(text.trim()) ?? typedDate(text.trim()) ?? plain(text);
}

/**
 * @param input what the client sent for one cell: text, number or boolean.
 * @param numberFormat the cell's format; in "@" texts stay texts.
 */
export function typed(input: string | number | boolean, numberFormat: string): Typed {
  if (typeof input === "boolean") return plain(input);
  if (typeof input === "number") return plain(numberFormat === "@" ? String(input) : Number(input.toPrecision(15)));
  if (numberFormat === "@") return plain(input === "" ? null : input);
  return typedText(input);
}
