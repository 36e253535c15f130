/**
 * The workbook of the simulated Excel: the grid, and all that a workbook holds beside cells (conditional formats, custom
 * XML, names, tables, charts, protection, page layout, settings). It knows nothing of the protocol.
 */
import { type Area, quoted } from "./grid/area";
import { type LineChange, shiftedArea, shiftedAreas } from "./grid/shift";
import type { GridModel, GridSheet } from "./grid/grid";
import type { Markup } from "./files/markup";

/** Values of an object's properties under their names on the wire. */
export type Fields = Map<string, unknown>;

export interface ConditionalFormat {
  readonly id: string;
  /** As Excel.ConditionalFormatType: "Custom", "CellValue", "ColorScale", "DataBar" … */
  readonly type: string;
  areas: readonly Area[];
  stopIfTrue: boolean;
  /** Rule and format, by path ("Rule.Formula", "Format.Fill.Color"). */
  readonly fields: Fields;
}

export interface ListTable {
  readonly id: string;
  name: string;
  area: Area;
  showHeaders: boolean;
  showTotals: boolean;
  style: string;
}

export interface DefinedName {
  readonly name: string;
  formula: string;
  comment: string;
  visible: boolean;
  readonly sheetId: string | null;
}

export interface Chart {
  readonly id: string;
  readonly source: string;
  readonly fields: Fields;
}

export interface Hyperlink {
  readonly area: Area;
  readonly link: Readonly<Record<string, unknown>>;
}

export interface Validation {
  readonly area: Area;
  readonly fields: Fields;
}

export interface Protection {
  readonly options: Readonly<Record<string, unknown>>;
  readonly password: string;
}

/** What a sheet holds beside its cells. */
export interface SheetState {
  /** The first has the highest priority. */
  conditionalFormats: ConditionalFormat[];
  tables: ListTable[];
  charts: Chart[];
  hyperlinks: Hyperlink[];
  validations: Validation[];
  protection: Protection | null;
  printArea: readonly Area[];
  titleRows: Area | null;
  titleColumns: Area | null;
  readonly page: Fields;
  /** Elements of the sheet's part in its file that the workbench does not look into (print set-up, validations …): kept for saving. */
  carried: readonly Markup[];
}

export interface XmlPart {
  readonly id: string;
  namespace: string;
  xml: string;
}

const freshSheetState = (): SheetState => ({
  conditionalFormats: [],
  tables: [],
  charts: [],
  hyperlinks: [],
  validations: [],
  protection: null,
  printArea: [],
  titleRows: null,
  titleColumns: null,
  page: new Map(),
  carried: [],
});

export class Book {
  xmlParts: XmlPart[] = [];
  names: DefinedName[] = [];
  readonly settings = new Map<string, unknown>();
  readonly properties: Fields = new Map();
  readonly application: Fields = new Map();
  isStructureProtected = false;
  /** Told when something beside the cells changed that a screen shows (conditional formats, charts). */
  onDecorated: (sheetId: string) => void = () => undefined;
  private readonly states = new Map<string, SheetState>();
  private nextId = 1;

  constructor(readonly grid: GridModel) {}

  stateOf(sheetId: string): SheetState {
    const known = this.states.get(sheetId);
    if (known !== undefined) return known;
    const fresh = freshSheetState();
    this.states.set(sheetId, fresh);
    return fresh;
  }

  /** A sheet by name (any case) or id. */
  findSheet(key: string): GridSheet | undefined {
    const wanted = key.toLowerCase();
    return this.grid.sheets().find((sheet) => sheet.id === key || sheet.name.toLowerCase() === wanted);
  }

  /** Names that lead to a sheet follow when it is renamed. */
  renameSheet(sheet: GridSheet, name: string): void {
    const before = `${quoted(sheet.name)}!`;
    sheet.name = name;
    for (const one of this.names) one.formula = one.formula.replaceAll(before, () => `${quoted(name)}!`);
  }

  /** A sheet takes its own names along when it goes; the workbook's names that led to it lead nowhere. */
  forgetSheet(sheetId: string, name: string): void {
    this.states.delete(sheetId);
    this.names = this.names.filter((one) => one.sheetId !== sheetId);
    for (const one of this.names) one.formula = one.formula.replaceAll(`${quoted(name)}!`, "#REF!");
  }

  /** Lets everything that stands on cells follow when rows or columns are put in or taken out. */
  shiftLines(sheetId: string, change: LineChange): void {
    const state = this.stateOf(sheetId);
    const placed = <T extends { area: Area }>(items: readonly T[]): T[] =>
      items.flatMap((item) => {
        const area = shiftedArea(item.area, change);
        return area === undefined ? [] : [{ ...item, area }];
      });
    for (const format of state.conditionalFormats) format.areas = shiftedAreas(format.areas, change);
    state.conditionalFormats = state.conditionalFormats.filter((format) => format.areas.length > 0);
    state.tables = placed(state.tables);
    state.hyperlinks = placed(state.hyperlinks);
    state.validations = placed(state.validations);
    state.printArea = shiftedAreas(state.printArea, change);
    this.onDecorated(sheetId);
  }

  /** An id in the shape Excel gives ids. */
  newId(): string {
    const id = `{${this.nextId.toString(16).toUpperCase().padStart(8, "0")}-1111-2222-3333-444444444444}`;
    this.nextId += 1;
    return id;
  }

  tables(): { readonly sheetId: string; readonly table: ListTable }[] {
    return this.grid.sheets().flatMap((sheet) => this.stateOf(sheet.id).tables.map((table) => ({ sheetId: sheet.id, table })));
  }
}
