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

/** Only looks. */
export const READING: Task = { attempt: "read", repeatable: true };

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

/** What we write into cells of the clerk's: these sheets, or "any" where it is not known which. */
export type Written = ReadonlySet<string> | "any";

/** These write beside the clerk's cells: settings, marks, sheets of our own, new workbooks. */
const besideCells: ReadonlySet<Attempt> = new Set<Attempt>([
  "save",
  "mark",
  "clear",
  "report",
  "slips",
  "statistics",
  "template",
  "copy",
  "select",
]);
const hearing = new Set<(written: Written) => void>();
let onlySheets: Written = "any";

/** Tells whoever keeps what was read of cells that we write into them, before we do; gives the way to stop. */
export function onOwnWriting(listener: (written: Written) => void): () => void {
  hearing.add(listener);
  return () => hearing.delete(listener);
}

/** Says that what is written meanwhile lies on these sheets alone. */
export async function writingOnly<T>(sheets: ReadonlySet<string>, work: () => Promise<T>): Promise<T> {
  onlySheets = sheets;
  try {
    return await work();
  } finally {
    onlySheets = "any";
  }
}

async function markedAsOwn<T>(task: Task, work: () => Promise<T>): Promise<T> {
  writing += 1;
  if (!besideCells.has(task.attempt)) for (const listener of hearing) listener(onlySheets);
  try {
    return await work();
  } finally {
    writing -= 1;
    wroteAt = Date.now();
  }
}

let lastWriting: Promise<unknown> = Promise.resolve();

/** One writing after the other: what the workbook keeps is read, changed and written back, and two at a time would lose one's change. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = lastWriting.then(work, work);
  lastWriting = turn.catch(() => undefined);
  return turn;
}

/**
 * Runs work in Excel. Rejects with HostFailure; a cancelled signal's reason is passed on as it is.
 */
export async function inExcel<T>(task: Task, work: (context: Excel.RequestContext) => Promise<T>, signal?: AbortSignal): Promise<T> {
  try {
    signal?.throwIfAborted();
    const running = () => runPerhapsTwice(task, work);
    return await (task.writes === true ? inTurn(() => markedAsOwn(task, running)) : running());
  } catch (error) {
    if (signal?.aborted === true) throw signal.reason;
    throw hostFailure(error, task.attempt, task.sheet);
  }
}

/** Starts listening to something of all sheets; gives the way to stop. */
export async function listening(
  add: (sheets: Excel.WorksheetCollection) => Pick<OfficeExtension.EventHandlerResult<unknown>, "remove" | "context">,
): Promise<() => Promise<void>> {
  const registration = await inExcel({ attempt: "listen", repeatable: true }, async (context) => {
    const handler = add(context.workbook.worksheets);
    await context.sync();
    return handler;
  });
  return async () => {
    registration.remove();
    await registration.context.sync();
  };
}

/** Does work, and where it fails for whatever reason once more: for putting things back, where giving up early would harm. */
export async function onceMore<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch {
    return work();
  }
}
