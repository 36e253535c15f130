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

interface Run {
  readonly at: number;
  readonly rows: readonly SlipRow[];
}

/** Rows below each other that are alike, as one piece each: Excel is told of pieces, not of rows. */
function runsOf(rows: readonly SlipRow[], alike: (row: SlipRow) => unknown): Run[] {
  const runs: { at: number; rows: SlipRow[] }[] = [];
  rows.forEach((row, at) => {
    const last = runs.at(-1);
    const [first] = last?.rows ?? [];
    if (last && first && alike(first) === alike(row)) last.rows.push(row);
    else runs.push({ at, rows: [row] });
  });
  return runs;
}

function block(sheet: Excel.Worksheet, { at, rows }: Run, from = 0, columns = SLIP_COLUMNS - from): Excel.Range {
  return sheet.getRangeByIndexes(at, from, rows.length, columns);
}

function framed(range: Excel.Range): void {
  for (const edge of EDGES) {
    const border = range.format.borders.getItem(edge);
    border.style = "Continuous";
    border.color = "#808080";
  }
}

const DRESSES: Readonly<Record<SlipRow["kind"], (sheet: Excel.Worksheet, run: Run) => void>> = {
  title: (sheet, run) => {
    const title = block(sheet, run);
    title.merge(true);
    title.format.horizontalAlignment = "Center";
    title.format.font.size = 18;
    title.format.font.bold = true;
  },
  pair: (sheet, run) => {
    block(sheet, run, 0, 1).format.font.bold = true;
    const texts = block(sheet, run, 1);
    texts.merge(true);
    texts.format.horizontalAlignment = "Left";
  },
  head: (sheet, run) => {
    const { format } = block(sheet, run);
    format.fill.color = GREY;
    format.font.bold = true;
    format.horizontalAlignment = "Center";
  },
  line: (sheet, run) => {
    block(sheet, run, 1).format.horizontalAlignment = "Center";
  },
  text: (sheet, run) => block(sheet, run).merge(true),
  signatures: (sheet, run) => block(sheet, run).merge(true),
};

const isFramed = ({ kind }: SlipRow): boolean => kind === "pair" || kind === "head" || kind === "line";

function dress(sheet: Excel.Worksheet, rows: readonly SlipRow[]): void {
  for (const run of runsOf(rows, ({ height }) => height)) block(sheet, run).format.rowHeight = run.rows[0]?.height ?? 0;
  for (const run of runsOf(rows, ({ kind }) => kind)) {
    const [first] = run.rows;
    if (first) DRESSES[first.kind](sheet, run);
  }
  for (const run of runsOf(rows, isFramed)) if (run.rows.every(isFramed)) framed(block(sheet, run));
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
  dress(sheet, rows);
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
