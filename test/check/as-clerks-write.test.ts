/** What clerks write instead of a plain value: 产假 across a row, two half days, 1960年, 王芳（支教）, 圆满完成. */
import type { Written } from "../table/sheet";
import { found, reportOn, type Rows } from "./sheets";

const lanxi = "lanxi-2024-autumn";
const zhaoqing = "zhaoqing-annual";
const scoreHeader = ["序号", "姓名", "心得体会", "有效评课", "培训学时", "教学设计", "活动反思", "总分", "结果"];

function scored(number: number, name: string): Written[] {
  return [number, name, 18, 16, 20, 20, 15, 89, "合格"];
}

/** A form of scores with a record of this name, after one that is in order. */
function beside(...cells: readonly Written[]): Rows {
  return [["教师考核"], scoreHeader, scored(1, "王小明"), [2, "李小红", ...cells], scored(3, "张大山")];
}

describe("一条记录里没有一个数", () => {
  test.each<[string, readonly Written[]]>([
    ["每项都写产假", ["产假", "产假", "产假", "产假", "产假", "产假", "产假"]],
    ["每项都画一道", ["—", "—", "—", "—", "—", "—", "—"]],
    ["每项一个斜杠，总分写 0", ["/", "/", "/", "/", "/", 0, "/"]],
    ["第一项写病休，其余画一道", ["病休", "/", "/", "/", "/", "/", null]],
    ["第一项写借调，其余空着", ["借调", null, null, null, null, null, null]],
  ])("%s：只说一次", (_says, cells) => {
    const told = found(reportOn(lanxi, { 考核: beside(...cells) })).filter((each) => !each.startsWith("choice.unknown"));
    expect(told).toEqual(["cell.not-a-number 考核!C4"]);
  });

  test("产假写在一个跨各项的合并单元格里：只说一次，总分、结果不再判断", () => {
    const rows = beside("产假", null, null, null, null, null, null);
    expect(found(reportOn(lanxi, { 考核: rows }, { merges: ["C4:I4"] }))).toEqual(["cell.not-a-number 考核!C4"]);
  });

  test("只有两项写着缺考，其余有分：两处都要改", () => {
    expect(found(reportOn(lanxi, { 考核: beside("缺考", 16, 20, 20, "缺考", 56, "不合格") }))).toEqual([
      "cell.not-a-number 考核!C4",
      "cell.not-a-number 考核!G4",
    ]);
  });

  test("两项写的话不一样：两处都要改", () => {
    expect(found(reportOn(lanxi, { 考核: beside("缺考", "未交", null, null, null, null, null) }))).toEqual([
      "cell.not-a-number 考核!C4",
      "cell.not-a-number 考核!D4",
    ]);
  });
});

const logHeader = ["序号", "姓名", "培训项目", "培训类别", "培训时间", "天数", "学时"];

function log(...rows: readonly (readonly Written[])[]): Record<string, Rows> {
  const lines = rows.map((row, at) => [at + 1, "王一", "新课标", "专业课", ...row]);
  return { 登记: [["2024年教师培训学时登记表"], logHeader, ...lines] };
}

describe("单位", () => {
  const fixesOf = (sheets: Record<string, Rows>): unknown[] =>
    reportOn(zhaoqing, sheets).findings.flatMap(({ cell, fix }) => (fix ? [[cell, fix.to]] : []));

  test("天数里的两个半天是 1 天，2（天）是 2 天", () => {
    const sheets = log(["2024-07-10", "两个半天", 8], ["2024-07-12", "2（天）", 16], ["2024-07-15", "一天半", 12]);
    expect(found(reportOn(zhaoqing, sheets))).toEqual(["cell.text-number 登记!F3", "cell.text-number 登记!F4", "cell.text-number 登记!F5"]);
    expect(fixesOf(sheets)).toEqual([
      ["F3", 1],
      ["F4", 2],
      ["F5", 1.5],
    ]);
  });

  test("天数里写 16学时、学时里写 2天，都不是这一列的数，也没有改法", () => {
    const sheets = log(["2024-07-10", "16学时", 16], ["2024-07-12", 2, "2天"]);
    expect(found(reportOn(zhaoqing, sheets))).toEqual(["cell.not-a-number 登记!F3", "cell.not-a-number 登记!G4"]);
    expect(fixesOf(sheets)).toEqual([]);
  });

  test("学时里写 16课时，就是 16；写 16小时，不敢替他改", () => {
    const sheets = log(["2024-07-10", 2, "16课时"], ["2024-07-12", 2, "16小时"]);
    expect(found(reportOn(zhaoqing, sheets))).toEqual(["cell.text-number 登记!G3", "cell.text-number 登记!G4"]);
    expect(fixesOf(sheets)).toEqual([["G3", 16]]);
  });
});

describe("培训时间", () => {
  test.each<[string, Written]>([
    ["起止月份", "2024年9-12月"],
    ["没有年份的起止月份", "9—12月"],
    ["两个日子", "2024.7.10、7.12"],
    ["一个日子起", "2024.7.10起"],
    ["两位的年份", "24.7.10"],
    ["中文数字", "七月十日"],
    ["点写成数", 7.15],
    ["起止日和天数", "7月10日—12日（3天）"],
    ["跨年", "2023年12月30日—1月3日"],
  ])("%s（%p）读得出", (_says, written) => {
    const codes = found(reportOn(zhaoqing, log([written, 1, 8])));
    expect(codes.filter((code) => code.startsWith("date.unreadable"))).toEqual([]);
  });

  test.each<[Written]>([["每周三"], ["待定"], ["9月上旬"], ["13月"], ["7.32"], ["92.7.10"], [13.5], [7]])("%p 读不成日期", (written) => {
    expect(found(reportOn(zhaoqing, log([written, 1, 8])))).toEqual(["date.unreadable 登记!E3"]);
  });
});

describe("出生只写到月、到年", () => {
  const list = (sex: string, birth: Written): Record<string, Rows> => ({
    名册: [
      ["湘西州教师专业成长规划登记表"],
      ["序号", "姓名", "性别", "出生年月", "职务", "任教学科"],
      [1, "向兰", sex, birth, "教师", "语文"],
    ],
  });

  test.each<[string, string, Written, readonly string[]]>([
    ["那个月哪一天都超过", "女", "1960年5月", ["person.out-of-scope 名册!D3"]],
    ["那个月哪一天都不超过", "女", "1975年5月", []],
    ["那个月有的日子超过、有的不超过", "男", "1955.06", ["rule.not-evaluable 名册!D3"]],
    ["那一年都不超过", "女", "1975年", []],
    ["那一年都超过", "女", 1959, ["person.out-of-scope 名册!D3"]],
    ["那一年有的月份超过", "女", 1960, ["rule.not-evaluable 名册!D3"]],
    ["一月、十月分不清，一月超过、十月不超过", "女", 1960.1, ["rule.not-evaluable 名册!D3"]],
    ["一月、十月分不清，都不超过", "女", 1975.1, []],
  ])("%s：%s，%p", (_says, sex, birth, told) => {
    expect(found(reportOn("xiangxi-growth-plan", list(sex, birth)))).toEqual(told);
  });

  test("表题的年份不是出生的年份", () => {
    expect(found(reportOn("xiangxi-growth-plan", list("女", "5月3日")))).toEqual(["date.unreadable 名册!D3"]);
  });
});

describe("姓名后面有备注", () => {
  const roster = (...names: readonly string[]): Rows => [
    ["教师花名册"],
    ["序号", "姓名", "职称"],
    ...names.map((name, at) => [at + 1, name, "二级教师"]),
  ];
  const scores = (...names: readonly string[]): Rows => [["教师考核"], scoreHeader, ...names.map((name, at) => scored(at + 1, name))];
  const told = (listed: readonly string[], written: readonly string[]): string[] =>
    found(reportOn(lanxi, { 花名册: roster(...listed), 考核: scores(...written) })).filter((code) => !code.startsWith("person.name-space"));

  test.each([["王芳（支教）"], ["王芳*"], ["王 芳（校长）"], ["（代课）王芳"], ["王芳【借调】"]])(
    "考核表里的%s就是花名册里的王芳",
    (written) => {
      expect(told(["王芳", "李红"], [written, "李红"])).toEqual([]);
      expect(told([written, "李红"], ["王芳", "李红"])).toEqual([]);
    },
  );

  test("王芳（大）和王芳（小）是两个人，只写王芳说不清是谁", () => {
    expect(told(["王芳（大）", "王芳（小）"], ["王芳（大）", "王芳（小）"])).toEqual([]);
    expect(told(["王芳（大）", "王芳（小）"], ["王芳（大）"])).toEqual(["person.missing 考核!B2"]);
    expect(told(["王芳"], ["王芳（大）", "王芳（小）"])).toContain("person.not-in-roster 考核!B3");
  });

  test("花名册姓名后面写着（退休），考核表里没有他，不算缺", () => {
    expect(told(["王芳", "李红（退休）"], ["王芳"])).toEqual([]);
  });
});

describe("是否完成", () => {
  const summary = (claim: Written, elective = 16): Record<string, Rows> => ({
    汇总: [
      ["2024年教师培训学时汇总表"],
      ["序号", "姓名", "公需课", "专业课", "个人选修课", "合计", "是否完成"],
      [1, "王一", 30, 42, elective, 72 + elective, claim],
    ],
  });

  test.each([["圆满完成"], ["已修满"], ["修满"], ["完成90学时"], ["已修满90学时"], ["100%"]])("写着%s，却还差 2 学时，要改", (claim) => {
    const report = reportOn(zhaoqing, summary(claim));
    expect(report.findings.filter(({ level }) => level === "logic").map(({ code }) => code)).toEqual(["hours.block-short"]);
  });

  test.each([["未修满"], ["未修满90学时"], ["完成88学时"], ["尚未学完"]])("写着%s，说的就是没有完成", (claim) => {
    expect(reportOn(zhaoqing, summary(claim)).findings.filter(({ level }) => level === "logic")).toEqual([]);
    expect(found(reportOn(zhaoqing, summary(claim, 18)))).toEqual(["claim.understated 汇总!G3"]);
  });
});
