/**
 * The value of an argument as it is written in a formula: a text, a number, cells, a call of one of our functions, simple
 * arithmetic. The formula engine is a library's, as in the check; what it does not know has no value here, and that is said.
 */
import FormulaParser from "fast-formula-parser";
import { callFunction, functionNames, isErrorResult } from "../../../functions/calling";
import { CellError, isErrorCode, type CellValue } from "../../../values/cell";
import { outsideTexts } from "./calls";

const { FormulaError } = FormulaParser;

/** The value of a cell of the workbook, or undefined where it was not read; sheets by their names, rows and columns from 0. */
export type CellAt = (sheet: string, row: number, column: number) => CellValue | undefined;

interface Given {
  readonly value: unknown;
}

function toEngine(value: CellValue): unknown {
  return value instanceof CellError ? new FormulaError(value.code) : value;
}

/** What came out of the engine as Excel would hand it to a function. */
function fromEngine(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(fromEngine);
  if (value instanceof FormulaError) return new CellError(isErrorCode(value.error) ? value.error : "#VALUE!");
  return value ?? null;
}

function kaohe(name: string): (...args: Given[]) => unknown {
  return (...args) => {
    const { got } = callFunction(
      name,
      args.map(({ value }) => fromEngine(value)),
    );
    return isErrorResult(got) ? new FormulaError(got.error) : got;
  };
}

/** The engine has a CHOOSE of its own, for one number only: ours goes under another name. */
const BESIDE = "KAOHE.BESIDE";

/** CHOOSE with a list of numbers puts the columns side by side; with one number it is the usual one. */
function choose(which: Given | undefined, ...columns: Given[]): unknown {
  const numbers: unknown = which?.value;
  const single = (value: unknown): unknown => {
    const row: unknown = Array.isArray(value) ? value[0] : value;
    return Array.isArray(row) ? row[0] : row;
  };
  if (!Array.isArray(numbers)) return columns[Number(numbers) - 1]?.value ?? new FormulaError("#VALUE!");
  const list: unknown[] = numbers.flat();
  return [list.map((number) => single(columns[Number(number) - 1]?.value))];
}

const functions: Readonly<Record<string, (...args: Given[]) => unknown>> = {
  ...Object.fromEntries(functionNames.map((name) => [`KAOHE.${name}`, kaohe(name)] as const)),
  [BESIDE]: choose,
};

/** Larger ranges are no arguments of a school's formula. */
const MOST_CELLS = 60_000;

export type Evaluated = { readonly known: true; readonly value: unknown } | { readonly known: false };

/** The value of an argument of a formula that stands at a cell. */
export function evaluate(
  argument: string,
  at: { readonly sheet: string; readonly row: number; readonly column: number },
  cell: CellAt,
): Evaluated {
  if (argument === "") return { known: true, value: null };
  // A blank put in the place of a cell that was not read would make up a result.
  const seen = { all: true };
  const read = (sheet: string, row: number, column: number): unknown => {
    const value = cell(sheet, row - 1, column - 1);
    if (value === undefined) seen.all = false;
    return toEngine(value ?? null);
  };
  const parser = new FormulaParser({
    onCell: ({ sheet, row, col }) => read(sheet, row, col),
    onRange: ({ sheet, from, to }) => {
      if ((to.row - from.row + 1) * (to.col - from.col + 1) > MOST_CELLS) seen.all = false;
      if (!seen.all) return [[null]];
      return Array.from({ length: to.row - from.row + 1 }, (_r, down) =>
        Array.from({ length: to.col - from.col + 1 }, (_c, beside) => read(sheet, from.row + down, from.col + beside)),
      );
    },
    functions,
  });
  try {
    const readable = outsideTexts(argument, (part) => part.replace(/(?<![\p{L}\p{N}_.])CHOOSE\(/giu, `${BESIDE}(`));
    const value = parser.parse(readable, { sheet: at.sheet, row: at.row + 1, col: at.column + 1 }, true);
    return seen.all ? { known: true, value: fromEngine(value) } : { known: false };
  } catch {
    // A name, a table's column, a function that the engine does not know: nothing is claimed of its value.
    return { known: false };
  }
}
