/**
 * 还差多少 and 如果…: what each person lacks of the year by block, how the cycle will end at this pace, and who would complete
 * the year after a planned training. Pure; nothing of the workbook is changed.
 */
import type { RuleOf } from "../policy/schema";
import { convert, findConversion } from "../rules/conversion";
import { ownersOf } from "../rules/category";
import { judgeCycle, mainCycle } from "../rules/cycle";
import { exact, sum, zero, type Exact } from "../values/exact";
import { atOnce, inBatches, sheetsOfKind, type CheckContext, type Sheet } from "./context";
import { cycleSteps, type CycleEntry } from "./cycle-states";
import { directorySteps, personOf, type Directory } from "./people";
import type { Entry } from "./record";
import { judgeAmounts } from "./year-hours";
import { yearSteps, type YearEntry } from "./year-states";

/** How the cycle will end if each year to come brings what the past ones brought on average. */
export interface Projection {
  readonly rule: RuleOf<"cycle">;
  /** Years known, and years to come. */
  readonly known: number;
  readonly left: number;
  /** What a year brought on average. */
  readonly pace: Exact;
  readonly counted: Exact;
  /** Null where the policy does not say how much is due. */
  readonly lacking: Exact | null;
  /** What each year to come must bring; null where none is to come or nothing is due. */
  readonly neededPerYear: Exact | null;
}

export interface BlockNeed {
  readonly rule: RuleOf<"hours">;
  readonly amount: Exact;
  readonly gap: Exact;
}

/** One person of a yearly summary. */
export interface Need {
  /** Tells persons apart: the sheet and the row. */
  readonly key: string;
  readonly sheet: Sheet;
  readonly name: string;
  readonly school: string;
  readonly main: RuleOf<"hours">;
  readonly blocks: readonly BlockNeed[];
  /** 0: the year is complete. */
  readonly lacking: Exact;
  readonly projection: Projection | null;
}

export interface Needs {
  readonly needs: readonly Need[];
  /** Persons whose hours cannot be told. */
  readonly undecided: readonly { readonly sheet: string; readonly name: string }[];
}

function projectionOf(sheet: Sheet, rule: RuleOf<"cycle">, years: readonly Exact[]): Projection | null {
  if (years.length === 0 || rule.blocks !== undefined) return null;
  const left = Math.max(0, rule.years - years.length);
  const pace = sum(years).div(years.length);
  const filled = [...years, ...Array.from({ length: left }, () => pace)];
  const [now, then] = [judgeCycle(sheet.judging, rule, years), judgeCycle(sheet.judging, rule, filled)];
  if (!now.decided || !then.decided) return null;
  const { counted, lacking } = then.value;
  const due = rule.hours === null ? null : exact(rule.hours).sub(now.value.counted);
  const neededPerYear = due === null || left === 0 ? null : due.compare(0) > 0 ? due.div(left) : zero;
  return { rule, known: years.length, left, pace, counted, lacking, neededPerYear };
}

/** The person's years: from the cycle's summary where the workbook has one, else this year alone. */
function yearsFor(state: YearEntry, cycles: readonly Cycles[]): readonly Exact[] {
  const person = personOf(state.entry);
  for (const { directory, states } of person ? cycles : []) {
    const [own, another] = person ? directory.find(person) : [];
    const found = own && !another ? states.get(own) : undefined;
    if (found && found.years.length > 0) return found.years;
  }
  return state.total === null ? [] : [state.total];
}

interface Cycles {
  readonly directory: Directory;
  readonly states: ReadonlyMap<Entry, CycleEntry>;
}

function needOf(state: YearEntry, cycles: readonly Cycles[]): Need | null {
  const { sheet, entry, main, lacking } = state;
  const blocks = state.blocks.flatMap(({ rule, amount, gap }) => (amount === null || gap === null ? [] : [{ rule, amount, gap }]));
  if (lacking === null || blocks.length < state.blocks.length) return null;
  const cycle = mainCycle(sheet.judging);
  const projection = cycle === null ? null : projectionOf(sheet, cycle, yearsFor(state, cycles));
  const key = `${entry.sheet}!${entry.row}`;
  return { key, sheet, name: state.name, school: state.school, main, blocks, lacking, projection };
}

/** The cycles' summaries, to be looked up person by person. */
function* cyclesIn(context: CheckContext): Generator<void, readonly Cycles[]> {
  const cycles: Cycles[] = [];
  for (const sheet of sheetsOfKind(context, "hours-cycle")) {
    const directory = yield* directorySteps(sheet);
    const states = new Map<Entry, CycleEntry>();
    yield* inBatches(yield* cycleSteps(sheet), (state) => states.set(state.entry, state));
    cycles.push({ directory, states });
  }
  return cycles;
}

/** What every person of the workbook's yearly summaries lacks, in short steps. */
export function* needsSteps(context: CheckContext): Generator<void, Needs> {
  const cycles = yield* cyclesIn(context);
  const needs: Need[] = [];
  const undecided: { sheet: string; name: string }[] = [];
  for (const sheet of sheetsOfKind(context, "hours-year")) {
    yield* inBatches(yield* yearSteps(sheet), (state) => {
      const need = needOf(state, cycles);
      if (need) needs.push(need);
      else undecided.push({ sheet: state.entry.sheet, name: state.name });
    });
  }
  return { needs, undecided };
}

/** The same at once. */
export function needsOf(context: CheckContext): Needs {
  return atOnce(needsSteps(context));
}

/** A training that is planned or offered: how much of what unit, and of which category. */
export interface Training {
  readonly amount: Exact;
  /** 天, 半天, 学时 or another unit of the policy. */
  readonly unit: string;
  readonly category: string;
}

/** The hours of a training and the block that they count for. */
export interface Worth {
  readonly block: RuleOf<"hours">;
  readonly hours: Exact;
}

/** The units that a training may be stated in under the policy, the usual first. */
export function unitsFor({ judging }: Sheet): string[] {
  const units = judging.pack.rules.flatMap((rule) => (rule.kind === "conversion" ? rule.units.filter((unit) => unit.hours !== null) : []));
  return [...new Set([...units.map((unit) => unit.unit), judging.pack.unit])];
}

function hoursOf({ judging }: Sheet, { amount, unit, category }: Training): Exact | null {
  const found = findConversion(judging, unit, category);
  if (!found) return unit === judging.pack.unit ? amount : null;
  const outcome = convert(judging, found, amount);
  return outcome.decided ? outcome.value : null;
}

/** What a training is worth to a person; null where its unit, its amount or its category fits nothing of the policy. */
export function worthOf(need: Need, training: Training): Worth | null {
  const blocks = need.blocks.map(({ rule }) => rule);
  const [only, another] = blocks;
  const [named] = ownersOf(blocks, (rule) => [rule.name, ...(rule.aliases ?? []), ...(rule.categories ?? [])], training.category);
  const block = another ? named : only;
  const hours = hoursOf(need.sheet, training);
  return block && hours !== null ? { block, hours } : null;
}

/** The person after some trainings: each adds to its block. */
export function afterTrainings(need: Need, worths: readonly Worth[]): Need {
  const added = (rule: RuleOf<"hours">): Exact => sum(worths.flatMap(({ block, hours }) => (block === rule ? [hours] : [])));
  const amounts = need.blocks.map(({ rule, amount }) => amount.add(added(rule)));
  const byTotal = need.blocks.length === 1 && need.blocks[0]?.rule === need.main;
  const outcome = judgeAmounts(need.sheet, need.main, byTotal, amounts);
  if (!outcome.decided) return need;
  const { gaps, lacking } = outcome.value;
  const blocks = need.blocks.map(({ rule }, index) => ({ rule, amount: amounts[index] ?? zero, gap: gaps[index] ?? zero }));
  return { ...need, blocks, lacking };
}

export interface Plan {
  readonly training: Training;
  /** Keys of those who attend. */
  readonly who: ReadonlySet<string>;
}

export interface Foreseen {
  /** Everyone after the training, in the order given. */
  readonly after: readonly Need[];
  /** Complete after it, and not before. */
  readonly completes: readonly Need[];
  /** Attend and still lack something. */
  readonly stillShort: readonly Need[];
  /** Persons for whom the training counts nothing: its unit or category fits nothing of their policy. */
  readonly unfit: readonly Need[];
}

/** 如果: everyone after a planned training, in short steps. */
export function* foreseeSteps(needs: readonly Need[], { training, who }: Plan): Generator<void, Foreseen> {
  const unfit: Need[] = [];
  const after: Need[] = [];
  yield* inBatches(needs, (need) => {
    const worth = who.has(need.key) ? worthOf(need, training) : null;
    if (who.has(need.key) && worth === null) unfit.push(need);
    after.push(worth === null ? need : afterTrainings(need, [worth]));
  });
  const attending = after.filter(({ key }) => who.has(key));
  const before = new Map(needs.map((need) => [need.key, need]));
  return {
    after,
    completes: attending.filter(({ key, lacking }) => lacking.equals(0) && before.get(key)?.lacking.equals(0) === false),
    stillShort: attending.filter(({ lacking }) => !lacking.equals(0)),
    unfit,
  };
}

/** The same at once. */
export function foresee(needs: readonly Need[], plan: Plan): Foreseen {
  return atOnce(foreseeSteps(needs, plan));
}
