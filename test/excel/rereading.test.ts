/** Reading again only what changed: what comes of it is the same as reading everything, whatever was edited in between. */
import fc from "fast-check";
import { checkWorkbook } from "../../src/check/check";
import { reachOf } from "../../src/excel/formula-reach";
import { readWorkbook } from "../../src/excel/read";
import { rereader } from "../../src/excel/rereading";
import { writingOnly, inExcel } from "../../src/excel/session";
import { packs } from "../../src/policy/library";
import type { Sheet, Workbook } from "../../src/table/workbook";
import { startExcel, stopExcel, type SimulatedExcel, type StartOptions } from "../workbench/office-client";

afterEach(stopExcel);

const { signal } = new AbortController();
const nothing = () => undefined;

const header = [
  "序号",
  "姓名",
  "心得体会（20分）",
  "有效评课（20分）",
  "训后辅导（20分）",
  "网上交流（20分）",
  "反思日志（20分）",
  "总分",
  "结果",
];
const people = ["吴凡山", "李雪梅", "周海涛", "王丽", "赵志刚", "孙晓燕"];

const scores = (title: string) => ({
  rows: [
    [title],
    header,
    ...people.map((name, at) => [at + 1, name, 18, 16, 20, 20, 15, { f: `=SUM(C${at + 3}:G${at + 3})`, v: 89 }, "合格"]),
  ],
  merges: ["A1:I1"],
});

/** Thrown where a formula leads back to itself: Excel then shows 0, however often it computes. */
class Circular extends Error {}

/** Computes the few formulas of this workbook from the cells as they stand, each from what it refers to and not from what was last shown there. */
function calculator(): { readonly calculate: StartOptions["calculate"]; readonly watch: (excel: SimulatedExcel) => void } {
  let excel: SimulatedExcel | null = null;

  function valueAt(sheet: string, address: string, passed: readonly string[]): number | string | boolean | null {
    const at = `${sheet}!${address}`;
    if (passed.includes(at)) throw new Circular(at);
    if (excel?.grid.sheets().some(({ name }) => name === sheet) !== true) return 0;
    const { formula, value } = excel.cell(sheet, address);
    const computed = formula === null ? undefined : compute(formula, sheet, [...passed, at]);
    if (computed !== undefined) return computed;
    return value;
  }

  function compute(formula: string, sheet: string, passed: readonly string[]): number | string | boolean | null | undefined {
    const other = /^=([^!]+)!([A-Z]+\d+)$/.exec(formula);
    if (other) return valueAt(other[1] ?? "", other[2] ?? "", passed);
    const sum = /^=SUM\(([A-Z])(\d+):([A-Z])(\d+)\)$/.exec(formula);
    if (!sum) return undefined;
    const [, from = "A", row = "1", to = "A"] = sum;
    let total = 0;
    for (let code = from.charCodeAt(0); code <= to.charCodeAt(0); code += 1) {
      const value = valueAt(sheet, `${String.fromCharCode(code)}${row}`, passed);
      if (typeof value === "number") total += value;
    }
    return total;
  }

  return {
    watch: (started) => {
      excel = started;
    },
    calculate: (formula, { sheet, row, column }) => {
      if (excel === null) return undefined;
      try {
        return compute(formula, sheet, [`${sheet}!${String.fromCharCode(65 + column)}${row + 1}`]);
      } catch (error) {
        if (error instanceof Circular) return 0;
        throw error;
      }
    },
  };
}

async function school(change: StartOptions = {}): Promise<SimulatedExcel> {
  const { calculate, watch } = calculator();
  const excel = await startExcel({
    name: "兰西一中.xlsx",
    calculate,
    sheets: {
      语文组: scores("兰西县教师培训考核登记表"),
      数学组: scores("兰西县教师培训考核登记表"),
      汇总: {
        rows: [
          ["姓名", "总分"],
          ["吴凡山", { f: "=语文组!H3", v: 89 }],
        ],
      },
      说明: [["填表说明"], ["按实填写"]],
    },
    ...change,
  });
  watch(excel);
  return excel;
}

/** Everything that a reader of the workbook can see. */
function picture({ sheets, ...book }: Workbook) {
  const cells = (sheet: Sheet) =>
    Array.from({ length: sheet.rowCount }, (_r, row) =>
      Array.from({ length: sheet.columnCount }, (_c, column) => [
        sheet.value(row, column),
        sheet.formula(row, column),
        sheet.text(row, column),
        sheet.format(row, column),
        sheet.isRowHidden(row),
        sheet.isColumnHidden(column),
      ]),
    );
  const facts = ({ name, visibility, isProtected, merges, tables }: Sheet) => ({ name, visibility, isProtected, merges, tables });
  return { ...book, sheets: sheets.map((sheet) => ({ ...facts(sheet), cells: cells(sheet) })) };
}

const reportOf = (workbook: Workbook) => checkWorkbook(workbook, packs, { asOf: "2024-12-20" });
const keptOf = (before: Workbook, after: Workbook) => after.sheets.filter((sheet) => before.sheets.includes(sheet)).map(({ name }) => name);

type Move = (excel: SimulatedExcel) => Promise<void> | void;

const inSheet =
  (name: string, work: (sheet: Excel.Worksheet) => void): Move =>
  (excel) =>
    excel.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(name);
      sheet.load("name");
      await context.sync();
      if (sheet.isNullObject) return;
      work(sheet);
      await context.sync();
    });

const sheetNames = ["语文组", "数学组", "汇总", "说明"] as const;
const isThere = (excel: SimulatedExcel, name: string) => excel.grid.sheets().some((sheet) => sheet.name === name);

const typing = fc
  .record({
    sheet: fc.constantFrom(...sheetNames),
    at: fc.constantFrom("B3", "C3", "D5", "H4", "I6", "A9", "K12", "B2"),
    value: fc.constantFrom<string | number | null>(21, 7.5, "18 ", "自愿放弃", null, "=SUM(C3:G3)", "=语文组!C3", "李雪梅"),
  })
  .map(({ sheet, at, value }): Move => (excel) => {
    if (isThere(excel, sheet)) excel.edit(sheet, at, value);
  });

const others = fc.constantFrom<Move>(
  inSheet("语文组", (sheet) => void sheet.getRange("4:4").insert("Down")),
  inSheet("数学组", (sheet) => sheet.getRange("5:5").delete("Up")),
  inSheet("数学组", (sheet) => {
    sheet.getRange("4:5").rowHidden = true;
  }),
  inSheet("语文组", (sheet) => {
    sheet.getRange("D:D").columnHidden = true;
  }),
  inSheet("数学组", (sheet) => {
    sheet.name = "数理组";
  }),
  inSheet("说明", (sheet) => sheet.delete()),
  inSheet("说明", (sheet) => {
    sheet.visibility = "Hidden";
  }),
  inSheet("语文组", (sheet) => sheet.getRange("A1:I1").unmerge()),
  inSheet("数学组", (sheet) => {
    sheet.getRange("C3:C4").values = [[5], [6]];
  }),
  (excel) =>
    excel.Excel.run(async (context) => {
      context.workbook.worksheets.add().getRange("A1:B2").values = [
        ["姓名", "总分"],
        ["王丽", 3],
      ];
      await context.sync();
    }),
);

test("after any edits, reading what changed gives the same workbook and the same report as reading everything", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.oneof({ weight: 3, arbitrary: typing }, others), { maxLength: 3 }), { maxLength: 4 }),
      async (days) => {
        const excel = await school();
        const read = rereader();
        await read(nothing, signal);
        for (const day of days) {
          for (const move of day) await move(excel);
          excel.grid.calculate();
          const again = await read(nothing, signal);
          const whole = await readWorkbook(nothing, signal);
          expect(picture(again)).toEqual(picture(whole));
          expect(reportOf(again)).toEqual(reportOf(whole));
        }
        await stopExcel();
      },
    ),
    { numRuns: 15 },
  );
}, 120_000);

describe("what is read again", () => {
  test("nothing, where nothing was edited", async () => {
    await school();
    const read = rereader();
    const first = await read(nothing, signal);
    const second = await read(nothing, signal);
    expect(keptOf(first, second)).toEqual([...sheetNames]);
  });

  test("the sheet that was edited, and the one whose formulas look at others", async () => {
    const excel = await school();
    const read = rereader();
    const first = await read(nothing, signal);
    excel.edit("语文组", "C3", 12);
    const steps: string[] = [];
    const second = await read(({ sheet }) => steps.push(sheet), signal);
    expect(keptOf(first, second)).toEqual(["数学组", "说明"]);
    expect(steps).toEqual(["语文组", "汇总", ""]);
  });

  test("everything, where it is asked for", async () => {
    await school();
    const read = rereader();
    const first = await read(nothing, signal);
    expect(keptOf(first, await read(nothing, signal, true))).toEqual([]);
  });

  test("everything, where Excel does not compute by itself or the file has macros", async () => {
    const excel = await school();
    const read = rereader();
    const first = await read(nothing, signal);
    await excel.Excel.run(async (context) => {
      context.workbook.application.calculationMode = "Manual";
      await context.sync();
    });
    expect(keptOf(first, await read(nothing, signal))).toEqual([]);
    await stopExcel();
    await school({ name: "兰西一中.xlsm" });
    const other = rereader();
    const before = await other(nothing, signal);
    expect(keptOf(before, await other(nothing, signal))).toEqual([]);
  });

  test("everything, where Excel cannot tell of edits; the next time it is asked again", async () => {
    const excel = await school();
    excel.host.faults.failMember("WorksheetCollection._RegisterDataChangedEvent", "GeneralException", 1);
    const read = rereader();
    const first = await read(nothing, signal);
    expect(keptOf(first, await read(nothing, signal)).length).toBeLessThanOrEqual(4);
    excel.edit("语文组", "C3", 3);
    const whole = await readWorkbook(nothing, signal);
    expect(picture(await read(nothing, signal))).toEqual(picture(whole));
  });

  test("after a reading that was cancelled nothing is taken for known", async () => {
    const excel = await school();
    const read = rereader();
    const first = await read(nothing, signal);
    excel.edit("数学组", "C3", 3);
    const stop = new AbortController();
    await expect(read(() => stop.abort(new Error("stop")), stop.signal)).rejects.toThrow("stop");
    const again = await read(nothing, signal);
    expect(keptOf(first, again)).toEqual([]);
    expect(again.sheets[1]?.value(2, 2)).toBe(3);
  });

  test("where we wrote ourselves: the sheets named, or all", async () => {
    await school();
    const read = rereader();
    const first = await read(nothing, signal);
    const write = () =>
      inExcel({ attempt: "fix", writes: true }, async (context) => {
        context.workbook.worksheets.getItem("数学组").getRange("C3").values = [[1]];
        await context.sync();
      });
    await writingOnly(new Set(["数学组"]), write);
    const second = await read(nothing, signal);
    expect(keptOf(first, second)).toEqual(["语文组", "说明"]);
    expect(second.sheets[1]?.value(2, 2)).toBe(1);
    await write();
    expect(keptOf(second, await read(nothing, signal))).toEqual([]);
  });

  test("a sheet with lists to choose from, in Excel on the web, which does not tell of a choice", async () => {
    const excel = await school();
    await excel.Excel.run(async (context) => {
      const used = context.workbook.worksheets.getItem("数学组").getUsedRange(true);
      used.dataValidation.rule = { list: { inCellDropDown: true, source: "合格,不合格" } };
      await context.sync();
    });
    const read = rereader();
    const first = await read(nothing, signal);
    Reflect.set(Office.context, "platform", "OfficeOnline");
    expect(keptOf(first, await read(nothing, signal))).toEqual(["语文组", "说明"]);
  });
});

test("writings go one after the other, so that none undoes what another has kept", async () => {
  await school();
  const order: string[] = [];
  const write = (name: string) =>
    inExcel({ attempt: "save", writes: true }, async (context) => {
      order.push(`${name} begins`);
      await context.sync();
      await new Promise((resolve) => setTimeout(resolve, 10));
      order.push(`${name} ends`);
    });
  await Promise.all([write("first"), write("second").catch(() => undefined), write("third")]);
  expect(order).toEqual(["first begins", "first ends", "second begins", "second ends", "third begins", "third ends"]);
});

test.each([
  ["=SUM(C3:G3)", "sheet"],
  ['=IF($H3>=60,"合格!","不合格")', "sheet"],
  ["=SUM(C:C)+ROUND(H3*0.3,2)", "sheet"],
  ["=_xlfn.XLOOKUP(A2,A:A,B:B)", "sheet"],
  ['=KAOHE.PASSED("兰西2024秋","教师",H3:H8)', "sheet"],
  ["=TRUE", "sheet"],
  ["=语文组!H3", "workbook"],
  ["='一年级 1班'!H3+1", "workbook"],
  ["=SUM(表1[总分])", "workbook"],
  ["=VLOOKUP(B3,花名册!A:D,2,0)", "workbook"],
  ["=TODAY()-B3", "anything"],
  ['=DATEDIF(B3,NOW(),"y")', "anything"],
  ['=INDIRECT("语文组!H"&ROW())', "anything"],
  ["=SUBTOTAL(109,C3:C9)", "anything"],
  ["=合格线+1", "anything"],
  ["=[1]考核!A1", "anything"],
  ["='D:\\考核\\[2023.xlsx]表'!A1", "anything"],
  ["=我的函数(A1)", "anything"],
  ["=SUM(语文组!C3:C9)+RAND()", "anything"],
])("%s looks at %s", (formula, reach) => expect(reachOf(formula)).toBe(reach));
