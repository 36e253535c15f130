/**
 * What changed between two checks: 新增, 已解决, 未变. Findings are the same where their keys are.
 */
import type { Report } from "../check/report";
import type { News } from "./state";

export function newsBetween(before: Report, after: Report): News {
  const earlier = new Set(before.findings.map((finding) => finding.key));
  const fresh = new Set<string>();
  const still = new Set<string>();
  for (const finding of after.findings) (earlier.has(finding.key) ? still : fresh).add(finding.key);
  return { fresh, solved: earlier.size - still.size, same: still.size };
}
