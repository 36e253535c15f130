/** Writes a drawn workbook as a real file: exceljs for .xlsx, SheetJS for .xls and .ods, text for .csv. */
import XLSX from "@e965/xlsx";
import ExcelJS from "exceljs";
import { a1, letters, type Book, type Cell, type Page } from "./book";
import { gb18030 } from "./gb18030";

function excelValue(cell: Cell): ExcelJS.CellValue {
  if (cell.formula === undefined) return cell.value;
  if (cell.bare === true) return { formula: cell.formula };
  if (cell.error !== undefined) return { formula: cell.formula, result: { error: cell.error } };
  return { formula: cell.formula, result: cell.value ?? undefined };
}

function drawPage(workbook: ExcelJS.Workbook, page: Page): void {
  const sheet = workbook.addWorksheet(page.name, { state: page.state });
  for (const [row, line] of page.cells) {
    for (const [column, cell] of line) {
      const target = sheet.getCell(row + 1, column + 1);
      target.value = excelValue(cell);
      if (cell.format !== undefined) target.numFmt = cell.format;
    }
  }
  for (const { top, left, bottom, right } of page.merges) sheet.mergeCells(top + 1, left + 1, bottom + 1, right + 1);
  for (const row of page.hiddenRows) sheet.getRow(row + 1).hidden = true;
  for (const column of page.hiddenColumns) sheet.getColumn(column + 1).hidden = true;
}

async function xlsxBytes(book: Book): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  for (const page of book.pages) drawPage(workbook, page);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const ERRORS: Readonly<Record<string, number>> = { "#DIV/0!": 7, "#VALUE!": 15, "#REF!": 23, "#NAME?": 29, "#N/A": 42 };

function libraryCell(cell: Cell): XLSX.CellObject {
  const base: XLSX.CellObject =
    cell.error !== undefined
      ? { t: "e", v: ERRORS[cell.error] ?? 15, w: cell.error }
      : typeof cell.value === "number"
        ? { t: "n", v: cell.value }
        : typeof cell.value === "boolean"
          ? { t: "b", v: cell.value }
          : { t: "s", v: cell.value ?? "" };
  if (cell.formula !== undefined) base.f = cell.formula;
  // The library writes no "-" into the date formats of .ods.
  if (cell.format !== undefined) base.z = cell.format.replaceAll("-", "/");
  return base;
}

function librarySheet(page: Page): XLSX.WorkSheet {
  const sheet: XLSX.WorkSheet = {};
  for (const [row, line] of page.cells) for (const [column, cell] of line) sheet[a1(row, column)] = libraryCell(cell);
  sheet["!ref"] = `A1:${letters(Math.max(0, page.right))}${Math.max(1, page.bottom + 1)}`;
  sheet["!merges"] = page.merges.map(({ top, left, bottom, right }) => ({ s: { r: top, c: left }, e: { r: bottom, c: right } }));
  const rows: XLSX.RowInfo[] = [];
  for (const row of page.hiddenRows) rows[row] = { hidden: true };
  sheet["!rows"] = rows;
  const columns: XLSX.ColInfo[] = [];
  for (const column of page.hiddenColumns) columns[column] = { hidden: true };
  sheet["!cols"] = columns;
  return sheet;
}

/** A WPS .et is the same file as an .xls, by another name. */
function libraryBytes(book: Book, bookType: "xls" | "ods"): Uint8Array {
  const workbook = XLSX.utils.book_new();
  for (const page of book.pages) XLSX.utils.book_append_sheet(workbook, librarySheet(page), page.name);
  workbook.Workbook = { Sheets: book.pages.map((page) => ({ name: page.name, Hidden: page.state === "visible" ? 0 : page.state === "hidden" ? 1 : 2 })) };
  const written: unknown = XLSX.write(workbook, { type: "array", bookType });
  return new Uint8Array(written as ArrayBuffer);
}

function shown({ value, format }: Cell): string {
  if (value === null) return "";
  if (typeof value !== "number" || format === undefined) return String(value);
  if (format.endsWith("%")) return `${(value * 100).toFixed(2)}%`;
  if (!format.includes("y")) return value.toFixed(/0\.(0+)/.exec(format)?.[1]?.length ?? 0);
  return new Date((value - 25569) * 86400000).toISOString().slice(0, 10);
}

/** The text of a cell in a CSV, as a program that exports it writes it. */
function csvText(cell: Cell | undefined): string {
  if (cell === undefined) return "";
  const text = cell.error ?? shown(cell);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function csvBytes(book: Book): Uint8Array {
  const page = book.pages[0];
  if (!page) throw new RangeError("no page");
  const lines: string[] = [];
  for (let row = 0; row <= page.bottom; row++) {
    const line: string[] = [];
    for (let column = 0; column <= page.right; column++) line.push(csvText(page.get(row, column)));
    lines.push(line.join(","));
  }
  const text = `${lines.join("\r\n")}\r\n`;
  if (book.kind === "csv-gb18030") return gb18030(text);
  const bytes = new TextEncoder().encode(text);
  if (book.kind === "csv-utf8") return bytes;
  return Uint8Array.from([0xef, 0xbb, 0xbf, ...bytes]);
}

export async function bytesOf(book: Book): Promise<Uint8Array> {
  if (book.kind === "xlsx") return xlsxBytes(book);
  if (book.kind === "xls" || book.kind === "et") return libraryBytes(book, "xls");
  if (book.kind === "ods") return libraryBytes(book, "ods");
  return csvBytes(book);
}

export function fileName(book: Book): string {
  return `${book.name}.${book.kind.startsWith("csv") ? "csv" : book.kind}`;
}
