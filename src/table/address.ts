/** Cell addresses as Excel writes them. Rows and columns count from 0 inside, from 1 and A outside. */
import type { Area } from "./workbook";

/** 0 → A, 26 → AA. */
export function columnLetters(column: number): string {
  let rest = column + 1;
  let letters = "";
  while (rest > 0) {
    const digit = (rest - 1) % 26;
    letters = String.fromCharCode(65 + digit) + letters;
    rest = (rest - 1 - digit) / 26;
  }
  return letters;
}

/** A → 0, AA → 26; null where it is no column of a sheet. */
export function columnIndex(letters: string): number | null {
  if (!/^[A-Za-z]{1,3}$/.test(letters)) return null;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column <= 16384 ? column - 1 : null;
}

/** (6, 3) → D7. */
export function a1(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** A3:K4; a single cell as A3. */
export function areaA1(area: Area): string {
  const from = a1(area.top, area.left);
  const to = a1(area.bottom, area.right);
  return from === to ? from : `${from}:${to}`;
}

/** Reads D7, $D$7, A3:K4 (corners in any order); null where it is no address. */
export function parseA1(address: string): Area | null {
  const match = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})(?::\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6}))?$/.exec(address.trim());
  if (match === null) return null;
  const [, fromColumn = "", fromRow = "", toColumn = fromColumn, toRow = fromRow] = match;
  const columns = [columnIndex(fromColumn), columnIndex(toColumn)];
  const [left, right] = columns;
  if (left === null || left === undefined || right === null || right === undefined) return null;
  const rows = [Number(fromRow) - 1, Number(toRow) - 1];
  return { top: Math.min(...rows), left: Math.min(left, right), bottom: Math.max(...rows), right: Math.max(left, right) };
}
