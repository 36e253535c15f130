/** 字数, 节数, 学时数: evidence.below, hours.cap-exceeded above the most that counts. Logic where the record claims otherwise (达标, or full points for the item). */
import type { RuleOf } from "../../policy/schema";
import { factsNeeded, judgeEvidence, measureOf } from "../../rules/evidence";
import type { Person } from "../../rules/who";
import { exact, show, toNumber } from "../../values/exact";
import { claimedIn, noteOutcome } from "../claims";
import { eachRecord, type Check, type CheckContext, type Sheet } from "../context";
import { rubricOf } from "../assessment";
import { personIn } from "../facts";
import { headerPlace } from "../header";
import type { Entry } from "../record";

type Evidence = RuleOf<"evidence">;

/** A rule and the column in which its amount stands. */
interface Measure {
  readonly rule: Evidence;
  readonly key: string;
}

/** Rules with a column of their own; where none has, the only rule that the policy has for such forms, by 次数. */
function measuresIn(sheet: Sheet): Measure[] {
  const keys = new Set(sheet.table.columns.map((column) => column.key));
  const all = sheet.judging.pack.rules.filter((rule): rule is Evidence => rule.kind === "evidence");
  const own = all.filter((rule) => keys.has(rule.id)).map((rule) => ({ rule, key: rule.id }));
  if (own.length > 0 || sheet.table.kind !== "observation" || !keys.has("times")) return own;
  const listed = sheet.judging.pack.tables.filter(({ kind }) => kind === sheet.table.kind).flatMap(({ rules }) => rules);
  const [only, another] = all.filter((rule) => listed.includes(rule.id));
  return only && !another ? [{ rule: only, key: "times" }] : [];
}

/** Full points for the item that the evidence is about. */
function hasFullPoints(sheet: Sheet, entry: Entry, rule: Evidence): boolean {
  const item = sheet.judging.pack.rules.find((other) => other.id === rule.of);
  if (item?.kind !== "rubric") return false;
  const state = entry.number(item.id);
  return state.kind === "number" && state.amount.equals(exact(item.points));
}

/** The columns that say how old a person is, or what post he holds. */
const columnsOf = { age: ["birth", "age", "id"], role: ["role", "title"] } as const;

/** What is asked for depends on the person: said of the amount that cannot be judged, or once at the header of a form without one. */
function tellUnknown(context: CheckContext, sheet: Sheet, entry: Entry, { rule, key }: Measure, person: Person): void {
  const unknown = [...factsNeeded(rule)].find((fact) => person[fact] === null) ?? "age";
  const state = entry.number(key);
  if (state.kind === "none") return;
  if (!columnsOf[unknown].some((each) => entry.cell(each))) {
    const says = { id: `evidence.undecided-all-${unknown}`, values: { item: rule.name } };
    context.findings.add({ code: "rule.not-evaluable", rule, at: headerPlace(sheet.table, key), says });
    return;
  }
  const says = { id: "evidence.undecided", values: { subject: entry.subject, item: rule.name } };
  context.findings.add({ code: "rule.not-evaluable", rule, at: state.at, subject: entry.subject, says });
}

function judge(context: CheckContext, sheet: Sheet, entry: Entry, { rule, key }: Measure, person: Person): void {
  const state = entry.number(key);
  context.judged.add(rule.id);
  if (state.kind !== "number") return;
  const outcome = judgeEvidence(sheet.judging, rule, state.amount, person);
  if (!outcome.decided) {
    tellUnknown(context, sheet, entry, { rule, key }, person);
    return;
  }
  noteOutcome(context, entry, rule, outcome.value);
  if (outcome.value) return;
  if (rule.max !== undefined && state.amount.compare(exact(rule.max)) > 0) {
    const values = { subject: entry.subject, item: rule.name, value: show(state.amount), unit: rule.unit, most: rule.max };
    const common = { rule, at: state.at, subject: entry.subject, value: show(state.amount), expected: rule.max };
    context.findings.add({ code: "hours.cap-exceeded", ...common, says: { id: "evidence.above", values }, outcome });
    return;
  }
  // The result of a score form speaks of the score.
  const claimed = claimedIn(entry, "claim") ?? (rubricOf(sheet) === null ? claimedIn(entry, "result") : null);
  const full = hasFullPoints(sheet, entry, rule);
  const level = claimed === true || full ? "logic" : "experience";
  const needed = measureOf(sheet.judging, rule, state.amount, person);
  const least = needed === null ? (rule.min ?? 0) : toNumber(needed);
  const values = { subject: entry.subject, item: rule.name, value: show(state.amount), unit: rule.unit, least };
  const id = full ? "evidence.below-full" : "evidence.below";
  const common = { rule, at: state.at, subject: entry.subject, value: show(state.amount), expected: least };
  context.findings.add({ code: "evidence.below", level, ...common, says: { id, values }, outcome });
}

export const evidence: Check = function* (context) {
  for (const sheet of context.sheets) {
    const measures = measuresIn(sheet);
    if (measures.length === 0) continue;
    yield* eachRecord(sheet, (entry) => {
      if (entry.isWaived) return;
      const person = personIn(context, sheet, entry);
      for (const measure of measures) judge(context, sheet, entry, measure, person);
    });
  }
};
