/**
 * Range: the cells of one rectangle. Reading and writing of contents, geometry, spills and merges; its formats are in
 * range-format.ts, its conditional formats in conditional-formats.ts.
 */
import {
  type Area,
  areaName,
  cellArea,
  cellsIn,
  cellsOf,
  columnsOf,
  overlaps,
  isWholeColumns,
  isWholeRows,
  quoted,
  rowsOf,
  tabulate,
} from "../grid/area";
import { shownText, wireType, wireValue } from "../grid/display";
import type { Content, GridSheet } from "../grid/grid";
import { isAcceptable, typed, type Typed } from "../grid/typing";
import { HostError } from "../protocol/errors";
import { HostObject } from "../protocol/object";
import { cellProperties, columnProperties, rowProperties } from "./cell-properties";
import { conditionalFormatCollection } from "./conditional-formats";
import { common, type Context, MAX_CELLS, mustAllow, mustBeWritable, sheetOf, spread } from "./context";
import { dataValidation } from "./data-validation";
import { hyperlinkOf, setHyperlink } from "./hyperlinks";
import { rangeAreas } from "./range-areas";
import { insertCells, rangeCommands } from "./range-commands";
import { rangeFormat } from "./range-format";
import { rangeGeometry } from "./range-geometry";
import { scopedTables } from "./tables";
import { worksheet } from "./worksheet";

/** "Sheet1!A1:B2". */
export const fullAddress = (sheet: GridSheet, areas: readonly Area[]): string =>
  areas.map((area) => `${quoted(sheet.name)}!${areaName(area)}`).join(",");

/** Values of every cell; above Excel's bound there are none. */
const read = <T>(area: Area, cell: (row: number, column: number) => T): T[][] | null =>
  cellsOf(area) > MAX_CELLS ? null : tabulate(area, cell);

const isInput = (value: unknown): value is string | number | boolean =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean";

function typedInput(value: unknown, numberFormat: string): Typed | undefined {
  if (value === null || value === undefined) return undefined;
  if (!isInput(value)) throw new HostError("InvalidArgument", "a cell takes a text, a number, true or false");
  if (typeof value === "string" && !isAcceptable(value, numberFormat))
    throw new HostError("InvalidArgument", "Excel does not take this text or formula");
  return typed(value, numberFormat);
}

/** Writes values or formulas as if typed; null leaves a cell alone, "" empties it. */
function writeInputs(context: Context, sheetId: string, area: Area, value: unknown): void {
  const sheet = sheetOf(context, sheetId);
  const at = spread(area, value);
  mustBeWritable(context, sheet, [area]);
  if (cellsOf(area) > MAX_CELLS) throw new HostError("RangeExceedsLimit");
  const before = sheet.content(area.top, area.left).value;
  const inputs = tabulate(area, (row, column) => typedInput(at(row, column), sheet.style(row, column).numberFormat));
  sheet.write(
    area,
    inputs.map((line) => line.map((input): Content | undefined => input?.content)),
  );
  for (const [row, column] of cellsIn(area)) {
    const numberFormat = inputs[row - area.top]?.[column - area.left]?.numberFormat;
    if (numberFormat !== undefined && sheet.style(row, column).numberFormat === "General")
      sheet.paint(cellArea(row, column), { numberFormat });
  }
  context.changed(sheetId, area, before);
}

function writeNumberFormats(context: Context, sheetId: string, area: Area, value: unknown): void {
  const sheet = sheetOf(context, sheetId);
  mustAllow(context, sheet, "allowFormatCells");
  if (typeof value === "string") {
    sheet.paint(area, { numberFormat: value });
    return;
  }
  const at = spread(area, value);
  for (const [row, column] of cellsIn(area)) {
    const numberFormat = at(row, column);
    if (typeof numberFormat === "string") sheet.paint(cellArea(row, column), { numberFormat });
  }
}

function* numbers(first: number, last: number): Generator<number> {
  for (let number = first; number <= last; number += 1) yield number;
}

/** true or false where all rows (columns) agree, else null. */
const rowsHidden = (sheet: GridSheet, area: Area): boolean | null => {
  const last = isWholeColumns(area) ? (sheet.used(false)?.bottom ?? area.top) : area.bottom;
  return common([...numbers(area.top, last)].map((row) => sheet.isRowHidden(row)));
};

const columnsHidden = (sheet: GridSheet, area: Area): boolean | null => {
  const last = isWholeRows(area) ? (sheet.used(false)?.right ?? area.left) : area.right;
  return common([...numbers(area.left, last)].map((column) => sheet.isColumnHidden(column)));
};

function anyHidden(sheet: GridSheet, area: Area): boolean | null {
  const rows = rowsHidden(sheet, area);
  const columns = columnsHidden(sheet, area);
  if (rows === true || columns === true) return true;
  return rows === null || columns === null ? null : false;
}

const hasSpill = (sheet: GridSheet, area: Area): boolean | null =>
  cellsOf(area) > MAX_CELLS ? null : common([...cellsIn(area)].map(([row, column]) => sheet.spill(row, column) !== undefined));

function getters(context: Context, sheetId: string, area: Area): Record<string, () => unknown> {
  const sheet = (): GridSheet => sheetOf(context, sheetId);
  const contents = (show: (content: Content, row: number, column: number) => unknown) => (): unknown => {
    const from = sheet();
    return read(area, (row, column) => show(from.content(row, column), row, column));
  };
  const formats = (): unknown => read(area, (row, column) => sheet().style(row, column).numberFormat);
  const formulas = contents((content) => content.formula ?? wireValue(content.value));
  const address = (): string => fullAddress(sheet(), [area]);
  return {
    Values: contents((content) => wireValue(content.value)),
    ValueTypes: contents((content) => wireType(content.value)),
    Formulas: formulas,
    FormulasLocal: formulas,
    Text: contents((content, row, column) => shownText(content.value, sheet().style(row, column).numberFormat)),
    NumberFormat: formats,
    NumberFormatLocal: formats,
    Address: address,
    AddressLocal: address,
    RowIndex: () => area.top,
    ColumnIndex: () => area.left,
    RowCount: () => rowsOf(area),
    ColumnCount: () => columnsOf(area),
    CellCount: () => (cellsOf(area) > 2 ** 31 - 1 ? -1 : cellsOf(area)),
    IsEntireRow: () => isWholeRows(area),
    IsEntireColumn: () => isWholeColumns(area),
    RowHidden: () => rowsHidden(sheet(), area),
    ColumnHidden: () => columnsHidden(sheet(), area),
    Hidden: () => anyHidden(sheet(), area),
    HasSpill: () => hasSpill(sheet(), area),
    Hyperlink: () => hyperlinkOf(context, sheetId, area),
  };
}

function setters(context: Context, sheetId: string, area: Area): Record<string, (value: unknown) => void> {
  const write = (value: unknown): void => writeInputs(context, sheetId, area, value);
  const format = (value: unknown): void => writeNumberFormats(context, sheetId, area, value);
  return {
    Values: write,
    Formulas: write,
    FormulasLocal: write,
    NumberFormat: format,
    NumberFormatLocal: format,
    RowHidden: (value) => {
      const sheet = sheetOf(context, sheetId);
      mustAllow(context, sheet, "allowFormatRows");
      sheet.hideRows(area.top, area.bottom, value === true);
    },
    ColumnHidden: (value) => {
      const sheet = sheetOf(context, sheetId);
      mustAllow(context, sheet, "allowFormatColumns");
      sheet.hideColumns(area.left, area.right, value === true);
    },
    Hyperlink: (value) => setHyperlink(context, sheetId, area, value),
  };
}

/** Merged areas that touch the range; Excel gives null where there is none. */
function mergedAreas(context: Context, sheetId: string, area: Area): HostObject | null {
  const merges = sheetOf(context, sheetId)
    .merges()
    .filter((merge) => overlaps(merge, area));
  return merges.length === 0 ? null : rangeAreas(context, sheetId, merges);
}

function spillOf(context: Context, sheetId: string, area: Area, asks: "anchor" | "child"): Area | undefined {
  const spill = sheetOf(context, sheetId).spill(area.top, area.left);
  const isAnchor = spill !== undefined && spill.top === area.top && spill.left === area.left;
  if (spill === undefined || cellsOf(area) !== 1 || isAnchor !== (asks === "anchor")) return undefined;
  return asks === "anchor" ? spill : cellArea(spill.top, spill.left);
}

export function range(context: Context, sheetId: string, area: Area): HostObject {
  const found = (at: Area | undefined): HostObject | null => (at === undefined ? null : range(context, sheetId, at));
  const demanded = (at: Area | undefined): HostObject => {
    if (at === undefined) throw new HostError("ItemNotFound");
    return range(context, sheetId, at);
  };
  return new HostObject("Range", {
    keepsReference: true,
    place: { sheetId, areas: [area] },
    get: getters(context, sheetId, area),
    set: setters(context, sheetId, area),
    child: {
      Format: () => rangeFormat(context, sheetId, [area]),
      Worksheet: () => worksheet(context, sheetId),
      ConditionalFormats: () => conditionalFormatCollection(context, sheetId, [area]),
      DataValidation: () => dataValidation(context, sheetId, area),
    },
    object: {
      ...rangeGeometry(context, sheetId, area),
      GetMergedAreasOrNullObject: () => mergedAreas(context, sheetId, area),
      GetSpillingToRangeOrNullObject: () => found(spillOf(context, sheetId, area, "anchor")),
      GetSpillParentOrNullObject: () => found(spillOf(context, sheetId, area, "child")),
      GetSpillingToRange: () => demanded(spillOf(context, sheetId, area, "anchor")),
      GetSpillParent: () => demanded(spillOf(context, sheetId, area, "child")),
      Insert: (args) => insertCells(context, sheetId, area, args.text(0)),
      GetTables: () => scopedTables(context, sheetId, area),
    },
    call: {
      ...rangeCommands(context, sheetId, area),
      GetCellProperties: (args) => cellProperties(context, sheetId, area, args.record(0)),
      GetRowProperties: (args) => rowProperties(context, sheetId, area, args.record(0)),
      GetColumnProperties: (args) => columnProperties(context, sheetId, area, args.record(0)),
    },
  });
}
