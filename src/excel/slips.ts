/** Writes the sheet 学时证明: one page a person, ready to print on A4. Everything is written as text, never as a formula. */
import type { Slip } from "../check/slips";
import { HostFailure } from "./host";
import { writeOwnSheet, type OwnSheet } from "./own-sheet";
import { SLIPS_MARK } from "../check/own-marks";
import { sayHost } from "./say";
import { SLIP_COLUMNS, SLIP_WIDTHS, slipPages, type SlipPage, type SlipRow } from "./slip-content";
import { asTyped } from "./typed-text";

/** More pages than these are printed in several goes. */
export const MOST_SLIPS = 500;

const GREY = "#D9D9D9";
const EDGES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideHorizontal", "InsideVertical"] as const;

function wholeRow(sheet: Excel.Worksheet, row: number): Excel.Range {
  return sheet.getRangeByIndexes(row, 0, 1, SLIP_COLUMNS);
}

function framed(range: Excel.Range): void {
  for (const edge of EDGES) {
    const border = range.format.borders.getItem(edge);
    border.style = "Continuous";
    border.color = "#808080";
  }
}

function dressPair(sheet: Excel.Worksheet, at: number): void {
  sheet.getRangeByIndexes(at, 0, 1, 1).format.font.bold = true;
  const text = sheet.getRangeByIndexes(at, 1, 1, SLIP_COLUMNS - 1);
  text.merge();
  text.format.horizontalAlignment = "Left";
  framed(wholeRow(sheet, at));
}

function dressRow(sheet: Excel.Worksheet, at: number, { kind, height }: SlipRow): void {
  const whole = wholeRow(sheet, at);
  whole.format.rowHeight = height;
  switch (kind) {
    case "title":
      whole.merge();
      whole.format.horizontalAlignment = "Center";
      whole.format.font.size = 18;
      whole.format.font.bold = true;
      break;
    case "pair":
      dressPair(sheet, at);
      break;
    case "head":
      whole.format.fill.color = GREY;
      whole.format.font.bold = true;
      whole.format.horizontalAlignment = "Center";
      framed(whole);
      break;
    case "line":
      sheet.getRangeByIndexes(at, 1, 1, SLIP_COLUMNS - 1).format.horizontalAlignment = "Center";
      framed(whole);
      break;
    case "text":
    case "signatures":
      whole.merge();
      break;
  }
}

/** Each person on a page of his own. */
function breakPages(sheet: Excel.Worksheet, pages: readonly SlipPage[]): void {
  let next = 0;
  for (const { rows } of pages.slice(0, -1)) {
    next += rows.length;
    sheet.horizontalPageBreaks.add(`A${next + 1}`);
  }
}

function build(sheet: Excel.Worksheet, pages: readonly SlipPage[], footer: string): void {
  const rows = pages.flatMap((page) => page.rows);
  SLIP_WIDTHS.forEach((width, column) => {
    sheet.getRangeByIndexes(0, column, 1, 1).getEntireColumn().format.columnWidth = width;
  });
  const all = sheet.getRangeByIndexes(0, 0, rows.length, SLIP_COLUMNS);
  all.values = rows.map(({ cells }) => Array.from({ length: SLIP_COLUMNS }, (_, column) => asTyped(cells[column] ?? "")));
  all.format.wrapText = true;
  all.format.verticalAlignment = "Center";
  rows.forEach((row, at) => dressRow(sheet, at, row));
  breakPages(sheet, pages);
  const { pageLayout } = sheet;
  pageLayout.paperSize = "A4";
  pageLayout.orientation = "Portrait";
  // As large as it is: fitting to pages would make Excel pass over the breaks.
  pageLayout.zoom = { scale: 100 };
  pageLayout.centerHorizontally = true;
  pageLayout.headersFooters.defaultForAllPages.centerFooter = footer;
}

/** Writes the slips of these persons; gives the name of the sheet. An official paper: it is always in Chinese. */
export async function writeSlips(slips: readonly Slip[], at: Date = new Date()): Promise<string> {
  if (slips.length === 0) throw new HostFailure({ id: "host.slips-none" });
  if (slips.length > MOST_SLIPS) throw new HostFailure({ id: "host.slips-many", values: { count: slips.length, most: MOST_SLIPS } });
  const locale = "zh-CN";
  const pages = slipPages(slips, { at, locale });
  const kind: OwnSheet = { attempt: "slips", mark: SLIPS_MARK, wanted: sayHost({ id: "slip.sheet" }, locale) };
  return writeOwnSheet(kind, (sheet) => build(sheet, pages, sayHost({ id: "slip.footer" }, locale)));
}
