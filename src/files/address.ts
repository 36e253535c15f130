/** Cell addresses and areas in A1 notation, counted from 0. */
import type { Area } from "../table/workbook";

export const LAST_ROW = 1_048_575;
export const LAST_COLUMN = 16_383;

function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters) index = index * 26 + (letter.charCodeAt(0) - 64);
  return index - 1;
}

/** "B3:D9" or "B3"; null where it is no area of a sheet. */
export function parseArea(text: string): Area | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/.exec(text.toUpperCase());
  if (match === null) return null;
  const [, left = "", top = "", right = left, bottom = top] = match;
  return within({ top: Number(top) - 1, left: columnIndex(left), bottom: Number(bottom) - 1, right: columnIndex(right) });
}

/** The area cut to what a sheet can have; null where nothing is left. */
export function within(area: Area): Area | null {
  const cut = { ...area, bottom: Math.min(area.bottom, LAST_ROW), right: Math.min(area.right, LAST_COLUMN) };
  return cut.top >= 0 && cut.left >= 0 && cut.top <= cut.bottom && cut.left <= cut.right ? cut : null;
}

/** The column's letters: 0 → A. */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}
