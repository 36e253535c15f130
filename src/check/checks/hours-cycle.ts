/** 周期汇总: hours.total-mismatch, hours.cap-exceeded, hours.credit-mismatch, hours.cycle-short, hours.year-empty. */
import { cycleDue, judgeBlockTotals, judgeCycle, mainCycle, meetsTask, yearTask, type CycleState } from "../../rules/cycle";
import type { RuleOf } from "../../policy/schema";
import type { Decided, Outcome } from "../../rules/outcome";
import { agrees, exact, show, sum, toNumber, type Exact } from "../../values/exact";
import { readingOf } from "../../rules/judging";
import { claimedIn, noteOutcome } from "../claims";
import { eachRecord, sheetsOfKind, type Check, type CheckContext, type Sheet } from "../context";
import type { Place } from "../findings";
import type { Entry, NumberState } from "../record";

type Cycle = RuleOf<"cycle">;

const zero = exact(0);

interface YearCell {
  readonly year: number;
  readonly state: NumberState;
}

function yearsIn(entry: Entry, rule: Cycle): YearCell[] {
  return Array.from({ length: rule.years }, (_, year) => ({ year, state: entry.number(`year${year + 1}`) }));
}

/** The years of each block, block by block (集中培训 2021 … 2025, 非集中培训 2021 …), where the form has them. */
function blockYearsIn(entry: Entry, rule: Cycle): NumberState[] | null {
  const states = (rule.blocks ?? []).flatMap(({ key }) =>
    Array.from({ length: rule.years }, (_, year) => entry.number(`${rule.id}.${key}.year${year + 1}`)),
  );
  return states.some((state) => state.kind !== "none") ? states : null;
}

/** One total for each block, where the form has all of them. */
function blockTotalsIn(entry: Entry, rule: Cycle): NumberState[] | null {
  const states = (rule.blocks ?? []).map(({ key }) => entry.number(`${rule.id}.${key}`));
  return states.length > 0 && states.every((state) => state.kind !== "none") ? states : null;
}

function written(sheet: Sheet, state: NumberState, amount: Exact): boolean {
  return state.kind === "number" && agrees(toNumber(state.amount), amount, sheet.judging.pack.rounding);
}

interface Judged {
  readonly context: CheckContext;
  readonly sheet: Sheet;
  readonly entry: Entry;
  readonly rule: Cycle;
  readonly outcome: Decided<CycleState>;
}

function judgeTotals({ context, sheet, entry, rule, outcome }: Judged): void {
  const { earned, counted } = outcome.value;
  const total = entry.number("total");
  const credited = entry.number("credited");
  const capped = !earned.equals(counted);
  const common = { rule, subject: entry.subject, outcome };
  if (total.kind === "number" && !written(sheet, total, earned) && !(credited.kind === "none" && written(sheet, total, counted))) {
    const values = { subject: entry.subject, written: show(total.amount), due: show(earned) };
    const says = { id: "hours.total-mismatch", values };
    context.findings.add({
      code: "hours.total-mismatch",
      ...common,
      at: total.at,
      value: show(total.amount),
      expected: show(earned),
      says,
    });
  }
  const counting = credited.kind === "none" ? total : credited;
  if (capped && readingOf(sheet.judging, rule, "above-cap")?.value === "violation") {
    const values = { subject: entry.subject, written: show(earned), due: show(counted), unit: sheet.judging.pack.unit };
    const at = total.kind === "none" ? entry.place : total.at;
    context.findings.add({
      code: "hours.cap-exceeded",
      ...common,
      at,
      value: show(earned),
      expected: show(counted),
      says: { id: "hours.cap-exceeded", values },
    });
    return;
  }
  if (counting.kind !== "number" || written(sheet, counting, counted)) return;
  const values = { subject: entry.subject, written: show(counting.amount), due: show(counted), unit: sheet.judging.pack.unit };
  const found = { ...common, at: counting.at, value: show(counting.amount), expected: show(counted) };
  if (capped && counting.amount.compare(counted) > 0) {
    context.findings.add({ code: "hours.cap-exceeded", ...found, says: { id: "hours.cap-exceeded", values } });
  } else if (credited.kind !== "none") {
    context.findings.add({ code: "hours.credit-mismatch", ...found, says: { id: "hours.credit-mismatch", values } });
  }
}

interface Lack {
  readonly at: Place;
  readonly counted: Exact;
  readonly due: Exact;
  readonly lacking: Exact;
}

/** What is lacking and where: in the blocks' own cells if that explains all of it, else at the total. */
function lacksOf({ entry, rule, outcome }: Judged): Lack[] {
  const { lacking, counted, blocks } = outcome.value;
  if (lacking === null || lacking.equals(zero)) return [];
  const short = blocks.filter((block) => !block.lacking.equals(zero));
  const own = short.flatMap(({ block, ...state }) => {
    const cell = entry.number(`${rule.id}.${block.key}`);
    return cell.kind === "none" ? [] : [{ ...state, at: cell.at, due: exact(block.hours) }];
  });
  if (own.length === short.length && lacking.equals(sum(short.map((block) => block.lacking)))) return own;
  const state = [entry.number("credited"), entry.number("total")].find((each) => each.kind !== "none");
  return [{ at: state?.at ?? entry.place, counted, due: cycleDue(rule) ?? zero, lacking }];
}

function judgeShort(judged: Judged, claimed: boolean | null): void {
  const { context, sheet, entry, rule, outcome } = judged;
  for (const { at, counted, due, lacking } of lacksOf(judged)) {
    const values = { subject: entry.subject, counted: show(counted), due: show(due), gap: show(lacking), unit: sheet.judging.pack.unit };
    context.findings.add({
      code: "hours.cycle-short",
      level: claimed === true ? "logic" : "experience",
      rule,
      at,
      subject: entry.subject,
      value: show(counted),
      expected: show(due),
      says: { id: "hours.cycle-short", values },
      outcome,
    });
  }
}

/** A year that brings nothing where each year must bring something (岳阳 25), or a task of its own (肇庆 三), is found at its own cell. */
function judgeEmptyYears({ context, sheet, entry }: Judged, years: readonly YearCell[], claimed: boolean | null): boolean {
  const task = yearTask(sheet.judging);
  if (!task) return false;
  context.judged.add(task.rule.id);
  const isEmpty = (state: NumberState): boolean => {
    if (state.kind === "blank") return task.more;
    return state.kind === "number" && (task.more ? !meetsTask(task, state.amount) : state.amount.equals(zero));
  };
  const empty = years.filter(({ state }) => isEmpty(state));
  for (const { year, state } of empty) {
    if (state.kind === "none") continue;
    const says = { id: "hours.year-empty", values: { subject: entry.subject, year: year + 1 } };
    const level = claimed === true ? "logic" : "experience";
    context.findings.add({ code: "hours.year-empty", level, rule: task.rule, at: state.at, subject: entry.subject, value: 0, says });
  }
  return empty.length > 0;
}

/** A block's own total (集中培训 小计) against its years. */
function judgeBlockSums({ context, sheet, entry, rule, outcome }: Judged): void {
  for (const { block, earned, counted } of outcome.value.blocks) {
    const state = entry.number(`${rule.id}.${block.key}`);
    if (state.kind !== "number" || written(sheet, state, earned) || written(sheet, state, counted)) continue;
    const values = { subject: entry.subject, written: show(state.amount), due: show(earned) };
    const common = { rule, at: state.at, subject: entry.subject, value: show(state.amount), expected: show(earned), outcome };
    context.findings.add({ code: "hours.total-mismatch", ...common, says: { id: "hours.total-mismatch", values } });
  }
}

/** The hours as the form gives them: years of each block, totals of each block, years, or one total. */
interface Given {
  readonly states: readonly NumberState[];
  readonly years: readonly YearCell[];
  judge(amounts: readonly Exact[]): Outcome<CycleState>;
}

function givenIn(sheet: Sheet, entry: Entry, rule: Cycle): Given | null {
  const byYears = (amounts: readonly Exact[]): Outcome<CycleState> => judgeCycle(sheet.judging, rule, amounts);
  const blockYears = blockYearsIn(entry, rule);
  if (blockYears) return { states: blockYears, years: [], judge: byYears };
  const blockTotals = blockTotalsIn(entry, rule);
  if (blockTotals) return { states: blockTotals, years: [], judge: (amounts) => judgeBlockTotals(sheet.judging, rule, amounts) };
  const years = yearsIn(entry, rule).filter(({ state }) => state.kind !== "none");
  if (years.length > 0) return { states: years.map(({ state }) => state), years, judge: byYears };
  const total = entry.number("total");
  return total.kind === "number" ? { states: [total], years, judge: byYears } : null;
}

function judgeRecord(context: CheckContext, sheet: Sheet, entry: Entry, rule: Cycle): void {
  const given = givenIn(sheet, entry, rule);
  if (!given || given.states.some((state) => state.kind === "refused")) return;
  context.judged.add(rule.id);
  const outcome = given.judge(given.states.map((state) => (state.kind === "number" ? state.amount : zero)));
  if (!outcome.decided) return;
  const judged = { context, sheet, entry, rule, outcome };
  const claimed = claimedIn(entry, "claim") ?? claimedIn(entry, "result");
  judgeBlockSums(judged);
  judgeTotals(judged);
  const poor = judgeEmptyYears(judged, given.years, claimed);
  // Enough in all, and only a year without anything: that year is the one thing to mend.
  const enough = outcome.value.counted.compare(cycleDue(rule) ?? zero) >= 0;
  if (!poor || !enough) judgeShort(judged, claimed);
  if (outcome.value.lacking !== null) noteOutcome(context, entry, rule, !poor && outcome.value.lacking.equals(zero));
}

export const hoursCycle: Check = function* (context) {
  for (const sheet of sheetsOfKind(context, "hours-cycle")) {
    const rule = mainCycle(sheet.judging);
    if (!rule) continue;
    yield* eachRecord(sheet, (entry) => {
      if (!entry.isWaived) judgeRecord(context, sheet, entry, rule);
    });
  }
};
