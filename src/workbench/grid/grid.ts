/**
 * What a grid must offer so that the simulated Excel can run on it: the in-memory grid for Jest and Univer's for the page.
 * Only the cells and what a grid draws live behind this; everything else a workbook holds is in `book.ts`.
 */
import type { Area } from "./area";
import type { LineChange } from "./shift";

/** An error in a cell; a class so that the text "#N/A" is not mistaken for one. */
export class GridError {
  constructor(readonly code: string) {}
}

export type GridValue = null | string | number | boolean | GridError;

/** What stands in one cell. */
export interface Content {
  readonly value: GridValue;
  /** With its "="; null where the cell holds a plain value or another cell's spill. */
  readonly formula: string | null;
}

export const EMPTY: Content = { value: null, formula: null };

export const edges = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const;
export type Edge = (typeof edges)[number];

export interface Border {
  readonly style: string;
  readonly weight: string;
  readonly color: string;
}

/** The clerk's own formats of a cell; conditional formats are never in here. */
export interface CellStyle {
  readonly numberFormat: string;
  /** "#RRGGBB", or null where the cell has no fill. */
  readonly fill: string | null;
  readonly fontColor: string;
  readonly fontName: string;
  readonly fontSize: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: string;
  readonly strikethrough: boolean;
  readonly wrapText: boolean;
  readonly horizontalAlignment: string;
  readonly verticalAlignment: string;
  readonly indentLevel: number;
  readonly shrinkToFit: boolean;
  readonly locked: boolean;
  readonly formulaHidden: boolean;
  readonly borders: Readonly<Partial<Record<Edge, Border>>>;
}

export const PLAIN: CellStyle = {
  numberFormat: "General",
  fill: null,
  fontColor: "#000000",
  fontName: "宋体",
  fontSize: 11,
  bold: false,
  italic: false,
  underline: "None",
  strikethrough: false,
  wrapText: false,
  horizontalAlignment: "General",
  verticalAlignment: "Center",
  indentLevel: 0,
  shrinkToFit: false,
  locked: true,
  formulaHidden: false,
  borders: {},
};

export const sheetVisibilities = ["Visible", "Hidden", "VeryHidden"] as const;
export type SheetVisibility = (typeof sheetVisibilities)[number];

export interface GridSheet {
  readonly id: string;
  name: string;
  visibility: SheetVisibility;
  /** "#RRGGBB", or "" for none. */
  tabColor: string;
  showGridlines: boolean;
  content(row: number, column: number): Content;
  /**
   * Writes contents; undefined leaves the cell as it is. The value of a formula is the grid's business; one given beside a
   * formula is only a first guess (as a file's cached value).
   */
  write(area: Area, contents: readonly (readonly (Content | undefined)[])[]): void;
  style(row: number, column: number): CellStyle;
  paint(area: Area, change: Partial<CellStyle>): void;
  /** Takes all formats from an area. */
  unpaint(area: Area): void;
  /** The smallest area that holds every content, or every content and format; undefined where there is none. */
  used(valuesOnly: boolean): Area | undefined;
  merges(): readonly Area[];
  merge(area: Area): void;
  /** Takes apart every merge that touches the area. */
  unmerge(area: Area): void;
  isRowHidden(row: number): boolean;
  isColumnHidden(column: number): boolean;
  hideRows(first: number, last: number, hidden: boolean): void;
  hideColumns(first: number, last: number, hidden: boolean): void;
  /** In points, as Office.js gives them. */
  rowHeight(row: number): number;
  columnWidth(column: number): number;
  setRowHeight(first: number, last: number, height: number): void;
  setColumnWidth(first: number, last: number, width: number): void;
  /** Makes rows as high as their texts need. */
  autofitRows(first: number, last: number): void;
  /** Shifts cells to make room (down or right), or to close a gap (up or left). */
  insertCells(area: Area, shift: "Down" | "Right"): void;
  deleteCells(area: Area, shift: "Up" | "Left"): void;
  freeze(rows: number, columns: number): void;
  frozen(): { readonly rows: number; readonly columns: number };
  /** The whole spill that a cell belongs to (its first cell is the anchor), or undefined. */
  spill(row: number, column: number): Area | undefined;
}

export interface Selection {
  readonly sheetId: string;
  readonly areas: readonly Area[];
}

export type GridEvent =
  | { readonly kind: "changed"; readonly sheetId: string; readonly area: Area; readonly before?: GridValue; readonly after?: GridValue }
  | { readonly kind: "lines"; readonly sheetId: string; readonly area: Area; readonly change: LineChange }
  | { readonly kind: "selected"; readonly sheetId: string; readonly areas: readonly Area[] }
  | { readonly kind: "added" | "deleted" | "activated" | "deactivated"; readonly sheetId: string };

export interface GridModel {
  readonly fileName: string;
  /** In the order of their tabs. */
  sheets(): readonly GridSheet[];
  addSheet(name: string): GridSheet;
  removeSheet(id: string): void;
  moveSheet(id: string, position: number): void;
  activeSheet(): GridSheet;
  activate(id: string): void;
  selection(): Selection;
  select(sheetId: string, areas: readonly Area[]): void;
  calculate(): void;
  /** Tells of what the clerk and the add-in do; one listener, the workbook's. */
  listen(listener: (event: GridEvent) => void): void;
}
