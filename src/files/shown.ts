/** The text of a cell that has no number format of its own. */
import { CellError, type CellValue } from "../values/cell";

/** As the value reads; a number as JavaScript writes it, which is what General shows of all but long ones. */
export function plainText(value: CellValue): string {
  if (value === null) return "";
  if (value instanceof CellError) return value.code;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return String(value);
}
