/**
 * From a workbook to its tables: finds the headers on every sheet, recognises what each is under the given policies,
 * and reads its rows. Pure; nothing of the workbook is changed and nothing is judged.
 */
import type { Pack } from "../policy/schema";
import { ofIso } from "../values/date";
import type { Locale } from "../values/message";
import { findBlocks, isIdentity, spanOf, withMapping, type Context, type Found } from "./blocks";
import { readAround, type Around } from "./captions";
import { explain } from "./explaining";
import { gridOf, isBlankValue, type Grid } from "./grid";
import type { HeaderSearch } from "./headers";
import { headerWordsOf, type HeaderWords } from "./headerwords";
import type { SheetMapping } from "./matching";
import { policyReading, recognisePolicies, type PolicyScore } from "./policies";
import type { Recognised } from "./recognition";
import { SheetMemory } from "./sheet-memory";
import { goesWithTraining, isForeign, speaksOfTraining, type Spoken } from "./speaking";
import type { Reading, Table, Unrecognised } from "./table";
import { allVocabularies, vocabulariesOf, type Vocabulary } from "./vocabulary";
import type { Area, Sheet, Workbook } from "./workbook";

/** Sheet name → column letter → key, "" for a column not to be read. */
export type Mapping = Readonly<Record<string, SheetMapping>>;

export interface ReadOptions {
  readonly mapping?: Mapping;
  readonly locale?: Locale;
  /** The day of the check (ISO): ages tell which policy a list of people belongs to. */
  readonly asOf?: string;
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

/** What a reading may make of its blocks: whether the policy was chosen by somebody, and the file's name. */
interface Judgement {
  readonly isChosen: boolean;
  readonly file: string;
}

function spokenOf({ context }: Scanned, found: Found, recognised: Recognised, file: string): Spoken {
  const { title, captions } = found.around;
  const titles = [title, context.sheet.name, file, ...captions.map(({ label, text }) => `${label} ${text}`)].join(" ");
  return { headings: found.headings, columns: recognised.columns, vocabulary: recognised.vocabulary, titles };
}

type Standing = "own" | "beside" | "foreign";

/** Whether a table is the policy's by itself, only beside one that is, or none of its business. A policy or mapping that somebody chose is trusted. */
function standingOf(scanned: Scanned, found: Found, { isChosen, file }: Judgement): Standing {
  const { recognised } = found;
  if (recognised === null) return "foreign";
  const isMapped = Object.keys(scanned.context.mapping).length > 0;
  const spoken = spokenOf(scanned, found, recognised, file);
  if (isChosen && !isMapped && isForeign(spoken)) return "foreign";
  const isOwn = !recognised.vocabulary.isAside && (isChosen || isMapped || speaksOfTraining(spoken));
  if (isOwn) return "own";
  return isChosen || goesWithTraining(spoken) ? "beside" : "foreign";
}

/** A roster that the policy does not name is read only where the workbook holds something the policy judges. */
function readingsOf(scanned: readonly Scanned[], judgement: Judgement): readonly Reading[] {
  const standings = new Map(scanned.flatMap((each) => each.blocks.map((found) => [found, standingOf(each, found, judgement)] as const)));
  const withOthers = [...standings.values()].includes("own");
  return scanned.map(({ context, blocks }) => {
    const tables = blocks.flatMap((found) => {
      const standing = standings.get(found);
      if (found.recognised === null || standing === "foreign" || (standing === "beside" && !withOthers)) return [];
      return tableOf(context, found, found.recognised, aroundWhole(context, found, blocks));
    });
    return { tables, unrecognised: tables.length > 0 ? [] : [unrecognisedOf(context, blocks)] };
  });
}

/** What the policy of the whole workbook is worth on a sheet that another one would fit better. */
const ofTheWorkbook = 3;

/** The workbook's policy goes before the others on each of its sheets; nothing is preferred where nothing speaks for any. */
function priorOf(scores: readonly PolicyScore[]): ReadonlyMap<string, number> {
  const [first] = scores;
  return first === undefined || first.score <= 0 ? new Map() : new Map([[first.pack.id, ofTheWorkbook]]);
}

/** The sheet that is being read, for a pane that shows how far it is. */
export interface ReadStep {
  readonly sheet: string;
}

const scans = new SheetMemory<Scanned>();

/** Reads all tables of a workbook under the given policies, hidden sheets too; in steps, so that a pane stays responsive. */
export function* readTablesSteps(workbook: Workbook, packs: readonly Pack[], options: ReadOptions = {}): Generator<ReadStep, Reading> {
  for (const pack of packs) {
    vocabulariesOf(pack);
    yield { sheet: "" };
  }
  const headerWords = headerWordsOf(packs);
  const locale = options.locale ?? "zh-CN";
  const day = ofIso(options.asOf ?? "");
  const scores = packs.length < 2 ? [] : recognisePolicies(workbook, packs, { headerWords, day });
  const prior = priorOf(scores);
  yield { sheet: "" };
  const shared: Shared = { vocabularies: allVocabularies(packs), headerWords, locale, prior };
  const scanned: Scanned[] = [];
  for (const sheet of workbook.sheets) {
    const mapping = options.mapping?.[sheet.name] ?? {};
    const basis = [...packs, locale, JSON.stringify([mapping, [...prior]])];
    scanned.push(scans.get(sheet, basis) ?? scans.set(sheet, basis, scan(sheet, shared, mapping)));
    yield { sheet: sheet.name };
  }
  const readings = readingsOf(scanned, { isChosen: packs.length < 2, file: workbook.name });
  const tables = readings.flatMap((reading) => reading.tables);
  const policy = policyReading(scores, new Set(tables.map(({ pack }) => pack)));
  return { tables, unrecognised: readings.flatMap(({ unrecognised }) => unrecognised), ...(policy ? { policy } : {}) };
}

/** The same at once. */
export function readTables(workbook: Workbook, packs: readonly Pack[], options: ReadOptions = {}): Reading {
  const steps = readTablesSteps(workbook, packs, options);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
