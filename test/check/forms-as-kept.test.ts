/** What forms hold beside plain records: averages of each school, required hours, columns nobody knows, carried pages, categories beside the blocks. */
import type { Written } from "../table/sheet";
import { found, reportOn, type Rows } from "./sheets";

const lanxi = "lanxi-2024-autumn";
const zhaoqing = "zhaoqing-annual";
const yueyang = "yueyang-school-based";

const scores = ["序号", "姓名", "心得体会", "有效评课", "培训学时", "教学设计", "活动反思", "总分", "结果"];
const scored = (at: number, name: string, first: number): Written[] => [at, name, first, 16, 20, 20, 15, first + 71, "合格"];

describe("平均行", () => {
  const rows = (average: number): Rows => [
    ["教师考核"],
    scores,
    scored(1, "王小明", 18),
    scored(2, "李小红", 16),
    ["", "平均", 17, 16, 20, 20, 15, 88],
    scored(3, "张大山", 12),
    scored(4, "赵小云", 10),
    scored(5, "周文", 11),
    ["", "平均", average, 16, 20, 20, 15, 82],
  ];

  test("每所学校后面各有一行平均：按这一组算，不按全表算", () => {
    expect(found(reportOn(lanxi, { 考核: rows(11) }))).toEqual([]);
  });

  test("这一组的平均写错了：只说这一格", () => {
    expect(found(reportOn(lanxi, { 考核: rows(15) }))).toEqual(["score.total-mismatch 考核!C9"]);
  });
});

test("总分里含有一列认不出的分：这一行的总分不判，列在“没有认出的列”里", () => {
  const header = [...scores.slice(0, 7), "现场评价", "另计", "总分", "结果"];
  const line = (at: number, name: string, seen: number, apart: number): Written[] => [
    at,
    name,
    18,
    16,
    20,
    20,
    15,
    seen,
    apart,
    89 + seen + apart,
    "合格",
  ];
  const rows: Rows = [
    ["教师考核"],
    header,
    line(1, "王小明", 3, 1),
    line(2, "李小红", 0, 0),
    [3, "张大山", 18, 16, 20, 20, 15, 0, 0, 80, "合格"],
  ];
  expect(found(reportOn(lanxi, { 考核: rows }))).toEqual(["score.total-mismatch 考核!J5"]);
});

describe("年度学时汇总", () => {
  const header = ["序号", "姓名", "公需课", "专业课", "个人选修课", "合计"];
  const line = (at: number, name: string): Written[] => [at, name, 30, 42, 18, 90];

  test("表头下面一行“规定”写着应修学时：不是哪个人的记录", () => {
    const rows: Rows = [["2024年度学时汇总"], header, ["", "规定", 30, 42, 18, 90], line(1, "王小明"), line(2, "李小红")];
    expect(found(reportOn(zhaoqing, { 汇总: rows }))).toEqual([]);
  });

  test("过次页、承上页不是人，合计不把它们加进去", () => {
    const rows: Rows = [
      ["2024年度学时汇总"],
      header,
      line(1, "王小明"),
      line(2, "李小红"),
      ["过次页", "", 60, 84, 36, 180],
      ["承上页", "", 60, 84, 36, 180],
      line(3, "张大山"),
      ["合计", "", 90, 126, 54, 270],
      ["教导主任：", "周敏", "", "", "2024.12.28"],
    ];
    expect(found(reportOn(zhaoqing, { 汇总: rows }))).toEqual([]);
  });
});

test("学时登记的类别不在公需课、专业课、个人选修课里：这一格要改", () => {
  const line = (at: number, kind: string): Written[] => [at, "王小明", "新课标", kind, "2024-07-10", 1, 8];
  const rows: Rows = [
    ["2024年教师培训学时登记表"],
    ["序号", "姓名", "培训项目", "培训类别", "培训时间", "天数", "学时"],
    line(1, "公需课"),
    line(2, "专业课"),
    line(3, "兴趣课"),
  ];
  expect(found(reportOn(zhaoqing, { 登记: rows }))).toEqual(["choice.unknown 登记!D5"]);
});

test("岳阳的学年汇总里没有学分的人：经验；写着已取得的：逻辑", () => {
  const rows: Rows = [
    ["校本研修学分学年汇总表"],
    ["序号", "姓名", "学分合计", "是否取得学分"],
    [1, "王小明", 24, "是"],
    [2, "李小红", 0, "否"],
    [3, "张大山", 0, "是"],
  ];
  const report = reportOn(yueyang, { 汇总: rows });
  expect(found(report)).toEqual(["hours.year-empty 汇总!C5", "hours.year-empty 汇总!C4"]);
  expect(report.findings.filter(({ code }) => code === "hours.year-empty").map(({ level }) => level)).toEqual(["logic", "experience"]);
});
