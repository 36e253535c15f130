/**
 * The pane without Excel: opened in a plain browser, over the network of a school or straight from a folder, it checks a chosen file.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, FileChooser, Page } from "playwright-core";

import { checkedByCommandLine, listed, sampleBytes, samplePath } from "./desk";
import { openBrowser, picture, visit } from "./harness";
import { cutOff, untranslated, violations } from "./look";

const picturePath = join(__dirname, "..", "..", "assets", "icons", "check-80.png");
const FAULTY = "兰西教师考核-有问题.xlsx";
/** Outside of Excel office.js would turn to Microsoft's telemetry three seconds after it was loaded. */
const TELEMETRY_MS = 4000;

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
});

async function openFile(page: Page, file: Parameters<FileChooser["setFiles"]>[0]): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: "打开文件" }).click()]);
  await chooser.setFiles(file);
}

test("打开文件 checks a file without Excel and without the network, and finds what the command line finds", async () => {
  const { page, foreign, problems } = await visit(browser, "taskpane.html", { width: 320, height: 720 });
  await page.getByRole("button", { name: "打开文件" }).waitFor();
  await page.waitForLoadState("networkidle");
  await page.context().setOffline(true);
  // Read beside the page, which stays alive meanwhile.
  const reader = page.waitForEvent("worker");
  await openFile(page, samplePath(FAULTY));
  await reader;
  await page.getByRole("button", { name: "一键检查" }).click();
  const { verdict, findings } = checkedByCommandLine(samplePath(FAULTY));
  await page.getByRole("heading", { name: verdict }).waitFor();
  const rows = (await listed(page)).join("\n");
  await page.waitForTimeout(TELEMETRY_MS);
  await picture(page, "alone-checked");
  expect(findings.filter(({ message }) => !rows.includes(message))).toEqual([]);
  expect(await page.getByRole("button", { name: "定位" }).count()).toBe(0);
  expect({
    cut: await cutOff(page.mainFrame()),
    foreignWords: await untranslated(page.mainFrame()),
    violations: await violations(page.mainFrame()),
    foreign,
    problems,
  }).toEqual({ cut: [], foreignWords: [], violations: [], foreign: [], problems: [] });
  await page.context().close();
});

test.each([
  ["a picture with the ending of a workbook", { name: "坏文件.xlsx", mimeType: "", buffer: readFileSync(picturePath) }],
  ["half of a workbook", { name: "一半.xlsx", mimeType: "", buffer: Buffer.from(sampleBytes(FAULTY)).subarray(0, 5000) }],
  ["an empty file", { name: "空.xlsx", mimeType: "", buffer: Buffer.alloc(0) }],
])("%s is refused in Chinese, and another one can be opened", async (_, file) => {
  const { page } = await visit(browser, "taskpane.html", { width: 320, height: 720 });
  await openFile(page, file);
  const words = await page.getByRole("alert").innerText();
  expect(words).toMatch(/[\u4e00-\u9fff]{4}/);
  expect(words).not.toMatch(/[A-Za-z]{6,}/);
  await openFile(page, samplePath(FAULTY));
  await page.getByRole("button", { name: "一键检查" }).waitFor();
  await page.context().close();
});

test("the page works straight from the folder, without any server", async () => {
  const context = await browser.newContext({ viewport: { width: 350, height: 760 }, locale: "zh-CN" });
  const page = await context.newPage();
  await page.goto(pathToFileURL(join(__dirname, "..", "..", "dist", "taskpane.html")).href);
  const reader = page.waitForEvent("worker");
  await openFile(page, samplePath(FAULTY));
  await reader;
  await page.getByRole("button", { name: "一键检查" }).click();
  await page.getByRole("heading", { name: "不可上报" }).waitFor();
  await context.close();
});
