/**
 * One pass over the XML of a worksheet before the library reads it. It takes out what the library need not see: cells and
 * rows that have only a format (a sheet formatted down to row 1,048,576 is common, and costs minutes otherwise) and plain
 * cells, which are kept here. It shortens the areas of array formulas, with each of which the library would compare each cell. And it
 * notes what the library does not tell: hidden rows and columns, and protection.
 */
import { ArrayAreas } from "./array-areas";
import { CellMarkup } from "./cell-markup";
import { attributesOf, isTrue } from "./markup";
import { NO_PLAIN_CELLS, PlainCells } from "./plain-cells";
import { parseA1 } from "../table/address";

export interface SheetPart {
  /** What is left for the library. */
  readonly xml: Uint8Array;
  readonly plain: PlainCells;
  readonly arrays: ArrayAreas;
  readonly hiddenRows: ReadonlySet<number>;
  /** First and last column of each hidden run, from 0. */
  readonly hiddenColumns: readonly (readonly [number, number])[];
  readonly isProtected: boolean;
  /** Cells that hold something. */
  readonly cells: number;
}

const SPACE = 32;
const BANG = 33;
const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;
const SLASH = 47;
const COLON = 58;
const LESS = 60;
const EQUALS = 61;
const GREATER = 62;
const LOWER_A = 97;
const LOWER_C = 99;
const LOWER_F = 102;
const LOWER_O = 111;
const LOWER_R = 114;

/** Copies a part while leaving out stretches of it; neighbouring stretches are left out as one. */
class Thinning {
  private out: Uint8Array | null = null;
  private written = 0;
  private from = 0;

  constructor(private readonly bytes: Uint8Array) {}

  drop(start: number, end: number): void {
    if (start > this.from) this.keep(start);
    this.from = end;
  }

  private keep(end: number): void {
    this.out ??= new Uint8Array(this.bytes.length);
    this.out.set(this.bytes.subarray(this.from, end), this.written);
    this.written += end - this.from;
  }

  result(): Uint8Array {
    if (this.from === 0) return this.bytes;
    this.keep(this.bytes.length);
    return this.out === null ? this.bytes : this.out.subarray(0, this.written);
  }
}

interface TagName {
  /** Where the local name begins, behind a prefix. */
  readonly start: number;
  readonly end: number;
}

/** Where the value of an attribute begins (behind its opening quote), or -1. The name is given as bytes with its "=". */
function valueAt(bytes: Uint8Array, start: number, end: number, name: readonly number[]): number {
  for (let at = start; at + name.length < end; at += 1) {
    if ((bytes[at] ?? 0) > SPACE) continue;
    let length = 0;
    while (length < name.length && bytes[at + 1 + length] === name[length]) length += 1;
    if (length === name.length) return at + 2 + length;
  }
  return -1;
}

const ADDRESS = [LOWER_R, EQUALS];
const KIND = [..."t="].map((letter) => letter.charCodeAt(0));
const REFERENCE = [..."ref="].map((letter) => letter.charCodeAt(0));
const HIDDEN = [..."hidden="].map((letter) => letter.charCodeAt(0));

/** The number that an attribute's value is; rows are read a million times, so no text is made of it. */
function digitsAt(bytes: Uint8Array, at: number): number {
  let number = 0;
  for (let byte = bytes[at] ?? 0; byte >= 48 && byte <= 57; byte = bytes[at] ?? 0) {
    number = number * 10 + (byte - 48);
    at += 1;
  }
  return number;
}

/** "1" or "true". */
function isTrueAt(bytes: Uint8Array, at: number): boolean {
  return at !== -1 && (bytes[at] === 49 || bytes[at] === 116);
}

function asciiOf(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, Math.min(end, start + 2000)));
}

/** After a comment or a CDATA section, which may hold anything. */
function afterDeclaration(bytes: Uint8Array, at: number): number {
  const isCdata = bytes[at + 2] === 91;
  const mark = isCdata ? 93 : 45;
  for (let end = bytes.indexOf(GREATER, at); end !== -1; end = bytes.indexOf(GREATER, end + 1)) {
    if (bytes[end - 1] === mark && bytes[end - 2] === mark) return end + 1;
  }
  return bytes.length;
}

/** A row that is open, and the stretches of it that go if it stays: start, end, start, end … */
interface OpenRow {
  readonly at: number;
  readonly gone: number[];
  kept: number;
}

class Pass {
  private readonly hiddenRows = new Set<number>();
  private readonly hiddenColumns: (readonly [number, number])[] = [];
  private readonly plain = new PlainCells();
  private readonly arrays = new ArrayAreas();
  private readonly thinning: Thinning;
  private readonly markup: CellMarkup;
  private isProtected = false;
  private cells = 0;
  private rowNumber = -1;
  private row: OpenRow | null = null;
  /** A cell or row without its own address counts from the one before: then nothing may be taken out. */
  private isUnaddressed = false;

  constructor(private readonly bytes: Uint8Array) {
    this.thinning = new Thinning(bytes);
    this.markup = new CellMarkup(bytes);
  }

  run(): SheetPart {
    let at = this.bytes.indexOf(LESS);
    while (at !== -1) at = this.bytes.indexOf(LESS, this.tag(at));
    const { arrays, hiddenRows, hiddenColumns, isProtected, cells } = this;
    const left = this.isUnaddressed ? { xml: this.bytes, plain: NO_PLAIN_CELLS } : { xml: this.thinning.result(), plain: this.plain };
    return { ...left, arrays, hiddenRows, hiddenColumns, isProtected, cells };
  }

  /** Handles the tag at `at` and gives the place from which to look on. */
  private tag(at: number): number {
    const { bytes } = this;
    // By far the commonest tags first: <c …> and the end tags and values inside of a cell that is left to the library.
    if (bytes[at + 1] === LOWER_C && (bytes[at + 2] ?? 0) <= SPACE) return this.cell(at, at + 2);
    if (bytes[at + 1] === BANG) return afterDeclaration(bytes, at);
    return this.namedTag(at, this.nameAt(at));
  }

  private namedTag(at: number, { start, end }: TagName): number {
    const { bytes } = this;
    const length = end - start;
    const first = bytes[start];
    if (length === 1 && first === LOWER_F) return this.formula(end);
    if (length === 1) return first === LOWER_C ? this.cell(at, end) : end;
    const isRow = bytes[end - 3] === LOWER_R && bytes[end - 2] === LOWER_O;
    if (isRow && length === 3) return bytes[at + 1] === SLASH ? this.closeRow(end) : this.openRow(at, end);
    if (isRow && length === 4 && first === SLASH) return this.closeRow(end);
    if (length === 3 && first === LOWER_C) return this.columns(end);
    if (length === 15 && asciiOf(bytes, start, end) === "sheetProtection") return this.protection(end);
    return end;
  }

  private nameAt(at: number): TagName {
    const { bytes } = this;
    let start = at + 1;
    let end = start;
    for (; end < bytes.length; end += 1) {
      const byte = bytes[end] ?? 0;
      if (byte === COLON) start = end + 1;
      else if (byte <= SPACE || byte === GREATER || (byte === SLASH && end > start)) break;
    }
    return { start, end };
  }

  private tagEnd(from: number): number {
    const end = this.bytes.indexOf(GREATER, from);
    return end === -1 ? this.bytes.length : end + 1;
  }

  private cell(at: number, nameEnd: number): number {
    const { bytes, row, markup } = this;
    const end = this.tagEnd(nameEnd);
    const isClosed = bytes[end - 2] === SLASH;
    if (row !== null && (isClosed || (bytes[end] === LESS && bytes[end + 1] === SLASH))) {
      if (valueAt(bytes, nameEnd, end, ADDRESS) === -1) this.isUnaddressed = true;
      return this.takeOut(row, at, isClosed ? end : this.tagEnd(end));
    }
    this.cells += 1;
    const plainEnd = row === null ? -1 : markup.read(nameEnd, end);
    if (row !== null && plainEnd !== -1) {
      this.plain.add(markup.row, markup.column, markup.kind, markup.value, markup.style);
      return this.takeOut(row, at, plainEnd);
    }
    if (row !== null) row.kept += 1;
    if (valueAt(bytes, nameEnd, end, ADDRESS) === -1) this.isUnaddressed = true;
    return end;
  }

  /** Notes the area of an array formula, of which the library then sees the first cell only. */
  private formula(nameEnd: number): number {
    const { bytes, row } = this;
    const end = this.tagEnd(nameEnd);
    if (row === null || bytes[valueAt(bytes, nameEnd, end, KIND)] !== LOWER_A) return end;
    const reference = valueAt(bytes, nameEnd, end, REFERENCE);
    const colon = bytes.subarray(0, end).indexOf(COLON, reference);
    if (reference === -1 || colon === -1) return end;
    let close = colon;
    while (close < end && bytes[close] !== DOUBLE_QUOTE && bytes[close] !== SINGLE_QUOTE) close += 1;
    const area = parseA1(asciiOf(bytes, reference, close));
    if (area === null) return end;
    this.arrays.add(area);
    this.takeOut(row, colon, close);
    return end;
  }

  private takeOut({ gone }: OpenRow, start: number, end: number): number {
    if (gone.at(-1) === start) gone[gone.length - 1] = end;
    else gone.push(start, end);
    return end;
  }

  private openRow(at: number, nameEnd: number): number {
    const { bytes } = this;
    const end = this.tagEnd(nameEnd);
    const address = valueAt(bytes, nameEnd, end, ADDRESS);
    if (address === -1) this.isUnaddressed = true;
    this.rowNumber = address === -1 ? this.rowNumber + 1 : digitsAt(bytes, address) - 1;
    if (isTrueAt(bytes, valueAt(bytes, nameEnd, end, HIDDEN))) this.hiddenRows.add(this.rowNumber);
    if (bytes[end - 2] === SLASH) this.thinning.drop(at, end);
    else this.row = { at, gone: [], kept: 0 };
    return end;
  }

  private closeRow(nameEnd: number): number {
    const end = this.tagEnd(nameEnd);
    const { row, thinning } = this;
    this.row = null;
    if (row === null) return end;
    if (row.kept === 0) thinning.drop(row.at, end);
    else for (let index = 0; index < row.gone.length; index += 2) thinning.drop(row.gone[index] ?? 0, row.gone[index + 1] ?? 0);
    return end;
  }

  private columns(nameEnd: number): number {
    const end = this.tagEnd(nameEnd);
    const attributes = attributesOf(asciiOf(this.bytes, nameEnd, end));
    if (isTrue(attributes["hidden"])) this.hiddenColumns.push([Number(attributes["min"]) - 1, Number(attributes["max"]) - 1]);
    return end;
  }

  private protection(nameEnd: number): number {
    const end = this.tagEnd(nameEnd);
    this.isProtected = isTrue(attributesOf(asciiOf(this.bytes, nameEnd, end))["sheet"]);
    return end;
  }
}

export function thinSheetPart(bytes: Uint8Array): SheetPart {
  return new Pass(bytes).run();
}
