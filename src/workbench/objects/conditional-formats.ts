/**
 * Conditional formats of a range or of several areas. Order is priority; a new one comes first, as in Excel. Kinds that the
 * add-in does not make are kept as they are, in order, with their areas.
 */
import type { ConditionalFormat, Fields } from "../book";
import { type Area, overlaps, without } from "../grid/area";
import { asFlag, asNumber, asOneOf } from "../protocol/arguments";
import { HostError } from "../protocol/errors";
import { HostObject } from "../protocol/object";
import { type Context, keptGetters, keptSetters, mustAllow, sheetOf } from "./context";
import { range } from "./range";
import { rangeAreas } from "./range-areas";
import { asColor } from "./range-format";

const KINDS = ["Custom", "DataBar", "ColorScale", "IconSet", "TopBottom", "PresetCriteria", "ContainsText", "CellValue"] as const;

const touches = (format: ConditionalFormat, areas: readonly Area[]): boolean =>
  format.areas.some((own) => areas.some((area) => overlaps(own, area)));

/** Takes the conditional formats off some cells; a format that loses all its cells goes. */
export function clearConditionalFormats(context: Context, sheetId: string, areas: readonly Area[]): void {
  const state = context.book.stateOf(sheetId);
  for (const format of state.conditionalFormats) {
    format.areas = areas.reduce<readonly Area[]>((left, hole) => left.flatMap((area) => without(area, hole)), format.areas);
  }
  state.conditionalFormats = state.conditionalFormats.filter((format) => format.areas.length > 0);
  context.book.onDecorated(sheetId);
}

/** A format together with where it lives, for the objects below it. */
interface Owned {
  readonly context: Context;
  readonly sheetId: string;
  readonly format: ConditionalFormat;
}

/** Refuses changes on a protected sheet, and lets the screen follow. */
const changed =
  ({ context, sheetId }: Owned) =>
  (): void => {
    mustAllow(context, sheetOf(context, sheetId), "allowFormatCells");
    context.book.onDecorated(sheetId);
  };

const kept = (owned: Owned, className: string, defaults: Readonly<Record<string, unknown>>, prefix: string): HostObject =>
  new HostObject(className, {
    get: keptGetters(owned.format.fields, defaults, prefix),
    set: keptSetters(owned.format.fields, Object.keys(defaults), changed(owned), prefix),
  });

function colored(owned: Owned, className: string, extra: Readonly<Record<string, unknown>>, prefix: string): HostObject {
  const { fields } = owned.format;
  const defaults = { Color: "", ...extra };
  return new HostObject(className, {
    get: keptGetters(fields, defaults, prefix),
    set: {
      ...keptSetters(fields, Object.keys(defaults), changed(owned), prefix),
      Color: (value) => {
        changed(owned)();
        fields.set(`${prefix}Color`, asColor(value));
        changed(owned)();
      },
    },
    call: {
      Clear: () => {
        for (const name of Object.keys(defaults)) fields.delete(prefix + name);
        changed(owned)();
      },
    },
  });
}

const SIDES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const;

function borders(owned: Owned): HostObject {
  const side = (name: string): HostObject =>
    new HostObject("ConditionalRangeBorder", {
      identity: () => ({ Id: name }),
      get: { SideIndex: () => name, ...keptGetters(owned.format.fields, { Style: "None", Color: "" }, `Format.Borders.${name}.`) },
      set: keptSetters(owned.format.fields, ["Style", "Color"], changed(owned), `Format.Borders.${name}.`),
    });
  return new HostObject("ConditionalRangeBorderCollection", {
    get: { Count: () => SIDES.length },
    items: () => SIDES.map(side),
    item: (args) => side(asOneOf(SIDES, args.raw(0))),
    child: { Top: () => side("EdgeTop"), Bottom: () => side("EdgeBottom"), Left: () => side("EdgeLeft"), Right: () => side("EdgeRight") },
  });
}

const FONT = { Bold: false, Italic: false, Underline: "None", Strikethrough: false };

const rangeFormatOf = (owned: Owned): HostObject =>
  new HostObject("ConditionalRangeFormat", {
    get: keptGetters(owned.format.fields, { NumberFormat: "General" }, "Format."),
    set: keptSetters(owned.format.fields, ["NumberFormat"], changed(owned), "Format."),
    child: {
      Fill: () => colored(owned, "ConditionalRangeFill", {}, "Format.Fill."),
      Font: () => colored(owned, "ConditionalRangeFont", FONT, "Format.Font."),
      Borders: () => borders(owned),
    },
  });

const RULE = { Formula: "", FormulaLocal: "", FormulaR1C1: "" };

/** Formula, FormulaLocal and FormulaR1C1 are one thing here; only the A1 forms can be set. */
function customRule(owned: Owned): HostObject {
  const { fields } = owned.format;
  const formula = (): unknown => fields.get("Rule.Formula") ?? RULE.Formula;
  const set = (value: unknown): void => {
    if (typeof value !== "string" || !value.startsWith("=")) throw new HostError("InvalidArgument", "a rule's formula begins with =");
    if (value.length > 8192) throw new HostError("InvalidArgument", "the formula is too long");
    changed(owned)();
    fields.set("Rule.Formula", value);
    owned.context.book.onDecorated(owned.sheetId);
  };
  return new HostObject("ConditionalFormatRule", {
    get: { Formula: formula, FormulaLocal: formula },
    set: { Formula: set, FormulaLocal: set },
  });
}

const custom = (owned: Owned): HostObject =>
  new HostObject("CustomConditionalFormat", { child: { Rule: () => customRule(owned), Format: () => rangeFormatOf(owned) } });

/** Kinds whose rule is one value object beside a format. */
const ruled = (owned: Owned, className: string): HostObject =>
  new HostObject(className, {
    get: keptGetters(owned.format.fields, { Rule: {} }, ""),
    set: keptSetters(owned.format.fields, ["Rule"], changed(owned), ""),
    child: { Format: () => rangeFormatOf(owned) },
  });

const colorScale = (owned: Owned): HostObject =>
  new HostObject("ColorScaleConditionalFormat", {
    get: {
      ...keptGetters(owned.format.fields, { Criteria: {} }),
      ThreeColorScale: () => owned.format.fields.get("ThreeColorScale") === true,
    },
    set: keptSetters(owned.format.fields, ["Criteria"], changed(owned)),
  });

const dataBar = (owned: Owned): HostObject =>
  kept(owned, "DataBarConditionalFormat", { ShowDataBarOnly: false, BarDirection: "Context", AxisFormat: "Automatic", AxisColor: "" }, "");

const iconSet = (owned: Owned): HostObject =>
  kept(owned, "IconSetConditionalFormat", { ReverseIconOrder: false, ShowIconOnly: false, Style: "ThreeTrafficLights1", Criteria: [] }, "");

/** The object of a kind: name of the property → kind of format → what it is. */
const PARTS: Readonly<Record<string, { kind: string; make: (owned: Owned) => HostObject }>> = {
  Custom: { kind: "Custom", make: custom },
  CellValue: { kind: "CellValue", make: (owned) => ruled(owned, "CellValueConditionalFormat") },
  TextComparison: { kind: "ContainsText", make: (owned) => ruled(owned, "TextConditionalFormat") },
  TopBottom: { kind: "TopBottom", make: (owned) => ruled(owned, "TopBottomConditionalFormat") },
  Preset: { kind: "PresetCriteria", make: (owned) => ruled(owned, "PresetCriteriaConditionalFormat") },
  ColorScale: { kind: "ColorScale", make: colorScale },
  DataBar: { kind: "DataBar", make: dataBar },
  IconSet: { kind: "IconSet", make: iconSet },
};

function partsOf(owned: Owned): Record<string, () => HostObject | null> {
  const children: Record<string, () => HostObject | null> = {};
  for (const [name, part] of Object.entries(PARTS)) {
    const isKind = owned.format.type === part.kind;
    children[`${name}OrNullObject`] = () => (isKind ? part.make(owned) : null);
    children[name] = () => {
      if (!isKind) throw new HostError("InvalidOperation", `the conditional format is of type ${owned.format.type}`);
      return part.make(owned);
    };
  }
  return children;
}

function moveTo({ context, sheetId, format }: Owned, priority: number): void {
  const list = context.book.stateOf(sheetId).conditionalFormats;
  if (!Number.isInteger(priority) || priority < 0 || priority >= list.length) throw new HostError("InvalidArgument", "priority");
  list.splice(list.indexOf(format), 1);
  list.splice(priority, 0, format);
}

function conditionalFormat(context: Context, sheetId: string, format: ConditionalFormat): HostObject {
  const owned = { context, sheetId, format };
  const { book } = context;
  const single = (): Area | undefined => (format.areas.length === 1 ? format.areas[0] : undefined);
  return new HostObject("ConditionalFormat", {
    identity: () => ({ Id: format.id }),
    get: {
      Id: () => format.id,
      Type: () => format.type,
      Priority: () => book.stateOf(sheetId).conditionalFormats.indexOf(format),
      StopIfTrue: () => format.stopIfTrue,
    },
    set: {
      Priority: (value) => {
        changed(owned)();
        moveTo(owned, asNumber(value));
      },
      StopIfTrue: (value) => {
        changed(owned)();
        format.stopIfTrue = asFlag(value);
      },
    },
    child: partsOf(owned),
    object: {
      GetRange: () => {
        const area = single();
        if (area === undefined) throw new HostError("InvalidOperation", "the conditional format stands on several areas");
        return range(context, sheetId, area);
      },
      GetRangeOrNullObject: () => {
        const area = single();
        return area === undefined ? null : range(context, sheetId, area);
      },
      GetRanges: () => rangeAreas(context, sheetId, format.areas),
    },
    call: {
      Delete: () => {
        mustAllow(context, sheetOf(context, sheetId), "allowFormatCells");
        const state = book.stateOf(sheetId);
        state.conditionalFormats = state.conditionalFormats.filter((other) => other !== format);
        book.onDecorated(sheetId);
      },
    },
  });
}

const freshFields = (): Fields => new Map<string, unknown>();

/** The formats that touch some cells. */
export function conditionalFormatCollection(context: Context, sheetId: string, areas: readonly Area[]): HostObject {
  const state = context.book.stateOf(sheetId);
  const here = (): ConditionalFormat[] => state.conditionalFormats.filter((format) => touches(format, areas));
  const found = (id: string): ConditionalFormat | undefined => here().find((format) => format.id === id);
  const demanded = (format: ConditionalFormat | undefined): HostObject => {
    if (format === undefined) throw new HostError("ItemNotFound", "conditional format");
    return conditionalFormat(context, sheetId, format);
  };
  return new HostObject("ConditionalFormatCollection", {
    items: () => here().map((format) => conditionalFormat(context, sheetId, format)),
    item: (args) => demanded(found(args.key(0))),
    object: {
      Add: (args) => {
        mustAllow(context, sheetOf(context, sheetId), "allowFormatCells");
        const format = { id: context.book.newId(), type: asOneOf(KINDS, args.raw(0)), areas, stopIfTrue: false, fields: freshFields() };
        state.conditionalFormats.unshift(format);
        context.book.onDecorated(sheetId);
        return conditionalFormat(context, sheetId, format);
      },
      GetItemAt: (args) => demanded(here()[args.integer(0)]),
      GetItemOrNullObject: (args) => {
        const format = found(args.key(0));
        return format === undefined ? null : conditionalFormat(context, sheetId, format);
      },
    },
    call: {
      GetCount: () => here().length,
      ClearAll: () => {
        mustAllow(context, sheetOf(context, sheetId), "allowFormatCells");
        clearConditionalFormats(context, sheetId, areas);
      },
    },
  });
}
