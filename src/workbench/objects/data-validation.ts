/**
 * Range.dataValidation: kept as set, not enforced on what the clerk types.
 */
import { type Area, sameArea } from "../grid/area";
import { HostError } from "../protocol/errors";
import { HostObject } from "../protocol/object";
import { asRecord } from "../protocol/arguments";
import { type Context, keptGetters, keptSetters, mustAllow, sheetOf } from "./context";

const KINDS: Readonly<Record<string, string>> = {
  list: "List",
  wholeNumber: "WholeNumber",
  decimal: "Decimal",
  date: "Date",
  time: "Time",
  textLength: "TextLength",
  custom: "Custom",
};

/** What a list may hold that is written into the rule itself. */
const LONGEST_LIST = 255;

export function dataValidation(context: Context, sheetId: string, area: Area): HostObject {
  const state = context.book.stateOf(sheetId);
  const known = state.validations.find((one) => sameArea(one.area, area));
  const fields = known?.fields ?? new Map<string, unknown>();
  const setRule = (value: unknown): void => {
    const source = asRecord(asRecord(value)["list"] ?? {})["source"];
    if (typeof source === "string" && !source.startsWith("=") && source.length > LONGEST_LIST)
      throw new HostError("InvalidArgument", `a list of more than ${LONGEST_LIST} characters must stand in cells`);
    before();
    fields.set("Rule", value);
  };
  const before = (): void => {
    mustAllow(context, sheetOf(context, sheetId), "never");
    if (!state.validations.some((one) => one.fields === fields)) state.validations.push({ area, fields });
  };
  const kind = (): string => {
    const rule = fields.get("Rule");
    return rule === undefined ? "None" : (KINDS[Object.keys(asRecord(rule))[0] ?? ""] ?? "None");
  };
  return new HostObject("DataValidation", {
    get: { ...keptGetters(fields, { Rule: {}, Prompt: {}, ErrorAlert: {}, IgnoreBlanks: true }), Type: kind },
    set: { ...keptSetters(fields, ["Prompt", "ErrorAlert", "IgnoreBlanks"], before), Rule: setRule },
    call: {
      Clear: () => {
        state.validations = state.validations.filter((one) => one.fields !== fields);
      },
    },
  });
}
