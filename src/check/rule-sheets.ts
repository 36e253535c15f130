/**
 * 考核规则 sheets in the workbook itself: the policy they hold goes before the built-in one of the same id, and their
 * faults are findings in their own cells.
 */
import { packFromRange, type RangePolicy } from "../policy/sheet/range";
import { saySheet } from "../policy/sheet/say";
import type { Pack } from "../policy/schema";
import { ruleSheetCells } from "../table/rule-sheet-cells";
import type { Reading } from "../table/table";
import type { Sheet, Workbook } from "../table/workbook";
import type { Locale } from "../values/message";
import type { Findings } from "./findings";
import { withOwn } from "./own-packs";
import type { Rival, Settings } from "./report";

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

interface RuleSheetRead extends Pick<RuleSheet, "sheet" | "pack"> {
  readonly problems: RangePolicy["problems"];
}

function readRuleSheets(workbook: Workbook): RuleSheetRead[] {
  return workbook.sheets.flatMap((sheet) => {
    const cells = ruleSheetCells(sheet);
    return cells === null ? [] : [{ sheet, ...packFromRange(cells) }];
  });
}

function withForce(read: readonly RuleSheetRead[], chosen: Settings["ruleSheets"]): RuleSheet[] {
  const counts = inForce(read, chosen);
  return read.map(({ sheet, pack }) => ({ sheet, pack, isInForce: pack === null || counts.get(pack.id) === sheet }));
}

/** The rule sheets of a workbook with what each holds and which are in force. */
export function ruleSheetsIn(workbook: Workbook, chosen?: Settings["ruleSheets"]): RuleSheet[] {
  return withForce(readRuleSheets(workbook), chosen);
}

/** The same for a check: faults are told as findings. */
export function ruleSheetsOf(workbook: Workbook, findings: Findings, locale: Locale, chosen?: Settings["ruleSheets"]): RuleSheet[] {
  const read = readRuleSheets(workbook);
  for (const { sheet, problems } of read) {
    for (const problem of problems) {
      const says = { id: "rule.sheet-fault", values: { problem: saySheet(problem.message, locale) } };
      const at = { sheet: sheet.name, row: problem.row, column: problem.column };
      findings.add({ code: "rule.sheet-fault", level: problem.level, at, says });
    }
  }
  const sheets = withForce(read, chosen);
  sayTwice(sheets, findings);
  return sheets;
}

/** The policies that count of those in the workbook's own sheets. */
export function packsInForce(sheets: readonly RuleSheet[]): Pack[] {
  return sheets.flatMap(({ pack, isInForce }) => (pack && isInForce ? [pack] : []));
}

/** The packs to judge by: the one that the clerk chose where it is there, else those of the workbook first. */
export function withRuleSheets(packs: readonly Pack[], sheets: readonly RuleSheet[], chosen?: string): Pack[] {
  const all = withOwn(packs, packsInForce(sheets));
  const only = all.filter(({ id }) => id === chosen);
  return only.length === 0 ? all : only;
}

/**
 * The other policy that may be meant, where it is not clear which. A rule sheet of the workbook's own goes before the library without
 * a question; tables of several policies leave nothing to choose between.
 */
export function rivalOf({ policy, tables }: Reading, sheets: readonly RuleSheet[]): Rival | undefined {
  const runnerUp = policy?.runnerUp ?? null;
  if (policy === undefined || runnerUp === null || policy.isClear || tables.some(({ pack }) => pack !== policy.pack)) return undefined;
  const own = packsInForce(sheets);
  if (own.includes(policy.pack) && !own.includes(runnerUp)) return undefined;
  const named = ({ id, name }: Pack) => ({ id, name });
  return { applied: named(policy.pack), other: named(runnerUp) };
}

/** The workbook without its rule sheets, which are no tables of records. */
export function withoutRuleSheets(workbook: Workbook, sheets: readonly RuleSheet[]): Workbook {
  if (sheets.length === 0) return workbook;
  const rules = new Set(sheets.map(({ sheet }) => sheet));
  return { ...workbook, sheets: workbook.sheets.filter((sheet) => !rules.has(sheet)) };
}
