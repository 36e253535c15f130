/** What the documents leave open: each option of a reading gives what its label says. */
import { findPack } from "../../src/policy/library";
import { findRule } from "../../src/policy/resolve";
import type { Pack, RuleKind, RuleOf } from "../../src/policy/schema";
import { bonusPoints, entitlementOf } from "../../src/rules/bonus";
import { judgeBudget } from "../../src/rules/budget";
import { judgeComposite } from "../../src/rules/composite";
import { convert, findConversion } from "../../src/rules/conversion";
import { judgeCycle, judgeYear } from "../../src/rules/cycle";
import { judgeDeadline } from "../../src/rules/deadline";
import { judgeEligibility } from "../../src/rules/eligibility";
import { judgeEvidence } from "../../src/rules/evidence";
import { creditedHours } from "../../src/rules/grant";
import { judgeHours } from "../../src/rules/hours";
import { judgingBy, unsupportedReadings } from "../../src/rules/judging";
import { meanOf } from "../../src/rules/mean";
import type { Outcome } from "../../src/rules/outcome";
import { judgeQuota } from "../../src/rules/quota";
import { judgeScore } from "../../src/rules/score";
import { nobodyKnown } from "../../src/rules/who";
import { civilDate } from "../../src/values/date";
import { exact, toNumber } from "../../src/values/exact";

function pack(id: string): Pack {
  const found = findPack(id);
  if (!found) throw new Error(id);
  return found;
}

function rule<K extends RuleKind>(packId: string, ref: string, kind: K): RuleOf<K> {
  const found = findRule(pack(packId), ref, kind);
  if (!found) throw new Error(ref);
  return found;
}

function under(packId: string, readings: Record<string, string> = {}) {
  return judgingBy(pack(packId), readings);
}

function valueOf<T>(outcome: Outcome<T> | null): T {
  if (!outcome?.decided) throw new Error(outcome?.why.id ?? "no rule");
  return outcome.value;
}

function day(year: number, month: number, date: number) {
  const found = civilDate(year, month, date);
  if (!found) throw new Error("no such day");
  return found;
}

const lanxi = "lanxi-2024-autumn";

describe("兰西", () => {
  const line = rule(lanxi, "lanxi.teacher.pass", "pass");
  const input = { items: [20, 20, 20, 20, 20].map((n) => exact(n)), bonuses: [exact(1)], role: null, meanAs: "points" as const };
  const total = (readings: Record<string, string>) => toNumber(valueOf(judgeScore(under(lanxi, readings), "teacher", input, line)).total);

  test("加分后超过 100 分：默认照实显示 105；选“封顶”则为 100", () => {
    expect([total({}), total({ "lanxi.teacher.bonus/cap": "full" })]).toEqual([105, 100]);
  });

  test("“市县两级的”管三类人：校级骨干教师不加分；只管兼职教研员：可以加分", () => {
    const bonus = rule(lanxi, "lanxi.teacher.bonus", "bonus");
    expect(entitlementOf(under(lanxi), bonus, "校级骨干教师")).toBe("not-entitled");
    expect(entitlementOf(under(lanxi, { "lanxi.teacher.bonus/levels": "researchers-only" }), bonus, "校级骨干教师")).toBe("entitled");
    expect(entitlementOf(under(lanxi), bonus, "县级骨干教师")).toBe("entitled");
    expect(entitlementOf(under(lanxi), bonus, "学科带头人")).toBe("open");
    expect(toNumber(valueOf(bonusPoints(under(lanxi), bonus, exact(2), "一般教师")))).toBe(0);
  });

  const members = [
    { total: exact(95), base: exact(90), waived: false },
    { total: exact(70), base: exact(70), waived: false },
    { total: null, base: null, waived: false },
    { total: null, base: null, waived: true },
  ];
  test.each([
    ["默认：含加分，缺成绩按 0，放弃的不计", {}, 55],
    ["不含加分", { totals: "base" }, 160 / 3],
    ["缺成绩的不计", { missing: "left-out" }, 82.5],
    ["放弃的按 0 计", { waived: "zero" }, 41.25],
  ])("教师平均分，%s", (_says, chosen, due) => {
    const readings = Object.fromEntries(Object.entries(chosen).map(([id, value]) => [`lanxi.school.teacher-average/${id}`, value]));
    const mean = meanOf(under(lanxi, readings), rule(lanxi, "lanxi.school.teacher-average", "mean"), members);
    expect(toNumber(valueOf(mean))).toBeCloseTo(due, 10);
  });

  test("学时各看各的线：校本不合格仍有 24；选“两项都合格才认定”则为 0", () => {
    const scores = new Map([
      ["teacher", exact(95)],
      ["school-based", exact(79.5)],
    ]);
    const hours = (readings: Record<string, string>) => toNumber(valueOf(creditedHours(under(lanxi, readings), scores)));
    expect([hours({}), hours({ "lanxi.teacher.hours/basis": "both", "lanxi.school-based.hours/basis": "both" })]).toEqual([24, 0]);
  });

  test("学期末按校历时，没有具体日期，不能判断", () => {
    const upload = rule(lanxi, "lanxi.teacher.platform-hours.upload", "deadline");
    const judged = (value: string) => judgeDeadline(under(lanxi, { [`${upload.id}/date`]: value }), upload, day(2024, 12, 31));
    expect(judged("gloss").decided).toBe(true);
    expect(judged("school-calendar").decided).toBe(false);
  });
});

describe("肇庆", () => {
  const id = "zhaoqing-annual";
  const annual = rule(id, "zhaoqing.annual", "hours");
  const done = [exact(40), exact(42), exact(8)];

  test("一类多出来的学时：默认不抵充，仍差 10；选“抵充”则不差", () => {
    const lacking = (value: string) => toNumber(valueOf(judgeHours(under(id, { "zhaoqing.annual/surplus": value }), annual, done)).lacking);
    expect([lacking("none"), lacking("fills")]).toEqual([10, 0]);
  });

  test("周期：默认总数和每年都要达到；选“只看总数”则够", () => {
    const cycle = rule(id, "zhaoqing.cycle", "cycle");
    const years = [100, 80, 90, 90, 90].map((n) => exact(n));
    const lacking = (value: string) => valueOf(judgeCycle(under(id, { "zhaoqing.cycle/condition": value }), cycle, years)).lacking;
    expect(lacking("total-and-years")?.equals(10)).toBe(true);
    expect(lacking("total")?.equals(0)).toBe(true);
  });

  test("不足半天：默认不接受；按比例 18 学时；舍去零头 16 学时", () => {
    const hours = (value: string) => {
      const judging = under(id, { "zhaoqing.convert/part": value });
      const found = findConversion(judging, "天", null);
      if (!found) throw new Error("no conversion");
      const outcome = convert(judging, found, exact(2.25));
      return outcome.decided ? toNumber(outcome.value) : outcome.because;
    };
    expect([hours("refuse"), hours("pro-rata"), hours("floor")]).toEqual(["refused", 18, 16]);
  });

  test("比例按下限：超过不算；按“正好”：超过为负", () => {
    const quota = rule(id, "zhaoqing.quota.city", "quota");
    const gap = (value: string) =>
      toNumber(valueOf(judgeQuota(under(id, { [`${quota.id}/meaning`]: value }), quota, exact(25), exact(100))));
    expect([gap("minimum"), gap("exact")]).toEqual([0, -5]);
  });
});

describe("岳阳、湘西、各校计划", () => {
  test("每学年应有学分：默认大于 0；选 24 分则不少于 24", () => {
    const id = "yueyang-school-based";
    const met = (value: string, amount: number) => valueOf(judgeYear(under(id, { "yueyang.every-year/least": value }), exact(amount)));
    expect([met("more-than-zero", 0), met("more-than-zero", 1), met("24", 23), met("24", 24)]).toEqual([false, true, false, true]);
  });

  test("年龄按规划期限算；选“年末”则多等半年", () => {
    const id = "xiangxi-growth-plan";
    const scope = rule(id, "xiangxi.scope", "eligibility");
    const man = { ...nobodyKnown, sex: "男", role: "", subject: "" };
    const within = (value: string) => valueOf(judgeEligibility(under(id, { "xiangxi.scope/age-on": value }), scope, man, day(1955, 8, 1)));
    expect([within("deadline"), within("year-end")]).toEqual([true, false]);
  });

  test("经费按下限：多了不算；按“正好”：多出的为负", () => {
    const id = "xiangxi-growth-plan";
    const budget = rule(id, "xiangxi.budget.government", "budget");
    const gap = (value: string) =>
      toNumber(valueOf(judgeBudget(under(id, { [`${budget.id}/meaning`]: value }), budget, exact(20), exact(1000))));
    expect([gap("minimum"), gap("exact")]).toEqual([0, -5]);
  });

  test("五种考评默认都要参加；选“参加几种算几种”则只算有的", () => {
    const id = "xiangxi-growth-plan";
    const sources = rule(id, "xiangxi.evaluation.sources", "composite");
    const scores = [100, 80, 0, 0, 0].map((n) => exact(n));
    const total = (value: string) => toNumber(valueOf(judgeComposite(under(id, { [`${sources.id}/sources`]: value }), sources, scores)));
    expect([total("all"), total("any")]).toEqual([36, 90]);
  });

  test("正好 40 周岁：默认算 40 周岁以内，每月 2 本；选“以上”则 1 本", () => {
    const reading = rule("plan1", "plan1.reading", "evidence");
    const met = (value: string) =>
      valueOf(judgeEvidence(under("plan1", { "plan1.reading/exactly": value }), reading, exact(1), { ...nobodyKnown, age: 40 }));
    expect([met("within"), met("above")]).toEqual([false, true]);
  });
});

test("软件不能照做的口径会被认出来，不会当作默认", () => {
  const surplus = rule("zhaoqing-annual", "zhaoqing.annual", "hours");
  expect(unsupportedReadings(under("zhaoqing-annual"), surplus)).toEqual([]);
  const carried = under("zhaoqing-annual", { "zhaoqing.annual/surplus": "carried" });
  expect(unsupportedReadings(carried, surplus)).toEqual([{ rule: "zhaoqing.annual", id: "surplus", value: "carried" }]);
});
