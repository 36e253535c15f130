/** The order of a report: level, then sheet, row and column, as a clerk would go through the workbook. */
import { parseA1 } from "../table/address";
import type { Workbook } from "../table/workbook";
import type { Finding, Level } from "./report";

const rank: Readonly<Record<Level, number>> = { logic: 0, experience: 1, unknown: 2, info: 3 };

export function inOrder(findings: readonly Finding[], workbook: Workbook): Finding[] {
  const sheets = new Map(workbook.sheets.map((sheet, index) => [sheet.name, index] as const));
  const placed = findings.map((finding) => {
    const area = finding.cell === "" ? null : parseA1(finding.cell);
    return { finding, sheet: sheets.get(finding.sheet) ?? -1, row: area?.top ?? -1, column: area?.left ?? -1 };
  });
  placed.sort((a, b) => rank[a.finding.level] - rank[b.finding.level] || a.sheet - b.sheet || a.row - b.row || a.column - b.column);
  return placed.map(({ finding }) => finding);
}
