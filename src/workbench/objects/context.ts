/**
 * What every object of the simulated Excel works with: the workbook, what is registered for events, and the checks that
 * Excel makes before it lets a sheet be changed.
 */
import type { Book, Fields } from "../book";
import { type Area, cellsIn, cellsOf, columnsOf, rowsOf } from "../grid/area";
import type { GridSheet, GridValue } from "../grid/grid";
import { HostError } from "../protocol/errors";
import type { HostObject } from "../protocol/object";
import type { CreatedWorkbooks } from "./created-workbooks";

export interface Context {
  readonly book: Book;
  /** Client handlers: "eventType|sheet id" (or WHOLE_WORKBOOK). */
  readonly subscriptions: Set<string>;
  readonly created: CreatedWorkbooks;
  /** Makes a range that the client finds by reference (event arguments). */
  keep(object: HostObject): string;
  reference(name: string): HostObject;
  release(name: string): void;
  /** Says that the add-in changed cells, so that handlers hear of it. */
  changed(sheetId: string, area: Area, before: GridValue): void;
}

/** Above this number of cells Excel hands over no values. */
export const MAX_CELLS = 5_000_000;
const LOCK_CHECK_CELLS = 50_000;

/** The sheet, where it still exists; a deleted one is ItemNotFound. */
export function sheetOf(context: Context, sheetId: string): GridSheet {
  const sheet = context.book.grid.sheets().find((one) => one.id === sheetId);
  if (sheet === undefined) throw new HostError("ItemNotFound", "the sheet was deleted");
  return sheet;
}

function hasLockedCell(sheet: GridSheet, area: Area): boolean {
  if (cellsOf(area) > LOCK_CHECK_CELLS) return true;
  for (const [row, column] of cellsIn(area)) if (sheet.style(row, column).locked) return true;
  return false;
}

/** Refuses to write into locked cells of a protected sheet. */
export function mustBeWritable(context: Context, sheet: GridSheet, areas: readonly Area[]): void {
  if (context.book.stateOf(sheet.id).protection === null) return;
  if (areas.some((area) => hasLockedCell(sheet, area))) throw new HostError("AccessDenied", `${sheet.name} is protected`);
}

/** Refuses what a protected sheet's options do not allow (option names as in Excel.WorksheetProtectionOptions). */
export function mustAllow(context: Context, sheet: GridSheet, option: string): void {
  const { protection } = context.book.stateOf(sheet.id);
  if (protection !== null && protection.options[option] !== true) throw new HostError("AccessDenied", `${sheet.name} is protected`);
}

/** Refuses a change of the sheets of a workbook whose structure is protected. */
export function mustAllowStructure(context: Context): void {
  if (context.book.isStructureProtected) throw new HostError("AccessDenied", "the workbook's structure is protected");
}

/**
 * Spreads what was set over an area as Excel does: one value for all cells, or a table of exactly the area's size.
 * null leaves a cell alone.
 */
export function spread(area: Area, value: unknown): (row: number, column: number) => unknown {
  if (!Array.isArray(value)) return () => value;
  const lines: unknown[] = value;
  const fits = lines.length === rowsOf(area) && lines.every((line) => Array.isArray(line) && line.length === columnsOf(area));
  if (!fits)
    throw new HostError(
      "InvalidArgument",
      "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
    );
  return (row, column) => {
    const line = lines[row - area.top];
    const cells: unknown[] = Array.isArray(line) ? line : [];
    return cells[column - area.left];
  };
}

/** The one value that all have, or null where they differ. */
export function common<T>(values: Iterable<T>): T | null {
  let first: T | undefined;
  for (const value of values) {
    if (first === undefined) first = value;
    else if (first !== value) return null;
  }
  return first ?? null;
}

/** Getters for properties that are simply kept, with what they are before anyone sets them. */
export const keptGetters = (fields: Fields, defaults: Readonly<Record<string, unknown>>, prefix = ""): Record<string, () => unknown> =>
  Object.fromEntries(
    Object.entries(defaults).map(([name, initial]) => [name, () => (fields.has(prefix + name) ? fields.get(prefix + name) : initial)]),
  );

/** Setters for the same; `before` may refuse. */
export const keptSetters = (
  fields: Fields,
  names: readonly string[],
  before: () => void = () => undefined,
  prefix = "",
): Record<string, (value: unknown) => void> =>
  Object.fromEntries(
    names.map((name) => [
      name,
      (value: unknown) => {
        before();
        fields.set(prefix + name, value);
      },
    ]),
  );
