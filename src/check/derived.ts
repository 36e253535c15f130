/**
 * The school form's teacher average: the mean of the teachers' totals of that school, from the teacher tables of the same
 * workbook, and the points it gives.
 */
import type { RuleOf } from "../policy/schema";
import { itemFromMean, meanOf, type MeanMember } from "../rules/mean";
import type { Outcome } from "../rules/outcome";
import { itemsOf } from "../rules/score";
import { nameKey } from "../values/name";
import { sum, type Exact } from "../values/exact";
import { assessed } from "./assessments";
import { totalToJudge, type Assessment } from "./assessment";
import { sheetsOfKind, type CheckContext, type Sheet } from "./context";
import { schoolOf } from "./people";
import type { Entry } from "./record";

export interface Derived {
  readonly rule: RuleOf<"mean">;
  readonly mean: Exact;
  readonly item: Outcome<Exact>;
}

const memory = new WeakMap<CheckContext, Map<string, MeanMember[]>>();

function membersBySchool(context: CheckContext): Map<string, MeanMember[]> {
  const known = memory.get(context);
  if (known) return known;
  const schools = new Map<string, MeanMember[]>();
  for (const sheet of sheetsOfKind(context, "teacher-assessment")) {
    for (const entry of sheet.records) {
      const school = nameKey(schoolOf(entry));
      const list = schools.get(school) ?? [];
      list.push(memberOf(context, sheet, entry));
      schools.set(school, list);
    }
  }
  memory.set(context, schools);
  return schools;
}

function memberOf(context: CheckContext, sheet: Sheet, entry: Entry): MeanMember {
  const assessment = assessed(context, sheet, entry);
  const total = totalToJudge(sheet, entry, assessment);
  const base = assessment.score?.decided === true ? assessment.score.value.base : total;
  return { total, base, waived: entry.isWaived };
}

/** The teachers of a school record: by the school's name; where neither side names one, all. */
function membersOf(context: CheckContext, entry: Entry, alone: boolean): readonly MeanMember[] {
  const schools = membersBySchool(context);
  const named = schools.get(nameKey(schoolOf(entry)));
  if (named) return named;
  const unnamed = schools.get("");
  return alone && schools.size === 1 && unnamed ? unnamed : [];
}

/** What the teachers' scores make of the mean item; null where the workbook has no teachers of that school. */
export function derivedItem(context: CheckContext, sheet: Sheet, entry: Entry): Derived | null {
  const rule = itemsOf(sheet.judging, "school").find((item) => item.kind === "mean");
  if (rule?.kind !== "mean") return null;
  const members = membersOf(context, entry, sheet.records.length === 1);
  if (members.length === 0) return null;
  const mean = meanOf(sheet.judging, rule, members);
  return mean.decided ? { rule, mean: mean.value, item: itemFromMean(rule, mean.value) } : null;
}

/** The total that the record has when its mean item is what the teachers' scores give; null where nothing is derived. */
export function totalWithDerived(context: CheckContext, sheet: Sheet, entry: Entry, assessment: Assessment): Exact | null {
  const derived = derivedItem(context, sheet, entry);
  if (!derived?.item.decided || assessment.score?.decided !== true) return null;
  const others = assessment.items.flatMap(({ rule, state }) => (rule === derived.rule || state.kind !== "number" ? [] : [state.amount]));
  return sum([...others, derived.item.value, assessment.score.value.bonus]);
}
