/** 学时登记: the hours of one training against its days, category, cap and absence: hours.not-half-days, hours.credit-mismatch, hours.cap-exceeded. */
import type { RuleOf } from "../../policy/schema";
import { convert, findConversion, judgeAbsence } from "../../rules/conversion";
import { agrees, exact, show, sum, type Exact } from "../../values/exact";
import words from "../words.json";
import { eachRecord, sheetsOfKind, type Check, type CheckContext, type Sheet } from "../context";
import type { Entry, NumberState } from "../record";

const zero = exact(0);

interface Measured {
  readonly key: string;
  readonly unit: string;
  readonly state: NumberState;
}

/** Days and half days of the record, in the units of the conversion. */
function measuredIn(entry: Entry): Measured[] {
  return [
    { key: "days", unit: words.units.day, state: entry.number("days") },
    { key: "halfDays", unit: words.units.halfDay, state: entry.number("halfDays") },
  ];
}

interface Earned {
  readonly hours: Exact;
  readonly uncapped: Exact;
  readonly rule: RuleOf<"conversion">;
}

function convertOne(context: CheckContext, sheet: Sheet, entry: Entry, measured: Measured): Earned | "refused" | null {
  const { state, unit } = measured;
  if (state.kind === "refused") return "refused";
  if (state.kind !== "number") return null;
  const found = findConversion(sheet.judging, unit, entry.text("category") || null);
  if (!found) return null;
  context.judged.add(found.rule.id);
  const outcome = convert(sheet.judging, found, state.amount);
  if (!outcome.decided) {
    if (outcome.because === "refused") {
      const values = { subject: entry.subject, amount: show(state.amount), unit };
      const says = { id: "hours.not-half-days", values };
      context.findings.add({
        code: "hours.not-half-days",
        rule: found.rule,
        at: state.at,
        subject: entry.subject,
        value: show(state.amount),
        says,
        outcome,
      });
    }
    return "refused";
  }
  const uncapped = found.rule.capPerTraining === undefined ? outcome.value : state.amount.mul(exact(found.unit.hours ?? 0));
  const counts = countsAfterAbsence(entry, found.rule, state.amount);
  return { hours: counts ? outcome.value : zero, uncapped, rule: found.rule };
}

function countsAfterAbsence(entry: Entry, rule: RuleOf<"conversion">, duration: Exact): boolean {
  const absence = entry.number("absence");
  if (absence.kind !== "number") return true;
  const outcome = judgeAbsence(rule, absence.amount, duration);
  return !outcome.decided || outcome.value;
}

function judgeRecord(context: CheckContext, sheet: Sheet, entry: Entry): void {
  const parts = measuredIn(entry).map((measured) => convertOne(context, sheet, entry, measured));
  if (parts.includes("refused")) return;
  const earned = parts.filter((part) => part !== null && part !== "refused");
  const [first] = earned;
  const state = [entry.number("hours"), entry.number("credited")].find((each) => each.kind !== "none");
  if (!first || state?.kind !== "number") return;
  const hours = sum(earned.map((part) => part.hours));
  const uncapped = sum(earned.map((part) => part.uncapped));
  const number = Number(state.amount.valueOf());
  if (agrees(number, hours, sheet.judging.pack.rounding)) return;
  const overCap = !uncapped.equals(hours) && !hours.equals(zero) && agrees(number, uncapped, sheet.judging.pack.rounding);
  const code = overCap ? "hours.cap-exceeded" : "hours.credit-mismatch";
  const values = { subject: entry.subject, written: show(state.amount), due: show(hours), unit: sheet.judging.pack.unit };
  context.findings.add({
    code,
    rule: first.rule,
    at: state.at,
    subject: entry.subject,
    value: show(state.amount),
    expected: show(hours),
    says: { id: code, values },
  });
}

export const hoursLog: Check = function* (context) {
  for (const sheet of sheetsOfKind(context, "hours-log")) {
    yield* eachRecord(sheet, (entry) => {
      if (!entry.isWaived) judgeRecord(context, sheet, entry);
    });
  }
};
