/**
 * How every KAOHE function is run: the policy looked up, the ranges taken row by row, a bad row given its own error and
 * the others their values. Where there is one row, its error is thrown.
 */
import { findPack } from "../policy/library";
import type { Pack } from "../policy/schema";
import type { Values } from "../policy/sheet/grid";
import { packFromRange } from "../policy/sheet/range";
import { saySheet } from "../policy/sheet/say";
import { judgingBy, type Judging } from "../rules/judging";
import type { Outcome } from "../rules/outcome";
import { toNumber, type Exact } from "../values/exact";
import { gridOf, rowsOf, textArgument, type Cells } from "./arguments";
import { tell } from "./heard";
import { excelError, notDecidable, Problem, ruleSays, words, wrongValue } from "./problem";

type Answer = number | string;
type RowAnswer = Answer | readonly Answer[];
/** A value, or a column (or block) of values and errors. */
export type Result = Answer | (Answer | Error)[][];

/** Excel hands some blanks of a range over as 0; a rule sheet that cannot be read as it is may read without them. */
function withoutZeros(values: Values): Values {
  return values.map((row) => row.map((value) => (value === 0 ? null : value)));
}

/** The policy that a rule sheet's range holds. */
function sheetPolicy(values: Values): Judging {
  const policy = packFromRange(values);
  const pack = policy.pack ?? packFromRange(withoutZeros(values)).pack;
  if (pack) return judgingBy(pack);
  const [first] = policy.problems;
  throw first ? wrongValue("policy.sheet-broken", { problem: saySheet(first.message) }) : wrongValue("policy.no-sheet");
}

/** The pack an argument names, or that a rule sheet's range holds. */
export function policyOf(raw: unknown): Judging {
  const grid = gridOf(raw);
  const isRange = grid !== null && (grid.length > 1 || (grid[0]?.length ?? 0) > 1);
  if (isRange) return sheetPolicy(grid);
  const name = textArgument(raw, "argument.policy");
  if (name === "") throw wrongValue("policy.blank");
  const pack: Pack | null = findPack(name);
  if (!pack) throw wrongValue("policy.unknown", { name });
  return judgingBy(pack);
}

/** The value of a decided outcome; a refused one is an argument's fault, an open one is not available. */
export function settle<T>(outcome: Outcome<T> | null): T {
  if (outcome === null) throw notDecidable("rule.none");
  tell(outcome);
  if (outcome.decided) return outcome.value;
  throw ruleSays(outcome.because === "refused" ? "value" : "open", outcome.why);
}

/** An exact result as a cell holds it: Excel keeps 15 significant digits. */
export function cellNumber(value: Exact): number {
  return Number(toNumber(value).toPrecision(15));
}

export function settleNumber(outcome: Outcome<Exact> | null): number {
  return cellNumber(settle(outcome));
}

function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  throw error;
}

function placed(problem: Problem, row: number): Problem {
  return new Problem(problem.sort, words("row.problem", { row: row + 1, problem: problem.text }));
}

/** Runs a function's body; what it refuses becomes Excel's error. */
export function run<T>(body: () => T): T {
  try {
    return body();
  } catch (error) {
    throw excelError(problemOf(error));
  }
}

function evaluated(evaluate: (of: CellsOf) => RowAnswer, of: CellsOf): RowAnswer | Problem {
  try {
    return evaluate(of);
  } catch (error) {
    return problemOf(error);
  }
}

function asRow(answer: RowAnswer): readonly Answer[] {
  return typeof answer === "object" ? answer : [answer];
}

/** The cells of an argument in the row at hand, by the argument's name. */
export type CellsOf = (name: string) => Cells;

/**
 * Runs `evaluate` on each row of the range arguments, given by name; one left out is omitted in every row. A single row
 * gives its value (or throws its problem), several rows a column in which a bad row has its own error.
 */
export function perRow(ranges: Readonly<Record<string, unknown>>, evaluate: (of: CellsOf) => RowAnswer): Result {
  const answers = rowsOf(ranges).map((of) => evaluated(evaluate, of));
  const [only] = answers;
  if (answers.length === 1 && only !== undefined) {
    if (only instanceof Problem) throw only;
    const values = asRow(only);
    const [single] = values;
    return values.length === 1 && single !== undefined ? single : [[...values]];
  }
  const width = Math.max(1, ...answers.map((answer) => (answer instanceof Problem ? 1 : asRow(answer).length)));
  return answers.map((answer, row) => {
    if (answer instanceof Problem) return Array.from({ length: width }, () => excelError(placed(answer, row)));
    return [...asRow(answer)];
  });
}
