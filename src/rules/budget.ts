/** 经费 (kind budget): at least a share of a base sum. */
import type { RuleOf } from "../policy/schema";
import { exact, show, type Exact } from "../values/exact";
import { amountOf, isNegative, shortOf } from "./amount";
import { readingOf, type Judging } from "./judging";
import { defineKind } from "./kind";
import { decided, figures, refused, type Outcome } from "./outcome";

/** How much is still missing up to the share of the base; negative = above it, where the share is read as exact. */
export function judgeBudget(judging: Judging, rule: RuleOf<"budget">, amount: Exact, base: Exact): Outcome<Exact> {
  const read = [
    { label: rule.amount, value: { id: "value.plain", values: { amount: show(amount) } } },
    { label: rule.base, value: { id: "value.plain", values: { amount: show(base) } } },
  ];
  if (isNegative(amount) || isNegative(base)) return refused(rule, { id: "budget.negative" }, { read });
  const due = base.mul(exact(rule.share));
  const meaning = readingOf(judging, rule, "meaning");
  const missing = meaning?.value === "exact" ? due.sub(amount) : shortOf(amount, due);
  const met = missing.compare(0) <= 0;
  const steps = [
    figures(`${show(base)}×${show(exact(rule.share).mul(100))}%=${show(due)}`),
    figures(`${show(amount)} ${met ? "≥" : "<"} ${show(due)}`),
  ];
  const conclusion = met ? { id: "budget.met" } : { id: "budget.missing", values: { amount: show(missing) } };
  return decided(rule, missing, conclusion, { read, steps, readings: [meaning] });
}

export const budget = defineKind("budget", {
  column: "number",
  fields: (rule) => [{ key: "share", value: rule.share }],
  explain: (rule, [amount, base], judging) => {
    const [given, whole] = [amountOf(amount), amountOf(base)];
    if (given === null || whole === null) return refused(rule, { id: "value.unreadable" });
    return judgeBudget(judging, rule, given, whole);
  },
});
