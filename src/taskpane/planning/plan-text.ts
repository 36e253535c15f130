/** What is lacking, put into words and rows; and what a clerk typed, read as amounts. Pure. */
import type { RuleOf } from "../../policy/schema";
import type { Need } from "../../check/what-if";
import { exact, show, sum, type Exact } from "../../values/exact";
import { readNumber } from "../../values/number";
import type { ChartRow } from "../statistics/chart-rows";
import type { SayPlan } from "./say";

const COMMA = "、";
/** More names than these are counted. */
const MOST_NAMES = 20;

export const hoursText = (amount: Exact): string => show(amount, 2);

export function namesText(needs: readonly Need[], say: SayPlan): string {
  const names = needs
    .slice(0, MOST_NAMES)
    .map(({ name }) => name)
    .join(COMMA);
  return needs.length > MOST_NAMES ? say("best.attending-more", { names, count: needs.length }) : names;
}

export const isOpen = ({ lacking }: Need): boolean => !lacking.equals(0);

export function unitOf(needs: readonly Need[]): string {
  return needs[0]?.sheet.judging.pack.unit ?? "";
}

/** The blocks of all persons, each once. */
export function blocksOfAll(needs: readonly Need[]): RuleOf<"hours">[] {
  return [...new Set(needs.flatMap(({ blocks }) => blocks.map(({ rule }) => rule)))];
}

/** One bar a block: how many lack how much of it. */
export function gapRows(needs: readonly Need[], say: SayPlan): ChartRow[] {
  const unit = unitOf(needs);
  return blocksOfAll(needs).map((rule) => {
    const gaps = needs.flatMap(({ blocks }) => blocks.filter((block) => block.rule === rule && !block.gap.equals(0)).map(({ gap }) => gap));
    const short = gaps.length;
    const shown = short === 0 ? say("plan.gap-done") : say("plan.gap", { short, hours: hoursText(sum(gaps)), unit });
    return { key: rule.id, label: rule.name, value: short, shown, tone: short === 0 ? "good" : "poor" };
  });
}

/** 公需课 10、专业课 2; the whole where only it is short. */
export function gapText(need: Need, say: SayPlan): string {
  const parts = need.blocks
    .filter(({ gap }) => !gap.equals(0))
    .map(({ rule, gap }) => say("plan.part", { name: rule.name, hours: hoursText(gap) }));
  const all = parts.length > 0 ? parts : [say("plan.part", { name: need.main.name, hours: hoursText(need.lacking) })];
  return say("plan.person", { gaps: all.join(COMMA) });
}

export function projectionText({ projection, sheet }: Need, say: SayPlan): string | null {
  if (projection === null) return null;
  const { pace, counted, lacking, neededPerYear } = projection;
  const values = { unit: sheet.judging.pack.unit, pace: hoursText(pace), counted: hoursText(counted) };
  if (lacking === null) return say("plan.projected-open", values);
  const needed = neededPerYear === null || lacking.equals(0) ? "none" : hoursText(neededPerYear);
  return say("plan.projected", { ...values, lacking: lacking.equals(0) ? "none" : hoursText(lacking), needed });
}

/** A number above 0, or from 0 on; null where the text is none. */
export function amountIn(text: string, least: "above-zero" | "from-zero"): Exact | null {
  const read = readNumber(text);
  if (read.kind === "blank") return least === "from-zero" ? exact(0) : null;
  if (read.kind !== "number") return null;
  const order = read.exact.compare(0);
  return order > 0 || (order === 0 && least === "from-zero") ? read.exact : null;
}
