/** 年度学时汇总: hours.block-short, hours.total-mismatch, claim.understated; also hours due only from some (班主任 30 学时). */
import type { RuleOf } from "../../policy/schema";
import { blocksOf, judgeHours, mainHours, type HoursState } from "../../rules/hours";
import type { Outcome } from "../../rules/outcome";
import { isAbout } from "../../rules/who";
import { agrees, exact, show, sum, toNumber, type Exact } from "../../values/exact";
import { claimedIn, understate } from "../claims";
import { eachRecord, sheetsOfKind, type Check, type CheckContext, type Sheet } from "../context";
import { personIn } from "../facts";
import type { Entry, NumberState } from "../record";

type Hours = RuleOf<"hours">;

interface Block {
  readonly rule: Hours;
  readonly state: NumberState;
}

const zero = exact(0);

/** The blocks' amounts; null where one is refused or has no column. A blank block counts 0. */
function amountsOf(blocks: readonly Block[]): Exact[] | null {
  const amounts: Exact[] = [];
  for (const { state } of blocks) {
    if (state.kind === "refused" || state.kind === "none") return null;
    amounts.push(state.kind === "number" ? state.amount : zero);
  }
  return amounts;
}

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

/** Hours due in all, where the form has no blocks or the policy none: the total stands for them. */
function blocksIn(sheet: Sheet, entry: Entry, main: Hours): Block[] {
  const blocks = blocksOf(sheet.judging, main).map((rule) => ({ rule, state: entry.number(rule.id) }));
  if (blocks.some(({ state }) => state.kind !== "none")) return blocks;
  const own = ["total", "hours", "credited"].map((key) => entry.number(key)).find((state) => state.kind !== "none");
  return own ? [{ rule: main, state: own }] : [];
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
  const ruled = byTotal ? { ...main } : main;
  const outcome = amounts && main.hours !== null ? judgeOf(sheet, ruled, byTotal, amounts) : null;
  if (!outcome?.decided) {
    judgeBlocksAlone(context, sheet, entry, blocks, claimed);
    return;
  }
  const { gaps, lacking } = outcome.value;
  for (const [index, block] of blocks.entries()) shortBlock(context, entry, block, gaps[index] ?? zero, claimed, outcome);
  if (lacking.equals(zero) && claimed === false) understate(context, entry, main);
}

/** A form with a total only is judged by the total, whatever blocks the policy has. */
function judgeOf(sheet: Sheet, main: Hours, byTotal: boolean, amounts: readonly Exact[]): Outcome<HoursState> {
  const own = byTotal ? { ...sheet.judging, pack: { ...sheet.judging.pack, rules: [main] } } : sheet.judging;
  return judgeHours(own, main, amounts);
}

/** Where one block cannot be told, the others are still judged by themselves. */
function judgeBlocksAlone(context: CheckContext, sheet: Sheet, entry: Entry, blocks: readonly Block[], claimed: boolean | null): void {
  for (const block of blocks) {
    if (block.state.kind !== "number" || block.rule.hours === null) continue;
    const outcome = judgeOf(sheet, block.rule, true, [block.state.amount]);
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
  const outcome = judgeOf(sheet, rule, true, [amount]);
  if (outcome.decided) shortBlock(context, entry, { rule, state }, outcome.value.lacking, claimedIn(entry, "claim"), outcome);
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
