/** 周期 (kind cycle): what the years of a cycle come to, caps applied, and what is lacking. */
import { isKind, rulesOf } from "../policy/resolve";
import type { RuleOf } from "../policy/schema";
import { exact, show, sum, type Exact } from "../values/exact";
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

export interface CycleState {
  /** What counts, caps applied. */
  readonly counted: Exact;
  readonly earned: Exact;
  /** What the cycle still lacks; null where the pack does not say how much is due. */
  readonly lacking: Exact | null;
  /** Years (from 0) that do not bring what each year must. */
  readonly poorYears: readonly number[];
}

function blockCounted(block: Block, years: readonly Exact[]): Exact {
  const yearly = block.capPerYear === undefined ? years : years.map((year) => atMost(year, exact(block.capPerYear ?? 0)));
  const total = sum(yearly);
  return block.capPerCycle === undefined ? total : atMost(total, exact(block.capPerCycle));
}

interface Counted {
  readonly counted: Exact;
  readonly blockGap: Exact;
}

/** Years block by block: first all years of the first block, then of the next. */
function countBlocks(rule: Cycle, blocks: readonly Block[], years: readonly Exact[]): Counted {
  const parts = blocks.map((block, index) => {
    const counted = blockCounted(block, years.slice(index * rule.years, (index + 1) * rule.years));
    return { counted, gap: shortOf(counted, exact(block.hours)) };
  });
  return { counted: sum(parts.map((part) => part.counted)), blockGap: sum(parts.map((part) => part.gap)) };
}

function yearTotals(rule: Cycle, years: readonly Exact[]): Exact[] {
  return Array.from({ length: rule.years }, (_, year) => sum(years.filter((_amount, index) => index % rule.years === year)));
}

function lackingOf(judging: Judging, rule: Cycle, counted: Counted, totals: readonly Exact[]): Exact | null {
  const task = yearTask(judging);
  const due = rule.hours ?? null;
  if (due === null && !rule.blocks) return null;
  const byCycle = shortOf(counted.counted, exact(due ?? 0));
  const overall = counted.blockGap.compare(byCycle) > 0 ? counted.blockGap : byCycle;
  const totalAlone = readingOf(judging, rule, "condition")?.value === "total";
  if (!task || task.more || totalAlone) return overall;
  const byYears = sum(totals.map((total) => shortOf(total, task.least)));
  return byYears.compare(overall) > 0 ? byYears : overall;
}

/**
 * A cycle's years against its rule. `years`: one amount a year, in order; with blocks, years × blocks, block by block.
 * Fewer years than the cycle has: the others count 0.
 */
export function judgeCycle(judging: Judging, rule: Cycle, years: readonly Exact[]): Outcome<CycleState> {
  const read = years.map((year, index) => ({
    label: String(index + 1),
    value: inUnit(year, judging.pack.unit),
  }));
  const negative = years.find(isNegative);
  if (negative) return refused(rule, { id: "hours.negative", values: { value: show(negative) } }, { read });
  const columns = rule.years * (rule.blocks?.length ?? 1);
  if (years.length > Math.max(columns, rule.years)) {
    return refused(rule, { id: "cycle.count", values: { years: columns, given: years.length } }, { read });
  }
  const byBlock = rule.blocks && years.length > rule.years;
  const earned = sum(years);
  const counted = byBlock ? countBlocks(rule, rule.blocks ?? [], years) : { counted: earned, blockGap: ZERO };
  const capped = rule.cap === undefined ? counted : { ...counted, counted: atMost(counted.counted, exact(rule.cap)) };
  const totals = yearTotals(rule, years);
  const lacking = lackingOf(judging, rule, capped, totals);
  const task = yearTask(judging);
  const poorYears = totals.flatMap((total, year) => (task && !meetsTask(task, total) ? [year] : []));
  const state = { counted: capped.counted, earned, lacking, poorYears };
  const cap = capped.counted.equals(earned) ? "" : ` → ${show(capped.counted)}`;
  const steps = [figures(`${years.map((year) => show(year)).join("+")}=${show(earned)}${cap}`)];
  const readings = ["condition", "window", "above-cap"].map((id) => readingOf(judging, rule, id));
  return decided(rule, state, conclusionOf(judging, state), { read, steps, readings });
}

function conclusionOf(judging: Judging, state: CycleState) {
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

export const cycle = defineKind("cycle", {
  column: "number",
  isUnset: (rule) => rule.hours === null && rule.blocks === undefined && rule.cap !== undefined,
  fields: (rule) => [
    { key: "hours", value: rule.hours ?? rule.cap ?? null },
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
