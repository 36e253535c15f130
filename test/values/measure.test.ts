/** A number with a unit under a column of a unit: the same measure is converted, another one is no number of the column. */
import { isSureUnit, readMeasure } from "../../src/values/measure";

test.each<[string, string, string, number]>([
  ["两个半天是 1 天", "两个半天", "天", 1],
  ["半天是 0.5 天", "半天", "天", 0.5],
  ["一天半是 3 个半天", "一天半", "半天", 3],
  ["日就是天", "2日", "天", 2],
  ["课时就是学时", "16课时", "学时", 16],
  ["学分写成分", "2分", "学分", 2],
  ["5万元是 5 万元", "5万元", "万元", 5],
  ["5万元是 50000 元", "5万元", "元", 50000],
  ["没有写单位", "16", "天", 16],
  ["不知道量什么的单位", "3个", "天", 3],
])("%s", (_says, text, unit, amount) => {
  expect(readMeasure(text, unit)).toMatchObject({ kind: "number", value: amount });
});

test.each([
  ["16学时", "天"],
  ["2天", "学时"],
  ["80%", "学时"],
  ["90分钟", "学时"],
  ["3篇", "字"],
])("%s 不是“%s”的数", (text, unit) => {
  expect(readMeasure(text, unit)).toEqual({ kind: "unreadable", text });
});

test("列没有单位，写什么单位都读", () => {
  expect(readMeasure("16学时", null)).toMatchObject({ kind: "number", value: 16 });
});

test("小时当学时用，不敢说一定", () => {
  expect([isSureUnit("小时", "学时"), isSureUnit("学时", "学时"), isSureUnit(null, "学时")]).toEqual([false, true, true]);
});
