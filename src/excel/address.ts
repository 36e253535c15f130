/**
 * Addresses of cells in A1 notation, and areas of cells: reading them, writing them, joining neighbours into rectangles,
 * and packing many into the short lists that one call to Excel takes. Pure; nothing here calls Excel.
 */
import type { Area } from "../table/workbook";

const LAST_ROW = 1_048_575;
const LAST_COLUMN = 16_383;

/** Longest list of addresses that `getRanges` takes is below 8,192 characters. */
export const LONGEST_ADDRESS = 8_191;

/** 0 → A, 25 → Z, 26 → AA. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

function columnNumber(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** The address of a cell, rows and columns from 0. */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** The address of an area: D7 or D7:F9. */
export function areaAddress(area: Area): string {
  const first = cellAddress(area.top, area.left);
  return area.top === area.bottom && area.left === area.right ? first : `${first}:${cellAddress(area.bottom, area.right)}`;
}

const CORNERS = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})(?::\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6}))?$/;
const ROWS = /^\$?([1-9]\d{0,6}):\$?([1-9]\d{0,6})$/;
const COLUMNS = /^\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})$/;

function area(rows: readonly [number, number], columns: readonly [number, number]): Area | null {
  const found = { top: Math.min(...rows), bottom: Math.max(...rows), left: Math.min(...columns), right: Math.max(...columns) };
  return found.bottom <= LAST_ROW && found.right <= LAST_COLUMN ? found : null;
}

/** One area out of A1 notation (a sheet's name before "!" is passed over), or null where it is none. */
export function parseArea(address: string): Area | null {
  const local = address.slice(address.lastIndexOf("!") + 1).trim();
  const corners = CORNERS.exec(local);
  if (corners) {
    const [, left = "", top = "", right = left, bottom = top] = corners;
    return area([Number(top) - 1, Number(bottom) - 1], [columnNumber(left), columnNumber(right)]);
  }
  const rows = ROWS.exec(local);
  if (rows) return area([Number(rows[1]) - 1, Number(rows[2]) - 1], [0, LAST_COLUMN]);
  const columns = COLUMNS.exec(local);
  if (columns) return area([0, LAST_ROW], [columnNumber(columns[1] ?? ""), columnNumber(columns[2] ?? "")]);
  return null;
}

/** All areas of a list such as "A3,C5:C9"; what is no address is left out. */
export function parseAreas(addresses: string): Area[] {
  return addresses.split(",").flatMap((address) => parseArea(address) ?? []);
}

export function cellCount(of: Area): number {
  return (of.bottom - of.top + 1) * (of.right - of.left + 1);
}

/** A sheet's name as a formula or a link writes it. */
export function quotedSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

const byRow = (a: Area, b: Area): number => a.top - b.top || a.left - b.left;
const byColumn = (a: Area, b: Area): number => a.left - b.left || a.right - b.right || a.top - b.top;

function joinBeside(areas: readonly Area[]): Area[] {
  const joined: Area[] = [];
  for (const next of [...areas].sort((a, b) => a.top - b.top || a.bottom - b.bottom || a.left - b.left)) {
    const last = joined.at(-1);
    if (last && last.top === next.top && last.bottom === next.bottom && next.left <= last.right + 1) {
      joined[joined.length - 1] = { ...last, right: Math.max(last.right, next.right) };
    } else joined.push(next);
  }
  return joined;
}

function joinBelow(areas: readonly Area[]): Area[] {
  const joined: Area[] = [];
  for (const next of [...areas].sort(byColumn)) {
    const last = joined.at(-1);
    if (last && last.left === next.left && last.right === next.right && next.top <= last.bottom + 1) {
      joined[joined.length - 1] = { ...last, bottom: Math.max(last.bottom, next.bottom) };
    } else joined.push(next);
  }
  return joined;
}

/**
 * The same cells in few rectangles: neighbours in a row are joined, then equal runs below each other; tried the other
 * way round too, and the shorter list taken. From top to bottom.
 */
export function joinAreas(areas: readonly Area[]): Area[] {
  const acrossFirst = joinBelow(joinBeside(areas));
  const downFirst = joinBeside(joinBelow(areas));
  return (acrossFirst.length <= downFirst.length ? acrossFirst : downFirst).sort(byRow);
}

/** Lists of addresses, each short enough for one call. */
export function addressChunks(
  areas: readonly Area[],
  longest = LONGEST_ADDRESS,
): { readonly address: string; readonly areas: readonly Area[] }[] {
  const chunks: { address: string; areas: Area[] }[] = [];
  for (const next of areas) {
    const text = areaAddress(next);
    const last = chunks.at(-1);
    if (last && last.address.length + 1 + text.length <= longest) {
      last.address += `,${text}`;
      last.areas.push(next);
    } else chunks.push({ address: text, areas: [next] });
  }
  return chunks;
}
