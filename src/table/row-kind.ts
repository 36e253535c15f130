/**
 * What one row of a table is, by its own cells and what came before: a record, a sum, an example, a note. Walking from
 * row to row stands in `rows.ts`.
 */
import type { CellValue } from "../values/cell";
import { asText, type Grid } from "./grid";
import type { HeaderCell } from "./headers";
import { isCaption, type HeaderWords } from "./headerwords";
import {
  isCaptionLabel,
  isCarriedIn,
  isDay,
  isDepartment,
  isExampleWord,
  isInstruction,
  isPlaceholder,
  isFooterText,
  isLettersRow,
  isNoteText,
  isNumberedHeading,
  isRequirementWord,
  saysExample,
  statisticOf,
} from "./rowwords";
import type { RowKind } from "./table";
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
  /** Columns of days: a day is a value there, and nowhere else. */
  readonly days: readonly number[];
  /** Full scores by column, where the columns are items of a rubric. */
  readonly points: ReadonlyMap<number, number>;
  /** A text longer than this in the chief column is no name: a person's is short, a training's may be long. */
  readonly longest: number;
  readonly names: "persons" | "others";
}

export interface WalkContext {
  readonly grid: Grid;
  readonly headerWords: HeaderWords;
  readonly plan: RowPlan;
}

/** What is known of the rows above. */
export interface Before {
  readonly records: number;
  readonly afterBlank: boolean;
  /** A note stood above, and no record since. */
  readonly noted: boolean;
  /** Filled cells of all records together. */
  readonly filled: number;
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
    if (isCarriedIn(value)) return "header";
    if (isExampleWord(value)) return "example";
  }
  return null;
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

function isRecord(context: WalkContext, state: Before, row: number, cells: readonly HeaderCell[]): boolean {
  const { grid, plan } = context;
  const named = plan.identity.filter(
    (column) => !grid.isBlank(row, column) && !(plan.names === "persons" && isNobody(grid.value(row, column))),
  );
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
    plan.judged.some((column) => typed(grid, row, column) && isValue(grid.value(row, column), plan.days.includes(column))) &&
    !(state.noted && own.length < 3)
  );
}

/** 100% or 45 where a name is due. */
function isFigure(value: CellValue): boolean {
  return typeof value === "number"
    ? value !== 0 && value < 1e6
    : typeof value === "string" && /^\d{1,6}(?:\.\d+)?[%人]?$/.test(squeeze(value));
}

/** A figure, a day or a label (教导处：) where a person's name is due. */
function isNobody(value: CellValue): boolean {
  return isFigure(value) || (typeof value === "string" && (isDay(value) || isCaption(value)));
}

/** VLOOKUP of a blank gives 0: no name. */
function nonZero(value: CellValue): boolean {
  return value !== 0 && value !== "0";
}

/** A number or what holds one (24学时); 同意, （盖章） or a day below a column is no score. */
function isValue(value: CellValue, isOfDays: boolean): boolean {
  if (!nonZero(value)) return false;
  return typeof value !== "string" || (value.length <= 30 && /[\d\uff10-\uff19]/.test(value) && (isOfDays || !isDay(value)));
}

function isShort(cell: HeaderCell | undefined, longest: number): boolean {
  return cell !== undefined && cell.right === cell.column && asText(cell.value).length <= longest;
}

/** 权重分 | 20 | 20 …: the items' full scores once more, and nobody's. */
function isFullScores({ grid, plan }: WalkContext, row: number, isNamed: boolean): boolean {
  const stated = [...plan.points].filter(([column]) => !grid.isBlank(row, column));
  const chief = plan.identity[0];
  const isLabel = chief !== undefined && /[分值重]$/u.test(squeeze(asText(grid.value(row, chief))));
  return (isLabel || !isNamed) && stated.length >= 2 && stated.every(([column, points]) => Number(grid.value(row, column)) === points);
}

/** 自查人：, to be signed behind it; where a name or a number is due, as neither ends so. */
function isOpenLabel({ column, value }: HeaderCell, { header, identity }: RowPlan): boolean {
  const last = Math.max(header.left, ...identity.slice(0, 1));
  return column <= last && typeof value === "string" && /^[^\d:：]{2,10}[:：]$/u.test(squeeze(value));
}

/** 规定 | 30 | 42 | 18 | 90: what everybody has to reach, above the records. */
function isRequirement(cells: readonly HeaderCell[]): boolean {
  const [label, ...rest] = cells;
  return (
    label !== undefined &&
    typeof label.value === "string" &&
    isRequirementWord(label.value) &&
    rest.length >= 2 &&
    rest.every(
      ({ value }) => typeof value === "number" || (typeof value === "string" && /^[≥>]?=?\d+(?:\.\d+)?\p{L}{0,3}$/u.test(squeeze(value))),
    )
  );
}

/** Texts that say what is to be entered, in most cells of the row. */
function isInstructions(cells: readonly HeaderCell[]): boolean {
  const telling = cells.filter(({ value }) => typeof value === "string" && isInstruction(value));
  return telling.length >= 3 && telling.length * 2 > cells.length;
}

/** Somebody invented: 张××, ×××小学. */
function isInvented({ grid, plan }: WalkContext, row: number): boolean {
  return plan.identity.slice(0, 2).some((column) => isPlaceholder(grid.textAt(row, column)));
}

/** 经手人 | 李丽 | … | 2024年12月28日: a word where the records are numbered, and nothing that is judged. */
function isSigned({ grid, plan }: WalkContext, state: Before, row: number, first: HeaderCell): boolean {
  if (state.records === 0 || plan.number === null || first.column !== plan.number || plan.judged.length === 0) return false;
  const isWord = typeof first.value === "string" && /^\p{Script=Han}{2,}[:：]?$/u.test(squeeze(first.value));
  return isWord && !plan.judged.some((column) => isValue(grid.value(row, column), plan.days.includes(column)));
}

/** After an empty line, without number and without any figure: the lines below a form, no more of its records. */
function isBelowTheForm({ plan }: WalkContext, state: Before, cells: readonly HeaderCell[]): boolean {
  const isNumber = ({ value }: HeaderCell): boolean =>
    typeof value === "number" || (typeof value === "string" && /^\s*\d+(?:\.\d+)?\s*$/.test(value));
  return state.afterBlank && plan.number !== null && !cells.some((cell) => cell.column === plan.number || isNumber(cell));
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

export function classify(context: WalkContext, state: Before, row: number, cells: readonly HeaderCell[]): RowKind {
  const { grid, plan } = context;
  const first = cells[0];
  if (first === undefined) return "blank";
  const early = row <= plan.header.bottom + 3;
  const chief = plan.identity[0];
  const isNamed = chief !== undefined && isName(grid.value(row, chief));
  const byText = kindByText(cells, plan, isNamed);
  if (byText !== null) return byText;
  if (early && state.records === 0 && (isInstructions(cells) || isRequirement(cells))) return "header";
  if (early && state.records === 0 && isInvented(context, row)) return "example";
  if (early && state.records === 0 && isFullScores(context, row, isNamed)) return "header";
  if (early && state.records === 0 && isLettersRow(cells.map((cell) => cell.value))) return "letters";
  if (early && state.records < 3 && cells.some((cell) => typeof cell.value === "string" && saysExample(cell.value))) return "example";
  if (
    typeof first.value === "string" &&
    (isNoteText(first.value) || (isFooterText(first.value) && (isCaption(first.value) || cells.length <= 6)))
  )
    return "note";
  if (typeof first.value === "string" && cells.length <= 6 && (isCaptionLabel(first.value) || isOpenLabel(first, plan))) return "note";
  if (isHeadingWithin(cells, plan) || (cells.length <= 4 && cells.every((cell) => typeof cell.value === "string" && isCaption(cell.value))))
    return "note";
  if (isBelowTheForm(context, state, cells)) return "note";
  if (isSigned(context, state, row, first)) return "note";
  if (isRecord(context, state, row, cells)) return "record";
  const typedNumber = plan.number !== null && !grid.isBlank(row, plan.number);
  if (!typedNumber && isUnlabelledTotal(grid, row, plan.judged)) return "total";
  return cells.length === 1 && typeof first.value === "string" && first.column !== plan.number ? "note" : "blank";
}
