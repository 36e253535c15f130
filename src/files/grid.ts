/**
 * Sheets over the cells as they were read: the accessors look straight into the library's rows (or the rows of a text
 * file), so that opening a large file makes no object a cell.
 */
import { LAST_COLUMN, LAST_ROW, parseArea, within } from "./address";
import type { SheetFacts } from "./office-open";
import { showValue, type LibraryCell, type LibraryRows } from "./sheetjs";
import type { Area, ListTable, Sheet, SheetVisibility } from "../table/workbook";
import { CellError, type CellErrorCode, type CellValue } from "../values/cell";

const ERROR_CODES: ReadonlyMap<unknown, CellErrorCode> = new Map<unknown, CellErrorCode>([
  [0x00, "#NULL!"],
  [0x07, "#DIV/0!"],
  [0x0f, "#VALUE!"],
  [0x17, "#REF!"],
  [0x1d, "#NAME?"],
  [0x24, "#NUM!"],
  [0x2a, "#N/A"],
  [0x2b, "#GETTING_DATA"],
]);

/** One error object a code: a column of #N/A holds the same one. */
const ERRORS: ReadonlyMap<CellErrorCode, CellError> = new Map([...ERROR_CODES.values()].map((code) => [code, new CellError(code)]));
const UNKNOWN_ERROR = new CellError("#UNKNOWN!");

function errorOf(cell: LibraryCell): CellError {
  const code = ERROR_CODES.get(cell.v);
  return (code === undefined ? undefined : ERRORS.get(code)) ?? UNKNOWN_ERROR;
}

/** The library shows these two formats as an American Excel would; ours follow the reader's system. */
const LOCAL_DATES: ReadonlyMap<string, string> = new Map([
  ["m/d/yy", "yyyy/m/d"],
  ["m/d/yy h:mm", "yyyy/m/d h:mm"],
]);

function valueOf(cell: LibraryCell): CellValue {
  const { v } = cell;
  if (cell.t === "e") return errorOf(cell);
  if (cell.t === "z" || v === undefined) return null;
  // An empty constant is a blank cell; an empty result of a formula is not.
  if (typeof v === "string") return v === "" && cell.f === undefined && cell.F === undefined ? null : v;
  if (typeof v === "number") return Number.isFinite(v) ? v : null;
  return typeof v === "boolean" ? v : null;
}

/** In an .ods, an error value is saved as the text that the cell shows. */
function withTextErrors(cell: LibraryCell, value: CellValue): CellValue {
  if (typeof value !== "string" || cell.f === undefined) return value;
  const code = [...ERRORS.keys()].find((known) => known === value);
  return (code === undefined ? undefined : ERRORS.get(code)) ?? value;
}

function holdsSomething(cell: LibraryCell | undefined): boolean {
  return cell !== undefined && (cell.f !== undefined || valueOf(cell) !== null);
}

function formatOf(cell: LibraryCell): string {
  if (typeof cell.z === "string") return cell.z;
  // An old workbook's built-in date formats have no code here, but the shown text tells them.
  return cell.t === "n" && /^\d{1,2}\/\d{1,2}\/\d{2}$/.test(cell.w ?? "") ? "m/d/yy" : "General";
}

export interface SheetFrame {
  readonly name: string;
  readonly visibility: SheetVisibility;
  readonly merges: readonly Area[];
  readonly date1904: boolean;
  readonly facts: SheetFacts;
}

/** The place of the last of the first `limit` cells for which `holds` is true, or -1. */
function lastHolding<Cell>(row: readonly (Cell | undefined)[], limit: number, holds: (cell: Cell | undefined) => boolean): number {
  for (let index = Math.min(row.length, limit) - 1; index >= 0; index -= 1) {
    if (holds(row[index])) return index;
  }
  return -1;
}

/** Number of rows, and of columns, up to the last cell for which `holds` is true. A damaged address can claim any place. */
function extentOf<Cell>(rows: readonly (readonly (Cell | undefined)[] | undefined)[], holds: (cell: Cell | undefined) => boolean): readonly [number, number] {
  let rowCount = 0;
  let columnCount = 0;
  for (let index = 0; index < Math.min(rows.length, LAST_ROW + 1); index += 1) {
    const last = lastHolding(rows[index] ?? [], LAST_COLUMN + 1, holds);
    if (last === -1) continue;
    rowCount = index + 1;
    columnCount = Math.max(columnCount, last + 1);
  }
  return [rowCount, columnCount];
}

/** What every sheet of a file has beside its cells. */
abstract class FramedSheet {
  readonly name: string;
  readonly visibility: SheetVisibility;
  readonly isProtected: boolean;
  readonly merges: readonly Area[];
  readonly tables: readonly ListTable[];
  private readonly hiddenRows: ReadonlySet<number>;
  private readonly hiddenColumns: readonly (readonly [number, number])[];

  constructor({ name, visibility, merges, facts }: SheetFrame) {
    this.name = name;
    this.visibility = visibility;
    this.merges = merges.flatMap((area) => within(area) ?? []);
    this.isProtected = facts.isProtected;
    this.tables = facts.tables;
    this.hiddenRows = facts.hiddenRows;
    this.hiddenColumns = facts.hiddenColumns;
  }

  isRowHidden(row: number): boolean {
    return this.hiddenRows.has(row);
  }

  isColumnHidden(column: number): boolean {
    return this.hiddenColumns.some(([first, last]) => first <= column && column <= last);
  }
}

export class GridSheet extends FramedSheet implements Sheet {
  readonly rowCount: number;
  readonly columnCount: number;
  private readonly date1904: boolean;
  private readonly savesErrorsAsText: boolean;

  constructor(
    frame: SheetFrame,
    private readonly rows: LibraryRows,
  ) {
    super(frame);
    this.date1904 = frame.date1904;
    this.savesErrorsAsText = frame.facts.savesErrorsAsText === true;
    [this.rowCount, this.columnCount] = extentOf(rows, holdsSomething);
  }

  value(row: number, column: number): CellValue {
    const cell = this.rows[row]?.[column];
    if (cell === undefined) return null;
    return this.savesErrorsAsText ? withTextErrors(cell, valueOf(cell)) : valueOf(cell);
  }

  formula(row: number, column: number): string | null {
    const cell = this.rows[row]?.[column];
    if (cell === undefined) return null;
    const text = cell.f ?? (cell.F === undefined ? undefined : this.arrayFormula(cell.F));
    return text === undefined ? null : `=${text}`;
  }

  text(row: number, column: number): string {
    const cell = this.rows[row]?.[column];
    const value = this.value(row, column);
    if (cell === undefined || value === null) return "";
    if (value instanceof CellError) return value.code;
    if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
    const format = formatOf(cell);
    return showValue(LOCAL_DATES.get(format) ?? format, value, this.date1904);
  }

  format(row: number, column: number): string {
    const cell = this.rows[row]?.[column];
    return cell === undefined ? "General" : formatOf(cell);
  }

  /** The formula that stands at the first cell of an array's area, for all its cells. */
  private arrayFormula(area: string): string | undefined {
    const first = parseArea(area);
    return first === null ? undefined : this.rows[first.top]?.[first.left]?.f;
  }
}

/** A text file's only sheet: every cell is the text that stands there. */
export class TextSheet extends FramedSheet implements Sheet {
  readonly rowCount: number;
  readonly columnCount: number;

  constructor(
    frame: SheetFrame,
    private readonly rows: readonly (readonly string[])[],
  ) {
    super(frame);
    [this.rowCount, this.columnCount] = extentOf(rows, (cell) => cell !== undefined && cell !== "");
  }

  value(row: number, column: number): CellValue {
    return this.text(row, column) || null;
  }

  formula(): null {
    return null;
  }

  text(row: number, column: number): string {
    return this.rows[row]?.[column] ?? "";
  }

  format(): string {
    return "General";
  }
}
