/**
 * The reports as a workbook of their own (--report): one sheet 检查报告, a finding a row, each with a link to its cell in
 * the checked file. All texts are written as texts, so that none beginning with = + - @ is ever a formula.
 */
import { dirname, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import ExcelJS, { type Worksheet } from "exceljs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { REPORT_MARK } from "../check/own-marks";
import type { Finding, Report } from "../check/report";
import { sayReport, type PolicyNames, type SaidFinding, type SaidReport } from "./lines";
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

function writeHead(sheet: Worksheet, reports: readonly SaidReport[], asOf: string): void {
  sheet.addRow([say("report.title")]).font = { size: 16, bold: true };
  sheet.addRow([say("report.made", { date: asOf })]);
  for (const { file, verdict, problem, advice, counts, context } of reports) {
    sheet.addRow([plain(`${file}　${verdict}`)]).font = { bold: true };
    const lines = problem === null ? [`${advice} ${counts}`, ...context] : [problem];
    for (const line of lines) sheet.addRow([plain(line)]);
  }
  sheet.addRow([]);
}

function writeFinding(sheet: Worksheet, number: number, file: string, said: SaidFinding, link: string | null): void {
  const { level, place, subject, message, value, expected, clause, explanation } = said;
  const row = sheet.addRow([number, ...[file, level, place, subject, message, value, expected, clause, explanation].map(plain)]);
  if (link !== null) {
    row.getCell(4).value = { text: plain(place), hyperlink: link };
    row.getCell(4).font = { underline: true, color: { argb: "FF0563C1" } };
  }
  row.alignment = { vertical: "top", wrapText: true };
  row.eachCell((cell) => {
    cell.border = BORDER;
  });
}

/** Adds the hidden name by which the sheet is known as ours: it is then neither checked nor taken for a clerk's file. */
function marked(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const path = "xl/workbook.xml";
  const name = `<definedName name="${REPORT_MARK}" localSheetId="0" hidden="1">'${say("report.title")}'!$A$1</definedName>`;
  const xml = strFromU8(parts[path] ?? new Uint8Array()).replace("<definedNames>", `<definedNames>${name}`);
  return zipSync({ ...parts, [path]: strToU8(xml) });
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
  const said = reports.map((report) => sayReport(report, names));
  writeHead(sheet, said, asOf);
  const head = sheet.addRow(COLUMNS.map(({ id }) => say(id)));
  head.font = { bold: true };
  head.eachCell((cell) => {
    cell.border = BORDER;
  });
  sheet.pageSetup.printTitlesRow = `${head.number}:${head.number}`;
  let number = 0;
  for (const { file, groups } of said) {
    for (const each of groups.flatMap(({ findings }) => findings)) {
      number += 1;
      const link = number <= MOST_LINKS && each.finding.sheet !== "" ? linkTo(path, file, each.finding) : null;
      writeFinding(sheet, number, file, each, link);
    }
  }
  sheet.addRow([]);
  for (const line of new Set(said.flatMap(({ closing }) => closing))) sheet.addRow([plain(line)]);
  sheet.addRow([say("report.signatures")]);
  return marked(new Uint8Array(await workbook.xlsx.writeBuffer()));
}
