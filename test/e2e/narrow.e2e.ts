/**
 * Every place of the pane at its narrowest, 320 px: nothing to scroll sideways, nothing cut off, nothing that is not Chinese, nothing that
 * axe objects to, in the light and in the dark.
 */
import type { Browser, Frame } from "playwright-core";
import { checkIn, goOn, openDesk, type Desk } from "./desk";
import { openBrowser, picture } from "./harness";
import { cutOff, untranslated, violations } from "./look";

let browser: Browser;
let desk: Desk;
let frame: Frame;

beforeAll(async () => {
  browser = await openBrowser();
  desk = await openDesk(browser, "兰西教师考核-有问题.xlsx");
  await desk.page.addStyleTag({ content: "#pane, #pane iframe { width: 320px !important }" });
  const inside = await desk.page.locator("#pane iframe").elementHandle();
  const found = await inside?.contentFrame();
  if (found === null || found === undefined) throw new Error("the pane has no frame");
  frame = found;
});

afterAll(async () => {
  await browser.close();
});

async function more(item: string): Promise<void> {
  await desk.pane.getByRole("button", { name: "更多" }).click();
  await desk.pane.getByRole("button", { name: item, exact: true }).click();
}

async function back(): Promise<void> {
  await desk.pane.getByRole("button", { name: "返回" }).click();
}

/** The places in the order in which a clerk comes to them; each begins where the one before ended. */
const places: readonly (readonly [string, () => Promise<unknown>])[] = [
  ["at rest", () => Promise.resolve()],
  ["with findings", () => checkIn(desk.pane, "不可上报").then(() => desk.pane.getByRole("listitem").first().waitFor())],
  ["with 为什么? open", () => desk.pane.getByRole("button", { name: "为什么?" }).first().click()],
  ["asking before marking", () => desk.pane.getByRole("button", { name: "在表中标记" }).click()],
  ["marked", () => goOn(desk.pane).then(() => desk.pane.getByText("已标记").waitFor())],
  [
    "with experience only and a 说明 being written",
    async () => {
      await desk.pane.getByRole("button", { name: "知道了" }).click();
      await desk.pane.getByRole("button", { name: "经验 7" }).click();
      await desk.pane.getByRole("button", { name: "说明", exact: true }).first().click();
    },
  ],
  ["statistics", () => desk.pane.getByRole("tab", { name: "统计" }).click()],
  ["formulas", () => desk.pane.getByRole("tab", { name: "公式" }).click()],
  ["submit", () => desk.pane.getByRole("tab", { name: "上报" }).click()],
  ["the menu", () => desk.pane.getByRole("button", { name: "更多" }).click()],
  ["tables", () => desk.pane.getByRole("button", { name: "认出的表" }).click()],
  ["columns", () => back().then(() => more("列对应"))],
  ["changes", () => back().then(() => more("改动记录"))],
  ["help", () => back().then(() => more("帮助"))],
  ["self-test", () => back().then(() => more("自检"))],
];

test.each(places)("%s", async (name, go) => {
  const { page } = desk;
  await go();
  await page.waitForTimeout(300);
  await picture(page, `narrow-${name.replaceAll(/\W+/g, "-")}`);
  const light = await violations(frame);
  const measured = { cut: await cutOff(frame), foreignWords: await untranslated(frame) };
  await page.emulateMedia({ colorScheme: "dark" });
  await page.waitForTimeout(100);
  const dark = await violations(frame);
  await picture(page, `narrow-${name.replaceAll(/\W+/g, "-")}-dark`);
  await page.emulateMedia({ colorScheme: "light" });
  expect({ ...measured, light, dark }).toEqual({ cut: [], foreignWords: [], light: [], dark: [] });
});
