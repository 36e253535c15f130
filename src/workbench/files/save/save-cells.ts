/**
 * The cells of a sheet as its part holds them: rows, cells with formula and last value, shared strings.
 */
import { type Area, areaName, cellName } from "../../grid/area";
import { GridError, type GridSheet } from "../../grid/grid";
import { element, textElement } from "./markup-text";
import { savedFormula } from "./saved-formula";
import type { StyleTable } from "./style-table";

export class SharedStrings {
  private readonly places = new Map<string, number>();
  private uses = 0;

  at(text: string): number {
    this.uses += 1;
    const known = this.places.get(text);
    if (known !== undefined) return known;
    this.places.set(text, this.places.size);
    return this.places.size - 1;
  }

  xml(): string {
    const items = [...this.places.keys()].map((text) => element("si", {}, textElement("t", text, { "xml:space": "preserve" })));
    const xmlns = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    return element("sst", { xmlns, count: this.uses, uniqueCount: this.places.size }, items.join(""));
  }
}

/** What the cells of all sheets share. */
export interface CellTables {
  readonly strings: SharedStrings;
  readonly styles: StyleTable;
  readonly namespace: string;
}

const isAnchor = (spill: Area, row: number, column: number): boolean => spill.top === row && spill.left === column;

function formulaElement(sheet: GridSheet, row: number, column: number, formula: string, namespace: string): string {
  const spill = sheet.spill(row, column);
  const isArray = spill !== undefined && isAnchor(spill, row, column);
  return textElement("f", savedFormula(formula, namespace), isArray ? { t: "array", ref: areaName(spill) } : {});
}

function cell(sheet: GridSheet, row: number, column: number, { strings, styles, namespace }: CellTables): string {
  const { value, formula } = sheet.content(row, column);
  const style = styles.at(sheet.style(row, column));
  const attributes = { r: cellName(row, column), s: style === 0 ? undefined : style };
  if (value === null && formula === null) return style === 0 ? "" : element("c", attributes);
  const code = formula === null ? "" : formulaElement(sheet, row, column, formula, namespace);
  const kept = { ...attributes, cm: code.startsWith('<f t="array"') ? 1 : undefined };
  if (value === null) return element("c", kept, code);
  if (value instanceof GridError) return element("c", { ...kept, t: "e" }, code + textElement("v", value.code));
  if (typeof value === "boolean") return element("c", { ...kept, t: "b" }, code + textElement("v", value ? "1" : "0"));
  if (typeof value === "number") return element("c", kept, code + textElement("v", String(value)));
  if (formula !== null) return element("c", { ...kept, t: "str" }, code + textElement("v", value));
  return element("c", { ...kept, t: "s" }, textElement("v", String(strings.at(value))));
}

const STANDARD_HEIGHT = 14.25;

function rowElement(sheet: GridSheet, row: number, { left, right }: Area, tables: CellTables): string {
  const cells: string[] = [];
  for (let column = left; column <= right; column += 1) cells.push(cell(sheet, row, column, tables));
  const height = sheet.rowHeight(row);
  const isOwnHeight = Math.abs(height - STANDARD_HEIGHT) > 0.5;
  const attributes = { r: row + 1, hidden: sheet.isRowHidden(row), ...(isOwnHeight ? { ht: height, customHeight: 1 } : {}) };
  const inside = cells.join("");
  const isPlain = inside === "" && !attributes.hidden && !isOwnHeight;
  return isPlain ? "" : element("row", attributes, inside);
}

export function sheetData(sheet: GridSheet, tables: CellTables): string {
  const used = sheet.used(false);
  if (used === undefined) return "<sheetData/>";
  const rows: string[] = [];
  for (let row = used.top; row <= used.bottom; row += 1) rows.push(rowElement(sheet, row, used, tables));
  return element("sheetData", {}, rows.join(""));
}

const POINTS_PER_CHARACTER = 6;
const STANDARD_WIDTH = 54;

export function columns(sheet: GridSheet): string {
  const used = sheet.used(false);
  if (used === undefined) return "";
  const found: string[] = [];
  for (let column = used.left; column <= used.right; column += 1) {
    const width = sheet.columnWidth(column);
    const hidden = sheet.isColumnHidden(column);
    if (!hidden && Math.abs(width - STANDARD_WIDTH) < 1) continue;
    const number = column + 1;
    found.push(element("col", { min: number, max: number, width: Math.max(width, 1) / POINTS_PER_CHARACTER, customWidth: 1, hidden }));
  }
  return found.length === 0 ? "" : element("cols", {}, found.join(""));
}
