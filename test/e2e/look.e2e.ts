/** The measures of look.ts find what is wrong: shown a page with planted faults, each one is named. */
import type { Browser, Page } from "playwright-core";
import { openBrowser } from "./harness";
import { cutOff, untranslated, violations } from "./look";

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.newPage({ viewport: { width: 320, height: 400 } });
  await page.setContent(`<!doctype html><html lang="zh-CN"><title>页</title><main><h1>标题</h1>
    <img src="data:,"><button aria-label="Close">×</button><p>Report 写好了</p><code>=KAOHE.RULE()</code>
    <p style="width:40px;overflow:hidden;white-space:nowrap">放不下的一行字</p><p style="width:400px">太宽</p></main></html>`);
});

afterAll(async () => {
  await browser.close();
});

test("what axe objects to", async () => {
  expect((await violations(page.mainFrame())).join("\n")).toContain("image-alt");
});

test("words that are not Chinese, also those only read out, but not formulas", async () => {
  expect(await untranslated(page.mainFrame())).toEqual(["Close", "Report 写好了"]);
});

test("what is cut off or stands outside of the page", async () => {
  const found = (await cutOff(page.mainFrame())).join("\n");
  expect(found).toContain("page: ");
  expect(found).toContain("cut: P 放不下的一行字");
  expect(found).toContain("outside: P 太宽");
});
