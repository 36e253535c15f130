/**
 * The reading library behind a typed door: what of it is used, and with which options. No other file imports it.
 */
import * as library from "@e965/xlsx";
import type { CellObject, ParsingOptions, WorkBook, WorkSheet } from "@e965/xlsx";
import type { CellTables } from "./plain-cells";
import chineseFormats from "./chinese-formats.json";

export type LibraryCell = CellObject;
export type LibraryBook = WorkBook;
/** Rows of cells, with holes. */
export type LibraryRows = readonly (readonly (CellObject | undefined)[] | undefined)[];

declare module "@e965/xlsx" {
  /** Reads an unpacked zip; the library exports it without a type. */
  export function parse_zip(
    zip: { readonly FullPaths: readonly string[]; readonly FileIndex: readonly ZipEntry[] },
    options: ParsingOptions,
  ): WorkBook;
  interface ZipEntry {
    readonly name: string;
    readonly type: number;
    readonly content: Uint8Array;
  }
}

const OPTIONS: ParsingOptions = {
  dense: true,
  cellFormula: true,
  cellNF: true,
  cellText: false,
  cellHTML: false,
  cellDates: false,
  // Function names as the file holds them (_xlfn.…).
  xlfn: true,
  // A formula without a saved value then comes as a stub; otherwise it would be lost.
  sheetStubs: true,
};

/** Number formats that every Chinese Excel has without writing them into the file. */
function loadChineseFormats(): void {
  const load: (code: string, id: number) => void = library.SSF.load;
  for (const [id, code] of Object.entries(chineseFormats)) load(code, Number(id));
}

/** Reads the parts of a zipped workbook (.xlsx, .xlsm, .xlsb, .ods). */
export function readParts(parts: ReadonlyMap<string, Uint8Array>): LibraryBook {
  const entries = [...parts].map(([name, content]) => ({ name, type: 2, content }));
  return library.parse_zip({ FullPaths: entries.map((entry) => entry.name), FileIndex: entries }, { ...OPTIONS });
}

/** Reads an old binary workbook (.xls, .et). Its shown texts are taken too: they alone tell some dates from numbers. */
export function readBinary(bytes: Uint8Array): LibraryBook {
  loadChineseFormats();
  return library.read(bytes, { ...OPTIONS, type: "array", cellText: true, cellStyles: true });
}

/** Reads a web page or an XML spreadsheet; the cells of a web page stay text. */
export function readMarkup(text: string): LibraryBook {
  return library.read(text, { ...OPTIONS, type: "string", raw: true, cellStyles: true });
}

export function rowsOf(sheet: WorkSheet): LibraryRows {
  const rows: unknown = sheet["!data"];
  return Array.isArray(rows) ? rows : [];
}

function listOf(holder: unknown, name: string): readonly unknown[] {
  const list: unknown = typeof holder === "object" && holder !== null ? Reflect.get(holder, name) : undefined;
  return Array.isArray(list) ? list : [];
}

function fieldOf(holder: unknown, name: string): unknown {
  return typeof holder === "object" && holder !== null ? Reflect.get(holder, name) : undefined;
}

/** The shared texts and the number formats of the styles, which the library gives without types. */
export function tablesOf(book: LibraryBook): CellTables {
  const texts = listOf(book, "Strings").map((text) => String(fieldOf(text, "t") ?? ""));
  const codes = fieldOf(book, "SSF");
  const formats = listOf(fieldOf(book, "Styles"), "CellXf").map((style) => {
    const code = fieldOf(codes, String(fieldOf(style, "numFmtId") ?? 0));
    return typeof code === "string" ? code : "General";
  });
  return { texts, formats };
}

/** A value as a cell with that number format shows it. */
export function showValue(format: string, value: number | string | boolean, date1904: boolean): string {
  const show: (code: string, value: unknown, options: { readonly date1904: boolean }) => string = library.SSF.format;
  try {
    return show(format, value, { date1904 });
  } catch {
    // A format that the library cannot read: the value as it is.
    return String(value);
  }
}
