/**
 * Walks down from a header and says of each row what it is, until another table begins. Most rows of a long table are
 * settled by two cells; only rows that look unusual are read whole.
 */
import type { CellValue } from "../values/cell";
import { asText, type Grid } from "./grid";
import { cellsOf, headerStrength, isNumeric, type HeaderCell } from "./headers";
import { isCaption, type HeaderWords } from "./headerwords";
import {
  isCaptionLabel,
  isExampleWord,
  isFooterText,
  isDepartment,
  isLettersRow,
  isNumberedHeading,
  isNoteText,
  saysExample,
  statisticOf,
  tellingStarts,
} from "./rowwords";
import type { RowKind, TableRow } from "./table";
import { squeeze } from "./wording";
import type { Area } from "./workbook";

/** What the columns are for, as far as rows are concerned. */
export interface RowPlan {
  readonly header: Area;
  /** 序号. */
  readonly number: number | null;
  /** Columns that name the record's subject, the chief one first. */
  readonly identity: readonly number[];
  /** Columns whose values are judged: without a name they still make a record. */
  readonly judged: readonly number[];
  /** A text longer than this in the chief column is no name: a person's is short, a training's may be long. */
  readonly longest: number;
  readonly names: "persons" | "others";
}

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

export interface WalkContext {
  readonly grid: Grid;
  readonly headerWords: HeaderWords;
  readonly plan: RowPlan;
}

function isPlain(value: CellValue): boolean {
  if (typeof value !== "string") return typeof value === "number";
  const first = value.slice(0, 1);
  return value.length <= plainLength && value !== "" && first > "\u3000" && !tellingStarts.has(first) && !/[:：]/.test(value);
}

function numberLooksPlain(value: CellValue): boolean {
  return value === null || typeof value === "number" || (typeof value === "string" && /^\d{1,6}$/.test(value));
}

/** Rows of a statistic's name, an example or a note are told by the texts of their first cells. */
function kindByText(cells: readonly HeaderCell[], plan: RowPlan, isNamed: boolean): RowKind | null {
  const limit = Math.max(plan.header.left + 3, ...plan.identity.slice(0, 1));
  let looked = 0;
  for (const { column, value } of cells) {
    if (column > limit || looked > 5) break;
    if (typeof value !== "string") continue;
    looked++;
    const chief = plan.identity[0];
    if (isNamed && column !== chief && column !== plan.number && column !== plan.header.left) continue;
    const statistic = statisticOf(value);
    if (statistic !== null) return statistic;
    if (isExampleWord(value)) return "example";
  }
  return null;
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

function typed(grid: Grid, row: number, column: number): boolean {
  return !grid.isBlank(row, column) && grid.sheet.formula(row, column) === null;
}

/** A sum typed without its label: =SUM(E5:E48) below the last record. */
function isUnlabelledTotal(grid: Grid, row: number, columns: readonly number[]): boolean {
  return columns.some((column) => {
    const formula = grid.sheet.formula(row, column);
    return formula !== null && /(?:SUM|SUBTOTAL|AVERAGE)\((?:\d+,)?\$?([A-Z]{1,3})\$?\d+:\$?\1\$?\d+\)/i.test(formula);
  });
}

function isRecord(context: WalkContext, state: State, row: number, cells: readonly HeaderCell[]): boolean {
  const { grid, plan } = context;
  const named = plan.identity.filter((column) => !grid.isBlank(row, column));
  const own = cells.filter((cell) => cell.column !== plan.number);
  const chief = named.includes(plan.identity[0] ?? -1);
  if (named.length > 0 && named.some((column) => nonZero(grid.value(row, column)))) {
    if (own.length === 1)
      return chief && !state.noted && isShort(own[0], plan.longest) && (plan.identity.length > 1 || plan.judged.length > 0);
    if (state.noted) return own.length >= Math.max(2, 0.4 * (state.filled / Math.max(1, state.records)));
    return true;
  }
  return (
    own.length >= (own.length < cells.length ? 1 : 2) &&
    plan.judged.some((column) => typed(grid, row, column) && isValue(grid.value(row, column))) &&
    !(state.noted && own.length < 3)
  );
}

/** VLOOKUP of a blank gives 0: no name. */
function nonZero(value: CellValue): boolean {
  return value !== 0;
}

/** A number or what holds one (24学时); 同意 or （盖章） below a column is no score. */
function isValue(value: CellValue): boolean {
  return typeof value !== "string" || (value.length <= 30 && /[\d\uff10-\uff19]/.test(value));
}

function isShort(cell: HeaderCell | undefined, longest: number): boolean {
  return cell !== undefined && cell.right === cell.column && asText(cell.value).length <= longest;
}

/** A single text that is a heading within the table, a title or a note, not a record. */
function isHeadingWithin(cells: readonly HeaderCell[], { header, longest, names }: RowPlan): boolean {
  const [only] = cells;
  if (only === undefined || cells.length !== 1 || typeof only.value !== "string") return false;
  if (isNumberedHeading(only.value)) return true;
  // A name alone, without any value: of a person it has few characters, or a dot (阿卜杜拉·买买提).
  if (names === "persons" && (isDepartment(only.value) || (squeeze(only.value).length > 5 && !/[·•・.]/.test(only.value)))) return true;
  return only.right - only.column >= Math.min(2, header.right - header.left) || only.value.length > longest;
}

/** 3人 or 45 beside 小计 is no name. */
function isName(value: CellValue): boolean {
  const text = typeof value === "string" ? value.trim() : "";
  return text !== "" && !/^\d/.test(text) && statisticOf(text) === null && !isExampleWord(text);
}

function classify(context: WalkContext, state: State, row: number, cells: readonly HeaderCell[]): RowKind {
  const { grid, plan } = context;
  const first = cells[0];
  if (first === undefined) return "blank";
  const early = row <= plan.header.bottom + 3;
  const chief = plan.identity[0];
  const isNamed = chief !== undefined && isName(grid.value(row, chief));
  const byText = kindByText(cells, plan, isNamed);
  if (byText !== null) return byText;
  if (early && state.records === 0 && isLettersRow(cells.map((cell) => cell.value))) return "letters";
  if (early && state.records < 3 && cells.some((cell) => typeof cell.value === "string" && saysExample(cell.value))) return "example";
  if (
    typeof first.value === "string" &&
    (isNoteText(first.value) || (isFooterText(first.value) && (isCaption(first.value) || cells.length <= 6)))
  )
    return "note";
  if (typeof first.value === "string" && cells.length <= 6 && isCaptionLabel(first.value)) return "note";
  if (isHeadingWithin(cells, plan) || (cells.length <= 4 && cells.every((cell) => typeof cell.value === "string" && isCaption(cell.value))))
    return "note";
  if (isRecord(context, state, row, cells)) return "record";
  const typedNumber = plan.number !== null && !grid.isBlank(row, plan.number);
  if (!typedNumber && isUnlabelledTotal(grid, row, plan.judged)) return "total";
  return cells.length === 1 && typeof first.value === "string" && first.column !== plan.number ? "note" : "blank";
}

/** A header with other columns: another table begins. */
function beginsAnother(context: WalkContext, row: number, cells: readonly HeaderCell[]): boolean {
  const { grid, plan } = context;
  if (cells.length < 2 || cells.some((cell) => typeof cell.value === "number" && cell.column === plan.number)) return false;
  const exact = cells.filter((cell) => cell.word === "field" || cell.word === "rule").length;
  if (headerStrength(cells) === null || exact < 2 || exact * 2 < cells.length) return false;
  const chief = plan.identity[0];
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
  if (typeof name === "string" && headerWords.starts.has(name.slice(0, 1))) return false;
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
  const kind = classify(context, state, row, cells);
  if (kind === "record") {
    record(context, state, row);
    if (cells.length === 1) state.lone.push(row);
  } else note(state, row, kind);
  if (kind === "note") state.noted = true;
  return "on";
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
