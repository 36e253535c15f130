/**
 * Where headers stand: the row that speaks most like one, the levels above and below it, and the blocks side by side
 * that it divides into. Only positions are decided here, no meanings.
 */
import type { Grid } from "./grid";
import { asText, isBlankValue } from "./grid";
import { isCaption, isFilledCaption, type HeaderWord, type HeaderWords } from "./headerwords";
import type { CellValue } from "../values/cell";
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
      if (word === "ending" || word === "measure") weak++;
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

interface Reach {
  top: number;
  bottom: number;
  left: number;
  right: number;
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

function isGroupRow(cells: readonly HeaderCell[], reach: Reach): boolean {
  const width = reach.right - reach.left + 1;
  if (cells.length === 0 || cells.some((cell) => typeof cell.value !== "string" || isCaption(cell.value) || cell.value.length > 30))
    return false;
  // A name beside the known columns (序号 and 姓名, written into the upper level only) must be a known one.
  const isForeign = (cell: HeaderCell): boolean =>
    (cell.column < reach.left || cell.right > reach.right) && cell.word !== "field" && cell.word !== "rule";
  if (cells.some(isForeign)) return false;
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
  const groups = cells.filter((cell) => cell.right > cell.column || cell.word === "field" || cell.word === "rule");
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
    if (!belongs) return;
    reach.top = merged ?? reach.top - 1;
    widen(reach, cells);
  }
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
  const label = cells.find((cell) => cell.column - reach.left < 4 && typeof cell.value === "string" && pointsNames.has(bare(cell.value)));
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

function isSubRow(grid: Grid, cells: readonly HeaderCell[], reach: Reach): boolean {
  if (cells.length === 0) return false;
  const measures = cells.every((cell) => cell.word === "measure");
  if (measures) return cells.length >= 1;
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
  return known.length * 2 >= cells.length && !cells.some((cell) => cell.column === reach.left);
}

function extendDown(grid: Grid, headerWords: HeaderWords, reach: Reach, isOpen: (column: number) => boolean): void {
  while (reach.bottom - reach.top < deepest && reach.bottom + 1 < grid.rowCount) {
    const merged = mergedBeyond(grid, reach, reach.bottom, 1);
    if (merged !== null) {
      reach.bottom = merged;
      continue;
    }
    const cells = cellsOf(grid, headerWords, reach.bottom + 1, reach.left, reach.right, isOpen);
    const blankInHeader = cells.length === 0;
    if (blankInHeader || !(isSubRow(grid, cells, reach) || isPointsRow(cells, reach))) return;
    reach.bottom += 1;
  }
}

function hasText(grid: Grid, area: { top: number; bottom: number }, column: number): boolean {
  for (let row = area.top; row <= area.bottom; row++) {
    const merge = grid.mergeAt(row, column);
    if (merge !== null && merge.top < area.top) continue;
    const value = grid.resolved(row, column);
    if (!isBlankValue(value) && !(typeof value === "string" && (isFilledCaption(value) || value.length > 60))) return true;
  }
  return false;
}

function hasValuesBelow(grid: Grid, bottom: number, column: number): boolean {
  for (let row = bottom + 1; row <= Math.min(bottom + 8, grid.rowCount - 1); row++) if (!grid.isBlank(row, column)) return true;
  return false;
}

/** Names by which a record is known: a block that has one can stand alone. */
function standsAlone(grid: Grid, headerWords: HeaderWords, area: Area, identity: (value: CellValue) => boolean): boolean {
  let known = 0;
  let named = false;
  for (let column = area.left; column <= area.right; column++) {
    // The names may stand a level below the groups.
    for (let row = area.top; row <= Math.min(area.bottom + 2, grid.rowCount - 1); row++) {
      const value = grid.value(row, column);
      const word = headerWords.of(value);
      if (word === "field" || word === "rule") known++;
      if (identity(value)) named = true;
    }
  }
  return named && known >= 2;
}

/** Behind a narrow blank column the table goes on if all its names are known and its rows are as many as before. */
function continues(grid: Grid, headerWords: HeaderWords, before: Area, run: Area): boolean {
  const filledRows = (column: number): number => {
    let filled = 0;
    for (let row = run.bottom + 1; row <= Math.min(run.bottom + 12, grid.rowCount - 1); row++) if (!grid.isBlank(row, column)) filled++;
    return filled;
  };
  const names = Array.from({ length: run.right - run.left + 1 }, (_, at) => headerWords.of(grid.resolved(run.bottom, run.left + at)));
  return names.every((word) => word === "field" || word === "rule") && filledRows(run.left) >= filledRows(before.left);
}

/** One text over the whole block: the title of one of several tables side by side, no level of its header. */
function isBlockTitle(grid: Grid, block: Area): boolean {
  const merge = grid.mergeAt(block.top, block.left);
  const spans = merge !== null && merge.top === block.top && merge.bottom === block.top && merge.left === block.left;
  return spans && merge.right >= block.right && block.right > block.left && typeof grid.value(block.top, block.left) === "string";
}

/** Blocks divided by columns without header and without values. */
function divide(
  grid: Grid,
  headerWords: HeaderWords,
  reach: Reach,
  isOpen: (column: number) => boolean,
  identity: (value: CellValue) => boolean,
): Area[] {
  const runs: Area[] = [];
  let left: number | null = null;
  for (let column = 0; column <= grid.columnCount; column++) {
    const inside = column < grid.columnCount && isOpen(column) && hasText(grid, reach, column);
    if (inside) left ??= column;
    if (!inside && left !== null) {
      runs.push({ top: reach.top, bottom: reach.bottom, left, right: column - 1 });
      left = null;
    }
  }
  const blocks: Area[] = [];
  for (const run of runs) {
    const before = blocks[blocks.length - 1];
    if (before === undefined) {
      blocks.push(run);
      continue;
    }
    const gap = Array.from({ length: run.left - before.right - 1 }, (_, at) => before.right + 1 + at);
    const closed = gap.some((column) => !isOpen(column));
    const filled = gap.every((column) => hasValuesBelow(grid, reach.bottom, column));
    const alone = standsAlone(grid, headerWords, run, identity) || !standsAlone(grid, headerWords, before, identity);
    const apart = closed || (!filled && (gap.length > 2 || alone || !continues(grid, headerWords, before, run)));
    if (apart) blocks.push(run);
    else blocks[blocks.length - 1] = { ...before, right: run.right };
  }
  return blocks;
}

function bottomTexts(grid: Grid, area: Area): string[] {
  return Array.from({ length: area.right - area.left + 1 }, (_, at) => {
    for (let row = area.bottom; row >= area.top; row--) {
      const value = grid.resolved(row, area.left + at);
      if (!isBlankValue(value)) return squeeze(asText(value));
    }
    return "";
  });
}

/** 序号 姓名 成绩 序号 姓名 成绩: the same columns printed twice or more beside each other, without a gap. */
function unfold(grid: Grid, area: Area): Area[] {
  const texts = bottomTexts(grid, area);
  for (let width = 2; width * 2 <= texts.length; width++) {
    if (texts.length % width !== 0) continue;
    if (texts.every((text, at) => text !== "" && text === texts[at % width])) {
      return Array.from({ length: texts.length / width }, (_, at) => ({
        ...area,
        left: area.left + at * width,
        right: area.left + (at + 1) * width - 1,
      }));
    }
  }
  return [area];
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
    return unfold(grid, own);
  });
}

function rowHasText(grid: Grid, reach: Reach, row: number): boolean {
  for (let column = reach.left; column <= reach.right; column++) if (!isBlankValue(grid.resolved(row, column))) return true;
  return false;
}
