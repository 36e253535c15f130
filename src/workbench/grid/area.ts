/**
 * Rectangles of cells and their A1 addresses, as Excel writes them. Rows and columns are counted from 0, both ends included.
 */
import { HostError } from "../protocol/errors";

export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export const MAX_ROWS = 1048576;
export const MAX_COLUMNS = 16384;
export const WHOLE_SHEET: Area = { top: 0, left: 0, bottom: MAX_ROWS - 1, right: MAX_COLUMNS - 1 };

export const rowsOf = (area: Area): number => area.bottom - area.top + 1;
export const columnsOf = (area: Area): number => area.right - area.left + 1;
export const cellsOf = (area: Area): number => rowsOf(area) * columnsOf(area);
export const cellArea = (row: number, column: number): Area => ({ top: row, left: column, bottom: row, right: column });
export const isInside = (area: Area, row: number, column: number): boolean =>
  row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
export const sameArea = (one: Area, other: Area): boolean =>
  one.top === other.top && one.left === other.left && one.bottom === other.bottom && one.right === other.right;
export const isWholeRows = (area: Area): boolean => area.left === 0 && area.right === MAX_COLUMNS - 1;
export const isWholeColumns = (area: Area): boolean => area.top === 0 && area.bottom === MAX_ROWS - 1;

/** An area that lies on the sheet; anything else is Excel's InvalidArgument. */
export function areaOf(top: number, left: number, bottom: number, right: number): Area {
  const isOnSheet = top >= 0 && left >= 0 && bottom >= top && right >= left && bottom < MAX_ROWS && right < MAX_COLUMNS;
  if (!isOnSheet) throw new HostError("InvalidArgument", "outside of the sheet");
  return { top, left, bottom, right };
}

export function intersection(one: Area, other: Area): Area | undefined {
  const top = Math.max(one.top, other.top);
  const left = Math.max(one.left, other.left);
  const bottom = Math.min(one.bottom, other.bottom);
  const right = Math.min(one.right, other.right);
  return top <= bottom && left <= right ? { top, left, bottom, right } : undefined;
}

/** Whether two areas share a cell. */
export const overlaps = (one: Area, other: Area): boolean =>
  one.top <= other.bottom && other.top <= one.bottom && one.left <= other.right && other.left <= one.right;

export const bounding = (one: Area, other: Area): Area => ({
  top: Math.min(one.top, other.top),
  left: Math.min(one.left, other.left),
  bottom: Math.max(one.bottom, other.bottom),
  right: Math.max(one.right, other.right),
});

/** What is left of an area when another is taken out: up to four rectangles. */
export function without(area: Area, hole: Area): Area[] {
  const cut = intersection(area, hole);
  if (cut === undefined) return [area];
  const rest: Area[] = [];
  if (cut.top > area.top) rest.push({ ...area, bottom: cut.top - 1 });
  if (cut.left > area.left) rest.push({ top: cut.top, bottom: cut.bottom, left: area.left, right: cut.left - 1 });
  if (cut.right < area.right) rest.push({ top: cut.top, bottom: cut.bottom, left: cut.right + 1, right: area.right });
  if (cut.bottom < area.bottom) rest.push({ ...area, top: cut.bottom + 1 });
  return rest;
}

/** All cells of an area, row by row. */
export function* cellsIn(area: Area): Generator<readonly [row: number, column: number]> {
  for (let row = area.top; row <= area.bottom; row += 1) {
    for (let column = area.left; column <= area.right; column += 1) yield [row, column];
  }
}

/** A table of the area's size, filled cell by cell. */
export const tabulate = <T>(area: Area, cell: (row: number, column: number) => T): T[][] =>
  Array.from({ length: rowsOf(area) }, (_, down) =>
    Array.from({ length: columnsOf(area) }, (_unused, across) => cell(area.top + down, area.left + across)),
  );

export function columnName(column: number): string {
  let name = "";
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    name = String.fromCharCode(65 + ((left - 1) % 26)) + name;
  }
  return name;
}

const columnNumber = (name: string): number => [...name.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

export const cellName = (row: number, column: number): string => `${columnName(column)}${row + 1}`;

/** "A1", "A1:B2", "A:C" or "2:5". */
export function areaName(area: Area): string {
  if (isWholeColumns(area)) return `${columnName(area.left)}:${columnName(area.right)}`;
  if (isWholeRows(area)) return `${area.top + 1}:${area.bottom + 1}`;
  const first = cellName(area.top, area.left);
  return cellsOf(area) === 1 ? first : `${first}:${cellName(area.bottom, area.right)}`;
}

/** The same with "$" before every row and column. */
export const absoluteName = (area: Area): string => areaName(area).replace(/[A-Z]+|\d+/g, "$$$&");

/** A sheet's name as it stands before "!" in an address. */
export const quoted = (sheet: string): string =>
  /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet) && !/^[A-Za-z]{1,3}\d+$/.test(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`;

const CORNER = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/;
const COLUMN = /^\$?([A-Za-z]{1,3})$/;
const ROW = /^\$?(\d{1,7})$/;

function corner(text: string): { row?: number; column?: number } | undefined {
  const cell = CORNER.exec(text);
  if (cell !== null) return { row: Number(cell[2]) - 1, column: columnNumber(cell[1] ?? "") };
  const column = COLUMN.exec(text);
  if (column !== null) return { column: columnNumber(column[1] ?? "") };
  const row = ROW.exec(text);
  return row === null ? undefined : { row: Number(row[1]) - 1 };
}

const ordered = (one: number | undefined, other: number | undefined, last: number): [number, number] =>
  one === undefined || other === undefined ? [0, last] : [Math.min(one, other), Math.max(one, other)];

/** Reads "A1", "$B$2:C9", "A:C", "2:5", with or without a sheet before "!"; undefined where it is no address. */
export function readArea(address: string): Area | undefined {
  const [first = "", second, ...more] = address.slice(address.lastIndexOf("!") + 1).split(":");
  const from = corner(first);
  const to = corner(second ?? first);
  if (from === undefined || to === undefined || more.length > 0) return undefined;
  if (second === undefined && (from.row === undefined || from.column === undefined)) return undefined;
  if ((from.row === undefined) !== (to.row === undefined) || (from.column === undefined) !== (to.column === undefined)) return undefined;
  const [top, bottom] = ordered(from.row, to.row, MAX_ROWS - 1);
  const [left, right] = ordered(from.column, to.column, MAX_COLUMNS - 1);
  return top >= 0 && left >= 0 && bottom < MAX_ROWS && right < MAX_COLUMNS ? { top, left, bottom, right } : undefined;
}

/** The same, refusing what is no address. */
export function parseArea(address: string): Area {
  const area = readArea(address);
  if (area === undefined) throw new HostError("InvalidArgument", address);
  return area;
}

/** The sheet before "!" of an address, without quotes; undefined where none is given. */
export function sheetOfAddress(address: string): string | undefined {
  const at = address.lastIndexOf("!");
  return at < 0 ? undefined : address.slice(0, at).replace(/^'|'$/g, "").replaceAll("''", "'");
}

/** Reads "A1:B2,D4" (blanks allowed); refused where a part is no address. */
export const parseAreas = (addresses: string): Area[] => addresses.split(/\s*[,，]\s*/).map(parseArea);
