/** A workbook as the generator draws it, before it is written to a file of any kind. Rows and columns are counted from 0. */

export type Plain = string | number | boolean | null;

export interface Cell {
  readonly value: Plain;
  /** Without "=". */
  readonly formula?: string;
  /** The formula's cached value is an error. */
  readonly error?: "#DIV/0!" | "#REF!" | "#N/A" | "#NAME?" | "#VALUE!";
  /** The formula was saved without a cached value (written by a program). */
  readonly bare?: boolean;
  /** Number format. */
  readonly format?: string;
}

export interface Rect {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export function letters(column: number): string {
  return column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26);
}

export const a1 = (row: number, column: number): string => `${letters(column)}${row + 1}`;

export const rangeA1 = (rect: Rect): string => {
  const start = a1(rect.top, rect.left);
  const end = a1(rect.bottom, rect.right);
  return start === end ? start : `${start}:${end}`;
};

export class Page {
  readonly cells = new Map<number, Map<number, Cell>>();
  readonly merges: Rect[] = [];
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();
  state: "visible" | "hidden" | "veryHidden" = "visible";

  constructor(readonly name: string) {}

  put(row: number, column: number, what: Plain | Cell): void {
    const cell: Cell = typeof what === "object" && what !== null ? what : { value: what };
    if (cell.value === null && cell.formula === undefined) return;
    const line = this.cells.get(row) ?? new Map<number, Cell>();
    line.set(column, cell);
    this.cells.set(row, line);
  }

  get(row: number, column: number): Cell | undefined {
    return this.cells.get(row)?.get(column);
  }

  merge(rect: Rect): void {
    if (rect.top === rect.bottom && rect.left === rect.right) return;
    this.merges.push(rect);
  }

  get bottom(): number {
    return Math.max(-1, ...this.cells.keys());
  }

  get right(): number {
    return Math.max(-1, ...[...this.cells.values()].flatMap((line) => [...line.keys()]));
  }
}

export type Level = "logic" | "experience" | "unknown";

export interface Expected {
  readonly code: string;
  readonly level: Level;
  readonly sheet: string;
  readonly cell: string;
  /** Cells that would also be right (a merged header's other corner). */
  readonly also?: readonly string[];
  /** Which sentence it follows from, and whether the sentence leaves it open. */
  readonly why: string;
  readonly open?: boolean;
}

export interface ExpectedTable {
  readonly sheet: string;
  readonly kind: string;
  readonly header: string;
  /** As good: a row of full scores counted to the header. */
  readonly headerToo?: string;
  readonly body: string;
  readonly rows: number;
  readonly columns: Readonly<Record<string, string>>;
}

export type FileKind = "xlsx" | "xls" | "et" | "ods" | "csv-utf8" | "csv-bom" | "csv-gb18030";

export interface Book {
  readonly name: string;
  readonly kind: FileKind;
  readonly pages: readonly Page[];
  readonly policy: string;
  readonly asOf: string;
  readonly expected: readonly Expected[];
  /** Findings that may or may not come: the sentence is open, or the fault brings them by another reading. */
  readonly allowed: readonly { readonly code: string; readonly sheet?: string; readonly cell?: string }[];
  readonly tables: readonly ExpectedTable[];
  /** What the planted faults are, for the reader of a failure. */
  readonly says: readonly string[];
}
