/** The workbook as src/excel reads it through the genuine client. */
import { readWorkbook } from "../../src/excel/read";
import { settingsXml, NOTHING_KEPT } from "../../src/check/settings";
import { HostFailure, type ReadProgress } from "../../src/excel/host";
import { sayHost } from "../../src/excel/say";
import { CellError } from "../../src/values/cell";
import type { Sheet, Workbook } from "../../src/table/workbook";
import { GridError, startExcel, stopExcel } from "../workbench/office-client";

afterEach(stopExcel);

const read = (): Promise<Workbook> => readWorkbook(() => undefined, new AbortController().signal);

async function sheetOf(name = "教师"): Promise<Sheet> {
  const found = (await read()).sheets.find((sheet) => sheet.name === name);
  if (found === undefined) throw new Error(`no sheet ${name}`);
  return found;
}

test("values, formulas, shown texts and number formats are read as they stand", async () => {
  await startExcel({
    name: "兰西.xlsx",
    sheets: {
      教师: {
        rows: [
          ["姓名", "得分", "日期", "是"],
          ["张三", 59.995, 45560, true],
          ["李四", { f: "=B2+1", v: 60.995 }, "", "'"],
        ],
        styles: { B2: { numberFormat: "0.00" }, C2: { numberFormat: "yyyy/m/d" } },
      },
    },
  });
  const book = await read();
  expect([book.name, book.origin, book.date1904, book.settingsXml]).toEqual(["兰西.xlsx", "excel", false, null]);
  const sheet = await sheetOf();
  expect([sheet.rowCount, sheet.columnCount]).toEqual([3, 4]);
  expect([sheet.value(1, 1), sheet.text(1, 1), sheet.format(1, 1)]).toEqual([59.995, "60.00", "0.00"]);
  expect([sheet.value(1, 2), sheet.text(1, 2)]).toEqual([45560, "2024/9/25"]);
  expect([sheet.value(2, 1), sheet.formula(2, 1), sheet.format(2, 1)]).toEqual([60.995, "=B2+1", "General"]);
  expect([sheet.value(1, 3), sheet.text(1, 3), sheet.formula(1, 3)]).toEqual([true, "TRUE", null]);
  expect([sheet.value(2, 2), sheet.text(2, 2), sheet.value(99, 99), sheet.value(2, 0)]).toEqual([null, "", null, "李四"]);
});

test("an error value is told from the same letters typed as text", async () => {
  await startExcel({ sheets: { 教师: [[new GridError("#N/A"), "#N/A", { f: "=1/0", v: new GridError("#DIV/0!") }]] } });
  const sheet = await sheetOf();
  expect(sheet.value(0, 0)).toEqual(new CellError("#N/A"));
  expect(sheet.value(0, 1)).toBe("#N/A");
  expect([sheet.value(0, 2), sheet.formula(0, 2), sheet.text(0, 2)]).toEqual([new CellError("#DIV/0!"), "=1/0", "#DIV/0!"]);
});

test("a table that does not begin at A1 keeps its rows and columns", async () => {
  await startExcel({
    sheets: {
      教师: [
        ["", "", ""],
        ["", "", "张三", 8],
      ],
    },
  });
  const sheet = await sheetOf();
  expect([sheet.rowCount, sheet.columnCount, sheet.value(1, 2), sheet.value(1, 3), sheet.value(0, 0)]).toEqual([2, 4, "张三", 8, null]);
});

test("merged areas, hidden rows and columns, tables, protection and hidden sheets are told", async () => {
  await startExcel({
    sheets: {
      教师: {
        rows: [
          ["考核表", "", ""],
          ["姓名", "分", "注"],
          ["张三", 1, "x"],
          ["李四", 2, "y"],
        ],
        merges: ["A1:C1"],
        hiddenRows: [3],
        hiddenColumns: ["B"],
        isProtected: true,
        tables: [{ name: "表1", area: "A2:C4" }],
      },
      底表: { rows: [["x"]], visibility: "Hidden" },
      深藏: { rows: [["x"]], visibility: "VeryHidden" },
      空: [],
    },
  });
  const book = await read();
  expect(book.sheets.map((sheet) => [sheet.name, sheet.visibility, sheet.rowCount])).toEqual([
    ["教师", "visible", 4],
    ["底表", "hidden", 1],
    ["深藏", "veryHidden", 1],
    ["空", "visible", 0],
  ]);
  const sheet = await sheetOf();
  expect(sheet.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 2 }]);
  expect([0, 1, 2, 3].map((row) => sheet.isRowHidden(row))).toEqual([false, false, true, false]);
  expect([0, 1, 2].map((column) => sheet.isColumnHidden(column))).toEqual([false, true, false]);
  expect(sheet.isProtected).toBe(true);
  expect(sheet.tables).toEqual([{ name: "表1", area: { top: 1, left: 0, bottom: 3, right: 2 }, hasHeader: true, hasTotals: false }]);
});

test("rows and columns that are all hidden are hidden", async () => {
  await startExcel({ sheets: { 教师: { rows: [["x"], ["y"]], hiddenRows: [1, 2], hiddenColumns: ["A"] } } });
  const sheet = await sheetOf();
  expect([sheet.isRowHidden(0), sheet.isRowHidden(1), sheet.isColumnHidden(0)]).toEqual([true, true, true]);
});

test("thirty sheets of one screen each take few calls: none stands in a loop over cells", async () => {
  const rows = Array.from({ length: 60 }, (_, row) => ["教师", row, row / 3]);
  const excel = await startExcel({ sheets: Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`表${index + 1}`, rows])) });
  const before = excel.host.calls;
  await read();
  expect(excel.host.calls - before).toBeLessThanOrEqual(30 + 8);
});

test("a long sheet is read in pieces, with progress, hidden rows included", async () => {
  const rows = Array.from({ length: 9_000 }, (_, row) => [`教师${row}`, row, row * 2, "校本", "x", "y"]);
  await startExcel({ sheets: { 学时: { rows, hiddenRows: [8_500] }, 教师: [["x"]] } });
  const seen: ReadProgress[] = [];
  const book = await readWorkbook((at) => seen.push(at), new AbortController().signal);
  const [sheet] = book.sheets;
  expect([sheet?.rowCount, sheet?.value(8_999, 2), sheet?.isRowHidden(8_499), sheet?.isRowHidden(8_500)]).toEqual([
    9_000,
    17_998,
    true,
    false,
  ]);
  expect(seen).toEqual([
    { done: 0, total: 2, sheet: "学时" },
    { done: 1, total: 2, sheet: "教师" },
    { done: 2, total: 2, sheet: "" },
  ]);
});

test("where Excel will not give so much at once, smaller pieces are asked for", async () => {
  const excel = await startExcel({ sheets: { 教师: Array.from({ length: 50 }, (_, row) => [row, "长"]) } });
  excel.host.faults.failMember("Range.Values", "ResponsePayloadSizeLimitExceeded", 2);
  const sheet = await sheetOf();
  expect(Array.from({ length: 50 }, (_, row) => sheet.value(row, 0))).toEqual(Array.from({ length: 50 }, (_, row) => row));
});

test("more merged areas than Excel tells at once are asked for in halves, none twice", async () => {
  const rows = Array.from({ length: 64 }, (_, row) => ["校", row]);
  const excel = await startExcel({
    sheets: { 教师: { rows, merges: Array.from({ length: 32 }, (_, index) => `A${index * 2 + 1}:A${index * 2 + 2}`) } },
  });
  excel.host.faults.failMember("Range.GetMergedAreasOrNullObject", "GeneralException", 3);
  const sheet = await sheetOf();
  expect(sheet.merges).toHaveLength(32);
  expect(new Set(sheet.merges.map((area) => area.top)).size).toBe(32);
});

test("stray content far outside is refused with the sheet's name and what to do", async () => {
  const excel = await startExcel({ sheets: { 教师: [["x"]] } });
  excel.edit("教师", "XFD1000", "?");
  const failure = await read().catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(HostFailure);
  if (failure instanceof HostFailure) expect(sayHost(failure.says)).toContain("工作表“教师”用到了第 1000 行、第 16384 列");
});

test("reading stops when it is cancelled", async () => {
  await startExcel({ sheets: { 教师: [["x"]], 学校: [["y"]] } });
  const stop = new AbortController();
  const why = new Error("stopped");
  await expect(readWorkbook((at) => at.done === 1 && stop.abort(why), stop.signal)).rejects.toBe(why);
});

test("a passing failure is tried again; the clerk notices nothing", async () => {
  const excel = await startExcel({ sheets: { 教师: [["张三"]] } });
  excel.host.faults.failCall(excel.host.calls + 2, "GeneralException");
  expect((await sheetOf()).value(0, 0)).toBe("张三");
});

test("while a cell is being edited the clerk is told to press Enter", async () => {
  const excel = await startExcel({ sheets: { 教师: [["张三"]] } });
  excel.host.isEditing = true;
  const failure = await read().catch((error: unknown) => error);
  if (!(failure instanceof HostFailure)) throw new Error("no failure");
  expect(sayHost(failure.says)).toBe("读取工作簿没有完成：有单元格正在输入。请按回车键结束输入，再做一次。");
});

test("the settings come with the workbook; two parts come as one", async () => {
  const excel = await startExcel({ sheets: { 教师: [["张三"]] } });
  const xml = settingsXml({ ...NOTHING_KEPT, settings: { policy: "lanxi-2024-autumn", mapping: {}, readings: {}, explanations: {} } });
  await Excel.run(async (context) => {
    context.workbook.customXmlParts.add(xml);
    await context.sync();
  });
  expect((await read()).settingsXml).toBe(xml);
  await Excel.run(async (context) => {
    context.workbook.customXmlParts.add(
      settingsXml({ ...NOTHING_KEPT, settings: { mapping: { 教师: { A: "name" } }, readings: {}, explanations: {} } }),
    );
    await context.sync();
  });
  const merged = (await read()).settingsXml;
  expect(merged).toContain("lanxi-2024-autumn");
  expect(merged).toContain("name");
  expect(excel.rows("教师")).toEqual([["张三"]]);
});

test("reading changes nothing", async () => {
  const excel = await startExcel({ sheets: { 教师: { rows: [["张三", "=A1"]], styles: { A1: { fill: "#FFEE00" } } } } });
  const before = excel.snapshot();
  await read();
  expect(excel.snapshot()).toEqual(before);
});
