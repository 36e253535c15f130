/** What a sheet claims of itself: 完成, 达标, √; and claims below what is true (claim.understated). */
import type { Rule } from "../policy/schema";
import type { ColumnKey } from "../table/table";
import { readMark, readOutcome } from "../values/mark";
import type { CheckContext } from "./context";
import type { Entry } from "./record";

/** True: claims to be met; false: claims not to be; null: no such column, blank, or a word that says neither. */
export function claimedIn(entry: Entry, key: ColumnKey): boolean | null {
  const text = entry.text(key).replace(/\s+/gu, "");
  if (text === "") return null;
  const outcome = readOutcome(text);
  if (outcome !== null) return outcome === "met";
  const mark = readMark(text);
  return mark === null ? null : mark === "yes";
}

interface Noted {
  readonly rule: Rule;
  allMet: boolean;
}

const noted = new WeakMap<CheckContext, Map<Entry, Noted>>();

/** Remembers what a rule said of a record; a claim speaks of all the rules of its record together. */
export function noteOutcome(context: CheckContext, entry: Entry, rule: Rule, met: boolean): void {
  const all = noted.get(context) ?? new Map<Entry, Noted>();
  noted.set(context, all);
  const known = all.get(entry);
  if (known) known.allMet &&= met;
  else all.set(entry, { rule, allMet: met });
}

/** Records of which everything that was judged is met, with the first rule that said so. */
export function metRecords(context: CheckContext): { readonly entry: Entry; readonly rule: Rule }[] {
  return [...(noted.get(context) ?? [])].flatMap(([entry, { rule, allMet }]) => (allMet ? [{ entry, rule }] : []));
}
