/**
 * Small workbooks written down in a test, turned into what the simulated Excel loads. See office-client.ts for the shape.
 */
import type { ConditionalFormat } from "../../src/workbench/book";
import { type Area, cellsIn, isInside, parseArea, parseAreas } from "../../src/workbench/grid/area";
import { type CellStyle, GridError, type GridValue, type SheetVisibility } from "../../src/workbench/grid/grid";
import { BLANK_SHEET, type LoadedBook, type LoadedCell, type LoadedSheet } from "../../src/workbench/files/loaded";

export type CellLiteral = GridValue | { readonly f: string; readonly v?: GridValue };

export interface ConditionalFormatLiteral {
  readonly type: string;
  readonly areas: string;
  readonly stopIfTrue?: boolean;
  readonly formula?: string;
  readonly fill?: string;
  readonly fields?: Readonly<Record<string, unknown>>;
}

export interface SheetLiteral {
  readonly rows?: readonly (readonly CellLiteral[])[];
  readonly merges?: readonly string[];
  /** Counted from 1, as a clerk counts. */
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly string[];
  readonly visibility?: SheetVisibility;
  readonly isProtected?: boolean;
  readonly styles?: Readonly<Record<string, Partial<CellStyle>>>;
  readonly tables?: readonly {
    readonly name: string;
    readonly area: string;
    readonly showHeaders?: boolean;
    readonly showTotals?: boolean;
  }[];
  readonly conditionalFormats?: readonly ConditionalFormatLiteral[];
}

export interface BookLiteral {
  readonly name?: string;
  readonly sheets?: Readonly<Record<string, SheetLiteral | readonly (readonly CellLiteral[])[]>>;
  readonly names?: Readonly<Record<string, string>>;
  /** Custom XML: namespace → text. */
  readonly xml?: Readonly<Record<string, string>>;
}

const isRows = (sheet: SheetLiteral | readonly (readonly CellLiteral[])[]): sheet is readonly (readonly CellLiteral[])[] =>
  Array.isArray(sheet);

function contentOf(literal: CellLiteral): Pick<LoadedCell, "value" | "formula"> {
  if (typeof literal === "string" && literal.startsWith("=")) return { value: null, formula: literal };
  if (typeof literal === "object" && literal !== null && !(literal instanceof GridError))
    return { value: literal.v ?? null, formula: literal.f };
  return { value: literal === "" ? null : literal, formula: null };
}

function styleAt(
  styles: readonly { area: Area; style: Partial<CellStyle> }[],
  row: number,
  column: number,
): Partial<CellStyle> | undefined {
  const found = styles.filter(({ area }) => isInside(area, row, column));
  return found.length === 0 ? undefined : found.reduce<Partial<CellStyle>>((all, { style }) => ({ ...all, ...style }), {});
}

function cellsOf(sheet: SheetLiteral): LoadedCell[] {
  const styles = Object.entries(sheet.styles ?? {}).map(([address, style]) => ({ area: parseArea(address), style }));
  const cells = new Map<string, LoadedCell>();
  const put = (row: number, column: number, content: Pick<LoadedCell, "value" | "formula">): void => {
    const style = styleAt(styles, row, column);
    cells.set(`${row},${column}`, { row, column, ...content, ...(style === undefined ? {} : { style }) });
  };
  for (const { area } of styles) for (const [row, column] of cellsIn(area)) put(row, column, { value: null, formula: null });
  (sheet.rows ?? []).forEach((line, row) => line.forEach((cell, column) => put(row, column, contentOf(cell))));
  return [...cells.values()];
}

function conditionalFormat(literal: ConditionalFormatLiteral): Omit<ConditionalFormat, "id"> {
  const fields = new Map<string, unknown>(Object.entries(literal.fields ?? {}));
  if (literal.formula !== undefined) fields.set("Rule.Formula", literal.formula);
  if (literal.fill !== undefined) fields.set("Format.Fill.Color", literal.fill);
  return { type: literal.type, areas: parseAreas(literal.areas), stopIfTrue: literal.stopIfTrue ?? false, fields };
}

function sheetFrom(name: string, given: SheetLiteral | readonly (readonly CellLiteral[])[]): LoadedSheet {
  const sheet = isRows(given) ? { rows: given } : given;
  return {
    ...BLANK_SHEET,
    name,
    visibility: sheet.visibility ?? "Visible",
    isProtected: sheet.isProtected ?? false,
    cells: cellsOf(sheet),
    merges: (sheet.merges ?? []).map(parseArea),
    hiddenRows: (sheet.hiddenRows ?? []).map((row) => row - 1),
    hiddenColumns: (sheet.hiddenColumns ?? []).map((column) => parseArea(`${column}1`).left),
    tables: (sheet.tables ?? []).map((table) => ({
      name: table.name,
      area: parseArea(table.area),
      showHeaders: table.showHeaders ?? true,
      showTotals: table.showTotals ?? false,
      style: "TableStyleMedium2",
    })),
    conditionalFormats: (sheet.conditionalFormats ?? []).map(conditionalFormat),
  };
}

/** Turns a literal into a loaded workbook; without sheets it has one blank "Sheet1". */
export function bookFromLiteral(literal: BookLiteral): LoadedBook {
  return {
    name: literal.name ?? "考核.xlsx",
    sheets: Object.entries(literal.sheets ?? { Sheet1: [] }).map(([name, sheet]) => sheetFrom(name, sheet)),
    names: Object.entries(literal.names ?? {}).map(([name, formula]) => ({ name, formula, comment: "", visible: true, sheetId: null })),
    xmlParts: Object.entries(literal.xml ?? {}).map(([namespace, xml]) => ({ namespace, xml })),
  };
}
