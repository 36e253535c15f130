/**
 * The methods of Range that do something: select, clear, merge, insert, delete, copy.
 */
import {
  type Area,
  areaOf,
  cellArea,
  cellsOf,
  columnsOf,
  isWholeColumns,
  isWholeRows,
  parseArea,
  rowsOf,
  sheetOfAddress,
  tabulate,
} from "../grid/area";
import { EMPTY, type GridSheet } from "../grid/grid";
import type { Arguments } from "../protocol/arguments";
import { HostError } from "../protocol/errors";
import type { HostObject } from "../protocol/object";
import { clearConditionalFormats } from "./conditional-formats";
import { type Context, mustAllow, mustBeWritable, sheetOf } from "./context";
import { clearHyperlinks } from "./hyperlinks";
import { range } from "./range";

type Commands = Record<string, (args: Arguments) => unknown>;

/** Empties the cells of an area, no further than the sheet is used. */
function clearContents(sheet: GridSheet, area: Area): void {
  const used = sheet.used(true);
  if (used === undefined || used.top > area.bottom || used.left > area.right) return;
  const { top, left } = area;
  const [bottom, right] = [Math.min(area.bottom, used.bottom), Math.min(area.right, used.right)];
  if (bottom < top || right < left) return;
  const cut = { top, left, bottom, right };
  sheet.write(
    cut,
    tabulate(cut, () => EMPTY),
  );
}

/** Range.clear(applyTo): "All", "Formats", "Contents", "Hyperlinks", "RemoveHyperlinks". */
export function clearArea(context: Context, sheetId: string, area: Area, applyTo: string): void {
  const sheet = sheetOf(context, sheetId);
  mustBeWritable(context, sheet, [area]);
  const before = sheet.content(area.top, area.left).value;
  if (applyTo === "All" || applyTo === "Contents") clearContents(sheet, area);
  if (applyTo === "All" || applyTo === "Formats") {
    sheet.unpaint(area);
    sheet.unmerge(area);
    clearConditionalFormats(context, sheetId, [area]);
  }
  if (applyTo === "All" || applyTo.endsWith("yperlinks")) clearHyperlinks(context, sheetId, area);
  context.changed(sheetId, area, before);
}

function selectArea(context: Context, sheetId: string, area: Area): void {
  const sheet = sheetOf(context, sheetId);
  if (sheet.visibility !== "Visible") throw new HostError("InvalidOperation", "a hidden sheet cannot be selected");
  context.book.grid.select(sheetId, [area]);
}

function mergeArea(context: Context, sheetId: string, area: Area, across: boolean): void {
  const sheet = sheetOf(context, sheetId);
  mustAllow(context, sheet, "never");
  if (!across) return sheet.merge(area);
  for (let row = area.top; row <= area.bottom; row += 1) sheet.merge({ ...area, top: row, bottom: row });
}

/** The source of copyFrom: a range, or an address with or without its sheet. */
function source(context: Context, args: Arguments, sheetId: string): { sheet: GridSheet; area: Area } {
  const place = args.place(0);
  const [area] = place?.areas ?? [];
  if (place !== undefined && area !== undefined) return { sheet: sheetOf(context, place.sheetId), area };
  const address = args.text(0);
  const sheetName = sheetOfAddress(address);
  const sheet = sheetName === undefined ? sheetOf(context, sheetId) : context.book.findSheet(sheetName);
  if (sheet === undefined) throw new HostError("ItemNotFound", address);
  return { sheet, area: parseArea(address) };
}

/** copyFrom: values, formulas (as they stand, not shifted) and formats of the source, from the top left on. */
function copyInto(context: Context, sheetId: string, area: Area, args: Arguments): void {
  const from = source(context, args, sheetId);
  const kind = args.optionalText(1) ?? "All";
  if (args.flag(2) || args.flag(3))
    throw new HostError("ApiNotFound", "the workbench does not implement copyFrom with skipBlanks or transpose");
  const sheet = sheetOf(context, sheetId);
  const single = cellsOf(from.area) === 1 ? area : undefined;
  const target = single ?? areaOf(area.top, area.left, area.top + rowsOf(from.area) - 1, area.left + columnsOf(from.area) - 1);
  mustBeWritable(context, sheet, [target]);
  const origin = (row: number, column: number): readonly [number, number] =>
    single === undefined ? [from.area.top + row - target.top, from.area.left + column - target.left] : [from.area.top, from.area.left];
  if (kind === "All" || kind === "Formats") {
    const styles = tabulate(target, (row, column) => from.sheet.style(...origin(row, column)));
    styles.forEach((line, down) => line.forEach((style, across) => sheet.paint(cellArea(target.top + down, target.left + across), style)));
  }
  if (kind !== "Formats") {
    const contents = tabulate(target, (row, column) => from.sheet.content(...origin(row, column)));
    sheet.write(target, kind === "Values" ? contents.map((line) => line.map(({ value }) => ({ value, formula: null }))) : contents);
  }
  context.changed(sheetId, target, null);
}

export function rangeCommands(context: Context, sheetId: string, area: Area): Commands {
  const sheet = (): GridSheet => sheetOf(context, sheetId);
  return {
    Select: () => selectArea(context, sheetId, area),
    Clear: (args) => clearArea(context, sheetId, area, args.optionalText(0) ?? "All"),
    Merge: (args) => mergeArea(context, sheetId, area, args.flag(0)),
    Unmerge: () => {
      mustAllow(context, sheet(), "never");
      sheet().unmerge(area);
    },
    Delete: (args) => {
      mustAllow(context, sheet(), "allowDeleteRows");
      sheet().deleteCells(area, args.text(0) === "Left" ? "Left" : "Up");
      shiftWholeLines(context, sheetId, area, -1);
      context.changed(sheetId, area, null);
    },
    CopyFrom: (args) => copyInto(context, sheetId, area, args),
    Calculate: () => context.book.grid.calculate(),
    SetDirty: () => context.book.grid.calculate(),
    _ValidateArraySize: (args) => {
      if (args.integer(0) === rowsOf(area) && args.integer(1) === columnsOf(area)) return null;
      throw new HostError(
        "InvalidArgument",
        "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
      );
    },
  };
}

/** What stands on the cells follows where whole rows or columns were put in or taken out; parts of them are left alone. */
function shiftWholeLines(context: Context, sheetId: string, area: Area, sign: 1 | -1): void {
  if (isWholeRows(area)) context.book.shiftLines(sheetId, { axis: "rows", at: area.top, count: sign * rowsOf(area) });
  else if (isWholeColumns(area)) context.book.shiftLines(sheetId, { axis: "columns", at: area.left, count: sign * columnsOf(area) });
}

/** Range.insert: makes room and gives the new blank range. */
export function insertCells(context: Context, sheetId: string, area: Area, shift: string): HostObject {
  const sheet = sheetOf(context, sheetId);
  mustAllow(context, sheet, "allowInsertRows");
  sheet.insertCells(area, shift === "Right" ? "Right" : "Down");
  shiftWholeLines(context, sheetId, area, 1);
  context.changed(sheetId, area, null);
  return range(context, sheetId, area);
}
