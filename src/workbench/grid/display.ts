/**
 * How a cell shows its value: number format applied (by SheetJS' formatter), errors and booleans as Excel writes them.
 */
import { utils } from "@e965/xlsx";
import { GridError, type GridValue } from "./grid";

/** A value as Office.js hands it to the add-in: "" for blank, an error as its text. */
export function wireValue(value: GridValue): string | number | boolean {
  if (value === null) return "";
  return value instanceof GridError ? value.code : value;
}

/** The value's kind in the words of Excel.RangeValueType. */
export function wireType(value: GridValue): string {
  if (value === null) return "Empty";
  if (value instanceof GridError) return "Error";
  if (typeof value === "boolean") return "Boolean";
  return typeof value === "number" ? "Double" : "String";
}

/** The text that the cell shows; a format that cannot be applied leaves the value as it is. */
export function shownText(value: GridValue, numberFormat: string): string {
  if (value === null) return "";
  if (value instanceof GridError) return value.code;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  try {
    return utils.format_cell({ t: typeof value === "number" ? "n" : "s", v: value, z: numberFormat });
  } catch {
    return String(value);
  }
}
