/**
 * What a KAOHE function can be asked for under a policy, and which columns it wants for that, part by part. Only the shape of
 * such a recipe and what several of them share; the recipes stand in the files beside.
 */
import { rulesOf } from "../../policy/resolve";
import type { Rule, RuleKind, RuleOf } from "../../policy/schema";
import type { Judging } from "../../rules/judging";
import { bonusesOf, itemsOf } from "../../rules/score";
import type { ColumnKey } from "../../table/table";
import type { FormulaTextId } from "./say";
import type { FormulaTable } from "./tables";

/** Words of a policy, or words of the pane. */
export type Label = { readonly text: string } | { readonly id: FormulaTextId; readonly values?: Readonly<Record<string, string | number>> };

/** One column that is wanted: whatever may stand for it in a table, the surest first. */
export interface Part {
  readonly label: Label;
  readonly keys: readonly ColumnKey[];
  /** What the column's values must be divided by where its header says that it holds points instead of times. */
  readonly perTime?: number;
  /** The column may hold a mean item's points: then the mean is its points divided by this share. */
  readonly mean?: { readonly share: number; readonly points: number };
  /** Where no column stands for it, it counts 0. */
  readonly optional?: boolean;
}

/** One argument of the function after the policy and the rule. */
export type Slot =
  | {
      readonly kind: "columns";
      readonly parts: readonly Part[];
      /** The argument may be left out altogether. */
      readonly optional: boolean;
    }
  /** 天, 半天, 学时: of the policy's conversions; `category` is the column whose text goes before it. */
  | { readonly kind: "unit"; readonly units: readonly string[]; readonly byCategory: boolean }
  /** The day on which an age is counted; `known` where the policy sets one. */
  | { readonly kind: "day"; readonly known: boolean };

/** A column that comes of it: its header, and what kind of column of the form it is. */
export interface ResultColumn {
  readonly header: Label;
  readonly keys: readonly ColumnKey[];
}

export const groups = ["scores", "hours", "persons", "amounts", "rules"] as const;
export type Group = (typeof groups)[number];

export interface Recipe {
  readonly call: string;
  readonly group: Group;
  /** The function takes no policy. */
  readonly isPlain?: boolean;
  /** One result in all, not one a record. */
  readonly isSingle?: boolean;
  /** The rule may stand in a column, another in each row: its kind, and the header of the result then. */
  readonly byRow?: { readonly kind: RuleKind; readonly header: Label };
  /** Between which rules the clerk chooses; null where the function asks for none. */
  rules(judging: Judging): readonly Rule[] | null;
  /** Null where the policy has nothing of the sort. */
  slots(judging: Judging, rule: Rule | null, table: FormulaTable): readonly Slot[] | null;
  results(judging: Judging, rule: Rule | null, table: FormulaTable): readonly ResultColumn[];
}

export const named = (rule: { readonly name: string }): Label => ({ text: rule.name });

export function columns(parts: readonly Part[], optional = false): Slot {
  return { kind: "columns", parts, optional };
}

export function one(id: FormulaTextId, keys: readonly ColumnKey[], optional = false): Slot {
  return columns([{ label: { id }, keys }], optional);
}

export const noRules = (): null => null;

export function ofKind<K extends RuleKind>(kind: K, which: (rule: RuleOf<K>) => boolean = () => true) {
  return ({ pack }: Judging): readonly Rule[] => rulesOf(pack, kind).filter(which);
}

/** Which total a table of this kind states. */
export function totalOf(judging: Judging, table: FormulaTable): string | null {
  if (table.kind === "school-assessment") return "school";
  if (table.kind !== "teacher-assessment") return null;
  const [composite] = rulesOf(judging.pack, "composite");
  return itemsOf(judging, "teacher").length === 0 && composite ? composite.of : "teacher";
}

/** The columns in which a score for a pass line may stand. */
export function scoreKeys(judging: Judging, line: RuleOf<"pass">, table: FormulaTable): readonly ColumnKey[] {
  return totalOf(judging, table) === line.of ? ["total", line.id] : [line.id];
}

export function items(judging: Judging, of: string): Part[] {
  return itemsOf(judging, of).map((rule) => ({
    label: named(rule),
    keys: [rule.id],
    ...(rule.kind === "mean" ? { mean: { share: rule.share, points: rule.points } } : {}),
  }));
}

export function bonuses(judging: Judging, of: string): Part[] {
  return bonusesOf(judging, of).map((rule) => ({
    label: named(rule),
    keys: [rule.id],
    optional: true,
    ...(rule.points === null || rule.points === 0 ? {} : { perTime: rule.points }),
  }));
}
