/** The records of a table, one a row, with their cells found by the column's key; merged areas give their value to all rows. */
import type { CellValue } from "../values/cell";
import { readMark } from "../values/mark";
import { gridOf, type Grid } from "./grid";
import type { Column, ColumnKey, Table } from "./table";
import type { Sheet } from "./workbook";

export interface RecordCell {
  /** Where the value stands: of a merged area its first cell. */
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  readonly text: string;
  readonly formula: string | null;
}

export interface TableRecord {
  readonly row: number;
  /** The cell of a column; null where the table has no such column. A blank cell is given with the value null. */
  cell(key: ColumnKey): RecordCell | null;
}

export function columnOf(table: Table, key: ColumnKey): Column | null {
  return table.columns.find((column) => column.key === key) ?? null;
}

/** Column key → column of the sheet, of all columns that have a key. */
export function columnsByKey(table: Table): ReadonlyMap<ColumnKey, number> {
  return new Map(table.columns.flatMap((column) => (column.key === null ? [] : [[column.key, column.index] as const])));
}

const grids = new WeakMap<Sheet, Grid>();

function gridFor(sheet: Sheet): Grid {
  const known = grids.get(sheet);
  if (known !== undefined) return known;
  const grid = gridOf(sheet);
  grids.set(sheet, grid);
  return grid;
}

/** A cell of the table's sheet as a record sees it: inside a merged area, the cell that holds its value. */
export function cellAt(sheet: Sheet, row: number, column: number): RecordCell {
  const merge = gridFor(sheet).mergeAt(row, column);
  const top = merge?.top ?? row;
  const left = merge?.left ?? column;
  return new SheetCell(sheet, top, left, sheet.value(top, left));
}

/** A cell's shown text and formula are looked up when somebody asks: most readers want its value alone. */
class SheetCell implements RecordCell {
  constructor(
    private readonly sheet: Sheet,
    readonly row: number,
    readonly column: number,
    readonly value: CellValue,
  ) {}

  get text(): string {
    return this.sheet.text(this.row, this.column);
  }

  get formula(): string | null {
    return this.sheet.formula(this.row, this.column);
  }
}

interface MarkColumn {
  readonly index: number;
  readonly role: string;
}

/** Columns that ask for a role by yes or no. */
function roleMarks(table: Table): readonly MarkColumn[] {
  return table.columns.flatMap(({ index, marks: role }): MarkColumn[] => (role === undefined ? [] : [{ index, role }]));
}

/** A person's roles as one text: what the role's own column says, and those to which the record says yes. */
function markedRole(sheet: Sheet, row: number, own: number | undefined, marks: readonly MarkColumn[]): RecordCell | null {
  const cells = marks.map(({ index, role }) => ({ role, cell: cellAt(sheet, row, index) }));
  const said = cells.filter(({ cell }) => readMark(cell.value) === "yes");
  const stated = own === undefined || marks.some(({ index }) => index === own) ? null : cellAt(sheet, row, own);
  const roles = [...(stated === null || stated.text === "" ? [] : [stated.text]), ...said.map(({ role }) => role)];
  const cell = (said.length === 0 ? stated : null) ?? said[0]?.cell ?? cells[0]?.cell;
  const text = roles.join("、");
  if (cell === undefined) return null;
  return { row: cell.row, column: cell.column, formula: cell.formula, value: text === "" ? null : text, text };
}

class SheetRecord implements TableRecord {
  constructor(
    readonly row: number,
    private readonly sheet: Sheet,
    private readonly columns: ReadonlyMap<ColumnKey, number>,
    private readonly roles: readonly MarkColumn[],
  ) {}

  cell(key: ColumnKey): RecordCell | null {
    if (key === "role" && this.roles.length > 0) return markedRole(this.sheet, this.row, this.columns.get(key), this.roles);
    const column = this.columns.get(key);
    return column === undefined ? null : cellAt(this.sheet, this.row, column);
  }
}

/** All records in the order of the sheet. Cells are read only when they are asked for. */
export function recordsOf(table: Table): readonly TableRecord[] {
  const columns = columnsByKey(table);
  const roles = roleMarks(table);
  return table.rows.flatMap(({ row, kind }) => (kind === "record" ? new SheetRecord(row, table.sheet, columns, roles) : []));
}
