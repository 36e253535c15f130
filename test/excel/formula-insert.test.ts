/** 插入公式, and looking at the selected cell, through the genuine client. */
import { excelHost } from "../../src/excel/excel-host";
import type { Insertion } from "../../src/excel/formulas";
import { startExcel, stopExcel, type SimulatedExcel, type StartOptions } from "../workbench/office-client";
import { failEachInTurn, picture } from "./faults";
import { failureOf } from "./finding";

afterEach(stopExcel);

const { formulas, changes } = excelHost();
const signal = new AbortController().signal;

const rows = [
  ["姓名", "心得", "评课", ""],
  ["张三", 18, 20, ""],
  ["李四", 15, 19, ""],
  ["王五", 17, 18, ""],
];

/** KAOHE.TEACHERSCORE adds its range up, here; over several rows it spills. */
const calculate: StartOptions["calculate"] = (formula) => {
  const found = /B(\d+):C(\d+)/.exec(formula);
  if (found === null) return undefined;
  const [first, last] = [Number(found[1]), Number(found[2])];
  const sums = Array.from({ length: last - first + 1 }, (_, down) => {
    const [, a, b] = rows[first - 1 + down] ?? [];
    return [Number(a) + Number(b)];
  });
  return sums.length === 1 ? (sums[0]?.[0] ?? null) : sums;
};

const clerks: StartOptions = { sheets: { 教师: { rows } }, calculate };

const each = (row: number) => ({ cell: `D${row}`, formula: `=KAOHE.TEACHERSCORE("兰西2024秋",B${row}:C${row})` });

const perRow: Insertion = {
  sheet: "教师",
  formulas: [each(2), each(3), each(4)],
  headers: [{ cell: "D1", text: "教师总分" }],
  area: "D2:D4",
  spills: false,
  seen: [
    { area: "A1:C1", values: [["姓名", "心得", "评课"]] },
    { area: "A2:A4", values: [["张三"], ["李四"], ["王五"]] },
  ],
};

const whole: Insertion = {
  ...perRow,
  formulas: [{ cell: "D2", formula: '=KAOHE.TEACHERSCORE("兰西2024秋",B2:C4)' }],
  spills: true,
};

const shown = (excel: SimulatedExcel) => excel.rows("教师").map((row) => row[3] ?? "");

describe("插入公式", () => {
  test("says first what it will write, and writes nothing by that", async () => {
    const excel = await startExcel(clerks);
    const before = picture(excel);
    const plan = await formulas.preview(perRow);
    expect(plan.refused).toEqual([]);
    expect(plan.changes.map(({ cell, from, to }) => [cell, from, to])).toEqual([
      ["D2", "", '=KAOHE.TEACHERSCORE("兰西2024秋",B2:C2)'],
      ["D3", "", '=KAOHE.TEACHERSCORE("兰西2024秋",B3:C3)'],
      ["D4", "", '=KAOHE.TEACHERSCORE("兰西2024秋",B4:C4)'],
      ["D1", "", "教师总分"],
    ]);
    expect(picture(excel)).toEqual(before);
  });

  test("one formula a row, with the header; taken back in another session nothing is left of it", async () => {
    const excel = await startExcel(clerks);
    const before = excel.snapshot();
    const { step, done, refused } = await formulas.insert(perRow);
    expect([done, refused]).toEqual([4, []]);
    expect(shown(excel)).toEqual(["教师总分", 38, 34, 35]);
    const [kept] = await excelHost().changes.steps();
    expect([kept?.step, kept?.action, kept?.changes.length]).toEqual([step, "formula", 4]);
    expect(await excelHost().changes.takeBack(step ?? "")).toMatchObject({ done: 4, refused: [] });
    expect(excel.snapshot()).toEqual(before);
    expect(await changes.steps()).toEqual([]);
  });

  test("one formula for the whole column spills, and goes as a whole", async () => {
    const excel = await startExcel(clerks);
    const before = excel.snapshot();
    const { step } = await formulas.insert(whole);
    expect(shown(excel)).toEqual(["教师总分", 38, 34, 35]);
    expect(excel.cell("教师", "D3").formula).toBeNull();
    await changes.takeBack(step ?? "");
    expect(excel.snapshot()).toEqual(before);
  });

  test("what stands in a cell is never written over: that row is left and said, the others are done", async () => {
    const excel = await startExcel(clerks);
    excel.edit("教师", "D3", "缺考");
    const { done, refused } = await formulas.insert(perRow);
    expect([done, refused]).toEqual([3, [{ sheet: "教师", cell: "D3", why: "occupied", now: "缺考" }]]);
    expect(shown(excel)).toEqual(["教师总分", 38, "缺考", 35]);
  });

  test("a whole column is not begun where anything stands in it", async () => {
    const excel = await startExcel(clerks);
    excel.edit("教师", "D4", 1);
    const before = picture(excel);
    expect(await formulas.insert(whole)).toEqual({
      step: null,
      done: 0,
      refused: [{ sheet: "教师", cell: "D4", why: "occupied", now: "1" }],
    });
    expect(picture(excel)).toEqual(before);
  });

  test("a header that somebody else wrote meanwhile stays", async () => {
    const excel = await startExcel(clerks);
    excel.edit("教师", "D1", "总评");
    const { done, refused } = await formulas.insert(perRow);
    expect([done, refused.map(({ cell, why }) => [cell, why])]).toEqual([3, [["D1", "occupied"]]]);
    expect(shown(excel)[0]).toBe("总评");
  });

  test.each([
    ["a row was put in or the rows were sorted", "A3", "赵六"],
    ["a header was changed", "B1", "反思"],
  ])("nothing is written where %s since", async (_what, cell, now) => {
    const excel = await startExcel(clerks);
    excel.edit("教师", cell, now);
    const before = picture(excel);
    expect((await failureOf(formulas.insert(perRow))).id).toBe("host.formula-moved");
    expect((await failureOf(formulas.preview(perRow))).id).toBe("host.formula-moved");
    expect(picture(excel)).toEqual(before);
  });

  test("a sheet that is gone, a protected one and merged cells are refused, each with its reason", async () => {
    await startExcel({ sheets: { 别的: [["x"]] } });
    expect((await failureOf(formulas.insert(perRow))).id).toBe("host.sheet-gone");
    const locked = await startExcel({ sheets: { 教师: { rows, isProtected: true } } });
    const before = picture(locked);
    expect((await formulas.insert(perRow)).refused.map(({ why }) => why)).toEqual(["protected", "protected", "protected"]);
    expect(picture(locked)).toEqual(before);
    await startExcel({ sheets: { 教师: { rows, merges: ["D2:E2"] } } });
    expect((await formulas.insert(perRow)).refused).toEqual([{ sheet: "教师", cell: "D2", why: "merged", now: "" }]);
  });

  test("while a cell is being edited nothing is written", async () => {
    const excel = await startExcel(clerks);
    const before = picture(excel);
    excel.host.isEditing = true;
    expect((await failureOf(formulas.insert(perRow))).id).toBe("host.cell-edit");
    excel.host.isEditing = false;
    expect(picture(excel)).toEqual(before);
  });

  test("a cell formatted as text gets a formula all the same, and its format back when that is taken back", async () => {
    const excel = await startExcel({ sheets: { 教师: { rows, styles: { "D1:D4": { numberFormat: "@" } } } }, calculate });
    const { step } = await formulas.insert(perRow);
    expect(excel.cell("教师", "D2")).toMatchObject({ value: 38, numberFormat: "General" });
    await changes.takeBack(step ?? "");
    expect(excel.cell("教师", "D2")).toMatchObject({ value: "", numberFormat: "@" });
  });

  test("a header that looks like a formula stays a text", async () => {
    const excel = await startExcel(clerks);
    await formulas.insert({ ...perRow, headers: [{ cell: "D1", text: "=1+1" }] });
    expect(excel.cell("教师", "D1")).toMatchObject({ value: "=1+1", formula: null });
  });

  test("where the results do not fit after all, the formula is taken back at once", async () => {
    const excel = await startExcel({ ...clerks, calculate: () => [[1], [2], [3], [4]] });
    excel.edit("教师", "D5", "附注");
    const before = excel.snapshot();
    expect((await failureOf(formulas.insert(whole))).id).toBe("host.formula-spill");
    expect(excel.snapshot()).toEqual(before);
    expect(await changes.steps()).toEqual([]);
  });

  test("a file that cannot keep the record of it gets no formula", async () => {
    const excel = await startExcel({ ...clerks, name: "成绩.xls" });
    const before = picture(excel);
    expect((await failureOf(formulas.insert(perRow))).id).toBe("host.settings-format");
    expect(picture(excel)).toEqual(before);
  });

  test("whichever call to Excel fails, the workbook is as before or as wanted", async () => {
    let before: unknown = null;
    const tried = await failEachInTurn(
      { sheets: { 教师: { rows, styles: { "D1:D4": { fill: "#FFFF00" } } } }, calculate },
      (excel) => {
        before = picture(excel);
        return Promise.resolve();
      },
      () => formulas.insert(perRow),
      ({ what, excel, error }) => {
        if (error !== null) expect([what, picture(excel)]).toEqual([what, before]);
        else expect([what, shown(excel)]).toEqual([what, ["教师总分", 38, 34, 35]]);
      },
    );
    expect(tried).toBeGreaterThan(20);
  });
});

describe("所选单元格", () => {
  const select = async (sheet: string, address: string) => {
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem(sheet).getRange(address).select();
      await context.sync();
    });
  };

  test("gives formula, value and place; a cell of a spill names the formula's own cell", async () => {
    await startExcel(clerks);
    await formulas.insert(whole);
    await select("教师", "D2");
    const spill = { cell: "D2", formula: '=KAOHE.TEACHERSCORE("兰西2024秋",B2:C4)', area: "D2:D4" };
    expect(await formulas.selectedCell()).toEqual({ sheet: "教师", cell: "D2", formula: spill.formula, value: 38, shown: "38", spill });
    await select("教师", "D4");
    expect(await formulas.selectedCell()).toEqual({ sheet: "教师", cell: "D4", formula: null, value: 35, shown: "35", spill });
    await select("教师", "B2:C3");
    expect(await formulas.selectedArea()).toEqual({ sheet: "教师", area: "B2:C3" });
    expect(await formulas.selectedCell()).toMatchObject({ cell: "B2", formula: null, value: 18, spill: null });
  });

  test("reads the values that a formula refers to; a sheet that is gone gives none", async () => {
    await startExcel({ sheets: { 教师: { rows }, "考核 规则": [["a", 1]] } });
    expect(
      await formulas.read([
        { sheet: "教师", area: "B2:C2" },
        { sheet: "考核 规则", area: "A1:B1" },
        { sheet: "没有", area: "A1" },
        { sheet: "教师", area: "A:XFD" },
      ]),
    ).toEqual([[[18, 20]], [["a", 1]], null, null]);
  });

  test("tells of another selection until it is stopped", async () => {
    await startExcel(clerks);
    const heard = jest.fn();
    const stop = await formulas.onSelected(heard);
    await select("教师", "B2");
    await new Promise((later) => setTimeout(later, 250));
    expect(heard).toHaveBeenCalledTimes(1);
    await stop();
    await select("教师", "B3");
    await new Promise((later) => setTimeout(later, 250));
    expect(heard).toHaveBeenCalledTimes(1);
  });

  test("counts the KAOHE formulas and those that Excel does not know", async () => {
    await startExcel({ sheets: { 教师: [["=KAOHE.AGE(1,2)", { f: "=ROUND(KAOHE.AGE(1,2),0)", v: 3 }, "=1+1"]] } });
    expect(await formulas.count(signal)).toEqual({ all: 2, unnamed: 1 });
  });
});
