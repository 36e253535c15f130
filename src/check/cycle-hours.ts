/**
 * What a record of a cycle's summary holds, in whichever way the form gives it: years of each block, totals of each block,
 * years, or one total. Used by the check of such summaries, by the statistics and by 还差多少.
 */
import type { RuleOf } from "../policy/schema";
import { judgeBlockTotals, judgeCycle, type CycleState } from "../rules/cycle";
import type { Outcome } from "../rules/outcome";
import type { Exact } from "../values/exact";
import type { Sheet } from "./context";
import type { Entry, NumberState } from "./record";

type Cycle = RuleOf<"cycle">;

/** The column of a block's total, of any kind of hours sheet. */
export function blockColumn(rule: Cycle, block: { readonly key: string }): string {
  return `${rule.id}.${block.key}`;
}

export interface YearCell {
  readonly year: number;
  readonly state: NumberState;
}

export interface CycleHours {
  readonly states: readonly NumberState[];
  /** The cells of single years; empty where the form has none, or divides them by block. */
  readonly years: readonly YearCell[];
  readonly isByBlock: boolean;
  judge(amounts: readonly Exact[]): Outcome<CycleState>;
}

function yearsIn(entry: Entry, rule: Cycle): YearCell[] {
  return Array.from({ length: rule.years }, (_, year) => ({ year, state: entry.number(`year${year + 1}`) }));
}

/** The years of each block, block by block (集中培训 2021 … 2025, 非集中培训 2021 …), where the form has them. */
function blockYearsIn(entry: Entry, rule: Cycle): NumberState[] | null {
  const states = (rule.blocks ?? []).flatMap((block) =>
    Array.from({ length: rule.years }, (_, year) => entry.number(`${blockColumn(rule, block)}.year${year + 1}`)),
  );
  return states.some((state) => state.kind !== "none") ? states : null;
}

/** One total for each block, where the form has all of them. */
export function blockTotalsIn(entry: Entry, rule: Cycle): NumberState[] | null {
  const states = (rule.blocks ?? []).map((block) => entry.number(blockColumn(rule, block)));
  return states.length > 0 && states.every((state) => state.kind !== "none") ? states : null;
}

/** The hours of a record; null where the form has none. */
export function cycleHoursIn(sheet: Sheet, entry: Entry, rule: Cycle): CycleHours | null {
  const byYears = (amounts: readonly Exact[]): Outcome<CycleState> => judgeCycle(sheet.judging, rule, amounts);
  const blockYears = blockYearsIn(entry, rule);
  if (blockYears) return { states: blockYears, years: [], isByBlock: true, judge: byYears };
  const blockTotals = blockTotalsIn(entry, rule);
  if (blockTotals) {
    return { states: blockTotals, years: [], isByBlock: true, judge: (amounts) => judgeBlockTotals(sheet.judging, rule, amounts) };
  }
  const years = yearsIn(entry, rule).filter(({ state }) => state.kind !== "none");
  if (years.length > 0) return { states: years.map(({ state }) => state), years, isByBlock: false, judge: byYears };
  const total = entry.number("total");
  return total.kind === "number" ? { states: [total], years, isByBlock: false, judge: byYears } : null;
}
