/** 并且 (kind all-of): every named pass line met, as for the certificate. */
import { isKind } from "../policy/resolve";
import type { RuleOf } from "../policy/schema";
import { amountsOf } from "./amount";
import type { ScoresByKey } from "./grant";
import type { Judging } from "./judging";
import { defineKind } from "./kind";
import { decided, refused, undecidable, type Outcome } from "./outcome";
import { judgePass } from "./pass";

/** The pass lines that must all be met, in the rule's order. */
export function linesOf(judging: Judging, rule: RuleOf<"all-of">): RuleOf<"pass">[] {
  return rule.rules
    .flatMap((id) => judging.pack.rules.filter((other) => other.id === id))
    .filter((other): other is RuleOf<"pass"> => isKind(other, "pass"));
}

/** Whether all lines are met. One line not met decides, also where another score is missing. */
export function judgeAllOf(judging: Judging, rule: RuleOf<"all-of">, scores: ScoresByKey): Outcome<boolean> {
  const verdicts: Outcome<boolean>[] = [];
  for (const line of linesOf(judging, rule)) {
    const score = scores.get(line.of);
    verdicts.push(score === undefined ? undecidable(rule, { id: "all-of.no-score", values: { name: line.name } }) : judgePass(line, score));
  }
  const read = verdicts.flatMap((verdict) => verdict.trace.read);
  const steps = verdicts.flatMap((verdict) => verdict.trace.steps);
  const unmet = verdicts.some((verdict) => verdict.decided && !verdict.value);
  if (unmet) return decided(rule, false, { id: "word", values: { word: rule.unmet } }, { read, steps });
  const open = verdicts.find((verdict) => !verdict.decided);
  if (open?.decided === false) return { ...open, trace: { ...open.trace, read, steps } };
  return decided(rule, true, { id: "word", values: { word: rule.met } }, { read, steps });
}

export const allOf = defineKind("all-of", {
  column: "mark",
  fields: (rule) => [
    { key: "met", value: rule.met },
    { key: "unmet", value: rule.unmet },
  ],
  explain: (rule, values, judging) => {
    const scores = amountsOf(values);
    if (scores === null) return refused(rule, { id: "value.unreadable" });
    const lines = linesOf(judging, rule);
    const byKey = new Map(
      lines.flatMap((line, index) => {
        const score = scores[index];
        return score === undefined ? [] : [[line.of, score] as const];
      }),
    );
    return judgeAllOf(judging, rule, byKey);
  },
});
