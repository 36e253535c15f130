/** 统计 on the screen: charts with their tables, school by school. */
import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { Figures, Statistics } from "../../src/check/statistics";
import type { Papers } from "../../src/excel/papers";
import { Shown } from "../../src/taskpane/statistics/FiguresView";
import type { Session } from "../../src/taskpane/session";
import { SessionContext } from "../../src/taskpane/shell/session-context";
import { axeFindings } from "./render";
import { engineWith, sessionWith } from "./stage";

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
  const session = sessionWith(null, engineWith([]), change);
  document.documentElement.lang = "zh-CN";
  document.title = "pane";
  return render(
    <SessionContext value={session}>
      <main>
        <h1>pane</h1>
        <h2>pane</h2>
        <Shown figured={shown} />
      </main>
    </SessionContext>,
  );
}

test("合格率写出百分比和人数，不能判断的另说", () => {
  show(statistics);
  expect(screen.getByText("77.7%（7/9 人）")).toBeTruthy();
  expect(screen.getByText("教师考核合格线：1 人缺分或分数有误，未计入。")).toBeTruthy();
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
  expect(within(table).getByRole("rowheader", { name: "教师考核合格线" })).toBeTruthy();
  expect(within(table).getByText("77.7%（7/9 人）")).toBeTruthy();
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
  render(
    <SessionContext value={session}>
      <Shown figured={statistics} loadPapers={() => Promise.resolve(papers)} />
    </SessionContext>,
  );
  await userEvent.click(screen.getByRole("button", { name: "写入工作表" }));
  expect(screen.getByText("将新写一张工作表“统计”，有表格和图表；原有的表不改动。")).toBeTruthy();
  expect(written).toEqual([]);
  await userEvent.click(screen.getByRole("button", { name: "继续" }));
  await waitFor(() => expect(session.store.get().notice).toEqual({ tone: "success", says: { words: "已写好工作表“统计”。" } }));
  expect(written).toEqual([statistics]);
});

test("英文界面也完整", () => {
  show(statistics, { locale: "en-US" });
  expect(screen.getByRole("figure", { name: "Pass rate" })).toBeTruthy();
});
