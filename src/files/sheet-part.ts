/**
 * One pass over the XML of a worksheet before the library reads it. It takes out cells and rows that have only a format
 * (a sheet formatted down to row 1,048,576 is common, and costs minutes otherwise), and notes what the library does not
 * tell: hidden rows and columns, and protection. The bytes are walked once; nothing is turned into text but row tags.
 */
import { attributesOf, isTrue } from "./markup";

export interface SheetPart {
  readonly xml: Uint8Array;
  readonly hiddenRows: ReadonlySet<number>;
  /** First and last column of each hidden run, from 0. */
  readonly hiddenColumns: readonly (readonly [number, number])[];
  readonly isProtected: boolean;
  /** Cells that hold something. */
  readonly cells: number;
}

const LESS = 60;
const GREATER = 62;
const SLASH = 47;
const COLON = 58;
const BANG = 33;
const SPACE = 32;
const LOWER_C = 99;
const LOWER_O = 111;
const LOWER_R = 114;
const EQUALS = 61;

type Stretch = readonly [start: number, end: number];

/** Copies a part while leaving out stretches of it; neighbouring stretches are left out as one. */
class Thinning {
  private out: Uint8Array | null = null;
  private written = 0;
  private from = 0;

  constructor(private readonly bytes: Uint8Array) {}

  drop([start, end]: Stretch): void {
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

/** The end of the name of a tag that starts at `at` ("<"), and where its local name begins. */
function nameAt(bytes: Uint8Array, at: number): { readonly start: number; readonly end: number } {
  let start = at + 1;
  let end = start;
  for (; end < bytes.length; end += 1) {
    const byte = bytes[end];
    if (byte === COLON) start = end + 1;
    else if (byte === undefined || byte <= SPACE || byte === GREATER || (byte === SLASH && end > start)) break;
  }
  return { start, end };
}

function asciiOf(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, Math.min(end, start + 2000)));
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

/** After a comment or a CDATA section, which may hold anything. */
function afterDeclaration(bytes: Uint8Array, at: number): number {
  const isCdata = bytes[at + 2] === 91;
  const mark = isCdata ? 93 : 45;
  for (let end = bytes.indexOf(GREATER, at); end !== -1; end = bytes.indexOf(GREATER, end + 1)) {
    if (bytes[end - 1] === mark && bytes[end - 2] === mark) return end + 1;
  }
  return bytes.length;
}

interface OpenRow {
  readonly at: number;
  /** A row without its own number counts from the one before, so it must stay. */
  readonly mayGo: boolean;
  /** Its cells without content; they go only once it is known that the row stays. */
  readonly empty: Stretch[];
  kept: number;
}

class Pass {
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns: (readonly [number, number])[] = [];
  isProtected = false;
  cells = 0;
  private rowNumber = -1;
  private row: OpenRow | null = null;
  private readonly thinning: Thinning;

  constructor(private readonly bytes: Uint8Array) {
    this.thinning = new Thinning(bytes);
  }

  run(): SheetPart {
    let at = this.bytes.indexOf(LESS);
    while (at !== -1) at = this.bytes.indexOf(LESS, this.tag(at));
    const { hiddenRows, hiddenColumns, isProtected, cells } = this;
    return { xml: this.thinning.result(), hiddenRows, hiddenColumns, isProtected, cells };
  }

  /** Handles the tag at `at` and gives the place from which to look on. */
  private tag(at: number): number {
    const { bytes } = this;
    if (bytes[at + 1] === BANG) return afterDeclaration(bytes, at);
    const { start, end } = nameAt(bytes, at);
    const length = end - start;
    if (length === 1) return bytes[start] === LOWER_C ? this.cell(at, end) : end;
    if (length < 3) return end;
    const first = bytes[start];
    if (length === 3 && first === LOWER_R && bytes[start + 1] === LOWER_O) return bytes[at + 1] === SLASH ? this.closeRow(end) : this.openRow(at, end);
    if (length === 4 && first === SLASH && bytes[start + 2] === LOWER_O) return this.closeRow(end);
    if (length === 3 && first === LOWER_C) return this.columns(end);
    if (length === 15 && asciiOf(bytes, start, end) === "sheetProtection") return this.protection(end);
    return end;
  }

  private tagEnd(from: number): number {
    const end = this.bytes.indexOf(GREATER, from);
    return end === -1 ? this.bytes.length : end + 1;
  }

  private cell(at: number, nameEnd: number): number {
    const { bytes } = this;
    const end = this.tagEnd(nameEnd);
    const isClosed = bytes[end - 2] === SLASH;
    const isEmpty = isClosed || (bytes[end] === LESS && bytes[end + 1] === SLASH);
    // A cell without its own address counts from the one before, so it must stay.
    if (isEmpty && this.row !== null && valueAt(bytes, nameEnd, end, ADDRESS) !== -1) {
      const after = isClosed ? end : this.tagEnd(end);
      this.row.empty.push([at, after]);
      return after;
    }
    this.cells += 1;
    if (this.row !== null) this.row.kept += 1;
    return end;
  }

  private openRow(at: number, nameEnd: number): number {
    const { bytes } = this;
    const end = this.tagEnd(nameEnd);
    const address = valueAt(bytes, nameEnd, end, ADDRESS);
    this.rowNumber = address === -1 ? this.rowNumber + 1 : digitsAt(bytes, address) - 1;
    if (isTrueAt(bytes, valueAt(bytes, nameEnd, end, HIDDEN))) this.hiddenRows.add(this.rowNumber);
    const mayGo = address !== -1;
    if (bytes[end - 2] !== SLASH) this.row = { at, mayGo, empty: [], kept: 0 };
    else if (mayGo) this.thinning.drop([at, end]);
    return end;
  }

  private closeRow(nameEnd: number): number {
    const end = this.tagEnd(nameEnd);
    const { row } = this;
    if (row !== null && row.mayGo && row.kept === 0) this.thinning.drop([row.at, end]);
    else row?.empty.forEach((stretch) => this.thinning.drop(stretch));
    this.row = null;
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
