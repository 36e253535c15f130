/** 年度学时汇总: hours.block-short, hours.total-mismatch, claim.understated; also hours due only from some (班主任 30 学时). */
import type { RuleOf } from "../../policy/schema";
import { mainHours, type HoursState } from "../../rules/hours";
import type { Outcome } from "../../rules/outcome";
import { isAbout } from "../../rules/who";
import { agrees, exact, show, sum, toNumber, type Exact } from "../../values/exact";
import { claimedIn, noteOutcome } from "../claims";
import { eachRecord, sheetsOfKind, type Check, type CheckContext, type Sheet } from "../context";
import { personIn } from "../facts";
import type { Entry } from "../record";
import { amountsOf, blocksIn, judgeAmounts, type Block } from "../year-hours";

type Hours = RuleOf<"hours">;

const zero = exact(0);

function shortBlock(
  context: CheckContext,
  entry: Entry,
  block: Block,
  gap: Exact,
  claimed: boolean | null,
  outcome: Outcome<HoursState>,
): void {
  if (block.state.kind === "none" || gap.equals(zero)) return;
  const { rule, state } = block;
  const amount = state.kind === "number" ? state.amount : zero;
  const due = show(exact(rule.hours ?? 0));
  const values = { subject: entry.subject, block: rule.name, amount: show(amount), due, gap: show(gap) };
  context.findings.add({
    code: "hours.block-short",
    level: claimed === true ? "logic" : "experience",
    rule,
    at: state.at,
    subject: entry.subject,
    value: show(amount),
    expected: due,
    says: { id: claimed === true ? "hours.block-short-claimed" : "hours.block-short", values },
    outcome,
  });
}

function judgeTotal(context: CheckContext, sheet: Sheet, entry: Entry, rule: Hours, total: Exact): void {
  const state = entry.number("total");
  if (state.kind !== "number" || agrees(toNumber(state.amount), total, sheet.judging.pack.rounding)) return;
  const values = { subject: entry.subject, written: show(state.amount), due: show(total) };
  const says = { id: "hours.total-mismatch", values };
  context.findings.add({
    code: "hours.total-mismatch",
    rule,
    at: state.at,
    subject: entry.subject,
    value: show(state.amount),
    expected: show(total),
    says,
  });
}

function judgeRecord(context: CheckContext, sheet: Sheet, entry: Entry, main: Hours): void {
  const blocks = blocksIn(sheet, entry, main);
  if (blocks.length === 0) return;
  context.judged.add(main.id);
  for (const { rule, state } of blocks) if (state.kind !== "none") context.judged.add(rule.id);
  const amounts = amountsOf(blocks);
  const claimed = claimedIn(entry, "claim") ?? claimedIn(entry, "result");
  const byTotal = blocks.length === 1 && blocks[0]?.rule === main;
  if (amounts && !byTotal) judgeTotal(context, sheet, entry, main, sum(amounts));
  const outcome = amounts && main.hours !== null ? judgeAmounts(sheet, main, byTotal, amounts) : null;
  if (!outcome?.decided) {
    judgeBlocksAlone(context, sheet, entry, blocks, claimed);
    return;
  }
  const { gaps, lacking } = outcome.value;
  for (const [index, block] of blocks.entries()) shortBlock(context, entry, block, gaps[index] ?? zero, claimed, outcome);
  noteOutcome(context, entry, main, lacking.equals(zero));
}

/** Where one block cannot be told, the others are still judged by themselves. */
function judgeBlocksAlone(context: CheckContext, sheet: Sheet, entry: Entry, blocks: readonly Block[], claimed: boolean | null): void {
  for (const block of blocks) {
    if (block.state.kind !== "number" || block.rule.hours === null) continue;
    const outcome = judgeAmounts(sheet, block.rule, true, [block.state.amount]);
    if (outcome.decided) shortBlock(context, entry, block, outcome.value.lacking, claimed, outcome);
  }
}

/** Hours that only some persons owe: a column of their own, judged where the person is known to be one of them. */
function judgeSpecial(context: CheckContext, sheet: Sheet, entry: Entry, rule: Hours): void {
  const state = entry.number(rule.id);
  if (state.kind === "none" || state.kind === "refused" || !rule.who || rule.hours === null) return;
  context.judged.add(rule.id);
  if (isAbout(rule.who, personIn(context, sheet, entry)) !== true) return;
  const amount = state.kind === "number" ? state.amount : zero;
  const outcome = judgeAmounts(sheet, rule, true, [amount]);
  if (!outcome.decided) return;
  noteOutcome(context, entry, rule, outcome.value.lacking.equals(zero));
  shortBlock(context, entry, { rule, state }, outcome.value.lacking, claimedIn(entry, "claim") ?? claimedIn(entry, "result"), outcome);
}

export const hoursYear: Check = function* (context) {
  for (const sheet of sheetsOfKind(context, "hours-year")) {
    const main = mainHours(sheet.judging);
    const special = sheet.judging.pack.rules.filter((rule): rule is Hours => rule.kind === "hours" && rule.who !== undefined);
    yield* eachRecord(sheet, (entry) => {
      if (entry.isWaived) return;
      if (main) judgeRecord(context, sheet, entry, main);
      for (const rule of special) if (rule !== main) judgeSpecial(context, sheet, entry, rule);
    });
  }
};
