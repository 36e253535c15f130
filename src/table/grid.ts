/**
 * A sheet with its merged areas resolved: what stands in a cell, which cell says it, and how far that reaches.
 * Look-ups are by binary search in a column's own areas, so that a sheet with many merges stays fast.
 */
import type { CellValue } from "../values/cell";
import type { Area, Sheet } from "./workbook";

/** Columns beyond this are not looked at: a form is never so wide. */
export const widest = 400;

export interface Grid {
  readonly sheet: Sheet;
  readonly rowCount: number;
  readonly columnCount: number;
  value(row: number, column: number): CellValue;
  mergeAt(row: number, column: number): Area | null;
  /** The value of the merged area that covers the cell, or the cell's own. */
  resolved(row: number, column: number): CellValue;
  /** Text of a cell, "" for anything that is not text. */
  textAt(row: number, column: number): string;
  isBlank(row: number, column: number): boolean;
}

function indexMerges(sheet: Sheet): Map<number, Area[]> {
  const byColumn = new Map<number, Area[]>();
  for (const area of sheet.merges) {
    for (let column = area.left; column <= Math.min(area.right, widest); column++) {
      const list = byColumn.get(column);
      if (list === undefined) byColumn.set(column, [area]);
      else list.push(area);
    }
  }
  for (const list of byColumn.values()) list.sort((a, b) => a.top - b.top);
  return byColumn;
}

function covering(list: readonly Area[] | undefined, row: number): Area | null {
  if (list === undefined) return null;
  let low = 0;
  let high = list.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const area = list[middle];
    if (area === undefined) return null;
    if (row < area.top) high = middle - 1;
    else if (row > area.bottom) low = middle + 1;
    else return area;
  }
  return null;
}

/** White space and nothing: both are blank to whoever reads a form. */
export function isBlankValue(value: CellValue): boolean {
  return value === null || (typeof value === "string" && (value === "" || value.trim() === ""));
}

/** A value as text; an error by its code. */
export function asText(value: CellValue): string {
  if (value === null) return "";
  return typeof value === "object" ? value.code : String(value);
}

export function gridOf(sheet: Sheet): Grid {
  const merges = indexMerges(sheet);
  const value = (row: number, column: number): CellValue => sheet.value(row, column);
  const mergeAt = (row: number, column: number): Area | null => covering(merges.get(column), row);
  const resolved = (row: number, column: number): CellValue => {
    const area = mergeAt(row, column);
    return area === null ? value(row, column) : value(area.top, area.left);
  };
  return {
    sheet,
    rowCount: sheet.rowCount,
    columnCount: Math.min(sheet.columnCount, widest),
    value,
    mergeAt,
    resolved,
    textAt: (row, column) => {
      const cell = value(row, column);
      return typeof cell === "string" ? cell : "";
    },
    isBlank: (row, column) => isBlankValue(value(row, column)),
  };
}
