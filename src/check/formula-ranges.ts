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
    });
  }
  return ranges;
}

function relative(fixed: string, index: number, own: number): string {
  return fixed === "$" ? String(index) : `[${String(index - own)}]`;
}

/** The formula with its references written relative to its cell: equal for copies of one formula. */
export function relativeForm(formula: string, at: Place): string {
  return formula
    .slice(0, longest)
    .replace(
      reference,
      (
        whole: string,
        _quoted,
        _plain,
        fixedLeft: string,
        fromLetters: string,
        fixedTop: string,
        fromRow: string,
        fixedRight: string | undefined,
        toLetters: string | undefined,
        fixedBottom: string | undefined,
        toRow: string | undefined,
      ) => {
        const sheet = whole.includes("!") ? whole.slice(0, whole.lastIndexOf("!") + 1) : "";
        const from = `R${relative(fixedTop, Number(fromRow) - 1, at.row)}C${relative(fixedLeft, columnIndex(fromLetters) ?? 0, at.column)}`;
        if (toLetters === undefined || toRow === undefined) return `${sheet}${from}`;
        const to = `R${relative(fixedBottom ?? "", Number(toRow) - 1, at.row)}C${relative(fixedRight ?? "", columnIndex(toLetters) ?? 0, at.column)}`;
        return `${sheet}${from}:${to}`;
      },
    );
}

/** The formula as it would stand after filling it down from one cell to another of the same column. */
export function movedFormula(formula: string, from: Place, to: Place): string {
  const moved = (fixed: string, row: string): string => (fixed === "$" ? row : String(Number(row) + to.row - from.row));
  return formula
    .slice(0, longest)
    .replace(
      reference,
      (
        whole: string,
        _quoted,
        _plain,
        fixedLeft: string,
        left: string,
        fixedTop: string,
        top: string,
        fixedRight: string | undefined,
        right: string | undefined,
        fixedBottom: string | undefined,
        bottom: string | undefined,
      ) => {
        const sheet = whole.includes("!") ? whole.slice(0, whole.lastIndexOf("!") + 1) : "";
        const first = `${sheet}${fixedLeft}${left}${fixedTop}${moved(fixedTop, top)}`;
        if (right === undefined || bottom === undefined) return first;
        return `${first}:${fixedRight ?? ""}${right}${fixedBottom ?? ""}${moved(fixedBottom ?? "", bottom)}`;
      },
    );
}
