/**
 * A record as the checks see it: its cells by column key, read as numbers or dates once. Reading says what state a value
 * is in; the findings about unreadable cells are made by `checks/cells.ts`.
 */
import type { ColumnKey, Table } from "../table/table";
import type { RecordCell, TableRecord } from "../table/records";
import { CellError, type CellValue } from "../values/cell";
import { compareDates, isDateFormat, readDate, readDateSpan, wholeDay, wholeYear, type CivilDate, type MonthOrDay } from "../values/date";
import { exact, type Exact } from "../values/exact";
import { readName } from "../values/name";
import { readMeasure } from "../values/measure";
import { readNumber } from "../values/number";
import type { Place } from "./findings";
import type { Recalculator } from "./recalculate";
import type { RemarkedNames } from "./remarked-names";
import { unitOf } from "./units";
import words from "./words.json";

/** `none`: the table has no such column. `refused`: something stands there that is no value to judge by. */
export type NumberState =
  | { readonly kind: "none" }
  | { readonly kind: "blank"; readonly at: Place }
  | { readonly kind: "number"; readonly at: Place; readonly amount: Exact; readonly shown: Exact | null }
  | { readonly kind: "refused"; readonly at: Place };

/** What a cell says as a day, wherever it stands. */
export type DayReading =
  | { readonly kind: "blank" }
  | { readonly kind: "date"; readonly date: CivilDate }
  | { readonly kind: "month"; readonly year: number; readonly month: number }
  /** Of a birth: some day between these, both included (1960年; 1960.1 as a number, January or October). */
  | { readonly kind: "between"; readonly from: CivilDate; readonly to: CivilDate }
  | { readonly kind: "refused" };

export type DateState = { readonly kind: "none" } | (DayReading & { readonly at: Place });

/** What reading needs beside the cell: how dates are counted, the year of a date without one, formulas without value. */
export interface RecordContext {
  readonly date1904: boolean;
  readonly year: number;
  /** Where the year was only guessed: no date without a year is later than this day. */
  readonly latest: CivilDate | null;
  readonly term: { includes(date: CivilDate): boolean };
  readonly recalculator: Recalculator;
  readonly names: RemarkedNames;
  /** Dates read so far, by what stands in the cell; serials: of cells that are shown as dates. */
  readonly days: Map<string | number, DayReading>;
  readonly serials: Map<string | number, DayReading>;
}

const noColumn: NumberState = { kind: "none" };

/** More different dates than this are read each time. */
const mostDays = 20_000;

const waivedWords: readonly string[] = words.waived;

export class Entry {
  private numbers: Map<ColumnKey, NumberState> | null = null;

  /** `above`: the record whose person this row carries on, in a log that names each person once. */
  constructor(
    readonly table: Table,
    private readonly record: TableRecord,
    private readonly context: RecordContext,
    private readonly above: Entry | null = null,
  ) {}

  /** The record that says whose this one is: itself, but for a row that carries on the one above. */
  get owner(): Entry {
    return this.above?.owner ?? this;
  }

  get row(): number {
    return this.record.row;
  }

  get sheet(): string {
    return this.table.sheet.name;
  }

  cell(key: ColumnKey): RecordCell | null {
    return this.record.cell(key);
  }

  placeOf(cell: RecordCell): Place {
    return { sheet: this.sheet, row: cell.row, column: cell.column };
  }

  /** The cell's value; recalculated where the workbook holds none, or #NAME? because the add-in was absent. */
  valueOf(cell: RecordCell): CellValue {
    const { value } = cell;
    const missing = value === null || (value instanceof CellError && value.code === "#NAME?");
    if (!missing || cell.formula === null) return value;
    const again = this.context.recalculator.value(this.table.sheet, cell.row, cell.column);
    return again ?? value;
  }

  /** The text of a cell without its spaces; "" where blank or without column. */
  text(key: ColumnKey): string {
    const cell = this.cell(key);
    const value = cell ? this.valueOf(cell) : null;
    return value === null || value instanceof CellError ? "" : String(value).trim();
  }

  /** Who or what the record is about: the person's name, else the school, the project. */
  get subject(): string {
    const read = readName(this.owner.cell("name")?.value ?? null);
    if (read.kind === "name") return read.normal;
    return this.text("school") || this.text("project") || this.text("place");
  }

  /** The key by which the record's person is compared with others of the workbook; "" without a name. */
  get nameKey(): string {
    return this.context.names.keyOf(this.text("name"));
  }

  /** Where a finding about the record as a whole stands: its name, else the first cell of the row. */
  get place(): Place {
    const cell = this.cell("name") ?? this.cell("school") ?? this.cell("project") ?? this.cell("place");
    return cell ? this.placeOf(cell) : { sheet: this.sheet, row: this.row, column: this.table.body.left };
  }

  /** Gave up in writing: judged by nothing, credited nothing. */
  get isWaived(): boolean {
    const said = `${this.text("result")} ${this.text("note")}`;
    return waivedWords.some((word) => said.includes(word));
  }

  number(key: ColumnKey): NumberState {
    const known = this.numbers?.get(key);
    if (known) return known;
    const state = this.readNumber(key);
    if (state.kind !== "none") this.keep(key, state);
    return state;
  }

  /** A value that is out of the question: what depends on it stays undecided. */
  refuse(key: ColumnKey): void {
    const cell = this.cell(key);
    if (cell) this.keep(key, { kind: "refused", at: this.placeOf(cell) });
  }

  private keep(key: ColumnKey, state: NumberState): void {
    this.numbers ??= new Map<ColumnKey, NumberState>();
    this.numbers.set(key, state);
  }

  private readNumber(key: ColumnKey): NumberState {
    const cell = this.cell(key);
    if (!cell) return noColumn;
    const at = this.placeOf(cell);
    const value = this.valueOf(cell);
    const read = typeof value === "string" ? readMeasure(value, unitOf(this.table, key)) : readNumber(value);
    if (read.kind === "number") return { kind: "number", at, amount: read.exact, shown: shownNumber(cell) };
    if (read.kind === "blank") return cell.formula === null ? { kind: "blank", at } : { kind: "refused", at };
    return { kind: "refused", at };
  }

  date(key: ColumnKey): DateState {
    const cell = this.cell(key);
    return cell ? this.dateIn(cell, key) : { kind: "none" };
  }

  dateIn(cell: RecordCell, key: ColumnKey): DateState {
    const value = this.valueOf(cell);
    const shownAsDate = typeof value === "number" ? isDateFormat(this.formatOf(cell)) : null;
    const read = (from: CellValue, asDate: boolean | null): DayReading =>
      key === "birth" ? this.readBirth(from, asDate) : this.dayOf(from, asDate);
    const day = read(value, shownAsDate);
    // 1975.1 shown as 1975.10 is October, 7.1 shown as 7.10 the tenth.
    const isShownOtherwise = day.kind !== "date" && typeof value === "number" && cell.text.trim() !== String(value);
    return { ...(isShownOtherwise ? read(cell.text.trim(), null) : day), at: this.placeOf(cell) };
  }

  /** Nobody is born in the year that a form is about: a birth needs its own year, and often has nothing else. */
  private readBirth(value: CellValue, shownAsDate: boolean | null): DayReading {
    const day = this.readDayIn(null, value, shownAsDate);
    const within = day.kind === "refused" ? wholeYear(value) : null;
    return within ? { kind: "between", ...within } : day;
  }

  /** A log has a hundred thousand dates and a few hundred days: each is read once. */
  private dayOf(value: CellValue, shownAsDate: boolean | null): DayReading {
    if (typeof value !== "string" && typeof value !== "number") return this.readDay(value, shownAsDate);
    const days = shownAsDate === true ? this.context.serials : this.context.days;
    const known = days.get(value);
    if (known) return known;
    const day = this.readDay(value, shownAsDate);
    if (days.size < mostDays) days.set(value, day);
    return day;
  }

  /** A date without a year (1月5日) belongs to the year in which it falls into the policy's term, and has come. */
  private readDay(value: CellValue, shownAsDate: boolean | null): DayReading {
    const { year, term, latest } = this.context;
    const first = this.readDayIn(year, value, shownAsDate);
    if (first.kind !== "date") return first;
    const fits = (day: DayReading): boolean =>
      day.kind === "date" && term.includes(day.date) && (latest === null || compareDates(day.date, latest) <= 0);
    if (fits(first)) return first;
    return [year + 1, year - 1].map((other) => this.readDayIn(other, value, shownAsDate)).find(fits) ?? first;
  }

  private readDayIn(year: number | null, value: CellValue, shownAsDate: boolean | null): DayReading {
    const { date1904 } = this.context;
    const context = { date1904, ...(year === null ? {} : { year }) };
    const read = readDate(value, shownAsDate === null ? context : { ...context, isDateFormat: shownAsDate });
    if (read.kind === "blank") return { kind: "blank" };
    if (read.kind === "date") return dayOrMonth(read);
    // A span (9月21日—22日, 9—12月) stands for its first day or month.
    const span = typeof value === "string" ? readDateSpan(value, context) : null;
    return span?.kind === "span" ? dayOrMonth(span.from) : { kind: "refused" };
  }

  formatOf(cell: RecordCell): string {
    return this.table.sheet.format(cell.row, cell.column);
  }
}

function dayOrMonth(read: MonthOrDay): DayReading {
  const date = wholeDay(read);
  return date ? { kind: "date", date } : { kind: "month", year: read.year, month: read.month };
}

/** The number as the cell shows it, where that is a plain number: 60 for 59.996 formatted with no decimals. */
function shownNumber(cell: RecordCell): Exact | null {
  if (typeof cell.value !== "number" || Number.isInteger(cell.value)) return null;
  const text = cell.text.trim();
  return /^\d+(?:\.\d+)?$/.test(text) ? exact(text) : null;
}
