/** Sheets written by hand for tests: rows of values, merged areas and hidden rows in A1 notation. */
import { parseA1 } from "../../src/table/address";
import type { Area, ListTable, Sheet, Workbook } from "../../src/table/workbook";
import { CellError, type CellValue } from "../../src/values/cell";

/** A cell as a test writes it: a value, or a formula with the value it shows. */
export type Written = CellValue | { readonly formula: string; readonly value: CellValue };

export interface SheetOptions {
  readonly name?: string;
  readonly merges?: readonly string[];
  readonly lists?: readonly { readonly area: string; readonly name?: string; readonly hasTotals?: boolean }[];
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
}

function isFormula(cell: Written): cell is { readonly formula: string; readonly value: CellValue } {
  return typeof cell === "object" && cell !== null && !(cell instanceof CellError);
}

export function areaOf(address: string): Area {
  const area = parseA1(address);
  if (area === null) throw new Error(`no area: ${address}`);
  return area;
}

/** A sheet with these rows, from A1. `null` and missing cells are blank. */
export function sheetFrom(rows: readonly (readonly Written[])[], options: SheetOptions = {}): Sheet {
  const at = (row: number, column: number): Written => rows[row]?.[column] ?? null;
  const value = (row: number, column: number): CellValue => {
    const cell = at(row, column);
    return isFormula(cell) ? cell.value : cell;
  };
  const lists = (options.lists ?? []).map((list): ListTable => ({
    name: list.name ?? "表1",
    area: areaOf(list.area),
    hasHeader: true,
    hasTotals: list.hasTotals ?? false,
  }));
  return {
    name: options.name ?? "Sheet1",
    visibility: "visible",
    isProtected: false,
    rowCount: rows.length,
    columnCount: rows.reduce((most, row) => Math.max(most, row.length), 0),
    merges: (options.merges ?? []).map(areaOf),
    tables: lists,
    value,
    formula: (row, column) => {
      const cell = at(row, column);
      return isFormula(cell) ? cell.formula : null;
    },
    text: (row, column) => {
      const shown = value(row, column);
      return shown === null ? "" : String(shown);
    },
    format: () => "General",
    isRowHidden: (row) => options.hiddenRows?.includes(row + 1) ?? false,
    isColumnHidden: (column) => options.hiddenColumns?.includes(column) ?? false,
  };
}

export function workbookOf(...sheets: readonly Sheet[]): Workbook {
  return { name: "测试.xlsx", origin: "excel", date1904: false, sheets, settingsXml: null };
}
