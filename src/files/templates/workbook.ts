/**
 * A template as an .xlsx file: title, caption line, headers, rows to fill in with their checks on entry, KAOHE formulas in
 * locked cells, signature line, A4 set-up, and the sheet 填表说明 with the clauses. ExcelJS is loaded only here and only then.
 */
import type { Cell, CellValue, DataValidation, Workbook, Worksheet } from "exceljs";
import type { Pack, PackTable } from "../../policy/schema";
import { columnLetters } from "../../table/address";
import type { Locale } from "../../values/message";
import { templatePlan } from "./columns";
import { ChoiceLists } from "./choice-lists";
import forms from "./forms.json";
import { writeNotes } from "./notes";
import { isOwn, ownRules, rangeOf, writeOwnRules } from "./own-rules";
import { filled, type Cells, type TemplateColumn, type TemplatePlan } from "./plan";
import { sayTemplate } from "./say";
import { plainText, SheetNames } from "./safe-text";

export interface TemplateOptions {
  /** Rows to fill in. */
  readonly rows?: number;
  /** The unit in the caption line. */
  readonly school?: string;
  /** Rows filled in already: column key → value; only columns that are not formulas take one. */
  readonly people?: readonly Readonly<Record<string, string | number>>[];
  readonly locale?: Locale;
}

const ROWS = 60;
const MOST_ROWS = 5_000;
export const HEADER_ROW = 3;
export const FIRST_ROW = HEADER_ROW + 1;

const THIN = { style: "thin" } as const;
const BORDER = { top: THIN, left: THIN, bottom: THIN, right: THIN };
const GREY = { type: "pattern", pattern: "solid", fgColor: { argb: "FFEDEDED" } } as const;
const HEAD = { type: "pattern", pattern: "solid", fgColor: { argb: "FFD9E2F3" } } as const;
const A4 = 9;
/** High enough to be written into by hand. */
const ROW_HEIGHT = 21;

/** The addresses of a row's cells by the keys of the columns. */
function cellsOf({ columns }: TemplatePlan, row: number): Cells {
  const letter = (key: string): string => columnLetters(columns.findIndex((column) => column.key === key));
  return { at: (key) => `${letter(key)}${row}`, span: (from, to) => `${letter(from)}${row}:${letter(to)}${row}` };
}

/** The column that says whether a row is filled in: who or what it is about. */
function subjectKey({ columns }: TemplatePlan): string {
  return ["name", "project", "school"].find((key) => columns.some((column) => column.key === key)) ?? "name";
}

function valueOf(column: TemplateColumn, plan: TemplatePlan, row: number, given: Readonly<Record<string, string | number>>): CellValue {
  const cells = cellsOf(plan, row);
  const { input } = column;
  if (input.kind === "formula") return { formula: input.write(cells), date1904: false };
  if (input.kind === "counter") return { formula: `IF(${cells.at(subjectKey(plan))}="","",ROW()-${HEADER_ROW})`, date1904: false };
  const value = given[column.key];
  return typeof value === "string" ? plainText(value) : (value ?? null);
}

const FORMATS: Readonly<Partial<Record<TemplateColumn["input"]["kind"], string>>> = { id: "@", date: "yyyy-mm-dd" };

function dressInput(cell: Cell, { input }: TemplateColumn): void {
  const locked = input.kind === "formula" || input.kind === "counter";
  cell.protection = { locked };
  cell.border = BORDER;
  cell.font = { name: forms.fonts.text, size: 10 };
  cell.alignment = { vertical: "middle", horizontal: "center", shrinkToFit: true };
  if (locked) cell.fill = GREY;
  const format = input.kind === "formula" && input.percent === true ? "0.0%" : FORMATS[input.kind];
  if (format !== undefined) cell.numFmt = format;
}

/** What Excel refuses to take into a column; null where anything goes. */
function validationOf({ input }: TemplateColumn, lists: ChoiceLists, locale: Locale): DataValidation | null {
  const error = (id: string, values = {}) => ({
    allowBlank: true,
    showErrorMessage: true,
    errorTitle: sayTemplate({ id: "error.title" }, locale),
    error: sayTemplate({ id, values }, locale),
  });
  switch (input.kind) {
    case "number": {
      const { min, max, whole } = input;
      const type = whole ? "whole" : "decimal";
      if (max !== null) return { type, operator: "between", formulae: [min, max], ...error("error.number", { min, max }) };
      return { type, operator: "greaterThanOrEqual", formulae: [min], ...error(whole ? "error.whole" : "error.number-open", { min }) };
    }
    case "date":
      return { type: "date", operator: "greaterThan", formulae: [new Date(Date.UTC(1950, 0, 1))], ...error("error.date") };
    case "id":
      return { type: "textLength", operator: "equal", formulae: [18], ...error("error.id") };
    case "list":
      return { type: "list", formulae: [lists.formulaFor(input.values)], ...error("error.list"), showErrorMessage: !input.open };
    default:
      return null;
  }
}

function center(cell: Cell, size: number, font: string, bold = false): void {
  cell.font = { name: font, size, bold };
  cell.alignment = { horizontal: "center", vertical: "middle", wrapText: true };
}

function writeAround(sheet: Worksheet, plan: TemplatePlan, last: number, school: string): void {
  const width = columnLetters(plan.columns.length - 1);
  sheet.mergeCells(`A1:${width}1`);
  const title = sheet.getCell("A1");
  title.value = plainText(filled(forms.title, { policy: plan.pack.name, table: plan.table.name }));
  center(title, 18, forms.fonts.title, true);
  sheet.getRow(1).height = 34;
  sheet.getRow(2).height = 22;
  sheet.getRow(last + 2).height = 28;
  const middle = Math.max(1, Math.ceil(plan.columns.length / 2));
  sheet.mergeCells(`A2:${columnLetters(middle - 1)}2`);
  sheet.mergeCells(`${columnLetters(middle)}2:${width}2`);
  sheet.getCell("A2").value = plainText(filled(forms.caption, { school }));
  const date = sheet.getCell(`${columnLetters(middle)}2`);
  date.value = forms.filled;
  date.alignment = { horizontal: "right", vertical: "middle" };
  sheet.mergeCells(`A${last + 2}:${width}${last + 2}`);
  const signatures = sheet.getCell(`A${last + 2}`);
  signatures.value = forms.signatures;
  for (const cell of [sheet.getCell("A2"), signatures]) cell.alignment = { vertical: "middle" };
  for (const cell of [sheet.getCell("A2"), date, signatures]) cell.font = { name: forms.fonts.text, size: 11 };
  // What the clerk words anew stays open: title, unit, day, names.
  for (const cell of [title, sheet.getCell("A2"), date, signatures]) cell.protection = { locked: false };
}

function addSheet(workbook: Workbook, name: string): Worksheet {
  const sheet = workbook.addWorksheet(name, {
    pageSetup: {
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      printTitlesRow: `${HEADER_ROW}:${HEADER_ROW}`,
    },
    headerFooter: { oddFooter: forms.page },
    views: [{ state: "frozen", xSplit: 2, ySplit: HEADER_ROW }],
  });
  Object.assign(sheet.pageSetup, { paperSize: A4 });
  return sheet;
}

/** A header too long for its column goes on in the next line from its bracket: 心得体会 over （20分）. */
function brokenBefore(header: string, width: number): string {
  const bracket = header.indexOf("\uff08");
  return bracket > 0 && header.length * 2 > width ? `${header.slice(0, bracket)}\n${header.slice(bracket)}` : header;
}

function writeHeader(sheet: Worksheet, { columns }: TemplatePlan): void {
  columns.forEach(({ header, width }, index) => {
    sheet.getColumn(index + 1).width = width;
    const cell = sheet.getCell(HEADER_ROW, index + 1);
    cell.value = plainText(brokenBefore(header, width));
    center(cell, 10, forms.fonts.text, true);
    cell.fill = HEAD;
    cell.border = BORDER;
  });
  sheet.getRow(HEADER_ROW).height = 42;
}

interface Work {
  readonly workbook: Workbook;
  readonly names: SheetNames;
  readonly lists: ChoiceLists;
  readonly options: TemplateOptions;
}

async function writeTable({ workbook, names, lists, options }: Work, plan: TemplatePlan): Promise<void> {
  const sheet = addSheet(workbook, names.take(plan.table.name));
  const given = plan.given.length > 0 ? plan.given : (options.people ?? []);
  const rows = Math.min(MOST_ROWS, Math.max(options.rows ?? ROWS, given.length));
  writeAround(sheet, plan, FIRST_ROW + rows - 1, options.school ?? "");
  writeHeader(sheet, plan);
  const validations = plan.columns.map((column) => validationOf(column, lists, options.locale ?? "zh-CN"));
  for (let row = FIRST_ROW; row < FIRST_ROW + rows; row += 1) {
    sheet.getRow(row).height = ROW_HEIGHT;
    plan.columns.forEach((column, index) => {
      const cell = sheet.getCell(row, index + 1);
      cell.value = valueOf(column, plan, row, given[row - FIRST_ROW] ?? {});
      dressInput(cell, column);
      const validation = validations[index];
      if (validation) cell.dataValidation = validation;
    });
  }
  await sheet.protect("", {
    selectLockedCells: true,
    selectUnlockedCells: true,
    formatCells: true,
    formatColumns: true,
    formatRows: true,
    sort: true,
    autoFilter: true,
  });
}

/** One workbook with the given tables of a policy, ready to be filled in. */
export async function templateWorkbook(pack: Pack, tables: readonly PackTable[], options: TemplateOptions = {}): Promise<Uint8Array> {
  const { default: ExcelJS } = await import("exceljs");
  const workbook = new ExcelJS.Workbook();
  // The formulas have no values yet: Excel works them out when it opens the file.
  workbook.calcProperties.fullCalcOnLoad = true;
  const work: Work = { workbook, names: new SheetNames(), lists: new ChoiceLists(forms.sheets.choices), options };
  const rules = isOwn(pack) ? ownRules(pack) : null;
  const plans = tables.map((table) => (rules === null ? templatePlan(pack, table) : templatePlan(pack, table, rangeOf(rules))));
  work.names.reserve(forms.sheets.notes, forms.sheets.choices, ...(rules === null ? [] : [rules.sheetName]));
  for (const plan of plans) await writeTable(work, plan);
  const rows = Math.max(options.rows ?? ROWS, options.people?.length ?? 0);
  writeNotes(workbook, plans, { rows, hasRules: rules !== null, locale: options.locale ?? "zh-CN" });
  if (rules !== null) writeOwnRules(workbook, rules);
  work.lists.write(workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
