/** 数量要求 (kind evidence): at least a number of words, lessons, hours, books; by bands where it differs by person. */
import type { RuleOf } from "../policy/schema";
import { atLeast, exact, show, type Exact } from "../values/exact";
import { amountOf, inUnit, isNegative, textOf } from "./amount";
import { readingOf, type Judging } from "./judging";
import { defineKind } from "./kind";
import { decided, figures, refused, undecidable, type Outcome } from "./outcome";
import { isAbout, nobodyKnown, type Person } from "./who";

type Evidence = RuleOf<"evidence">;

/** What this person needs; null where the pack sets nothing, or what is known of the person does not decide the band. */
export function neededFor(judging: Judging, rule: Evidence, person: Person): Exact | null {
  const boundary = readingOf(judging, rule, "exactly")?.value === "above" ? "above" : "within";
  for (const band of rule.bands ?? []) {
    const about = isAbout(band.who, person, boundary);
    if (about === true) return exact(band.min);
    if (about === null) return null;
  }
  return rule.min === null ? null : exact(rule.min);
}

/** The least that all bands need, and the most, where the person is not known. */
function extremes(rule: Evidence): { least: number; most: number } | null {
  const all = [...(rule.bands ?? []).map((band) => band.min), ...(rule.min === null ? [] : [rule.min])];
  return all.length === 0 ? null : { least: Math.min(...all), most: Math.max(...all) };
}

/** What an amount is measured by: the person's need, or what every band says of it. Null where neither is known. */
export function measureOf(judging: Judging, rule: Evidence, amount: Exact, person: Person): Exact | null {
  return neededFor(judging, rule, person) ?? agreedNeed(rule, amount);
}

/** The facts about a person on which the rule's bands turn. */
export function factsNeeded(rule: Evidence): ReadonlySet<"age" | "role"> {
  const whos = (rule.bands ?? []).map(({ who }) => who);
  const byRole = whos.some(({ roles, notRoles }) => roles !== undefined || notRoles !== undefined);
  const byAge = whos.some((who) => [who.minAge, who.maxAge, who.aboveAge, who.belowAge].some((bound) => bound !== undefined));
  return new Set([...(byAge ? (["age"] as const) : []), ...(byRole ? (["role"] as const) : [])]);
}

/** Whether an amount reaches what is needed. Undecidable where bands differ and the person is not known. */
export function judgeEvidence(judging: Judging, rule: Evidence, amount: Exact, person: Person = nobodyKnown): Outcome<boolean> {
  const read = [{ label: rule.name, value: inUnit(amount, rule.unit) }];
  if (isNegative(amount)) return refused(rule, { id: "hours.negative", values: { value: show(amount) } }, { read });
  const needed = measureOf(judging, rule, amount, person);
  if (needed === null) return undecidable(rule, { id: "evidence.no-measure", values: { name: rule.name } }, { read });
  const most = rule.max === undefined ? null : exact(rule.max);
  if (most !== null && amount.compare(most) > 0) {
    const values = { text: `${show(amount)} > ${show(most)}` };
    return decided(rule, false, { id: "evidence.above" }, { read, steps: [{ id: "step.figures", values }] });
  }
  const met = atLeast(amount, needed);
  const steps = [figures(`${show(amount)} ${met ? "≥" : "<"} ${show(needed)}`)];
  const readings = [readingOf(judging, rule, "below"), readingOf(judging, rule, "exactly")];
  return decided(rule, met, { id: met ? "evidence.met" : "evidence.unmet" }, { read, steps, readings });
}

/** Where every band says the same of the amount, the band does not matter. */
function agreedNeed(rule: Evidence, amount: Exact): Exact | null {
  const range = extremes(rule);
  if (!range) return null;
  if (atLeast(amount, exact(range.most))) return exact(range.most);
  return atLeast(amount, exact(range.least)) ? null : exact(range.least);
}

export const evidence = defineKind("evidence", {
  column: "number",
  isUnset: (rule) => rule.min === null && rule.bands === undefined,
  fields: (rule) => [
    { key: "least", value: rule.min ?? rule.bands?.[0]?.min ?? null },
    { key: "unit", value: rule.unit },
    ...(rule.bands ?? []).map((band) => ({ key: "least-of", name: band.name, value: band.min })),
  ],
  explain: (rule, [value, about], judging) => {
    const amount = amountOf(value);
    if (amount === null) return refused(rule, { id: "value.unreadable" });
    const age = typeof about === "number" ? about : null;
    const role = age === null && about !== undefined && about !== null ? textOf(about) : null;
    return judgeEvidence(judging, rule, amount, { ...nobodyKnown, age, role });
  },
});
