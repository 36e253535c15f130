/** 对象范围: person.out-of-scope by sex and age, in tables that carry both. */
import type { RuleOf } from "../../policy/schema";
import { dayOf, judgeEligibility } from "../../rules/eligibility";
import { isoOf } from "../../values/date";
import { eachRecord, type Check, type CheckContext, type Sheet } from "../context";
import { birthIn, personIn } from "../facts";
import type { Entry } from "../record";

function judge(context: CheckContext, sheet: Sheet, entry: Entry, rule: RuleOf<"eligibility">): void {
  const birth = birthIn(entry);
  if (!birth) return;
  context.judged.add(rule.id);
  const person = personIn(context, sheet, entry);
  const known = dayOf(sheet.judging, rule);
  const outcome = judgeEligibility(sheet.judging, rule, person, birth, known ?? context.asOf);
  if (!outcome.decided || outcome.value) return;
  const cell = entry.cell("birth") ?? entry.cell("id");
  const at = cell ? entry.placeOf(cell) : entry.place;
  const values = { subject: entry.subject, birth: isoOf(birth), rule: rule.name };
  context.findings.add({
    code: "person.out-of-scope",
    rule,
    at,
    subject: entry.subject,
    value: isoOf(birth),
    says: { id: "person.out-of-scope", values },
    outcome,
  });
}

export const scope: Check = function* (context) {
  for (const sheet of context.sheets) {
    if (!sheet.table.columns.some((column) => column.key === "name")) continue;
    const rules = sheet.judging.pack.rules.filter((rule): rule is RuleOf<"eligibility"> => rule.kind === "eligibility");
    if (rules.length === 0 || sheet.table.kind === "hours-log") continue;
    yield* eachRecord(sheet, (entry) => {
      for (const rule of rules) judge(context, sheet, entry, rule);
    });
  }
};
