/** 考核结果, 是否发证: score.result-mismatch, and words that are no result (choice.unknown). */
import { rulesOf } from "../../policy/resolve";
import type { Rule, RuleOf } from "../../policy/schema";
import { judgeAllOf } from "../../rules/all-of";
import type { Outcome } from "../../rules/outcome";
import { readMark, readOutcome } from "../../values/mark";
import { assessed } from "../assessments";
import { allOfRule, rubricOf, scoresOf, type Assessment } from "../assessment";
import { resultKey } from "../../table/rulecolumns";
import { isFilledIn, onceAColumn } from "../columns";
import { eachRecord, type Check, type CheckContext, type Sheet } from "../context";
import type { Entry } from "../record";
import { judgeResult, resultRule } from "../result-meaning";
import words from "../words.json";

const tickMarks: ReadonlySet<string> = new Set(words.ticks);

interface Claim {
  readonly key: string;
  readonly rule: Rule;
  readonly outcome: Outcome<boolean>;
  /** Words that mean met and unmet beside the usual ones. */
  readonly met: string;
  readonly unmet: string;
}

function claimedIn(entry: Entry, claim: Claim): boolean | null {
  const text = entry.text(claim.key).replace(/\s+/gu, "");
  if (text === claim.met) return true;
  if (text === claim.unmet) return false;
  const outcome = readOutcome(text);
  if (outcome !== null) return outcome === "met";
  const mark = readMark(text);
  return mark === null ? null : mark === "yes";
}

function judgeClaim(context: CheckContext, sheet: Sheet, entry: Entry, claim: Claim): void {
  const cell = entry.cell(claim.key);
  const text = entry.text(claim.key);
  if (!cell || isGraded(sheet, claim.key)) return;
  context.judged.add(claim.rule.id);
  const at = entry.placeOf(cell);
  const common = { rule: claim.rule, at, subject: entry.subject };
  if (text === "" && !isTicked(sheet, claim.key)) {
    if (cell.formula !== null || !claim.outcome.decided || !isFilledIn(sheet, claim.key)) return;
    const says = { id: "result.missing", values: { subject: entry.subject } };
    context.findings.add({ code: "score.missing", ...common, says });
    return;
  }
  const claimed = text === "" ? false : claimedIn(entry, claim);
  if (claimed === null) {
    const says = { id: "result.unknown-word", values: { subject: entry.subject, text, met: claim.met, unmet: claim.unmet } };
    context.findings.add({ code: "choice.unknown", ...common, value: text, says });
    return;
  }
  if (!claim.outcome.decided || claimed === claim.outcome.value) return;
  const due = claim.outcome.value ? claim.met : claim.unmet;
  const id = text === "" ? "result.unticked" : "score.result-mismatch";
  const says = { id, values: { subject: entry.subject, text, due } };
  context.findings.add({ code: "score.result-mismatch", ...common, value: text, expected: due, says, outcome: claim.outcome });
}

/** A column that is ticked where something holds and left blank where not: nothing but √ stands in it. */
const isTicked = onceAColumn((sheet, key) => {
  const isOther = (text: string): boolean => text !== "" && !tickMarks.has(text);
  return isFilledIn(sheet, key) && !sheet.records.some((entry) => isOther(entry.text(key)));
});

const grade = new RegExp(`^[${words.grades.marks}][${words.grades.after}]*$`, "iu");

/** A scale of the school's own (A, B, C), of which no document says what it stands for. */
const isGraded = onceAColumn((sheet, key) => {
  const texts = sheet.records.map((entry) => entry.text(key)).filter((text) => text !== "");
  return texts.length > 0 && texts.every((text) => grade.test(text.normalize("NFKC")));
});

function claimsOf(context: CheckContext, sheet: Sheet, entry: Entry, assessment: Assessment): Claim[] {
  const claims: Claim[] = [];
  const rule = resultRule(context, sheet);
  const outcome = rule ? judgeResult(sheet, entry, assessment, rule) : null;
  if (rule && outcome) claims.push({ key: "result", rule, outcome, ...words.result });
  for (const line of otherLines(sheet)) {
    const own = judgeResult(sheet, entry, assessment, line);
    if (own) claims.push({ key: resultKey(line.id), rule: line, outcome: own, ...words.result });
  }
  const all = allOfRule(sheet.judging);
  const scores = all ? scoresOf(sheet, entry, assessment) : null;
  if (all && scores)
    claims.push({ key: all.id, rule: all, outcome: judgeAllOf(sheet.judging, all, scores), met: all.met, unmet: all.unmet });
  return claims;
}

/** Pass lines whose score has a result column of its own (校本是否合格). */
function otherLines({ table, judging }: Sheet): RuleOf<"pass">[] {
  const keys = new Set(table.columns.map((column) => column.key));
  return rulesOf(judging.pack, "pass").filter(({ id }) => keys.has(resultKey(id)));
}

export const results: Check = function* (context) {
  for (const sheet of context.sheets) {
    if (rubricOf(sheet) === null) continue;
    yield* eachRecord(sheet, (entry) => {
      if (entry.isWaived) return;
      const assessment = assessed(context, sheet, entry);
      for (const claim of claimsOf(context, sheet, entry, assessment)) judgeClaim(context, sheet, entry, claim);
    });
  }
};
