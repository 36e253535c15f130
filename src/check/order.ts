/** The order of a report: level, then sheet, row and column, as a clerk would go through the workbook. */
import { parseA1 } from "../table/address";
import type { Workbook } from "../table/workbook";
import { inBatches } from "./context";
import type { Finding, Level } from "./report";

const rank: Readonly<Record<Level, number>> = { logic: 0, experience: 1, unknown: 2, info: 3 };

interface Placed {
  readonly finding: Finding;
  readonly row: number;
  readonly column: number;
}

/** The findings in order, in short steps: those of one level and sheet are put in order by themselves. */
export function* inOrder(findings: readonly Finding[], workbook: Workbook): Generator<void, Finding[]> {
  const sheets = new Map(workbook.sheets.map((sheet, index) => [sheet.name, index] as const));
  const groups = new Map<number, Placed[]>();
  yield* inBatches(findings, (finding) => {
    const area = finding.cell === "" ? null : parseA1(finding.cell);
    const group = rank[finding.level] * (sheets.size + 1) + (sheets.get(finding.sheet) ?? -1) + 1;
    const placed = { finding, row: area?.top ?? -1, column: area?.left ?? -1 };
    const own = groups.get(group);
    if (own) own.push(placed);
    else groups.set(group, [placed]);
  });
  const ordered: Finding[] = [];
  for (const [, group] of [...groups].sort(([a], [b]) => a - b)) {
    group.sort((a, b) => a.row - b.row || a.column - b.column);
    for (const { finding } of group) ordered.push(finding);
    yield;
  }
  return ordered;
}
