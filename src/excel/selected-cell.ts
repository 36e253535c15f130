/**
 * Looks at the selected cell and at the cells that its formula refers to; listens to the selection. Only looks: nothing here
 * writes.
 */
import type { CellValue } from "../values/cell";
import { parseArea } from "./address";
import type { SelectedArea, SelectedCell, SpillAround } from "./formulas";
import { cellValue } from "./sheet-cells";
import { inExcel, listening, READING } from "./session";

/** More cells than these are not read to explain one formula. */
const MOST_CELLS = 60_000;
/** Selections that follow each other fast (arrow keys held down) are told once. */
const GATHER = 150;

const local = (address: string): string => address.slice(address.lastIndexOf("!") + 1).replaceAll("$", "");

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

function isFormula(formula: unknown, value: unknown): boolean {
  return typeof formula === "string" && formula.startsWith("=") && formula !== value;
}

async function spillFrom(context: Excel.RequestContext, anchor: Excel.Range): Promise<SpillAround | null> {
  const to = anchor.getSpillingToRangeOrNullObject();
  to.load("address");
  anchor.load("address,formulas");
  await context.sync();
  if (to.isNullObject) return null;
  return { cell: local(anchor.address), formula: textOf(anchor.formulas[0]?.[0]), area: local(to.address) };
}

/** Asks where a range lies; the answer stands after the next sync. */
function askWhere(range: Excel.Range): () => { readonly sheet: string; readonly address: string } {
  const { worksheet } = range;
  worksheet.load("name");
  range.load("address");
  return () => ({ sheet: worksheet.name, address: local(range.address) });
}

/** The active cell, with the spill that it is part of. */
export function selectedCell(): Promise<SelectedCell> {
  return inExcel(READING, async (context) => {
    const cell = context.workbook.getActiveCell();
    cell.load("formulas,values,valueTypes,text");
    const where = askWhere(cell);
    const parent = cell.getSpillParentOrNullObject();
    parent.load("address");
    await context.sync();
    const formula: unknown = cell.formulas[0]?.[0];
    const value: unknown = cell.values[0]?.[0];
    const isChild = !parent.isNullObject;
    const spill = await spillFrom(context, isChild ? parent : cell);
    const { sheet, address } = where();
    return {
      sheet,
      cell: address,
      formula: !isChild && isFormula(formula, value) ? textOf(formula) : null,
      value: cellValue(value, cell.valueTypes[0]?.[0]),
      shown: cell.text[0]?.[0] ?? "",
      spill,
    };
  });
}

/** The selected cells, where they are one rectangle. */
export function selectedArea(): Promise<SelectedArea> {
  return inExcel(READING, async (context) => {
    const where = askWhere(context.workbook.getSelectedRange());
    await context.sync();
    const { sheet, address } = where();
    return { sheet, area: address };
  });
}

function cellsIn(address: string): number {
  const area = parseArea(address);
  return area === null ? Number.POSITIVE_INFINITY : (area.bottom - area.top + 1) * (area.right - area.left + 1);
}

/** The values of areas on any sheets: two syncs, whatever their number. */
export function readAreas(areas: readonly SelectedArea[]): Promise<readonly (readonly (readonly CellValue[])[] | null)[]> {
  return inExcel(READING, async (context) => {
    const asked = areas.map(({ sheet: name, area }) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(name);
      sheet.load("name");
      return { sheet, area };
    });
    await context.sync();
    let cells = 0;
    const ranges = asked.map(({ sheet, area }) => {
      cells += cellsIn(area);
      if (sheet.isNullObject || cells > MOST_CELLS) return null;
      const range = sheet.getRange(area);
      range.load("values,valueTypes");
      return range;
    });
    await context.sync();
    return ranges.map((range) =>
      range === null
        ? null
        : range.values.map((row: unknown[], down) => row.map((value, beside) => cellValue(value, range.valueTypes[down]?.[beside]))),
    );
  });
}

/** Tells of another selection, in whichever sheet; gives the way to stop. */
export async function listenToSelection(listener: () => void): Promise<() => Promise<void>> {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const hear = (): Promise<void> => {
    timer ??= setTimeout(() => {
      timer = null;
      listener();
    }, GATHER);
    return Promise.resolve();
  };
  const stop = await listening((sheets) => sheets.onSelectionChanged.add(hear));
  return async () => {
    if (timer !== null) clearTimeout(timer);
    await stop();
  };
}
