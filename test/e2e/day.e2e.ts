/**
 * A clerk's whole day, for each of two policies, in a pane of 320 pixels: a raw workbook is recognised, checked, looked into, corrected where
 * it is wrong and explained where it is right all the same, reported, and handed in as a copy. At every station a picture of the pane
 * is kept (test-results/day-…), and nothing may have to be scrolled sideways, be cut off or stand there in another language.
 */
import type { Browser, Frame } from "playwright-core";
import { checkDigit } from "../../scripts/samples/people";
import {
  checkIn,
  goOn,
  narrowPane,
  newWorkbook,
  openDesk,
  openPlace,
  selection,
  settled,
  sheetNames,
  shown,
  snapshot,
  type,
  typeAll,
  type Desk,
} from "./desk";
import { openBrowser, picture } from "./harness";
import { cutOff, untranslated } from "./look";

/** What the clerk types after looking at a finding: sheet, cell, value. */
type Correction = readonly [string, string, string];

interface Day {
  readonly name: string;
  readonly sample: string;
  readonly corrections: (desk: Desk) => Promise<readonly Correction[]>;
  /** The policy as the pane names it, and a column that the mapping must show. */
  readonly policy: string;
  readonly column: string;
  /** A finding that is looked into: its words, where it stands, and a number among those read. */
  readonly finding: { readonly search: string; readonly words: string; readonly cell: string; readonly number: string };
  /** Identity numbers of the workbook begin so; none may be left in the masked copy. */
  readonly id: RegExp;
  /** A cell that the clerk lets the assistant calculate: what it shows, and what the last cell of its spill shows. */
  readonly formula: {
    readonly sheet: string;
    readonly cell: string;
    readonly formula: string;
    readonly last: string;
    readonly gives: string;
  };
}

const total = (row: number): Correction => ["教师考核", `M${row}`, `=SUM(E${row}:I${row})+L${row}*5`];
const emptied = (row: number): Correction[] => [..."ABCDEFGHIJKLMNOPQRS"].map((column) => ["教师考核", `${column}${row}`, ""]);

const lanxi: Day = {
  name: "兰西",
  sample: "兰西教师考核-有问题.xlsx",
  corrections: async ({ page }) => {
    const number = ((await shown(page, "花名册", "E23")) ?? "").slice(0, 17);
    return [
      ["教师考核", "F5", "19"],
      ["教师考核", "I7", "15"],
      ["教师考核", "L11", ""],
      ["教师考核", "G15", "20"],
      ["教师考核", "N21", "不合格"],
      ["教师考核", "E33", "18"],
      ["教师考核", "R35", "不发证"],
      ["教师考核", "K38", "2"],
      ["教师考核", "O50", "0"],
      ...[5, 7, 8, 15, 33].map(total),
      ...emptied(30),
      ...emptied(44),
      ["花名册", "E23", `'${number}${checkDigit(number)}`],
      ["花名册", "G49", "中小学"],
      ["花名册", "K52", "本学期调出"],
    ];
  },
  policy: "兰西2024秋",
  column: "心得体会",
  finding: { search: "周春雨", words: "总分写的是 99 分", cell: "教师考核!M8", number: "80.5" },
  id: /(?<!\d)2312\d{13}[\dX]/,
  formula: { sheet: "教师考核", cell: "U8", formula: '=KAOHE.TEACHERSCORE("兰西2024秋",E8:I10)', last: "U10", gives: "87.5" },
};

const zhaoqing: Day = {
  name: "肇庆",
  sample: "肇庆年度学时-有问题.xlsx",
  corrections: () =>
    Promise.resolve([
      ["年度学时汇总", "G6", "=SUM(D6:F6)"],
      ["年度学时汇总", "H8", "未完成"],
      ["年度学时汇总", "E14", "44"],
      ["年度学时汇总", "E20", "44"],
      ["学时登记", "I35", "2.5"],
      ["学时登记", "J41", "32"],
      ["学时登记", "D50", "2024-10-12"],
      ["学时登记", "G57", "教学基本功"],
    ]),
  policy: "肇庆",
  column: "公需课",
  finding: { search: "李婉仪", words: "写了已完成", cell: "年度学时汇总!F8", number: "12" },
  id: /(?<!\d)4412\d{13}[\dX]/,
  formula: { sheet: "年度学时汇总", cell: "K8", formula: '=KAOHE.HOURSGAP("肇庆全员培训",D8:F8)', last: "M8", gives: "6" },
};

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
});

/** Presses every button of that name in the list, one after the other, and does what follows. */
async function each({ pane }: Desk, name: RegExp, then: () => Promise<void>): Promise<number> {
  const button = pane.getByRole("listitem").getByRole("button", { name });
  let pressed = 0;
  for (; (await button.count()) > 0 && pressed < 20; pressed += 1) {
    await button.first().click();
    await then();
  }
  return pressed;
}

/** Everything that is wrong with how the pane looks now. */
async function faults(frame: Frame): Promise<readonly string[]> {
  return [...(await cutOff(frame)), ...(await untranslated(frame))];
}

describe.each([lanxi, zhaoqing])("$name", (day) => {
  const { name, sample, formula } = day;
  let desk: Desk;
  let frame: Frame;
  let station = 0;

  /** Keeps a picture of the pane and looks whether everything can be read. */
  async function arrive(what: string): Promise<void> {
    station += 1;
    await desk.page.waitForTimeout(150);
    // A part that is still being loaded or computed shows nothing that could be cut off.
    await frame.waitForFunction(() => !/正在(?:打开|计算)…/.test(document.body.innerText));
    await picture(desk.page.locator("#pane"), `day-${name}-${String(station).padStart(2, "0")}-${what}`);
    expect({ what, faults: await faults(frame) }).toEqual({ what, faults: [] });
  }

  beforeAll(async () => {
    desk = await openDesk(browser, sample);
    frame = await narrowPane(desk);
  });

  afterAll(async () => {
    await desk.page.context().close();
  });

  const tab = (of: string) => desk.pane.getByRole("tab", { name: of }).click();

  /** A place behind ⋯: opened, looked at, left again. */
  async function visitPlace(place: string, look: () => Promise<void>): Promise<void> {
    await openPlace(desk, place);
    await desk.pane.getByRole("heading", { name: place, exact: true }).waitFor();
    try {
      await look();
    } finally {
      await desk.pane.getByRole("button", { name: "返回" }).click();
    }
  }

  test("at first opening the workbook is recognised, and three steps say how it goes", async () => {
    await desk.pane
      .getByText(/认出 \d+ 张表/)
      .first()
      .waitFor();
    expect(await desk.pane.locator("body").innerText()).toContain(day.policy);
    await arrive("first");
  });

  test("the raw workbook may not be handed in", async () => {
    await checkIn(desk.pane, "不可上报");
    await desk.pane.getByRole("listitem").first().waitFor();
    await picture(desk.page, `day-${name}-desk`);
    await arrive("checked");
  });

  test("the mapping shows which column was taken for what", async () => {
    await visitPlace("列对应", async () => {
      await desk.pane.getByText(day.column).first().waitFor({ state: "attached" });
      await arrive("mapping");
    });
    await visitPlace("认出的表", () => arrive("tables"));
  });

  test("定位 goes to the cell, 为什么? shows numbers, steps and the sentence of the document", async () => {
    const { page, pane } = desk;
    const row = pane.getByRole("listitem").filter({ has: pane.getByRole("button", { name: "为什么?" }), hasText: day.finding.words });
    await pane.getByRole("searchbox", { name: "找姓名或项目" }).fill(day.finding.search);
    const before = await selection(page);
    await row.first().getByRole("button", { name: "定位" }).click();
    await page.waitForFunction((was) => window.workbench?.selection() !== was, before);
    expect(await selection(page)).toBe(day.finding.cell);
    await row.first().getByRole("button", { name: "为什么?" }).click();
    const words = await row.first().innerText();
    expect(words).toContain("读到的数");
    expect(words).toContain(day.finding.number);
    expect(words).toMatch(/依据\n“.+”/);
    await arrive("why");
    await row.first().getByRole("button", { name: "为什么?" }).click();
    await pane.getByRole("searchbox", { name: "找姓名或项目" }).fill("");
  });

  test("标记 and 清除标记 leave no trace", async () => {
    const { page, pane } = desk;
    const before = await snapshot(page);
    await pane.getByRole("button", { name: "在表中标记" }).click();
    await arrive("asking");
    await goOn(pane);
    await pane.getByText("已标记").waitFor();
    await arrive("marked");
    expect(await snapshot(page)).not.toEqual(before);
    await pane.getByRole("button", { name: "清除标记" }).click();
    await goOn(pane);
    await pane.getByText("标记已清除").waitFor();
    expect(await snapshot(page)).toEqual(before);
    await pane.getByRole("button", { name: "知道了" }).click();
  });

  test("统计, 还差多少, 规则, 模板, 期限, 改动记录 and 帮助 can each be looked at", async () => {
    const { page, pane } = desk;
    await tab("统计");
    await pane.getByRole("button", { name: "写入工作表" }).waitFor();
    await arrive("statistics");
    await visitPlace("还差多少", () => arrive("planning"));
    await visitPlace("模板", async () => {
      const template = await newWorkbook(desk, () => pane.getByRole("button", { name: "打开模板" }).click());
      expect((await sheetNames(template)).length).toBeGreaterThan(0);
      await template.close();
      await pane.getByText("模板已在新窗口打开").waitFor();
      await arrive("templates");
    });
    for (const place of ["规则", "期限", "改动记录", "帮助"]) await visitPlace(place, () => arrive(place));
    await tab("公式");
    await arrive("formulas");
    await tab("检查");
    expect(desk.problems).toEqual([]);
    await settled(page);
  });

  test("once what is wrong was corrected, only what asks for a 说明 is left", async () => {
    const { page, pane } = desk;
    await typeAll(page, await day.corrections(desk));
    await settled(page);
    await pane.getByText("需要再检查一次").waitFor();
    await checkIn(pane, "需说明");
    await arrive("corrected");
    expect(await pane.getByText(/与上次比.*已解决 \d+/).innerText()).not.toContain("已解决 0");
  });

  test("what the assistant can correct for certain it corrects after asking, and takes back", async () => {
    const { pane, page } = desk;
    const before = await snapshot(page);
    await pane
      .getByRole("listitem")
      .getByRole("button", { name: /^更正…$/ })
      .first()
      .click();
    await goOn(pane);
    await pane.getByText("已更正 1 个单元格").waitFor();
    await arrive("fixed");
    await pane.getByRole("button", { name: "撤销" }).click();
    await pane.getByText("已改回 1 个单元格").waitFor();
    expect(await snapshot(page)).toEqual(before);
    const pressed = await each(desk, /^更正…$/, async () => {
      expect(await goOn(pane)).toContain("将更正 1 个单元格");
      await pane.getByText("已更正 1 个单元格").waitFor();
      await pane.getByRole("button", { name: "知道了" }).click();
    });
    expect(pressed).toBeGreaterThan(0);
  });

  test("with a 说明 for each of the others, the workbook may be handed in", async () => {
    const { pane } = desk;
    const pressed = await each(desk, /^说明$|^一起说明/, async () => {
      await pane.getByRole("textbox", { name: "说明（为什么属实）" }).fill("已核对原始材料，属实");
      await pane.getByRole("textbox", { name: "填写人" }).fill("李主任");
      await pane.getByRole("button", { name: "保存说明" }).click();
      await pane.getByRole("button", { name: "保存说明" }).waitFor({ state: "detached" });
    });
    await arrive("explained");
    expect(pressed).toBeGreaterThan(1);
    await checkIn(pane, "可上报");
    await arrive("may-be-handed-in");
  });

  test("the report names whoever explained", async () => {
    const { pane, page } = desk;
    await tab("上报");
    await pane.getByRole("button", { name: "写检查报告" }).click();
    await goOn(pane);
    await pane.getByText("报告写好了").waitFor();
    await picture(page, `day-${name}-desk-report`);
    await arrive("report");
    const report = (await snapshot(page)).find((sheet) => sheet.name === "检查报告");
    const words = Object.values(report?.values ?? {}).join("\n");
    expect(words).toContain("可上报");
    expect(words).toContain("已核对原始材料，属实（李主任");
  });

  test("a teacher's 学时证明 is written as a sheet of its own", async () => {
    const { pane, page } = desk;
    await pane.getByRole("combobox", { name: "给谁写" }).selectOption({ index: 1 });
    await pane.getByRole("button", { name: "写学时证明" }).click();
    await pane.getByRole("button", { name: "继续" }).click();
    await pane.getByText(/已写好工作表“学时证明”/).waitFor();
    await arrive("slip");
    expect(await sheetNames(page)).toContain("学时证明");
    await picture(page, `day-${name}-desk-slip`);
  });

  test("formulas become values for whoever has no assistant, and formulas again afterwards", async () => {
    const { pane, page } = desk;
    await type(page, formula.sheet, formula.cell, formula.formula);
    await settled(page);
    const before = await snapshot(page);
    expect(await shown(page, formula.sheet, formula.last)).toBe(formula.gives);

    await pane.getByRole("button", { name: "转为数值" }).click();
    await goOn(pane);
    await pane.getByText("转为数值，可撤销").waitFor();
    expect((await snapshot(page)).flatMap(({ formulas }) => Object.values(formulas)).filter((one) => one.includes("KAOHE"))).toEqual([]);
    expect(await shown(page, formula.sheet, formula.last)).toBe(formula.gives);
    await arrive("frozen");

    await pane.getByRole("button", { name: "恢复公式" }).click();
    await goOn(pane);
    await pane.getByText(/已恢复 \d+ 个单元格的公式/).waitFor();
    await settled(page);
    expect(await snapshot(page)).toEqual(before);
  });

  test("the copy to be handed in opens beside: values only, identity numbers masked, the report with it; the workbook stays", async () => {
    const { pane, page } = desk;
    const before = await snapshot(page);
    const copy = await newWorkbook(desk, async () => {
      await pane.getByRole("button", { name: "导出上报副本" }).click();
      expect(await goOn(pane)).toContain("原工作簿不动");
    });
    await pane.getByText("上报副本已在新窗口打开").waitFor();
    await arrive("copy");
    await picture(copy, `day-${name}-desk-copy`);
    const sheets = await snapshot(copy);
    expect(sheets.map((sheet) => sheet.name)).toEqual(before.map((sheet) => sheet.name));
    expect(sheets.flatMap(({ formulas }) => Object.keys(formulas))).toEqual([]);
    for (const [at, sheet] of sheets.entries()) {
      expect(sheet.merges).toEqual(before[at]?.merges);
      expect(sheet.fills).toEqual(before[at]?.fills);
      expect(Object.keys(sheet.values)).toEqual(Object.keys(before[at]?.values ?? {}));
    }
    const words = (all: typeof sheets): string => all.flatMap(({ values }) => Object.values(values)).join("\n");
    expect(words(sheets)).not.toMatch(day.id);
    expect(words(sheets)).toContain("已核对原始材料，属实（李主任");
    expect(await shown(copy, formula.sheet, formula.last)).toBe(formula.gives);
    await copy.getByRole("button", { name: "返回原工作簿" }).click();
    await page.bringToFront();
    expect(await snapshot(page)).toEqual(before);
  });

  test("and in the end the workbook may still be handed in", async () => {
    await tab("检查");
    await checkIn(desk.pane, "可上报");
    await arrive("done");
  });

  test("through all of it nothing left the machine and no error was logged", () => {
    expect(desk.foreign).toEqual([]);
    expect(desk.problems).toEqual([]);
  });
});
