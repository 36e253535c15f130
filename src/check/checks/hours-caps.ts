/** 学时登记: what a block of the cycle (非集中培训) counts in a year and in the cycle at most: hours.cap-exceeded, at the training that goes beyond. */
import type { RuleOf } from "../../policy/schema";
import { ownersOf } from "../../rules/category";
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

interface Training {
  readonly entry: Entry;
  readonly at: Extract<NumberState, { kind: "number" }>["at"];
  readonly hours: Exact;
  readonly year: number;
}

/** The trainings of each person in each block, in the order of the log. */
function byPersonAndBlock(sheet: Sheet, rule: Cycle): ReadonlyMap<CycleBlock, readonly Training[]>[] {
  const persons = new Map<string, Map<CycleBlock, Training[]>>();
  for (const entry of sheet.records) {
    const person = personOf(entry);
    const block = cycleBlockOf(rule, entry.text("category"));
    const state = countedHours(entry);
    const year = loggedYear(entry);
    if (!person || !block || state.kind !== "number" || year === null || entry.isWaived) continue;
    const key = person.id ?? `${person.name}|${person.school}`;
    const blocks = persons.get(key) ?? new Map<CycleBlock, Training[]>();
    persons.set(key, blocks);
    blocks.set(block, [...(blocks.get(block) ?? []), { entry, at: state.at, hours: state.amount, year }]);
  }
  return [...persons.values()];
}

/** Says of the training with which the sum goes beyond the cap. */
function judgeSum(
  context: CheckContext,
  sheet: Sheet,
  rule: Cycle,
  block: CycleBlock,
  trainings: readonly Training[],
  cap: number,
  year: string,
): void {
  let reached = zero;
  let beyond: Training | null = null;
  for (const training of trainings) {
    reached = reached.add(training.hours);
    if (beyond === null && reached.compare(exact(cap)) > 0) beyond = training;
  }
  if (beyond === null) return;
  const { subject } = beyond.entry;
  const values = { subject, block: block.name, year, written: show(reached), due: show(exact(cap)), unit: sheet.judging.pack.unit };
  const says = { id: year === "" ? "hours.cap-exceeded-cycle" : "hours.cap-exceeded-year", values };
  const common = { rule, at: beyond.at, subject, value: show(reached), expected: show(exact(cap)) };
  context.findings.add({ code: "hours.cap-exceeded", ...common, says });
}

/** The caps on a year's and a cycle's hours of each block, where the log itself is what is counted. */
export function judgeLogCaps(context: CheckContext, sheet: Sheet): void {
  const rule = mainCycle(sheet.judging);
  if (!rule?.blocks?.some((block) => block.capPerYear !== undefined || block.capPerCycle !== undefined)) return;
  if (isCountedElsewhere(context, sheet)) return;
  context.judged.add(rule.id);
  for (const blocks of byPersonAndBlock(sheet, rule)) {
    for (const [block, trainings] of blocks) {
      const years = [...new Set(trainings.map((training) => training.year))];
      const counted = years.map((year) => {
        const own = trainings.filter((training) => training.year === year);
        if (block.capPerYear !== undefined) judgeSum(context, sheet, rule, block, own, block.capPerYear, String(year));
        return countedInYear(
          block,
          own.reduce((sum, training) => sum.add(training.hours), zero),
        );
      });
      const within = counted.reduce((sum, year) => sum.add(year), zero);
      const inOneCycle = Math.max(...years) - Math.min(...years) < rule.years;
      if (block.capPerCycle !== undefined && inOneCycle && within.compare(exact(block.capPerCycle)) > 0) {
        judgeSum(context, sheet, rule, block, trainings, block.capPerCycle, "");
      }
    }
  }
}
