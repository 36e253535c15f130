/** Columns with a list of values: choice.unknown where the list is closed, choice.unlisted (info) where it is open. */
import type { RuleOf } from "../../policy/schema";
import { judgeChoice } from "../../rules/choice";
import { eachRecord, type Check, type CheckContext, type Sheet } from "../context";
import type { Entry } from "../record";

function keyOf(sheet: Sheet, rule: RuleOf<"choice">): string | null {
  const keys = sheet.table.columns.map((column) => column.key);
  return [rule.id, rule.field].find((key) => keys.includes(key)) ?? null;
}

function judge(context: CheckContext, sheet: Sheet, entry: Entry, rule: RuleOf<"choice">, key: string): void {
  const text = entry.text(key);
  const cell = entry.cell(key);
  context.judged.add(rule.id);
  if (text === "" || !cell) return;
  const by = rule.by === undefined ? null : entry.text(rule.by);
  const outcome = judgeChoice(sheet.judging, rule, text, by);
  if (!outcome.decided || outcome.value === "listed") return;
  const list = rule.values.map((value) => value.value).join("、");
  const values = { subject: entry.subject, text, rule: rule.name, list };
  const code = rule.open ? "choice.unlisted" : "choice.unknown";
  context.findings.add({
    code,
    rule,
    at: entry.placeOf(cell),
    subject: entry.subject,
    value: text,
    expected: list,
    says: { id: code, values },
    outcome,
  });
}

export const choices: Check = function* (context) {
  for (const sheet of context.sheets) {
    const listed = sheet.judging.pack.tables.filter((table) => table.kind === sheet.table.kind).flatMap((table) => table.rules);
    const rules = sheet.judging.pack.rules.flatMap((rule) => {
      const key = rule.kind === "choice" && listed.includes(rule.id) ? keyOf(sheet, rule) : null;
      return rule.kind === "choice" && key !== null ? [{ rule, key }] : [];
    });
    if (rules.length === 0) continue;
    yield* eachRecord(sheet, (entry) => {
      for (const { rule, key } of rules) judge(context, sheet, entry, rule, key);
    });
  }
};
