/** 还差多少 / 如果… on the screen, over a real yearly summary. */
import { configure, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { judgedWorkbook } from "../../src/check/check";
import { needsOf } from "../../src/check/what-if";
import { packs } from "../../src/policy/library";
import { Planning } from "../../src/taskpane/planning/PlanningView";
import type { Locale } from "../../src/values/message";
import { sheetFrom, workbookOf } from "../table/sheet";
import { axeFindings, showPart } from "./render";
import { engineWith, sessionWith } from "./stage";

/** Writing a workbook and loading its parts takes its time on a busy machine. */
jest.setTimeout(30_000);
configure({ asyncUtilTimeout: 15_000 });

const rows = [
  [1, "张一", "第一小学", 30, 34, 18],
  [2, "李二", "第一小学", 30, 26, 18],
  [3, "王三", "第一小学", 30, 42, 18],
  [4, "赵四", "第一小学", "三十多", 42, 18],
];

function needs(...records: readonly (readonly (string | number)[])[]) {
  const header = ["序号", "姓名", "学校", "公需课", "专业课", "个人选修课", "合计"];
  const sheet = sheetFrom([["肇庆市教师2024年度学时汇总表"], header, ...records.map((record) => [...record, null])], {
    name: "年度学时汇总表",
    merges: ["A1:G1"],
  });
  return needsOf(judgedWorkbook(workbookOf(sheet), packs, { asOf: "2024-12-30" }));
}

function show(judged: Parameters<typeof Planning>[0]["judged"], locale: Locale = "zh-CN") {
  return showPart(sessionWith(null, engineWith([]), { locale }), <Planning judged={judged} />);
}

const usual = () => show({ value: needs(...rows) });

test("说出几人没完成、共差多少，读不出的人另说", () => {
  usual();
  expect(screen.getByText("共 3 人，2 人没有完成当年任务，合计还差 24 学时。")).toBeTruthy();
  expect(screen.getByText("1 人的学时读不出来，没有计入：赵四。")).toBeTruthy();
  expect(screen.getByText("专业课 8")).toBeTruthy();
  expect(screen.getByText("差 16 学时")).toBeTruthy();
});

test("试算：一天专业课后张一完成，李二还差", async () => {
  usual();
  const part = screen.getByRole("region", { name: "如果安排一次培训" });
  await userEvent.selectOptions(within(part).getByLabelText("类别"), "专业课");
  await userEvent.click(within(part).getByRole("button", { name: "试算" }));
  expect(within(part).getByText("2 人参加，1 人因此完成。还有 1 人没有完成。")).toBeTruthy();
  expect(within(part).getByText("因此完成：张一。")).toBeTruthy();
  expect(within(part).getByText("参加了但还差：李二。")).toBeTruthy();
});

test.each([
  ["0", "数量填大于 0 的数字。"],
  ["很多", "数量填大于 0 的数字。"],
])("数量填“%s”时不试算，告诉怎么填", async (typed, words) => {
  usual();
  const part = screen.getByRole("region", { name: "如果安排一次培训" });
  const amount = within(part).getByLabelText("数量");
  await userEvent.clear(amount);
  await userEvent.type(amount, typed);
  expect(within(part).getByRole("status").textContent).toBe(words);
});

test("不满半天的零头：说算不进去", async () => {
  usual();
  const part = screen.getByRole("region", { name: "如果安排一次培训" });
  const amount = within(part).getByLabelText("数量");
  await userEvent.clear(amount);
  await userEvent.type(amount, "１.３");
  await userEvent.click(within(part).getByRole("button", { name: "试算" }));
  expect(within(part).getByRole("status").textContent).toContain("算不进去");
});

test("最省的组合：写出花多少钱、办几期、谁参加，并说已证明最省", async () => {
  usual();
  const part = screen.getByRole("region", { name: "最省的培训组合" });
  await userEvent.selectOptions(within(part).getByLabelText("类别"), "专业课");
  await userEvent.clear(within(part).getByLabelText("数量"));
  await userEvent.type(within(part).getByLabelText("数量"), "2");
  await userEvent.type(within(part).getByLabelText("每人费用（元）"), "150");
  await userEvent.type(within(part).getByLabelText("每期费用（元）"), "1000");
  await userEvent.click(within(part).getByRole("button", { name: "算最省的组合" }));
  expect(await within(part).findByText("共 1300 元。")).toBeTruthy();
  expect(within(part).getByRole("status").textContent).toContain("已证明这是最省的");
  expect(within(part).getByText("培训1：1 期，2 人")).toBeTruthy();
  expect(within(part).getByText("张一、李二")).toBeTruthy();
});

test("怎么也完不成的人写出名字", async () => {
  usual();
  const part = screen.getByRole("region", { name: "最省的培训组合" });
  await userEvent.click(within(part).getByRole("button", { name: "算最省的组合" }));
  expect((await within(part).findByText(/这些培训都参加/)).textContent).toContain("张一、李二");
});

test("费用不是数字时指出是哪个培训", async () => {
  usual();
  const part = screen.getByRole("region", { name: "最省的培训组合" });
  await userEvent.type(within(part).getByLabelText("每人费用（元）"), "免费");
  await userEvent.click(within(part).getByRole("button", { name: "算最省的组合" }));
  expect(within(part).getByText(/^培训1：请核对/)).toBeTruthy();
});

test("人人完成时不提供组合", () => {
  show({ value: needs([1, "张一", "第一小学", 30, 42, 18]) });
  expect(screen.getByText("1 人都已完成当年任务。")).toBeTruthy();
  expect(screen.queryByRole("region", { name: "最省的培训组合" })).toBeNull();
});

test.each([
  [null, "先检查一份有年度学时的工作簿，再看还差多少。"],
  ["loading", "正在计算…"],
  ["failed", "没有算出来。请再点一次“一键检查”。"],
  [{ value: { needs: [], undecided: [] } }, "这个工作簿里没有年度学时汇总表，算不出还差多少。可以从“模板”做一份，填好检查后再看。"],
] as const)("没有可算的时候有话说（%#）", (judged, words) => {
  show(judged);
  expect(screen.getByText(words)).toBeTruthy();
});

test("没有可及性问题；英文界面完整", async () => {
  const { unmount } = usual();
  expect(await axeFindings()).toEqual([]);
  unmount();
  show({ value: needs(...rows) }, "en-US");
  expect(screen.getByRole("region", { name: "What is lacking" })).toBeTruthy();
});
