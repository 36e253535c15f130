/**
 * What the checks of one workbook share: the tables with their records, the readings in force, the day of the check, and
 * the findings so far. A check is a generator, so that long ones can be interrupted between records.
 */
import type { Pack } from "../policy/schema";
import type { Judging } from "../rules/judging";
import type { Table } from "../table/table";
import type { Workbook } from "../table/workbook";
import type { CivilDate } from "../values/date";
import type { Findings } from "./findings";
import type { Entry } from "./record";

/** A table of the workbook, ready to be judged. */
export interface Sheet {
  readonly table: Table;
  readonly judging: Judging;
  readonly records: readonly Entry[];
}

export interface CheckContext {
  readonly workbook: Workbook;
  readonly packs: readonly Pack[];
  readonly sheets: readonly Sheet[];
  readonly asOf: CivilDate;
  readonly findings: Findings;
  /** Ids of the rules that something in the workbook was judged by; the others are reported as not checked. */
  readonly judged: Set<string>;
}

export type Check = (context: CheckContext) => Generator<void, void>;

/** So many records are judged before the check lets others run. */
const batch = 64;

/** Runs over something long, pausing now and then. */
export function* inBatches<T>(items: Iterable<T>, visit: (item: T) => void, size = batch): Generator<void, void> {
  let done = 0;
  for (const item of items) {
    visit(item);
    done += 1;
    if (done % size === 0) yield;
  }
}

/** Runs over the records of a table, pausing now and then. */
export function eachRecord(sheet: Sheet, judge: (entry: Entry) => void): Generator<void, void> {
  return inBatches(sheet.records, judge);
}

export function sheetsOfKind(context: CheckContext, kind: Table["kind"]): Sheet[] {
  return context.sheets.filter((sheet) => sheet.table.kind === kind);
}

/** The result of something that is done in steps, without a pause. */
export function atOnce<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
