/** From a workbook file to parcels: see `parcels.ts`. */
import type { FileSheet, FileWorkbook } from "./frame";
import { openWorkbook } from "./open";
import { BLANK, ERROR, NUMBER, TEXT, TRUTH, type BookParcel, type CellParcel, type Order, type Parcel, type SheetParcel } from "./parcels";
import { FileProblem } from "./problem";
import { plainText } from "./shown";
import { CellError, type CellValue } from "../values/cell";

/** Cells in one parcel, and characters of the texts that come with it: some milliseconds to take in. */
const MOST_CELLS = 8_000;
const MOST_CHARACTERS = 400_000;
const MOST_ROWS = 100_000;

/** Runs of numbers for which something holds, as first and last of each. */
function runs(count: number, holds: (index: number) => boolean): Int32Array<ArrayBuffer> {
  const found: number[] = [];
  for (let index = 0; index < count; index += 1) {
    if (!holds(index)) continue;
    if (found.at(-1) === index - 1) found[found.length - 1] = index;
    else found.push(index, index);
  }
  return Int32Array.from(found);
}

function sheetParcel(sheet: FileSheet): SheetParcel {
  const { name, visibility, isProtected, tables, rowCount, columnCount } = sheet;
  return {
    name,
    visibility,
    isProtected,
    tables,
    rowCount,
    columnCount,
    merges: Int32Array.from(sheet.merges.flatMap(({ top, left, bottom, right }) => [top, left, bottom, right])),
    hiddenRows: runs(rowCount, (row) => sheet.isRowHidden(row)),
    hiddenColumns: runs(columnCount, (column) => sheet.isColumnHidden(column)),
  };
}

/** The list of texts of a workbook; its first entry stands for none. */
class Texts {
  private readonly numbers = new Map<string, number>();
  private fresh: string[] = [""];
  private next = 1;
  characters = 0;

  numberOf(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    this.numbers.set(text, this.next);
    this.fresh.push(text);
    this.characters += text.length;
    this.next += 1;
    return this.next - 1;
  }

  /** What was added since it was asked last. */
  take(): string[] {
    const { fresh } = this;
    this.fresh = [];
    this.characters = 0;
    return fresh;
  }
}

/** Gathers cells for one parcel. */
class Gathering {
  private readonly starts: number[] = [0];
  private readonly columns: number[] = [];
  private readonly kinds: number[] = [];
  private readonly values: number[] = [];
  private readonly formulas: number[] = [];
  private readonly formats: number[] = [];
  private readonly shown: number[] = [];

  constructor(
    private readonly sheet: number,
    private readonly top: number,
    private readonly texts: Texts,
  ) {}

  get isFull(): boolean {
    return this.columns.length >= MOST_CELLS || this.texts.characters >= MOST_CHARACTERS || this.starts.length > MOST_ROWS;
  }

  addRow(of: FileSheet, row: number): void {
    const reach = of.columnsIn(row);
    for (let column = 0; column < reach; column += 1) this.addCell(of, row, column);
    this.starts.push(this.columns.length);
  }

  private addCell(of: FileSheet, row: number, column: number): void {
    const value = of.value(row, column);
    const formula = of.formula(row, column);
    const format = of.format(row, column);
    if (value === null && formula === null && format === "General") return;
    const text = of.text(row, column);
    this.columns.push(column);
    this.kinds.push(kindOf(value));
    this.values.push(this.numberFor(value));
    this.formulas.push(formula === null ? 0 : this.texts.numberOf(formula));
    this.formats.push(format === "General" ? 0 : this.texts.numberOf(format));
    this.shown.push(text === plainText(value) ? 0 : this.texts.numberOf(text));
  }

  private numberFor(value: CellValue): number {
    if (typeof value === "number") return value;
    if (typeof value === "string") return this.texts.numberOf(value);
    return value instanceof CellError ? this.texts.numberOf(value.code) : Number(value);
  }

  parcel(): CellParcel {
    return {
      kind: "cells",
      sheet: this.sheet,
      top: this.top,
      starts: Uint32Array.from(this.starts),
      columns: Uint16Array.from(this.columns),
      kinds: Uint8Array.from(this.kinds),
      values: Float64Array.from(this.values),
      formulas: Uint32Array.from(this.formulas),
      formats: Uint32Array.from(this.formats),
      shown: Uint32Array.from(this.shown),
      texts: this.texts.take(),
    };
  }
}

function kindOf(value: CellValue): number {
  if (value === null) return BLANK;
  if (typeof value === "number") return NUMBER;
  if (typeof value === "string") return TEXT;
  return typeof value === "boolean" ? TRUTH : ERROR;
}

function* cellParcels(sheet: FileSheet, index: number, texts: Texts): Generator<CellParcel> {
  let gathering = new Gathering(index, 0, texts);
  for (let row = 0; row < sheet.rowCount; row += 1) {
    gathering.addRow(sheet, row);
    if (!gathering.isFull) continue;
    yield gathering.parcel();
    gathering = new Gathering(index, row + 1, texts);
  }
  yield gathering.parcel();
}

/** All parcels of a workbook, in the order in which they are to be sent. */
function* pack(workbook: FileWorkbook): Generator<Parcel> {
  const { sheets, ...facts } = workbook;
  const book: BookParcel = { kind: "book", ...facts, sheets: sheets.map(sheetParcel) };
  yield book;
  const texts = new Texts();
  for (const [index, sheet] of sheets.entries()) yield* cellParcels(sheet, index, texts);
  yield { kind: "end" };
}

/** Opens the file; what goes wrong is sent too. */
export function* answer({ name, bytes }: Order): Generator<Parcel> {
  try {
    yield* pack(openWorkbook(new Uint8Array(bytes), name));
  } catch (fault) {
    if (fault instanceof FileProblem) yield { kind: "problem", id: fault.id, values: fault.values };
    else yield { kind: "fault", says: String(fault) };
  }
}
