/**
 * Writes the sheet 检查报告: a new sheet is built whole under a passing name, and only then takes the place of our earlier
 * one. A clerk's own sheet of the same name is never touched. What came from a workbook is written as text, never as a formula.
 */
import type { Report } from "../check/report";
import { areaAddress, parseAreas, quotedSheet } from "./address";
import { hostFailure } from "./errors";
import type { HostFailure } from "./host";
import { reportContent, type ReportContent, type ReportedFinding, type ReportFrame } from "./report-content";
import { REPORT_MARK } from "./report-mark";
import { sayHost } from "./say";
import { inExcel, onceMore } from "./session";
import { asTyped } from "./typed-text";

const COLUMNS = 9;
const LINK_COLUMN = 4;
/** Widths in points, fitting a landscape A4 page. */
const WIDTHS: readonly number[] = [32, 56, 230, 60, 100, 56, 56, 170, 90];
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
  const typed = (texts: readonly string[]): string[] => texts.map(asTyped);
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
  content.facts.forEach((fact, index) => dressFact(sheet, index + 1, fact.kind === "verdict" ? VERDICT_COLOURS[verdict] : null));
  dressTable(sheet, at, content.findings);
  for (const row of [at.end, at.end + 1]) rows(sheet, row, 1).merge();
  rows(sheet, at.end + 1, 1).format.rowHeight = 36;
}

function dressFact(sheet: Excel.Worksheet, row: number, colour: string | null): void {
  const label = sheet.getRangeByIndexes(row, 0, 1, 2);
  label.merge();
  label.format.font.bold = true;
  const text = sheet.getRangeByIndexes(row, 2, 1, COLUMNS - 2);
  text.merge();
  text.format.horizontalAlignment = "Left";
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
      textToDisplay: cells[LINK_COLUMN - 1] ?? "",
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
  const name = sheet.names.add(REPORT_MARK, sheet.getRange("A1"));
  name.visible = false;
  const cells = grid(content);
  const at = places(content);
  rows(sheet, 0, cells.length).values = cells;
  link(sheet, at, content.findings, tip);
  dress(sheet, content, verdict);
  setPage(sheet, at, content.page);
}

interface Standing {
  readonly id: string;
  readonly name: string;
  readonly isOurs: boolean;
}

async function sheetsStanding(context: Excel.RequestContext): Promise<Standing[]> {
  const { worksheets } = context.workbook;
  worksheets.load("items/id,items/name");
  await context.sync();
  const asked = worksheets.items.map((sheet) => {
    const mark = sheet.names.getItemOrNullObject(REPORT_MARK);
    mark.load("name");
    return { sheet, mark };
  });
  await context.sync();
  return asked.map(({ sheet, mark }) => ({ id: sheet.id, name: sheet.name, isOurs: !mark.isNullObject }));
}

/** 检查报告, or the first of 检查报告 (2), (3) … that is free or ours. */
function target(standing: readonly Standing[], wanted: string): { name: string; old: string | null } {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted} (${number})`;
    const holder = standing.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
    if (holder === undefined) return { name, old: null };
    if (holder.isOurs) return { name, old: holder.id };
  }
}

/** Builds the sheet under a passing name; gives its id. */
async function buildUnder(name: string, report: Report, frame: ReportFrame): Promise<string> {
  return inExcel({ attempt: "report", writes: true }, async (context) => {
    const sheet = context.workbook.worksheets.add(name);
    sheet.load("id");
    build(sheet, reportContent(report, frame), report.verdict, sayHost({ id: "report.go" }, frame.locale));
    await context.sync();
    return sheet.id;
  });
}

/** Where the new sheet goes: decided once, so that a second try after a failure half-way does the rest of the first. */
async function place(fresh: string, wanted: string): Promise<{ name: string; old: string | null }> {
  return inExcel({ attempt: "report", repeatable: true }, async (context) => {
    const standing = await sheetsStanding(context);
    return target(
      standing.filter((sheet) => sheet.id !== fresh),
      wanted,
    );
  });
}

/** Old out, new named and shown. */
async function takePlace(fresh: string, name: string, old: string | null): Promise<void> {
  await inExcel({ attempt: "report", writes: true, repeatable: true }, async (context) => {
    const { worksheets } = context.workbook;
    const earlier = old === null ? null : worksheets.getItemOrNullObject(old);
    earlier?.load("name");
    if (earlier !== null) await context.sync();
    if (earlier !== null && !earlier.isNullObject) earlier.delete();
    const sheet = worksheets.getItem(fresh);
    sheet.name = name;
    sheet.activate();
    sheet.getRange("A1").select();
    await context.sync();
  });
}

async function remove(key: string): Promise<void> {
  await inExcel({ attempt: "report", writes: true, repeatable: true }, async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(key);
    sheet.load("name");
    await context.sync();
    if (sheet.isNullObject) return;
    sheet.delete();
    await context.sync();
  });
}

async function isStanding(id: string): Promise<boolean> {
  return inExcel({ attempt: "report", repeatable: true }, async (context) =>
    (await sheetsStanding(context)).some((sheet) => sheet.id === id),
  );
}

/** Takes the new sheet out again, unless the earlier report is gone already: then the new one is all there is. */
async function afterRemoving(error: unknown, passing: string, old: string | null): Promise<HostFailure> {
  try {
    if (old !== null && !(await onceMore(() => isStanding(old)))) return hostFailure(error, "report", "", "partly");
    await onceMore(() => remove(passing));
    return hostFailure(error, "report", "", "before");
  } catch {
    return hostFailure(error, "report", "", "partly");
  }
}

async function titles(ids: readonly string[]): Promise<string[]> {
  const { packById } = await import("../policy/library");
  return ids.map((id) => packById(id)?.title ?? id);
}

const SUFFIX = 1_000_000;

/** Writes the report; gives the name of its sheet. The report is an official paper: it is always in Chinese. */
export async function writeReportSheet(report: Report, at: Date = new Date()): Promise<string> {
  const frame: ReportFrame = { policyTitles: await titles(report.policies), at, locale: "zh-CN" };
  const wanted = sayHost({ id: "report.sheet" }, frame.locale);
  const passing = `${wanted}~${Math.floor(Math.random() * SUFFIX)}`;
  let old: string | null = null;
  try {
    const fresh = await buildUnder(passing, report, frame);
    const goal = await place(fresh, wanted);
    old = goal.old;
    await onceMore(() => takePlace(fresh, goal.name, goal.old));
    return goal.name;
  } catch (error) {
    throw await afterRemoving(error, passing, old);
  }
}
