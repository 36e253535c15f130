/** 认定学时: hours.credit-mismatch. A column 认定学时 may mean the rubric's own hours or all hours together; the form decides. */
import type { RuleOf } from "../../policy/schema";
import { creditedHours, passRuleOf } from "../../rules/grant";
import { readingOf } from "../../rules/judging";
import type { Outcome } from "../../rules/outcome";
import { agrees, exact, show, toNumber, type Exact } from "../../values/exact";
import { assessed } from "../assessments";
import { rubricOf, scoresOf } from "../assessment";
import { hasNumbers } from "../columns";
import { eachRecord, type Check, type CheckContext, type Sheet } from "../context";
import type { Entry } from "../record";

/** Which pass lines' hours a column holds. */
interface CreditColumn {
  readonly key: string;
  readonly only: readonly string[] | null;
}

function grantsOf(sheet: Sheet): RuleOf<"grant">[] {
  return sheet.judging.pack.rules.filter((rule): rule is RuleOf<"grant"> => rule.kind === "grant");
}

function lineOf(sheet: Sheet, grant: RuleOf<"grant">): string {
  return passRuleOf(sheet.judging, grant)?.of ?? "";
}

/** The hours that a record is credited with; `only`: by these pass lines alone. Null where the scores cannot be told or nothing is granted. */
export function dueIn(context: CheckContext, sheet: Sheet, entry: Entry, only: readonly string[] | null): Outcome<Exact> | null {
  const scores = scoresOf(sheet, entry, assessed(context, sheet, entry));
  if (!scores) return null;
  const counted = only === null ? scores : new Map([...scores].filter(([key]) => only.includes(key)));
  const outcome = creditedHours(sheet.judging, counted);
  const added = addedHours(sheet, entry);
  return outcome?.decided === true && added !== null ? { ...outcome, value: outcome.value.add(added) } : outcome;
}

/** Certified hours that count beside the granted ones, where the reading has it so (平台认定的 10 学时另计). */
function addedHours(sheet: Sheet, entry: Entry): Exact | null {
  for (const rule of sheet.judging.pack.rules) {
    if (rule.kind !== "evidence" || readingOf(sheet.judging, rule, "counted")?.value !== "added") continue;
    const state = entry.number(rule.id);
    if (rule.min !== null && state.kind === "number" && state.amount.compare(exact(rule.min)) >= 0) return exact(rule.min);
  }
  return null;
}

/** So many records are enough to see how a column is meant. */
const sample = 200;

/** How many records of a column agree when it is read so. */
function fit(context: CheckContext, sheet: Sheet, column: CreditColumn): number {
  return sheet.records.slice(0, sample).filter((entry) => {
    const state = entry.number(column.key);
    const due = dueIn(context, sheet, entry, column.only);
    return state.kind === "number" && due?.decided === true && state.amount.equals(due.value);
  }).length;
}

function creditColumns(context: CheckContext, sheet: Sheet): CreditColumn[] {
  const keys = new Set(sheet.table.columns.flatMap((column) => column.key ?? []));
  const own = grantsOf(sheet)
    .filter((grant) => keys.has(grant.id))
    .map((grant) => ({ key: grant.id, only: [lineOf(sheet, grant)] }));
  if (!keys.has("credited")) return own;
  const of = rubricOf(sheet) ?? "teacher";
  const readings: CreditColumn[] = [
    { key: "credited", only: null },
    { key: "credited", only: [of] },
    ...grantsOf(sheet).map((grant) => ({ key: "credited", only: [lineOf(sheet, grant)] })),
  ];
  const best = readings.reduce((chosen, reading) => (fit(context, sheet, reading) > fit(context, sheet, chosen) ? reading : chosen));
  return [...own, best];
}

function judge(context: CheckContext, sheet: Sheet, entry: Entry, column: CreditColumn): void {
  const state = entry.number(column.key);
  const rule = grantsOf(sheet).find((grant) => column.only === null || column.only.includes(lineOf(sheet, grant))) ?? null;
  const due = entry.isWaived ? null : dueIn(context, sheet, entry, column.only);
  const hours = entry.isWaived ? exact(0) : due?.decided === true ? due.value : null;
  if (hours === null || !rule) return;
  context.judged.add(rule.id);
  const unit = sheet.judging.pack.unit;
  if (state.kind === "blank" && !hours.equals(exact(0)) && hasNumbers(sheet, column.key)) {
    const says = { id: "credit.missing", values: { subject: entry.subject, due: show(hours), unit } };
    context.findings.add({ code: "hours.credit-mismatch", rule, at: state.at, subject: entry.subject, expected: show(hours), says });
  }
  if (state.kind !== "number" || agrees(toNumber(state.amount), hours, sheet.judging.pack.rounding)) return;
  const values = { subject: entry.subject, written: show(state.amount), due: show(hours), unit };
  const id = entry.isWaived ? "credit.waived" : "hours.credit-mismatch";
  context.findings.add({
    code: "hours.credit-mismatch",
    rule,
    at: state.at,
    subject: entry.subject,
    value: show(state.amount),
    expected: show(hours),
    says: { id, values },
    ...(due ? { outcome: due } : {}),
  });
}

export const credits: Check = function* (context) {
  for (const sheet of context.sheets) {
    yield;
    if (sheet.table.kind !== "teacher-assessment" || grantsOf(sheet).length === 0) continue;
    const columns = creditColumns(context, sheet);
    yield* eachRecord(sheet, (entry) => {
      for (const column of columns) judge(context, sheet, entry, column);
    });
  }
};
