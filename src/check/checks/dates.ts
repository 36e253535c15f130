/** Dates against deadlines and against the day of the check: date.late, date.outside-period, date.future. */
import type { RuleOf } from "../../policy/schema";
import { judgeDeadline } from "../../rules/deadline";
import { compareDates, isoOf, ofIso, type CivilDate } from "../../values/date";
import { eachRecord, type Check, type CheckContext, type Sheet } from "../context";
import type { Place } from "../findings";
import type { Entry } from "../record";

/** Judges one date against a deadline. */
export function judgeDue(context: CheckContext, sheet: Sheet, entry: Entry, rule: RuleOf<"deadline">, at: Place, date: CivilDate): void {
  context.judged.add(rule.id);
  const outcome = judgeDeadline(sheet.judging, rule, date);
  if (!outcome.decided || outcome.value === "in-time") return;
  const due = "by" in rule.due ? rule.due.by : "to" in rule.due ? `${rule.due.from}–${rule.due.to}` : rule.due.yearly.join("、");
  const late = outcome.value === "late";
  const values = { subject: entry.subject, what: rule.what, date: isoOf(date), due };
  const code = late ? "date.late" : "date.outside-period";
  const common = { rule, at, subject: entry.subject, value: isoOf(date), expected: due, outcome };
  context.findings.add({ code, ...common, says: { id: late ? "date.late" : "date.outside-span", values } });
}

function judgeFuture(context: CheckContext, entry: Entry, at: Place, date: CivilDate): boolean {
  if (compareDates(date, context.asOf) <= 0) return false;
  const values = { subject: entry.subject, date: isoOf(date), today: isoOf(context.asOf) };
  context.findings.add({ code: "date.future", at, subject: entry.subject, value: isoOf(date), says: { id: "date.future", values } });
  return true;
}

/** A training outside the policy's term. */
function judgeTerm(context: CheckContext, sheet: Sheet, entry: Entry, at: Place, date: CivilDate): void {
  const { valid, name } = sheet.judging.pack;
  const from = valid?.from === undefined ? null : ofIso(valid.from);
  const to = valid?.to === undefined ? null : ofIso(valid.to);
  const early = from !== null && compareDates(date, from) < 0;
  const late = to !== null && compareDates(date, to) > 0;
  if (!early && !late) return;
  const values = { subject: entry.subject, date: isoOf(date), from: valid?.from ?? "", to: valid?.to ?? "", policy: name };
  context.findings.add({
    code: "date.outside-period",
    at,
    subject: entry.subject,
    value: isoOf(date),
    says: { id: "date.outside-term", values },
  });
}

function deadlinesWithColumn(sheet: Sheet): RuleOf<"deadline">[] {
  const keys = new Set(sheet.table.columns.map((column) => column.key));
  return sheet.judging.pack.rules.filter((rule): rule is RuleOf<"deadline"> => rule.kind === "deadline" && keys.has(rule.id));
}

function judgeRecord(context: CheckContext, sheet: Sheet, entry: Entry, deadlines: readonly RuleOf<"deadline">[]): void {
  for (const rule of deadlines) {
    const state = entry.date(rule.id);
    if (state.kind !== "date" || judgeFuture(context, entry, state.at, state.date)) continue;
    judgeDue(context, sheet, entry, rule, state.at, state.date);
  }
  for (const key of ["date", "birth"]) {
    const state = entry.date(key);
    if (state.kind !== "date" || judgeFuture(context, entry, state.at, state.date)) continue;
    if (key === "date" && sheet.table.kind === "hours-log") judgeTerm(context, sheet, entry, state.at, state.date);
  }
}

export const dates: Check = function* (context) {
  for (const sheet of context.sheets) {
    const deadlines = deadlinesWithColumn(sheet);
    yield* eachRecord(sheet, (entry) => {
      if (!entry.isWaived) judgeRecord(context, sheet, entry, deadlines);
    });
  }
};
