/** A sheet of which only one area is known: what the clerk selected, read by itself. Pure. */
import type { Area, Sheet } from "../../table/workbook";
import { CellError, type CellValue } from "../../values/cell";

function textOf(value: CellValue): string {
  if (value === null) return "";
  if (value instanceof CellError) return value.code;
  return typeof value === "boolean" ? String(value).toUpperCase() : String(value);
}

export function sheetOfArea(name: string, area: Area, values: readonly (readonly CellValue[])[]): Sheet {
  const value = (row: number, column: number): CellValue => values[row - area.top]?.[column - area.left] ?? null;
  return {
    name,
    visibility: "visible",
    isProtected: false,
    rowCount: area.bottom + 1,
    columnCount: area.right + 1,
    merges: [],
    tables: [],
    value,
    formula: () => null,
    text: (row, column) => textOf(value(row, column)),
    format: () => "General",
    isRowHidden: () => false,
    isColumnHidden: () => false,
  };
}
