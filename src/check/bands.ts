/**
 * Bands of scores for a distribution. Where the policy draws a line, the bands begin at it: one below, then equal steps up
 * to the full score; without a line the full score is divided into five. Only this lives here.
 */
import { exact, toNumber, type Exact } from "../values/exact";

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

/** Nearer to an edge than this, a double does not decide. */
const tooNear = 1e-9;

/** A score as it is compared: quickly as a double, exactly where that could err. */
function below(score: Exact, double: number, edge: number): boolean {
  return Math.abs(double - edge) > tooNear ? double < edge : score.compare(exact(edge)) < 0;
}

/** How many scores lie below each edge. */
function countsBelow(edges: readonly number[], scores: readonly Exact[]): number[] {
  const counts = edges.map(() => 0);
  for (const score of scores) {
    const double = toNumber(score);
    edges.forEach((edge, index) => {
      if (below(score, double, edge)) counts[index] = (counts[index] ?? 0) + 1;
    });
  }
  return counts;
}

/** The bands with how many scores lie in each; a band beyond the full score only where a score is there. */
export function bandsOf(line: number | null, full: number, scores: readonly Exact[]): Band[] {
  const edges = edgesOf(line !== null && line < full ? line : null, full);
  const passes = (from: number): boolean | null => (line === null ? null : from >= line);
  const counts = countsBelow(edges, scores);
  const beyond = scores.filter((score) => score.compare(exact(full)) > 0).length;
  const [lowest = 0] = edges;
  const [under = 0] = counts;
  const inner = edges.slice(0, -1).map((from, index) => {
    const to = edges[index + 1] ?? full;
    const closed = to === full;
    const upTo = closed ? scores.length - beyond : (counts[index + 1] ?? 0);
    return { from, to, closed, passes: passes(from), count: upTo - (counts[index] ?? 0) };
  });
  const first = { from: null, to: lowest, closed: false, passes: line === null ? null : false, count: under };
  const last = { from: full, to: null, closed: false, passes: passes(full), count: beyond };
  return [...(lowest === 0 ? [] : [first]), ...inner, ...(beyond > 0 ? [last] : [])];
}
