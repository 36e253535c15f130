/** Which column is what: names, groups, units, slips of typing, and what is asked. */
import { columnOf } from "../../src/table/records";
import type { Pack } from "../../src/policy/schema";
import { lanxiPack, zhaoqingPack } from "./packs";
import { columnsOf, placeOf, tablesOf } from "./saying";
import { sheetFrom, type Written } from "./sheet";

/** One record below a header, text or number as the column needs it. */
function below(headers: readonly Written[]): Written[] {
  return headers.map((_, at) => (at === 0 ? 1 : at === 1 ? "张三" : 10));
}

function read(pack: Pack, ...header: readonly (readonly Written[])[]): string {
  const last = header[header.length - 1] ?? [];
  return columnsOf(tablesOf(sheetFrom([...header, below(last)]), [pack])[0]);
}

const items = ["心得体会", "有效评课", "培训学时", "教学设计", "活动反思"];

describe("names of columns", () => {
  test.each([
    ["spaces and line breaks", ["序 号", "姓\n名", "心 得 体 会", "有效\n评课", "总　分"]],
    ["full scores in brackets of every sort", ["序号", "姓名", "心得体会（20分）", "有效评课(满分20分)", "总分【100分】"]],
    ["numbers before the names", ["序号", "姓名", "1.心得体会", "（2）有效评课", "③总分"]],
    ["traditional characters", ["序號", "教師姓名", "心得體會", "有效評課", "綜合考核成績"]],
    ["a star for what must be filled in", ["序号", "*姓名", "心得体会*", "有效评课", "总分："]],
    ["a longer name that ends in a known one", ["序号", "参加培训教师姓名", "心得体会得分", "有效评课成绩", "本学期综合考核成绩"]],
  ])("%s make no difference", (_, header) => {
    expect(read(lanxiPack, header)).toBe("A:number B:name C:lanxi.teacher.reflection D:lanxi.teacher.review E:total");
  });

  test.each([
    ["教师性名", ["序号", "教师性名", "心得体会", "有效评课", "综合考核成绩"]],
    ["心的体会", ["序号", "姓名", "心的体会", "有效评课", "综合考核成绩"]],
    ["有效评课课", ["序号", "姓名", "心得体会", "有效评课课", "综合考核成绩"]],
    ["综合考核成积", ["序号", "姓名", "心得体会", "有效评课", "综合考核成积"]],
  ])("one character mistyped makes no difference: %s", (_, header) => {
    expect(read(lanxiPack, header)).toBe("A:number B:name C:lanxi.teacher.reflection D:lanxi.teacher.review E:total");
  });

  test.each([
    ["县（市、区）", "place"],
    ["校(园)名称", "school"],
    ["教师总数（人）", "whole"],
    ["覆盖率%", "share"],
    ["是否达标", "claim"],
  ])("in a form of quotas %s is %s", (label, key) => {
    const others = ["县区", "单位名称", "教师总数", "参训率", "达标情况", "已培训人数"].filter((name) => !columnKeyClash(name, key));
    expect(read(zhaoqingPack, [...others, label])).toContain(`:${key}`);
  });

  test("学时 is the hours of a log and the sum of a year's summary", () => {
    expect(read(zhaoqingPack, ["序号", "姓名", "培训项目", "培训类别", "日期", "学时"])).toContain("F:hours");
    expect(read(zhaoqingPack, ["序号", "姓名", "公需课", "专业课", "选修课", "学时"])).toContain("F:total");
  });

  test("培训学时 is an item of the 兰西 rubric and the hours of a log", () => {
    expect(read(lanxiPack, ["序号", "姓名", ...items, "总分"])).toContain("E:lanxi.teacher.platform-hours");
    expect(read(zhaoqingPack, ["序号", "姓名", "培训项目", "日期", "培训学时"])).toContain("E:hours");
  });

  test("学时/天 and 培训时长（天） give their unit", () => {
    const [table] = tablesOf(sheetFrom([["序号", "姓名", "培训项目", "日期", "学时/天", "天数（天）"], below(["", "", "", "", "", ""])]), [
      zhaoqingPack,
    ]);
    expect(table?.columns.map((column) => column.unit)).toEqual([null, null, null, null, "天", "天"]);
  });

  test("years are counted in their order, however they are written", () => {
    expect(read(zhaoqingPack, ["序号", "姓名", "第一年", "第二年", "第三年", "合计"])).toBe(
      "A:number B:name C:year1 D:year2 E:year3 F:total",
    );
    expect(read(zhaoqingPack, ["序号", "姓名", "2022学年", "2023学年", "2024学年", "合计"])).toBe(
      "A:number B:name C:year1 D:year2 E:year3 F:total",
    );
    expect(read(zhaoqingPack, ["序号", "姓名", "2022-2023学年", "2023-2024学年", "合计"])).toBe("A:number B:name C:year1 D:year2 E:total");
    expect(read(zhaoqingPack, ["序号", "姓名", 2022, 2023, 2024, "合计"])).toBe("A:number B:name C:year1 D:year2 E:year3 F:total");
  });
});

function columnKeyClash(name: string, key: string): boolean {
  const keys: Readonly<Record<string, string>> = {
    县区: "place",
    单位名称: "school",
    教师总数: "whole",
    参训率: "share",
    达标情况: "claim",
  };
  return keys[name] === key;
}

describe("groups above the names", () => {
  test("字数 under 心得体会 is its evidence, 得分 its points", () => {
    const rows = [
      ["序号", "姓名", "心得体会", null, "有效评课", null, "总分"],
      [null, null, "字数", "得分", "字数", "得分", null],
      [1, "张三", 1200, 18, 900, 17, 90],
    ];
    const merges = ["A1:A2", "B1:B2", "C1:D1", "E1:F1", "G1:G2"];
    expect(columnsOf(tablesOf(sheetFrom(rows, { merges }), [lanxiPack])[0])).toBe(
      "A:number B:name C:lanxi.teacher.reflection.words D:lanxi.teacher.reflection E:lanxi.teacher.review.words F:lanxi.teacher.review G:total",
    );
  });

  test("成绩 under 县级 and under 校本", () => {
    const rows = [
      ["序号", "姓名", "县级", null, null, "校本", null, "是否发证"],
      [null, null, "成绩", "结果", "学时", "成绩", "学时", null],
      [1, "张三", 90, "合格", 24, 85, 12, "发证"],
    ];
    const merges = ["A1:A2", "B1:B2", "C1:E1", "F1:G1", "H1:H2"];
    expect(columnsOf(tablesOf(sheetFrom(rows, { merges }), [lanxiPack])[0])).toBe(
      "A:number B:name C:total D:result E:credited F:lanxi.school-based.pass G:lanxi.school-based.hours H:lanxi.certificate",
    );
  });

  test("the other way round: 县级 and 校本 under 认定学时", () => {
    const rows = [
      ["序号", "姓名", "综合考核成绩", "校本考核成绩", "认定学时", null],
      [null, null, null, null, "县级", "校本"],
      [1, "张三", 90, 85, 24, 12],
    ];
    const merges = ["A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:F1"];
    expect(columnsOf(tablesOf(sheetFrom(rows, { merges }), [lanxiPack])[0])).toBe(
      "A:number B:name C:total D:lanxi.school-based.pass E:credited F:lanxi.school-based.hours",
    );
  });

  test("three quotas in one sheet are told apart", () => {
    const rows = [
      ["县区", "教师总数", "市级培训", null, "县级培训", null],
      [null, null, "参训人数", "比例", "参训人数", "比例"],
      ["怀集县", 1000, 200, "20%", 700, "70%"],
    ];
    const merges = ["A1:A2", "B1:B2", "C1:D1", "E1:F1"];
    const columns = columnsOf(tablesOf(sheetFrom(rows, { merges }), [zhaoqingPack])[0]);
    expect(columns).toContain("C:zhaoqing.quota.city ");
    expect(columns).toContain("E:zhaoqing.quota.county ");
  });
});

describe("bonus columns", () => {
  test("次数 and 分 are known by the heading", () => {
    const counts = (label: string): string | null | undefined =>
      columnOf(
        tablesOf(sheetFrom([["序号", "姓名", ...items, label, "总分"], below(new Array(9).fill(""))]), [lanxiPack])[0] ?? fail(),
        "lanxi.teacher.bonus",
      )?.counts;
    expect(counts("加分次数")).toBe("times");
    expect(counts("奖励加分（次）")).toBe("times");
    expect(counts("奖励加分")).toBe("points");
    expect(counts("奖励加分（每次5分）")).toBe("points");
  });

  test("with both, the points are the bonus and the times stand beside it", () => {
    expect(read(lanxiPack, ["序号", "姓名", ...items, "协助任务次数", "奖励加分", "总分"])).toContain(
      "H:times I:lanxi.teacher.bonus J:total",
    );
  });
});

function fail(): never {
  throw new Error("no table");
}

describe("what is asked", () => {
  test("a column nobody knows has no key and no guess", () => {
    const [table] = tablesOf(sheetFrom([["序号", "姓名", ...items, "总分", "宿舍楼层"], below(new Array(9).fill(""))]), [lanxiPack]);
    expect(table?.columns[8]).toMatchObject({ key: null, guess: null });
    expect(table?.columns[8]?.why).toBe("没有认出“宿舍楼层”，请选择它对应的内容");
  });

  test("a column known and not needed is not asked", () => {
    const [table] = tablesOf(sheetFrom([["序号", "姓名", "民族", ...items, "总分"], below(new Array(9).fill(""))]), [lanxiPack]);
    expect(table?.columns[2]).toMatchObject({ key: null, ignored: true });
  });

  test("two columns of the same name for one key are both asked", () => {
    const [table] = tablesOf(sheetFrom([["序号", "姓名", ...items, "总分", "考核结果", "考核结果"], below(new Array(10).fill(""))]), [
      lanxiPack,
    ]);
    expect(table?.columns.slice(8).map((column) => [column.key, column.guess])).toEqual([
      [null, "result"],
      [null, "result"],
    ]);
  });

  test("应训人数 and 未训人数 are no slips of each other", () => {
    expect(read(zhaoqingPack, ["县区", "应训人数", "已训人数", "未训人数"])).toBe("A:place B:whole C:part D:-");
  });
});

describe("a clerk's own mapping", () => {
  const rows = [["序号", "姓名", ...items, "总分", "宿舍楼层"], below(new Array(9).fill(""))];

  test("goes before what was recognised, and a column can be left out", () => {
    const [table] = tablesOf(sheetFrom(rows, { name: "考核" }), [lanxiPack], { 考核: { C: "", I: "note" } });
    expect(columnsOf(table)).toBe(
      "A:number B:name C:- D:lanxi.teacher.review E:lanxi.teacher.platform-hours F:lanxi.teacher.lesson-design G:lanxi.teacher.activity-reflection H:total I:note",
    );
  });

  test("finds a header of which we know no word", () => {
    const strange = [
      ["甲项", "乙项", "丙项", "丁项"],
      ["张三", 18, 17, 88],
      ["李四", 18, 17, 88],
    ];
    const mapping = { 表: { A: "name", B: "lanxi.teacher.reflection", C: "lanxi.teacher.review", D: "total" } };
    expect(placeOf(tablesOf(sheetFrom(strange, { name: "表" }), [lanxiPack], mapping)[0])).toBe("teacher-assessment A1:D1 A2:D3 2");
  });
});
