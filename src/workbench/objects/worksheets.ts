/**
 * The collection of worksheets.
 */
import type { GridSheet } from "../grid/grid";
import { HostError } from "../protocol/errors";
import { HostObject } from "../protocol/object";
import { type Context, mustAllowStructure } from "./context";
import { registrations, WHOLE_WORKBOOK } from "./events";
import { checkSheetName, worksheet } from "./worksheet";

/** The first "Sheet n" that is free. */
function freeName(context: Context): string {
  for (let number = context.book.grid.sheets().length + 1; ; number += 1) {
    if (context.book.findSheet(`Sheet${number}`) === undefined) return `Sheet${number}`;
  }
}

function add(context: Context, wanted: string | undefined): HostObject {
  mustAllowStructure(context);
  const name = wanted === undefined || wanted === "" ? freeName(context) : checkSheetName(context, wanted);
  return worksheet(context, context.book.grid.addSheet(name).id);
}

export function worksheetCollection(context: Context): HostObject {
  const { grid } = context.book;
  const list = (visibleOnly: boolean): readonly GridSheet[] =>
    grid.sheets().filter((sheet) => !visibleOnly || sheet.visibility === "Visible");
  const demanded = (sheet: GridSheet | undefined, key: string): HostObject => {
    if (sheet === undefined) throw new HostError("ItemNotFound", key);
    return worksheet(context, sheet.id);
  };
  return new HostObject("WorksheetCollection", {
    items: () => list(false).map((sheet) => worksheet(context, sheet.id)),
    item: (args) => demanded(context.book.findSheet(args.key(0)), args.key(0)),
    object: {
      GetActiveWorksheet: () => worksheet(context, grid.activeSheet().id),
      GetItemOrNullObject: (args) => {
        const sheet = context.book.findSheet(args.key(0));
        return sheet === undefined ? null : worksheet(context, sheet.id);
      },
      GetFirst: (args) => demanded(list(args.flag(0))[0], "first"),
      GetLast: (args) => demanded(list(args.flag(0)).at(-1), "last"),
      Add: (args) => add(context, args.optionalText(0)),
    },
    call: { GetCount: (args) => list(args.flag(0)).length, ...registrations(context, WHOLE_WORKBOOK) },
  });
}
