/** The records of a cycle's summary: what counts, what is lacking, and which years are still to come. */
import type { RuleOf } from "../policy/schema";
import { judgeCycle, mainCycle, type CycleState } from "../rules/cycle";
import type { Outcome } from "../rules/outcome";
import { exact, type Exact } from "../values/exact";
import { eachRecord, type Sheet } from "./context";
import { cycleHoursIn } from "./cycle-hours";
import { schoolOf } from "./people";
import type { Entry } from "./record";

export interface CycleEntry {
  readonly sheet: Sheet;
  readonly entry: Entry;
  readonly name: string;
  readonly school: string;
  readonly rule: RuleOf<"cycle">;
  /** The years up to the last one filled in; empty where the form has a total only. */
  readonly years: readonly Exact[];
  readonly counted: Exact | null;
  /** Null also where the policy does not say how much is due. */
  readonly lacking: Exact | null;
}

/** The years filled in, in order; null where one cannot be read. A blank before a filled one counts 0. */
function yearsOf(entry: Entry, rule: RuleOf<"cycle">): Exact[] | null {
  const states = Array.from({ length: rule.years }, (_, year) => entry.number(`year${year + 1}`));
  if (states.some((state) => state.kind === "refused")) return null;
  const last = states.findLastIndex((state) => state.kind === "number");
  return states.slice(0, last + 1).map((state) => (state.kind === "number" ? state.amount : exact(0)));
}

/** The cycle judged by its blocks, where the form divides it so; null where it does not. */
function byBlocks(sheet: Sheet, entry: Entry, rule: RuleOf<"cycle">): Outcome<CycleState> | null {
  const given = cycleHoursIn(sheet, entry, rule);
  if (given?.isByBlock !== true || given.states.some((state) => state.kind === "refused")) return null;
  return given.judge(given.states.map((state) => (state.kind === "number" ? state.amount : exact(0))));
}

function cycleState(sheet: Sheet, entry: Entry, rule: RuleOf<"cycle">): CycleEntry {
  const years = yearsOf(entry, rule);
  const total = entry.number("total");
  const known = years === null ? null : years.length > 0 ? years : total.kind === "number" ? [total.amount] : [];
  const outcome = byBlocks(sheet, entry, rule) ?? (known === null ? null : judgeCycle(sheet.judging, rule, known));
  const value = outcome?.decided === true ? outcome.value : null;
  const who = { sheet, entry, name: entry.subject, school: schoolOf(entry), rule };
  return { ...who, years: years ?? [], counted: value?.counted ?? null, lacking: value?.lacking ?? null };
}

const memory = new WeakMap<Sheet, readonly CycleEntry[]>();

/** All records that are not waived; none where the policy knows no cycle. Worked out once, in short steps. */
export function* cycleSteps(sheet: Sheet): Generator<void, readonly CycleEntry[]> {
  const known = memory.get(sheet);
  if (known) return known;
  const rule = mainCycle(sheet.judging);
  const states: CycleEntry[] = [];
  if (rule) {
    yield* eachRecord(sheet, (entry) => {
      if (!entry.isWaived) states.push(cycleState(sheet, entry, rule));
    });
  }
  memory.set(sheet, states);
  return states;
}
