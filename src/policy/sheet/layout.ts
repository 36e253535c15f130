/**
 * Where each field of a rule stands in the rule sheet: in a column of the rule's own row, or in a row of its own below it
 * (参数). The words and places are in `words.json`; nothing here reads or writes cells.
 */
import { plainName } from "../naming";
import { rowForms, type Field, type GroupForm } from "./form";
import words from "./words.json";

export type Column = (typeof words.columns)[number]["key"];

export const columns = words.columns;

/** One value that stands in one cell. */
export interface Leaf {
  /** The names that lead to it from the rule, or from the item it belongs to: ["clause", "at"]. */
  readonly steps: readonly string[];
  readonly field: Field;
  /** The dotted path with the kind: evidence.bands.min. */
  readonly path: string;
  /** The column of its owner's row; null where it has a row of its own, called `label`. */
  readonly column: Column | null;
  readonly label: string;
  /** The label in the form in which names are compared. */
  readonly called: string;
  /** For a number: the parts of its unit, "分", "{per}"; null where it has none. */
  readonly unit: readonly UnitPart[] | null;
}

/** A part of a unit: a word, the pack's unit, a field of the same owner, or a field of the rule above the item. */
export type UnitPart =
  | { readonly is: "word"; readonly word: string }
  | { readonly is: "pack" }
  | { readonly is: "field"; readonly field: Field }
  | { readonly is: "above"; readonly name: string };

/** A list of things with fields of their own: one row each. */
export interface Block {
  readonly steps: readonly string[];
  readonly path: string;
  readonly label: string;
  readonly called: string;
  readonly leaves: readonly Leaf[];
  readonly form: GroupForm;
  /** The first stands on the rule's own row (readings). */
  readonly onOwnersRow: boolean;
  /** Each item as a whole is one cell of this column (persons in scope). */
  readonly whole: Column | null;
  readonly optional: boolean;
}

/** A group that may be there with nothing in it. */
export interface Hollow {
  readonly steps: readonly string[];
  readonly label: string;
  readonly called: string;
}

export interface Layout {
  readonly kind: string;
  readonly leaves: readonly Leaf[];
  readonly blocks: readonly Block[];
  readonly hollows: readonly Hollow[];
}

/** The entry for a path in a table of `words.json`, the most particular first: evidence.bands.min, bands.min, min. */
export function particular<T>(table: Readonly<Record<string, T>>, path: string): T | undefined {
  const steps = path.split(".");
  for (let from = 0; from < steps.length; from += 1) {
    const key = steps.slice(from).join(".");
    if (Object.hasOwn(table, key)) return table[key];
  }
  return undefined;
}

const columnKeys: ReadonlyMap<string, Column> = new Map(columns.map(({ key }) => [key, key]));
const places: Readonly<Record<string, string | null>> = words.places;
const labels: Readonly<Record<string, string>> = words.fields;
const units: Readonly<Record<string, string>> = words.units;

function columnOf(path: string): Column | null {
  const place = particular(places, path);
  return typeof place === "string" ? (columnKeys.get(place) ?? null) : null;
}

/** What a field is called in the column 参数; its own name where nobody gave it a word, so that nothing is lost. */
function labelOf(path: string): string {
  return particular(labels, path) ?? path.slice(path.indexOf(".") + 1);
}

function unitParts(path: string, siblings: readonly Field[]): readonly UnitPart[] | null {
  const template = particular(units, path);
  if (template === undefined) return null;
  return template.split("/").map((part): UnitPart => {
    const name = /^\{(\^?)(\w+)\}$/.exec(part);
    if (name === null) return { is: "word", word: part };
    const [, above, called = ""] = name;
    if (called === "pack") return { is: "pack" };
    const field = above === "" ? siblings.find((sibling) => sibling.name === called) : undefined;
    return field === undefined ? { is: "above", name: called } : { is: "field", field };
  });
}

/** The names of the fields that are told by a unit (per, period, unit) and so have no place of their own. */
function toldByUnits(form: GroupForm, path: string): ReadonlySet<string> {
  const told = form.fields.flatMap((field) => (field.form.is === "number" ? (unitParts(`${path}.${field.name}`, form.fields) ?? []) : []));
  return new Set(told.flatMap((part) => (part.is === "field" ? [part.field.name] : [])));
}

interface Parts {
  readonly leaves: Leaf[];
  readonly blocks: Block[];
  readonly hollows: Hollow[];
}

function layField(field: Field, path: string, steps: readonly string[], siblings: readonly Field[], parts: Parts): void {
  const { form } = field;
  const column = columnOf(path);
  const label = labelOf(path);
  if (form.is === "items" && !isOneCell(path)) {
    parts.blocks.push(blockOf(field, form.of, path, steps));
  } else if (form.is === "group" && !isOneCell(path)) {
    if (field.optional) parts.hollows.push({ steps, label, called: plainName(label) });
    layGroup(form, path, steps, parts);
  } else {
    parts.leaves.push({
      steps,
      field,
      path,
      column,
      label,
      called: plainName(label),
      unit: form.is === "number" ? unitParts(path, siblings) : null,
    });
  }
}

/** Structures that are written into one cell: whom a rule is about, the options of a reading. */
function isOneCell(path: string): boolean {
  const column = columnOf(path);
  return column === "options" || (column === "audience" && path.endsWith(".who"));
}

function blockOf(field: Field, form: GroupForm, path: string, steps: readonly string[]): Block {
  const inside: Parts = { leaves: [], blocks: [], hollows: [] };
  const whole = columnOf(path);
  if (whole === null) layGroup(form, path, [], inside);
  const onOwnersRow = words.onOwnersRow.includes(field.name);
  const label = labelOf(path);
  return { steps, path, label, called: plainName(label), leaves: inside.leaves, form, onOwnersRow, whole, optional: field.optional };
}

function layGroup(form: GroupForm, path: string, steps: readonly string[], parts: Parts): void {
  const told = toldByUnits(form, path);
  for (const field of form.fields) {
    if (!told.has(field.name)) layField(field, `${path}.${field.name}`, [...steps, field.name], form.fields, parts);
  }
}

function layOut(kind: string, form: GroupForm): Layout {
  const parts: Parts = { leaves: [], blocks: [], hollows: [] };
  layGroup(form, kind, [], parts);
  return { kind, ...parts };
}

/** How the rows of each kind are laid out. */
export const layouts: ReadonlyMap<string, Layout> = new Map([...rowForms].map(([kind, form]) => [kind, layOut(kind, form)]));

const kindWords: Readonly<Record<string, string>> = words.kinds;

export function kindLabel(kind: string): string {
  return kindWords[kind] ?? kind;
}

const valueWords: Readonly<Record<string, Readonly<Record<string, string>>>> = words.values;

/** The Chinese words for the values of an enumeration; the values themselves where they are Chinese already. */
export function wordsOf(path: string, values: readonly string[]): ReadonlyMap<string, string> {
  const table = particular(valueWords, path) ?? {};
  return new Map(values.map((value) => [value, table[value] ?? value]));
}
