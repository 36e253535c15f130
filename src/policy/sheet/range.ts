/**
 * A rule sheet as the policy argument of a function: read once for each content, however many formulas name it.
 */
import type { CellValue } from "../../values/cell";
import { CellError } from "../../values/cell";
import { extendPack } from "../extend";
import { packById } from "../library";
import type { Pack } from "../schema";
import type { Values } from "./grid";
import { packFromRows, type SheetProblem } from "./read";

export interface RangePolicy {
  /** The policy with all that it extends; null where a problem stops its use. */
  readonly pack: Pack | null;
  readonly problems: readonly SheetProblem[];
}

interface Kept {
  readonly values: Values;
  readonly policy: RangePolicy;
}

/** A workbook has one rule sheet, seldom two; while one is edited, its last states are asked for again by undo. */
const MOST_KEPT = 6;
let kept: readonly Kept[] = [];

function sameCell(a: CellValue, b: CellValue): boolean {
  if (a instanceof CellError && b instanceof CellError) return a.code === b.code;
  return Object.is(a, b);
}

function sameValues(a: Values, b: Values): boolean {
  if (a.length !== b.length) return false;
  return a.every((row, at) => {
    const other = b[at];
    return other?.length === row.length && row.every((value, column) => sameCell(value, other[column] ?? null));
  });
}

function readPolicy(values: Values): RangePolicy {
  const reading = packFromRows(values);
  const problems = "problems" in reading ? reading.problems : [];
  if (reading.pack === null) return { pack: null, problems };
  const whole = extendPack(reading.pack, packById);
  return { pack: "ok" in whole ? whole.ok : null, problems };
}

/** The policy in a range of cells, its header included. The same content gives the same object. */
export function packFromRange(values: Values): RangePolicy {
  const known = kept.find((entry) => sameValues(entry.values, values));
  if (known !== undefined) {
    kept = [known, ...kept.filter((entry) => entry !== known)];
    return known.policy;
  }
  const policy = readPolicy(values);
  kept = [{ values, policy }, ...kept].slice(0, MOST_KEPT);
  return policy;
}
