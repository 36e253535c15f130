/**
 * Values of formula cells that the workbook does not hold: files saved without cached values, and KAOHE cells that show
 * #NAME? because the add-in was absent. The formula engine is a library's; KAOHE functions are our own, so a cell and the
 * check cannot differ. Never used where the workbook has a value.
 */
import FormulaParser from "fast-formula-parser";
import * as kaohe from "../functions/functions";
import { Problem } from "../functions/problem";
import type { Sheet, Workbook } from "../table/workbook";
import { CellError, isErrorCode, type CellValue } from "../values/cell";

const { FormulaError } = FormulaParser;

/** Longer formulas, deeper chains and larger ranges are not a school's. */
const longestFormula = 8192;
const deepest = 40;
const mostCells = 200_000;

const kaoheCall = /(?:\[\d+\]!|'[^']{1,300}\.xlam?'!)?(?:_xldudf_KAOHE_|_xll\.KAOHE\.|KAOHE\.)/giu;

/** Whether a formula calls one of our functions, in any form in which a file may keep it. */
export function callsKaohe(formula: string): boolean {
  kaoheCall.lastIndex = 0;
  return kaoheCall.test(formula);
}

function plainFormula(formula: string): string {
  return formula
    .replace(/^\{?=\+?/u, "")
    .replace(/\}$/u, "")
    .replace(kaoheCall, "KAOHE.")
    .replace(/_xlfn\.(?:_xlws\.)?/gu, "");
}

function fromEngine(value: unknown): CellValue {
  if (Array.isArray(value)) {
    const rows: unknown[] = value;
    const [first] = rows;
    return fromEngine(Array.isArray(first) ? first[0] : first);
  }
  if (value instanceof FormulaError) return new CellError(isErrorCode(value.error) ? value.error : "#VALUE!");
  if (typeof value === "number") return Number.isFinite(value) ? value : new CellError("#NUM!");
  return typeof value === "string" || typeof value === "boolean" ? value : null;
}

function toEngine(value: CellValue): unknown {
  return value instanceof CellError ? new FormulaError(value.code) : value;
}

/** An engine's value as Excel would hand it to our functions. */
function toFunction(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => toFunction(each));
  return value instanceof FormulaError ? { code: value.error } : (value ?? null);
}

function callable(run: (...args: never[]) => unknown): (...args: { readonly value: unknown }[]) => unknown {
  return (...args) => {
    try {
      const result: unknown = Reflect.apply(
        run,
        undefined,
        args.map((arg) => toFunction(arg.value)),
      );
      return result;
    } catch (error) {
      if (error instanceof Problem) return new FormulaError(error.sort === "value" ? "#VALUE!" : "#N/A");
      const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "#VALUE!";
      return new FormulaError(code);
    }
  };
}

const functions = Object.fromEntries(Object.entries(kaohe).map(([name, run]) => [`KAOHE.${name.toUpperCase()}`, callable(run)] as const));

export class Recalculator {
  private readonly sheets: ReadonlyMap<string, Sheet>;
  private readonly known = new Map<string, CellValue>();
  private depth = 0;
  private readonly parser: FormulaParser;

  constructor(workbook: Workbook) {
    this.sheets = new Map(workbook.sheets.map((sheet) => [sheet.name, sheet]));
    this.parser = new FormulaParser({
      onCell: ({ sheet, row, col }) => toEngine(this.read(sheet, row - 1, col - 1)),
      onRange: ({ sheet, from, to }) => this.range(sheet, from, to),
      functions,
    });
  }

  /** The value of a formula cell, computed; null where it cannot be (an unknown function, a circle). */
  value(sheet: Sheet, row: number, column: number): CellValue {
    const slot = `${sheet.name}!${String(row)},${String(column)}`;
    const known = this.known.get(slot);
    if (known !== undefined) return known;
    const formula = sheet.formula(row, column);
    if (formula === null || formula.length > longestFormula || this.depth >= deepest) return null;
    this.known.set(slot, null);
    this.depth += 1;
    const value = this.parse(plainFormula(formula), sheet.name, row, column);
    this.depth -= 1;
    this.known.set(slot, value);
    return value;
  }

  private parse(formula: string, sheet: string, row: number, column: number): CellValue {
    try {
      return fromEngine(this.parser.parse(formula, { sheet, row: row + 1, col: column + 1 }, true));
    } catch {
      // The engine does not know this formula: then nothing is known of the cell.
      return null;
    }
  }

  private read(name: string, row: number, column: number): CellValue {
    const sheet = this.sheets.get(name);
    if (!sheet) throw new FormulaError("#REF!");
    const value = sheet.value(row, column);
    const missing = value === null || (value instanceof CellError && value.code === "#NAME?");
    return missing && sheet.formula(row, column) !== null ? this.value(sheet, row, column) : value;
  }

  private range(
    name: string,
    from: { readonly row: number; readonly col: number },
    to: { readonly row: number; readonly col: number },
  ): unknown[][] {
    const sheet = this.sheets.get(name);
    if (!sheet) throw new FormulaError("#REF!");
    const lastRow = Math.min(to.row, sheet.rowCount);
    const lastColumn = Math.min(to.col, sheet.columnCount);
    if ((lastRow - from.row + 1) * (lastColumn - from.col + 1) > mostCells) throw new FormulaError("#NUM!");
    const rows: unknown[][] = [];
    for (let row = from.row; row <= lastRow; row += 1) {
      const cells: unknown[] = [];
      for (let column = from.col; column <= lastColumn; column += 1) cells.push(toEngine(this.read(name, row - 1, column - 1)));
      rows.push(cells);
    }
    return rows.length > 0 ? rows : [[null]];
  }
}
