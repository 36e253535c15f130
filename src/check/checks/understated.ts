/** Claims below what is true: 未完成 or 未达标 although everything that the record is judged by is met (claim.understated). */
import type { Rule, TableKind } from "../../policy/schema";
import { claimedIn, metRecords } from "../claims";
import type { Check, CheckContext } from "../context";
import type { Entry } from "../record";

const rubricKinds: ReadonlySet<TableKind> = new Set<TableKind>(["teacher-assessment", "school-assessment"]);

/** The record says in this column that it does not meet what it meets. */
export function tellUnderstated(context: CheckContext, entry: Entry, rule: Rule, key: string): void {
  const cell = entry.cell(key);
  if (!cell) return;
  const text = entry.text(key);
  const says = { id: "claim.understated", values: { subject: entry.subject, text } };
  context.findings.add({ code: "claim.understated", rule, at: entry.placeOf(cell), subject: entry.subject, value: text, says });
}

export const understated: Check = function* (context) {
  for (const { entry, rule } of metRecords(context)) {
    // The result of a score form speaks of the score, not of what else the record is judged by.
    const keys = rubricKinds.has(entry.table.kind) ? ["claim"] : ["claim", "result"];
    const key = keys.find((candidate) => claimedIn(entry, candidate) !== null);
    if (key !== undefined && claimedIn(entry, key) === false) tellUnderstated(context, entry, rule, key);
  }
  yield;
};
