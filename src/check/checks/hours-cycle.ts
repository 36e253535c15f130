/** 周期汇总: hours.total-mismatch, hours.cap-exceeded, hours.credit-mismatch, hours.cycle-short, hours.year-empty. */
import type { RuleOf } from "../../policy/schema";
import { cycleDue, mainCycle, meetsTask, yearTask } from "../../rules/cycle";
import { exact, show, sum, type Exact } from "../../values/exact";
import { claimedIn, noteOutcome } from "../claims";
import { eachRecord, sheetsOfKind, type Check, type CheckContext, type Sheet } from "../context";
import { blockColumn, cycleHoursIn, type YearCell } from "../cycle-hours";
import type { Place } from "../findings";
import type { Entry, NumberState } from "../record";
import { judgeTotals, states, type JudgedCycle } from "./cycle-totals";
import { judgeYearSummaries } from "./hours-cycle-year";

type Cycle = RuleOf<"cycle">;

const zero = exact(0);

interface Lack {
  readonly at: Place;
  readonly counted: Exact;
  readonly due: Exact;
  readonly lacking: Exact;
}

/** What is lacking and where: in the blocks' own cells if that explains all of it, else at the total. */
function lacksOf({ entry, rule, outcome }: JudgedCycle): Lack[] {
  const { lacking, counted, blocks } = outcome.value;
  if (lacking === null || lacking.equals(zero)) return [];
  const short = blocks.filter((block) => !block.lacking.equals(zero));
  const own = short.flatMap(({ block, ...state }) => {
    const cell = entry.number(blockColumn(rule, block));
    return cell.kind === "none" ? [] : [{ ...state, at: cell.at, due: exact(block.hours) }];
  });
  if (own.length === short.length && lacking.equals(sum(short.map((block) => block.lacking)))) return own;
  const state = [entry.number("credited"), entry.number("total")].find((each) => each.kind !== "none");
  return [{ at: state?.at ?? entry.place, counted, due: cycleDue(rule) ?? zero, lacking }];
}

function judgeShort(judged: JudgedCycle, claimed: boolean | null): void {
  const { context, sheet, entry, rule, outcome } = judged;
  for (const { at, counted, due, lacking } of lacksOf(judged)) {
    const values = {
      subject: entry.subject,
      counted: show(counted),
      due: show(due),
      gap: show(lacking),
      unit: sheet.judging.pack.unit,
      claimed: claimed === true ? "yes" : "no",
      // More than the cycle itself lacks: years without their task count too.
      years: lacking.compare(due.sub(counted)) > 0 ? "yes" : "no",
    };
    context.findings.add({
      code: "hours.cycle-short",
      level: claimed === true ? "logic" : "experience",
      rule,
      at,
      subject: entry.subject,
      value: show(counted),
      expected: show(due),
      says: { id: counted.compare(due) < 0 ? "hours.cycle-short" : "hours.cycle-short-years", values },
      outcome,
    });
  }
}

/** A year that brings nothing where each year must bring something (岳阳 25), or a task of its own (肇庆 三), is found at its own cell. */
function judgeEmptyYears({ context, sheet, entry }: JudgedCycle, years: readonly YearCell[], claimed: boolean | null): boolean {
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
function judgeBlockSums({ context, sheet, entry, rule, outcome }: JudgedCycle): void {
  for (const { block, earned, counted } of outcome.value.blocks) {
    const state = entry.number(blockColumn(rule, block));
    if (state.kind !== "number" || states(sheet, state, earned) || states(sheet, state, counted)) continue;
    const values = { subject: entry.subject, written: show(state.amount), due: show(earned) };
    const common = { rule, at: state.at, subject: entry.subject, value: show(state.amount), expected: show(earned), outcome };
    context.findings.add({ code: "hours.total-mismatch", ...common, says: { id: "hours.total-mismatch", values } });
  }
}

function judgeRecord(context: CheckContext, sheet: Sheet, entry: Entry, rule: Cycle): void {
  const given = cycleHoursIn(sheet, entry, rule);
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
  yield* judgeYearSummaries(context);
  for (const sheet of sheetsOfKind(context, "hours-cycle")) {
    const rule = mainCycle(sheet.judging);
    if (!rule) continue;
    yield* eachRecord(sheet, (entry) => {
      if (!entry.isWaived) judgeRecord(context, sheet, entry, rule);
    });
  }
};
