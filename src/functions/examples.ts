/**
 * 试一试: the examples that a policy keeps of itself, called as a clerk's formula would call them, and compared with what
 * they should give.
 */
import type { Pack, PackExample } from "../policy/schema";
import { valuesOf } from "../policy/sheet/plan";
import { packToRows } from "../policy/sheet/write";
import { callFunction, isErrorResult } from "./calling";

export interface ExampleResult {
  readonly example: PackExample;
  readonly agrees: boolean;
  /** What came out: a value, rows of values, an error. */
  readonly got: unknown;
  /** What the function said where it gave an error; "" where it gave a value. */
  readonly said: string;
}

const TOLERANCE = 1e-9;

function agree(got: unknown, due: unknown): boolean {
  if (typeof got === "number" && typeof due === "number") return Math.abs(got - due) <= TOLERANCE;
  if (isErrorResult(got) && isErrorResult(due)) return got.error === due.error;
  if (!Array.isArray(got) || !Array.isArray(due)) return got === due;
  const other: unknown[] = due;
  return got.length === other.length && got.every((each, at) => agree(each, other[at]));
}

/** The rule sheet of a policy, as the range that a formula names. What it extends stands in it already; its examples need not. */
function policyRange(pack: Pack): unknown {
  return valuesOf(packToRows({ ...pack, extends: undefined, removes: undefined, examples: undefined }));
}

function run(pack: Pack, policy: unknown): ExampleResult[] {
  return (pack.examples ?? []).map((example) => {
    const { got, said } = callFunction(example.call, [policy, ...example.with]);
    return { example, got, said, agrees: agree(got, example.gives) };
  });
}

/** Runs the examples of a whole policy (with all that it extends). */
export function runExamples(pack: Pack): ExampleResult[] {
  return run(pack, policyRange(pack));
}

/** Runs the examples of a policy of the library under its name, as a cell's formula does. */
export function runNamedExamples(pack: Pack): ExampleResult[] {
  return run(pack, pack.name);
}
