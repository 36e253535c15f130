/** First sight, reopening, what changed, forms remembered, the way to 上报, keyboard: as a clerk meets them. */
import { act, screen, waitFor, within } from "@testing-library/react";
import { isWhole, lastCheckOf } from "../../src/check/last-check";
import type { Finding, LastCheck, Settings } from "../../src/check/report";
import type { Host } from "../../src/excel/host";
import { packs } from "../../src/policy/library";
import { lookAround, runCheck } from "../../src/taskpane/actions";
import type { CheckEngine, Ports } from "../../src/taskpane/session";
import type { Table } from "../../src/table/table";
import { axeFindings, openPane, partShown } from "./render";
import {
  engineWith,
  finding,
  hostWith,
  memoryOf,
  reportOf,
  sessionWith,
  sheetNamed,
  someFindings,
  teacherTable,
  type Calls,
} from "./stage";

jest.setTimeout(60_000);

const [lanxi] = packs;
if (lanxi === undefined) throw new Error("no pack");

const column = (index: number, header: string) => ({
  index,
  header,
  headerRow: 2,
  key: null,
  confidence: 0,
  guess: null,
  points: null,
  unit: null,
  counts: null,
  why: "",
});

/** The teacher form as the reading of tables gives it; its last column is not known. */
const table: Table = {
  sheet: sheetNamed("教师考核"),
  kind: "teacher-assessment",
  pack: lanxi,
  confidence: 1,
  header: { top: 2, left: 0, bottom: 2, right: 5 },
  body: { top: 3, left: 0, bottom: 5, right: 5 },
  columns: ["序号", "姓名", "心得体会", "有效评课", "总分", "学习情况"].map((header, index) => column(index, header)),
  rows: [],
  captions: [],
  title: "",
};

const recognised = {
  reading: { tables: [table], unrecognised: [] },
  tables: [{ ...teacherTable, unsure: [{ column: "F", header: "学习情况", guess: null }] }],
};

const recognising: Partial<CheckEngine> = {
  *recognise() {
    yield;
    return recognised;
  },
};

interface Stage {
  readonly host?: Partial<Host>;
  readonly engine?: Partial<CheckEngine>;
  readonly ports?: Partial<Ports>;
  readonly reports?: readonly (readonly Finding[])[];
}

async function opened({ host = {}, engine = {}, ports = {}, reports = [someFindings()] }: Stage = {}) {
  const calls: Calls = [];
  const kept: Settings[] = [];
  const saveSettings = (settings: Settings) => {
    kept.push(settings);
    return Promise.resolve();
  };
  const session = sessionWith(
    hostWith(calls, { size: () => Promise.resolve(400), saveSettings, ...host }),
    engineWith(
      reports.map((findings) => reportOf(findings)),
      { ...recognising, ...engine },
    ),
    ports,
  );
  const view = await openPane(session);
  await act(() => lookAround(session));
  await partShown();
  return { ...view, session, kept, names: () => calls.map(([name]) => name), state: () => session.store.get() };
}

const noSettings: Settings = { mapping: {}, readings: {}, explanations: {} };
const before = new Date(2024, 11, 18, 9, 30);
const place = "C:\\师训\\兰西一中教师考核.xlsx";
/** A workbook opened again whose last result this computer remembers. */
const again = (last: LastCheck): Stage => ({
  host: { address: () => place },
  ports: { memory: memoryOf(new Map([["last-check.2", JSON.stringify([place, last])]])) },
});
const row = (text: string | RegExp) => {
  const item = screen.getByText(text).closest('[role="listitem"]');
  if (!(item instanceof HTMLElement)) throw new Error("no row");
  return item;
};

describe("第一次打开", () => {
  it("认出表和政策，就地提出来；只看不查，一个单元格不动", async () => {
    const { names, state } = await opened();
    expect(screen.getByText(/认出 1 张表：教师考核；按《兰西2024秋》/)).toBeTruthy();
    expect(screen.getByText("有 1 列没有把握，可以先看看认得对不对。")).toBeTruthy();
    expect(screen.getByText("逐处改好，再检查")).toBeTruthy();
    expect(names()).toEqual(["read"]);
    expect(state().checked).toBeNull();
    expect(await axeFindings()).toEqual([]);
  });

  it("就按这个检查：用这个政策，马上检查，工作簿里什么也不写", async () => {
    const { user, kept, state } = await opened();
    await user.click(screen.getByRole("button", { name: "就按这个检查" }));
    expect(await screen.findByRole("heading", { name: "不可上报" })).toBeTruthy();
    expect(state().settings.policy).toBe(lanxi.id);
    expect(kept).toEqual([]);
  });

  it("换政策：就地选，按新政策再认一遍，不检查", async () => {
    const asked: unknown[] = [];
    const { user, names } = await opened({
      engine: {
        *recognise(_workbook, _packs, { settings }) {
          yield;
          asked.push(settings?.policy);
          return recognised;
        },
      },
    });
    await user.click(screen.getByRole("button", { name: "换政策" }));
    await user.selectOptions(screen.getByRole("combobox", { name: "按哪个政策检查" }), packs.at(-1)?.name ?? "");
    await waitFor(() => expect(asked.at(-1)).toBe(packs.at(-1)?.id));
    expect(names()).toEqual(["read"]);
  });

  it("看看认得对不对：没检查也能看列、改列", async () => {
    const { user } = await opened();
    await user.click(screen.getByRole("button", { name: "看看认得对不对" }));
    await partShown();
    expect(screen.getByRole("combobox", { name: "F 列 · 学习情况" })).toBeTruthy();
    expect(screen.getByRole("button", { name: "保存并检查" })).toBeTruthy();
  });

  it("空工作簿给模板；很大的不先看", async () => {
    const { user, names } = await opened({ host: { size: () => Promise.resolve(0) } });
    await user.click(screen.getByRole("button", { name: "用模板" }));
    expect(await screen.findByRole("heading", { name: "模板" })).toBeTruthy();
    expect(names()).toEqual([]);
  });

  it("很大的工作簿不先看，也不拦着检查", async () => {
    const { user, names } = await opened({ host: { size: () => Promise.resolve(900_000) } });
    expect(screen.getByText(/这个工作簿很大，没有先看/)).toBeTruthy();
    expect(names()).toEqual([]);
    await user.click(screen.getByRole("button", { name: "一键检查" }));
    expect(await screen.findByRole("heading", { name: "不可上报" })).toBeTruthy();
  });

  it("正在看的时候点检查，马上让开", async () => {
    const signals: AbortSignal[] = [];
    const sizes = [0];
    const { session } = await opened({
      host: {
        size: () => Promise.resolve(sizes.pop() ?? 400),
        read: (_progress, signal) => {
          signals.push(signal);
          return signals.length === 1
            ? new Promise((_, reject) => signal.addEventListener("abort", () => reject(new Error("gone"))))
            : hostWith([]).read(() => undefined, signal);
        },
      },
    });
    const looking = lookAround(session);
    await waitFor(() => expect(signals).toHaveLength(1));
    expect((await act(() => runCheck(session)))?.report.verdict).toBe("不可上报");
    await looking;
    expect(signals[0]?.aborted).toBe(true);
  });
});

describe("再次打开", () => {
  const last = lastCheckOf(reportOf(someFindings()), before, "zh-CN");
  const at: Partial<Host> = { address: () => place };

  it("上次的结论、数目、列表都在，写明是上次的", async () => {
    const { names } = await opened(again(last));
    expect(screen.getByRole("heading", { name: "不可上报" })).toBeTruthy();
    expect(screen.getByText(/这是上次（2024年12月18日.*09:30）的结果/)).toBeTruthy();
    expect(screen.getByRole("button", { name: "经验 7" })).toBeTruthy();
    expect(within(row("有效评课得分超出范围")).getByText("吴凡山：21 分，满分 20 分，请核对后改正。")).toBeTruthy();
    expect(names()).toEqual([]);
    expect(await axeFindings()).toEqual([]);
  });

  it("再检查，与上次比：新增、已解决、未变；已解决的可以看", async () => {
    const [first, ...rest] = someFindings();
    const stayed = rest.map((one) => ({ ...one }));
    const fresh = finding("logic", { cell: "E9", subject: "郑文博", key: "new" });
    const kept = lastCheckOf(reportOf([...(first ? [first] : []), ...stayed]), before, "zh-CN");
    const { user } = await opened({ ...again(kept), reports: [[...stayed, fresh]] });
    await user.click(screen.getByRole("button", { name: "一键检查" }));
    expect(await screen.findByText(/与上次（2024年12月18日.*）比：新增 1，已解决 1，未变 10/)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "已解决 1" }));
    expect(screen.getByText("吴凡山：21 分，满分 20 分，请核对后改正。")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "定位" })).toBeNull();
    await user.click(screen.getByRole("button", { name: "已解决 1" }));
    await user.click(screen.getByRole("button", { name: "只看新增 1" }));
    expect(screen.getByText("E9")).toBeTruthy();
    expect(screen.queryByText("数字是文本")).toBeNull();
  });

  it("上次写的说明还在；现在写的，结论跟着变", async () => {
    const open = [finding("experience", { code: "score.borderline" })];
    const one = lastCheckOf(reportOf(open), before, "zh-CN");
    const { user, kept } = await opened(again(one));
    await user.click(screen.getByRole("button", { name: "说明" }));
    await user.type(screen.getByRole("textbox", { name: /说明/ }), "属实");
    await user.type(screen.getByRole("textbox", { name: "填写人" }), "王会计");
    await user.click(screen.getByRole("button", { name: "保存说明" }));
    expect(await screen.findByText(/说明：属实（王会计）/)).toBeTruthy();
    expect(Object.keys(kept.at(-1)?.explanations ?? {})).toEqual([open[0]?.key]);
  });

  it("回到上次的功能和筛选，各工作簿分开记；存储里乱写的不理", async () => {
    const remembered = new Map([["last-check.2", JSON.stringify([place, last])]]);
    const ports = { memory: memoryOf(remembered) };
    const first = await opened({ host: at, ports });
    await first.user.click(screen.getByRole("button", { name: "逻辑 2" }));
    await first.user.click(screen.getByRole("tab", { name: "上报" }));
    first.unmount();
    const second = await opened({ host: at, ports });
    expect(screen.getByRole("tab", { name: "上报", selected: true })).toBeTruthy();
    expect(second.state().filter.level).toBe("logic");
    second.unmount();
    await opened({ host: { ...at, name: () => Promise.resolve("别的.xlsx") }, ports }).then(({ state, unmount }) => {
      expect(state().tab).toBe("check");
      unmount();
    });
    for (const odd of ["[[1,2]]", "{", '[["兰西一中教师考核.xlsx","nowhere",null,null]]', "null"]) {
      remembered.set("place", odd);
      const { state, unmount } = await opened({ host: at, ports });
      expect(state().tab).toBe("check");
      unmount();
    }
  });

  it("检查后结论记在这台电脑上，工作簿一处不写；同名的别的文件不用它", async () => {
    const remembered = new Map<string, string>();
    const ports = { memory: memoryOf(remembered) };
    const first = await opened({ host: { address: () => place }, ports });
    await first.user.click(screen.getByRole("button", { name: "一键检查" }));
    await screen.findByRole("heading", { name: "不可上报" });
    await waitFor(() => expect(remembered.get("last-check.1")).toContain("score"));
    expect(first.kept).toEqual([]);
    first.unmount();
    const second = await opened({ host: { address: () => place }, ports });
    expect(second.state().earlier?.last.counts).toEqual({ logic: 2, experience: 7, unknown: 1, info: 1 });
    expect(isWhole(second.state().earlier?.last ?? last)).toBe(true);
    second.unmount();
    const other = await opened({ host: { address: () => "D:\\别处\\兰西一中教师考核.xlsx" }, ports });
    expect(other.state().earlier).toBeNull();
  });

  it("只记最近的四个工作簿", async () => {
    const remembered = new Map<string, string>();
    for (const [at, name] of ["甲", "乙", "丙", "丁"].entries())
      remembered.set(`last-check.${at + 1}`, JSON.stringify([name, { ...last, at: `2024-12-0${9 - at}T00:00:00.000Z` }]));
    const { user } = await opened({ host: { address: () => place }, ports: { memory: memoryOf(remembered) } });
    await user.click(screen.getByRole("button", { name: "一键检查" }));
    await screen.findByRole("heading", { name: "不可上报" });
    await waitFor(() => expect(remembered.get("last-check.4")).toContain("兰西一中"));
    expect(["1", "2", "3"].map((slot) => remembered.get(`last-check.${slot}`)?.slice(2, 3))).toEqual(["甲", "乙", "丙"]);
  });
});

describe("相同的表式", () => {
  it("别的工作簿确认过的列，先问再用，可以撤销", async () => {
    const remembered = new Map<string, string>();
    const ports = { memory: memoryOf(remembered) };
    const first = await opened({ ports });
    await first.user.click(screen.getByRole("button", { name: "看看认得对不对" }));
    await partShown();
    await first.user.selectOptions(screen.getByRole("combobox", { name: "F 列 · 学习情况" }), "备注");
    await first.user.click(screen.getByRole("button", { name: "保存并检查" }));
    await screen.findByRole("heading", { name: "不可上报" });
    expect(remembered.get("forms")).toContain("note");
    first.unmount();
    const second = await opened({ ports });
    expect(await screen.findByText(/“教师考核”和以前确认过的表式相同/)).toBeTruthy();
    expect(second.state().settings.mapping).toEqual({});
    expect(await axeFindings()).toEqual([]);
    await second.user.click(screen.getByRole("button", { name: "沿用" }));
    expect(await screen.findByText("已沿用上次的对应关系，可撤销。")).toBeTruthy();
    expect(second.state().settings.mapping).toEqual({ 教师考核: { F: "note" } });
    await second.user.click(screen.getByRole("button", { name: "撤销" }));
    await waitFor(() => expect(second.state().settings.mapping).toEqual({}));
  });
});

describe("写到一半的说明", () => {
  it("换功能、再检查、画面出错，都还在", async () => {
    const open = [finding("experience", { code: "score.borderline" })];
    const { user, session } = await opened({ reports: [open] });
    await user.click(screen.getByRole("button", { name: "一键检查" }));
    await screen.findByRole("heading", { name: "需说明" });
    await partShown();
    await user.click(screen.getByRole("button", { name: "说明" }));
    expect(document.activeElement).toBe(screen.getByRole("textbox", { name: /说明/ }));
    await user.type(screen.getByRole("textbox", { name: /说明/ }), "已经核");
    await user.click(screen.getByRole("tab", { name: "上报" }));
    await user.click(screen.getByRole("tab", { name: "检查" }));
    expect(screen.getByDisplayValue("已经核")).toBeTruthy();
    await act(() => runCheck(session));
    expect(screen.getByDisplayValue("已经核")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "取消" }));
    expect(screen.queryByDisplayValue("已经核")).toBeNull();
  });
});

describe("别人同时在改", () => {
  it("检查过程中的改动说明白，是谁改的也说", async () => {
    let tell: Parameters<Host["onChanged"]>[0] = () => undefined;
    const { session, state } = await opened({
      host: {
        onChanged: (listener) => {
          tell = listener;
          return Promise.resolve(() => Promise.resolve());
        },
        read: (progress, signal) => {
          tell("教师考核", "others");
          return hostWith([]).read(progress, signal);
        },
      },
    });
    await act(() => runCheck(session));
    expect(state().edited).toEqual([{ sheet: "教师考核", by: "others", during: true }]);
    expect(screen.getByText("检查过程中，别人改了教师考核，结果可能不是最新的，需要再检查一次。")).toBeTruthy();
  });
});

describe("上报", () => {
  const at = before.toISOString();

  it("四步，看得出走到哪一步，点一下就去做", async () => {
    const { user } = await opened();
    await user.click(screen.getByRole("button", { name: "一键检查" }));
    await screen.findByRole("heading", { name: "不可上报" });
    await user.click(screen.getByRole("tab", { name: "上报" }));
    await partShown();
    expect(screen.getByRole("listitem", { current: "step" }).textContent).toContain("第一步：逻辑校验");
    await user.click(screen.getByRole("button", { name: "看预览" }));
    expect(screen.getByText("逻辑 2 · 经验 7 · 未能判断 1 · 提示 1")).toBeTruthy();
    expect(await axeFindings()).toEqual([]);
    await user.click(screen.getByRole("button", { name: "去说明" }));
    expect(screen.getByRole("tab", { name: "检查", selected: true })).toBeTruthy();
    expect(screen.getByRole("button", { name: "经验 7", pressed: true })).toBeTruthy();
  });

  it.each([
    ["0", "数据与 2024年12月18日", "，数据与报告一致。"],
    ["1", "数据已变动：与 2024年12月18日", "，数据已变动，请重新写报告。"],
  ])("报告写过以后，数据变没变都说（指纹 %s）", async (fingerprint, line, inView) => {
    const { user } = await opened({
      reports: [[]],
      host: { loadSettings: () => Promise.resolve({ ...noSettings, lastReport: { fingerprint, at } }) },
    });
    await user.click(screen.getByRole("button", { name: "一键检查" }));
    await screen.findByRole("heading", { name: "可上报" });
    expect(screen.getByText(new RegExp(line))).toBeTruthy();
    await user.click(screen.getByRole("tab", { name: "上报" }));
    await partShown();
    expect(screen.getByText(new RegExp(inView))).toBeTruthy();
  });
});

describe("键盘", () => {
  it("F6 一块一块走，到头交还给 Excel；Shift+F6 往回", async () => {
    const { user } = await opened();
    await user.click(screen.getByRole("button", { name: "一键检查" }));
    await screen.findByRole("heading", { name: "不可上报" });
    await partShown();
    act(() => screen.getByRole("combobox", { name: "规则" }).focus());
    await user.keyboard("{F6}");
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "逻辑 2" }));
    await user.keyboard("{F6}");
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "一键检查" }));
    await user.keyboard("{F6}");
    expect(document.activeElement).toBe(screen.getByRole("tab", { name: "检查" }));
    await user.keyboard("{F6}");
    expect(document.activeElement).toBe(row("有效评课得分超出范围"));
    await user.keyboard("{F6}");
    expect(document.activeElement).toBe(row("有效评课得分超出范围"));
    await user.keyboard("{Shift>}{F6}{/Shift}");
    expect(document.activeElement).toBe(screen.getByRole("tab", { name: "检查" }));
  });

  it("从表格进来，站到列表里", async () => {
    const { user } = await opened();
    await user.click(screen.getByRole("button", { name: "一键检查" }));
    await screen.findByRole("heading", { name: "不可上报" });
    await partShown();
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    act(() => void window.dispatchEvent(new Event("focus")));
    expect(document.activeElement).toBe(row("有效评课得分超出范围"));
  });
});
