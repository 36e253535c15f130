/**
 * Calls to the host are made to fail while the pane in the browser marks, corrects, turns into values, reports and writes formulas: cells,
 * formulas and formats are then as before or as wanted, never between, and the pane says which. Here some requests and some uses of
 * members are struck, spread over the whole action; each of them, in turn, in Node (test/excel/atomic.test.ts, formula-insert.test.ts).
 */
import type { Browser } from "playwright-core";
import type { BookPicture } from "../../src/workbench/snapshot";
import { checkIn, goOn, openDesk, settled, type, type Desk } from "./desk";
import { openBrowser, picture } from "./harness";

/** How many requests and how many uses of members are struck an action. */
const CALLS_STRUCK = 5;
const USES_STRUCK = 3;
const CODE = "AccessDenied";

/** About fifteen seconds an action on a machine with nothing else to do. */
jest.setTimeout(180_000);

let browser: Browser;
let desk: Desk;

beforeAll(async () => {
  browser = await openBrowser();
  desk = await openDesk(browser, "兰西教师考核-有问题.xlsx");
  await type(desk.page, "教师考核", "U8", '=KAOHE.TEACHERSCORE("兰西2024秋",E8:I10)');
  await settled(desk.page);
  await checkIn(desk.pane, "不可上报");
});

afterAll(async () => {
  await browser.close();
});

/** What the pane says when it has come to an end. */
const SAID = ".fui-MessageBar";
const UNTOUCHED = /没有完成：.+工作簿仍是原样。/;

interface Action {
  readonly name: string;
  /** Where its button is. */
  readonly tab: string;
  readonly button: RegExp;
  /** What to look for in the list first, so that the button is to be seen. */
  readonly words?: string;
  readonly done: RegExp;
  /** Formulas are calculated after it. */
  readonly calculates?: boolean;
  /** Brings the workbook back to where the action began. */
  readonly back: () => Promise<void>;
}

const undo = async (): Promise<void> => {
  await desk.pane.getByRole("button", { name: "撤销" }).first().click();
  await desk.pane.getByText("已改回").waitFor();
};

const actions: readonly Action[] = [
  {
    name: "marking",
    tab: "检查",
    button: /^在表中标记$/,
    done: /已标记/,
    back: async () => {
      await desk.pane.getByRole("button", { name: "清除标记" }).first().click();
      await goOn(desk.pane);
      await desk.pane.getByText("标记已清除").waitFor();
    },
  },
  { name: "correcting", tab: "检查", words: "卫东平", button: /^更正…$/, done: /已更正/, back: undo },
  { name: "turning into values", tab: "上报", button: /^转为数值/, done: /转为数值，可撤销/, back: undo },
  { name: "writing formulas", tab: "公式", button: /^插入公式/, done: /已写入/, calculates: true, back: undo },
  { name: "reporting", tab: "上报", button: /^写检查报告$/, done: /报告写好了/, back: () => Promise.resolve() },
];

const faults = <T>(work: (page: NonNullable<Window["workbench"]>["faults"]) => T): Promise<T | undefined> =>
  desk.page.evaluate(`(${work.toString()})(window.workbench.faults)`);

async function pictureNow(): Promise<BookPicture> {
  const seen = await desk.page.evaluate(() => window.workbench?.picture());
  if (seen === undefined) throw new Error("no workbench");
  return seen;
}

/** A step's name and moment, the report's minute and passing names differ from run to run. */
const plain = (seen: BookPicture): BookPicture =>
  JSON.parse(
    JSON.stringify(seen)
      .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z(?:#\d+)?/g, "now")
      .replace(/\d{4}-\d\d-\d\d \d\d:\d\d|\d{4}年\d+月\d+日 \d\d:\d\d/g, "now"),
  ) as BookPicture;

/** The clerk's own sheets: what must never be between. Settings (custom XML) keep the last check and the ledger. */
const cells = ({ sheets }: BookPicture): BookPicture["sheets"] => sheets;

/** Presses the button and 继续; gives what the pane said in the end. */
async function perform({ tab, button, words }: Action): Promise<string> {
  const { pane } = desk;
  await pane.getByRole("tab", { name: tab }).click();
  const close = pane.getByRole("button", { name: "知道了" });
  // A notice may go by itself while it is being closed.
  while ((await close.count()) > 0)
    await close
      .first()
      .click({ timeout: 1000 })
      .catch(() => undefined);
  if (tab === "检查") await pane.getByRole("searchbox", { name: "找姓名或项目" }).fill(words ?? "");
  await pane.getByRole("button", { name: button }).first().click();
  const question = pane.locator("#question");
  const said = pane.locator(SAID).last();
  await question.or(said).first().waitFor();
  if ((await question.count()) > 0) await pane.getByRole("button", { name: "继续" }).click();
  await question.waitFor({ state: "detached" });
  await said.waitFor();
  await pane.locator('[aria-busy="true"]').waitFor({ state: "detached" });
  return said.innerText();
}

interface Tried {
  readonly struck: string;
  readonly words: string;
  readonly after: BookPicture;
}

/** One run with a failure planted; what it struck is "" where the action had fewer calls. */
async function run(action: Action, kind: "call" | "use", number: number): Promise<Tried> {
  await desk.page.evaluate(
    ([how, at, code]) => {
      const planted = window.workbench?.faults;
      planted?.clear();
      if (how === "call") planted?.next(code, at);
      else planted?.use(at, code);
    },
    [kind, number, CODE] as const,
  );
  const words = await perform(action);
  if (action.calculates === true) await settled(desk.page);
  const struck = (await desk.page.evaluate(() => window.workbench?.faults.struck)) ?? "";
  await faults((planted) => planted.clear());
  return { struck, words, after: plain(await pictureNow()) };
}

const callsMade = async (): Promise<number> => (await desk.page.evaluate(() => window.workbench?.hostCalls)) ?? 0;

/** So many numbers from 1 to the last, the first and the last among them. */
function spread(count: number, last: number): readonly number[] {
  return Array.from({ length: count }, (_, at) => 1 + Math.round((at * (last - 1)) / Math.max(1, count - 1)));
}

describe.each(actions)("$name", (action) => {
  const tried: string[] = [];

  /** Looks at one run: as before and said so, or as wanted and said so. Then the workbook is as before again. */
  async function judge({ struck, words, after }: Tried, what: string, before: BookPicture, wanted: BookPicture): Promise<void> {
    tried.push(`${what} ${struck}: ${words}`);
    if (UNTOUCHED.test(words)) {
      expect({ what, sheets: cells(after) }).toEqual({ what, sheets: cells(before) });
      return;
    }
    expect(`${what}: ${words}`).toMatch(action.done);
    expect({ what, sheets: cells(after) }).toEqual({ what, sheets: cells(wanted) });
    await action.back();
  }

  test("is never left in between", async () => {
    const first = plain(await pictureNow());
    const callsBefore = await callsMade();
    const calm = await run(action, "call", 1_000_000);
    const calls = (await callsMade()) - callsBefore;
    expect(calm.words).toMatch(action.done);
    await action.back();
    const before = plain(await pictureNow());
    if (action.name !== "reporting") expect(cells(before)).toEqual(cells(first));
    const wanted = calm.after;
    expect(calls).toBeGreaterThan(2);
    // Waiting for the functions takes long.
    const [callsStruck, usesStruck] = action.calculates === true ? [3, 1] : [CALLS_STRUCK, USES_STRUCK];
    for (const number of spread(Math.min(calls, callsStruck), calls))
      await judge(await run(action, "call", number), `call ${number}`, before, wanted);
    for (let at = 1; at <= usesStruck; at += 1) await judge(await run(action, "use", at * at * 5), `use ${at * at * 5}`, before, wanted);
    await picture(desk.page, `faults-${action.name}`);
    expect(tried.filter((words) => UNTOUCHED.test(words)).length).toBeGreaterThan(1);
  });
});
