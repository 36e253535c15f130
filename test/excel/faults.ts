/**
 * Makes every call to the host fail once, in turn: each request, and each single member that a request uses. What the
 * workbook looks like after each failure is handed to the test.
 */
import type { StartOptions, SimulatedExcel } from "../workbench/office-client";
import { startExcel, stopExcel } from "../workbench/office-client";

type Code = Parameters<SimulatedExcel["host"]["faults"]["failCall"]>[1];

export interface Struck {
  /** What failed: "call 3", or "Range.Values (17)". */
  readonly what: string;
  readonly excel: SimulatedExcel;
  /** What the action rejected with; null where it ended well all the same. */
  readonly error: unknown;
}

/** A comparable picture: sheets, and our own and others' XML parts. */
export const picture = (excel: SimulatedExcel): unknown => ({
  sheets: excel.snapshot(),
  xml: excel.book.xmlParts.map(({ namespace, xml }) => ({ namespace, xml })),
});

type Plant = (excel: SimulatedExcel) => { readonly struck: () => string; readonly remove: () => void };

/** Plants a failure at the n-th use of any member; tells what it was, or "" where there were fewer. */
const atUse =
  (use: number, code: Code): Plant =>
  (excel) => {
    const { faults } = excel.host;
    const strike = faults.strikeMember.bind(faults);
    let count = 0;
    let struck = "";
    faults.strikeMember = (className, member) => {
      count += 1;
      if (count === use) {
        struck = `${className}.${member} (${use})`;
        faults.failMember(`${className}.${member}`, code, 1);
      }
      strike(className, member);
    };
    return { struck: () => struck, remove: () => Reflect.deleteProperty(faults, "strikeMember") };
  };

/** Plants a failure of the n-th request from now. */
const atCall =
  (call: number, code: Code): Plant =>
  (excel) => {
    const number = excel.host.calls + call;
    excel.host.faults.failCall(number, code);
    return { struck: () => (excel.host.calls >= number ? `call ${call}` : ""), remove: () => excel.host.faults.clear() };
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
