/**
 * A sheet as Excel gave it, in the contract's shape: filled block by block while it is read, then only looked at.
 * Formats, shown texts and formulas are kept only where they say more than the value itself: most cells need none.
 */
import type { Area, ListTable, Sheet, SheetVisibility } from "../table/workbook";
import { CellError, isErrorCode, type CellValue } from "../values/cell";
import { reachReader, wider, type Reach } from "./formula-reach";

/** What is known of a sheet before its cells are read. */
export interface SheetFacts {
  readonly name: string;
  readonly visibility: SheetVisibility;
  readonly isProtected: boolean;
  /** The cells that hold something, or null on an empty sheet. */
  readonly used: Area | null;
  readonly merges: readonly Area[];
  readonly tables: readonly ListTable[];
  readonly hiddenColumns: ReadonlySet<number>;
}

/** One rectangle of cells as a range's properties give it. */
export interface Block {
  readonly top: number;
  readonly left: number;
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
  readonly texts: readonly (readonly string[])[];
  readonly formats: readonly (readonly unknown[])[];
  readonly types: readonly (readonly string[])[];
}

const COLUMNS = 16_384;
const spot = (row: number, column: number): number => row * COLUMNS + column;

/** A cell's value out of what Excel says: only the type tells the text "#N/A" from the error. */
export function cellValue(value: unknown, type: string | undefined): CellValue {
  if (type === "Empty" || value === null || value === undefined) return null;
  if (type === "Error") return new CellError(isErrorCode(value) ? value : "#UNKNOWN!");
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  return JSON.stringify(value);
}

function plainText(value: CellValue): string {
  if (value === null) return "";
  if (value instanceof CellError) return value.code;
  return typeof value === "boolean" ? String(value).toUpperCase() : String(value);
}

/** Excel shows ### where a column is too narrow: that says nothing of the value. */
const isTooNarrow = (text: string, value: CellValue): boolean => typeof value === "number" && /^#+$/.test(text);

export class SheetCells implements Sheet {
  readonly name: string;
  readonly visibility: SheetVisibility;
  readonly isProtected: boolean;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly merges: readonly Area[];
  readonly tables: readonly ListTable[];
  readonly #hiddenColumns: ReadonlySet<number>;
  readonly #hiddenRows = new Set<number>();
  readonly #left: number;
  readonly #rows: CellValue[][] = [];
  readonly #formulas = new Map<number, string>();
  readonly #texts = new Map<number, string>();
  readonly #formats = new Map<number, string>();
  readonly #reachOf = reachReader();
  #reach: Reach = "sheet";

  constructor(facts: SheetFacts) {
    this.name = facts.name;
    this.visibility = facts.visibility;
    this.isProtected = facts.isProtected;
    this.rowCount = facts.used === null ? 0 : facts.used.bottom + 1;
    this.columnCount = facts.used === null ? 0 : facts.used.right + 1;
    this.#left = facts.used?.left ?? 0;
    this.merges = facts.merges;
    this.tables = facts.tables;
    this.#hiddenColumns = facts.hiddenColumns;
  }

  hideRow(row: number): void {
    this.#hiddenRows.add(row);
  }

  take(block: Block): void {
    const formatNames = new Map<string, string>();
    block.values.forEach((values, below) => {
      const row = block.top + below;
      this.#rows[row] = values.map((value, beside) => {
        const known = cellValue(value, block.types[below]?.[beside]);
        const at = spot(row, block.left + beside);
        this.#keepFormula(at, block.formulas[below]?.[beside], known);
        this.#keepText(at, block.texts[below]?.[beside], known);
        this.#keepFormat(at, block.formats[below]?.[beside], formatNames);
        return known;
      });
    });
  }

  /** How far the sheet's formulas look. One that shows an error may have a value at any moment. */
  get reach(): Reach {
    return this.#reach;
  }

  /** A text that begins with "=" is given as its own formula: then it is no formula. */
  #keepFormula(at: number, formula: unknown, value: CellValue): void {
    if (typeof formula !== "string" || !formula.startsWith("=") || formula === value) return;
    this.#formulas.set(at, formula);
    this.#reach = wider(this.#reach, value instanceof CellError ? "anything" : this.#reachOf(formula));
  }

  #keepText(at: number, text: string | undefined, value: CellValue): void {
    if (text !== undefined && text !== plainText(value) && !isTooNarrow(text, value)) this.#texts.set(at, text);
  }

  #keepFormat(at: number, format: unknown, known: Map<string, string>): void {
    if (typeof format !== "string" || format === "General" || format === "") return;
    const same = known.get(format) ?? format;
    known.set(same, same);
    this.#formats.set(at, same);
  }

  value(row: number, column: number): CellValue {
    return this.#rows[row]?.[column - this.#left] ?? null;
  }

  formula(row: number, column: number): string | null {
    return this.#formulas.get(spot(row, column)) ?? null;
  }

  text(row: number, column: number): string {
    return this.#texts.get(spot(row, column)) ?? plainText(this.value(row, column));
  }

  format(row: number, column: number): string {
    return this.#formats.get(spot(row, column)) ?? "General";
  }

  isRowHidden(row: number): boolean {
    return this.#hiddenRows.has(row);
  }

  isColumnHidden(column: number): boolean {
    return this.#hiddenColumns.has(column);
  }
}
