/** 平均分 (kind mean): a rubric item that comes from the mean of other totals, scaled and capped at its points. */
import type { RuleOf } from "../policy/schema";
import { exact, show, sum, type Exact } from "../values/exact";
import { amountOf, atMost, isNegative, points } from "./amount";
import { readingOf, type Judging } from "./judging";
import { defineKind } from "./kind";
import { decided, figures, refused, undecidable, type Outcome } from "./outcome";

/** The item's points from a mean. */
export function itemFromMean(rule: RuleOf<"mean">, mean: Exact): Outcome<Exact> {
  const read = [{ label: rule.name, value: points(mean) }];
  if (isNegative(mean)) {
    return refused(rule, { id: "rubric.negative", values: { item: rule.name, value: show(mean) } }, { read });
  }
  const scaled = mean.mul(exact(rule.share));
  const item = atMost(scaled, exact(rule.points));
  const cap = scaled.equals(item) ? "" : ` > ${show(exact(rule.points))}`;
  const steps = [figures(`${show(mean)}×${show(exact(rule.share).mul(100))}%=${show(scaled)}${cap}`)];
  return decided(rule, item, points(item), { read, steps });
}

/** One teacher as the mean sees him: total with and without bonus, null where there is no score. */
export interface MeanMember {
  readonly total: Exact | null;
  readonly base: Exact | null;
  readonly waived: boolean;
}

/** The mean of the teachers' totals; who counts and with what is a matter of readings. */
export function meanOf(judging: Judging, rule: RuleOf<"mean">, members: readonly MeanMember[]): Outcome<Exact> {
  const totals = readingOf(judging, rule, "totals");
  const waived = readingOf(judging, rule, "waived");
  const missing = readingOf(judging, rule, "missing");
  const readings = [totals, waived, missing];
  const counted: Exact[] = [];
  for (const member of members) {
    if (member.waived) {
      if (waived?.value === "zero") counted.push(exact(0));
      continue;
    }
    const score = totals?.value === "base" ? member.base : member.total;
    if (score !== null) counted.push(score);
    else if (missing?.value !== "left-out") counted.push(exact(0));
  }
  if (counted.length === 0) return undecidable(rule, { id: "mean.nobody" }, { readings });
  const all = sum(counted);
  const mean = all.div(exact(counted.length));
  const steps = [figures(`${show(all)}÷${String(counted.length)}=${show(mean)}`)];
  return decided(rule, mean, points(mean), { steps, readings });
}

export const mean = defineKind("mean", {
  column: "number",
  fields: (rule) => [
    { key: "points", value: rule.points },
    { key: "share", value: rule.share },
  ],
  explain: (rule, values, judging) => {
    const scores = values.map((value) => amountOf(value));
    const [first] = scores;
    if (scores.length === 1 && first) return itemFromMean(rule, first);
    const members = scores.map((score) => ({ total: score, base: score, waived: false }));
    const average = meanOf(judging, rule, members);
    if (!average.decided) return average;
    const item = itemFromMean(rule, average.value);
    const steps = [...average.trace.steps, ...item.trace.steps];
    return { ...item, trace: { ...item.trace, steps, readings: average.trace.readings } };
  },
});
