/** The reports as the one JSON object that other programs read. The shape is fixed in the design; keys are only added. */
import { printedColumns } from "../check/printed-columns";
import type { Finding, RecognisedTable, Report } from "../check/report";

function tableJson(table: RecognisedTable) {
  const { sheet, kind, header, body, rows } = table;
  return { sheet, kind, header, body, rows, columns: printedColumns(table) };
}

function findingJson(finding: Finding) {
  const { code, level, rule, sheet, cell, subject, value, expected, message, clause, fix, explanation, other } = finding;
  return { code, level, rule, sheet, cell, subject, value, expected, message, clause, fix, explanation, other };
}

function reportJson({ file, verdict, policies, tables, findings, problem, readings, fingerprint }: Report) {
  return {
    file,
    verdict,
    policies,
    tables: tables.map(tableJson),
    findings: findings.map(findingJson),
    ...(problem !== null && { problem }),
    readings,
    fingerprint,
  };
}

export function asJson(reports: readonly Report[]): string {
  return `${JSON.stringify({ files: reports.map(reportJson) }, null, 2)}\n`;
}
