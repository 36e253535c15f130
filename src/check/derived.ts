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
import { rubricOf, totalKey, totalToJudge, type Assessment } from "./assessment";
import { atOnce, eachRecord, sheetsOfKind, type CheckContext, type Sheet } from "./context";
import { schoolInTitle, schoolOf } from "./people";
import type { Entry } from "./record";

export interface Derived {
  readonly rule: RuleOf<"mean">;
  readonly mean: Exact;
  readonly item: Outcome<Exact>;
}

/** A teacher in the mean; "undecided" where a value of his is missing or refused, so that no mean can be told. */
type Member = MeanMember | "undecided";

const memory = new WeakMap<CheckContext, Map<string, Member[]>>();

/** The teachers of each school, gathered once, in short steps. */
export function* gatherMembers(context: CheckContext): Generator<void, Map<string, Member[]>> {
  const known = memory.get(context);
  if (known) return known;
  const schools = new Map<string, Member[]>();
  const sheets = sheetsOfKind(context, "teacher-assessment").filter((sheet) => rubricOf(sheet) === "teacher");
  const assessedSchools = new Set(
    sheetsOfKind(context, "school-assessment").flatMap(({ records }) => records.map((entry) => nameKey(schoolOf(entry)))),
  );
  for (const sheet of sheets) {
    const titled = schoolInTitle(sheet, assessedSchools) ?? "";
    yield* eachRecord(sheet, (entry) => {
      const school = nameKey(schoolOf(entry)) || titled;
      const list = schools.get(school);
      const member = memberOf(context, sheet, entry);
      if (list) list.push(member);
      else schools.set(school, [member]);
    });
  }
  memory.set(context, schools);
  return schools;
}

/** Nothing at all was entered for him: he counts as having no score. Anything else without a total is undecided. */
function hasNoScore(sheet: Sheet, entry: Entry, assessment: Assessment): boolean {
  const items = assessment.items.filter((item) => item.state.kind !== "none");
  if (items.length > 0) return items.every((item) => item.state.kind === "blank");
  return entry.number(totalKey(sheet.judging, sheet.table, "teacher")).kind === "blank";
}

function memberOf(context: CheckContext, sheet: Sheet, entry: Entry): Member {
  const assessment = assessed(context, sheet, entry);
  const total = totalToJudge(sheet, entry, assessment);
  if (total === null && !entry.isWaived && !hasNoScore(sheet, entry, assessment)) return "undecided";
  const base = assessment.score?.decided === true ? assessment.score.value.base : total;
  return { total, base, waived: entry.isWaived };
}

/** The teachers of a school record: by the school's name, written alike or longer; where neither side names one, all. */
function membersOf(context: CheckContext, sheet: Sheet, entry: Entry): readonly Member[] {
  const schools = atOnce(gatherMembers(context));
  const own = nameKey(schoolOf(entry));
  const named = schools.get(own) ?? longerNamed(schools, sheet, own);
  if (named) return named;
  const unnamed = schools.get("");
  return sheet.records.length === 1 && schools.size === 1 && unnamed ? unnamed : [];
}

/** 兰西县红光镇中心校 and 红光镇中心校, where no other school of the form is called so. */
function longerNamed(schools: ReadonlyMap<string, readonly Member[]>, sheet: Sheet, own: string): readonly Member[] | undefined {
  if (own === "") return undefined;
  const taken = new Set(sheet.records.map((entry) => nameKey(schoolOf(entry))));
  const alike = [...schools.keys()].filter((name) => name !== "" && !taken.has(name) && (name.includes(own) || own.includes(name)));
  const [only, another] = alike;
  return only !== undefined && another === undefined ? schools.get(only) : undefined;
}

/** What the teachers' scores make of the mean item; null where the workbook has no teachers of that school. */
export function derivedItem(context: CheckContext, sheet: Sheet, entry: Entry): Derived | null {
  const rule = itemsOf(sheet.judging, "school").find((item) => item.kind === "mean");
  if (rule?.kind !== "mean") return null;
  const members = membersOf(context, sheet, entry);
  const known = members.filter((member) => member !== "undecided");
  if (known.length === 0 || known.length < members.length) return null;
  const mean = meanOf(sheet.judging, rule, known);
  return mean.decided ? { rule, mean: mean.value, item: itemFromMean(rule, mean.value) } : null;
}

/** The total that the record has when its mean item is what the teachers' scores give; null where nothing is derived. */
export function totalWithDerived(context: CheckContext, sheet: Sheet, entry: Entry, assessment: Assessment): Exact | null {
  const derived = derivedItem(context, sheet, entry);
  if (!derived?.item.decided || assessment.score?.decided !== true) return null;
  const others = assessment.items.flatMap(({ rule, state }) => (rule === derived.rule || state.kind !== "number" ? [] : [state.amount]));
  return sum([...others, derived.item.value, assessment.score.value.bonus]);
}
