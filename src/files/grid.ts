/**
 * A sheet over the cells as they were read: the accessors look straight into the library's rows and into the plain cells
 * taken before it, so that opening a large file makes no object a cell.
 */
import type { ArrayAreas } from "./array-areas";
import { extentOf, FramedSheet, type SheetFrame } from "./frame";
import type { CellTables, PlainCells } from "./plain-cells";
import { plainText } from "./shown";
import { showValue, type LibraryCell, type LibraryRows } from "./sheetjs";
import { givesOnlyText } from "./text-formula";
import { parseA1 } from "../table/address";
import type { Area, Sheet } from "../table/workbook";
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
  if (v === 0 && cell.f !== undefined && givesOnlyText(cell.f)) return null;
  if (typeof v === "number") return Number.isFinite(v) ? v : null;
  return typeof v === "boolean" ? v : null;
}

/** In an .ods, an error value is saved as the text that the cell shows. */
function withTextErrors(cell: LibraryCell, value: CellValue): CellValue {
  if (typeof value !== "string" || cell.f === undefined) return value;
  const code = [...ERRORS.keys()].find((known) => known === value);
  return (code === undefined ? undefined : ERRORS.get(code)) ?? value;
}

/** General shows whole numbers of up to eleven digits as they are. */
function isShort(value: number): boolean {
  return Number.isInteger(value) && Math.abs(value) < 1e11;
}

function formatOf(cell: LibraryCell): string {
  if (typeof cell.z === "string") return cell.z;
  // An old workbook's built-in date formats have no code here, but the shown text tells them.
  return cell.t === "n" && /^\d{1,2}\/\d{1,2}\/\d{2}$/.test(cell.w ?? "") ? "m/d/yy" : "General";
}

/** What the library read of one sheet, and what was read before it. */
export interface GridCells {
  readonly rows: LibraryRows;
  readonly plain: PlainCells;
  readonly arrays: ArrayAreas;
  readonly tables: CellTables;
}

export class GridSheet extends FramedSheet implements Sheet {
  readonly rowCount: number;
  readonly columnCount: number;
  private readonly date1904: boolean;
  private readonly savesErrorsAsText: boolean;
  private readonly rows: LibraryRows;
  private readonly plain: PlainCells;
  private readonly cellTables: CellTables;
  private readonly arrays: ArrayAreas;

  constructor(frame: SheetFrame, { rows, plain, arrays, tables }: GridCells) {
    super(frame);
    this.date1904 = frame.date1904;
    this.savesErrorsAsText = frame.facts.savesErrorsAsText === true;
    this.rows = rows;
    this.plain = plain;
    this.cellTables = tables;
    this.arrays = arrays;
    [this.rowCount, this.columnCount] = extentOf({
      rows: Math.max(rows.length, plain.rowCount),
      columns: (row) => this.columnsRead(row),
      holds: (row, column) => rows[row]?.[column]?.f !== undefined || this.value(row, column) !== null,
    });
  }

  columnsIn(row: number): number {
    return Math.min(this.columnsRead(row), this.columnCount);
  }

  private columnsRead(row: number): number {
    return Math.max(this.rows[row]?.length ?? 0, this.plain.columnCount(row));
  }

  value(row: number, column: number): CellValue {
    const cell = this.rows[row]?.[column];
    if (cell === undefined) return this.plain.value(row, column, this.cellTables) ?? null;
    return this.savesErrorsAsText ? withTextErrors(cell, valueOf(cell)) : valueOf(cell);
  }

  formula(row: number, column: number): string | null {
    const cell = this.rows[row]?.[column];
    const text = cell?.f ?? this.arrayFormula(cell?.F === undefined ? this.arrays.over(row, column) : parseA1(cell.F));
    return text === undefined ? null : `=${text}`;
  }

  text(row: number, column: number): string {
    const value = this.value(row, column);
    if (value === null || typeof value === "boolean" || value instanceof CellError) return plainText(value);
    const format = this.format(row, column);
    if (format === "General" && (typeof value === "string" || isShort(value))) return plainText(value);
    return showValue(LOCAL_DATES.get(format) ?? format, value, this.date1904);
  }

  format(row: number, column: number): string {
    const cell = this.rows[row]?.[column];
    return cell === undefined ? (this.plain.format(row, column, this.cellTables) ?? "General") : formatOf(cell);
  }

  /** The formula that stands at the first cell of an array's area, for all its cells. */
  private arrayFormula(area: Area | null | undefined): string | undefined {
    return area ? this.rows[area.top]?.[area.left]?.f : undefined;
  }
}
