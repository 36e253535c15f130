/**
 * The workbench as the tests drive it: a workbook open in the simulated Excel, the built add-in in its pane, and the few moves of a
 * clerk that several tests share. What must come of them stands in the tests.
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Frame, FrameLocator, Locator, Page } from "playwright-core";
import type { SheetSnapshot } from "../../src/workbench/snapshot";
import "../../src/workbench/page/surface";
import { visit, type Visit, type Window } from "./harness";

const root = join(__dirname, "..", "..");

/** A wide screen, so that pictures show the sheet beside the pane. */
const DESK: Window = { width: 1366, height: 768 };

/** How Excel is set up on this desk. */
interface Look {
  readonly locale?: "en-US";
  /** Pixels of the screen a pixel of the page: 2 is a zoom of 200 %. */
  readonly scale?: number;
}

export interface Desk extends Visit {
  readonly pane: FrameLocator;
}

/** What `npm run check -- --format json` says of a finding. */
export interface CheckedFinding {
  readonly code: string;
  readonly level: string;
  readonly sheet: string;
  readonly cell: string;
  readonly message: string;
}

export function samplePath(name: string): string {
  return join(root, "assets", "samples", name);
}

/** Opens the workbench with a sample in it and waits until pane and formulas are ready. */
export async function openDesk(browser: Browser, sample: string, look: Look = {}): Promise<Desk> {
  const asked = new URLSearchParams({ open: `samples/${sample}`, ...(look.locale === undefined ? {} : { locale: look.locale }) });
  const visited = await visit(browser, `workbench.html?${asked.toString()}`, DESK, look.scale);
  const pane = visited.page.frameLocator("#pane iframe");
  await visited.page.waitForFunction(() => window.workbench !== undefined);
  await ready({ ...visited, pane });
  return { ...visited, pane };
}

/** Makes the pane as narrow as Excel's is; gives its frame. */
export async function narrowPane({ page }: Desk, width = 320): Promise<Frame> {
  await page.addStyleTag({ content: `#pane, #pane iframe { width: ${width}px !important }` });
  const inside = await page.locator("#pane iframe").elementHandle();
  const frame = await inside?.contentFrame();
  if (frame === null || frame === undefined) throw new Error("the pane has no frame");
  return frame;
}

/** Does what opens a new workbook, and gives its window. */
export async function newWorkbook({ page }: Desk, act: () => Promise<unknown>): Promise<Page> {
  const [opened] = await Promise.all([page.context().waitForEvent("page"), act()]);
  await opened.waitForFunction(() => window.workbench !== undefined);
  return opened;
}

/** Opens a place behind ⋯. */
export async function openPlace({ pane }: Desk, name: string, menu = "更多"): Promise<void> {
  const list = pane.getByRole("group", { name: menu });
  if (!(await list.isVisible())) await pane.getByRole("button", { name: menu }).click();
  await list.getByRole("button", { name, exact: true }).click();
}

async function ready({ page, pane }: Pick<Desk, "page" | "pane">): Promise<void> {
  await pane.getByRole("tab").first().waitFor();
  await pane
    .getByRole("button", { name: /^(一键检查|Check)/ })
    .first()
    .waitFor();
  await settled(page);
}

/** Lays another workbook on the desk, as 打开文件 does. */
export async function layFile({ page, pane }: Desk, bytes: Uint8Array, name: string): Promise<void> {
  await page.locator("#open").setInputFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(bytes) });
  await page.locator("#file", { hasText: name }).waitFor();
  await ready({ page, pane });
}

export function settled(page: Page): Promise<void> {
  return page.evaluate(() => window.workbench?.settled());
}

export async function snapshot(page: Page): Promise<readonly SheetSnapshot[]> {
  return (await page.evaluate(() => window.workbench?.snapshot())) ?? [];
}

export async function selection(page: Page): Promise<string | undefined> {
  return page.evaluate(() => window.workbench?.selection());
}

export async function sheetNames(page: Page): Promise<readonly string[]> {
  return (await page.evaluate(() => window.workbench?.sheetNames())) ?? [];
}

/** Types into a cell. */
export async function type(page: Page, sheet: string, address: string, value: string): Promise<void> {
  await page.evaluate(([name, at, text]) => window.workbench?.setCell(name, at, text), [sheet, address, value] as const);
}

/** Types into many cells, each given as sheet, address and value. */
export async function typeAll(page: Page, entries: readonly (readonly [string, string, string])[]): Promise<void> {
  await page.evaluate((all) => all.forEach(([name, at, text]) => window.workbench?.setCell(name, at, text)), entries);
}

/** What a cell shows. */
export async function shown(page: Page, sheet: string, address: string): Promise<string | undefined> {
  return page.evaluate(([name, at]) => window.workbench?.getCell(name, at).text, [sheet, address] as const);
}

/** Presses a ribbon button by its words. */
export async function pressRibbon(page: Page, name: string): Promise<void> {
  await page.locator("#ribbon").getByRole("button", { name }).click();
}

/** One click on 一键检查; waits for the verdict. */
export async function checkIn(pane: FrameLocator, verdict: string): Promise<void> {
  await pane.getByRole("button", { name: "一键检查" }).click();
  await pane.getByRole("heading", { name: verdict, exact: true }).waitFor();
}

/** 继续 under the question that the pane asks before it writes; gives the question. */
export async function goOn(pane: FrameLocator): Promise<string> {
  const question = await pane.locator("#question").innerText();
  await pane.getByRole("button", { name: "继续" }).click();
  await pane.locator("#question").waitFor({ state: "detached" });
  return question;
}

/** The pane, beside a sheet or as a page of its own. */
interface Pane {
  readonly getByRole: (role: "button" | "list", options?: { readonly name?: string }) => Locator;
}

/** Goes down the list of findings, which draws only what is seen, and stops at each screen. */
async function scrollThrough(pane: Pane, look: () => Promise<void>): Promise<void> {
  const scroller = pane.getByRole("list", { name: "检查发现" }).locator("..");
  await scroller.evaluate((element) => element.scrollTo(0, 0));
  for (let end = false; !end;) {
    await look();
    end = await scroller.evaluate(async (element) => {
      const before = element.scrollTop;
      element.scrollBy(0, element.clientHeight * 0.7);
      await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 30)));
      return element.scrollTop === before;
    });
  }
}

/** The words of every row of the list, top to bottom, each once; groups of equal findings are opened on the way. */
export async function listed(pane: Pane): Promise<readonly string[]> {
  const closed = pane.getByRole("button", { name: "逐处查看" });
  const rows = new Set<string>();
  await scrollThrough(pane, async () => {
    while ((await closed.count()) > 0) await closed.first().click();
    const seen = await pane
      .getByRole("list", { name: "检查发现" })
      .locator('[role="listitem"]')
      .evaluateAll((items) => items.map((item) => (item instanceof HTMLElement ? item.innerText : "")));
    for (const words of seen) rows.add(words);
  });
  return [...rows];
}

/** Today as the browser of these tests sees it. */
function today(): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(new Date());
}

/** What the command line finds in a file. */
export function checkedByCommandLine(path: string): { readonly verdict: string; readonly findings: readonly CheckedFinding[] } {
  const check = join(root, "scripts", "check.mjs");
  const { stdout } = spawnSync(process.execPath, [check, path, "--format", "json", "--as-of", today()], { encoding: "utf8" });
  const { files } = JSON.parse(stdout) as { files: { verdict: string; findings: CheckedFinding[] }[] };
  const [file] = files;
  if (file === undefined) throw new Error(`the command line says nothing of ${path}`);
  return file;
}

export function sampleBytes(name: string): Uint8Array {
  return readFileSync(samplePath(name));
}
