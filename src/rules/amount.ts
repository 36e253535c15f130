/** Values of a record as exact amounts, and the words for them in a trace. */
import type { CellValue } from "../values/cell";
import { exact, show, type Exact } from "../values/exact";
import { readNumber } from "../values/number";
import type { Message } from "../values/message";

export const ZERO = exact(0);

/** The amount in a cell: blank is 0, null where no number can be read. */
export function amountOf(value: CellValue | undefined): Exact | null {
  const read = readNumber(value ?? null);
  if (read.kind === "blank") return ZERO;
  return read.kind === "number" ? read.exact : null;
}

/** All the amounts, or null if one cannot be read. */
export function amountsOf(values: readonly CellValue[]): Exact[] | null {
  const amounts: Exact[] = [];
  for (const value of values) {
    const amount = amountOf(value);
    if (amount === null) return null;
    amounts.push(amount);
  }
  return amounts;
}

export function textOf(value: CellValue | undefined): string {
  return typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
}

export function points(amount: Exact): Message {
  return { id: "value.points", values: { amount: show(amount) } };
}

export function inUnit(amount: Exact, unit: string): Message {
  return { id: "value.unit", values: { amount: show(amount), unit } };
}

export function isWhole(amount: Exact): boolean {
  return amount.d === 1n;
}

export function isNegative(amount: Exact): boolean {
  return amount.s < 0n;
}

export function atMost(amount: Exact, cap: Exact): Exact {
  return amount.compare(cap) > 0 ? cap : amount;
}

/** What is missing up to `due`; 0 when reached. */
export function shortOf(amount: Exact, due: Exact): Exact {
  const missing = due.sub(amount);
  return isNegative(missing) ? ZERO : missing;
}
