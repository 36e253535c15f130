/** 后果: what the document says follows, stated beside the person or school it touches (info; it changes no verdict). */
import type { Rule } from "../../policy/schema";
import { consequencesOf, type ConsequentOutcome } from "../../rules/consequence";
import { judgePass } from "../../rules/pass";
import { assessed } from "../assessments";
import { passLine, rubricOf, totalToJudge } from "../assessment";
import { eachRecord, inBatches, type Check, type CheckContext, type Sheet } from "../context";
import type { Place } from "../findings";
import type { Entry } from "../record";

/** Findings that say that a rule was not met by somebody. */
const unmet: ReadonlySet<string> = new Set([
  "hours.block-short",
  "hours.cycle-short",
  "hours.year-empty",
  "evidence.below",
  "quota.short",
  "budget.short",
]);

interface Judged {
  readonly ruleId: string;
  readonly outcome: ConsequentOutcome;
}

function state(context: CheckContext, sheet: Sheet, { ruleId, outcome }: Judged, subject: string, at: Place): void {
  for (const rule of consequencesOf(sheet.judging, ruleId, outcome)) {
    const says = { id: "consequence.stated", values: { subject, effect: rule.effect } };
    context.findings.add({ code: "consequence.stated", rule, at, subject, says });
  }
}

/** A block is short: then its year's task is not met. */
function taskOf(rule: Rule | undefined): string | null {
  if (!rule) return null;
  return rule.kind === "hours" && rule.of !== undefined ? rule.of : rule.id;
}

function judgeFailed(context: CheckContext, sheet: Sheet, entry: Entry, of: string): void {
  const line = passLine(sheet.judging, of);
  if (!line) return;
  if (entry.isWaived) {
    state(context, sheet, { ruleId: line.id, outcome: "waived" }, entry.subject, entry.place);
    return;
  }
  const total = totalToJudge(sheet, entry, assessed(context, sheet, entry));
  const verdict = total === null ? null : judgePass(line, total);
  const failed = verdict?.decided === true && !verdict.value;
  if (failed) state(context, sheet, { ruleId: line.id, outcome: "unmet" }, entry.subject, entry.place);
}

export const consequences: Check = function* (context) {
  const found = context.findings.all().filter((finding) => unmet.has(finding.code) && finding.rule !== null);
  for (const sheet of context.sheets) {
    const of = rubricOf(sheet);
    if (of !== null) yield* eachRecord(sheet, (entry) => judgeFailed(context, sheet, entry, of));
    const rules = new Map(sheet.judging.pack.rules.map((rule) => [rule.id, rule] as const));
    const here = found.filter((finding) => finding.sheet === sheet.table.sheet.name);
    if (here.length === 0) continue;
    const places = new Map<string, Place>();
    yield* eachRecord(sheet, (entry) => places.set(entry.subject, entry.place));
    yield* inBatches(here, (finding) => {
      const place = places.get(finding.subject ?? "");
      const task = taskOf(rules.get(finding.rule ?? ""));
      if (place && task !== null) state(context, sheet, { ruleId: task, outcome: "unmet" }, finding.subject ?? "", place);
    });
  }
};
