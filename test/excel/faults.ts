/**
 * Makes every call to the host fail once, in turn: each request, and each single member that a request uses. What the
 * workbook looks like after each failure is handed to the test.
 */
import type { StartOptions, SimulatedExcel } from "../workbench/office-client";
import { startExcel, stopExcel } from "../workbench/office-client";
import { pictureOf } from "../../src/workbench/snapshot";

type Code = Parameters<SimulatedExcel["host"]["faults"]["failCall"]>[1];

export interface Struck {
  /** What failed: "call 3", or "Range.Values (17)". */
  readonly what: string;
  readonly excel: SimulatedExcel;
  /** What the action rejected with; null where it ended well all the same. */
  readonly error: unknown;
}

/** A comparable picture: sheets with their formats, names, tables, and our own and others' XML parts. */
export const picture = (excel: SimulatedExcel): unknown => pictureOf(excel.book);

type Plant = (excel: SimulatedExcel) => { readonly struck: () => string; readonly remove: () => void };

/** Plants a failure of the n-th use of any member from now; what it struck is told, or "" where there were fewer uses. */
const atUse =
  (use: number, code: Code): Plant =>
  ({ host }) => {
    host.faults.failUse(use, code);
    return { struck: () => (host.faults.struck === "" ? "" : `${host.faults.struck} (${use})`), remove: () => host.faults.clear() };
  };

/** Plants a failure of the n-th request from now. */
const atCall =
  (call: number, code: Code): Plant =>
  ({ host }) => {
    host.faults.failCall(host.calls + call, code);
    return { struck: () => (host.faults.struck === "" ? "" : `call ${call}`), remove: () => host.faults.clear() };
  };

const settled = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

/**
 * Lets every single use of a member fail once, then every request; gives the number of failures tried. After a failure that
 * left everything as before (the test has looked) the same workbook serves again; else a fresh one is prepared.
 */
export async function failEachInTurn(
  options: StartOptions,
  prepare: (excel: SimulatedExcel) => Promise<unknown>,
  act: () => Promise<unknown>,
  look: (struck: Struck) => void,
  code: Code = "AccessDenied",
): Promise<number> {
  let excel: SimulatedExcel | null = null;
  const once = async (plant: Plant): Promise<boolean> => {
    if (excel === null) {
      excel = await startExcel(options);
      await prepare(excel);
    }
    const planted = plant(excel);
    const error = await settled(act());
    const what = planted.struck();
    planted.remove();
    if (what !== "") look({ what, excel, error });
    if (error === null) {
      await stopExcel();
      excel = null;
    }
    return what !== "";
  };
  let tried = 0;
  for (const plantAt of [atUse, atCall]) {
    for (let turn = 1; await once(plantAt(turn, code)); turn += 1) tried += 1;
  }
  return tried;
}
