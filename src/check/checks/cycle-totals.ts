/** The total and the counted hours that a summary states (合计, 计入学时) against its own parts and caps; shared by the summaries of a cycle and of a year. */
import type { RuleOf } from "../../policy/schema";
import type { CycleState } from "../../rules/cycle";
import { readingOf } from "../../rules/judging";
import type { Decided } from "../../rules/outcome";
import { agrees, show, toNumber, type Exact } from "../../values/exact";
import type { CheckContext, Sheet } from "../context";
import type { Entry, NumberState } from "../record";

export interface JudgedCycle {
  readonly context: CheckContext;
  readonly sheet: Sheet;
  readonly entry: Entry;
  readonly rule: RuleOf<"cycle">;
  readonly outcome: Decided<CycleState>;
}

/** Whether a cell states this amount. */
export function states(sheet: Sheet, state: NumberState, amount: Exact): boolean {
  return state.kind === "number" && agrees(toNumber(state.amount), amount, sheet.judging.pack.rounding);
}

/** hours.total-mismatch, hours.cap-exceeded, hours.credit-mismatch. */
export function judgeTotals({ context, sheet, entry, rule, outcome }: JudgedCycle): void {
  const { earned, counted } = outcome.value;
  const total = entry.number("total");
  const credited = entry.number("credited");
  const capped = !earned.equals(counted);
  const common = { rule, subject: entry.subject, outcome };
  if (total.kind === "number" && !states(sheet, total, earned) && !(credited.kind === "none" && states(sheet, total, counted))) {
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
    // A wrong sum that is all that counts is mended first.
    if (credited.kind === "none") return;
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
  if (counting.kind !== "number" || states(sheet, counting, counted)) return;
  const values = { subject: entry.subject, written: show(counting.amount), due: show(counted), unit: sheet.judging.pack.unit };
  const found = { ...common, at: counting.at, value: show(counting.amount), expected: show(counted) };
  if (capped && counting.amount.compare(counted) > 0) {
    context.findings.add({ code: "hours.cap-exceeded", ...found, says: { id: "hours.cap-exceeded", values } });
  } else if (credited.kind !== "none") {
    context.findings.add({ code: "hours.credit-mismatch", ...found, says: { id: "hours.credit-mismatch", values } });
  }
}
