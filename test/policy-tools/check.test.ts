/** npm run policy -- check: a sound policy passes; every fault is told in Chinese, with the rule it is in and what to do. */
import { policy, SONGLING, SONGLING_TEXT } from "./command";

type Draft = { rules: Record<string, unknown>[]; examples: Record<string, unknown>[] } & Record<string, unknown>;

function changed(change: (draft: Draft) => void): string {
  const draft = JSON.parse(SONGLING) as Draft;
  change(draft);
  return JSON.stringify(draft);
}

function ruleOf(draft: Draft, id: string): Record<string, unknown> {
  const rule = draft.rules.find((each) => each["id"] === id);
  if (rule === undefined) throw new Error(id);
  return rule;
}

const band = (name: string, who: object, min: number) => ({ name, who, min });

function withBands(...bands: object[]): string {
  return changed((draft) =>
    draft.rules.push({
      id: "songling.books",
      kind: "evidence",
      name: "读书",
      clause: { at: "第一条", quote: "全县在职教师" },
      unit: "本",
      min: null,
      bands,
    }),
  );
}

test("没有问题的政策包：逐项通过，退出码 0", async () => {
  const ran = await policy(["check", "松岭.json", "--source", "原文.txt"], { "松岭.json": SONGLING, "原文.txt": SONGLING_TEXT });
  expect([ran.code, ran.error]).toEqual([0, ""]);
  expect(ran.out).toContain("政策包：松岭学时（songling-hours），规则 10 条，表格 3 种，示例 15 个");
  expect(ran.out).toContain("10 条引文都能在“原文.txt”里找到");
  expect(ran.out).toContain("选定：全县统一的五年　其他：任意连续五年");
  expect(ran.out).toContain("通过　网络研修 50 小时是 25 学时，一门最多计 20");
  expect(ran.out).toContain("结论：没有问题，可以使用。");
  expect(ran.out).not.toContain("不符");
});

test.each<[string, string, string]>([
  ["少了一项", changed((draft) => delete ruleOf(draft, "songling.pass")["line"]), "第9条规则“集中培训合格线”的“合格线”没有填写"],
  ["多了一项", changed((draft) => (ruleOf(draft, "songling.pass")["lines"] = 60)), "lines"],
  ["没有这种规则", changed((draft) => (ruleOf(draft, "songling.pass")["kind"] = "及格")), "及格"],
  [
    "引用的规则不在",
    changed((draft) => (ruleOf(draft, "songling.no-award")["when"] = { rule: "songling.none", outcome: "unmet" })),
    "songling.none",
  ],
  ["选定的口径不在可选之中", SONGLING.replace('"chosen": "fixed"', '"chosen": "any"'), "any"],
  ["沿用的政策包没有", changed((draft) => (draft["extends"] = "songling-2016")), "songling-2016"],
  ["沿用自己", changed((draft) => (draft["extends"] = "songling-hours")), "songling-hours"],
  [
    "年龄分档重叠",
    withBands(band("青年", { maxAge: 40 }, 2), band("中年", { minAge: 40 }, 1)),
    "第11条规则“读书”：“中年”与“青年”的年龄有重叠",
  ],
  ["年龄分档留空", withBands(band("青年", { maxAge: 35 }, 2), band("中年", { minAge: 40 }, 1)), "空着36岁到39岁"],
  [
    "示例算出来不一样",
    changed((draft) => (draft.examples = [{ says: "七天", call: "TRAININGHOURS", with: [7, "集中培训天"], gives: 56 }])),
    "不符　七天　应得 56，实得 48",
  ],
  [
    "示例应得一个数，函数却报错",
    changed((draft) => (draft.examples = [{ says: "两成天", call: "TRAININGHOURS", with: [0.2, "集中培训天"], gives: 2 }])),
    '不符　两成天　应得 2，实得 {"error":"#VALUE!"}（0.2 天不是 0.5 的整数倍，不能折算）',
  ],
  ["示例里的函数不存在", changed((draft) => (draft.examples = [{ says: "旧函数", call: "OLDHOURS", with: [], gives: 1 }])), "#NAME?"],
])("%s：说明在哪里，退出码 1", async (_says, pack, message) => {
  const ran = await policy(["check", "包.json"], { "包.json": pack });
  expect(ran.out).toContain(message);
  expect(ran.out).toMatch(/结论：有 \d+ 处要改/u);
  expect(ran.code).toBe(1);
});

test("引文改了一个字：说出哪一条、哪一句，退出码 1；换行和空格不算改动", async () => {
  const pack = SONGLING.replace('"集中培训每天计8学时，每半天计4学时"', '"集中培训每天计10学时，每半天计4学时"');
  const ran = await policy(["check", "包.json", "--source", "原文.txt"], { "包.json": pack, "原文.txt": SONGLING_TEXT });
  expect(ran.out).toContain("第2条规则“集中培训折算”（第二条（一））引的“集中培训每天计10学时，每半天计4学时”在原文里没有找到");
  expect(ran.out).toContain("9 条引文都能在“原文.txt”里找到");
  expect(ran.code).toBe(1);
});

test("原文就在政策包旁边、政策包又写了它的文件名：自动核对", async () => {
  const pack = changed((draft) => (draft["source"] = "办法.txt"));
  const ran = await policy(["check", "文件夹/包.json"], { "包.json": pack, "办法.txt": SONGLING_TEXT });
  expect(ran.out).toContain("10 条引文都能在“文件夹/办法.txt”里找到");
});

test("政策包不能指使软件去读别处的文件", async () => {
  const pack = changed((draft) => (draft["source"] = "../../etc/passwd"));
  const ran = await policy(["check", "包.json"], { "包.json": pack, passwd: SONGLING_TEXT });
  expect(ran.out).toContain("没有核对");
});

describe("下学期的文件沿用同一文件夹里的政策包", () => {
  const next = JSON.stringify({
    format: 1,
    id: "songling-next",
    name: "松岭新学时",
    title: "松岭县新办法",
    unit: "学时",
    rounding: 2,
    extends: "songling-hours",
    removes: ["songling.lesson"],
    tables: [],
    rules: [
      { id: "songling.pass", kind: "pass", name: "合格线", of: "teacher", clause: { at: "一", quote: "七十分" }, line: 70 },
      { id: "songling.tip", kind: "advisory", name: "错峰", clause: { at: "二", quote: "错峰报名" }, advice: "请错峰报名。" },
    ],
    examples: [{ says: "七十分合格", call: "RULE", with: ["songling.pass"], gives: 70 }],
  });

  test("说出改动、新增、去掉了哪几条；只核对自己写的引文", async () => {
    const files = { "新.json": next, "songling-hours.json": SONGLING, "原文.txt": "七十分，错峰报名" };
    const ran = await policy(["check", "新.json", "--source", "原文.txt"], files);
    expect(ran.code).toBe(0);
    expect(ran.out).toContain("沿用“松岭学时”");
    expect(ran.out).toContain("改动 1 条　合格线");
    expect(ran.out).toContain("新增 1 条　错峰");
    expect(ran.out).toContain("去掉 1 条　示范课");
    expect(ran.out).toContain("2 条引文都能在“原文.txt”里找到");
  });

  test("两份互相沿用：说明，不会没完没了", async () => {
    const files = { "songling-next.json": next, "songling-hours.json": changed((draft) => (draft["extends"] = "songling-next")) };
    expect((await policy(["check", "songling-next.json"], files)).code).toBe(1);
  });
});

test.each<[string, string[], Record<string, string>]>([
  ["没有这个文件", ["check", "没有.json"], {}],
  ["不是 JSON", ["check", "坏.json"], { "坏.json": '{"format": 1,' }],
  ["是 JSON，却不是政策包", ["check", "列表.json"], { "列表.json": "[1,2,3]" }],
  ["工作簿里没有规则表", ["check", "表.csv"], { "表.csv": "姓名,分数\n王,60\n" }],
  ["不是工作簿", ["check", "图.png"], { "图.png": "\u0089PNG\u0000\u0000" }],
])("%s：退出码 2", async (_says, typed, files) => {
  const ran = await policy(typed, files);
  expect([ran.code, ran.out]).toEqual([2, ""]);
  expect(ran.error).toMatch(/[一-龥]/u);
});

test.each<[string, string[]]>([
  ["没有写命令", []],
  ["没有这个命令", ["frob"]],
  ["check 没有写文件", ["check"]],
  ["check 多写了一个文件", ["check", "松岭.json", "松岭.json"]],
  ["sheet 没有写要写成的文件", ["sheet", "兰西2024秋"]],
  ["sheet 要写成的不是 .xlsx", ["sheet", "兰西2024秋", "规则表.xls"]],
  ["json 少了一个文件", ["json", "松岭.json"]],
  ["schema 后面多了内容", ["schema", "x"]],
  ["fields 后面多了内容", ["fields", "x"]],
  ["没有这个选项", ["check", "松岭.json", "--sauce", "原文.txt"]],
  ["别的命令不能写 --source", ["schema", "--source", "原文.txt"]],
  ["没有这个原文", ["check", "松岭.json", "--source", "没有.txt"]],
  ["写到读的文件上", ["json", "松岭.json", "松岭.json"]],
  ["写不进去", ["sheet", "兰西2024秋", "只读/规则表.xlsx"]],
])("命令写错（%s）：说明写法，退出码 64，不输出结果", async (_says, typed) => {
  const ran = await policy(typed, { "松岭.json": SONGLING });
  expect([ran.code, ran.out]).toEqual([64, ""]);
  expect(ran.error).toMatch(/[一-龥]/u);
});

test("--help 说明写法，退出码 0", async () => {
  const ran = await policy(["--help"]);
  expect(ran.code).toBe(0);
  expect(ran.out).toContain("npm run policy -- 命令");
});
