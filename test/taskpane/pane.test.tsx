import { act, screen, within } from "@testing-library/react";
import type { Host } from "../../src/excel/host";
import { packs } from "../../src/policy/library";
import type { Ports } from "../../src/taskpane/session";
import { cancelCheck, runCheck } from "../../src/taskpane/actions";
import { openPoints } from "../../src/taskpane/views/open-points";
import { axeFindings, openPane, partShown } from "./render";
import {
  engineWith,
  finding,
  hostWith,
  noChanges,
  protectedSheet,
  reportOf,
  sessionWith,
  someFindings,
  teacherTable,
  untilCancelled,
  workbookOf,
  type Calls,
} from "./stage";

/** axe looks at every element; on a busy machine that takes its time. */
jest.setTimeout(60_000);

const refused = { sheet: "教师考核", cell: "C9", why: "protected", now: "18 " } as const;

async function checkedPane(report = reportOf(someFindings()), host: Partial<Host> = {}, ports: Partial<Ports> = {}) {
  const calls: Calls = [];
  const session = sessionWith(hostWith(calls, host), engineWith([report]), ports);
  const view = await openPane(session);
  await view.user.click(screen.getByRole("button", { name: "一键检查" }));
  await screen.findByText(/上次/);
  await partShown();
  return { ...view, session, calls };
}

/** The focus that was lost goes home in the next turn. */
const focusSettled = () => act(() => new Promise((resolve) => setTimeout(resolve, 10)));

const row = (text: RegExp | string) => {
  const item = screen.getByText(text).closest('[role="listitem"]');
  if (!(item instanceof HTMLElement)) throw new Error("no row");
  return item;
};

describe("刚打开时", () => {
  it("说明还没有检查、三步怎么做，只有一个主要按钮", async () => {
    await openPane(sessionWith(hostWith([]), engineWith([reportOf([])])));
    expect(screen.getByRole("heading", { name: "还没有检查" })).toBeTruthy();
    expect(screen.getByText("逐处改好，再检查")).toBeTruthy();
    expect(screen.getAllByRole("button", { name: "一键检查" })).toHaveLength(1);
    expect(await axeFindings()).toEqual([]);
  });

  it("标题、规则和四个功能都在", async () => {
    await openPane(sessionWith(hostWith([]), engineWith([reportOf([])])));
    expect(screen.getByRole("heading", { level: 1, name: "师训考核助手" })).toBeTruthy();
    expect(screen.getByRole("combobox", { name: "规则" })).toBeTruthy();
    expect(screen.getAllByRole("tab").map((tab) => tab.textContent)).toEqual(["检查", "统计", "公式", "上报"]);
  });
});

describe("检查的过程", () => {
  it("显示读到第几张表，可以取消，取消后焦点不丢", async () => {
    const session = sessionWith(
      hostWith([], {
        read: (progress, signal) => {
          progress({ done: 3, total: 8, sheet: "一中" });
          return untilCancelled(signal);
        },
      }),
      engineWith([reportOf([])]),
    );
    const { user } = await openPane(session);
    await user.click(screen.getByRole("button", { name: "一键检查" }));
    expect(await screen.findByText("已读取 3/8 张表 · 一中")).toBeTruthy();
    expect(await axeFindings()).toEqual([]);
    await user.click(screen.getByRole("button", { name: "取消" }));
    expect(await screen.findByRole("heading", { name: "已取消" })).toBeTruthy();
    await focusSettled();
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "一键检查" }));
  });

  it("检查失败时说原因和怎么办", async () => {
    const session = sessionWith(hostWith([], { read: () => Promise.reject(protectedSheet) }), engineWith([reportOf([])]));
    const { user } = await openPane(session);
    await user.click(screen.getByRole("button", { name: "一键检查" }));
    expect(await screen.findByText("工作表受保护，请先撤销保护，再做一次。")).toBeTruthy();
    expect(await axeFindings()).toEqual([]);
  });

  it("再次检查被取消，说下面仍是上一次的结果", async () => {
    const { session } = await checkedPane();
    session.host = hostWith([], {
      read: (_, signal) => untilCancelled(signal),
    });
    await act(async () => {
      const again = runCheck(session);
      cancelCheck(session);
      await again;
    });
    expect(screen.getByText("下面仍是上一次的结果。")).toBeTruthy();
    expect(screen.getByText("有效评课得分超出范围")).toBeTruthy();
  });
});

describe("检查的结果", () => {
  it("结论一句话，问题按类别和同类排列", async () => {
    await checkedPane();
    expect(screen.getByRole("heading", { name: "不可上报" })).toBeTruthy();
    expect(screen.getByText("2 处须更正，8 处须更正或说明。")).toBeTruthy();
    expect(screen.getByText("逻辑校验：必须更正 · 2 处")).toBeTruthy();
    expect(within(row("数字是文本")).getByText("同类 6 处")).toBeTruthy();
    expect(within(row("有效评课得分超出范围")).getByText("吴凡山：21 分，满分 20 分，请核对后改正。")).toBeTruthy();
    expect(await axeFindings()).toEqual([]);
  });

  it("点类别的数目，只看这一类；再点一次，全部显示", async () => {
    const { user } = await checkedPane();
    await user.click(screen.getByRole("button", { name: "经验 7" }));
    expect(screen.queryByText("有效评课得分超出范围")).toBeNull();
    expect(screen.getByText("数字是文本")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "经验 7" }));
    expect(screen.getByText("有效评课得分超出范围")).toBeTruthy();
  });

  it("按姓名找；找不到时可以显示全部", async () => {
    const { user } = await checkedPane();
    const search = screen.getByRole("searchbox", { name: "找姓名或项目" });
    await user.type(search, "冯建国");
    expect(screen.getByText("差一点到合格线")).toBeTruthy();
    expect(screen.queryByText("数字是文本")).toBeNull();
    await user.type(search, "某某");
    await user.click(screen.getByRole("button", { name: "显示全部" }));
    expect(screen.getByText("数字是文本")).toBeTruthy();
  });

  it("为什么? 就地展开：读到的数、步骤、结论、依据原文、口径", async () => {
    const { user } = await checkedPane();
    const first = row("有效评课得分超出范围");
    await user.click(within(first).getByRole("button", { name: "为什么?" }));
    for (const text of ["读到的数", "计算步骤", "21 > 20", "结论", "依据", "“此考核项目为20分。”", "口径"]) {
      expect(within(first).getByText(text)).toBeTruthy();
    }
    expect(within(first).getByText(/兰西县.*六\.2\(2\)/)).toBeTruthy();
    expect(await axeFindings()).toEqual([]);
  });

  it("点定位，选中这个单元格", async () => {
    const { user, calls } = await checkedPane();
    await user.click(within(row("总分算得不对")).getByRole("button", { name: "定位" }));
    expect(calls.at(-1)).toEqual(["select", ["教师考核", "E5", false]]);
  });

  it("同类展开后，每一处都列出单元格和姓名", async () => {
    const { user } = await checkedPane();
    await user.click(screen.getByRole("button", { name: "逐处查看" }));
    for (const cell of ["C6", "C9", "C12", "C15", "D7", "D18"]) expect(screen.getAllByText(cell).length).toBeGreaterThan(0);
    expect(screen.getByText("周海涛")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "收起" }));
    expect(screen.queryByText("周海涛")).toBeNull();
  });

  it("没有问题时说检查了多少", async () => {
    await checkedPane(reportOf([]));
    expect(screen.getByRole("heading", { name: "可上报" })).toBeTruthy();
    expect(screen.getByText(/检查了 1 张表，3 条记录/)).toBeTruthy();
    expect(await axeFindings()).toEqual([]);
  });

  it("没有认出表时说为什么", async () => {
    const report = reportOf([], { verdict: "未能检查", tables: [], problem: "没有认出考核表，请核对表头。" });
    await checkedPane(report);
    expect(screen.getByRole("heading", { name: "未能检查" })).toBeTruthy();
    expect(screen.getByText("没有认出考核表，请核对表头。")).toBeTruthy();
  });

  it("屏幕上没有编号和英文", async () => {
    const { user, container } = await checkedPane();
    for (const why of screen.getAllByRole("button", { name: "为什么?" })) await user.click(why);
    const shown = (container.textContent ?? "").replace(/[A-Z]{1,2}\d+|\.xlsx/g, "");
    expect(shown).not.toMatch(/[a-z]{3,}|score\.|lanxi/);
  });

  it("二十万处问题只画出看得见的几行", async () => {
    const one = finding("logic");
    const many = Array.from({ length: 200_000 }, (_, at) => ({ ...one, key: `k${at}`, code: `score.${at}`, cell: `D${at}` }));
    await checkedPane(reportOf(many));
    await screen.findByText("逻辑校验：必须更正 · 200000 处", undefined, { timeout: 20_000 });
    expect(screen.getAllByRole("listitem").length).toBeLessThan(60);
  }, 40_000);
});

describe("键盘", () => {
  it("上下移动，回车定位，左右展开收起，Esc 退一步", async () => {
    const { user, calls } = await checkedPane();
    act(() => row("有效评课得分超出范围").focus());
    await user.keyboard("{ArrowDown}");
    expect(document.activeElement).toBe(row("总分算得不对"));
    await user.keyboard("{Enter}");
    expect(calls.at(-1)).toEqual(["select", ["教师考核", "E5", false]]);
    expect(document.activeElement).toBe(row("总分算得不对"));
    await user.keyboard("{ArrowDown}{ArrowRight}");
    expect(screen.getByText("周海涛")).toBeTruthy();
    await user.keyboard("{ArrowDown}");
    expect(document.activeElement).toBe(row("周海涛"));
    await user.keyboard("{Escape}");
    expect(document.activeElement).toBe(row("数字是文本"));
    await user.keyboard("{ArrowLeft}");
    expect(screen.queryByText("周海涛")).toBeNull();
    await user.keyboard("{ArrowUp}{ArrowRight}");
    expect(within(row("总分算得不对")).getByText("依据")).toBeTruthy();
    await user.keyboard("{Escape}");
    expect(within(row("总分算得不对")).queryByText("依据")).toBeNull();
  });

  it("功能之间用左右键换", async () => {
    const { user } = await checkedPane();
    act(() => screen.getByRole("tab", { name: "检查" }).focus());
    await user.keyboard("{ArrowRight}{ArrowRight}");
    expect(document.activeElement).toBe(screen.getByRole("tab", { name: "公式" }));
    expect(screen.getByRole("tab", { name: "公式", selected: true })).toBeTruthy();
  });

  it("⋯ 里的帮助按 Esc 返回，焦点回到 ⋯", async () => {
    const { user } = await checkedPane();
    await user.click(screen.getByRole("button", { name: "更多" }));
    expect(await axeFindings()).toEqual([]);
    await user.click(screen.getByRole("button", { name: "帮助" }));
    await partShown();
    expect(document.activeElement).toBe(screen.getByRole("heading", { name: "帮助" }));
    expect(await axeFindings()).toEqual([]);
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("heading", { name: "帮助" })).toBeNull();
    await focusSettled();
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "更多" }));
  });
});

describe("要写入的操作", () => {
  it("标记之前说明改动多少，取消就什么也不写，焦点回到按钮", async () => {
    const { user, calls } = await checkedPane();
    await user.click(screen.getByRole("button", { name: "在表中标记" }));
    expect(await screen.findByText(/将改动 10 个单元格（只改标记，不改数据）/)).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "继续" }));
    expect(await axeFindings()).toEqual([]);
    await user.click(screen.getByRole("button", { name: "取消" }));
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "在表中标记" }));
    expect(calls.map(([name]) => name)).toEqual(["read"]);
  });

  it("继续后说已标记、可撤销；撤销后恢复原样", async () => {
    const { user, calls } = await checkedPane();
    await user.click(screen.getByRole("button", { name: "在表中标记" }));
    await user.click(screen.getByRole("button", { name: "继续" }));
    expect(await screen.findByText("已标记 10 个单元格，可撤销。")).toBeTruthy();
    expect(await axeFindings()).toEqual([]);
    await user.click(screen.getByRole("button", { name: "撤销" }));
    expect(await screen.findByText("标记已清除，表恢复原样。")).toBeTruthy();
    expect(calls.map(([name]) => name)).toEqual(["read", "mark", "clearMarks"]);
    await focusSettled();
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "一键检查" }));
  });

  it("经验问题可以写说明，写完结论跟着变", async () => {
    const { user } = await checkedPane(reportOf([finding("experience", { code: "score.borderline" })]));
    await user.click(screen.getByRole("button", { name: "说明" }));
    expect(await axeFindings()).toEqual([]);
    await user.type(screen.getByRole("textbox", { name: /说明/ }), "已复核，分数属实");
    await user.type(screen.getByRole("textbox", { name: "填写人" }), "王会计");
    await user.click(screen.getByRole("button", { name: "保存说明" }));
    expect(await screen.findByRole("heading", { name: "可上报" })).toBeTruthy();
    expect(screen.getByText(/说明：已复核，分数属实（王会计）/)).toBeTruthy();
    expect(screen.getByText(/2024年12月20日/)).toBeTruthy();
    expect(document.activeElement).toBe(row(/说明：已复核/));
  });

  it("能直接更正的，先列出从什么改成什么，再写", async () => {
    const fixable = ["C6", "C9"].map((cell) =>
      finding("experience", {
        code: "cell.text-number",
        rule: null,
        cell,
        fix: { kind: "number", sheet: "教师考核", cell, from: "18 ", to: 18 },
      }),
    );
    const changes = {
      previewFixes: () => Promise.resolve({ changes: [{ sheet: "教师考核", cell: "C6", from: "18 ", to: "18" }], refused: [refused] }),
      applyFixes: () => Promise.resolve({ step: "s1", done: 1, refused: [refused] }),
    };
    const { user } = await checkedPane(reportOf(fixable), {}, { loadChanges: () => Promise.resolve({ ...noChanges, ...changes }) });
    await user.click(screen.getByRole("button", { name: "更正 2 处…" }));
    expect(await screen.findByText("教师考核 C6：“18 ” → “18”")).toBeTruthy();
    expect(screen.getByText(/教师考核 C9 没有改：工作表受保护/)).toBeTruthy();
    expect(await axeFindings()).toEqual([]);
    await user.click(screen.getByRole("button", { name: "继续" }));
    expect(await screen.findByText("已更正 1 个单元格，可撤销。")).toBeTruthy();
    expect(screen.getByRole("button", { name: "撤销" })).toBeTruthy();
  });

  it("逻辑问题不能用说明代替更正", async () => {
    await checkedPane(reportOf([finding("logic")]));
    expect(screen.queryByRole("button", { name: "说明" })).toBeNull();
  });

  it("上报里先问再写报告", async () => {
    const { user, calls } = await checkedPane();
    await user.click(screen.getByRole("tab", { name: "上报" }));
    await partShown();
    expect(screen.getByText("还有 2 处须更正。")).toBeTruthy();
    expect(await axeFindings()).toEqual([]);
    await user.click(screen.getByRole("button", { name: "写检查报告" }));
    await user.click(screen.getByRole("button", { name: "继续" }));
    expect(await screen.findByText("报告写好了，在工作表“检查报告”。")).toBeTruthy();
    expect(calls.map(([name]) => name)).toContain("writeReport");
  });
});

describe("没有认出的列", () => {
  const unsure = [
    { column: "F", header: "学习情况", guess: null },
    { column: "D", header: "评课", guess: "lanxi.teacher.review" },
  ];

  it("先说有几列，确认时看得到表头和前几条内容，存好后重新检查", async () => {
    const { user, calls } = await checkedPane(reportOf(someFindings(), { tables: [{ ...teacherTable, unsure }] }));
    expect(screen.getByText("有 2 列没有认出来，先确认一下。")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "去确认" }));
    await partShown();
    const asked = screen.getByRole("combobox", { name: "F 列 · 学习情况" });
    expect(screen.getByText("例如：好、较好")).toBeTruthy();
    expect(await axeFindings()).toEqual([]);
    await user.selectOptions(asked, "备注");
    await user.click(screen.getByRole("button", { name: "保存并重新检查" }));
    await screen.findByRole("heading", { name: "不可上报" });
    expect(calls.map(([name]) => name).filter((name) => name === "read")).toHaveLength(2);
    expect(calls.filter(([name]) => name === "saveSettings")[0]?.[1]).toMatchObject({
      mapping: { 教师考核: { D: "lanxi.teacher.review", F: "note" } },
    });
  });

  it("口径列出文件没有写明的地方和原文，换了以后重新检查", async () => {
    const { user, calls } = await checkedPane();
    await user.click(screen.getByRole("button", { name: "更多" }));
    await user.click(screen.getByRole("button", { name: "规则" }));
    await partShown();
    await user.click(screen.getByRole("button", { name: /口径（\d+ 处）/ }));
    const [first] = openPoints(packs.slice(0, 1));
    if (first === undefined) throw new Error("no open point");
    const other = first.reading.options.find((option) => option.value !== first.reading.chosen);
    expect(await axeFindings()).toEqual([]);
    const choice = screen.getAllByRole("combobox", { name: `${first.rule.name}：${first.reading.question}` })[0];
    if (choice === undefined || other === undefined) throw new Error("no choice");
    await user.selectOptions(choice, other.label);
    await user.click(screen.getByRole("button", { name: "保存并重新检查" }));
    await screen.findByRole("heading", { name: "不可上报" });
    expect(calls.map(([name]) => name).filter((name) => name === "read")).toHaveLength(2);
    expect(calls.filter(([name]) => name === "saveSettings")[0]?.[1]).toMatchObject({ readings: { [first.key]: other.value } });
  });

  it("看得到认出了哪些表、哪些没有检查", async () => {
    const { user } = await checkedPane(reportOf(someFindings()), {
      read: () => Promise.resolve(workbookOf("教师考核", "通讯录")),
    });
    await user.click(screen.getByRole("button", { name: "更多" }));
    await user.click(screen.getByRole("button", { name: "认出的表" }));
    await partShown();
    expect(screen.getByText("教师考核表 · A4:F6 · 3 条记录")).toBeTruthy();
    expect(screen.getByText(/没有检查的工作表：通讯录/)).toBeTruthy();
    expect(await axeFindings()).toEqual([]);
  });
});

describe("其他功能", () => {
  it("统计按类别、表和人数出问题", async () => {
    const { user } = await checkedPane();
    await user.click(screen.getByRole("tab", { name: "统计" }));
    await partShown();
    const kinds = screen.getByRole("table", { name: "哪类问题最多" });
    expect(within(kinds).getAllByRole("row")[0]?.textContent).toBe("数字是文本6 处");
    expect(await axeFindings()).toEqual([]);
  });

  it("公式列出函数和这份规则的例子", async () => {
    const { user } = await checkedPane();
    await user.click(screen.getByRole("tab", { name: "公式" }));
    await partShown();
    await user.click(screen.getByRole("button", { name: "例子" }));
    expect(screen.getByRole("heading", { name: "算教师总分" })).toBeTruthy();
    expect(screen.getAllByText(/=KAOHE\.TEACHERSCORE\("兰西2024秋"/).length).toBeGreaterThan(0);
    expect(await axeFindings()).toEqual([]);
  });

  it("自检说这里能做什么", async () => {
    const { user } = await checkedPane();
    await user.click(screen.getByRole("button", { name: "更多" }));
    await user.click(screen.getByRole("button", { name: "自检" }));
    expect(await screen.findByText("运行在 Excel 里，可以定位、标记、写报告。")).toBeTruthy();
    expect(await axeFindings()).toEqual([]);
  });
});

describe("没有 Excel 的浏览器", () => {
  it("选文件后只读检查：没有定位、标记和写报告", async () => {
    const session = sessionWith(null, engineWith([reportOf(someFindings())]), {
      openFile: () => Promise.resolve(hostWith([], { kind: "file" })),
    });
    const { user } = await openPane(session);
    expect(screen.getByText(/文件不会被改动/)).toBeTruthy();
    expect(await axeFindings()).toEqual([]);
    await user.upload(screen.getByLabelText("打开文件", { selector: "input" }), new File(["x"], "考核.xlsx"));
    await screen.findByRole("heading", { name: "不可上报" });
    await partShown();
    expect(screen.getByRole("button", { name: "一键检查" })).toBeTruthy();
    expect(screen.getByText(/只读打开/)).toBeTruthy();
    expect(screen.queryByRole("button", { name: "定位" })).toBeNull();
    expect(screen.queryByRole("button", { name: "在表中标记" })).toBeNull();
    await user.click(screen.getByRole("tab", { name: "上报" }));
    await partShown();
    expect(screen.getByText(/只读打开时不能写报告/)).toBeTruthy();
    expect(await axeFindings()).toEqual([]);
  });
});

describe("英文界面", () => {
  it("全部是英文", async () => {
    const session = sessionWith(hostWith([]), engineWith([reportOf([])]), { locale: "en-US" });
    const { user } = await openPane(session);
    await user.click(screen.getByRole("button", { name: "Check" }));
    expect(await screen.findByRole("heading", { name: "Ready to submit" })).toBeTruthy();
  });
});
