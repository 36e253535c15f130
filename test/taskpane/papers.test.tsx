/** 模板, 学时证明 and 期限 on the screen. */
import { act, cleanup, configure, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { openWorkbook } from "../../src/files/open";
import { HostFailure } from "../../src/excel/host";
import type { Papers } from "../../src/excel/papers";
import { packs } from "../../src/policy/library";
import { DeadlinesView } from "../../src/taskpane/deadlines/DeadlinesView";
import type { Session } from "../../src/taskpane/session";
import { WhoField } from "../../src/taskpane/statistics/WhoField";
import { SlipsSection } from "../../src/taskpane/templates/SlipsSection";
import { TemplatesView } from "../../src/taskpane/templates/TemplatesView";
import type { Workbook } from "../../src/table/workbook";
import { sheetFrom, workbookOf as workbookFrom } from "../table/sheet";
import { axeFindings, showPart as show } from "./render";
import { engineWith, sessionWith } from "./stage";

/** Writing a workbook and loading its parts takes its time on a busy machine. */
jest.setTimeout(30_000);
configure({ asyncUtilTimeout: 15_000 });

const teachers = sheetFrom(
  [
    ["兰西县2024年秋季学期教师考核表"],
    ["序号", "姓名", "单位", "心得体会（20分）", "有效评课（20分）", "培训学时（20分）", "教学设计（20分）", "活动反思（20分）", "总分"],
    [1, "张一", "第一中学", 18, 16, 20, 20, 15, 89],
    [2, "李二", "第二中学", 18, 16, 20, 20, 15, 89],
  ],
  { name: "教师考核表", merges: ["A1:I1"] },
);

function sessionAfterCheck(workbook: Workbook = workbookFrom(teachers)): Session {
  const session = sessionWith(null, engineWith([]), { now: () => new Date(2024, 8, 20) });
  const report = {
    file: "a",
    verdict: "可上报",
    policies: [],
    tables: [],
    findings: [],
    problem: null,
    readings: [],
    fingerprint: "",
  } as const;
  session.store.set({
    place: "excel",
    policies: packs,
    checked: { report, packs: packs.slice(0, 1), workbook, at: new Date(2024, 11, 30), news: null },
  });
  return session;
}

interface Done {
  readonly papers: Papers;
  readonly opened: Uint8Array[];
  readonly written: string[][];
}

function papersThat(change: Partial<Papers> = {}): Done {
  const opened: Uint8Array[] = [];
  const written: string[][] = [];
  const papers: Papers = {
    openNewWorkbook: (bytes) => {
      opened.push(bytes);
      return Promise.resolve();
    },
    writeSlips: (slips) => {
      written.push(slips.map(({ name }) => name));
      return Promise.resolve("学时证明");
    },
    writeStatistics: () => Promise.resolve("统计"),
    ...change,
  };
  return { papers, opened, written };
}

const names = (bytes: Uint8Array | undefined): string[] => (bytes ? openWorkbook(bytes, "a.xlsx").sheets.map(({ name }) => name) : []);

describe("模板", () => {
  test("去掉不要的表，打开的工作簿里只有选中的表和填表说明", async () => {
    const { papers, opened } = papersThat();
    show(sessionAfterCheck(), <TemplatesView loadPapers={() => Promise.resolve(papers)} />);
    for (const name of ["教师花名册", "单位考核表", "学时登记表", "学期学时认定表", "五年周期学时汇总表", "材料报送表"])
      await userEvent.click(screen.getByLabelText(name));
    await userEvent.click(screen.getByRole("button", { name: "打开模板" }));
    expect(await screen.findByText("模板已在新窗口打开，请另存。现在的工作簿没有改动。")).toBeTruthy();
    expect(names(opened[0])).toEqual(["教师考核表", "填表说明"]);
  });

  test("可以把工作簿里的教师填进去", async () => {
    const { papers, opened } = papersThat();
    show(sessionAfterCheck(), <TemplatesView loadPapers={() => Promise.resolve(papers)} />);
    expect(await screen.findByRole("checkbox", { name: "填入这个工作簿里的 2 位教师", checked: true })).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "打开模板" }));
    await waitFor(() => expect(opened).toHaveLength(1));
    const [roster] = opened[0] ? openWorkbook(opened[0], "a.xlsx").sheets : [];
    expect([roster?.value(3, 1), roster?.value(4, 1)]).toEqual(["张一", "李二"]);
  });

  test("不要填教师时去掉勾，做出来是空白的", async () => {
    const { papers, opened } = papersThat();
    show(sessionAfterCheck(), <TemplatesView loadPapers={() => Promise.resolve(papers)} />);
    await userEvent.click(await screen.findByLabelText("填入这个工作簿里的 2 位教师"));
    await userEvent.click(screen.getByRole("button", { name: "打开模板" }));
    await waitFor(() => expect(opened).toHaveLength(1));
    const [roster] = opened[0] ? openWorkbook(opened[0], "a.xlsx").sheets : [];
    expect(roster?.value(3, 1)).toBeNull();
  });

  test("全不选以后不能做，说明要选；全选就又能做", async () => {
    show(sessionAfterCheck(), <TemplatesView />);
    await userEvent.click(screen.getByRole("button", { name: "全不选" }));
    expect(screen.getByText("请至少选一张表。")).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "全选" }));
    expect(screen.queryByText("请至少选一张表。")).toBeNull();
    expect(screen.getByLabelText<HTMLInputElement>("教师花名册").checked).toBe(true);
  });

  test.each(["0", "2001", "3.5", "十行"])("行数“%s”不行，说明填多少", async (typed) => {
    const { papers, opened } = papersThat();
    show(sessionAfterCheck(), <TemplatesView loadPapers={() => Promise.resolve(papers)} />);
    const rows = screen.getByLabelText("每张表的行数");
    await userEvent.clear(rows);
    await userEvent.type(rows, typed);
    expect(screen.getByText("行数填 1 至 2000 的整数。")).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "打开模板" }));
    expect(opened).toEqual([]);
  });

  test("Excel 打不开时照实说，不说已打开", async () => {
    const { papers } = papersThat({ openNewWorkbook: () => Promise.reject(new HostFailure({ id: "host.protected" })) });
    show(sessionAfterCheck(), <TemplatesView loadPapers={() => Promise.resolve(papers)} />);
    await userEvent.click(screen.getByRole("button", { name: "打开模板" }));
    expect(await screen.findByText("工作表受保护，请先撤销保护，再做一次。")).toBeTruthy();
  });

  test("浏览器里改为下载", () => {
    show(sessionAfterCheck(), <TemplatesView />);
    expect(screen.getByRole("button", { name: "下载模板" })).toBeTruthy();
  });

  test("政策还没读进来时自己去读", async () => {
    const session = sessionWith(null, engineWith([]));
    show(session, <TemplatesView />);
    expect(await screen.findByLabelText("政策")).toBeTruthy();
  });

  test("没有可及性问题", async () => {
    show(sessionAfterCheck(), <TemplatesView />);
    expect(await axeFindings()).toEqual([]);
  });
});

describe("学时证明", () => {
  test("先说要写几页，继续才写", async () => {
    const { papers, written } = papersThat();
    const session = sessionAfterCheck();
    show(session, <SlipsSection loadPapers={() => Promise.resolve(papers)} />);
    await userEvent.click(await screen.findByRole("button", { name: "写学时证明" }));
    expect(screen.getByText("将新写一张工作表“学时证明”，2 页。以前写的“学时证明”换成新的，别的表不改动。")).toBeTruthy();
    expect(written).toEqual([]);
    await userEvent.click(screen.getByRole("button", { name: "继续" }));
    await waitFor(() => expect(written).toEqual([["张一", "李二"]]));
    expect(session.store.get().notice).toEqual({ tone: "success", says: { words: "已写好工作表“学时证明”，共 2 页，可以打印。" } });
  });

  test("按单位写：只有这个单位的人", async () => {
    const { papers, written } = papersThat();
    show(sessionAfterCheck(), <SlipsSection loadPapers={() => Promise.resolve(papers)} />);
    await userEvent.selectOptions(await screen.findByLabelText("给谁写"), "第二中学（1 人）");
    await userEvent.click(screen.getByRole("button", { name: "写学时证明" }));
    expect(screen.getByText("将新写一张工作表“学时证明”，1 页。以前写的“学时证明”换成新的，别的表不改动。")).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "继续" }));
    await waitFor(() => expect(written).toEqual([["李二"]]));
  });

  test("人很多时先找再选，选中的人一直看得到", async () => {
    const chosen: string[] = [];
    const people = Array.from({ length: 500 }, (_, at) => ({ key: `表!${at}`, name: `教师${at}`, school: `第${at % 3}小学` }));
    const field = (value: string) => (
      <WhoField
        label="给谁写"
        value={value}
        groups={[{ value: "", label: "全部" }]}
        people={people}
        onChange={(next) => chosen.push(next)}
      />
    );
    const options = () => screen.getAllByRole("option").map(({ textContent }) => textContent);
    show(sessionAfterCheck(), field(""));
    expect(options()).toHaveLength(202);
    expect(options().at(-1)).toBe("还有 300 人，请先输入姓名再选");
    await userEvent.type(screen.getByLabelText("找姓名或单位"), "教师499");
    expect(options()).toEqual(["全部", "教师499（第1小学）"]);
    await userEvent.selectOptions(screen.getByLabelText("给谁写"), "表!499");
    expect(chosen).toEqual(["表!499"]);
    cleanup();
    show(sessionAfterCheck(), field("表!499"));
    expect(options()).toContain("教师499（第1小学）");
  });

  test("只给一个人写", async () => {
    const { papers, written } = papersThat();
    show(sessionAfterCheck(), <SlipsSection loadPapers={() => Promise.resolve(papers)} />);
    await userEvent.selectOptions(await screen.findByLabelText("给谁写"), "李二（第二中学）");
    await userEvent.click(screen.getByRole("button", { name: "写学时证明" }));
    await userEvent.click(screen.getByRole("button", { name: "继续" }));
    await waitFor(() => expect(written).toEqual([["李二"]]));
  });

  test.each([
    ["没有检查过", () => sessionWith(null, engineWith([])), "先检查一份有成绩或学时的工作簿。"],
    [
      "没有写姓名的表",
      () => sessionAfterCheck(workbookFrom(sheetFrom([["通讯录"], ["电话"], ["1"]]))),
      "这个工作簿里没有写明姓名的成绩或学时。",
    ],
  ])("%s：有话说", async (_says, session, words) => {
    show(session(), <SlipsSection loadPapers={() => Promise.resolve(papersThat().papers)} />);
    expect(await screen.findByText(words)).toBeTruthy();
  });

  test("不在 Excel 里时说明要在 Excel 里", () => {
    show(sessionAfterCheck(), <SlipsSection />);
    expect(screen.getByText("写学时证明要在 Excel 里打开工作簿。")).toBeTruthy();
  });

  test("没有可及性问题", async () => {
    show(sessionAfterCheck(), <SlipsSection loadPapers={() => Promise.resolve(papersThat().papers)} />);
    await screen.findByLabelText("给谁写");
    expect(await axeFindings()).toEqual([]);
  });
});

describe("期限", () => {
  test("列出还有几天，先后有序", () => {
    show(sessionAfterCheck(), <DeadlinesView />);
    const items = screen.getAllByRole("listitem").map(({ textContent }) => textContent ?? "");
    expect(items[0]).toContain("集中培训1 天后开始2024年9月21日至2024年9月22日");
    expect(items[1]).toContain("培训计划还有 5 天");
    expect(items[1]).toContain("2024年9月25日前（含当天）");
  });

  test("换一份没有期限的政策，照实说", async () => {
    show(sessionAfterCheck(), <DeadlinesView />);
    await userEvent.selectOptions(screen.getByLabelText("政策"), "模板篇十");
    expect(screen.getByText("这份政策没有写明期限。")).toBeTruthy();
  });

  test("存为日历文件：名字里有政策，内容是没过的期限", async () => {
    const made: Blob[] = [];
    Object.assign(URL, { createObjectURL: (blob: Blob) => (made.push(blob), "blob:x"), revokeObjectURL: () => undefined });
    const clicked: string[] = [];
    const click = jest.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
      clicked.push(this.download);
    });
    show(sessionAfterCheck(), <DeadlinesView />);
    await userEvent.click(screen.getByRole("button", { name: "存为日历文件" }));
    click.mockRestore();
    expect(clicked).toEqual(["兰西2024秋期限.ics"]);
    const reader = new FileReader();
    const text = await new Promise<string>((resolve) => {
      reader.onload = () => resolve(String(reader.result));
      reader.readAsText(made[0] ?? new Blob());
    });
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(5);
    expect(text).toContain("SUMMARY:培训计划\r\n");
  });

  test("没有可及性问题", async () => {
    show(sessionAfterCheck(), <DeadlinesView />);
    await act(() => Promise.resolve());
    expect(await axeFindings()).toEqual([]);
  });
});
