/** What several functions do with a row: a rubric's total, a year's or a cycle's hours, a training's hours, a sex. */
import { rulesOf } from "../policy/resolve";
import { convert, findConversion } from "../rules/conversion";
import { judgeCycle, mainCycle } from "../rules/cycle";
import { blocksOf, judgeHours, mainHours } from "../rules/hours";
import type { Judging } from "../rules/judging";
import { bonusesOf, itemsOf, judgeScore } from "../rules/score";
import type { Exact } from "../values/exact";
import type { Cells } from "./arguments";
import { cellNumber, settle, settleNumber, type CellsOf } from "./call";
import { readSex } from "./identity";
import { notDecidable, wrongValue } from "./problem";
import units from "./units.json";

const knownUnits: readonly string[] = units;

/** The total of one row by the rubric `of`. `role` null: nothing is known of it. */
export function rubricTotal(judging: Judging, rubric: string, of: CellsOf, role: string | null): number {
  const rules = itemsOf(judging, rubric);
  const [first] = rules;
  if (!first) throw notDecidable("rule.none");
  const times = of("times");
  const most = bonusesOf(judging, rubric).length;
  const input = {
    items: of("items").numbers(rules.length, rules.length),
    bonuses: times.isOmitted ? [] : times.numbers(1, Math.max(1, most)),
    role,
    meanAs: "mean" as const,
  };
  // What is said of a total is said of the whole assessment: its pass line's clause, where there is one.
  const [line] = rulesOf(judging.pack, "pass", rubric);
  return cellNumber(settle(judgeScore(judging, rubric, input, line ?? first)).total);
}

export function trainingHoursOf(judging: Judging, amount: Exact, unit: string): number {
  const found = findConversion(judging, unit, null);
  if (found) return settleNumber(convert(judging, found, amount));
  if (unit === judging.pack.unit) return cellNumber(amount);
  // A unit that some policies know is a question to this one; any other word is a mistake.
  const isKnown = knownUnits.includes(unit) || rulesOf(judging.pack, "conversion").length === 0;
  throw isKnown ? notDecidable("rule.none") : wrongValue("unit.unknown", { unit });
}

export function yearOf(judging: Judging, of: CellsOf) {
  const rule = mainHours(judging);
  if (!rule) throw notDecidable("rule.none");
  return judgeHours(judging, rule, of("blocks").numbers(1, blocksOf(judging, rule).length));
}

export function cycleOf(judging: Judging, of: CellsOf) {
  const rule = mainCycle(judging);
  if (!rule) throw notDecidable("rule.none");
  return judgeCycle(judging, rule, of("years").numbers(1, rule.years * Math.max(1, rule.blocks?.length ?? 1)));
}

export function sexOf(cells: Cells): string {
  const sex = readSex(cells.text());
  if (sex === null) throw wrongValue("sex.unreadable");
  return sex;
}
