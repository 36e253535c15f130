/**
 * The one gate through which everything goes to Excel: starts the run, waits for the end of cell editing where the
 * clerk's hand was on the ribbon, tries again once what may be repeated, turns errors into messages, and knows while
 * our own writing is under way (its change events are not the clerk's).
 */
import { hostFailure, isPassing, type Attempt } from "./errors";

export interface Task {
  readonly attempt: Attempt;
  /** The sheet that a message should name. */
  readonly sheet?: string;
  /** Doing it twice does no harm: it may be tried again once after a passing failure. */
  readonly repeatable?: boolean;
  /** It changes the workbook; Excel's own undo then takes it back as one step where it can. */
  readonly writes?: boolean;
}

/** Where the clerk's hand is: on the ribbon a cell may still be in edit, and the request waits; in the pane it says so. */
export type Place = "pane" | "ribbon";

const PAUSE_BEFORE_AGAIN = 250;
/** Change events of our own writing may arrive this late. */
const EVENTS_SETTLE = 400;

let place: Place = "pane";
let writing = 0;
let wroteAt = Number.NEGATIVE_INFINITY;

/** Says from where the next runs are started. */
export function startedFrom(where: Place): void {
  place = where;
}

/** True while our own writing is under way or has just ended. */
export function isOwnWriting(): boolean {
  return writing > 0 || Date.now() - wroteAt < EVENTS_SETTLE;
}

/** Whether this Excel has a requirement set beyond those that the manifest requires. */
export function hasExcelApi(version: string): boolean {
  return typeof Office !== "undefined" && Office.context.requirements.isSetSupported("ExcelApi", version);
}

function run<T>(task: Task, work: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  const options: Excel.RunOptions = { delayForCellEdit: place === "ribbon" };
  if (task.writes === true && hasExcelApi("1.20")) options.mergeUndoGroup = true;
  return Excel.run(options, work);
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, PAUSE_BEFORE_AGAIN));

async function runPerhapsTwice<T>(task: Task, work: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  try {
    return await run(task, work);
  } catch (error) {
    if (task.repeatable !== true || !isPassing(error)) throw error;
    await pause();
    return run(task, work);
  }
}

async function markedAsOwn<T>(task: Task, work: () => Promise<T>): Promise<T> {
  if (task.writes !== true) return work();
  writing += 1;
  try {
    return await work();
  } finally {
    writing -= 1;
    wroteAt = Date.now();
  }
}

/**
 * Runs work in Excel. Rejects with HostFailure; a cancelled signal's reason is passed on as it is.
 */
export async function inExcel<T>(task: Task, work: (context: Excel.RequestContext) => Promise<T>, signal?: AbortSignal): Promise<T> {
  try {
    signal?.throwIfAborted();
    return await markedAsOwn(task, () => runPerhapsTwice(task, work));
  } catch (error) {
    if (signal?.aborted === true) throw signal.reason;
    throw hostFailure(error, task.attempt, task.sheet);
  }
}

/** Does work, and where it fails for whatever reason once more: for putting things back, where giving up early would harm. */
export async function onceMore<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch {
    return work();
  }
}
