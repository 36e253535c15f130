/**
 * One sheet of the Univer grid behind the workbench's interface. Everything is read live, so that what the clerk does in the
 * grid and what the formulas give is what the add-in sees. Rows and columns beyond Univer's sheet are blank.
 */
import { Dimension, type ICellData, type IRange, type ObjectMatrix, type Nullable, type Worksheet } from "@univerjs/core";
import type { FWorksheet } from "@univerjs/preset-sheets-core";
import { type Area, bounding, cellArea, cellsIn, columnsOf, intersection, overlaps, isInside, rowsOf } from "../grid/area";
import { type CellStyle, type Content, EMPTY, type GridSheet, PLAIN, type SheetVisibility } from "../grid/grid";
import { contentToUniver, valueFromUniver } from "./univer-content";
import { carried, fromUniver, toUniver } from "./univer-style";

const PIXELS_PER_POINT = 4 / 3;

/** What a sheet needs of the grid that it belongs to. */
export interface UniverHost {
  /** Runs something as the add-in's doing, not as the clerk's. */
  asAddin<T>(act: () => T): T;
  /** Runs one of Univer's commands so. */
  command(id: string, params: object): void;
  formulaAt(sheetId: string, row: number, column: number): string | null;
  /** The array of the formula whose spill covers a cell. */
  spillAt(sheetId: string, row: number, column: number): Area | undefined;
  spilledCell(sheetId: string, row: number, column: number): Nullable<ICellData>;
  spills(sheetId: string): readonly Area[];
  readonly unitId: string;
  veryHidden(sheetId: string): boolean;
  setVeryHidden(sheetId: string, is: boolean): void;
}

export const toRange = ({ top, left, bottom, right }: Area): IRange => ({
  startRow: top,
  startColumn: left,
  endRow: bottom,
  endColumn: right,
});
export const fromRange = (range: IRange): Area => ({
  top: range.startRow,
  left: range.startColumn,
  bottom: range.endRow,
  right: range.endColumn,
});

export class UniverSheet implements GridSheet {
  private readonly knownStyles = new Map<string, CellStyle>();

  constructor(
    private readonly facade: FWorksheet,
    private readonly host: UniverHost,
  ) {}

  private get sheet(): Worksheet {
    return this.facade.getSheet();
  }

  private get cells(): ObjectMatrix<Nullable<ICellData>> {
    return this.sheet.getCellMatrix();
  }

  get id(): string {
    return this.facade.getSheetId();
  }

  get name(): string {
    return this.facade.getSheetName();
  }

  set name(name: string) {
    this.facade.setName(name);
  }

  get visibility(): SheetVisibility {
    if (!this.facade.isSheetHidden()) return "Visible";
    return this.host.veryHidden(this.id) ? "VeryHidden" : "Hidden";
  }

  set visibility(visibility: SheetVisibility) {
    this.host.setVeryHidden(this.id, visibility === "VeryHidden");
    if (visibility === "Visible") this.facade.showSheet();
    else if (!this.facade.isSheetHidden()) this.facade.hideSheet();
  }

  get tabColor(): string {
    return this.facade.getTabColor() ?? "";
  }

  set tabColor(color: string) {
    this.facade.setTabColor(color);
  }

  get showGridlines(): boolean {
    return !this.facade.hasHiddenGridLines();
  }

  set showGridlines(shown: boolean) {
    this.facade.setHiddenGridlines(!shown);
  }

  /** Univer's sheet as an area. */
  private get extent(): Area {
    return { top: 0, left: 0, bottom: this.sheet.getRowCount() - 1, right: this.sheet.getColumnCount() - 1 };
  }

  private clipped(area: Area): Area | undefined {
    return intersection(area, this.extent);
  }

  /** Makes the sheet large enough to write an area. */
  private reach(area: Area): void {
    if (area.bottom > this.extent.bottom) this.facade.setRowCount(area.bottom + 50);
    if (area.right > this.extent.right) this.facade.setColumnCount(area.right + 5);
  }

  content(row: number, column: number): Content {
    if (!isInside(this.extent, row, column)) return EMPTY;
    const cell = this.cells.getValue(row, column);
    const holdsFormula = (cell?.f ?? cell?.si ?? null) !== null;
    const formula = holdsFormula ? this.host.formulaAt(this.id, row, column) : null;
    const spilled = this.host.spilledCell(this.id, row, column);
    const value = valueFromUniver(spilled ?? cell);
    return value === null && formula === null ? EMPTY : { value, formula };
  }

  write(area: Area, contents: readonly (readonly (Content | undefined)[])[]): void {
    this.reach(area);
    const merges = this.merges();
    const isCovered = (row: number, column: number): boolean =>
      merges.some((merge) => isInside(merge, row, column) && (merge.top !== row || merge.left !== column));
    const cellValue: Record<number, Record<number, ICellData>> = {};
    for (const [down, line] of contents.entries()) {
      const cells: Record<number, ICellData> = {};
      for (const [across, content] of line.entries()) {
        if (content !== undefined && !isCovered(area.top + down, area.left + across)) cells[area.left + across] = contentToUniver(content);
      }
      cellValue[area.top + down] = cells;
    }
    this.host.command("sheet.command.set-range-values", { ...this.at, value: cellValue });
  }

  private get at(): { unitId: string; subUnitId: string } {
    return { unitId: this.host.unitId, subUnitId: this.id };
  }

  style(row: number, column: number): CellStyle {
    const cell = isInside(this.extent, row, column) ? this.cells.getValue(row, column) : undefined;
    if (cell === undefined || cell === null) return PLAIN;
    const { s, custom } = cell;
    const isShared = (typeof s === "string" || s === undefined || s === null) && (custom === undefined || custom === null);
    return isShared ? this.sharedStyle(s ?? "", cell) : fromUniver(this.facade.getWorkbook().getStyles().getStyleByCell(cell), custom);
  }

  /** Univer's style ids stand for one content each, so that what they mean can be kept. */
  private sharedStyle(id: string, cell: ICellData): CellStyle {
    const known = this.knownStyles.get(id);
    if (known !== undefined) return known;
    const style = id === "" ? PLAIN : fromUniver(this.facade.getWorkbook().getStyles().getStyleByCell(cell), null);
    this.knownStyles.set(id, style);
    return style;
  }

  paint(area: Area, change: Partial<CellStyle>): void {
    const part = this.clipped(area) ?? area;
    this.reach(part);
    const style = toUniver(change);
    const extra = carried(change);
    const cellValue: Record<number, Record<number, ICellData>> = {};
    for (const [row, column] of cellsIn(part)) {
      const line = (cellValue[row] ??= {});
      const custom = extra === undefined ? {} : { custom: { ...this.cells.getValue(row, column)?.custom, ...extra } };
      line[column] = { s: style, ...custom };
    }
    this.host.command("sheet.command.set-range-values", { ...this.at, value: cellValue });
  }

  unpaint(area: Area): void {
    const part = this.clipped(area);
    const used = this.used(false);
    const shown = part === undefined || used === undefined ? undefined : intersection(part, used);
    if (shown === undefined) return;
    const cellValue: Record<number, Record<number, ICellData>> = {};
    for (const [row, column] of cellsIn(shown)) (cellValue[row] ??= {})[column] = { s: null, custom: null };
    this.host.command("sheet.command.set-range-values", { ...this.at, value: cellValue });
  }

  used(valuesOnly: boolean): Area | undefined {
    let area: Area | undefined;
    const add = (other: Area): void => {
      area = area === undefined ? other : bounding(area, other);
    };
    this.cells.forValue((row, column, cell) => {
      const holds = (cell?.f ?? cell?.si ?? null) !== null || valueFromUniver(cell) !== null;
      const isStyled = !valuesOnly && cell?.s !== undefined && cell.s !== null;
      if (holds || isStyled) add(cellArea(row, column));
    });
    for (const spill of this.host.spills(this.id)) add(spill);
    return area;
  }

  merges(): readonly Area[] {
    return this.sheet.getMergeData().map(fromRange);
  }

  private range(area: Area) {
    return this.facade.getRange(area.top, area.left, rowsOf(area), columnsOf(area));
  }

  merge(area: Area): void {
    this.reach(area);
    this.host.asAddin(() => this.range(area).merge({ isForceMerge: true }));
  }

  unmerge(area: Area): void {
    for (const merge of this.merges()) if (overlaps(merge, area)) this.host.asAddin(() => this.range(merge).breakApart());
  }

  isRowHidden(row: number): boolean {
    return row <= this.extent.bottom && !this.sheet.getRowRawVisible(row);
  }

  isColumnHidden(column: number): boolean {
    return column <= this.extent.right && !this.sheet.getColVisible(column);
  }

  hideRows(first: number, last: number, hidden: boolean): void {
    if (hidden) this.facade.hideRows(first, last - first + 1);
    else this.facade.showRows(first, last - first + 1);
  }

  hideColumns(first: number, last: number, hidden: boolean): void {
    if (hidden) this.facade.hideColumns(first, last - first + 1);
    else this.facade.showColumns(first, last - first + 1);
  }

  rowHeight(row: number): number {
    return this.sheet.getRowHeight(row) / PIXELS_PER_POINT;
  }

  columnWidth(column: number): number {
    return this.sheet.getColumnWidth(column) / PIXELS_PER_POINT;
  }

  setRowHeight(first: number, last: number, height: number): void {
    this.facade.setRowHeightsForced(first, Math.min(last, this.extent.bottom) - first + 1, height * PIXELS_PER_POINT);
  }

  autofitRows(first: number, last: number): void {
    this.facade.setRowAutoHeight(first, Math.min(last, this.extent.bottom) - first + 1);
  }

  setColumnWidth(first: number, last: number, width: number): void {
    this.facade.setColumnWidths(first, Math.min(last, this.extent.right) - first + 1, width * PIXELS_PER_POINT);
  }

  insertCells(area: Area, shift: "Down" | "Right"): void {
    this.host.asAddin(() => this.range(this.clipped(area) ?? area).insertCells(shift === "Down" ? Dimension.ROWS : Dimension.COLUMNS));
  }

  deleteCells(area: Area, shift: "Up" | "Left"): void {
    this.host.asAddin(() => this.range(this.clipped(area) ?? area).deleteCells(shift === "Up" ? Dimension.ROWS : Dimension.COLUMNS));
  }

  freeze(rows: number, columns: number): void {
    this.facade.setFreeze({ startRow: rows === 0 ? -1 : rows, startColumn: columns === 0 ? -1 : columns, xSplit: columns, ySplit: rows });
  }

  frozen(): { readonly rows: number; readonly columns: number } {
    const { ySplit, xSplit } = this.facade.getFreeze();
    return { rows: ySplit, columns: xSplit };
  }

  spill(row: number, column: number): Area | undefined {
    return this.host.spillAt(this.id, row, column);
  }
}
