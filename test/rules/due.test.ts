/** 期限: what is due when, seen from a day. */
import { packById } from "../../src/policy/library";
import { dueUnder } from "../../src/rules/due";
import { judgingBy } from "../../src/rules/judging";
import { isoOf, ofIso } from "../../src/values/date";

function due(policy: string, day: string, readings: Readonly<Record<string, string>> = {}) {
  const pack = packById(policy);
  const asOf = ofIso(day);
  if (!pack || !asOf) throw new Error("no policy or day");
  return dueUnder(judgingBy(pack, readings), asOf);
}

const shown = (policy: string, day: string, readings = {}) =>
  due(policy, day, readings).map(({ rule, day: last, daysLeft, state }) => [rule.what, isoOf(last), daysLeft, state]);

test("兰西：按日期先后列出，写明还有几天", () => {
  expect(shown("lanxi-2024-autumn", "2024-09-20")).toEqual([
    ["集中培训", "2024-09-22", 2, "ahead"],
    ["培训计划", "2024-09-25", 5, "open"],
    ["平台学习合格", "2024-09-30", 10, "open"],
    ["平台培训证书上传", "2024-12-30", 101, "open"],
    ["培训总结", "2024-12-30", 101, "open"],
  ]);
});

test.each([
  ["当天还来得及", "2024-09-25", "today", 0],
  ["过了一天就是已过", "2024-09-26", "over", -1],
])("培训计划 9 月 25 日：%s", (_says, day, state, left) => {
  const plan = due("lanxi-2024-autumn", day).find(({ rule }) => rule.what === "培训计划");
  expect([plan?.state, plan?.daysLeft]).toEqual([state, left]);
});

test("集中培训是一段时间：开始前是“未到”，期间是“可办”", () => {
  const on = (day: string) => due("lanxi-2024-autumn", day).find(({ from }) => from !== null)?.state;
  expect([on("2024-09-20"), on("2024-09-21"), on("2024-09-22"), on("2024-09-23")]).toEqual(["ahead", "open", "today", "over"]);
});

test("肇庆每年两次报批：今年的和一年之内的明年的都列出", () => {
  expect(shown("zhaoqing-annual", "2024-03-01").map(([, day, left]) => [day, left])).toEqual([
    ["2024-01-25", -36],
    ["2024-07-25", 146],
    ["2025-01-25", 330],
  ]);
});

test("口径“25日当天不算”时，最后一天是 24 日", () => {
  const [, second] = shown("zhaoqing-annual", "2024-03-01", { "zhaoqing.filing/on-day": "excluded" });
  expect(second).toEqual(["培训项目及方案报批", "2024-07-24", 145, "open"]);
});

test("没有期限的政策什么也不列", () => {
  expect(due("plan10", "2024-03-01")).toEqual([]);
});
