/**
 * A fault in a rule sheet: which cell, what is wrong, and whether the policy can be used although it is there.
 */
import type { Locale, Message } from "../../values/message";
import type { Cell } from "./grid";
import { saySheet } from "./say";

export interface SheetProblem {
  /** Counted from 0 in the values that were read. */
  readonly row: number;
  readonly column: number;
  /** experience: the cell should be put right, but could be read (a number as text). */
  readonly level: "logic" | "experience";
  /** The policy of the sheet can't be used until this is put right. */
  readonly stops: boolean;
  /** To be said by `saySheet`. */
  readonly message: Message;
}

/** How grave a fault is: what stops, and what is only a remark. */
export type Weight = "stops" | "logic" | "experience";

/** More than this many problems help nobody. */
export const MOST_PROBLEMS = 200;

/** The place in words: 第12行“心得体会”的“数值”. */
function placeOf(cell: Cell, name: string, header: string, locale: Locale): string {
  const id = name === "" ? "sheet.place" : "sheet.place-named";
  return saySheet({ id, values: { row: cell.row + 1, name, header } }, locale);
}

/** Gathers the problems of one sheet. */
export class Problems {
  readonly list: SheetProblem[] = [];

  constructor(
    private readonly locale: Locale,
    private readonly headerOf: (column: number) => string,
  ) {}

  /** Whether one of them stops the policy's use. */
  areStopping(): boolean {
    return this.list.some((problem) => problem.stops);
  }

  add(cell: Cell, name: string, message: Message, weight: Weight = "stops"): void {
    if (this.list.length >= MOST_PROBLEMS) return;
    const place = placeOf(cell, name.slice(0, 40), this.headerOf(cell.column), this.locale);
    this.list.push({
      ...cell,
      level: weight === "experience" ? "experience" : "logic",
      stops: weight === "stops",
      message: { id: message.id, values: { ...message.values, place } },
    });
  }
}
