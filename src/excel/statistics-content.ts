/** What stands on the sheet 统计: for each figure a small table that a chart of Excel's can be drawn from. Pure. */
import type { Band } from "../check/bands";
import type { Figures, PolicyStatistics, Statistics } from "../check/statistics";
import { exact, show } from "../values/exact";
import type { Locale, Message } from "../values/message";
import { sayHost } from "./say";

/** More schools than these make no readable chart; the table holds them all. */
const MOST_DRAWN = 30;

export interface StatisticsSection {
  readonly title: string;
  /** What the numbers are. */
  readonly unit: string;
  readonly rows: readonly (readonly [label: string, value: number])[];
  /** How many of the rows the chart shows, from the first on. */
  readonly drawn: number;
}

type Say = (id: string, values?: Message["values"]) => string;

const figure = (value: number): string => show(exact(value), 2);

function section(title: string, unit: string, rows: StatisticsSection["rows"]): StatisticsSection[] {
  return rows.length === 0 ? [] : [{ title, unit, rows, drawn: Math.min(MOST_DRAWN, rows.length) }];
}

function bandName({ from, to, closed }: Band, say: Say): string {
  if (from === null) return say("stats.band.below", { to: figure(to ?? 0) });
  if (to === null) return say("stats.band.above", { from: figure(from) });
  return say(closed ? "stats.band.closed" : "stats.band.between", { from: figure(from), to: figure(to) });
}

/** Cut to one decimal: 99.96 % is not everybody. */
const rateOf = (passed: number, failed: number): number => Math.floor((1000 * passed) / (passed + failed)) / 10;

function figuresSections({ passes, scores, credits, hours, bonuses }: Figures, say: Say): StatisticsSection[] {
  const judged = passes.filter(({ passed, failed }) => passed + failed > 0);
  const people = say("stats.people");
  return [
    ...section(
      say("stats.pass"),
      say("stats.percent"),
      judged.map(({ name, passed, failed }) => [name, rateOf(passed, failed)] as const),
    ),
    ...scores.flatMap(({ name, bands }) =>
      section(
        say("stats.scores", { name }),
        people,
        bands.map((band) => [bandName(band, say), band.count] as const),
      ),
    ),
    ...(credits === null
      ? []
      : section(
          say("stats.credits", { unit: credits.unit }),
          people,
          credits.groups.map(
            (group) => [say("stats.hours-of", { hours: figure(group.hours), unit: credits.unit }), group.persons] as const,
          ),
        )),
    ...section(
      say("stats.short"),
      people,
      hours.map(({ name, short }) => [name, short] as const),
    ),
    ...section(
      say("stats.bonus"),
      say("stats.points"),
      bonuses.map(({ name, points }) => [name, points] as const),
    ),
  ];
}

function policySections({ all, ranking }: PolicyStatistics, say: Say): StatisticsSection[] {
  const schools = ranking?.schools ?? [];
  const named = schools.map(({ place, school, score }) => [say("stats.school", { place, school }), score] as const);
  return [...figuresSections(all, say), ...section(say("stats.schools"), say("stats.points"), named)];
}

/** Each policy's sections under its name. */
export function statisticsSections(
  { policies }: Statistics,
  locale: Locale,
): readonly { readonly policy: string; readonly sections: StatisticsSection[] }[] {
  const say: Say = (id, values) => sayHost(values === undefined ? { id } : { id, values }, locale);
  return policies.map((policy) => ({ policy: policy.name, sections: policySections(policy, say) }));
}
