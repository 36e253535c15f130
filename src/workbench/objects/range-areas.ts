/**
 * RangeAreas: several rectangles of one sheet.
 */
import { type Area, cellsOf, intersection, isWholeColumns, isWholeRows, parseArea } from "../grid/area";
import { HostError } from "../protocol/errors";
import { HostObject } from "../protocol/object";
import { conditionalFormatCollection } from "./conditional-formats";
import { type Context, sheetOf } from "./context";
import { fullAddress, range } from "./range";
import { clearArea } from "./range-commands";
import { rangeFormat } from "./range-format";
import { worksheet } from "./worksheet";

/** Excel's longest list of addresses. */
export const MAX_ADDRESS = 8192;

const rangeCollection = (context: Context, sheetId: string, areas: readonly Area[]): HostObject =>
  new HostObject("RangeCollection", {
    items: () => areas.map((area) => range(context, sheetId, area)),
    object: {
      GetItemAt: (args) => {
        const area = areas[args.integer(0)];
        if (area === undefined) throw new HostError("InvalidArgument", "no such area");
        return range(context, sheetId, area);
      },
    },
    call: { GetCount: () => areas.length },
  });

export function rangeAreas(context: Context, sheetId: string, areas: readonly Area[]): HostObject {
  const address = (): string => fullAddress(sheetOf(context, sheetId), areas);
  const shared = (other: Area): Area[] => areas.map((area) => intersection(area, other)).filter((area) => area !== undefined);
  return new HostObject("RangeAreas", {
    keepsReference: true,
    place: { sheetId, areas },
    get: {
      Address: address,
      AddressLocal: address,
      AreaCount: () => areas.length,
      CellCount: () => areas.reduce((sum, area) => sum + cellsOf(area), 0),
      IsEntireColumn: () => areas.every(isWholeColumns),
      IsEntireRow: () => areas.every(isWholeRows),
    },
    child: {
      Areas: () => rangeCollection(context, sheetId, areas),
      ConditionalFormats: () => conditionalFormatCollection(context, sheetId, areas),
      Format: () => rangeFormat(context, sheetId, areas),
      Worksheet: () => worksheet(context, sheetId),
    },
    object: {
      GetIntersectionOrNullObject: (args) => {
        const others = args.place(0)?.areas ?? [parseArea(args.text(0))];
        const both = others.flatMap(shared);
        return both.length === 0 ? null : rangeAreas(context, sheetId, both);
      },
    },
    call: {
      Clear: (args) => {
        for (const area of areas) clearArea(context, sheetId, area, args.optionalText(0) ?? "All");
      },
    },
  });
}
