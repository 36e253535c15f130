/** 周期 (kind cycle): what the years of a cycle come to, caps applied, and what is lacking. */
import { isKind, rulesOf } from "../policy/resolve";
import type { RuleOf } from "../policy/schema";
import { exact, show, sum, toNumber, type Exact } from "../values/exact";
import type { Message } from "../values/message";
import { amountsOf, atMost, inUnit, isNegative, shortOf, ZERO } from "./amount";
import { readingOf, type Judging } from "./judging";
import { defineKind } from "./kind";
import { decided, figures, refused, undecidable, type Outcome } from "./outcome";

type Cycle = RuleOf<"cycle">;
type Block = NonNullable<Cycle["blocks"]>[number];

/** What one year must bring: at least an amount, or more than one. */
export interface YearTask {
  readonly least: Exact;
  readonly more: boolean;
  readonly rule: Cycle;
}

/** The pack's cycle rule that counts: the one with hours or a cap; others only add what each year must bring. */
export function mainCycle(judging: Judging): Cycle | null {
  const cycles = rulesOf(judging.pack, "cycle");
  return (
    cycles.find((rule) => rule.hours !== null || rule.blocks !== undefined) ??
    cycles.find((rule) => rule.cap !== undefined) ??
    cycles[0] ??
    null
  );
}

/** The task of each year, if the pack sets one: its own number, another rule's hours, or as a reading has it. */
export function yearTask(judging: Judging): YearTask | null {
  for (const rule of rulesOf(judging.pack, "cycle")) {
    const least = readingOf(judging, rule, "least");
    if (rule.eachYear && least && Number.isFinite(Number(least.value))) {
      return { least: exact(Number(least.value)), more: false, rule };
    }
    const task = rule.eachYear ? taskOf(judging, rule, rule.eachYear) : null;
    if (task) return task;
  }
  return null;
}

function taskOf(judging: Judging, rule: Cycle, eachYear: NonNullable<Cycle["eachYear"]>): YearTask | null {
  if ("moreThan" in eachYear) return { least: exact(eachYear.moreThan), more: true, rule };
  if ("atLeast" in eachYear) return { least: exact(eachYear.atLeast), more: false, rule };
  const due = judging.pack.rules.find((other) => other.id === eachYear.rule);
  if (!due || !isKind(due, "hours") || due.hours === null) return null;
  return { least: exact(due.hours), more: false, rule };
}

export function meetsTask(task: YearTask, amount: Exact): boolean {
  return task.more ? amount.compare(task.least) > 0 : amount.compare(task.least) >= 0;
}

/** What one block of a cycle comes to (集中培训 200 → 160 due). */
export interface BlockState {
  readonly block: Block;
  readonly earned: Exact;
  /** What counts, the block's caps applied. */
  readonly counted: Exact;
  readonly lacking: Exact;
}

export interface CycleState {
  /** What counts, caps applied. */
  readonly counted: Exact;
  readonly earned: Exact;
  /** What the cycle still lacks; null where the pack does not say how much is due. */
  readonly lacking: Exact | null;
  /** Years (from 0) that do not bring what each year must. */
  readonly poorYears: readonly number[];
  /** Block by block; empty where the hours are not given so. */
  readonly blocks: readonly BlockState[];
}

/** What is due in all: the rule's own number, else the sum of its blocks; null where the pack does not say. */
export function cycleDue(rule: Cycle): Exact | null {
  if (rule.hours !== null) return exact(rule.hours);
  return rule.blocks === undefined ? null : sum(rule.blocks.map((block) => exact(block.hours)));
}

/** What counts of a block in one year, however much was earned. */
export function countedInYear(block: Pick<Block, "capPerYear">, amount: Exact): Exact {
  return block.capPerYear === undefined ? amount : atMost(amount, exact(block.capPerYear));
}

function blockState(block: Block, years: readonly Exact[], counted: Exact): BlockState {
  const capped = block.capPerCycle === undefined ? counted : atMost(counted, exact(block.capPerCycle));
  return { block, earned: sum(years), counted: capped, lacking: shortOf(capped, exact(block.hours)) };
}

/** Years block by block: first all years of the first block, then of the next. */
function blocksByYear(rule: Cycle, years: readonly Exact[]): BlockState[] {
  return (rule.blocks ?? []).map((block, index) => {
    const own = years.slice(index * rule.years, (index + 1) * rule.years);
    return blockState(block, own, sum(own.map((year) => countedInYear(block, year))));
  });
}

/** One total a block: no year can be told, so that what all years may count at most is the bound. */
function blocksByTotal(rule: Cycle, totals: readonly Exact[]): BlockState[] {
  return (rule.blocks ?? []).map((block, index) => {
    const total = totals[index] ?? ZERO;
    const most = block.capPerYear === undefined ? total : atMost(total, exact(block.capPerYear).mul(rule.years));
    return blockState(block, [total], most);
  });
}

/** What counts of one amount, of the years given block by block. */
function countedInBlock(rule: Cycle, amount: Exact, index: number): Exact {
  const block = rule.blocks?.[Math.floor(index / rule.years)];
  return block === undefined ? amount : countedInYear(block, amount);
}

function yearTotals(rule: Cycle, years: readonly Exact[]): Exact[] {
  return Array.from({ length: rule.years }, (_, year) => sum(years.filter((_amount, index) => index % rule.years === year)));
}

function larger(a: Exact, b: Exact): Exact {
  return a.compare(b) > 0 ? a : b;
}

/** The largest of what the cycle, its blocks and (where each year has its task) the years lack. */
function lackingOf(judging: Judging, rule: Cycle, counted: Exact, blocks: readonly BlockState[], totals: readonly Exact[]): Exact | null {
  const due = cycleDue(rule);
  if (due === null) return null;
  const overall = larger(shortOf(counted, due), sum(blocks.map((block) => block.lacking)));
  const task = yearTask(judging);
  const totalAlone = readingOf(judging, rule, "condition")?.value === "total";
  if (!task || task.more || totalAlone || totals.length === 0) return overall;
  return larger(overall, sum(totals.map((total) => shortOf(total, task.least))));
}

interface Given {
  readonly amounts: readonly Exact[];
  readonly blocks: readonly BlockState[];
  /** What each year brings in all; none where only totals are known. */
  readonly years: readonly Exact[];
  /** What counts of each year, the blocks' caps applied; none where only totals are known. */
  readonly countedYears: readonly Exact[];
}

/** What the caps on years leave at most: each year's own where it is known, else that of all years together. */
function withinYears(rule: Cycle, counted: Exact, years: readonly Exact[]): Exact {
  if (rule.capPerYear === undefined) return counted;
  const cap = exact(rule.capPerYear);
  return atMost(counted, years.length === 0 ? cap.mul(rule.years) : sum(years.map((year) => atMost(year, cap))));
}

function stateOf(judging: Judging, rule: Cycle, { amounts, blocks, years, countedYears }: Given): CycleState {
  const earned = sum(amounts);
  const byBlock = blocks.length === 0 ? earned : sum(blocks.map((block) => block.counted));
  const byYear = withinYears(rule, byBlock, countedYears);
  const counted = rule.cap === undefined ? byYear : atMost(byYear, exact(rule.cap));
  const task = yearTask(judging);
  const poorYears = years.flatMap((total, year) => (task && !meetsTask(task, total) ? [year] : []));
  return { counted, earned, lacking: lackingOf(judging, rule, counted, blocks, years), poorYears, blocks };
}

function adding(amounts: readonly Exact[], counted: Exact): string {
  const earned = sum(amounts);
  const cap = counted.equals(earned) ? "" : ` → ${show(counted)}`;
  return `${amounts.map((amount) => show(amount)).join("+")}=${show(earned)}${cap}`;
}

/** Each block in its own step, then all of them: 集中培训 40+40+40+40+40=200 ≥ 160. */
function stepsOf({ amounts, blocks }: Given, state: CycleState, each: number): Message[] {
  if (blocks.length === 0) return [figures(adding(amounts, state.counted))];
  const own = blocks.map(({ block, counted, lacking }, index) => {
    const sign = lacking.equals(0) ? "≥" : "<";
    const sums = adding(amounts.slice(index * each, (index + 1) * each), counted);
    return figures(`${block.name} ${sums} ${sign} ${show(exact(block.hours))}`);
  });
  const total = adding(
    blocks.map((block) => block.counted),
    state.counted,
  );
  return [...own, figures(total)];
}

function judged(judging: Judging, rule: Cycle, given: Given, each: number): Outcome<CycleState> {
  const read = given.amounts.map((amount, index) => ({ label: String(index + 1), value: inUnit(amount, judging.pack.unit) }));
  const negative = given.amounts.find(isNegative);
  if (negative) return refused(rule, { id: "hours.negative", values: { value: show(negative) } }, { read });
  const state = stateOf(judging, rule, given);
  const readings = ["condition", "window", "above-cap"].map((id) => readingOf(judging, rule, id));
  return decided(rule, state, conclusionOf(judging, state), { read, steps: stepsOf(given, state, each), readings });
}

/**
 * A cycle's years against its rule. `years`: one amount a year, in order; with blocks, years × blocks, block by block.
 * Fewer years than the cycle has: the others count 0.
 */
export function judgeCycle(judging: Judging, rule: Cycle, years: readonly Exact[]): Outcome<CycleState> {
  const columns = rule.years * Math.max(1, rule.blocks?.length ?? 1);
  if (years.length > rule.years && years.length !== columns) {
    return refused(rule, { id: "cycle.count", values: { years: columns, given: years.length } });
  }
  const byBlock = years.length > rule.years;
  const blocks = byBlock ? blocksByYear(rule, years) : [];
  const counted = byBlock ? years.map((amount, index) => countedInBlock(rule, amount, index)) : years;
  const given = { amounts: years, blocks, years: yearTotals(rule, years), countedYears: yearTotals(rule, counted) };
  return judged(judging, rule, given, rule.years);
}

/** A cycle's total of each block against its rule, where the years are not known one by one. */
export function judgeBlockTotals(judging: Judging, rule: Cycle, totals: readonly Exact[]): Outcome<CycleState> {
  return judged(judging, rule, { amounts: totals, blocks: blocksByTotal(rule, totals), years: [], countedYears: [] }, 1);
}

/** One year's hours, one amount a block (or one in all): what counts of it after the caps on a year. */
export function judgeOneYear(judging: Judging, rule: Cycle, amounts: readonly Exact[]): Outcome<CycleState> {
  const read = amounts.map((amount, index) => ({
    label: rule.blocks?.[index]?.name ?? rule.name,
    value: inUnit(amount, judging.pack.unit),
  }));
  const negative = amounts.find(isNegative);
  if (negative) return refused(rule, { id: "hours.negative", values: { value: show(negative) } }, { read });
  const byBlock = amounts.length > 1 ? amounts.map((amount, index) => countedInBlock(rule, amount, index * rule.years)) : amounts;
  const counted = withinYears(rule, sum(byBlock), [sum(byBlock)]);
  const state = { counted, earned: sum(amounts), lacking: null, poorYears: [], blocks: [] };
  return decided(rule, state, conclusionOf(judging, state), { read, steps: [figures(adding(amounts, counted))] });
}

function conclusionOf(judging: Judging, state: CycleState): Message {
  const unit = judging.pack.unit;
  const values = { hours: show(state.counted), unit };
  if (state.lacking === null) return { id: "cycle.counted", values };
  if (state.lacking.equals(0)) return { id: "cycle.done", values };
  return { id: "cycle.lacking", values: { ...values, lacking: show(state.lacking) } };
}

/** Which years bring nothing, or less than each year must: undecidable where the pack says nothing of single years. */
export function judgeYear(judging: Judging, amount: Exact): Outcome<boolean> | null {
  const task = yearTask(judging);
  if (!task) return null;
  const met = meetsTask(task, amount);
  const sign = task.more ? (met ? ">" : "≤") : met ? "≥" : "<";
  const steps = [figures(`${show(amount)} ${sign} ${show(task.least)}`)];
  return decided(task.rule, met, { id: met ? "hours.done" : "cycle.poor-year" }, { steps });
}

function mainNumber(rule: Cycle): number | null {
  const due = cycleDue(rule);
  return due === null ? (rule.cap ?? null) : toNumber(due);
}

export const cycle = defineKind("cycle", {
  column: "number",
  isUnset: (rule) => rule.hours === null && rule.blocks === undefined && rule.cap !== undefined,
  fields: (rule) => [
    { key: "hours", value: mainNumber(rule) },
    { key: "years", value: rule.years },
    { key: "cap", value: rule.cap ?? null },
    ...(rule.blocks ?? []).map((block) => ({ key: "hours", name: block.name, value: block.hours })),
  ],
  explain: (rule, values, judging) => {
    const years = amountsOf(values);
    if (years === null) return refused(rule, { id: "value.unreadable" });
    if (years.length === 0) return undecidable(rule, { id: "value.unreadable" });
    return judgeCycle(judging, rule, years);
  },
});
