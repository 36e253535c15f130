/**
 * What each teacher's record in an assessment form comes to: scores against their pass lines, certificate, credited hours,
 * bonus. Worked out from the same assessments as the check; 统计 and 学时证明 are made of it.
 */
import type { RuleOf } from "../policy/schema";
import { judgeAllOf } from "../rules/all-of";
import { judgePass } from "../rules/pass";
import type { Exact } from "../values/exact";
import { assessed } from "./assessments";
import { allOfRule, rubricOf, scoresOf, totalToJudge, type Assessment } from "./assessment";
import { dueIn } from "./checks/credits";
import type { CheckContext, Sheet } from "./context";
import { schoolOf } from "./people";
import type { Entry } from "./record";

/** A score against its line; null where it cannot be told. */
export interface LineState {
  readonly rule: RuleOf<"pass">;
  readonly score: Exact | null;
  readonly passed: boolean | null;
}

export interface TeacherState {
  readonly sheet: Sheet;
  readonly entry: Entry;
  readonly name: string;
  readonly school: string;
  /** Gave up in writing: counted by nothing. */
  readonly isWaived: boolean;
  readonly assessment: Assessment;
  readonly total: Exact | null;
  readonly lines: readonly LineState[];
  /** Null where the policy has no certificate. */
  readonly certificate: { readonly rule: RuleOf<"all-of">; readonly granted: boolean | null } | null;
  /** Null where the policy grants no hours or they cannot be told. */
  readonly credited: Exact | null;
}

function lineState(sheet: Sheet, entry: Entry, rule: RuleOf<"pass">, total: Exact | null): LineState {
  const own = rule.of === rubricOf(sheet);
  const state = entry.number(rule.id);
  const score = own ? total : state.kind === "number" ? state.amount : null;
  const outcome = score === null ? null : judgePass(rule, score);
  return { rule, score, passed: outcome?.decided === true ? outcome.value : null };
}

/** The pass lines whose scores the form holds. */
function linesIn(sheet: Sheet): RuleOf<"pass">[] {
  const keys = new Set(sheet.table.columns.map((column) => column.key));
  return sheet.judging.pack.rules.filter((rule): rule is RuleOf<"pass"> => {
    return rule.kind === "pass" && (rule.of === rubricOf(sheet) || keys.has(rule.id));
  });
}

function certificateOf(sheet: Sheet, entry: Entry, assessment: Assessment): TeacherState["certificate"] {
  const rule = allOfRule(sheet.judging);
  if (!rule) return null;
  const scores = scoresOf(sheet, entry, assessment);
  const outcome = scores === null ? null : judgeAllOf(sheet.judging, rule, scores);
  return { rule, granted: outcome?.decided === true ? outcome.value : null };
}

function teacherState(context: CheckContext, sheet: Sheet, entry: Entry, rules: readonly RuleOf<"pass">[]): TeacherState {
  const assessment = assessed(context, sheet, entry);
  const total = totalToJudge(sheet, entry, assessment);
  const credited = entry.isWaived ? null : dueIn(context, sheet, entry, null);
  return {
    sheet,
    entry,
    name: entry.subject,
    school: schoolOf(entry),
    isWaived: entry.isWaived,
    assessment,
    total,
    lines: rules.map((rule) => lineState(sheet, entry, rule, total)),
    certificate: certificateOf(sheet, entry, assessment),
    credited: credited?.decided === true ? credited.value : null,
  };
}

const memory = new WeakMap<Sheet, readonly TeacherState[]>();

/** So many records are worked out before others may run. */
const batch = 64;

/** All records of a teacher form, in its order; worked out once, pausing now and then. */
export function* teachersIn(context: CheckContext, sheet: Sheet): Generator<void, readonly TeacherState[]> {
  const known = memory.get(sheet);
  if (known) return known;
  const rules = linesIn(sheet);
  const states: TeacherState[] = [];
  for (const entry of sheet.records) {
    states.push(teacherState(context, sheet, entry, rules));
    if (states.length % batch === 0) yield;
  }
  memory.set(sheet, states);
  return states;
}
