/**
 * A workbook as it comes out of a file or a test's literal, before it is laid into a grid.
 */
import type { ConditionalFormat, DefinedName, ListTable, XmlPart } from "../book";
import type { Area } from "../grid/area";
import type { CellStyle, GridValue, SheetVisibility } from "../grid/grid";
import type { Markup } from "./markup";

export interface LoadedCell {
  readonly row: number;
  readonly column: number;
  readonly value: GridValue;
  readonly formula: string | null;
  readonly style?: Partial<CellStyle>;
  /** Where the file says that this formula's array lies (a spill). */
  readonly spill?: Area;
}

export interface LoadedSheet {
  readonly name: string;
  readonly visibility: SheetVisibility;
  readonly isProtected: boolean;
  readonly cells: readonly LoadedCell[];
  readonly merges: readonly Area[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  /** In points, by column and row. */
  readonly columnWidths: ReadonlyMap<number, number>;
  readonly rowHeights: ReadonlyMap<number, number>;
  readonly frozen: { readonly rows: number; readonly columns: number };
  /** In order of priority. */
  readonly conditionalFormats: readonly Omit<ConditionalFormat, "id">[];
  readonly tables: readonly Omit<ListTable, "id">[];
  readonly printArea: readonly Area[];
  readonly titleRows: Area | null;
  readonly titleColumns: Area | null;
  /** Elements of the sheet's part that nobody looks into. */
  readonly carried: readonly Markup[];
}

export interface LoadedBook {
  readonly name: string;
  readonly sheets: readonly LoadedSheet[];
  /** Names of the workbook, and of its sheets: there `sheetId` is the sheet's name. */
  readonly names: readonly DefinedName[];
  readonly xmlParts: readonly Omit<XmlPart, "id">[];
}

export const BLANK_SHEET: Omit<LoadedSheet, "name"> = {
  visibility: "Visible",
  isProtected: false,
  cells: [],
  merges: [],
  hiddenRows: [],
  hiddenColumns: [],
  columnWidths: new Map(),
  rowHeights: new Map(),
  frozen: { rows: 0, columns: 0 },
  conditionalFormats: [],
  tables: [],
  printArea: [],
  titleRows: null,
  titleColumns: null,
  carried: [],
};

export const BLANK_BOOK: LoadedBook = { name: "工作簿1.xlsx", sheets: [{ ...BLANK_SHEET, name: "Sheet1" }], names: [], xmlParts: [] };
