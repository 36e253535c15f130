/**
 * The workbench's own switches: faults from the address and from the menu 模拟, an English Excel, and a new workbook whose first window is gone.
 */
import type { Browser, Page } from "playwright-core";
import { openBrowser, visit } from "./harness";

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
});

async function open(search: string): Promise<Page> {
  const { page } = await visit(browser, `workbench.html?${search}`);
  await page.waitForFunction(() => window.workbench !== undefined);
  await page.frameLocator("#pane iframe").getByRole("tab").first().waitFor();
  return page;
}

const struck = (page: Page): Promise<string | undefined> => page.evaluate(() => window.workbench?.faults.struck);

test("?fail= makes the request of that number fail", async () => {
  const page = await open("fail=2:AccessDenied");
  await page.frameLocator("#pane iframe").getByRole("button", { name: "一键检查" }).click();
  await page.waitForFunction(() => window.workbench?.faults.struck !== "");
  expect(await struck(page)).toBe("call 2");
  await page.context().close();
});

test("模拟 plants a fault for the n-th request from now, and says what it struck", async () => {
  const page = await open("");
  const pane = page.frameLocator("#pane iframe");
  await pane
    .getByText(/认出 \d+ 张表/)
    .first()
    .waitFor();
  await page.locator("#menu summary").click();
  await page.locator("#menu select").selectOption("GeneralException");
  await page.locator("#menu input[type=number]").fill("1");
  await page.locator("#menu summary").click();
  await pane.getByRole("button", { name: "一键检查" }).click();
  await page.waitForFunction(() => window.workbench?.faults.struck !== "");
  await page.locator("#menu summary").click();
  await page.locator("#menu").getByText("上一次出错的是：call").waitFor();
  await page.context().close();
});

test("an English Excel gets an English pane", async () => {
  const page = await open("locale=en-US");
  await page.frameLocator("#pane iframe").getByRole("button", { name: "Check", exact: true }).waitFor();
  await page.context().close();
});

test("a window for a new workbook whose first window is gone says so, and shows a blank workbook", async () => {
  const { page } = await visit(browser, "workbench.html?beside=gone");
  await page.waitForFunction(() => window.workbench !== undefined);
  expect(await page.locator("#state").innerText()).toContain("原工作簿的窗口已关闭");
  expect(await page.evaluate(() => window.workbench?.sheetNames())).toEqual(["Sheet1"]);
  await page.context().close();
});
