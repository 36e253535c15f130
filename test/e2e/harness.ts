/**
 * A browser for the tests of test/e2e, over the built dist/: pages that note what goes wrong and what leaves the machine,
 * and pictures for people to look at. Knows nothing of the add-in; what the tests do there stands in the tests.
 */
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { chromium, type Browser, type LaunchOptions, type Locator, type Page } from "playwright-core";

const pictures = join(__dirname, "..", "..", "test-results");

/** An opened page and what was noted since. */
export interface Visit {
  readonly page: Page;
  /** Addresses outside of our own origin that the page asked for; each was refused. */
  readonly foreign: readonly string[];
  /** Errors of the page: uncaught exceptions, console errors, refusals by the content security policy. */
  readonly problems: readonly string[];
}

export interface Window {
  readonly width: number;
  readonly height: number;
}

function environment(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: run these tests with jest.e2e.config.cjs`);
  return value;
}

/** Where dist/ is served. */
export function origin(): string {
  return environment("KAOHE_ORIGIN");
}

/** Starts the browser; whoever opened it closes it. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch(JSON.parse(environment("KAOHE_BROWSER")) as LaunchOptions);
}

/** Opens a page of dist/ in a window of its own, as a clerk with Chinese Windows would. */
export async function visit(
  browser: Browser,
  path: string,
  window: Window = { width: 1366, height: 768 },
  deviceScaleFactor = 1,
): Promise<Visit> {
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    viewport: window,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    deviceScaleFactor,
  });
  const foreign: string[] = [];
  const problems: string[] = [];
  await context.route(
    (url) => url.origin !== origin() && !["data:", "blob:"].includes(url.protocol),
    (route) => {
      foreign.push(route.request().url());
      return route.abort();
    },
  );
  const page = await context.newPage();
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  await page.goto(`${origin()}/${path}`);
  return { page, foreign, problems };
}

/** Keeps a picture of the page, or of a place on it, in test-results/NAME.png. */
export async function picture(page: Page | Locator, name: string): Promise<void> {
  const file = join(pictures, `${name}.png`);
  mkdirSync(dirname(file), { recursive: true });
  await page.screenshot({ path: file });
}
