/** A workbook put together again from its parcels: see `parcels.ts`. The cells stay in the arrays as they came. */
import { FramedSheet, type FileWorkbook } from "./frame";
import { BLANK, ERROR, NUMBER, TRUTH, type BookParcel, type CellParcel, type SheetParcel } from "./parcels";
import { plainText } from "./shown";
import type { Area, Sheet } from "../table/workbook";
import { CellError, isErrorCode, type CellErrorCode, type CellValue } from "../values/cell";

function areasOf(flat: Int32Array): Area[] {
  return Array.from({ length: flat.length / 4 }, (_, index) => {
    const [top = 0, left = 0, bottom = 0, right = 0] = flat.subarray(index * 4, index * 4 + 4);
    return { top, left, bottom, right };
  });
}

function pairsOf(flat: Int32Array): (readonly [number, number])[] {
  return Array.from({ length: flat.length / 2 }, (_, index) => [flat[index * 2] ?? 0, flat[index * 2 + 1] ?? 0]);
}

/** The last place of a sorted list, between two bounds, whose number is not above the wanted one. */
function placeOf(list: ArrayLike<number>, wanted: number, from: number, to: number): number {
  let [low, high] = [from, to - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) <= wanted) low = middle + 1;
    else high = middle - 1;
  }
  return high;
}

/** Rows that are hidden, as runs. */
class Runs {
  constructor(private readonly flat: Int32Array) {}

  has(index: number): boolean {
    const place = placeOf(this.flat, index, 0, this.flat.length);
    // Firsts stand at even places; the last of a run belongs to it.
    return place % 2 === 0 || (place >= 0 && this.flat[place] === index);
  }
}

class ReceivedSheet extends FramedSheet implements Sheet {
  readonly rowCount: number;
  readonly columnCount: number;
  private readonly parcels: CellParcel[] = [];
  private readonly tops: number[] = [];
  private readonly errors = new Map<CellErrorCode, CellError>();
  private last = 0;

  constructor(
    { name, visibility, isProtected, tables, rowCount, columnCount, merges, hiddenRows, hiddenColumns }: SheetParcel,
    date1904: boolean,
    private readonly texts: readonly string[],
  ) {
    const facts = { isProtected, tables, hiddenRows: new Runs(hiddenRows), hiddenColumns: pairsOf(hiddenColumns), cells: 0 };
    super({ name, visibility, merges: areasOf(merges), date1904, facts });
    this.rowCount = rowCount;
    this.columnCount = columnCount;
  }

  add(parcel: CellParcel): void {
    this.parcels.push(parcel);
    this.tops.push(parcel.top);
  }

  columnsIn(row: number): number {
    const parcel = this.parcelOf(row);
    const end = parcel?.starts[row - parcel.top + 1] ?? 0;
    const start = parcel?.starts[row - parcel.top] ?? 0;
    return end > start ? (parcel?.columns[end - 1] ?? 0) + 1 : 0;
  }

  value(row: number, column: number): CellValue {
    const parcel = this.parcelOf(row);
    return parcel === undefined ? null : this.valueAt(parcel, cellOf(parcel, row, column));
  }

  formula(row: number, column: number): string | null {
    return this.textOf("formulas", row, column) ?? null;
  }

  format(row: number, column: number): string {
    return this.textOf("formats", row, column) ?? "General";
  }

  text(row: number, column: number): string {
    return this.textOf("shown", row, column) ?? plainText(this.value(row, column));
  }

  private textOf(list: "formulas" | "formats" | "shown", row: number, column: number): string | undefined {
    const parcel = this.parcelOf(row);
    const number = parcel?.[list][cellOf(parcel, row, column)] ?? 0;
    return number === 0 ? undefined : this.texts[number];
  }

  private valueAt({ kinds, values }: CellParcel, cell: number): CellValue {
    const value = values[cell];
    const kind = kinds[cell] ?? BLANK;
    if (value === undefined || kind === BLANK) return null;
    if (kind === NUMBER) return value;
    if (kind === TRUTH) return value === 1;
    const text = this.texts[value] ?? "";
    return kind === ERROR && isErrorCode(text) ? this.errorOf(text) : text;
  }

  /** One object a code, as in the other sheets. */
  private errorOf(code: CellErrorCode): CellError {
    const known = this.errors.get(code) ?? new CellError(code);
    this.errors.set(code, known);
    return known;
  }

  /** Cells are asked for row by row: most often it is the parcel of the time before. */
  private parcelOf(row: number): CellParcel | undefined {
    const known = this.parcels[this.last];
    if (known !== undefined && row >= known.top && row < known.top + known.starts.length - 1) return known;
    this.last = Math.max(0, placeOf(this.tops, row, 0, this.tops.length));
    return this.parcels[this.last];
  }
}

/** The place of a cell in its parcel; -1 where there is none. */
function cellOf({ top, starts, columns }: CellParcel, row: number, column: number): number {
  const start = starts[row - top] ?? 0;
  const end = starts[row - top + 1] ?? 0;
  // A row without holes has its cells at their columns.
  if (columns[start + column] === column && start + column < end) return start + column;
  const place = placeOf(columns, column, start, end);
  return place >= start && columns[place] === column ? place : -1;
}

/** Takes parcels in until the workbook is whole. */
export class Receiving {
  private readonly texts: string[] = [];
  private readonly sheets: ReceivedSheet[];

  constructor(private readonly book: BookParcel) {
    this.sheets = book.sheets.map((sheet) => new ReceivedSheet(sheet, book.date1904, this.texts));
  }

  add(parcel: CellParcel): void {
    for (const text of parcel.texts) this.texts.push(text);
    this.sheets[parcel.sheet]?.add(parcel);
  }

  workbook(): FileWorkbook {
    const { name, origin, date1904, settingsXml, ownSheets } = this.book;
    return { name, origin, date1904, settingsXml, ownSheets, sheets: this.sheets };
  }
}
