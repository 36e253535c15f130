/** 对象范围 (kind eligibility): who is in scope, by sex, age on a day, role and subject. */
import type { RuleOf } from "../policy/schema";
import type { CellValue } from "../values/cell";
import { ageOn, civilDate, readDate, wholeDay, type CivilDate } from "../values/date";
import { textOf } from "./amount";
import { figuresOfDates, packDay } from "./dates";
import { readingOf, type Judging } from "./judging";
import { defineKind } from "./kind";
import { decided, refused, undecidable, type Outcome } from "./outcome";
import { factsAgainst, isAbout, nobodyKnown, type Fact, type Person } from "./who";

type Eligibility = RuleOf<"eligibility">;

/** The day on which ages are counted: the one given, the rule's, the pack's; null where none is set. */
export function dayOf(judging: Judging, rule: Eligibility, given: CivilDate | null = null): CivilDate | null {
  if (given) return given;
  const when = readingOf(judging, rule, "age-on");
  const own = rule.on ?? judging.pack.referenceDate;
  if (own === undefined) return null;
  const date = packDay(own);
  return when?.value === "year-end" ? (civilDate(date.year, 12, 31) ?? date) : date;
}

function anyOf(rule: Eligibility, person: Person): boolean | null {
  const answers = rule.anyOf.map((who) => isAbout(who, person));
  if (answers.includes(true)) return true;
  return answers.includes(null) ? null : false;
}

/**
 * What puts a person out of scope: of the groups that he comes nearest to. Where a group is of his sex, the others are not
 * looked at (a woman of 52 is too old, not of the wrong sex).
 */
export function causesOf(rule: Eligibility, person: Person): readonly Fact[] {
  const all = rule.anyOf.map((who) => factsAgainst(who, person));
  const own = all.filter((facts) => !facts.includes("sex"));
  const candidates = own.length > 0 ? own : all;
  return candidates.reduce((best, facts) => (facts.length < best.length ? facts : best), candidates[0] ?? []);
}

/** Whether a person is in scope on a day; without a birth date only where the rest decides it. */
export function judgeEligibility(
  judging: Judging,
  rule: Eligibility,
  person: Omit<Person, "age"> & Partial<Pick<Person, "age">>,
  birth: CivilDate | null,
  given: CivilDate | null = null,
): Outcome<boolean> {
  const day = dayOf(judging, rule, given);
  if (!day) return undecidable(rule, { id: "eligibility.no-day" });
  const age = birth ? ageOn(birth, day) : (person.age ?? null);
  const steps = birth && age !== null ? [figuresOfDates(birth, day, age)] : [];
  const readings = [readingOf(judging, rule, "age-on")];
  const within = anyOf(rule, { ...person, age });
  if (within === null) return undecidable(rule, { id: "eligibility.unknown" }, { steps, readings });
  return decided(rule, within, { id: within ? "eligibility.in" : "eligibility.out" }, { steps, readings });
}

function dayIn(value: CellValue | undefined): CivilDate | null {
  const read = readDate(value ?? null);
  return read.kind === "date" ? wholeDay(read) : null;
}

export const eligibility = defineKind("eligibility", {
  column: "mark",
  fields: (rule) => [
    { key: "max-age", value: rule.anyOf[0]?.maxAge ?? null },
    { key: "min-age", value: rule.anyOf[0]?.minAge ?? null },
    ...rule.anyOf.flatMap((who) =>
      who.sex === undefined ? [] : [{ key: "age-of", name: who.sex, value: who.maxAge ?? who.minAge ?? null }],
    ),
    { key: "date", value: rule.on ?? null },
  ],
  explain: (rule, [sex, birth, on], judging) => {
    const born = dayIn(birth);
    if (!born) return refused(rule, { id: "value.no-date" });
    return judgeEligibility(judging, rule, { ...nobodyKnown, sex: textOf(sex) }, born, dayIn(on));
  },
});
