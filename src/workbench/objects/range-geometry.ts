/**
 * The methods of Range that give another range: cells, rows, offsets, intersections, used ranges.
 */
import { type Area, areaOf, bounding, cellArea, columnsOf, intersection, MAX_COLUMNS, MAX_ROWS, parseArea, rowsOf } from "../grid/area";
import type { Arguments } from "../protocol/arguments";
import { HostError } from "../protocol/errors";
import type { HostObject } from "../protocol/object";
import { type Context, sheetOf } from "./context";
import { range } from "./range";

type Geometry = Record<string, (args: Arguments) => HostObject | null>;

/** A range given as an object or as an address; on another sheet it is refused. */
export function areaArgument(args: Arguments, index: number, sheetId: string): Area {
  const place = args.place(index);
  if (place === undefined) return parseArea(args.text(index));
  const [area, ...more] = place.areas;
  if (area === undefined || more.length > 0 || place.sheetId !== sheetId)
    throw new HostError("InvalidArgument", "another range was expected");
  return area;
}

const offset = (area: Area, rows: number, columns: number): Area =>
  areaOf(area.top + rows, area.left + columns, area.bottom + rows, area.right + columns);

const resized = (area: Area, rows: number, columns: number): Area => areaOf(area.top, area.left, area.bottom + rows, area.right + columns);

/** The block around an area, bounded by blank rows and columns (Ctrl+Shift+*). */
function surrounding(context: Context, sheetId: string, area: Area): Area {
  const sheet = sheetOf(context, sheetId);
  const used = sheet.used(true);
  if (used === undefined) return area;
  const holds = (part: Area | undefined): boolean => {
    if (part === undefined) return false;
    for (let row = part.top; row <= part.bottom; row += 1) {
      for (let column = part.left; column <= part.right; column += 1) if (sheet.content(row, column).value !== null) return true;
    }
    return false;
  };
  let block = area;
  for (let grown: Area | undefined = area; grown !== undefined;) {
    const { top, left, bottom, right }: Area = block;
    const sides: Area[] = [
      { top: top - 1, left: left - 1, bottom: top - 1, right: right + 1 },
      { top: bottom + 1, left: left - 1, bottom: bottom + 1, right: right + 1 },
      { top: top - 1, left: left - 1, bottom: bottom + 1, right: left - 1 },
      { top: top - 1, left: right + 1, bottom: bottom + 1, right: right + 1 },
    ];
    grown = sides.map((side) => intersection(side, used)).find((side) => holds(side));
    if (grown !== undefined) block = bounding(block, grown);
  }
  return block;
}

function usedWithin(context: Context, sheetId: string, area: Area, valuesOnly: boolean): Area | undefined {
  const used = sheetOf(context, sheetId).used(valuesOnly);
  return used === undefined ? undefined : intersection(used, area);
}

function parts(area: Area): Record<string, (args: Arguments) => Area> {
  return {
    GetCell: (args) => offset(cellArea(area.top, area.left), args.integer(0), args.integer(1)),
    GetRow: (args) => offset({ ...area, bottom: area.top }, args.integer(0), 0),
    GetColumn: (args) => offset({ ...area, right: area.left }, 0, args.integer(0)),
    GetLastCell: () => cellArea(area.bottom, area.right),
    GetLastRow: () => ({ ...area, top: area.bottom }),
    GetLastColumn: () => ({ ...area, left: area.right }),
    GetEntireRow: () => ({ ...area, left: 0, right: MAX_COLUMNS - 1 }),
    GetEntireColumn: () => ({ ...area, top: 0, bottom: MAX_ROWS - 1 }),
    GetOffsetRange: (args) => offset(area, args.integer(0), args.integer(1)),
    GetResizedRange: (args) => resized(area, args.integer(0), args.integer(1)),
    GetAbsoluteResizedRange: (args) => resized(area, args.integer(0) - rowsOf(area), args.integer(1) - columnsOf(area)),
    GetRowsAbove: (args) => areaOf(area.top - args.optionalInteger(0, 1), area.left, area.top - 1, area.right),
    GetRowsBelow: (args) => areaOf(area.bottom + 1, area.left, area.bottom + args.optionalInteger(0, 1), area.right),
    GetColumnsBefore: (args) => areaOf(area.top, area.left - args.optionalInteger(0, 1), area.bottom, area.left - 1),
    GetColumnsAfter: (args) => areaOf(area.top, area.right + 1, area.bottom, area.right + args.optionalInteger(0, 1)),
  };
}

export function rangeGeometry(context: Context, sheetId: string, area: Area): Geometry {
  const at = (found: Area): HostObject => range(context, sheetId, found);
  const orNull = (found: Area | undefined): HostObject | null => (found === undefined ? null : at(found));
  const fixed = Object.fromEntries(Object.entries(parts(area)).map(([name, part]) => [name, (args: Arguments) => at(part(args))]));
  const shared = (args: Arguments): Area | undefined => {
    const place = args.place(0);
    return place !== undefined && place.sheetId !== sheetId ? undefined : intersection(area, areaArgument(args, 0, sheetId));
  };
  return {
    ...fixed,
    GetBoundingRect: (args) => at(bounding(area, areaArgument(args, 0, sheetId))),
    GetIntersectionOrNullObject: (args) => orNull(shared(args)),
    GetIntersection: (args) => {
      const both = shared(args);
      if (both === undefined) throw new HostError("ItemNotFound");
      return at(both);
    },
    GetUsedRangeOrNullObject: (args) => orNull(usedWithin(context, sheetId, area, args.flag(0))),
    GetUsedRange: (args) => at(usedWithin(context, sheetId, area, args.flag(0)) ?? cellArea(area.top, area.left)),
    GetSurroundingRegion: () => at(surrounding(context, sheetId, area)),
  };
}
