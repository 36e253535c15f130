/** 年度汇总 of a policy that sets no hours for a year but caps on it (非集中培训每年最多计 60): hours.total-mismatch, hours.cap-exceeded, hours.credit-mismatch. */
import type { RuleOf } from "../../policy/schema";
import { judgeOneYear, mainCycle } from "../../rules/cycle";
import { mainHours } from "../../rules/hours";
import { exact } from "../../values/exact";
import { eachRecord, sheetsOfKind, type CheckContext, type Sheet } from "../context";
import { blockTotalsIn } from "../cycle-hours";
import type { Entry } from "../record";
import { judgeTotals } from "./cycle-totals";

function judgeRecord(context: CheckContext, sheet: Sheet, entry: Entry, rule: RuleOf<"cycle">): void {
  const states = blockTotalsIn(entry, rule) ?? [entry.number("total")];
  if (states.some((state) => state.kind === "refused" || state.kind === "none")) return;
  context.judged.add(rule.id);
  const outcome = judgeOneYear(
    sheet.judging,
    rule,
    states.map((state) => (state.kind === "number" ? state.amount : exact(0))),
  );
  if (outcome.decided) judgeTotals({ context, sheet, entry, rule, outcome });
}

export function* judgeYearSummaries(context: CheckContext): Generator<void, void> {
  for (const sheet of sheetsOfKind(context, "hours-year")) {
    const rule = mainHours(sheet.judging) === null ? mainCycle(sheet.judging) : null;
    if (!rule) continue;
    yield* eachRecord(sheet, (entry) => {
      if (!entry.isWaived) judgeRecord(context, sheet, entry, rule);
    });
  }
}
