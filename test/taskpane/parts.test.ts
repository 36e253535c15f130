/** The small parts of the pane that only compute: mapping columns, formulas, colours, statistics, self-test, opened files. */
import { packs } from "../../src/policy/library";
import { columnsOf, ruleChoices } from "../../src/taskpane/mapping/columns";
import { newsSteps } from "../../src/taskpane/news";
import { runInSlices } from "../../src/taskpane/scheduler";
import { openAsHost } from "../../src/taskpane/file-host";
import { sayFailure } from "../../src/taskpane/say-failure";
import { selfTest } from "../../src/taskpane/self-test";
import { lookOf } from "../../src/taskpane/theme";
import { localeOf } from "../../src/taskpane/texts";
import { countBy } from "../../src/taskpane/views/finding-counts";
import { examplesByFunction, formulaOf, resultOf } from "../../src/taskpane/formulas/formula-text";
import { stepsToSubmit } from "../../src/taskpane/views/submit-steps";
import { HostFailure } from "../../src/excel/host";
import { engineWith, finding, reportOf, someFindings, teacherTable, workbookOf } from "./stage";

describe("列对应", () => {
  const unsure = [{ column: "F", header: "学习情况", guess: null }];

  it("没有把握的列排在最前，带上表头和前几种内容", () => {
    const columns = columnsOf({ ...teacherTable, unsure }, workbookOf("教师考核"));
    expect(columns.map((column) => column.letter)).toEqual(["F", "A", "B", "C", "D", "E"]);
    expect(columns[0]).toEqual({ letter: "F", header: "学习情况", key: "", unsure: true, preview: ["好", "较好"] });
    expect(columns[3]).toMatchObject({ letter: "C", header: "心得体会（20分）", key: "lanxi.teacher.reflection", unsure: false });
  });

  it("可选的考核项目是这种表在规则里的项目，叫规则里的名字", () => {
    const names = ruleChoices(teacherTable, packs).map((choice) => choice.name);
    expect(names).toContain("心得体会");
    expect(names).toContain("有效评课");
  });

  it("工作表已经不在，照样列出没有把握的列", () => {
    const columns = columnsOf({ ...teacherTable, unsure }, workbookOf("别的表"));
    expect(columns[0]).toMatchObject({ letter: "F", header: "学习情况", preview: [] });
  });
});

describe("公式的例子", () => {
  const [lanxi] = packs;
  if (lanxi === undefined) throw new Error("no pack");

  it.each([
    [[[18, 16, 20, 20, 15]], '=KAOHE.TEACHERSCORE("兰西2024秋",{18,16,20,20,15})'],
    [
      [
        [
          [1, 2],
          [3, 4],
        ],
      ],
      '=KAOHE.TEACHERSCORE("兰西2024秋",{1,2;3,4})',
    ],
    [["教师", 60], '=KAOHE.TEACHERSCORE("兰西2024秋","教师",60)'],
    [['说"好"', null], '=KAOHE.TEACHERSCORE("兰西2024秋","说""好""",)'],
  ])("参数 %j 写成 %s", (given, formula) => {
    const wide = given.map((one) => (Array.isArray(one) && !Array.isArray(one[0]) ? [one] : one));
    expect(formulaOf(lanxi, { says: "例", call: "TEACHERSCORE", with: wide, gives: 0 })).toBe(formula);
  });

  it("结果照单元格里的样子", () => {
    expect([resultOf(59.99), resultOf("合格"), resultOf([[1, 2], [3]]), resultOf(null)]).toEqual(["59.99", "合格", "1；2；3", ""]);
    expect(resultOf({ error: "#VALUE!" })).toBe("#VALUE!");
  });

  it("按函数分组，顺序照规则里的", () => {
    expect([...examplesByFunction(lanxi).keys()][0]).toBe("TEACHERSCORE");
  });
});

describe("颜色跟着 Excel", () => {
  const never = () => false;
  it.each([
    ["#ffffff", never, "light"],
    ["#262626", never, "dark"],
    [null, never, "light"],
    [null, (query: string) => query.includes("dark"), "dark"],
    ["#ffffff", (query: string) => query.includes("forced-colors"), "high-contrast"],
    ["不是颜色", never, "light"],
  ] as const)("背景 %s 用对应的颜色", (background, asks, look) => {
    expect(lookOf(background, asks)).toBe(look);
  });
});

describe("语言", () => {
  it.each([
    ["zh-CN", "zh-CN"],
    ["zh-TW", "zh-CN"],
    ["en-GB", "en-US"],
    ["ja-JP", "zh-CN"],
  ])("Excel 是 %s，界面用 %s", (language, locale) => {
    expect(localeOf(language)).toBe(locale);
  });
});

describe("统计和上报的数", () => {
  it("多的排前面，一样多的按原来的顺序", () => {
    const counts = countBy(
      someFindings(),
      (one) => one.code,
      (one) => one.code,
    );
    expect(counts.map(({ of, count }) => [of, count]).slice(0, 2)).toEqual([
      ["cell.text-number", 6],
      ["score.out-of-range", 1],
    ]);
  });

  it("没有姓名的不计入按人统计", () => {
    const counts = countBy(
      [finding("logic", { subject: null })],
      (one) => one.subject,
      (one) => one.subject,
    );
    expect(counts).toEqual([]);
  });

  it("写了说明的不再算作没有完成", () => {
    const explanation = { text: "属实", by: "王会计", at: "2024-12-20T00:00:00Z" };
    const report = reportOf([finding("experience", { explanation }), finding("unknown"), finding("logic")]);
    expect(stepsToSubmit(report)).toEqual([
      { step: "logic", open: 1, of: 1 },
      { step: "explain", open: 1, of: 2 },
    ]);
  });

  it("新增和已解决按问题本身认，不按位置", async () => {
    const [first, second, third] = [finding("logic"), finding("logic"), finding("logic")];
    const news = await runInSlices(newsSteps([first, second], [{ ...second, cell: "D99" }, third]));
    expect([[...news.fresh], news.solved, news.same]).toEqual([[third.key], [first], 1]);
  });
});

describe("自检", () => {
  const engine = engineWith([]);

  it("浏览器里说不在 Excel 中，规则已读入", async () => {
    const items = await selfTest({ inExcel: false, functions: false, loadEngine: () => Promise.resolve(engine) });
    expect(items).toEqual([
      { id: "excel", works: false },
      { id: "policies", works: true, values: { count: packs.length } },
      { id: "calculates", works: true, values: { count: expect.any(Number) as number, wrong: 0 } },
    ]);
  });

  it("Excel 里再看表中的公式：有显示 #NAME? 的照实说，读不成也照实说", async () => {
    const none = () => Promise.reject(new Error("not asked for here"));
    const formulas = { canSpill: false, selectedCell: none, selectedArea: none, onSelected: none, read: none, preview: none, insert: none };
    const surroundings = { inExcel: true, functions: true, loadEngine: () => Promise.resolve(engine) };
    const bad = await selfTest({ ...surroundings, formulas: { ...formulas, count: () => Promise.resolve({ all: 12, unnamed: 3 }) } });
    expect(bad.slice(-2)).toEqual([
      { id: "cells", works: false, unproven: false, values: { all: 12, unnamed: 3 } },
      { id: "spills", works: false },
    ]);
    const unread = await selfTest({ ...surroundings, formulas: { ...formulas, count: none } });
    expect(unread.find(({ id }) => id === "cells")).toEqual({ id: "cells", works: false, values: { all: 0, unnamed: 0 } });
  });

  it("Excel 里数出公式函数；规则读不到时照实说", async () => {
    const items = await selfTest({ inExcel: true, functions: true, loadEngine: () => Promise.reject(new Error("offline")) });
    expect(items.map(({ id, works }) => [id, works])).toEqual([
      ["excel", true],
      ["policies", false],
      ["functions", true],
    ]);
    expect(items[2]?.values?.count).toBeGreaterThanOrEqual(20);
  });
});

describe("没有 Excel 时打开的文件", () => {
  const fileOf = (name: string, text: string) => ({
    name,
    arrayBuffer: () => Promise.resolve(new TextEncoder().encode(text).buffer),
  });
  const csv = () => fileOf("考核.csv", "姓名,总分\n吴凡山,89\n");

  it("读得出内容，设置在打开期间有效", async () => {
    const host = await openAsHost(csv());
    expect(host.kind).toBe("file");
    expect(await host.name()).toBe("考核.csv");
    const workbook = await host.read(() => undefined, new AbortController().signal);
    expect(workbook.sheets[0]?.text(1, 0)).toBe("吴凡山");
    await host.saveSettings({ policy: "lanxi-2024-autumn", mapping: {}, readings: {}, explanations: {} });
    expect((await host.loadSettings())?.policy).toBe("lanxi-2024-autumn");
    await (
      await host.onChanged(() => undefined)
    )();
  });

  it("不能写：标记、报告、定位都拒绝并说明", async () => {
    const host = await openAsHost(csv());
    for (const attempt of [host.mark([]), host.clearMarks(), host.writeReport(reportOf([])), host.select("考核", "A1")]) {
      await expect(attempt).rejects.toMatchObject({ says: { id: "place.read-only" } });
    }
  });

  it("打不开的文件说清楚是什么文件、怎么办", async () => {
    const failure = await openAsHost(fileOf("空.xlsx", "")).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(HostFailure);
    const words = failure instanceof HostFailure ? sayFailure(failure.says, "zh-CN") : "";
    expect(words).toContain("空.xlsx");
    expect(words).not.toMatch(/file\.|Error/);
  });

  it("不认识的失败没有现成的话，由面板自己说", () => {
    expect(sayFailure({ id: "host.nothing-like-it" }, "zh-CN")).toBeNull();
  });
});
