/** 数据已变动: whether the data are those of the report that was written last. Stands apart, so that who asks need not load the hashing. */
import type { LastReport } from "./report";

/** How the data stand to the report that was written last: 数据已变动, or not; null where none was written. */
export function sinceLastReport(fingerprint: string, last: LastReport | undefined): "same" | "changed" | null {
  if (last === undefined) return null;
  return last.fingerprint === fingerprint ? "same" : "changed";
}
