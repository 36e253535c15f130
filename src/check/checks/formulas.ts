/**
 * Formula hygiene: formula.range-short (a sum or mean that misses records, or a row's formula that reaches less far than
 * its neighbours') and formula.overtyped (a number typed over a formula in a column of formulas).
 */
import { columnLetters } from "../../table/address";
import type { Column } from "../../table/table";
import { eachRecord, inBatches, type Check, type CheckContext, type Sheet } from "../context";
import type { FindingCode, Place } from "../findings";
import { headerName } from "./cells";
import { movedFormula, readRanges, relativeForm, type FormulaRange } from "../formula-ranges";
import type { Entry } from "../record";

/** A column in which at least this share of the records are formulas is a column of formulas. */
const mostly = 0.6;
const fewest = 3;
/** In a column of formulas most cells are: so many, evenly taken, show whether it is one. */
const sample = 200;
/** A range over more columns than this is a whole row, not the parts of a sum. */
const widest = 200;
const wrongValue: readonly FindingCode[] = [
  "score.total-mismatch",
  "score.item-mismatch",
  "hours.total-mismatch",
  "hours.credit-mismatch",
  "hours.ledger-mismatch",
  "hours.cap-exceeded",
  "score.result-mismatch",
  "cell.formula-error",
  "cell.addin-missing",
];

interface ColumnCell {
  readonly entry: Entry;
  readonly at: Place;
  readonly formula: string | null;
  /** What was typed; null where no number stands. */
  readonly number: number | null;
}

function* cellsOf(sheet: Sheet, key: string): Generator<void, ColumnCell[]> {
  const cells: ColumnCell[] = [];
  yield* eachRecord(sheet, (entry) => {
    const cell = entry.cell(key);
    if (cell)
      cells.push({ entry, at: entry.placeOf(cell), formula: cell.formula, number: typeof cell.value === "number" ? cell.value : null });
  });
  return cells;
}

function mostCommon(forms: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const form of forms) counts.set(form, (counts.get(form) ?? 0) + 1);
  const [best] = [...counts].sort(([, a], [, b]) => b - a);
  return best && best[1] > forms.length / 2 ? best[0] : null;
}

function reach(ranges: readonly FormulaRange[]): number {
  return ranges.reduce((cells, range) => cells + (range.right - range.left + 1) * (range.bottom - range.top + 1), 0);
}

/** The cells of its own row that the usual formula reads, as columns. */
function ownColumns(model: ColumnCell): number[] {
  const own = readRanges(model.formula ?? "").filter(
    ({ sheet, top, bottom, left, right }) => sheet === null && top === model.at.row && bottom === top && right - left < widest,
  );
  return own.flatMap(({ left, right }) => Array.from({ length: right - left + 1 }, (_, index) => left + index));
}

/** How many of these columns of its own row a formula does not read. */
function missedColumns({ formula, at }: ColumnCell, columns: readonly number[]): number {
  const own = readRanges(formula ?? "").filter(({ sheet, top, bottom }) => sheet === null && top <= at.row && at.row <= bottom);
  return columns.filter((column) => !own.some(({ left, right }) => left <= column && column <= right)).length;
}

/** Most columns of most sheets have none: then no cell is looked at further. */
function hasFormulas({ table, records }: Sheet, column: Column): boolean {
  const step = Math.ceil(records.length / sample);
  for (let index = 0; index < records.length; index += step) {
    const entry = records[index];
    if (entry && table.sheet.formula(entry.row, column.index) !== null) return true;
  }
  return false;
}

function* judgeColumn(context: CheckContext, sheet: Sheet, column: Column, key: string): Generator<void, void> {
  if (!hasFormulas(sheet, column)) return;
  const cells = yield* cellsOf(sheet, key);
  const formulas = cells.filter((cell) => cell.formula !== null);
  if (formulas.length < fewest || formulas.length < cells.length * mostly) return;
  const forms = new Map<ColumnCell, string>();
  yield* inBatches(formulas, (cell) => forms.set(cell, relativeForm(cell.formula ?? "", cell.at)));
  const usual = mostCommon([...forms.values()]);
  const model = formulas.find((cell) => forms.get(cell) === usual);
  const due = model ? reach(readRanges(model.formula ?? "")) : 0;
  const columns = model ? ownColumns(model) : [];
  yield* inBatches(cells, (cell) => {
    // A copy of the usual formula is right as it is.
    if (model !== undefined && forms.get(cell) === usual) return;
    if (context.findings.has(cell.at, wrongValue)) return;
    const common = { at: cell.at, subject: cell.entry.subject };
    const values = { subject: cell.entry.subject, column: headerName(column), formula: cell.formula ?? "" };
    if (cell.formula === null && cell.number !== null && !cell.entry.isWaived) {
      context.findings.add({ code: "formula.overtyped", ...common, value: cell.number, says: { id: "formula.overtyped", values } });
    }
    if (cell.formula === null || model === undefined) return;
    const missed = missedColumns(cell, columns);
    if (missed === 0 && reach(readRanges(cell.formula)) >= due) return;
    const isOther = missed > 0 && missed === columns.length;
    const says = { id: isOther ? "formula.row-other" : "formula.row-short", values };
    context.findings.add({
      code: "formula.range-short",
      ...common,
      value: cell.formula,
      expected: movedFormula(model.formula ?? "", model.at, cell.at),
      says,
    });
  });
}

/** Records that the ranges of a summary formula should cover and do not; none where they cover another part of the sheet. */
function missedRecords(ranges: readonly FormulaRange[], scope: readonly number[]): number[] {
  const isCovered = (row: number): boolean => ranges.some((range) => row >= range.top && row <= range.bottom);
  const missed = scope.filter((row) => !isCovered(row));
  return scope.length - missed.length >= Math.max(1, missed.length) ? missed : [];
}

/** The records that a summary row is about: for a 小计 or a 平均 among the records those of its group, for others all. */
export function scopeOf(sheet: Sheet, summaryRow: number): readonly number[] {
  const { records, byGroup } = scopesOf(sheet);
  const above = byGroup.get(summaryRow) ?? [];
  return above.length > 0 ? above : records;
}

interface Scopes {
  readonly records: readonly number[];
  readonly byGroup: ReadonlyMap<number, readonly number[]>;
}

const scopes = new WeakMap<Sheet, Scopes>();

/** The first text of a row: what a summary row calls itself. */
function labelOf({ table: { sheet, header } }: Sheet, row: number): string {
  for (let column = header.left; column <= header.right; column++) {
    const value = sheet.value(row, column);
    if (typeof value === "string" && value.trim() !== "") return value.trim();
  }
  return "";
}

/** Each 平均 with the records since the last one; where one stands at the end and is called otherwise (全校平均), it is about all. */
function averagesOf(sheet: Sheet): ReadonlyMap<number, readonly number[]> {
  const byAverage = new Map<number, readonly number[]>();
  const records: number[] = [];
  let from = 0;
  let isClosed = false;
  for (const { row, kind } of sheet.table.rows) {
    if (kind === "record") {
      if (isClosed) from = records.length;
      isClosed = false;
      records.push(row);
    } else if (kind === "average") {
      byAverage.set(row, records.slice(from));
      isClosed = true;
    }
  }
  const last = records[records.length - 1] ?? 0;
  const labels = new Set([...byAverage.keys()].filter((row) => row < last).map((row) => labelOf(sheet, row)));
  return new Map([...byAverage].filter(([row]) => row < last || labels.has(labelOf(sheet, row))));
}

function scopesOf(sheet: Sheet): Scopes {
  const known = scopes.get(sheet);
  if (known) return known;
  const records: number[] = [];
  const byGroup = new Map(averagesOf(sheet));
  let since = 0;
  for (const { row, kind } of sheet.table.rows) {
    if (kind === "record") records.push(row);
    if (kind !== "subtotal") continue;
    byGroup.set(row, records.slice(since));
    since = records.length;
  }
  const found = { records, byGroup };
  scopes.set(sheet, found);
  return found;
}

function judgeSummary(context: CheckContext, sheet: Sheet, column: Column, row: number): void {
  const formula = sheet.table.sheet.formula(row, column.index);
  if (formula === null) return;
  const ranges = readRanges(formula).filter((range) => range.left === range.right && range.isSpan && range.sheet === null);
  const missed = missedRecords(ranges, scopeOf(sheet, row));
  const [first] = missed;
  const [range] = ranges;
  if (first === undefined || !range) return;
  const letters = columnLetters(range.left);
  const values = {
    column: headerName(column),
    count: missed.length,
    first: first + 1,
    range: `${letters}${range.top + 1}:${letters}${range.bottom + 1}`,
  };
  const at = { sheet: sheet.table.sheet.name, row, column: column.index };
  context.findings.add({ code: "formula.range-short", at, value: formula, says: { id: "formula.range-short", values } });
}

export const formulas: Check = function* (context) {
  for (const sheet of context.sheets) {
    for (const column of sheet.table.columns) {
      if (column.key !== null && column.key !== "number") yield* judgeColumn(context, sheet, column, column.key);
      yield;
      for (const { row, kind } of sheet.table.rows) {
        if (kind === "total" || kind === "subtotal" || kind === "average") judgeSummary(context, sheet, column, row);
      }
    }
  }
};
