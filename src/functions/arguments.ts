/**
 * From what Excel hands over to rows of cells: the one place where arguments are taken apart. Numbers and errors are
 * read by `src/values`; nothing is guessed here.
 */
import { CellError, isErrorCode, type CellErrorCode, type CellValue } from "../values/cell";
import { readDate, wholeDay, type CivilDate } from "../values/date";
import { type Exact } from "../values/exact";
import { functionNumber } from "../values/number";
import { type Problem, words, wrongValue } from "./problem";

export type Row = readonly CellValue[];
type Grid = readonly Row[];

function errorCode(text: unknown): CellErrorCode {
  return isErrorCode(text) ? text : "#UNKNOWN!";
}

/** One cell: Excel hands errors over as objects with a code, or as typed values with a basic value. */
export function cellOf(raw: unknown): CellValue {
  if (raw === null || raw === undefined) return null;
  if (typeof raw === "string" || typeof raw === "number" || typeof raw === "boolean") return raw;
  if (raw instanceof CellError) return raw;
  if (typeof raw !== "object") return new CellError("#VALUE!");
  if ("code" in raw) return new CellError(errorCode(raw.code));
  if ("basicValue" in raw) {
    const isError = "type" in raw && raw.type === "Error";
    return isError ? new CellError(errorCode(raw.basicValue)) : cellOf(raw.basicValue);
  }
  return new CellError("#VALUE!");
}

/** A range, a row or a single value as rows; null where the argument was left out. */
export function gridOf(raw: unknown): Grid | null {
  if (raw === null || raw === undefined) return null;
  if (!Array.isArray(raw)) return [[cellOf(raw)]];
  const rows: unknown[] = raw;
  if (rows.some((row) => Array.isArray(row))) {
    return rows.map((row) => (Array.isArray(row) ? row.map(cellOf) : [cellOf(row)]));
  }
  return [rows.map(cellOf)];
}

/** The one value of an argument that is no range. */
export function singleOf(raw: unknown): CellValue {
  return gridOf(raw)?.[0]?.[0] ?? null;
}

/** The text of an argument that is no range; "" where blank. */
export function textArgument(raw: unknown, name: string): string {
  const value = singleOf(raw);
  if (value instanceof CellError) throw wrongValue("argument.error", { argument: words(name), code: value.code });
  return value === null ? "" : String(value).trim();
}

/** One row of one argument, with the reading of its cells. */
export class Cells {
  constructor(
    private readonly name: string,
    /** Null where the argument was left out. */
    readonly row: Row | null,
  ) {}

  get isOmitted(): boolean {
    return this.row === null;
  }

  private refuse(id: string, values: Readonly<Record<string, string | number>> = {}): Problem {
    return wrongValue(id, { argument: words(this.name), ...values });
  }

  private number(value: CellValue): Exact {
    const read = functionNumber(value);
    if (read.kind === "error") throw this.refuse("argument.error", { code: read.code });
    if (read.kind === "unreadable") throw this.refuse("argument.no-number", { text: read.text });
    return read.exact;
  }

  /** All numbers of the row; `least` to `most` of them. */
  numbers(least: number, most: number): Exact[] {
    const row = this.row ?? [];
    if (row.length < least || row.length > most) {
      const due = least === most ? String(most) : `${String(least)}–${String(most)}`;
      throw this.refuse("argument.columns", { due, given: row.length });
    }
    return row.map((value) => this.number(value));
  }

  one(): Exact {
    const [value] = this.numbers(1, 1);
    if (value === undefined) throw this.refuse("argument.columns", { due: 1, given: 0 });
    return value;
  }

  /** The cell as it is; an error is refused. */
  cell(): Exclude<CellValue, CellError> {
    const value = this.row?.[0] ?? null;
    if (value instanceof CellError) throw this.refuse("argument.error", { code: value.code });
    return value;
  }

  text(): string {
    const value = this.cell();
    return value === null || value === 0 ? "" : String(value).trim();
  }

  date(): CivilDate {
    const read = readDate(this.cell());
    const day = read.kind === "date" ? wholeDay(read) : null;
    if (!day) throw this.refuse("argument.no-date");
    return day;
  }

  /** Every cell of the row; errors are refused. */
  all(): Row {
    return (this.row ?? []).map((value) => {
      if (value instanceof CellError) throw this.refuse("argument.error", { code: value.code });
      return value;
    });
  }
}

/**
 * The range arguments laid side by side, row by row; each row gives its cells by the argument's name. A single row of one
 * argument goes with every row of the others.
 */
export function rowsOf(ranges: Readonly<Record<string, unknown>>): ((name: string) => Cells)[] {
  const grids = new Map(Object.entries(ranges).map(([name, raw]) => [name, gridOf(raw)] as const));
  const count = Math.max(1, ...[...grids.values()].map((grid) => grid?.length ?? 1));
  for (const [name, grid] of grids) {
    if (grid && grid.length !== count && grid.length !== 1) {
      throw wrongValue("argument.rows", { argument: words(`argument.${name}`), given: grid.length, due: count });
    }
  }
  return Array.from({ length: count }, (_, row) => (name: string) => {
    const grid = grids.get(name) ?? null;
    return new Cells(`argument.${name}`, grid ? (grid[grid.length === 1 ? 0 : row] ?? []) : null);
  });
}
