/**
 * Reading a day (or a month) out of a cell: serial numbers, and the ways in which clerks write dates: 2024.9.25,
 * 2024年9月25日, 20240925, 二〇二四年九月二十五日. 9/25/2024 could be several days and stays unread, and so do 24.9.25 and
 * 9.25 where nothing around the cell says the year.
 */
import { civilDate, compareDates, isoOf, ofSerial, type CivilDate, type MonthOrDay } from "./calendar";
import { CellError, type CellErrorCode, type CellValue } from "./cell";
import { readHanDigits, readHanInteger } from "./han";
import { tidy } from "./text";

export { addYears, ageOn, civilDate, compareDates, daysBetween, isoOf, ofIso, ofSerial, serialOf } from "./calendar";
export type { CivilDate, MonthOrDay } from "./calendar";

export interface DateContext {
  /** Serials are counted from 1904 (old Mac workbooks). */
  readonly date1904?: boolean;
  /** The year of 9月25日, where the cell names none. */
  readonly year?: number;
  /** The cell shows its number as a date. Where it is known not to, small numbers are no dates. */
  readonly isDateFormat?: boolean;
}

interface Read {
  readonly kind: "date";
  readonly year: number;
  readonly month: number;
  /** 2024-09-25, or 2024-09. */
  readonly iso: string;
  /** The cell holds text, not a date of Excel's. */
  readonly asText: boolean;
}

/** A day, or a month only (day null). */
export type ReadDate = (Read & { readonly day: number }) | (Read & { readonly day: null });

export type DateReading =
  | { readonly kind: "blank" }
  | ReadDate
  | { readonly kind: "unreadable"; readonly text: string }
  | { readonly kind: "error"; readonly code: CellErrorCode };

export type DateSpanReading =
  | { readonly kind: "blank" }
  | { readonly kind: "span"; readonly from: MonthOrDay; readonly to: MonthOrDay; readonly asText: boolean }
  | { readonly kind: "unreadable"; readonly text: string }
  | { readonly kind: "error"; readonly code: CellErrorCode };

/** A text longer than this is prose. */
const longestDate = 60;

/** Whether a number format shows a date: y, m or d outside of quotes, escapes, colours and locale tags; a bare time is none. */
export function isDateFormat(code: string): boolean {
  if (code.length > 255) return false;
  const first = code.split(";")[0] ?? "";
  const letters = first.replace(/"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]/gi, "").toLowerCase();
  return /[yd]/.test(letters) || (letters.includes("m") && !/[hs]/.test(letters));
}

function month(year: number, number: number): MonthOrDay | null {
  return civilDate(year, number, 1) === null ? null : { year, month: number, day: null };
}

/** The day of the parts of a match; month only where the day is missing. */
function dayOf(year: string | undefined, monthText: string | undefined, day: string | undefined): MonthOrDay | null {
  const monthNumber = Number(monthText);
  return day === undefined ? month(Number(year), monthNumber) : civilDate(Number(year), monthNumber, Number(day));
}

const weekday = /[(（]?(?:星期|周|礼拜)[一二三四五六日天][)）]?$/;
const timeOfDay =
  /(?:^|[T ]|(?<=日|号))(?:上午|下午|晚上|早上|中午)? ?(\d{1,2})(?::(\d{2})(?::(\d{2})(?:\.\d{1,6})?)?|时(?:(\d{1,2})分)?|点(?:(\d{1,2})分)?)(?: ?[ap]m|z|[+-]\d{2}:?\d{2})?$/i;

/** 上午, （半天）, (共2天), 起 after a day: when on the day, or how long from it. */
const partOfDay =
  /(?<=[日号月\d]) ?(?:[(（](?:上午|下午|晚上?|全天|半天|一天|共?计?\d{1,2}天半?)[)）]|上午|下午|晚上?|早上|中午|全天|半天|起|开始)$/;

/** The text before a time of day and a weekday; null where the time is none (25:00). */
function withoutTime(whole: string): string | null {
  const text = whole.replace(partOfDay, "");
  const time = timeOfDay.exec(text);
  if (time === null) return text.replace(weekday, "").trim();
  const [, hours, ...rest] = time;
  const tooLarge = Number(hours) > 24 || rest.some((part) => Number(part) > 59);
  return tooLarge ? null : text.slice(0, time.index).replace(weekday, "").trim();
}

/** Months and days of the month go up to 31; the years of a workbook lie together. */
const longestWorkbook = 5;

/** 24 beside 2024: the year of two digits, where it can be no other. Above 12 it is no month; without a year around it could be any century's. */
function fullYear(twoDigits: string | undefined, near: number | undefined): string | undefined {
  if (near === undefined || Number(twoDigits) <= 12) return undefined;
  const year = Math.floor(near / 100) * 100 + Number(twoDigits);
  return Math.abs(year - near) <= longestWorkbook ? String(year) : undefined;
}

type Form = readonly [RegExp, (match: RegExpExecArray, context: DateContext) => MonthOrDay | null];

function ofHan(year: number, monthText = "", dayText?: string): MonthOrDay | null {
  const monthNumber = readHanInteger(monthText);
  const day = dayText === undefined ? undefined : readHanInteger(dayText);
  if (monthNumber === null || day === null) return null;
  return day === undefined ? month(year, monthNumber) : civilDate(year, monthNumber, day);
}

/** The forms in which a date may be written, spaces already taken out around its marks. */
const forms: readonly Form[] = [
  [/^(\d{4})年(\d{1,2})月(\d{1,2})[日号]?$/, ([, y, m, d]) => dayOf(y, m, d)],
  [/^(\d{4})([.\-/。])(\d{1,2})\2(\d{1,2})[日号]?$/, ([, y, , m, d]) => dayOf(y, m, d)],
  [/^(\d{4})(\d{2})(\d{2})$/, ([, y, m, d]) => dayOf(y, m, d)],
  [/^(\d{1,2})月(?:份|(\d{1,2})[日号]?)?$/, ([, m, d], { year }) => dayOf(year?.toString(), m, d)],
  [/^(\d{1,2})[./。](\d{1,2})[日号]?$/, ([, m, d], { year }) => dayOf(year?.toString(), m, d)],
  [/^(\d{2})年(\d{1,2})月(?:份|(\d{1,2})[日号]?)?$/, ([, y, m, d], { year }) => dayOf(fullYear(y, year), m, d)],
  [/^(\d{2})([.\-/。])(\d{1,2})\2(\d{1,2})[日号]?$/, ([, y, , m, d], { year }) => dayOf(fullYear(y, year), m, d)],
  [/^(\d{4})年(\d{1,2})月份?$/, ([, y, m]) => dayOf(y, m, undefined)],
  [/^((?:19|20)\d{2})[.\-/](\d{1,2})$/, ([, y, m]) => dayOf(y, m, undefined)],
  [/^((?:19|20)\d{2})(\d{2})$/, ([, y, m]) => dayOf(y, m, undefined)],
  [
    /^([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月(?:份|([一二三四五六七八九十]{1,3})[日号]?)?$/,
    ([, y = "", m, d]) => ofHan(Number(readHanDigits(y)), m, d),
  ],
  [/^([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})[日号]?$/, ([, m, d], { year = NaN }) => ofHan(year, m, d)],
];

function readForms(text: string, context: DateContext): MonthOrDay | null {
  const bare = text.replace(/ ?([年月.\-/。]) ?/g, "$1").replace(/ (?=[日号]$)/, "");
  for (const [form, dateOf] of forms) {
    const match = form.exec(bare);
    if (match !== null) return dateOf(match, context);
  }
  return null;
}

function readText(text: string, context: DateContext): MonthOrDay | null {
  const date = withoutTime(text);
  return date === null ? null : readForms(date, context);
}

/** 2024.9 and 2024.11 as a number can only be a month; 2024.1 may be January or October. */
function monthInNumber(value: number): MonthOrDay | null {
  const match = /^((?:19|20)\d{2})\.([2-9]|0[1-9]|1[12])$/.exec(String(value));
  return match === null ? null : dayOf(match[1], match[2], undefined);
}

/** 7.15 as a number is 15 July; 7.1 may be the first or the tenth, and is July in any case. */
function dayInNumber(value: number, year: number): MonthOrDay | null {
  const match = /^(\d{1,2})\.(\d{1,2})$/.exec(String(value));
  if (match === null) return null;
  const [, monthText, day = ""] = match;
  const mayHaveLostZero = day.length === 1 && dayOf(String(year), monthText, `${day}0`) !== null;
  return dayOf(String(year), monthText, mayHaveLostZero ? undefined : day);
}

/**
 * A number that is not shown as a date may be one still. Numbers from 1900 to 2100 are rather years; where the format is
 * known to be no date's, only serials of 1920 to 2100 count.
 */
function readNumber(value: number, context: DateContext): MonthOrDay | null {
  if (context.isDateFormat === true) return ofSerial(value, context.date1904);
  const digits = String(value);
  if (/^\d{8}$/.test(digits) || /^(?:19|20)\d{4}$/.test(digits)) return readForms(digits, context);
  if (value >= 1900 && value < 2101) return monthInNumber(value);
  if (value < 13 && context.isDateFormat === false && context.year !== undefined) return dayInNumber(value, context.year);
  const date = ofSerial(value, context.date1904);
  if (date === null || context.isDateFormat === undefined) return date;
  return date.year >= 1920 && date.year <= 2100 ? date : null;
}

function reading(date: MonthOrDay, asText: boolean): ReadDate {
  const { year, month: monthNumber, day } = date;
  const common = { kind: "date", year, month: monthNumber, iso: isoOf(date), asText } as const;
  return day === null ? { ...common, day } : { ...common, day };
}

/** Reads a cell as a date. A time after the date is dropped; an impossible date (2024-02-30) is unreadable. */
export function readDate(value: CellValue, context: DateContext = {}): DateReading {
  if (value === null) return { kind: "blank" };
  if (value instanceof CellError) return { kind: "error", code: value.code };
  if (typeof value === "boolean") return { kind: "unreadable", text: value ? "TRUE" : "FALSE" };
  if (typeof value === "number") {
    const date = readNumber(value, context);
    return date === null ? { kind: "unreadable", text: String(value) } : reading(date, false);
  }
  const text = tidy(value);
  if (text === "") return { kind: "blank" };
  const date = text.length > longestDate ? null : readText(text, context);
  return date === null ? { kind: "unreadable", text: value } : reading(date, true);
}

/** The day itself where the reading or date names one; null for a month only. */
export function wholeDay(date: MonthOrDay): CivilDate | null {
  const { year, month: monthNumber, day } = date;
  return day === null ? null : { year, month: monthNumber, day };
}

/** 1960, 1960年. */
const yearOnly = /^((?:19|20)\d{2})年?$/;
/** As a number, 1960.10 has lost its zero. */
const firstOrTenthMonth = /^((?:19|20)\d{2})\.1$/;

/** The days among which one lies of which little more than the year is said: 1960年; 1960.1 as a number, January or October. */
export function wholeYear(value: CellValue): { readonly from: CivilDate; readonly to: CivilDate } | null {
  if (typeof value !== "string" && typeof value !== "number") return null;
  const text = tidy(String(value));
  const lost = typeof value === "number" ? firstOrTenthMonth.exec(text) : null;
  const year = Number((lost ?? yearOnly.exec(text))?.[1]);
  const from = civilDate(year, 1, 1);
  const to = lost ? civilDate(year, 10, 31) : civilDate(year, 12, 31);
  return from && to ? { from, to } : null;
}

/** A span across new year of which only the start has a year is not longer than so many months; else the end is a slip. */
const longestAcrossYears = 6;

/** The end of a span: a whole date, or what it leaves out taken from the start (22, 9月22日, 9.22); 12月30日—1月3日 ends in the next year. */
function readEnd(text: string, from: MonthOrDay, context: DateContext): MonthOrDay | null {
  const full = readText(text, { ...context, year: from.year });
  if (full !== null && compareDates(from, full) <= 0) return full;
  const next = full && readText(text, { ...context, year: from.year + 1 });
  if (next && 12 + next.month - from.month <= longestAcrossYears && compareDates(from, next) <= 0) return next;
  const dayOnly = /^(\d{1,2})[日号]?$/.exec(withoutTime(text) ?? "");
  return dayOnly === null || from.day === null ? null : civilDate(from.year, from.month, Number(dayOnly[1]));
}

interface Span {
  readonly from: MonthOrDay;
  readonly to: MonthOrDay;
}

/** Marks that stand between two dates of which all days between are meant; a hyphen may also stand inside a date. */
const between = / ?(?:——|--|[—–~～至到−-]) ?/g;
/** Marks between days that are listed. */
const listed = / ?[、,;和及] ?/;

/** The text cut at each mark that may stand between two dates. */
function cuts(text: string): readonly (readonly [string, string])[] {
  return [...text.matchAll(between)].map((match) => [text.slice(0, match.index), text.slice(match.index + match[0].length)]);
}

function spanOf(from: MonthOrDay | null, to: MonthOrDay | null): Span | null {
  const fit = from !== null && to !== null && compareDates(from, to) <= 0 && (from.day === null) === (to.day === null);
  return fit ? { from, to } : null;
}

/** One date or the days between two, the first read by `start`. */
function readPiece(text: string, start: (text: string) => MonthOrDay | null, context: DateContext): Span | null {
  const single = start(text);
  if (single !== null) return { from: single, to: single };
  for (const [first, last] of cuts(text)) {
    const from = start(first);
    const span = from && spanOf(from, readEnd(last, from, context));
    if (span) return span;
  }
  return null;
}

/** From the first of the dates named to the last: 7月10日—12日, 2024.7.10、7.12, 9—12月. */
function readSpan(text: string, context: DateContext): Span | null {
  const [first = "", ...others] = text.split(listed);
  // 9—12月: the first month's 月 stands behind the last.
  const borrowed = /月份?$/.test(text) ? "月" : "";
  const ofFirst = (start: string): MonthOrDay | null => readText(start, context) ?? readText(`${start}${borrowed}`, context);
  let span = readPiece(first, ofFirst, context);
  for (const other of others) {
    const before: MonthOrDay | undefined = span?.to;
    const next: Span | null = before ? readPiece(other, (start) => readEnd(start, before, context), context) : null;
    span = span && next && spanOf(span.from, next.to);
  }
  return span;
}

/** Reads a cell as a span of days (2024.9.21-22, 9月21日—22日, 2024年9月21日至22日) or of months; a single date is a span of itself. */
export function readDateSpan(value: CellValue, context: DateContext = {}): DateSpanReading {
  if (typeof value !== "string") {
    const read = readDate(value, context);
    return read.kind === "date" ? { kind: "span", from: plain(read), to: plain(read), asText: false } : read;
  }
  const text = tidy(value);
  if (text === "") return { kind: "blank" };
  const span = text.length > longestDate ? null : readSpan(text.replace(partOfDay, ""), context);
  return span === null ? { kind: "unreadable", text: value } : { kind: "span", ...span, asText: true };
}

function plain({ year, month: monthNumber, day }: MonthOrDay): MonthOrDay {
  return { year, month: monthNumber, day };
}
