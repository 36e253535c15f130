/**
 * The last check as it is remembered on the clerk's computer: short (equal findings together), bounded, identity numbers masked; and back into
 * findings for the list. Pure. What is kept says nothing that the check did not say, and is always shown as 上次结果.
 */
import * as z from "zod/mini";
import type { Pack } from "../policy/schema";
import { maskIdsIn } from "../values/id";
import type { Locale } from "../values/message";
import type { Finding, KeptGroup, LastCheck, Level, Report, Settings } from "./report";

/** So many findings are kept, the gravest first; the counts are of all. */
export const MOST_KEPT = 2_000;
/** And so many bytes of their words. */
const MOST_BYTES = 200_000;
/** What a finding takes beside its words: brackets, quotes, commas. */
const AROUND = 16;

const levels = ["logic", "experience", "unknown", "info"] as const satisfies readonly Level[];
const count = z.int().check(z.nonnegative(), z.maximum(100_000_000));
const text = (longest: number) => z.string().check(z.maxLength(longest));

const groupSchema = z.strictObject({
  level: z.enum(levels),
  code: text(80),
  rule: z.nullable(text(200)),
  sheet: text(255),
  cells: z.array(z.tuple([text(40), text(255), text(2000), text(1000)])).check(z.maxLength(MOST_KEPT)),
});

const countsSchema = z.strictObject({ logic: count, experience: count, unknown: count, info: count });

const keptOf = (groups: readonly { readonly cells: readonly unknown[] }[]): number =>
  groups.reduce((sum, { cells }) => sum + cells.length, 0);

/** A result that contradicts itself (可上报 with findings that must be mended) was not written by us. */
function isSound({ verdict, counts, groups }: z.infer<typeof plainSchema>): boolean {
  const kept = (level: Level): number => keptOf(groups.filter((group) => group.level === level));
  if (keptOf(groups) > MOST_KEPT || levels.some((level) => kept(level) > counts[level])) return false;
  if (verdict === "未能检查") return true;
  return (verdict === "不可上报") === counts.logic > 0;
}

const plainSchema = z.strictObject({
  at: z.iso.datetime(),
  verdict: z.enum(["可上报", "需说明", "不可上报", "未能检查"]),
  policies: z.array(text(200)).check(z.maxLength(50)),
  fingerprint: text(64),
  counts: countsSchema,
  tables: count,
  rows: count,
  locale: z.enum(["zh-CN", "en-US"]),
  groups: z.array(groupSchema).check(z.maxLength(MOST_KEPT)),
});

const lastCheckSchema = plainSchema.check(z.refine(isSound));

/** A remembered result, whoever wrote into the store; null where it cannot be understood. */
export function readLastCheck(value: unknown): LastCheck | null {
  const result = lastCheckSchema.safeParse(value);
  return result.success ? result.data : null;
}

/** What a finding's key begins with; most keys are no more than this. */
function stem(code: string, rule: string | null, sheet: string, about: string): string {
  return [code, rule ?? "", sheet, about].join("|");
}

/** The key as it can be compared with a kept one: without identity numbers. */
export function comparableKey(key: string): string {
  return maskIdsIn(key);
}

/** The end of a key, or the whole key behind "=" where it is made in another way. */
function tailOf(finding: Finding, subject: string): string {
  const key = comparableKey(finding.key);
  const begin = comparableKey(stem(finding.code, finding.rule, finding.sheet, subject || finding.cell));
  return key.startsWith(begin) ? key.slice(begin.length) : `=${key}`;
}

const encoder = new TextEncoder();
const bytes = (words: string): number => encoder.encode(words).length + words.length - words.replace(/["\\]/g, "").length;

/** Kept findings by level, as many as there is room for. */
function groupsOf(findings: readonly Finding[]): KeptGroup[] {
  const groups = new Map<string, KeptGroup & { readonly cells: (readonly [string, string, string, string])[] }>();
  let [kept, room] = [0, MOST_BYTES];
  for (const level of levels) {
    for (const finding of findings) {
      if (finding.level !== level) continue;
      const { code, rule, sheet } = finding;
      const subject = maskIdsIn(finding.subject ?? "");
      const cell = [finding.cell, subject, finding.message, tailOf(finding, subject)] as const;
      const slot = JSON.stringify([level, code, rule, sheet]);
      room -= cell.reduce((sum, words) => sum + bytes(words), AROUND) + (groups.has(slot) ? 0 : bytes(slot) + 3 * AROUND);
      if (kept === MOST_KEPT || room < 0) return [...groups.values()];
      const group = groups.get(slot);
      if (group === undefined) groups.set(slot, { level, code, rule, sheet, cells: [cell] });
      else group.cells.push(cell);
      kept += 1;
    }
  }
  return [...groups.values()];
}

/** Makes of a report what the workbook keeps. */
export function lastCheckOf(report: Report, at: Date, locale: Locale): LastCheck {
  const counts = { logic: 0, experience: 0, unknown: 0, info: 0 };
  for (const { level } of report.findings) counts[level] += 1;
  return {
    at: at.toISOString(),
    verdict: report.verdict,
    policies: report.policies,
    fingerprint: report.fingerprint,
    counts,
    tables: report.tables.length,
    rows: report.tables.reduce((sum, table) => sum + table.rows, 0),
    locale,
    groups: groupsOf(report.findings),
  };
}

/** Whether all findings were kept: only then can it be said what is new since. */
export function isWhole({ counts, groups }: LastCheck): boolean {
  return keptOf(groups) === levels.reduce((sum, level) => sum + counts[level], 0);
}

/** The kept findings for the list; clause and explanation come from where they are kept anyway. */
export function findingsIn({ groups }: LastCheck, packs: readonly Pack[], { explanations }: Settings): Finding[] {
  const clauses = new Map(packs.flatMap((pack) => pack.rules.map((rule) => [rule.id, rule.clause] as const)));
  const given = new Map(Object.entries(explanations).map(([key, explanation]) => [comparableKey(key), explanation]));
  return groups.flatMap(({ level, code, rule, sheet, cells }) =>
    cells.map(([cell, subject, message, tail]): Finding => {
      const key = tail.startsWith("=") ? tail.slice(1) : `${comparableKey(stem(code, rule, sheet, subject || cell))}${tail}`;
      const explanation = given.get(key);
      const clause = rule === null ? null : (clauses.get(rule) ?? null);
      return {
        ...{ code, level, rule, sheet, cell, message, clause, key, value: null, expected: null },
        subject: subject === "" ? null : subject,
        ...(explanation ? { explanation } : {}),
      };
    }),
  );
}
