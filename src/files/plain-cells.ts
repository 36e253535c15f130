/**
 * The plain cells of a worksheet (a number, a shared text, a truth value; no formula), taken straight from its XML: they
 * are nearly all cells of a large table, and an object for each would take longer than everything else. The library
 * reads the others.
 */
import type { CellValue } from "../values/cell";

export const NUMBER = 0;
export const TEXT = 1;
export const TRUTH = 2;
export type PlainKind = typeof NUMBER | typeof TEXT | typeof TRUTH;

/** What the cells of all sheets refer to: shared texts by number, number formats by style. */
export interface CellTables {
  readonly texts: readonly string[];
  readonly formats: readonly string[];
}

interface PlainRow {
  /** The number, the text's place among the shared texts, or 1 for true. */
  readonly values: number[];
  /** Style × 4 + kind; a hole where there is no plain cell. */
  readonly marks: (number | undefined)[];
}

export class PlainCells {
  private readonly rows: (PlainRow | undefined)[] = [];
  /** The largest number of a shared text that a cell names; -1 where none does. */
  lastText = -1;

  get rowCount(): number {
    return this.rows.length;
  }

  /** Number of columns up to the last plain cell of a row. */
  columnCount(row: number): number {
    return this.rows[row]?.marks.length ?? 0;
  }

  add(row: number, column: number, kind: PlainKind, value: number, style: number): void {
    const { values, marks } = (this.rows[row] ??= { values: [], marks: [] });
    values[column] = value;
    if (kind === TEXT && value > this.lastText) this.lastText = value;
    marks[column] = style * 4 + kind;
  }

  /** The value; undefined where there is no plain cell. An empty text is a blank cell. */
  value(row: number, column: number, tables: CellTables): CellValue | undefined {
    const found = this.rows[row];
    const mark = found?.marks[column];
    const value = found?.values[column];
    if (mark === undefined || value === undefined) return undefined;
    const kind = mark & 3;
    if (kind === NUMBER) return value;
    return kind === TRUTH ? value === 1 : tables.texts[value] || null;
  }

  /** The number format code; undefined where there is no plain cell. */
  format(row: number, column: number, tables: CellTables): string | undefined {
    const mark = this.rows[row]?.marks[column];
    return mark === undefined ? undefined : (tables.formats[mark >> 2] ?? "General");
  }
}

export const NO_PLAIN_CELLS = new PlainCells();
