/** What holds for every pack that comes with the add-in. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { findPack, packById, packs } from "../../src/policy/library";
import { parsePack } from "../../src/policy/load";
import { plainName } from "../../src/policy/naming";
import enUS from "../../src/policy/messages/en-US.json";
import zhCN from "../../src/policy/messages/zh-CN.json";
import { findRule } from "../../src/policy/resolve";

const sources = join(__dirname, "../fixtures/sources");

function withoutSpace(text: string): string {
  return text.replace(/\s/gu, "");
}

const texts = new Map(packs.map((pack) => [pack.id, withoutSpace(readFileSync(join(sources, pack.source ?? ""), "utf8"))]));

const everyRule = packs.flatMap((pack) => pack.rules.map((rule) => [rule.id, rule, pack] as const));
const everyReading = everyRule.flatMap(([id, rule]) => (rule.readings ?? []).map((reading) => [`${id} ${reading.id}`, reading] as const));

test.each(everyRule)("%s 引的是原文里的话", (_id, rule, pack) => {
  expect(texts.get(pack.id)).toContain(withoutSpace(rule.clause.quote));
});

test.each(everyRule)("%s 的引文没有省略号", (_id, rule) => {
  expect(rule.clause.quote).not.toMatch(/…|\.\.\./u);
});

test.each(everyReading)("%s 选的口径在选项之中，别的选项也各不相同", (_id, reading) => {
  const values = reading.options.map((option) => option.value);
  expect(values).toContain(reading.chosen);
  expect(new Set(values).size).toBe(values.length);
});

test.each(everyReading)("%s 默认用第一个选项", (_id, reading) => {
  expect(reading.options[0]?.value).toBe(reading.chosen);
});

test.each(packs.map((pack) => [pack.name, pack] as const))("%s 通过全部检查", (_name, pack) => {
  expect(parsePack(JSON.stringify(pack), { known: packs })).toEqual({ ok: pack });
});

test.each(packs.map((pack) => [pack.name, pack] as const))("%s 里一个名称只指一条规则", (_name, pack) => {
  const owners = new Map<string, Set<string>>();
  for (const rule of pack.rules) {
    for (const name of [rule.name, ...(rule.aliases ?? [])].map(plainName)) {
      owners.set(name, (owners.get(name) ?? new Set()).add(rule.id));
    }
  }
  expect([...owners].filter(([, ids]) => ids.size > 1).map(([name]) => name)).toEqual([]);
});

test("没有两个政策包同名", () => {
  const names = packs.flatMap((pack) => [...new Set([pack.id, pack.name, ...(pack.aliases ?? [])].map(plainName))]);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test("一个政策包的识别词不被另一个包含而误认", () => {
  const clashes = packs.flatMap((pack) =>
    (pack.keywords ?? []).flatMap((word) =>
      packs.filter((other) => other !== pack && other.keywords?.some((own) => own.includes(word))).map((other) => [word, other.id]),
    ),
  );
  expect(clashes).toEqual([]);
});

test.each([
  ["兰西2024秋", "lanxi-2024-autumn"],
  [" 兰西２０２４秋　", "lanxi-2024-autumn"],
  ["LANXI-2024-autumn", "lanxi-2024-autumn"],
  ["兰西", "lanxi-2024-autumn"],
  ["兰西县2024-2025学年度上学期教师培训方案", "lanxi-2024-autumn"],
  ["肇庆全员培训", "zhaoqing-annual"],
  ["岳阳", "yueyang-school-based"],
  ["湘西", "xiangxi-growth-plan"],
  ["模板篇十", "plan10"],
  ["篇1", "plan1"],
])("“%s”就是 %s", (name, id) => {
  expect(findPack(name)?.id).toBe(id);
});

test.each(["", "兰西2025春", "篇8", "constructor", "__proto__"])("没有叫“%s”的政策包", (name) => {
  expect(findPack(name)).toBeNull();
  expect(packById(name)).toBeNull();
});

test("政策包不会因为一次查找而改变", () => {
  const before = JSON.stringify(packs);
  packs.forEach((pack) => findRule(pack, "教师"));
  expect(JSON.stringify(packs)).toBe(before);
});

test("两种语言的说法一一对应", () => {
  expect(Object.keys(enUS)).toEqual(Object.keys(zhCN));
});
