/**
 * What a teacher's (or school's) record comes to under the rubric: items, bonus, total. Worked out once a record and used
 * by every check that depends on it; a missing or refused value leaves what depends on it open.
 */
import { FULL_UNLESS_SAID, type Rule, type RuleOf } from "../policy/schema";
import { entitlementOf, timesOfPoints, type Entitlement } from "../rules/bonus";
import { judgeComposite } from "../rules/composite";
import { readingOf, type Judging } from "../rules/judging";
import type { Outcome } from "../rules/outcome";
import { bonusesOf, itemsOf, judgeScore, type ItemRule } from "../rules/score";
import type { Column, Table } from "../table/table";
import { agrees, exact, sum, toNumber, type Exact } from "../values/exact";
import { readNumber } from "../values/number";
import { onceAColumn } from "./columns";
import type { Sheet } from "./context";
import type { Entry, NumberState } from "./record";

/** What a table's total is made of: a rubric's key, a composite's, or another score's (校本); null where it holds no scores. */
export function rubricOf(sheet: Sheet): string | null {
  if (sheet.table.kind === "school-assessment") return "school";
  if (sheet.table.kind !== "teacher-assessment") return null;
  const composite = compositeOf(sheet.judging);
  if (itemsOf(sheet.judging, "teacher").length === 0) return composite ? composite.of : "teacher";
  return onlyOtherScore(sheet) ?? "teacher";
}

/** A sheet of one other score alone: no rubric item and no total, but the column of a pass line (校本考核成绩). */
function onlyOtherScore(sheet: Sheet): string | null {
  const keys = new Set(sheet.table.columns.map((column) => column.key));
  if (keys.has("total") || itemsOf(sheet.judging, "teacher").some((item) => keys.has(item.id))) return null;
  const line = sheet.judging.pack.rules.find((rule) => rule.kind === "pass" && keys.has(rule.id));
  return line?.kind === "pass" ? line.of : null;
}

function compositeOf(judging: Judging): RuleOf<"composite"> | null {
  return judging.pack.rules.find((rule): rule is RuleOf<"composite"> => rule.kind === "composite") ?? null;
}

/** The column in which a rubric's total stands: 总分, or one named after the pass line. */
export function totalKey(judging: Judging, table: Table, of: string): string {
  const hasTotal = table.columns.some((column) => column.key === "total");
  const line = passLine(judging, of);
  return hasTotal || !line ? "total" : line.id;
}

export function passLine(judging: Judging, of: string): RuleOf<"pass"> | null {
  return judging.pack.rules.find((rule): rule is RuleOf<"pass"> => rule.kind === "pass" && rule.of === of) ?? null;
}

export interface BonusState {
  readonly rule: RuleOf<"bonus">;
  readonly key: string;
  readonly state: NumberState;
  /** Times, or the entered amount; null where it cannot be told. */
  readonly times: Exact | null;
  readonly isMultiple: boolean;
  /** The column holds points, not times. */
  readonly inPoints: boolean;
  readonly isBelowZero: boolean;
  readonly entitlement: Entitlement | null;
}

/** One part of a total: a rubric item, or a part of a composite. */
export interface Item {
  readonly rule: Rule;
  readonly key: string;
  readonly name: string;
  readonly full: number;
  readonly state: NumberState;
  /** The column holds a mean that gives the item's points, not the points. */
  readonly isMean: boolean;
}

/** The full score of a table's total: the items' points together, a composite's scale; without items that of the pass line. */
export function fullOf({ items }: Pick<Assessment, "items">, line: RuleOf<"pass"> | null): Exact {
  const [first] = items;
  if (!first) return exact(line?.full ?? FULL_UNLESS_SAID);
  return first.rule.kind === "composite" ? exact(first.full) : sum(items.map((item) => exact(item.full)));
}

export interface Total {
  readonly total: Exact;
  readonly base: Exact;
  readonly bonus: Exact;
}

export interface Assessment {
  readonly items: readonly Item[];
  readonly bonuses: readonly BonusState[];
  /** One column for the points of all bonuses together (奖励加分 of a school form). */
  readonly sharedBonus: NumberState;
  /** Null where a value it needs is missing or refused. */
  readonly score: Outcome<Total> | null;
  readonly total: Exact | null;
}

const zero = exact(0);

/** The column key of the points of all bonuses together. */
const SHARED_BONUS = "bonus";

/** The points in the column of all bonuses; null where they cannot be told. */
function sharedPoints(state: NumberState): Exact | null {
  if (state.kind === "number") return state.amount.compare(zero) < 0 ? null : state.amount;
  return state.kind === "refused" ? null : zero;
}

function bonusKey(table: Table, rule: RuleOf<"bonus">, only: boolean): string {
  const own = table.columns.some((column) => column.key === rule.id);
  return own || !only ? rule.id : "times";
}

/** The role in the record, else in the roster; null where neither has such a column. */
export type RoleOf = (entry: Entry) => string | null;

function bonusState(sheet: Sheet, entry: Entry, rule: RuleOf<"bonus">, only: boolean, roleOf: RoleOf): BonusState {
  const key = bonusKey(sheet.table, rule, only);
  const state = entry.number(key);
  const column = sheet.table.columns.find((candidate) => candidate.key === key);
  const inPoints = column?.counts === "points" && rule.points !== null;
  const role = roleOf(entry);
  const amount = state.kind === "number" ? state.amount : state.kind === "refused" ? null : zero;
  const times = amount === null ? null : inPoints ? timesOfPoints(rule, amount) : amount;
  const whole = times === null || rule.points === null || times.d === 1n;
  const isMultiple = (amount === null || times !== null) && whole;
  const counts = amount !== null && !amount.equals(0);
  const isBelowZero = amount !== null && amount.compare(zero) < 0;
  return {
    rule,
    key,
    state,
    times: isMultiple && !isBelowZero ? times : null,
    isMultiple,
    inPoints,
    isBelowZero,
    entitlement: counts && role !== null ? entitlementOf(sheet.judging, rule, role) : null,
  };
}

/** A mean item's column may hold the mean itself instead of its points: no points in its header, and values above them. */
export function holdsMean(sheet: Sheet, rule: ItemRule): boolean {
  return rule.kind === "mean" && isOfMeans(sheet, rule.id);
}

const isOfMeans = onceAColumn((sheet, key) => {
  const rule = sheet.judging.pack.rules.find(({ id }) => id === key);
  const column = sheet.table.columns.find((candidate) => candidate.key === key);
  if (rule?.kind !== "mean" || !column || column.points !== null) return false;
  const full = exact(rule.points);
  const written = sheet.records.flatMap((entry) => {
    const state = entry.number(key);
    return state.kind === "number" ? [state.amount] : [];
  });
  const above = written.filter((amount) => amount.compare(full) > 0);
  // One value too high is a mistake; a column of them is a column of means.
  return above.length * 2 > written.length;
});

function itemAmount(sheet: Sheet, entry: Entry, { rule, state, isMean, full }: Item): Exact | null {
  if (state.kind !== "number" || state.amount.compare(zero) < 0) return null;
  if (!isMean && state.amount.compare(exact(full)) > 0) return null;
  return afterEvidence(sheet, entry, rule, state.amount);
}

/** The item's points where its evidence is below its measure: the assessor's points stand, unless the reading takes them away. */
function afterEvidence(sheet: Sheet, entry: Entry, item: Rule, points: Exact): Exact {
  let left = points;
  for (const rule of sheet.judging.pack.rules) {
    if (rule.kind !== "evidence" || rule.of !== item.id || rule.min === null) continue;
    const below = readingOf(sheet.judging, rule, "below")?.value;
    const state = below === "zero" || below === "pro-rata" ? entry.number(rule.id) : null;
    if (state?.kind !== "number" || state.amount.compare(exact(rule.min)) >= 0) continue;
    left = below === "zero" ? zero : left.mul(state.amount).div(exact(rule.min));
  }
  return left;
}

/** The parts that a table's total is made of, with what stands in the record. */
function itemsIn(sheet: Sheet, entry: Entry, of: string): Item[] {
  const composite = compositeOf(sheet.judging);
  if (composite?.of === of) {
    return composite.parts.map((part) => {
      const key = partKey(composite, part.key);
      return { rule: composite, key, name: part.name, full: composite.full ?? FULL_UNLESS_SAID, state: entry.number(key), isMean: false };
    });
  }
  return itemsOf(sheet.judging, of).map((rule) => ({
    rule,
    key: rule.id,
    name: rule.name,
    full: rule.points,
    state: entry.number(rule.id),
    isMean: holdsMean(sheet, rule),
  }));
}

/** The column key of a composite's part. */
export function partKey(rule: RuleOf<"composite">, part: string): string {
  return `${rule.id}.${part}`;
}

/** Columns between the first item and the total of which nobody could tell what they are. */
const unreadColumns = onceAColumn((sheet, total): readonly number[] => {
  const { columns } = sheet.table;
  const at = (key: string): number => columns.find((column) => column.key === key)?.index ?? -1;
  const items = sheet.judging.pack.rules.flatMap(({ kind, id }) => (kind === "rubric" || kind === "mean" ? [at(id)] : []));
  const first = Math.min(...items.filter((index) => index >= 0));
  const isUnread = ({ key, ignored, index }: Column): boolean => key === null && ignored !== true && index > first && index < at(total);
  return columns.filter(isUnread).map(({ index }) => index);
});

/** Whether the written total is what the known parts give and what stands in the unread columns besides. */
function holdsUnread(sheet: Sheet, entry: Entry, items: readonly Item[], totalsKey: string, known: Exact): boolean {
  const unread = unreadColumns(sheet, totalsKey);
  const written = unread.length === 0 || items.every(({ state }) => state.kind === "none") ? null : entry.number(totalsKey);
  if (written?.kind !== "number") return false;
  const added = unread.flatMap((index) => {
    const read = readNumber(sheet.table.sheet.value(entry.row, index));
    return read.kind === "number" && !read.exact.equals(zero) ? [read.exact] : [];
  });
  const isAll = (more: readonly Exact[]): boolean => agrees(toNumber(written.amount), sum([known, ...more]), sheet.judging.pack.rounding);
  return added.length > 0 && !isAll([]) && (isAll(added) || added.some((one) => isAll([one])));
}

function compositeTotal(sheet: Sheet, rule: RuleOf<"composite">, amounts: readonly Exact[]): Outcome<Total> {
  const outcome = judgeComposite(sheet.judging, rule, amounts);
  return outcome.decided ? { ...outcome, value: { total: outcome.value, base: outcome.value, bonus: zero } } : outcome;
}

export function assess(sheet: Sheet, entry: Entry, of: string, roleOf: RoleOf): Assessment {
  const items = itemsIn(sheet, entry, of);
  const rules = bonusesOf(sheet.judging, of);
  const bonuses = rules.map((rule) => bonusState(sheet, entry, rule, rules.length === 1, roleOf));
  const amounts = items.flatMap((item) => itemAmount(sheet, entry, item) ?? []);
  const times = bonuses.flatMap((bonus) => (bonus.times === null ? [] : [bonus.entitlement === "not-entitled" ? zero : bonus.times]));
  const sharedBonus: NumberState = rules.length > 0 ? entry.number(SHARED_BONUS) : { kind: "none" };
  const bonusPoints = sharedPoints(sharedBonus);
  const [first] = items;
  if (!first || amounts.length !== items.length || times.length !== bonuses.length || bonusPoints === null) {
    return { items, bonuses, sharedBonus, score: null, total: null };
  }
  const meanAs = items.some((item) => item.isMean) ? ("mean" as const) : ("points" as const);
  const input = { items: amounts, bonuses: times, bonusPoints, role: null, meanAs };
  const rule: Rule = passLine(sheet.judging, of) ?? first.rule;
  const score = first.rule.kind === "composite" ? compositeTotal(sheet, first.rule, amounts) : judgeScore(sheet.judging, of, input, rule);
  // What a column that nobody could read adds to the total may be a bonus or nothing at all: undecided, and the column is asked for.
  if (score.decided && holdsUnread(sheet, entry, items, totalKey(sheet.judging, sheet.table, of), score.value.total)) {
    return { items, bonuses, sharedBonus, score: null, total: null };
  }
  return { items, bonuses, sharedBonus, score, total: score.decided ? score.value.total : null };
}

/** The scores by which hours and certificates are judged: the rubric's total as it should be, other scores as written. */
export function scoresOf(sheet: Sheet, entry: Entry, assessment: Assessment | null): Map<string, Exact> | null {
  const scores = new Map<string, Exact>();
  for (const rule of sheet.judging.pack.rules) {
    if (rule.kind !== "pass") continue;
    if (rule.of === rubricOf(sheet)) {
      const total = totalToJudge(sheet, entry, assessment);
      if (total === null) return null;
      scores.set(rule.of, total);
      continue;
    }
    const state = entry.number(rule.id);
    if (state.kind === "number") scores.set(rule.of, state.amount);
    else if (state.kind !== "none") return null;
  }
  return scores;
}

/** The total to judge by: what the items give; where the form has no items, the total as written. */
export function totalToJudge(sheet: Sheet, entry: Entry, assessment: Assessment | null): Exact | null {
  const of = rubricOf(sheet);
  if (of === null) return null;
  const hasItems = assessment?.items.some((item) => item.state.kind !== "none") === true;
  if (hasItems) return assessment.total;
  const state = entry.number(totalKey(sheet.judging, sheet.table, of));
  return state.kind === "number" ? state.amount : null;
}

export function allOfRule(judging: Judging): RuleOf<"all-of"> | null {
  return judging.pack.rules.find((rule): rule is RuleOf<"all-of"> => rule.kind === "all-of") ?? null;
}
