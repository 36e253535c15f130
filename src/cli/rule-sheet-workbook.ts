/**
 * A policy as a workbook with its rule sheet (考核规则): widths, formats and validation lists as the plan has them. Every
 * text is a text, so that none beginning with = + - @ is ever a formula.
 */
import ExcelJS, { type Worksheet } from "exceljs";
import type { Pack } from "../policy/schema";
import type { PlanCell, PlanRowRole, SheetPlan } from "../policy/sheet/plan";
import { packToRows } from "../policy/sheet/write";
import { say } from "./say";

/** A list of choices that is longer, or holds a comma, cannot stand inside the cell's own validation. */
const LONGEST_LIST = 250;
/** Rows below the last rule in which a clerk may add one and is offered the kinds. */
const ROWS_TO_ADD = 200;
const GREY = { type: "pattern", pattern: "solid", fgColor: { argb: "FFD9D9D9" } } as const;
const PALE = { type: "pattern", pattern: "solid", fgColor: { argb: "FFF2F2F2" } } as const;
/** Its many columns would be too small to read on one page. */
const PAGES_WIDE = 3;
const A4 = { paperSize: 9 };
const THIN = { style: "thin", color: { argb: "FFBFBFBF" } } as const;
const BORDER = { top: THIN, left: THIN, bottom: THIN, right: THIN };
const FONTS: Readonly<Record<PlanRowRole, Partial<ExcelJS.Font>>> = {
  title: { bold: true, size: 14 },
  hint: { italic: true, color: { argb: "FF595959" } },
  header: { bold: true },
  heading: { bold: true },
  rule: {},
  detail: { color: { argb: "FF595959" } },
};

/** Lists of choices that need cells of their own: one column each in a hidden sheet. */
class Lists {
  private readonly sheet: Worksheet;
  private readonly known = new Map<string, string>();

  constructor(book: ExcelJS.Workbook) {
    this.sheet = book.addWorksheet(say("policy.sheet.lists"), { state: "hidden" });
  }

  /** The formula of a list validation with these choices. */
  formula(choices: readonly string[]): string {
    const joined = choices.join(",");
    const isPlain = joined.length <= LONGEST_LIST && choices.every((choice) => !/[,"\n]/.test(choice));
    return isPlain ? `"${joined}"` : this.reference(choices);
  }

  private reference(choices: readonly string[]): string {
    const slot = JSON.stringify(choices);
    const known = this.known.get(slot);
    if (known !== undefined) return known;
    const column = this.sheet.getColumn(this.known.size + 1);
    choices.forEach((choice, index) => {
      this.sheet.getCell(index + 1, column.number).value = choice;
    });
    const formula = `'${this.sheet.name}'!$${column.letter}$1:$${column.letter}$${choices.length}`;
    this.known.set(slot, formula);
    return formula;
  }
}

function offer(cell: ExcelJS.Cell, choices: readonly string[], lists: Lists): void {
  // Other values stay allowed: a reading may be worded anew, a kind typed by its other name.
  cell.dataValidation = { type: "list", allowBlank: true, showErrorMessage: false, formulae: [lists.formula(choices)] };
}

function writeCell(sheet: Worksheet, at: { readonly row: number; readonly column: number }, planned: PlanCell, lists: Lists): void {
  const cell = sheet.getCell(at.row, at.column);
  cell.value = planned.value;
  cell.numFmt = planned.format;
  if (planned.choices) offer(cell, planned.choices, lists);
}

function writeRow(sheet: Worksheet, plan: SheetPlan, index: number, lists: Lists): void {
  const planned = plan.rows[index];
  if (!planned) return;
  const row = sheet.getRow(index + 1);
  row.font = FONTS[planned.role];
  const isGrid = planned.role === "rule" || planned.role === "detail" || planned.role === "header";
  row.alignment = isGrid ? { vertical: "top", wrapText: true } : { vertical: "middle" };
  planned.cells.forEach((cell, column) => {
    if (cell) writeCell(sheet, { row: index + 1, column: column + 1 }, cell, lists);
    if (isGrid) sheet.getCell(index + 1, column + 1).border = BORDER;
    if (planned.role === "header") sheet.getCell(index + 1, column + 1).fill = GREY;
    if (planned.role === "rule") sheet.getCell(index + 1, column + 1).fill = PALE;
  });
}

/** The bytes of an .xlsx with the rule sheet of a policy. */
export async function ruleSheetWorkbook(pack: Pack): Promise<Uint8Array> {
  const plan = packToRows(pack);
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet(plan.sheetName, {
    views: [{ state: "frozen", xSplit: 3, ySplit: plan.headerRow + 1 }],
    pageSetup: { orientation: "landscape", fitToPage: true, fitToWidth: PAGES_WIDE, fitToHeight: 0 },
  });
  Object.assign(sheet.pageSetup, A4);
  sheet.pageSetup.printTitlesColumn = "A:C";
  sheet.pageSetup.printTitlesRow = `${String(plan.headerRow + 1)}:${String(plan.headerRow + 1)}`;
  const lists = new Lists(book);
  plan.columns.forEach(({ width }, index) => {
    sheet.getColumn(index + 1).width = width;
  });
  plan.rows.forEach((_row, index) => writeRow(sheet, plan, index, lists));
  for (let row = plan.rows.length + 1; row <= plan.rows.length + ROWS_TO_ADD; row += 1) {
    offer(sheet.getCell(row, plan.kindColumn + 1), plan.kindChoices, lists);
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}
