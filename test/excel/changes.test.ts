/** 更正, 撤销, 转为数值, 恢复公式, 修复公式 through the genuine client. */
import { excelHost } from "../../src/excel/excel-host";
import type { Fix } from "../../src/check/report";
import type { Changes } from "../../src/excel/changes";
import { GridError, startExcel, stopExcel, type StartOptions } from "../workbench/office-client";
import { picture } from "./faults";
import { failureOf } from "./finding";

afterEach(stopExcel);

const changes: Changes = excelHost().changes;
const signal = new AbortController().signal;

const fix = (cell: string, from: string | number, to: string | number, more: Partial<Fix> = {}): Fix => ({
  kind: "number",
  sheet: "教师",
  cell,
  from,
  to,
  ...more,
});

const clerks: StartOptions = {
  sheets: {
    教师: {
      rows: [
        ["姓名", "评课", "日期", "合计"],
        ["张 三", "１８", "2024.9.25", "=B2"],
        ["李四", "19", "x", { f: "=B3", v: 19 }],
      ],
      styles: { B2: { numberFormat: "@", fill: "#FFFF00" }, C2: { numberFormat: "@" } },
    },
    锁: { rows: [["１"]], isProtected: true },
  },
};

describe("更正", () => {
  const all = [
    fix("B2", "１８", 18),
    fix("C2", "2024.9.25", 45560, { kind: "date", format: "yyyy-mm-dd" }),
    fix("A2", "张 三", "张三", { kind: "name" }),
  ];

  test("says first what it will change, and changes nothing by that", async () => {
    const excel = await startExcel(clerks);
    const before = picture(excel);
    expect(await changes.previewFixes(all)).toEqual({
      changes: [
        { sheet: "教师", cell: "B2", from: "１８", to: "18" },
        { sheet: "教师", cell: "C2", from: "2024.9.25", to: "45560" },
        { sheet: "教师", cell: "A2", from: "张 三", to: "张三" },
      ],
      refused: [],
    });
    expect(picture(excel)).toEqual(before);
  });

  test("writes numbers as numbers, dates as dates and texts as texts, and leaves fills alone", async () => {
    const excel = await startExcel(clerks);
    const result = await changes.applyFixes(all);
    expect([result.done, result.refused]).toEqual([3, []]);
    expect(excel.cell("教师", "B2")).toMatchObject({ value: 18, numberFormat: "General", fill: "#FFFF00" });
    expect(excel.cell("教师", "C2")).toMatchObject({ value: 45560, text: "2024-09-25" });
    expect(excel.cell("教师", "A2").value).toBe("张三");
  });

  test("never touches protected sheets, formulas, or cells that have changed since", async () => {
    const excel = await startExcel(clerks);
    const before = picture(excel);
    const result = await changes.applyFixes([
      fix("A1", "１", 1, { sheet: "锁" }),
      fix("D2", "x", 1),
      fix("B2", "１７", 17),
      fix("A1", "１", 1, { sheet: "没有" }),
    ]);
    expect(result).toEqual({
      step: null,
      done: 0,
      refused: [
        { sheet: "锁", cell: "A1", why: "protected", now: "１" },
        { sheet: "教师", cell: "D2", why: "formula", now: "=B2" },
        { sheet: "教师", cell: "B2", why: "changed", now: "１８" },
        { sheet: "没有", cell: "A1", why: "gone", now: "" },
      ],
    });
    expect(picture(excel)).toEqual(before);
  });

  test("a hostile text stays a text", async () => {
    const excel = await startExcel({ sheets: { 教师: [[" =1+1"]] } });
    await changes.applyFixes([fix("A1", " =1+1", "=1+1", { kind: "name" })]);
    expect(excel.cell("教师", "A1")).toMatchObject({ value: "=1+1", formula: null });
  });

  test("is refused where the file cannot keep the record of it", async () => {
    const excel = await startExcel({ ...clerks, name: "成绩.xls" });
    const before = picture(excel);
    expect((await failureOf(changes.applyFixes(all))).id).toBe("host.settings-format");
    expect(picture(excel)).toEqual(before);
  });
});

describe("撤销", () => {
  test("takes a step back, also in another session; the ledger is empty then", async () => {
    const excel = await startExcel(clerks);
    const before = excel.snapshot();
    await changes.applyFixes([fix("B2", "１８", 18), fix("B3", "19", 19)]);
    const [step] = await excelHost().changes.steps();
    expect(step).toMatchObject({
      action: "fix",
      changes: [
        { cell: "B2", from: "１８", to: "18" },
        { cell: "B3", from: "19", to: "19" },
      ],
    });
    expect(await changes.takeBack(step?.step ?? "")).toMatchObject({ done: 2, refused: [] });
    expect(excel.snapshot()).toEqual(before);
    expect(excel.cell("教师", "B3").value).toBe("19");
    expect(await changes.steps()).toEqual([]);
  });

  test("takes back one cell of a step and keeps the others", async () => {
    const excel = await startExcel(clerks);
    const { step } = await changes.applyFixes([fix("B2", "１８", 18), fix("B3", "19", 19)]);
    await changes.takeBack(step ?? "", [{ sheet: "教师", cell: "B3" }]);
    expect([excel.cell("教师", "B2").value, excel.cell("教师", "B3").value]).toEqual([18, "19"]);
    expect((await changes.steps()).map((one) => one.changes.length)).toEqual([1]);
  });

  test("asks where the cell was changed since, and does it when told to", async () => {
    const excel = await startExcel(clerks);
    const { step } = await changes.applyFixes([fix("B2", "１８", 18), fix("B3", "19", 19)]);
    excel.edit("教师", "B2", 17);
    expect(await changes.takeBack(step ?? "")).toMatchObject({
      done: 1,
      refused: [{ sheet: "教师", cell: "B2", why: "changed", now: "17" }],
    });
    expect(excel.cell("教师", "B2").value).toBe(17);
    expect(await changes.takeBack(step ?? "", undefined, true)).toMatchObject({ done: 1, refused: [] });
    expect(excel.cell("教师", "B2")).toMatchObject({ value: "１８", numberFormat: "@" });
  });

  test("a forgotten step stays as it is and leaves the list", async () => {
    const excel = await startExcel(clerks);
    const first = await changes.applyFixes([fix("B2", "１８", 18)]);
    const second = await changes.applyFixes([fix("B3", "19", 19)]);
    await changes.forget(first.step ?? "");
    expect((await changes.steps()).map(({ step }) => step)).toEqual([second.step]);
    expect(excel.cell("教师", "B2").value).toBe(18);
  });

  test("2,000 corrections are one step of a few calls", async () => {
    const rows = Array.from({ length: 2_000 }, (_, row) => ["教师", String(row)]);
    const excel = await startExcel({ sheets: { 教师: rows } });
    const before = excel.snapshot();
    const calls = excel.host.calls;
    const result = await changes.applyFixes(rows.map((_row, row) => fix(`B${row + 1}`, String(row), row)));
    expect([result.done, excel.host.calls - calls]).toEqual([2_000, expect.any(Number)]);
    expect(excel.host.calls - calls).toBeLessThan(12);
    expect(excel.cell("教师", "B2000").value).toBe(1999);
    await changes.takeBack(result.step ?? "");
    expect(excel.snapshot()).toEqual(before);
  });
});

/** As the add-in would compute: one column spills, one formula a row, one that Excel itself knows. */
const calculate: StartOptions["calculate"] = (formula) => {
  if (formula.startsWith("=KAOHE.PASSED")) return [["合格"], ["不合格"], ["007"]];
  if (formula.startsWith("=KAOHE.AGE")) return 41;
  if (formula.startsWith("=IF(KAOHE.")) return true;
  if (formula === "=A1+1") return 2;
  return undefined;
};

const computed: StartOptions = {
  calculate,
  sheets: {
    教师: {
      rows: [
        [1, '=KAOHE.PASSED("兰西","教师",A1:A3)', "=KAOHE.AGE(A1,A2)", "=A1+1"],
        [2, "", '=IF(KAOHE.IDCHECK(A1)="有效",TRUE,FALSE)'],
        [3],
      ],
      styles: { B1: { fill: "#FFFF00" }, C1: { numberFormat: "0.00" } },
    },
  },
};

describe("转为数值 and 恢复公式", () => {
  test("formulas with KAOHE anywhere in them become values, whole spills together, others stay", async () => {
    const excel = await startExcel(computed);
    const plan = await changes.previewFreeze(signal);
    expect(plan.changes.map(({ cell, to }) => [cell, to])).toEqual([
      ["B1", "合格"],
      ["C1", "41"],
      ["C2", "TRUE"],
    ]);
    const result = await changes.freeze(signal);
    expect([result.done, result.refused]).toEqual([3, []]);
    expect(excel.rows("教师")).toEqual([
      [1, "合格", 41, 2],
      [2, "不合格", true, ""],
      [3, "007", "", ""],
    ]);
    expect(excel.snapshot()[0]?.formulas).toEqual({ D1: "=A1+1" });
    expect(excel.cell("教师", "B1").fill).toBe("#FFFF00");
  });

  test("and come back as they were", async () => {
    const excel = await startExcel(computed);
    const before = excel.snapshot();
    await changes.freeze(signal);
    expect((await changes.steps()).map(({ action, changes: cells }) => [action, cells.length])).toEqual([["freeze", 3]]);
    expect((await changes.previewRestore()).changes.map(({ cell, to }) => [cell, to])).toEqual([
      ["B1", '=KAOHE.PASSED("兰西","教师",A1:A3)'],
      ["C1", "=KAOHE.AGE(A1,A2)"],
      ["C2", '=IF(KAOHE.IDCHECK(A1)="有效",TRUE,FALSE)'],
    ]);
    expect(await changes.restore()).toMatchObject({ done: 3, refused: [] });
    expect(excel.snapshot()).toEqual(before);
    expect(await changes.steps()).toEqual([]);
  });

  test("a value changed since stays, its formula is listed; the others come back", async () => {
    const excel = await startExcel(computed);
    const { step } = await changes.freeze(signal);
    excel.edit("教师", "B2", "合格");
    expect(await changes.takeBack(step ?? "")).toMatchObject({
      done: 2,
      refused: [{ sheet: "教师", cell: "B2", why: "changed", now: "合格" }],
    });
    expect(excel.cell("教师", "B1")).toMatchObject({ value: "合格", formula: null });
    expect(excel.cell("教师", "C1").formula).toBe("=KAOHE.AGE(A1,A2)");
  });

  test.each([
    ["#N/A", "host.freeze-errors", "C1 显示 #N/A"],
    ["#BUSY!", "host.freeze-pending", "C1 还在计算"],
  ])("nothing is frozen while one shows %s", async (code, id, words) => {
    const excel = await startExcel({
      ...computed,
      calculate: (formula, at) => (formula.startsWith("=KAOHE.AGE") ? new GridError(code) : calculate(formula, at)),
    });
    const before = picture(excel);
    const failure = await failureOf(changes.freeze(signal));
    expect(failure.id).toBe(id);
    expect(failure.words).toContain(words);
    expect(picture(excel)).toEqual(before);
  });

  test("protected sheets are left as they are and named", async () => {
    await startExcel({ calculate, sheets: { 锁: { rows: [["=KAOHE.AGE(1,2)"]], isProtected: true } } });
    expect(await changes.freeze(signal)).toEqual({
      step: null,
      done: 0,
      refused: [{ sheet: "锁", cell: "A1", why: "protected", now: "41" }],
    });
  });
});

describe("修复公式", () => {
  test("cells that show #NAME? because the add-in was not loaded are entered again, others are not touched", async () => {
    const excel = await startExcel({
      calculate: (formula) => (formula === "=KAOHE.AGE(A1,A2)" ? 41 : undefined),
      sheets: {
        教师: [
          [
            { f: "=[1]!_xldudf_KAOHE_AGE(A1,A2)", v: new GridError("#NAME?") },
            { f: "=NOSUCH()", v: new GridError("#NAME?") },
            { f: '=KAOHE.RULE("x")', v: 60 },
          ],
        ],
      },
    });
    expect((await changes.previewRepair(signal)).changes).toEqual([
      { sheet: "教师", cell: "A1", from: "=[1]!_xldudf_KAOHE_AGE(A1,A2)", to: "=KAOHE.AGE(A1,A2)" },
    ]);
    const { step, done } = await changes.repair(signal);
    expect(done).toBe(1);
    expect(excel.cell("教师", "A1")).toMatchObject({ value: 41, formula: "=KAOHE.AGE(A1,A2)" });
    expect(excel.cell("教师", "B1").formula).toBe("=NOSUCH()");
    await changes.takeBack(step ?? "");
    expect(excel.cell("教师", "A1").formula).toBe("=[1]!_xldudf_KAOHE_AGE(A1,A2)");
  });
});
