/** The simulated Excel as the genuine client meets it: loading, writing, refusals. */
import { GridError, startExcel, stopExcel, type SimulatedExcel } from "./office-client";
import { refusal } from "./refusal";

let excel: SimulatedExcel;
const teachers = {
  教师: [
    ["姓名", "得分"],
    ["张三", 95],
    ["李四", { f: "=B2-1", v: 94 }],
  ],
  汇总: [["合计", new GridError("#N/A")]],
} as const;

beforeEach(async () => {
  excel = await startExcel({ sheets: teachers });
});
afterEach(stopExcel);

const sheet = (context: Excel.RequestContext): Excel.Worksheet => context.workbook.worksheets.getItem("教师");

test("an add-in reads the sheets, their used ranges and the cells", async () => {
  await Excel.run(async (context) => {
    const sheets = context.workbook.worksheets;
    sheets.load("items/name,items/visibility,items/id");
    await context.sync();
    expect(sheets.items.map((item) => [item.name, item.visibility])).toEqual([
      ["教师", "Visible"],
      ["汇总", "Visible"],
    ]);
    const used = sheets.items.map((item) => item.getUsedRangeOrNullObject(true).load("values,formulas,text,valueTypes,address,rowCount"));
    await context.sync();
    expect(used[0]?.values).toEqual([
      ["姓名", "得分"],
      ["张三", 95],
      ["李四", 94],
    ]);
    expect(used[0]?.formulas[2]?.[1]).toBe("=B2-1");
    expect(used[0]?.address).toBe("教师!A1:B3");
    expect(used[1]?.valueTypes).toEqual([["String", "Error"]]);
    expect(used[1]?.values).toEqual([["合计", "#N/A"]]);
  });
});

test("a misspelt name in load() is refused", async () => {
  expect(await refusal((context) => void sheet(context).load("nmae"))).toBe("InvalidArgument");
});

test("a member that Excel has and the workbench lacks is refused loudly", async () => {
  expect(await refusal((context) => void sheet(context).load("standardWidth,tabId"))).toBe("ApiNotFound");
  expect(await refusal((context) => sheet(context).getRange("A1").flashFill())).toBe("ApiNotFound");
});

test("a table of another size than the range is refused", async () => {
  expect(
    await refusal((context) => {
      sheet(context).getRange("A1:B2").values = [[1]];
    }),
  ).toBe("InvalidArgument");
});

test("what a range was not asked for cannot be read", async () => {
  await Excel.run(async (context) => {
    const cell = sheet(context).getRange("A1").load("values");
    await context.sync();
    expect(() => cell.formulas).toThrow();
  });
});

test.each([
  ["empty", ""],
  ["longer than 31 characters", "一".repeat(32)],
  ["with a colon", "甲:乙"],
  ["with a bracket", "[甲]"],
  ["ending with an apostrophe", "甲'"],
])("a sheet name that is %s is refused", async (_what, name) => {
  expect(
    await refusal((context) => {
      sheet(context).name = name;
    }),
  ).toBe("InvalidArgument");
});

test("a sheet name that exists is refused, in any letter case", async () => {
  expect(await refusal((context) => void context.workbook.worksheets.add("汇总"))).toBe("ItemAlreadyExists");
});

test("a sheet that is not there is said so, or is a null object", async () => {
  expect(await refusal((context) => void context.workbook.worksheets.getItem("没有").load("name"))).toBe("ItemNotFound");
  await Excel.run(async (context) => {
    const none = context.workbook.worksheets.getItemOrNullObject("没有");
    await context.sync();
    expect(none.isNullObject).toBe(true);
  });
});

test("a sheet deleted meanwhile is ItemNotFound, also for a range of it", async () => {
  const code = await refusal(async (context) => {
    const range = sheet(context).getRange("A1").load("values");
    await context.sync();
    excel.grid.removeSheet(excel.book.findSheet("教师")?.id ?? "");
    range.load("values");
  });
  expect(code).toBe("ItemNotFound");
});

test("texts are taken as if typed: numbers, dates, formulas, text kept by a leading apostrophe or the text format", async () => {
  await Excel.run(async (context) => {
    const target = context.workbook.worksheets.getItem("汇总").getRange("A3:E3");
    target.values = [["18", "2024/9/25", "'007", "=1+1", "未完成"]];
    const id = context.workbook.worksheets.getItem("汇总").getRange("A4");
    id.numberFormat = [["@"]];
    id.values = [["230122199001011234"]];
    await context.sync();
  });
  expect(excel.rows("汇总")[2]).toEqual([18, 45560, "007", "#NAME?", "未完成"]);
  expect(excel.cell("汇总", "A4").value).toBe("230122199001011234");
  expect(excel.cell("汇总", "B3").text).toBe("2024/9/25");
});

test("20,000 cells arrive whole, although the client splits them", async () => {
  const table = Array.from({ length: 2000 }, (_, row) => Array.from({ length: 10 }, (_unused, column) => row * 10 + column));
  await Excel.run(async (context) => {
    context.workbook.worksheets.add("大表").getRange("A1:J2000").values = table;
    await context.sync();
  });
  expect(excel.rows("大表")).toEqual(table);
});

test("more than 5 MB in one request is refused", async () => {
  expect(
    await refusal((context) => {
      sheet(context).getRange("A1").values = [["长".repeat(2_000_000)]];
    }),
  ).toBe("RequestPayloadSizeLimitExceeded");
});

test("merged cells hold their value in the top left only", async () => {
  await Excel.run(async (context) => {
    const title = sheet(context).getRange("D1:F1");
    title.values = [["标题", "副", "题"]];
    title.merge();
    title.values = [["教师考核表", "无", "无"]];
    await context.sync();
    const merged = sheet(context).getRange("A1:Z9").getMergedAreasOrNullObject().load("address,areaCount");
    const none = sheet(context).getRange("A1:B2").getMergedAreasOrNullObject();
    await context.sync();
    expect(merged.address).toBe("教师!D1:F1");
    expect(none.isNullObject).toBe(true);
  });
  expect(excel.rows("教师")[0]).toEqual(["姓名", "得分", "", "教师考核表"]);
});

test("a formula whose result is a table spills, and a blocked spill says so", async () => {
  await stopExcel();
  const column = [[1], [2], [3]];
  excel = await startExcel({ calculate: (formula) => (formula === "=KAOHE.X()" ? column : undefined) });
  await Excel.run(async (context) => {
    const one = context.workbook.worksheets.getActiveWorksheet();
    one.getRange("A1").formulas = [["=KAOHE.X()"]];
    one.getRange("C1:C2").formulas = [["=KAOHE.X()"], ["挡住"]];
    await context.sync();
    const spill = one.getRange("A1").getSpillingToRangeOrNullObject().load("address");
    const parent = one.getRange("A3").getSpillParentOrNullObject().load("address");
    const none = one.getRange("C1").getSpillingToRangeOrNullObject();
    await context.sync();
    expect([spill.address, parent.address, none.isNullObject]).toEqual(["Sheet1!A1:A3", "Sheet1!A1", true]);
  });
  expect(excel.rows("Sheet1")).toEqual([
    [1, "", "#SPILL!"],
    [2, "", "挡住"],
    [3, "", ""],
  ]);
});

test("formats of many cells read as null where they differ, and one call reads them all", async () => {
  await Excel.run(async (context) => {
    const range = sheet(context).getRange("A1:B1");
    sheet(context).getRange("A1").format.fill.color = "#ffee00";
    const fill = range.format.fill.load("color");
    const all = range.getCellProperties({ format: { fill: { color: true }, font: { bold: true } } });
    await context.sync();
    expect(fill.color).toBeNull();
    expect(all.value[0]?.map((cell) => cell.format?.fill?.color)).toEqual(["#FFEE00", "#FFFFFF"]);
  });
});

test("rows hidden in part read as null, and can be hidden and shown", async () => {
  await Excel.run(async (context) => {
    sheet(context).getRange("2:2").rowHidden = true;
    const part = sheet(context).getRange("A1:A3").load("rowHidden,hidden");
    const rows = sheet(context).getRange("A1:A3").getRowProperties({ rowHidden: true, rowIndex: true });
    await context.sync();
    expect(part.rowHidden).toBeNull();
    expect(rows.value.map((row) => row.rowHidden)).toEqual([false, true, false]);
  });
});
