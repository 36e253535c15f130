/** Counts of findings for 统计: by what is wrong, by sheet, by person; the most frequent first, ties in the list's order. */
import type { Finding } from "../../check/report";

export interface Count<T> {
  readonly of: T;
  readonly key: string;
  readonly count: number;
}

export function countBy<T>(
  findings: readonly Finding[],
  keyOf: (finding: Finding) => string | null,
  of: (finding: Finding) => T,
): readonly Count<T>[] {
  const counts = new Map<string, { of: T; key: string; count: number }>();
  for (const finding of findings) {
    const key = keyOf(finding);
    if (key === null) continue;
    const count = counts.get(key);
    if (count === undefined) counts.set(key, { of: of(finding), key, count: 1 });
    else count.count += 1;
  }
  return [...counts.values()].sort((a, b) => b.count - a.count);
}
