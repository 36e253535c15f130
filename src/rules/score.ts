/**
 * 综合考核成绩: the total of a rubric, items and bonus together. Not a kind of rule but what rubric, mean and bonus rules
 * of one key (`of`) give when put together; functions and check both come here.
 */
import type { Rule, RuleOf } from "../policy/schema";
import { exact, show, sum, type Exact } from "../values/exact";
import { atMost, isNegative, points } from "./amount";
import { bonusPoints } from "./bonus";
import { readingOf, type Judging } from "./judging";
import { itemFromMean } from "./mean";
import { decided, figures, undecidable, type AppliedReading, type Outcome, type ReadValue } from "./outcome";
import { judgeItem } from "./rubric";

export type ItemRule = RuleOf<"rubric"> | RuleOf<"mean">;

/** The items of a rubric, in the form's order. */
export function itemsOf(judging: Judging, of: string): ItemRule[] {
  return judging.pack.rules.filter((rule): rule is ItemRule => (rule.kind === "rubric" || rule.kind === "mean") && rule.of === of);
}

/** The bonus rules of a rubric, in the form's order. */
export function bonusesOf(judging: Judging, of: string): RuleOf<"bonus">[] {
  return judging.pack.rules.filter((rule): rule is RuleOf<"bonus"> => rule.kind === "bonus" && rule.of === of);
}

/** The full score of a rubric: the sum of its items' points. */
export function fullScore(judging: Judging, of: string): Exact {
  return sum(itemsOf(judging, of).map((item) => exact(item.points)));
}

export interface ScoreInput {
  /** Points per item, in the rubric's order. */
  readonly items: readonly Exact[];
  /** Times (or an entered amount) per bonus rule, in the pack's order; missing ones count 0. */
  readonly bonuses: readonly Exact[];
  /** All bonuses together in points, where a form has one column for them. */
  readonly bonusPoints?: Exact;
  /** The person's role; null where nothing is known of it. */
  readonly role: string | null;
  /** The mean item holds the mean itself (a function's column) or already its points (a form's). */
  readonly meanAs: "mean" | "points";
}

export interface Score {
  readonly total: Exact;
  /** Without bonus. */
  readonly base: Exact;
  readonly bonus: Exact;
}

interface Parts {
  readonly values: Exact[];
  readonly read: ReadValue[];
  readonly figures: string[];
}

function itemPart(rule: ItemRule, value: Exact, meanAs: ScoreInput["meanAs"]): Outcome<Exact> {
  return rule.kind === "mean" && meanAs === "mean" ? itemFromMean(rule, value) : judgeItem(rule, value);
}

function addBonuses(judging: Judging, of: string, input: ScoreInput, parts: Parts): Outcome<Exact> | null {
  if (input.bonusPoints && !input.bonusPoints.equals(0)) {
    parts.values.push(input.bonusPoints);
    parts.figures.push(show(input.bonusPoints));
  }
  for (const [index, rule] of bonusesOf(judging, of).entries()) {
    const times = input.bonuses[index];
    if (times === undefined || (!isNegative(times) && times.equals(0))) continue;
    const outcome = bonusPoints(judging, rule, times, input.role);
    parts.read.push(...outcome.trace.read);
    if (!outcome.decided) return outcome;
    parts.values.push(outcome.value);
    const counted = !outcome.value.equals(0) && rule.points !== null && !times.equals(1);
    parts.figures.push(counted ? `${show(exact(rule.points ?? 0))}×${show(times)}` : show(outcome.value));
  }
  return null;
}

/** The total of a rubric. `rule` is where the trace hangs: the pass rule or the first item. */
export function judgeScore(judging: Judging, of: string, input: ScoreInput, rule: Rule): Outcome<Score> {
  const items = itemsOf(judging, of);
  if (items.length === 0) return undecidable(rule, { id: "score.no-rubric" });
  const parts: Parts = { values: [], read: [], figures: [] };
  for (const [index, item] of items.entries()) {
    const outcome = itemPart(item, input.items[index] ?? exact(0), input.meanAs);
    parts.read.push(...outcome.trace.read);
    if (!outcome.decided) return outcome;
    parts.values.push(outcome.value);
    parts.figures.push(show(outcome.value));
  }
  const base = sum(parts.values);
  const broken = addBonuses(judging, of, input, parts);
  if (broken && !broken.decided) return { ...broken, trace: { ...broken.trace, read: parts.read } };
  const reached = sum(parts.values);
  const { total, reading } = capped(judging, of, reached);
  const cap = total.equals(reached) ? "" : ` > ${show(total)}`;
  const steps = [figures(`${parts.figures.join("+")}=${show(reached)}${cap}`)];
  const score = { total, base, bonus: reached.sub(base) };
  return decided(rule, score, points(total), { read: parts.read, steps, readings: [reading] });
}

/** Bonus above the full score: shown as it is, or capped at it, by the reading. */
function capped(judging: Judging, of: string, reached: Exact): { total: Exact; reading: AppliedReading | null } {
  const [bonus] = bonusesOf(judging, of);
  const reading = bonus ? readingOf(judging, bonus, "cap") : null;
  const full = fullScore(judging, of);
  if (reached.compare(full) <= 0) return { total: reached, reading: null };
  return { total: reading?.value === "full" ? atMost(reached, full) : reached, reading };
}
