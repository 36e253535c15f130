/** Calling KAOHE functions as Excel does: any values in, the one global they need in place. */
import * as declared from "../../src/functions/functions";

/** What a function threw, or an error inside a column. */
export class ExcelError extends Error {
  constructor(
    readonly code: string,
    message = "",
  ) {
    super(message);
  }
}

/** Puts the global in place; the real one comes with Excel's client. */
export function installExcelErrors(): void {
  Object.assign(globalThis, {
    CustomFunctions: { Error: ExcelError, ErrorCode: { invalidValue: "#VALUE!", notAvailable: "#N/A" } },
  });
}

/** The value, or the code of the error that was thrown. */
export function valueOrError(call: () => unknown): unknown {
  try {
    return call();
  } catch (error) {
    if (error instanceof ExcelError) return error.code;
    throw error;
  }
}

/** The message of the error that was thrown; "" where none was. */
export function messageOf(call: () => unknown): string {
  try {
    call();
    return "";
  } catch (error) {
    return error instanceof Error ? error.message : "";
  }
}

type Call = (...args: readonly unknown[]) => unknown;

/** Every function by its name in code, taking whatever Excel would hand over. */
export const kaohe: Readonly<Record<string, Call>> = Object.fromEntries(
  Object.entries(declared).map(([name, run]) => [name, (...args: readonly unknown[]): unknown => Reflect.apply(run, undefined, args)]),
);
