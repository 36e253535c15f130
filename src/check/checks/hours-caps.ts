/** 学时登记: what a category, a block of the cycle (非集中培训) or all trainings count in a year and in the cycle at most: hours.cap-exceeded, at the training that goes beyond. */
import { rulesOf } from "../../policy/resolve";
import type { Rule, RuleOf } from "../../policy/schema";
import { ownersOf } from "../../rules/category";
import { conversionsFor } from "../../rules/conversion";
import { countedInYear, mainCycle } from "../../rules/cycle";
import { exact, show, type Exact } from "../../values/exact";
import { sheetsOfKind, type CheckContext, type Sheet } from "../context";
import { personOf } from "../people";
import type { Entry, NumberState } from "../record";

type Cycle = RuleOf<"cycle">;
export type CycleBlock = NonNullable<Cycle["blocks"]>[number];

const zero = exact(0);

/** The block of a cycle that a category of training counts towards; null where none or several may be meant. */
export function cycleBlockOf(rule: Cycle, category: string): CycleBlock | null {
  const namesOf = (block: CycleBlock): string[] => [block.name, ...(block.categories ?? []), ...(block.aliases ?? [])];
  const [only, another] = ownersOf(rule.blocks ?? [], namesOf, category);
  return only && !another ? only : null;
}

/** The calendar year in which a training of the log took place. */
export function loggedYear(entry: Entry): number | null {
  const date = entry.date("date");
  return date.kind === "date" ? date.date.year : date.kind === "month" ? date.year : null;
}

/** What counts of one training: its credited hours, else its hours. */
export function countedHours(entry: Entry): NumberState {
  const credited = entry.number("credited");
  return credited.kind === "none" ? entry.number("hours") : credited;
}

/** The counting is done in another sheet: there the log may hold all that was earned. */
function isCountedElsewhere(context: CheckContext, sheet: Sheet): boolean {
  const own =
    sheet.table.columns.some((column) => column.key === "credited") && sheet.table.columns.some((column) => column.key === "hours");
  return !own && [...sheetsOfKind(context, "hours-cycle"), ...sheetsOfKind(context, "hours-year")].length > 0;
}

/** A bound on the sum of some trainings. */
interface Bound {
  readonly rule: Rule;
  readonly name: string;
  readonly perYear: number | null;
  readonly perCycle: number | null;
  holds(category: string): boolean;
}

function boundsOf(sheet: Sheet, cycle: Cycle | null): Bound[] {
  const conversions = rulesOf(sheet.judging.pack, "conversion").map((rule) => ({
    rule,
    name: rule.categories?.join("、") ?? rule.name,
    perYear: rule.capPerYear ?? null,
    perCycle: rule.capPerCycle ?? null,
    holds: (category: string) => conversionsFor(sheet.judging, category || null).includes(rule),
  }));
  const blocks = (cycle?.blocks ?? []).map((block) => ({
    rule: cycle,
    name: block.name,
    perYear: block.capPerYear ?? null,
    perCycle: block.capPerCycle ?? null,
    holds: (category: string) => cycle !== null && cycleBlockOf(cycle, category) === block,
  }));
  const whole = { rule: cycle, name: cycle?.name ?? "", perYear: cycle?.capPerYear ?? null, perCycle: null, holds: () => true };
  return [...conversions, ...blocks, whole].flatMap(({ rule, ...bound }) =>
    rule === null || (bound.perYear === null && bound.perCycle === null) ? [] : [{ ...bound, rule }],
  );
}

interface Training {
  readonly entry: Entry;
  readonly at: Extract<NumberState, { kind: "number" }>["at"];
  readonly category: string;
  readonly hours: Exact;
  readonly year: number;
}

/** The trainings of each person, in the order of the log. */
function byPerson(sheet: Sheet): (readonly Training[])[] {
  const persons = new Map<string, Training[]>();
  for (const entry of sheet.records) {
    const person = personOf(entry);
    const state = countedHours(entry);
    const year = loggedYear(entry);
    if (!person || state.kind !== "number" || year === null || entry.isWaived) continue;
    const key = person.id ?? `${person.name}|${person.school}`;
    const known = persons.get(key);
    const training = { entry, at: state.at, category: entry.text("category"), hours: state.amount, year };
    if (known) known.push(training);
    else persons.set(key, [training]);
  }
  return [...persons.values()];
}

function sumOf(trainings: readonly Training[]): Exact {
  return trainings.reduce((sum, training) => sum.add(training.hours), zero);
}

/** The training with which the sum goes beyond a cap; null where none does. */
function firstBeyond(trainings: readonly Training[], cap: number): Training | null {
  let reached = zero;
  for (const training of trainings) {
    reached = reached.add(training.hours);
    if (reached.compare(exact(cap)) > 0) return training;
  }
  return null;
}

function judgeSum(context: CheckContext, sheet: Sheet, bound: Bound, trainings: readonly Training[], cap: number, year: string): void {
  const beyond = firstBeyond(trainings, cap);
  if (beyond === null) return;
  const { subject } = beyond.entry;
  const reached = show(sumOf(trainings));
  const due = show(exact(cap));
  const values = { subject, block: bound.name, year, written: reached, due, unit: sheet.judging.pack.unit };
  const says = { id: year === "" ? "hours.cap-exceeded-cycle" : "hours.cap-exceeded-year", values };
  context.findings.add({ code: "hours.cap-exceeded", rule: bound.rule, at: beyond.at, subject, value: reached, expected: due, says });
}

function judgeBound(context: CheckContext, sheet: Sheet, bound: Bound, trainings: readonly Training[], years: number): void {
  const dated = [...new Set(trainings.map((training) => training.year))];
  let counted = zero;
  for (const year of dated) {
    const own = trainings.filter((training) => training.year === year);
    if (bound.perYear !== null) judgeSum(context, sheet, bound, own, bound.perYear, String(year));
    counted = counted.add(countedInYear({ capPerYear: bound.perYear ?? undefined }, sumOf(own)));
  }
  const inOneCycle = Math.max(...dated) - Math.min(...dated) < years;
  if (bound.perCycle === null || !inOneCycle || counted.compare(exact(bound.perCycle)) <= 0) return;
  judgeSum(context, sheet, bound, trainings, bound.perCycle, "");
}

/** The caps on a year's and a cycle's hours, where the log itself is what is counted. */
export function judgeLogCaps(context: CheckContext, sheet: Sheet): void {
  const cycle = mainCycle(sheet.judging);
  const bounds = boundsOf(sheet, cycle);
  if (bounds.length === 0 || isCountedElsewhere(context, sheet)) return;
  const persons = byPerson(sheet);
  for (const bound of bounds) {
    context.judged.add(bound.rule.id);
    for (const trainings of persons) {
      const own = trainings.filter(({ category }) => bound.holds(category));
      if (own.length > 0) judgeBound(context, sheet, bound, own, cycle?.years ?? 1);
    }
  }
}
