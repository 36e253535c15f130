/** 写入工作表: the figures of 统计 as tables with Excel's own charts beside them, on a sheet of ours. */
import { STATISTICS_MARK } from "../check/own-marks";
import type { Statistics } from "../check/statistics";
import { HostFailure } from "./host";
import { writeOwnSheet, type OwnSheet } from "./own-sheet";
import { sayHost } from "./say";
import { statisticsSections, type StatisticsSection } from "./statistics-content";
import { asTyped } from "./typed-text";

const LABEL_WIDTH = 190;
const VALUE_WIDTH = 70;
/** The columns and rows over which a chart lies. */
const CHART_LEFT = 3;
const CHART_RIGHT = 9;
const LEAST_ROWS = 14;
const GREY = "#D9D9D9";

/** Rows that a section takes: its table, or its chart where that is higher, and a blank one. */
function heightOf({ rows, drawn }: StatisticsSection): number {
  return Math.max(rows.length + 2, LEAST_ROWS, Math.ceil(drawn * 1.4) + 4) + 1;
}

function heading(sheet: Excel.Worksheet, row: number, text: string, size: number): void {
  const cell = sheet.getRangeByIndexes(row, 0, 1, 1);
  cell.values = [[asTyped(text)]];
  cell.format.font.bold = true;
  cell.format.font.size = size;
}

function writeSection(sheet: Excel.Worksheet, top: number, { title, unit, rows, drawn }: StatisticsSection): void {
  const table = sheet.getRangeByIndexes(top, 0, rows.length + 1, 2);
  table.values = [[asTyped(title), asTyped(unit)], ...rows.map(([label, value]) => [asTyped(label), value])];
  const head = sheet.getRangeByIndexes(top, 0, 1, 2);
  head.format.font.bold = true;
  head.format.fill.color = GREY;
  const chart = sheet.charts.add("BarClustered", sheet.getRangeByIndexes(top, 0, drawn + 1, 2), "Columns");
  chart.title.text = title;
  chart.legend.visible = false;
  chart.dataLabels.showValue = true;
  const bottom = top + heightOf({ title, unit, rows, drawn }) - 2;
  chart.setPosition(sheet.getRangeByIndexes(top, CHART_LEFT, 1, 1), sheet.getRangeByIndexes(bottom, CHART_RIGHT, 1, 1));
}

function build(sheet: Excel.Worksheet, policies: ReturnType<typeof statisticsSections>, title: string): void {
  [LABEL_WIDTH, VALUE_WIDTH].forEach((width, column) => {
    sheet.getRangeByIndexes(0, column, 1, 1).getEntireColumn().format.columnWidth = width;
  });
  heading(sheet, 0, title, 16);
  let top = 2;
  for (const { policy, sections } of policies) {
    heading(sheet, top, policy, 13);
    top += 2;
    for (const section of sections) {
      writeSection(sheet, top, section);
      top += heightOf(section);
    }
  }
  const { pageLayout } = sheet;
  pageLayout.paperSize = "A4";
  pageLayout.orientation = "Portrait";
  pageLayout.zoom = { horizontalFitToPages: 1 };
}

/** Writes the sheet 统计 and gives its name. An official paper: it is always in Chinese. */
export async function writeStatistics(statistics: Statistics): Promise<string> {
  const locale = "zh-CN";
  const policies = statisticsSections(statistics, locale).filter(({ sections }) => sections.length > 0);
  if (policies.length === 0) throw new HostFailure({ id: "host.statistics-none" });
  const wanted = sayHost({ id: "stats.sheet" }, locale);
  const kind: OwnSheet = { attempt: "statistics", mark: STATISTICS_MARK, wanted };
  return writeOwnSheet(kind, (sheet) => build(sheet, policies, wanted));
}
