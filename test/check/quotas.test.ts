/** 培训覆盖面: of which county a row is, and with it the share that it must reach. */
import { found, reportOn, type Rows } from "./sheets";

/** Two schools of 100 teachers, 70 and 69 of them trained. */
function schools(title: string, ...captions: readonly string[]): Rows {
  const rows = [
    ["序号", "学校", "教师总数", "参训人数"],
    [1, "江口镇中心小学", 100, 70],
    [2, "南丰中学", 100, 69],
  ];
  return [[title], ...captions.map((caption) => [caption]), ...rows];
}

/** The needed numbers that the report names. */
function needed(sheets: Readonly<Record<string, Rows>>): string[] {
  const report = reportOn("zhaoqing-annual", sheets);
  return report.findings.flatMap(({ code, cell, expected }) => (code === "quota.short" ? [`${cell} ${String(expected)}`] : []));
}

describe("广宁、德庆、封开、怀集四县是 70%，其他地方是 80%（八(二)1）", () => {
  test("各行是学校，表题写明是封开县的，按 70%", () => {
    expect(needed({ 覆盖: schools("封开县2024年教师参训覆盖率统计表") })).toEqual(["D4 70"]);
  });

  test("表题没有写，制表单位写明的，按制表单位", () => {
    expect(needed({ 覆盖: schools("2024年县级培训参训覆盖率统计表", "制表单位：封开县教师发展中心") })).toEqual(["D5 70"]);
  });

  test("只有工作表名写明的，按工作表名", () => {
    expect(needed({ 广宁县: schools("2024年县级培训参训覆盖率统计表") })).toEqual(["D4 70"]);
  });

  test("表题是端州区的，或写了两个县区的，按 80%", () => {
    expect(needed({ 覆盖: schools("端州区2024年教师参训覆盖率统计表") })).toEqual(["D3 80", "D4 80"]);
    expect(needed({ 覆盖: schools("封开县、端州区2024年教师参训覆盖率统计表") })).toEqual(["D3 80", "D4 80"]);
  });

  test("行里自己写了县区的，只看行里写的", () => {
    const rows: Rows = [
      ["封开县教育局汇总"],
      ["2024年县级培训覆盖情况"],
      ["县（市、区）", "教师总数", "参训人数"],
      ["端州区", 1000, 700],
      ["怀集县", 1000, 700],
    ];
    expect(needed({ 覆盖: rows })).toEqual(["C4 800"]);
    expect(found(reportOn("zhaoqing-annual", { 覆盖: rows }))).toEqual(["quota.short 覆盖!C4"]);
  });
});

describe("比例用哪一个总数", () => {
  const title = "骨干教师队伍情况";
  const header = ["学校", "教师总数", "骨干教师人数", "中青年教师人数", "参与课题研究的中青年教师人数", "是否达标"];

  test("中青年教师的课题比例用中青年教师人数，不用教师总数", () => {
    const rows = [
      ["一小", 100, 60, 50, 25, "是"],
      ["二小", 100, 60, 50, 24, "是"],
    ];
    expect(found(reportOn("plan1", { 队伍: [[title], header, ...rows] }))).toEqual(["quota.short 队伍!E4"]);
  });

  test("表里只有教师总数时，中青年的比例不判断", () => {
    const rows = [["一小", 100, 60, 25]];
    expect(
      found(reportOn("plan1", { 队伍: [[title], ["学校", "教师总数", "骨干教师人数", "参与课题研究的中青年教师人数"], ...rows] })),
    ).toEqual([]);
  });

  test("市级、县级各有应训人数和是否达标，各判各的", () => {
    const rows: Rows = [
      ["2024年培训覆盖情况"],
      ["序号", "县区", "市级培训", null, null, "县级培训", null, null],
      [null, null, "应训人数", "已训人数", "是否达标", "应训人数", "已训人数", "是否达标"],
      [1, "端州区", 1000, 200, "是", 900, 720, "是"],
      [2, "怀集县", 1000, 199, "是", 900, 630, "否"],
    ];
    const report = reportOn("zhaoqing-annual", { 覆盖: rows }, { merges: ["C2:E2", "F2:H2", "A2:A3", "B2:B3"] });
    expect(found(report)).toEqual(["quota.short 覆盖!D5", "claim.understated 覆盖!H5"]);
    expect(report.findings.find(({ code }) => code === "quota.short")?.level).toBe("logic");
  });

  test("总数没有填，未能判断，说在空着的格上", () => {
    const rows: Rows = [["高要区县级培训覆盖情况"], ["学校", "教师总数", "参训人数"], ["一中", null, 80], ["二中", 100, 80]];
    expect(found(reportOn("zhaoqing-annual", { 覆盖: rows }))).toEqual(["rule.not-evaluable 覆盖!B3"]);
  });

  test("各行写的是哪一级培训；校级培训没有规定，不说什么", () => {
    const header = ["项目", "教师总数", "参训人数"];
    const rows: Rows = [["高要区培训覆盖情况"], header, ["市级培训", 1000, 200], ["县级培训", 1000, 799], ["校级培训", 1000, 10]];
    expect(found(reportOn("zhaoqing-annual", { 覆盖: rows }))).toEqual(["quota.short 覆盖!C4"]);
  });

  test("看不出是哪一种比例，只在列名上说一次", () => {
    const rows: Rows = [["情况统计"], ["学校", "教师总数", "已制定人数"], ["一小", 50, 40], ["二小", 50, 40]];
    expect(found(reportOn("xiangxi-growth-plan", { 比例: rows }))).toEqual(["rule.not-evaluable 比例!C2"]);
  });

  test("超出上限写“否”是如实的，不算少报", () => {
    const rows: Rows = [
      ["骨干教师比例"],
      ["类别", "教师总数", "人数", "是否达到要求"],
      ["县级骨干教师", 3200, 576, "否"],
      ["市级骨干教师", 3200, 330, "否"],
    ];
    expect(found(reportOn("plan9", { 比例: rows }))).toEqual(["quota.exceeded 比例!C3", "claim.understated 比例!D4"]);
  });
});
