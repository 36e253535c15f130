/** Claims below what is true: 未完成 or 未达标 although everything that the record is judged by is met (claim.understated). */
import type { TableKind } from "../../policy/schema";
import { claimedIn, metRecords } from "../claims";
import type { Check } from "../context";

const rubricKinds: ReadonlySet<TableKind> = new Set<TableKind>(["teacher-assessment", "school-assessment"]);

export const understated: Check = function* (context) {
  for (const { entry, rule } of metRecords(context)) {
    // The result of a score form speaks of the score, not of what else the record is judged by.
    const keys = rubricKinds.has(entry.table.kind) ? ["claim"] : ["claim", "result"];
    const key = keys.find((candidate) => claimedIn(entry, candidate) !== null);
    const cell = key === undefined ? null : entry.cell(key);
    if (!cell || key === undefined || claimedIn(entry, key) !== false) continue;
    const text = entry.text(key);
    const says = { id: "claim.understated", values: { subject: entry.subject, text } };
    context.findings.add({ code: "claim.understated", rule, at: entry.placeOf(cell), subject: entry.subject, value: text, says });
  }
  yield;
};
