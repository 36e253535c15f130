/**
 * Worksheet: its name and look, its ranges, its protection and frozen panes.
 */
import { type Area, areaOf, cellArea, parseArea, parseAreas, WHOLE_SHEET } from "../grid/area";
import { type GridSheet, sheetVisibilities } from "../grid/grid";
import { asFlag, asNumber, asOneOf, asRecord, asText, type Arguments } from "../protocol/arguments";
import { HostError } from "../protocol/errors";
import { HostObject } from "../protocol/object";
import { chartCollection } from "./charts";
import { type Context, mustAllowStructure, sheetOf } from "./context";
import { registrations } from "./events";
import { nameCollection } from "./names";
import { pageBreaks, pageLayout } from "./page-layout";
import { range } from "./range";
import { MAX_ADDRESS, rangeAreas } from "./range-areas";
import { asColor } from "./range-format";
import { tableCollection } from "./tables";

const FORBIDDEN = /[[\]:*?/\\]/;

/** Excel's rules for a sheet's name. */
export function checkSheetName(context: Context, name: string, self?: string): string {
  const isBad =
    name === "" ||
    name.length > 31 ||
    FORBIDDEN.test(name) ||
    name.startsWith("'") ||
    name.endsWith("'") ||
    name.toLowerCase() === "history";
  if (isBad) throw new HostError("InvalidArgument", `sheet name ${name}`);
  const other = context.book.findSheet(name);
  if (other !== undefined && other.id !== self && other.name.toLowerCase() === name.toLowerCase())
    throw new HostError("ItemAlreadyExists", name);
  return name;
}

function setVisibility(context: Context, sheet: GridSheet, value: unknown): void {
  mustAllowStructure(context);
  const visibility = asOneOf(sheetVisibilities, value);
  const others = context.book.grid.sheets().filter((other) => other.id !== sheet.id && other.visibility === "Visible");
  if (visibility !== "Visible" && others.length === 0) throw new HostError("InvalidOperation", "one sheet must stay visible");
  sheet.visibility = visibility;
}

function remove(context: Context, sheetId: string): void {
  mustAllowStructure(context);
  const sheet = sheetOf(context, sheetId);
  const others = context.book.grid.sheets().filter((other) => other.id !== sheetId && other.visibility === "Visible");
  if (sheet.visibility === "VeryHidden" || others.length === 0) throw new HostError("InvalidOperation", "the sheet cannot be deleted");
  const { name } = sheet;
  context.book.grid.removeSheet(sheetId);
  context.book.forgetSheet(sheetId, name);
}

function freezePanes(context: Context, sheetId: string): HostObject {
  const sheet = (): GridSheet => sheetOf(context, sheetId);
  const location = (): HostObject | null => {
    const { rows, columns } = sheet().frozen();
    if (rows === 0 && columns === 0) return null;
    const bottom = rows === 0 ? WHOLE_SHEET.bottom : rows - 1;
    const right = columns === 0 ? WHOLE_SHEET.right : columns - 1;
    return range(context, sheetId, areaOf(0, 0, bottom, right));
  };
  return new HostObject("WorksheetFreezePanes", {
    object: { GetLocationOrNullObject: location },
    call: {
      FreezeRows: (args) => sheet().freeze(args.optionalInteger(0, 1), 0),
      FreezeColumns: (args) => sheet().freeze(0, args.optionalInteger(0, 1)),
      FreezeAt: (args) => {
        const [area] = args.place(0)?.areas ?? [parseArea(args.text(0))];
        if (area !== undefined) sheet().freeze(area.bottom + 1, area.right + 1);
      },
      Unfreeze: () => sheet().freeze(0, 0),
    },
  });
}

function protection(context: Context, sheetId: string): HostObject {
  const state = context.book.stateOf(sheetId);
  return new HostObject("WorksheetProtection", {
    get: { Protected: () => state.protection !== null, Options: () => state.protection?.options ?? null },
    call: {
      Protect: (args) => {
        if (state.protection !== null) throw new HostError("InvalidOperation", "the sheet is protected already");
        const options = args.raw(0) === null || args.raw(0) === undefined ? {} : asRecord(args.raw(0));
        state.protection = { options, password: args.optionalText(1) ?? "" };
      },
      Unprotect: (args) => {
        if (state.protection !== null && state.protection.password !== (args.optionalText(0) ?? ""))
          throw new HostError("InvalidArgument", "wrong password");
        state.protection = null;
      },
    },
  });
}

/** getRange(): an address, a name, or nothing for the whole sheet. */
function rangeOf(context: Context, sheetId: string, args: Arguments): HostObject {
  const address = args.optionalText(0);
  if (address === undefined || address === "") return range(context, sheetId, WHOLE_SHEET);
  const name = context.book.names.find((one) => one.name.toLowerCase() === address.toLowerCase());
  const area = parseArea(name === undefined ? address : name.formula.replace(/^=/, ""));
  return range(context, sheetId, area);
}

function areasOf(context: Context, sheetId: string, args: Arguments): HostObject {
  const addresses = args.optionalText(0) ?? "";
  if (addresses.length > MAX_ADDRESS) throw new HostError("InvalidArgument", `the address is longer than ${MAX_ADDRESS} characters`);
  return rangeAreas(context, sheetId, addresses === "" ? [WHOLE_SHEET] : parseAreas(addresses));
}

/** A neighbour in the order of tabs. */
function neighbour(context: Context, sheetId: string, step: 1 | -1, visibleOnly: boolean): HostObject | null {
  const tabs = context.book.grid.sheets().filter((tab) => tab.id === sheetId || !visibleOnly || tab.visibility === "Visible");
  const next = tabs[tabs.findIndex((tab) => tab.id === sheetId) + step];
  return next === undefined ? null : worksheet(context, next.id);
}

function demanded(found: HostObject | null): HostObject {
  if (found === null) throw new HostError("ItemNotFound");
  return found;
}

function objects(context: Context, sheetId: string): Record<string, (args: Arguments) => HostObject | null> {
  const sheet = (): GridSheet => sheetOf(context, sheetId);
  const at = (area: Area): HostObject => range(context, sheetId, area);
  return {
    GetRange: (args) => {
      sheet();
      return rangeOf(context, sheetId, args);
    },
    GetRanges: (args) => {
      sheet();
      return areasOf(context, sheetId, args);
    },
    GetCell: (args) => at(areaOf(args.integer(0), args.integer(1), args.integer(0), args.integer(1))),
    GetRangeByIndexes: (args) => {
      const [top, left, rows, columns] = [args.integer(0), args.integer(1), args.integer(2), args.integer(3)];
      return at(areaOf(top, left, top + rows - 1, left + columns - 1));
    },
    GetUsedRange: (args) => at(sheet().used(args.flag(0)) ?? cellArea(0, 0)),
    GetUsedRangeOrNullObject: (args) => {
      const used = sheet().used(args.flag(0));
      return used === undefined ? null : at(used);
    },
    GetNextOrNullObject: (args) => neighbour(context, sheetId, 1, args.flag(0)),
    GetPreviousOrNullObject: (args) => neighbour(context, sheetId, -1, args.flag(0)),
    GetNext: (args) => demanded(neighbour(context, sheetId, 1, args.flag(0))),
    GetPrevious: (args) => demanded(neighbour(context, sheetId, -1, args.flag(0))),
    _GetSheetById: (args) => worksheet(context, args.text(0)),
  };
}

export function worksheet(context: Context, sheetId: string): HostObject {
  const sheet = (): GridSheet => sheetOf(context, sheetId);
  const { grid } = context.book;
  return new HostObject("Worksheet", {
    identity: () => ({ Id: sheet().id }),
    get: {
      Id: () => sheet().id,
      Name: () => sheet().name,
      Position: () => grid.sheets().findIndex((tab) => tab.id === sheetId),
      Visibility: () => sheet().visibility,
      TabColor: () => sheet().tabColor,
      ShowGridlines: () => sheet().showGridlines,
      StandardHeight: () => 14.25,
      StandardWidth: () => 8.38,
    },
    set: {
      Name: (value) => {
        mustAllowStructure(context);
        context.book.renameSheet(sheet(), checkSheetName(context, asText(value), sheetId));
      },
      Position: (value) => {
        mustAllowStructure(context);
        grid.moveSheet(sheet().id, asNumber(value));
      },
      Visibility: (value) => setVisibility(context, sheet(), value),
      TabColor: (value) => {
        sheet().tabColor = value === "" ? "" : asColor(value);
      },
      ShowGridlines: (value) => {
        sheet().showGridlines = asFlag(value);
      },
    },
    child: {
      Charts: () => chartCollection(context, sheetId),
      FreezePanes: () => freezePanes(context, sheetId),
      HorizontalPageBreaks: () => pageBreaks(context, sheetId, "Horizontal"),
      VerticalPageBreaks: () => pageBreaks(context, sheetId, "Vertical"),
      Names: () => nameCollection(context, sheetId),
      PageLayout: () => pageLayout(context, sheetId),
      Protection: () => protection(context, sheetId),
      Tables: () => tableCollection(context, sheetId),
    },
    object: objects(context, sheetId),
    call: {
      Activate: () => {
        if (sheet().visibility !== "Visible") throw new HostError("InvalidOperation", "a hidden sheet cannot be activated");
        grid.activate(sheetId);
      },
      Calculate: () => grid.calculate(),
      Delete: () => remove(context, sheetId),
      ...registrations(context, sheetId),
    },
  });
}
