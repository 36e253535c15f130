/**
 * npm run bench -- pane: tasks of the pane that keep the browser from answering, over 10,000 rows in the workbench: while it checks, lists,
 * counts and reports, and while 200,000 findings are scrolled through in the plain browser. Says the longest task of each station,
 * what it was spent on (sampled by the browser's own profiler), and how many were over 100 ms. Needs a built dist/.
 */
import { createRequire } from "node:module";
import { argv, stdout } from "node:process";
import { fileURLToPath } from "node:url";
import { launchOptions } from "../browser.mjs";
import { dist } from "../build.mjs";
import { serve } from "../serve.mjs";
import { ensureInstalled } from "../setup.mjs";

const require = createRequire(import.meta.url);
const BOUND_MS = 100;
const ROWS = 10_000;

/** A teacher form of 10,000 rows; where `faulty`, every score of it is wrong, so that findings are many. */
function formOf(rows, faulty) {
  const XLSX = require("@e965/xlsx");
  const header = ["序号", "姓名", "学校", "身份", "心得体会", "有效评课", "培训学时", "听课笔记", "日常表现", "总分", "考核结果"];
  const lines = Array.from({ length: rows }, (_, at) => {
    const scores = [18, 16, 20, 20, 15].map((score, item) => (faulty ? 21 + ((at + item) % 3) : score));
    const total = scores.reduce((sum, score) => sum + score, 0);
    return [at + 1, `教师${at}`, `第${at % 60}小学`, "一般教师", ...scores, faulty ? total - 1 : total, "合格"];
  });
  const sheet = XLSX.utils.aoa_to_sheet([["兰西县2024—2025学年度上学期教师培训考核表"], header, ...lines]);
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, "教师考核");
  return XLSX.write(book, { type: "buffer", bookType: "xlsx", compression: true });
}

/** A yearly summary of 10,000 rows, in which every third lacks hours. */
function hoursForm(rows) {
  const XLSX = require("@e965/xlsx");
  const header = ["序号", "姓名", "学校", "公需课", "专业课", "个人选修课", "合计"];
  const lines = Array.from({ length: rows }, (_, at) => {
    const hours = [30, at % 3 === 0 ? 34 : 42, 18];
    return [at + 1, `教师${at}`, `第${at % 60}小学`, ...hours, hours.reduce((sum, one) => sum + one, 0)];
  });
  const sheet = XLSX.utils.aoa_to_sheet([["肇庆市教师2024年度学时汇总表"], header, ...lines]);
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, "年度学时汇总表");
  return XLSX.write(book, { type: "buffer", bookType: "xlsx", compression: true });
}

/** What a long task ran: the files of its functions with the thread's own milliseconds, the longest first. */
function filesOf(task, calls) {
  const spent = new Map();
  for (const { ts, tdur, args } of calls) {
    if (ts < task.ts || ts > task.ts + task.dur) continue;
    const file = (args.data?.url ?? "").replace(/^.*\//, "") || "(page)";
    spent.set(file, Math.max(spent.get(file) ?? 0, tdur / 1000));
  }
  const sorted = [...spent].sort(([, one], [, other]) => other - one);
  return sorted.slice(0, 2).map(([file, ms]) => `${file} ${ms.toFixed(0)}`);
}

/** The tasks of the pages' main threads, in the thread's own time: what another program took of the machine does not count. */
function tasksIn(trace) {
  const { traceEvents } = JSON.parse(trace.toString("utf8"));
  const main = new Set(
    traceEvents.filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain").map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const here = traceEvents.filter(({ pid, tid, ph }) => ph === "X" && main.has(`${pid} ${tid}`));
  const calls = here.filter(({ name }) => name === "FunctionCall" || name === "EvaluateScript" || name === "v8.run");
  const tasks = here.filter(({ name }) => name === "ThreadControllerImpl::RunTask");
  return tasks.map((task) => ({ ms: (task.tdur ?? task.dur) / 1000, files: () => filesOf(task, calls) }));
}

/** The functions in which most of the time went, of a CPU profile: own time, in ms. */
function heaviest({ nodes, samples, timeDeltas }) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const spent = new Map();
  for (const [at, id] of samples.entries()) {
    const { functionName, url, lineNumber, columnNumber } = byId.get(id).callFrame;
    if (["(idle)", "(program)", "(root)"].includes(functionName)) continue;
    const where = `${functionName || "(anonymous)"} ${url.replace(/^.*\//, "")}:${lineNumber + 1}:${columnNumber + 1}`;
    spent.set(where, (spent.get(where) ?? 0) + timeDeltas[at] / 1000);
  }
  const sorted = [...spent].sort(([, one], [, other]) => other - one);
  return sorted.slice(0, 4).map(([where, ms]) => `${where} ${ms.toFixed(0)} ms`);
}

/** One station: what is done, and what it cost. */
async function station(name, page, act) {
  const session = await page.context().newCDPSession(page);
  await session.send("Profiler.enable");
  await session.send("Profiler.start");
  const browser = page.context().browser();
  await browser.startTracing(page, { categories: ["toplevel", "devtools.timeline", "disabled-by-default-devtools.timeline", "v8"] });
  const began = performance.now();
  await act();
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const tasks = tasksIn(await browser.stopTracing()).sort((one, other) => other.ms - one.ms);
  const { profile } = await session.send("Profiler.stop");
  await session.detach();
  const over = tasks.filter(({ ms }) => ms > BOUND_MS);
  stdout.write(
    `${name}: longest task ${(tasks[0]?.ms ?? 0).toFixed(0)} ms, over ${BOUND_MS} ms: ${over.length} of ${tasks.length} (${seconds} s)\n`,
  );
  for (const task of over.slice(0, 6)) stdout.write(`    ${task.ms.toFixed(0)} ms in ${task.files().join(", ")}\n`);
  if (over.length > 0) stdout.write(`    most time: ${heaviest(profile).join("; ")}\n`);
}

/** Presses 一键检查 and waits until the result stands there. */
async function check(pane) {
  await pane.getByRole("button", { name: "一键检查" }).click();
  await pane.getByText("上次", { exact: false }).first().waitFor({ timeout: 300_000 });
}

/** The list's own scroller, from top to bottom in big steps. */
async function scroll(pane) {
  const scroller = pane.getByRole("list", { name: "检查发现" }).locator("..");
  await scroller.evaluate(async (element) => {
    for (let step = 0; step <= 40; step += 1) {
      element.scrollTo(0, (element.scrollHeight * step) / 40);
      await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 16)));
    }
  });
}

async function inWorkbench(page, origin) {
  await page.goto(`${origin}/workbench.html`);
  await page.waitForFunction(() => window.workbench !== undefined, undefined, { timeout: 120_000 });
  await page.locator("#open").setInputFiles({ name: "一万行.xlsx", mimeType: "", buffer: formOf(ROWS, false) });
  await page.locator("#file", { hasText: "一万行" }).waitFor({ timeout: 120_000 });
  const pane = page.frameLocator("#pane iframe");
  await pane.getByRole("button", { name: "一键检查" }).waitFor({ timeout: 120_000 });
  await page.evaluate(() => window.workbench.settled());
  await station("10,000 rows in the workbench, checked (page and pane share a thread)", page, () => check(pane));
  await station("统计 opened", page, async () => {
    await pane.getByRole("tab", { name: "统计" }).click();
    await pane.getByRole("button", { name: "写入工作表" }).waitFor({ timeout: 120_000 });
  });
  await station("公式 opened", page, async () => {
    await pane.getByRole("tab", { name: "公式" }).click();
    await pane.getByText("试算了", { exact: false }).waitFor({ timeout: 120_000 });
  });
  await station("another function chosen in 公式", page, async () => {
    await pane.getByLabel("要算什么").selectOption({ index: 1 });
    await page.waitForTimeout(1500);
  });
  await station("上报 opened with the preview", page, async () => {
    await pane.getByRole("tab", { name: "上报" }).click();
    await pane.getByRole("button", { name: "看预览" }).click();
    await pane.getByRole("button", { name: "写学时证明" }).waitFor({ timeout: 120_000 });
  });
  await station("检查报告 written", page, async () => {
    await pane.getByRole("tab", { name: "上报" }).click();
    await pane.getByRole("button", { name: "写检查报告" }).click();
    await pane.getByRole("button", { name: "继续" }).click();
    await pane.getByText("报告写好了").waitFor({ timeout: 300_000 });
  });
}

async function hoursInPlainBrowser(page, origin) {
  await page.goto(`${origin}/taskpane.html`);
  await page.getByRole("button", { name: "打开文件" }).waitFor();
  await station("10,000 rows of hours opened in the plain browser", page, async () => {
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: "打开文件" }).click()]);
    await chooser.setFiles({ name: "年度学时.xlsx", mimeType: "", buffer: hoursForm(ROWS) });
    await page.getByText("上次", { exact: false }).first().waitFor({ timeout: 120_000 });
  });
  await station("还差多少 opened", page, async () => {
    await page.getByRole("button", { name: "更多" }).click();
    await page.getByRole("group", { name: "更多" }).getByRole("button", { name: "还差多少" }).click();
    await page.getByRole("button", { name: "试算" }).waitFor({ timeout: 120_000 });
  });
  await station("a training tried out", page, async () => {
    await page.getByLabel("类别").first().selectOption("专业课");
    await page.getByRole("button", { name: "试算" }).click();
    await page.getByText("人因此完成", { exact: false }).waitFor({ timeout: 120_000 });
  });
  await station("the cheapest trainings", page, async () => {
    await page.getByLabel("类别").nth(1).selectOption("专业课");
    await page.getByRole("button", { name: "算最省的组合" }).click();
    await page.getByRole("progressbar").waitFor({ state: "detached", timeout: 120_000 });
    await page.waitForTimeout(500);
  });
}

async function inPlainBrowser(page, origin) {
  await page.goto(`${origin}/taskpane.html`);
  await page.getByRole("button", { name: "打开文件" }).waitFor();
  const open = async (bytes) => {
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: "打开文件" }).click()]);
    await chooser.setFiles({ name: "很多问题.xlsx", mimeType: "", buffer: bytes });
    await page.getByRole("button", { name: "一键检查" }).waitFor({ timeout: 120_000 });
  };
  await station("35,000 rows opened in the plain browser", page, () => open(formOf(35_000, true)));
  await station("checked: about 200,000 findings", page, () => check(page));
  await station("the list scrolled from top to bottom", page, () => scroll(page));
  await station("统计 opened", page, async () => {
    await page.getByRole("tab", { name: "统计" }).click();
    await page.getByText("正在统计…").waitFor({ state: "detached", timeout: 120_000 });
  });
}

/** Runs all stations. */
export async function benchPane() {
  ensureInstalled();
  const { chromium } = require("playwright-core");
  const { server, origin } = await serve(dist, 0);
  const browser = await chromium.launch(await launchOptions());
  try {
    for (const stations of [inWorkbench, hoursInPlainBrowser, inPlainBrowser]) {
      const page = await browser.newPage({ ignoreHTTPSErrors: true, viewport: { width: 1366, height: 768 }, locale: "zh-CN" });
      await stations(page, origin);
      await page.close();
    }
  } finally {
    await browser.close();
    server.close();
  }
}

if (argv[1] === fileURLToPath(import.meta.url)) await benchPane();
