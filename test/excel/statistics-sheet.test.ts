/** 写入工作表: the figures with Excel's own charts, through the genuine client. */
import { judgedWorkbook } from "../../src/check/check";
import { statisticsOf, type Statistics } from "../../src/check/statistics";
import { readWorkbook } from "../../src/excel/read";
import { writeStatistics } from "../../src/excel/statistics-sheet";
import { packs } from "../../src/policy/library";
import { sheetFrom, workbookOf } from "../table/sheet";
import { startExcel, stopExcel } from "../workbench/office-client";
import { failureOf } from "./finding";

/** Writing through the genuine client takes its time on a busy machine. */
jest.setTimeout(30_000);

afterEach(stopExcel);

function statistics(): Statistics {
  const header = [
    "序号",
    "姓名",
    "单位",
    "心得体会（20分）",
    "有效评课（20分）",
    "培训学时（20分）",
    "教学设计（20分）",
    "活动反思（20分）",
    "总分",
  ];
  const rows = [
    [1, "张一", "=第一中学", 20, 20, 20, 20, 20, 100],
    [2, "李二", "第二中学", 10, 10, 10, 10, 10, 50],
  ];
  const sheet = sheetFrom([["兰西县2024年秋季学期教师考核表"], header, ...rows], { name: "教师考核表", merges: ["A1:I1"] });
  return statisticsOf(judgedWorkbook(workbookOf(sheet), packs, { asOf: "2024-12-30" }));
}

test("每组数一张表、一幅图；学校名像公式也只是文字", async () => {
  const excel = await startExcel({ sheets: { 教师: [["x"]] } });
  expect(await writeStatistics(statistics(), new Date(2024, 11, 30))).toBe("统计");
  const rows = excel.rows("统计").map((row) => row.filter((cell) => cell !== ""));
  expect(rows).toEqual(
    expect.arrayContaining([
      ["考核和学时统计"],
      ["统计日期：2024年12月30日"],
      ["兰西2024秋：共 2 人"],
      ["合格率"],
      ["项目", "合格率%", "合格", "不合格", "未判断"],
      ["教师考核", 50, 1, 1, 0],
      ["分数分布：教师考核"],
      ["分数段", "人数"],
      ["不足 60 分（不合格）", 1],
      ["90 分至 100 分", 1],
      ["平均 75 分，最高 100 分，最低 50 分"],
      ["单位", "得分", "名次"],
      ["=第一中学", 100, 1],
    ]),
  );
  expect(excel.snapshot().map(({ formulas }) => formulas)).toEqual([{}, {}]);
  await Excel.run(async (context) => {
    const { charts } = context.workbook.worksheets.getItem("统计");
    charts.load("items/chartType,items/name");
    await context.sync();
    const titles = charts.items.map((chart) => {
      chart.title.load("text");
      return chart.title;
    });
    await context.sync();
    expect(titles.map(({ text }) => text)).toEqual(["合格率", "分数分布：教师考核", "认定学时", "教师平均分排名"]);
    expect(new Set(charts.items.map(({ chartType }) => chartType))).toEqual(new Set(["BarClustered"]));
  });
});

test("再写一次换掉上一次的，检查时不当作表", async () => {
  const excel = await startExcel({ sheets: { 教师: [["x"]] } });
  await writeStatistics(statistics());
  await writeStatistics(statistics());
  expect(excel.snapshot().map(({ name }) => name)).toEqual(["教师", "统计"]);
  const workbook = await readWorkbook(() => undefined, new AbortController().signal);
  expect(workbook.sheets.map(({ name }) => name)).toEqual(["教师"]);
});

test("没有可写的就说明，什么也不写", async () => {
  const excel = await startExcel({ sheets: { 教师: [["x"]] } });
  expect((await failureOf(writeStatistics({ policies: [] }))).id).toBe("host.statistics-none");
  expect(excel.snapshot().map(({ name }) => name)).toEqual(["教师"]);
});
