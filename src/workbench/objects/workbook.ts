/**
 * Workbook, the root of all paths, with its application, properties, settings and protection.
 */
import type { Area } from "../grid/area";
import { asOneOf } from "../protocol/arguments";
import { HostError } from "../protocol/errors";
import { HostObject } from "../protocol/object";
import { type Context, keptGetters, keptSetters } from "./context";
import { customXmlParts } from "./custom-xml";
import { nameCollection } from "./names";
import { range } from "./range";
import { rangeAreas } from "./range-areas";
import { tableCollection } from "./tables";
import { worksheetCollection } from "./worksheets";

const CALCULATION_MODES = ["Automatic", "AutomaticExceptTables", "Manual"] as const;
const PROPERTIES = { Title: "", Subject: "", Author: "", Keywords: "", Comments: "", Category: "", Manager: "", Company: "" };

function application(context: Context): HostObject {
  const { application: fields } = context.book;
  return new HostObject("Application", {
    get: {
      ...keptGetters(fields, { CalculationMode: "Automatic" }),
      CalculationEngineVersion: () => 191029,
      CalculationState: () => "Done",
      DecimalSeparator: () => ".",
      ThousandsSeparator: () => ",",
      UseSystemSeparators: () => true,
    },
    set: { CalculationMode: (value) => fields.set("CalculationMode", asOneOf(CALCULATION_MODES, value)) },
    object: {
      CreateWorkbook: (args) => context.created.create(context, args.optionalText(0)),
      _GetWorkbookCreatedById: (args) => context.created.find(args.text(0)),
    },
    call: {
      Calculate: () => context.book.grid.calculate(),
      SuspendApiCalculationUntilNextSync: () => undefined,
      SuspendScreenUpdatingUntilNextSync: () => undefined,
    },
  });
}

const properties = (context: Context): HostObject =>
  new HostObject("DocumentProperties", {
    get: { ...keptGetters(context.book.properties, PROPERTIES), LastAuthor: () => "", RevisionNumber: () => 0 },
    set: keptSetters(context.book.properties, Object.keys(PROPERTIES)),
  });

function workbookProtection(context: Context): HostObject {
  const { book } = context;
  return new HostObject("WorkbookProtection", {
    get: { Protected: () => book.isStructureProtected },
    call: {
      Protect: () => {
        book.isStructureProtected = true;
      },
      Unprotect: () => {
        book.isStructureProtected = false;
      },
    },
  });
}

function settings(context: Context): HostObject {
  const { settings: kept } = context.book;
  const setting = (key: string): HostObject =>
    new HostObject("Setting", {
      identity: () => ({ _Id: key, Id: key }),
      get: { Key: () => key, Value: () => kept.get(key) },
      set: { Value: (value) => kept.set(key, value) },
      call: { Delete: () => kept.delete(key) && undefined },
    });
  return new HostObject("SettingCollection", {
    items: () => [...kept.keys()].map(setting),
    item: (args) => {
      if (!kept.has(args.text(0))) throw new HostError("ItemNotFound", args.text(0));
      return setting(args.text(0));
    },
    object: {
      Add: (args) => {
        kept.set(args.text(0), args.raw(1));
        return setting(args.text(0));
      },
      GetItemOrNullObject: (args) => (kept.has(args.text(0)) ? setting(args.text(0)) : null),
    },
    call: { GetCount: () => kept.size },
  });
}

/** The selected cells, where they are one rectangle. */
function selectedArea(context: Context): { sheetId: string; area: Area } {
  const { sheetId, areas } = context.book.grid.selection();
  const [area, ...more] = areas;
  if (area === undefined || more.length > 0) throw new HostError("InvalidSelection");
  return { sheetId, area };
}

export function workbook(context: Context): HostObject {
  const { book } = context;
  return new HostObject("Workbook", {
    get: {
      Name: () => book.grid.fileName,
      ReadOnly: () => false,
      IsDirty: () => false,
      AutoSave: () => false,
      PreviouslySaved: () => true,
      CalculationEngineVersion: () => 191029,
    },
    child: {
      Application: () => application(context),
      CustomXmlParts: () => customXmlParts(context),
      Names: () => nameCollection(context, null),
      Properties: () => properties(context),
      Protection: () => workbookProtection(context),
      Settings: () => settings(context),
      Tables: () => tableCollection(context, null),
      Worksheets: () => worksheetCollection(context),
    },
    object: {
      GetSelectedRange: () => {
        const { sheetId, area } = selectedArea(context);
        return range(context, sheetId, area);
      },
      GetSelectedRanges: () => rangeAreas(context, book.grid.selection().sheetId, book.grid.selection().areas),
      GetActiveCell: () => {
        const { sheetId, areas } = book.grid.selection();
        const [area] = areas;
        if (area === undefined) throw new HostError("InvalidSelection");
        return range(context, sheetId, { ...area, bottom: area.top, right: area.left });
      },
      _GetRangeForEventByReferenceId: (args) => context.reference(args.text(0)),
      _GetRangeOrNullObjectForEventByReferenceId: (args) => context.reference(args.text(0)),
    },
    call: { _RemoveReference: (args) => context.release(args.text(0)) },
  });
}
