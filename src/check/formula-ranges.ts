/** The ranges and cells a formula refers to, and its form relative to its own cell (so that copies of it look alike). */
import { columnIndex } from "../table/address";
import type { Place } from "./findings";

export interface FormulaRange {
  /** Null: the formula's own sheet. */
  readonly sheet: string | null;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  /** Written as a range (B3:B9, B3:B3), not as a single cell. */
  readonly isSpan: boolean;
}

const longest = 8192;
const reference =
  /(?:'((?:[^']|'')+)'!|([\p{L}\p{N}_.]+)!)?(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?::(\$?)([A-Z]{1,3})(\$?)(\d{1,7}))?(?![\p{L}\p{N}_.(])/gu;

function withoutTexts(formula: string): string {
  return formula.slice(0, longest).replace(/"[^"]*"/gu, '""');
}

/** All references of a formula; a single cell is a range of one. */
export function readRanges(formula: string): FormulaRange[] {
  const ranges: FormulaRange[] = [];
  for (const match of withoutTexts(formula).matchAll(reference)) {
    const [, quoted, plain, , fromLetters = "", , fromRow = "", , toLetters = fromLetters, , toRow = fromRow] = match;
    const [left, right] = [columnIndex(fromLetters), columnIndex(toLetters)];
    if (left === null || right === null) continue;
    const rows = [Number(fromRow) - 1, Number(toRow) - 1];
    ranges.push({
      sheet: quoted?.replace(/''/gu, "'") ?? plain ?? null,
      top: Math.min(...rows),
      left: Math.min(left, right),
      bottom: Math.max(...rows),
      right: Math.max(left, right),
      isSpan: match[8] !== undefined,
    });
  }
  return ranges;
}

/** One end of a reference: $C$5. */
interface End {
  readonly fixedColumn: string;
  readonly letters: string;
  readonly fixedRow: string;
  readonly row: string;
}

/** The formula with each end of its references written anew; sheet names stay. */
function rewritten(formula: string, write: (end: End) => string): string {
  return formula.slice(0, longest).replace(reference, (...match: readonly (string | undefined)[]) => {
    const [whole = "", , , ...ends] = match;
    const end = (at: number): End => ({
      fixedColumn: ends[at] ?? "",
      letters: ends[at + 1] ?? "",
      fixedRow: ends[at + 2] ?? "",
      row: ends[at + 3] ?? "",
    });
    const [from, to] = [end(0), end(4)];
    const sheet = whole.slice(0, whole.lastIndexOf("!") + 1);
    return `${sheet}${write(from)}${to.letters === "" ? "" : `:${write(to)}`}`;
  });
}

function relative(fixed: string, index: number, own: number): string {
  return fixed === "$" ? String(index) : `[${String(index - own)}]`;
}

/** The formula with its references written relative to its cell: equal for copies of one formula. */
export function relativeForm(formula: string, at: Place): string {
  return rewritten(formula, ({ fixedColumn, letters, fixedRow, row }) => {
    const column = columnIndex(letters) ?? 0;
    return `R${relative(fixedRow, Number(row) - 1, at.row)}C${relative(fixedColumn, column, at.column)}`;
  });
}

/** The formula as it would stand after filling it down from one cell to another of the same column. */
export function movedFormula(formula: string, from: Place, to: Place): string {
  return rewritten(formula, ({ fixedColumn, letters, fixedRow, row }) => {
    const moved = fixedRow === "$" ? row : String(Number(row) + to.row - from.row);
    return `${fixedColumn}${letters}${fixedRow}${moved}`;
  });
}
