/** The reports as text for the terminal. */
import type { Report } from "../check/report";
import { sayReport, type PolicyNames, type SaidFinding, type SaidReport } from "./lines";
import { say } from "./say";

/** Control characters in a cell's text could steer the terminal. */
function harmless(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, " ");
}

function findingLines({ finding, place, message, clause, explanation }: SaidFinding): string[] {
  const line = `  ${place === "" ? "" : `${place}  `}${message.replace(/\s*\n\s*/g, " ")}`;
  // A remark needs no clause on a screen; the other formats have it.
  const details = [finding.level === "info" ? "" : clause, explanation];
  return [line, ...details.flatMap((detail) => (detail === "" ? [] : [`      ${detail}`]))];
}

function reportLines({ file, verdict, advice, problem, counts, context, groups, closing }: SaidReport): string[] {
  const head = [file, `${verdict}　${advice}`];
  if (problem !== null) return [...head, `  ${problem}`, ""];
  const said = groups.flatMap(({ level, findings }) => ["", `【${level}】${String(findings.length)}`, ...findings.flatMap(findingLines)]);
  const body = said.length === 0 ? ["", say("report.none")] : said;
  return [...head, counts, ...context, ...body, "", ...closing, ""];
}

export function asText(reports: readonly Report[], names: PolicyNames): string {
  return harmless(reports.flatMap((report) => reportLines(sayReport(report, names))).join("\n")) + "\n";
}
