/** 标记 and 清除标记 through the genuine client: the clerk's own sheet stays as it was. */
import { excelHost } from "../../src/excel/excel-host";
import { LONGEST_ADDRESS } from "../../src/excel/address";
import { MOST_AREAS, planMarks } from "../../src/excel/marks-plan";
import type { BookLiteral } from "../workbench/book-literal";
import { startExcel, stopExcel, type SimulatedExcel } from "../workbench/office-client";
import { failureOf, finding } from "./finding";

const host = excelHost();
afterEach(stopExcel);

/** A clerk's workbook with fills, and rules of their own among which one stops the others. */
const clerks: BookLiteral = {
  sheets: {
    教师: {
      rows: [
        ["姓名", "评课"],
        ["张三", 21],
        ["李四", "=B2-1"],
        ["王五", "二十"],
      ],
      styles: { "A1:B1": { fill: "#FFFF00", bold: true }, B2: { fill: "#00FF00", fontColor: "#FF0000" } },
      conditionalFormats: [
        { type: "Custom", areas: "B2:B99", formula: "=B2>20", fill: "#FF0000", stopIfTrue: true },
        { type: "Custom", areas: "A2:A99,C2:C9", formula: "=COUNTIF($A:$A,A2)>1", fill: "#00FFFF" },
        { type: "ColorScale", areas: "B2:B99" },
      ],
    },
    学校: {
      rows: [
        ["单位", "总分"],
        ["一中", 90],
      ],
      conditionalFormats: [{ type: "Custom", areas: "B2", formula: "=B2<60", fill: "#FF00FF" }],
    },
  },
};

const ourRules = (excel: SimulatedExcel, sheet = "教师") =>
  excel
    .snapshot()
    .filter((one) => one.name === sheet)
    .flatMap((one) => one.conditionalFormats.filter((format) => JSON.stringify(format).includes("KAOHE-MARK")));

test("marks come and go, and the sheet is as before, the clerk's own rules in their order included", async () => {
  const excel = await startExcel(clerks);
  const before = excel.snapshot();
  const count = await host.mark([
    finding("B2"),
    finding("B4", { level: "experience" }),
    finding("B1", { level: "unknown" }),
    finding("B2", { level: "info", sheet: "学校" }),
    finding("B2", { sheet: "学校" }),
  ]);
  expect(count).toEqual({ cells: 4, marked: 4, left: [] });
  expect(ourRules(excel)).toHaveLength(3);
  expect(ourRules(excel, "学校")).toHaveLength(1);
  expect(excel.snapshot().map((sheet) => sheet.name)).toEqual(before.map((sheet) => sheet.name));
  expect(await host.clearMarks()).toBe(4);
  expect(excel.snapshot()).toEqual(before);
});

test("marks stand above the clerk's rules, the severest on top, and stop none of them", async () => {
  const excel = await startExcel(clerks);
  await host.mark([finding("B4", { level: "experience" }), finding("B2"), finding("B1", { level: "unknown" })]);
  const rules = excel.snapshot()[0]?.conditionalFormats ?? [];
  expect(rules).toHaveLength(6);
  const ours = rules.slice(0, 3).map((rule) => JSON.stringify(rule));
  expect(ours.every((rule) => rule.includes("KAOHE-MARK") && rule.includes('"stopIfTrue":false'))).toBe(true);
  expect(ours[0]).toContain("#FFC7CE");
  expect(ours[1]).toContain("#FFEB9C");
  expect(ours[2]).toContain("#DDEBF7");
});

test("marking again replaces the earlier marks", async () => {
  const excel = await startExcel(clerks);
  await host.mark([finding("B2"), finding("B3"), finding("A4", { level: "experience" })]);
  await host.mark([finding("B4")]);
  expect(ourRules(excel)).toHaveLength(1);
  expect(await host.clearMarks()).toBe(1);
});

test("a cell with two findings takes the severer level and counts once", () => {
  const plan = planMarks([finding("B2", { level: "experience" }), finding("B2")]);
  expect(plan).toEqual({ marks: [{ sheet: "教师", level: "logic", areas: [{ top: 1, left: 1, bottom: 1, right: 1 }] }], cells: 1 });
});

test("marks of another session, or copied with a sheet, are found and cleared", async () => {
  const excel = await startExcel({
    sheets: {
      副本: {
        rows: [["x"]],
        conditionalFormats: [
          { type: "Custom", areas: "A1:A3", formula: '=LEN("KAOHE-MARK")>0', fill: "#FFC7CE" },
          { type: "Custom", areas: "A1", formula: "=A1>1" },
        ],
      },
      隐藏: { rows: [["x"]], visibility: "Hidden", conditionalFormats: [{ type: "Custom", areas: "A1", formula: '=LEN("KAOHE-MARK")>0' }] },
    },
  });
  expect(await host.clearMarks()).toBe(4);
  expect(excel.snapshot().map((sheet) => sheet.conditionalFormats.length)).toEqual([1, 0]);
  expect(await host.clearMarks()).toBe(0);
});

test("protected and deleted sheets are left out and named", async () => {
  const excel = await startExcel({ sheets: { 教师: { rows: [["x"]], isProtected: true }, 学校: [["y"]] } });
  expect(await host.mark([finding("A1"), finding("A1", { sheet: "学校" }), finding("A1", { sheet: "没有" })])).toEqual({
    cells: 1,
    marked: 1,
    left: [
      { sheet: "教师", why: "protected" },
      { sheet: "没有", why: "gone" },
    ],
  });
  expect(ourRules(excel)).toHaveLength(0);
});

test("marks on a sheet that was protected since cannot be cleared, and that is said", async () => {
  const rule = { type: "Custom", areas: "A1", formula: '=LEN("KAOHE-MARK")>0' };
  const excel = await startExcel({
    sheets: { 教师: { rows: [["x"]], isProtected: true, conditionalFormats: [rule] }, 学校: { rows: [["x"]], conditionalFormats: [rule] } },
  });
  const failure = await failureOf(host.clearMarks());
  expect(failure.id).toBe("host.marks-locked");
  expect(failure.words).toContain("“教师”受保护");
  expect(ourRules(excel, "学校")).toHaveLength(0);
});

test("20,000 marks in a column are one rule; 20,000 scattered ones are bounded, and it is said", async () => {
  const excel = await startExcel({ sheets: { 教师: [["x"]] } });
  const started = Date.now();
  expect(await host.mark(Array.from({ length: 20_000 }, (_, row) => finding(`B${row + 2}`)))).toEqual({
    cells: 20_000,
    marked: 20_000,
    left: [],
  });
  expect(ourRules(excel)).toHaveLength(1);
  const scattered = await host.mark(Array.from({ length: 20_000 }, (_, row) => finding(`B${row * 2 + 2}`)));
  expect(scattered).toEqual({ cells: 20_000, marked: MOST_AREAS, left: [] });
  expect(ourRules(excel).length).toBeLessThan(10);
  expect(await host.clearMarks()).toBe(MOST_AREAS);
  expect(excel.snapshot()[0]?.conditionalFormats).toEqual([]);
  expect(Date.now() - started).toBeLessThan(10_000);
});

test("no list of addresses is longer than Excel takes", async () => {
  const excel = await startExcel({ sheets: { 教师: [["x"]] } });
  await host.mark(Array.from({ length: 3_000 }, (_, row) => finding(`XFC${row * 2 + 100_000}`)));
  const lengths = excel.snapshot().flatMap((sheet) => sheet.conditionalFormats.map((format) => format.areas.length));
  expect(lengths.length).toBeGreaterThan(3);
  expect(Math.max(...lengths)).toBeGreaterThan(8_000);
  expect(Math.max(...lengths)).toBeLessThanOrEqual(LONGEST_ADDRESS);
});

test("nothing to mark is nothing done", async () => {
  const excel = await startExcel(clerks);
  const before = excel.snapshot();
  expect(await host.mark([finding("", { sheet: "" }), finding("B2", { level: "info" })])).toEqual({ cells: 0, marked: 0, left: [] });
  expect(excel.snapshot()).toEqual(before);
});
