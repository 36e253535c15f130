/**
 * 考核规则 sheets in the workbook itself: the policy they hold goes before the built-in one of the same id, and their
 * faults are findings in their own cells.
 */
import { packFromRange } from "../policy/sheet/range";
import { saySheet } from "../policy/sheet/say";
import type { Pack } from "../policy/schema";
import { ruleSheetCells } from "../table/rule-sheet-cells";
import type { Sheet, Workbook } from "../table/workbook";
import type { Locale } from "../values/message";
import type { Findings } from "./findings";
import type { Settings } from "./report";

export interface RuleSheet {
  readonly sheet: Sheet;
  readonly pack: Pack | null;
  /** False where another sheet holds the same policy and that one counts. */
  readonly isInForce: boolean;
}

/** The sheet that counts for each policy: the one that the clerk chose, else the last, which was written last. */
function inForce(sheets: readonly Pick<RuleSheet, "sheet" | "pack">[], chosen: Settings["ruleSheets"]): ReadonlyMap<string, Sheet> {
  const counts = new Map<string, Sheet>();
  for (const { sheet, pack } of sheets) {
    if (pack === null) continue;
    const standing = counts.get(pack.id);
    if (standing === undefined || standing.name !== chosen?.[pack.id]) counts.set(pack.id, sheet);
  }
  return counts;
}

/** Of several sheets with one policy the one in force is said, so that nobody changes the other and wonders. */
function sayTwice(sheets: readonly RuleSheet[], findings: Findings): void {
  for (const { sheet, pack, isInForce } of sheets) {
    const other = sheets.find((one) => one.isInForce && one.pack?.id === pack?.id);
    if (isInForce || !pack || !other) continue;
    const says = { id: "rule.sheet-twice", values: { policy: pack.name, sheet: sheet.name, other: other.sheet.name } };
    findings.add({ code: "rule.sheet-fault", level: "info", at: { sheet: sheet.name, row: 0, column: 0 }, says });
  }
}

/** The rule sheets of a workbook with what each holds and which are in force; faults are told as findings. */
export function ruleSheetsOf(workbook: Workbook, findings: Findings, locale: Locale, chosen?: Settings["ruleSheets"]): RuleSheet[] {
  const read = readRuleSheets(workbook, findings, locale);
  const counts = inForce(read, chosen);
  const sheets = read.map((one) => ({ ...one, isInForce: one.pack === null || counts.get(one.pack.id) === one.sheet }));
  sayTwice(sheets, findings);
  return sheets;
}

function readRuleSheets(workbook: Workbook, findings: Findings, locale: Locale): Pick<RuleSheet, "sheet" | "pack">[] {
  return workbook.sheets.flatMap((sheet) => {
    const cells = ruleSheetCells(sheet);
    if (cells === null) return [];
    const { pack, problems } = packFromRange(cells);
    for (const problem of problems) {
      const says = { id: "rule.sheet-fault", values: { problem: saySheet(problem.message, locale) } };
      const at = { sheet: sheet.name, row: problem.row, column: problem.column };
      findings.add({ code: "rule.sheet-fault", level: problem.level, at, says });
    }
    return [{ sheet, pack }];
  });
}

/** The packs to judge by: those of the workbook first; a built-in one of the same id gives way. */
export function withRuleSheets(packs: readonly Pack[], sheets: readonly RuleSheet[]): Pack[] {
  const own = sheets.flatMap(({ pack, isInForce }) => (pack && isInForce ? [pack] : []));
  const ids = new Set(own.map((pack) => pack.id));
  return [...own, ...packs.filter((pack) => !ids.has(pack.id))];
}

/** The workbook without its rule sheets, which are no tables of records. */
export function withoutRuleSheets(workbook: Workbook, sheets: readonly RuleSheet[]): Workbook {
  if (sheets.length === 0) return workbook;
  const rules = new Set(sheets.map(({ sheet }) => sheet));
  return { ...workbook, sheets: workbook.sheets.filter((sheet) => !rules.has(sheet)) };
}
