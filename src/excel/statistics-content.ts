/** What stands on the sheet 统计: for each figure a small table that a chart of Excel's can be drawn from. Pure. */
import type { Band } from "../check/bands";
import type { Ranking } from "../check/ranking";
import type { BlockFigures, Figures, PolicyStatistics, ScoreFigures, Statistics } from "../check/statistics";
import type { Locale, Message } from "../values/message";
import { figureNumber, figureText, judgedBy, rankedTexts, rateOf } from "./figure-text";
import { sayHost } from "./say";

/** More schools than these make no readable chart; the table holds them all. */
const MOST_DRAWN = 30;

type Cell = string | number;

export interface StatisticsSection {
  readonly title: string;
  /** Of the names, of what is drawn, of what stands beside it. */
  readonly header: readonly [string, string, ...string[]];
  readonly rows: readonly (readonly [label: string, drawn: number, ...more: Cell[]])[];
  /** Said below the table. */
  readonly note: string;
  /** How the drawn numbers are written; as they are where absent. */
  readonly format?: string;
  /** How many of the rows the chart shows, from the first on. */
  readonly drawn: number;
}

export interface PolicySheet {
  readonly policy: string;
  /** Under which policy, and how many persons. */
  readonly caption: string;
  readonly sections: readonly StatisticsSection[];
}

type Say = (id: string, values?: Message["values"]) => string;
type Header = readonly [string, string, ...string[]];

interface Section {
  readonly title: string;
  readonly header: Header;
  readonly note?: string;
  readonly format?: string;
}

function section({ note = "", ...named }: Section, rows: StatisticsSection["rows"]): StatisticsSection[] {
  return rows.length === 0 ? [] : [{ ...named, rows, note, drawn: Math.min(MOST_DRAWN, rows.length) }];
}

function heads(say: Say, first: string, second: string, ...others: readonly string[]): Header {
  return [say(first), say(second), ...others.map((id) => say(id))];
}

function bandName({ from, to, closed, passes }: Band, say: Say): string {
  if (from === null) return say(passes === false ? "stats.band.failed" : "stats.band.below", { to: figureText(to) });
  if (to === null) return say("stats.band.above", { from: figureText(from) });
  return say(closed ? "stats.band.closed" : "stats.band.between", { from: figureText(from), to: figureText(to) });
}

function passSection({ passes }: Figures, say: Say): StatisticsSection[] {
  const judged = passes.filter(({ passed, failed }) => passed + failed > 0);
  const header = heads(
    say,
    "stats.column.what",
    "stats.column.rate",
    "stats.column.passed",
    "stats.column.failed",
    "stats.column.undecided",
  );
  return section(
    { title: say("stats.pass"), header, format: "0.0" },
    judged.map(({ name, passed, failed, undecided }) => [judgedBy(name), rateOf(passed, passed + failed), passed, failed, undecided]),
  );
}

function scoreSection({ name, bands, mean, highest, lowest }: ScoreFigures, say: Say): StatisticsSection[] {
  const title = say("stats.scores", { name: judgedBy(name) });
  const note = say("stats.scores.summary", { mean: figureText(mean), highest: figureText(highest), lowest: figureText(lowest) });
  return section(
    { title, header: heads(say, "stats.column.band", "stats.column.persons"), note },
    bands.map((band) => [bandName(band, say), band.count]),
  );
}

function creditSection({ credits }: Figures, say: Say): StatisticsSection[] {
  if (credits === null) return [];
  const { unit, groups, total, undecided } = credits;
  const note = say("stats.credits.summary", { total: figureText(total), unit, undecided });
  return section(
    { title: say("stats.credits", { unit }), header: heads(say, "stats.column.credited", "stats.column.persons"), note },
    groups.map(({ hours, persons }) => [say("stats.hours-of", { hours: figureText(hours), unit }), persons]),
  );
}

function hourSection(title: string, blocks: readonly BlockFigures[], say: Say): StatisticsSection[] {
  const unit = blocks[0]?.unit ?? "";
  const cell = (value: number | null): Cell => (value === null ? "" : figureNumber(value));
  return section(
    {
      title,
      header: heads(
        say,
        "stats.column.kind",
        "stats.column.short",
        "stats.column.lacking",
        "stats.column.due",
        "stats.column.mean",
        "stats.column.undecided",
      ),
      note: say("stats.hours.note", { unit }),
    },
    blocks.map(({ name, short, lacking, due, mean, undecided }) => [name, short, figureNumber(lacking), cell(due), cell(mean), undecided]),
  );
}

function bonusSection({ bonuses }: Figures, say: Say): StatisticsSection[] {
  return section(
    {
      title: say("stats.bonus"),
      header: heads(say, "stats.column.what", "stats.column.points", "stats.column.persons", "stats.column.times"),
    },
    bonuses.map(({ name, points, persons, times }) => [name, figureNumber(points), persons, figureNumber(times)]),
  );
}

const COMMA = "、";

function schoolSection(ranking: Ranking | null, say: Say): StatisticsSection[] {
  if (ranking === null) return [];
  const { by, schools, without } = ranking;
  const scores = rankedTexts(schools.map(({ score }) => score));
  const note = without.length === 0 ? "" : say("stats.schools.without", { schools: without.join(COMMA) });
  return section(
    {
      title: say(by === "school-total" ? "stats.schools.school-total" : "stats.schools.teacher-mean"),
      header: heads(say, "stats.column.school", "stats.column.score", "stats.column.place"),
      note,
    },
    schools.map(({ school, place, tiedWith }, index) => [
      school,
      Number(scores[index]),
      tiedWith.length === 0 ? place : say("stats.place", { place }),
    ]),
  );
}

function policySheet({ name, all, ranking }: PolicyStatistics, say: Say): PolicySheet {
  const { persons, waived, scores, hours, cycle } = all;
  return {
    policy: name,
    caption: say("stats.caption", { policy: name, persons, waived }),
    sections: [
      ...passSection(all, say),
      ...scores.flatMap((score) => scoreSection(score, say)),
      ...creditSection(all, say),
      ...hourSection(say("stats.short"), hours, say),
      ...hourSection(say("stats.cycle"), cycle === null ? [] : [cycle], say),
      ...bonusSection(all, say),
      ...schoolSection(ranking, say),
    ],
  };
}

/** What is written of each policy; what has nothing to show is left out. */
export function statisticsSheets({ policies }: Statistics, locale: Locale): readonly PolicySheet[] {
  const say: Say = (id, values) => sayHost(values === undefined ? { id } : { id, values }, locale);
  return policies.map((policy) => policySheet(policy, say)).filter(({ sections }) => sections.length > 0);
}
