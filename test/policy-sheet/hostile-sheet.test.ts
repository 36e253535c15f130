/** A rule sheet from anywhere: whatever stands in it, an answer comes within a second and nothing is executed. */
import fc from "fast-check";
import { CellError, type CellValue } from "../../src/values/cell";
import { packs } from "../../src/policy/library";
import { columns } from "../../src/policy/sheet/layout";
import { valuesOf } from "../../src/policy/sheet/plan";
import { packFromRange } from "../../src/policy/sheet/range";
import { packFromRows } from "../../src/policy/sheet/read";
import { saySheet } from "../../src/policy/sheet/say";
import { packToRows } from "../../src/policy/sheet/write";

const header = columns.map(({ header: word }) => word);

function row(cells: Readonly<Record<string, CellValue>>): CellValue[] {
  return columns.map((column) => cells[column.header] ?? null);
}

const head = row({ 规则编号: "x", 类别: "政策", 名称: "试", 单位: "学时", 内容: "试" });
const rounding = row({ 参数: "小数位数", 数值: 2, 单位: "位" });

/** The processor's time, so that a busy machine is no fault. */
function timed(values: readonly (readonly CellValue[])[]): { seconds: number; ids: string[] } {
  const start = process.cpuUsage();
  const reading = packFromRows(values);
  const ids = "problems" in reading ? reading.problems.map(({ message }) => message.id) : [];
  const { user, system } = process.cpuUsage(start);
  return { seconds: (user + system) / 1_000_000, ids };
}

describe("within a second", () => {
  const filled = row({ 规则编号: "a", 类别: "考核项目", 名称: "甲", 数值: 1, 单位: "分", 所属: "t", 条款: "一", 原文: "甲" });
  const detail = row({ 参数: "适用身份", 内容: "甲" });

  test.each<[string, CellValue[][], string | null]>([
    [
      "a million blank rows below a small policy",
      [header, head, rounding, ...Array.from({ length: 1_000_000 }, (): CellValue[] => [null, "", null])],
      null,
    ],
    ["a million rules", [header, head, ...Array.from({ length: 1_000_000 }, () => filled)], "sheet.too-long"],
    ["three thousand rules", [header, head, ...Array.from({ length: 3000 }, () => filled)], "sheet.too-many"],
    ["nearly two thousand rules of one number", [header, head, rounding, ...Array.from({ length: 1990 }, () => filled)], "problem.same-id"],
    [
      "nineteen thousand rows of one rule",
      [header, head, filled, ...Array.from({ length: 19_000 }, () => detail)],
      "sheet.parameter-unknown",
    ],
    [
      "a text of ten million characters",
      [header, head, row({ 规则编号: "a", 类别: "考核项目", 名称: "、".repeat(10_000_000) })],
      "problem.text-too-long",
    ],
    [
      "a nest of brackets",
      [header, head, row({ 类别: "示例", 名称: "甲", 内容: "AGE" }), row({ 参数: "代入", 内容: "[".repeat(30_000) })],
      null,
    ],
    ["a thousand policies", [header, ...Array.from({ length: 1000 }, () => head)], "sheet.two-packs"],
  ])("%s", (_says, values, expected) => {
    const { seconds, ids } = timed(values);
    expect(seconds).toBeLessThan(1);
    if (expected !== null) expect(ids).toContain(expected);
  });
});

describe("nothing reaches into the program", () => {
  test.each(["__proto__", "constructor", "prototype", "toString"])("a field called %s", (name) => {
    const reading = packFromRows([
      header,
      head,
      rounding,
      row({ 类别: "表格", 名称: "表", 内容: "花名册" }),
      row({ 参数: "所含规则", 内容: "（空）" }),
      row({ 参数: "栏目叫法", 代号: name, 内容: "甲" }),
    ]);
    expect(Object.hasOwn(Object.prototype, "甲")).toBe(false);
    expect(reading.pack === null || name === "toString").toBe(true);
  });

  test("a formula in a name stays a text", () => {
    const pack = packs[0];
    if (pack === undefined) throw new Error("no pack");
    const named = { ...pack, name: '=HYPERLINK("http://x")' };
    const plan = packToRows(named);
    const cell = plan.rows.flatMap((each) => each.cells).find((each) => each?.value === named.name);
    expect(cell?.format).toBe("@");
    expect(packFromRows(valuesOf(plan)).pack).toEqual(named);
  });

  test("any cell of a good sheet may be replaced by anything: there is an answer, and every fault has its words", () => {
    const base = valuesOf(packToRows(packs.find(({ id }) => id === "plan9") ?? packs[0] ?? fail()));
    const anything: fc.Arbitrary<CellValue> = fc.oneof(
      fc.constant(null),
      fc.boolean(),
      fc.double(),
      fc.string({ unit: "binary" }),
      fc.constantFrom("（空）", "未定", "考核项目", "政策", "口径", "、", "\\", "a/b/c", "{}", "#REF!", "__proto__"),
      fc.constant(new CellError("#N/A")),
    );
    fc.assert(
      fc.property(fc.nat({ max: base.length - 1 }), fc.nat({ max: header.length - 1 }), anything, (at, column, value) => {
        const values = base.map((cells, index) => (index === at ? cells.map((cell, where) => (where === column ? value : cell)) : cells));
        const reading = packFromRows(values);
        for (const problem of "problems" in reading ? reading.problems : []) {
          expect(saySheet(problem.message)).not.toBe(problem.message.id);
          expect(saySheet(problem.message)).not.toMatch(/\{(?:place|found|allowed|due|id|most)\}|undefined/);
        }
      }),
      { numRuns: 400 },
    );
  });
});

function fail(): never {
  throw new Error("no pack");
}

describe("a rule sheet as the policy of a formula", () => {
  const pack = packs.find(({ id }) => id === "zhaoqing-annual");
  const values = pack === undefined ? [] : valuesOf(packToRows(pack));
  const copy = (): CellValue[][] => values.map((cells) => [...cells]);

  test("the same content is read once", () => {
    expect(packFromRange(copy())).toBe(packFromRange(copy()));
    expect(packFromRange(copy()).pack).toEqual(pack);
  });

  test("changed content is read anew", () => {
    const changed = copy();
    const at = changed.findIndex((cells) => cells[0] === "zhaoqing.annual.public");
    const cells = changed[at];
    if (cells !== undefined) cells[3] = 36;
    const rule = packFromRange(changed).pack?.rules.find(({ id }) => id === "zhaoqing.annual.public");
    expect(rule).toMatchObject({ hours: 36 });
    expect(packFromRange(copy()).pack).toEqual(pack);
  });

  test("what it extends is taken over", () => {
    const next = [
      header,
      row({ 规则编号: "next", 类别: "政策", 名称: "肇庆明年", 单位: "学时", 内容: "明年" }),
      rounding,
      row({ 参数: "沿用政策", 内容: "zhaoqing-annual" }),
      row({
        规则编号: "zhaoqing.annual.public",
        类别: "学时要求",
        名称: "公需课",
        数值: 36,
        单位: "学时/年",
        所属: "zhaoqing.annual",
        条款: "一",
        原文: "公需课36学时",
      }),
    ];
    const policy = packFromRange(next);
    expect(policy.problems.map(({ message }) => saySheet(message))).toEqual([]);
    expect(policy.pack?.rules.length).toBe(pack?.rules.length);
    expect(policy.pack?.rules.find(({ id }) => id === "zhaoqing.annual.public")).toMatchObject({ hours: 36 });
  });

  test("what is no rule sheet gives no policy, and says why", () => {
    const policy = packFromRange([["甲"]]);
    expect(policy.pack).toBeNull();
    expect(policy.problems.map(({ message }) => saySheet(message))).toEqual([
      "这里没有找到规则表的表头。请选择由“写出规则表”生成的区域，并把表头一起选上。",
    ]);
  });
});
