/**
 * A workbook as the reading of tables sees it: sheets of cells, nothing of Excel or of a file format.
 * `src/excel` and `src/files` each make one; all rows and columns are counted from 0.
 */
import type { CellValue } from "../values/cell";

/** A rectangle of cells, both ends included. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A table of Excel's own (ListObject). */
export interface ListTable {
  readonly name: string;
  readonly area: Area;
  readonly hasHeader: boolean;
  readonly hasTotals: boolean;
}

export type SheetVisibility = "visible" | "hidden" | "veryHidden";

export interface Sheet {
  readonly name: string;
  readonly visibility: SheetVisibility;
  readonly isProtected: boolean;
  /** Number of rows and columns from A1 to the last cell that holds something. */
  readonly rowCount: number;
  readonly columnCount: number;
  readonly merges: readonly Area[];
  readonly tables: readonly ListTable[];
  /** The value; null where the cell is blank, and where a formula has no cached value (see `formula`). */
  value(row: number, column: number): CellValue;
  /** The formula with its "=", in A1 notation as the file holds it, or null. A cell of a shared or array formula has its own. */
  formula(row: number, column: number): string | null;
  /** The text as the cell shows it (number format applied); "" where blank. */
  text(row: number, column: number): string;
  /** The number format code, "General" where none is set. */
  format(row: number, column: number): string;
  isRowHidden(row: number): boolean;
  isColumnHidden(column: number): boolean;
}

/** Where the cells came from; in "text" (CSV) every cell is text, so text numbers are no finding there. */
export type WorkbookOrigin = "excel" | "spreadsheet" | "text";

export interface Workbook {
  readonly name: string;
  readonly origin: WorkbookOrigin;
  /** Dates are counted from 1904 (old Mac workbooks). */
  readonly date1904: boolean;
  readonly sheets: readonly Sheet[];
  /** Our settings part (custom XML) where the workbook keeps one. */
  readonly settingsXml: string | null;
}
