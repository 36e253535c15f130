/**
 * One sheet of the in-memory grid. Formulas are computed by a callback that the test gives; without one they show #NAME?,
 * as in an Excel without the add-in. Arrays spill, and a blocked spill is #SPILL!.
 */
import { type Area, areaOf, bounding, cellArea, cellsIn, isInside, overlaps } from "../grid/area";
import { type CellStyle, type Content, EMPTY, GridError, type GridSheet, type GridValue, type SheetVisibility } from "../grid/grid";
import { cellKey, columnOfKey, relocated, rowOfKey, SheetStyles } from "./styles";

/** Computes a formula: one value, or a table that spills; undefined where the test knows no result (the cell keeps what it shows). */
export type Calculate = (formula: string, at: { sheet: string; row: number; column: number }) => GridValue | GridValue[][] | undefined;

interface Cell {
  value: GridValue;
  formula: string | null;
  /** The key of the anchor whose spill this is. */
  anchor?: number;
  /** Of an anchor: where its array lies. */
  spill?: Area;
}

const DEFAULT_ROW_HEIGHT = 14.25;
const DEFAULT_COLUMN_WIDTH = 54;

type Shift = (row: number, column: number) => readonly [number, number] | undefined;

export class MemorySheet implements GridSheet {
  visibility: SheetVisibility = "Visible";
  tabColor = "";
  showGridlines = true;
  private cells = new Map<number, Cell>();
  /** Where formulas stand, so that computing does not look at every cell. */
  private formulas = new Set<number>();
  private readonly styles = new SheetStyles();
  private mergeList: Area[] = [];
  private readonly hiddenRows = new Set<number>();
  private readonly hiddenColumns = new Set<number>();
  private readonly heights = new Map<number, number>();
  private readonly widths = new Map<number, number>();
  private panes = { rows: 0, columns: 0 };

  constructor(
    readonly id: string,
    public name: string,
    private readonly compute: Calculate | undefined,
  ) {}

  content(row: number, column: number): Content {
    return this.cells.get(cellKey(row, column)) ?? EMPTY;
  }

  write(area: Area, contents: readonly (readonly (Content | undefined)[])[]): void {
    for (const [down, line] of contents.entries()) {
      for (const [across, content] of line.entries()) {
        if (content !== undefined) this.put(area.top + down, area.left + across, content);
      }
    }
    this.calculate();
  }

  private put(row: number, column: number, content: Content): void {
    if (this.isCovered(row, column)) return;
    const key = cellKey(row, column);
    this.unspill(key);
    if (content.formula === null) this.formulas.delete(key);
    else this.formulas.add(key);
    if (content.value === null && content.formula === null) this.cells.delete(key);
    else
      this.cells.set(key, {
        value: content.formula !== null && content.value === null ? new GridError("#NAME?") : content.value,
        formula: content.formula,
      });
  }

  /** Cells of a merged area other than its first hold nothing: what is written there is lost, as in Excel. */
  private isCovered(row: number, column: number): boolean {
    const merge = this.mergeList.find((area) => isInside(area, row, column));
    return merge !== undefined && (merge.top !== row || merge.left !== column);
  }

  private unspill(key: number): void {
    const area = this.cells.get(key)?.spill;
    if (area === undefined) return;
    for (const [child, cell] of this.cells) if (cell.anchor === key) this.cells.delete(child);
  }

  /** Recomputes every formula, in the order of the cells; twice, so that one may use another's result. */
  calculate(): void {
    if (this.compute === undefined) return;
    for (let pass = 0; pass < 2; pass += 1) {
      for (const key of [...this.formulas]) this.recompute(key);
    }
  }

  private recompute(key: number): void {
    const cell = this.cells.get(key);
    if (cell === undefined || cell.formula === null) return;
    const at = { sheet: this.name, row: rowOfKey(key), column: columnOfKey(key) };
    const result = this.compute?.(cell.formula, at);
    if (result === undefined) return;
    this.unspill(key);
    delete cell.spill;
    if (!Array.isArray(result)) cell.value = result;
    else this.spillFrom(key, cell, result);
  }

  private spillFrom(key: number, cell: Cell, table: readonly (readonly GridValue[])[]): void {
    const [top, left] = [rowOfKey(key), columnOfKey(key)];
    const area = areaOf(top, left, top + table.length - 1, left + Math.max(1, table[0]?.length ?? 0) - 1);
    const targets = table.flatMap((line, down) => line.map((value, across) => ({ at: cellKey(top + down, left + across), value })));
    const isBlocked = targets.some(({ at }) => at !== key && this.cells.has(at)) || this.mergeList.some((merge) => overlaps(merge, area));
    cell.value = isBlocked ? new GridError("#SPILL!") : (table[0]?.[0] ?? null);
    if (isBlocked || targets.length <= 1) return;
    cell.spill = area;
    for (const { at, value } of targets) if (at !== key) this.cells.set(at, { value, formula: null, anchor: key });
  }

  spill(row: number, column: number): Area | undefined {
    const cell = this.cells.get(cellKey(row, column));
    return cell?.anchor === undefined ? cell?.spill : this.cells.get(cell.anchor)?.spill;
  }

  style(row: number, column: number): CellStyle {
    return this.styles.at(row, column);
  }

  paint(area: Area, change: Partial<CellStyle>): void {
    this.styles.paint(area, change);
  }

  unpaint(area: Area): void {
    this.styles.clear(area);
  }

  used(valuesOnly: boolean): Area | undefined {
    let area: Area | undefined;
    const keys = valuesOnly ? [this.cells.keys()] : [this.cells.keys(), this.styles.keys()];
    for (const key of keys.flatMap((some) => [...some])) {
      const cell = cellArea(rowOfKey(key), columnOfKey(key));
      area = area === undefined ? cell : bounding(area, cell);
    }
    return area;
  }

  merges(): readonly Area[] {
    return this.mergeList;
  }

  merge(area: Area): void {
    this.unmerge(area);
    for (const [row, column] of cellsIn(area)) {
      const key = cellKey(row, column);
      if (row === area.top && column === area.left) continue;
      this.cells.delete(key);
      this.formulas.delete(key);
    }
    this.mergeList.push(area);
  }

  unmerge(area: Area): void {
    this.mergeList = this.mergeList.filter((merge) => !overlaps(merge, area));
  }

  isRowHidden(row: number): boolean {
    return this.hiddenRows.has(row);
  }

  isColumnHidden(column: number): boolean {
    return this.hiddenColumns.has(column);
  }

  hideRows(first: number, last: number, hidden: boolean): void {
    setAll(this.hiddenRows, first, last, hidden);
  }

  hideColumns(first: number, last: number, hidden: boolean): void {
    setAll(this.hiddenColumns, first, last, hidden);
  }

  rowHeight(row: number): number {
    return this.heights.get(row) ?? DEFAULT_ROW_HEIGHT;
  }

  columnWidth(column: number): number {
    return this.widths.get(column) ?? DEFAULT_COLUMN_WIDTH;
  }

  setRowHeight(first: number, last: number, height: number): void {
    for (let row = first; row <= last; row += 1) this.heights.set(row, height);
  }

  setColumnWidth(first: number, last: number, width: number): void {
    for (let column = first; column <= last; column += 1) this.widths.set(column, width);
  }

  /** Without a screen no text has a height: the rows get the standard one. */
  autofitRows(first: number, last: number): void {
    for (let row = first; row <= last; row += 1) this.heights.delete(row);
  }

  insertCells(area: Area, shift: "Down" | "Right"): void {
    const [rows, columns] = [area.bottom - area.top + 1, area.right - area.left + 1];
    this.shift((row, column) => {
      const isBelow = row >= area.top && column >= area.left && column <= area.right;
      const isBeside = column >= area.left && row >= area.top && row <= area.bottom;
      if (shift === "Down") return isBelow ? [row + rows, column] : [row, column];
      return isBeside ? [row, column + columns] : [row, column];
    });
  }

  deleteCells(area: Area, shift: "Up" | "Left"): void {
    const [rows, columns] = [area.bottom - area.top + 1, area.right - area.left + 1];
    this.shift((row, column) => {
      if (overlaps(area, cellArea(row, column))) return undefined;
      const isBelow = row > area.bottom && column >= area.left && column <= area.right;
      const isBeside = column > area.right && row >= area.top && row <= area.bottom;
      if (shift === "Up") return isBelow ? [row - rows, column] : [row, column];
      return isBeside ? [row, column - columns] : [row, column];
    });
  }

  private shift(target: Shift): void {
    this.cells = relocated(this.cells, target);
    this.formulas = new Set([...this.cells].filter(([, cell]) => cell.formula !== null).map(([key]) => key));
    this.styles.relocate(target);
    this.mergeList = this.mergeList.flatMap((merge) => {
      const first = target(merge.top, merge.left);
      const last = target(merge.bottom, merge.right);
      return first === undefined || last === undefined ? [] : [{ top: first[0], left: first[1], bottom: last[0], right: last[1] }];
    });
    this.calculate();
  }

  freeze(rows: number, columns: number): void {
    this.panes = { rows, columns };
  }

  frozen(): { readonly rows: number; readonly columns: number } {
    return this.panes;
  }
}

function setAll(numbers: Set<number>, first: number, last: number, isIn: boolean): void {
  for (let number = first; number <= last; number += 1) {
    if (isIn) numbers.add(number);
    else numbers.delete(number);
  }
}
