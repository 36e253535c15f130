/** 年度汇总 of a policy that sets no hours for a year but caps on it (非集中培训每年最多计 60): hours.total-mismatch, hours.cap-exceeded, hours.credit-mismatch. */
import type { RuleOf } from "../../policy/schema";
import { judgeOneYear, mainCycle, meetsTask, yearTask } from "../../rules/cycle";
import { mainHours } from "../../rules/hours";
import { exact } from "../../values/exact";
import { eachRecord, sheetsOfKind, type CheckContext, type Sheet } from "../context";
import { blockTotalsIn } from "../cycle-hours";
import type { Entry } from "../record";
import { claimedIn, noteOutcome } from "../claims";
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

/** A year of which each must bring something (岳阳 25), and that brought nothing: at the total, 逻辑 where the sheet says 完成. */
function judgeEmptyYear(context: CheckContext, sheet: Sheet, entry: Entry): void {
  const task = yearTask(sheet.judging);
  const state = [entry.number("total"), entry.number("hours")].find(({ kind }) => kind !== "none");
  if (!task?.more || state === undefined) return;
  context.judged.add(task.rule.id);
  const claimed = claimedIn(entry, "claim") ?? claimedIn(entry, "result");
  const isEmpty = state.kind === "blank" || (state.kind === "number" && !meetsTask(task, state.amount));
  noteOutcome(context, entry, task.rule, !isEmpty);
  if (!isEmpty) return;
  const says = { id: "hours.this-year-empty", values: { subject: entry.subject } };
  const level = claimed === true ? "logic" : "experience";
  context.findings.add({ code: "hours.year-empty", level, rule: task.rule, at: state.at, subject: entry.subject, value: 0, says });
}

export function* judgeYearSummaries(context: CheckContext): Generator<void, void> {
  for (const sheet of sheetsOfKind(context, "hours-year")) {
    const rule = mainHours(sheet.judging) === null ? mainCycle(sheet.judging) : null;
    if (!rule) continue;
    yield* eachRecord(sheet, (entry) => {
      if (entry.isWaived) return;
      judgeRecord(context, sheet, entry, rule);
      judgeEmptyYear(context, sheet, entry);
    });
  }
}
