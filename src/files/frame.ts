/** What every sheet of a file has beside its cells, and how far its cells reach. */
import { LAST_COLUMN, LAST_ROW, within } from "./bounds";
import type { SheetFacts } from "./office-open";
import type { Area, ListTable, Sheet, SheetVisibility, Workbook } from "../table/workbook";

/** Numbers of rows, however they are kept. */
export interface Numbers {
  has(number: number): boolean;
}

export interface SheetFrame {
  readonly name: string;
  readonly visibility: SheetVisibility;
  readonly merges: readonly Area[];
  readonly date1904: boolean;
  readonly facts: Pick<SheetFacts, "hiddenRows" | "hiddenColumns" | "isProtected" | "tables" | "savesErrorsAsText">;
}

/** A workbook from a file. */
export interface FileWorkbook extends Workbook {
  readonly sheets: readonly FileSheet[];
  /** Sheets that were passed over since we wrote them ourselves. */
  readonly ownSheets: number;
}

export type FileSheet = Sheet & FramedSheet;

export abstract class FramedSheet {
  readonly name: string;
  readonly visibility: SheetVisibility;
  readonly isProtected: boolean;
  readonly merges: readonly Area[];
  readonly tables: readonly ListTable[];
  private readonly hiddenRows: Numbers;
  private readonly hiddenColumns: readonly (readonly [number, number])[];

  constructor({ name, visibility, merges, facts }: SheetFrame) {
    this.name = name;
    this.visibility = visibility;
    this.merges = merges.flatMap((area) => within(area) ?? []);
    this.isProtected = facts.isProtected;
    this.tables = facts.tables;
    this.hiddenRows = facts.hiddenRows;
    this.hiddenColumns = facts.hiddenColumns;
  }

  /** Number of columns up to the last cell of a row; looking further is of no use. */
  abstract columnsIn(row: number): number;

  isRowHidden(row: number): boolean {
    return this.hiddenRows.has(row);
  }

  isColumnHidden(column: number): boolean {
    return this.hiddenColumns.some(([first, last]) => first <= column && column <= last);
  }
}

/** The cells of a sheet as far as their extent goes. */
export interface Reach {
  readonly rows: number;
  readonly columns: (row: number) => number;
  readonly holds: (row: number, column: number) => boolean;
}

/** Number of rows, and of columns, up to the last cell that holds something. A damaged address can claim any place. */
export function extentOf({ rows, columns, holds }: Reach): readonly [number, number] {
  let rowCount = 0;
  let columnCount = 0;
  for (let row = 0; row < Math.min(rows, LAST_ROW + 1); row += 1) {
    let column = Math.min(columns(row), LAST_COLUMN + 1) - 1;
    while (column >= 0 && !holds(row, column)) column -= 1;
    if (column < 0) continue;
    rowCount = row + 1;
    columnCount = Math.max(columnCount, column + 1);
  }
  return [rowCount, columnCount];
}
