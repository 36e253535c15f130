/** Days and deadlines in words, and as events of a calendar. Pure. */
import type { CalendarEvent } from "../../check/calendar-file";
import type { Pack } from "../../policy/schema";
import type { Due } from "../../rules/due";
import { daysBetween } from "../../values/calendar";
import { isoOf, type CivilDate } from "../../values/date";
import type { SayDue } from "./say";

export function dayText({ year, month, day }: CivilDate, say: SayDue): string {
  return say("due.day", { year: String(year), month, day });
}

/** Before its span begins, the days until then; else those until it ends. */
export function leftText({ state, daysLeft, from, day }: Due, say: SayDue): string {
  switch (state) {
    case "today":
      return say("due.today");
    case "over":
      return say("due.over", { days: -daysLeft });
    case "ahead":
      return say("due.ahead", { days: daysLeft - (from === null ? 0 : daysBetween(from, day)) });
    case "open":
      return say("due.left", { days: daysLeft });
  }
}

export function whenText({ from, day }: Due, say: SayDue): string {
  return from === null ? say("due.by", { day: dayText(day, say) }) : say("due.span", { from: dayText(from, say), day: dayText(day, say) });
}

/** What is still to come, as events. */
export function eventsOf(pack: Pack, dues: readonly Due[], say: SayDue): CalendarEvent[] {
  return dues
    .filter(({ state }) => state !== "over")
    .map(({ rule, from, day }) => ({
      id: `${pack.id}.${rule.id}.${isoOf(day)}`,
      from: from ?? day,
      to: day,
      summary: rule.what,
      description: `${pack.title}\n${say("due.clause", { at: rule.clause.at, quote: rule.clause.quote })}`,
    }));
}

/** The same as plain lines, for where nothing can be downloaded. */
export function plainLines(dues: readonly Due[], say: SayDue): string {
  return dues
    .filter(({ state }) => state !== "over")
    .map((due) => say("due.line", { day: whenText(due, say), what: due.rule.what }))
    .join("\n");
}
