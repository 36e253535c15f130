/** The names of the functions' arguments, in their order, for the explanation of a formula. Only this lives here. */
import type { FormulaTextId } from "../say";

export type ParameterId = Extract<FormulaTextId, `parameter.${string}`>;

const withPolicy = (...names: ParameterId[]): readonly ParameterId[] => ["parameter.policy", ...names];

const parameters: Readonly<Record<string, readonly ParameterId[]>> = {
  TEACHERSCORE: withPolicy("parameter.items", "parameter.times", "parameter.role"),
  SCHOOLSCORE: withPolicy("parameter.items", "parameter.times"),
  PASSED: withPolicy("parameter.rule", "parameter.score"),
  CERTIFIED: withPolicy("parameter.county", "parameter.school-based"),
  COMPOSITE: withPolicy("parameter.parts"),
  BONUS: withPolicy("parameter.rule", "parameter.times", "parameter.role"),
  CREDITHOURS: withPolicy("parameter.county", "parameter.school-based"),
  TRAININGHOURS: withPolicy("parameter.amount", "parameter.unit"),
  HOURSGAP: withPolicy("parameter.blocks"),
  HOURSDONE: withPolicy("parameter.blocks"),
  CYCLEHOURS: withPolicy("parameter.years"),
  CYCLEGAP: withPolicy("parameter.years"),
  ELIGIBLE: withPolicy("parameter.sex", "parameter.birth", "parameter.day"),
  EVIDENCE: withPolicy("parameter.rule", "parameter.amount"),
  QUOTAGAP: withPolicy("parameter.rule", "parameter.part", "parameter.whole", "parameter.place"),
  BUDGETGAP: withPolicy("parameter.rule", "parameter.money", "parameter.base"),
  AGE: ["parameter.birth", "parameter.day"],
  IDCHECK: ["parameter.id"],
  WORDCOUNT: ["parameter.text"],
  RULE: withPolicy("parameter.rule", "parameter.field"),
  CLAUSE: withPolicy("parameter.rule"),
  EXPLAIN: withPolicy("parameter.rule", "parameter.values"),
};

export function parametersOf(call: string): readonly ParameterId[] {
  return parameters[call] ?? [];
}
