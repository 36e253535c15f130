/**
 * autofitColumns: a column as wide as its longest text, roughly (a Han character counts two).
 */
import { type Area, cellsIn, intersection } from "../grid/area";
import { shownText } from "../grid/display";
import type { GridSheet } from "../grid/grid";

const POINTS_PER_MARK = 5.5;
const PADDING = 8;

const marks = (text: string): number =>
  Math.max(...text.split("\n").map((line) => [...line].reduce((sum, mark) => sum + (/[\u2E80-\uFFEF]/.test(mark) ? 2 : 1), 0)));

export function autofitColumns(sheet: GridSheet, area: Area): void {
  const used = sheet.used(true);
  const shown = used === undefined ? undefined : intersection(area, used);
  const longest = new Map<number, number>();
  for (const [row, column] of shown === undefined ? [] : cellsIn(shown)) {
    const text = shownText(sheet.content(row, column).value, sheet.style(row, column).numberFormat);
    if (text !== "") longest.set(column, Math.max(longest.get(column) ?? 0, marks(text)));
  }
  for (const [column, length] of longest) sheet.setColumnWidth(column, column, length * POINTS_PER_MARK + PADDING);
}
