/** 考核项目 (kind rubric): an item's points and its maximum. */
import type { RuleOf } from "../policy/schema";
import { compare, exact, show, type Exact } from "../values/exact";
import { amountOf, isNegative, points } from "./amount";
import { defineKind } from "./kind";
import { decided, figures, refused, type Outcome } from "./outcome";

/** The points of one item: refused below 0 or above the item's maximum. */
export function judgeItem(rule: RuleOf<"rubric"> | RuleOf<"mean">, value: Exact): Outcome<Exact> {
  const read = [{ label: rule.name, value: points(value) }];
  const full = exact(rule.points);
  if (isNegative(value)) {
    return refused(rule, { id: "rubric.negative", values: { item: rule.name, value: show(value) } }, { read });
  }
  if (compare(value, full) > 0) {
    const values = { item: rule.name, value: show(value), full: show(full) };
    return refused(rule, { id: "rubric.above-full", values }, { read });
  }
  const steps = [figures(`${show(value)} ≤ ${show(full)}`)];
  return decided(rule, value, { id: "value.points", values: { amount: show(value) } }, { read, steps });
}

export const rubric = defineKind("rubric", {
  column: "number",
  fields: (rule) => [{ key: "points", value: rule.points }],
  explain: (rule, [value]) => {
    const score = amountOf(value);
    return score === null ? refused(rule, { id: "value.unreadable" }) : judgeItem(rule, score);
  },
});
