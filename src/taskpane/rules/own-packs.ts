/** The policies that rule sheets in the workbook hold, for the rule view. */
import { packFromRange } from "../../policy/sheet/range";
import { isRuleSheet } from "../../policy/sheet/read";
import type { Pack } from "../../policy/schema";
import type { Sheet, Workbook } from "../../table/workbook";
import type { CellValue } from "../../values/cell";

const firstRows = 12;
const mostRows = 20_000;
const mostColumns = 60;

function cellsOf(sheet: Sheet, rows: number): CellValue[][] {
  const columns = Math.min(sheet.columnCount, mostColumns);
  return Array.from({ length: Math.min(rows, sheet.rowCount) }, (_r, row) =>
    Array.from({ length: columns }, (_c, column) => sheet.value(row, column)),
  );
}

/** The policies that the rule sheets of a workbook hold, as they stood when it was read. */
export function packsInSheets(workbook: Workbook | null): readonly Pack[] {
  return (workbook?.sheets ?? [])
    .filter((sheet) => isRuleSheet(cellsOf(sheet, firstRows)))
    .flatMap((sheet) => packFromRange(cellsOf(sheet, mostRows)).pack ?? []);
}
