/** What a formula that is still to be written would give, row by row, by the very functions that Excel will call. */
import { callFunction, isErrorResult } from "../../functions/calling";
import type { Sheet } from "../../table/workbook";
import { CellError, type CellValue } from "../../values/cell";
import { ofIso, serialOf } from "../../values/date";
import type { Argument, Pick } from "./choices";
import { ruleName, type Wanted } from "./formula";

/** One row's result: what its cells will show, and the reason of an error. */
export interface RowResult {
  readonly row: number;
  readonly shows: readonly string[];
  /** In the function's own words; "" where there is no error. */
  readonly said: string;
}

export interface Results {
  readonly rows: readonly RowResult[];
  /** Rows that were worked out; the others are too many to try. */
  readonly tried: number;
  readonly failed: readonly RowResult[];
}

/** So many rows are tried: enough to see what comes, few enough to wait for. */
const MOST_ROWS = 2000;

/** A cell divided, as Excel does it: a blank is 0, a text of digits its number. */
function divided(value: CellValue, by: number): CellValue {
  if (by === 1 || value instanceof CellError) return value;
  const number = value === null || value === "" ? 0 : Number(value);
  return Number.isNaN(number) ? new CellError("#VALUE!") : number / by;
}

function picked(pick: Pick, sheet: Sheet, row: number): CellValue {
  return pick === "zero" ? 0 : divided(sheet.value(row, pick.column), pick.divide);
}

function valueOf(argument: Argument, sheet: Sheet, row: number, date1904: boolean): unknown {
  switch (argument.kind) {
    case "cells":
      return [argument.picks.map((pick) => picked(pick, sheet, row))];
    case "text":
      return [[argument.text]];
    case "joined": {
      const value = sheet.value(row, argument.column);
      return [[value instanceof CellError ? value : `${String(value ?? "")}${argument.text}`]];
    }
    case "day": {
      const day = ofIso(argument.iso);
      return [[day === null ? argument.iso : serialOf(day, date1904)]];
    }
  }
}

/** A result as a cell shows it. */
export function shownResult(value: unknown): string {
  if (isErrorResult(value)) return value.error;
  if (typeof value === "boolean") return String(value).toUpperCase();
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

function asCells(got: unknown): readonly string[] {
  if (!Array.isArray(got)) return [shownResult(got)];
  const rows: unknown[] = got;
  const [first] = rows;
  const cells: unknown[] = Array.isArray(first) ? first : rows;
  return cells.map(shownResult);
}

function leading({ recipe, pack, policy, rule, ruleColumn }: Wanted, sheet: Sheet, row: number): readonly unknown[] {
  if (recipe.isPlain === true) return [];
  if (ruleColumn !== null) return [policy.value, sheet.value(row, ruleColumn)];
  return rule === null ? [policy.value] : [policy.value, ruleName(recipe, pack, rule)];
}

/** The result of one row. */
export function resultOf(wanted: Wanted, sheet: Sheet, row: number, date1904 = false): RowResult {
  const { recipe, args } = wanted;
  const { got, said } = callFunction(recipe.call, [
    ...leading(wanted, sheet, row),
    ...args.map((argument) => valueOf(argument, sheet, row, date1904)),
  ]);
  return { row, shows: asCells(got), said };
}

/** So many rows are tried before others are let run. */
const BATCH = 20;

/** The first results, row after row, in steps that leave the pane responsive. */
export function* resultSteps(wanted: Wanted, sheet: Sheet, rows: readonly number[], date1904 = false): Generator<void, Results> {
  const results: RowResult[] = [];
  for (const row of rows.slice(0, MOST_ROWS)) {
    results.push(resultOf(wanted, sheet, row, date1904));
    if (results.length % BATCH === 0) yield;
  }
  return { rows: results, tried: results.length, failed: results.filter(({ said }) => said !== "") };
}
