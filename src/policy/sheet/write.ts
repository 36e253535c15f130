/**
 * A pack as rows that a clerk can read and edit (写出规则表): first the policy itself, then its rules in their order, the
 * kinds of tables, the examples. Reading them back stands in `read.ts`.
 */
import { saySheet } from "./say";
import type { Pack } from "../schema";
import { optionWords, writeAudience, writeJson, writeNames, writeOptions, writeUnit } from "./cell-text";
import { rowForms, type Field } from "./form";
import { columns, kindLabel, layouts, wordsOf, type Block, type Column, type Layout, type Leaf } from "./layout";
import type { CellFormat, PlanCell, PlanRow, PlanRowRole, SheetPlan } from "./plan";
import words from "./words.json";

type Cells = Map<Column, PlanCell>;
type Struct = Readonly<Record<string, unknown>>;

interface Line {
  readonly role: PlanRowRole;
  readonly cells: Cells;
}

/** What writing a row needs beside its own value. */
interface Owner {
  readonly value: unknown;
  readonly packUnit: string;
  /** Repeated on every row of a rule, so that rows that were sorted or filtered still know their rule. */
  readonly id: string | null;
}

function isStruct(value: unknown): value is Struct {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function inner(value: unknown, steps: readonly string[]): unknown {
  let at = value;
  for (const step of steps) at = isStruct(at) && Object.hasOwn(at, step) ? at[step] : undefined;
  return at;
}

function text(value: string, choices?: readonly string[]): PlanCell {
  return choices === undefined ? { value, format: "@" } : { value, format: "@", choices };
}

/** 01-25 as 1月25日. */
function yearlyDay(day: string): string {
  const [month = "", date = ""] = day.split("-");
  return saySheet({ id: "sheet.yearly-day", values: { month: Number(month), day: Number(date) } });
}

function optionsOf(value: unknown): { value: string; label: string }[] {
  return listOf(value).map((option) => ({ value: String(inner(option, ["value"])), label: String(inner(option, ["label"])) }));
}

function listCell(field: Field, value: unknown): PlanCell {
  const names = listOf(value).map(String);
  const isYearly = field.form.is === "list" && field.form.of.is === "yearly-day";
  return text(writeNames(isYearly ? names.map(yearlyDay) : names));
}

function numberCell(value: unknown, share: boolean): PlanCell {
  const format: CellFormat = share ? "0.####%" : "General";
  return typeof value === "number" ? { value, format } : text(words.open);
}

/** The cell of a value; `item` is the thing it is a field of. */
function cellOf(leaf: Leaf, value: unknown, item: unknown): PlanCell {
  const { form } = leaf.field;
  switch (form.is) {
    case "number":
      return numberCell(value, form.share);
    case "flag":
      return text(value === true ? words.yes : words.no, [words.yes, words.no]);
    case "word": {
      const choices = wordsOf(leaf.path, form.words);
      return text(choices.get(String(value)) ?? String(value), [...choices.values()]);
    }
    case "list":
      return listCell(leaf.field, value);
    case "items":
      return text(writeOptions(optionsOf(value)));
    case "group":
      return text(writeAudience(isStruct(value) ? value : {}));
    case "json":
      return text(writeJson(value));
    default:
      return leaf.column === "chosen" ? chosenCell(String(value), item) : text(String(value));
  }
}

function chosenCell(value: string, reading: unknown): PlanCell {
  const shown = optionWords(optionsOf(inner(reading, ["options"])));
  return text(shown.get(value) ?? value, [...shown.values()]);
}

/** The unit of a number; null where it has none. */
function unitCell(leaf: Leaf, item: unknown, owner: Owner): PlanCell | null {
  if (leaf.field.form.is === "number" && leaf.field.form.share) return text(words.shareUnit);
  const parts = (leaf.unit ?? []).flatMap((part) => {
    if (part.is === "word") return [part.word];
    if (part.is === "pack") return [owner.packUnit];
    const value = part.is === "above" ? inner(owner.value, [part.name]) : inner(item, [part.field.name]);
    if (typeof value !== "string") return [];
    const isWord = part.is === "field" && part.field.form.is === "word";
    return [isWord ? (wordsOf(part.field.name, [value]).get(value) ?? value) : value];
  });
  return parts.length === 0 ? null : text(writeUnit(parts));
}

function put(leaf: Leaf, value: unknown, item: unknown, cells: Cells, column: Column, owner: Owner): void {
  cells.set(column, cellOf(leaf, value, item));
  const unit = leaf.field.form.is === "number" ? unitCell(leaf, item, owner) : null;
  if (unit !== null) cells.set("unit", unit);
}

function detailLine(label: string, owner: Owner): Line {
  const cells: Cells = new Map([["parameter", text(label)]]);
  if (owner.id !== null) cells.set("id", text(owner.id));
  return { role: "detail", cells };
}

/** A value with a row of its own. */
function leafLines(leaf: Leaf, value: unknown, item: unknown, owner: Owner): Line[] {
  if (leaf.field.form.is === "map") return mapLines(leaf, value, owner);
  const line = detailLine(leaf.label, owner);
  put(leaf, value, item, line.cells, leaf.field.form.is === "number" ? "number" : "content", owner);
  return [line];
}

function emptyLine(label: string, owner: Owner): Line {
  const line = detailLine(label, owner);
  line.cells.set("content", text(words.empty));
  return line;
}

function mapLines(leaf: Leaf, value: unknown, owner: Owner): Line[] {
  const entries = isStruct(value) ? Object.entries(value) : [];
  if (entries.length === 0) return [emptyLine(leaf.label, owner)];
  return entries.map(([name, names]) => {
    const line = detailLine(leaf.label, owner);
    line.cells.set("code", text(name));
    line.cells.set("content", text(writeNames(listOf(names).map(String))));
    return line;
  });
}

/** Puts into the row what has a column, and gives the rows of the rest. */
function spread(leaves: readonly Leaf[], item: unknown, cells: Cells, owner: Owner): Line[] {
  return leaves.flatMap((leaf) => {
    const value = inner(item, leaf.steps);
    if (value === undefined) return [];
    if (leaf.column === null || leaf.field.form.is === "map") return leafLines(leaf, value, item, owner);
    put(leaf, value, item, cells, leaf.column, owner);
    return [];
  });
}

function blockLines(block: Block, ownCells: Cells, owner: Owner): Line[] {
  const value = inner(owner.value, block.steps);
  if (value === undefined) return [];
  const items = listOf(value);
  if (items.length === 0) return [emptyLine(block.label, owner)];
  return items.flatMap((item, index) => {
    if (block.onOwnersRow && index === 0) return spread(block.leaves, item, ownCells, owner);
    const line = detailLine(block.label, owner);
    if (block.whole !== null) line.cells.set(block.whole, text(writeAudience(isStruct(item) ? item : {})));
    return [line, ...spread(block.leaves, item, line.cells, owner)];
  });
}

function ownerLines(layout: Layout, owner: Owner): Line[] {
  const cells: Cells = new Map([["kind", text(kindLabel(layout.kind), kindChoices)]]);
  const details = spread(layout.leaves, owner.value, cells, owner);
  const hollow = layout.hollows.filter(({ steps }) => {
    const value = inner(owner.value, steps);
    return isStruct(value) && Object.keys(value).length === 0;
  });
  const blocks = layout.blocks.flatMap((block) => blockLines(block, cells, owner));
  return [{ role: "rule", cells }, ...details, ...hollow.map(({ label }) => emptyLine(label, owner)), ...blocks];
}

/** The kinds that a clerk may choose for a row. */
const kindChoices: readonly string[] = [...rowForms.keys()].map(kindLabel);

function linesOf(kind: string, value: unknown, packUnit: string, id: string | null): Line[] {
  const layout = layouts.get(kind);
  return layout === undefined ? [] : ownerLines(layout, { value, packUnit, id });
}

function singleLine(role: PlanRowRole, value: string): Line {
  return { role, cells: new Map([["id", text(value)]]) };
}

function heading(section: string): Line {
  return singleLine(
    "heading",
    words.heading.replace("{}", () => section),
  );
}

/** The section of a document that a clause stands in: 六.2 of 六.2(1). */
function sectionOf(clause: string): string {
  return clause.replace(/ *[(（].*$/s, "");
}

/** The rules in their order, a heading before each section of the document. */
function ruleLines(pack: Pack): Line[] {
  return pack.rules.flatMap((rule, index) => {
    const own = linesOf(rule.kind, rule, pack.unit, rule.id);
    const section = sectionOf(rule.clause.at);
    const before = pack.rules[index - 1];
    return before !== undefined && sectionOf(before.clause.at) === section ? own : [heading(section), ...own];
  });
}

function groupLines(kind: string, values: readonly unknown[], packUnit: string): Line[] {
  return values.length === 0 ? [] : [heading(kindLabel(kind)), ...values.flatMap((value) => linesOf(kind, value, packUnit, null))];
}

function headLines(pack: Pack): Line[] {
  const own = linesOf("pack", pack, pack.unit, null);
  if (pack.examples?.length !== 0) return own;
  return [...own, emptyLine(kindLabel("example"), { value: pack, packUnit: pack.unit, id: null })];
}

function headerLine(): Line {
  return { role: "header", cells: new Map(columns.map(({ key, header }) => [key, text(header)])) };
}

function rowOf({ role, cells }: Line): PlanRow {
  return { role, cells: columns.map(({ key }) => cells.get(key) ?? null) };
}

/** The plan of a worksheet that holds the whole pack, one rule a row. */
export function packToRows(pack: Pack): SheetPlan {
  const above = [
    singleLine("title", saySheet({ id: "sheet.title", values: { name: pack.name } })),
    singleLine("hint", saySheet({ id: "sheet.hint" })),
  ];
  const lines = [
    ...above,
    headerLine(),
    ...headLines(pack),
    ...ruleLines(pack),
    ...groupLines("table", pack.tables, pack.unit),
    ...groupLines("example", pack.examples ?? [], pack.unit),
  ];
  return {
    sheetName: words.sheetName,
    columns,
    headerRow: above.length,
    rows: lines.map(rowOf),
    kindColumn: columns.findIndex(({ key }) => key === "kind"),
    kindChoices,
  };
}
