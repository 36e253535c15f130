/** From figures to the rows of a chart: a name, a length, and the number in words. Pure; nothing is drawn here. */
import type { Band } from "../../check/bands";
import type { BlockFigures, BonusFigures, CreditFigures, PassCount, ScoreFigures } from "../../check/statistics";
import type { Ranking } from "../../check/ranking";
import { exact, show } from "../../values/exact";
import type { SayStatistics } from "./say";

export type RowTone = "plain" | "good" | "poor";

export interface ChartRow {
  readonly key: string;
  readonly label: string;
  /** The bar's length; the longest fills the chart, or `full` where the chart has one. */
  readonly value: number;
  readonly shown: string;
  readonly tone: RowTone;
}

/** Cut after two decimals, never rounded up to a line. */
export function figure(value: number | null): string {
  return value === null ? "—" : show(exact(value), 2);
}

export function passRows(passes: readonly PassCount[], say: SayStatistics): ChartRow[] {
  return passes.flatMap(({ rule, name, passed, failed }) => {
    const all = passed + failed;
    if (all === 0) return [];
    const rate = Math.floor((1000 * passed) / all) / 10;
    const tone: RowTone = failed === 0 ? "good" : "plain";
    return [{ key: rule, label: name, value: rate, shown: say("pass.value", { rate: rate.toFixed(1), passed, all }), tone }];
  });
}

function bandName({ from, to, closed }: Band, say: SayStatistics): string {
  if (from === null) return say("band.below", { to: figure(to) });
  if (to === null) return say("band.above", { from: figure(from) });
  return say(closed ? "band.closed" : "band.between", { from: figure(from), to: figure(to) });
}

export function bandRows({ bands }: ScoreFigures, say: SayStatistics): ChartRow[] {
  return bands.map((band) => ({
    key: `${band.from ?? ""}-${band.to ?? ""}`,
    label: bandName(band, say),
    value: band.count,
    shown: say("figures.people", { count: band.count }),
    tone: band.passes === false ? "poor" : "plain",
  }));
}

export function creditRows({ groups, unit }: CreditFigures, say: SayStatistics): ChartRow[] {
  return groups.map(({ hours, persons }) => ({
    key: String(hours),
    label: say("credits.group", { hours: figure(hours), unit }),
    value: persons,
    shown: say("figures.people", { count: persons }),
    tone: hours === 0 ? "poor" : "plain",
  }));
}

export function hourRows(blocks: readonly BlockFigures[], say: SayStatistics): ChartRow[] {
  return blocks.map(({ rule, name, due, unit, mean, short, lacking }) => ({
    key: rule,
    label:
      due === null
        ? say("hours.named-open", { name, unit, mean: figure(mean) })
        : say("hours.named", { name, due: figure(due), unit, mean: figure(mean) }),
    value: short,
    shown: short === 0 ? say("hours.done") : say("hours.short", { short, lacking: figure(lacking), unit }),
    tone: short === 0 ? "good" : "poor",
  }));
}

export function schoolRows({ schools }: Ranking, say: SayStatistics): ChartRow[] {
  return schools.map(({ place, school, score, tiedWith }, index) => ({
    key: `${index}-${school}`,
    label: say("schools.place", { place, school, tied: tiedWith.length }),
    value: Math.max(0, score),
    shown: say("schools.score", { score: figure(score) }),
    tone: "plain",
  }));
}

export function bonusRows(bonuses: readonly BonusFigures[], say: SayStatistics): ChartRow[] {
  return bonuses.map(({ rule, name, points, persons }) => ({
    key: rule,
    label: name,
    value: points,
    shown: say("bonus.value", { points: figure(points), persons }),
    tone: "plain",
  }));
}
