/** 年度学时 (kind hours): the hours due in a period, in all and by block (公需课, 专业课, 个人选修课). */
import { rulesOf } from "../policy/resolve";
import type { RuleOf } from "../policy/schema";
import { exact, show, sum, type Exact } from "../values/exact";
import { amountsOf, inUnit, isNegative, shortOf, ZERO } from "./amount";
import { readingOf, type Judging } from "./judging";
import { defineKind } from "./kind";
import { decided, figures, refused, undecidable, type Outcome } from "./outcome";

/** The blocks of an hours rule, in the pack's order; the rule itself where it has none. */
export function blocksOf(judging: Judging, rule: RuleOf<"hours">): RuleOf<"hours">[] {
  const blocks = rulesOf(judging.pack, "hours").filter((block) => block.of === rule.id);
  return blocks.length > 0 ? blocks : [rule];
}

/** The pack's hours rule that is not a block and not only for some: what HOURSGAP and a yearly summary are about. */
export function mainHours(judging: Judging): RuleOf<"hours"> | null {
  const rules = rulesOf(judging.pack, "hours").filter((rule) => rule.of === undefined);
  return rules.find((rule) => rule.who === undefined) ?? rules[0] ?? null;
}

export interface HoursState {
  /** What each block still lacks, in the order of `blocksOf`. */
  readonly gaps: readonly Exact[];
  /** What is lacking in all: a surplus in one block fills no other, unless the reading says so. */
  readonly lacking: Exact;
  readonly total: Exact;
}

function lackingIn(gaps: readonly Exact[], total: Exact, due: Exact, surplusFills: boolean): Exact {
  const byTotal = shortOf(total, due);
  const byBlocks = sum(gaps);
  if (surplusFills) return byTotal;
  return byBlocks.compare(byTotal) > 0 ? byBlocks : byTotal;
}

/** What a period's hours come to against what is due. */
export function judgeHours(judging: Judging, rule: RuleOf<"hours">, done: readonly Exact[]): Outcome<HoursState> {
  const blocks = blocksOf(judging, rule);
  const amounts = blocks.map((_, index) => done[index] ?? ZERO);
  const read = blocks.map((block, index) => ({
    label: block.name,
    value: inUnit(amounts[index] ?? ZERO, judging.pack.unit),
  }));
  const negative = amounts.find(isNegative);
  if (negative) return refused(rule, { id: "hours.negative", values: { value: show(negative) } }, { read });
  if (blocks.some((block) => block.hours === null)) {
    return undecidable(rule, { id: "hours.not-set", values: { name: rule.name } }, { read });
  }
  const surplus = readingOf(judging, rule, "surplus");
  const gaps = blocks.map((block, index) => shortOf(amounts[index] ?? ZERO, exact(block.hours ?? 0)));
  const total = sum(amounts);
  const due = exact(rule.hours ?? 0);
  const fills = surplus?.value === "fills";
  const lacking = lackingIn(gaps, total, due, fills);
  const state = { gaps: fills && lacking.equals(0) ? gaps.map(() => ZERO) : gaps, lacking, total };
  const steps = hourSteps(blocks, amounts, total);
  const conclusion = lacking.equals(0)
    ? { id: "hours.done" }
    : { id: "hours.lacking", values: { hours: show(lacking), unit: judging.pack.unit } };
  return decided(rule, state, conclusion, { read, steps, readings: [surplus] });
}

function hourSteps(blocks: readonly RuleOf<"hours">[], amounts: readonly Exact[], total: Exact) {
  const adding = amounts.length > 1 ? [figures(`${amounts.map((amount) => show(amount)).join("+")}=${show(total)}`)] : [];
  const each = blocks.map((block, index) => {
    const amount = amounts[index] ?? ZERO;
    const due = exact(block.hours ?? 0);
    const values = { name: block.name, amount: show(amount), sign: amount.compare(due) >= 0 ? "≥" : "<", due: show(due) };
    return { id: "hours.block", values };
  });
  return [...adding, ...each];
}

export const hours = defineKind("hours", {
  column: "number",
  isUnset: (rule) => rule.hours === null,
  fields: (rule) => [{ key: "hours", value: rule.hours }],
  explain: (rule, values, judging) => {
    const amounts = amountsOf(values);
    return amounts === null ? refused(rule, { id: "value.unreadable" }) : judgeHours(judging, rule, amounts);
  },
});
