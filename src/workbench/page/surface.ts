/**
 * `window.workbench`: what tests that drive a browser look at and switch. Documented here, used in test/e2e.
 */
import { areaName, parseArea, quoted } from "../grid/area";
import type { GridValue } from "../grid/grid";
import type { GridSheet } from "../grid/grid";
import { typed } from "../grid/typing";
import { type HostErrorCode, isHostErrorCode } from "../protocol/errors";
import { type BookPicture, type CellState, cellState, pictureOf, type SheetSnapshot, snapshotOf } from "../snapshot";
import type { OpenBook } from "./desk";

export interface WorkbenchSurface {
  /** The value, formula, own fill (never a conditional format's), shown text and number format of a cell. */
  getCell(sheet: string, address: string): CellState;
  /** Types into a cell as a clerk does: texts that look like numbers or formulas become such, and onChanged fires. */
  setCell(sheet: string, address: string, value: string | number | boolean): void;
  /** Values, formulas, fills, number formats, merges and conditional formats (in order) of every sheet. */
  snapshot(): readonly SheetSnapshot[];
  /** The same, and names, custom XML and tables: everything that an action may have left behind. */
  picture(): BookPicture;
  /** The selection, such as "教师考核!B7". */
  selection(): string;
  sheetNames(): readonly string[];
  openFile(bytes: ArrayBuffer, name: string): Promise<void>;
  /** Presses a ribbon button by its id in the manifest. */
  press(buttonId: string): void;
  /** Resolves when the formulas are computed and the add-in's functions have given all results asked for (10 s at most). */
  settled(): Promise<void>;
  readonly hostCalls: number;
  readonly functionCalls: { readonly calls: number; readonly batches: number };
  readonly faults: {
    /** Fails the next request of the add-in, or the n-th from now. */
    next(code: HostErrorCode, number?: number): void;
    /** Fails the n-th use of any member from now. */
    use(number: number, code: HostErrorCode): void;
    /** What a planted fault struck since the last clear(), "" where none did. */
    readonly struck: string;
    member(name: string, code: HostErrorCode, times?: number): void;
    clear(): void;
  };
  protect(sheet: string, on: boolean): void;
  setEditing(on: boolean): void;
}

declare global {
  interface Window {
    workbench?: WorkbenchSurface;
  }
}

function checkedCode(code: string): HostErrorCode {
  if (isHostErrorCode(code)) return code;
  throw new Error(`no such error code: ${code}`);
}

const QUIET_MS = 250;
const PATIENCE_MS = 10_000;

/** The grid begins to compute a moment after an edit: it is settled when nothing was under way for a while. */
async function settled(need: () => OpenBook): Promise<void> {
  const begun = performance.now();
  for (let quietSince = begun; performance.now() - quietSince < QUIET_MS && performance.now() - begun < PATIENCE_MS;) {
    await new Promise((later) => setTimeout(later, 25));
    if (!need().functions.isIdle) quietSince = performance.now();
  }
}

/** @param need the open workbook; throws where none is. */
export function surfaceFor(
  need: () => OpenBook,
  openFile: (bytes: ArrayBuffer, name: string) => Promise<void>,
  press: (buttonId: string) => void,
): WorkbenchSurface {
  const sheetNamed = (name: string): GridSheet => {
    const sheet = need().book.findSheet(name);
    if (sheet === undefined) throw new Error(`no sheet ${name}`);
    return sheet;
  };
  const type = (sheet: GridSheet, address: string, value: string | number | boolean): GridValue => {
    const area = parseArea(address);
    const { content, numberFormat } = typed(value, sheet.style(area.top, area.left).numberFormat);
    sheet.write(area, [[content]]);
    if (numberFormat !== undefined) sheet.paint(area, { numberFormat });
    return content.value;
  };
  return {
    getCell: (sheet, address) => cellState(sheetNamed(sheet), parseArea(address).top, parseArea(address).left),
    setCell: (name, address, value) => {
      const sheet = sheetNamed(name);
      const area = parseArea(address);
      const before = sheet.content(area.top, area.left).value;
      need().grid.report({ kind: "changed", sheetId: sheet.id, area, before, after: type(sheet, address, value) });
    },
    snapshot: () => snapshotOf(need().book),
    picture: () => pictureOf(need().book),
    selection: () => {
      const { sheetId, areas } = need().grid.selection();
      const sheet = need()
        .grid.sheets()
        .find((one) => one.id === sheetId);
      return `${quoted(sheet?.name ?? "")}!${areas.map(areaName).join(",")}`;
    },
    sheetNames: () =>
      need()
        .grid.sheets()
        .map((sheet) => sheet.name),
    openFile,
    press,
    settled: () => settled(need),
    get hostCalls() {
      return need().host.calls;
    },
    get functionCalls() {
      return need().functions.counted;
    },
    faults: {
      next: (code, number = 1) => need().host.faults.failCall(need().host.calls + number, checkedCode(code)),
      use: (number, code) => need().host.faults.failUse(number, checkedCode(code)),
      get struck() {
        return need().host.faults.struck;
      },
      member: (name, code, times) => need().host.faults.failMember(name, checkedCode(code), times),
      clear: () => need().host.faults.clear(),
    },
    protect: (name, on) => {
      need().book.stateOf(sheetNamed(name).id).protection = on ? { options: {}, password: "" } : null;
    },
    setEditing: (on) => {
      need().host.isEditing = on;
    },
  };
}
