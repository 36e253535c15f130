/** 最省的培训组合 while it is worked out: progress, 取消, and answers to questions that are no longer asked. */
import { configure, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { Cheapest, CheapestStep, Offer } from "../../src/check/cheapest";
import { judgedWorkbook } from "../../src/check/check";
import { needsOf, type Need } from "../../src/check/what-if";
import { packs } from "../../src/policy/library";
import { CheapestSection } from "../../src/taskpane/planning/CheapestSection";
import { loadSearch, type LoadSearch } from "../../src/taskpane/planning/use-cheapest";
import { exact } from "../../src/values/exact";
import { sheetFrom, workbookOf } from "../table/sheet";
import { axeFindings, showPart } from "./render";
import { engineWith, sessionWith } from "./stage";

/** Loading the pane's parts takes its time on a busy machine. */
jest.setTimeout(30_000);
configure({ asyncUtilTimeout: 15_000 });

const DO = "算最省的组合";

function needsFor(...names: readonly string[]): readonly Need[] {
  const header = ["序号", "姓名", "学校", "公需课", "专业课", "个人选修课", "合计"];
  const records = names.map((name, at) => [at + 1, name, "第一小学", 30, 34, 18, null]);
  const sheet = sheetFrom([["肇庆市教师2024年度学时汇总表"], header, ...records], { name: "年度学时汇总表", merges: ["A1:G1"] });
  return needsOf(judgedWorkbook(workbookOf(sheet), packs, { asOf: "2024-12-30" })).needs;
}

const TOTAL = 40;

/** A search that goes on until it is let go; each ends with its own number of yuan: 1, 2, … */
function slowSearch() {
  const searches: { isFreed: boolean; ended: "found" | "abandoned" | null; readonly offers: readonly Offer[] }[] = [];
  function* search(_needs: readonly Need[], offers: readonly Offer[]): Generator<CheapestStep, Cheapest> {
    const own: (typeof searches)[number] = { isFreed: false, ended: null, offers };
    const value = exact(searches.push(own));
    try {
      while (!own.isFreed) yield { doing: "grouping", done: 16, total: TOTAL };
      own.ended = "found";
      return { kind: "found", by: "cost", value, noLessThan: null, taken: [] };
    } finally {
      own.ended ??= "abandoned";
    }
  }
  return { searches, load: (() => Promise.resolve(search)) satisfies LoadSearch };
}

function show(load: LoadSearch, needs = needsFor("张一", "李二")) {
  return showPart(sessionWith(null, engineWith([])), <CheapestSection needs={needs} load={load} />);
}

const button = (name: string) => screen.getByRole("button", { name });
const press = (name: string) => userEvent.click(button(name));
const status = () => screen.getByRole("status").textContent;
const isRunning = () => screen.queryByRole("progressbar") !== null;

test("计算时说出算到哪里，可以取消；没有可及性问题", async () => {
  const { searches, load } = slowSearch();
  show(load);
  await press(DO);
  expect(await screen.findByText(`已归类 16/${TOTAL} 人`)).toBeTruthy();
  expect(screen.getByRole("progressbar").getAttribute("aria-valuenow")).toBe(String(16 / TOTAL));
  expect(button("取消")).toBeTruthy();
  expect(await axeFindings()).toEqual([]);
  expect(searches[0]?.ended).toBeNull();
  await press("取消");
});

test("取消：计算停下，说明没有算完，焦点回到原来的按钮，可以再算", async () => {
  const { searches, load } = slowSearch();
  show(load);
  await press(DO);
  await screen.findByText(/^已归类/);
  await press("取消");
  expect(status()).toContain("已取消，没有算完");
  expect(isRunning()).toBe(false);
  expect(document.activeElement).toBe(button(DO));
  await waitFor(() => expect(searches[0]?.ended).toBe("abandoned"));
  await press(DO);
  await screen.findByText(/^已归类/);
  const [, again] = searches;
  if (again) again.isFreed = true;
  expect(await screen.findByText("共 2 元。")).toBeTruthy();
});

test("算完时焦点正在“取消”上，也不丢", async () => {
  const { searches, load } = slowSearch();
  show(load);
  await press(DO);
  await screen.findByText(/^已归类/);
  button("取消").focus();
  const [first] = searches;
  if (first) first.isFreed = true;
  expect(await screen.findByText("共 1 元。")).toBeTruthy();
  expect(document.activeElement).toBe(button(DO));
});

test("计算中改了培训：停下，旧的结果不再出现", async () => {
  const { searches, load } = slowSearch();
  show(load);
  await press(DO);
  await screen.findByText(/^已归类/);
  await userEvent.type(screen.getByLabelText("每人费用（元）"), "9");
  expect(isRunning()).toBe(false);
  await waitFor(() => expect(searches[0]?.ended).toBe("abandoned"));
  expect(status()).toBe("");
  await press(DO);
  await screen.findByText(/^已归类/);
  expect(searches[1]?.offers[0]?.costPerPerson).toBe(9);
  await press("取消");
});

test("代码还没有取来就改了培训：不会开始算旧的", async () => {
  const { searches, load } = slowSearch();
  let come = (): void => undefined;
  const fetched = new Promise<void>((resolve) => (come = resolve));
  show(() => fetched.then(load));
  await press(DO);
  expect(screen.getByText("正在准备…")).toBeTruthy();
  await userEvent.type(screen.getByLabelText("每人费用（元）"), "9");
  come();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect([searches.length, status(), isRunning()]).toEqual([0, "", false]);
});

test("重新检查后人员变了：停下，旧的结果不再出现", async () => {
  const { searches, load } = slowSearch();
  const { again } = show(load);
  await press(DO);
  await screen.findByText(/^已归类/);
  again(<CheapestSection needs={needsFor("王三")} load={load} />);
  await waitFor(() => expect(searches[0]?.ended).toBe("abandoned"));
  expect([status(), isRunning()]).toEqual(["", false]);
});

test("离开这一页：计算停下", async () => {
  const { searches, load } = slowSearch();
  const { unmount } = show(load);
  await press(DO);
  await screen.findByText(/^已归类/);
  unmount();
  await waitFor(() => expect(searches[0]?.ended).toBe("abandoned"));
});

test("算不出来时有话说", async () => {
  show(() => Promise.reject(new Error("not loaded")));
  await press(DO);
  expect(await screen.findByText(/没有找到组合/)).toBeTruthy();
  expect(isRunning()).toBe(false);
});

test("真的算：分步进行，每人、每期的费用都算进去", async () => {
  show(loadSearch);
  const part = screen.getByRole("region", { name: "最省的培训组合" });
  await userEvent.selectOptions(within(part).getByLabelText("类别"), "专业课");
  await userEvent.type(within(part).getByLabelText("每人费用（元）"), "150");
  await userEvent.type(within(part).getByLabelText("每期费用（元）"), "1000");
  await press(DO);
  expect(await screen.findByText("共 1300 元。")).toBeTruthy();
  expect(isRunning()).toBe(false);
});
