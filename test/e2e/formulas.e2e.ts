/**
 * 公式助手 in the built add-in: a formula made without syntax, tried, asked for, written, calculated by the add-in's own functions in the
 * cells, explained, and taken back; at 320 px, and without Excel.
 */
import type { Browser, Frame } from "playwright-core";
import { checkIn, goOn, openDesk, samplePath, settled, shown, snapshot, type Desk } from "./desk";
import { openBrowser, picture, visit } from "./harness";
import { cutOff, untranslated, violations } from "./look";

const TEACHERS = "兰西教师考核-规范.xlsx";
const HOURS = "肇庆年度学时-规范.xlsx";

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
});

async function paneFrame({ page }: Desk): Promise<Frame> {
  const inside = await page.locator("#pane iframe").elementHandle();
  const found = await inside?.contentFrame();
  if (found === null || found === undefined) throw new Error("the pane has no frame");
  return found;
}

/** Selects a cell of the sheet. */
async function select(desk: Desk, sheet: string, address: string): Promise<void> {
  const frame = await paneFrame(desk);
  await frame.evaluate(
    ([name, at]) =>
      Excel.run(async (context) => {
        const wanted = context.workbook.worksheets.getItem(name);
        wanted.activate();
        wanted.getRange(at).select();
        await context.sync();
      }),
    [sheet, address] as const,
  );
}

async function openFormulas(sample: string, verdict: string): Promise<Desk> {
  const desk = await openDesk(browser, sample);
  await desk.page.addStyleTag({ content: "#pane, #pane iframe { width: 320px !important }" });
  await checkIn(desk.pane, verdict);
  await desk.pane.getByRole("tab", { name: "公式" }).click();
  await desk.pane.getByRole("button", { name: "插入公式…" }).waitFor();
  return desk;
}

/** What is wrong with what the pane shows now. */
async function faults(desk: Desk): Promise<readonly string[]> {
  const frame = await paneFrame(desk);
  return [...(await cutOff(frame)), ...(await untranslated(frame)), ...(await violations(frame))];
}

/** The whole length of what is shown, for people to look at. */
async function tallPicture({ page }: Desk, name: string): Promise<void> {
  await page.setViewportSize({ width: 1366, height: 1600 });
  await picture(page, name);
  await page.setViewportSize({ width: 1366, height: 768 });
}

test("算教师总分, one formula a row: tried, asked for, written, calculated, explained, and taken back", async () => {
  const desk = await openFormulas(TEACHERS, "可上报");
  const { pane, page } = desk;
  const before = await snapshot(page);
  expect(await pane.locator("code").innerText()).toBe('=KAOHE.TEACHERSCORE("兰西2024秋",E5:I5,L5,D5)');
  expect(await pane.getByText("记录中间有小计、空行或重复的表头，只能每行一个，这些行不写。").isVisible()).toBe(true);
  await tallPicture(desk, "formulas-make");
  expect(await faults(desk)).toEqual([]);
  expect(await snapshot(page)).toEqual(before);

  await pane.getByRole("button", { name: "插入公式…" }).click();
  await pane.locator("#question").waitFor();
  await picture(page, "formulas-question");
  expect(await faults(desk)).toEqual([]);
  expect(await goOn(pane)).toMatch(/将写入“教师考核”的 T5:T\d+ 共 48 个单元格，并写上表头/);
  await pane.getByText(/已写入“教师考核”的 T5:T\d+，共写 49 个单元格，可撤销。/).waitFor();
  await settled(page);
  expect(await shown(page, "教师考核", "T5")).toBe(await shown(page, "教师考核", "M5"));
  expect(await pane.getByRole("heading", { name: "可上报", exact: true }).isVisible()).toBe(true);
  await picture(page, "formulas-inserted");

  await pane.getByRole("button", { name: "讲解单元格" }).click();
  await select(desk, "教师考核", "T5");
  await pane.getByRole("region", { name: "算教师总分" }).waitFor();
  await tallPicture(desk, "formulas-explained");
  expect(await pane.getByText(/^E5:I5：[\d.]+(?:、[\d.]+){4}$/).isVisible()).toBe(true);
  expect(
    await pane
      .getByText(/^依据：.+“.+”$/)
      .first()
      .isVisible(),
  ).toBe(true);
  expect(await faults(desk)).toEqual([]);
  await select(desk, "教师考核", "B5");
  await pane.getByText(/教师考核 B5 是直接填的内容/).waitFor();

  await pane.getByRole("button", { name: "撤销" }).click();
  await pane.getByText("已改回 49 个单元格。").waitFor();
  await settled(page);
  expect(await snapshot(page)).toEqual(before);
  expect([desk.problems, desk.foreign]).toEqual([[], []]);
  await page.context().close();
});

test("还差多少, one formula for all rows and blocks: it spills, a cell of it is explained by its own row, and it goes as a whole", async () => {
  const desk = await openFormulas(HOURS, "可上报");
  const { pane, page } = desk;
  const before = await snapshot(page);
  await pane.getByLabel("要算什么").selectOption("HOURSGAP");
  await pane.getByRole("radio", { name: "整列一个公式" }).check();
  expect(await pane.locator("code").innerText()).toBe('=KAOHE.HOURSGAP("肇庆全员培训",D5:F34)');
  await tallPicture(desk, "formulas-spill");
  expect(await faults(desk)).toEqual([]);
  const tried = await pane.getByRole("table", { name: "试算结果" }).getByRole("row").nth(1).getByRole("cell").allInnerTexts();
  await pane.getByRole("button", { name: "插入公式…" }).click();
  expect(await goOn(pane)).toMatch(/写入一个公式，结果填满 J5:L34，并写上表头/);
  await pane.getByText(/已写入“年度学时汇总”的 J5:L34/).waitFor();
  await settled(page);
  const cells = await Promise.all(["J5", "K5", "L5"].map((cell) => shown(page, "年度学时汇总", cell)));
  expect(cells).toEqual(tried);
  expect(await shown(page, "年度学时汇总", "K4")).toBe("专业课还差");

  await pane.getByRole("button", { name: "讲解单元格" }).click();
  await select(desk, "年度学时汇总", "K7");
  await pane.getByText("公式写在 J5，一共填了 30 行，这里是第 3 行。").waitFor();
  expect(await pane.getByText(/^D7:F7：/).isVisible()).toBe(true);
  await tallPicture(desk, "formulas-spill-explained");
  expect(await faults(desk)).toEqual([]);

  await pane.getByRole("button", { name: "撤销" }).click();
  await pane.getByText(/^已改回 \d+ 个单元格。$/).waitFor();
  await settled(page);
  expect(await snapshot(page)).toEqual(before);
  expect([desk.problems, desk.foreign]).toEqual([[], []]);
  await page.context().close();
});

test("自检 says what was proven of the formulas and what was not", async () => {
  const desk = await openDesk(browser, TEACHERS);
  const { pane, page } = desk;
  const before = await snapshot(page);
  await pane.getByRole("button", { name: "更多" }).click();
  await pane.getByRole("group", { name: "更多" }).getByRole("button", { name: "自检", exact: true }).click();
  await pane.getByText(/函数算得对：用各份规则附的 \d+ 个例子试算/).waitFor();
  expect(await pane.getByText(/这个工作簿里(?:还没有助手的公式|有 \d+ 个助手公式)/).isVisible()).toBe(true);
  await picture(page, "formulas-self-test");
  expect(await snapshot(page)).toEqual(before);
  await page.context().close();
});

test("without Excel the formula can be seen and copied, and nothing is offered to be written", async () => {
  const { page } = await visit(browser, "taskpane.html", { width: 320, height: 720 });
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: "打开文件" }).click()]);
  await chooser.setFiles(samplePath(TEACHERS));
  await page.getByRole("heading", { name: "可上报" }).waitFor();
  await page.getByRole("tab", { name: "公式" }).click();
  await page.getByText('=KAOHE.TEACHERSCORE("兰西2024秋",E5:I5,L5,D5)').waitFor();
  expect(await page.getByRole("button", { name: "复制" }).isVisible()).toBe(true);
  expect(await page.getByRole("button", { name: "插入公式…" }).count()).toBe(0);
  const frame = page.mainFrame();
  expect([...(await cutOff(frame)), ...(await untranslated(frame)), ...(await violations(frame))]).toEqual([]);
  await page.getByRole("button", { name: "例子" }).click();
  await page.getByRole("heading", { name: "算教师总分" }).waitFor();
  await picture(page, "formulas-alone");
  expect([...(await cutOff(frame)), ...(await untranslated(frame)), ...(await violations(frame))]).toEqual([]);
  await page.context().close();
});
