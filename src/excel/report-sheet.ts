/** Writes the sheet 检查报告. What came from a workbook is written as text, never as a formula. */
import type { Report } from "../check/report";
import { areaAddress, parseAreas, quotedSheet } from "./address";
import { writeOwnSheet, type OwnSheet } from "./own-sheet";
import { reportContent, type Fact, type ReportContent, type ReportedFinding, type ReportFrame } from "./report-content";
import { REPORT_MARK } from "../check/own-marks";
import { policyLine } from "./report-results";
import { sayHost } from "./say";
import { asTyped } from "./typed-text";
import type { Message } from "../values/message";

const COLUMNS = 9;
const LINK_COLUMN = 4;
/** Number, level, value and expected. */
const CENTRED: readonly number[] = [0, 1, 5, 6];
/** Widths in points, fitting a landscape A4 page. */
const WIDTHS: readonly number[] = [32, 56, 230, 60, 100, 56, 56, 170, 90];
/** The width over which the facts above the table are merged. */
const FACT_WIDTH = WIDTHS.slice(2).reduce((sum, width) => sum + width, 0);
/** A Han character and a line of the sheet's own font of 11 points, with a margin for fonts that run wider. */
const CHARACTER = 12;
const LINE = 16;
const TITLE_HEIGHT = 32;
/** Excel's own bound. */
const LONGEST_ROW = 409;
const GREY = "#D9D9D9";
const TONES = {
  logic: { fill: "#FFC7CE", font: "#9C0006" },
  experience: { fill: "#FFEB9C", font: "#7F6000" },
  unknown: { fill: "#DDEBF7", font: "#1F4E78" },
  info: { fill: "#EDEDED", font: "#404040" },
} as const;
const VERDICT_COLOURS: Readonly<Record<Report["verdict"], string>> = {
  可上报: "#00682F",
  需说明: "#7F6000",
  不可上报: "#9C0006",
  未能检查: "#404040",
};

interface Places {
  readonly header: number;
  readonly first: number;
  readonly end: number;
}

function places(content: ReportContent): Places {
  const header = content.facts.length + 2;
  return { header, first: header + 1, end: header + 1 + content.findings.length };
}

const line = (...cells: readonly (string | number)[]): (string | number)[] => [...cells, ...Array<string>(COLUMNS - cells.length).fill("")];

function grid(content: ReportContent): (string | number)[][] {
  const typed = (cells: readonly (string | number)[]): (string | number)[] =>
    cells.map((cell) => (typeof cell === "string" ? asTyped(cell) : cell));
  return [
    line(asTyped(content.title)),
    ...content.facts.map(({ label, text }) => line(asTyped(label), "", asTyped(text))),
    line(),
    typed(content.header),
    ...content.findings.map(({ cells }, index) => [index + 1, ...typed(cells)]),
    line(asTyped(content.note)),
    line(asTyped(content.signatures)),
  ];
}

function rows(sheet: Excel.Worksheet, top: number, count: number): Excel.Range {
  return sheet.getRangeByIndexes(top, 0, Math.max(1, count), COLUMNS);
}

function dress(sheet: Excel.Worksheet, content: ReportContent, verdict: Report["verdict"]): void {
  const at = places(content);
  WIDTHS.forEach((width, column) => {
    sheet.getRangeByIndexes(0, column, 1, 1).getEntireColumn().format.columnWidth = width;
  });
  const all = rows(sheet, 0, at.end + 2);
  all.format.wrapText = true;
  all.format.verticalAlignment = "Center";
  const title = rows(sheet, 0, 1);
  title.merge();
  title.format.horizontalAlignment = "Center";
  title.format.font.size = 16;
  title.format.font.bold = true;
  title.format.rowHeight = TITLE_HEIGHT;
  content.facts.forEach((fact, index) => dressFact(sheet, index + 1, fact, fact.kind === "verdict" ? VERDICT_COLOURS[verdict] : null));
  dressTable(sheet, at, content.findings);
  for (const row of [at.end, at.end + 1]) rows(sheet, row, 1).merge();
  rows(sheet, at.end + 1, 1).format.rowHeight = 36;
}

/** Excel fits no row to merged cells by itself. */
function factHeight(text: string): number {
  const lines = text.split("\n").reduce((sum, one) => sum + Math.max(1, Math.ceil((one.length * CHARACTER) / FACT_WIDTH)), 0);
  return Math.min(LONGEST_ROW, lines * LINE + 4);
}

function dressFact(sheet: Excel.Worksheet, row: number, fact: Fact, colour: string | null): void {
  const label = sheet.getRangeByIndexes(row, 0, 1, 2);
  label.merge();
  label.format.font.bold = true;
  const text = sheet.getRangeByIndexes(row, 2, 1, COLUMNS - 2);
  text.merge();
  text.format.horizontalAlignment = "Left";
  text.format.rowHeight = factHeight(fact.text);
  if (colour === null) return;
  text.format.font.bold = true;
  text.format.font.color = colour;
}

const EDGES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideHorizontal", "InsideVertical"] as const;

function dressTable(sheet: Excel.Worksheet, at: Places, findings: readonly ReportedFinding[]): void {
  const header = rows(sheet, at.header, 1);
  header.format.font.bold = true;
  header.format.fill.color = GREY;
  header.format.horizontalAlignment = "Center";
  const table = rows(sheet, at.header, at.end - at.header);
  for (const edge of EDGES) {
    const border = table.format.borders.getItem(edge);
    border.style = "Continuous";
    border.color = "#808080";
  }
  for (const column of CENTRED) {
    sheet.getRangeByIndexes(at.first, column, Math.max(1, findings.length), 1).format.horizontalAlignment = "Center";
  }
  let from = 0;
  for (const level of ["logic", "experience", "unknown", "info"] as const) {
    const count = findings.filter((finding) => finding.level === level).length;
    if (count > 0) tint(sheet.getRangeByIndexes(at.first + from, 1, count, 1), TONES[level]);
    from += count;
  }
}

function tint(range: Excel.Range, tone: { fill: string; font: string }): void {
  range.format.fill.color = tone.fill;
  range.format.font.color = tone.font;
}

function link(sheet: Excel.Worksheet, at: Places, findings: readonly ReportedFinding[], tip: string): void {
  findings.forEach(({ link: to, cells }, index) => {
    const [area] = parseAreas(to?.cell ?? "");
    if (to === null || area === undefined) return;
    sheet.getRangeByIndexes(at.first + index, LINK_COLUMN, 1, 1).hyperlink = {
      documentReference: `${quotedSheet(to.sheet)}!${areaAddress(area)}`,
      textToDisplay: String(cells[LINK_COLUMN - 1] ?? ""),
      screenTip: tip,
    };
  });
}

function setPage(sheet: Excel.Worksheet, at: Places, footer: string): void {
  const { pageLayout } = sheet;
  pageLayout.paperSize = "A4";
  pageLayout.orientation = "Landscape";
  pageLayout.zoom = { horizontalFitToPages: 1 };
  pageLayout.centerHorizontally = true;
  pageLayout.setPrintTitleRows(`$${at.header + 1}:$${at.header + 1}`);
  pageLayout.headersFooters.defaultForAllPages.centerFooter = footer;
}

/** Everything on the sheet, in one batch. */
function build(sheet: Excel.Worksheet, content: ReportContent, verdict: Report["verdict"], tip: string): void {
  const cells = grid(content);
  const at = places(content);
  rows(sheet, 0, cells.length).values = cells;
  link(sheet, at, content.findings, tip);
  dress(sheet, content, verdict);
  setPage(sheet, at, content.page);
}

/** The titles of the policies; one of the clerk's own stands in no library and is named by its results. */
async function titles({ policies, summary }: Report): Promise<string[]> {
  const { packById } = await import("../policy/library");
  const say = (id: string, values?: Message["values"]): string => sayHost(values === undefined ? { id } : { id, values });
  const known = policies.map((id) => packById(id));
  const names = new Set(known.map((pack) => pack?.name));
  const own = (summary?.results ?? []).map(({ policy }) => policy).filter((name) => !names.has(name));
  return [
    ...known.flatMap((pack) => (pack === null ? [] : [policyLine(pack, say)])),
    ...own.map((name) => say("report.policy-own", { name })),
  ];
}

/** Writes the report; gives the name of its sheet. The report is an official paper: it is always in Chinese. */
export async function writeReportSheet(report: Report, at: Date = new Date()): Promise<string> {
  const frame: ReportFrame = { policyTitles: await titles(report), at, locale: "zh-CN" };
  const kind: OwnSheet = { attempt: "report", mark: REPORT_MARK, wanted: sayHost({ id: "report.sheet" }, frame.locale) };
  return writeOwnSheet(kind, (sheet) => {
    build(sheet, reportContent(report, frame), report.verdict, sayHost({ id: "report.go" }, frame.locale));
  });
}
