/**
 * A column's heading: what its header cells say from top to bottom, merged areas counted once, and what is a full
 * score or unit rather than a name. `matching.ts` reads meanings out of it.
 */
import type { CellValue } from "../values/cell";
import type { Grid } from "./grid";
import { isBlankValue } from "./grid";
import { simplify } from "./simplify";
import synonyms from "./synonyms.json";
import words from "./words.json";
import { bare, readWording, squeeze, type Wording } from "./wording";
import type { Area } from "./workbook";

export interface Heading {
  readonly column: number;
  /** Texts of the levels, joined by "/", spaces removed. */
  readonly header: string;
  /** The bottom header cell that holds a name. */
  readonly headerRow: number;
  /** The levels that are names, the group first, the column's own name last. */
  readonly levels: readonly Wording[];
  readonly points: number | null;
  readonly unit: string | null;
  readonly counts: "times" | "points" | null;
  /** The first values below the header: they tell apart what names alone do not. */
  readonly below: readonly CellValue[];
}

const pointsNames = new Set(words.points.map(bare));
const units = new Set(words.units);
/** Names that only say what is entered (得分): the full score of the group above them is theirs. */
const entries = new Set(synonyms.leaves.score.map(bare));

interface Level {
  readonly text: string;
  readonly row: number;
  readonly value: CellValue;
}

function wordsOf(value: CellValue): string {
  if (typeof value === "string") return value;
  return typeof value === "number" ? String(value) : "";
}

/** A group typed into the left cell only, not merged: the blank cells right of it belong to it, if each has a name below. */
function groupToTheLeft(grid: Grid, row: number, column: number, area: Area): Level | null {
  for (let left = column - 1; left >= area.left; left--) {
    if (grid.mergeAt(row, left) !== null) return null;
    if (grid.isBlank(row + 1, left) || grid.mergeAt(row + 1, left) !== null) return null;
    const value = grid.value(row, left);
    if (!isBlankValue(value)) return { text: squeeze(wordsOf(value)), row, value };
  }
  return null;
}

function levelsOf(grid: Grid, column: number, area: Area): Level[] {
  const levels: Level[] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    const merge = grid.mergeAt(row, column);
    if (merge !== null && merge.top < row && row > area.top) continue;
    const value = grid.resolved(row, column);
    const text = squeeze(wordsOf(value));
    if (text !== "") levels.push({ text, row: merge === null ? row : merge.top, value });
    else if (merge === null && row < area.bottom && !grid.isBlank(row + 1, column)) {
      const group = groupToTheLeft(grid, row, column, area);
      if (group !== null) levels.push(group);
    }
  }
  return levels;
}

/** A bare number; in a CSV it is text. */
function numberOf(level: Level): number | null {
  if (typeof level.value === "number") return level.value;
  return /^\d{1,3}(?:\.\d+)?$/.test(level.text) ? Number(level.text) : null;
}

/** A level that states the full score (20, 20分, 满分) or a unit (学时) under the name. */
function isMeasure(level: Level, wording: Wording, above: number): boolean {
  if (above === 0) return false;
  const number = numberOf(level);
  if (number !== null) return number < 1900 || number > 2100;
  if (wording.name === "" || pointsNames.has(wording.name)) return true;
  return units.has(level.text.replace(/[()]/g, "")) && /^[(（]/.test(level.text);
}

function pointsOf(level: Level, wording: Wording): number | null {
  return numberOf(level) ?? wording.points;
}

const rowsBelow = 24;
const mostValues = 12;

/** A small number as text is what it says (in a CSV every number is text); what may be a date or an identity number stays. */
function figured(value: CellValue): CellValue {
  return typeof value === "string" && /^\s*-?(?:0|[1-9]\d{0,5})(?:\.\d+)?\s*$/.test(value) ? Number(value) : value;
}

function valuesBelow(grid: Grid, column: number, bottom: number): readonly CellValue[] {
  const values: CellValue[] = [];
  for (let row = bottom + 1; row <= Math.min(bottom + rowsBelow, grid.rowCount - 1) && values.length < mostValues; row++) {
    const value = grid.value(row, column);
    if (!isBlankValue(value)) values.push(figured(value));
  }
  return values;
}

/** Reads one column's heading out of the header's rows. */
export function readHeading(grid: Grid, column: number, area: Area): Heading {
  const names: Wording[] = [];
  let points: number | null = null;
  let unit: string | null = null;
  let counts: Heading["counts"] = null;
  let headerRow = area.bottom;
  const levels = levelsOf(grid, column, area);
  for (const level of levels) {
    // The text as typed: ③ must still be seen as a number before the name.
    const wording = readWording(simplify(wordsOf(level.value)));
    const measure = isMeasure(level, wording, names.length);
    if (measure) points = pointsOf(level, wording) ?? points;
    else {
      names.push(wording);
      headerRow = level.row;
      points = wording.points ?? (entries.has(wording.name) ? points : null);
    }
    unit = wording.unit ?? unit;
    counts = measure ? counts : (wording.counts ?? counts);
  }
  const header = levels.map((level) => level.text).join("/");
  return { column, header, headerRow, levels: names, points, unit, counts, below: valuesBelow(grid, column, area.bottom) };
}

/** 阅读书目（本） with 2 and 3 below it counts books and names none. */
export function countsItself({ below, levels }: Heading): boolean {
  return levels.at(-1)?.unit !== null && below.length > 0 && below.every((value) => typeof value === "number");
}
