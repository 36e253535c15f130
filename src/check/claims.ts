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

/** The claim says less than is true. */
export function understate(context: CheckContext, entry: Entry, rule: Rule): void {
  const key = ["claim", "result"].find((candidate) => claimedIn(entry, candidate) === false);
  const cell = key === undefined ? null : entry.cell(key);
  if (!cell || key === undefined) return;
  const text = entry.text(key);
  const says = { id: "claim.understated", values: { subject: entry.subject, text } };
  context.findings.add({ code: "claim.understated", rule, at: entry.placeOf(cell), subject: entry.subject, value: text, says });
}
