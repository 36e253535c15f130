/**
 * The list's rows, flat, as a virtual list needs them: a heading for each level, a row for each group of equal findings,
 * and, where a group stands alone or is open, a row for each finding.
 */
import type { Finding, Level } from "../../check/report";
import type { FindingGroup } from "./arrange";

export type ListRow =
  | { readonly kind: "level"; readonly key: string; readonly level: Level; readonly count: number }
  | { readonly kind: "group"; readonly key: string; readonly group: FindingGroup; readonly open: boolean }
  | { readonly kind: "finding"; readonly key: string; readonly finding: Finding; readonly member: boolean }
  /** The rest of a very long list, to be shown when asked for. */
  | { readonly kind: "more"; readonly key: string; readonly left: number };

/** The rows of these groups, no more than `most`: the list is lengthened when the clerk comes to its end. */
export function rowsOf(groups: readonly FindingGroup[], open: ReadonlySet<string>, most: number): readonly ListRow[] {
  const rows: ListRow[] = [];
  const totals = new Map<Level, number>();
  for (const group of groups) totals.set(group.level, (totals.get(group.level) ?? 0) + group.findings.length);
  let level: Level | null = null;
  let left = 0;
  for (const group of groups) {
    if (rows.length >= most) {
      left += group.findings.length;
      continue;
    }
    if (group.level !== level) {
      level = group.level;
      rows.push({ kind: "level", key: `level/${level}`, level, count: totals.get(level) ?? 0 });
    }
    left += addGroup(rows, group, open.has(group.key), most);
  }
  if (left > 0) rows.push({ kind: "more", key: "more", left });
  return rows;
}

/** Adds a group's rows as far as there is room; gives the number of findings left out. */
function addGroup(rows: ListRow[], group: FindingGroup, open: boolean, most: number): number {
  const several = group.findings.length > 1;
  if (several) rows.push({ kind: "group", key: `group/${group.key}`, group, open });
  if (several && !open) return 0;
  const shown = group.findings.slice(0, Math.max(0, most - rows.length));
  for (const [index, finding] of shown.entries()) {
    rows.push({ kind: "finding", key: `${group.key}/${index}/${finding.key}`, finding, member: several });
  }
  return group.findings.length - shown.length;
}

/** The next row in a direction on which the keyboard may stand; the same row where there is none. Headings are passed over. */
export function nextStop(rows: readonly ListRow[], from: number, step: 1 | -1): number {
  for (let at = from + step; at >= 0 && at < rows.length; at += step) {
    if (rows[at]?.kind !== "level") return at;
  }
  return from;
}
