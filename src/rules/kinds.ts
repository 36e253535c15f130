/**
 * All kinds of rules, each from its own file. Whoever needs something of a rule without knowing its kind comes here;
 * there is no other place that tells kinds apart.
 */
import type { Rule, RuleKind } from "../policy/schema";
import type { CellValue } from "../values/cell";
import { advisory } from "./advisory";
import { allOf } from "./all-of";
import { bonus } from "./bonus";
import { budget } from "./budget";
import { choice } from "./choice";
import { composite } from "./composite";
import { consequence } from "./consequence";
import { conversion } from "./conversion";
import { cycle } from "./cycle";
import { deadline } from "./deadline";
import { eligibility } from "./eligibility";
import { evidence } from "./evidence";
import { grant } from "./grant";
import { hours } from "./hours";
import type { Judging } from "./judging";
import type { ColumnNature, Kind, RuleField } from "./kind";
import { mean } from "./mean";
import { undecidable, type Outcome } from "./outcome";
import { pass } from "./pass";
import { quota } from "./quota";
import { required } from "./required";
import { rubric } from "./rubric";

const kinds: Readonly<Record<RuleKind, Kind>> = {
  rubric,
  mean,
  bonus,
  pass,
  "all-of": allOf,
  grant,
  composite,
  hours,
  cycle,
  conversion,
  quota,
  budget,
  deadline,
  evidence,
  eligibility,
  choice,
  required,
  consequence,
  advisory,
};

/** The numbers and words of a rule, the main one first. */
export function fieldsOf(rule: Rule, judging: Judging): readonly RuleField[] {
  return kinds[rule.kind].fields(rule, judging);
}

/** What a column that belongs to the rule holds. */
export function columnNature(rule: Rule): ColumnNature {
  return kinds[rule.kind].column;
}

/** Evaluates any rule on values given in the order of EXPLAIN(). */
export function explainRule(rule: Rule, values: readonly CellValue[], judging: Judging): Outcome<unknown> {
  return kinds[rule.kind].explain(rule, values, judging) ?? undecidable(rule, { id: "value.unreadable" });
}

/** A number that the document leaves to be set and nobody has set: a pass line, the credits of a cycle. */
export function isUnset(rule: Rule): boolean {
  return kinds[rule.kind].isUnset(rule);
}

/** Whether the rule is one that a workbook can break: not advice, not a consequence. */
export function needsChecking(rule: Rule): boolean {
  return kinds[rule.kind].isCheckable;
}
