/**
 * Walks down from a header and says of each row what it is, until another table begins. Most rows of a long table are
 * settled by two cells; only rows that look unusual are read whole.
 */
import type { CellValue } from "../values/cell";
import { asText, type Grid } from "./grid";
import { cellsOf, headerStrength, isNumeric, type HeaderCell } from "./headers";
import { classify, type WalkContext } from "./row-kind";
import { isFooterText, isNoteText, statisticOf, tellingStarts } from "./rowwords";
import type { RowKind, TableRow } from "./table";
import { squeeze } from "./wording";
import type { Area } from "./workbook";

export interface Walked {
  readonly rows: readonly TableRow[];
  readonly firstRecord: number | null;
  readonly lastRecord: number | null;
  readonly records: number;
  /** The last row that belongs to the table. */
  readonly last: number;
}

/** Longer texts in the chief column are looked at closely: a title or a note may stand there. */
const plainLength = 12;
const typicalLimit = 200;
/** After so many blank rows the table is over. */
const mostBlanks = 5000;

interface State {
  readonly rows: TableRow[];
  records: number;
  first: number | null;
  last: number | null;
  /** Last row that is more than a blank, a note or a number alone. */
  content: number;
  blanks: number;
  noted: boolean;
  filled: number;
  lastNumber: number | null;
  /** Records that are one text and nothing else. */
  readonly lone: number[];
}

function isPlain(value: CellValue): boolean {
  if (typeof value !== "string") return typeof value === "number";
  const first = value.slice(0, 1);
  return value.length <= plainLength && value !== "" && first > "\u3000" && !tellingStarts.has(first) && !/[:：]/.test(value);
}

function numberLooksPlain(value: CellValue): boolean {
  return value === null || typeof value === "number" || (typeof value === "string" && /^\d{1,6}$/.test(value));
}

function matchesHeader(grid: Grid, header: Area, cells: readonly HeaderCell[]): boolean {
  if (cells.length < 2) return false;
  let same = 0;
  for (const { column, value } of cells) {
    // Scores equal to the full scores of the header (20 | 20 | 20) are no names.
    if (typeof value !== "string" || isNumeric(value)) continue;
    const text = squeeze(value);
    for (let row = header.top; row <= header.bottom; row++) {
      const own = grid.resolved(row, column);
      if (typeof own === "string" && squeeze(own) === text) {
        same++;
        break;
      }
    }
  }
  return same >= 2 && same >= 0.6 * cells.length;
}

/** A header with other columns: another table begins. */
function beginsAnother(context: WalkContext, row: number, cells: readonly HeaderCell[]): boolean {
  const { grid, plan } = context;
  if (cells.length < 2 || cells.some((cell) => typeof cell.value === "number" && cell.column === plan.number)) return false;
  const exact = cells.filter((cell) => cell.word === "field" || cell.word === "rule").length;
  if (headerStrength(cells) === null || exact < 2 || exact * 2 < cells.length) return false;
  const chief = plan.identity[0];
  // A name merged down from the rows above is theirs, and no header's.
  if (chief !== undefined && (grid.mergeAt(row, chief)?.top ?? row) < row) return false;
  const name = chief === undefined ? null : cells.find((cell) => cell.column === chief);
  // A record whose values happen to be words of headers still has a name of its own.
  if (name !== undefined && name !== null && name.word === null) return false;
  return cells.every((cell) => typeof cell.value === "string" || grid.mergeAt(row, cell.column) !== null || typeof cell.value === "number");
}

/** Texts above our own header: printed again on the next page they are no new title. */
function ownTitles(context: WalkContext): ReadonlySet<string> {
  const { grid, headerWords, plan } = context;
  const texts = new Set<string>();
  for (let row = Math.max(0, plan.header.top - 6); row < plan.header.top; row++) {
    for (const { value } of cellsOf(grid, headerWords, row, plan.header.left, plan.header.right, () => true))
      texts.add(squeeze(asText(value)));
  }
  return texts;
}

function titleBetween(context: WalkContext, from: number, to: number): "new" | "own" | "none" {
  const { grid, headerWords, plan } = context;
  const own = ownTitles(context);
  let found: "own" | "none" = "none";
  for (let row = from; row < to; row++) {
    const cells = cellsOf(grid, headerWords, row, plan.header.left, plan.header.right, () => true);
    const [first] = cells;
    if (first === undefined || typeof first.value !== "string") continue;
    if (isFooterText(first.value) || isNoteText(first.value) || statisticOf(first.value) !== null) continue;
    if (own.has(squeeze(first.value))) found = "own";
    else if (cells.length <= 4 && squeeze(first.value).length > 1) return "new";
  }
  return found;
}

/** Whether a header like our own begins a table of its own: new title or caption before it, or the numbering begins again. */
function isNewTable(context: WalkContext, state: State, row: number): boolean {
  const { grid, plan } = context;
  const gap = row - state.content - 1;
  if (gap === 0 || state.records === 0) return false;
  if (plan.number !== null) {
    for (let next = row + 1; next <= Math.min(row + 6, grid.rowCount - 1); next++) {
      const value = grid.value(next, plan.number);
      const place = typeof value === "string" && /^\d{1,6}$/.test(value.trim()) ? Number(value) : value;
      if (typeof place === "number") return place === 1 || state.lastNumber === null || place !== state.lastNumber + 1;
    }
  }
  return titleBetween(context, state.content + 1, row) !== "own";
}

function note(state: State, row: number, kind: RowKind): void {
  state.rows.push({ row, kind });
  if (kind === "blank" || kind === "note") return;
  state.content = row;
  state.noted = false;
}

function record(context: WalkContext, state: State, row: number): void {
  const { grid, plan } = context;
  if (state.records < typicalLimit) {
    let filled = 0;
    for (let column = plan.header.left; column <= plan.header.right; column++) if (!grid.isBlank(row, column)) filled++;
    state.filled += filled;
  } else state.filled += state.filled / state.records;
  state.records++;
  state.first ??= row;
  state.last = row;
  const number = plan.number === null ? null : grid.value(row, plan.number);
  if (typeof number === "number") state.lastNumber = number;
  else if (typeof number === "string" && /^\d{1,6}$/.test(number)) state.lastNumber = Number(number);
  note(state, row, "record");
}

/** The cheap way for rows of a long table: a plain name beside its number, or beside another value. */
function isPlainRecord(context: WalkContext, state: State, row: number): boolean {
  const { grid, headerWords, plan } = context;
  const chief = plan.identity[0];
  if (chief === undefined || state.noted || row <= plan.header.bottom + 3) return false;
  const name = grid.value(row, chief);
  if (!isPlain(name)) return false;
  if (plan.number !== null) {
    const number = grid.value(row, plan.number);
    if (typeof number === "number") return true;
    if (!numberLooksPlain(number)) return false;
  }
  if (typeof name === "string" && headerWords.startsWith(name.slice(0, 1))) return false;
  // A single plain cell may be a remark; a second one settles it.
  const second = plan.identity[1] ?? plan.judged.find((column) => column !== chief);
  return second !== undefined && !grid.isBlank(row, second);
}

function skipBlank(context: WalkContext, state: State, row: number): boolean {
  const { grid, plan } = context;
  if (state.blanks < typicalLimit) return false;
  return [plan.header.left, ...plan.identity.slice(0, 2), ...plan.judged.slice(0, 1)].every((column) => grid.isBlank(row, column));
}

/** A single text right above another table's header, taken for a record at first, is that table's title. */
function giveBackTitle(state: State): void {
  for (let last = state.rows[state.rows.length - 1]; last !== undefined; last = state.rows[state.rows.length - 1]) {
    const lone = last.kind === "record" && state.lone[state.lone.length - 1] === last.row;
    if (!lone && last.kind !== "blank" && last.kind !== "note") break;
    state.rows.pop();
    if (!lone) continue;
    state.lone.pop();
    state.records--;
  }
  const records = state.rows.filter((row) => row.kind === "record");
  state.first = records[0]?.row ?? null;
  state.last = records[records.length - 1]?.row ?? null;
  state.content = state.rows[state.rows.length - 1]?.row ?? -1;
}

function step(context: WalkContext, state: State, row: number): "on" | "end" {
  const { grid, headerWords, plan } = context;
  if (isPlainRecord(context, state, row)) {
    state.blanks = 0;
    record(context, state, row);
    return "on";
  }
  if (skipBlank(context, state, row)) {
    state.blanks++;
    return "on";
  }
  const cells = cellsOf(grid, headerWords, row, plan.header.left, plan.header.right, () => true);
  state.blanks = cells.length === 0 ? state.blanks + 1 : 0;
  const isHeader = matchesHeader(grid, plan.header, cells);
  if (isHeader && !isNewTable(context, state, row)) {
    note(state, row, "header");
    return "on";
  }
  if (isHeader || beginsAnother(context, row, cells)) {
    giveBackTitle(state);
    return "end";
  }
  const afterBlank = state.rows[state.rows.length - 1]?.kind === "blank";
  const kind = classify(context, { ...state, afterBlank }, row, cells);
  if (kind === "record") {
    record(context, state, row);
    if (cells.length === 1) state.lone.push(row);
  } else note(state, row, kind);
  if (kind === "note") state.noted = true;
  return "on";
}

/** A sum needs several to be one, and a list of places is short. */
const fewestSummed = 2;
const mostSummed = 400;

/** A number, also one that is text (CSV); 0 where there is none. */
function figure(value: CellValue): number {
  return typeof value === "number" ? value : typeof value === "string" ? Number(value) || 0 : 0;
}

/** Whether a row's figures are the sums of those of the records above it, in at least two columns, and in more than not: small counts add up by chance. */
function isSumOf({ grid, plan: { header, number } }: WalkContext, row: number, above: readonly number[]): boolean {
  let sums = 0;
  let others = 0;
  for (let column = header.left; column <= header.right; column++) {
    const value = figure(grid.value(row, column));
    if (column === number || value === 0) continue;
    const sum = above.reduce((total, other) => total + figure(grid.value(other, column)), 0);
    if (Math.abs(sum - value) < 1e-6) sums++;
    else others++;
  }
  return sums >= 2 && sums > others;
}

/** 全市 | 2000 | 1540 below the counties: the last row of a list of places is their sum, whatever it is called. */
function giveBackSum(context: WalkContext, state: State): void {
  const records = state.rows.filter(({ kind }) => kind === "record");
  const last = records[records.length - 1];
  if (context.plan.names === "persons" || last === undefined || records.length <= fewestSummed || records.length > mostSummed) return;
  const above = records.slice(0, -1).map(({ row }) => row);
  if (!isSumOf(context, last.row, above)) return;
  const at = state.rows.indexOf(last);
  state.rows[at] = { row: last.row, kind: "total" };
  state.records--;
  state.last = above[above.length - 1] ?? null;
}

/** Reads the rows below a header. `limit` is the last row to look at. */
export function walkRows(context: WalkContext, limit: number): Walked {
  const { header } = context.plan;
  const state: State = {
    rows: [],
    records: 0,
    first: null,
    last: null,
    content: header.bottom,
    blanks: 0,
    noted: false,
    filled: 0,
    lastNumber: null,
    lone: [],
  };
  for (let row = header.bottom + 1; row <= limit && state.blanks <= mostBlanks; row++) if (step(context, state, row) === "end") break;
  giveBackSum(context, state);
  while (state.rows.length > 0 && (state.rows[state.rows.length - 1]?.row ?? 0) > state.content) {
    const tail = state.rows[state.rows.length - 1];
    if (tail === undefined || isPreNumbered(context, tail.row)) break;
    state.rows.pop();
  }
  const last = state.rows[state.rows.length - 1]?.row ?? header.bottom;
  return { rows: state.rows, firstRecord: state.first, lastRecord: state.last, records: state.records, last };
}

/** An empty line of the form, only numbered. */
function isPreNumbered({ grid, plan }: WalkContext, row: number): boolean {
  return plan.number !== null && typeof grid.value(row, plan.number) === "number";
}
