/**
 * What tests look at: a cell, a sheet's values, and a comparable picture of the whole workbook (for "clearing the marks
 * leaves everything as it was").
 */
import type { Book } from "./book";
import { areaName, cellName, cellsIn, tabulate } from "./grid/area";
import { shownText, wireValue } from "./grid/display";
import { type GridSheet, PLAIN, type SheetVisibility } from "./grid/grid";

export interface CellState {
  readonly value: string | number | boolean;
  readonly formula: string | null;
  readonly fill: string | null;
  readonly text: string;
  readonly numberFormat: string;
}

export interface ConditionalFormatState {
  readonly type: string;
  readonly areas: string;
  readonly stopIfTrue: boolean;
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface SheetSnapshot {
  readonly name: string;
  readonly visibility: SheetVisibility;
  readonly isProtected: boolean;
  readonly values: Readonly<Record<string, string | number | boolean>>;
  readonly formulas: Readonly<Record<string, string>>;
  readonly fills: Readonly<Record<string, string>>;
  readonly numberFormats: Readonly<Record<string, string>>;
  readonly merges: readonly string[];
  /** In order of priority. */
  readonly conditionalFormats: readonly ConditionalFormatState[];
}

/** Everything of a workbook that an action may change, comparable. */
export interface BookPicture {
  readonly sheets: readonly (SheetSnapshot & {
    /** Formats that are not the plain ones, cell by cell. */
    readonly looks: Readonly<Record<string, string>>;
    readonly widths: readonly number[];
    readonly links: readonly string[];
    readonly tables: readonly string[];
  })[];
  readonly names: readonly string[];
  readonly xml: readonly { readonly namespace: string; readonly xml: string }[];
}

export function cellState(sheet: GridSheet, row: number, column: number): CellState {
  const { value, formula } = sheet.content(row, column);
  const { fill, numberFormat } = sheet.style(row, column);
  return { value: wireValue(value), formula, fill, text: shownText(value, numberFormat), numberFormat };
}

/** All values from A1 to the last that is not blank. */
export function tableOf(sheet: GridSheet): (string | number | boolean)[][] {
  const used = sheet.used(true);
  if (used === undefined) return [];
  return tabulate({ ...used, top: 0, left: 0 }, (row, column) => wireValue(sheet.content(row, column).value));
}

function cellsOfSheet(sheet: GridSheet): Pick<SheetSnapshot, "values" | "formulas" | "fills" | "numberFormats"> {
  const values: Record<string, string | number | boolean> = {};
  const formulas: Record<string, string> = {};
  const fills: Record<string, string> = {};
  const numberFormats: Record<string, string> = {};
  const used = sheet.used(false);
  for (const [row, column] of used === undefined ? [] : cellsIn(used)) {
    const state = cellState(sheet, row, column);
    const name = cellName(row, column);
    if (state.value !== "") values[name] = state.value;
    if (state.formula !== null) formulas[name] = state.formula;
    if (state.fill !== null) fills[name] = state.fill;
    if (state.numberFormat !== "General") numberFormats[name] = state.numberFormat;
  }
  return { values, formulas, fills, numberFormats };
}

export const snapshotOf = (book: Book): SheetSnapshot[] =>
  book.grid.sheets().map((sheet) => {
    const state = book.stateOf(sheet.id);
    return {
      name: sheet.name,
      visibility: sheet.visibility,
      isProtected: state.protection !== null,
      ...cellsOfSheet(sheet),
      merges: sheet.merges().map(areaName),
      conditionalFormats: state.conditionalFormats.map(({ type, areas, stopIfTrue, fields }) => ({
        type,
        areas: areas.map(areaName).join(","),
        stopIfTrue,
        fields: Object.fromEntries(fields),
      })),
    };
  });

const plain: Readonly<Record<string, unknown>> = { ...PLAIN };

/** What of a cell's format is not plain. */
function lookOf(sheet: GridSheet, row: number, column: number): string {
  const own = Object.entries(sheet.style(row, column)).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(plain[name]));
  return own.length === 0 ? "" : JSON.stringify(Object.fromEntries(own));
}

function looksOf(sheet: GridSheet): Pick<BookPicture["sheets"][number], "looks" | "widths"> {
  const used = sheet.used(false);
  if (used === undefined) return { looks: {}, widths: [] };
  const looks = [...cellsIn(used)].map(([row, column]) => [cellName(row, column), lookOf(sheet, row, column)] as const);
  const widths = Array.from({ length: used.right - used.left + 1 }, (_, at) => sheet.columnWidth(used.left + at));
  return { looks: Object.fromEntries(looks.filter(([, look]) => look !== "")), widths };
}

export function pictureOf(book: Book): BookPicture {
  const sheets = book.grid.sheets();
  const pictures = snapshotOf(book).flatMap((snapshot, at) => {
    const sheet = sheets[at];
    if (sheet === undefined) return [];
    const { hyperlinks, tables } = book.stateOf(sheet.id);
    const links = hyperlinks.map(({ area, link }) => `${areaName(area)} ${JSON.stringify(link)}`);
    return [{ ...snapshot, ...looksOf(sheet), links, tables: tables.map(({ name, area }) => `${name} ${areaName(area)}`) }];
  });
  const nameOf = (id: string | null): string => sheets.find((sheet) => sheet.id === id)?.name ?? "";
  return {
    sheets: pictures,
    names: book.names.map(({ name, formula, visible, sheetId }) => `${nameOf(sheetId)}!${name} ${formula} ${visible}`),
    xml: book.xmlParts.map(({ namespace, xml }) => ({ namespace, xml })),
  };
}
