/**
 * How a cell shows its value: number format applied (by SheetJS' formatter), errors and booleans as Excel writes them.
 */
import * as sheetjs from "@e965/xlsx";
import { GridError, type GridValue } from "./grid";

/** SheetJS gives its formatter no type. */
function formatted(numberFormat: string, value: string | number): string {
  const { SSF }: { SSF: { format(format: string, value: string | number): unknown } } = sheetjs;
  return String(SSF.format(numberFormat, value));
}

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
    return formatted(numberFormat, value);
  } catch {
    return String(value);
  }
}
