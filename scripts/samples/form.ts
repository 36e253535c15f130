/**
 * How a school's form looks: merged title, the line with unit and date, bordered cells, footer, A4 across. Shared by all
 * sample sheets; what stands in the cells is the business of the sheets' own files.
 */
import type { Cell, CellValue, Workbook, Worksheet } from "exceljs";

export interface Heading {
  readonly text: string;
  readonly width: number;
  /** The text of the merged cell above neighbouring columns that share it. */
  readonly group?: string;
}

const THIN = { style: "thin" } as const;
const A4 = { paperSize: 9 };
const BORDER = { top: THIN, left: THIN, bottom: THIN, right: THIN };

export function columnLetter(index: number): string {
  return String.fromCharCode(65 + index);
}

export function addForm(workbook: Workbook, name: string, headings: readonly Heading[], titleRows: string): Worksheet {
  const sheet = workbook.addWorksheet(name, {
    pageSetup: {
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: titleRows,
      horizontalCentered: true,
    },
    headerFooter: { oddFooter: "第 &P 页 共 &N 页" },
  });
  Object.assign(sheet.pageSetup, A4);
  headings.forEach((heading, index) => {
    sheet.getColumn(index + 1).width = heading.width;
  });
  return sheet;
}

function center(cell: Cell, bold: boolean): void {
  cell.font = { name: "宋体", size: 10, bold };
  cell.alignment = { horizontal: "center", vertical: "middle", wrapText: true };
  cell.border = BORDER;
}

/** Title over the whole width, then the line with unit (left) and date (right). */
export function writeTitle(sheet: Worksheet, headings: readonly Heading[], title: string, unit: string, date: string): void {
  const last = columnLetter(headings.length - 1);
  const middle = Math.ceil(headings.length / 2);
  sheet.mergeCells(`A1:${last}1`);
  sheet.getCell("A1").value = title;
  sheet.getCell("A1").font = { name: "黑体", size: 18, bold: true };
  sheet.getCell("A1").alignment = { horizontal: "center", vertical: "middle" };
  sheet.getRow(1).height = 34;
  sheet.mergeCells(`A2:${columnLetter(middle - 1)}2`);
  sheet.mergeCells(`${columnLetter(middle)}2:${last}2`);
  sheet.getCell("A2").value = unit;
  const right = sheet.getCell(`${columnLetter(middle)}2`);
  right.value = date;
  right.alignment = { horizontal: "right" };
}

/** A header of one row, or of two where some headings share a group; starts in row 3. Gives the last header row. */
export function writeHeader(sheet: Worksheet, headings: readonly Heading[]): number {
  const rows = headings.some((heading) => heading.group !== undefined) ? 2 : 1;
  headings.forEach((heading, index) => {
    const letter = columnLetter(index);
    const inGroup = heading.group !== undefined;
    if (inGroup && headings[index - 1]?.group !== heading.group) writeGroup(sheet, headings, index);
    sheet.getCell(`${letter}${inGroup ? 4 : 3}`).value = heading.text;
    if (rows === 2 && !inGroup) sheet.mergeCells(`${letter}3:${letter}4`);
  });
  for (let row = 3; row < 3 + rows; row += 1) {
    sheet.getRow(row).height = 30;
    headings.forEach((_, index) => styleHeader(sheet.getCell(row, index + 1)));
  }
  return 2 + rows;
}

function writeGroup(sheet: Worksheet, headings: readonly Heading[], first: number): void {
  const group = headings[first]?.group;
  let last = first;
  while (headings[last + 1]?.group === group) last += 1;
  sheet.getCell(`${columnLetter(first)}3`).value = group ?? null;
  if (last > first) sheet.mergeCells(`${columnLetter(first)}3:${columnLetter(last)}3`);
}

function styleHeader(cell: Cell): void {
  center(cell, true);
  cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFEDEDED" } };
}

export function writeRow(sheet: Worksheet, row: number, values: readonly CellValue[], bold = false): void {
  sheet.getRow(row).height = 18;
  values.forEach((value, index) => {
    const cell = sheet.getCell(row, index + 1);
    cell.value = value;
    center(cell, bold);
  });
}

/** 填表人 审核人 联系电话, one row below the table. */
export function writeFooter(sheet: Worksheet, row: number, headings: readonly Heading[], text: string): void {
  sheet.mergeCells(`A${row}:${columnLetter(headings.length - 1)}${row}`);
  const cell = sheet.getCell(`A${row}`);
  cell.value = text;
  cell.font = { name: "宋体", size: 10 };
}

export function freezeHeader(sheet: Worksheet, lastHeaderRow: number, columns: number): void {
  sheet.views = [{ state: "frozen", xSplit: columns, ySplit: lastHeaderRow }];
}
