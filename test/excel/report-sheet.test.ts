/** 检查报告 as a sheet, through the genuine client. */
import { excelHost } from "../../src/excel/excel-host";
import { readWorkbook } from "../../src/excel/read";
import { MOST_REPORTED } from "../../src/excel/report-content";
import type { Report } from "../../src/check/report";
import { startExcel, stopExcel, type SimulatedExcel } from "../workbench/office-client";
import { failureOf, finding } from "./finding";

const host = excelHost();
afterEach(stopExcel);

const report = (more: Partial<Report> = {}): Report => ({
  file: "兰西一中.xlsx",
  verdict: "不可上报",
  policies: ["lanxi-2024-autumn"],
  tables: [
    {
      sheet: "教师",
      kind: "teacher-assessment",
      header: "A1:B1",
      body: "A2:B46",
      rows: 45,
      columns: { name: "A" },
      unsure: [],
      policy: "lanxi-2024-autumn",
    },
  ],
  findings: [
    finding("B3", { level: "experience", code: "score.borderline" }),
    finding("B2", { explanation: { text: "已核对", by: "李主任", at: "2024-12-01T08:00:00Z" } }),
  ],
  problem: null,
  readings: [{ rule: "r", reading: "x", question: "加分给谁？", chosen: "只给列出的职务" }],
  fingerprint: "ab12cd34",
  ...more,
});

const texts = (excel: SimulatedExcel, sheet = "检查报告"): string[] =>
  excel
    .rows(sheet)
    .flat()
    .map(String)
    .filter((text) => text !== "");

test("the report says file, policy, verdict, counts, readings, fingerprint and each finding, the severest first", async () => {
  const excel = await startExcel({
    sheets: {
      教师: [
        ["姓名", "评课"],
        ["张三", 21],
      ],
    },
  });
  expect(await host.writeReport(report())).toBe("检查报告");
  const all = texts(excel);
  for (const text of [
    "师训考核检查报告",
    "兰西一中.xlsx",
    "不可上报",
    "逻辑 1 · 经验 1 · 未能判断 0 · 提示 0",
    "教师：A2:B46，45 行",
    "加分给谁？ 只给列出的职务",
    "ab12cd34",
    "六.1：“有效评课（20分）”",
    "已核对（李主任，2024年12月1日）",
  ]) {
    expect(all).toContain(text);
  }
  const rows = excel.rows("检查报告").filter((row) => typeof row[0] === "number");
  expect(rows.map((row) => row.slice(0, 7))).toEqual([
    [1, "逻辑", "张三：21 分，满分 20 分", "张三", "B2（教师）", 21, 20],
    [2, "经验", "张三：21 分，满分 20 分", "张三", "B3（教师）", 21, 20],
  ]);
  expect(all.join(" ")).not.toContain("lanxi-2024-autumn");
});

test("the place of a finding is a link to its cell, also where the sheet's name needs quotes", async () => {
  const excel = await startExcel({ sheets: { "王's 表": [["x"]] } });
  await host.writeReport(report({ findings: [finding("D7", { sheet: "王's 表" })] }));
  const row = excel.rows("检查报告").findIndex((cells) => cells[0] === 1);
  await Excel.run(async (context) => {
    const cell = context.workbook.worksheets.getItem("检查报告").getRangeByIndexes(row, 4, 1, 1);
    cell.load("hyperlink,values");
    await context.sync();
    expect(cell.hyperlink.documentReference).toBe("'王''s 表'!D7");
    expect(cell.values).toEqual([["D7（王's 表）"]]);
  });
});

test("the report is set up for A4", async () => {
  await startExcel();
  await host.writeReport(report());
  await Excel.run(async (context) => {
    const { pageLayout } = context.workbook.worksheets.getItem("检查报告");
    pageLayout.load("paperSize,orientation,zoom");
    await context.sync();
    expect([pageLayout.paperSize, pageLayout.orientation, pageLayout.zoom.horizontalFitToPages]).toEqual(["A4", "Landscape", 1]);
  });
});

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "'=1", '=HYPERLINK("http://x")', "007", "2024/9/25", "1E5", "TRUE"])(
  "the text %j out of a workbook stays a text",
  async (text) => {
    const excel = await startExcel();
    await host.writeReport(report({ file: text, findings: [finding("B2", { subject: text, value: text, message: text })] }));
    const row = excel.rows("检查报告").find((cells) => cells[0] === 1) ?? [];
    expect([row[2], row[3], row[5]]).toEqual([text, text, text]);
    const [, page] = excel.snapshot();
    expect(page?.formulas).toEqual({});
  },
);

test("identity numbers are masked", async () => {
  const excel = await startExcel();
  const id = "230122199001011234";
  await host.writeReport(
    report({
      findings: [
        finding("B2", { value: id, subject: `张三 ${id}`, message: `身份证号 ${id} 不对`, explanation: { text: id, by: "x", at: "" } }),
      ],
    }),
  );
  expect(texts(excel).join(" ")).not.toContain(id);
  expect(texts(excel).join(" ")).toContain("2301**********1234");
});

test("a later report takes the place of ours, also of one that was reopened", async () => {
  const excel = await startExcel({ sheets: { 教师: [["x"]] } });
  await host.writeReport(report());
  expect(await host.writeReport(report({ verdict: "可上报", findings: [] }))).toBe("检查报告");
  expect(excel.snapshot().map((sheet) => sheet.name)).toEqual(["教师", "检查报告"]);
  expect(texts(excel)).toContain("没有发现问题。");
});

test("a clerk's own sheet of that name is never touched", async () => {
  const excel = await startExcel({ sheets: { 检查报告: [["我的"]], "检查报告 (2)": [["也是我的"]] } });
  expect(await host.writeReport(report())).toBe("检查报告 (3)");
  expect(await host.writeReport(report())).toBe("检查报告 (3)");
  expect(excel.rows("检查报告")).toEqual([["我的"]]);
  expect(excel.rows("检查报告 (2)")).toEqual([["也是我的"]]);
});

test("our report is no sheet to check", async () => {
  await startExcel({ sheets: { 教师: [["x"]] } });
  await host.writeReport(report());
  const book = await readWorkbook(() => undefined, new AbortController().signal);
  expect(book.sheets.map((sheet) => sheet.name)).toEqual(["教师"]);
});

test("more findings than anybody reads on paper are counted, and written in time", async () => {
  const excel = await startExcel();
  const started = Date.now();
  await host.writeReport(report({ findings: Array.from({ length: MOST_REPORTED + 500 }, (_, row) => finding(`B${row + 2}`)) }));
  expect(texts(excel)).toContain("另有 500 条没有列出，请在助手窗格里查看。");
  expect(excel.rows("检查报告").filter((row) => typeof row[0] === "number")).toHaveLength(MOST_REPORTED);
  expect(Date.now() - started).toBeLessThan(20_000);
}, 30_000);

test("a report of a workbook without a known table says why", async () => {
  const excel = await startExcel();
  await host.writeReport(report({ verdict: "未能检查", problem: "没有找到认识的表格", tables: [], findings: [], fingerprint: "" }));
  expect(texts(excel)).toContain("没有找到认识的表格");
});

test("where the workbook's structure is protected, no sheet can be added, and it is said", async () => {
  const excel = await startExcel();
  excel.host.faults.failMember("WorksheetCollection.Add", "AccessDenied");
  const before = excel.snapshot();
  const failure = await failureOf(host.writeReport(report()));
  expect(failure.words).toBe(
    "写检查报告没有完成：工作表或工作簿受保护，或文件是只读的。请在“审阅”里撤销保护（只读文件请另存一份），再做一次。工作簿仍是原样。",
  );
  expect(excel.snapshot()).toEqual(before);
});
