/**
 * What a template holds, before it is a file: its columns with headers that the check recognises, what may be entered, and
 * the KAOHE formulas. Pure. Which columns each kind of table has stands in columns.ts.
 */
import type { Pack, PackTable, Rule, TableKind } from "../../policy/schema";
import forms from "./forms.json";

/** What may be entered in a column. */
export type Input =
  | { readonly kind: "counter" | "text" | "id" | "date" }
  | { readonly kind: "number"; readonly min: number; readonly max: number | null; readonly whole: boolean }
  | { readonly kind: "list"; readonly values: readonly string[]; readonly open: boolean }
  /** `write` gives the formula without "=" for a row, asking for the addresses of other columns by their key. */
  | { readonly kind: "formula"; readonly write: (cells: Cells) => string; readonly percent?: boolean };

/** Addresses of the row at hand: one column's cell, and the cells from one column to another. */
export interface Cells {
  at(key: string): string;
  span(from: string, to: string): string;
}

export interface TemplateColumn {
  /** The key by which the check will know the column. */
  readonly key: string;
  readonly header: string;
  readonly width: number;
  readonly input: Input;
  /** The rule that the column is about, for 填表说明. */
  readonly rule: Rule | null;
}

export interface TemplatePlan {
  readonly pack: Pack;
  readonly table: PackTable;
  readonly columns: readonly TemplateColumn[];
  /** Rows that are given (materials to hand in, quotas): column key → text. */
  readonly given: readonly Readonly<Record<string, string>>[];
}

type Field = keyof typeof forms.fields;

const isField = (key: string): key is Field => Object.hasOwn(forms.fields, key);

type ByKind = Readonly<Partial<Record<TableKind, string>>>;
const kindHeaders: Readonly<Record<string, ByKind>> = {
  total: forms.total,
  credited: forms.credited,
  project: forms.project,
  claim: forms.claim,
  date: forms.date,
};
const creditHeaders: Readonly<Record<string, string>> = forms.creditUnit;

/** The header of a common field: the policy's own name for it, else what this kind of table calls it. */
export function fieldHeader(pack: Pack, table: PackTable, key: string): string {
  const own = table.fields?.[key]?.[0];
  if (own !== undefined) return own;
  const inCredits = pack.unit === "学分" ? (creditHeaders[`${key}.${table.kind}`] ?? creditHeaders[key]) : undefined;
  return inCredits ?? kindHeaders[key]?.[table.kind] ?? (isField(key) ? forms.fields[key].header : key);
}

const WIDTH = 11;

/** A column of a common field. */
export function fieldColumn(pack: Pack, table: PackTable, key: string, input: Input = { kind: "text" }): TemplateColumn {
  const width = isField(key) ? forms.fields[key].width : WIDTH;
  return { key, header: fieldHeader(pack, table, key), width, input, rule: null };
}

export function filled(pattern: string, values: Readonly<Record<string, string | number>>): string {
  return pattern.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** A column of a rule. */
export function ruleColumn(rule: Rule, header: string, input: Input, key: string = rule.id): TemplateColumn {
  return { key, header, width: Math.min(16, Math.max(WIDTH, header.length * 1.2)), input, rule };
}

export const anyAmount: Input = { kind: "number", min: 0, max: null, whole: false };
export const count: Input = { kind: "number", min: 0, max: null, whole: true };
export const upTo = (max: number): Input => ({ kind: "number", min: 0, max, whole: false });

/** A text inside a formula. */
export function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** A KAOHE function as a saved file spells it. */
export function kaohe(name: string, ...args: readonly string[]): string {
  return `_xldudf_KAOHE_${name}(${args.join(",")})`;
}

/** Nothing is shown in a row that is not filled in yet. */
export function ifFilled(cell: string, formula: string): string {
  return `IF(${cell}="","",${formula})`;
}
