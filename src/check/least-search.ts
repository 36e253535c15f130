/**
 * The search for the least whole-numbered answer of a linear program: branch and bound over programs that a library
 * solves, one a step, so that it can run beside other things, be cut short, and say how far from the least it may be.
 * Knows nothing of trainings.
 */
import { solve, type Model } from "yalps";
import { toNumber, type Exact } from "../values/exact";

/** A constraint's name and a variable's coefficient in it. */
export type Row = readonly [string, number];

/** A program to minimise, its variables with their rows. */
export type LinearProgram = Model & { readonly variables: readonly (readonly [string, readonly Row[]])[] };

/** A whole-numbered answer made of a program's fractions. */
export interface Candidate<T> {
  readonly taken: T;
  readonly value: Exact;
}

/** A program solved, of so many at most. */
export interface SearchStep {
  readonly doing: "comparing";
  readonly done: number;
  readonly total: number;
}

/** Doubles nearer to each other than this are equal. */
export const tolerance = 1e-6;

interface Bound {
  readonly variable: string;
  readonly limit: { readonly min: number } | { readonly max: number };
}

/** A part of the search: the program with bounds on some variables; nothing in it is below `least`. */
interface Branch {
  readonly bounds: readonly Bound[];
  readonly least: number;
}

function bounded(program: LinearProgram, bounds: readonly Bound[]): Model {
  if (bounds.length === 0) return program;
  const constraints = new Map(program.constraints instanceof Map ? program.constraints : []);
  const own = new Map<string, Row[]>();
  bounds.forEach(({ variable, limit }, index) => {
    const name = `bound${String(index)}`;
    constraints.set(name, limit);
    own.set(variable, [...(own.get(variable) ?? []), [name, 1]]);
  });
  const variables = program.variables.map(([name, rows]) => [name, [...rows, ...(own.get(name) ?? [])]] as const);
  return { ...program, constraints, variables };
}

/** The variable whose value is furthest from a whole number; null where all are whole. */
function mostFractional(values: readonly Row[]): Row | null {
  let worst: Row | null = null;
  let furthest = tolerance;
  for (const row of values) {
    const distance = Math.abs(row[1] - Math.round(row[1]));
    if (distance <= furthest) continue;
    furthest = distance;
    worst = row;
  }
  return worst;
}

/** The branch in which the least may lie is looked at first. */
function takeLeast(open: Branch[]): Branch | undefined {
  let at = 0;
  open.forEach(({ least }, index) => {
    if (least < (open[at]?.least ?? Infinity)) at = index;
  });
  return open.splice(at, 1)[0];
}

function branches(bounds: readonly Bound[], [variable, value]: Row, least: number): Branch[] {
  return [
    { bounds: [...bounds, { variable, limit: { max: Math.floor(value) } }], least },
    { bounds: [...bounds, { variable, limit: { min: Math.ceil(value) } }], least },
  ];
}

/**
 * The best answer found, and the bound below which nothing can be where it is not proven to be the least (else null).
 * Null where the program has no answer.
 */
export function* searchLeast<T>(
  program: LinearProgram,
  candidateOf: (values: ReadonlyMap<string, number>) => Candidate<T>,
  { within, programs }: { readonly within: number; readonly programs: number },
): Generator<SearchStep, { readonly best: Candidate<T>; readonly bound: number | null } | null> {
  const open: Branch[] = [{ bounds: [], least: -Infinity }];
  const began = Date.now();
  let best: Candidate<T> | null = null;
  const isWorse = (least: number): boolean => best !== null && least >= toNumber(best.value) - tolerance;
  for (let solved = 0; solved < programs && (best === null || Date.now() - began < within); solved += 1) {
    const branch = takeLeast(open);
    if (!branch || isWorse(branch.least)) return best === null ? null : { best, bound: null };
    const { status, result, variables } = solve(bounded(program, branch.bounds));
    if (status !== "optimal" || isWorse(result)) continue;
    const candidate = candidateOf(new Map(variables));
    if (!isWorse(toNumber(candidate.value))) best = candidate;
    const fractional = mostFractional(variables);
    if (fractional) open.push(...branches(branch.bounds, fractional, result));
    yield { doing: "comparing", done: solved + 1, total: programs };
  }
  const left = Math.min(...open.map(({ least }) => least));
  return best === null ? null : { best, bound: isWorse(left) ? null : left };
}
