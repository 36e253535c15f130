/** 学时与日期: one cause one finding in summaries, logs and submissions; dates as clerks write them. */
import type { Written } from "../table/sheet";
import { found, reportOn, type Rows } from "./sheets";

const zhaoqing = "zhaoqing-annual";
const logHeader = ["序号", "姓名", "培训项目", "培训类别", "培训时间", "天数", "学时"];

function log(title: string, ...rows: readonly (readonly Written[])[]): Rows {
  return [[title], logHeader, ...rows.map((row, at) => [at + 1, "王一", "新课标", "专业课", ...row])];
}

describe("日期的写法", () => {
  test("没有写年份、只写月份、带半天上午的，都读得出", () => {
    const rows = [
      ["9月", 1, 8],
      ["7月15日上午", 0.5, 4],
      ["7.15-7.17", 3, 24],
      ["2024年11月5日（半天）", 0.5, 4],
      ["9月21、22日", 2, 16],
    ];
    expect(found(reportOn(zhaoqing, { 登记: log("2024年教师培训学时登记表", ...rows) }, { asOf: "2024-12-31" }))).toEqual([]);
  });

  test("表上没有年份，9月25日是刚过去的那一个", () => {
    expect(found(reportOn(zhaoqing, { 登记: log("教师培训学时登记表", ["9月25日", 1, 8]) }, { asOf: "2025-01-15" }))).toEqual([]);
  });

  test("填报日期在第二年一月，9月25日仍在上学期", () => {
    const rows: Rows = [
      ["材料报送情况表"],
      ["单位：兰西一中", null, null, "填报日期：2025年1月5日", "联系电话：13920081234"],
      ["序号", "学校", "材料名称", "报送日期", "是否报送"],
      [1, "兰西一中", "培训计划", "9月25日", "是"],
      [2, "兰西二中", "培训计划", "9月26日", "是"],
    ];
    expect(found(reportOn("lanxi-2024-autumn", { 报送: rows }))).toEqual(["date.late 报送!D5"]);
  });

  test("没有的日子还是读不成日期", () => {
    expect(found(reportOn(zhaoqing, { 登记: log("2024年学时登记表", ["9月31日", 1, 8], ["13月", 1, 8]) }))).toEqual([
      "date.unreadable 登记!E3",
      "date.unreadable 登记!E4",
    ]);
  });
});

describe("期限那个月", () => {
  const rows = (date: string): Rows => [
    ["校本培训计划总结报送表"],
    ["序号", "学校", "培训计划报送日期", "培训总结报送日期"],
    [1, "兰西一中", date, "2024-12-30"],
  ];

  test("只写了期限那个月的，看不出是哪一天，要写到日", () => {
    expect(found(reportOn("lanxi-2024-autumn", { 报送: rows("九月") }))).toEqual(["date.unreadable 报送!C3"]);
  });

  test("只写了前一个月的，不管哪一天都在期限之内", () => {
    expect(found(reportOn("lanxi-2024-autumn", { 报送: rows("2024年8月") }))).toEqual([]);
  });
});

describe("过了期限还没有报送", () => {
  const rows: Rows = [
    ["材料报送情况表"],
    ["序号", "学校", "材料名称", "报送日期", "是否报送"],
    [1, "兰西一中", "培训总结", null, "否"],
    [2, "兰西二中", "培训总结", "2024-12-30", "是"],
  ];

  test("期限已过，要说", () => {
    expect(found(reportOn("lanxi-2024-autumn", { 报送: rows }, { asOf: "2025-01-15" }))).toEqual(["evidence.below 报送!E3"]);
  });

  test("期限未到，不说", () => {
    expect(found(reportOn("lanxi-2024-autumn", { 报送: rows }, { asOf: "2024-12-30" }))).toEqual([]);
  });
});

describe("登记与汇总", () => {
  const yearHeader = ["序号", "姓名", "公需课", "专业课", "个人选修课", "合计"];

  test("登记表里一条也没有的人，只在合计上说一次", () => {
    const sheets = {
      登记: [
        ["2024年学时登记"],
        logHeader,
        [1, "李二", "网课", "公需课", "2024-03-01", null, 30],
        [2, "李二", "研修", "专业课", "2024-05-01", null, 42],
        [3, "李二", "校本", "个人选修课", "2024-09-01", null, 18],
      ],
      汇总: [["2024年度学时汇总"], yearHeader, [1, "王一", 30, 42, 18, 90], [2, "李二", 30, 42, 18, 90]],
    };
    expect(found(reportOn(zhaoqing, sheets))).toEqual(["hours.ledger-mismatch 汇总!F3"]);
  });

  test("天数小于 0，说的是天数，不是得分", () => {
    const report = reportOn(zhaoqing, { 登记: log("2024年学时登记表", ["2024-03-05", -1, 8]) });
    expect(report.findings.filter(({ level }) => level !== "info").map(({ message }) => message)).toEqual([
      "王一的“天数”是 -1，不能小于 0，请改正",
    ]);
  });

  test("五年合计写错了，只说合计，不再说超过上限", () => {
    const header = ["姓名", "2020年", "2021年", "2022年", "2023年", "2024年", "合计"];
    const rows = [
      ["王一", 30, 30, 30, 30, 30, 140],
      ["王二", 30, 30, 30, 30, 30, 120],
    ];
    expect(found(reportOn("yueyang-school-based", { 周期: [["校本研修五年学分汇总"], header, ...rows] }))).toEqual([
      "hours.total-mismatch 周期!G3",
    ]);
  });

  test("总数够了而有一年没有完成，话要说清楚", () => {
    const header = ["姓名", "2020年", "2021年", "2022年", "2023年", "2024年", "合计", "是否完成"];
    const report = reportOn(zhaoqing, { 周期: [["五年周期学时汇总"], header, ["王一", 100, 80, 90, 90, 90, 450, "是"]] });
    const [short] = report.findings.filter(({ code }) => code === "hours.cycle-short");
    expect(short?.message).toBe("王一在周期内共计入 450 学时，总数够了，但有的年度没有完成当年的任务，各年合起来还差 10 学时");
  });
});

describe("考核表", () => {
  const header = ["序号", "姓名", "身份", "心得体会", "有效评课", "培训学时", "教学设计", "活动反思", "奖励加分次数", "总分", "等级"];
  const row = (name: string, times: Written, total: Written, grade: string): Written[] => [
    1,
    name,
    "骨干教师",
    18,
    18,
    18,
    18,
    18,
    times,
    total,
    grade,
  ];

  test("等级写 A、B、C，没有规定说明，不判断", () => {
    expect(
      found(
        reportOn("lanxi-2024-autumn", {
          考核: [["教师考核"], header, row("王一", 0, 90, "A"), row("王二", 1, 95, "Ａ"), row("王三", 0, 90, "B+")],
        }),
      ),
    ).toEqual([]);
  });

  test("次数不是整数，说的是次数", () => {
    const report = reportOn("lanxi-2024-autumn", { 考核: [["教师考核"], header, row("王一", 1.5, 97.5, "A")] });
    expect(report.findings.find(({ code }) => code === "bonus.not-multiple")?.message).toBe(
      "王一的教师奖励加分写的是 1.5 次，次数应是整数，请改正",
    );
  });

  test("“产假”横跨各项写在一个合并格里，只说一次", () => {
    const rows: Rows = [["教师考核"], header, row("王一", 0, 90, "A"), [2, "王二", "教师", "产假"]];
    expect(found(reportOn("lanxi-2024-autumn", { 考核: rows }, { merges: ["D4:J4"] }))).toEqual(["cell.not-a-number 考核!D4"]);
  });
});
