/**
 * The pane without a mouse: from opening to a marked and reported workbook by keys alone; the focus is never lost, and every control that can be
 * seen can be reached.
 */
import type { Browser, Frame } from "playwright-core";
import { narrowPane, openDesk, selection, snapshot, type Desk } from "./desk";
import { openBrowser } from "./harness";

/** More controls than any view has. */
const MOST_STEPS = 90;

let browser: Browser;
let desk: Desk;
let frame: Frame;

beforeAll(async () => {
  browser = await openBrowser();
  desk = await openDesk(browser, "兰西教师考核-有问题.xlsx");
  frame = await narrowPane(desk);
  await frame.evaluate(() => document.querySelector<HTMLElement>("button")?.focus());
});

afterAll(async () => {
  await browser.close();
});

const press = (key: string): Promise<void> => desk.page.keyboard.press(key);

/** What has the focus, as a screen reader would name it. */
const focused = (): Promise<string> =>
  frame.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return "";
    if (element.getAttribute("role") === "listitem") return `行：${element.innerText.split("\n")[0] ?? ""}`;
    return (element.getAttribute("aria-label") ?? element.innerText ?? element.tagName).trim().split("\n")[0] ?? "";
  });

/** Steps on with Tab until something of that name has the focus. */
async function tabTo(name: RegExp, key = "Tab"): Promise<void> {
  for (let step = 0; step < MOST_STEPS; step += 1) {
    if (name.test(await focused())) return;
    await press(key);
  }
  throw new Error(`${String(name)} was not reached; the focus is on ${await focused()}`);
}

test("一键检查 is reached and pressed by keys, and the focus stays where it was", async () => {
  await tabTo(/^一键检查$/);
  await press("Enter");
  await desk.pane.getByRole("heading", { name: "不可上报" }).waitFor();
  expect(await focused()).toBe("一键检查");
});

test("arrow keys go through the findings, Enter goes to the cell", async () => {
  // The verdict is there a moment before its list.
  await desk.pane.getByRole("listitem").first().waitFor();
  await tabTo(/^行：/);
  const seen = new Set<string>();
  for (let step = 0; step < 6; step += 1) {
    await press("ArrowDown");
    seen.add(await focused());
  }
  expect(seen.size).toBeGreaterThan(3);
  const before = await selection(desk.page);
  await press("Enter");
  await desk.page.waitForFunction((was) => window.workbench?.selection() !== was, before);
});

test("marking asks, takes 继续 from the keyboard, and can be taken back by it", async () => {
  const before = await snapshot(desk.page);
  await tabTo(/^在表中标记$/, "Shift+Tab");
  await press("Enter");
  await desk.pane.locator("#question").waitFor();
  expect(await focused()).toBe("继续");
  await press("Enter");
  await desk.pane.getByText("已标记").waitFor();
  expect(await snapshot(desk.page)).not.toEqual(before);
  await tabTo(/^撤销$/, "Shift+Tab");
  await press("Enter");
  await desk.pane.getByText("标记已清除").waitFor();
  expect(await snapshot(desk.page)).toEqual(before);
});

test("Esc leaves a question without an answer", async () => {
  await tabTo(/^在表中标记$/);
  await press("Enter");
  await desk.pane.locator("#question").waitFor();
  await press("Escape");
  await desk.pane.locator("#question").waitFor({ state: "detached" });
  expect(await focused()).not.toBe("");
});

test("the four places are gone through with arrow keys", async () => {
  await tabTo(/^检查$/);
  for (const name of ["统计", "公式", "上报"]) {
    await press("ArrowRight");
    if ((await desk.pane.getByRole("tab", { name }).getAttribute("aria-selected")) !== "true") await press("Enter");
    expect(await desk.pane.getByRole("tab", { name }).getAttribute("aria-selected")).toBe("true");
    expect(await focused()).toBe(name);
  }
});

/** Names of the controls that can be seen and used now, without those that share one place in the order of Tab (tabs, rows of a list). */
const controls = (): Promise<string[]> =>
  frame.evaluate(() => {
    const all = document.querySelectorAll<HTMLElement>("button, a[href], input, select, textarea, summary");
    const usable = [...all].filter(
      (one) => one.checkVisibility() && !one.matches(":disabled") && one.tabIndex >= 0 && one.closest("[role=tablist]") === null,
    );
    return usable.map((one) => (one.getAttribute("aria-label") ?? one.innerText ?? "").trim().split("\n")[0] ?? "");
  });

test("on 上报 every control that can be seen is reached with Tab", async () => {
  await desk.pane.getByRole("button", { name: "导出上报副本" }).waitFor();
  await desk.pane.getByRole("button", { name: "写学时证明" }).waitFor();
  const wanted = new Set((await controls()).filter((name) => name !== ""));
  const reached = new Set<string>();
  await frame.evaluate(() => document.querySelector<HTMLElement>("button, input, select")?.focus());
  for (let step = 0; step < MOST_STEPS && (await frame.evaluate(() => document.hasFocus())); step += 1) {
    reached.add(await focused());
    await press("Tab");
  }
  expect([...wanted].filter((name) => !reached.has(name))).toEqual([]);
  expect(wanted.size).toBeGreaterThan(6);
});

test("⋯ opens a list, arrow keys go through it, a place opens, and Esc leaves it with the focus on ⋯ again", async () => {
  await frame.evaluate(() => document.querySelector<HTMLElement>('button[aria-label="更多"]')?.focus());
  await press("Enter");
  await desk.pane.getByRole("group", { name: "更多" }).waitFor();
  await press("ArrowDown");
  const first = await focused();
  await press("ArrowDown");
  expect(await focused()).not.toBe(first);
  const place = await focused();
  await press("Enter");
  await desk.pane.getByRole("button", { name: "返回" }).waitFor();
  expect(await focused()).toBe(place);
  await press("Escape");
  await desk.pane.getByRole("button", { name: "返回" }).waitFor({ state: "detached" });
  // What may still take the focus has had its turn.
  await desk.page.waitForTimeout(100);
  expect(await focused()).toBe("更多");
  expect(await desk.pane.getByRole("button", { name: "更多" }).getAttribute("aria-expanded")).toBe("false");
});
