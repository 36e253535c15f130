/**
 * Of which score a column 结果 or 是否合格 speaks in a form that holds several (县级考核成绩, 校本考核成绩): the one before it, or of
 * all together, as 七.2 has it for the certificate. A certificate column of its own (是否发证) leaves it the first meaning.
 */
import { judgeAllOf, linesOf } from "../rules/all-of";
import type { Outcome } from "../rules/outcome";
import { judgePass } from "../rules/pass";
import type { RuleOf } from "../policy/schema";
import { claimedIn } from "./claims";
import { allOfRule, passLine, rubricOf, scoresOf, totalKey, totalToJudge, type Assessment } from "./assessment";
import { assessed } from "./assessments";
import type { CheckContext, Sheet } from "./context";
import type { Entry } from "./record";
import words from "./words.json";

export type ResultRule = RuleOf<"pass"> | RuleOf<"all-of">;

interface ScoreColumn {
  readonly line: RuleOf<"pass">;
  readonly index: number;
  readonly header: string;
}

function columnOf({ table }: Sheet, key: string) {
  return table.columns.find((column) => column.key === key) ?? null;
}

/** The columns of the scores that the certificate is made of; null where one of them is not in the sheet. */
function scoreColumns(sheet: Sheet, all: RuleOf<"all-of">): ScoreColumn[] | null {
  const own = rubricOf(sheet);
  const columns = linesOf(sheet.judging, all).map((line) => {
    const column = columnOf(sheet, line.of === own ? totalKey(sheet.judging, sheet.table, line.of) : line.id);
    return column ? { line, index: column.index, header: column.header } : null;
  });
  const found = columns.filter((column) => column !== null);
  return found.length === columns.length && found.length > 1 ? found : null;
}

/** The score that the column's own name speaks of: 县级考核结果 beside 县级考核成绩 and 校本考核成绩. */
function namedScore(header: string, scores: readonly ScoreColumn[]): ScoreColumn | null {
  const [only, another] = scores.filter((score) => {
    const start = header.slice(0, shortestName);
    return score.header.startsWith(start) && scores.every((other) => other === score || !other.header.includes(start));
  });
  return only && another === undefined ? only : null;
}

/** 县级, 校本: so many characters tell two scores apart. */
const shortestName = 2;

/** The score that stands right before the column. */
function scoreBefore(sheet: Sheet, index: number, scores: readonly ScoreColumn[]): ScoreColumn | null {
  const before = sheet.table.columns.filter((column) => column.key !== null && column.index < index).at(-1);
  return scores.find((score) => score.index === before?.index) ?? null;
}

function speaksOfCertificate(text: string): boolean {
  return words.certificate.some((word) => text.includes(word));
}

function saysCertificate({ table }: Sheet, header: string): boolean {
  return [table.title, table.sheet.name, header].some(speaksOfCertificate);
}

interface Meaning {
  readonly rule: ResultRule | null;
  /** What the column may mean instead, where only its place spoke for the first. */
  readonly other: ResultRule | null;
}

/** What the place and the words of the column say. */
function meantBy(sheet: Sheet, own: RuleOf<"pass"> | null): Meaning {
  const all = allOfRule(sheet.judging);
  const column = columnOf(sheet, "result");
  const scores = all ? scoreColumns(sheet, all) : null;
  if (!all || !column || !scores || columnOf(sheet, all.id)) return { rule: own, other: null };
  const isLast = scores.every(({ index }) => index < column.index);
  const said = namedScore(column.header, scores) ?? (isLast ? null : scoreBefore(sheet, column.index, scores));
  if (said) return { rule: said.line, other: null };
  if (saysCertificate(sheet, column.header)) return { rule: all, other: null };
  // A form with the rubric's items is the assessment itself, and its result the assessment's.
  const hasItems = sheet.judging.pack.rules.some((rule) => rule.kind === "rubric" && columnOf(sheet, rule.id));
  return isLast && !hasItems ? { rule: all, other: own } : { rule: own, other: isLast ? all : null };
}

/** Whether a record meets a rule about its scores; null where they are not known. */
export function judgeResult(sheet: Sheet, entry: Entry, assessment: Assessment, rule: ResultRule): Outcome<boolean> | null {
  if (rule.kind === "pass" && rule.of === rubricOf(sheet)) {
    const total = totalToJudge(sheet, entry, assessment);
    return rule.line === null || total === null ? null : judgePass(rule, total);
  }
  const scores = scoresOf(sheet, entry, assessment);
  if (rule.kind === "all-of") return scores ? judgeAllOf(sheet.judging, rule, scores) : null;
  const score = entry.number(rule.id);
  return score.kind === "number" && rule.line !== null ? judgePass(rule, score.amount) : null;
}

/** So many records are enough to see how a column is meant, and so few are slips. */
const sample = 200;
const fewest = 2;

/** One record that fits only the other meaning is a mistake; where most do that tell the two apart, the other is meant. */
function isOther(context: CheckContext, sheet: Sheet, rule: ResultRule, other: ResultRule): boolean {
  const fits = sheet.records.slice(0, sample).flatMap((entry) => {
    const claimed = entry.isWaived ? null : claimedIn(entry, "result");
    const assessment = assessed(context, sheet, entry);
    const [one, two] = [rule, other].map((each) => judgeResult(sheet, entry, assessment, each));
    const differ = one?.decided === true && two?.decided === true && one.value !== two.value;
    return claimed === null || !differ ? [] : [two.value === claimed];
  });
  const others = fits.filter(Boolean).length;
  return others >= fewest && others * 2 > fits.length;
}

const memory = new WeakMap<Sheet, Meaning>();

/** The rule that the result column of a sheet is judged by; null where it is of none. */
export function resultRule(context: CheckContext, sheet: Sheet): ResultRule | null {
  const known = memory.get(sheet);
  if (known) return known.rule;
  const meant = meantBy(sheet, passLine(sheet.judging, rubricOf(sheet) ?? "teacher"));
  const { rule, other } = meant;
  const settled = rule && other && isOther(context, sheet, rule, other) ? { rule: other, other: null } : meant;
  memory.set(sheet, settled);
  return settled.rule;
}
