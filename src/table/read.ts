/**
 * From a workbook to its tables: finds the headers on every sheet, recognises what each is under the given policies,
 * and reads its rows. Pure; nothing of the workbook is changed and nothing is judged.
 */
import type { Pack } from "../policy/schema";
import type { Locale } from "../values/message";
import { findBlocks, isIdentity, spanOf, withMapping, type Context, type Found } from "./blocks";
import { readAround, type Around } from "./captions";
import { explain } from "./explaining";
import { gridOf, isBlankValue, type Grid } from "./grid";
import type { HeaderSearch } from "./headers";
import { headerWordsOf, type HeaderWords } from "./headerwords";
import type { SheetMapping } from "./matching";
import { keywordWeight } from "./packs";
import type { Recognised } from "./recognition";
import type { Reading, Table, Unrecognised } from "./table";
import { allVocabularies, type Vocabulary } from "./vocabulary";
import type { Area, Sheet, Workbook } from "./workbook";

/** Sheet name → column letter → key, "" for a column not to be read. */
export type Mapping = Readonly<Record<string, SheetMapping>>;

export interface ReadOptions {
  readonly mapping?: Mapping;
  readonly locale?: Locale;
}

const mostHeaders = 6;

function bodyOf(found: Found): Area {
  const { header, walked } = found;
  const top = walked.firstRecord ?? header.bottom + 1;
  return { top, bottom: walked.lastRecord ?? top, left: header.left, right: header.right };
}

function tableOf(context: Context, found: Found, recognised: Recognised, around: Around): Table {
  return {
    sheet: context.sheet,
    kind: recognised.vocabulary.entry.kind,
    pack: recognised.vocabulary.pack,
    confidence: recognised.confidence,
    header: found.header,
    body: bodyOf(found),
    columns: recognised.columns,
    rows: found.walked.rows,
    captions: around.captions,
    title: around.title,
  };
}

/** Captions below a table: down to the next header that shares its columns. */
function aroundWhole(context: Context, found: Found, blocks: readonly Found[]): Around {
  const { header, walked, around } = found;
  const neighbours = blocks
    .filter((other) => other !== found && other.header.top <= walked.last && other.walked.last >= header.top)
    .map((other) => other.header);
  const below = blocks.filter((other) => other.header.top > walked.last).map((other) => other.header.top - 1);
  const span = spanOf(context.grid, header, neighbours);
  const whole = readAround(context.grid, header, header.top, walked.last, Math.min(context.grid.rowCount - 1, ...below), span);
  return { title: around.title, captions: [...around.captions, ...whole.captions] };
}

/** A row of texts over rows of values: some table, though not one of ours. */
function looksLikeTable(grid: Grid): boolean {
  for (let row = 0; row < Math.min(grid.rowCount - 2, 60); row++) {
    const heads: number[] = [];
    for (let column = 0; column < grid.columnCount; column++)
      if (typeof grid.value(row, column) === "string" && !isBlankValue(grid.value(row, column))) heads.push(column);
    if (heads.length < 3) continue;
    const filled = [row + 1, row + 2].every((below) => heads.filter((column) => !grid.isBlank(below, column)).length >= 2);
    if (filled) return true;
  }
  return false;
}

function unrecognisedOf(context: Context, blocks: readonly Found[]): Unrecognised {
  const { sheet, grid, locale } = context;
  const header = blocks[0]?.headings
    .map((heading) => heading.header)
    .filter((text) => text !== "")
    .slice(0, mostHeaders)
    .join("、");
  if (header !== undefined) return { sheet, looksLikeTable: true, why: explain({ id: "sheet.unknown-kind", values: { header } }, locale) };
  if (sheet.rowCount === 0 || sheet.columnCount === 0) return { sheet, looksLikeTable: false, why: explain({ id: "sheet.empty" }, locale) };
  return { sheet, looksLikeTable: looksLikeTable(grid), why: explain({ id: "sheet.no-header" }, locale) };
}

interface Shared {
  readonly vocabularies: readonly Vocabulary[];
  readonly headerWords: HeaderWords;
  readonly locale: Locale;
  readonly prior: ReadonlyMap<string, number>;
}

interface Scanned {
  readonly context: Context;
  readonly blocks: readonly Found[];
}

function scan(sheet: Sheet, shared: Shared, mapping: SheetMapping): Scanned {
  const grid = gridOf(sheet);
  const search: HeaderSearch = { grid, headerWords: withMapping(shared.headerWords, mapping, sheet), identity: isIdentity };
  const context: Context = { ...shared, sheet, grid, search, mapping };
  return { context, blocks: findBlocks(context) };
}

function isOwn(found: Found): boolean {
  return found.recognised !== null && !found.recognised.vocabulary.isAside;
}

/** A roster that the policy does not name is read only where the workbook holds something the policy judges. */
function readingOf({ context, blocks }: Scanned, withAsides: boolean): Reading {
  const tables = blocks.flatMap((found) =>
    found.recognised === null || !(withAsides || isOwn(found))
      ? []
      : tableOf(context, found, found.recognised, aroundWhole(context, found, blocks)),
  );
  return { tables, unrecognised: tables.length > 0 ? [] : [unrecognisedOf(context, blocks)] };
}

/** Reads all tables of a workbook under the given policies, hidden sheets too. */
export function readTables(workbook: Workbook, packs: readonly Pack[], options: ReadOptions = {}): Reading {
  const vocabularies = allVocabularies(packs);
  const prior = keywordWeight(workbook, packs);
  const headerWords = headerWordsOf(packs);
  const shared: Shared = { vocabularies, headerWords, locale: options.locale ?? "zh-CN", prior };
  const scanned = workbook.sheets.map((sheet) => scan(sheet, shared, options.mapping?.[sheet.name] ?? {}));
  const withAsides = scanned.some(({ blocks }) => blocks.some(isOwn));
  const readings = scanned.map((each) => readingOf(each, withAsides));
  return { tables: readings.flatMap((reading) => reading.tables), unrecognised: readings.flatMap((reading) => reading.unrecognised) };
}
