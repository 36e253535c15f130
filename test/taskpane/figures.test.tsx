/** 统计 on the screen: charts with their tables, school by school. */
import { configure, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { Figures, Statistics } from "../../src/check/statistics";
import type { Papers } from "../../src/excel/papers";
import { rankedTexts } from "../../src/excel/figure-text";
import zhCN from "../../src/taskpane/statistics/messages/zh-CN.json";
import { undecidedTexts } from "../../src/taskpane/statistics/undecided";
import { speaker } from "../../src/values/message";
import { Shown } from "../../src/taskpane/statistics/FiguresView";
import type { Session } from "../../src/taskpane/session";
import { axeFindings, showPart } from "./render";
import { engineWith, sessionWith } from "./stage";

/** Loading parts takes its time on a busy machine. */
jest.setTimeout(30_000);
configure({ asyncUtilTimeout: 15_000 });

const figures = (school: string | null, passed: number): Figures => ({
  school,
  persons: 10,
  waived: 1,
  passes: [{ rule: "pass", name: "教师考核合格线", line: 60, passed, failed: 9 - passed, undecided: 1 }],
  scores: [
    {
      rule: "pass",
      name: "教师考核合格线",
      count: 9,
      mean: 59.995,
      highest: 100,
      lowest: 40,
      bands: [
        { from: null, to: 60, closed: false, passes: false, count: 9 - passed },
        { from: 60, to: 100, closed: true, passes: true, count: passed },
      ],
    },
  ],
  credits: { unit: "学时", total: 24 * passed, undecided: 0, groups: [{ hours: 24, persons: passed }] },
  hours: [{ rule: "year", name: "年度学时", due: 90, unit: "学时", persons: 10, mean: 80, short: 3, lacking: 20, undecided: 0 }],
  cycle: null,
  bonuses: [{ rule: "bonus", name: "教师奖励加分", persons: 2, times: 3, points: 15, notEntitled: 1 }],
});

const statistics: Statistics = {
  policies: [
    {
      policy: "lanxi",
      name: "兰西2024秋",
      all: figures(null, 7),
      schools: [figures("第一中学", 4), figures("第二中学", 3)],
      ranking: {
        by: "teacher-mean",
        schools: [
          { place: 1, school: "第一中学", score: 88, tiedWith: ["第二中学"] },
          { place: 1, school: "第二中学", score: 88, tiedWith: ["第一中学"] },
        ],
        without: ["第三中学"],
      },
    },
  ],
};

function show(shown: Parameters<typeof Shown>[0]["figured"], change: Partial<Session["ports"]> = {}) {
  return showPart(sessionWith(null, engineWith([]), change), <Shown figured={shown} />);
}

test("合格率写出百分比和人数，不能判断的另说", () => {
  show(statistics);
  expect(screen.getByText("77.7%（7/9 人）")).toBeTruthy();
  expect(screen.getByText("教师考核：1 人缺分或分数有误，不能判断，没有算进合格率。")).toBeTruthy();
});

test("59.995 分的平均分不会显示成 60 分", () => {
  show(statistics);
  expect(screen.getByText("平均 59.995 分，最高 100 分，最低 40 分")).toBeTruthy();
});

test("每张图都能用键盘换成表格", async () => {
  show(statistics);
  const chart = screen.getByRole("figure", { name: "合格率" });
  const button = within(chart).getByRole("button", { name: "看表格" });
  button.focus();
  await userEvent.keyboard("{Enter}");
  const table = within(chart).getByRole("table", { name: "合格率" });
  const words = (role: "columnheader" | "cell") =>
    within(table)
      .getAllByRole(role)
      .map(({ textContent }) => textContent);
  expect(words("columnheader")).toEqual(["项目", "合格", "不合格", "未判断", "合格率"]);
  expect(within(table).getByRole("rowheader", { name: "教师考核" })).toBeTruthy();
  expect(words("cell")).toEqual(["7", "2", "1", "77.7%"]);
});

test("选一个单位，只看这个单位的数", async () => {
  show(statistics);
  await userEvent.selectOptions(screen.getByLabelText("单位"), "第一中学");
  expect(screen.getByText("44.4%（4/9 人）")).toBeTruthy();
  expect(screen.queryByRole("figure", { name: "教师平均分排名" })).toBeNull();
});

test("并列的学校写出名字", () => {
  show(statistics);
  expect(screen.getByText("第 1 名并列：第一中学、第二中学。")).toBeTruthy();
  expect(screen.getByText("不能排名（缺分）：第三中学。")).toBeTruthy();
});

test.each([
  ["loading", "正在统计…"],
  ["failed", "统计没有算出来。请再点一次“一键检查”。"],
] as const)("%s 时有话说，不是空白", (state, text) => {
  show(state);
  expect(screen.getByText(text)).toBeTruthy();
});

test.each([
  ["缺了一列", ["活动反思"], 60, "教师考核：表里没有“活动反思”这一列，不能算合格率（10 人）。请补上这一列，或在“列对应”里指定。"],
  ["人人缺分", [], 60, "教师考核：10 人的分数都不全，不能算合格率。请补齐分数再检查。"],
  ["政策没有合格线", [], null, "教师考核：政策没有写明合格线，不算合格率（10 人）。"],
])("一个人也不能判断时说出原因：%s", (_says, missing, line, words) => {
  const pass = { rule: "pass", name: "教师考核合格线", line, passed: 0, failed: 0, undecided: 10 };
  const say = (id: string, values = {}) => speaker({ "zh-CN": zhCN, "en-US": {} })({ id, values }, "zh-CN");
  const scores = line === null ? figures(null, 7).scores : [];
  expect(undecidedTexts({ ...figures(null, 0), passes: [pass], scores }, missing, say)).toEqual([words]);
});

test("年度学时：差多少、应有多少、平均多少；读不出来的人说出来", () => {
  const [year] = figures(null, 7).hours;
  if (!year) throw new Error("no hours");
  const hours = [
    { ...year, rule: "a", undecided: 2 },
    { ...year, rule: "b", short: 0, lacking: 0 },
    { ...year, rule: "c", due: null, short: 0, lacking: 0 },
  ];
  show({ policies: [{ policy: "p", name: "甲", all: { ...figures(null, 7), hours }, schools: [], ranking: null }] });
  const chart = screen.getByRole("figure", { name: "各类学时完成情况" });
  expect(
    within(chart)
      .getAllByRole("listitem")
      .map(({ textContent }) => textContent),
  ).toEqual([
    "年度学时3 人差 20 学时应有 90 学时，平均 80 学时；2 人读不出来，没有算",
    "年度学时都已达到应有 90 学时，平均 80 学时",
    "年度学时没有写明要多少平均 80 学时",
  ]);
});

test("排名里名次不同的分数看得出不同", () => {
  expect(rankedTexts([90.6666666666667, 90.6633333333333, 88])).toEqual(["90.67", "90.66", "88"]);
  expect(rankedTexts([90.6666666666667, 90.6655555555556, 88])).toEqual(["90.667", "90.666", "88"]);
});

test("学校很多时先列前面的，再按一下全部列出", async () => {
  const schools = Array.from({ length: 30 }, (_, index) => ({
    place: index + 1,
    school: `第${index + 1}小学`,
    score: 99 - index,
    tiedWith: [],
  }));
  show({
    policies: [{ policy: "p", name: "甲", all: figures(null, 7), schools: [], ranking: { by: "school-total", schools, without: [] } }],
  });
  const chart = screen.getByRole("figure", { name: "单位考核得分排名" });
  expect(within(chart).getAllByRole("listitem")).toHaveLength(12);
  await userEvent.click(within(chart).getByRole("button", { name: "全部 30 项" }));
  expect(within(chart).getAllByRole("listitem")).toHaveLength(30);
});

test("没有可统计的表时说明", () => {
  show({ policies: [] });
  expect(screen.getByText("这个工作簿里没有成绩或学时可以统计。")).toBeTruthy();
});

test("读屏和键盘都用得上：没有可及性问题", async () => {
  show(statistics);
  expect(await axeFindings()).toEqual([]);
});

test("写入工作表：先问，继续才写", async () => {
  const written: Statistics[] = [];
  const papers: Papers = {
    openNewWorkbook: () => Promise.resolve(),
    writeSlips: () => Promise.resolve(""),
    writeStatistics: (given) => {
      written.push(given);
      return Promise.resolve("统计");
    },
  };
  const session = sessionWith(null, engineWith([]));
  showPart(session, <Shown figured={statistics} loadPapers={() => Promise.resolve(papers)} />);
  await userEvent.click(screen.getByRole("button", { name: "写入工作表" }));
  expect(screen.getByText("将新写一张工作表“统计”，有表格和图表。以前写的“统计”换成新的，别的表不改动。")).toBeTruthy();
  expect(written).toEqual([]);
  await userEvent.click(screen.getByRole("button", { name: "继续" }));
  await waitFor(() => expect(session.store.get().notice).toEqual({ tone: "success", says: { words: "已写好工作表“统计”。" } }));
  expect(written).toEqual([statistics]);
});

test("英文界面也完整", () => {
  show(statistics, { locale: "en-US" });
  expect(screen.getByRole("figure", { name: "Pass rate" })).toBeTruthy();
});
