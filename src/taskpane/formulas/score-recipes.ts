/** The functions about scores: totals, pass lines, the certificate, bonus. */
import { rulesOf } from "../../policy/resolve";
import { linesOf } from "../../rules/all-of";
import { bonuses, columns, items, named, noRules, ofKind, one, scoreKeys, totalOf, type Recipe } from "./recipe";

function rubric(call: string, of: "teacher" | "school"): Recipe {
  return {
    call,
    group: "scores",
    rules: noRules,
    slots: (judging) => {
      const parts = items(judging, of);
      if (parts.length === 0) return null;
      const extra = bonuses(judging, of);
      const times = extra.length === 0 ? [] : [columns(extra, true)];
      const role = extra.length > 0 && of === "teacher" ? [one("part.role", ["role", "title"], true)] : [];
      return [columns(parts), ...times, ...role];
    },
    results: () => [{ header: { id: of === "teacher" ? "header.teacher" : "header.school" }, keys: ["total"] }],
  };
}

export const score = rubric("TEACHERSCORE", "teacher");
export const schoolScore = rubric("SCHOOLSCORE", "school");

export const composite: Recipe = {
  call: "COMPOSITE",
  group: "scores",
  rules: noRules,
  slots: ({ pack }) => {
    const [rule] = rulesOf(pack, "composite");
    if (!rule) return null;
    return [columns(rule.parts.map(({ key, name }) => ({ label: { text: name }, keys: [`${rule.id}.${key}`] })))];
  },
  results: ({ pack }) => [{ header: { text: rulesOf(pack, "composite")[0]?.name ?? "" }, keys: ["total"] }],
};

export const passed: Recipe = {
  call: "PASSED",
  group: "scores",
  rules: ofKind("pass", ({ line }) => line !== null),
  slots: (judging, rule, table) => (rule?.kind === "pass" ? [one("part.score", scoreKeys(judging, rule, table))] : null),
  results: (judging, rule, table) => [
    { header: { id: "header.passed" }, keys: rule?.kind === "pass" && totalOf(judging, table) === rule.of ? ["result"] : [] },
  ],
};

export const certified: Recipe = {
  call: "CERTIFIED",
  group: "scores",
  rules: noRules,
  slots: (judging, _rule, table) => {
    const [rule] = rulesOf(judging.pack, "all-of");
    const [first, second] = rule ? linesOf(judging, rule) : [];
    if (!first || !second) return null;
    return [first, second].map((line) => columns([{ label: named(line), keys: scoreKeys(judging, line, table) }]));
  },
  results: ({ pack }) =>
    rulesOf(pack, "all-of")
      .slice(0, 1)
      .map((rule) => ({ header: named(rule), keys: [rule.id] })),
};

export const bonus: Recipe = {
  call: "BONUS",
  group: "scores",
  rules: ofKind("bonus"),
  slots: (_judging, rule) => {
    if (rule?.kind !== "bonus") return null;
    const perTime = rule.points === null || rule.points === 0 ? {} : { perTime: rule.points };
    const role = rule.roles === undefined ? [] : [one("part.role", ["role", "title"], true)];
    return [columns([{ label: { id: "part.times" }, keys: [rule.id, "times"], ...perTime }]), ...role];
  },
  results: (_judging, rule) => [{ header: { id: "header.bonus", values: { name: rule?.name ?? "" } }, keys: [] }],
};
