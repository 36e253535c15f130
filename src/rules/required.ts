/** 材料与步骤 (kind required): documents that must exist and steps that must be done. */
import type { RuleOf } from "../policy/schema";
import { textOf } from "./amount";
import { defineKind } from "./kind";
import { decided, type Outcome } from "./outcome";

type Required = RuleOf<"required">;

/** The required documents that are not among those done. */
export function stillRequired(rule: Required, done: readonly string[]): Required["documents"] {
  return rule.documents.filter(
    (document) => !done.some((name) => [document.name, ...(document.aliases ?? [])].some((known) => name.includes(known))),
  );
}

/** Which documents are missing. */
export function judgeRequired(rule: Required, done: readonly string[]): Outcome<Required["documents"]> {
  const missing = stillRequired(rule, done);
  const names = missing.map((document) => document.name).join("、");
  const conclusion = missing.length === 0 ? { id: "required.met" } : { id: "required.missing", values: { names } };
  return decided(rule, missing, conclusion);
}

export const required = defineKind("required", {
  column: "mark",
  fields: (rule) => [{ key: "documents", value: rule.documents.map((document) => document.name).join("、") }],
  explain: (rule, values) =>
    judgeRequired(
      rule,
      values.map((value) => textOf(value)),
    ),
});
