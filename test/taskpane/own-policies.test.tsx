/** Policies in the workbook's own rule sheets: seen in the header, chosen there, and then in force everywhere in the pane. */
import { screen, waitFor, within } from "@testing-library/react";
import { statisticsSteps } from "../../src/check/statistics";
import { atOnce } from "../../src/check/context";
import { packs } from "../../src/policy/library";
import type { Pack } from "../../src/policy/schema";
import { valuesOf } from "../../src/policy/sheet/plan";
import { packToRows } from "../../src/policy/sheet/write";
import type { Workbook } from "../../src/table/workbook";
import { chooseRuleSheet, runCheck } from "../../src/taskpane/actions";
import { checkEngine } from "../../src/taskpane/check-engine";
import { policyArgument } from "../../src/taskpane/formulas/formula";
import { judgedAsChecked } from "../../src/taskpane/statistics/use-judged";
import { sheetFrom, workbookOf } from "../table/sheet";
import { openPane } from "./render";
import { hostWith, sessionWith } from "./stage";

jest.setTimeout(60_000);

function lanxi(change: Partial<Pack>, line = 60): Pack {
  const pack = packs.find(({ id }) => id === "lanxi-2024-autumn");
  if (pack === undefined) throw new Error("no policy");
  const rules = pack.rules.map((rule) => (rule.kind === "pass" && rule.id === "lanxi.teacher.pass" ? { ...rule, line } : rule));
  return { ...pack, rules, examples: undefined, ...change };
}

const ruleSheet = (name: string, pack: Pack) => sheetFrom(valuesOf(packToRows(pack)), { name });

const header = [
  "序号",
  "姓名",
  "心得体会（20分）",
  "有效评课（20分）",
  "培训学时（20分）",
  "教学设计（20分）",
  "活动反思（20分）",
  "总分",
  "考核结果",
];
const teachers = sheetFrom(
  [
    ["兰西县2024-2025学年度上学期教师培训考核表"],
    header,
    [1, "张一", 18, 16, 20, 20, 15, 89, "合格"],
    [2, "李二", 10, 16, 16, 16, 10, 68, "合格"],
  ],
  { name: "教师考核" },
);

const strict = ruleSheet("本县规则", lanxi({ id: "own-strict", name: "本县从严" }, 70));
const mild = ruleSheet("旧规则", lanxi({ id: "own-mild", name: "本县从宽" }, 50));

function opened(workbook: Workbook) {
  return sessionWith(hostWith([], { read: () => Promise.resolve(workbook) }), checkEngine);
}

const choice = () => screen.getByRole("combobox", { name: "规则" });

test("规则表里的政策排在前面，另成一组；选了就按它检查，别的都不用", async () => {
  const session = opened(workbookOf(teachers, strict, mild));
  const { user } = await openPane(session);
  await runCheck(session);
  const group = await within(choice()).findByRole("group", { name: "本工作簿的规则表" });
  expect(
    within(group)
      .getAllByRole("option")
      .map(({ textContent }) => textContent),
  ).toEqual(["本县从严", "本县从宽"]);
  await user.selectOptions(choice(), "own-strict");
  await waitFor(() => expect(session.store.get().checked?.report.policies).toEqual(["own-strict"]));
  expect(session.store.get().checked?.packs.map(({ name }) => name)).toEqual(["本县从严"]);
  expect(session.store.get().checked?.report.findings).toContainEqual(
    expect.objectContaining({ code: "score.result-mismatch", subject: "李二" }),
  );
  await user.selectOptions(choice(), "own-mild");
  await waitFor(() => expect(session.store.get().checked?.report.policies).toEqual(["own-mild"]));
  expect(session.store.get().checked?.report.findings.map(({ code }) => code)).not.toContain("score.result-mismatch");
});

test("选了内置的政策，规则表里的另一份就不再用", async () => {
  const session = opened(workbookOf(teachers, strict));
  const { user } = await openPane(session);
  await runCheck(session);
  await user.selectOptions(choice(), "lanxi-2024-autumn");
  await waitFor(() => expect(session.store.get().checked?.report.policies).toEqual(["lanxi-2024-autumn"]));
});

test("统计和还差多少也按选定的规则表算", async () => {
  const session = opened(workbookOf(teachers, strict, mild));
  await openPane(session);
  session.store.set({ settings: { ...session.store.get().settings, policy: "own-strict" } });
  const checked = await runCheck(session);
  if (checked === null) throw new Error("not checked");
  const context = await judgedAsChecked(checked, session.store.get());
  expect(atOnce(statisticsSteps(context)).policies.map(({ name, all }) => [name, all.passes[0]?.passed])).toEqual([["本县从严", 1]]);
});

test("换了工作簿，上一个工作簿的规则表不再列出", async () => {
  let workbook = workbookOf(teachers, strict);
  const session = sessionWith(hostWith([], { read: () => Promise.resolve(workbook) }), checkEngine);
  await openPane(session);
  await runCheck(session);
  expect(session.store.get().own).toHaveLength(1);
  workbook = workbookOf(teachers);
  await runCheck(session);
  expect(session.store.get().own).toEqual([]);
  expect(within(choice()).queryByRole("group")).toBeNull();
});

describe("同一份政策有两张规则表", () => {
  const first = lanxi({}, 70);
  const workbook = workbookOf(teachers, ruleSheet("考核规则", first), ruleSheet("考核规则 (2)", lanxi({}, 50)));

  test.each([
    ["没有选，按后一张", undefined, "考核规则 (2)"],
    ["选了前一张，按前一张", { [first.id]: "考核规则" }, "考核规则"],
  ])("公式写的是生效的那一张：%s", (_what, chosen, sheet) => {
    expect(policyArgument(workbook, first, chosen)?.text).toContain(`'${sheet}'!$A$1:`);
  });

  test("列表里只有一份，检查跟着选择走", async () => {
    const session = opened(workbook);
    await openPane(session);
    await runCheck(session);
    expect(session.store.get().own.map(({ id }) => id)).toEqual([first.id]);
    expect(session.store.get().checked?.report.findings.map(({ code }) => code)).not.toContain("score.result-mismatch");
    await chooseRuleSheet(first.id, "考核规则", session);
    expect(session.store.get().checked?.report.findings.map(({ code }) => code)).toContain("score.result-mismatch");
  });
});
