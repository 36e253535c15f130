/**
 * Reads the whole workbook through Office.js: what sheets there are, how large, what is merged or hidden, then the cells
 * in pieces that stay below Excel's 5 MB an answer. No sync stands in a loop over cells; a check only reads, and so does this.
 */
import type { Area, ListTable, SheetVisibility, Workbook } from "../table/workbook";
import { isNotSupported, isTooLarge, officeCode } from "./errors";
import { HostFailure, type ReadProgress } from "./host";
import { OWN_MARKS } from "../check/own-marks";
import { inExcel, READING } from "./session";
import { workbookSettingsXml } from "./settings";
import { refuseHuge } from "./sheet-size";
import { SheetCells, type SheetFacts } from "./sheet-cells";

/** Cells in one answer: five properties of some ten bytes each stay well below 5 MB. */
const CELLS_AT_ONCE = 40_000;
/** DATE(2000,1,1) where dates are counted from 1904. */
const MILLENNIUM_1904 = 35_064;

const VISIBILITY: Readonly<Record<string, SheetVisibility>> = { Visible: "visible", Hidden: "hidden", VeryHidden: "veryHidden" };

const AREA = "rowIndex,columnIndex,rowCount,columnCount";

function areaOf(range: { rowIndex: number; columnIndex: number; rowCount: number; columnCount: number }): Area {
  return {
    top: range.rowIndex,
    left: range.columnIndex,
    bottom: range.rowIndex + range.rowCount - 1,
    right: range.columnIndex + range.columnCount - 1,
  };
}

function rangeOf(sheet: Excel.Worksheet, area: Area): Excel.Range {
  return sheet.getRangeByIndexes(area.top, area.left, area.bottom - area.top + 1, area.right - area.left + 1);
}

/** A sheet under way: Excel's object, what was asked of it, and then its facts. */
interface Asked {
  readonly sheet: Excel.Worksheet;
  readonly used: Excel.Range;
  readonly marks: readonly Excel.NamedItem[];
}

interface Sized {
  readonly sheet: Excel.Worksheet;
  readonly used: Area | null;
  /** null: some are. */
  readonly rowsHidden: boolean | null;
  readonly columnsHidden: boolean | null;
  readonly hasValidation: boolean;
}

interface Overview {
  readonly name: string;
  readonly date1904: boolean;
  readonly sheets: readonly Sized[];
}

/** What is known of a sheet before its cells are read. */
export interface SheetSeen {
  readonly id: string;
  readonly facts: SheetFacts;
  /** Null where it is too much to ask beforehand. */
  readonly hiddenRows: readonly number[] | null;
  readonly hasValidation: boolean;
}

/** The cells of a sheet as they were read. */
export interface SheetRead {
  readonly seen: SheetSeen;
  readonly cells: SheetCells;
}

/** Says of the sheets seen which need not be read again: by id, their cells as they were. */
export type Standing = (name: string, seen: readonly SheetSeen[]) => ReadonlyMap<string, SheetCells>;

/** The workbook, and what of it was read now. */
export interface ReadResult {
  readonly workbook: Workbook;
  readonly read: readonly SheetRead[];
}

/** Whether dates are counted from 1904: Excel is asked what a date is. One that cannot compute it counts from 1900. */
async function countsFrom1904(context: Excel.RequestContext): Promise<boolean> {
  const millennium = context.workbook.functions.date(2000, 1, 1);
  millennium.load("value");
  try {
    await context.sync();
  } catch (error) {
    if (isNotSupported(error)) return false;
    throw error;
  }
  return millennium.value === MILLENNIUM_1904;
}

/** Names and sizes of all sheets: two syncs, whatever their number. Our own report and slips are no sheets to check. */
async function overview(context: Excel.RequestContext): Promise<Overview> {
  const { workbook } = context;
  const date1904 = await countsFrom1904(context);
  workbook.load("name");
  workbook.worksheets.load("items/id,items/name,items/visibility");
  await context.sync();
  const asked = workbook.worksheets.items.map((sheet): Asked => {
    sheet.protection.load("protected");
    sheet.tables.load("items/name,items/showHeaders,items/showTotals");
    const used = sheet.getUsedRangeOrNullObject(true);
    used.load(`${AREA},rowHidden,columnHidden`);
    used.dataValidation.load("type");
    const marks = OWN_MARKS.map((name) => sheet.names.getItemOrNullObject(name));
    for (const mark of marks) mark.load("name");
    return { sheet, used, marks };
  });
  await context.sync();
  return {
    name: workbook.name,
    date1904,
    sheets: asked.filter(({ marks }) => marks.every((mark) => mark.isNullObject)).map(sized),
  };
}

function sized({ sheet, used }: Asked): Sized {
  if (used.isNullObject) return { sheet, used: null, rowsHidden: false, columnsHidden: false, hasValidation: false };
  const area = areaOf(used);
  refuseHuge(sheet.name, used);
  return {
    sheet,
    used: area,
    rowsHidden: used.rowHidden,
    columnsHidden: used.columnHidden,
    hasValidation: used.dataValidation.type !== "None",
  };
}

const spread = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** So many rows of all sheets together are asked beforehand which of them are hidden. */
const ROWS_ASKED = 40_000;

function askHiddenRows({ sheet, used, rowsHidden }: Sized, room: number) {
  const fits = used !== null && used.bottom - used.top < room;
  return fits && rowsHidden === null ? rangeOf(sheet, used).getRowProperties({ rowHidden: true }) : null;
}

function hiddenRows(of: Sized | undefined, properties: readonly Excel.RowProperties[] | undefined): readonly number[] | null {
  const { used = null, rowsHidden = false } = of ?? {};
  if (used === null || rowsHidden === false) return [];
  if (rowsHidden === true) return spread(used.top, used.bottom);
  return properties?.flatMap((row, index) => (row.rowHidden === true ? [used.top + index] : [])) ?? null;
}

/** Which columns and rows are hidden, and where the tables of Excel's own lie: one sync for all sheets. */
async function hiddenAndTables(context: Excel.RequestContext, sheets: readonly Sized[]) {
  let room = ROWS_ASKED;
  const asked = sheets.map((of) => {
    const rows = askHiddenRows(of, room);
    if (rows !== null && of.used !== null) room -= of.used.bottom - of.used.top + 1;
    return { ...askColumnsAndTables(of), rows };
  });
  await context.sync();
  return asked.map(({ columns, tables, rows }, index) => ({
    hiddenRows: hiddenRows(sheets[index], rows?.value),
    hiddenColumns: hiddenColumns(sheets[index], columns?.value ?? []),
    tables: tables.map(({ table, range }): ListTable => ({
      name: table.name,
      area: areaOf(range),
      hasHeader: table.showHeaders,
      hasTotals: table.showTotals,
    })),
  }));
}

function askColumnsAndTables({ sheet, used, columnsHidden }: Sized) {
  const columns =
    used !== null && columnsHidden === null
      ? rangeOf(sheet, { ...used, bottom: used.top }).getColumnProperties({ columnHidden: true })
      : null;
  const tables = sheet.tables.items.map((table) => {
    const range = table.getRange();
    range.load(AREA);
    return { table, range };
  });
  return { columns, tables };
}

function hiddenColumns(of: Sized | undefined, properties: readonly Excel.ColumnProperties[]): ReadonlySet<number> {
  if (of === undefined || of.used === null) return new Set();
  const { left, right } = of.used;
  if (of.columnsHidden === true) return new Set(spread(left, right));
  return new Set(properties.flatMap((column, index) => (column.columnHidden === true ? [left + index] : [])));
}

function askMerged(range: Excel.Range): Excel.RangeAreas {
  const merged = range.getMergedAreasOrNullObject();
  merged.areas.load(`items/rowIndex,items/columnIndex,items/rowCount,items/columnCount`);
  return merged;
}

const mergedFound = (merged: Excel.RangeAreas): Area[] => (merged.isNullObject ? [] : merged.areas.items.map(areaOf));

/** Excel answers at most 512 merged areas a question: on failure the question is halved. */
async function mergedByHalves(context: Excel.RequestContext, sheet: Excel.Worksheet, area: Area, signal: AbortSignal): Promise<Area[]> {
  signal.throwIfAborted();
  const asked = askMerged(rangeOf(sheet, area));
  try {
    await context.sync();
    return mergedFound(asked);
  } catch (error) {
    if (area.top === area.bottom || officeCode(error) === "") throw error;
  }
  const middle = Math.floor((area.top + area.bottom) / 2);
  const upper = await mergedByHalves(context, sheet, { ...area, bottom: middle }, signal);
  const lower = await mergedByHalves(context, sheet, { ...area, top: middle + 1 }, signal);
  const known = new Set(upper.map((one) => JSON.stringify(one)));
  return [...upper, ...lower.filter((one) => !known.has(JSON.stringify(one)))];
}

/** The merged areas of all sheets: one sync, more only where a sheet has too many. */
async function mergedAreas(context: Excel.RequestContext, sheets: readonly Sized[], signal: AbortSignal): Promise<Area[][]> {
  const asked = sheets.map(({ sheet, used }) => (used === null ? null : askMerged(rangeOf(sheet, used))));
  try {
    await context.sync();
    return asked.map((merged) => (merged === null ? [] : mergedFound(merged)));
  } catch (error) {
    if (officeCode(error) === "") throw error;
  }
  const found: Area[][] = [];
  for (const { sheet, used } of sheets) found.push(used === null ? [] : await mergedByHalves(context, sheet, used, signal));
  return found;
}

/** Reads one piece of a sheet; false where Excel will not give so much at once. */
async function readPiece(context: Excel.RequestContext, of: Reading, piece: Area, into: SheetCells): Promise<boolean> {
  const { sheet, seen } = of;
  const range = rangeOf(sheet, piece);
  range.load("values,formulas,text,numberFormat,valueTypes");
  const rows = seen.hiddenRows === null ? range.getRowProperties({ rowHidden: true }) : null;
  try {
    await context.sync();
  } catch (error) {
    if (isTooLarge(error) && piece.top < piece.bottom) return false;
    throw error;
  }
  const values: unknown = range.values;
  if (values === null) return false;
  into.take({
    top: piece.top,
    left: piece.left,
    values: range.values,
    formulas: range.formulas,
    texts: range.text,
    formats: range.numberFormat,
    types: range.valueTypes,
  });
  rows?.value.forEach((row, index) => {
    if (row.rowHidden === true) into.hideRow(piece.top + index);
  });
  range.untrack();
  return true;
}

/** All cells of a sheet, piece by piece; a piece that is too much is halved. */
async function readCells(context: Excel.RequestContext, of: Reading, used: Area, into: SheetCells, signal: AbortSignal): Promise<void> {
  let rows = Math.max(1, Math.floor(CELLS_AT_ONCE / (used.right - used.left + 1)));
  for (let top = used.top; top <= used.bottom;) {
    signal.throwIfAborted();
    const bottom = Math.min(used.bottom, top + rows - 1);
    if (await readPiece(context, of, { ...used, top, bottom }, into)) top = bottom + 1;
    else if (rows === 1)
      throw new HostFailure({ id: "host.too-large", values: { attempt: "read", sheet: into.name, named: "yes", left: "no" } });
    else rows = Math.max(1, Math.floor(rows / 2));
  }
  for (const row of of.seen.hiddenRows ?? []) into.hideRow(row);
}

/** A sheet whose cells are to be read. */
interface Reading {
  readonly sheet: Excel.Worksheet;
  readonly seen: SheetSeen;
}

type Beforehand = Awaited<ReturnType<typeof hiddenAndTables>>[number];

function seenOf(of: Sized, merges: readonly Area[] = [], more?: Beforehand): SheetSeen {
  const { sheet } = of;
  const facts = {
    name: sheet.name,
    visibility: VISIBILITY[sheet.visibility] ?? "visible",
    isProtected: sheet.protection.protected,
    used: of.used,
    merges,
    hiddenColumns: more?.hiddenColumns ?? new Set<number>(),
    tables: more?.tables ?? [],
  };
  return { id: sheet.id, facts, hiddenRows: more === undefined ? null : more.hiddenRows, hasValidation: of.hasValidation };
}

/** Names and sizes of the sheets without their cells: how many cells they use. */
export async function workbookSize(): Promise<number> {
  const book = await inExcel(READING, overview);
  return book.sheets.reduce((sum, { used }) => sum + (used === null ? 0 : (used.bottom - used.top + 1) * (used.right - used.left + 1)), 0);
}

/** Reads the sheets that do not stand as they were. Rejects with HostFailure, or with the signal's reason. */
export async function readSheets(progress: (at: ReadProgress) => void, signal: AbortSignal, standing: Standing): Promise<ReadResult> {
  const work = async (context: Excel.RequestContext): Promise<ReadResult> => {
    const book = await overview(context);
    const settingsXml = await workbookSettingsXml(context);
    const more = await hiddenAndTables(context, book.sheets);
    const merges = await mergedAreas(context, book.sheets, signal);
    const all = book.sheets.map((of, index): Reading => ({ sheet: of.sheet, seen: seenOf(of, merges[index], more[index]) }));
    const known = standing(
      book.name,
      all.map(({ seen }) => seen),
    );
    const wanted = all.filter(({ seen }) => !known.has(seen.id));
    const read: SheetRead[] = [];
    for (const [index, of] of wanted.entries()) {
      const { facts } = of.seen;
      progress({ done: index, total: wanted.length, sheet: facts.name });
      const cells = new SheetCells(facts);
      if (facts.used !== null) await readCells(context, of, facts.used, cells, signal);
      read.push({ seen: of.seen, cells });
    }
    progress({ done: wanted.length, total: wanted.length, sheet: "" });
    const fresh = new Map(read.map(({ seen, cells }) => [seen.id, cells]));
    const sheets = all.flatMap(({ seen }) => fresh.get(seen.id) ?? known.get(seen.id) ?? []);
    return { workbook: { name: book.name, origin: "excel", date1904: book.date1904, sheets, settingsXml }, read };
  };
  return inExcel(READING, work, signal);
}

/** Reads all sheets but those of our own. */
export async function readWorkbook(progress: (at: ReadProgress) => void, signal: AbortSignal): Promise<Workbook> {
  return (await readSheets(progress, signal, () => new Map())).workbook;
}
