/** 后果 (kind consequence): what follows for a person or school when a rule is not met (or met). */
import { isKind } from "../policy/resolve";
import type { RuleOf } from "../policy/schema";
import { defineKind } from "./kind";
import type { Judging } from "./judging";
import { decided } from "./outcome";

export type ConsequentOutcome = "met" | "unmet" | "waived";

/** The consequences that a rule's outcome has. */
export function consequencesOf(judging: Judging, ruleId: string, outcome: ConsequentOutcome): RuleOf<"consequence">[] {
  return judging.pack.rules.filter(
    (rule): rule is RuleOf<"consequence"> => isKind(rule, "consequence") && rule.when?.rule === ruleId && rule.when.outcome === outcome,
  );
}

export const consequence = defineKind("consequence", {
  column: "text",
  isCheckable: false,
  fields: (rule) => [{ key: "effect", value: rule.effect }],
  explain: (rule) => decided(rule, rule.effect, { id: "word", values: { word: rule.effect } }),
});
