/** Assessment forms whose items are named shortly, scored twice, or stand in groups; and sheets of hours, schools and counties beside them. */
import plan2 from "../../src/policy/packs/plan2.json";
import xiangxi from "../../src/policy/packs/xiangxi-growth-plan.json";
import yueyang from "../../src/policy/packs/yueyang-school-based.json";
import { packSchema } from "../../src/policy/schema";
import { lanxiPack } from "./packs";
import { columnsOf, placeOf, tablesOf } from "./saying";
import { sheetFrom, type Written } from "./sheet";

const items = ["心得体会", "有效评课", "培训学时", "教学设计", "活动反思"];
const itemsRead =
  "C:teacher.reflection E:teacher.review G:teacher.platform-hours I:teacher.lesson-design K:teacher.activity-reflection M:total";

function short(rows: readonly (readonly Written[])[], merges: readonly string[] = []): string {
  return columnsOf(tablesOf(sheetFrom(rows, { merges }), [lanxiPack])[0]).replace(/lanxi\./g, "");
}

function twice(first: string, second: string): Written[][] {
  const each = [...items, "总分"];
  return [
    ["姓名", ...each.flatMap((name) => [name, null])],
    [null, ...each.flatMap(() => [first, second])],
    ["张三", ...items.flatMap(() => [20, 18]), 100, 90],
  ];
}

const pairs = ["A1:A2", "B1:C1", "D1:E1", "F1:G1", "H1:I1", "J1:K1", "L1:M1"];

describe("an item scored by the teacher and by the school", () => {
  test.each([
    ["自评", "核定"],
    ["自评分", "考核组评分"],
    ["自查", "复核"],
    ["申报", "认定"],
    ["自评", "实得"],
  ])("%s and %s under each item: what the school gave is read", (first, second) => {
    const read = short(twice(first, second), pairs).replace(/ \w:-/g, "");
    expect(read).toBe(`A:name ${itemsRead}`);
  });

  test("the same in a file of bare text, whose groups are not merged", () => {
    expect(short(twice("自评", "核定")).replace(/ \w:-/g, "")).toBe(`A:name ${itemsRead}`);
  });

  test("心得体会自评 and 心得体会核定 in one row", () => {
    const header = ["姓名", ...items.flatMap((name) => [`${name}自评`, `${name}核定`]), "自评总分", "核定总分"];
    const read = short([header, ["张三", ...items.flatMap(() => [20, 18]), 100, 90]]);
    expect(read.replace(/ \w:-/g, "")).toBe(`A:name ${itemsRead}`);
  });

  test("all items twice, under 自评 and under 考核组评分", () => {
    const rows = [
      ["姓名", "自评", null, null, null, null, null, "考核组评分", null, null, null, null, null],
      [null, ...items, "总分", ...items, "总分"],
      ["张三", 20, 20, 20, 20, 20, 100, 18, 18, 18, 18, 18, 90],
    ];
    expect(short(rows, ["A1:A2", "B1:G1", "H1:M1"])).toContain("G:- H:teacher.reflection");
    expect(short(rows)).toContain("L:teacher.activity-reflection M:total");
  });

  test("a score that only the teacher gave is the score", () => {
    const rows = [
      ["姓名", ...items.map((name) => `${name}自评分`), "自评总分"],
      ["张三", 20, 20, 20, 20, 20, 100],
    ];
    expect(short(rows)).toContain("F:teacher.activity-reflection G:total");
  });
});

describe("items named shortly", () => {
  test("学时 between the other items with scores of at most 20 is the item 培训学时", () => {
    const rows = [
      ["姓名", "心得", "评课", "学时", "设计", "反思", "加分", "合计"],
      ["张三", 18, 17, 20, 16, 15, 0, 86],
    ];
    expect(short(rows)).toContain("D:teacher.platform-hours");
  });

  test("学时 behind the total is what was credited", () => {
    const rows = [
      ["姓名", "心得", "评课", "设计", "反思", "合计", "学时"],
      ["张三", 18, 17, 16, 15, 66, 20],
    ];
    expect(short(rows)).toContain("F:total G:credited");
  });

  test("24 between the items is no score of 20 points", () => {
    const rows = [
      ["姓名", "心得", "评课", "学时", "设计", "反思", "合计"],
      ["张三", 18, 17, 24, 16, 15, 66],
    ];
    expect(short(rows)).toContain("D:credited");
  });
});

test("教师考核 with its total, 校本考核, and 学时认定 of county, school and both", () => {
  const rows = [
    ["姓名", "教师考核", null, null, null, null, null, "校本考核", "学时认定", null, null],
    [null, ...items, "总分", "得分", "县级", "校本", "合计"],
    ["张三", 18, 17, 20, 16, 15, 86, 90, 24, 12, 36],
  ];
  const merges = ["A1:A2", "B1:G1", "I1:K1"];
  expect(short(rows, merges)).toContain("G:total H:school-based.pass I:teacher.hours J:school-based.hours K:credited");
  expect(short(rows)).toContain("I:teacher.hours J:school-based.hours K:credited");
});

describe("奖励加分 of a school's form", () => {
  const parts = ["学校", "培训计划和总结", "集中培训参与", "教师平均分", "外派培训任务", "材料上报"];

  test("one column for all bonuses together", () => {
    expect(
      short([
        [...parts, "奖励加分", "总分"],
        ["一中", 10, 10, 50, 10, 10, 4, 94],
      ]),
    ).toContain("G:bonus H:total");
  });

  test("their sum is not read where each has its own column", () => {
    const header = [...parts, "提供现场次数", "派出人次", "加分合计", "总分"];
    expect(short([header, ["一中", 10, 10, 50, 10, 10, 1, 2, 4, 94]])).toContain("G:school.bonus.host H:school.bonus.dispatch I:- J:total");
  });
});

describe("other sheets", () => {
  test("hours of the county, of the school and both are no assessment", () => {
    const rows = [
      ["兰西县第二中学教师2024年下半年培训学时统计"],
      ["序号", "教师", "县级集中培训学时", "校本培训学时", "总学时"],
      [1, "张三", 24, 12, 36],
      [2, "李四", 24, 12, 36],
    ];
    const [table] = tablesOf(sheetFrom(rows, { merges: ["A1:E1"] }), [lanxiPack]);
    expect(placeOf(table)).toBe("hours-year A2:E2 A3:E4 2");
    expect(columnsOf(table)).toBe("A:number B:name C:lanxi.teacher.hours D:lanxi.school-based.hours E:total");
  });

  test("the sum of lessons heard in the own school and elsewhere", () => {
    const rows = [
      ["序号", "姓名", "职务", "校内听课", "校外听课", "听课合计", "是否完成"],
      [1, "张三", "教师", 15, 6, 21, "是"],
    ];
    expect(columnsOf(tablesOf(sheetFrom(rows), [packSchema.parse(plan2)])[0])).toContain("F:plan2.observation G:claim");
  });

  test.each([
    ["19-20学年", "20-21学年", "21-22学年"],
    ["19/20", "20/21", "21/22"],
    ["2019-20学年", "2020-21学年", "2021-22学年"],
    ["2019秋—2020春", "2020秋—2021春", "2021秋—2022春"],
  ])("years written as %s", (...years) => {
    const rows = [
      ["序号", "姓名", ...years, "总计"],
      [1, "张三", 24, 24, 24, 72],
    ];
    expect(columnsOf(tablesOf(sheetFrom(rows), [packSchema.parse(yueyang)])[0])).toBe("A:number B:name C:year1 D:year2 E:year3 F:total");
  });

  test("a county a row with the day of handing in: the title says of what", () => {
    const rows = [
      ["各县市“十二五”中小学教师继续教育报名注册登记表上报情况"],
      ["序号", "县市", "上报日期", "备注"],
      [1, "吉首市", "2011年5月12日", null],
      [2, "泸溪县", "2011年5月13日", null],
    ];
    const [table] = tablesOf(sheetFrom(rows, { merges: ["A1:D1"] }), [packSchema.parse(xiangxi)]);
    expect(placeOf(table)).toBe("submissions A2:D2 A3:D4 2");
    expect(columnsOf(table)).toBe("A:number B:place C:date D:note");
  });

  test("a school a row with the form that its stage asks for", () => {
    const rows = [
      ["序号", "学校", "学段", "依托形式"],
      [1, "临湘一中", "高中", "备课组"],
    ];
    const [table] = tablesOf(sheetFrom(rows), [packSchema.parse(yueyang)]);
    expect(placeOf(table)).toBe("submissions A1:D1 A2:D2 1");
    expect(columnsOf(table)).toBe("A:number B:school C:stage D:form");
  });
});
