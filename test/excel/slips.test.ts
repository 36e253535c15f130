/** 个人学时证明: what stands on it, and the sheet written through the genuine client. */
import { read } from "@e965/xlsx";
import { judgedWorkbook } from "../../src/check/check";
import { slipSteps, type Slip } from "../../src/check/slips";
import { openNewWorkbook } from "../../src/excel/new-workbook";
import { readWorkbook } from "../../src/excel/read";
import { slipPages } from "../../src/excel/slip-content";
import { MOST_SLIPS, writeSlips } from "../../src/excel/slips";
import { templateWorkbook } from "../../src/files/templates/workbook";
import { packs } from "../../src/policy/library";
import type { Sheet } from "../../src/table/workbook";
import { sheetFrom, workbookOf } from "../table/sheet";
import { startExcel, stopExcel } from "../workbench/office-client";
import { failureOf } from "./finding";

/** Writing through the genuine client takes its time on a busy machine. */
jest.setTimeout(30_000);

afterEach(stopExcel);

const ID = "230122199001011234";
const VALID = "11010519491231002X";

function slipsOf(...sheets: readonly Sheet[]): readonly Slip[] {
  const steps = slipSteps(judgedWorkbook(workbookOf(...sheets), packs, { asOf: "2024-12-30" }));
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

const scores = (...rows: readonly (readonly (string | number | null)[])[]): Sheet =>
  sheetFrom(
    [
      ["兰西县2024年秋季学期教师考核表"],
      [
        "序号",
        "姓名",
        "单位",
        "身份证号",
        "心得体会（20分）",
        "有效评课（20分）",
        "培训学时（20分）",
        "教学设计（20分）",
        "活动反思（20分）",
        "总分",
        "校本考核成绩",
        "备注",
      ],
      ...rows,
    ],
    { name: "教师考核表", merges: ["A1:L1"] },
  );

const two = scores(
  [1, "张一", "第一中学", VALID, 18, 16, 20, 20, 15, 89, 85, null],
  [2, "李二", "第二中学", null, 10, 10, 10, 10, 10, 50, 85, "自愿放弃"],
);

const text = (slip: Slip): string =>
  slipPages([slip], { at: new Date(2024, 11, 30), locale: "zh-CN" })
    .flatMap(({ rows }) => rows.flatMap(({ cells }) => cells))
    .join("|");

test("各项得分、合格线、结论、证书和认定学时都在上面", () => {
  const [slip] = slipsOf(two);
  expect(slip?.scores.map(({ name, amount, due, met }) => [name, amount, due, met])).toEqual([
    ["心得体会", "18", 20, null],
    ["有效评课", "16", 20, null],
    ["培训学时", "20", 20, null],
    ["教学设计", "20", 20, null],
    ["活动反思", "15", 20, null],
    ["教师考核合格线", "89", 60, true],
    ["校本考核合格线", "85", 80, true],
    ["培训结业证书", null, null, true],
  ]);
  expect(slip?.hours).toEqual([{ name: "教师考核认定学时", amount: "36", unit: "学时", due: null, met: null }]);
});

test("除不尽的数照填表人的写法：两位小数，不写省略号，也不四舍五入到合格线", () => {
  const year = sheetFrom(
    [
      ["肇庆市教师2024年度学时汇总表"],
      ["序号", "姓名", "学校", "公需课", "专业课", "个人选修课", "合计"],
      [1, "张一", "第一小学", 30, 125 / 3, 17.99996, null],
    ],
    { name: "年度学时汇总表", merges: ["A1:G1"] },
  );
  const [slip] = slipsOf(year);
  expect(slip?.hours.map(({ name, amount, met }) => [name, amount, met])).toEqual([
    ["公需课", "30", true],
    ["专业课", "41.67", false],
    ["个人选修课", "17.99", false],
    ["年度学时", "89.67", false],
  ]);
  expect(slip && text({ ...slip, clauses: [] })).not.toContain("…");
  expect(slipsOf(scores([1, "张一", "第一中学", VALID, 50 / 3, 59.995, 20, 20, 15, null, 85, null]))[0]?.scores[0]?.amount).toBe("16.67");
});

test("单位、政策全名、条款原文、签名和日期都有；身份证号只留前后四位", () => {
  const [slip] = slipsOf(two);
  const all = slip ? text(slip) : "";
  for (const part of [
    "张一",
    "第一中学",
    "1101**********002X",
    "兰西县",
    "六.2：“",
    "填表人：",
    "单位负责人（盖章）：",
    "出具日期：2024年12月30日",
  ])
    expect(all).toContain(part);
  expect(all).not.toContain(VALID);
});

test("自愿放弃的不写成绩，写明不认定学时", () => {
  const slip = slipsOf(two)[1];
  expect([slip?.isWaived, slip?.scores, slip?.hours]).toEqual([true, [], []]);
  expect(slip && text(slip)).toContain("本人自愿放弃参训，不认定学时。");
});

test("同一个人在几张表里的数写在一份上", () => {
  const year = sheetFrom(
    [
      ["肇庆市教师2024年度学时汇总表"],
      ["序号", "姓名", "学校", "公需课", "专业课", "个人选修课", "合计"],
      [1, "张一", "第一小学", 30, 40, 18, 88],
    ],
    { name: "年度学时汇总表", merges: ["A1:G1"] },
  );
  const cycle = sheetFrom(
    [
      ["肇庆市教师五年周期学时汇总表"],
      ["序号", "姓名", "学校", "2021年", "2022年", "2023年", "2024年", "2025年", "合计"],
      [1, "张一", "第一小学", 90, 90, 90, 88, null, 358],
    ],
    { name: "五年周期学时汇总表", merges: ["A1:I1"] },
  );
  const slips = slipsOf(year, cycle);
  expect(slips).toHaveLength(1);
  expect(slips[0]?.hours.map(({ name, amount, due, met }) => [name, amount, due, met])).toEqual([
    ["公需课", "30", 30, true],
    ["专业课", "40", 42, false],
    ["个人选修课", "18", 18, true],
    ["年度学时", "88", 90, false],
    ["五年周期学时", "358", 450, false],
  ]);
});

test("每人的内容放得进一页，项目再多也一样", () => {
  const long = {
    ...(slipsOf(two)[0] as Slip),
    scores: Array.from({ length: 40 }, (_, at) => ({ name: `项目${at}`, amount: "1", unit: "分" as const, due: 20, met: null })),
  };
  for (const { rows } of slipPages([...slipsOf(two), long], { at: new Date(), locale: "zh-CN" })) {
    expect(rows.reduce((sum, row) => sum + row.height, 0)).toBeLessThanOrEqual(842 - 2 * 54);
    expect(Math.max(...rows.map((row) => row.height))).toBeLessThanOrEqual(409);
  }
});

test("每人另起一页打印", async () => {
  const excel = await startExcel({ sheets: { 教师: [["x"]] } });
  await writeSlips([...slipsOf(two), ...slipsOf(two)]);
  const merges = excel.snapshot().find(({ name }) => name === "学时证明")?.merges ?? [];
  expect(merges).toEqual(expect.arrayContaining(["A1:D1", "B2:D2", "B3:D3"]));
  const titles = excel.rows("学时证明").flatMap(([first], row) => (first === "教师培训学时证明" ? [row] : []));
  await Excel.run(async (context) => {
    const breaks = context.workbook.worksheets.getItem("学时证明").horizontalPageBreaks;
    breaks.load("items/rowIndex");
    await context.sync();
    expect(titles).toHaveLength(4);
    expect(breaks.items.map(({ rowIndex }) => rowIndex)).toEqual(titles.slice(1));
  });
});

test("写成工作表：A4 竖排，内容是文字，不会变成公式", async () => {
  const excel = await startExcel({ sheets: { 教师: [["x"]] } });
  const slip = { ...(slipsOf(two)[0] as Slip), name: '=HYPERLINK("x")', school: `证号 ${ID}` };
  expect(await writeSlips([slip])).toBe("学时证明");
  const cells = excel.rows("学时证明").flat().map(String);
  expect(cells).toContain('=HYPERLINK("x")');
  expect(cells.join()).not.toContain(ID);
  expect(excel.snapshot().map(({ formulas }) => formulas)).toEqual([{}, {}]);
  await Excel.run(async (context) => {
    const { pageLayout } = context.workbook.worksheets.getItem("学时证明");
    pageLayout.load("paperSize,orientation,zoom");
    await context.sync();
    expect([pageLayout.paperSize, pageLayout.orientation, pageLayout.zoom]).toEqual(["A4", "Portrait", { scale: 100 }]);
  });
});

test("再写一次就换掉上一次的；检查时不把它当作表", async () => {
  const excel = await startExcel({ sheets: { 教师: [["x"]] } });
  await writeSlips(slipsOf(two));
  await writeSlips(slipsOf(two).slice(0, 1));
  expect(excel.snapshot().map(({ name }) => name)).toEqual(["教师", "学时证明"]);
  const workbook = await readWorkbook(() => undefined, new AbortController().signal);
  expect(workbook.sheets.map(({ name }) => name)).toEqual(["教师"]);
});

test.each([
  ["一个人也没有", 0, "host.slips-none"],
  ["一次太多", MOST_SLIPS + 1, "host.slips-many"],
])("%s：说明白，什么也不写", async (_says, count, id) => {
  const excel = await startExcel({ sheets: { 教师: [["x"]] } });
  const [slip] = slipsOf(two);
  const many = slip ? Array.from({ length: count }, () => slip) : [];
  expect((await failureOf(writeSlips(many))).id).toBe(id);
  expect(excel.snapshot().map(({ name }) => name)).toEqual(["教师"]);
});

test("模板在 Excel 里作为新工作簿打开，原来的工作簿不动", async () => {
  const excel = await startExcel({ sheets: { 教师: [["x"]] } });
  const before = excel.snapshot();
  let opened = "";
  Reflect.set(globalThis, "Office", { context: { requirements: { isSetSupported: () => true } } });
  Reflect.set(Excel, "createWorkbook", (bytes: string) => {
    opened = bytes;
    return Promise.resolve();
  });
  for (const pack of packs.slice(0, 1)) await openNewWorkbook(await templateWorkbook(pack, pack.tables.slice(0, 1), { rows: 2 }));
  expect(read(Buffer.from(opened, "base64")).SheetNames).toEqual(["教师花名册", "填表说明"]);
  expect(excel.snapshot()).toEqual(before);
});
