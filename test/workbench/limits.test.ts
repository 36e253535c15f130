/**
 * Where the simulated Excel refuses as Excel does: its documented limits ("Excel specifications and limits"), and what goes along when a
 * sheet goes or is renamed.
 */
import { startExcel, stopExcel, type SimulatedExcel } from "./office-client";
import { refusal } from "./refusal";

let excel: SimulatedExcel;

beforeEach(async () => {
  excel = await startExcel({ sheets: { 教师: [["姓名", 95]], 汇总: [["合计"]] } });
});
afterEach(stopExcel);

const sheet = (context: Excel.RequestContext): Excel.Worksheet => context.workbook.worksheets.getItem("教师");
const cell = (context: Excel.RequestContext): Excel.Range => sheet(context).getRange("A1");

type Write = (context: Excel.RequestContext) => void;

const beyond: readonly (readonly [string, Write])[] = [
  ["a text of more than 32,767 characters", (context) => void (cell(context).values = [["字".repeat(32_768)]])],
  ["a formula of more than 8,192 characters", (context) => void (cell(context).formulas = [[`=1${"+1".repeat(4096)}`]])],
  ["a text of more than 255 characters within a formula", (context) => void (cell(context).formulas = [[`="${"字".repeat(256)}"`]])],
  ["a formula with an open bracket", (context) => void (cell(context).formulas = [["=SUM(B1"]])],
  ["a formula with an open quotation mark", (context) => void (cell(context).formulas = [['="甲']])],
  ["a formula that ends with an operator", (context) => void (cell(context).formulas = [["=B1+"]])],
  ["a row higher than 409.5 points", (context) => void (cell(context).format.rowHeight = 500)],
  ["a column wider than 255 characters", (context) => void (cell(context).format.columnWidth = 2000)],
  [
    "a list of more than 255 characters that does not stand in cells",
    (context) => void (cell(context).dataValidation.rule = { list: { inCellDropDown: true, source: "甲,".repeat(150) } }),
  ],
  [
    "a footer of more than 255 characters",
    (context) => void (sheet(context).pageLayout.headersFooters.defaultForAllPages.centerFooter = "页".repeat(256)),
  ],
  [
    "an address of more than 8,192 characters",
    (context) => {
      sheet(context)
        .getRanges("A1,".repeat(3000) + "A1")
        .format.fill.clear();
    },
  ],
];

test.each(beyond)("%s is refused, and the cell is as before", async (_what, write) => {
  const before = excel.snapshot();
  expect(await refusal(write)).toBe("InvalidArgument");
  expect(excel.snapshot()).toEqual(before);
});

const within: readonly (readonly [string, Write])[] = [
  ["a text of 32,767 characters", (context) => void (cell(context).values = [["字".repeat(32_767)]])],
  ["a text of 255 characters within a formula", (context) => void (cell(context).formulas = [[`="${"字".repeat(255)}"`]])],
  [
    "a formula with brackets and quotation marks in its texts",
    (context) => void (cell(context).formulas = [[`=IF(B1>1,"(""",'汇总'!A1)`]]),
  ],
  [
    "a text that only looks like a formula, in a cell for texts",
    (context) => {
      cell(context).numberFormat = [["@"]];
      cell(context).values = [["=SUM("]];
    },
  ],
];

test.each(within)("%s is taken", async (_what, write) => {
  await Excel.run(async (context) => {
    write(context);
    await context.sync();
  });
  expect(excel.cell("教师", "A1").value).not.toBe("姓名");
});

test("a number keeps 15 digits, as an identity number typed as a number does", async () => {
  await Excel.run(async (context) => {
    cell(context).values = [[230122199001011234]];
    await context.sync();
  });
  expect(excel.cell("教师", "A1").value).toBe(230122199001011000);
});

test("a sheet's own names go with it, names that led to it lead nowhere, and names follow when it is renamed", async () => {
  await Excel.run(async (context) => {
    sheet(context).names.add("本表", cell(context));
    context.workbook.names.add("满分", sheet(context).getRange("B1"));
    context.workbook.names.add("合计", context.workbook.worksheets.getItem("汇总").getRange("A1"));
    sheet(context).name = "一年级 教师";
    await context.sync();
    expect(excel.book.names.map(({ formula }) => formula)).toEqual(["='一年级 教师'!$A$1", "='一年级 教师'!$B$1", "=汇总!$A$1"]);
    context.workbook.worksheets.getItem("一年级 教师").delete();
    await context.sync();
  });
  expect(excel.book.names.map(({ name, formula }) => `${name} ${formula}`)).toEqual(["满分 =#REF!$B$1", "合计 =汇总!$A$1"]);
});

test("page breaks and the direction of a chart's axis are kept as set", async () => {
  await Excel.run(async (context) => {
    sheet(context).horizontalPageBreaks.add("A20");
    const chart = sheet(context).charts.add("BarClustered", sheet(context).getRange("A1:B1"));
    chart.axes.categoryAxis.reversePlotOrder = true;
    chart.axes.categoryAxis.load("reversePlotOrder");
    const breaks = sheet(context).horizontalPageBreaks.getCount();
    await context.sync();
    expect([chart.axes.categoryAxis.reversePlotOrder, breaks.value]).toEqual([true, 1]);
  });
});

test("the n-th use of any member fails once, and it is told which", async () => {
  const { faults } = excel.host;
  faults.failUse(2, "AccessDenied");
  expect(await refusal((context) => void cell(context).load("values"))).toBe("AccessDenied");
  expect(faults.struck).not.toBe("");
  faults.clear();
  expect(faults.struck).toBe("");
});
