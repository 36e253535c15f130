/** npm run policy -- fields: the kinds of rules with their fields, in the rule sheet and in JSON, as the tables of the guide. */
import { describeKindOf, describePath } from "../policy/json-schema";
import { columns, kindLabel, layouts, type Column, type Layout, type Leaf } from "../policy/sheet/layout";
import { say } from "./say";

interface FieldRow {
  /** Where it stands in the rule sheet. */
  readonly place: string;
  readonly json: string;
  readonly isNeeded: boolean;
  readonly says: string;
}

/** What every rule has; told once for all kinds. */
const COMMON: ReadonlySet<string> = new Set(["id", "name", "aliases", "clause", "readings", "assumption", "unset"]);

/** Kinds of rows that are no rules. */
const PARTS: readonly string[] = ["pack", "table", "example"];

function headerOf(column: Column): string {
  return columns.find(({ key }) => key === column)?.header ?? "";
}

function placeOf(leaf: Leaf, item: string): string {
  const own = leaf.column === null ? say("policy.fields.parameter", { label: leaf.label }) : headerOf(leaf.column);
  return item === "" || leaf.column === null ? own : say("policy.fields.of-item", { item, place: own });
}

/** A leaf, and the fields that its unit tells (分/次: per). */
function rowsOf(leaf: Leaf, before: readonly string[], item: string): FieldRow[] {
  const json = [...before, ...leaf.steps].join(".");
  const parent = leaf.path.slice(0, leaf.path.lastIndexOf("."));
  const told = (leaf.unit ?? []).flatMap((part) => (part.is === "field" ? [part.field] : []));
  return [
    { place: placeOf(leaf, item), json, isNeeded: !leaf.field.optional, says: describePath(leaf.path) },
    ...told.map((field) => ({
      place: headerOf("unit"),
      json: [...before, ...leaf.steps.slice(0, -1), field.name].join("."),
      isNeeded: !field.optional,
      says: describePath(`${parent}.${field.name}`),
    })),
  ];
}

function fieldsOf(layout: Layout): FieldRow[] {
  const own = layout.leaves.flatMap((leaf) => rowsOf(leaf, [], ""));
  const inBlocks = layout.blocks.flatMap((block) => {
    const path = `${block.steps.join(".")}[]`;
    const place = say("policy.fields.parameter", { label: block.label });
    const whole = block.whole === null ? place : say("policy.fields.of-item", { item: block.label, place: headerOf(block.whole) });
    const head: FieldRow = { place: whole, json: path, isNeeded: !block.optional, says: describePath(block.path) };
    return [head, ...block.leaves.flatMap((leaf) => rowsOf(leaf, [path], block.label))];
  });
  return [...own, ...inBlocks];
}

function isCommon({ json }: FieldRow): boolean {
  return COMMON.has(/^[a-zA-Z]+/.exec(json)?.[0] ?? "");
}

function tableLines(rows: readonly FieldRow[]): string[] {
  const lines = rows.map(({ place, json, isNeeded, says }) => {
    const needed = say(isNeeded ? "policy.fields.needed" : "policy.fields.optional");
    return `| ${place} | \`${json}\` | ${needed} | ${says} |`;
  });
  return [say("policy.fields.header"), "| --- | --- | --- | --- |", ...lines];
}

function sectionLines(kind: string, layout: Layout): string[] {
  const own = fieldsOf(layout).filter((row) => PARTS.includes(kind) || !isCommon(row));
  return ["", say("policy.fields.kind", { name: kindLabel(kind), kind }), "", describeKindOf(kind), "", ...tableLines(own)];
}

/** The tables of all kinds, as Markdown. */
export function fieldTables(): string {
  const kinds = [...layouts].filter(([kind]) => !PARTS.includes(kind));
  const parts = [...layouts].filter(([kind]) => PARTS.includes(kind));
  const common = kinds.flatMap(([, layout]) => fieldsOf(layout)).filter(isCommon);
  const shared = new Map(common.map((row) => [row.json, row]));
  const lines = [
    say("policy.fields.common"),
    "",
    ...tableLines([...shared.values()]),
    ...[...kinds, ...parts].flatMap(([kind, layout]) => sectionLines(kind, layout)),
  ];
  return `${lines.join("\n")}\n`;
}
