/** 学时登记: the hours of one training against its days, category, cap and absence: hours.not-half-days, hours.credit-mismatch, hours.cap-exceeded. */
import type { Found } from "../../rules/conversion";
import type { Outcome } from "../../rules/outcome";
import { agrees, exact, show, sum, toNumber, type Exact } from "../../values/exact";
import { eachRecord, sheetsOfKind, type Check, type CheckContext, type Sheet } from "../context";
import type { Entry, NumberState } from "../record";
import { trainingParts, type Earned } from "../training-hours";
import words from "../words.json";
import { judgeLogCaps } from "./hours-caps";

const zero = exact(0);

function notWholeSteps(context: CheckContext, entry: Entry, found: Found, state: NumberState, outcome: Outcome<Exact>): void {
  if (outcome.decided || outcome.because !== "refused" || state.kind !== "number") return;
  const amount = show(state.amount);
  const { unit, step = 1 } = found.unit;
  const isOfDays = unit === words.units.day || unit === words.units.halfDay;
  const id = isOfDays ? "hours.not-half-days" : "hours.not-whole-steps";
  const says = { id, values: { subject: entry.subject, amount, unit, step } };
  const common = { rule: found.rule, at: state.at, subject: entry.subject, value: amount, outcome };
  context.findings.add({ code: "hours.not-half-days", ...common, says });
}

/** One stated number of hours against what the training is worth. `mayBeRaw`: another column holds what counts. */
function judgeStated(
  context: CheckContext,
  sheet: Sheet,
  entry: Entry,
  state: NumberState,
  earned: readonly Earned[],
  mayBeRaw: boolean,
): void {
  const [first] = earned;
  if (state.kind !== "number" || !first) return;
  const hours = sum(earned.map((part) => part.hours));
  const uncapped = sum(earned.map((part) => part.uncapped));
  const agreesWith = (due: Exact): boolean => agrees(toNumber(state.amount), due, sheet.judging.pack.rounding);
  if (agreesWith(hours) || (mayBeRaw && agreesWith(uncapped))) return;
  const overCap = !uncapped.equals(hours) && !hours.equals(zero) && agreesWith(uncapped);
  const code = overCap ? "hours.cap-exceeded" : "hours.credit-mismatch";
  const values = { subject: entry.subject, written: show(state.amount), due: show(hours), unit: sheet.judging.pack.unit };
  context.findings.add({
    code,
    rule: first.found.rule,
    at: state.at,
    subject: entry.subject,
    value: show(state.amount),
    expected: show(hours),
    says: { id: code, values },
    outcome: first.outcome,
  });
}

function judgeRecord(context: CheckContext, sheet: Sheet, entry: Entry): void {
  const parts = trainingParts(sheet, entry);
  for (const { found, state, converted } of parts) {
    if (converted) context.judged.add(found.rule.id);
    if (converted) notWholeSteps(context, entry, found, state, converted);
  }
  const earned = parts.flatMap((part) => part.earned ?? []);
  if (earned.length < parts.length) return;
  const hours = entry.number("hours");
  const credited = entry.number("credited");
  judgeStated(context, sheet, entry, hours, earned, credited.kind !== "none");
  judgeStated(context, sheet, entry, credited, earned, false);
}

export const hoursLog: Check = function* (context) {
  for (const sheet of sheetsOfKind(context, "hours-log")) {
    yield* eachRecord(sheet, (entry) => {
      if (!entry.isWaived) judgeRecord(context, sheet, entry);
    });
    judgeLogCaps(context, sheet);
  }
};
