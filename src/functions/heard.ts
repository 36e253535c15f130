/**
 * Whoever explains a formula hears the outcomes that the function settles while it runs: the trace shown is that of the very
 * calculation, not of a second one. Nothing is kept when nobody listens. Only this lives here.
 */
import type { Outcome } from "../rules/outcome";

let ear: Outcome<unknown>[] | null = null;

/** Told by `settle` of every outcome that becomes a function's value or error. */
export function tell(outcome: Outcome<unknown>): void {
  ear?.push(outcome);
}

/** Runs `work` and gives its result with the outcomes that it settled, in their order. What `work` throws is passed on. */
export function listenTo<T>(work: () => T): { readonly result: T; readonly outcomes: readonly Outcome<unknown>[] } {
  const before = ear;
  const outcomes: Outcome<unknown>[] = [];
  ear = outcomes;
  try {
    return { result: work(), outcomes };
  } finally {
    ear = before;
  }
}
