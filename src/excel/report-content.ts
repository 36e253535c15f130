/**
 * What stands on the sheet 检查报告, line by line: the report put into the clerk's words, identity numbers masked. Pure;
 * how it is laid out and written is the business of report-sheet.ts.
 */
import type { Finding, Level, Report } from "../check/report";
import { maskIdsIn } from "../values/id";
import type { Locale, Message } from "../values/message";
import { dayLine, resultLines, unitLines } from "./report-results";
import { sayHost } from "./say";

/** More findings than these nobody reads on paper; the rest is counted. */
export const MOST_REPORTED = 2_000;
/** A cell holds 32,767 characters; what a finding says is far shorter unless a workbook means harm. */
const LONGEST_TEXT = 2_000;

const LEVELS: readonly Level[] = ["logic", "experience", "unknown", "info"];

/** A line under the title: what it is, and what it says. */
export interface Fact {
  readonly label: string;
  readonly text: string;
  readonly kind: "fact" | "verdict";
}

export interface ReportedFinding {
  readonly level: Level;
  /** Level, what, who, where, value, expected, clause, explanation. */
  readonly cells: readonly (string | number)[];
  readonly link: { readonly sheet: string; readonly cell: string } | null;
}

export interface ReportContent {
  readonly title: string;
  readonly facts: readonly Fact[];
  readonly header: readonly string[];
  readonly findings: readonly ReportedFinding[];
  /** Said below the table: nothing found, or how many are not listed. */
  readonly note: string;
  readonly signatures: string;
  readonly page: string;
}

/** What the report itself does not know. */
export interface ReportFrame {
  readonly policyTitles: readonly string[];
  readonly at: Date;
  readonly locale: Locale;
}

const two = (part: number): string => String(part).padStart(2, "0");

/** No score, hours or amount is as long as an identity number, which may stand in a cell as a number. */
const LONGEST_NUMBER = 1e10;

/** A number stays one, so that Excel has nothing to remark on. */
function cellOf(value: string | number | null): string | number {
  return typeof value === "number" && Math.abs(value) < LONGEST_NUMBER ? value : shown(value);
}

function shown(value: string | number | null | undefined): string {
  const text = maskIdsIn(String(value ?? ""));
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
}

type Say = (id: string, values?: Message["values"]) => string;

function minute(at: Date, say: Say): string {
  const day = { year: String(at.getFullYear()), month: at.getMonth() + 1, day: at.getDate() };
  return say("report.minute", { ...day, time: `${two(at.getHours())}:${two(at.getMinutes())}` });
}

function clauseText(finding: Finding, say: Say): string {
  const { clause } = finding;
  return clause === null ? "" : say("report.clause-text", { document: clause.document ?? "", at: clause.at, quote: clause.quote });
}

function explanationText({ explanation }: Finding, say: Say): string {
  return explanation === undefined
    ? ""
    : say("report.explanation-text", { text: explanation.text, by: explanation.by, at: dayLine(explanation.at.slice(0, 10), say) });
}

function reported(finding: Finding, say: Say): ReportedFinding {
  const cell = finding.cell === "" ? "A1" : finding.cell;
  // The place begins with the cell: Excel takes a link's text as it is typed, and a sheet's name may begin with "=".
  const where = finding.sheet === "" ? "" : say("report.place", { cell, sheet: finding.sheet });
  return {
    level: finding.level,
    cells: [
      say(`level.${finding.level}`),
      finding.message,
      finding.subject,
      where,
      finding.value,
      finding.expected,
      clauseText(finding, say),
      explanationText(finding, say),
    ].map(cellOf),
    link: finding.sheet === "" ? null : { sheet: finding.sheet, cell },
  };
}

const bySeverity = (findings: readonly Finding[]): Finding[] =>
  LEVELS.flatMap((level) => findings.filter((finding) => finding.level === level));

function facts(report: Report, frame: ReportFrame, say: Say): Fact[] {
  const count = (level: Level): number => report.findings.filter((finding) => finding.level === level).length;
  const lines: (readonly [string, string])[] = [
    ["report.file", report.file],
    ...unitLines(report, say),
    ["report.policies", frame.policyTitles.join("；")],
    ["report.verdict", report.verdict],
    [
      "report.counts",
      say("report.counts-text", { logic: count("logic"), experience: count("experience"), unknown: count("unknown"), info: count("info") }),
    ],
    ["report.problem", report.problem ?? ""],
    [
      "report.tables",
      report.tables.map((table) => say("report.table", { sheet: table.sheet, body: table.body, rows: table.rows })).join("\n"),
    ],
    [
      "report.readings",
      [...new Set(report.readings.map(({ question, chosen }) => say("report.reading", { question, chosen })))].join("\n"),
    ],
    ...resultLines(report, say),
    ["report.at", minute(frame.at, say)],
    ["report.fingerprint", report.fingerprint],
  ];
  return lines.flatMap(([id, text]): Fact[] =>
    text === ""
      ? []
      : [{ label: say(id), text: id === "report.fingerprint" ? text : shown(text), kind: id === "report.verdict" ? "verdict" : "fact" }],
  );
}

function note(all: number, say: Say): string {
  if (all === 0) return say("report.none");
  return all > MOST_REPORTED ? say("report.more", { count: all - MOST_REPORTED }) : "";
}

const HEADER = ["number", "level", "what", "who", "where", "value", "expected", "clause", "explanation"];

export function reportContent(report: Report, frame: ReportFrame): ReportContent {
  const say: Say = (id, values) => sayHost(values === undefined ? { id } : { id, values }, frame.locale);
  return {
    title: say("report.title"),
    facts: facts(report, frame, say),
    header: HEADER.map((column) => say(`report.${column}`)),
    findings: bySeverity(report.findings)
      .slice(0, MOST_REPORTED)
      .map((finding) => reported(finding, say)),
    note: note(report.findings.length, say),
    signatures: say("report.signatures"),
    page: say("report.page"),
  };
}
