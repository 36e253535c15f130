/**
 * What the clerk has chosen so far, what is proposed where nothing was chosen, and the arguments that come of both. Pure.
 */
import type { Rule } from "../../policy/schema";
import type { Judging } from "../../rules/judging";
import { functionNumber } from "../../values/number";
import { compare, exact } from "../../values/exact";
import type { Label, Part, Recipe, Slot } from "./recipe";
import type { FormulaTable, TableColumn } from "./tables";
import units from "./units.json";

export type Form = "rows" | "spill";

/** All that can be chosen; what is absent is proposed. */
export interface Choices {
  readonly table?: string;
  readonly call?: string;
  readonly rule?: string;
  /** By `${slot}/${part}`: a column, or null for none. */
  readonly picks: Readonly<Record<string, number | null>>;
  readonly unit?: string;
  readonly day?: string;
  readonly place?: number;
  /** For one result in all: the cell's address. */
  readonly cell?: string;
  readonly form?: Form;
  readonly header?: string;
}

export const nothingChosen: Choices = { picks: {} };

/** A column as an argument uses it. */
export type Pick = { readonly column: number; readonly divide: number } | "zero";

export type Argument =
  | { readonly kind: "cells"; readonly picks: readonly Pick[] }
  | { readonly kind: "text"; readonly text: string }
  /** The column's text with a unit behind it: 集中培训 & 天. */
  | { readonly kind: "joined"; readonly column: number; readonly text: string }
  /** YYYY-MM-DD */
  | { readonly kind: "day"; readonly iso: string };

export interface UnitChoice {
  readonly value: string;
  readonly text: string;
  /** The column whose text goes before it. */
  readonly category: TableColumn | null;
}

/** One field on the screen. */
export type Field =
  | {
      readonly kind: "column";
      readonly id: string;
      readonly part: Part;
      readonly chosen: number | null;
      readonly mayBeNone: boolean;
    }
  | { readonly kind: "unit"; readonly options: readonly UnitChoice[]; readonly chosen: string }
  | { readonly kind: "day"; readonly known: boolean; readonly chosen: string };

export interface Resolved {
  readonly fields: readonly Field[];
  /** Null while something is still to be chosen. */
  readonly args: readonly Argument[] | null;
  readonly missing: readonly Label[];
}

function headed(columns: readonly TableColumn[], { label }: Part): TableColumn | undefined {
  if (!("text" in label)) return undefined;
  return columns.find(({ header, key }) => key === null && header.startsWith(label.text));
}

/** The column that stands for a part: by what the check recognised, else by its header's own words. */
function proposed(part: Part, { columns }: FormulaTable): number | null {
  for (const key of part.keys) {
    const found = columns.find((column) => column.key === key);
    if (found) return found.index;
  }
  return headed(columns, part)?.index ?? null;
}

/** A mean item's column holds means where its header names no points and most of its values are above them. */
function holdsMean(table: FormulaTable, column: TableColumn, full: number): boolean {
  if (column.points !== null) return false;
  const numbers = table.rows.flatMap((row) => {
    const read = functionNumber(table.sheet.value(row, column.index));
    return read.kind === "number" ? [read.exact] : [];
  });
  return numbers.filter((number) => compare(number, exact(full)) > 0).length * 2 > numbers.length;
}

function divisor(part: Part, table: FormulaTable, index: number): number {
  const column = table.columns.find((one) => one.index === index);
  if (!column) return 1;
  if (part.perTime !== undefined && column.counts === "points") return part.perTime;
  return part.mean !== undefined && !holdsMean(table, column, part.mean.points) ? part.mean.share : 1;
}

interface Step {
  readonly fields: readonly Field[];
  /** "left-out": an optional argument without columns; null: not complete. */
  readonly arg: Argument | "left-out" | null;
  readonly missing: readonly Label[];
}

function columnStep(slot: Extract<Slot, { kind: "columns" }>, at: number, table: FormulaTable, choices: Choices): Step {
  const fields = slot.parts.map((part, index): Extract<Field, { kind: "column" }> => {
    const id = `${String(at)}/${String(index)}`;
    const own = choices.picks[id];
    const chosen = own === undefined ? proposed(part, table) : own;
    return { kind: "column", id, part, chosen, mayBeNone: slot.optional || part.optional === true };
  });
  const given = fields.filter(({ chosen }) => chosen !== null);
  if (given.length === 0 && slot.optional) return { fields, arg: "left-out", missing: [] };
  const missing = fields.filter(({ chosen, part }) => chosen === null && (part.optional !== true || given.length === 0));
  if (missing.length > 0) return { fields, arg: null, missing: missing.map(({ part }) => part.label) };
  const last = fields.findLastIndex(({ chosen }) => chosen !== null);
  const picks = fields.slice(0, last + 1).map(({ chosen, part }): Pick => {
    return chosen === null ? "zero" : { column: chosen, divide: divisor(part, table, chosen) };
  });
  return { fields, arg: { kind: "cells", picks }, missing: [] };
}

const unitWords: Readonly<Record<string, string>> = units;

/** The units on offer, the likeliest first: what the amount's column counts, behind the row's category where the policy divides by it. */
function unitOptions(
  slot: Extract<Slot, { kind: "unit" }>,
  judging: Judging,
  table: FormulaTable,
  amount: number | null,
): readonly UnitChoice[] {
  const column = table.columns.find(({ index }) => index === amount);
  const counted = unitWords[column?.key ?? ""] ?? judging.pack.unit;
  const category = slot.byCategory ? (table.columns.find(({ key }) => key === "category") ?? null) : null;
  const whole = slot.units.map((text): UnitChoice => ({ value: text, text, category: null }));
  const sorted = [...whole.filter(({ text }) => text === counted), ...whole.filter(({ text }) => text !== counted)];
  return category === null ? sorted : [{ value: `${category.letter}&${counted}`, text: counted, category }, ...sorted];
}

function amountOf(fields: readonly Field[]): number | null {
  const [first] = fields;
  return first?.kind === "column" ? first.chosen : null;
}

function unitStep(
  slot: Extract<Slot, { kind: "unit" }>,
  judging: Judging,
  table: FormulaTable,
  choices: Choices,
  before: readonly Field[],
): Step {
  const options = unitOptions(slot, judging, table, amountOf(before));
  const chosen = options.find(({ value }) => value === choices.unit) ?? options[0];
  if (!chosen) return { fields: [], arg: null, missing: [{ id: "field.unit" }] };
  const arg: Argument =
    chosen.category === null ? { kind: "text", text: chosen.text } : { kind: "joined", column: chosen.category.index, text: chosen.text };
  return { fields: [{ kind: "unit", options, chosen: chosen.value }], arg, missing: [] };
}

const isIso = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);

/** "known", "column:6", "2024-09-01". */
function dayStep(slot: Extract<Slot, { kind: "day" }>, choices: Choices, today: string): Step {
  const chosen = choices.day ?? (slot.known ? "known" : today);
  const fields: readonly Field[] = [{ kind: "day", known: slot.known, chosen }];
  if (chosen === "known" && slot.known) return { fields, arg: "left-out", missing: [] };
  if (chosen.startsWith("column:"))
    return { fields, arg: { kind: "cells", picks: [{ column: Number(chosen.slice(7)), divide: 1 }] }, missing: [] };
  if (isIso(chosen)) return { fields, arg: { kind: "day", iso: chosen }, missing: [] };
  return { fields, arg: null, missing: [{ id: "field.day" }] };
}

/** The fields of a recipe with what is chosen or proposed, and the arguments where all is there. */
export function resolve(
  recipe: Recipe,
  judging: Judging,
  rule: Rule | null,
  table: FormulaTable,
  choices: Choices,
  today: string,
): Resolved {
  const slots = recipe.slots(judging, rule, table);
  if (slots === null) return { fields: [], args: null, missing: [] };
  const fields: Field[] = [];
  const args: Argument[] = [];
  const missing: Label[] = [];
  let isComplete = true;
  let isCut = false;
  for (const [at, slot] of slots.entries()) {
    // What follows an argument that is left out has no place in the formula.
    if (isCut) break;
    const step =
      slot.kind === "columns"
        ? columnStep(slot, at, table, choices)
        : slot.kind === "unit"
          ? unitStep(slot, judging, table, choices, fields)
          : dayStep(slot, choices, today);
    fields.push(...step.fields);
    missing.push(...step.missing);
    if (step.arg === null) isComplete = false;
    else if (step.arg === "left-out") isCut = true;
    else args.push(step.arg);
  }
  return { fields, args: isComplete ? args : null, missing };
}

/** How many columns are still to be chosen by hand: 0 where the table has all that is wanted. */
export function openColumns(recipe: Recipe, judging: Judging, rule: Rule | null, table: FormulaTable): number {
  return resolve(recipe, judging, rule, table, nothingChosen, "2000-01-01").missing.length;
}
