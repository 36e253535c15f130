/** Packs from outside: what is wrong is said in Chinese, with the place; nothing hostile hurts or takes long. */
import { packById, packs } from "../../src/policy/library";
import { parsePack, type PackProblem } from "../../src/policy/load";
import type { Pack } from "../../src/policy/schema";

function lanxi(): Pack {
  const found = packById("lanxi-2024-autumn");
  if (!found) throw new Error("lanxi");
  return structuredClone(found);
}

type Step = string | number;

function inside(value: object, step: Step): object {
  const next: unknown = Reflect.get(value, step);
  if (typeof next !== "object" || next === null) throw new Error(String(step));
  return next;
}

/** A copy of Lanxi's pack with one value replaced, or taken out (undefined). */
function changed(path: readonly Step[], value: unknown): unknown {
  const pack = lanxi();
  const owner = path.slice(0, -1).reduce<object>(inside, pack);
  const last = path.at(-1) ?? "";
  if (value === undefined) Reflect.deleteProperty(owner, last);
  else Reflect.set(owner, last, value);
  return pack;
}

function changedRule(id: string, path: readonly Step[], value: unknown): unknown {
  const index = lanxi().rules.findIndex((rule) => rule.id === id);
  if (index < 0) throw new Error(id);
  return changed(["rules", index, ...path], value);
}

function problemsOf(input: unknown): readonly PackProblem[] {
  const parsed = parsePack(input, { known: packs });
  return "problems" in parsed ? parsed.problems : [];
}

test.each<[string, unknown, string]>([
  [
    "分值写成文字",
    changedRule("lanxi.teacher.review", ["points"], "二十"),
    "第5条规则“有效评课”的“分值”填写的“二十”类型不对。请改为数字。",
  ],
  ["分值是负数", changedRule("lanxi.teacher.review", ["points"], -1), "第5条规则“有效评课”的“分值”填写的-1太小，不能小于0。请修改。"],
  ["没有原文", changedRule("lanxi.teacher.review", ["clause", "quote"], undefined), "第5条规则“有效评课”的“原文”没有填写。请补上。"],
  [
    "种类写错",
    changedRule("lanxi.teacher.review", ["kind"], "评分"),
    "第5条规则“有效评课”的“种类”填写的“评分”不是已知的种类。请从规则种类里选一种。",
  ],
  ["比例大于1", changedRule("lanxi.school.teacher-average", ["share"], 60), "的“比例”填写的60太大，不能大于1。请修改。"],
  ["多出不认识的内容", changedRule("lanxi.teacher.review", ["script"], "x"), "第5条规则“有效评课”里有不认识的内容“script”。请删去。"],
  ["单位写错", changed(["unit"], "小时"), "政策包的“单位”填写的“小时”不在可选范围内。请改为：学时、学分。"],
  ["编号重复", changedRule("lanxi.teacher.review", ["id"], "lanxi.teacher.reflection"), "编号“lanxi.teacher.reflection”与另一条规则重复"],
  ["同种规则同名", changedRule("lanxi.teacher.review", ["name"], "心得体会"), "与另一条同种规则同名“心得体会”"],
  [
    "合格线规则不存在",
    changedRule("lanxi.teacher.hours", ["pass"], "lanxi.none"),
    "第17条规则“教师考核认定学时”的“合格线规则”提到的规则“lanxi.none”不存在",
  ],
  ["认定学时挂在考核项目上", changedRule("lanxi.teacher.hours", ["pass"], "lanxi.teacher.review"), "“lanxi.teacher.review”不是合格线"],
  ["证明材料挂在自己身上", changedRule("lanxi.teacher.review.words", ["of"], "lanxi.teacher.review.words"), "提到了自己"],
  ["加分没有评分表", changedRule("lanxi.teacher.bonus", ["of"], "nobody"), "所属的评分表“nobody”没有考核项目"],
  ["平均分没有来源", changedRule("lanxi.school.teacher-average", ["source"], "nobody"), "所属的评分表“nobody”没有考核项目"],
  ["日期不存在", changedRule("lanxi.teacher.platform-hours.date", ["due"], { by: "2024-09-31" }), "填写的日期“2024-09-31”不存在"],
  [
    "开始晚于结束",
    changedRule("lanxi.central-training.dates", ["due"], { from: "2024-09-22", to: "2024-09-21" }),
    "开始日期2024-09-22晚于结束日期2024-09-21",
  ],
  [
    "表格里的规则不存在",
    changed(["tables"], [{ kind: "roster", name: "花名册", rules: ["lanxi.none"] }]),
    "第1种表格“花名册”的“规则”提到的规则“lanxi.none”不存在",
  ],
  [
    "同一种表格写了两次",
    changed(
      ["tables"],
      [1, 2].map(() => ({ kind: "roster", name: "花名册", rules: [] })),
    ),
    "第2种表格“花名册”与另一种表格的种类重复",
  ],
  ["所依据的政策包没有", changed(["extends"], "lanxi-1999"), "所依据的政策包“lanxi-1999”没有找到"],
])("%s时，说清是哪里、怎么改", (_says, input, text) => {
  expect(
    problemsOf(input)
      .map((problem) => problem.text)
      .join("\n"),
  ).toContain(text);
});

test.each<[string, unknown, string]>([
  ["所选口径不在选项里", changedRule("lanxi.teacher.hours", ["readings", 0, "chosen"], "另一种"), "口径“basis”所选的“另一种”不在选项里"],
  ["选项重复", changedRule("lanxi.teacher.hours", ["readings", 0, "options", 1, "value"], "own-line"), "有重复的选项“own-line”"],
])("口径：%s", (_says, input, text) => {
  expect(
    problemsOf(input)
      .map((problem) => problem.text)
      .join("\n"),
  ).toContain(text);
});

test.each<[string, (number | null)[], string]>([
  ["比例合计不是一", [0.2, 0.7], "合计是90%，应是100%"],
  ["有的有比例有的没有", [0.2, null], "有的部分填了比例，有的没填"],
])("综合成绩：%s", (_says, shares, text) => {
  const plan = structuredClone(packById("plan7"));
  const composite = plan?.rules.find((rule) => rule.kind === "composite");
  composite?.parts.forEach((part, index) => (part.share = shares[index] ?? null));
  expect(
    problemsOf(plan)
      .map((problem) => problem.text)
      .join("\n"),
  ).toContain(text);
});

test("问题带着在政策包里的位置", () => {
  const input = changedRule("lanxi.teacher.review", ["points"], "二十");
  expect(problemsOf(input).map((problem) => problem.path)).toEqual(["rules[4].points"]);
});

test("问题再多也只列五十处，其余说个数", () => {
  const input = changed(
    ["rules"],
    Array.from({ length: 200 }, () => ({ kind: "什么" })),
  );
  const problems = problemsOf(input);
  expect(problems).toHaveLength(51);
  expect(problems.at(-1)?.text).toContain("还有150处问题");
});

test("英文界面说英文", () => {
  const parsed = parsePack(changed(["title"], undefined), { locale: "en-US" });
  expect("problems" in parsed && parsed.problems[0]?.text).toBe("Not filled in: “title” of the pack. Please add it.");
});

const deep = (levels: number): string => `${"[".repeat(levels)}${"]".repeat(levels)}`;

function circle(): object {
  const one: { rules: unknown[] } = { rules: [] };
  one.rules.push(one, one, one);
  return one;
}

test.each<[string, unknown, string]>([
  ["空文件", "", "读不出来"],
  ["半截文件", '{"format":1,', "读不出来"],
  ["不是政策包的内容", "[1,2,3]", "不是政策包"],
  ["什么都没有", null, "不是政策包"],
  ["一个数", 5, "不是政策包"],
  ["十兆字节的文件", `{"a":"${"x".repeat(10 * 1024 * 1024)}"}`, "超过2兆字节"],
  ["十兆字节的对象", { a: "x".repeat(10 * 1024 * 1024) }, "超过2兆字节"],
  ["套了十万层", `{"a":${deep(100_000)}}`, "套得太深"],
  ["套成一圈", circle(), "套得太深"],
  ["伸向原型的名称", '{"__proto__":{"polluted":true}}', "不允许的名称“__proto__”"],
  ["藏在规则里的 constructor", '{"rules":[{"constructor":{"prototype":1}}]}', "不允许的名称"],
  ["三十万个值", `{"rules":[${Array.from({ length: 300_000 }, () => "1").join(",")}]}`, "超过200000项"],
  ["两千零一条规则", JSON.stringify({ rules: Array.from({ length: 2001 }, () => ({})) }), "有2001条规则，最多2000条"],
  ["超长的编号", JSON.stringify({ ...lanxi(), id: `${"a-".repeat(400_000)}!` }), "政策包的“编号”"],
  ["两千条空规则", JSON.stringify({ ...lanxi(), rules: Array.from({ length: 2000 }, () => ({})) }), "没有填写"],
])("%s在一秒之内被拒绝，并说明原因", (_says, input, text) => {
  const started = performance.now();
  const problems = problemsOf(input);
  expect(performance.now() - started).toBeLessThan(1000);
  expect(problems.map((problem) => problem.text).join("\n")).toContain(text);
  expect(Reflect.get({}, "polluted")).toBeUndefined();
});

test("提示里只有中文和文件里的内容，没有程序的话", () => {
  const inputs = ["", "[]", '{"__proto__":1}', JSON.stringify({ ...lanxi(), rules: [{}, { kind: "rubric" }], tables: 5 })];
  const told = inputs.flatMap((input) => problemsOf(input)).map((problem) => problem.text);
  expect(told.length).toBeGreaterThan(5);
  expect(told.join("").replace(/__proto__/gu, "")).not.toMatch(/[A-Za-z]{2,}/u);
});

test("带字节顺序标记的文件照样能读", () => {
  expect(parsePack(`\ufeff${JSON.stringify(lanxi())}`)).toEqual({ ok: lanxi() });
});
