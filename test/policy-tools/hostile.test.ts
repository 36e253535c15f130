/** Policies that mean harm, or are only far too large: refused within a second, in Chinese, and nothing of them is executed. */
import { utils, write } from "@e965/xlsx";
import { packs } from "../../src/policy/library";
import { packFromRange } from "../../src/policy/sheet/range";
import { valuesOf } from "../../src/policy/sheet/plan";
import { packToRows } from "../../src/policy/sheet/write";
import type { CellValue } from "../../src/values/cell";
import { policy, SONGLING } from "./command";

const SECOND = 1000;

/** The work done by this process so far, in milliseconds: what other programs do at the same time does not count. */
function worked(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

async function refused(content: string | Uint8Array, name = "包.json") {
  const began = worked();
  const ran = await policy(["check", name], { [name]: content });
  return { ...ran, took: worked() - began, said: ran.error + ran.out };
}

function withRules(rules: string): string {
  return SONGLING.replace(/"rules": \[\s*\{\s*"id": "songling.cycle"/u, (start) => start.replace("{", `${rules},{`));
}

const pass = (index: number) =>
  `{"id":"x.${String(index)}","kind":"pass","name":"线${String(index)}","of":"teacher","clause":{"at":"一","quote":"字"},"line":1}`;

test.each<[string, () => string]>([
  ["十兆字节", () => SONGLING.replace("第一条", "第".repeat(10 * 1024 * 1024))],
  ["十兆字节的空格", () => `${" ".repeat(10 * 1024 * 1024)}${SONGLING}`],
  ["套一千层", () => SONGLING.replace('"examples": [', `"examples": [${'{"a":'.repeat(1000)}1${"}".repeat(1000)},`)],
  ["套十万层的列表", () => `${"[".repeat(100_000)}${"]".repeat(100_000)}`],
  ["一百万条规则", () => withRules(Array.from({ length: 20_000 }, (_, index) => pass(index)).join(","))],
  ["三千条规则", () => withRules(Array.from({ length: 3000 }, (_, index) => pass(index)).join(","))],
  ["五十万个数", () => SONGLING.replace('"with": [2.5', `"with": [[${"1,".repeat(500_000)}1], 2.5`)],
  ["原型的名字", () => SONGLING.replace('"format": 1', '"format": 1, "__proto__": {"polluted": true}')],
  ["构造器的名字", () => SONGLING.replace('"format": 1', '"format": 1, "constructor": {"prototype": {"polluted": true}}')],
  ["规则编号是原型的名字", () => SONGLING.replaceAll("songling.pass", "__proto__")],
  ["考核表的名称是原型的名字", () => SONGLING.replaceAll('"of": "teacher"', '"of": "constructor"').replace('"points": 3', '"points": "3"')],
  ["数大得没有边", () => SONGLING.replace('"line": 60', '"line": 1e999')],
  ["数是负的", () => SONGLING.replace('"line": 60', '"line": -60')],
  ["名称长得没有边", () => SONGLING.replace('"name": "出勤"', `"name": "${"出".repeat(100_000)}"`)],
  ["函数名是一段程序", () => SONGLING.replace('"call": "RULE"', '"call": "constructor"')],
  ["编号里藏着文件夹", () => SONGLING.replace('"format": 1', '"format": 1, "extends": "../../../etc/passwd"')],
])("%s：一秒之内不予读取，说出原因", async (_says, make) => {
  const ran = await refused(make());
  expect([1, 2]).toContain(ran.code);
  expect(ran.said).toMatch(/[一-龥]/u);
  expect(ran.said).not.toMatch(/Error|undefined|\bat \w+\./u);
  expect(ran.said.length).toBeLessThan(20_000);
  expect(ran.took).toBeLessThan(SECOND);
  expect(Reflect.get({}, "polluted")).toBeUndefined();
});

test("名称里写着正则炸弹：照样读，照样快", async () => {
  const bomb = `${"(a+)+".repeat(60)}$`;
  const ran = await refused(SONGLING.replace('"name": "出勤"', `"name": "${bomb}"`).replace('"出勤30分"', `"${"a".repeat(3000)}!"`));
  expect(ran.took).toBeLessThan(SECOND);
  expect(ran.out).toContain("松岭学时");
});

test("示例里放一大堆数：一秒之内算完或不予读取", async () => {
  const many = `[[${"1,".repeat(20_000)}1]]`;
  const ran = await refused(SONGLING.replace('"with": [[[30, 20, 7]], 1]', `"with": [${many}, 1]`));
  expect(ran.code).toBe(1);
  expect(ran.took).toBeLessThan(SECOND);
  expect(ran.out.length).toBeLessThan(20_000);
});

test("五百个示例，每个都很费事：两秒之内算完", async () => {
  const example = '{"says":"费事","call":"CYCLEHOURS","with":[[[1e-300,1e300,1e-300,1e300,1e-300]]],"gives":0}';
  const ran = await refused(SONGLING.replace('"examples": [', `"examples": [${`${example},`.repeat(480)}`));
  expect(ran.code).toBe(1);
  expect(ran.took).toBeLessThan(2 * SECOND);
});

function xlsxOf(rows: readonly (readonly CellValue[])[]): Uint8Array {
  const bytes: unknown = write(utils.book_new(utils.aoa_to_sheet(rows.map((row) => [...row])), "考核规则"), {
    type: "buffer",
    bookType: "xlsx",
    compression: true,
  });
  if (!(bytes instanceof Uint8Array)) throw new Error("no bytes");
  return new Uint8Array(bytes);
}

const [first] = packs;
if (!first) throw new Error("no pack");
const sheet = valuesOf(packToRows(first));
const width = sheet[2]?.length ?? 0;

function sheetWith(more: readonly (readonly CellValue[])[]): (readonly CellValue[])[] {
  return [...sheet, ...more];
}

function rowOf(cells: Readonly<Record<number, CellValue>>): CellValue[] {
  return Array.from({ length: width }, (_, column) => cells[column] ?? null);
}

const rules = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    rowOf({ 0: `y.${String(index)}`, 1: "合格线", 2: `线${String(index)}`, 3: 60, 4: "分", 8: "teacher", 9: "一", 10: "字" }),
  );

const hostileSheets: [string, () => (readonly CellValue[])[]][] = [
  ["三万行规则", () => sheetWith(rules(30_000))],
  ["两千五百条规则", () => sheetWith(rules(2500))],
  [
    "每格都塞满字",
    () =>
      sheetWith(
        Array.from({ length: 60 }, (_, index) =>
          rowOf({ 0: `z.${String(index)}`, 1: "提示", 2: "字".repeat(32_000), 6: "字".repeat(32_000) }),
        ),
      ),
  ],
  [
    "编号是原型的名字",
    () => sheetWith([rowOf({ 0: "__proto__", 1: "合格线", 2: "线", 3: 60, 4: "分", 8: "constructor", 9: "一", 10: "字" })]),
  ],
  ["类别是原型的名字", () => sheetWith([rowOf({ 0: "z.1", 1: "__proto__", 2: "线", 3: 60 })])],
  [
    "栏目叫法是原型的名字",
    () =>
      sheetWith([
        rowOf({ 1: "表格", 2: "表", 6: "花名册" }),
        rowOf({ 5: "栏目叫法", 6: "甲", 18: "__proto__" }),
        rowOf({ 5: "没有这个参数", 6: "x" }),
      ]),
  ],
  ["名称里藏着几万个反斜线", () => sheetWith([rowOf({ 0: "z.1", 1: "提示", 2: "\\".repeat(30_000), 16: "\\、".repeat(15_000) })])],
  ["可选口径写成一团", () => sheetWith([rowOf({ 0: "z.1", 1: "提示", 2: "提示", 11: "问", 12: "甲", 13: "〔".repeat(30_000), 14: "因" })])],
];

test.each(hostileSheets)("规则表（%s）：在命令行里不予使用，说出原因", async (_says, make) => {
  const content = xlsxOf(make());
  const ran = await refused(content, "表.xlsx");
  expect([1, 2]).toContain(ran.code);
  expect(ran.said).toMatch(/[一-龥]/u);
  expect(ran.said).not.toMatch(/Error|undefined/u);
  expect(Reflect.get({}, "polluted")).toBeUndefined();
});

test.each(hostileSheets)("规则表（%s）：在公式里一秒之内不予使用", (_says, make) => {
  const values = make();
  const began = worked();
  const { pack, problems } = packFromRange(values);
  expect(worked() - began).toBeLessThan(SECOND);
  expect(pack).toBeNull();
  expect(problems.length).toBeGreaterThan(0);
});
