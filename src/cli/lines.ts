/** The parts of a report that every format says in the same words. ID numbers are masked wherever a person reads. */
import type { Finding, Level, RecognisedTable, Report } from "../check/report";
import { maskIdsIn } from "../values/id";
import { say } from "./say";

export const LEVELS: readonly Level[] = ["logic", "experience", "unknown", "info"];

/** Names of the applied packs, by id. */
export type PolicyNames = ReadonlyMap<string, string>;

export function levelName(level: Level): string {
  return say(`level.${level}`);
}

export function counts({ findings }: Report): string {
  const count = (level: Level) => findings.filter((finding) => finding.level === level).length;
  return say("report.counts", { logic: count("logic"), experience: count("experience"), unknown: count("unknown"), info: count("info") });
}

export function advice({ verdict }: Report): string {
  return say("report.advice", { verdict });
}

export function tableLine({ sheet, kind, rows, header }: RecognisedTable): string {
  return say("report.table", { sheet, kind: say(`kind.${kind}`), rows, header });
}

export function unsureLine({ unsure }: RecognisedTable): string | null {
  if (unsure.length === 0) return null;
  return say("report.unsure", { columns: unsure.map(({ column, header }) => `${column} ${header}`).join("、") });
}

/** What stands above the findings: policies, tables, columns that were not recognised. */
export function contextLines(report: Report, names: PolicyNames): string[] {
  const policies = report.policies.map((id) => names.get(id) ?? id).join("、");
  return [
    ...(policies === "" ? [] : [say("report.policies", { policies })]),
    ...report.tables.flatMap((table) => [tableLine(table), unsureLine(table) ?? []].flat()),
  ];
}

/** What stands below them: the readings in force, each once, and the fingerprint. */
export function closingLines({ readings, fingerprint }: Report): string[] {
  const lines = readings.map(({ question, chosen }) => say("report.readings", { question, chosen }));
  return [...new Set(lines), ...(fingerprint === "" ? [] : [say("report.fingerprint", { fingerprint: fingerprint.slice(0, 16) })])];
}

export function place({ sheet, cell }: Finding): string {
  return cell === "" ? sheet : `${sheet}!${cell}`;
}

export function shown(value: string | number | null): string {
  return value === null ? "" : maskIdsIn(String(value));
}

export function message(finding: Finding): string {
  return maskIdsIn(finding.message);
}

export function clauseLine({ clause }: Finding): string | null {
  if (clause === null) return null;
  const { document, at, quote } = clause;
  return document === undefined ? say("report.clause", { at, quote }) : say("report.clause.document", { document, at, quote });
}

export function explanationLine({ explanation }: Finding): string | null {
  if (explanation === undefined) return null;
  const { text, by, at } = explanation;
  return say("report.explained", { text: maskIdsIn(text), by, at });
}

/** The findings level by level, as they stand in the sheets within a level. */
export function byLevel({ findings }: Report): { readonly level: Level; readonly findings: readonly Finding[] }[] {
  return LEVELS.map((level) => ({ level, findings: findings.filter((finding) => finding.level === level) })).filter(
    (group) => group.findings.length > 0,
  );
}
