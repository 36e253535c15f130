/**
 * The reading library behind a typed door: what of it is used, and with which options. No other file imports it.
 */
import * as library from "@e965/xlsx";
import type { CellObject, ParsingOptions, WorkBook, WorkSheet } from "@e965/xlsx";
import type { CellTables } from "./plain-cells";
import chineseFormats from "./chinese-formats.json";
import { decodeCodePage } from "./characters";

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

/** Workbooks older than Excel 97 keep their texts in a code page. The library's own tables are huge, and missing in a browser. */
library.set_cptable({ utils: { decode: decodeCodePage } });

/** Where such a workbook does not say which: the one of Chinese Windows. */
const CHINESE_CODE_PAGE = 936;

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

const CHANNELS = ["log", "warn", "error"] as const;

/** The library tells programmers, in English on the console, what it passes over in a file; no clerk should see that. */
function quietly<T>(read: () => T): T {
  const terminal = globalThis.console;
  const spoken = CHANNELS.map((channel): unknown => Reflect.get(terminal, channel));
  for (const channel of CHANNELS) Reflect.set(terminal, channel, () => undefined);
  try {
    return read();
  } finally {
    CHANNELS.forEach((channel, index) => Reflect.set(terminal, channel, spoken[index]));
  }
}

/** Number formats that every Chinese Excel has without writing them into the file. */
function loadChineseFormats(): void {
  for (const [id, code] of Object.entries(chineseFormats)) formatter("load", code, Number(id));
}

/** Reads the parts of a zipped workbook (.xlsx, .xlsm, .xlsb, .ods). */
export function readParts(parts: ReadonlyMap<string, Uint8Array>): LibraryBook {
  const entries = [...parts].map(([name, content]) => ({ name, type: 2, content }));
  return quietly(() => library.parse_zip({ FullPaths: entries.map((entry) => entry.name), FileIndex: entries }, { ...OPTIONS }));
}

/** Reads an old binary workbook (.xls, .et). Its shown texts are taken too: they alone tell some dates from numbers. */
export function readBinary(bytes: Uint8Array): LibraryBook {
  loadChineseFormats();
  return quietly(() => library.read(bytes, { ...OPTIONS, type: "array", codepage: CHINESE_CODE_PAGE, cellText: true, cellStyles: true }));
}

/** Reads a web page or an XML spreadsheet; the cells of a web page stay text. */
export function readMarkup(text: string): LibraryBook {
  return quietly(() => library.read(text, { ...OPTIONS, type: "string", raw: true, cellStyles: true }));
}

function areRows(rows: unknown): rows is LibraryRows {
  return Array.isArray(rows);
}

export function rowsOf(sheet: WorkSheet): LibraryRows {
  const rows: unknown = sheet["!data"];
  return areRows(rows) ? rows : [];
}

function isList(list: unknown): list is readonly unknown[] {
  return Array.isArray(list);
}

function fieldOf(holder: unknown, name: string): unknown {
  return typeof holder === "object" && holder !== null ? Reflect.get(holder, name) : undefined;
}

function listOf(holder: unknown, name: string): readonly unknown[] {
  const list = fieldOf(holder, name);
  return isList(list) ? list : [];
}

function textOf(holder: unknown, name: string): string {
  const text = fieldOf(holder, name);
  return typeof text === "string" || typeof text === "number" ? String(text) : "";
}

/** Calls the library's number formatter, which it exports without types. */
function formatter(name: "load" | "format", ...values: readonly unknown[]): unknown {
  const called = fieldOf(library.SSF, name);
  return typeof called === "function" ? Reflect.apply(called, undefined, values) : undefined;
}

/** The shared texts and the number formats of the styles, which the library gives without types. */
export function tablesOf(book: LibraryBook): CellTables {
  const texts = listOf(book, "Strings").map((text) => textOf(text, "t"));
  const codes = fieldOf(book, "SSF");
  const formats = listOf(fieldOf(book, "Styles"), "CellXf").map((style) => {
    return textOf(codes, textOf(style, "numFmtId")) || "General";
  });
  return { texts, formats };
}

/** A value as a cell with that number format shows it. */
export function showValue(format: string, value: number | string | boolean, date1904: boolean): string {
  try {
    return String(formatter("format", format, value, { date1904 }));
  } catch {
    // A format that the library cannot read: the value as it is.
    return String(value);
  }
}
