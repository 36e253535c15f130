/**
 * 试一试: the examples that a policy keeps of itself, called as a clerk's formula would call them, and compared with what
 * they should give.
 */
import type { Pack, PackExample } from "../policy/schema";
import { valuesOf } from "../policy/sheet/plan";
import { packToRows } from "../policy/sheet/write";
import { CellError } from "../values/cell";
import * as kaohe from "./functions";
import { Problem } from "./problem";

/** An error as an example writes it. */
interface ErrorResult {
  readonly error: string;
}

export interface ExampleResult {
  readonly example: PackExample;
  readonly agrees: boolean;
  /** What came out: a value, rows of values, an error. */
  readonly got: unknown;
  /** What the function said where it gave an error; "" where it gave a value. */
  readonly said: string;
}

const TOLERANCE = 1e-9;

const functions: ReadonlyMap<string, (...args: never[]) => unknown> = new Map(
  Object.entries(kaohe).map(([name, run]) => [name.toUpperCase(), run] as const),
);

function errorOf(error: unknown): { readonly got: ErrorResult; readonly said: string } {
  if (error instanceof Problem) return { got: { error: error.sort === "value" ? "#VALUE!" : "#N/A" }, said: error.text };
  if (error instanceof Error && "code" in error && typeof error.code === "string")
    return { got: { error: error.code }, said: error.message };
  throw error;
}

/** A result as an example would write it: errors inside of rows too. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof CellError) return { error: value.code };
  return value instanceof Error ? errorOf(value).got : value;
}

function isErrorResult(value: unknown): value is ErrorResult {
  return typeof value === "object" && value !== null && "error" in value;
}

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

function resultOf(call: string, policy: unknown, given: readonly unknown[]): { readonly got: unknown; readonly said: string } {
  const run = functions.get(call);
  if (run === undefined) return { got: { error: "#NAME?" }, said: "" };
  try {
    return { got: plain(Reflect.apply(run, undefined, [policy, ...given])), said: "" };
  } catch (error) {
    return errorOf(error);
  }
}

/** Runs the examples of a whole policy (with all that it extends). */
export function runExamples(pack: Pack): ExampleResult[] {
  const policy = policyRange(pack);
  return (pack.examples ?? []).map((example) => {
    const { got, said } = resultOf(example.call, policy, example.with);
    return { example, got, said, agrees: agree(got, example.gives) };
  });
}
