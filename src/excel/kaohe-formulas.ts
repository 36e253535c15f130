/**
 * Finds the KAOHE formulas of a workbook in every form in which Excel shows them, each with the block that it spills into. Only
 * looks.
 */
import type { CellContent } from "../check/settings";
import type { Area } from "../table/workbook";
import { areaAddress, cellAddress, joinAreas, parseArea } from "./address";
import { contentOf, isNone } from "./cell-states";
import { refuseHuge } from "./sheet-size";

/** KAOHE.NAME(, _xldudf_KAOHE_NAME( and the like, anywhere in a formula. */
const KAOHE = /KAOHE[._][A-Z]/i;

/** A formula with its values; `cell` is the anchor where it spills. */
export interface FoundFormula {
  readonly sheet: string;
  readonly cell: string;
  readonly formula: string;
  readonly format: string;
  readonly spilled: boolean;
  readonly area: Area;
  readonly values: readonly (readonly CellContent[])[];
  readonly formats: readonly (readonly string[])[];
  readonly isProtected: boolean;
}

const CELLS_AT_ONCE = 40_000;
const ANCHORS_AT_ONCE = 500;

interface Candidate {
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  readonly value: CellContent;
  readonly format: string;
}

interface SheetUnderway {
  readonly sheet: Excel.Worksheet;
  readonly used: Excel.Range;
}

async function usedSheets(context: Excel.RequestContext): Promise<SheetUnderway[]> {
  const { worksheets } = context.workbook;
  worksheets.load("items/id,items/name");
  await context.sync();
  const sheets = worksheets.items.map((sheet) => {
    sheet.protection.load("protected");
    const used = sheet.getUsedRangeOrNullObject(true);
    used.load("rowIndex,columnIndex,rowCount,columnCount");
    return { sheet, used };
  });
  await context.sync();
  const filled = sheets.filter(({ used }) => !used.isNullObject);
  for (const { sheet, used } of filled) refuseHuge(sheet.name, used);
  return filled;
}

function candidatesIn(range: Excel.Range, top: number, left: number): Candidate[] {
  const found: Candidate[] = [];
  range.formulas.forEach((row: unknown[], down: number) =>
    row.forEach((formula, right) => {
      if (typeof formula !== "string" || !formula.startsWith("=") || !KAOHE.test(formula)) return;
      const value = contentOf(range.values[down]?.[right], null, range.valueTypes[down]?.[right]);
      const format: unknown = range.numberFormat[down]?.[right];
      if (value !== formula)
        found.push({ row: top + down, column: left + right, formula, value, format: typeof format === "string" ? format : "General" });
    }),
  );
  return found;
}

async function candidatesOf(
  context: Excel.RequestContext,
  { sheet, used }: SheetUnderway,
  below: number,
  rows: number,
): Promise<Candidate[]> {
  const top = used.rowIndex + below;
  const range = sheet.getRangeByIndexes(top, used.columnIndex, Math.min(rows, used.rowCount - below), used.columnCount);
  range.load("formulas,values,valueTypes,numberFormat");
  await context.sync();
  range.untrack();
  return candidatesIn(range, top, used.columnIndex);
}

/** The cells of a sheet whose formula speaks of KAOHE; read in pieces that Excel gives at once. */
async function candidates(context: Excel.RequestContext, underway: SheetUnderway, signal: AbortSignal): Promise<Candidate[]> {
  const found: Candidate[][] = [];
  const rows = Math.max(1, Math.floor(CELLS_AT_ONCE / underway.used.columnCount));
  for (let below = 0; below < underway.used.rowCount; below += rows) {
    signal.throwIfAborted();
    found.push(await candidatesOf(context, underway, below, rows));
  }
  return found.flat();
}

const cellArea = ({ row, column }: Candidate): Area => ({ top: row, left: column, bottom: row, right: column });

/** Those of the cells where a spill begins or passes: whole areas are asked first, single cells only where needed. */
async function touchingSpills(context: Excel.RequestContext, sheet: Excel.Worksheet, found: readonly Candidate[]): Promise<Candidate[]> {
  const asked = joinAreas(found.map(cellArea)).map((area) => {
    const range = sheet.getRange(areaAddress(area));
    range.load("hasSpill");
    return { area, range };
  });
  await context.sync();
  const some = asked.filter(({ range }) => !isNone(range.hasSpill)).map(({ area }) => area);
  return found.filter(({ row, column }) =>
    some.some((area) => row >= area.top && row <= area.bottom && column >= area.left && column <= area.right),
  );
}

interface Spill {
  readonly anchor: boolean;
  readonly area: Area | null;
  readonly range: Excel.Range | null;
}

async function askSpills(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  cells: readonly Candidate[],
): Promise<[Candidate, Spill][]> {
  const asked = cells.map((cell) => {
    const range = sheet.getCell(cell.row, cell.column);
    const to = range.getSpillingToRangeOrNullObject();
    to.load("address,values,valueTypes,numberFormat");
    const parent = range.getSpillParentOrNullObject();
    parent.load("address");
    return { cell, to, parent };
  });
  await context.sync();
  return asked.map(({ cell, to, parent }) => [
    cell,
    to.isNullObject ? { anchor: parent.isNullObject, area: null, range: null } : { anchor: true, area: parseArea(to.address), range: to },
  ]);
}

/** For each of these cells: does a spill begin here, and how far does it go? */
async function spills(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  cells: readonly Candidate[],
  signal: AbortSignal,
): Promise<Map<Candidate, Spill>> {
  const known: [Candidate, Spill][][] = [];
  for (let from = 0; from < cells.length; from += ANCHORS_AT_ONCE) {
    signal.throwIfAborted();
    known.push(await askSpills(context, sheet, cells.slice(from, from + ANCHORS_AT_ONCE)));
  }
  return new Map(known.flat());
}

function withValues(sheet: Excel.Worksheet, cell: Candidate, spill: Spill | undefined): FoundFormula {
  const base = {
    sheet: sheet.name,
    cell: cellAddress(cell.row, cell.column),
    formula: cell.formula,
    format: cell.format,
    isProtected: sheet.protection.protected,
  };
  const range = spill?.range ?? null;
  const area = spill?.area ?? null;
  if (range === null || area === null)
    return { ...base, spilled: false, area: cellArea(cell), values: [[cell.value]], formats: [[cell.format]] };
  return {
    ...base,
    spilled: true,
    area,
    values: range.values.map((row: unknown[], down: number) =>
      row.map((value, right) => contentOf(value, null, range.valueTypes[down]?.[right])),
    ),
    formats: range.numberFormat.map((row: unknown[]) => row.map((format) => (typeof format === "string" ? format : "General"))),
  };
}

const isError = ({ value }: Candidate, code: string): boolean =>
  typeof value === "object" && value !== null && "error" in value && value.error === code;

/** All KAOHE formulas, or only those that show a given error value; spills once, by their anchor. */
export async function findFormulas(context: Excel.RequestContext, which: "all" | "#NAME?", signal: AbortSignal): Promise<FoundFormula[]> {
  const found: FoundFormula[] = [];
  for (const underway of await usedSheets(context)) {
    const cells = (await candidates(context, underway, signal)).filter((cell) => which === "all" || isError(cell, which));
    if (cells.length === 0) continue;
    const { sheet } = underway;
    const known = await spills(context, sheet, await touchingSpills(context, sheet, cells), signal);
    found.push(...cells.filter((cell) => known.get(cell)?.anchor !== false).map((cell) => withValues(sheet, cell, known.get(cell))));
  }
  return found;
}
