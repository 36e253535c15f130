/** The records of a yearly summary as 统计 and 还差多少 need them: hours by block, what is lacking, whose they are. */
import type { RuleOf } from "../policy/schema";
import { mainHours } from "../rules/hours";
import { exact, sum, type Exact } from "../values/exact";
import { eachRecord, type Sheet } from "./context";
import { schoolOf } from "./people";
import type { Entry } from "./record";
import { amountsOf, blocksIn, judgeAmounts, type Block } from "./year-hours";

export interface BlockHours {
  readonly rule: RuleOf<"hours">;
  /** Null where the cell cannot be read. */
  readonly amount: Exact | null;
  readonly gap: Exact | null;
}

export interface YearEntry {
  readonly sheet: Sheet;
  readonly entry: Entry;
  readonly name: string;
  readonly school: string;
  readonly main: RuleOf<"hours">;
  /** The blocks of the form in the policy's order; the rule itself where the form has a total only. */
  readonly blocks: readonly BlockHours[];
  readonly total: Exact | null;
  /** In all, surpluses of one block not counted for another unless the reading says so; null where it cannot be told. */
  readonly lacking: Exact | null;
}

function amountIn({ state }: Block): Exact | null {
  if (state.kind === "number") return state.amount;
  return state.kind === "blank" ? exact(0) : null;
}

function yearState(sheet: Sheet, entry: Entry, main: RuleOf<"hours">): YearEntry | null {
  const blocks = blocksIn(sheet, entry, main);
  if (blocks.length === 0) return null;
  const byTotal = blocks.length === 1 && blocks[0]?.rule === main;
  const amounts = amountsOf(blocks);
  const outcome = amounts === null || main.hours === null ? null : judgeAmounts(sheet, main, byTotal, amounts);
  const value = outcome?.decided === true ? outcome.value : null;
  return {
    sheet,
    entry,
    name: entry.subject,
    school: schoolOf(entry),
    main,
    blocks: blocks.map((block, index) => ({ rule: block.rule, amount: amountIn(block), gap: value?.gaps[index] ?? null })),
    total: amounts === null ? null : sum(amounts),
    lacking: value?.lacking ?? null,
  };
}

const memory = new WeakMap<Sheet, readonly YearEntry[]>();

/** All records that are not waived; none where the policy sets no hours for a year. Worked out once, in short steps. */
export function* yearSteps(sheet: Sheet): Generator<void, readonly YearEntry[]> {
  const known = memory.get(sheet);
  if (known) return known;
  const main = mainHours(sheet.judging);
  const states: YearEntry[] = [];
  if (main) {
    yield* eachRecord(sheet, (entry) => {
      const state = entry.isWaived ? null : yearState(sheet, entry, main);
      if (state) states.push(state);
    });
  }
  memory.set(sheet, states);
  return states;
}
