/** What is lacking, put into words and rows; and what a clerk typed, read as amounts. Pure. */
import type { RuleOf } from "../../policy/schema";
import type { Need } from "../../check/what-if";
import { amountText } from "../../values/amount-text";
import { exact, sum, zero, type Exact } from "../../values/exact";
import { readNumber } from "../../values/number";
import type { ChartRow } from "../statistics/chart-rows";
import type { SayPlan } from "./say";

const COMMA = "、";
/** More names than these are counted. */
const MOST_NAMES = 20;

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
    const shown = short === 0 ? say("plan.gap-done") : say("plan.gap", { short, hours: amountText(sum(gaps)), unit });
    const cells = [String(short), amountText(sum(gaps))];
    return { key: rule.id, label: rule.name, value: short, shown, cells, tone: short === 0 ? "good" : "poor" };
  });
}

/** 公需课 10、专业课 2; the whole where only it is short. */
export function gapText(need: Need, say: SayPlan): string {
  const parts = need.blocks
    .filter(({ gap }) => !gap.equals(0))
    .map(({ rule, gap }) => say("plan.part", { name: rule.name, hours: amountText(gap) }));
  const all = parts.length > 0 ? parts : [say("plan.part", { name: need.main.name, hours: amountText(need.lacking) })];
  return all.join(COMMA);
}

/** Never less than what is needed: up to the next tenth. */
const atLeastText = (amount: Exact): string => amountText(amount.ceil(1));

export function projectionText({ projection, sheet }: Need, say: SayPlan): string | null {
  if (projection === null) return null;
  const { pace, counted, lacking, neededPerYear } = projection;
  const values = { unit: sheet.judging.pack.unit, pace: amountText(pace), counted: amountText(counted) };
  if (lacking === null) return say("plan.projected-open", values);
  if (lacking.equals(0)) return say("plan.projected-done", values);
  const needed = neededPerYear === null ? "none" : atLeastText(neededPerYear);
  return say("plan.projected", { ...values, lacking: amountText(lacking), needed });
}

/** The cycle's end for all whose cycle is known, in one sentence; null where nobody's is. */
export function allProjectedText(needs: readonly Need[], say: SayPlan): string | null {
  const known = needs.flatMap(({ projection }) => (projection === null || projection.lacking === null ? [] : [projection]));
  const [first] = known;
  if (first === undefined) return null;
  const lacking = known.flatMap((projection) => (projection.lacking?.equals(0) === false ? [projection.lacking] : []));
  const values = { name: first.rule.name, count: known.length, short: lacking.length, unit: unitOf(needs) };
  return say("plan.cycle", { ...values, hours: amountText(lacking.length === 0 ? zero : sum(lacking)) });
}

/** A number above 0, or from 0 on; null where the text is none. */
export function amountIn(text: string, least: "above-zero" | "from-zero"): Exact | null {
  const read = readNumber(text);
  if (read.kind === "blank") return least === "from-zero" ? exact(0) : null;
  if (read.kind !== "number") return null;
  const order = read.exact.compare(0);
  return order > 0 || (order === 0 && least === "from-zero") ? read.exact : null;
}
