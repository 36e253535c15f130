/**
 * 学期学时认定表: a summary of hours that pass lines grant (县级 24, 校本 12): hours.credit-mismatch where a granted amount is
 * not what the rule or the score sheet of the same workbook gives, hours.total-mismatch where the sum is wrong.
 */
import { passRuleOf } from "../../rules/grant";
import { judgePass } from "../../rules/pass";
import type { RuleOf } from "../../policy/schema";
import { agrees, exact, show, sum, toNumber, type Exact } from "../../values/exact";
import { assessed } from "../assessments";
import { scoresOf } from "../assessment";
import { eachRecord, sheetsOfKind, type Check, type CheckContext, type Sheet } from "../context";
import { directoryOf, directorySteps, personOf } from "../people";
import type { Entry } from "../record";

type Grant = RuleOf<"grant">;

const zero = exact(0);

/** The scores of a person in the score sheets of the workbook, by pass line; null where they are not there or undecided. */
type ScoresFor = (entry: Entry) => ReadonlyMap<string, Exact> | null;

function scoresIn(context: CheckContext): ScoresFor {
  const sheets = sheetsOfKind(context, "teacher-assessment").map((sheet) => ({ sheet, directory: directoryOf(sheet) }));
  return (entry) => {
    const person = personOf(entry);
    for (const { sheet, directory } of person ? sheets : []) {
      const [found, another] = person ? directory.find(person) : [];
      if (!found || another || found.isWaived) continue;
      return scoresOf(sheet, found, assessed(context, sheet, found));
    }
    return null;
  };
}

/** What the person must be credited: by his score where it is known, else what is written if the rule can give it. */
function dueFor(sheet: Sheet, grant: Grant, written: Exact, scores: ReadonlyMap<string, Exact> | null): Exact {
  const line = passRuleOf(sheet.judging, grant);
  const score = line ? scores?.get(line.of) : undefined;
  const verdict = line && score ? judgePass(line, score) : null;
  if (verdict?.decided === true) return verdict.value ? exact(grant.hours) : zero;
  return written.equals(zero) ? zero : exact(grant.hours);
}

function judgeGrant(context: CheckContext, sheet: Sheet, entry: Entry, grant: Grant, scores: ReadonlyMap<string, Exact> | null): void {
  const state = entry.number(grant.id);
  if (state.kind !== "number" && state.kind !== "blank") return;
  context.judged.add(grant.id);
  const written = state.kind === "number" ? state.amount : zero;
  const due = dueFor(sheet, grant, written, scores);
  if (agrees(toNumber(written), due, sheet.judging.pack.rounding)) return;
  const values = { subject: entry.subject, written: show(written), due: show(due), unit: sheet.judging.pack.unit };
  const common = { rule: grant, at: state.at, subject: entry.subject, value: show(written), expected: show(due) };
  context.findings.add({ code: "hours.credit-mismatch", ...common, says: { id: "hours.credit-mismatch", values } });
}

function judgeTotal(context: CheckContext, sheet: Sheet, entry: Entry, grants: readonly Grant[]): void {
  const parts = grants.map((grant) => entry.number(grant.id)).filter((state) => state.kind !== "none");
  const total = [entry.number("total"), entry.number("credited")].find((state) => state.kind !== "none");
  if (parts.length < 2 || total?.kind !== "number" || parts.some((state) => state.kind === "refused")) return;
  const due = sum(parts.map((state) => (state.kind === "number" ? state.amount : zero)));
  if (agrees(toNumber(total.amount), due, sheet.judging.pack.rounding)) return;
  const values = { subject: entry.subject, written: show(total.amount), due: show(due) };
  const common = { at: total.at, subject: entry.subject, value: show(total.amount), expected: show(due) };
  context.findings.add({ code: "hours.total-mismatch", ...common, says: { id: "hours.total-mismatch", values } });
}

export const grantYears: Check = function* (context) {
  for (const sheet of sheetsOfKind(context, "hours-year").length > 0 ? sheetsOfKind(context, "teacher-assessment") : [])
    yield* directorySteps(sheet);
  const scoresFor = scoresIn(context);
  for (const sheet of sheetsOfKind(context, "hours-year")) {
    const grants = sheet.judging.pack.rules.filter((rule): rule is Grant => rule.kind === "grant");
    if (grants.length === 0) continue;
    yield* eachRecord(sheet, (entry) => {
      if (entry.isWaived) return;
      const scores = scoresFor(entry);
      for (const grant of grants) judgeGrant(context, sheet, entry, grant, scores);
      judgeTotal(context, sheet, entry, grants);
    });
  }
};
