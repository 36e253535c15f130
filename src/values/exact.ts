/**
 * Exact arithmetic: rational numbers from cells, so that 59.995 stays below 60 and a sum of tenths is what a clerk
 * would write. Only arithmetic and the showing of its results; reading a cell stands in `number.ts`.
 */
import Fraction from "fraction.js";

export type Exact = Fraction;

/** Excel keeps 15 significant digits; what a double holds beyond them is an artefact. */
export const excelDigits = 15;
/** A computed value within this distance agrees with the exact one, whatever its rounding. */
const tolerance = new Fraction(1n, 1_000_000_000n);
/** Decimals up to which a rounded value can be told from the tolerance. */
const mostPlaces = 10;

function powerOfTen(exponent: number): bigint {
  return 10n ** BigInt(exponent);
}

function ofDecimal(text: string): Exact {
  const [mantissa = "", exponentText = "0"] = text.toLowerCase().split("e");
  const [whole = "", decimals = ""] = mantissa.split(".");
  const exponent = Number(exponentText) - decimals.length;
  const digits = BigInt(whole + decimals);
  return exponent >= 0 ? new Fraction(digits * powerOfTen(exponent), 1n) : new Fraction(digits, powerOfTen(-exponent));
}

/**
 * The exact value of a finite number, taken at Excel's 15 significant digits, or of a decimal in text ("59.995").
 * Throws RangeError for anything else: readers of cells refuse such values before they come here.
 */
export function exact(value: number | string): Exact {
  if (typeof value === "string") {
    if (!/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(value)) throw new RangeError(`not a decimal: ${value}`);
    return value.startsWith("-") ? ofDecimal(value.slice(1)).neg() : ofDecimal(value.replace("+", ""));
  }
  const known = ofNumbers.get(value);
  if (known) return known;
  const fresh = ofNumber(value);
  if (ofNumbers.size < mostKept) ofNumbers.set(value, fresh);
  return fresh;
}

/** Scores and hours are the same few numbers over and over: each is made once. They are never changed. */
const ofNumbers = new Map<number, Exact>();
const mostKept = 5000;

function ofNumber(value: number): Exact {
  if (!Number.isFinite(value)) throw new RangeError(`not finite: ${value}`);
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return new Fraction(BigInt(value), 1n);
  const magnitude = ofDecimal(Math.abs(value).toPrecision(excelDigits));
  return value < 0 ? magnitude.neg() : magnitude;
}

export const zero: Exact = exact(0);

export function sum(values: Iterable<Exact>): Exact {
  let total = zero;
  for (const value of values) total = total.add(value);
  return total;
}

export function compare(a: Exact, b: Exact): -1 | 0 | 1 {
  const order = a.compare(b);
  if (order === 0) return 0;
  return order < 0 ? -1 : 1;
}

/** 以上, 不少于, 不低于: the number itself counts in (民法典 art. 1259). */
export function atLeast(a: Exact, b: Exact): boolean {
  return compare(a, b) >= 0;
}

/** The magnitude in units of the last place, and what is left of it. */
function scaled(value: Exact, places: number): { units: bigint; rest: bigint } {
  const numerator = value.n * powerOfTen(places);
  return { units: numerator / value.d, rest: numerator % value.d };
}

function ofScaled(units: bigint, places: number, sign: bigint): Exact {
  return new Fraction(sign < 0n ? -units : units, powerOfTen(places));
}

/** 四舍五入 to `places` decimals; a half goes away from zero, as Excel's ROUND. */
export function roundHalfUp(value: Exact, places: number): Exact {
  const { units, rest } = scaled(value, places);
  return ofScaled(rest * 2n >= value.d ? units + 1n : units, places, value.s);
}

/** The nearest double, for a cell. */
export function toNumber(value: Exact): number {
  const { n, d } = value;
  const safe = BigInt(Number.MAX_SAFE_INTEGER);
  if (n <= safe && d <= safe) return Number(value.s * n) / Number(d);
  const places = Math.max(0, d.toString().length - n.toString().length + 25);
  return Number(`${value.s < 0n ? "-" : ""}${(n * powerOfTen(places)) / d}e-${places}`);
}

function decimalText(units: bigint, places: number): string {
  const digits = units.toString().padStart(places + 1, "0");
  const whole = digits.slice(0, digits.length - places);
  const decimals = digits.slice(digits.length - places).replace(/0+$/, "");
  return decimals === "" ? whole : `${whole}.${decimals}`;
}

/**
 * For people: the decimal itself where it ends within six places (83.798), else its first `places` digits and … (69.663…).
 * Cut, not rounded: 59.9996… must never be shown as 60.
 */
export function show(value: Exact, places = 3): string {
  const sign = value.s < 0n && value.n !== 0n ? "-" : "";
  const full = scaled(value, 6);
  if (full.rest === 0n) return sign + decimalText(full.units, 6);
  const { units } = scaled(value, places);
  const digits = units.toString().padStart(places + 1, "0");
  const point = digits.length - places;
  return `${sign}${digits.slice(0, point)}${places > 0 ? "." : ""}${digits.slice(point)}…`;
}

/**
 * Whether a value that somebody computed agrees with the exact one: equal to it rounded half up to `places` decimals or
 * more, or within 1e-9. With two places 41.8 and 41.80 agree with 41.798; 42 and 41.79 do not.
 */
export function agrees(computed: number, exactValue: Exact, places: number): boolean {
  if (!Number.isFinite(computed)) return false;
  const value = exact(computed);
  if (value === exactValue || value.equals(exactValue)) return true;
  if (compare(value.sub(exactValue).abs(), tolerance) <= 0) return true;
  for (let decimals = places; decimals <= mostPlaces; decimals += 1) {
    if (value.equals(roundHalfUp(exactValue, decimals))) return true;
  }
  return false;
}
