/** All that a clerk may want of a formula, in the order in which it is offered. */
import type { Rule } from "../../policy/schema";
import type { Judging } from "../../rules/judging";
import { converted, credited, cycleGap, cycleHours, done, gaps } from "./hours-recipes";
import { age, budgetGap, eligible, evidence, explained, idCheck, quotaGap, ruleClause, ruleNumber, wordCount } from "./other-recipes";
import type { Recipe } from "./recipe";
import { bonus, certified, composite, passed, schoolScore, score } from "./score-recipes";

/** All functions, in the order in which they are offered. */
export const recipes: readonly Recipe[] = [
  score,
  schoolScore,
  composite,
  passed,
  certified,
  bonus,
  credited,
  done,
  gaps,
  cycleHours,
  cycleGap,
  converted,
  eligible,
  age,
  idCheck,
  evidence,
  quotaGap,
  budgetGap,
  wordCount,
  explained,
  ruleNumber,
  ruleClause,
];

/** The rule in force of a recipe: the chosen one, else the first. */
export function ruleOf(recipe: Recipe, judging: Judging, chosen: string | null): Rule | null {
  const rules = recipe.rules(judging);
  return rules?.find(({ id }) => id === chosen) ?? rules?.[0] ?? null;
}
