/**
 * Excel's error codes turned into failures that a clerk can act on. One table: code → kind of failure; the words for each
 * kind stand in the message files and say what was attempted, on which sheet, and what to do.
 */
import { HostFailure } from "./host";

/** What was being done; the message files name each. */
export type Attempt =
  | "read"
  | "select"
  | "mark"
  | "clear"
  | "report"
  | "load"
  | "save"
  | "fix"
  | "undo"
  | "freeze"
  | "restore"
  | "repair"
  | "formula"
  | "copy"
  | "slips"
  | "statistics"
  | "rules"
  | "template"
  | "listen";

const KINDS: Readonly<Record<string, string>> = {
  InvalidOperationInCellEditMode: "cell-edit",
  AccessDenied: "protected",
  NotAllowed: "protected",
  ItemNotFound: "gone",
  InvalidReference: "gone",
  InvalidBinding: "gone",
  RequestPayloadSizeLimitExceeded: "too-large",
  ResponsePayloadSizeLimitExceeded: "too-large",
  RequestTooLarge: "too-large",
  ResponseTooLarge: "too-large",
  OperationCellsExceedLimit: "too-large",
  RangeExceedsLimit: "too-large",
  FormulaLengthExceedsLimit: "too-large",
  ApiNotFound: "not-supported",
  ApiNotAvailable: "not-supported",
  NotImplemented: "not-supported",
  UnsupportedFeature: "not-supported",
  UnsupportedOperation: "not-supported",
  UnsupportedFillType: "not-supported",
  UnsupportedSheet: "sheet-kind",
  RequestAborted: "interrupted",
  Timeout: "interrupted",
  ActivityLimitReached: "interrupted",
  ServiceNotAvailable: "interrupted",
  ServiceUnavailable: "interrupted",
  GatewayTimeout: "interrupted",
  ConnectionFailure: "interrupted",
  Conflict: "co-author",
  InsertDeleteConflict: "co-author",
  MergedRangeConflict: "merged",
  FilteredRangeConflict: "filtered",
  PivotTableRangeConflict: "pivot",
  NonBlankCellOffSheet: "no-room",
  ItemAlreadyExists: "name-taken",
  InactiveWorkbook: "inactive",
  InvalidSelection: "inactive",
  InvalidArgument: "not-accepted",
  InvalidOperation: "not-accepted",
};

/** The error code that Office.js gave, or "" where the error is none of its own. */
export function officeCode(error: unknown): string {
  if (typeof error !== "object" || error === null || !("code" in error)) return "";
  return typeof error.code === "string" ? error.code : "";
}

/** Codes after which the same request may succeed at once: nothing is wrong with the request itself. */
export function isPassing(error: unknown): boolean {
  const code = officeCode(error);
  return KINDS[code] === "interrupted" || code === "GeneralException" || code === "Conflict";
}

/** Too much for one request or one answer: smaller pieces may go through. */
export function isTooLarge(error: unknown): boolean {
  return KINDS[officeCode(error)] === "too-large";
}

/** This Excel has no such member. */
export function isNotSupported(error: unknown): boolean {
  return KINDS[officeCode(error)] === "not-supported";
}

/** How a failed writing left the workbook: as it was before, or changed in part. */
export type LeftAs = "before" | "partly";

/**
 * The failure to show, made from whatever was thrown. How the workbook was left is said where it is known (`left`);
 * a failure that is worded already takes it up.
 */
export function hostFailure(error: unknown, attempt: Attempt, sheet = "", left?: LeftAs): HostFailure {
  if (error instanceof HostFailure) {
    return left === undefined ? error : new HostFailure({ ...error.says, values: { ...error.says.values, left } }, error.cause);
  }
  const kind = KINDS[officeCode(error)] ?? "unexplained";
  return new HostFailure({ id: `host.${kind}`, values: { attempt, sheet, named: sheet === "" ? "no" : "yes", left: left ?? "no" } }, error);
}
