/**
 * Cells that should hold a number or a date and do not, or hold it as text: cell.text-number, cell.not-a-number,
 * cell.formula-error, cell.addin-missing, date.unreadable.
 */
import type { Rule, TableKind } from "../../policy/schema";
import { columnNature } from "../../rules/kinds";
import type { Column } from "../../table/table";
import type { RecordCell } from "../../table/records";
import { CellError, isErrorCode } from "../../values/cell";
import { ofIso } from "../../values/date";
import { isSureUnit, readMeasure } from "../../values/measure";
import { readNumber } from "../../values/number";
import { eachRecord, type Check, type CheckContext, type Sheet } from "../context";
import type { Place } from "../findings";
import { readRanges } from "../formula-ranges";
import { callsKaohe } from "../recalculate";
import type { DateState, Entry } from "../record";
import { unitOf } from "../units";
import natures from "../column-natures.json";

type Nature = "number" | "date" | "other";

const commonNatures: Readonly<Record<string, string>> = natures;

/** The rule of a column that is one part of it: a composite's part, a block of a cycle, a year of such a block. */
function ownerOf(key: string, rules: ReadonlyMap<string, Rule>): Rule | null {
  for (let end = key.lastIndexOf("."); end > 0; end = key.lastIndexOf(".", end - 1)) {
    const rule = rules.get(key.slice(0, end));
    if (rule?.kind === "composite" || rule?.kind === "cycle") return rule;
  }
  return null;
}

/** The field that a column of a rule's own is (市级培训/应训人数 → whole). */
function fieldOf(key: string, rules: ReadonlyMap<string, Rule>): string {
  const dot = key.lastIndexOf(".");
  return dot > 0 && rules.has(key.slice(0, dot)) ? key.slice(dot + 1) : key;
}

export function natureOf(column: Column, rules: ReadonlyMap<string, Rule>): Nature {
  if (column.key === null) return "other";
  const rule = rules.get(column.key) ?? ownerOf(column.key, rules);
  const nature = rule ? columnNature(rule) : commonNatures[fieldOf(column.key, rules)];
  return nature === "number" || nature === "date" ? nature : "other";
}

/** Columns in which a stroke or 无 stands for "none": bonus times, evidence, absence. */
function mayBeDash(column: Column, rules: ReadonlyMap<string, Rule>): boolean {
  const rule = column.key === null ? undefined : rules.get(column.key);
  return rule
    ? rule.kind === "bonus" || rule.kind === "evidence"
    : column.key === "times" || column.key === "absence" || column.key === "bonus";
}

interface Cell {
  readonly context: CheckContext;
  readonly entry: Entry;
  readonly column: Column;
  readonly cell: RecordCell;
  readonly at: Place;
  readonly rule: Rule | null;
}

/** The words that every finding about a cell has: who, which column. */
function about({ entry, column }: Cell): Record<string, string> {
  return { subject: entry.subject, column: headerName(column) };
}

/** The last level of a header, as the clerk reads it. */
export function headerName(column: Column): string {
  return column.header.split("/").at(-1) ?? column.header;
}

function judgeError(cell: Cell, error: CellError): void {
  if (followsAnother(cell)) return;
  const { findings } = cell.context;
  const { formula } = cell.cell;
  const ours = formula !== null && callsKaohe(formula);
  if (ours && error.code === "#NAME?") {
    const says = { id: "cell.addin-missing", values: about(cell) };
    findings.add({ code: "cell.addin-missing", rule: cell.rule, at: cell.at, subject: cell.entry.subject, value: error.code, says });
    return;
  }
  const says = { id: "cell.formula-error", values: { ...about(cell), code: error.code } };
  findings.add({ code: "cell.formula-error", rule: cell.rule, at: cell.at, subject: cell.entry.subject, value: error.code, says });
}

/** Score forms judge the range of their own items. */
const ownRange: ReadonlySet<TableKind> = new Set<TableKind>(["teacher-assessment", "school-assessment"]);

/** The error comes from another cell of the record, which is found by itself. */
function followsAnother({ entry, cell }: Pick<Cell, "entry" | "cell">): boolean {
  if (cell.formula === null) return false;
  const { sheet } = entry.table;
  return readRanges(cell.formula).some((range) => {
    if (range.sheet !== null || range.top !== cell.row || range.bottom !== cell.row) return false;
    const last = Math.min(range.right, sheet.columnCount - 1);
    for (let column = range.left; column <= last; column += 1) {
      if (column !== cell.column && sheet.value(cell.row, column) instanceof CellError) return true;
    }
    return false;
  });
}

function judgeNumber(cell: Cell, dashAllowed: boolean): void {
  const { value, formula } = cell.cell;
  if (value instanceof CellError) return judgeError(cell, value);
  const isText = cell.context.workbook.origin === "text";
  if (isText && typeof value === "string" && isErrorCode(value)) return judgeError(cell, new CellError(value));
  const unit = cell.column.key === null ? null : unitOf(cell.entry.table, cell.column.key);
  const read = readMeasure(value, unit, { origin: isText ? "text" : "spreadsheet" });
  const common = { rule: cell.rule, at: cell.at, subject: cell.entry.subject };
  if (read.kind === "unreadable" && !(read.dash === true && dashAllowed)) {
    if (cell.entry.isWaived) return;
    const says = { id: "cell.not-a-number", values: { ...about(cell), text: read.text } };
    cell.context.findings.add({ code: "cell.not-a-number", ...common, value: read.text, says });
  }
  if (read.kind === "number" && read.value < 0 && !ownRange.has(cell.entry.table.kind)) {
    const says = { id: "cell.negative", values: { ...about(cell), value: read.value } };
    cell.context.findings.add({ code: "score.out-of-range", ...common, value: read.value, says });
    if (cell.column.key !== null) cell.entry.refuse(cell.column.key);
  }
  if (read.kind === "number" && read.asText && typeof value === "string") {
    const says = { id: "cell.text-number", values: { ...about(cell), text: value, number: read.value } };
    const isSure = formula === null && isSureUnit(read.unit, unit);
    const fix = isSure ? { fix: { kind: "number" as const, from: value, to: read.value } } : {};
    cell.context.findings.add({ code: "cell.text-number", ...common, value, expected: read.value, says, ...fix });
  }
}

/** 九月, where the day of that month decides whether it was in time. */
function isTooVague({ rule }: Cell, state: DateState): boolean {
  if (state.kind !== "month" || rule?.kind !== "deadline" || !("by" in rule.due)) return false;
  const due = ofIso(rule.due.by);
  return due?.year === state.year && due.month === state.month;
}

function judgeDate(cell: Cell): void {
  const { value } = cell.cell;
  if (value instanceof CellError) return judgeError(cell, value);
  const state = cell.entry.dateIn(cell.cell, cell.column.key ?? "");
  if (state.kind !== "refused" && !isTooVague(cell, state)) return;
  const text = String(value);
  const says = { id: "date.unreadable", values: { ...about(cell), text } };
  cell.context.findings.add({ code: "date.unreadable", rule: cell.rule, at: cell.at, subject: cell.entry.subject, value: text, says });
}

function judgeOther(cell: Cell): void {
  if (cell.cell.value instanceof CellError) judgeError(cell, cell.cell.value);
}

/** What is wrong with a cell by itself. */
const ofCell = ["cell.not-a-number", "cell.text-number", "cell.formula-error", "cell.addin-missing", "date.unreadable"] as const;

/** A merged area (产假 across all items) is one cell, however many columns and records see it. */
function isToldMerged({ context, entry, column, cell, at }: Cell): boolean {
  return (cell.row !== entry.row || cell.column !== column.index) && context.findings.has(at, ofCell);
}

/** What stands in a record instead of numbers, said once: where, and the word. */
interface Instead {
  readonly cell: RecordCell;
  readonly word: string;
}

/** A stroke says nothing of its own; "" beside 病休. */
function wordIn(cell: RecordCell): string | null {
  const read = readNumber(cell.value);
  return read.kind !== "unreadable" ? null : read.dash === true ? "" : read.text.trim();
}

/**
 * 病休 or a stroke in each item of a record is one cause. Null where the items say different things, or where a number other
 * than 0 stands among them.
 */
function insteadOf(entry: Entry, items: readonly Judged[]): Instead | null {
  const cells = items.flatMap(({ key }) => {
    const cell = entry.cell(key);
    return cell?.formula === null && entry.text(key) !== "" ? [cell] : [];
  });
  const said = cells.flatMap((cell) => {
    const word = wordIn(cell);
    return word === null ? [] : [{ cell, word }];
  });
  const isNothing = (cell: RecordCell): boolean => cell.value === 0 || wordIn(cell) !== null;
  const first = said.find(({ word }) => word !== "") ?? said[0];
  const isSame = said.every(({ word }) => word === "" || word === first?.word);
  return first && isSame && cells.every(isNothing) ? first : null;
}

/** Whether a refused cell only repeats what was said of its record. */
function repeats(cell: RecordCell, instead: Instead | null): boolean {
  const word = instead === null ? null : wordIn(cell);
  return (
    instead !== null && (word === "" || word === instead.word) && !(cell.row === instead.cell.row && cell.column === instead.cell.column)
  );
}

/** A column with what its cells should be. */
interface Judged {
  readonly column: Column;
  readonly key: string;
  readonly nature: Nature;
  readonly rule: Rule | null;
  readonly dash: boolean;
}

/** Kinds of rules whose columns are the items of a record, beside which bonuses and evidence only add to it. */
const ofItems: ReadonlySet<string> = new Set<Rule["kind"]>(["rubric", "mean", "composite", "hours", "cycle"]);

/** The items of a form; of one without items, all columns of numbers that are not about the person. */
function itemsOf(columns: readonly Judged[], rules: ReadonlyMap<string, Rule>): Judged[] {
  const numbers = columns.filter(({ nature, key, dash }) => nature === "number" && key !== "age" && !dash);
  const items = numbers.filter(({ key, rule }) => ofItems.has((rule ?? ownerOf(key, rules))?.kind ?? ""));
  return items.length > 0 ? items : numbers;
}

function* checkSheet(context: CheckContext, sheet: Sheet): Generator<void, void> {
  const rules = new Map(sheet.judging.pack.rules.map((rule) => [rule.id, rule] as const));
  const columns = sheet.table.columns.flatMap((column): Judged[] =>
    column.key === null
      ? []
      : [{ column, key: column.key, nature: natureOf(column, rules), rule: rules.get(column.key) ?? null, dash: mayBeDash(column, rules) }],
  );
  const grid = sheet.table.sheet;
  const items = itemsOf(columns, rules);
  yield* eachRecord(sheet, (entry) => {
    let instead: Instead | null | undefined;
    for (const { column, key, nature, rule, dash } of columns) {
      const plain = grid.value(entry.row, column.index);
      // Nearly all cells: a number where one should be, anything but an error elsewhere.
      if (
        nature === "number"
          ? typeof plain === "number" && plain >= 0
          : nature === "other" && plain !== null && !(plain instanceof CellError)
      )
        continue;
      const cell = entry.cell(key);
      if (!cell || cell.value === null) continue;
      const here = { context, entry, column, cell, at: entry.placeOf(cell), rule };
      if (isToldMerged(here)) continue;
      if (nature === "number") {
        if (instead === undefined && wordIn(cell) !== null) instead = insteadOf(entry, items);
        if (!repeats(cell, instead ?? null)) judgeNumber(here, dash);
      } else if (nature === "date") judgeDate(here);
      else judgeOther(here);
    }
  });
}

export const cells: Check = function* (context) {
  for (const sheet of context.sheets) yield* checkSheet(context, sheet);
};
