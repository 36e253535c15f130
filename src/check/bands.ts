/**
 * Bands of scores for a distribution. Where the policy draws a line, the bands begin at it: one below, then equal steps up
 * to the full score; without a line the full score is divided into five. Only this lives here.
 */
import { exact, type Exact } from "../values/exact";

/** From `from` (included) to `to` (excluded, except for the band that ends at the full score). */
export interface Band {
  /** Null: everything below `to`. */
  readonly from: number | null;
  /** Null: everything above `from`, which is itself not in this band (beyond the full score). */
  readonly to: number | null;
  /** `to` belongs to this band. */
  readonly closed: boolean;
  /** Below the pass line; null where there is none. */
  readonly passes: boolean | null;
  readonly count: number;
}

const stepsAboveLine = 4;
const stepsWithoutLine = 5;

function edgesOf(line: number | null, full: number): number[] {
  const from = line ?? 0;
  const steps = line === null ? stepsWithoutLine : stepsAboveLine;
  return Array.from({ length: steps + 1 }, (_, index) => from + ((full - from) * index) / steps);
}

function isWithin(score: Exact, band: Omit<Band, "count">): boolean {
  const beyond = band.to === null;
  if (band.from !== null && score.compare(exact(band.from)) < (beyond ? 1 : 0)) return false;
  if (beyond && band.from !== null) return true;
  return band.to === null || score.compare(exact(band.to)) < (band.closed ? 1 : 0);
}

/** The bands with how many scores lie in each; a band beyond the full score only where a score is there. */
export function bandsOf(line: number | null, full: number, scores: readonly Exact[]): Band[] {
  const edges = edgesOf(line !== null && line < full ? line : null, full);
  const passes = (from: number): boolean | null => (line === null ? null : from >= line);
  const inner = edges.slice(0, -1).map((from, index) => {
    const to = edges[index + 1] ?? full;
    return { from, to, closed: to === full, passes: passes(from) };
  });
  const [lowest] = edges;
  const below =
    lowest === undefined || lowest === 0 ? [] : [{ from: null, to: lowest, closed: false, passes: line === null ? null : false }];
  const all = [...below, ...inner, { from: full, to: null, closed: false, passes: passes(full) }];
  const counted = all.map((band) => ({ ...band, count: scores.filter((score) => isWithin(score, band)).length }));
  return counted.filter((band) => band.to !== null || band.count > 0);
}
