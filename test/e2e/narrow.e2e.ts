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

/** The places in the order in which a clerk comes to them; each begins where the one before ended. */
const places: readonly (readonly [string, () => Promise<unknown>])[] = [
  ["at rest", () => Promise.resolve()],
  ["with findings", () => checkIn(desk.pane, "不可上报").then(() => desk.pane.getByRole("listitem").first().waitFor())],
  ["with reasons open", () => desk.pane.getByRole("button", { name: "为什么?" }).first().click()],
  ["asking before marking", () => desk.pane.getByRole("button", { name: "在表中标记" }).click()],
  ["marked", () => goOn(desk.pane).then(() => desk.pane.getByText("已标记").waitFor())],
  [
    "with an explanation being written",
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
];

/** Changes the colours and waits until they have changed; buttons fade from one to the other. */
async function lookIn(colorScheme: "light" | "dark"): Promise<void> {
  await desk.page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  await desk.page.waitForTimeout(100);
  await frame.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== "running"));
}

/** Everything that is wrong with what is shown now; nothing, if all is well. */
async function faults(name: string): Promise<readonly string[]> {
  const { page } = desk;
  await page.waitForTimeout(200);
  await lookIn("light");
  await picture(page, `narrow-${name}`);
  const light = await violations(frame);
  const measured = [...(await cutOff(frame)), ...(await untranslated(frame))];
  await lookIn("dark");
  const dark = await violations(frame);
  await picture(page, `narrow-${name}-dark`);
  await lookIn("light");
  return [...measured, ...light, ...dark.map((one) => `dark: ${one}`)];
}

test.each(places)("%s", async (name, go) => {
  await go();
  expect(await faults(name)).toEqual([]);
});

test("every place behind ⋯", async () => {
  const { pane } = desk;
  const menu = pane.getByRole("group", { name: "更多" });
  const names = (await menu.getByRole("button").allInnerTexts()).filter((name) => name !== "清除标记");
  const found: Record<string, readonly string[]> = {};
  for (const name of names) {
    if (!(await menu.isVisible())) await pane.getByRole("button", { name: "更多" }).click();
    await menu.getByRole("button", { name, exact: true }).click();
    await pane.getByRole("heading", { name, exact: true }).waitFor();
    found[name] = await faults(name);
    await pane.getByRole("button", { name: "返回" }).click();
  }
  expect(names.length).toBeGreaterThan(4);
  expect(Object.entries(found).filter(([, wrong]) => wrong.length > 0)).toEqual([]);
});
