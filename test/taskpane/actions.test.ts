import type { Settings } from "../../src/check/report";
import { HostFailure, type Host } from "../../src/excel/host";
import {
  answer,
  askForReport,
  askToMark,
  cancelCheck,
  choosePolicy,
  clearMarks,
  closeFile,
  correctColumns,
  dismiss,
  explain,
  locate,
  openFile,
  runCheck,
  start,
  writeReport,
} from "../../src/taskpane/actions";
import type { Session } from "../../src/taskpane/session";
import {
  engineWith,
  finding,
  hostWith,
  protectedSheet,
  reportOf,
  sessionWith,
  someFindings,
  untilCancelled,
  workbookOf,
  type Calls,
} from "./stage";

const said = (session: Session) => session.store.get().notice?.says;

function onStage(host: Partial<Host> = {}, findings = someFindings()) {
  const calls: Calls = [];
  const session = sessionWith(hostWith(calls, host), engineWith([reportOf(findings)]));
  return { calls, session, state: () => session.store.get() };
}

describe("一键检查", () => {
  it("读取工作簿，给出结论，工作簿一处不动", async () => {
    const { session, state, calls } = onStage();
    await start(session);
    await runCheck(session);
    expect(state().checked?.report.verdict).toBe("不可上报");
    expect(state().ending.kind).toBe("done");
    expect(state().task.kind).toBe("idle");
    expect(calls.map(([name]) => name)).toEqual(["read"]);
  });

  it("进度先报读取，再报检查", async () => {
    const seen: string[] = [];
    const { session } = onStage();
    session.store.subscribe(() => seen.push(session.store.get().task.kind));
    await runCheck(session);
    expect(seen).toContain("reading");
    expect(seen.at(-1)).toBe("idle");
  });

  it("正在检查时再点一次，不会做两遍", async () => {
    const { session, calls } = onStage();
    const [first, second] = await Promise.all([runCheck(session), runCheck(session)]);
    expect(first).not.toBeNull();
    expect(second).toBeNull();
    expect(calls.filter(([name]) => name === "read")).toHaveLength(1);
  });

  it("取消后说已取消，上一次的结果还在", async () => {
    const { session, state } = onStage();
    const before = await runCheck(session);
    session.host = hostWith([], {
      read: (_, signal) => untilCancelled(signal),
    });
    const second = runCheck(session);
    cancelCheck(session);
    await second;
    expect(state().ending).toEqual({ kind: "cancelled" });
    expect(state().checked).toBe(before);
    expect(state().task.kind).toBe("idle");
  });

  it("工作表受保护：说清楚怎么办，上一次的结果还在", async () => {
    const { session, state } = onStage();
    const before = await runCheck(session);
    session.host = hostWith([], { read: () => Promise.reject(protectedSheet) });
    await runCheck(session);
    expect(state().ending).toEqual({ kind: "failed", says: { words: "工作表受保护，请先撤销保护，再做一次。" } });
    expect(state().checked).toBe(before);
  });

  it("意外的错误不会把错误原文给人看", async () => {
    const { session, state } = onStage({ read: () => Promise.reject(new Error("TypeError: x is undefined")) });
    await runCheck(session);
    expect(state().ending).toEqual({ kind: "failed", says: { id: "check.failed" } });
  });

  it("全部规则交给检查，选定了哪一份也一起交给它", async () => {
    const asked: unknown[] = [];
    const engine = engineWith([reportOf([])]);
    const session = sessionWith(hostWith([]), {
      ...engine,
      *steps(workbook, packs, options) {
        asked.push([packs.length, options.settings?.policy]);
        return yield* engine.steps(workbook, packs, options);
      },
    });
    await runCheck(session);
    const last = engine.policies.at(-1)?.id ?? "";
    await choosePolicy(last, session);
    const all = engine.policies.length;
    expect(asked).toEqual([
      [all, undefined],
      [all, last],
    ]);
  });

  it("用当地的日期作为检查日", async () => {
    const days: string[] = [];
    const engine = engineWith([reportOf([])]);
    const session = sessionWith(
      hostWith([]),
      {
        ...engine,
        *steps(workbook, packs, options) {
          days.push(options.asOf);
          return yield* engine.steps(workbook, packs, options);
        },
      },
      { now: () => new Date(2024, 8, 5, 0, 30) },
    );
    await runCheck(session);
    expect(days).toEqual(["2024-09-05"]);
  });

  it("再次检查后说新增、已解决、未变", async () => {
    const [first, ...rest] = someFindings();
    const other = finding("logic", { cell: "E9" });
    const engine = engineWith([reportOf([...(first ? [first] : []), ...rest]), reportOf([...rest, other])]);
    const session = sessionWith(hostWith([]), engine);
    await runCheck(session);
    expect(session.store.get().checked?.news).toBeNull();
    await runCheck(session);
    const news = session.store.get().checked?.news;
    expect([...(news?.fresh ?? [])]).toEqual([other.key]);
    expect(news?.solved).toEqual([first]);
    expect(news?.same).toBe(rest.length);
  });

  it("检查后有人改了表，记下是哪张表", async () => {
    let tell: (sheet: string) => void = () => undefined;
    const { session, state } = onStage({
      onChanged: (listener) => {
        tell = listener;
        return Promise.resolve(() => Promise.resolve());
      },
    });
    await start(session);
    await runCheck(session);
    tell("教师考核");
    tell("教师考核");
    expect(state().edited).toEqual([{ sheet: "教师考核", by: "clerk", during: false }]);
    await runCheck(session);
    expect(state().edited).toEqual([]);
  });
});

describe("标记", () => {
  it("先说要改动多少个单元格，没有点继续就不写", async () => {
    const { session, state, calls } = onStage();
    await runCheck(session);
    askToMark(session);
    expect(state().question).toEqual({ kind: "mark", cells: 10 });
    dismiss(session);
    expect(state().question).toBeNull();
    expect(calls.map(([name]) => name)).toEqual(["read"]);
  });

  it("点继续后做标记，可撤销", async () => {
    const { session, state, calls } = onStage();
    await runCheck(session);
    askToMark(session);
    await answer(session);
    expect(calls.at(-1)).toEqual(["mark", 10]);
    expect(said(session)).toEqual({ id: "mark.done", values: { cells: 10 } });
    expect(state().notice?.undo).toEqual({ kind: "marks" });
    await clearMarks(session);
    expect(calls.at(-1)?.[0]).toBe("clearMarks");
    expect(state().marks).toBeNull();
    expect(said(session)).toEqual({ id: "clear.done" });
  });

  it("只标了一部分时照实说", async () => {
    const { session } = onStage({ mark: () => Promise.resolve({ cells: 900, marked: 500 }) });
    await runCheck(session);
    askToMark(session);
    await answer(session);
    expect(said(session)).toEqual({ id: "mark.partly", values: { cells: 900, marked: 500 } });
  });

  it("标记开着，再次检查后跟着更新", async () => {
    const { session, calls } = onStage();
    await runCheck(session);
    askToMark(session);
    await answer(session);
    await runCheck(session);
    expect(calls.map(([name]) => name).filter((name) => name !== "saveSettings")).toEqual(["read", "mark", "read", "mark"]);
  });

  it("没有标记可清时照实说", async () => {
    const { session } = onStage({ clearMarks: () => Promise.resolve(0) });
    await clearMarks(session);
    expect(said(session)).toEqual({ id: "clear.none" });
  });

  it("标记失败时说数据没有改动，并说原因", async () => {
    const { session, state } = onStage({ mark: () => Promise.reject(protectedSheet) });
    await runCheck(session);
    askToMark(session);
    await answer(session);
    expect(said(session)).toEqual({ words: "工作表受保护，请先撤销保护，再做一次。" });
    expect(state().marks).toBeNull();
    expect(state().task.kind).toBe("idle");
  });
});

describe("检查报告", () => {
  it("没有检查过，先检查再写报告", async () => {
    const { session, calls } = onStage();
    await writeReport(session);
    expect(calls.map(([name]) => name)).toEqual(["read", "writeReport", "saveSettings"]);
    expect(said(session)).toEqual({ id: "report.done", values: { sheet: "检查报告" } });
  });

  it("面板里先问再写", async () => {
    const { session, state, calls } = onStage();
    await runCheck(session);
    askForReport(session);
    expect(state().question).toEqual({ kind: "report" });
    expect(calls.map(([name]) => name)).not.toContain("writeReport");
    await answer(session);
    expect(calls.map(([name]) => name)).toContain("writeReport");
  });

  it("检查没有做成，就不写报告", async () => {
    const { session, calls } = onStage({ read: () => Promise.reject(protectedSheet) });
    await writeReport(session);
    expect(calls).toEqual([]);
  });
});

describe("定位", () => {
  const hidden = new HostFailure({ id: "host.sheet-hidden", values: { sheet: "旧表" } });

  it("选中单元格", async () => {
    const { session, calls } = onStage();
    await locate(finding("logic", { cell: "D7" }), session);
    expect(calls).toEqual([["select", ["教师考核", "D7", false]]]);
  });

  it("工作表是隐藏的：先问，点继续后才取消隐藏", async () => {
    const asked: (boolean | undefined)[] = [];
    const { session, state } = onStage({
      select: (_sheet, _cell, unhide) => {
        asked.push(unhide);
        return unhide === true ? Promise.resolve() : Promise.reject(hidden);
      },
    });
    await locate(finding("logic"), session);
    expect(state().question?.kind).toBe("unhide");
    await answer(session);
    expect(asked).toEqual([false, true]);
    expect(state().notice).toBeNull();
  });

  it("找不到单元格时说怎么办", async () => {
    const { session } = onStage({ select: () => Promise.reject(new Error("ItemNotFound")) });
    await locate(finding("logic"), session);
    expect(said(session)).toEqual({ id: "locate.failed" });
  });
});

describe("说明和设置", () => {
  it("都写了说明，结论变为可上报；说明带姓名和日期，存进工作簿", async () => {
    const open = [finding("experience"), finding("unknown")];
    const { session, state, calls } = onStage({}, open);
    await runCheck(session);
    expect(state().checked?.report.verdict).toBe("需说明");
    await explain(open, " 已核对，属实 ", "王会计", session);
    expect(state().checked?.report.verdict).toBe("可上报");
    const [, kept] = calls.at(-1) ?? [];
    expect(kept).toMatchObject({
      explanations: { [open[0]?.key ?? ""]: { text: "已核对，属实", by: "王会计", at: new Date(2024, 11, 20, 14, 5).toISOString() } },
    });
  });

  it("说明改成空的，就是不要这条说明", async () => {
    const open = [finding("experience")];
    const { session, state } = onStage({}, open);
    await runCheck(session);
    await explain(open, "属实", "王会计", session);
    await explain(open, "  ", "王会计", session);
    expect(state().settings.explanations).toEqual({});
    expect(state().checked?.report.verdict).toBe("需说明");
  });

  it("确认的列和以前确认的合在一起", async () => {
    const before: Settings = { mapping: { 教师考核: { C: "total" } }, readings: {}, explanations: {} };
    const { session, state } = onStage({ loadSettings: () => Promise.resolve(before) });
    await start(session);
    await correctColumns("教师考核", { F: "", D: "name" }, session);
    expect(state().settings.mapping).toEqual({ 教师考核: { C: "total", D: "name", F: "" } });
  });

  it("存不进工作簿时，这次照样有效，并说明", async () => {
    const { session, state } = onStage({ saveSettings: () => Promise.reject(new Error("xml")) });
    await choosePolicy("lanxi-2024-autumn", session);
    expect(state().settings.policy).toBe("lanxi-2024-autumn");
    expect(said(session)).toEqual({ id: "settings.not-kept" });
  });

  it("保存过的设置读不出来，按自动识别，并说明", async () => {
    const { session, state } = onStage({ loadSettings: () => Promise.reject(new Error("xml")) });
    await start(session);
    expect(state().settings.mapping).toEqual({});
    expect(said(session)).toEqual({ id: "settings.not-read" });
  });
});

describe("没有 Excel 时打开文件", () => {
  const file = new File(["姓名"], "考核.csv");

  it("打开后马上检查，再打开别的文件从头开始", async () => {
    const calls: Calls = [];
    const session = sessionWith(null, engineWith([reportOf([])]), {
      openFile: () => Promise.resolve(hostWith(calls, { kind: "file", read: () => Promise.resolve(workbookOf("考核")) })),
    });
    await start(session);
    expect(session.store.get().place).toBe("none");
    await openFile(file, session);
    expect(session.store.get().place).toBe("file");
    expect(session.store.get().checked?.report.verdict).toBe("可上报");
    await closeFile(session);
    expect(session.store.get().place).toBe("none");
    expect(session.store.get().checked).toBeNull();
  });

  it("打不开时说为什么，可以再选", async () => {
    const session = sessionWith(null, engineWith([reportOf([])]), { openFile: () => Promise.reject(protectedSheet) });
    await openFile(file, session);
    const { ending, place, task } = session.store.get();
    expect(ending).toEqual({ kind: "failed", says: { words: "工作表受保护，请先撤销保护，再做一次。" } });
    expect([place, task.kind]).toEqual(["none", "idle"]);
  });
});
