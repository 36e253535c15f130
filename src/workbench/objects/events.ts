/**
 * Events: what a handler registers for, and the messages in which the client expects them.
 */
import { areaName } from "../grid/area";
import { wireType, wireValue } from "../grid/display";
import type { GridEvent } from "../grid/grid";
import type { LineChange } from "../grid/shift";
import type { Context } from "./context";

/** The client's numbers of event types, by the names of their registrations. */
const REGISTERED: Readonly<Record<string, number>> = {
  DataChanged: 10,
  Activated: 11,
  Deactivated: 12,
  Added: 13,
  SelectionChanged: 14,
  Deleted: 15,
  Calculated: 16,
  FormatChanged: 18,
};

/** One entry of a richApiMessage: category, type, target, message, id. */
export type EventEntry = readonly [number, number, string, string, string | number];

const CATEGORY = 65536;
/** The target by which the client knows handlers of the whole workbook. */
export const WHOLE_WORKBOOK = "Workbook";
const ON_SHEET = new Set(["DataChanged", "Activated", "Deactivated", "SelectionChanged", "Calculated", "FormatChanged"]);

const key = (type: number, target: string): string => `${type}|${target}`;

/** The register and unregister methods of a sheet, or (target WHOLE_WORKBOOK) of the collection of sheets. */
export function registrations(context: Context, target: string): Record<string, () => null> {
  const calls: Record<string, () => null> = {};
  for (const [name, type] of Object.entries(REGISTERED)) {
    if (target !== WHOLE_WORKBOOK && !ON_SHEET.has(name)) continue;
    calls[`_Register${name}Event`] = () => {
      context.subscriptions.add(key(type, target));
      return null;
    };
    calls[`_Unregister${name}Event`] = () => {
      context.subscriptions.delete(key(type, target));
      return null;
    };
  }
  return calls;
}

const TYPES: Readonly<Record<GridEvent["kind"], number>> = {
  changed: 10,
  lines: 10,
  selected: 14,
  added: 13,
  deleted: 15,
  activated: 11,
  deactivated: 12,
};

/** Excel's words for rows and columns put in and taken out. */
const lineChange = ({ axis, count }: LineChange): string => `${axis === "rows" ? "Row" : "Column"}${count > 0 ? "Inserted" : "Deleted"}`;

function argumentsOf(event: GridEvent, isByAddin: boolean, reference: () => string): Record<string, unknown> {
  if (event.kind === "selected") return { address: event.areas.map(areaName).join(","), worksheetId: event.sheetId };
  if (event.kind !== "changed" && event.kind !== "lines") return { worksheetId: event.sheetId, source: "Local" };
  const details =
    event.kind === "lines" || event.before === undefined || event.after === undefined
      ? {}
      : {
          valueBefore: wireValue(event.before),
          valueAfter: wireValue(event.after),
          valueTypeBefore: wireType(event.before),
          valueTypeAfter: wireType(event.after),
        };
  return {
    address: areaName(event.area),
    changeType: event.kind === "lines" ? lineChange(event.change) : "RangeEdited",
    source: "Local",
    triggerSource: isByAddin ? "ThisLocalAddin" : "Unknown",
    shiftDirection: "None",
    worksheetId: event.sheetId,
    referenceId: reference(),
    ...details,
  };
}

/** The entries to send for an event: one to each target that registered. */
export function entriesFor(context: Context, event: GridEvent, isByAddin: boolean, reference: () => string): EventEntry[] {
  const type = TYPES[event.kind];
  const targets = [event.sheetId, WHOLE_WORKBOOK].filter((target) => context.subscriptions.has(key(type, target)));
  if (targets.length === 0) return [];
  const message = JSON.stringify(argumentsOf(event, isByAddin, reference));
  return targets.map((target) => [CATEGORY, type, target, message, ""]);
}
