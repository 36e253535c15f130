/** What a sheet claims of itself: 完成, 达标, √; and claims below what is true (claim.understated). */
import { rulesOf } from "../policy/resolve";
import type { Rule } from "../policy/schema";
import type { ColumnKey } from "../table/table";
import { readMark, readOutcome, readStated } from "../values/mark";
import { readNumber } from "../values/number";
import type { CheckContext } from "./context";
import type { Entry } from "./record";

/** What a yearly or cycle summary is due, by which 完成90学时 says that it is done. */
function dueIn({ table }: Entry): number | null {
  if (table.kind === "hours-year") return rulesOf(table.pack, "hours").find(({ of, who }) => of === undefined && !who)?.hours ?? null;
  return table.kind === "hours-cycle" ? (rulesOf(table.pack, "cycle").find(({ hours }) => hours !== null)?.hours ?? null) : null;
}

/** 100% is done; of less nobody says whether it is enough. 完成60学时 claims 60, which may be less than is due. */
function claimedAmount(entry: Entry, text: string): boolean | null {
  const share = readNumber(text);
  if (share.kind === "number" && share.percent) return share.exact.compare(1) >= 0 ? true : null;
  const stated = readStated(text);
  if (stated === null) return null;
  if (stated.says === "unmet") return false;
  const due = stated.percent ? 1 : dueIn(entry);
  return due === null || stated.amount.compare(due) >= 0;
}

/** True: claims to be met; false: claims not to be; null: no such column, blank, or a word that says neither. */
export function claimedIn(entry: Entry, key: ColumnKey): boolean | null {
  const text = entry.text(key).replace(/\s+/gu, "");
  if (text === "") return null;
  const outcome = readOutcome(text);
  if (outcome !== null) return outcome === "met";
  const mark = readMark(text);
  return mark === null ? claimedAmount(entry, text) : mark === "yes";
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
