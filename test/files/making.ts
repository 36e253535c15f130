/** Makes workbook files of every kind for the tests of src/files, good and broken. */
import * as XLSX from "@e965/xlsx";
import ExcelJS, { type Workbook as Book } from "exceljs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { openWorkbook } from "../../src/files/open";
import { FileProblem } from "../../src/files/problem";
import type { Sheet } from "../../src/table/workbook";

export type Rows = readonly (readonly (string | number | boolean | null)[])[];

/** Rows written by SheetJS in the given format. */
export function written(rows: Rows, bookType: XLSX.BookType, sheetName = "成绩"): Uint8Array {
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows.map((row) => [...row])), sheetName);
  const bytes: unknown = XLSX.write(book, { type: "array", bookType, bookSST: true, compression: true });
  if (!(bytes instanceof ArrayBuffer) && !ArrayBuffer.isView(bytes)) throw new Error(bookType);
  return ArrayBuffer.isView(bytes) ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) : new Uint8Array(bytes);
}

/** A workbook made with exceljs. */
export async function made(fill: (book: Book) => void | Promise<void>): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  await fill(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** The same zip with some parts changed; `null` takes a part out. */
export function patched(bytes: Uint8Array, change: Readonly<Record<string, (text: string) => string | null>>): Uint8Array {
  const parts = new Map(Object.entries(unzipSync(bytes)));
  for (const [name, edit] of Object.entries(change)) {
    const before = parts.get(name);
    const after = edit(before === undefined ? "" : strFromU8(before));
    if (after === null) parts.delete(name);
    else parts.set(name, strToU8(after));
  }
  return zipSync(Object.fromEntries(parts), { level: 1 });
}

export const SHEET1 = "xl/worksheets/sheet1.xml";

/** An .xlsx whose only sheet has this as its sheetData, and what may stand around it. */
export function withSheetData(sheetData: string, before = "", after = ""): Uint8Array {
  const xml = `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">${before}<sheetData>${sheetData}</sheetData>${after}</worksheet>`;
  return patched(written([["x"]], "xlsx"), { [SHEET1]: () => xml });
}

export function onlySheet(bytes: Uint8Array, name = "表.xlsx"): Sheet {
  const [sheet] = openWorkbook(bytes, name).sheets;
  if (sheet === undefined) throw new Error("no sheet");
  return sheet;
}

/** All values of a sheet, row by row. */
export function valuesOf(sheet: Sheet): unknown[][] {
  return Array.from({ length: sheet.rowCount }, (_, row) =>
    Array.from({ length: sheet.columnCount }, (__, column) => sheet.value(row, column)),
  );
}

/** The id of the problem that opening the file meets, or null where it opens. */
export function problemOf(bytes: Uint8Array, name: string, limits = {}): string | null {
  try {
    openWorkbook(bytes, name, { limits });
    return null;
  } catch (fault) {
    if (fault instanceof FileProblem) return fault.says.id;
    throw fault;
  }
}

/** Records of an old Excel stream (BIFF8) outside of any container. */
export function biff(...records: readonly (readonly [id: number, ...bytes: number[]])[]): Uint8Array {
  return Uint8Array.from(records.flatMap(([id, ...bytes]) => [id & 0xff, id >> 8, bytes.length & 0xff, bytes.length >> 8, ...bytes]));
}

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
