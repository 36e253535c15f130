/** Rubric items and totals: score.out-of-range, score.missing, score.total-mismatch, score.above-full, score.borderline. */
import { agrees, exact, show, toNumber } from "../../values/exact";
import { assessed } from "../assessments";
import { fullOf, passLine, rubricOf, totalKey, totalToJudge, type Assessment, type Item } from "../assessment";
import { hasNumbers } from "../columns";
import { gatherMembers, totalWithDerived } from "../derived";
import { eachRecord, type Check, type CheckContext, type Sheet } from "../context";
import { headerName } from "./cells";
import type { Entry } from "../record";
import { isBorderline } from "../../rules/pass";
import { FULL_UNLESS_SAID, type RuleOf } from "../../policy/schema";

function judgeItems(context: CheckContext, entry: Entry, assessment: Assessment): void {
  const written = assessment.items.filter(({ state }) => state.kind !== "none");
  const blank = written.filter(({ state }) => state.kind === "blank");
  const allBlank = blank.length === written.length;
  // 病休 in one item and nothing in the others: said there.
  if (!allBlank && !written.some(({ state }) => state.kind === "number")) return;
  for (const { rule, name, full, state } of allBlank ? blank.slice(0, 1) : blank) {
    if (state.kind !== "blank") continue;
    const id = allBlank && written.length > 1 ? "score.missing-all" : "score.missing";
    const says = { id, values: { subject: entry.subject, item: name } };
    context.findings.add({ code: "score.missing", rule, at: state.at, subject: entry.subject, expected: full, says });
  }
  for (const item of written) judgeItem(context, entry, item);
}

function judgeItem(context: CheckContext, entry: Entry, { rule, name, full, state, isMean }: Item): void {
  if (state.kind !== "number") return;
  const negative = state.amount.compare(0) < 0;
  if (!negative && (isMean || state.amount.compare(exact(full)) <= 0)) return;
  const values = { subject: entry.subject, item: name, value: show(state.amount), full: show(exact(full)) };
  const says = { id: negative ? "score.negative" : "score.out-of-range", values };
  const common = { rule, at: state.at, subject: entry.subject, value: show(state.amount), expected: full };
  context.findings.add({ code: "score.out-of-range", ...common, says });
}

function judgeTotal(context: CheckContext, sheet: Sheet, entry: Entry, of: string, assessment: Assessment): void {
  const key = totalKey(sheet.judging, sheet.table, of);
  const state = entry.number(key);
  const { score, total } = assessment;
  const rule = passLine(sheet.judging, of) ?? assessment.items[0]?.rule ?? null;
  if (state.kind === "blank" && total !== null) {
    const says = { id: "score.total-missing", values: { subject: entry.subject, total: show(total) } };
    context.findings.add({ code: "score.missing", rule, at: state.at, subject: entry.subject, expected: show(total), says });
  }
  if (state.kind === "blank" && assessment.items.every((item) => item.state.kind === "none") && hasNumbers(sheet, key)) {
    const says = { id: "score.missing", values: { subject: entry.subject, item: columnName(sheet, null, key) } };
    context.findings.add({ code: "score.missing", rule, at: state.at, subject: entry.subject, says });
  }
  if (state.kind !== "number" || total === null || !score) return;
  const written = toNumber(state.amount);
  if (agrees(written, total, sheet.judging.pack.rounding)) return;
  const derived = of === "school" ? totalWithDerived(context, sheet, entry, assessment) : null;
  if (derived !== null && agrees(written, derived, sheet.judging.pack.rounding)) return;
  const values = { subject: entry.subject, written: show(state.amount), total: show(total) };
  const isWeighted = assessment.items.some((item) => item.rule.kind === "composite");
  const says = { id: isWeighted ? "score.total-weighted" : "score.total-mismatch", values };
  context.findings.add({
    code: "score.total-mismatch",
    rule,
    at: state.at,
    subject: entry.subject,
    value: show(state.amount),
    expected: show(total),
    says,
    outcome: score,
  });
}

/** A total above the full score: through bonus it may be; a score that knows no bonus is out of range, and nothing is judged by it. */
function judgeHeight(context: CheckContext, sheet: Sheet, entry: Entry, of: string, assessment: Assessment): void {
  const key = totalKey(sheet.judging, sheet.table, of);
  const state = entry.number(key);
  const total = totalToJudge(sheet, entry, assessment);
  const rule = passLine(sheet.judging, of);
  // Another score in a table of its own is judged with its kind.
  if (total === null || key === rule?.id) return;
  const at = state.kind === "none" ? entry.place : state.at;
  const full = fullOf(assessment, rule);
  if (rule) context.judged.add(rule.id);
  const common = { at, subject: entry.subject, value: show(total), expected: show(full) };
  const isAbove = total.compare(full) > 0;
  const isBelow = total.compare(0) < 0;
  if (isBelow || (isAbove && assessment.bonuses.length === 0)) {
    const values = { subject: entry.subject, item: columnName(sheet, rule, key), value: show(total), full: show(full) };
    const says = { id: isBelow ? "score.negative" : "score.out-of-range", values };
    context.findings.add({ code: "score.out-of-range", ...common, rule, says });
    entry.refuse(key);
    return;
  }
  if (isAbove) {
    const says = { id: "score.above-full", values: { subject: entry.subject, total: show(total), full: show(full) } };
    context.findings.add({ code: "score.above-full", ...common, rule: assessment.bonuses[0]?.rule ?? rule, says });
  }
  if (rule) judgeBorderline(context, entry, rule, { at, total, shown: state.kind === "number" ? state.shown : null });
}

interface Line {
  readonly at: Entry["place"];
  readonly total: ReturnType<typeof exact>;
  readonly shown: ReturnType<typeof exact> | null;
}

function judgeBorderline(context: CheckContext, entry: Entry, rule: RuleOf<"pass">, { at, total, shown }: Line): void {
  if (!isBorderline(rule, total, shown)) return;
  const values = { subject: entry.subject, total: show(total), line: show(exact(rule.line ?? 0)) };
  context.findings.add({
    code: "score.borderline",
    rule,
    at,
    subject: entry.subject,
    value: show(total),
    expected: rule.line,
    says: { id: "score.borderline", values },
  });
}

/** What the form calls a score; a pass line's own name speaks of the line. */
function columnName(sheet: Sheet, rule: RuleOf<"pass"> | null, key = rule?.id): string {
  const column = sheet.table.columns.find((candidate) => candidate.key === key);
  return column ? headerName(column) : (rule?.name ?? "");
}

/** Scores of other pass lines that stand in the same table (校本考核成绩). */
function judgeOtherScores(context: CheckContext, sheet: Sheet, entry: Entry, assessment: Assessment): void {
  for (const rule of sheet.judging.pack.rules) {
    if (rule.kind !== "pass" || (rule.of === rubricOf(sheet) && assessment.items.length > 0)) continue;
    const state = entry.number(rule.id);
    if (state.kind !== "none") context.judged.add(rule.id);
    if (state.kind === "blank") {
      const says = { id: "score.missing", values: { subject: entry.subject, item: columnName(sheet, rule) } };
      context.findings.add({ code: "score.missing", rule, at: state.at, subject: entry.subject, says });
    }
    if (state.kind !== "number") continue;
    const full = exact(rule.full ?? FULL_UNLESS_SAID);
    if (state.amount.compare(0) < 0 || state.amount.compare(full) > 0) {
      const values = { subject: entry.subject, item: columnName(sheet, rule), value: show(state.amount), full: show(full) };
      const id = state.amount.compare(0) < 0 ? "score.negative" : "score.out-of-range";
      context.findings.add({
        code: "score.out-of-range",
        rule,
        at: state.at,
        subject: entry.subject,
        value: show(state.amount),
        expected: show(full),
        says: { id, values },
      });
      entry.refuse(rule.id);
      continue;
    }
    judgeBorderline(context, entry, rule, { at: state.at, total: state.amount, shown: state.shown });
  }
}

export const scores: Check = function* (context) {
  if (context.sheets.some(({ table }) => table.kind === "school-assessment")) yield* gatherMembers(context);
  for (const sheet of context.sheets) {
    const of = rubricOf(sheet);
    if (of === null) continue;
    yield* eachRecord(sheet, (entry) => {
      if (entry.isWaived) return;
      const assessment = assessed(context, sheet, entry);
      for (const { rule, state } of assessment.items) if (state.kind !== "none") context.judged.add(rule.id);
      judgeItems(context, entry, assessment);
      judgeTotal(context, sheet, entry, of, assessment);
      judgeHeight(context, sheet, entry, of, assessment);
      judgeOtherScores(context, sheet, entry, assessment);
    });
  }
};
