/** What 公式 proposes for a table: columns, place, form, the formula's text and its first results. Pure; no screen. */
import { judgedWorkbook } from "../../src/check/check";
import { packs } from "../../src/policy/library";
import type { Pack } from "../../src/policy/schema";
import { packToRows } from "../../src/policy/sheet/write";
import { valuesOf } from "../../src/policy/sheet/plan";
import { nothingChosen, type Choices } from "../../src/taskpane/formulas/choices";
import { draftOf, type Draft } from "../../src/taskpane/formulas/draft";
import { insertionOf } from "../../src/taskpane/formulas/insertion";
import zhCN from "../../src/taskpane/formulas/messages/zh-CN.json";
import type { Label } from "../../src/taskpane/formulas/recipe";
import { recipes } from "../../src/taskpane/formulas/recipes";
import { resultSteps, type Results } from "../../src/taskpane/formulas/results";
import { tableFrom, tableInArea, type FormulaTable } from "../../src/taskpane/formulas/tables";
import { functionNames } from "../../src/functions/calling";
import { speaker } from "../../src/values/message";
import type { Sheet } from "../../src/table/workbook";
import { areaOf, sheetFrom, workbookOf, type SheetOptions, type Written } from "../table/sheet";

const speak = speaker({ "zh-CN": zhCN, "en-US": zhCN });
const words = (label: Label): string => ("text" in label ? label.text : speak(label));

type Rows = readonly (readonly Written[])[];

function tables(...sheets: readonly Sheet[]): readonly FormulaTable[] {
  return judgedWorkbook(workbookOf(...sheets), packs, { asOf: "2024-12-30" }).sheets.flatMap(({ table }) => tableFrom(table) ?? []);
}

const header = ["序号", "姓名", "身份", "心得体会（20分）", "有效评课（20分）", "培训学时（20分）", "教学设计（20分）", "活动反思（20分）"];
const title = ["兰西县2024-2025学年度上学期教师培训考核表"];

const teachers: Rows = [
  title,
  [...header, "奖励加分次数", "总分"],
  [1, "张一", "骨干教师", 18, 16, 20, 20, 15, 1, null],
  [2, "李二", "", 17, 19, 20, 20, 14, null, null],
  [3, "王三", "", 17, 21, 20, 20, 14, null, null],
];

function teacherTable(rows: Rows = teachers, options: SheetOptions = {}): FormulaTable {
  const [table] = tables(sheetFrom(rows, { name: "教师考核", ...options }));
  if (table === undefined) throw new Error("no table was recognised");
  return table;
}

function draft(
  table: FormulaTable,
  choices: Partial<Choices> = {},
  pack: Pack | null = table.pack,
  more: { canSpill?: boolean } = {},
): Draft {
  const [first] = packs;
  const policy = pack ?? first;
  if (policy === undefined) throw new Error("no policy");
  const made = draftOf(table, policy, {
    workbook: workbookOf(table.sheet),
    choices: { ...nothingChosen, ...choices },
    today: "2024-12-30",
    canSpill: true,
    words,
    ...more,
  });
  if (made === null) throw new Error("nothing is offered");
  return made;
}

function results(wanted: NonNullable<Draft["wanted"]>, { sheet, rows }: FormulaTable): Results {
  const steps = resultSteps(wanted, sheet, rows);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

function shown({ wanted, table }: Draft): readonly string[] {
  return wanted === null ? [] : results(wanted, table).rows.map(({ shows }) => shows.join("/"));
}

test("a recipe stands for every function, each once", () => {
  expect(recipes.map(({ call }) => call).sort()).toEqual([...functionNames].sort());
});

describe("算教师总分", () => {
  test("columns are proposed by what they were recognised as, and the form's own empty total takes the result", () => {
    const made = draft(teacherTable());
    expect([made.recipe.call, made.formula]).toEqual(["TEACHERSCORE", '=KAOHE.TEACHERSCORE("兰西2024秋",D3:H3,I3,C3)']);
    expect([made.place?.letter, made.place?.isNew, made.form, made.noSpill]).toEqual(["J", false, "rows", null]);
    expect(shown(made)).toEqual(["94", "90", "#VALUE!"]);
  });

  test("one formula for the column names the whole ranges", () => {
    expect(draft(teacherTable(), { form: "spill" }).formula).toBe('=KAOHE.TEACHERSCORE("兰西2024秋",D3:H5,I3:I5,C3:C5)');
  });

  test("a bad row says why, in the function's words; the others have their results", () => {
    const { wanted, table } = draft(teacherTable());
    if (wanted === null) throw new Error("incomplete");
    const { failed, tried } = results(wanted, table);
    expect([tried, failed.map(({ row, said }) => [row, said])]).toEqual([3, [[4, "有效评课是 21 分，超过满分 20 分"]]]);
  });

  test("columns that are not side by side are put together", () => {
    const rows = teachers.map((row) => [...row.slice(0, 4), ...(row.length > 1 ? [null] : []), ...row.slice(4)]);
    const made = draft(teacherTable(rows));
    expect(made.formula).toBe('=KAOHE.TEACHERSCORE("兰西2024秋",CHOOSE({1,2,3,4,5},D3,F3,G3,H3,I3),J3,C3)');
    expect(shown(made)).toEqual(["94", "90", "#VALUE!"]);
  });

  test("a bonus column of points is divided by the points of one time", () => {
    const rows = teachers.map((row, index) =>
      index === 1 ? [...header, "奖励加分（分）", "总分"] : index === 2 ? row.map((cell, at) => (at === 8 ? 5 : cell)) : row,
    );
    const made = draft(teacherTable(rows));
    expect(made.formula).toBe('=KAOHE.TEACHERSCORE("兰西2024秋",D3:H3,I3/5,C3)');
    expect(shown(made)[0]).toBe("94");
  });

  test("without bonus columns the formula has none, and asks for no role", () => {
    const rows = teachers.map((row) => row.filter((_, at) => at !== 8));
    expect(draft(teacherTable(rows)).formula).toBe('=KAOHE.TEACHERSCORE("兰西2024秋",D3:H3)');
  });

  test("an item without its column is asked for, and no formula is shown until it is chosen", () => {
    const rows = teachers.map((row) => row.filter((_, at) => at !== 4));
    const open = draft(teacherTable(rows), { call: "TEACHERSCORE" });
    expect([open.formula, open.resolved.missing.map(words)]).toEqual([null, ["有效评课"]]);
    expect(draft(teacherTable(rows), { call: "TEACHERSCORE", picks: { "0/1": 5 } }).formula).toContain("KAOHE.TEACHERSCORE");
  });
});

describe("放在哪里", () => {
  const filled = teachers.map((row, index) => (index < 2 ? row : row.map((cell, at) => (at === 9 ? 90 : cell))));

  test("where the form's own column is filled, the first empty column beside the table is proposed", () => {
    const made = draft(teacherTable(filled));
    expect([made.place?.letter, made.place?.isNew]).toEqual(["K", true]);
    expect(made.headers).toEqual(["教师总分"]);
  });

  test("an occupied column may be looked at, but is known to be full; the columns that the formula reads are not offered", () => {
    const made = draft(teacherTable(filled), { place: 9 });
    expect([made.place?.occupied, made.place?.cells, made.noSpill]).toEqual([3, 3, "occupied"]);
    expect(made.places.map(({ letter }) => letter)).toEqual(["K", "L", "M", "A", "B", "J"]);
  });

  test("hidden columns are not offered", () => {
    const made = draft(teacherTable(filled, { hiddenColumns: [0, 10] }));
    expect(made.places.map(({ letter }) => letter)).toEqual(["L", "M", "N", "B", "J"]);
  });

  test("something beside or below the header makes a column no new one", () => {
    const rows = filled.map((row, index) => (index === 4 ? [...row, "附注"] : row));
    expect(draft(teacherTable(rows)).place?.letter).not.toBe("K");
  });

  test("subtotals between the records get no formula, and the column is not filled by one", () => {
    const rows = [...teachers.slice(0, 4), ["", "小计", "", 35, 35, 40, 40, 29, null, null], ...teachers.slice(4)];
    const made = draft(teacherTable(rows), { form: "spill" });
    expect([made.noSpill, made.form]).toEqual(["broken-rows", "rows"]);
    const { wanted, table, place, form, headers } = made;
    if (wanted === null || place === null) throw new Error("incomplete");
    expect(insertionOf({ wanted, table, place, form, headers }).formulas.map(({ cell }) => cell)).toEqual(["J3", "J4", "J6"]);
  });

  test("in a table of Excel's own there is one formula a row", () => {
    expect(draft(teacherTable(teachers, { lists: [{ area: "A2:J5" }] })).noSpill).toBe("list-table");
  });

  test("an Excel without arrays gets one formula a row", () => {
    expect(draft(teacherTable(), {}, null, { canSpill: false }).noSpill).toBe("old-excel");
  });

  test("the order to Excel holds what was seen of the table: its header and the names", () => {
    const { wanted, table, place, form, headers } = draft(teacherTable(filled));
    if (wanted === null || place === null) throw new Error("incomplete");
    const { formulas, headers: texts, seen, area } = insertionOf({ wanted, table, place, form, headers });
    expect([formulas.length, texts, area]).toEqual([3, [{ cell: "K2", text: "教师总分" }], "K3:K5"]);
    expect(seen.map((one) => one.area)).toEqual(["A2:J2", "B3:B5"]);
    expect(seen[1]?.values).toEqual([["张一"], ["李二"], ["王三"]]);
  });
});

describe("别的函数", () => {
  const hours: Rows = [
    ["肇庆市教师2024年度学时汇总表"],
    ["序号", "姓名", "学校", "公需课", "专业课", "个人选修课", "合计"],
    [1, "张一", "第一小学", 30, 34, 18, 82],
    [2, "李二", "第一小学", 20, 42, 18, 80],
  ];

  test("还差多少: one column a block; row by row each block is taken out of the result", () => {
    const [table] = tables(sheetFrom(hours, { name: "年度学时" }));
    if (table === undefined) throw new Error("no table");
    const made = draft(table, { call: "HOURSGAP" });
    expect(made.headers).toEqual(["公需课还差", "专业课还差", "个人选修课还差"]);
    expect(shown(made)).toEqual(["0/8/0", "10/0/0"]);
    const { wanted, place, headers } = made;
    if (wanted === null || place === null) throw new Error("incomplete");
    const rowByRow = insertionOf({ wanted, table, place, form: "rows", headers });
    expect(rowByRow.formulas.slice(0, 3)).toEqual([
      { cell: "H3", formula: '=INDEX(KAOHE.HOURSGAP("肇庆全员培训",D3:F3),1,1)' },
      { cell: "I3", formula: '=INDEX(KAOHE.HOURSGAP("肇庆全员培训",D3:F3),1,2)' },
      { cell: "J3", formula: '=INDEX(KAOHE.HOURSGAP("肇庆全员培训",D3:F3),1,3)' },
    ]);
    const whole = insertionOf({ wanted, table, place, form: "spill", headers });
    expect([whole.formulas, whole.area]).toEqual([[{ cell: "H3", formula: '=KAOHE.HOURSGAP("肇庆全员培训",D3:F4)' }], "H3:J4"]);
  });

  test("each row by its own rule, where a column names it", () => {
    const rows: Rows = [
      ["肇庆市培训覆盖情况表"],
      ["序号", "县（市、区）", "培训级别", "教师总人数", "参训人数"],
      [1, "怀集县", "市级培训", 1000, 100],
      [2, "怀集县", "县级培训", 1000, 850],
    ];
    const [table] = tables(sheetFrom(rows, { name: "培训覆盖情况" }));
    if (table === undefined) throw new Error("no table");
    const made = draft(table, { call: "QUOTAGAP" });
    expect([made.formula, made.noSpill, made.headers]).toEqual(['=KAOHE.QUOTAGAP("肇庆全员培训",C3,E3,D3)', "rule-by-row", ["还差人数"]]);
    expect(shown(made)).toEqual(["100", "0"]);
  });

  test("only what the policy in force has something for is offered", () => {
    const [table] = tables(sheetFrom(hours, { name: "年度学时" }));
    if (table === undefined) throw new Error("no table");
    const offered = draft(table).offered.flatMap(({ offers }) => offers.map(({ recipe }) => recipe.call));
    expect(offered).not.toContain("TEACHERSCORE");
    expect(offered).toEqual(expect.arrayContaining(["HOURSDONE", "HOURSGAP", "TRAININGHOURS", "AGE", "IDCHECK"]));
  });

  test("周岁 counts on the day chosen, or on a column's", () => {
    const rows: Rows = [
      ["花名册"],
      ["姓名", "性别", "出生日期", "截止日期"],
      ["张一", "男", "1990-03-08", "2025-03-07"],
      ["李二", "女", "1980-01-01", "2025-01-01"],
    ];
    const table = tableInArea(sheetFrom(rows), areaOf("A2:D4"));
    if (table === null) throw new Error("no table");
    const picks = { "0/0": 2 };
    expect(shown(draft(table, { call: "AGE", picks, day: "2025-03-08" }))).toEqual(["35", "45"]);
    expect(draft(table, { call: "AGE", picks, day: "2025-03-08" }).formula).toBe("=KAOHE.AGE(C3,DATE(2025,3,8))");
    expect(draft(table, { call: "AGE", picks, day: "column:3" }).formula).toBe("=KAOHE.AGE(C3,D3)");
    expect(draft(table, { call: "AGE", picks, day: "明天" }).formula).toBeNull();
  });
});

describe("规则从哪里来", () => {
  const [lanxi] = packs;

  test("a policy in the workbook's own rule sheet is named by its range", () => {
    if (lanxi === undefined) throw new Error("no policy");
    const own = { ...lanxi, id: "lanxi-own", name: "兰西自定", examples: undefined };
    const grid = valuesOf(packToRows(own));
    const sheets = [sheetFrom(teachers, { name: "教师考核" }), sheetFrom(grid, { name: "考核规则" })];
    const { sheets: judged } = judgedWorkbook(workbookOf(...sheets), packs, { asOf: "2024-12-30" });
    const table = judged.flatMap(({ table: one }) => tableFrom(one) ?? []).find(({ sheet }) => sheet.name === "教师考核");
    if (table === undefined || table.pack === null) throw new Error("no table");
    const made = draftOf(
      table,
      { ...table.pack, id: "lanxi-own" },
      { workbook: workbookOf(...sheets), choices: nothingChosen, today: "2024-12-30", canSpill: true, words },
    );
    expect(made?.policy?.text).toMatch(/^'考核规则'!\$A\$1:\$[A-Z]+\$\d+$/);
    expect(made === null ? [] : shown(made)).toEqual(["94", "90", "#VALUE!"]);
  });

  test("a policy that is in no sheet and no library cannot be named: no formula is made", () => {
    if (lanxi === undefined) throw new Error("no policy");
    const made = draft(teacherTable(), {}, { ...lanxi, name: "来自文件" });
    expect([made.policy, made.formula]).toEqual([null, null]);
  });
});

describe("自己选一块区域", () => {
  test("the first row is the header; summary and blank rows are no records; headers in the policy's words are proposed", () => {
    const rows: Rows = [
      ["姓名", "心得体会", "有效评课", "培训学时", "教学设计", "活动反思"],
      ["张一", 18, 16, 20, 20, 15],
      [null],
      ["合计", 18, 16, 20, 20, 15],
    ];
    const table = tableInArea(sheetFrom(rows), areaOf("A1:F4"));
    if (table === null) throw new Error("no table");
    expect(table.rows).toEqual([1]);
    const made = draft(table, { call: "TEACHERSCORE" });
    expect([made.formula, made.noSpill]).toEqual(['=KAOHE.TEACHERSCORE("兰西2024秋",B2:F2)', "one-row"]);
  });

  test("an area without a record is no table", () => {
    expect(tableInArea(sheetFrom([["姓名", "分"]]), areaOf("A1:B1"))).toBeNull();
  });
});
