/**
 * The rows of a rule sheet as they are found: which column is which, which rows belong to which rule. Tolerates moved,
 * added and missing columns, blank rows and notes; what a cell means is read elsewhere.
 */
import { CellError, type CellValue } from "../../values/cell";
import { plainName } from "../naming";
import { columns, kindLabel, layouts, type Column } from "./layout";
import words from "./words.json";

export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** A cell that holds something. */
export interface Spot {
  readonly value: string | number | boolean | CellError;
  readonly cell: Cell;
}

export interface Line {
  readonly row: number;
  readonly spots: ReadonlyMap<Column, Spot>;
}

/** A row with a kind, and the rows below it that belong to it. */
export interface OwnerLines {
  readonly kind: string;
  readonly line: Line;
  readonly details: readonly Line[];
}

export interface Grid {
  readonly headerRow: number;
  readonly columnOf: ReadonlyMap<Column, number>;
  readonly lines: readonly Line[];
}

export type Values = readonly (readonly CellValue[])[];

/** The header is looked for in the first rows and columns only. */
const headerWithin = { rows: 40, columns: 80 };
/** Columns without which a sheet is no rule sheet. */
const needed: readonly Column[] = ["id", "kind", "name", "number"];
/** More rows than any policy needs; a sheet with more is refused. */
export const MOST_LINES = 20_000;
/** Rows with a kind: the rules, tables and examples of a pack. */
export const MOST_OWNERS = 2000;

const columnByHeader: ReadonlyMap<string, Column> = new Map(columns.map(({ key, header }) => [plainName(header), key]));

function headerColumns(row: readonly CellValue[]): ReadonlyMap<Column, number> {
  const found = new Map<Column, number>();
  row.slice(0, headerWithin.columns).forEach((value, column) => {
    const key = typeof value === "string" && value.length < 20 ? columnByHeader.get(plainName(value)) : undefined;
    if (key !== undefined && !found.has(key)) found.set(key, column);
  });
  return found;
}

function findHeader(values: Values): { headerRow: number; columnOf: ReadonlyMap<Column, number> } | null {
  for (const [headerRow, row] of values.slice(0, headerWithin.rows).entries()) {
    const columnOf = headerColumns(row);
    if (needed.every((key) => columnOf.has(key))) return { headerRow, columnOf };
  }
  return null;
}

/** Whether the cells hold a rule sheet (考核规则): its header is found near the top. */
export function isRuleSheet(values: Values): boolean {
  return findHeader(values) !== null;
}

function isBlank(value: CellValue | undefined): boolean {
  return value === null || value === undefined || (typeof value === "string" && value.trim() === "");
}

function spotsOf(row: readonly CellValue[], at: number, columnOf: ReadonlyMap<Column, number>): Map<Column, Spot> {
  const spots = new Map<Column, Spot>();
  for (const [key, column] of columnOf) {
    const value = row[column] ?? null;
    if (value !== null && !isBlank(value)) spots.set(key, { value, cell: { row: at, column } });
  }
  return spots;
}

/** The rows that hold something; null where the cells are no rule sheet. At most one row more than MOST_LINES. */
export function readGrid(values: Values): Grid | null {
  const header = findHeader(values);
  if (header === null) return null;
  const lines: Line[] = [];
  for (let row = header.headerRow + 1; row < values.length && lines.length <= MOST_LINES; row += 1) {
    const cells = values[row] ?? [];
    // A whole column as the argument of a formula brings a million blank rows.
    if (cells.every(isBlank)) continue;
    const spots = spotsOf(cells, row, header.columnOf);
    if (spots.size > 0) lines.push({ row, spots });
  }
  return { ...header, lines };
}

const kindByWord: ReadonlyMap<string, string> = new Map([
  ...Object.entries(words.kindAliases).map(([word, kind]) => [plainName(word), kind] as const),
  ...[...layouts.keys()].flatMap((kind) => [[kind, kind] as const, [plainName(kindLabel(kind)), kind] as const]),
]);

/** As much as a cell of Excel can hold; more comes only from a file that no Excel wrote. */
export const LONGEST_TEXT = 32_767;

/** The text of a cell, line ends as \n; "" where it holds nothing or an error. */
export function textOf(spot: Spot | undefined): string {
  if (spot === undefined || spot.value instanceof CellError) return "";
  return String(spot.value).slice(0, LONGEST_TEXT).replace(/\r\n?/g, "\n").trim();
}

const detailColumns: readonly Column[] = ["parameter", "question", "chosen", "options", "why"];

export interface Grouped {
  readonly owners: readonly OwnerLines[];
  /** Rows whose kind is not known, or that name none although they say something. */
  readonly strays: readonly { readonly line: Line; readonly why: "kind-unknown" | "kind-missing" | "no-owner" }[];
}

interface Open {
  readonly kind: string;
  readonly line: Line;
  readonly details: Line[];
}

/** The rows by the rule they belong to: the one whose id they repeat, else the one above them. */
export function grouped(lines: readonly Line[]): Grouped {
  const owners = new Map<Line, Open>();
  const byId = new Map<string, Open>();
  const strays: Grouped["strays"][number][] = [];
  for (const line of lines) {
    const word = line.spots.get("kind");
    if (word === undefined) continue;
    const kind = kindByWord.get(plainName(textOf(word).slice(0, 40)));
    if (kind === undefined) strays.push({ line, why: "kind-unknown" });
    // Of an unknown kind, it still owns its rows: they are no fault of their own.
    const open: Open = { kind: kind ?? "", line, details: [] };
    owners.set(line, open);
    const id = textOf(line.spots.get("id"));
    if (id !== "" && !byId.has(id)) byId.set(id, open);
  }
  let above: Open | undefined;
  for (const line of lines) {
    if (line.spots.has("kind")) above = owners.get(line);
    else if (detailColumns.some((key) => line.spots.has(key))) {
      const id = textOf(line.spots.get("id"));
      const owner = id === "" ? above : byId.get(id);
      if (owner === undefined) strays.push({ line, why: "no-owner" });
      else owner.details.push(line);
    } else if (line.spots.size > 1) strays.push({ line, why: "kind-missing" });
  }
  return { owners: [...owners.values()].filter(({ kind }) => kind !== ""), strays };
}
