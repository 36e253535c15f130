/**
 * The whole path on 兰西, in the built add-in with the genuine Office.js client: check, go to a cell, mark and clear, report, formulas,
 * ribbon. The add-in is driven as a clerk drives it, and the sheet is looked at from the host's side.
 */
import ExcelJS from "exceljs";
import type { Browser } from "playwright-core";
import type { SheetSnapshot } from "../../src/workbench/snapshot";
import {
  checkedByCommandLine,
  checkIn,
  goOn,
  layFile,
  listed,
  openDesk,
  pressRibbon,
  sampleBytes,
  samplePath,
  selection,
  settled,
  sheetNames,
  shown,
  snapshot,
  type,
  type Desk,
} from "./desk";
import { openBrowser, picture } from "./harness";

const FAULTY = "兰西教师考核-有问题.xlsx";
const SCORES = "教师考核";

let browser: Browser;
let desk: Desk;

beforeAll(async () => {
  browser = await openBrowser();
  desk = await openDesk(browser, FAULTY);
});

afterAll(async () => {
  await browser.close();
});

/** The faulty sample with rules of the clerk's own in it: by value, by formula, bars, and one that stops the others. */
async function withOwnRules(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(sampleBytes(FAULTY)).buffer);
  const sheet = workbook.getWorksheet(SCORES);
  if (sheet === undefined) throw new Error(SCORES);
  const red = {
    font: { color: { argb: "FF9C0006" } },
    fill: { type: "pattern", pattern: "solid", bgColor: { argb: "FFFFC7CE" } },
  } as const;
  sheet.addConditionalFormatting({
    ref: "E5:I57",
    rules: [{ type: "cellIs", operator: "lessThan", formulae: [12], style: red, priority: 3 }],
  });
  sheet.addConditionalFormatting({
    ref: "B5:B57",
    rules: [{ type: "expression", formulae: ["COUNTIF($B$5:$B$57,B5)>1"], style: red, priority: 1 }],
  });
  sheet.addConditionalFormatting({
    ref: "J5:J57",
    rules: [
      { type: "colorScale", priority: 2, cfvo: [{ type: "min" }, { type: "max" }], color: [{ argb: "FFFFFFFF" }, { argb: "FF63BE7B" }] },
    ],
  });
  sheet.getCell("D7").fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFFFFF00" } };
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

async function locate({ page, pane }: Desk, person: string, words: string): Promise<void> {
  await pane.getByRole("searchbox", { name: "找姓名或项目" }).fill(person);
  const before = await selection(page);
  await pane.getByRole("listitem").filter({ hasText: words }).getByRole("button", { name: "定位" }).click();
  await page.waitForFunction((was) => window.workbench?.selection() !== was, before);
}

/** A sheet without its conditional formats. */
function bare({ conditionalFormats: _, ...rest }: SheetSnapshot): Omit<SheetSnapshot, "conditionalFormats"> {
  return rest;
}

/** Whether a row of the list is the heading of a level or of a group of equal findings. */
function isHeading(words: string): boolean {
  const [title = "", place = ""] = words.split("\n");
  return / · \d+ 处$/.test(title) || /^同类 \d+ 处$/.test(place);
}

test("one click on 一键检查 lists the same findings as the command line finds in the file", async () => {
  const { pane, page } = desk;
  const { verdict, findings } = checkedByCommandLine(samplePath(FAULTY));
  await checkIn(pane, verdict);
  const rows = (await listed(pane)).filter((words) => !isHeading(words)).map((words) => words.split("\n"));
  const missing = findings.filter(
    ({ sheet, cell, message }) => !rows.some((words) => words.includes(message) && (cell === "" || words.includes(`${sheet} · ${cell}`))),
  );
  expect(missing).toEqual([]);
  expect(rows).toHaveLength(findings.length);
  expect(findings.length).toBeGreaterThan(20);
  await picture(page, "lanxi-checked");
});

test("定位 selects the cell of a finding, on another sheet too", async () => {
  const { pane, page } = desk;
  await locate(desk, "吴凡山", "超过满分 20 分");
  expect(await selection(page)).toBe("教师考核!F5");
  await locate(desk, "施雨晴", "校验码不对");
  expect(await selection(page)).toBe("花名册!E23");
  await pane.getByRole("searchbox", { name: "找姓名或项目" }).fill("");
});

test("为什么? shows the numbers read, the steps and the sentence of the document", async () => {
  const { pane, page } = desk;
  await pane.getByRole("searchbox", { name: "找姓名或项目" }).fill("周春雨");
  const row = pane.getByRole("listitem").filter({ hasText: "总分写的是 99 分" });
  await row.getByRole("button", { name: "为什么?" }).click();
  await picture(page, "lanxi-why");
  const words = await row.innerText();
  expect(words).toContain("读到的数");
  expect(words).toContain("80.5");
  expect(words).toMatch(/依据\n“.+”/);
  await pane.getByRole("searchbox", { name: "找姓名或项目" }).fill("");
});

test("标记 and 清除标记 leave values, formulas, fills and the clerk's own conditional formats as they were", async () => {
  const { pane, page } = desk;
  await layFile(desk, await withOwnRules(), "自己有条件格式.xlsx");
  await checkIn(pane, "不可上报");
  const before = await snapshot(page);
  expect(before.find(({ name }) => name === SCORES)?.conditionalFormats).toHaveLength(3);

  await pane.getByRole("button", { name: "在表中标记" }).click();
  expect(await goOn(pane)).toMatch(/将改动 22 个单元格（只改标记，不改数据）/);
  await pane.getByText("已标记 22 个单元格").waitFor();
  await picture(page, "lanxi-marked");
  const marked = await snapshot(page);
  expect(marked.map(bare)).toEqual(before.map(bare));
  expect(marked.flatMap(({ conditionalFormats }) => conditionalFormats).length).toBeGreaterThan(3);

  await pane.getByRole("button", { name: "清除标记" }).click();
  await goOn(pane);
  await pane.getByText("标记已清除").waitFor();
  expect(await snapshot(page)).toEqual(before);
});

test("生成报告 writes the sheet 检查报告 and leaves the other sheets alone", async () => {
  const { pane, page } = desk;
  const before = await snapshot(page);
  await pane.getByRole("tab", { name: "上报" }).click();
  await pane.getByRole("button", { name: "写检查报告" }).click();
  await goOn(pane);
  await pane.getByText("报告写好了").waitFor();
  await picture(page, "lanxi-report");
  const after = await snapshot(page);
  const report = after.find(({ name }) => name === "检查报告");
  expect(after.filter(({ name }) => name !== "检查报告")).toEqual(before);
  const words = Object.values(report?.values ?? {}).join("\n");
  expect(words).toContain("不可上报");
  expect(words).toContain("吴凡山的“有效评课”是 21 分，超过满分 20 分");
});

test("a formula in a cell gives the value, a spilling one fills the column, and a bad row shows its own error", async () => {
  const { page } = desk;
  await type(page, SCORES, "U8", '=KAOHE.TEACHERSCORE("兰西2024秋",E8:I8)');
  await type(page, SCORES, "V8", '=KAOHE.TEACHERSCORE("兰西2024秋",E8:I15,L8:L15,D8:D15)');
  await type(page, SCORES, "W8", '=KAOHE.EXPLAIN("兰西2024秋","教师",E8:I8)');
  await type(page, SCORES, "W9", '=KAOHE.RULE("没有这份规则","教师")');
  await settled(page);
  await picture(page, "lanxi-formulas");
  expect(await shown(page, SCORES, "U8")).toBe("80.5");
  const column = await Promise.all([8, 9, 10, 11, 12, 13, 14, 15].map((row) => shown(page, SCORES, `V${row}`)));
  expect(column).toEqual(["80.5", "60", "92.5", "84", "86.5", "91", "60", "#VALUE!"]);
  expect(await shown(page, SCORES, "W8")).toContain("80.5 ≥ 60 → 合格");
  expect(await shown(page, SCORES, "W9")).toBe("#VALUE!");
});

test("the buttons of the ribbon do what the pane's own do, and bring the pane back where it was closed", async () => {
  const fresh = await openDesk(browser, FAULTY);
  const { page, pane } = fresh;
  await page.getByRole("button", { name: "关闭窗格" }).click();
  await pressRibbon(page, "一键检查");
  await pane.getByRole("heading", { name: "不可上报" }).waitFor();
  expect(await pane.getByText("15 处须更正，7 处须更正或说明。").isVisible()).toBe(true);

  await pressRibbon(page, "生成报告");
  expect(await goOn(pane)).toContain("检查报告");
  await pane.getByText("报告写好了").waitFor();
  expect(await sheetNames(page)).toEqual([SCORES, "花名册", "检查报告"]);

  await pressRibbon(page, "清除标记");
  await goOn(pane);
  await pane.getByText("这个工作簿里没有助手的标记。").waitFor();
  expect(fresh.problems).toEqual([]);
  expect(fresh.foreign).toEqual([]);
  await page.context().close();
});

test("through all of it nothing left the machine and no error was logged", () => {
  expect(desk.foreign).toEqual([]);
  expect(desk.problems).toEqual([]);
});
