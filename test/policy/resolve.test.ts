/** Rules are found by what forms and clerks call them. */
import { packById } from "../../src/policy/library";
import { findRule, rulesOf } from "../../src/policy/resolve";
import type { Pack, RuleKind } from "../../src/policy/schema";

function pack(id: string): Pack {
  const found = packById(id);
  if (!found) throw new Error(id);
  return found;
}

test.each([
  ["lanxi-2024-autumn", "lanxi.teacher.bonus", "lanxi.teacher.bonus"],
  ["lanxi-2024-autumn", "teacher.bonus", "lanxi.teacher.bonus"],
  ["lanxi-2024-autumn", "Teacher.Bonus", "lanxi.teacher.bonus"],
  ["lanxi-2024-autumn", "心得体会", "lanxi.teacher.reflection"],
  ["lanxi-2024-autumn", "培训心得", "lanxi.teacher.reflection"],
  ["lanxi-2024-autumn", " 心 得 ", "lanxi.teacher.reflection"],
  ["lanxi-2024-autumn", "评课", "lanxi.teacher.review"],
  ["lanxi-2024-autumn", "智慧平台学时", "lanxi.teacher.platform-hours"],
  ["lanxi-2024-autumn", "推门课", "lanxi.teacher.lesson-design"],
  ["lanxi-2024-autumn", "教师", "lanxi.teacher.pass"],
  ["lanxi-2024-autumn", "综合考核", "lanxi.teacher.pass"],
  ["lanxi-2024-autumn", "校本", "lanxi.school-based.pass"],
  ["lanxi-2024-autumn", "单位考核", "lanxi.school.pass"],
  ["lanxi-2024-autumn", "学校", "lanxi.school.pass"],
  ["zhaoqing-annual", "公需科目", "zhaoqing.annual.public"],
  ["zhaoqing-annual", "专业科目", "zhaoqing.annual.professional"],
  ["zhaoqing-annual", "校本研修", "zhaoqing.annual.elective"],
  ["zhaoqing-annual", "县（市、区）级培训", "zhaoqing.quota.county"],
  ["xiangxi-growth-plan", "年龄范围", "xiangxi.scope"],
  ["plan2", "听课", "plan2.observation"],
])("%s 里的“%s”是 %s", (packId, name, id) => {
  expect(findRule(pack(packId), name)?.id).toBe(id);
});

const attached: [string, string, RuleKind, string][] = [
  ["lanxi-2024-autumn", "心得体会", "evidence", "lanxi.teacher.reflection.words"],
  ["lanxi-2024-autumn", "教学设计", "evidence", "lanxi.teacher.lesson-design.lessons"],
  ["lanxi-2024-autumn", "培训学时", "deadline", "lanxi.teacher.platform-hours.date"],
  ["lanxi-2024-autumn", "教师", "grant", "lanxi.teacher.hours"],
  ["lanxi-2024-autumn", "校本学时", "pass", "lanxi.school-based.pass"],
  ["lanxi-2024-autumn", "教师", "pass", "lanxi.teacher.pass"],
  ["plan2", "听课", "quota", "plan2.observation.own-school"],
  ["plan7", "综合成绩", "pass", "plan7.pass"],
  ["plan9", "市级骨干", "evidence", "plan9.quota.city-key.years"],
];

test.each(attached)("%s 里“%s”作为 %s 是 %s", (packId, name, kind, id) => {
  expect(findRule(pack(packId), name, kind)?.id).toBe(id);
});

test.each(["", "没有的项目", "lanxi.teacher", "__proto__", "toString"])("兰西没有叫“%s”的规则", (name) => {
  expect(findRule(pack("lanxi-2024-autumn"), name)).toBeNull();
});

test("有这个名称但没有这一种规则时，找不到", () => {
  expect(findRule(pack("lanxi-2024-autumn"), "心得体会", "budget")).toBeNull();
});

test("一个评分表的考核项目按方案的次序给出", () => {
  expect(rulesOf(pack("lanxi-2024-autumn"), "rubric", "teacher").map((rule) => rule.name)).toEqual([
    "心得体会",
    "有效评课",
    "培训学时",
    "教学设计",
    "活动反思",
  ]);
  expect(rulesOf(pack("lanxi-2024-autumn"), "bonus", "school").map((rule) => rule.points)).toEqual([2, 1, null]);
  expect(rulesOf(pack("zhaoqing-annual"), "hours", "zhaoqing.annual").map((rule) => rule.hours)).toEqual([30, 42, 18]);
  expect(rulesOf(pack("zhaoqing-annual"), "budget")).toHaveLength(2);
});
