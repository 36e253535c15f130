/** 定位: the finding's cell is selected, or the clerk is told why not. */
import { excelHost } from "../../src/excel/excel-host";
import { startedFrom } from "../../src/excel/session";
import { startExcel, stopExcel, type SimulatedExcel } from "../workbench/office-client";
import { failureOf } from "./finding";

let excel: SimulatedExcel;
const host = excelHost();

beforeEach(async () => {
  excel = await startExcel({ sheets: { 封面: [["x"]], "教师's 表": [["张三", 1]], 底表: { rows: [["y"]], visibility: "Hidden" } } });
});
afterEach(stopExcel);

const selected = (): [string, number] => {
  const { sheetId, areas } = excel.grid.selection();
  return [excel.grid.sheets().find((sheet) => sheet.id === sheetId)?.name ?? "", areas.length];
};

test.each([
  ["a cell", "B1", 1],
  ["a block", "A1:B1", 1],
  ["the first of several areas, where the client cannot select them all,", "B3:C4,A1", 1],
])("%s is selected, its sheet comes to the front", async (_what, cells, areas) => {
  await host.select("教师's 表", cells);
  expect(selected()).toEqual(["教师's 表", areas]);
});

test("a finding about the sheet brings the sheet to the front", async () => {
  await host.select("教师's 表", "");
  expect(selected()[0]).toBe("教师's 表");
});

test("a hidden sheet is shown only after the clerk said so", async () => {
  expect(await failureOf(host.select("底表", "A1"))).toEqual({
    id: "host.sheet-hidden",
    words: "工作表“底表”是隐藏的。要显示它再定位吗？",
  });
  expect(excel.grid.sheets()[2]?.visibility).toBe("Hidden");
  await host.select("底表", "A1", true);
  expect(excel.grid.sheets()[2]?.visibility).toBe("Visible");
  expect(selected()).toEqual(["底表", 1]);
});

test("a sheet deleted since the check is said to be gone", async () => {
  excel.grid.removeSheet(excel.grid.sheets()[1]?.id ?? "");
  expect(await failureOf(host.select("教师's 表", "B1"))).toEqual({
    id: "host.sheet-gone",
    words: "找不到工作表“教师's 表”：它已被删除或改名。请重新点“一键检查”。",
  });
});

test("from the ribbon the request waits until the clerk has finished the cell", async () => {
  startedFrom("ribbon");
  excel.host.isEditing = true;
  const done = host.select("教师's 表", "B1");
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(selected()[0]).toBe("封面");
  excel.host.isEditing = false;
  await done;
  expect(selected()[0]).toBe("教师's 表");
  startedFrom("pane");
});

test.each([
  ["AccessDenied", "受保护"],
  ["InvalidOperationInCellEditMode", "请按回车键"],
  ["ItemNotFound", "已被删除、改名或移动"],
  ["RequestPayloadSizeLimitExceeded", "内容太多"],
  ["ApiNotFound", "没有这项功能"],
  ["InvalidArgument", "关闭后重新打开"],
] as const)("Excel's error %s is put into words that say what to do", async (code, words) => {
  excel.host.faults.failMember("Range.Select", code);
  const failure = await failureOf(host.select("教师's 表", "B1"));
  expect(failure.words).toContain("定位（工作表“教师's 表”）没有完成");
  expect(failure.words).toContain(words);
  expect(failure.words).not.toMatch(/(?!Excel)[A-Z][a-z]{3}|planted/);
});
