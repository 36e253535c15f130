/** The functions about persons, amounts and the rules themselves. */
import { rulesOf } from "../../policy/resolve";
import type { Rule, RuleKind } from "../../policy/schema";
import { dayOf } from "../../rules/eligibility";
import { bonuses, columns, items, noRules, ofKind, one, scoreKeys, type Recipe, type Slot } from "./recipe";

export const eligible: Recipe = {
  call: "ELIGIBLE",
  group: "persons",
  rules: noRules,
  slots: (judging) => {
    const [rule] = rulesOf(judging.pack, "eligibility");
    if (!rule) return null;
    const known = dayOf(judging, rule) !== null;
    return [one("part.sex", ["sex"]), one("part.birth", ["birth", "id"]), { kind: "day", known }];
  },
  results: ({ pack }) =>
    rulesOf(pack, "eligibility")
      .slice(0, 1)
      .map((rule) => ({ header: { id: "header.eligible" }, keys: [rule.id] })),
};

export const age: Recipe = {
  call: "AGE",
  group: "persons",
  isPlain: true,
  rules: noRules,
  slots: () => [one("part.birth", ["birth", "id"]), { kind: "day", known: false }],
  results: () => [{ header: { id: "header.age" }, keys: [] }],
};

export const idCheck: Recipe = {
  call: "IDCHECK",
  group: "persons",
  isPlain: true,
  rules: noRules,
  slots: () => [one("part.id", ["id"])],
  results: () => [{ header: { id: "header.id" }, keys: [] }],
};

export const evidence: Recipe = {
  call: "EVIDENCE",
  group: "amounts",
  byRow: { kind: "evidence", header: { id: "header.reached" } },
  rules: ofKind("evidence", ({ min, bands }) => min !== null || bands !== undefined),
  slots: (_judging, rule) => (rule?.kind === "evidence" ? [one("part.amount", [rule.id])] : null),
  results: (_judging, rule) => [{ header: { id: "header.evidence", values: { name: rule?.name ?? "" } }, keys: ["claim"] }],
};

const gap: Recipe["results"] = (_judging, rule) => [{ header: { id: "header.gap", values: { name: rule?.name ?? "" } }, keys: [] }];

/** The amount that a rule asks for, and the one it is measured by. */
const amounts = (id: string, of: readonly [string, string], by: readonly [string, string]): readonly Slot[] => [
  columns([{ label: { text: of[0] }, keys: [id, of[1]] }]),
  columns([{ label: { text: by[0] }, keys: [`${id}.${by[1]}`, by[1]] }]),
];

export const quotaGap: Recipe = {
  call: "QUOTAGAP",
  group: "amounts",
  byRow: { kind: "quota", header: { id: "header.short" } },
  rules: ofKind("quota"),
  slots: (_judging, rule) => {
    if (rule?.kind !== "quota") return null;
    const place = rule.places === undefined ? [] : [one("part.place", ["place"], true)];
    return [...amounts(rule.id, [rule.part, "part"], [rule.whole, "whole"]), ...place];
  },
  results: gap,
};

export const budgetGap: Recipe = {
  call: "BUDGETGAP",
  group: "amounts",
  byRow: { kind: "budget", header: { id: "header.lacking" } },
  rules: ofKind("budget"),
  slots: (_judging, rule) => (rule?.kind === "budget" ? amounts(rule.id, [rule.amount, "amount"], [rule.base, "base"]) : null),
  results: gap,
};

export const wordCount: Recipe = {
  call: "WORDCOUNT",
  group: "amounts",
  isPlain: true,
  rules: noRules,
  slots: () => [one("part.text", [])],
  results: () => [{ header: { id: "header.words" }, keys: [] }],
};

/** The values by which EXPLAIN tells how a pass line was reached: the rubric's items and bonuses, else the score. */
export const explained: Recipe = {
  call: "EXPLAIN",
  group: "rules",
  rules: ofKind("pass", ({ line }) => line !== null),
  slots: (judging, rule, table) => {
    if (rule?.kind !== "pass") return null;
    const parts = items(judging, rule.of);
    if (parts.length === 0) return [one("part.score", scoreKeys(judging, rule, table))];
    return [columns([...parts, ...bonuses(judging, rule.of)])];
  },
  results: () => [{ header: { id: "header.explained" }, keys: [] }],
};

/** Rules whose own number or sentence is asked for, in one cell. */
function ofRule(call: string, which: (rule: Rule) => boolean): Recipe {
  return {
    call,
    group: "rules",
    isSingle: true,
    rules: ({ pack }) => pack.rules.filter(which),
    slots: (_judging, rule) => (rule === null ? null : []),
    results: (_judging, rule) => [{ header: { text: rule?.name ?? "" }, keys: [] }],
  };
}

const numbered: ReadonlySet<RuleKind> = new Set([
  "rubric",
  "mean",
  "bonus",
  "pass",
  "grant",
  "hours",
  "cycle",
  "quota",
  "budget",
  "evidence",
]);

export const ruleNumber = ofRule("RULE", ({ kind }) => numbered.has(kind));
export const ruleClause = ofRule("CLAUSE", () => true);
