/**
 * 对象范围: person.out-of-scope at the cell that puts the person out: birth, subject, role or title, sex; rule.not-evaluable
 * where the birth is written too roughly (1955年6月) to tell.
 */
import type { RuleOf } from "../../policy/schema";
import { causesOf, dayOf, judgeEligibility } from "../../rules/eligibility";
import type { Outcome } from "../../rules/outcome";
import type { Fact, Person } from "../../rules/who";
import { ageOn, isoOf, type CivilDate } from "../../values/date";
import { eachRecord, type Check, type CheckContext, type Sheet } from "../context";
import { birthsIn, personIn } from "../facts";
import type { Entry } from "../record";

type Eligibility = RuleOf<"eligibility">;

/** The columns in which a fact stands, the surest first. */
const columnsOf: Readonly<Record<Fact, readonly string[]>> = {
  age: ["birth", "id", "age"],
  sex: ["sex", "id"],
  subject: ["subject"],
  role: ["role", "title"],
};

/** Honours may stand in a column of their own beside the post (荣誉称号: 区级骨干教师). */
function rolesOf(entry: Entry, person: Person): string | null {
  const title = entry.cell("title") ? entry.text("title") : null;
  return person.role === null ? title : [person.role, title ?? ""].join(" ").trim();
}

/** Of two columns that may hold a role, the one whose text is named by the rule. */
function cellOf(entry: Entry, rule: Eligibility, fact: Fact): string | null {
  const keys = columnsOf[fact].filter((key) => entry.cell(key) !== null);
  const named = rule.anyOf.flatMap((who) => who.notRoles ?? []);
  const own = fact === "role" ? keys.find((key) => named.some((role) => entry.text(key).includes(role))) : undefined;
  return own ?? keys[0] ?? null;
}

interface Judged {
  readonly person: Person;
  readonly birth: CivilDate | null;
  readonly outcome: Outcome<boolean>;
}

/** By the birth date; where only the month or year is known, as it is for every day of it, "too-rough" where the days differ. */
function judgePerson(context: CheckContext, sheet: Sheet, entry: Entry, rule: Eligibility): Judged | "too-rough" | null {
  const known = personIn(context, sheet, entry);
  const day = dayOf(sheet.judging, rule) ?? context.asOf;
  const births = birthsIn(entry);
  const candidates = births.length > 0 ? births : [null];
  const [first, other] = candidates.map((birth): Judged => {
    const person: Person = { ...known, role: rolesOf(entry, known), age: birth ? ageOn(birth, day) : known.age };
    return { person, birth, outcome: judgeEligibility(sheet.judging, rule, person, birth, day) };
  });
  if (!first || !other) return first ?? null;
  const decisions = [first, other].map(({ outcome }) => decisionOf(outcome));
  if (decisions[0] === decisions[1]) return first;
  // Where a post may put the person within the scope anyway, and nobody knows it, the day of birth is not what is lacking.
  return decisions.includes(false) ? "too-rough" : null;
}

function decisionOf(outcome: Outcome<boolean>): boolean | null {
  return outcome.decided ? outcome.value : null;
}

/** The birth date as it is written: a month stays one. */
function birthText(entry: Entry, birth: CivilDate): string {
  const written = entry.date("birth");
  if (written.kind === "between") return entry.text("birth");
  return isoOf(written.kind === "month" ? { year: written.year, month: written.month, day: null } : birth);
}

/** On some days of the month or year of birth the person is within the ages, on others not. */
function tellTooRough(context: CheckContext, entry: Entry, rule: Eligibility): void {
  const cell = entry.cell("birth");
  const text = entry.text("birth");
  const says = { id: "rule.not-evaluable-birth", values: { subject: entry.subject, text, rule: rule.name } };
  const at = cell ? entry.placeOf(cell) : entry.place;
  context.judged.add(rule.id);
  context.findings.add({ code: "rule.not-evaluable", rule, at, subject: entry.subject, value: text, says });
}

function judge(context: CheckContext, sheet: Sheet, entry: Entry, rule: Eligibility): void {
  const judged = judgePerson(context, sheet, entry, rule);
  if (judged === "too-rough") tellTooRough(context, entry, rule);
  if (judged === "too-rough" || !judged?.outcome.decided) return;
  const { person, birth, outcome } = judged;
  context.judged.add(rule.id);
  if (outcome.value) return;
  const [fact = "age"] = causesOf(rule, person);
  const key = cellOf(entry, rule, fact);
  const cell = key === null ? null : entry.cell(key);
  const value = fact === "age" && birth ? birthText(entry, birth) : key === null ? "" : entry.text(key);
  const says = fact === "age" && !birth ? "years" : fact;
  const values = { subject: entry.subject, text: value, rule: rule.name };
  context.findings.add({
    code: "person.out-of-scope",
    rule,
    at: cell ? entry.placeOf(cell) : entry.place,
    subject: entry.subject,
    value,
    says: { id: `person.out-of-scope-${says}`, values },
    outcome,
  });
}

export const scope: Check = function* (context) {
  for (const sheet of context.sheets) {
    if (!sheet.table.columns.some((column) => column.key === "name")) continue;
    const rules = sheet.judging.pack.rules.filter((rule): rule is Eligibility => rule.kind === "eligibility");
    if (rules.length === 0 || sheet.table.kind === "hours-log") continue;
    yield* eachRecord(sheet, (entry) => {
      for (const rule of rules) judge(context, sheet, entry, rule);
    });
  }
};
