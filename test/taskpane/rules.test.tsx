/** 规则 on the screen: rules with their clauses, readings, 试一试, examples, rule sheet, policy files. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import type { Host } from "../../src/excel/host";
import { packs } from "../../src/policy/library";
import enUS from "../../src/taskpane/rules/messages/en-US.json";
import zhCN from "../../src/taskpane/rules/messages/zh-CN.json";
import type { Ports } from "../../src/taskpane/session";
import { axeFindings, openPane, partShown } from "./render";
import { engineWith, hostWith, reportOf, sessionWith, type Calls } from "./stage";

jest.setTimeout(60_000);

async function openRules(host: Partial<Host> = {}, ports: Partial<Ports> = {}) {
  const calls: Calls = [];
  const session = sessionWith(hostWith(calls, host), engineWith([reportOf([])]), ports);
  const view = await openPane(session);
  const english = ports.locale === "en-US";
  await view.user.click(screen.getByRole("button", { name: english ? /^More/ : "更多" }));
  await view.user.click(screen.getByRole("button", { name: english ? "Rules" : "规则" }));
  await partShown();
  await screen.findByRole("searchbox");
  return { ...view, session, calls };
}

const ruleNamed = (name: string) => {
  const item = screen.getByRole("button", { name }).closest("li");
  if (item === null) throw new Error(`no rule ${name}`);
  return item;
};

test("每条规则旁边写着数值和条款原文，按文件的章节排列", async () => {
  await openRules();
  const rule = ruleNamed("心得体会");
  expect(within(rule).getByText("20 分")).toBeTruthy();
  expect(within(rule).getByText("“此考核项目为20分。”（六.2(1)）")).toBeTruthy();
  expect(within(ruleNamed("平台学习截止日期")).getByText("2024年9月30日")).toBeTruthy();
  expect(screen.getByRole("heading", { name: "【六.2】" })).toBeTruthy();
  expect(screen.getByText("40 条规则")).toBeTruthy();
});

test.each(packs.map((pack) => [pack.name, pack.id] as const))("%s 的规则都显示出来，屏幕上没有规则编号", async (_name, id) => {
  const { user, container } = await openRules();
  await user.selectOptions(screen.getByLabelText("查看的政策"), id);
  const pack = packs.find((one) => one.id === id);
  expect(container.querySelectorAll("section ul > li")).toHaveLength(pack?.rules.length ?? -1);
  for (const rule of pack?.rules ?? []) expect(container.textContent).not.toContain(`${rule.id} `);
});

test("按条款、原文、数值都能搜到", async () => {
  const { user } = await openRules();
  const search = screen.getByRole("searchbox");
  await user.type(search, "认定为24学时");
  expect(screen.getByRole("button", { name: "教师考核认定学时" })).toBeTruthy();
  expect(screen.queryByRole("button", { name: "心得体会" })).toBeNull();
  await user.clear(search);
  await user.type(search, "合格线 80分");
  expect(screen.getByRole("button", { name: "校本考核合格线" })).toBeTruthy();
  await user.clear(search);
  await user.type(search, "没有这样的规则");
  expect(screen.getByText("没有找到。换个词，或清空搜索再看。")).toBeTruthy();
});

test("换一个口径，存进工作簿，下次检查起生效", async () => {
  const { user, calls, session } = await openRules();
  await user.click(screen.getByRole("button", { name: "教师奖励加分" }));
  const rule = ruleNamed("教师奖励加分");
  expect(within(rule).getByRole("radio", { name: "照实显示，不封顶（政策包的选择）" })).toHaveProperty("checked", true);
  await user.click(within(rule).getByRole("radio", { name: "以100分封顶" }));
  expect(within(rule).getByText("已换口径，下次检查起按新口径。")).toBeTruthy();
  expect(session.store.get().settings.readings).toEqual({ "lanxi.teacher.bonus/cap": "full" });
  expect(calls.at(-1)?.[0]).toBe("saveSettings");
});

test("软件还不能按它算的口径，选了就说明", async () => {
  const { user } = await openRules();
  await user.click(screen.getByRole("button", { name: "校本考核合格线" }));
  const rule = ruleNamed("校本考核合格线");
  expect(within(rule).queryByText(/软件还不能按这个口径算/)).toBeNull();
  await user.click(within(rule).getByRole("radio", { name: /学校自/ }));
  expect(within(rule).getByText(/软件还不能按这个口径算/)).toBeTruthy();
});

test.each([
  ["18 16 20 20 15", "18+16+20+20+15=89", "合格，认定24学时"],
  ["59.995", "59.995 < 60", "不合格"],
  ["缺", "", "结论"],
])("试一试：教师考核填 %s", async (typed, step, conclusion) => {
  const { user } = await openRules();
  await user.click(screen.getByRole("button", { name: "教师考核合格线" }));
  const rule = ruleNamed("教师考核合格线");
  await user.type(within(rule).getByLabelText("代入的数"), `${typed}{Enter}`);
  const result = within(rule).getAllByRole("status").at(-1);
  expect(result?.textContent).toContain("结论");
  expect(result?.textContent).toContain(step);
  expect(result?.textContent).toContain(conclusion);
  expect(result?.textContent).toContain("（六.2）");
});

test("政策自带的示例当场试算，全部通过", async () => {
  const { user } = await openRules();
  await user.click(screen.getByRole("button", { name: "试算示例" }));
  const count = packs[0]?.examples?.length ?? 0;
  expect(screen.getByText(`政策自带 ${count} 个例子：全部通过。`)).toBeTruthy();
});

test("写出规则表之前先问，写完说在哪张表", async () => {
  const written: string[] = [];
  const { user } = await openRules({
    writeRuleSheet: (pack) => {
      written.push(pack.id);
      return Promise.resolve("考核规则");
    },
  });
  await user.click(screen.getByRole("button", { name: "写出规则表" }));
  expect(written).toEqual([]);
  await user.click(screen.getByRole("button", { name: "继续" }));
  const [notice] = await screen.findAllByText(/已写出工作表“考核规则”/);
  expect(notice).toBeTruthy();
  expect(written).toEqual(["lanxi-2024-autumn"]);
});

test("只能看的地方不写规则表，说明怎么办", async () => {
  const { user } = await openRules();
  await user.click(screen.getByRole("button", { name: "写出规则表" }));
  expect(screen.getByText(/请在 Excel 里打开工作簿/)).toBeTruthy();
});

const songling = readFileSync(join(__dirname, "../unseen/songling.json"), "utf8");
const choose = (text: string) => {
  const input = screen.getByLabelText("选择政策文件", { selector: "input" });
  const file = new File([text], "政策.json", { type: "application/json" });
  Object.defineProperty(file, "text", { value: () => Promise.resolve(text) });
  fireEvent.change(input, { target: { files: [file] } });
};

test("导入的政策马上能看、能用，再检查也还在", async () => {
  const { user, session } = await openRules();
  await user.click(screen.getByRole("button", { name: "导入" }));
  choose(songling);
  await waitFor(() => expect(session.store.get().settings.policy).toBe("songling-hours"));
  expect(session.imported.map(({ id }) => id)).toEqual(["songling-hours"]);
  expect((await screen.findAllByText(/现在按它检查/)).length).toBeGreaterThan(0);
  expect(screen.getByLabelText("查看的政策")).toHaveProperty("value", "songling-hours");
});

test.each([
  ["不是 JSON", "你好"],
  ["数值是文字", songling.replace(/"hours": \d+/, '"hours": "三百六十"')],
])("%s 的文件不导入，用中文说明哪里不对", async (_name, text) => {
  const { user, session } = await openRules();
  await user.click(screen.getByRole("button", { name: "导入" }));
  choose(text);
  expect(await screen.findByText(/没有导入/)).toBeTruthy();
  const problems = within(screen.getByRole("alert")).getAllByRole("listitem");
  for (const problem of problems) expect(problem.textContent).toMatch(/\p{Script=Han}/u);
  expect(session.imported).toEqual([]);
});

test("导出的文本再导入还是同一套规则", async () => {
  const { user } = await openRules();
  await user.click(screen.getByRole("button", { name: "导出" }));
  const box = screen.getByLabelText("政策全文（可复制）");
  if (!(box instanceof HTMLTextAreaElement)) throw new Error("no box");
  expect(JSON.parse(box.value)).toEqual(JSON.parse(JSON.stringify(packs[0])));
});

test("读屏和键盘都用得上：打开一条、打开一项操作，没有可及性问题", async () => {
  const { user } = await openRules();
  screen.getByRole("button", { name: "教师奖励加分" }).focus();
  await user.keyboard("{Enter}");
  await user.click(screen.getByRole("button", { name: "试算示例" }));
  expect(await axeFindings()).toEqual([]);
});

test("英文界面也完整", async () => {
  await openRules({}, { locale: "en-US" });
  expect(screen.getByText("40 rules")).toBeTruthy();
});

test("规则视图的中英文条目一样多，每条都用到同样的数值", () => {
  expect(Object.keys(enUS).sort()).toEqual(Object.keys(zhCN).sort());
  const names = (text: string) => [...text.matchAll(/\{(\w+)/g)].map((match) => match[1] ?? "").filter((name) => !/^\d/.test(name));
  const differing = Object.entries(zhCN).filter(([id, text]) => {
    const english = Object.entries(enUS).find(([other]) => other === id)?.[1] ?? "";
    const known = new Set(names(text));
    return [...known].some((name) => !english.includes(`{${name}`));
  });
  expect(differing).toEqual([]);
});
