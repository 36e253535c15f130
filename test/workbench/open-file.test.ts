/** Workbook files as the workbench opens them: what a clerk's file holds must be there for the add-in. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import ExcelJS from "exceljs";
import { openWorkbook, shownFormula } from "../../src/workbench/files/xlsx";
import { startExcel, stopExcel } from "./office-client";

const folder = mkdtempSync(path.join(tmpdir(), "workbench-"));
const file = path.join(folder, "考核.xlsx");

beforeAll(async () => {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("教师", { views: [{ state: "frozen", ySplit: 2, xSplit: 1 }] });
  sheet.mergeCells("A1:C1");
  sheet.getCell("A1").value = "教师考核表";
  sheet.getRow(2).values = ["姓名", "得分", "日期"];
  sheet.getRow(3).values = ["张三", 95, new Date(Date.UTC(2024, 8, 25))];
  sheet.getCell("C3").numFmt = "yyyy/m/d";
  sheet.getRow(4).values = ["李四", { formula: "B3-1", result: 94 }];
  sheet.getRow(5).values = ["王五", { formula: "_xldudf_KAOHE_PASSED(1,2)", result: { error: "#NAME?" } }];
  sheet.getCell("A3").fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFFFEE00" } };
  sheet.getCell("A3").font = { bold: true, name: "黑体", size: 14, color: { argb: "FFC00000" } };
  sheet.getCell("A3").alignment = { horizontal: "center", wrapText: true };
  sheet.getCell("A3").border = { bottom: { style: "medium" } };
  sheet.getCell("B3").protection = { locked: false };
  sheet.getRow(4).hidden = true;
  sheet.getColumn(3).width = 20;
  sheet.addConditionalFormatting({
    ref: "B3:B5 D3",
    rules: [
      {
        type: "cellIs",
        operator: "lessThan",
        formulae: [60],
        priority: 2,
        style: { fill: { type: "pattern", pattern: "solid", bgColor: { argb: "FFFF0000" } } },
      },
      { type: "expression", formulae: ["$B3>90"], priority: 1, style: { font: { bold: true } } },
    ],
  });
  await sheet.protect("密码", {});
  const hidden = book.addWorksheet("花名册", { state: "hidden" });
  hidden.addTable({ name: "名单", ref: "A1", headerRow: true, columns: [{ name: "姓名" }], rows: [["张三"]] });
  await book.xlsx.writeFile(file);
});
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(stopExcel);

test("values, formulas, formats, merges and hidden rows are those of the file", async () => {
  const excel = await startExcel({ file });
  const [sheet] = excel.snapshot();
  expect(sheet).toMatchObject({
    name: "教师",
    isProtected: true,
    values: { A1: "教师考核表", B3: 95, C3: 45560, B4: 94, B5: "#NAME?" },
    formulas: { B4: "=B3-1", B5: "=KAOHE.PASSED(1,2)" },
    fills: { A3: "#FFEE00" },
    numberFormats: { C3: "yyyy/m/d" },
    merges: ["A1:C1"],
  });
  expect(excel.cell("教师", "C3").text).toBe("2024/9/25");
  const [grid] = excel.grid.sheets();
  expect(grid?.style(2, 0)).toMatchObject({
    bold: true,
    fontName: "黑体",
    fontSize: 14,
    fontColor: "#C00000",
    horizontalAlignment: "Center",
    wrapText: true,
  });
  expect(grid?.style(2, 0).borders.EdgeBottom).toMatchObject({ style: "Continuous", weight: "Medium" });
  expect([grid?.style(2, 1).locked, grid?.style(2, 0).locked]).toEqual([false, true]);
  expect([grid?.isRowHidden(3), grid?.isRowHidden(2), grid?.frozen()]).toEqual([true, false, { rows: 2, columns: 1 }]);
  expect(Math.round(grid?.columnWidth(2) ?? 0)).toBeGreaterThan(100);
});

test("the clerk's own conditional formats are there, in the order of their priority", async () => {
  const excel = await startExcel({ file });
  expect(excel.snapshot()[0]?.conditionalFormats).toEqual([
    { type: "Custom", areas: "B3:B5,D3", stopIfTrue: false, fields: { "Rule.Formula": "=$B3>90", "Format.Font.Bold": true } },
    {
      type: "CellValue",
      areas: "B3:B5,D3",
      stopIfTrue: false,
      fields: { Rule: { formula1: "=60", operator: "LessThan" }, "Format.Fill.Color": "#FF0000" },
    },
  ]);
});

test("hidden sheets and tables are those of the file", async () => {
  const excel = await startExcel({ file });
  expect(excel.snapshot()[1]).toMatchObject({ name: "花名册", visibility: "Hidden" });
  expect(excel.book.tables().map(({ table }) => [table.name, table.showHeaders, table.area.bottom])).toEqual([["名单", true, 1]]);
});

test.each([
  ["_xlfn.CONCAT(A1)", "=CONCAT(A1)"],
  ["_xlfn._xlws.FILTER(A1:A3,B1:B3)", "=FILTER(A1:A3,B1:B3)"],
  ["[1]!_xldudf_KAOHE_TEACHERSCORE(A1)", "=KAOHE.TEACHERSCORE(A1)"],
  ['IF(_xldudf_KAOHE_PASSED(1,2)="合格",1,0)', '=IF(KAOHE.PASSED(1,2)="合格",1,0)'],
])("the formula %s of a file shows as %s", (stored, shown) => {
  expect(shownFormula(stored)).toBe(shown);
});

test.each([
  ["a broken zip", [0x50, 0x4b, 3, 4, 1, 2, 3]],
  ["a text", [...Buffer.from("考核,95")]],
  ["nothing", []],
])("%s under the name of a workbook is refused", (_what, bytes) => {
  expect(() => openWorkbook(new Uint8Array(bytes), "坏.xlsx")).toThrow();
});
