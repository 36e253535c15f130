/**
 * The ground that the add-in stands on: what dist/ holds and how it loads, before anything is clicked.
 */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { openBrowser, picture, visit } from "./harness";

const dist = join(__dirname, "..", "..", "dist");
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
});

test("Chinese text can be seen: two characters look different, as do a rare character of a name and its neighbour", async () => {
  const { page } = await visit(browser, "unsupported.js", { width: 400, height: 120 });
  const drawn = await page.evaluate(() => {
    const draw = (text: string): string => {
      const canvas = document.createElement("canvas");
      const context = canvas.getContext("2d");
      if (context === null) throw new Error("no canvas");
      context.font = "32px 'Microsoft YaHei', sans-serif";
      context.fillText(text, 10, 40);
      return canvas.toDataURL();
    };
    return [..."师训垚淏"].map(draw);
  });
  expect(new Set(drawn).size).toBe(4);
});

test("what the pane loads first is at most 250 KB, packed", () => {
  const html = readFileSync(join(dist, "taskpane.html"), "utf8");
  const sources = [...html.matchAll(/<script[^>]+src="?([^"\s>]+)/g)].map(([, src]) => src ?? "");
  const own = sources.filter((src) => !src.startsWith("office/"));
  const size = own.reduce((sum, src) => sum + gzipSync(readFileSync(join(dist, src))).length, 0);
  expect(own).toContain("taskpane.js");
  expect(size).toBeLessThanOrEqual(250 * 1024);
});

test("the pane opens in a plain browser without an error, and asks no other server for anything", async () => {
  const { page, foreign, problems } = await visit(browser, "taskpane.html", { width: 350, height: 760 });
  await page.getByRole("button").first().waitFor();
  await picture(page, "pane-alone");
  expect(problems).toEqual([]);
  expect(foreign).toEqual([]);
});

test("a page of an old Excel says what to do instead, and its script is plain ES5", async () => {
  const { page } = await visit(browser, "icons/assistant-80.png", { width: 320, height: 560 });
  await page.addInitScript(() => Reflect.deleteProperty(window, "globalThis"));
  await page.goto(new URL("taskpane.html", page.url().replace("icons/", "")).href);
  await page.getByRole("heading").waitFor();
  await picture(page, "pane-too-old");
  expect(await page.getByRole("heading").textContent()).toContain("用不了");
  expect(readFileSync(join(dist, "unsupported.js"), "utf8")).not.toMatch(/=>|\b(const|let|class)\b|`/);
});

test("the manifest of dist/ points to files that are there", () => {
  const manifest = readFileSync(join(dist, "manifest.xml"), "utf8");
  const files = [...manifest.matchAll(/https:\/\/localhost:3000\/([^"]+)"/g)].map(([, path]) => path ?? "");
  const there = readdirSync(dist, { recursive: true, encoding: "utf8" }).map((path) => path.replaceAll("\\", "/"));
  expect(files.length).toBeGreaterThan(10);
  expect(files.filter((path) => !there.includes(path))).toEqual([]);
});
