/** Where a formula can stand: empty columns of the table and beside it; what is occupied is known and never offered first. Pure. */
import { columnLetters } from "../../table/address";
import type { Area, Sheet } from "../../table/workbook";
import type { ResultColumn } from "./recipe";
import { isUnbroken, type FormulaTable } from "./tables";

/** A column in which the (first) result may stand. */
export interface Place {
  readonly column: number;
  readonly letter: string;
  /** The header that stands there already; "" for a new column. */
  readonly header: string;
  /** How many of the cells that the formula needs hold something. */
  readonly occupied: number;
  readonly cells: number;
  /** Some of them are parts of merged cells. */
  readonly isMerged: boolean;
  readonly isNew: boolean;
}

/** Columns looked at to the right of a table, and new ones offered. */
const LOOKED_AT = 60;
const OFFERED = 3;
const LAST_COLUMN = 16_383;

function isFilled(sheet: Sheet, row: number, column: number): boolean {
  return sheet.value(row, column) !== null || sheet.formula(row, column) !== null;
}

function touches(area: Area, row: number, column: number): boolean {
  return row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
}

function placeAt(table: FormulaTable, column: number, width: number): Place {
  const { sheet, rows, columns } = table;
  const at = Array.from({ length: width }, (_, beside) => column + beside);
  const occupied = rows.flatMap((row) => at.filter((one) => isFilled(sheet, row, one))).length;
  const merges = sheet.merges.filter((merge) => at.some((one) => one >= merge.left && one <= merge.right));
  const isMerged = merges.some((merge) => rows.some((row) => at.some((one) => touches(merge, row, one))));
  const own = columns.find(({ index }) => index === column);
  return {
    column,
    letter: columnLetters(column),
    header: own?.header ?? "",
    occupied,
    cells: rows.length * width,
    isMerged,
    isNew: own === undefined,
  };
}

/** A column that is seen and where nothing at all stands beside the table, its header and its summary rows included. */
function isFree({ sheet, header, last }: FormulaTable, column: number): boolean {
  if (sheet.isColumnHidden(column)) return false;
  for (let row = header.top; row <= last; row += 1) if (isFilled(sheet, row, column)) return false;
  return !sheet.merges.some((merge) => merge.left <= column && merge.right >= column && merge.bottom >= header.top && merge.top <= last);
}

function freeBeside(table: FormulaTable, width: number): number[] {
  const found: number[] = [];
  const from = table.header.right + 1;
  for (let column = from; column < from + LOOKED_AT && column + width - 1 <= LAST_COLUMN && found.length < OFFERED; column += 1) {
    const run = Array.from({ length: width }, (_, beside) => column + beside);
    if (run.every((one) => isFree(table, one))) found.push(column);
  }
  return found;
}

const isOpen = ({ occupied, isMerged }: Place): boolean => occupied === 0 && !isMerged;

/**
 * All places, the best first: the form's own column for such a result where it is empty, then new columns beside the table,
 * then other empty columns of it, then those that are occupied.
 */
export function placesFor(table: FormulaTable, results: readonly ResultColumn[], used: readonly number[]): readonly Place[] {
  const width = Math.max(1, results.length);
  const keys: readonly string[] = results[0]?.keys ?? [];
  const own = table.columns
    .filter(({ index }) => !used.includes(index) && !table.sheet.isColumnHidden(index))
    .map(({ index, key }) => ({ key, place: placeAt(table, index, width) }));
  const meant = own.filter(({ key, place }) => width === 1 && key !== null && keys.includes(key) && isOpen(place));
  const empty = own.filter((one) => !meant.includes(one) && isOpen(one.place));
  const filled = own.filter(({ place }) => !isOpen(place));
  const beside = freeBeside(table, width).map((column) => placeAt(table, column, width));
  return [...meant.map(({ place }) => place), ...beside, ...empty.map(({ place }) => place), ...filled.map(({ place }) => place)];
}

/** Why one formula cannot fill the whole column; null where it can. */
export type NoSpill = "old-excel" | "broken-rows" | "list-table" | "occupied" | "one-row" | "rule-by-row";

function nearList({ sheet, header, last }: FormulaTable, place: Place, width: number): boolean {
  return sheet.tables.some(
    ({ area }) => area.top <= last && area.bottom >= header.top && place.column + width - 1 >= area.left && place.column <= area.right + 1,
  );
}

export function whyNoSpill(table: FormulaTable, place: Place, width: number, canSpill: boolean): NoSpill | null {
  if (!canSpill) return "old-excel";
  if (table.rows.length === 1) return "one-row";
  if (!isUnbroken(table)) return "broken-rows";
  if (nearList(table, place, width)) return "list-table";
  return isOpen(place) ? null : "occupied";
}

/** Rows of records that the clerk does not see: hidden, or filtered away. */
export function hiddenRows({ sheet, rows }: FormulaTable): number {
  return rows.filter((row) => sheet.isRowHidden(row)).length;
}

/** The first cell beside the table, for one result in all. */
export function singleCell(table: FormulaTable): { readonly row: number; readonly column: number } {
  const [column = table.header.right + 1] = freeBeside(table, 1);
  return { row: table.rows[0] ?? table.header.bottom + 1, column };
}
