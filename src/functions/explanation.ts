/** EXPLAIN's one line: the steps, the conclusion, the clause. */
import type { Outcome } from "../rules/outcome";
import { sayTrace } from "../rules/say";
import { settle } from "./call";
import { words } from "./problem";

export function explanationLine(outcome: Outcome<unknown>): string {
  settle(outcome);
  const { steps, conclusion, rule } = outcome.trace;
  const values = { conclusion: sayTrace(conclusion), at: rule.clause.at };
  if (steps.length === 0) return words("explain.plain", values);
  return words("explain.line", { steps: steps.map((step) => sayTrace(step)).join(words("explain.between")), ...values });
}
