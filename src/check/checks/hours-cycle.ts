/** 周期汇总: hours.total-mismatch, hours.cap-exceeded, hours.credit-mismatch, hours.cycle-short, hours.year-empty. */
import { judgeCycle, mainCycle, meetsTask, yearTask, type CycleState } from "../../rules/cycle";
import type { RuleOf } from "../../policy/schema";
import type { Decided } from "../../rules/outcome";
import { agrees, exact, show, toNumber, type Exact } from "../../values/exact";
import { readingOf } from "../../rules/judging";
import { claimedIn, understate } from "../claims";
import { eachRecord, sheetsOfKind, type Check, type CheckContext, type Sheet } from "../context";
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

function judgeShort({ context, sheet, entry, rule, outcome }: Judged, claimed: boolean | null): void {
  const { lacking, counted } = outcome.value;
  if (lacking === null || lacking.equals(zero)) return;
  const state = [entry.number("credited"), entry.number("total")].find((each) => each.kind !== "none");
  const at = state?.at ?? entry.place;
  const due = show(exact(rule.hours ?? 0));
  const values = { subject: entry.subject, counted: show(counted), due, gap: show(lacking), unit: sheet.judging.pack.unit };
  context.findings.add({
    code: "hours.cycle-short",
    level: claimed === true ? "logic" : "experience",
    rule,
    at,
    subject: entry.subject,
    value: show(counted),
    expected: due,
    says: { id: "hours.cycle-short", values },
    outcome,
  });
}

/** Each year must bring something (岳阳 25): a year without is found at its own cell. */
function judgeEmptyYears({ context, sheet, entry }: Judged, years: readonly YearCell[], claimed: boolean | null): boolean {
  const task = yearTask(sheet.judging);
  if (!task?.more) return false;
  context.judged.add(task.rule.id);
  const empty = years.filter(({ state }) => state.kind === "blank" || (state.kind === "number" && !meetsTask(task, state.amount)));
  for (const { year, state } of empty) {
    if (state.kind === "none") continue;
    const says = { id: "hours.year-empty", values: { subject: entry.subject, year: year + 1 } };
    const level = claimed === true ? "logic" : "experience";
    context.findings.add({ code: "hours.year-empty", level, rule: task.rule, at: state.at, subject: entry.subject, value: 0, says });
  }
  return empty.length > 0;
}

function judgeRecord(context: CheckContext, sheet: Sheet, entry: Entry, rule: Cycle): void {
  const years = yearsIn(entry, rule).filter(({ state }) => state.kind !== "none");
  if (years.some(({ state }) => state.kind === "refused")) return;
  const amounts = years.map(({ state }) => (state.kind === "number" ? state.amount : zero));
  const total = entry.number("total");
  const known = amounts.length > 0 ? amounts : total.kind === "number" ? [total.amount] : [];
  if (known.length === 0) return;
  context.judged.add(rule.id);
  const outcome = judgeCycle(sheet.judging, rule, known);
  if (!outcome.decided) return;
  const judged = { context, sheet, entry, rule, outcome };
  const claimed = claimedIn(entry, "claim") ?? claimedIn(entry, "result");
  judgeTotals(judged);
  judgeShort(judged, claimed);
  const poor = judgeEmptyYears(judged, years, claimed);
  if (claimed === false && !poor && outcome.value.lacking?.equals(zero) === true) understate(context, entry, rule);
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
