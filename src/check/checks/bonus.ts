/** 奖励加分: bonus.not-entitled, bonus.not-multiple, and roles that only an open list covers (choice.unlisted). */
import { exact, show } from "../../values/exact";
import { assessed, roleIn } from "../assessments";
import { rubricOf, type Assessment, type BonusState } from "../assessment";
import { eachRecord, type Check, type CheckContext } from "../context";
import type { Entry } from "../record";

function judge(context: CheckContext, entry: Entry, bonus: BonusState): void {
  const { rule, state } = bonus;
  if (state.kind !== "none") context.judged.add(rule.id);
  if (state.kind !== "number") return;
  const common = { rule, at: state.at, subject: entry.subject, value: show(state.amount) };
  const role = roleIn(context, entry) ?? "";
  const values = { subject: entry.subject, bonus: rule.name, value: show(state.amount), role };
  if (bonus.isBelowZero) {
    const says = { id: "score.negative", values: { subject: entry.subject, item: rule.name, value: show(state.amount) } };
    context.findings.add({ code: "score.out-of-range", ...common, says });
    return;
  }
  if (!bonus.isMultiple) {
    const points = show(exact(rule.points ?? 1));
    context.findings.add({
      code: "bonus.not-multiple",
      ...common,
      says: { id: bonus.inPoints ? "bonus.not-multiple" : "bonus.not-whole", values: { ...values, points } },
    });
  }
  if (bonus.entitlement === "not-entitled") {
    const id = role === "" ? "bonus.no-role" : "bonus.not-entitled";
    const roles = (rule.roles ?? []).join("、");
    context.findings.add({ code: "bonus.not-entitled", ...common, expected: 0, says: { id, values: { ...values, roles } } });
  }
  if (bonus.entitlement === "open") {
    context.findings.add({ code: "choice.unlisted", ...common, says: { id: "bonus.open-role", values } });
  }
}

/** The column of all bonuses together: nothing to judge but that points are added, and by which rules. */
function judgeShared(context: CheckContext, entry: Entry, { sharedBonus, bonuses }: Assessment): void {
  if (sharedBonus.kind === "none") return;
  for (const { rule } of bonuses) context.judged.add(rule.id);
  const [first] = bonuses;
  if (!first || sharedBonus.kind !== "number" || sharedBonus.amount.compare(exact(0)) >= 0) return;
  const value = show(sharedBonus.amount);
  const says = { id: "score.negative", values: { subject: entry.subject, item: first.rule.name, value } };
  context.findings.add({ code: "score.out-of-range", rule: first.rule, at: sharedBonus.at, subject: entry.subject, value, says });
}

export const bonus: Check = function* (context) {
  for (const sheet of context.sheets) {
    if (rubricOf(sheet) === null) continue;
    yield* eachRecord(sheet, (entry) => {
      if (entry.isWaived) return;
      const assessment = assessed(context, sheet, entry);
      for (const state of assessment.bonuses) judge(context, entry, state);
      judgeShared(context, entry, assessment);
    });
  }
};
