/** Workbooks of 松岭 for the tests: the forms that a clerk of this county would fill in, as files. */
import ExcelJS from "exceljs";
import { openWorkbook } from "../../src/files/open";
import type { Workbook } from "../../src/table/workbook";

export type CellContent = string | number | null;

export interface Form {
  readonly name: string;
  readonly title: string;
  /** One or two header rows; a blank cell belongs to the group on its left. */
  readonly header: readonly (readonly CellContent[])[];
  readonly rows: readonly (readonly CellContent[])[];
}

/** Groups of a two-row header reach over the blank cells on their right; a name alone in its column reaches down. */
function mergeHeader(sheet: ExcelJS.Worksheet, [upper = [], lower]: Form["header"], top: number): void {
  if (!lower) return;
  lower.forEach((below, column) => {
    const above = upper[column] ?? null;
    if (above === null) return;
    if (below === null) {
      sheet.mergeCells(top, column + 1, top + 1, column + 1);
      return;
    }
    let right = column;
    while (right + 1 < lower.length && (upper[right + 1] ?? null) === null && lower[right + 1] !== null) right += 1;
    if (right > column) sheet.mergeCells(top, column + 1, top, right + 1);
  });
}

/** The bytes of a workbook with these forms, a title above each. */
export async function bytesOf(forms: readonly Form[], alter: (book: ExcelJS.Workbook) => void = () => undefined): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  for (const form of forms) {
    const sheet = book.addWorksheet(form.name);
    sheet.addRow([form.title]);
    const width = Math.max(...form.header.map((row) => row.length));
    sheet.mergeCells(1, 1, 1, width);
    for (const row of [...form.header, ...form.rows]) sheet.addRow([...row]);
    mergeHeader(sheet, form.header, 2);
  }
  alter(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

export async function workbookOf(forms: readonly Form[], alter?: (book: ExcelJS.Workbook) => void): Promise<Workbook> {
  return openWorkbook(await bytesOf(forms, alter), "松岭.xlsx");
}
