/** One cause, one finding, at the cell that the clerk must change. */
import { checkDigit } from "../../src/values/id";
import type { Written } from "../table/sheet";
import { found, reportOn } from "./sheets";

const lanxi = "lanxi-2024-autumn";
const teachers = ["序号", "姓名", "心得体会", "有效评课", "培训学时", "教学设计", "活动反思", "总分", "结果"];

function teacher(number: number | null, name: string | null, last: number, total: Written = 74 + last): Written[] {
  return [number, name, 18, 16, 20, 20, last, total, "合格"];
}

function id(first17: string): string {
  return `${first17}${checkDigit(first17)}`;
}

const [oneId, otherId] = [id("11010119900307013"), id("23122219850112022")];

/** A total that adds up the items of a row. */
function sum(of: number, value: number): Written {
  return { formula: `=SUM(C${String(of)}:G${String(of)})`, value };
}

describe("材料报送", () => {
  const header = ["序号", "学校", "材料名称", "报送日期", "是否报送"];
  const rows = (...lines: readonly (readonly Written[])[]): Record<string, readonly (readonly Written[])[]> => ({
    材料报送: [["兰西县材料报送情况表"], header, ...lines.map((line, at) => [at + 1, "兰西一中", ...line, "是"])],
  });

  test("年份写早了一年的报送日期不在学期之内", () => {
    expect(found(reportOn(lanxi, rows(["校本培训计划", "2023-09-20"], ["校本培训总结", "2023-12-28"])))).toEqual([
      "date.outside-period 材料报送!D3",
      "date.outside-period 材料报送!D4",
    ]);
  });

  test("暑假里就做好的计划不算写错", () => {
    expect(found(reportOn(lanxi, rows(["校本培训计划", "2024-08-26"])))).toEqual([]);
  });

  test("迟交只说迟交；还没到的日期只说还没到", () => {
    expect(found(reportOn(lanxi, rows(["校本培训总结", "2024-12-31"], ["校本培训总结", "2025-12-31"])))).toEqual([
      "date.late 材料报送!D3",
      "date.future 材料报送!D4",
    ]);
  });

  test("参训名单、总结是关于集中培训的材料，不按集中培训的日子判断", () => {
    expect(found(reportOn(lanxi, rows(["集中培训参训名单", "2024-09-25"], ["集中培训总结", "2024-09-28"])))).toEqual([]);
  });

  test("培训本身不在规定的两天里，要说", () => {
    expect(found(reportOn(lanxi, rows(["集中培训", "2024-09-28"])))).toEqual(["date.outside-period 材料报送!D3"]);
  });

  test("各行写的是项目，整张表只有一个期限，就按它判断", () => {
    const sheet = [
      ["高要区培训项目申报一览表"],
      ["序号", "项目名称", "申报单位", "报送日期"],
      [1, "校长任职培训", "高要区教师发展中心", "2024-07-25"],
      [2, "骨干教师提升班", "高要区教师发展中心", "2024-07-26"],
    ];
    expect(found(reportOn("zhaoqing-annual", { 项目报批: sheet }))).toEqual(["date.late 项目报批!D4"]);
  });
});

describe("分数超出满分", () => {
  test("没有加分的成绩超过满分，只说一次，也不再判断合格", () => {
    const sheet = [["校本考核成绩"], ["序号", "姓名", "校本考核成绩", "结果"], [1, "王小明", 108, "不合格"], [2, "李小红", 90, "合格"]];
    expect(found(reportOn(lanxi, { 校本考核: sheet }))).toEqual(["score.out-of-range 校本考核!C3"]);
  });

  test("有加分的总分可以超过满分，请核对", () => {
    const sheet = [["综合考核成绩"], ["序号", "姓名", "综合考核成绩", "结果"], [1, "王小明", 108, "合格"], [2, "李小红", 90, "合格"]];
    expect(found(reportOn(lanxi, { 成绩: sheet }))).toEqual(["score.above-full 成绩!C3"]);
  });

  test("一项超过满分，总分不再另说", () => {
    const row = [1, "王小明", 20, 20, 20, 20, 21, 101, "合格"];
    expect(found(reportOn(lanxi, { 考核: [["教师考核"], teachers, row, teacher(2, "李小红", 15)] }))).toEqual([
      "score.out-of-range 考核!G3",
    ]);
  });

  test("综合成绩没有加分，超过满分就是错", () => {
    const sheet = [
      ["培训综合成绩"],
      ["序号", "姓名", "单位", "综合成绩", "结果"],
      [1, "王小明", "一小", 108, "合格"],
      [2, "李小红", "一小", 90, "合格"],
    ];
    expect(found(reportOn("plan7", { 成绩: sheet }))).toEqual(["score.out-of-range 成绩!D3"]);
  });
});

describe("同名的人", () => {
  const roster = [["教师花名册"], ["序号", "姓名", "身份证号"], [1, "王小明", oneId], [2, "王小明", otherId], [3, "李小红", null]];

  test("花名册里是两个人，成绩表里的两行就是同名，不是重复", () => {
    const scores = [["教师考核"], teachers, teacher(1, "王小明", 15), teacher(2, "王小明", 14), teacher(3, "李小红", 15)];
    expect(found(reportOn(lanxi, { 花名册: roster, 考核: scores }))).toEqual(["person.same-name 花名册!B4", "person.same-name 考核!B4"]);
  });

  test("花名册里有两个，成绩表里有三行：第三行是重复", () => {
    const scores = [
      ["教师考核"],
      teachers,
      teacher(1, "王小明", 15),
      teacher(2, "王小明", 14),
      teacher(3, "李小红", 15),
      teacher(4, "王小明", 15),
    ];
    expect(found(reportOn(lanxi, { 花名册: roster, 考核: scores }))).toContain("person.duplicate 考核!B6");
  });

  test("身份证号只错一两位的同名两行，是一个人写了两次", () => {
    const wrong = `${oneId.slice(0, 17)}${oneId.endsWith("0") ? "1" : "0"}`;
    const twice = [["教师花名册"], ["序号", "姓名", "身份证号"], [1, "王小明", oneId], [2, "王小明", wrong], [3, "李小红", null]];
    const scores = [["教师考核"], teachers, teacher(1, "王小明", 15), teacher(2, "李小红", 15)];
    expect(found(reportOn(lanxi, { 花名册: twice, 考核: scores }))).toEqual(["person.duplicate 花名册!B4", "person.id-invalid 花名册!C4"]);
  });
});

describe("没有姓名的行", () => {
  test("有分数没有姓名的行要说，分数照样判断", () => {
    const scores = [["教师考核"], teachers, teacher(1, "王小明", 15), teacher(2, null, 15, 80), teacher(3, "李小红", 14)];
    const report = reportOn(lanxi, { 考核: scores });
    expect(found(report)).toEqual(["person.missing 考核!B4", "score.total-mismatch 考核!H4"]);
    expect(report.findings[1]?.message).toContain("第 4 行的总分");
  });

  test("花名册里少的那个人就是没写姓名的那一行：只说一次", () => {
    const roster = [["教师花名册"], ["序号", "姓名", "身份证号"], [1, "王小明", oneId], [2, "张大山", otherId]];
    const scores = [["教师考核"], teachers, teacher(1, "王小明", 15), teacher(2, null, 15)];
    expect(found(reportOn(lanxi, { 花名册: roster, 考核: scores }))).toEqual(["person.missing 考核!B4"]);
  });

  test("登记表里每人只写一次姓名，下面几行接着是他的", () => {
    const log = [
      ["教师培训学时登记表"],
      ["序号", "姓名", "培训项目", "课程类别", "日期", "学时"],
      [1, "王小明", "培训甲", "公需课", "2024-03-01", 30],
      [null, null, "培训乙", "专业课", "2024-04-01", 42],
      [2, "李小红", "培训甲", "公需课", "2024-03-01", 30],
      [null, null, "培训乙", "专业课", "2024-04-01", 42],
    ];
    const year = [
      ["2024年度学时汇总"],
      ["序号", "姓名", "公需课", "专业课", "个人选修课", "合计"],
      [1, "王小明", 30, 42, 18, 90],
      [2, "李小红", 30, 42, 0, 72],
    ];
    expect(found(reportOn("zhaoqing-annual", { 登记: log, 年度: year }))).toEqual([
      "hours.ledger-mismatch 年度!E3",
      "hours.block-short 年度!E4",
    ]);
  });
});

describe("公式", () => {
  const rows = [3, 4, 5, 6, 7];

  test("算了别的行的总分公式，值碰巧对也要说", () => {
    const scores = rows.map((row, at) => teacher(at + 1, `教师${"甲乙丙丁戊".charAt(at)}`, 15, sum(row === 5 ? 4 : row, 89)));
    const report = reportOn(lanxi, { 考核: [["教师考核"], teachers, ...scores] });
    expect(found(report)).toEqual(["formula.range-short 考核!H5"]);
    expect(report.findings[0]).toMatchObject({ value: "=SUM(C4:G4)", expected: "=SUM(C5:G5)" });
  });

  test("值也错了，只说值", () => {
    const scores = rows.map((row, at) =>
      teacher(at + 1, `教师${"甲乙丙丁戊".charAt(at)}`, row === 5 ? 10 : 15, sum(row === 5 ? 4 : row, 89)),
    );
    expect(found(reportOn(lanxi, { 考核: [["教师考核"], teachers, ...scores] }))).toEqual(["score.total-mismatch 考核!H5"]);
  });
});

test("学校考核表只有一列奖励加分：按分数加进总分", () => {
  const header = [
    "序号",
    "学校",
    "计划总结（10分）",
    "集中培训（10分）",
    "教师平均分（60分）",
    "外派培训任务（10分）",
    "材料上报（10分）",
    "奖励加分",
    "总分",
  ];
  const rows = [
    [1, "兰西一中", 10, 9, 50, 10, 8, 5, 92],
    [2, "兰西二中", 10, 9, 50, 10, 8, 3, 87],
    [3, "兰西三中", 10, 9, 50, 10, 8, null, 87],
  ];
  const settings = { mapping: { 学校考核: { H: "bonus" } }, readings: {}, explanations: {} };
  expect(found(reportOn(lanxi, { 学校考核: [["兰西县学校考核评分表"], header, ...rows] }, { settings }))).toEqual([
    "score.total-mismatch 学校考核!I4",
  ]);
});

describe("年份、单位、名单", () => {
  test("表题写 2024 年，登记了 2022 年的培训，要说", () => {
    const log = [
      ["2024年教师培训学时登记表"],
      ["序号", "姓名", "培训项目", "课程类别", "日期", "学时"],
      [1, "王小明", "培训甲", "公需课", "2024-03-01", 8],
      [2, "李小红", "培训甲", "公需课", "2022-03-01", 8],
      [3, "张大山", "培训甲", "公需课", "2024-03-01", 8],
    ];
    expect(found(reportOn("zhaoqing-annual", { 登记: log }))).toEqual(["date.outside-period 登记!E4"]);
  });

  test("万元和元先化成一个单位再比", () => {
    const budget = [
      ["学校教师培训经费安排表"],
      ["序号", "学校", "年度公用经费预算总额（万元）", "教师培训经费（元）", "是否达标"],
      [1, "端城小学", 50, 52000, "是"],
      [2, "黄岗小学", 60, 48000, "是"],
    ];
    expect(found(reportOn("zhaoqing-annual", { 经费: budget }))).toEqual(["budget.short 经费!D4"]);
  });

  test("花名册备注写了原因（产假、已退休）的人，不算缺", () => {
    const roster = [
      ["教师花名册"],
      ["序号", "姓名", "职称", "备注"],
      [1, "王小明", "二级教师", null],
      [2, "张大山", "二级教师", "产假"],
      [3, "李小红", "二级教师", "已退休"],
    ];
    expect(found(reportOn(lanxi, { 花名册: roster, 考核: [["教师考核"], teachers, teacher(1, "王小明", 15)] }))).toEqual([]);
  });

  test("只有表头、没有一条记录的表没有检查", () => {
    expect(reportOn(lanxi, { 考核: [["兰西县教师考核表"], teachers] }).verdict).toBe("未能检查");
  });
});
