/** 结果, 是否合格, 可否结业: of which score a conclusion speaks, and the words by which clerks say yes and no. */
import type { Written } from "../table/sheet";
import { found, reportOn, type Rows } from "./sheets";

const lanxi = "lanxi-2024-autumn";
const names = ["王小明", "李小红", "张伟", "刘洋", "陈静"];

/** A form with these columns after 序号 and 姓名; one person a row. */
function form(title: string, header: readonly string[], ...rows: readonly (readonly Written[])[]): Record<string, Rows> {
  return { 审核表: [[title], ["序号", "姓名", ...header], ...rows.map((row, at) => [at + 1, names[at] ?? "", ...row])] };
}

const bothScores = ["县级考核成绩", "校本考核成绩", "是否合格"];

describe("表上有两种成绩，结论说的是哪一种（七.2）", () => {
  test("结论在两种成绩之后，说的是县级 60 分、校本 80 分都达到", () => {
    const rows = [
      [85, 92, "是"],
      [72, 76, "是"],
      [55, 88, "否"],
      [65, 85, "否"],
    ];
    expect(found(reportOn(lanxi, form("教师培训结业审核表", bothScores, ...rows)))).toEqual([
      "score.result-mismatch 审核表!E4",
      "score.result-mismatch 审核表!E6",
    ]);
  });

  test("两种成绩换了先后也一样", () => {
    const header = ["校本考核成绩", "县级考核成绩", "是否合格"];
    expect(found(reportOn(lanxi, form("教师培训审核表", header, [92, 85, "是"], [76, 72, "是"])))).toEqual([
      "score.result-mismatch 审核表!E4",
    ]);
  });

  test("紧跟在一种成绩后面的，只说这一种", () => {
    const county = ["县级考核成绩", "是否合格", "校本考核成绩"];
    expect(found(reportOn(lanxi, form("考核表", county, [85, "是", 92], [72, "是", 76])))).toEqual([]);
    const school = ["校本考核成绩", "是否合格", "县级考核成绩"];
    expect(found(reportOn(lanxi, form("考核表", school, [85, "是", 92], [79, "是", 76])))).toEqual(["score.result-mismatch 审核表!D4"]);
  });

  test("每种成绩后面各有一个结论，各判各的", () => {
    const header = ["县级考核成绩", "是否合格", "校本考核成绩", "是否合格"];
    const rows = [
      [85, "合格", 92, "合格"],
      [72, "合格", 76, "合格"],
      [55, "合格", 86, "合格"],
    ];
    expect(found(reportOn(lanxi, form("考核表", header, ...rows)))).toEqual([
      "score.result-mismatch 审核表!F4",
      "score.result-mismatch 审核表!D5",
    ]);
  });

  test("写明“县级考核结果”“校本考核结果”的，各判各的", () => {
    const header = ["县级考核成绩", "校本考核成绩", "县级考核结果", "校本考核结果"];
    expect(found(reportOn(lanxi, form("结业审核表", header, [85, 76, "合格", "不合格"], [85, 76, "合格", "合格"])))).toEqual([
      "score.result-mismatch 审核表!F4",
    ]);
  });

  test("另有“是否发证”一列时，结果仍说综合考核", () => {
    const header = ["县级考核成绩", "校本考核成绩", "结果", "是否发证"];
    expect(found(reportOn(lanxi, form("结业审核表", header, [85, 76, "合格", "否"], [85, 92, "合格", "是"])))).toEqual([]);
  });

  test("逐项评分的考核表里，结果说的是总分；大多数行都按证书写的，按证书判", () => {
    const header = ["心得体会", "有效评课", "培训学时", "教学设计", "活动反思", "总分", "校本考核成绩", "结果"];
    const row = (school: number, result: string): Written[] => [18, 18, 18, 18, 18, 90, school, result];
    expect(found(reportOn(lanxi, form("考核表", header, row(92, "合格"), row(76, "合格"), row(70, "合格"))))).toEqual([]);
    const rows = [row(92, "合格"), row(76, "不合格"), row(70, "不合格"), row(75, "合格")];
    expect(found(reportOn(lanxi, form("考核表", header, ...rows)))).toEqual(["score.result-mismatch 审核表!J6"]);
  });
});

describe("写“能、可、准予、不予”也是结论", () => {
  test.each([
    ["可否结业", "可", "不可"],
    ["能否结业", "能", "不能"],
    ["是否准予结业", "准予", "不予"],
    ["是否准予结业", "准", "不准"],
    ["是否发证", "同意发证", "暂缓发证"],
    ["是否发证", "☑是 □否", "□是 ☑否"],
  ])("%s：%s 和 %s", (column, yes, no) => {
    const header = ["县级考核成绩", "校本考核成绩", column];
    const rows = [
      [85, 92, yes],
      [85, 72, no],
      [85, 92, no],
      [85, 72, yes],
    ];
    expect(found(reportOn(lanxi, form("教师培训考核表", header, ...rows)))).toEqual([
      "score.result-mismatch 审核表!E5",
      "score.result-mismatch 审核表!E6",
    ]);
  });

  test.each([
    ["达标", "未达标"],
    ["能", "不能"],
    ["可", "不可"],
    ["准予", "不予"],
    ["√", "还差10学时"],
  ])("学时汇总的“是否达标”写 %s 或 %s", (yes, no) => {
    const header = ["序号", "姓名", "公需课", "专业课", "个人选修课", "合计", "是否达标"];
    const rows = [
      [1, "王小明", 30, 42, 18, 90, yes],
      [2, "李小红", 30, 42, 8, 80, yes],
      [3, "张伟", 30, 42, 8, 80, no],
      [4, "刘洋", 30, 42, 18, 90, no],
    ];
    const report = reportOn("zhaoqing-annual", { 汇总: [["2024年度教师学时汇总表"], header, ...rows] });
    const levels = report.findings.filter(({ level }) => level !== "info").map(({ code, level, cell }) => `${level} ${code} ${cell}`);
    expect(levels).toEqual(["logic hours.block-short E4", "experience hours.block-short E5", "experience claim.understated G6"]);
  });
});

describe("只有总分的表", () => {
  test("总分空着的说没有填；打勾的列漏了勾，话里说没有打勾", () => {
    const rows = [
      [90, "√"],
      [null, null],
      [60, null],
      [80, "√"],
    ];
    const report = reportOn(lanxi, form("教师考核成绩", ["总分", "合格"], ...rows));
    expect(found(report)).toEqual(["score.missing 审核表!C4", "score.result-mismatch 审核表!D5"]);
    expect(report.findings.find(({ code }) => code === "score.result-mismatch")?.message).toBe(
      "张伟的结果没有打勾，按规定应为“合格”，请改正",
    );
  });
});

describe("听课、读书表里的“是否合格”", () => {
  test("写了合格而节数不够，是必须改的", () => {
    const sheet = [
      ["听课登记汇总表"],
      ["序号", "姓名", "职务", "听课节数", "是否合格"],
      [1, "王一", "教师", 19, "合格"],
      [2, "王二", "教师", 19, "不合格"],
      [3, "王三", "教师", 20, "合格"],
    ];
    const report = reportOn("plan2", { 听课: sheet });
    const levels = report.findings.filter(({ level }) => level !== "info").map(({ code, level, cell }) => `${level} ${code} ${cell}`);
    expect(levels).toEqual(["logic evidence.below D3", "experience evidence.below D4"]);
  });
});
