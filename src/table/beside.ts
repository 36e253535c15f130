/**
 * Tables side by side: where one ends and the next begins, by columns left empty between them or by a header that begins
 * again (序号 姓名 … 序号 姓名 …).
 */
import type { CellValue } from "../values/cell";
import type { Grid } from "./grid";
import { asText, isBlankValue } from "./grid";
import { isFilledCaption, type HeaderWords } from "./headerwords";
import { squeeze } from "./wording";
import type { Area } from "./workbook";

/** The rows and columns of a header while its edges are sought. */
export interface Reach {
  top: number;
  bottom: number;
  left: number;
  right: number;
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
export function isBlockTitle(grid: Grid, block: Area): boolean {
  const merge = grid.mergeAt(block.top, block.left);
  const spans = merge !== null && merge.top === block.top && merge.bottom === block.top && merge.left === block.left;
  return spans && merge.right >= block.right && block.right > block.left && typeof grid.value(block.top, block.left) === "string";
}

/** Blocks divided by columns without header and without values. */
export function divide(
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

/** The places where the same columns in the same order begin again. */
function repeats(texts: readonly string[]): readonly number[] {
  for (let width = 2; width * 2 <= texts.length; width++) {
    if (texts.length % width !== 0) continue;
    if (texts.every((text, at) => text !== "" && text === texts[at % width]))
      return Array.from({ length: texts.length / width }, (_, at) => at * width);
  }
  return [];
}

/** Whether each part of the columns has at least so many names of the first. */
function areAlike(texts: readonly string[], starts: readonly number[]): boolean {
  const parts = starts.map((start, at) => texts.slice(start, starts[at + 1] ?? texts.length));
  const own = new Set(parts[0]);
  return parts.every((part) => part.filter((text) => text !== "" && own.has(text)).length >= 3);
}

/** The places where a header begins again, though not all its columns are the same: with its first column, or with a name. */
function restarts(texts: readonly string[], isSingle: boolean, identity: (value: CellValue) => boolean): readonly number[] {
  const placesOf = (text: string): number[] => texts.flatMap((other, at) => (other === text ? at : []));
  const firsts = identity(texts[0] ?? "") ? placesOf(texts[0] ?? "") : [];
  if (firsts.length >= 2) return areAlike(texts, firsts) ? firsts : [];
  // 师傅 | 徒弟 above two names make one table.
  const name = isSingle ? texts.find((text) => text !== "" && identity(text) && placesOf(text).length >= 2) : undefined;
  if (name === undefined) return [];
  const starts = placesOf(name).map((at, nth) => (nth === 0 ? 0 : identity(texts[at - 1] ?? "") ? at - 1 : at));
  return areAlike(texts, starts) ? starts : [];
}

/** Tables printed beside each other without a gap between them. */
export function unfold(grid: Grid, area: Area, identity: (value: CellValue) => boolean): Area[] {
  const texts = bottomTexts(grid, area);
  const same = repeats(texts);
  const starts = same.length > 0 ? same : restarts(texts, area.top === area.bottom, identity);
  if (starts.length === 0) return [area];
  return starts.map((start, at) => ({
    ...area,
    left: area.left + start,
    right: area.left + (starts[at + 1] ?? texts.length) - 1,
  }));
}
