/**
 * Calls a KAOHE function by its name, as a cell's formula would: for the examples of a policy, for the first results of a
 * formula that is still to be written, for the explanation of one that stands in a cell.
 */
import type { Outcome } from "../rules/outcome";
import { CellError } from "../values/cell";
import * as kaohe from "./functions";
import { listenTo } from "./heard";
import { Problem } from "./problem";

/** An error as an example writes it. */
export interface ErrorResult {
  readonly error: string;
}

export interface Called {
  /** What came out: a value, rows of values, an error. */
  readonly got: unknown;
  /** What the function said where it gave an error; "" where it gave a value. */
  readonly said: string;
  /** What the rules said on the way, each with its trace. */
  readonly outcomes: readonly Outcome<unknown>[];
}

const functions: ReadonlyMap<string, (...args: never[]) => unknown> = new Map(
  Object.entries(kaohe).map(([name, run]) => [name.toUpperCase(), run] as const),
);

/** The names of all functions, in capitals. */
export const functionNames: readonly string[] = [...functions.keys()];

export function isErrorResult(value: unknown): value is ErrorResult {
  return typeof value === "object" && value !== null && "error" in value;
}

/** The error of an uncaught throw, in Excel and outside of it. */
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

/** Calls the function of that name; #NAME? where there is none. Arguments as Excel hands them over; those left out are null. */
export function callFunction(name: string, given: readonly unknown[]): Called {
  const run = functions.get(name);
  if (run === undefined) return { got: { error: "#NAME?" }, said: "", outcomes: [] };
  const { result, outcomes } = listenTo(() => {
    try {
      return { got: plain(Reflect.apply(run, undefined, [...given])), said: "" };
    } catch (error) {
      return errorOf(error);
    }
  });
  return { ...result, outcomes };
}
