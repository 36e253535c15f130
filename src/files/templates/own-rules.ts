/**
 * The rule sheet inside a template: where a policy is not one of the library's, the functions know it only from the cells of
 * its sheet. Writes what src/policy/sheet plans, and says which range the formulas name. Nothing else lives here.
 */
import type { Workbook, Worksheet } from "exceljs";
import { packById } from "../../policy/library";
import type { Pack } from "../../policy/schema";
import type { PlanCell, PlanRow, PlanRowRole, SheetPlan } from "../../policy/sheet/plan";
import { packToRows } from "../../policy/sheet/write";
import { columnLetters } from "../../table/address";
import forms from "./forms.json";
import { plainText } from "./safe-text";

/** Rows below the last rule that a clerk may add rules in; the formulas read them too. */
const ROWS_TO_ADD = 100;
const LONGEST_LIST = 255;
const FROZEN_COLUMNS = 3;
const A4 = 9;

const FILLS: Readonly<Partial<Record<PlanRowRole, string>>> = { header: "FFD9D9D9", rule: "FFF2F2F2" };
const SIZES: Readonly<Partial<Record<PlanRowRole, number>>> = { title: 14 };
const isBold = (role: PlanRowRole): boolean => role === "title" || role === "header" || role === "heading";
const isOneLine = (role: PlanRowRole): boolean => role === "title" || role === "hint" || role === "heading";

/** A policy that the functions cannot find by its name: of the clerk's own, or one of the library's that was changed. */
export function isOwn(pack: Pack): boolean {
  return packById(pack.id) !== pack;
}

/** The plan of its sheet; what the pack extends stands in it already. */
export function ownRules(pack: Pack): SheetPlan {
  return packToRows({ ...pack, extends: undefined, removes: undefined });
}

/** The range of the sheet as a formula's first argument. */
export function rangeOf({ sheetName, rows, columns }: SheetPlan): string {
  const quoted = `'${sheetName.replaceAll("'", "''")}'`;
  return `${quoted}!$A$1:$${columnLetters(columns.length - 1)}$${rows.length + ROWS_TO_ADD}`;
}

const LINE = 14;
const TITLE_HEIGHT = 26;
const HIGHEST = 200;

/** High enough for its longest cell: a program that does not know fonts sets no height by itself. */
function heightOf({ role, cells }: PlanRow, { columns }: SheetPlan): number {
  if (role === "title") return TITLE_HEIGHT;
  if (isOneLine(role)) return LINE + 4;
  const lines = cells.map((cell, index) => {
    const width = [...String(cell?.value ?? "")].reduce((sum, character) => sum + (character > "\u00ff" ? 2 : 1), 0);
    return Math.ceil(width / Math.max(1, (columns[index]?.width ?? 0) - 1));
  });
  return Math.min(HIGHEST, Math.max(1, ...lines) * LINE + 4);
}

function offer(sheet: Worksheet, row: number, column: number, choices: readonly string[]): void {
  const list = choices.join(",");
  if (choices.length === 0 || list.length > LONGEST_LIST - 2 || choices.some((choice) => /[,"\n]/.test(choice))) return;
  sheet.getCell(row, column).dataValidation = { type: "list", allowBlank: true, formulae: [`"${list}"`], showErrorMessage: false };
}

function writeCell(sheet: Worksheet, row: number, column: number, cell: PlanCell | null, role: PlanRowRole): void {
  const target = sheet.getCell(row, column);
  const fill = FILLS[role];
  target.font = { name: forms.fonts.text, size: SIZES[role] ?? 10, bold: isBold(role) };
  if (fill !== undefined) target.fill = { type: "pattern", pattern: "solid", fgColor: { argb: fill } };
  if (!isOneLine(role)) target.alignment = { wrapText: true, vertical: "top" };
  if (cell === null) return;
  target.value = typeof cell.value === "string" ? plainText(cell.value) : cell.value;
  if (cell.format !== "General") target.numFmt = cell.format;
  offer(sheet, row, column, cell.choices ?? []);
}

export function writeOwnRules(workbook: Workbook, plan: SheetPlan): void {
  const sheet = workbook.addWorksheet(plan.sheetName, {
    pageSetup: {
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${plan.headerRow + 1}:${plan.headerRow + 1}`,
    },
    views: [{ state: "frozen", xSplit: FROZEN_COLUMNS, ySplit: plan.headerRow + 1 }],
  });
  Object.assign(sheet.pageSetup, { paperSize: A4 });
  plan.columns.forEach(({ width }, index) => {
    sheet.getColumn(index + 1).width = width;
  });
  plan.rows.forEach((planned, row) => {
    planned.cells.forEach((cell, column) => writeCell(sheet, row + 1, column + 1, cell, planned.role));
    sheet.getRow(row + 1).height = heightOf(planned, plan);
  });
  for (let row = plan.rows.length; row < plan.rows.length + ROWS_TO_ADD; row += 1) {
    offer(sheet, row + 1, plan.kindColumn + 1, plan.kindChoices);
  }
}
