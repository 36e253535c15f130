/** What is due when under a policy, seen from a day: fixed days, spans, and the days that come again every year. */
import { rulesOf } from "../policy/resolve";
import type { RuleOf } from "../policy/schema";
import { addDays, compareDates, daysBetween, type CivilDate } from "../values/calendar";
import { packDay } from "./dates";
import { dueDays } from "./deadline";
import { readingOf, type Judging } from "./judging";

export interface Due {
  readonly rule: RuleOf<"deadline">;
  /** Where it may only be done within a span, its first day. */
  readonly from: CivilDate | null;
  /** The last day that is in time. */
  readonly day: CivilDate;
  /** Days from the day of asking to the last day; negative when it is over. */
  readonly daysLeft: number;
  /** `ahead`: its span has not begun. */
  readonly state: "over" | "today" | "open" | "ahead";
  /** The day depends on a calendar that nobody has set down (a reading says so): the day is the document's own guess. */
  readonly isCertain: boolean;
}

/** The last day in time: 25 日前 is the 25th itself, or by the reading the day before. */
function lastDay(judging: Judging, rule: RuleOf<"deadline">, day: CivilDate): CivilDate {
  const excluded = !("from" in rule.due) && readingOf(judging, rule, "on-day")?.value === "excluded";
  return excluded ? addDays(day, -1) : day;
}

function isCertain(judging: Judging, rule: RuleOf<"deadline">): boolean {
  const own = rule.readings?.some(({ id }) => id === "date") === true ? readingOf(judging, rule, "date") : null;
  return own === null || own.value === "gloss";
}

/** The days of a rule that matter on a day: a fixed one always, of yearly ones this year's and the next within a year. */
function daysOf(rule: RuleOf<"deadline">, asOf: CivilDate): CivilDate[] {
  if (!("yearly" in rule.due)) return dueDays(rule, asOf.year);
  const next = dueDays(rule, asOf.year + 1).filter((day) => daysBetween(asOf, day) <= 366);
  return [...dueDays(rule, asOf.year), ...next];
}

function stateOf(from: CivilDate | null, day: CivilDate, asOf: CivilDate): Due["state"] {
  const left = daysBetween(asOf, day);
  if (left < 0) return "over";
  if (from !== null && compareDates(asOf, from) < 0) return "ahead";
  return left === 0 ? "today" : "open";
}

/** Everything that a policy wants by a day, the earliest first; on one day in the policy's order. */
export function dueUnder(judging: Judging, asOf: CivilDate): Due[] {
  const all = rulesOf(judging.pack, "deadline").flatMap((rule) => {
    const from = "from" in rule.due ? packDay(rule.due.from) : null;
    return daysOf(rule, asOf).map((written): Due => {
      const day = lastDay(judging, rule, written);
      return { rule, from, day, daysLeft: daysBetween(asOf, day), state: stateOf(from, day, asOf), isCertain: isCertain(judging, rule) };
    });
  });
  return all.sort((a, b) => compareDates(a.day, b.day));
}
