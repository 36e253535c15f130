/**
 * A cell's content in Univer's terms and back.
 */
import { CellValueType, type ICellData, type Nullable } from "@univerjs/core";
import { errorFrom } from "../grid/typing";
import { type Content, GridError, type GridValue } from "../grid/grid";

/** Texts that look like a number keep being texts only when Univer is told so. */
const looksNumeric = (text: string): boolean => text.trim() !== "" && Number.isFinite(Number(text));

/** A value for Univer; null empties the cell. */
export function valueToUniver(value: GridValue): Pick<ICellData, "v" | "t"> {
  if (value === null) return { v: null };
  if (value instanceof GridError) return { v: value.code, t: CellValueType.STRING };
  if (typeof value === "boolean") return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  if (typeof value === "number") return { v: value, t: CellValueType.NUMBER };
  return { v: value, t: looksNumeric(value) ? CellValueType.FORCE_STRING : CellValueType.STRING };
}

/** What a cell takes to hold a content and nothing of what it held before. */
export const contentToUniver = ({ value, formula }: Content): ICellData =>
  formula === null ? { ...valueToUniver(value), f: null, si: null, p: null } : { f: formula, v: null, si: null, p: null };

/** A value as Univer holds it. Rich text reads as its text. */
export function valueFromUniver(cell: Nullable<ICellData>): GridValue {
  if (cell === undefined || cell === null) return null;
  const text = cell.p?.body?.dataStream.replace(/\r\n$/, "").replaceAll("\r", "\n");
  const value = cell.v ?? text ?? null;
  if (value === null || value === "") return null;
  if (cell.t === CellValueType.BOOLEAN) return value === 1 || value === "1" || value === true;
  if (typeof value === "boolean" || typeof value === "number") return value;
  if (cell.t === CellValueType.NUMBER && looksNumeric(value)) return Number(value);
  return errorFrom(value) ?? value;
}
