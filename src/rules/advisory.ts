/** 提示 (kind advisory): advice, shown with its clause, never a finding. */
import { defineKind } from "./kind";
import { decided } from "./outcome";

export const advisory = defineKind("advisory", {
  column: "text",
  isCheckable: false,
  fields: (rule) => [{ key: "advice", value: rule.advice }],
  explain: (rule) => decided(rule, rule.advice, { id: "word", values: { word: rule.advice } }),
});
