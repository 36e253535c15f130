/**
 * Orders findings for the list: by level, then equal findings together (同类 37 处). A generator, because a workbook can
 * have 200,000 of them; what it yields is only the chance to pause.
 */
import type { Finding, Level } from "../../check/report";
import type { Filter } from "./filter";

export const levels: readonly Level[] = ["logic", "experience", "unknown", "info"];

/** Findings that say the same of different cells. */
export interface FindingGroup {
  readonly key: string;
  readonly level: Level;
  readonly code: string;
  readonly rule: string | null;
  readonly findings: readonly Finding[];
}

/** After so many findings there is a chance to pause. */
const STEP = 500;

/** `fresh` are the keys of findings that the check before did not have; `nameOf` gives the words to search a rule by. */
export function* arrange(
  findings: readonly Finding[],
  filter: Filter,
  fresh: ReadonlySet<string>,
  nameOf: (rule: string) => string,
): Generator<undefined, readonly FindingGroup[]> {
  const groups = new Map<string, FindingGroup & { readonly findings: Finding[] }>();
  const wanted = wantedBy(filter, fresh, nameOf);
  for (const [index, finding] of findings.entries()) {
    if (index % STEP === STEP - 1) yield undefined;
    if (!wanted(finding)) continue;
    const { level, code } = finding;
    const rule = sharedRule(finding);
    const key = `${level}/${code}/${rule ?? ""}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { key, level, code, rule, findings: [finding] });
    else group.findings.push(finding);
  }
  const all = [...groups.values()];
  return levels.flatMap((level) => all.filter((group) => group.level === level));
}

/** Findings that ask for something are equal only under one rule; 未检查 and the like are one thing, whatever the rule. */
function sharedRule(finding: Finding): string | null {
  return finding.level === "info" ? null : finding.rule;
}

function wantedBy(filter: Filter, fresh: ReadonlySet<string>, nameOf: (rule: string) => string) {
  const words = filter.search.trim().toLowerCase();
  return (finding: Finding): boolean =>
    (filter.level === null || finding.level === filter.level) &&
    (filter.sheet === null || finding.sheet === filter.sheet) &&
    (filter.show !== "fresh" || fresh.has(finding.key)) &&
    (words === "" || searchable(finding, nameOf).includes(words));
}

function searchable(finding: Finding, nameOf: (rule: string) => string): string {
  const rule = finding.rule === null ? "" : nameOf(finding.rule);
  return [finding.subject ?? "", finding.message, finding.sheet, finding.cell, rule].join("\n").toLowerCase();
}

/** Counts by level, for the verdict's filters. */
export function countLevels(findings: readonly Finding[]): Readonly<Record<Level, number>> {
  const counts = { logic: 0, experience: 0, unknown: 0, info: 0 };
  for (const finding of findings) counts[finding.level] += 1;
  return counts;
}
