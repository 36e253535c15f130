/**
 * Which sheets of a workbook are rule sheets (考核规则), and the cells by which such a sheet is read: asked here by check, pane and
 * command line alike, so that a sheet is not a policy to one of them and a table of records to another.
 */
import { isRuleSheet } from "../policy/sheet/read";
import type { CellValue } from "../values/cell";
import type { Sheet } from "./workbook";

/** A rule sheet says so in its first rows. */
const FIRST_ROWS = 40;
/** One row more than a rule sheet may have, and more columns than it has: the reading says what is too much. */
const MOST_ROWS = 20_100;
const MOST_COLUMNS = 80;

function cellsOf(sheet: Sheet, rows: number): CellValue[][] {
  const columns = Math.min(sheet.columnCount, MOST_COLUMNS);
  return Array.from({ length: Math.min(rows, sheet.rowCount) }, (_, row) =>
    Array.from({ length: columns }, (_each, column) => sheet.value(row, column)),
  );
}

/** The cells of a rule sheet, row by row from A1; null where the sheet is none. */
export function ruleSheetCells(sheet: Sheet): CellValue[][] | null {
  return isRuleSheet(cellsOf(sheet, FIRST_ROWS)) ? cellsOf(sheet, MOST_ROWS) : null;
}
