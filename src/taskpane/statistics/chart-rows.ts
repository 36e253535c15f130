/** From figures to the rows of a chart: a name, a length, and the number in words. Pure; nothing is drawn here. */
import type { Band } from "../../check/bands";
import type { Ranking } from "../../check/ranking";
import type { BlockFigures, BonusFigures, CreditFigures, PassCount, ScoreFigures } from "../../check/statistics";
import { figureText, judgedBy, rankedTexts, rateOf } from "../../excel/figure-text";
import type { SayStatistics } from "./say";

export type RowTone = "plain" | "good" | "poor";

export interface ChartRow {
  readonly key: string;
  readonly label: string;
  /** The bar's length; the longest fills the chart, or `full` where the chart has one. */
  readonly value: number;
  readonly shown: string;
  /** What is said below the bar. */
  readonly note?: string;
  /** The row of the table beside its name. */
  readonly cells: readonly string[];
  readonly tone: RowTone;
}

export function passRows(passes: readonly PassCount[], say: SayStatistics): ChartRow[] {
  return passes.flatMap(({ rule, name, passed, failed, undecided }): ChartRow[] => {
    const all = passed + failed;
    if (all === 0) return [];
    const rate = rateOf(passed, all);
    const shown = say("pass.rate", { rate: rate.toFixed(1) });
    return [
      {
        key: rule,
        label: judgedBy(name),
        value: rate,
        shown: say("pass.value", { rate: rate.toFixed(1), passed, all }),
        cells: [String(passed), String(failed), String(undecided), shown],
        tone: failed === 0 ? "good" : "plain",
      },
    ];
  });
}

function bandName({ from, to, closed, passes }: Band, say: SayStatistics): string {
  if (from === null) return say(passes === false ? "band.failed" : "band.below", { to: figureText(to) });
  if (to === null) return say("band.above", { from: figureText(from) });
  return say(closed ? "band.closed" : "band.between", { from: figureText(from), to: figureText(to) });
}

export function bandRows({ bands }: ScoreFigures, say: SayStatistics): ChartRow[] {
  return bands.map((band) => ({
    key: `${band.from ?? ""}-${band.to ?? ""}`,
    label: bandName(band, say),
    value: band.count,
    shown: say("figures.people", { count: band.count }),
    cells: [String(band.count)],
    tone: band.passes === false ? "poor" : "plain",
  }));
}

export function creditRows({ groups, unit }: CreditFigures, say: SayStatistics): ChartRow[] {
  return groups.map(({ hours, persons }) => ({
    key: String(hours),
    label: say("credits.group", { hours: figureText(hours), unit }),
    value: persons,
    shown: say("figures.people", { count: persons }),
    cells: [String(persons)],
    tone: hours === 0 ? "poor" : "plain",
  }));
}

function shortText({ due, short, undecided, persons, lacking, unit }: BlockFigures, say: SayStatistics): string {
  if (short > 0) return say("hours.short", { short, lacking: figureText(lacking), unit });
  if (due === null) return say("hours.open");
  return say(undecided === persons ? "hours.unread" : "hours.done");
}

export function hourRows(blocks: readonly BlockFigures[], say: SayStatistics): ChartRow[] {
  return blocks.map((block) => {
    const { rule, name, due, unit, mean, short, lacking, undecided } = block;
    const means = { mean: figureText(mean), unit, undecided };
    return {
      key: rule,
      label: name,
      value: short,
      shown: shortText(block, say),
      note: due === null ? say("hours.mean", means) : say("hours.due", { ...means, due: figureText(due) }),
      cells: [figureText(due), figureText(mean), due === null ? "—" : String(short), due === null ? "—" : figureText(lacking)],
      tone: short > 0 ? "poor" : due === null || undecided > 0 ? "plain" : "good",
    };
  });
}

export function schoolRows({ schools }: Ranking, say: SayStatistics): ChartRow[] {
  const scores = rankedTexts(schools.map(({ score }) => score));
  return schools.map(({ place, school, score, tiedWith }, index) => ({
    key: `${index}-${school}`,
    label: say("schools.place", { place, school, tied: tiedWith.length }),
    value: Math.max(0, score),
    shown: say("schools.score", { score: scores[index] ?? "" }),
    cells: [scores[index] ?? ""],
    tone: "plain",
  }));
}

export function bonusRows(bonuses: readonly BonusFigures[], say: SayStatistics): ChartRow[] {
  return bonuses.map(({ rule, name, points, persons, times }) => ({
    key: rule,
    label: name,
    value: points,
    shown: say("bonus.value", { points: figureText(points), persons }),
    cells: [String(persons), figureText(times), figureText(points)],
    tone: "plain",
  }));
}
