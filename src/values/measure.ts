/**
 * A number with a unit, in a column that has one: 两个半天 under 天数 is 1, 5万元 under 万元 is 5, and 16学时 under 天数 is no number
 * at all. The units that measure the same are in `vocabulary/units.json`.
 */
import type { CellValue } from "./cell";
import { exact, toNumber, type Exact } from "./exact";
import { readNumber, type NumberOptions, type NumberReading } from "./number";
import words from "./vocabulary/units.json";

const measures = words.measures.map((units) => new Map(Object.entries(units)));
/** Said of lessons as often as of the clock. */
const loose = new Set(words.loose);

function measureOf(unit: string): ReadonlyMap<string, number> | null {
  return measures.find((units) => units.has(unit)) ?? null;
}

/** Whether the unit measures something that is known: days, hours, money. */
export function isMeasure(unit: string): boolean {
  return measureOf(unit) !== null;
}

/** How many of the column's units one of the written ones is; null where the two measure different things. */
function ratio(written: string, column: string): Exact | null {
  const own = measureOf(column);
  const amount = own?.get(written);
  return amount === undefined ? null : exact(amount).div(exact(own?.get(column) ?? 1));
}

/** Reads a cell as a number of the column's unit (null: it has none). A unit that measures something else makes it unreadable. */
export function readMeasure(value: CellValue, unit: string | null, options: NumberOptions = {}): NumberReading {
  const read = readNumber(value, options);
  if (typeof value !== "string" || read.kind !== "number" || unit === null || !isMeasure(unit)) return read;
  if (read.percent) return { kind: "unreadable", text: value };
  if (read.unit === null || !isMeasure(read.unit)) return read;
  const one = ratio(read.unit, unit);
  if (one === null) return { kind: "unreadable", text: value };
  const amount = read.exact.mul(one);
  return { ...read, exact: amount, value: toNumber(amount) };
}

/** Whether the unit that was written says surely what the column asks for: 小时 may be meant by the clock. */
export function isSureUnit(written: string | null, column: string | null): boolean {
  return written === null || column === null || written === column || !(loose.has(written) || loose.has(column));
}
