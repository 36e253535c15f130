/** 合格线 (kind pass): a score of at least the line passes; a score is never rounded up to it. */
import { rulesOf } from "../policy/resolve";
import type { RuleOf } from "../policy/schema";
import { atLeast, exact, roundHalfUp, show, type Exact } from "../values/exact";
import { amountOf, amountsOf, isNegative, points } from "./amount";
import type { Judging } from "./judging";
import { defineKind } from "./kind";
import { decided, figures, refused, undecidable, type Outcome } from "./outcome";
import { bonusesOf, itemsOf, judgeScore } from "./score";

/** Whether a score reaches the line. */
export function judgePass(rule: RuleOf<"pass">, score: Exact): Outcome<boolean> {
  const read = [{ label: rule.name, value: points(score) }];
  if (isNegative(score)) return refused(rule, { id: "score.negative", values: { value: show(score) } }, { read });
  if (rule.line === null) return undecidable(rule, { id: "pass.no-line", values: { name: rule.name } }, { read });
  const line = exact(rule.line);
  const passed = atLeast(score, line);
  const steps = [figures(`${show(score)} ${passed ? "≥" : "<"} ${show(line)}`)];
  return decided(rule, passed, { id: passed ? "pass.met" : "pass.unmet" }, { read, steps });
}

/** Below the line, but it would reach it if rounded half up to two decimals, or as the cell shows it. */
export function isBorderline(rule: RuleOf<"pass">, score: Exact, shown: Exact | null): boolean {
  if (rule.line === null) return false;
  const line = exact(rule.line);
  if (atLeast(score, line)) return false;
  return atLeast(roundHalfUp(score, 2), line) || (shown !== null && atLeast(shown, line));
}

/** The hours that hang on a pass line. */
function hoursGranted(judging: Judging, rule: RuleOf<"pass">): number | null {
  const grants = rulesOf(judging.pack, "grant").filter((grant) => grant.pass === rule.id);
  return grants.length === 0 ? null : grants.reduce((total, grant) => total + grant.hours, 0);
}

function explainItems(rule: RuleOf<"pass">, scores: readonly Exact[], judging: Judging): Outcome<unknown> {
  const items = itemsOf(judging, rule.of).length;
  if (items === 0 || scores.length > items + bonusesOf(judging, rule.of).length || scores.length < items) {
    return refused(rule, { id: "explain.count", values: { items, given: scores.length } });
  }
  const input = { items: scores.slice(0, items), bonuses: scores.slice(items), role: null, meanAs: "mean" as const };
  const score = judgeScore(judging, rule.of, input, rule);
  if (!score.decided) return score;
  const verdict = judgePass(rule, score.value.total);
  const [figure] = score.trace.steps;
  const [against] = verdict.trace.steps;
  const sign = String(against?.values?.["text"] ?? "").replace(/^\S+/u, "");
  const steps = [figures(`${String(figure?.values?.["text"] ?? "")}${sign}`)];
  return { ...verdict, trace: { ...verdict.trace, read: score.trace.read, steps } };
}

export const pass = defineKind("pass", {
  column: "number",
  isUnset: (rule) => rule.line === null,
  fields: (rule, judging) => [
    { key: "line", value: rule.line },
    { key: "hours", value: hoursGranted(judging, rule) },
  ],
  explain: (rule, values, judging) => {
    const scores = amountsOf(values);
    if (scores === null) return refused(rule, { id: "value.unreadable" });
    const [single] = values;
    const verdict = scores.length === 1 ? judgePass(rule, amountOf(single) ?? exact(0)) : explainItems(rule, scores, judging);
    const granted = hoursGranted(judging, rule);
    if (!verdict.decided || granted === null) return verdict;
    const hours = verdict.value === true ? granted : 0;
    const id = verdict.value === true ? "pass.met-granted" : "pass.unmet-granted";
    const conclusion = { id, values: { hours: show(exact(hours)), unit: judging.pack.unit } };
    return { ...verdict, trace: { ...verdict.trace, conclusion } };
  },
});
