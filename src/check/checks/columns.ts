/** What the tables do not have: column.missing for rubric items and hour blocks, rule.not-checked and rule.parameter-unset for the rest. */
import type { Rule } from "../../policy/schema";
import { blocksOf, mainHours } from "../../rules/hours";
import { unsupportedReadings, type Judging } from "../../rules/judging";
import { columnNature, isUnset, needsChecking } from "../../rules/kinds";
import { itemsOf } from "../../rules/score";
import { rubricOf } from "../assessment";
import type { Check, CheckContext, Sheet } from "../context";
import { headerPlace } from "../header";

function requiredColumns(sheet: Sheet): Rule[] {
  const of = rubricOf(sheet);
  if (of !== null) return itemsOf(sheet.judging, of);
  if (sheet.table.kind !== "hours-year") return [];
  const main = mainHours(sheet.judging);
  const blocks = main ? blocksOf(sheet.judging, main) : [];
  return blocks.length > 1 ? blocks : [];
}

function missingColumns(context: CheckContext, sheet: Sheet): void {
  const keys = new Set(sheet.table.columns.flatMap((column) => [column.key, column.guess]));
  const required = requiredColumns(sheet);
  const missing = required.filter((rule) => !keys.has(rule.id));
  // A summary without any of the items is another form: its items are not checked, not missing.
  if (missing.length === required.length) return;
  for (const rule of missing) {
    const values = { item: rule.name, sheet: sheet.table.sheet.name };
    const at = headerPlace(sheet.table, null);
    context.judged.add(rule.id);
    context.findings.add({ code: "column.missing", rule, at, expected: rule.name, says: { id: "column.missing", values } });
  }
}

function notChecked(context: CheckContext, rule: Rule): void {
  if (context.judged.has(rule.id) || !needsChecking(rule)) return;
  const says = { id: `rule.not-checked-${columnNature(rule)}`, values: { rule: rule.name } };
  context.findings.add({ code: "rule.not-checked", rule, at: { sheet: "" }, says });
}

/** A reading was chosen that the software cannot follow: said once a rule. */
function unsupported(context: CheckContext, judging: Judging, rule: Rule): void {
  for (const applied of unsupportedReadings(judging, rule)) {
    const reading = rule.readings?.find((each) => each.id === applied.id);
    const chosen = reading?.options.find((option) => option.value === applied.value)?.label ?? applied.value;
    const says = { id: "rule.not-evaluable-reading", values: { rule: rule.name, question: reading?.question ?? "", chosen } };
    context.findings.add({ code: "rule.not-evaluable", rule, at: { sheet: "" }, subject: applied.id, says });
  }
}

function unset(context: CheckContext, rule: Rule): void {
  if (!isUnset(rule)) return;
  context.findings.add({
    code: "rule.parameter-unset",
    rule,
    at: { sheet: "" },
    says: { id: "rule.parameter-unset", values: { rule: rule.name } },
  });
}

export const columns: Check = function* (context) {
  for (const sheet of context.sheets) missingColumns(context, sheet);
  yield;
};

/** Runs last: what was judged by then. */
export const unchecked: Check = function* (context) {
  const judgings = new Map(context.sheets.map(({ judging }) => [judging.pack, judging] as const));
  for (const [pack, judging] of judgings) {
    for (const rule of pack.rules) {
      notChecked(context, rule);
      unset(context, rule);
      unsupported(context, judging, rule);
    }
  }
  yield;
};
