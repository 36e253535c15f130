/** What is offered to a table: the functions that the policy has something for, those first whose columns are all there. Pure. */
import { findRule } from "../../policy/resolve";
import type { Judging } from "../../rules/judging";
import { openColumns } from "./choices";
import { groups, type Group, type Recipe } from "./recipe";
import { recipes, ruleOf } from "./recipes";
import type { FormulaTable, TableColumn } from "./tables";

export interface Offer {
  readonly recipe: Recipe;
  /** All its columns were recognised in this table. */
  readonly isReady: boolean;
}

export interface OfferGroup {
  readonly group: Group;
  readonly offers: readonly Offer[];
}

/** The first rule of a recipe whose columns the table has, else the first at all. */
export function likelyRule(recipe: Recipe, judging: Judging, table: FormulaTable): string | null {
  const rules = recipe.rules(judging) ?? [];
  const fitting = rules.find((rule) => openColumns(recipe, judging, rule, table) === 0);
  return (fitting ?? rules[0])?.id ?? null;
}

/** The column that names a rule of the kind in every row, and not always the same. */
export function ruleColumnOf({ byRow }: Recipe, { pack }: Judging, { columns, rows, sheet }: FormulaTable): TableColumn | null {
  if (byRow === undefined) return null;
  const found = columns.find(({ index }) => {
    const rules = rows.map((row) => {
      const value = sheet.value(row, index);
      return typeof value === "string" ? (findRule(pack, value, byRow.kind)?.id ?? null) : null;
    });
    return !rules.includes(null) && new Set(rules).size > 1;
  });
  return found ?? null;
}

export function offersFor(judging: Judging, table: FormulaTable): readonly OfferGroup[] {
  const offers = recipes.flatMap((recipe): Offer[] => {
    const rule = ruleOf(recipe, judging, likelyRule(recipe, judging, table));
    if (recipe.slots(judging, rule, table) === null) return [];
    return [{ recipe, isReady: openColumns(recipe, judging, rule, table) === 0 }];
  });
  return groups
    .map((group) => {
      const own = offers.filter(({ recipe }) => recipe.group === group);
      return { group, offers: [...own.filter(({ isReady }) => isReady), ...own.filter(({ isReady }) => !isReady)] };
    })
    .filter(({ offers: own }) => own.length > 0);
}

/** What is proposed where nothing was chosen: the first that is ready and belongs to the table, else the first of all. */
export function likelyOffer(offered: readonly OfferGroup[]): Recipe | null {
  const all = offered.flatMap(({ offers }) => offers);
  const ready = all.find(({ isReady, recipe }) => isReady && recipe.isSingle !== true);
  return (ready ?? all[0])?.recipe ?? null;
}
