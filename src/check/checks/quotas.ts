/** 名额, 覆盖面, 经费: quota.short, quota.exceeded, budget.short. Which rule a row is about: its own column, its words, or the only one. */
import { rulesOf } from "../../policy/resolve";
import type { Rule, RuleOf } from "../../policy/schema";
import { judgeBudget } from "../../rules/budget";
import { neededFor } from "../../rules/evidence";
import { readingOf } from "../../rules/judging";
import { judgeQuota } from "../../rules/quota";
import { isAbout, type Person } from "../../rules/who";
import { exact, show, type Exact } from "../../values/exact";
import { nameKey } from "../../values/name";
import { claimedIn, noteOutcome } from "../claims";
import { isFilledIn, onceAColumn } from "../columns";
import { eachRecord, type Check, type CheckContext, type Sheet } from "../context";
import { personIn } from "../facts";
import { headerPlace } from "../header";
import { placeForRule } from "../named-places";
import type { Entry, NumberState } from "../record";
import words from "../words.json";
import { headerName } from "./cells";
import { tellUnderstated } from "./understated";

type Quota = RuleOf<"quota">;
type Budget = RuleOf<"budget">;

const zero = exact(0);

/** A rule's names; and what it counts and of what, by which the headers may call it. */
function namesOf(rule: Rule): string[] {
  const counted = rule.kind === "quota" ? [rule.part, rule.whole] : rule.kind === "budget" ? [rule.amount, rule.base] : [];
  return [rule.name, ...(rule.aliases ?? []), ...counted].map((name) => nameKey(name));
}

/** How many characters of a rule's best name stand in a text. */
function likeness(rule: Rule, text: string): number {
  const written = nameKey(text);
  const lengths = namesOf(rule)
    .filter((name) => name !== "" && written.includes(name))
    .map((name) => name.length);
  return Math.max(0, ...lengths);
}

function bestBy<R extends Rule>(rules: readonly R[], text: string): R | null {
  const scored = rules.map((rule) => ({ rule, score: likeness(rule, text) })).sort((a, b) => b.score - a.score);
  const [best, next] = scored;
  return best && best.score > 0 && best.score > (next?.score ?? 0) ? best.rule : null;
}

/** What the record, then its table, says of itself. */
function textsAbout(sheet: Sheet, entry: Entry): string[] {
  const own = ["project", "category", "claim"].map((key) => entry.text(key)).join(" ");
  return [own, sheet.table.title, sheet.table.sheet.name];
}

function headerText(sheet: Sheet, key: string): string {
  const column = sheet.table.columns.find((candidate) => candidate.key === key);
  return column ? headerName(column) : "";
}

/** The rule for a record of a table with one pair of columns. */
function ruleFor<R extends Rule>(rules: readonly R[], texts: readonly string[]): R | null {
  if (rules.length === 1) return rules[0] ?? null;
  for (const text of texts) {
    const best = bestBy(rules, text);
    if (best) return best;
  }
  return null;
}

function headersOf(sheet: Sheet, keys: readonly string[]): string[] {
  return keys.map((key) => headerText(sheet, key));
}

interface Short {
  readonly rule: Rule;
  readonly state: NumberState;
  readonly gap: Exact;
  readonly message: string;
  readonly code: "quota.short" | "budget.short";
}

/** What the record claims of a rule: in the rule's own column (市级培训/是否达标), else of all of it. */
function claimOf(entry: Entry, rule: Rule): boolean | null {
  return claimedIn(entry, ownClaim(rule)) ?? claimedIn(entry, "claim") ?? claimedIn(entry, "result");
}

function ownClaim(rule: Rule): string {
  return `${rule.id}.claim`;
}

function tellShort(context: CheckContext, entry: Entry, { rule, state, gap, message, code }: Short): void {
  if (state.kind === "none" || state.kind === "refused") return;
  const claimed = claimOf(entry, rule);
  const amount = state.kind === "number" ? state.amount : zero;
  const values = { subject: entry.subject, name: rule.name, amount: show(amount), due: show(amount.add(gap)), gap: show(gap) };
  context.findings.add({
    code,
    level: claimed === true ? "logic" : "experience",
    rule,
    at: state.at,
    subject: entry.subject,
    value: show(amount),
    expected: show(amount.add(gap)),
    says: { id: message, values },
  });
}

function amountIn(state: NumberState): Exact | null {
  return state.kind === "number" ? state.amount : state.kind === "blank" ? zero : null;
}

function placeOf(entry: Entry): string {
  return entry.text("place") || entry.text("school");
}

function judgeQuotaCell(context: CheckContext, sheet: Sheet, entry: Entry, rule: Quota, part: NumberState, whole: NumberState): void {
  const [count, all] = [amountIn(part), whole.kind === "number" ? whole.amount : null];
  if (count === null || all === null || part.kind === "none") return;
  context.judged.add(rule.id);
  const outcome = judgeQuota(sheet.judging, rule, count, all, placeForRule(sheet, entry, rule));
  if (!outcome.decided || part.kind === "refused") return;
  const gap = outcome.value;
  // Above a maximum is not met either.
  const met = gap.equals(zero);
  noteOutcome(context, entry, rule, met);
  if (met && claimedIn(entry, ownClaim(rule)) === false) tellUnderstated(context, entry, rule, ownClaim(rule));
  if (gap.compare(zero) > 0) tellShort(context, entry, { rule, state: part, gap, message: "quota.short", code: "quota.short" });
  else if (gap.compare(zero) < 0) {
    const values = { subject: entry.subject, name: rule.name, amount: show(count), over: show(gap.neg()) };
    const common = { rule, at: part.at, subject: entry.subject, value: show(count), expected: show(count.add(gap)), outcome };
    context.findings.add({ code: "quota.exceeded", ...common, says: { id: "quota.exceeded", values } });
  }
}

/** Said of the row where rows say what they are about; else once, at the header: the whole table does not say it. */
function notEvaluable(context: CheckContext, sheet: Sheet, entry: Entry, key: string): void {
  const state = entry.number(key);
  if (state.kind === "none") return;
  if (!["project", "category"].some((each) => isFilledIn(sheet, each))) {
    const says = { id: "rule.not-evaluable-table", values: { column: headerText(sheet, key) } };
    context.findings.add({ code: "rule.not-evaluable", at: headerPlace(sheet.table, key), says });
    return;
  }
  const says = { id: "rule.not-evaluable-which", values: { subject: entry.subject } };
  context.findings.add({ code: "rule.not-evaluable", at: state.at, subject: entry.subject, says });
}

/** A share of nothing: an amount stands there, and what it is a part of was not filled in. */
function tellNoWhole(context: CheckContext, sheet: Sheet, entry: Entry, key: string, part: NumberState): void {
  const whole = entry.number(key);
  if (whole.kind !== "blank" || part.kind !== "number" || part.amount.equals(zero)) return;
  const says = { id: "rule.not-evaluable-whole", values: { subject: entry.subject, column: headerText(sheet, key) } };
  context.findings.add({ code: "rule.not-evaluable", at: whole.at, subject: entry.subject, says });
}

/** The rule that a row names itself, or its county does; null where the row says nothing of it. */
function ownRule(sheet: Sheet, entry: Entry, rules: readonly Quota[]): Quota | null {
  return ruleFor(rules, textsAbout(sheet, entry)) ?? placedRule(entry, rules);
}

/** 校级培训 among rows that name 市级 and 县级: what it is about is plain, and no rule is about it. */
const namesRules = onceAColumn((sheet, key) => {
  const rules = quotasOf(sheet).filter((rule) => rule.of === undefined);
  return rules.length > 1 && sheet.records.some((entry) => bestBy(rules, entry.text(key)) !== null);
});

function isAboutNothing(sheet: Sheet, entry: Entry): boolean {
  return ["project", "category"].some((key) => entry.text(key) !== "" && namesRules(sheet, key));
}

function quotasOf({ judging }: Sheet): Quota[] {
  return rulesOf(judging.pack, "quota");
}

function judgeOwnPart(context: CheckContext, sheet: Sheet, entry: Entry, rules: readonly Quota[], part: NumberState): void {
  const rule = ownRule(sheet, entry, rules) ?? ruleFor(rules, headersOf(sheet, ["part", "whole"]));
  if (rule) judgeQuotaCell(context, sheet, entry, rule, part, entry.number("whole"));
  else if (!isAboutNothing(sheet, entry)) notEvaluable(context, sheet, entry, "part");
}

/** Whether a header names what another rule counts of, and not what this one does: 教师总数 is not 中青年教师人数. */
function isOfAnother(sheet: Sheet, rule: Quota, header: string): boolean {
  const written = nameKey(header);
  const names = (whole: string): boolean => written.includes(nameKey(whole));
  // 当地教师总人数 may be called 教师总人数.
  const isNamed = names(rule.whole) || (written !== "" && nameKey(rule.whole).includes(written));
  return !isNamed && quotasOf(sheet).some((other) => other.of === undefined && names(other.whole));
}

/** The column that a rule's share is counted of: its own, else the sheet's; null where that counts something else. */
function wholeKey(sheet: Sheet, rule: Quota): string | null {
  const own = `${rule.id}.whole`;
  if (sheet.table.columns.some(({ key }) => key === own)) return own;
  return isOfAnother(sheet, rule, headerText(sheet, "whole")) ? null : "whole";
}

function judgeQuotaRow(context: CheckContext, sheet: Sheet, entry: Entry, rules: readonly Quota[]): void {
  const own = rules.filter((rule) => entry.cell(rule.id));
  for (const rule of own) {
    const key = wholeKey(sheet, rule);
    if (key === null) continue;
    judgeQuotaCell(context, sheet, entry, rule, entry.number(rule.id), entry.number(key));
    tellNoWhole(context, sheet, entry, key, entry.number(rule.id));
  }
  const part = entry.number("part");
  if (own.length > 0 || part.kind === "none" || rules.length === 0) return;
  judgeOwnPart(context, sheet, entry, rules, part);
  tellNoWhole(context, sheet, entry, "whole", part);
}

/** A row of a place that one rule names is about that rule. */
function placedRule(entry: Entry, rules: readonly Quota[]): Quota | null {
  const withPlaces = rules.filter((rule) => rule.places !== undefined);
  return placeOf(entry) !== "" && withPlaces.length === 1 ? (withPlaces[0] ?? null) : null;
}

function judgeBudgetRow(context: CheckContext, sheet: Sheet, entry: Entry, rules: readonly Budget[]): void {
  const [own] = rules.filter((rule) => entry.cell(rule.id));
  const state = own ? entry.number(own.id) : entry.number("amount");
  const base = entry.number("base");
  if (rules.length > 0) tellNoWhole(context, sheet, entry, "base", state);
  if (state.kind === "none" || base.kind !== "number" || rules.length === 0) return;
  const rule = own ?? budgetByBase(sheet, rules) ?? ruleFor(rules, [...textsAbout(sheet, entry), ...headersOf(sheet, ["base", "amount"])]);
  const amount = amountIn(state);
  if (amount === null) return;
  if (!rule) return notEvaluable(context, sheet, entry, own?.id ?? "amount");
  context.judged.add(rule.id);
  // 万元 beside 元: the base is counted in the amount's unit.
  const outcome = judgeBudget(sheet.judging, rule, amount, base.amount.mul(moneyRatio(sheet, own?.id ?? "amount")));
  if (!outcome.decided) return;
  noteOutcome(context, entry, rule, outcome.value.compare(zero) <= 0);
  if (outcome.value.compare(zero) > 0)
    tellShort(context, entry, { rule, state, gap: outcome.value, message: "budget.short", code: "budget.short" });
}

const money: Readonly<Record<string, number>> = words.money;
const moneyNames = Object.keys(money).sort((a, b) => b.length - a.length);

/** 公用经费（万元）, 单位：万元, 经费/元: how many 元 one is; null where no unit is named. */
function moneyIn(text: string): Exact | null {
  const plain = text.replace(/[\s）)\]】]/gu, "");
  const name = moneyNames.find((unit) => plain.endsWith(unit) && /(?:^|[（([【:：/、\p{L}])$/u.test(plain.slice(0, -unit.length)));
  return name === undefined ? null : exact(money[name] ?? 1);
}

/** The unit of a column: by its header, else by what stands above the table; null where nothing is said. */
function moneyUnit({ table }: Sheet, key: string): Exact | null {
  const column = table.columns.find((candidate) => candidate.key === key);
  const captions = table.captions.map(({ label, text }) => `${label}：${text}`);
  const texts = [column?.unit ?? "", column?.header ?? "", ...captions];
  return texts.reduce<Exact | null>((unit, text) => unit ?? moneyIn(text), null);
}

/** How many of the amount's units one of the base's is; where one side says nothing, both are meant alike. */
function moneyRatio(sheet: Sheet, amountKey: string): Exact {
  const [base, amount] = [moneyUnit(sheet, "base"), moneyUnit(sheet, amountKey)];
  return base && amount ? base.div(amount) : exact(1);
}

/** By what the base column is called: 工资总额 or 公用经费. */
function budgetByBase(sheet: Sheet, rules: readonly Budget[]): Budget | null {
  const header = nameKey(headerText(sheet, "base"));
  const common = (text: string): number => [...new Set(header)].filter((mark) => nameKey(text).includes(mark)).length;
  const scored = rules.map((rule) => ({ rule, score: common(rule.base) })).sort((a, b) => b.score - a.score);
  const [best, next] = scored;
  return best && best.score >= 2 && best.score > (next?.score ?? 0) ? best.rule : null;
}

/** A share of what another rule counts (30 % of the observed lessons in the own school), for those it is about. */
function judgeShareOf(context: CheckContext, sheet: Sheet, entry: Entry, rule: Quota): void {
  const part = entry.number(rule.id).kind === "none" ? entry.number("part") : entry.number(rule.id);
  const person = personIn(context, sheet, entry);
  if (part.kind === "none" || (rule.who && isAbout(rule.who, person) !== true)) return;
  const keys = [...(rule.of === undefined ? [] : [rule.of]), "whole", "times", "total"];
  const attended = firstOf(entry, keys);
  const required = readingOf(sheet.judging, rule, "of")?.value === "required" ? requiredBy(sheet, rule, person) : null;
  const whole = required && attended.kind === "number" ? { ...attended, amount: required } : attended;
  judgeQuotaCell(context, sheet, entry, rule, part, whole);
}

/** What the person must attend at least: the other base that a share of the lessons may have. */
function requiredBy(sheet: Sheet, rule: Quota, person: Person): Exact | null {
  const other = sheet.judging.pack.rules.find((each) => each.id === rule.of);
  return other?.kind === "evidence" ? neededFor(sheet.judging, other, person) : null;
}

function firstOf(entry: Entry, keys: readonly string[]): NumberState {
  return keys.map((key) => entry.number(key)).find((state) => state.kind !== "none") ?? { kind: "none" };
}

export const quotas: Check = function* (context) {
  for (const sheet of context.sheets) {
    const quotaRules = quotasOf(sheet);
    const budgets = rulesOf(sheet.judging.pack, "budget");
    const { kind } = sheet.table;
    yield* eachRecord(sheet, (entry) => {
      if (kind === "quota")
        judgeQuotaRow(
          context,
          sheet,
          entry,
          quotaRules.filter((rule) => rule.of === undefined),
        );
      if (kind === "budget") judgeBudgetRow(context, sheet, entry, budgets);
      if (kind === "observation") for (const rule of quotaRules) if (rule.of !== undefined) judgeShareOf(context, sheet, entry, rule);
    });
  }
};
