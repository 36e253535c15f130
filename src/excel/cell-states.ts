/**
 * What a cell holds, exactly enough to be written back: read for many cells at once, compared, shown, and written in
 * rectangles. Nothing here decides what may be written.
 */
import type { CellContent, CellState } from "../check/settings";
import type { Area } from "../table/workbook";
import { areaAddress, cellAddress, joinAreas, parseArea } from "./address";
import type { Spot } from "./changes";
import { asTyped } from "./typed-text";

/** A cell's state now, or why there is none to write on. */
export type Now =
  | { readonly kind: "gone" }
  | { readonly kind: "there"; readonly state: CellState; readonly isProtected: boolean; readonly inSpill: boolean };

export const spotKey = ({ sheet, cell }: Spot): string => JSON.stringify([sheet, cell]);

/** Values of Excel's newer kinds may be more than a word; what they say is kept. */
const asWord = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

/** Whether Excel said "none": with "some" it says null. */
export const isNone = (flag: boolean | null): boolean => flag === false;

/** The content out of a range's value, formula and type. A text beginning with "=" is its own formula. */
export function contentOf(value: unknown, formula: unknown, type: string | undefined): CellContent {
  if (typeof formula === "string" && formula.startsWith("=") && formula !== value) return { formula };
  if (type === "Empty" || value === null || value === undefined) return null;
  if (type === "Error") return { error: asWord(value) };
  return typeof value === "number" || typeof value === "boolean" ? value : asWord(value);
}

export function sameContent(one: CellContent, other: CellContent): boolean {
  return JSON.stringify(one) === JSON.stringify(other) || (isBlank(one) && isBlank(other));
}

const isBlank = (content: CellContent): boolean => content === null || content === "";

/** The content as a clerk reads it. */
export function shownContent(content: CellContent): string {
  if (content === null) return "";
  if (typeof content === "object") return "formula" in content ? content.formula : content.error;
  return typeof content === "boolean" ? String(content).toUpperCase() : String(content);
}

export const isFormula = (content: CellContent): boolean => typeof content === "object" && content !== null && "formula" in content;

/** In a cell formatted as text a text needs no apostrophe, and might keep it. */
function typed({ content, format }: CellState): string | number | boolean {
  if (content === null) return "";
  if (typeof content === "string") return format === "@" ? content : asTyped(content);
  return typeof content === "object" ? shownContent(content) : content;
}

/** Areas of the cells, sheet by sheet. */
export function areasBySheet(spots: readonly Spot[]): Map<string, Area[]> {
  const sheets = new Map<string, Area[]>();
  for (const { sheet, cell } of spots) {
    const area = parseArea(cell);
    const areas = sheets.get(sheet) ?? [];
    if (area !== null) areas.push(area);
    sheets.set(sheet, areas);
  }
  for (const [sheet, areas] of sheets) sheets.set(sheet, joinAreas(areas));
  return sheets;
}

interface AskedArea {
  readonly area: Area;
  readonly range: Excel.Range;
}

interface AskedSheet {
  readonly name: string;
  readonly sheet: Excel.Worksheet;
  readonly areas: readonly Area[];
}

/** The sheets that are still there, asked for in one sync. */
export async function sheetsThere(context: Excel.RequestContext, names: Iterable<string>): Promise<Map<string, Excel.Worksheet>> {
  const asked = [...names].map((name) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(name);
    sheet.load("name");
    sheet.protection.load("protected");
    return { name, sheet };
  });
  await context.sync();
  return new Map(asked.flatMap(({ name, sheet }) => (sheet.isNullObject ? [] : [[name, sheet]])));
}

function ask(sheet: Excel.Worksheet, area: Area): AskedArea {
  const range = sheet.getRange(areaAddress(area));
  range.load("values,formulas,valueTypes,numberFormat,hasSpill");
  return { area, range };
}

function spread({ area, range }: AskedArea, name: string, isProtected: boolean): [string, Now][] {
  const found: [string, Now][] = [];
  for (let down = 0; down <= area.bottom - area.top; down += 1) {
    for (let right = 0; right <= area.right - area.left; right += 1) {
      const content = contentOf(range.values[down]?.[right], range.formulas[down]?.[right], range.valueTypes[down]?.[right]);
      const format: unknown = range.numberFormat[down]?.[right];
      const state: CellState = { content, format: typeof format === "string" ? format : "General" };
      const cell = cellAddress(area.top + down, area.left + right);
      found.push([spotKey({ sheet: name, cell }), { kind: "there", state, isProtected, inSpill: !isNone(range.hasSpill) }]);
    }
  }
  return found;
}

/** The states of all these cells: two syncs, whatever their number. Sheets that are gone say so. */
export async function readStates(context: Excel.RequestContext, spots: readonly Spot[]): Promise<(spot: Spot) => Now> {
  const wanted = areasBySheet(spots);
  const there = await sheetsThere(context, wanted.keys());
  const sheets: AskedSheet[] = [...there].map(([name, sheet]) => ({ name, sheet, areas: wanted.get(name) ?? [] }));
  const asked = sheets.map(({ name, sheet, areas }) => ({ name, sheet, ranges: areas.map((area) => ask(sheet, area)) }));
  await context.sync();
  const states = new Map(
    asked.flatMap(({ name, sheet, ranges }) => ranges.flatMap((range) => spread(range, name, sheet.protection.protected))),
  );
  return (spot) => states.get(spotKey(spot)) ?? { kind: "gone" };
}

/** A cell to be written, and what. */
export interface CellWrite extends Spot {
  readonly state: CellState;
}

/** In a cell formatted as text everything but a text would turn into one: the format then comes last. */
const waits = ({ content, format }: CellState): boolean => format === "@" && typeof content !== "string" && content !== null;

function matrix<T>(area: Area, of: (cell: string) => T): T[][] {
  return Array.from({ length: area.bottom - area.top + 1 }, (_, down) =>
    Array.from({ length: area.right - area.left + 1 }, (__, right) => of(cellAddress(area.top + down, area.left + right))),
  );
}

const NOTHING: CellState = { content: null, format: "General" };

function writeArea(sheet: Excel.Worksheet, area: Area, state: (cell: string) => CellState): void {
  const range = sheet.getRange(areaAddress(area));
  range.numberFormat = matrix(area, (cell) => (waits(state(cell)) ? "General" : state(cell).format));
  range.formulas = matrix(area, (cell) => typed(state(cell)));
  if (
    matrix(area, (cell) => waits(state(cell)))
      .flat()
      .includes(true)
  )
    range.numberFormat = matrix(area, (cell) => state(cell).format);
}

/** Queues the writing of cells, neighbours together; nothing is sent yet. */
export function queueWrites(context: Excel.RequestContext, writes: readonly CellWrite[]): void {
  const states = new Map(writes.map((write) => [spotKey(write), write.state]));
  for (const [name, areas] of areasBySheet(writes)) {
    const sheet = context.workbook.worksheets.getItem(name);
    for (const area of areas) writeArea(sheet, area, (cell) => states.get(spotKey({ sheet: name, cell })) ?? NOTHING);
  }
}
