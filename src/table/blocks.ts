/**
 * The blocks of a sheet that have a header: where each begins and ends, what its columns say, what it was recognised as.
 * Scans a sheet from top to bottom; what a table has taken is not looked at again.
 */
import type { CellValue } from "../values/cell";
import type { Locale } from "../values/message";
import { readAround, type Around } from "./captions";
import { type Grid } from "./grid";
import { readHeading, type Heading } from "./heading";
import { cellsOf, headersAt, headerStrength, type HeaderSearch } from "./headers";
import type { HeaderWords } from "./headerwords";
import type { SheetMapping } from "./matching";
import { blindPlan, planOf } from "./plan";
import { isConvincing, recogniseKind, type Recognised } from "./recognition";
import { walkRows, type Walked } from "./rows";
import { stripsOf, within } from "./strips";
import synonyms from "./synonyms.json";
import type { Vocabulary } from "./vocabulary";
import { bare, readWording } from "./wording";
import type { Area, Sheet } from "./workbook";

/** So many rows without a header, one after the other, and only rows after a blank one are looked at. */
const patience = 300;
const mostTables = 200;

const identityNames = new Set(
  ["name", "id", "school", "number", "project", "place"]
    .flatMap((key) => Object.entries(synonyms.common).find(([other]) => other === key)?.[1] ?? [])
    .map(bare),
);

export function isIdentity(value: CellValue): boolean {
  return typeof value === "string" && value.length <= 40 && identityNames.has(readWording(value).name);
}

export interface Context {
  readonly sheet: Sheet;
  readonly grid: Grid;
  readonly search: HeaderSearch;
  readonly vocabularies: readonly Vocabulary[];
  readonly mapping: SheetMapping;
  readonly locale: Locale;
  /** How much the whole workbook speaks for each policy, by id. */
  readonly prior: ReadonlyMap<string, number>;
}

export interface Found {
  readonly header: Area;
  readonly headings: readonly Heading[];
  readonly recognised: Recognised | null;
  readonly walked: Walked;
  readonly around: Around;
}

interface Claimed {
  readonly area: Area;
}

/** Title and captions above a header are looked for over its own columns where tables stand side by side, else over the whole sheet. */
export function spanOf(grid: Grid, header: Area, neighbours: readonly Area[]): { left: number; right: number } {
  const left = neighbours.filter((other) => other.right < header.left).map((other) => other.right + 1);
  const right = neighbours.filter((other) => other.left > header.right).map((other) => other.left - 1);
  return { left: Math.max(0, ...left), right: Math.min(grid.columnCount - 1, ...right) };
}

/** A merged title over all of several blocks belongs to each of them. */
function sharedTitle(grid: Grid, header: Area, floor: number): string {
  for (let row = floor; row < header.top; row++) {
    const merge = grid.mergeAt(row, header.left);
    const value = merge === null ? null : grid.value(merge.top, merge.left);
    if (merge !== null && typeof value === "string" && merge.right > header.right && merge.left <= header.left) return value.trim();
  }
  return "";
}

function readBlock(context: Context, header: Area, floor: number, neighbours: readonly Area[]): Found {
  const { grid, sheet, search } = context;
  const span = spanOf(grid, header, neighbours);
  const above = readAround(grid, header, floor, header.bottom, header.bottom, span);
  const title = above.title === "" ? sharedTitle(grid, header, floor) : above.title;
  const headings = Array.from({ length: header.right - header.left + 1 }, (_, at) => readHeading(grid, header.left + at, header));
  const titles = [title, sheet.name, ...above.captions.map((caption) => caption.text)].join(" ");
  const found = recogniseKind(headings, { ...context, titles });
  const recognised = found !== null && isConvincing(found) ? found : null;
  const plan = recognised === null ? blindPlan(header) : planOf(recognised.vocabulary, header, recognised.columns);
  const walked = walkRows({ grid, headerWords: search.headerWords, plan }, grid.rowCount - 1);
  return { header, headings, recognised, walked, around: { title, captions: above.captions } };
}

const glance = 12;
const briefGlance = 3;

type Look = "blank" | "quiet" | "texts";

/** What a row holds at a glance: two texts are what a header needs at least. After many blank rows fewer columns are looked at. */
function lookAt(grid: Grid, row: number, blanks: number): Look {
  const columns = Math.min(grid.columnCount, blanks > patience ? briefGlance : glance);
  let texts = 0;
  let filled = false;
  for (let column = 0; column < columns; column++) {
    const value = grid.value(row, column);
    if (value === null) continue;
    filled = true;
    if (typeof value === "string" && ++texts >= 2) return "texts";
  }
  if (!filled && grid.columnCount <= glance) return "blank";
  // A table may stand to the right of what was looked at.
  return blanks <= patience && grid.columnCount > glance && row < patience ? "texts" : filled ? "quiet" : "blank";
}

function isOpenAt(claimed: readonly Claimed[], row: number): (column: number) => boolean {
  const here = claimed.filter(({ area }) => row >= area.top && row <= area.bottom);
  return here.length === 0 ? () => true : (column) => !here.some(({ area }) => column >= area.left && column <= area.right);
}

/** The row after which something may stand again, if tables fill the whole width of this one. */
function nextFree(grid: Grid, claimed: readonly Claimed[], row: number): number {
  const here = claimed.filter(({ area }) => row >= area.top && row <= area.bottom);
  if (here.length === 0) return row;
  for (let column = 0; column < grid.columnCount; column++) {
    if (!here.some(({ area }) => column >= area.left && column <= area.right)) return row;
  }
  return Math.min(...here.map(({ area }) => area.bottom)) + 1;
}

function floorOf(claimed: readonly Claimed[], header: { top: number; left: number; right: number }): number {
  const above = claimed.filter(({ area }) => area.bottom < header.top && area.left <= header.right && area.right >= header.left);
  return above.reduce((floor, { area }) => Math.max(floor, area.bottom + 1), 0);
}

/** Columns that mapping names count as known, so that a header of unknown words is found where a clerk has mapped it. */
export function withMapping(headerWords: HeaderWords, mapping: SheetMapping, sheet: Sheet): HeaderWords {
  const mapped = Object.values(mapping).filter((key) => key !== "").length;
  if (mapped < 2) return headerWords;
  const texts = new Set<string>();
  for (let row = 0; row < Math.min(sheet.rowCount, 20); row++) {
    const cells = Array.from({ length: Math.min(sheet.columnCount, 60) }, (_, column) => sheet.value(row, column));
    const filled = cells.filter((value): value is string => typeof value === "string" && value.trim() !== "" && value.length <= 40);
    if (filled.length < Math.max(2, mapped)) continue;
    for (const text of filled) texts.add(text);
    break;
  }
  return {
    startsWith: (character) => headerWords.startsWith(character),
    of: (value) => headerWords.of(value) ?? (typeof value === "string" && texts.has(value) ? "field" : null),
  };
}

function listHeaders(context: Context, row: number, isOpen: (column: number) => boolean): Area[] {
  const { sheet, grid, search } = context;
  return sheet.tables.flatMap(({ area, hasHeader }) => {
    if (!hasHeader || area.top !== row || !isOpen(area.left)) return [];
    const cells = cellsOf(grid, search.headerWords, row, area.left, area.right, isOpen);
    return headerStrength(cells) === null ? [] : [{ ...area, bottom: row }];
  });
}

/** Whether something of its own stands above a strip's header: its title or caption. */
function hasOwnTitle(grid: Grid, { top, left, right }: Area): boolean {
  for (let row = 0; row < top; row++) {
    for (let column = left; column <= right; column++) {
      const merge = grid.mergeAt(row, column);
      if (!grid.isBlank(row, column) && (merge === null || (merge.left >= left && merge.right <= right))) return true;
    }
  }
  return false;
}

/** The blocks of a sheet whose tables stand beside each other at different heights, or each under its own title; null where they do not. */
function findBeside(context: Context): Found[] | null {
  const strips = stripsOf(context.grid);
  const each = strips.map((strip) => {
    const grid = within(context.grid, strip);
    return { strip, grid, blocks: findIn({ ...context, grid, search: { ...context.search, grid } }) };
  });
  const headers = each.flatMap(({ blocks: [first] }) => first?.header ?? []);
  const [one] = headers;
  if (one === undefined || headers.length < strips.length) return null;
  const areLevel = headers.every(({ top, bottom }) => top === one.top && bottom === one.bottom);
  const areTitled = each.every(({ grid, strip }, at) => hasOwnTitle(grid, { ...strip, top: headers[at]?.top ?? 0, bottom: 0 }));
  const areRead = context.vocabularies.length === 0 || each.every(({ blocks }) => blocks.some(({ recognised }) => recognised !== null));
  return areRead && (!areLevel || areTitled) ? each.flatMap(({ blocks }) => blocks) : null;
}

export function findBlocks(context: Context): Found[] {
  return findBeside(context) ?? findIn(context);
}

function findIn(context: Context): Found[] {
  const { grid, search } = context;
  const claimed: Claimed[] = [];
  const blocks: Found[] = [];
  let quiet = 0;
  let blanks = 0;
  for (let row = 0; row < grid.rowCount && blocks.length < mostTables; row++) {
    const free = nextFree(grid, claimed, row);
    if (free > row) {
      row = free - 1;
      quiet = 0;
      continue;
    }
    const look = lookAt(grid, row, blanks);
    blanks = look === "blank" ? blanks + 1 : 0;
    quiet = look === "blank" ? 0 : quiet + 1;
    if (look !== "texts" || quiet > patience) continue;
    const isOpen = isOpenAt(claimed, row);
    const floor = floorOf(claimed, { top: row, left: 0, right: grid.columnCount - 1 });
    const lists = listHeaders(context, row, isOpen);
    const headers = lists.length > 0 ? lists : headersAt(search, row, floor, isOpen);
    for (const header of headers) {
      const found = readBlock(
        context,
        header,
        floorOf(claimed, header),
        headers.filter((other) => other !== header),
      );
      blocks.push(found);
      claimed.push({ area: { ...header, bottom: Math.max(found.walked.last, header.bottom) } });
      quiet = 0;
    }
  }
  return blocks;
}
