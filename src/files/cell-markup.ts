/**
 * Reading one cell's XML as bytes: `<c r="B5" s="3" t="s"><v>12</v></c>`. Only this simplest form is understood; of
 * anything else nothing is read, and the library gets it.
 */
import { LAST_COLUMN, LAST_ROW } from "./bounds";
import { NUMBER, TEXT, TRUTH, type PlainKind } from "./plain-cells";

const SPACE = 32;
const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;
const MINUS = 45;
const POINT = 46;
const ZERO = 48;
const NINE = 57;
const LESS = 60;
const EQUALS = 61;
const GREATER = 62;
const UPPER_A = 65;
const UPPER_Z = 90;
const LOWER_B = 98;
const LOWER_N = 110;
const LOWER_R = 114;
const LOWER_S = 115;
const LOWER_T = 116;
const LOWER_V = 118;

/** `</v></c>` */
const CLOSING = [60, 47, 118, 62, 60, 47, 99, 62];

/** Powers of ten that a double holds exactly; up to them a division of two exact numbers rounds once, and rightly. */
const EXACT_TENS = Array.from({ length: 23 }, (_, power) => 10 ** power);

/** Reads cells one after the other; the fields hold what was read last. */
export class CellMarkup {
  row = 0;
  column = 0;
  style = 0;
  kind: PlainKind = NUMBER;
  value = 0;

  constructor(private readonly bytes: Uint8Array) {}

  /**
   * Reads the cell whose attributes begin at `attributes` and whose start tag ends before `content`.
   * Gives the place behind the cell, or -1 where it is not of the simple form.
   */
  read(attributes: number, content: number): number {
    if (!this.readAttributes(attributes, content - 1)) return -1;
    const { bytes } = this;
    if (bytes[content] !== LESS || bytes[content + 1] !== LOWER_V || bytes[content + 2] !== GREATER) return -1;
    const end = this.readNumber(content + 3);
    if (end === -1) return -1;
    for (let index = 0; index < CLOSING.length; index += 1) if (bytes[end + index] !== CLOSING[index]) return -1;
    return end + CLOSING.length;
  }

  private readAttributes(start: number, end: number): boolean {
    const { bytes } = this;
    this.row = -1;
    this.style = 0;
    this.kind = NUMBER;
    for (let at = start; at < end;) {
      const name = bytes[at] ?? 0;
      if (name <= SPACE) {
        at += 1;
        continue;
      }
      const quote = bytes[at + 2] ?? 0;
      if (bytes[at + 1] !== EQUALS || (quote !== DOUBLE_QUOTE && quote !== SINGLE_QUOTE)) return false;
      at = this.readAttribute(name, at + 3);
      if (at === -1 || bytes[at] !== quote) return false;
      at += 1;
    }
    return this.row !== -1;
  }

  /** Gives the place behind the attribute's value, or -1. */
  private readAttribute(name: number, at: number): number {
    if (name === LOWER_R) return this.readAddress(at);
    if (name === LOWER_S) return this.readStyle(at);
    if (name === LOWER_T) return this.readKind(at);
    return -1;
  }

  private readAddress(start: number): number {
    const { bytes } = this;
    let at = start;
    let column = 0;
    for (let letter = bytes[at] ?? 0; letter >= UPPER_A && letter <= UPPER_Z && column <= LAST_COLUMN; letter = bytes[at] ?? 0) {
      column = column * 26 + (letter - UPPER_A + 1);
      at += 1;
    }
    let row = 0;
    for (let digit = bytes[at] ?? 0; digit >= ZERO && digit <= NINE && row <= LAST_ROW; digit = bytes[at] ?? 0) {
      row = row * 10 + (digit - ZERO);
      at += 1;
    }
    if (column === 0 || row === 0 || column - 1 > LAST_COLUMN || row - 1 > LAST_ROW) return -1;
    this.row = row - 1;
    this.column = column - 1;
    return at;
  }

  private readStyle(start: number): number {
    const { bytes } = this;
    let at = start;
    let style = 0;
    for (let digit = bytes[at] ?? 0; digit >= ZERO && digit <= NINE && style < 1_000_000; digit = bytes[at] ?? 0) {
      style = style * 10 + (digit - ZERO);
      at += 1;
    }
    this.style = style;
    return at;
  }

  private readKind(at: number): number {
    const letter = this.bytes[at];
    if (letter === LOWER_S) this.kind = TEXT;
    else if (letter === LOWER_B) this.kind = TRUTH;
    else if (letter !== LOWER_N) return -1;
    return at + 1;
  }

  /** Reads a number into `value`; gives the place behind it, or -1. */
  private readNumber(start: number): number {
    const { bytes } = this;
    let at = bytes[start] === MINUS ? start + 1 : start;
    const first = at;
    let digits = 0;
    let point = -1;
    for (; ; at += 1) {
      const byte = bytes[at] ?? 0;
      if (byte >= ZERO && byte <= NINE) digits = digits * 10 + (byte - ZERO);
      else if (byte === POINT && point === -1) point = at;
      else break;
    }
    if (bytes[at] !== LESS) return this.readText(start, at);
    const places = point === -1 ? 0 : at - point - 1;
    const tens = EXACT_TENS[places];
    if (at - first === (point === -1 ? 0 : 1)) return -1;
    if (digits > Number.MAX_SAFE_INTEGER || tens === undefined) return this.readText(start, at);
    const value = digits / tens;
    this.value = bytes[start] === MINUS ? -value : value;
    return this.fits() ? at : -1;
  }

  /** Long numbers and powers of ten, the language's own way. */
  private readText(start: number, from: number): number {
    const { bytes } = this;
    const end = bytes.indexOf(LESS, from);
    if (end === -1 || end - start > 40) return -1;
    this.value = Number(String.fromCharCode(...bytes.subarray(start, end)));
    return Number.isFinite(this.value) && end > start && this.fits() ? end : -1;
  }

  /** A shared text's number is a whole one; a truth value is 0 or 1. */
  private fits(): boolean {
    if (this.kind === NUMBER) return true;
    if (!Number.isInteger(this.value) || this.value < 0) return false;
    return this.kind === TEXT || this.value <= 1;
  }
}
