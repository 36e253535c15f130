/**
 * npm run screenshots: takes the pictures of README.md, assets/screenshots/*.png, of the built add-in in the workbench. Builds first where
 * dist/ is missing.
 */
import { existsSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { launchOptions } from "./browser.mjs";
import { build, dist } from "./build.mjs";
import { serve } from "./serve.mjs";
import { ensureInstalled, root } from "./setup.mjs";

ensureInstalled();
const { chromium } = createRequire(import.meta.url)("playwright-core");
const pictures = join(root, "assets", "screenshots");

/** Opens the workbench with a sample, as a clerk with Chinese Windows and a screen of this size sees it. */
async function openSample(browser, origin, sample, size) {
  const page = await browser.newPage({ ignoreHTTPSErrors: true, viewport: size, locale: "zh-CN", timezoneId: "Asia/Shanghai" });
  await page.goto(`${origin}/workbench.html?open=samples/${encodeURIComponent(sample)}`);
  await page.waitForFunction(() => window.workbench !== undefined);
  const pane = page.frameLocator("#pane iframe");
  await pane.getByRole("button", { name: "一键检查" }).click();
  await pane.getByRole("listitem").first().waitFor();
  return { page, pane };
}

async function goOn(pane) {
  await pane.getByRole("button", { name: "继续" }).click();
  await pane.getByRole("button", { name: "知道了" }).click();
}

/** Waits until nothing moves any more, then takes the picture. */
async function take(place, name) {
  await new Promise((later) => setTimeout(later, 700));
  await place.screenshot({ path: join(pictures, `${name}.png`) });
}

async function lanxi(browser, origin) {
  const { page, pane } = await openSample(browser, origin, "兰西教师考核-有问题.xlsx", { width: 1366, height: 768 });
  await pane.getByRole("button", { name: "在表中标记" }).click();
  await goOn(pane);
  await pane.getByRole("listitem").filter({ hasText: "超过满分 20 分" }).getByRole("button", { name: "定位" }).click();
  await take(page, "检查");
  await pane.getByRole("searchbox").fill("周春雨");
  await pane.getByRole("listitem").filter({ hasText: "总分写的是" }).getByRole("button", { name: "为什么?" }).click();
  await take(page.locator("#pane"), "为什么");
  await pane.getByRole("tab", { name: "上报" }).click();
  await pane.getByRole("button", { name: "写检查报告" }).click();
  await goOn(pane);
  await take(page.locator("#grid"), "报告");
  await page.close();
}

async function zhaoqing(browser, origin) {
  const { page } = await openSample(browser, origin, "肇庆年度学时-有问题.xlsx", { width: 1366, height: 768 });
  await take(page, "肇庆");
  await page.close();
}

if (!existsSync(join(dist, "workbench.html")) && !(await build())) process.exit(1);
mkdirSync(pictures, { recursive: true });
const { server, origin } = await serve(dist, 0);
const browser = await chromium.launch(await launchOptions());
try {
  await lanxi(browser, origin);
  await zhaoqing(browser, origin);
} finally {
  await browser.close();
  server.close();
}
console.log(pictures);
