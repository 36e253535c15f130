/**
 * What changed between two checks: 新增, 已解决, 未变. Findings are the same where their keys are. In steps, because there can be
 * 200,000 of them.
 */
import type { Finding } from "../check/report";
import type { News } from "./state";

/** After so many findings there is a chance to pause. */
const STEP = 2_000;

/** `keyOf` makes keys comparable, where the earlier findings come from what a workbook keeps. */
export function* newsSteps(
  before: readonly Finding[],
  after: readonly Finding[],
  keyOf: (key: string) => string = (key) => key,
): Generator<undefined, News> {
  const now = new Set<string>();
  const earlier = new Set<string>();
  const fresh = new Set<string>();
  for (const [index, finding] of before.entries()) {
    if (index % STEP === STEP - 1) yield undefined;
    earlier.add(keyOf(finding.key));
  }
  for (const [index, finding] of after.entries()) {
    if (index % STEP === STEP - 1) yield undefined;
    const key = keyOf(finding.key);
    now.add(key);
    if (!earlier.has(key)) fresh.add(finding.key);
  }
  const solved: Finding[] = [];
  for (const [index, finding] of before.entries()) {
    if (index % STEP === STEP - 1) yield undefined;
    if (!now.has(keyOf(finding.key))) solved.push(finding);
  }
  return { fresh, solved, same: after.length - fresh.size };
}
