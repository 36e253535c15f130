/** The formula under way: everything that the screen shows of it, worked out of the table, the policy and the clerk's choices. Pure. */
import type { Settings } from "../../check/report";
import type { Pack, Rule } from "../../policy/schema";
import { judgingBy, type Judging } from "../../rules/judging";
import type { Workbook } from "../../table/workbook";
import { a1 } from "../../table/address";
import { resolve, type Choices, type Form, type Resolved } from "./choices";
import { formulaText, policyArgument, type PolicyArgument, type Wanted } from "./formula";
import { firstFormula } from "./insertion";
import { likelyOffer, likelyRule, offersFor, ruleColumnOf, type OfferGroup } from "./offers";
import { placesFor, singleCell, whyNoSpill, type NoSpill, type Place } from "./place";
import type { Label, Recipe, ResultColumn } from "./recipe";
import { ruleOf } from "./recipes";
import type { FormulaTable, TableColumn } from "./tables";

export interface Draft {
  readonly table: FormulaTable;
  readonly pack: Pack;
  readonly judging: Judging;
  readonly offered: readonly OfferGroup[];
  readonly recipe: Recipe;
  readonly rules: readonly Rule[];
  readonly rule: Rule | null;
  /** A column that can name the rule of each row; null where the table has none. */
  readonly ruleColumn: TableColumn | null;
  readonly isByRow: boolean;
  readonly resolved: Resolved;
  /** Null where no formula of this workbook can name the policy. */
  readonly policy: PolicyArgument | null;
  /** Null while something is still to be chosen. */
  readonly wanted: Wanted | null;
  readonly places: readonly Place[];
  readonly place: Place | null;
  /** For one result in all. */
  readonly cell: string;
  readonly noSpill: NoSpill | null;
  readonly form: Form;
  readonly headers: readonly string[];
  /** As it would stand in the first cell; null while something is still to be chosen. */
  readonly formula: string | null;
}

export interface Setting {
  readonly workbook: Workbook | null;
  /** Where several rule sheets hold one policy, the clerk's choice between them. */
  readonly ruleSheets?: Settings["ruleSheets"];
  readonly choices: Choices;
  readonly today: string;
  readonly canSpill: boolean;
  readonly words: (label: Label) => string;
}

/** A column of so many single formulas is slow and fills the change ledger: there the whole column is proposed as one. */
const MANY_ROWS = 2000;

function formOf(noSpill: NoSpill | null, { rows }: FormulaTable, chosen: Form | undefined): Form {
  if (noSpill !== null) return "rows";
  return chosen ?? (rows.length > MANY_ROWS ? "spill" : "rows");
}

function recipeOf(offered: readonly OfferGroup[], call: string | undefined): Recipe | null {
  const all = offered.flatMap(({ offers }) => offers);
  return all.find(({ recipe }) => recipe.call === call)?.recipe ?? likelyOffer(offered);
}

/** The choice of a rule that stands in a column. */
export const BY_ROW = "by-row";

function resultsOf(recipe: Recipe, judging: Judging, rule: Rule | null, table: FormulaTable, isByRow: boolean): readonly ResultColumn[] {
  return isByRow && recipe.byRow !== undefined ? [{ header: recipe.byRow.header, keys: [] }] : recipe.results(judging, rule, table);
}

/** Columns that the formula itself reads: it cannot stand there. */
function usedColumns({ fields }: Resolved): readonly number[] {
  return fields.flatMap((field) => (field.kind === "column" && field.chosen !== null ? [field.chosen] : []));
}

function policyOf({ workbook, ruleSheets }: Setting, pack: Pack): PolicyArgument | null {
  const none: Workbook = { name: "", origin: "excel", date1904: false, sheets: [], settingsXml: null };
  return policyArgument(workbook ?? none, pack, ruleSheets);
}

/** Null where the policy has nothing for this table, which cannot be: some functions need no policy. */
export function draftOf(table: FormulaTable, pack: Pack, setting: Setting): Draft | null {
  const { choices, today, words } = setting;
  const judging = judgingBy(pack);
  const offered = offersFor(judging, table);
  const recipe = recipeOf(offered, choices.call);
  if (recipe === null) return null;
  const rules = recipe.rules(judging) ?? [];
  const ruleColumn = ruleColumnOf(recipe, judging, table);
  const isByRow = ruleColumn !== null && (choices.rule ?? BY_ROW) === BY_ROW;
  const rule = ruleOf(recipe, judging, choices.rule ?? likelyRule(recipe, judging, table));
  const resolved = resolve(recipe, judging, rule, table, choices, today);
  const policy = policyOf(setting, pack);
  const results = resultsOf(recipe, judging, rule, table, isByRow);
  const places = placesFor(table, results, usedColumns(resolved));
  const place = places.find(({ column }) => column === choices.place) ?? places[0] ?? null;
  const noSpill = isByRow ? "rule-by-row" : place === null ? "old-excel" : whyNoSpill(table, place, results.length, setting.canSpill);
  const form = formOf(noSpill, table, choices.form);
  const proposed = results.map(({ header }) => words(header));
  const headers = proposed.length === 1 ? [choices.header ?? proposed[0] ?? ""] : proposed;
  const wanted =
    resolved.args === null || policy === null
      ? null
      : { recipe, pack, policy, rule, ruleColumn: isByRow ? ruleColumn.index : null, args: resolved.args };
  const single = singleCell(table);
  return {
    table,
    pack,
    judging,
    offered,
    recipe,
    rules,
    rule,
    ruleColumn,
    isByRow,
    resolved,
    policy,
    wanted,
    places,
    place,
    cell: choices.cell ?? a1(single.row, single.column),
    noSpill,
    form,
    headers,
    formula: wanted === null ? null : textOf(wanted, table, form, headers),
  };
}

function textOf(wanted: Wanted, table: FormulaTable, form: Form, headers: readonly string[]): string {
  if (wanted.recipe.isSingle === true) return formulaText(wanted, { first: 0, last: 0 });
  return firstFormula({ wanted, table, form, headers });
}
