/**
 * Where headers stand: the row that speaks most like one, the levels above and below it, and the blocks side by side
 * that it divides into. Only positions are decided here, no meanings.
 */
import type { Grid } from "./grid";
import { isBlankValue } from "./grid";
import { divide, isBlockTitle, unfold, type Reach } from "./beside";
import { isCaption, type HeaderWord, type HeaderWords } from "./headerwords";
import type { CellValue } from "../values/cell";
import { isCaptionLabel, isDay } from "./rowwords";
import { simplify } from "./simplify";
import words from "./words.json";
import { bare, squeeze } from "./wording";
import type { Area } from "./workbook";

export interface HeaderCell {
  readonly column: number;
  readonly right: number;
  readonly value: CellValue;
  readonly word: HeaderWord;
}

const pointsNames = new Set(words.points.map(bare));
const deepest = 6;

function isYear(value: number): boolean {
  return Number.isInteger(value) && value >= 1990 && value <= 2100;
}

function isYearNumber(value: CellValue): boolean {
  return typeof value === "number" && isYear(value);
}

/** A value, not a name: in a CSV numbers are text too. */
export function isNumeric(value: CellValue): boolean {
  if (typeof value === "string") return /^\s*-?\d+(?:\.\d+)?%?\s*$/.test(value) && !isYear(Number(value));
  return typeof value === "number" && !isYear(value);
}

/** The cells of a row that hold something, a merged area once, columns that belong to another table left out. */
export function cellsOf(
  grid: Grid,
  headerWords: HeaderWords,
  row: number,
  left: number,
  right: number,
  isOpen: (column: number) => boolean,
): HeaderCell[] {
  const cells: HeaderCell[] = [];
  for (let column = left; column <= right; column++) {
    if (!isOpen(column)) continue;
    const value = grid.value(row, column);
    if (isBlankValue(value)) continue;
    const merge = grid.mergeAt(row, column);
    cells.push({ column, right: merge === null ? column : merge.right, value, word: headerWords.of(value) });
  }
  return cells;
}

/** How many cells speak for a header; null where the row cannot be one. */
export function headerStrength(cells: readonly HeaderCell[]): number | null {
  let known = 0;
  let fields = 0;
  let weak = 0;
  let texts = 0;
  let others = 0;
  let captions = 0;
  const distinct = new Set<string>();
  for (const { value, word } of cells) {
    if (isNumeric(value)) others++;
    else if (typeof value === "string") {
      texts++;
      if (isCaption(value)) captions++;
      if (word === "field" || word === "rule") {
        known++;
        distinct.add(squeeze(value));
      }
      if (word === "field") fields++;
      if (word === "ending" || word === "assessor" || word === "measure") weak++;
    } else if (isYearNumber(value)) texts++;
    else others++;
  }
  if (distinct.size < 2 || captions * 2 > known || others * 3 > known) return null;
  if (known + weak < 0.4 * texts) return null;
  return fields >= 1 || known >= 3 ? distinct.size + weak / 4 : null;
}

/** 姓名 | 张三 | 性别 | 男 and labels again in the rows below: a card, not a table. */
function isCard(grid: Grid, headerWords: HeaderWords, row: number, cells: readonly HeaderCell[]): boolean {
  const labels = cells.filter((cell) => cell.word === "field" || cell.word === "rule");
  const again = (below: number): number =>
    labels.filter(({ column, value }) => {
      const next = grid.value(below, column);
      const word = headerWords.of(next);
      return (word === "field" || word === "rule") && next !== value && grid.mergeAt(below, column)?.top !== row;
    }).length;
  const most = (below: number): boolean => below >= 0 && again(below) * 2 > labels.length;
  if (cells.length === labels.length) return most(row + 1) && most(row + 2);
  return most(row + 1) || most(row + 2) || most(row - 1);
}

/** Whether a merged area of the header's edge row reaches beyond it. */
function mergedBeyond(grid: Grid, reach: Reach, row: number, direction: -1 | 1): number | null {
  // Upwards a column left or right of the known ones may be tied in: 县区 merged down beside 参训人数.
  const from = direction === -1 ? 0 : reach.left;
  const to = direction === -1 ? grid.columnCount - 1 : reach.right;
  for (let column = from; column <= to; column++) {
    const merge = grid.mergeAt(row, column);
    if (merge === null || merge.bottom - merge.top >= deepest) continue;
    if (isBlankValue(grid.value(merge.top, merge.left))) continue;
    if (direction === 1 && merge.bottom > row && merge.top >= reach.top) return merge.bottom;
    if (direction === -1 && merge.top < row) return merge.top;
  }
  return null;
}

/** A row that merged areas tie to the header: no title or caption. */
function isUpperLevel(cells: readonly HeaderCell[]): boolean {
  return cells.length >= 2 && cells.every((cell) => typeof cell.value === "string" || isYearNumber(cell.value));
}

/** 基本信息, 考核情况, 学时构成. */
function isCalledGroup({ value }: HeaderCell): boolean {
  const name = typeof value === "string" ? bare(simplify(value)) : "";
  return name.length <= 10 && !/\d/.test(name) && words.groupEndings.some((ending) => name.endsWith(ending));
}

/** 学校名称 | 端州区第九小学 | 填报日期 | 2024.12.28: labels with their values behind them, above a header. */
function isLineOfPairs(cells: readonly HeaderCell[]): boolean {
  if (cells.some(({ value }) => typeof value === "string" && isDay(value))) return true;
  const labels = cells.filter(({ value }, at) => typeof value === "string" && isCaptionLabel(value) && cells[at + 1]?.word === null);
  return labels.length >= 2;
}

function isGroupRow(cells: readonly HeaderCell[], reach: Reach): boolean {
  const width = reach.right - reach.left + 1;
  if (cells.length === 0 || cells.some((cell) => typeof cell.value !== "string" || isCaption(cell.value) || cell.value.length > 30))
    return false;
  // Of the names beside the known columns (序号 and 姓名, written into the upper level only) most must be known ones.
  const beside = cells.filter((cell) => cell.column < reach.left || cell.right > reach.right);
  const foreign = beside.filter(({ word }) => word !== "field" && word !== "rule");
  if (foreign.length * 2 > beside.length || isLineOfPairs(cells)) return false;
  const [only] = cells;
  if (cells.length === 1 && only !== undefined) {
    const span = only.right - only.column + 1;
    return only.column > reach.left && span < 0.7 * width && (only.word === "field" || only.word === "rule" || span > 1);
  }
  // Each is a known name, or reaches over columns without a name of their own (merged or left blank).
  const fits = cells.every((cell, at) => {
    const next = cells[at + 1]?.column ?? reach.right + 1;
    return cell.word !== null || next > cell.column + 1;
  });
  // 基本信息 | 考核情况, unmerged: all of them are called as groups are.
  if (cells.length >= 2 && cells[0]?.column === reach.left && cells.every(isCalledGroup)) return true;
  const isGroup = (cell: HeaderCell, at: number): boolean =>
    cell.right > cell.column ||
    cell.word === "field" ||
    cell.word === "rule" ||
    (cell.word === "assessor" && (cells[at + 1]?.column ?? reach.right + 1) > cell.column + 1);
  const groups = cells.filter(isGroup);
  return fits && groups.length * 2 >= cells.length && groups.length >= 2;
}

/** The header is as wide as its widest level. */
function widen(reach: Reach, cells: readonly HeaderCell[]): void {
  for (const cell of cells) {
    reach.left = Math.min(reach.left, cell.column);
    reach.right = Math.max(reach.right, cell.right);
  }
}

function extendUp(grid: Grid, headerWords: HeaderWords, reach: Reach, floor: number, isOpen: (column: number) => boolean): void {
  while (reach.top > floor && reach.bottom - reach.top < deepest) {
    const merged = mergedBeyond(grid, reach, reach.top, -1);
    const cells = cellsOf(grid, headerWords, merged ?? reach.top - 1, 0, grid.columnCount - 1, isOpen);
    const belongs = merged !== null && merged >= floor ? isUpperLevel(cells) : isGroupRow(cells, reach);
    const next = belongs ? (merged ?? reach.top - 1) : underGroups(grid, headerWords, reach, cells, floor, isOpen);
    if (next === null) return;
    reach.top = next;
    widen(reach, cells);
  }
}

/** 研修作业 | 实践展示: a level of unknown names, held between the header and a row of groups that are known. */
function underGroups(
  grid: Grid,
  headerWords: HeaderWords,
  reach: Reach,
  cells: readonly HeaderCell[],
  floor: number,
  isOpen: (column: number) => boolean,
): number | null {
  const above = reach.top - 2;
  const isLevel = ({ value, column, right }: HeaderCell): boolean =>
    typeof value === "string" &&
    !isCaption(value) &&
    !isNumeric(value) &&
    squeeze(value).length <= 12 &&
    column >= reach.left &&
    right <= reach.right;
  if (above < floor || cells.length < 2 || !cells.every(isLevel) || cells[0]?.column === reach.left) return null;
  const groups = cellsOf(grid, headerWords, above, 0, grid.columnCount - 1, isOpen);
  const known = groups.filter(({ word }) => word !== null);
  return groups.length > cells.length && groups.every(isLevel) && known.length * 2 >= groups.length ? above : null;
}

/** A column's own name stands right above, not a group's. */
function hasOwnName(grid: Grid, row: number, column: number): boolean {
  const merge = grid.mergeAt(row, column);
  if (merge !== null) return merge.left === merge.right;
  if (grid.isBlank(row, column)) return false;
  return !grid.isBlank(row, column + 1) || grid.mergeAt(row, column + 1) !== null || grid.isBlank(row + 1, column + 1);
}

const fullScores = new Set([2, 3, 4, 5, 8, 10, 12, 15, 16, 18, 20, 24, 25, 30, 35, 40, 50, 60, 70, 80, 100, 120]);

/** 满分 | 20 | 20 …: the full scores in a row of their own. */
function isPointsRow(cells: readonly HeaderCell[], reach: Reach): boolean {
  const label = cells.find(
    (cell) => cell.column - reach.left < 4 && typeof cell.value === "string" && pointsNames.has(bare(simplify(cell.value))),
  );
  const scores = cells.filter(
    (cell) =>
      (typeof cell.value === "number" && cell.value > 0) ||
      (typeof cell.value === "string" && /^[(（]?\d+(?:\.\d+)?分?[)）]?$/.test(squeeze(cell.value))),
  );
  if (label !== undefined) return scores.length >= 1 && cells.length - scores.length <= 2;
  const whole = scores.length === cells.length && scores.length >= 2;
  if (!whole || cells.some((cell) => cell.column === reach.left)) return false;
  return (
    scores.some((cell) => typeof cell.value === "string" && cell.value.includes("分")) ||
    (scores.length >= 3 && scores.every((cell) => fullScores.has(Number(cell.value)) && Number(cell.value) >= 5))
  );
}

/** （占20%） | （占80%）: only remarks to the names above. */
function isRemark({ value }: HeaderCell): boolean {
  return typeof value === "string" && /^[（(【[](?!\d*[)）])[^（(【[]{2,}[)）】\]]$/u.test(squeeze(value));
}

/** Names that stand exactly in the gaps which groups left beside them, as merged groups do in a file that keeps no merged areas (CSV). */
function fillsTheGaps(grid: Grid, cells: readonly HeaderCell[], { left, right, bottom }: Reach): boolean {
  const inside = Array.from({ length: right - left + 1 }, (_, at) => left + at);
  if (inside.some((column) => grid.mergeAt(bottom, column) !== null || grid.mergeAt(bottom + 1, column) !== null)) return false;
  const filled = new Set(cells.map(({ column }) => column));
  const gaps = inside.filter((column) => grid.isBlank(bottom, column));
  return gaps.length > 0 && gaps.every((column) => filled.has(column)) && !cells.some(({ value }) => isNumeric(value));
}

function isGroupAt(grid: Grid, row: number, column: number): boolean {
  const merge = grid.mergeAt(row, column);
  return merge !== null && merge.right > merge.left && merge.top === row && merge.bottom === row;
}

function isSubRow(grid: Grid, cells: readonly HeaderCell[], reach: Reach): boolean {
  if (cells.length === 0) return false;
  if (cells.every((cell) => cell.word === "measure") || (cells.length >= 2 && cells.every(isRemark))) return true;
  if (
    cells.some(
      (cell) =>
        (typeof cell.value !== "string" && !isYearNumber(cell.value)) ||
        (typeof cell.value === "string" && (isCaption(cell.value) || cell.value.length > 40)),
    )
  )
    return false;
  const under = cells.filter((cell) => hasOwnName(grid, reach.bottom, cell.column) && cell.word !== "measure");
  if (under.length > 0) return false;
  const known = cells.filter((cell) => cell.word !== null || isYearNumber(cell.value));
  // Under a group that begins the header its first name may stand; under nothing a record begins.
  if (cells.some((cell) => cell.column === reach.left) && !isGroupAt(grid, reach.bottom, reach.left)) return false;
  return known.length * 2 >= cells.length || fillsTheGaps(grid, cells, reach);
}

/** 认定学时 over 县级 | 校本 | 小计 at the right edge, not merged: its columns reach beyond the row that it stands in. */
function spillOf(grid: Grid, reach: Reach, isOpen: (column: number) => boolean): number {
  const { bottom, right } = reach;
  const isText = (column: number): boolean =>
    typeof grid.value(bottom + 1, column) === "string" && !isBlankValue(grid.value(bottom + 1, column));
  if (grid.mergeAt(bottom, right) !== null || !isText(right)) return right;
  let last = right;
  while (last + 1 < grid.columnCount && isOpen(last + 1) && grid.isBlank(bottom, last + 1) && isText(last + 1)) last++;
  return last;
}

function extendDown(grid: Grid, headerWords: HeaderWords, reach: Reach, isOpen: (column: number) => boolean): void {
  while (reach.bottom - reach.top < deepest && reach.bottom + 1 < grid.rowCount) {
    const merged = mergedBeyond(grid, reach, reach.bottom, 1);
    if (merged !== null) {
      reach.bottom = merged;
      continue;
    }
    const right = spillOf(grid, reach, isOpen);
    const cells = cellsOf(grid, headerWords, reach.bottom + 1, reach.left, right, isOpen);
    const blankInHeader = cells.length === 0;
    if (blankInHeader || !(isSubRow(grid, cells, reach) || isPointsRow(cells, reach))) return;
    reach.bottom += 1;
    reach.right = right;
  }
}

export interface HeaderSearch {
  readonly grid: Grid;
  readonly headerWords: HeaderWords;
  /** Whether a text names the subject of a record (姓名, 学校, 培训项目). */
  readonly identity: (value: CellValue) => boolean;
}

/** The headers that begin at or around a row (one, or several side by side); none where the row does not speak like a header. */
export function headersAt(search: HeaderSearch, row: number, floor: number, isOpen: (column: number) => boolean): Area[] {
  const { grid, headerWords } = search;
  const all = (at: number): HeaderCell[] => cellsOf(grid, headerWords, at, 0, grid.columnCount - 1, isOpen);
  let anchor = row;
  let cells = all(row);
  const strength = headerStrength(cells);
  if (strength === null) return [];
  let best = strength;
  for (let below = row + 1; below <= Math.min(row + 3, grid.rowCount - 1); below++) {
    const others = all(below);
    // A row of values between two headers: they are two tables.
    if (others.some(({ value }) => isNumeric(value))) break;
    const value = headerStrength(others);
    if (value !== null && value >= best + 2) {
      anchor = below;
      best = value;
      cells = others;
    }
  }
  if (isCard(grid, headerWords, anchor, cells)) return [];
  const reach: Reach = {
    top: anchor,
    bottom: anchor,
    left: Math.min(...cells.map((cell) => cell.column)),
    right: Math.max(...cells.map((cell) => cell.right)),
  };
  extendUp(grid, headerWords, reach, floor, isOpen);
  // Blocks side by side have each their own depth.
  return divide(grid, headerWords, reach, isOpen, search.identity).flatMap((block) => {
    const own: Reach = { ...block };
    extendDown(grid, headerWords, own, isOpen);
    while (own.top < own.bottom && !rowHasText(grid, own, own.top)) own.top++;
    while (own.top < own.bottom && isBlockTitle(grid, own)) own.top++;
    return unfold(grid, own, search.identity);
  });
}

function rowHasText(grid: Grid, reach: Reach, row: number): boolean {
  for (let column = reach.left; column <= reach.right; column++) if (!isBlankValue(grid.resolved(row, column))) return true;
  return false;
}
