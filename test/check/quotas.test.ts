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
