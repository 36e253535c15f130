/** The text of a formula out of its arguments: for one row, or for a block of rows that spills. Pure. */
import type { Settings } from "../../check/report";
import { ruleSheetsIn } from "../../check/rule-sheets";
import { findPack } from "../../policy/library";
import { findRule } from "../../policy/resolve";
import type { Pack, Rule } from "../../policy/schema";
import { areaA1 } from "../../table/address";
import { ruleSheetCells } from "../../table/rule-sheet-cells";
import type { Workbook } from "../../table/workbook";
import type { CellValue } from "../../values/cell";
import type { Argument, Pick } from "./choices";
import { quoted } from "./formula-text";
import type { Recipe } from "./recipe";

/** The policy as a formula names it, and as the function gets it. */
export interface PolicyArgument {
  readonly text: string;
  readonly value: string | readonly (readonly CellValue[])[];
}

/** A sheet's name before its cells, as formulas write it. */
export function sheetPrefix(name: string): string {
  return `'${name.replaceAll("'", "''")}'!`;
}

function absolute(address: string): string {
  return address.replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
}

/**
 * How a formula in this workbook can name the policy: the range of its rule sheet, of several the one in force, else its name.
 * Null for a policy that stands in neither, as one read from a file does.
 */
export function policyArgument(workbook: Workbook, pack: Pack, chosen?: Settings["ruleSheets"]): PolicyArgument | null {
  const own = ruleSheetsIn(workbook, chosen).find(({ pack: held, isInForce }) => isInForce && held?.id === pack.id);
  const value = own === undefined ? null : ruleSheetCells(own.sheet);
  if (own !== undefined && value !== null) {
    const area = { top: 0, left: 0, bottom: value.length - 1, right: (value[0]?.length ?? 1) - 1 };
    return { text: `${sheetPrefix(own.sheet.name)}${absolute(areaA1(area))}`, value };
  }
  return findPack(pack.name) === pack ? { text: quoted(pack.name), value: pack.name } : null;
}

/** The rule's name where the function finds the rule by it, else its id. */
export function ruleName(recipe: Recipe, pack: Pack, rule: Rule): string {
  const found = recipe.group === "rules" ? findRule(pack, rule.name) : findRule(pack, rule.name, rule.kind);
  return found === rule ? rule.name : rule.id;
}

/** From which row to which; the same for a single row. */
export interface Rows {
  readonly first: number;
  readonly last: number;
}

function range(column: number, to: number, { first, last }: Rows): string {
  return areaA1({ top: first, left: column, bottom: last, right: to });
}

function pickText(pick: Pick, rows: Rows): string {
  if (pick === "zero") return "0";
  const cells = range(pick.column, pick.column, rows);
  return pick.divide === 1 ? cells : `${cells}/${String(pick.divide)}`;
}

/** Neighbouring columns in their order are one range; others are put side by side. */
function cellsText(picks: readonly Pick[], rows: Rows): string {
  const [first] = picks;
  const columns = picks.flatMap((pick) => (pick === "zero" || pick.divide !== 1 ? [] : [pick.column]));
  const isRun = columns.length === picks.length && columns.every((column, index) => column === (columns[0] ?? 0) + index);
  if (first !== undefined && picks.length === 1) return pickText(first, rows);
  if (isRun) return range(columns[0] ?? 0, columns.at(-1) ?? 0, rows);
  const numbers = picks.map((_pick, index) => String(index + 1)).join(",");
  return `CHOOSE({${numbers}},${picks.map((pick) => pickText(pick, rows)).join(",")})`;
}

function argumentText(argument: Argument, rows: Rows): string {
  switch (argument.kind) {
    case "cells":
      return cellsText(argument.picks, rows);
    case "text":
      return quoted(argument.text);
    case "joined":
      return `${range(argument.column, argument.column, rows)}&${quoted(argument.text)}`;
    case "day": {
      const [year, month, day] = argument.iso.split("-").map(Number);
      return `DATE(${String(year)},${String(month)},${String(day)})`;
    }
  }
}

export interface Wanted {
  readonly recipe: Recipe;
  readonly pack: Pack;
  readonly policy: PolicyArgument;
  readonly rule: Rule | null;
  /** The column that names the rule of each row; then `rule` is only the first of them. */
  readonly ruleColumn: number | null;
  readonly args: readonly Argument[];
}

/** The arguments' texts that come before the cells: the policy, the rule. */
function leading({ recipe, pack, policy, rule, ruleColumn }: Wanted, rows: Rows): string[] {
  if (recipe.isPlain === true) return [];
  if (ruleColumn !== null) return [policy.text, range(ruleColumn, ruleColumn, rows)];
  return rule === null ? [policy.text] : [policy.text, quoted(ruleName(recipe, pack, rule))];
}

/** The formula for these rows. With `part` (from 1), only that one of several results that a row gives. */
export function formulaText(wanted: Wanted, rows: Rows, part: number | null = null): string {
  const given = [...leading(wanted, rows), ...wanted.args.map((argument) => argumentText(argument, rows))];
  const call = `KAOHE.${wanted.recipe.call}(${given.join(",")})`;
  return part === null ? `=${call}` : `=INDEX(${call},1,${String(part)})`;
}
