/**
 * Every rule of every pack that sets a number: exactly at it, one step below, one step above. The numbers come from the
 * packs; that they are the documents' own is for the catalogue and the quotes to prove.
 */
import { packs } from "../../src/policy/library";
import { rulesOf } from "../../src/policy/resolve";
import { judgeBudget } from "../../src/rules/budget";
import { judgeDeadline } from "../../src/rules/deadline";
import { judgeEvidence } from "../../src/rules/evidence";
import { judgeHours } from "../../src/rules/hours";
import { judgingBy } from "../../src/rules/judging";
import type { Outcome } from "../../src/rules/outcome";
import { judgePass } from "../../src/rules/pass";
import { judgeQuota } from "../../src/rules/quota";
import { judgeItem } from "../../src/rules/rubric";
import { addDays } from "../../src/values/calendar";
import { ofIso } from "../../src/values/date";
import { exact, toNumber, type Exact } from "../../src/values/exact";

const step = exact("0.01");

function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.decided) throw new Error(outcome.why.id);
  return outcome.value;
}

const cases = packs.map((pack) => ({ pack, judging: judgingBy(pack) }));

function each<T>(list: (one: (typeof cases)[number]) => T[]): T[] {
  return cases.flatMap(list);
}

const lines = each(({ pack }) =>
  rulesOf(pack, "pass").flatMap((rule) => (rule.line === null ? [] : [{ id: rule.id, rule, line: rule.line }])),
);

test.each(lines)("$id：正好在线上合格，低 0.01 分不合格", ({ rule, line }) => {
  const passes = (score: Exact) => valueOf(judgePass(rule, score));
  expect([passes(exact(line).sub(step)), passes(exact(line)), passes(exact(line).add(step))]).toEqual([false, true, true]);
});

const items = each(({ pack }) => rulesOf(pack, "rubric").map((rule) => ({ id: rule.id, rule })));

test.each(items)("$id：满分可以，多 0.01 分不行，0 分可以，负分不行", ({ rule }) => {
  const accepts = (points: Exact) => judgeItem(rule, points).decided;
  const full = exact(rule.points);
  expect([accepts(full), accepts(full.add(step)), accepts(exact(0)), accepts(exact(-1))]).toEqual([true, false, true, false]);
});

const measures = each(({ pack, judging }) =>
  rulesOf(pack, "evidence").flatMap((rule) =>
    rule.min === null || rule.min === 0 || rule.bands ? [] : [{ id: rule.id, judging, rule, min: rule.min }],
  ),
);

test.each(measures)("$id：正好达标，少 1 未达标", ({ judging, rule, min }) => {
  const meets = (amount: number) => valueOf(judgeEvidence(judging, rule, exact(amount)));
  expect([meets(min - 1), meets(min), meets(min + 1), meets(0)]).toEqual([false, true, true, false]);
});

const quotas = each(({ pack, judging }) => rulesOf(pack, "quota").map((rule) => ({ id: rule.id, judging, rule })));

test.each(quotas)("$id：不足一人按一人算，正好够为 0，少一人差 1", ({ judging, rule }) => {
  const whole = 333;
  const needed = Math.ceil(Number((rule.share * whole).toFixed(9)));
  const gap = (part: number) => toNumber(valueOf(judgeQuota(judging, rule, exact(part), exact(whole))));
  expect([gap(needed), gap(needed - 1)]).toEqual([0, 1]);
});

const ranges = quotas.flatMap(({ id, judging, rule }) => (rule.max === undefined ? [] : [{ id, judging, rule, max: rule.max }]));

test.each(ranges)("$id：超过上限为负数", ({ judging, rule, max }) => {
  const most = Math.floor(max * 1000);
  const gap = (part: number) => toNumber(valueOf(judgeQuota(judging, rule, exact(part), exact(1000))));
  expect([gap(most), gap(most + 2)]).toEqual([0, -2]);
});

const budgets = each(({ pack, judging }) => rulesOf(pack, "budget").map((rule) => ({ id: rule.id, judging, rule })));

test.each(budgets)("$id：正好够为 0，少一分钱就差一分钱", ({ judging, rule }) => {
  const due = exact(rule.share).mul(1_000_000);
  const gap = (amount: Exact) => toNumber(valueOf(judgeBudget(judging, rule, amount, exact(1_000_000))));
  expect([gap(due), gap(due.sub(step)), gap(due.add(step))]).toEqual([0, 0.01, 0]);
});

const years = each(({ pack, judging }) =>
  rulesOf(pack, "hours").flatMap((rule) => (rule.hours === null || rule.of !== undefined ? [] : [{ id: rule.id, judging, rule }])),
);

test.each(years)("$id：各类正好完成；第一类少 1 学时，就差 1", ({ judging, rule }) => {
  const blocks = rulesOf(judging.pack, "hours").filter((block) => block.of === rule.id);
  const due = (blocks.length > 0 ? blocks : [rule]).map((block) => exact(block.hours ?? 0));
  const [first = exact(0), ...rest] = due;
  const lacking = (done: Exact[]) => toNumber(valueOf(judgeHours(judging, rule, done)).lacking);
  expect([lacking(due), lacking([first.sub(1), ...rest]), lacking([])]).toEqual([0, 1, toNumber(due.reduce((a, b) => a.add(b)))]);
});

const deadlines = each(({ pack, judging }) =>
  rulesOf(pack, "deadline").flatMap((rule) => {
    const day = "by" in rule.due ? ofIso(rule.due.by) : null;
    return day ? [{ id: rule.id, judging, rule, day }] : [];
  }),
);

test.each(deadlines)("$id：当天按时，第二天逾期；选“不含当天”时当天逾期", ({ judging, rule, day }) => {
  const after = addDays(day, 1);
  expect([valueOf(judgeDeadline(judging, rule, day)), valueOf(judgeDeadline(judging, rule, after))]).toEqual(["in-time", "late"]);
  const strict = { ...judging, readings: Object.fromEntries(judging.pack.rules.map((each) => [`${each.id}/on-day`, "excluded"])) };
  const knowsReading = judging.pack.rules.some((other) => other.kind === "deadline" && other.readings?.some((r) => r.id === "on-day"));
  expect(valueOf(judgeDeadline(strict, rule, day))).toBe(knowsReading ? "late" : "in-time");
});
