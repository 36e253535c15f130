/** npm run policy -- sheet and json: a policy into a workbook and back, and what the sheet offers to the one who edits it. */
import { read } from "@e965/xlsx";
import ExcelJS from "exceljs";
import { packs } from "../../src/policy/library";
import { policy, SONGLING } from "./command";

async function opened(content: string | Uint8Array | undefined): Promise<ExcelJS.Workbook> {
  if (typeof content !== "object") throw new Error("no workbook");
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(content.buffer as ArrayBuffer);
  return book;
}

function jsonIn(content: string | Uint8Array | undefined): unknown {
  return JSON.parse(typeof content === "string" ? content : "null");
}

test.each(packs.map((pack) => [pack.name, pack] as const))("%s 写成规则表再读回来，一字不差", async (name, pack) => {
  const written = await policy(["sheet", name, "表.xlsx"]);
  expect([written.code, written.error]).toEqual([0, ""]);
  const back = await policy(["json", "表.xlsx", "包.json"], written.files);
  expect([back.code, back.error]).toEqual([0, ""]);
  expect(jsonIn(back.files["包.json"])).toEqual(JSON.parse(JSON.stringify(pack)));
});

test("从文件来的政策包也一样；规则表可以直接检查", async () => {
  const written = await policy(["sheet", "松岭.json", "表.xlsx"], { "松岭.json": SONGLING });
  const back = await policy(["json", "表.xlsx", "包.json"], written.files);
  expect(jsonIn(back.files["包.json"])).toEqual(JSON.parse(SONGLING));
  const checked = await policy(["check", "表.xlsx"], written.files);
  expect(checked.code).toBe(0);
  expect(checked.out).toContain("结论：没有问题");
});

describe("写出的规则表", () => {
  async function sheetOf(name: string): Promise<ExcelJS.Workbook> {
    return opened((await policy(["sheet", name, "表.xlsx"])).files["表.xlsx"]);
  }

  const columnOf = (sheet: ExcelJS.Worksheet, header: string): number => {
    const headers = sheet.getRow(3).values as unknown[];
    return headers.indexOf(header);
  };

  const rowNamed = (sheet: ExcelJS.Worksheet, name: string): ExcelJS.Row => {
    const at = columnOf(sheet, "名称");
    for (let row = 4; row <= sheet.rowCount; row += 1) if (sheet.getCell(row, at).value === name) return sheet.getRow(row);
    throw new Error(name);
  };

  test("表头固定，类别和口径从下拉框里选，最下面还可以添", async () => {
    const sheet = (await sheetOf("兰西2024秋")).getWorksheet("考核规则");
    if (!sheet) throw new Error("no sheet");
    expect(sheet.views[0]).toMatchObject({ state: "frozen", ySplit: 3 });
    const rule = rowNamed(sheet, "心得体会字数");
    expect(rule.getCell(columnOf(sheet, "类别")).dataValidation.formulae[0]).toContain("奖励加分");
    expect(rule.getCell(columnOf(sheet, "选定口径")).dataValidation.formulae[0]).toContain("本项计0分");
    expect(sheet.getCell(sheet.rowCount, columnOf(sheet, "类别")).dataValidation.type).toBe("list");
  });

  test("说明里有逗号的口径，也能从下拉框里选：放在隐藏的表里", async () => {
    const book = await sheetOf("兰西2024秋");
    const lists = book.getWorksheet("选项");
    expect(lists?.state).toBe("hidden");
    const formulas: unknown[] = [];
    book.getWorksheet("考核规则")?.eachRow((row) =>
      row.eachCell((cell) => {
        const own: unknown[] = cell.dataValidation?.formulae ?? [];
        formulas.push(...own);
      }),
    );
    const inside = formulas.filter((formula) => typeof formula === "string" && formula.startsWith('"'));
    expect(inside.every((formula) => String(formula).length <= 257)).toBe(true);
  });

  test("比例按百分数显示，文字都是文字", async () => {
    const sheet = (await sheetOf("肇庆全员培训")).getWorksheet("考核规则");
    if (!sheet) throw new Error("no sheet");
    expect(rowNamed(sheet, "县级培训覆盖").getCell(columnOf(sheet, "数值")).numFmt).toBe("0.####%");
    expect(rowNamed(sheet, "县级培训覆盖").getCell(columnOf(sheet, "名称")).numFmt).toBe("@");
  });

  test("名称像公式的，写成文字，不会被计算", async () => {
    const hostile = SONGLING.replace('"name": "出勤"', '"name": "=HYPERLINK(\\"http://x\\",\\"出勤\\")"').replace(
      '"name": "研修作业"',
      '"name": "@SUM(A1)"',
    );
    const { files, code } = await policy(["sheet", "包.json", "表.xlsx"], { "包.json": hostile });
    expect(code).toBe(0);
    const book = read(files["表.xlsx"], { cellFormula: true });
    const formulas = Object.values(book.Sheets["考核规则"] ?? {}).filter(
      (cell) => typeof cell === "object" && cell !== null && "f" in cell,
    );
    expect(formulas).toEqual([]);
    const back = await policy(["json", "表.xlsx", "回.json"], files);
    expect(jsonIn(back.files["回.json"])).toEqual(JSON.parse(hostile));
  });
});

describe("改过的规则表", () => {
  async function edited(edit: (sheet: ExcelJS.Worksheet, at: (header: string) => number) => void) {
    const { files } = await policy(["sheet", "松岭.json", "表.xlsx"], { "松岭.json": SONGLING });
    const book = await opened(files["表.xlsx"]);
    const sheet = book.getWorksheet("考核规则");
    if (!sheet) throw new Error("no sheet");
    const headers = sheet.getRow(3).values as unknown[];
    edit(sheet, (header) => headers.indexOf(header));
    return { ...files, "表.xlsx": new Uint8Array(await book.xlsx.writeBuffer()) };
  }

  const rowWith = (sheet: ExcelJS.Worksheet, column: number, text: string): number => {
    for (let row = 4; row <= sheet.rowCount; row += 1) if (sheet.getCell(row, column).value === text) return row;
    throw new Error(text);
  };

  test("数写成文字：提示，照样读出来", async () => {
    const files = await edited((sheet, at) => (sheet.getCell(rowWith(sheet, at("名称"), "集中培训合格线"), at("数值")).value = "６５"));
    const ran = await policy(["json", "表.xlsx", "包.json"], files);
    expect(ran.error).toContain("“６５”是文字形式的数");
    expect(JSON.stringify(jsonIn(ran.files["包.json"]))).toContain('"line":65');
    expect(ran.code).toBe(1);
  });

  test.each<[string, (sheet: ExcelJS.Worksheet, at: (header: string) => number) => void, string]>([
    ["数值不是数", (sheet, at) => (sheet.getCell(rowWith(sheet, at("名称"), "集中培训合格线"), at("数值")).value = "六成"), "六成"],
    ["单位不对", (sheet, at) => (sheet.getCell(rowWith(sheet, at("名称"), "五年周期学时"), at("单位")).value = "学分"), "学分"],
    ["没有这种类别", (sheet, at) => (sheet.getCell(rowWith(sheet, at("名称"), "示范课"), at("类别")).value = "奖金"), "奖金"],
    [
      "沿用自己",
      (sheet, at) => sheet.insertRow(5, Object.assign([], { [at("参数")]: "沿用政策", [at("内容")]: "songling-hours" })),
      "循环依据",
    ],
  ])("%s：说出是哪一格，不写政策包", async (_says, edit, found) => {
    const ran = await policy(["json", "表.xlsx", "包.json"], await edited(edit));
    expect(ran.code).toBe(1);
    expect(ran.error).toMatch(/考核规则!\w+\d+：/u);
    expect(ran.error).toContain(found);
    expect(ran.files["包.json"]).toBeUndefined();
  });
});
