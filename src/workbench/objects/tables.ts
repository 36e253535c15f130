/**
 * Excel's own tables (ListObjects): read, add, resize, delete. Filters and styles are kept as set, not applied.
 */
import type { ListTable } from "../book";
import { type Area, overlaps, parseArea, sheetOfAddress } from "../grid/area";
import { asFlag, asText } from "../protocol/arguments";
import { HostError } from "../protocol/errors";
import { HostObject, type MemberTables } from "../protocol/object";
import { type Context, mustAllow, sheetOf } from "./context";
import { range } from "./range";
import { areaArgument } from "./range-geometry";
import { worksheet } from "./worksheet";

interface Placed {
  readonly sheetId: string;
  readonly table: ListTable;
}

const headerRow = ({ table }: Placed): Area => ({ ...table.area, bottom: table.area.top });
const totalRow = ({ table }: Placed): Area => ({ ...table.area, top: table.area.bottom });

const bodyOf = ({ table }: Placed): Area => ({
  ...table.area,
  top: table.area.top + (table.showHeaders ? 1 : 0),
  bottom: table.area.bottom - (table.showTotals ? 1 : 0),
});

function tableObject(context: Context, placed: Placed): HostObject {
  const { sheetId, table } = placed;
  const at = (area: Area): HostObject => range(context, sheetId, area);
  const remove = (): void => {
    const state = context.book.stateOf(sheetId);
    state.tables = state.tables.filter((other) => other !== table);
  };
  return new HostObject("Table", {
    identity: () => ({ Id: table.id }),
    get: {
      Id: () => table.id,
      Name: () => table.name,
      ShowHeaders: () => table.showHeaders,
      ShowTotals: () => table.showTotals,
      Style: () => table.style,
    },
    set: {
      Name: (value) => {
        table.name = asText(value);
      },
      ShowTotals: (value) => {
        table.showTotals = asFlag(value);
      },
      Style: (value) => {
        table.style = asText(value);
      },
    },
    child: { Worksheet: () => worksheet(context, sheetId) },
    object: {
      GetRange: () => at(table.area),
      GetHeaderRowRange: () => at(headerRow(placed)),
      GetDataBodyRange: () => at(bodyOf(placed)),
      GetTotalRowRange: () => at(totalRow(placed)),
      ConvertToRange: () => {
        remove();
        return at(table.area);
      },
    },
    call: {
      Delete: remove,
      Resize: (args) => {
        table.area = areaArgument(args, 0, sheetId);
      },
    },
  });
}

function collection(context: Context, className: string, list: () => readonly Placed[], extra: MemberTables["object"] = {}): HostObject {
  const found = (key: string): Placed | undefined =>
    list().find(({ table }) => table.id === key || table.name.toLowerCase() === key.toLowerCase());
  const demanded = (placed: Placed | undefined): HostObject => {
    if (placed === undefined) throw new HostError("ItemNotFound", "table");
    return tableObject(context, placed);
  };
  return new HostObject(className, {
    ...(className === "TableCollection" ? { get: { Count: () => list().length } } : {}),
    items: () => list().map((placed) => tableObject(context, placed)),
    item: (args) => demanded(found(args.key(0))),
    object: {
      GetItemOrNullObject: (args) => {
        const placed = found(args.key(0));
        return placed === undefined ? null : tableObject(context, placed);
      },
      ...extra,
    },
    call: { GetCount: () => list().length },
  });
}

/** The tables that touch a range. */
export const scopedTables = (context: Context, sheetId: string, area: Area): HostObject =>
  collection(context, "TableScopedCollection", () => {
    const { tables } = context.book.stateOf(sheetId);
    return tables.filter((table) => overlaps(table.area, area)).map((table) => ({ sheetId, table }));
  });

/** The tables of one sheet, or of the workbook. */
export function tableCollection(context: Context, sheetId: string | null): HostObject {
  const list = (): readonly Placed[] => context.book.tables().filter((placed) => sheetId === null || placed.sheetId === sheetId);
  const add = (owner: string, area: Area, showHeaders: boolean): HostObject => {
    mustAllow(context, sheetOf(context, owner), "never");
    if (list().some((placed) => placed.sheetId === owner && overlaps(placed.table.area, area))) {
      throw new HostError("InvalidArgument", "tables cannot overlap");
    }
    const name = `表${context.book.tables().length + 1}`;
    const table = { id: context.book.newId(), name, area, showHeaders, showTotals: false, style: "TableStyleMedium2" };
    context.book.stateOf(owner).tables.push(table);
    return tableObject(context, { sheetId: owner, table });
  };
  return collection(context, "TableCollection", list, {
    Add: (args) => {
      const place = args.place(0);
      const address = place === undefined ? args.text(0) : "";
      const named = sheetOfAddress(address);
      const owner =
        place?.sheetId ?? (named === undefined ? sheetId : context.book.findSheet(named)?.id) ?? context.book.grid.activeSheet().id;
      return add(owner, place?.areas[0] ?? parseArea(address), args.flag(1));
    },
    GetItemAt: (args) => {
      const placed = list()[args.integer(0)];
      if (placed === undefined) throw new HostError("ItemNotFound", "table");
      return tableObject(context, placed);
    },
  });
}
