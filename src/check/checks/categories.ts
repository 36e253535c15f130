/** 学时登记 of a policy that divides a year's hours into blocks without a rest (公需课, 专业课, 个人选修课): a category of none of them is choice.unknown. */
import type { RuleOf } from "../../policy/schema";
import { ownersOf } from "../../rules/category";
import { blocksOf, mainHours } from "../../rules/hours";
import { exact, sum } from "../../values/exact";
import { eachRecord, sheetsOfKind, type Check, type CheckContext, type Sheet } from "../context";
import type { Entry } from "../record";

type Hours = RuleOf<"hours">;

/** At least this share of the rows must be of a block: a column of ways of training (网络研修) holds no blocks. */
const mostly = 0.5;

/** The blocks of a year where together they are the whole of it. */
function dividing(sheet: Sheet): { readonly whole: Hours; readonly blocks: readonly Hours[] } | null {
  const whole = mainHours(sheet.judging);
  const blocks = whole ? blocksOf(sheet.judging, whole) : [];
  const together = sum(blocks.map(({ hours }) => exact(hours ?? 0)));
  return whole !== null && blocks.length > 1 && together.equals(exact(whole.hours ?? 0)) ? { whole, blocks } : null;
}

function isOfSome(blocks: readonly Hours[], category: string): boolean {
  return ownersOf(blocks, (rule) => [rule.name, ...(rule.categories ?? []), ...(rule.aliases ?? [])], category).length > 0;
}

function judge(context: CheckContext, entry: Entry, whole: Hours, list: string): void {
  const text = entry.text("category");
  const cell = entry.cell("category");
  if (!cell || entry.isWaived) return;
  const says = { id: "choice.unknown", values: { subject: entry.subject, text, rule: whole.name, list } };
  context.findings.add({
    code: "choice.unknown",
    rule: whole,
    at: entry.placeOf(cell),
    subject: entry.subject,
    value: text,
    expected: list,
    says,
  });
}

export const categories: Check = function* (context) {
  for (const sheet of sheetsOfKind(context, "hours-log")) {
    const year = dividing(sheet);
    if (!year) continue;
    const texts = sheet.records.map((entry) => entry.text("category")).filter((text) => text !== "");
    const known = new Map([...new Set(texts)].map((text) => [text, isOfSome(year.blocks, text)]));
    const ofBlocks = texts.filter((text) => known.get(text) === true).length;
    if (ofBlocks === texts.length || ofBlocks < mostly * texts.length) continue;
    const list = year.blocks.map(({ name }) => name).join("、");
    yield* eachRecord(sheet, (entry) => {
      if (known.get(entry.text("category")) === false) judge(context, entry, year.whole, list);
    });
  }
};
