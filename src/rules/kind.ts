/**
 * What every kind of rule offers beside its own evaluation, so that functions, check and pane can name, show and explain
 * any rule without knowing its kind.
 */
import { isKind } from "../policy/resolve";
import type { Rule, RuleKind, RuleOf } from "../policy/schema";
import type { CellValue } from "../values/cell";
import type { Judging } from "./judging";
import type { Outcome } from "./outcome";

/** One number or word of a rule as RULE() and the rule view show it. The first of a rule is its main one. */
export interface RuleField {
  /** A key of `field-names.json`, which holds the names by which RULE() finds it. A band or unit brings its own name. */
  readonly key: string;
  readonly name?: string;
  readonly value: number | string | null;
}

/** What a column of a form holds that belongs to a rule. */
export type ColumnNature = "number" | "date" | "mark" | "text";

interface KindOf<K extends RuleKind> {
  readonly column: ColumnNature;
  /** A main number of the rule has no value; none can be missing where this is left out. */
  isUnset?(rule: RuleOf<K>): boolean;
  /** False for what is only told: advice, consequences. */
  readonly isCheckable?: boolean;
  fields(rule: RuleOf<K>, judging: Judging): readonly RuleField[];
  /** Evaluates the rule on values in the order of its EXPLAIN() call. */
  explain(rule: RuleOf<K>, values: readonly CellValue[], judging: Judging): Outcome<unknown>;
}

export interface Kind {
  readonly kind: RuleKind;
  readonly column: ColumnNature;
  readonly isCheckable: boolean;
  isUnset(rule: Rule): boolean;
  fields(rule: Rule, judging: Judging): readonly RuleField[];
  explain(rule: Rule, values: readonly CellValue[], judging: Judging): Outcome<unknown> | null;
}

export function defineKind<K extends RuleKind>(kind: K, definition: KindOf<K>): Kind {
  return {
    kind,
    column: definition.column,
    isCheckable: definition.isCheckable ?? true,
    isUnset: (rule) => isKind(rule, kind) && definition.isUnset?.(rule) === true,
    fields: (rule, judging) => (isKind(rule, kind) ? definition.fields(rule, judging) : []),
    explain: (rule, values, judging) => (isKind(rule, kind) ? definition.explain(rule, values, judging) : null),
  };
}
