/**
 * A loaded workbook as the snapshot from which Univer makes a workbook.
 */
import {
  BooleanNumber,
  type ICellData,
  type IColumnData,
  type IRowData,
  type IWorkbookData,
  type IWorksheetData,
  LocaleType,
} from "@univerjs/core";
import { type Area, overlaps, isInside } from "../grid/area";
import { PLAIN } from "../grid/grid";
import type { LoadedBook, LoadedCell, LoadedSheet } from "../files/loaded";
import { valueToUniver } from "./univer-content";
import { toRange } from "./univer-sheet";
import { carried, toUniver } from "./univer-style";

const PIXELS_PER_POINT = 4 / 3;
const SPARE_ROWS = 60;
const SPARE_COLUMNS = 8;

/** Sheets are known to the add-in by these ids; shaped as Excel's. */
const sheetIdAt = (at: number): string => `{${(at + 1).toString(16).toUpperCase().padStart(8, "0")}-0001-0000-0000-000000000000}`;

function cellOf({ value, formula, style }: LoadedCell): ICellData {
  const custom = style === undefined ? undefined : carried(style);
  return {
    ...valueToUniver(value),
    ...(formula === null ? {} : { f: formula }),
    ...(style === undefined ? {} : { s: toUniver(style) }),
    ...(custom === undefined || custom["locked"] === undefined ? {} : { custom }),
  };
}

function cellsOf(sheet: LoadedSheet): Record<number, Record<number, ICellData>> {
  const matrix: Record<number, Record<number, ICellData>> = {};
  const isCovered = (row: number, column: number): boolean =>
    sheet.merges.some((merge) => isInside(merge, row, column) && (merge.top !== row || merge.left !== column));
  for (const cell of sheet.cells) {
    const data = cellOf(cell);
    (matrix[cell.row] ??= {})[cell.column] = isCovered(cell.row, cell.column) ? { ...(data.s === undefined ? {} : { s: data.s }) } : data;
  }
  return matrix;
}

function rowsOf(sheet: LoadedSheet): Record<number, Partial<IRowData>> {
  const rows: Record<number, Partial<IRowData>> = {};
  for (const [row, height] of sheet.rowHeights) rows[row] = { h: height * PIXELS_PER_POINT, ia: BooleanNumber.FALSE };
  for (const row of sheet.hiddenRows) rows[row] = { ...rows[row], hd: BooleanNumber.TRUE };
  return rows;
}

function columnsOf(sheet: LoadedSheet): Record<number, Partial<IColumnData>> {
  const columns: Record<number, Partial<IColumnData>> = {};
  for (const [column, width] of sheet.columnWidths) columns[column] = { w: width * PIXELS_PER_POINT };
  for (const column of sheet.hiddenColumns) columns[column] = { ...columns[column], hd: BooleanNumber.TRUE };
  return columns;
}

/** Merges that overlap an earlier one would break the grid; a file should not hold them. */
function separate(merges: readonly Area[]): Area[] {
  const kept: Area[] = [];
  for (const merge of merges) if (!kept.some((other) => overlaps(other, merge))) kept.push(merge);
  return kept;
}

function sheetOf(sheet: LoadedSheet, id: string): Partial<IWorksheetData> {
  const lastRow = Math.max(0, ...sheet.cells.map(({ row }) => row), ...sheet.merges.map(({ bottom }) => bottom));
  const lastColumn = Math.max(0, ...sheet.cells.map(({ column }) => column), ...sheet.merges.map(({ right }) => right));
  const { rows, columns } = sheet.frozen;
  return {
    id,
    name: sheet.name,
    hidden: sheet.visibility === "Visible" ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    rowCount: Math.max(100, lastRow + 1 + SPARE_ROWS),
    columnCount: Math.max(26, lastColumn + 1 + SPARE_COLUMNS),
    defaultColumnWidth: 72,
    defaultRowHeight: 19,
    cellData: cellsOf(sheet),
    mergeData: separate(sheet.merges).map(toRange),
    rowData: rowsOf(sheet),
    columnData: columnsOf(sheet),
    freeze: { xSplit: columns, ySplit: rows, startRow: rows === 0 ? -1 : rows, startColumn: columns === 0 ? -1 : columns },
    showGridlines: BooleanNumber.TRUE,
  };
}

/** @param unitId Univer's id of the workbook, a new one for each opening. */
export function snapshotFor(loaded: LoadedBook, unitId: string): IWorkbookData {
  const ids = loaded.sheets.map((_, at) => sheetIdAt(at));
  return {
    id: unitId,
    name: loaded.name,
    appVersion: "0.25.1",
    locale: LocaleType.ZH_CN,
    styles: {},
    defaultStyle: { ff: PLAIN.fontName, fs: PLAIN.fontSize },
    sheetOrder: ids,
    sheets: Object.fromEntries(loaded.sheets.map((sheet, at) => [ids[at] ?? "", sheetOf(sheet, ids[at] ?? "")])),
  };
}
