/**
 * The reports as a workbook of their own (--report): one sheet 检查报告, a finding a row, each with a link to its cell in
 * the checked file. All texts are written as texts, so that none beginning with = + - @ is ever a formula.
 */
import { dirname, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import ExcelJS, { type Worksheet } from "exceljs";
import type { Finding, Report } from "../check/report";
import {
  advice,
  byLevel,
  clauseLine,
  closingLines,
  contextLines,
  counts,
  explanationLine,
  levelName,
  message,
  place,
  shown,
  type PolicyNames,
} from "./lines";
import { say, type TextId } from "./say";

const COLUMNS: readonly { readonly id: TextId; readonly width: number }[] = [
  { id: "column.number", width: 6 },
  { id: "report.file", width: 24 },
  { id: "column.level", width: 10 },
  { id: "column.place", width: 18 },
  { id: "column.subject", width: 16 },
  { id: "column.message", width: 52 },
  { id: "column.value", width: 14 },
  { id: "column.expected", width: 14 },
  { id: "column.clause", width: 44 },
  { id: "column.explanation", width: 24 },
];

const THIN = { style: "thin" } as const;
const A4 = { paperSize: 9 };
const BORDER = { top: THIN, left: THIN, bottom: THIN, right: THIN };
/** What a cell can hold. */
const LONGEST_TEXT = 32_000;
/** Excel takes this many links in a sheet. */
const MOST_LINKS = 65_000;

/** Characters that XML cannot hold would make the report unreadable. */
function plain(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, " ").slice(0, LONGEST_TEXT);
}

/** A link to the cell, relative to where the report stands. */
function linkTo(report: string, file: string, { sheet, cell }: Finding): string {
  const path = relative(dirname(resolve(report)), resolve(file));
  const base = pathToFileURL("/").href;
  const target = pathToFileURL(resolve("/", path)).href.slice(base.length);
  const quoted = `'${sheet.replaceAll("'", "''")}'`;
  const up = path.split(/[\\/]/).filter((step) => step === "..").length;
  return `${"../".repeat(up)}${target}#${quoted}!${cell === "" ? "A1" : cell}`;
}

function writeHead(sheet: Worksheet, reports: readonly Report[], names: PolicyNames, asOf: string): void {
  sheet.addRow([say("report.title")]).font = { size: 16, bold: true };
  sheet.addRow([say("report.made", { date: asOf })]);
  for (const report of reports) {
    sheet.addRow([plain(`${report.file}　${say("report.verdict.line", { verdict: report.verdict })}`)]).font = { bold: true };
    const lines = report.problem === null ? [`${advice(report)} ${counts(report)}`, ...contextLines(report, names)] : [report.problem];
    for (const line of lines) sheet.addRow([plain(line)]);
  }
  sheet.addRow([]);
}

function writeFinding(sheet: Worksheet, number: number, file: string, finding: Finding, link: string | null): void {
  const texts = [
    file,
    levelName(finding.level),
    place(finding),
    shown(finding.subject),
    message(finding),
    shown(finding.value),
    shown(finding.expected),
    clauseLine(finding) ?? "",
    explanationLine(finding) ?? "",
  ].map(plain);
  const row = sheet.addRow([number, ...texts]);
  if (link !== null) {
    row.getCell(4).value = { text: plain(place(finding)), hyperlink: link };
    row.getCell(4).font = { underline: true, color: { argb: "FF0563C1" } };
  }
  row.alignment = { vertical: "top", wrapText: true };
  row.eachCell((cell) => {
    cell.border = BORDER;
  });
}

/** The report's bytes. `path` is where it will be written. */
export async function reportWorkbook(path: string, reports: readonly Report[], names: PolicyNames, asOf: string): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(say("report.title"), {
    pageSetup: { orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  Object.assign(sheet.pageSetup, A4);
  COLUMNS.forEach(({ width }, index) => {
    sheet.getColumn(index + 1).width = width;
  });
  writeHead(sheet, reports, names, asOf);
  const head = sheet.addRow(COLUMNS.map(({ id }) => say(id)));
  head.font = { bold: true };
  head.eachCell((cell) => {
    cell.border = BORDER;
  });
  sheet.pageSetup.printTitlesRow = `${head.number}:${head.number}`;
  let number = 0;
  for (const report of reports) {
    for (const finding of byLevel(report).flatMap((group) => group.findings)) {
      number += 1;
      const link = number <= MOST_LINKS && finding.sheet !== "" ? linkTo(path, report.file, finding) : null;
      writeFinding(sheet, number, report.file, finding, link);
    }
  }
  sheet.addRow([]);
  for (const line of new Set(reports.flatMap(closingLines))) sheet.addRow([plain(line)]);
  sheet.addRow([say("report.signatures")]);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
