/**
 * Defined names of the workbook and of a sheet.
 */
import type { DefinedName } from "../book";
import { absoluteName, areaName, parseArea, quoted, readArea, sheetOfAddress } from "../grid/area";
import { wireValue } from "../grid/display";
import { asFlag, asText } from "../protocol/arguments";
import { HostError } from "../protocol/errors";
import { HostObject } from "../protocol/object";
import { type Context, sheetOf } from "./context";
import { range } from "./range";
import { worksheet } from "./worksheet";

const NAME = /^[\p{L}_\\][\p{L}\p{N}_.\\?]{0,254}$/u;

function target(context: Context, name: DefinedName): HostObject | null {
  const address = name.formula.replace(/^=/, "");
  const area = readArea(address);
  const sheet = context.book.findSheet(sheetOfAddress(address) ?? "");
  return area === undefined || sheet === undefined ? null : range(context, sheet.id, area);
}

function valueOf(context: Context, name: DefinedName): unknown {
  const address = name.formula.replace(/^=/, "");
  const area = readArea(address);
  const sheet = context.book.findSheet(sheetOfAddress(address) ?? "");
  if (area === undefined || sheet === undefined) return address;
  return areaName(area).includes(":") ? address : wireValue(sheet.content(area.top, area.left).value);
}

function namedItem(context: Context, name: DefinedName): HostObject {
  const { sheetId } = name;
  const demanded = (): HostObject => {
    const found = target(context, name);
    if (found === null) throw new HostError("InvalidOperation", "the name is no range");
    return found;
  };
  return new HostObject("NamedItem", {
    identity: () => ({ _Id: name.name, Id: name.name }),
    get: {
      Name: () => name.name,
      Type: () => (target(context, name) === null ? "String" : "Range"),
      Value: () => valueOf(context, name),
      Visible: () => name.visible,
      Comment: () => name.comment,
      Scope: () => (sheetId === null ? "Workbook" : "Worksheet"),
      Formula: () => name.formula,
    },
    set: {
      Visible: (value) => {
        name.visible = asFlag(value);
      },
      Comment: (value) => {
        name.comment = asText(value);
      },
      Formula: (value) => {
        name.formula = asText(value);
      },
    },
    child: { WorksheetOrNullObject: () => (sheetId === null ? null : worksheet(context, sheetId)) },
    object: { GetRange: demanded, GetRangeOrNullObject: () => target(context, name) },
    call: {
      Delete: () => {
        context.book.names = context.book.names.filter((other) => other !== name);
      },
    },
  });
}

export function nameCollection(context: Context, sheetId: string | null): HostObject {
  const { book } = context;
  const list = (): DefinedName[] => book.names.filter((name) => name.sheetId === sheetId);
  const found = (key: string): DefinedName | undefined => list().find((name) => name.name.toLowerCase() === key.toLowerCase());
  return new HostObject("NamedItemCollection", {
    items: () => list().map((name) => namedItem(context, name)),
    item: (args) => {
      const name = found(args.text(0));
      if (name === undefined) throw new HostError("ItemNotFound", args.text(0));
      return namedItem(context, name);
    },
    object: {
      GetItemOrNullObject: (args) => {
        const name = found(args.text(0));
        return name === undefined ? null : namedItem(context, name);
      },
      Add: (args) => {
        const key = args.text(0);
        if (!NAME.test(key) || readArea(key) !== undefined) throw new HostError("InvalidArgument", key);
        if (found(key) !== undefined) throw new HostError("ItemAlreadyExists", key);
        const [area] = args.place(1)?.areas ?? [];
        const owner = args.place(1)?.sheetId;
        const formula =
          area === undefined || owner === undefined ? args.text(1) : `=${quoted(sheetOf(context, owner).name)}!${absoluteName(area)}`;
        if (!formula.startsWith("=")) parseArea(formula);
        const name = { name: key, formula, comment: args.optionalText(2) ?? "", visible: true, sheetId };
        book.names.push(name);
        return namedItem(context, name);
      },
    },
    call: { GetCount: () => list().length },
  });
}
