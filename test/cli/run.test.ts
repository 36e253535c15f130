/** The command line: what may be typed, what comes out, and the exit codes. */
import { readSettings, settingsXml, NOTHING_KEPT } from "../../src/check/settings";
import type { Report } from "../../src/check/report";
import enUS from "../../src/cli/messages/en-US.json";
import zhCN from "../../src/cli/messages/zh-CN.json";
import { patched } from "../files/making";
import { filesOf, FINDING, PACKS, REPORT, runWith, WORKBOOK } from "./reports";

const passed: Report = { ...REPORT, verdict: "可上报", findings: [] };

describe("退出码", () => {
  test.each([
    ["可上报", 0],
    ["需说明", 1],
    ["不可上报", 1],
    ["未能检查", 2],
  ] as const)("%s 是 %i", async (verdict, code) => {
    expect((await runWith(["表.xlsx"], undefined, () => ({ ...REPORT, verdict }))).code).toBe(code);
  });

  test("几个文件取最高的", async () => {
    const files = { "一.xlsx": WORKBOOK, "二.xlsx": WORKBOOK, "三.xlsx": WORKBOOK };
    const run = await runWith(Object.keys(files), files, (name) => (name === "二.xlsx" ? REPORT : passed));
    expect(run.code).toBe(1);
    expect((await runWith(["一.xlsx", "没有.xlsx", "二.xlsx"], files, () => passed)).code).toBe(2);
  });
});

describe("命令写错时用中文说明，退出码 64，不检查也不输出", () => {
  test.each([
    ["没有写文件", [], "没有写要检查的文件。"],
    ["没有这个选项", ["表.xlsx", "--policies", "兰西"], "没有“--policies”这个选项。"],
    ["没有这个短选项", ["表.xlsx", "-p"], "没有“-p”这个选项。"],
    ["选项后面没有内容", ["表.xlsx", "--policy"], "选项“--policy”后面没有写内容。"],
    ["选项后面是空的", ["表.xlsx", "--report="], "选项“--report”后面没有写内容。"],
    ["选项后面多写了内容", ["--help=1"], "选项“--help”后面不能写内容。"],
    ["没有这种格式", ["表.xlsx", "--format", "pdf"], "没有“pdf”这种格式，只能写 text、json 或 html。"],
    ["不是日期", ["表.xlsx", "--as-of", "2024-02-30"], "“2024-02-30”不是日期。请写成 2024-12-30 这样。"],
    ["日期写法不对", ["表.xlsx", "--as-of", "2024.9.25"], "“2024.9.25”不是日期。请写成 2024-12-30 这样。"],
    ["没有这个政策包", ["表.xlsx", "--policy", "不存在"], "没有“不存在”这个政策包。现有：兰西2024秋、肇庆全员培训。"],
    ["列对应文件不在", ["表.xlsx", "--mapping", "没有.json"], "找不到列对应文件“没有.json”。"],
    ["列对应文件看不懂", ["表.xlsx", "--mapping", "坏.json"], "列对应文件“坏.json”看不懂。应为 JSON：工作表名 → 列字母 → 项目。"],
    ["报告不是 xlsx", ["表.xlsx", "--report", "报告.pdf"], "检查报告的文件名“报告.pdf”要以 .xlsx 结尾。"],
    ["报告要写到被检查的文件上", ["表.xlsx", "--report", "./表.xlsx"], "“./表.xlsx”是要检查的文件，不能写到它上面。请换一个文件名。"],
    ["报告写不进去", ["表.xlsx", "--report", "只读/报告.xlsx"], "无法写入“只读/报告.xlsx”。请核对文件夹是否存在、文件是否正被打开。"],
  ])("%s", async (name, typed, message) => {
    const run = await runWith(typed, { "表.xlsx": WORKBOOK, "坏.json": '{"表":{"A1":1}}' });
    expect(run.code).toBe(64);
    expect(run.error.split("\n")[0]).toBe(message);
    if (name !== "报告写不进去") expect([run.out, run.asked]).toEqual(["", []]);
  });

  test.each([
    ["政策文件", ["表.xlsx", "--policy", "政策.json", "--report", "政策.xlsx"], { "政策.xlsx": WORKBOOK }, "政策.xlsx"],
    ["别人的工作簿", ["表.xlsx", "--report", "花名册.xlsx"], { "花名册.xlsx": WORKBOOK }, "花名册.xlsx"],
    ["别人的文件", ["表.xlsx", "--write-mapping", "设置.json"], { "设置.json": '{"a":1}' }, "设置.json"],
    ["已有的规则表", ["表.xlsx", "--write-mapping", "政策.xlsx"], { "政策.xlsx": WORKBOOK }, "政策.xlsx"],
  ])("已经有的文件不写：%s", async (_, typed, files, file) => {
    const disk = { "表.xlsx": WORKBOOK, "政策.json": "{}", ...files };
    const run = await runWith(typed, disk);
    expect([run.code, run.error.split("\n")[0]]).toEqual([64, `“${file}”已经存在，不会写到它上面。请换一个文件名，或先把它移走。`]);
    expect(Object.fromEntries(run.disk)).toEqual(disk);
    expect(run.asked).toEqual([]);
  });

  test.each([
    ["用作政策的规则表", ["表.xlsx", "--policy", "规则.xlsx", "--report", "./规则.xlsx"], "./规则.xlsx"],
    ["用作列对应的文件", ["表.xlsx", "--mapping", "列.json", "--write-mapping", "列.json"], "列.json"],
  ])("正在读的文件不写：%s", async (_, typed, file) => {
    const run = await runWith(typed, { "表.xlsx": WORKBOOK, "规则.xlsx": WORKBOOK, "列.json": "{}" });
    expect([run.code, run.error.split("\n")[0]]).toEqual([64, `“${file}”是要检查的文件，不能写到它上面。请换一个文件名。`]);
  });

  test("以前写的报告、列对应和空文件可以再写", async () => {
    const first = await runWith(["表.xlsx", "--report", "报告.xlsx", "--write-mapping", "列.json"]);
    const files = Object.fromEntries(first.disk);
    expect((await runWith(["表.xlsx", "--report", "报告.xlsx", "--write-mapping", "列.json"], files)).code).toBe(1);
    expect((await runWith(["表.xlsx", "--report", "空.xlsx"], { "表.xlsx": WORKBOOK, "空.xlsx": "" })).code).toBe(1);
  });

  test("--help 说明写法，不算错", async () => {
    const run = await runWith(["--help"]);
    expect([run.code, run.error]).toEqual([0, ""]);
    expect(run.out).toContain("用法：npm run check -- 文件…");
  });
});

describe("文件读不了", () => {
  test.each([
    ["不存在", {}, "找不到文件“表.xlsx”。"],
    ["是空的", { "表.xlsx": new Uint8Array() }, "“表.xlsx”是空文件"],
    ["不是表格", { "表.xlsx": "%PDF-1.7" }, "“表.xlsx”不是电子表格文件"],
  ])("%s：结论是未能检查，说出原因，别的文件照样检查", async (_, files, message) => {
    const run = await runWith(["表.xlsx", "好.xlsx", "--format", "json"], { ...files, "好.xlsx": WORKBOOK }, () => passed);
    const [bad, good] = filesOf(run.out);
    expect(run.code).toBe(2);
    expect(bad).toMatchObject({ file: "表.xlsx", verdict: "未能检查", policies: [], tables: [], findings: [] });
    expect(bad?.["problem"]).toContain(message);
    expect(good?.verdict).toBe("可上报");
    expect(run.error).toBe("");
  });

  test("检查时程序出错，不当成表有问题", async () => {
    const run = await runWith(["表.xlsx"], undefined, () => {
      throw new RangeError("index out of range");
    });
    expect(run.code).toBe(2);
    expect(run.out).toContain("没有得出结论");
    expect(run.out).not.toContain("index");
  });
});

describe("按什么检查", () => {
  test("不写政策包和日期：给出全部政策包，由检查识别，日期是今天", async () => {
    const { asked } = await runWith(["表.xlsx"]);
    expect(asked.map(([workbook, packs, options]) => [workbook.name, packs, options.asOf])).toEqual([["表.xlsx", PACKS, "2026-11-22"]]);
  });

  test("写了政策包（短名或编号，可以几个）和日期", async () => {
    const { asked } = await runWith(["表.xlsx", "--policy", "肇庆全员培训", "--policy", "lanxi-2024-autumn", "--as-of", "2024-12-30"]);
    expect(asked[0]?.[1].map((each) => each.id)).toEqual(["zhaoqing-annual", "lanxi-2024-autumn"]);
    expect(asked[0]?.[2].asOf).toBe("2024-12-30");
  });

  test("工作簿里存的政策、列对应、口径和说明都用上，命令里写的列对应优先", async () => {
    const settings = {
      policy: "肇庆全员培训",
      mapping: { 教师考核: { A: "number", B: "name" } },
      readings: { "lanxi.teacher.bonus/cap": "cap" },
      explanations: { k1: { text: "已核实", by: "吴凡山", at: "2024-12-30" } },
    };
    const xml = settingsXml({ ...NOTHING_KEPT, settings });
    expect(readSettings(xml).ok).toBe(true);
    const files = {
      "表.xlsx": patched(WORKBOOK, { "customXml/item1.xml": () => xml }),
      "列.json": '\uFEFF{"教师考核":{"B":"school"},"名册":{"A":""}}',
    };
    const { asked } = await runWith(["表.xlsx", "--mapping", "列.json"], files);
    expect(asked[0]?.[1].map((each) => each.id)).toEqual(["zhaoqing-annual"]);
    expect(asked[0]?.[2].settings).toEqual({ ...settings, mapping: { 教师考核: { A: "number", B: "school" }, 名册: { A: "" } } });
  });

  test("命令里写的政策包优先于工作簿里存的", async () => {
    const xml = settingsXml({ ...NOTHING_KEPT, settings: { ...NOTHING_KEPT.settings, policy: "肇庆全员培训" } });
    const { asked } = await runWith(["表.xlsx", "--policy", "兰西2024秋"], {
      "表.xlsx": patched(WORKBOOK, { "customXml/item1.xml": () => xml }),
    });
    expect(asked[0]?.[1].map((each) => each.id)).toEqual(["lanxi-2024-autumn"]);
  });

  test("文件本身不会被改动", async () => {
    const before = WORKBOOK.slice();
    const { disk } = await runWith(["表.xlsx", "--report", "报告.xlsx", "--write-mapping", "列.json"]);
    expect(disk.get("表.xlsx")).toEqual(before);
    expect([...disk.keys()]).toEqual(["表.xlsx", "列.json", "报告.xlsx"]);
    expect(JSON.parse(String(disk.get("列.json")))).toEqual({ 教师考核: { B: "name", F: "lanxi.teacher.review", I: "" } });
  });
});

describe("JSON", () => {
  test("只输出一个 JSON 对象，形状固定", async () => {
    const run = await runWith(["表.xlsx", "--format", "json"]);
    const { key, ...finding } = FINDING;
    const { unsure, policy, ...table } = REPORT.tables[0] ?? { unsure: [], policy: "" };
    expect([key, unsure.length, policy]).toEqual(["k1", 1, "lanxi-2024-autumn"]);
    expect(JSON.parse(run.out)).toEqual({
      files: [
        {
          file: "表.xlsx",
          verdict: "不可上报",
          policies: ["lanxi-2024-autumn"],
          tables: [table],
          findings: [finding],
          readings: REPORT.readings,
          fingerprint: REPORT.fingerprint,
        },
      ],
    });
  });
});

test("中文和英文的说法一样多，用的内容一样", () => {
  const english = new Map(Object.entries(enUS));
  const holes = (text: string) => [...new Set([...text.matchAll(/\{(\w+)[,}]/g)].map((match) => match[1]))].sort();
  expect(Object.keys(enUS).sort()).toEqual(Object.keys(zhCN).sort());
  for (const [id, text] of Object.entries(zhCN)) expect([id, holes(text)]).toEqual([id, holes(english.get(id) ?? "")]);
});
