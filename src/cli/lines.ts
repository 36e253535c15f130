/** A report in words, the same for every format. ID numbers are masked wherever a person reads. */
import type { Finding, Level, RecognisedTable, Report } from "../check/report";
import { maskIdsIn } from "../values/id";
import { say } from "./say";

const LEVELS: readonly Level[] = ["logic", "experience", "unknown", "info"];

/** Names of the applied packs, by id. */
export type PolicyNames = ReadonlyMap<string, string>;

export interface SaidFinding {
  readonly finding: Finding;
  readonly level: string;
  readonly place: string;
  readonly subject: string;
  readonly message: string;
  readonly value: string;
  readonly expected: string;
  /** "" where there is none. */
  readonly clause: string;
  readonly explanation: string;
}

export interface SaidReport {
  readonly file: string;
  readonly verdict: string;
  readonly advice: string;
  /** Why the file could not be checked; then there is nothing else to say. */
  readonly problem: string | null;
  readonly counts: string;
  readonly context: readonly string[];
  /** By level; `level` is its name. */
  readonly groups: readonly { readonly level: string; readonly findings: readonly SaidFinding[] }[];
  readonly closing: readonly string[];
}

function levelName(level: Level): string {
  return say(`level.${level}`);
}

function counts({ findings }: Report): string {
  const count = (level: Level) => findings.filter((finding) => finding.level === level).length;
  return say("report.counts", { logic: count("logic"), experience: count("experience"), unknown: count("unknown"), info: count("info") });
}

function advice({ verdict }: Report): string {
  return say("report.advice", { verdict });
}

function tableLine({ sheet, kind, rows, header }: RecognisedTable): string {
  return say("report.table", { sheet, kind: say(`kind.${kind}`), rows, header });
}

function unsureLine({ unsure }: RecognisedTable): string | null {
  if (unsure.length === 0) return null;
  return say("report.unsure", { columns: unsure.map(({ column, header }) => `${column} ${header}`).join("、") });
}

/** What stands above the findings: policies, tables, columns that were not recognised. */
function contextLines(report: Report, names: PolicyNames): string[] {
  const policies = report.policies.map((id) => names.get(id) ?? id).join("、");
  return [
    ...(policies === "" ? [] : [say("report.policies", { policies })]),
    ...(report.rival === undefined ? [] : [say("report.rival", { applied: report.rival.applied.name, other: report.rival.other.name })]),
    ...report.tables.flatMap((table) => [tableLine(table), unsureLine(table) ?? []].flat()),
  ];
}

/** What stands below them: the readings in force, each once, and the fingerprint. */
function closingLines({ readings, fingerprint }: Report): string[] {
  const lines = readings.map(({ question, chosen }) => say("report.readings", { question, chosen }));
  return [...new Set(lines), ...(fingerprint === "" ? [] : [say("report.fingerprint", { fingerprint: fingerprint.slice(0, 16) })])];
}

function place({ sheet, cell }: Finding): string {
  return cell === "" ? sheet : `${sheet}!${cell}`;
}

function shown(value: string | number | null): string {
  return value === null ? "" : maskIdsIn(String(value));
}

function message(finding: Finding): string {
  return maskIdsIn(finding.message);
}

function clauseLine({ clause }: Finding): string | null {
  if (clause === null) return null;
  const { document, at, quote } = clause;
  return document === undefined ? say("report.clause", { at, quote }) : say("report.clause.document", { document, at, quote });
}

function explanationLine({ explanation }: Finding): string | null {
  if (explanation === undefined) return null;
  const { text, by, at } = explanation;
  return say("report.explained", { text: maskIdsIn(text), by, at });
}

function said(finding: Finding): SaidFinding {
  return {
    finding,
    level: levelName(finding.level),
    place: place(finding),
    subject: shown(finding.subject),
    message: message(finding),
    value: shown(finding.value),
    expected: shown(finding.expected),
    clause: clauseLine(finding) ?? "",
    explanation: explanationLine(finding) ?? "",
  };
}

/** The findings level by level, as they stand in the sheets within a level. */
function groupsOf({ findings }: Report): SaidReport["groups"] {
  const groups = LEVELS.map((level) => {
    return { level: levelName(level), findings: findings.filter((finding) => finding.level === level).map(said) };
  });
  return groups.filter((group) => group.findings.length > 0);
}

/** Puts a report into words. */
export function sayReport(report: Report, names: PolicyNames): SaidReport {
  const { file, verdict, problem } = report;
  return {
    file,
    verdict: say("report.verdict.line", { verdict }),
    advice: advice(report),
    problem,
    counts: counts(report),
    context: contextLines(report, names),
    groups: groupsOf(report),
    closing: closingLines(report),
  };
}
