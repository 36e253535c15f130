/** 写入工作表: the figures of 统计 as tables with Excel's own charts beside them, on a sheet of ours. */
import { STATISTICS_MARK } from "../check/own-marks";
import type { Statistics } from "../check/statistics";
import { HostFailure } from "./host";
import { writeOwnSheet, type OwnSheet } from "./own-sheet";
import { sayHost } from "./say";
import { statisticsSheets, type PolicySheet, type StatisticsSection } from "./statistics-content";
import { asTyped } from "./typed-text";

/** A table of at most six columns, a gap, and the columns over which a chart lies: together a landscape A4 page wide, in points. */
const WIDTHS: readonly number[] = [160, 52, 52, 52, 52, 52, 14, ...Array<number>(6).fill(52)];
const MARGIN = 36;
/** Rows that such a page holds. */
const PAGE_ROWS = 30;
const CHART_LEFT = 7;
const CHART_RIGHT = WIDTHS.length - 1;
/** What a chart needs to be read: its title and axis, and a line for each bar. */
const LEAST_ROWS = 9;
const ROWS_A_BAR = 1.4;
const CHART_HEAD = 4;
const GREY = "#D9E2F3";
const LINE = "#A6A6A6";
const QUIET = "#595959";
const EDGES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideHorizontal", "InsideVertical"] as const;

/** Rows that a section takes: its heading and table, or its chart where that is higher, and a blank one. */
function heightOf({ rows, drawn, note }: StatisticsSection): number {
  const table = rows.length + 2 + (note === "" ? 0 : 1);
  return Math.max(table, LEAST_ROWS, Math.ceil(drawn * ROWS_A_BAR) + CHART_HEAD) + 1;
}

function line(sheet: Excel.Worksheet, row: number, text: string): Excel.Range {
  const cell = sheet.getRangeByIndexes(row, 0, 1, 1);
  cell.values = [[asTyped(text)]];
  return cell;
}

function heading(sheet: Excel.Worksheet, row: number, text: string, size: number): void {
  const { font } = line(sheet, row, text).format;
  font.bold = true;
  font.size = size;
}

function quiet(sheet: Excel.Worksheet, row: number, text: string): void {
  line(sheet, row, text).format.font.color = QUIET;
}

function writeTable(sheet: Excel.Worksheet, top: number, { header, rows, format }: StatisticsSection): void {
  const typed = (cell: string | number): string | number => (typeof cell === "string" ? asTyped(cell) : cell);
  const table = sheet.getRangeByIndexes(top, 0, rows.length + 1, header.length);
  table.values = [header.map(asTyped), ...rows.map((row) => row.map(typed))];
  for (const edge of EDGES) {
    const border = table.format.borders.getItem(edge);
    border.style = "Continuous";
    border.color = LINE;
  }
  const head = sheet.getRangeByIndexes(top, 0, 1, header.length);
  head.format.font.bold = true;
  head.format.fill.color = GREY;
  if (format !== undefined) sheet.getRangeByIndexes(top + 1, 1, rows.length, 1).numberFormat = rows.map(() => [format]);
  sheet.getRangeByIndexes(top, 0, rows.length + 1, 1).format.wrapText = true;
  sheet.getRangeByIndexes(top, 1, rows.length + 1, header.length - 1).format.horizontalAlignment = "Center";
}

function drawChart(sheet: Excel.Worksheet, top: number, section: StatisticsSection): void {
  const chart = sheet.charts.add("BarClustered", sheet.getRangeByIndexes(top + 1, 0, section.drawn + 1, 2), "Columns");
  chart.title.text = section.title;
  chart.legend.visible = false;
  chart.dataLabels.showValue = true;
  // Bars stand bottom-up by themselves; the table reads top-down.
  chart.axes.categoryAxis.reversePlotOrder = true;
  const bottom = top + heightOf(section) - 2;
  chart.setPosition(sheet.getRangeByIndexes(top, CHART_LEFT, 1, 1), sheet.getRangeByIndexes(bottom, CHART_RIGHT, 1, 1));
}

function writeSection(sheet: Excel.Worksheet, top: number, section: StatisticsSection): void {
  heading(sheet, top, section.title, 12);
  writeTable(sheet, top + 1, section);
  if (section.note !== "") quiet(sheet, top + 2 + section.rows.length, section.note);
  drawChart(sheet, top, section);
}

interface Words {
  readonly title: string;
  readonly date: string;
  readonly footer: string;
}

function build(sheet: Excel.Worksheet, policies: readonly PolicySheet[], { title, date, footer }: Words): void {
  WIDTHS.forEach((width, column) => {
    sheet.getRangeByIndexes(0, column, 1, 1).getEntireColumn().format.columnWidth = width;
  });
  heading(sheet, 0, title, 18);
  quiet(sheet, 1, date);
  let top = 3;
  let page = 0;
  for (const { caption, sections } of policies) {
    heading(sheet, top, caption, 13);
    top += 2;
    for (const section of sections) {
      const height = heightOf(section);
      // A table and its chart stay together.
      if (top + height - page > PAGE_ROWS && top > page + 5) {
        sheet.horizontalPageBreaks.add(`A${top + 1}`);
        page = top;
      }
      writeSection(sheet, top, section);
      top += height;
    }
  }
  const { pageLayout } = sheet;
  pageLayout.paperSize = "A4";
  pageLayout.orientation = "Landscape";
  // Fitting to pages would make Excel pass over the breaks.
  pageLayout.zoom = { scale: 100 };
  pageLayout.leftMargin = MARGIN;
  pageLayout.rightMargin = MARGIN;
  pageLayout.centerHorizontally = true;
  pageLayout.headersFooters.defaultForAllPages.centerFooter = footer;
}

/** Writes the sheet 统计 and gives its name. An official paper: it is always in Chinese. */
export async function writeStatistics(statistics: Statistics, at: Date = new Date()): Promise<string> {
  const locale = "zh-CN";
  const policies = statisticsSheets(statistics, locale);
  if (policies.length === 0) throw new HostFailure({ id: "host.statistics-none" });
  const wanted = sayHost({ id: "stats.sheet" }, locale);
  const day = { year: String(at.getFullYear()), month: at.getMonth() + 1, day: at.getDate() };
  const words: Words = {
    title: sayHost({ id: "stats.title" }, locale),
    date: sayHost({ id: "stats.date", values: day }, locale),
    footer: sayHost({ id: "stats.footer" }, locale),
  };
  const kind: OwnSheet = { attempt: "statistics", mark: STATISTICS_MARK, wanted };
  return writeOwnSheet(kind, (sheet) => build(sheet, policies, words));
}
