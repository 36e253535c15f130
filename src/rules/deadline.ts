/** 期限 (kind deadline): done by a day (that day is still in time unless the reading says otherwise), or within a span. */
import type { RuleOf } from "../policy/schema";
import { daysInMonth } from "../values/calendar";
import { compareDates, isoOf, readDate, wholeDay, type CivilDate } from "../values/date";
import { packDay } from "./dates";
import { readingOf, type Judging } from "./judging";
import { defineKind } from "./kind";
import { decided, figures, refused, undecidable, type Outcome } from "./outcome";

type Deadline = RuleOf<"deadline">;

/** A day of every year: 02-29 is the last day of February, in common years the 28th. */
function yearlyDay(year: number, day: string): CivilDate {
  const [month = 1, inMonth = 1] = day.split("-").map(Number);
  return { year, month, day: Math.min(inMonth, daysInMonth(year, month)) };
}

/** The days on which the rule falls due in a year (a fixed day whatever the year). */
export function dueDays(rule: Deadline, year: number): CivilDate[] {
  if ("by" in rule.due) return [packDay(rule.due.by)];
  if ("to" in rule.due) return [packDay(rule.due.to)];
  return rule.due.yearly.map((day) => yearlyDay(year, day));
}

export type Timeliness = "in-time" | "late" | "outside";

function spanOf(judging: Judging, rule: Deadline, date: CivilDate): Outcome<Timeliness> | null {
  if (!("from" in rule.due)) return null;
  const [from, to] = [packDay(rule.due.from), packDay(rule.due.to)];
  const within = compareDates(date, from) >= 0 && compareDates(date, to) <= 0;
  const steps = [figures(`${rule.due.from} ≤ ${isoOf(date)} ≤ ${rule.due.to}`)];
  const conclusion = { id: within ? "deadline.within" : "deadline.outside" };
  return decided(rule, within ? "in-time" : "outside", conclusion, { steps, readings: [readingOf(judging, rule, "on-day")] });
}

/** Whether something dated so was in time. For a yearly date, the last one of the year is what it must meet. */
export function judgeDeadline(judging: Judging, rule: Deadline, date: CivilDate): Outcome<Timeliness> {
  const span = spanOf(judging, rule, date);
  if (span) return span;
  const onDay = readingOf(judging, rule, "on-day");
  const calendar = rule.readings?.some((reading) => reading.id === "date") === true ? readingOf(judging, rule, "date") : null;
  if (calendar !== null && calendar.value !== "gloss") {
    return undecidable(rule, { id: "deadline.by-calendar" }, { readings: [calendar] });
  }
  const days = dueDays(rule, date.year);
  const last = days.at(-1);
  if (!last) return undecidable(rule, { id: "deadline.no-day" });
  const order = compareDates(date, last);
  const inTime = onDay?.value === "excluded" ? order < 0 : order <= 0;
  const steps = [figures(`${isoOf(date)} ${inTime ? "≤" : ">"} ${isoOf(last)}`)];
  const conclusion = { id: inTime ? "deadline.in-time" : "deadline.late" };
  return decided(rule, inTime ? "in-time" : "late", conclusion, { steps, readings: [onDay] });
}

export const deadline = defineKind("deadline", {
  column: "date",
  fields: (rule) => {
    if ("by" in rule.due) return [{ key: "date", value: rule.due.by }];
    if ("from" in rule.due) {
      return [
        { key: "date", value: rule.due.to },
        { key: "from", value: rule.due.from },
      ];
    }
    return rule.due.yearly.map((day) => ({ key: "date", value: day }));
  },
  explain: (rule, [value], judging) => {
    const read = readDate(value ?? null);
    const date = read.kind === "date" ? wholeDay(read) : null;
    return date ? judgeDeadline(judging, rule, date) : refused(rule, { id: "value.no-date" });
  },
});
