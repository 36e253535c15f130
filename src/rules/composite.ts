/** 综合成绩 (kind composite): parts weighted by their shares; parts without a share weigh the same. */
import { FULL_UNLESS_SAID, type RuleOf } from "../policy/schema";
import { compare, exact, show, sum, type Exact } from "../values/exact";
import { amountsOf, isNegative, points } from "./amount";
import { readingOf, type Judging } from "./judging";
import { defineKind } from "./kind";
import { decided, figures, refused, type Outcome } from "./outcome";

/** The weight of each part; what the given shares leave is divided equally among the parts without one. */
export function weightsOf(rule: RuleOf<"composite">): Exact[] {
  const given = sum(rule.parts.flatMap((part) => (part.share === null ? [] : [exact(part.share)])));
  const open = rule.parts.filter((part) => part.share === null).length;
  const each = open === 0 ? exact(0) : exact(1).sub(given).div(exact(open));
  return rule.parts.map((part) => (part.share === null ? each : exact(part.share)));
}

/** Weights when only some parts count (reading "any"): those of the parts present, made to sum to 1. */
function weightsOfPresent(rule: RuleOf<"composite">, present: readonly boolean[]): Exact[] {
  const weights = weightsOf(rule).map((weight, index) => (present[index] === true ? weight : exact(0)));
  const all = sum(weights);
  return all.equals(0) ? weights : weights.map((weight) => weight.div(all));
}

/** The weighted total of scores on the rule's scale (百分制 where it does not say), in the order of the parts. */
export function judgeComposite(judging: Judging, rule: RuleOf<"composite">, scores: readonly Exact[]): Outcome<Exact> {
  const read = rule.parts.map((part, index) => ({ label: part.name, value: points(scores[index] ?? exact(0)) }));
  const full = exact(rule.full ?? FULL_UNLESS_SAID);
  const outside = scores.find((score) => isNegative(score) || compare(score, full) > 0);
  if (outside) return refused(rule, { id: "composite.out-of-range", values: { value: show(outside) } }, { read });
  if (scores.length !== rule.parts.length) {
    const values = { parts: rule.parts.length, given: scores.length };
    return refused(rule, { id: "composite.count", values }, { read });
  }
  const sources = readingOf(judging, rule, "sources");
  const present = scores.map((score) => !score.equals(0));
  const weights = sources?.value === "any" ? weightsOfPresent(rule, present) : weightsOf(rule);
  const weighted = scores.map((score, index) => score.mul(weights[index] ?? exact(0)));
  const total = sum(weighted);
  const terms = scores.map((score, index) => `${show(score)}×${show((weights[index] ?? exact(0)).mul(100))}%`);
  const readings = [readingOf(judging, rule, "shares"), sources];
  return decided(rule, total, points(total), { read, steps: [figures(`${terms.join("+")}=${show(total)}`)], readings });
}

export const composite = defineKind("composite", {
  column: "number",
  fields: (rule) => rule.parts.map((part) => ({ key: "share", name: part.name, value: part.share })),
  explain: (rule, values, judging) => {
    const scores = amountsOf(values);
    return scores === null ? refused(rule, { id: "value.unreadable" }) : judgeComposite(judging, rule, scores);
  },
});
