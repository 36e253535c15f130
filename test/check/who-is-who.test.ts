/** 同名, 重复, 花名册对照: who is the same person and who is not, and of which school. */
import { checkDigit } from "../../src/values/id";
import type { Written } from "../table/sheet";
import { found, reportOn } from "./sheets";

const lanxi = "lanxi-2024-autumn";
const id = (first17: string): string => `${first17}${checkDigit(first17)}`;
const [one, two, three] = [id("23122219850112022"), id("23122219870215033"), id("23122219900307014")];

const rosterHeader = ["序号", "姓名", "性别", "出生年月", "身份证号", "学校"];
const scoreHeader = ["序号", "姓名", "心得体会", "有效评课", "培训学时", "教学设计", "活动反思", "总分"];

function scored(number: number, name: string, each = 18): Written[] {
  return [number, name, each, each, each, each, each, 5 * each];
}

function roster(...rows: readonly (readonly Written[])[]): readonly (readonly Written[])[] {
  return [["教师花名册"], rosterHeader, ...rows.map((row, at) => [at + 1, ...row])];
}

describe("同名还是重复", () => {
  test("身份证号不同，是同名；三个同名的也一样", () => {
    const rows = [
      ["王二", "男", null, one, "一中"],
      ["王二", "男", null, two, "一中"],
      ["王二", "男", null, three, "一中"],
    ];
    expect(found(reportOn(lanxi, { 花名册: roster(...rows) }))).toEqual(["person.same-name 花名册!B4", "person.same-name 花名册!B5"]);
  });

  test("没有身份证号，性别和出生年月不同，是同名", () => {
    const rows = [
      ["向丽", "女", "1979-06-18", null, "一中"],
      ["向丽", "男", "1968-02-11", null, "一中"],
    ];
    expect(found(reportOn(lanxi, { 花名册: roster(...rows) }))).toEqual(["person.same-name 花名册!B4"]);
  });

  test("没有什么能分开两行，是重复", () => {
    const rows = [
      ["向丽", "女", "1979-06-18", null, "一中"],
      ["向丽", "女", "1979-06-18", null, "一中"],
    ];
    expect(found(reportOn(lanxi, { 花名册: roster(...rows) }))).toEqual(["person.duplicate 花名册!B4"]);
  });

  test("花名册里按出生年月分得开的两位同名教师，考核表里有两行，不是重复", () => {
    const rows = [
      ["向丽", "女", "1979-06-18", null, "一中"],
      ["向丽", "男", "1968-02-11", null, "一中"],
    ];
    const scores = [["教师考核"], scoreHeader, scored(1, "向丽"), scored(2, "向丽")];
    expect(found(reportOn(lanxi, { 花名册: roster(...rows), 考核: scores }))).toEqual([
      "person.same-name 花名册!B4",
      "person.same-name 考核!B4",
    ]);
  });

  test("15 位旧号与 18 位新号可能是同一个人", () => {
    const old = `${one.slice(0, 6)}${one.slice(8, 17)}`;
    const rows = [
      ["王二", "男", null, old, "一中"],
      ["王二", "男", null, one, "一中"],
    ];
    expect(found(reportOn(lanxi, { 花名册: roster(...rows) }))).toEqual(["person.id-invalid 花名册!E3", "person.duplicate 花名册!B4"]);
  });
});

describe("花名册与考核表", () => {
  test("身份证号与花名册里同名的人不同，只说一次", () => {
    const header = ["序号", "姓名", "身份证号", ...scoreHeader.slice(2)];
    const scores = [["教师考核"], header, [1, "王一", three, 18, 18, 18, 18, 18, 90]];
    expect(found(reportOn(lanxi, { 花名册: roster(["王一", "女", null, one, "一中"]), 考核: scores }))).toEqual([
      "person.not-in-roster 考核!B3",
    ]);
  });

  test("各校一张表，学校只写在表题里：缺的人说在本校的表上，平均分按本校算", () => {
    const list = roster(
      ["王一", "男", null, null, "兰西一中"],
      ["李一", "女", null, null, "兰西二中"],
      ["李二", "女", null, null, "兰西二中"],
    );
    const school = ["序号", "学校", "计划总结", "集中培训", "教师平均分", "完成培训任务", "材料报送", "总分"];
    const report = reportOn(lanxi, {
      表一: [["兰西一中教师考核"], scoreHeader, scored(1, "王一")],
      表二: [["兰西二中教师考核"], scoreHeader, scored(1, "李一", 16)],
      花名册: list,
      单位: [["单位考核"], school, [1, "兰西一中", 10, 9, 54, 10, 8, 91], [2, "兰西二中", 10, 9, 54, 10, 8, 91]],
    });
    expect(found(report)).toEqual(["person.missing 表二!B2", "score.item-mismatch 单位!E4"]);
  });
});

describe("年龄", () => {
  const header = ["序号", "姓名", "性别", "出生年月", "学校", "职务"];
  const rows = (...births: readonly string[]): (readonly Written[])[] =>
    births.map((birth, at) => [at + 1, ["王一", "王二", "王三"][at] ?? "", "女", birth, "一小", "教师"]);

  test("只写了年月的：整个月都超龄才说超龄，说不准的未能判断", () => {
    const list = [["教师专业成长计划注册登记花名册"], header, ...rows("1958.06", "1961年6月", "1960.06")];
    expect(found(reportOn("xiangxi-growth-plan", { 花名册: list }))).toEqual([
      "person.out-of-scope 花名册!D3",
      "rule.not-evaluable 花名册!D5",
    ]);
  });

  test("读书的要求因年龄而异，表里没有年龄，只在列名上说一次", () => {
    const sheet = [["教师读书情况登记表"], ["序号", "姓名", "月读书本数"], [1, "王一", 2], [2, "王二", 1], [3, "王三", 1]];
    expect(found(reportOn("plan1", { 读书: sheet }))).toEqual(["rule.not-evaluable 读书!C2"]);
  });
});
