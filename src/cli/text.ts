/** The reports as text for the terminal. */
import type { Finding, Report } from "../check/report";
import {
  advice,
  byLevel,
  clauseLine,
  closingLines,
  contextLines,
  counts,
  explanationLine,
  levelName,
  message,
  place,
  type PolicyNames,
} from "./lines";
import { say } from "./say";

/** Control characters in a cell's text could steer the terminal. */
function harmless(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, " ");
}

function findingLines(finding: Finding): string[] {
  const where = finding.sheet === "" && finding.cell === "" ? "" : `${place(finding)}  `;
  const line = `  ${where}${message(finding).replace(/\s*\n\s*/g, " ")}`;
  // A remark needs no clause on a screen; the other formats have it.
  const clause = finding.level === "info" ? null : clauseLine(finding);
  return [line, ...[clause, explanationLine(finding)].flatMap((detail) => (detail === null ? [] : [`      ${detail}`]))];
}

function reportLines(report: Report, names: PolicyNames): string[] {
  const { verdict, problem } = report;
  const head = [report.file, `${say("report.verdict.line", { verdict })}　${advice(report)}`];
  if (problem !== null) return [...head, `  ${problem}`, ""];
  const groups = byLevel(report).flatMap(({ level, findings }) => [
    "",
    `【${levelName(level)}】${findings.length}`,
    ...findings.flatMap(findingLines),
  ]);
  const body = groups.length === 0 ? ["", say("report.none")] : groups;
  return [...head, counts(report), ...contextLines(report, names), ...body, "", ...closingLines(report), ""];
}

export function asText(reports: readonly Report[], names: PolicyNames): string {
  return harmless(reports.flatMap((report) => reportLines(report, names)).join("\n")) + "\n";
}
