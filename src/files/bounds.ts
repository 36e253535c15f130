/** How far a sheet reaches, counted from 0. */
import type { Area } from "../table/workbook";

export const LAST_ROW = 1_048_575;
export const LAST_COLUMN = 16_383;

/** The area cut to what a sheet can have; null where nothing is left. */
export function within(area: Area): Area | null {
  const cut = { ...area, bottom: Math.min(area.bottom, LAST_ROW), right: Math.min(area.right, LAST_COLUMN) };
  return cut.top >= 0 && cut.left >= 0 && cut.top <= cut.bottom && cut.left <= cut.right ? cut : null;
}
