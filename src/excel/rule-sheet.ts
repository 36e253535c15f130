/**
 * Writes a policy as the sheet 考核规则 that a clerk can read and edit. What stands on it is planned in `src/policy/sheet`;
 * here it becomes cells, formats and lists of choices. An earlier sheet of that name is never replaced: a clerk may have
 * edited it. No cell holds a formula.
 */
import type { CellFormat, PlanCell, PlanRow, PlanRowRole, SheetPlan } from "../policy/sheet/plan";
import type { Pack } from "../policy/schema";
import { packToRows } from "../policy/sheet/write";
import { writeOwnSheet, type OwnSheet } from "./own-sheet";

/** Not among the marks of reports: this sheet is read and checked like the clerk's own. */
const RULES_MARK = "_KAOHE_RULES";
/** Excel's own bound for a list inside of a validation. */
const LONGEST_LIST = 255;
/** Rows below the last rule in which a clerk may add one and is offered the kinds. */
const ROWS_TO_ADD = 200;
/** The columns that stay in sight: number, kind, name. */
const FROZEN_COLUMNS = 3;
/** A width is planned in characters; Excel is told points. */
const POINTS_A_CHARACTER = 5.25;
const MARGIN = 3.75;

const GREY = "#D9D9D9";
const PALE = "#F2F2F2";
const QUIET = "#595959";

function contentOf(cell: PlanCell | null | undefined): string | number {
  return cell?.value ?? "";
}

function formatOf(cell: PlanCell | null | undefined): CellFormat {
  return cell?.format ?? "General";
}

function rowOf<T>(plan: SheetPlan, row: PlanRow, each: (cell: PlanCell | null | undefined) => T): T[] {
  return plan.columns.map((_column, index) => each(row.cells[index]));
}

interface Run {
  readonly from: number;
  readonly count: number;
}

/** Rows beside each other for which `key` is the same, as one piece each; null is left out. */
function runsOf(plan: SheetPlan, key: (row: PlanRow) => string | null): (Run & { readonly key: string })[] {
  const runs: { key: string; from: number; count: number }[] = [];
  plan.rows.forEach((row, index) => {
    const own = key(row);
    const last = runs.at(-1);
    if (own === null) return;
    if (last?.key === own && last.from + last.count === index) last.count += 1;
    else runs.push({ key: own, from: index, count: 1 });
  });
  return runs;
}

const DRESSES: Readonly<Record<PlanRowRole, (format: Excel.RangeFormat) => void>> = {
  title: ({ font }) => {
    font.bold = true;
    font.size = 14;
  },
  hint: ({ font }) => {
    font.italic = true;
    font.color = QUIET;
  },
  header: ({ font, fill }) => {
    font.bold = true;
    fill.color = GREY;
  },
  heading: ({ font }) => {
    font.bold = true;
  },
  rule: ({ fill }) => {
    fill.color = PALE;
  },
  detail: ({ font }) => {
    font.color = QUIET;
  },
};

const isOneLine = (role: PlanRowRole): boolean => role === "title" || role === "hint" || role === "heading";

function dress(sheet: Excel.Worksheet, plan: SheetPlan): void {
  const width = plan.columns.length;
  plan.columns.forEach((column, index) => {
    sheet.getRangeByIndexes(0, index, 1, 1).getEntireColumn().format.columnWidth = column.width * POINTS_A_CHARACTER + MARGIN;
  });
  for (const role of ["title", "hint", "header", "heading", "rule", "detail"] as const) {
    for (const { from, count } of runsOf(plan, (row) => (row.role === role ? role : null))) {
      const { format } = sheet.getRangeByIndexes(from, 0, count, width);
      DRESSES[role](format);
      if (isOneLine(role)) continue;
      format.wrapText = true;
      format.verticalAlignment = "Top";
    }
  }
}

/** Other values stay allowed: a reading may be worded anew, a kind typed by its other name. */
function offer(range: Excel.Range, choices: readonly string[]): void {
  const source = choices.join(",");
  if (source.length > LONGEST_LIST || choices.some((choice) => /[,"\n]/.test(choice))) return;
  range.dataValidation.rule = { list: { inCellDropDown: true, source } };
  range.dataValidation.errorAlert = { showAlert: false, style: "Information", title: "", message: "" };
}

function offerChoices(sheet: Excel.Worksheet, plan: SheetPlan): void {
  plan.columns.forEach((_column, index) => {
    if (index === plan.kindColumn) return;
    const lists = new Map(
      plan.rows.flatMap(({ cells }) => (cells[index]?.choices ? [[cells[index].choices.join("\n"), cells[index].choices]] : [])),
    );
    for (const { key, from, count } of runsOf(plan, ({ cells }) => cells[index]?.choices?.join("\n") ?? null)) {
      offer(sheet.getRangeByIndexes(from, index, count, 1), lists.get(key) ?? []);
    }
  });
  const first = plan.headerRow + 1;
  offer(sheet.getRangeByIndexes(first, plan.kindColumn, plan.rows.length - first + ROWS_TO_ADD, 1), plan.kindChoices);
}

/** Everything on the sheet, in one batch. Formats go first: in a cell of texts nothing becomes a formula or a date. */
function build(sheet: Excel.Worksheet, plan: SheetPlan): void {
  const all = sheet.getRangeByIndexes(0, 0, plan.rows.length, plan.columns.length);
  all.numberFormat = plan.rows.map((row) => rowOf(plan, row, formatOf));
  all.values = plan.rows.map((row) => rowOf(plan, row, contentOf));
  dress(sheet, plan);
  offerChoices(sheet, plan);
  sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, plan.headerRow + 1, FROZEN_COLUMNS));
}

/** What the pack extends stands in it already: the sheet is whole by itself. */
function standingAlone(pack: Pack): Pack {
  return { ...pack, extends: undefined, removes: undefined };
}

/** Writes the rule sheet of a policy; gives its name. */
export async function writeRuleSheet(pack: Pack): Promise<string> {
  const plan = packToRows(standingAlone(pack));
  const kind: OwnSheet = { attempt: "rules", mark: RULES_MARK, wanted: plan.sheetName, keepsEarlier: true };
  return writeOwnSheet(kind, (sheet) => build(sheet, plan));
}
