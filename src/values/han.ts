/**
 * Numerals written in Chinese: 二十, 一百零五, 两百, 二十点五, 二〇二四. Only well-formed ones: 一百五 (150 or 105?) and
 * 七八 (seven or eight) are left unread.
 */
import numerals from "./vocabulary/numerals.json";

const digits = new Map(Object.entries(numerals.digits));
const tens = new Map(Object.entries(numerals.tens));
const myriads = new Map(Object.entries(numerals.myriads));
const digitNames = Object.entries(numerals.digits).filter(([name]) => "零一二三四五六七八九".includes(name));
const nameOf = new Map(digitNames.map(([name, value]) => [value, name]));
const [ten = "", hundred = "", thousand = ""] = Object.keys(numerals.tens);
const [myriad = "", hundredMillion = ""] = Object.keys(numerals.myriads);

function name(digit: number): string {
  return nameOf.get(digit) ?? "";
}

function writeSection(value: number): string {
  const places: readonly [number, string][] = [
    [1000, thousand],
    [100, hundred],
    [10, ten],
    [1, ""],
  ];
  let out = "";
  let gap = false;
  for (const [size, unit] of places) {
    const digit = Math.floor(value / size) % 10;
    if (digit === 0) gap = gap || out !== "";
    else {
      out += (gap ? numerals.zero : "") + name(digit) + unit;
      gap = false;
    }
  }
  return out;
}

/** The numeral of a whole number from 0 to 9,999,9999,9999 in its full form (一十二, 一百零五). */
export function writeHan(value: number): string {
  if (value === 0) return numerals.zero;
  const parts: readonly [number, string][] = [
    [Math.floor(value / 1e8), hundredMillion],
    [Math.floor(value / 1e4) % 1e4, myriad],
    [value % 1e4, ""],
  ];
  let out = "";
  let gap = false;
  for (const [section, unit] of parts) {
    if (section === 0) gap = gap || out !== "";
    else {
      const needsZero = out !== "" && (gap || section < 1000);
      out += (needsZero ? numerals.zero : "") + writeSection(section) + unit;
      gap = false;
    }
  }
  return out;
}

/** One spelling for each numeral: 两 as 二, 〇 as 零, capital numerals as plain ones, 一十二 as 十二. */
function spelling(text: string): string {
  let out = "";
  for (const mark of text) {
    const digit = digits.get(mark);
    const size = tens.get(mark);
    if (digit !== undefined) out += name(digit);
    else if (size !== undefined) out += size === 10 ? ten : size === 100 ? hundred : thousand;
    else out += mark;
  }
  return out.replaceAll(name(1) + ten, ten);
}

function addUp(text: string): number | null {
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  for (const mark of text) {
    const value = digits.get(mark);
    const size = tens.get(mark);
    const large = myriads.get(mark);
    if (value !== undefined) digit = value;
    else if (size !== undefined) {
      section += (digit ?? 1) * size;
      digit = null;
    } else if (large !== undefined) {
      total += (section + (digit ?? 0)) * large;
      section = 0;
      digit = null;
    } else return null;
  }
  return total + section + (digit ?? 0);
}

/** The digits of 二〇二四 as "2024"; null where a mark is no digit. */
export function readHanDigits(text: string): string | null {
  let out = "";
  for (const mark of text) {
    const digit = digits.get(mark);
    if (digit === undefined) return null;
    out += String(digit);
  }
  return out === "" ? null : out;
}

/** A whole number in Chinese numerals, or null where it is not well formed. Positional ones (二〇二四, 三〇) need a 〇. */
export function readHanInteger(text: string): number | null {
  if (text === "" || text.length > 40) return null;
  const value = addUp(text);
  if (value === null) return null;
  if (value <= 999_999_999_999 && spelling(text) === spelling(writeHan(value))) return value;
  const positional = readHanDigits(text);
  if (positional !== null && positional.length > 1 && positional.length <= 12 && /^[1-9].*0/.test(positional)) return Number(positional);
  return null;
}

/** A number in Chinese numerals as a decimal text: 二十点五 → "20.5", 负五 → "-5"; null where it is not well formed. */
export function readHanDecimal(text: string): string | null {
  const negative = text.startsWith(numerals.minus);
  const [wholeText = "", decimalText, ...more] = (negative ? text.slice(numerals.minus.length) : text).split(numerals.point);
  const whole = readHanInteger(wholeText);
  if (whole === null || more.length > 0) return null;
  const sign = negative ? "-" : "";
  if (decimalText === undefined) return `${sign}${whole}`;
  const decimals = decimalText.length > 9 ? null : readHanDigits(decimalText);
  return decimals === null ? null : `${sign}${whole}.${decimals}`;
}

/** 百分之八十 → "80", 百分之百 → "100"; null where it is no percentage in words. The number may also be in digits: 百分之80. */
export function readHanPercent(text: string): string | null {
  if (!text.startsWith(numerals.percent)) return null;
  if (text === numerals.wholePercent) return "100";
  const rest = text.slice(numerals.percent.length).trim();
  return /^\d{1,9}(?:\.\d{1,9})?$/.test(rest) ? rest : readHanDecimal(rest);
}
