/**
 * Opens a workbook file for the workbench: values and formulas by SheetJS (so .xls, .et and .csv come too), and of an .xlsx
 * also formats, conditional formats, tables, protection and custom XML, read from its parts.
 */
import { read, type CellObject, type WorkBook, type WorkSheet } from "@e965/xlsx";
import type { DefinedName, XmlPart } from "../book";
import { type Area, cellName, overlaps, cellArea, isWholeColumns, isWholeRows, readArea } from "../grid/area";
import { type CellStyle, GridError, type GridValue, type SheetVisibility } from "../grid/grid";
import { namespaceOf } from "../objects/custom-xml";
import { BLANK_SHEET, type LoadedBook, type LoadedCell, type LoadedSheet } from "./loaded";
import { attribute, childOf, childrenOf } from "./markup";
import { PackageParts } from "./package-parts";
import { cellStylesOf, colorsOf, differentialStylesOf } from "./xlsx-styles";
import { type SheetParts, sheetPartsOf } from "./xlsx-sheet-parts";

/** A column's width in characters of 宋体 11 (8 pixels each) → points. */
const POINTS_PER_CHARACTER = 6;

/** Formulas as Excel shows them: newer functions without "_xlfn.", custom functions without the marks of a saved file. */
export const shownFormula = (formula: string): string =>
  `=${formula}`.replaceAll(/_xlfn\.(_xlws\.)?/g, "").replaceAll(/(?:\[\d+\]!)?_xldudf_([A-Za-z0-9]+)_/g, "$1.");

const ERRORS = new Map<unknown, string>([
  [0x00, "#NULL!"],
  [0x07, "#DIV/0!"],
  [0x0f, "#VALUE!"],
  [0x17, "#REF!"],
  [0x1d, "#NAME?"],
  [0x24, "#NUM!"],
  [0x2a, "#N/A"],
]);

function valueOf(cell: CellObject): GridValue {
  if (cell.t === "e") return new GridError(ERRORS.get(cell.v) ?? "#VALUE!");
  if (cell.t === "z" || cell.v === undefined || cell.v instanceof Date) return null;
  return cell.v === "" ? null : cell.v;
}

interface Formats {
  readonly styles: ReadonlyMap<string, number>;
  readonly byNumber: readonly Partial<CellStyle>[];
}

function styleOf(cell: CellObject, address: string, formats: Formats): Partial<CellStyle> | undefined {
  const style = formats.byNumber[formats.styles.get(address) ?? 0];
  const numberFormat = typeof cell.z === "string" && cell.z !== "General" ? { numberFormat: cell.z } : {};
  const isPlain = !formats.styles.has(address) && Object.keys(numberFormat).length === 0;
  return isPlain ? undefined : { ...style, ...numberFormat };
}

const isCell = (value: unknown): value is CellObject => typeof value === "object" && value !== null && "t" in value;

/** A cell in the array of another's formula keeps its value only; Excel computes it again. */
function contentOf(cell: CellObject, row: number, column: number): Pick<LoadedCell, "value" | "formula"> & { spill?: Area } {
  const spill = cell.F === undefined ? undefined : readArea(cell.F);
  const isChild = spill !== undefined && (spill.top !== row || spill.left !== column) && overlaps(spill, cellArea(row, column));
  if (isChild) return { value: null, formula: null };
  const formula = cell.f === undefined ? null : shownFormula(cell.f);
  return { value: valueOf(cell), formula, ...(formula !== null && spill !== undefined ? { spill } : {}) };
}

function cellsOf(sheet: WorkSheet, formats: Formats): LoadedCell[] {
  const cells: LoadedCell[] = [];
  for (const [address, cell] of Object.entries(sheet)) {
    const area = address.startsWith("!") ? undefined : readArea(address);
    if (area === undefined || !isCell(cell)) continue;
    const style = styleOf(cell, cellName(area.top, area.left), formats);
    cells.push({ row: area.top, column: area.left, ...contentOf(cell, area.top, area.left), ...(style === undefined ? {} : { style }) });
  }
  return cells;
}

const VISIBILITIES: readonly SheetVisibility[] = ["Visible", "Hidden", "VeryHidden"];

function numbered<T>(list: readonly (T | undefined)[] | undefined, pick: (entry: T) => number | undefined): Map<number, number> {
  const found = new Map<number, number>();
  (list ?? []).forEach((entry, at) => {
    const value = entry === undefined ? undefined : pick(entry);
    if (value !== undefined) found.set(at, value);
  });
  return found;
}

const hiddenOnes = (list: readonly ({ hidden?: boolean } | undefined)[] | undefined): number[] =>
  (list ?? []).flatMap((entry, at) => (entry?.hidden === true ? [at] : []));

function sheetOf(
  book: WorkBook,
  name: string,
  at: number,
  parts: SheetParts | undefined,
  byNumber: readonly Partial<CellStyle>[],
): LoadedSheet {
  const sheet = book.Sheets[name] ?? {};
  return {
    ...BLANK_SHEET,
    name,
    visibility: VISIBILITIES[book.Workbook?.Sheets?.[at]?.Hidden ?? 0] ?? "Visible",
    isProtected: parts?.isProtected ?? false,
    cells: cellsOf(sheet, { styles: parts?.styles ?? new Map(), byNumber }),
    merges: (sheet["!merges"] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c })),
    hiddenRows: hiddenOnes(sheet["!rows"]),
    hiddenColumns: hiddenOnes(sheet["!cols"]),
    columnWidths: numbered(sheet["!cols"], ({ width }) => (width === undefined ? undefined : width * POINTS_PER_CHARACTER)),
    rowHeights: numbered(sheet["!rows"], ({ hpt }) => hpt),
    frozen: parts?.frozen ?? BLANK_SHEET.frozen,
    conditionalFormats: parts?.conditionalFormats ?? [],
    tables: parts?.tables ?? [],
    carried: parts?.carried ?? [],
    ...printPlaces(book, at),
  };
}

/** What a sheet prints, and its title rows and columns: Excel keeps them as names of the sheet. */
function printPlaces(book: WorkBook, at: number): Pick<LoadedSheet, "printArea" | "titleRows" | "titleColumns"> {
  const named = (name: string): Area[] => {
    const found = book.Workbook?.Names?.find((one) => one.Sheet === at && one.Name === `_xlnm.${name}`);
    return (found?.Ref ?? "")
      .split(",")
      .map(readArea)
      .filter((area) => area !== undefined);
  };
  const titles = named("Print_Titles");
  return { printArea: named("Print_Area"), titleRows: titles.find(isWholeRows) ?? null, titleColumns: titles.find(isWholeColumns) ?? null };
}

/** Names of the workbook and of its sheets, hidden ones too, without those that Excel makes for itself. */
function namesOf(book: WorkBook): DefinedName[] {
  const own = (book.Workbook?.Names ?? []).filter((one) => !one.Name.startsWith("_xlnm."));
  return own.map((one) => ({
    name: one.Name,
    formula: `=${one.Ref}`,
    comment: one.Comment ?? "",
    visible: !("Hidden" in one && one.Hidden === true),
    sheetId: one.Sheet === undefined ? null : (book.SheetNames[one.Sheet] ?? null),
  }));
}

/** The part of each sheet, in the order of the tabs. */
function sheetPaths(parts: PackageParts): string[] {
  const related = parts.related("xl/workbook.xml");
  const sheets = childrenOf(childOf(parts.markup("xl/workbook.xml"), "sheets"), "sheet");
  return sheets.map((sheet) => related.get(attribute(sheet, "id") ?? "")?.path ?? "");
}

const xmlPartsOf = (parts: PackageParts): Omit<XmlPart, "id">[] =>
  parts.paths(/^customXml\/item\d+\.xml$/).map((path) => {
    const xml = parts.text(path) ?? "";
    return { namespace: namespaceOf(xml), xml };
  });

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** The beginnings of the binary workbook files (.xls, .et). */
const isCompound = (bytes: Uint8Array): boolean => bytes[0] === 0xd0 && bytes[1] === 0xcf;
const isText = (name: string): boolean => /\.(csv|txt)$/i.test(name);

/** @throws where the bytes are no workbook that can be read. */
export function openWorkbook(bytes: Uint8Array, name: string): LoadedBook {
  // SheetJS takes any bytes for a text table.
  if (!isZip(bytes) && !isCompound(bytes) && !isText(name)) throw new Error(`${name} is no workbook`);
  const book = read(bytes, { type: "array", cellFormula: true, cellNF: true, cellStyles: true, sheetStubs: true });
  const parts = isZip(bytes) ? new PackageParts(bytes) : undefined;
  const colors = parts === undefined ? undefined : colorsOf(parts);
  const byNumber = parts === undefined || colors === undefined ? [] : cellStylesOf(parts, colors);
  const looks = parts === undefined || colors === undefined ? [] : differentialStylesOf(parts, colors);
  const paths = parts === undefined ? [] : sheetPaths(parts);
  const partsAt = (at: number): SheetParts | undefined => (parts === undefined ? undefined : sheetPartsOf(parts, paths[at] ?? "", looks));
  return {
    name,
    sheets: book.SheetNames.map((sheet, at) => sheetOf(book, sheet, at, partsAt(at), byNumber)),
    names: namesOf(book),
    xmlParts: parts === undefined ? [] : xmlPartsOf(parts),
  };
}
