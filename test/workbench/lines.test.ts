/** Rows and columns put in and taken out: what stands on the cells follows, as in Excel. */
import { areaName, parseArea } from "../../src/workbench/grid/area";
import { type LineChange, shiftedArea } from "../../src/workbench/grid/shift";
import { startExcel, stopExcel } from "./office-client";

afterEach(stopExcel);

const rows = (at: number, count: number): LineChange => ({ axis: "rows", at: at - 1, count });

test.each([
  ["a row put in above moves the area down", "B5:C9", rows(3, 1), "B6:C10"],
  ["rows put in inside make it grow", "B5:C9", rows(6, 2), "B5:C11"],
  ["a row put in below changes nothing", "B5:C9", rows(10, 1), "B5:C9"],
  ["a row taken out above moves it up", "B5:C9", rows(1, -2), "B3:C7"],
  ["rows taken out of its middle shrink it", "B5:C9", rows(6, -2), "B5:C7"],
  ["rows taken out over its end shrink it", "B5:C9", rows(8, -5), "B5:C7"],
  ["rows taken out over its beginning move and shrink it", "B5:C9", rows(3, -4), "B3:C5"],
  ["a column put in before moves it right", "B5:C9", { axis: "columns", at: 0, count: 1 } as const, "C5:D9"],
])("%s", (_what, before, change, after) => {
  const area = shiftedArea(parseArea(before), change);
  expect(area === undefined ? undefined : areaName(area)).toBe(after);
});

test("an area taken out whole is gone", () => {
  expect(shiftedArea(parseArea("B5:C6"), rows(4, -5))).toBeUndefined();
});

test("the clerk's conditional formats and values move when the add-in puts rows in", async () => {
  const excel = await startExcel({
    sheets: { 教师: { rows: [["姓名"], ["张三"]], conditionalFormats: [{ type: "Custom", areas: "A2", formula: "=TRUE" }] } },
  });
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("教师").getRange("2:3").insert("Down");
    await context.sync();
  });
  expect(excel.rows("教师")).toEqual([["姓名"], [""], [""], ["张三"]]);
  expect(excel.snapshot()[0]?.conditionalFormats[0]?.areas).toBe("A4");
});
