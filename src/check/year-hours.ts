/**
 * What a record of a yearly summary holds, block by block, and what it still lacks. Used by the check of such summaries,
 * by the statistics and by 还差多少.
 */
import type { RuleOf } from "../policy/schema";
import { blocksOf, judgeHours, type HoursState } from "../rules/hours";
import type { Judging } from "../rules/judging";
import type { Outcome } from "../rules/outcome";
import { exact, type Exact } from "../values/exact";
import type { Sheet } from "./context";
import type { Entry, NumberState } from "./record";

export interface Block {
  readonly rule: RuleOf<"hours">;
  readonly state: NumberState;
}

/** The blocks' amounts; null where one is refused or has no column. A blank block counts 0. */
export function amountsOf(blocks: readonly Block[]): Exact[] | null {
  const amounts: Exact[] = [];
  for (const { state } of blocks) {
    if (state.kind === "refused" || state.kind === "none") return null;
    amounts.push(state.kind === "number" ? state.amount : exact(0));
  }
  return amounts;
}

/** Hours due in all, where the form has no blocks or the policy none: the total stands for them. */
export function blocksIn(sheet: Sheet, entry: Entry, main: RuleOf<"hours">): Block[] {
  const blocks = blocksOf(sheet.judging, main).map((rule) => ({ rule, state: entry.number(rule.id) }));
  if (blocks.some(({ state }) => state.kind !== "none")) return blocks;
  const own = ["total", "hours", "credited"].map((key) => entry.number(key)).find((state) => state.kind !== "none");
  return own ? [{ rule: main, state: own }] : [];
}

/** A form with a total only is judged by the total, whatever blocks the policy has. */
export function judgeAmounts(sheet: Sheet, main: RuleOf<"hours">, byTotal: boolean, amounts: readonly Exact[]): Outcome<HoursState> {
  return judgeHours(byTotal ? alone(sheet.judging, main) : sheet.judging, main, amounts);
}

const alones = new WeakMap<Judging, WeakMap<RuleOf<"hours">, Judging>>();

/** The same policy with this rule only. */
function alone(judging: Judging, main: RuleOf<"hours">): Judging {
  const known = alones.get(judging) ?? new WeakMap<RuleOf<"hours">, Judging>();
  alones.set(judging, known);
  const found = known.get(main);
  if (found) return found;
  const own = { ...judging, pack: { ...judging.pack, rules: [main] } };
  known.set(main, own);
  return own;
}
