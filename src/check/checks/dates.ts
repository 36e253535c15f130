/** Dates against deadlines and against the day of the check: date.late, date.outside-period, date.future. */
import type { RuleOf } from "../../policy/schema";
import { judgeDeadline } from "../../rules/deadline";
import { namedYears } from "../named-years";
import { addYears, compareDates, isoOf, ofIso, type CivilDate } from "../../values/date";
import { eachRecord, type Check, type CheckContext, type Sheet } from "../context";
import type { Place } from "../findings";
import type { Entry } from "../record";

/** Judges one date against a deadline; a date that is wrong by itself is not late as well. */
export function judgeDue(context: CheckContext, sheet: Sheet, entry: Entry, rule: RuleOf<"deadline">, at: Place, date: CivilDate): void {
  context.judged.add(rule.id);
  if (context.findings.has(at, ["date.future", "date.outside-period"])) return;
  if (!("from" in rule.due) && judgeEarly(context, sheet, entry, at, date)) return;
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

interface Term {
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
}

function termOf(sheet: Sheet): Term {
  const { valid } = sheet.judging.pack;
  return { from: valid?.from === undefined ? null : ofIso(valid.from), to: valid?.to === undefined ? null : ofIso(valid.to) };
}

/**
 * What is handed in may be dated before the term: summer courses, a plan made in the holidays. A date that would not be too
 * late a whole year on was typed with the wrong year.
 */
export function judgeEarly(context: CheckContext, sheet: Sheet, entry: Entry, at: Place, date: CivilDate): boolean {
  const { from, to } = termOf(sheet);
  if (!from || !to || compareDates(date, from) >= 0 || compareDates(addYears(date, 1), to) > 0) return false;
  tellTerm(context, sheet, entry, at, date);
  return true;
}

/** A training outside the policy's term, or outside the years that its log says it is about. */
function judgeTerm(context: CheckContext, sheet: Sheet, entry: Entry, at: Place, date: CivilDate): void {
  const { from, to } = termOf(sheet);
  const early = from !== null && compareDates(date, from) < 0;
  const late = to !== null && compareDates(date, to) > 0;
  if (early || late) {
    tellTerm(context, sheet, entry, at, date);
    return;
  }
  const years = namedYears(sheet);
  if (years === null || (date.year >= years.from && date.year <= years.to)) return;
  const span = years.from === years.to ? String(years.from) : `${String(years.from)}–${String(years.to)}`;
  const says = { id: "date.outside-years", values: { subject: entry.subject, date: isoOf(date), years: span } };
  const common = { at, subject: entry.subject, value: isoOf(date), expected: span };
  context.findings.add({ code: "date.outside-period", ...common, says });
}

function tellTerm(context: CheckContext, sheet: Sheet, entry: Entry, at: Place, date: CivilDate): void {
  const { valid, name } = sheet.judging.pack;
  const values = { subject: entry.subject, date: isoOf(date), from: valid?.from ?? "", to: valid?.to ?? "", policy: name };
  context.findings.add({
    code: "date.outside-period",
    at,
    subject: entry.subject,
    value: isoOf(date),
    expected: `${values.from}–${values.to}`,
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
