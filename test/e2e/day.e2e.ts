/**
 * A clerk's day, for each of two policies: a raw workbook is checked, corrected where it is wrong, explained where it is right all the same,
 * reported, and made ready to be handed in. Pictures of every station are kept.
 */
import type { Browser } from "playwright-core";
import { checkDigit } from "../../scripts/samples/people";
import { checkIn, goOn, openDesk, settled, shown, snapshot, type, typeAll, type Desk } from "./desk";
import { openBrowser, picture } from "./harness";

/** What the clerk types after looking at a finding: sheet, cell, value. */
type Correction = readonly [string, string, string];

interface Day {
  readonly name: string;
  readonly sample: string;
  readonly corrections: (desk: Desk) => Promise<readonly Correction[]>;
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

describe.each([lanxi, zhaoqing])("$name", ({ name, sample, corrections, formula }) => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await openDesk(browser, sample);
  });

  afterAll(async () => {
    await desk.page.context().close();
  });

  test("the raw workbook may not be handed in", async () => {
    await checkIn(desk.pane, "不可上报");
    await desk.pane.getByRole("listitem").first().waitFor();
    await picture(desk.page, `day-${name}-1-checked`);
  });

  test("once what is wrong was corrected, only what asks for a 说明 is left", async () => {
    const { page, pane } = desk;
    await typeAll(page, await corrections(desk));
    await settled(page);
    await pane.getByText("需要再检查一次").waitFor();
    await checkIn(pane, "需说明");
    await picture(page, `day-${name}-2-corrected`);
    expect(await pane.getByText(/已解决 \d+/).innerText()).not.toContain("已解决 0");
  });

  test("what the assistant can correct for certain it corrects, after asking", async () => {
    const { pane, page } = desk;
    const pressed = await each(desk, /^更正…$/, async () => {
      expect(await goOn(pane)).toContain("将更正 1 个单元格");
      await pane.getByText("已更正 1 个单元格").waitFor();
      await pane.getByRole("button", { name: "知道了" }).click();
    });
    await picture(page, `day-${name}-3-fixed`);
    expect(pressed).toBeGreaterThan(0);
  });

  test("with a 说明 for each of the others, the workbook may be handed in", async () => {
    const { pane, page } = desk;
    const pressed = await each(desk, /^说明$|^一起说明/, async () => {
      await pane.getByRole("textbox", { name: "说明（为什么属实）" }).fill("已核对原始材料，属实");
      await pane.getByRole("textbox", { name: "填写人" }).fill("李主任");
      await pane.getByRole("button", { name: "保存说明" }).click();
      await pane.getByRole("button", { name: "保存说明" }).waitFor({ state: "detached" });
    });
    await picture(page, `day-${name}-4-explained`);
    expect(pressed).toBeGreaterThan(1);
    await checkIn(pane, "可上报");
    await picture(page, `day-${name}-5-may-be-handed-in`);
  });

  test("the report names whoever explained", async () => {
    const { pane, page } = desk;
    await pane.getByRole("tab", { name: "上报" }).click();
    await pane.getByRole("button", { name: "写检查报告" }).click();
    await goOn(pane);
    await pane.getByText("报告写好了").waitFor();
    await picture(page, `day-${name}-6-report`);
    const report = (await snapshot(page)).find((sheet) => sheet.name === "检查报告");
    const words = Object.values(report?.values ?? {}).join("\n");
    expect(words).toContain("可上报");
    expect(words).toContain("已核对原始材料，属实（李主任");
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
    await picture(page, `day-${name}-7-frozen`);

    await pane.getByRole("button", { name: "恢复公式" }).click();
    await goOn(pane);
    await pane.getByText(/已恢复 \d+ 个单元格的公式/).waitFor();
    await settled(page);
    expect(await snapshot(page)).toEqual(before);
  });

  test("through all of it nothing left the machine and no error was logged", () => {
    expect(desk.foreign).toEqual([]);
    expect(desk.problems).toEqual([]);
  });
});
