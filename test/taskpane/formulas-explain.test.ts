/** 讲解: a cell's formula in words, in every form in which Excel may show it. The cells are given by the test. */
import type { Formulas, SelectedCell } from "../../src/excel/formulas";
import { atRow, callsIn, isOneCall, plainFormula } from "../../src/taskpane/formulas/explain/calls";
import { explainCell, type ExplainedCall, type Explanation } from "../../src/taskpane/formulas/explain/explanation";
import { parametersOf } from "../../src/taskpane/formulas/explain/parameters";
import * as kaohe from "../../src/functions/functions";
import { parseA1 } from "../../src/table/address";
import { CellError, type CellValue } from "../../src/values/cell";

const sheet: Readonly<Record<string, CellValue>> = {
  B2: "张一",
  C2: 18,
  D2: 16,
  E2: 20,
  F2: 20,
  G2: 15,
  H2: 1,
  I2: "骨干教师",
  B3: "李二",
  C3: 17,
  D3: 21,
  E3: 20,
  F3: 20,
  G3: 14,
  H3: null,
  I3: "",
  J2: 59.995,
  K2: 33000,
};

const read: Formulas["read"] = (areas) =>
  Promise.resolve(
    areas.map(({ sheet: name, area: address }) => {
      const area = parseA1(address);
      if (name !== "教师" || area === null) return null;
      return Array.from({ length: area.bottom - area.top + 1 }, (_r, down) =>
        Array.from(
          { length: area.right - area.left + 1 },
          (_c, beside) => sheet[`${String.fromCharCode(65 + area.left + beside)}${area.top + down + 1}`] ?? null,
        ),
      );
    }),
  );

const none = () => Promise.reject(new Error("not asked for here"));
const formulas: Formulas = {
  canSpill: true,
  selectedCell: none,
  selectedArea: none,
  onSelected: none,
  read,
  preview: none,
  insert: none,
  count: none,
};

const at = (formula: string | null, more: Partial<SelectedCell> = {}): SelectedCell => ({
  sheet: "教师",
  cell: "L2",
  formula,
  value: 94,
  shown: "94",
  spill: null,
  ...more,
});

async function explained(cell: SelectedCell): Promise<Extract<Explanation, { kind: "explained" }>> {
  const found = await explainCell(cell, formulas, "zh-CN");
  if (found.kind !== "explained") throw new Error("nothing of ours was found");
  return found;
}

async function firstCall(formula: string): Promise<ExplainedCall> {
  const [call] = (await explained(at(formula))).calls;
  if (call === undefined) throw new Error("no call");
  return call;
}

const values = ({ args }: ExplainedCall) => args.map((one) => [one.name, one.written, one.values]);

test.each(Object.entries(kaohe))("every argument of %s has a name", (name, run) => {
  expect(parametersOf(name.toUpperCase())).toHaveLength(run.length);
});

test("教师总分: each argument with what was read, the steps, the result, the clause with its sentence", async () => {
  const call = await firstCall('=KAOHE.TEACHERSCORE("兰西2024秋",C2:G2,H2,I2)');
  expect(values(call)).toEqual([
    ["parameter.policy", '"兰西2024秋"', []],
    ["parameter.items", "C2:G2", ["18", "16", "20", "20", "15"]],
    ["parameter.times", "H2", ["1"]],
    ["parameter.role", "I2", ["骨干教师"]],
  ]);
  expect([call.steps, call.result, call.said]).toEqual([["18+16+20+20+15+5=94"], "94", ""]);
  expect(call.clauses.map(({ document, at: where }) => [document, where])).toEqual([["兰西县2024-2025学年度上学期教师培训方案", "六.2"]]);
  expect(call.clauses[0]?.quote).toContain("60分以上为合格");
});

test("an error is explained in the function's own words", async () => {
  const call = await firstCall('=KAOHE.TEACHERSCORE("兰西2024秋",C3:G3)');
  expect([call.result, call.said]).toEqual(["#VALUE!", "有效评课是 21 分，超过满分 20 分"]);
});

test("是否合格: 59.995 is below 60 and not rounded", async () => {
  const call = await firstCall('=KAOHE.PASSED("兰西2024秋","教师",J2)');
  expect([call.steps, call.result]).toEqual([["59.995 < 60"], "不合格"]);
});

test("a rule's number brings the rule's own clause; a date is shown as a date", async () => {
  const rule = await firstCall('=KAOHE.RULE("兰西2024秋","心得体会")');
  expect([rule.result, rule.clauses.length]).toEqual(["20", 1]);
  const age = await firstCall("=KAOHE.AGE(K2,DATE(2025,1,1))");
  expect(values(age)).toEqual([
    ["parameter.birth", "K2", ["1990-05-07"]],
    ["parameter.day", "DATE(2025,1,1)", ["2025-01-01"]],
  ]);
  expect(age.result).toBe("34");
});

test("one inside of another: the inner one first, and the outer one goes on with its result", async () => {
  const found = await explained(at('=KAOHE.PASSED("兰西2024秋","教师",KAOHE.TEACHERSCORE("兰西2024秋",C2:G2))'));
  expect(found.calls.map(({ call, result }) => [call, result])).toEqual([
    ["TEACHERSCORE", "89"],
    ["PASSED", "合格"],
  ]);
  expect(found.isMixed).toBe(false);
});

test("inside of Excel's own functions ours are explained, and the others are mentioned", async () => {
  const found = await explained(at('=IF(B2="","",ROUND(KAOHE.TEACHERSCORE("兰西2024秋",CHOOSE({1,2,3,4,5},C2,D2,E2,F2,G2),H2/1),0))'));
  expect([found.isMixed, found.calls.map(({ call, result }) => [call, result])]).toEqual([true, [["TEACHERSCORE", "94"]]]);
});

test("a cell of a spill is explained by its own row", async () => {
  const spill = { cell: "L2", formula: '=KAOHE.TEACHERSCORE("兰西2024秋",C2:G3,H2:H3,I2:I3)', area: "L2:L3" };
  const found = await explained(at(null, { cell: "L3", value: new CellError("#VALUE!"), shown: "#VALUE!", spill }));
  expect(found.part).toEqual({ row: 2, of: 2, anchor: "L2" });
  expect(found.calls[0]?.args[1]).toEqual({ name: "parameter.items", written: "C3:G3", values: ["17", "21", "20", "20", "14"] });
  expect(found.calls[0]?.said).toContain("超过满分");
});

test.each([
  '=_xldudf_KAOHE_PASSED("兰西2024秋","教师",J2)',
  '=[1]!_xldudf_KAOHE_PASSED("兰西2024秋","教师",J2)',
  '=@KAOHE.PASSED("兰西2024秋","教师",@J2)',
])("%s is known for what it is; #NAME? is said", async (formula) => {
  const found = await explained(at(formula, { value: new CellError("#NAME?"), shown: "#NAME?" }));
  expect([found.isUnnamed, found.calls[0]?.result]).toEqual([true, "不合格"]);
});

test("#SPILL! is said", async () => {
  const found = await explained(at('=KAOHE.PASSED("兰西2024秋","教师",J2:J3)', { value: new CellError("#SPILL!"), shown: "#SPILL!" }));
  expect(found.isBlocked).toBe(true);
});

test.each([["=SUM(A1:A3)"], [null], ['="KAOHE.PASSED(1)"'], ["=MYKAOHE"]])("%s has nothing of ours to explain", async (formula) => {
  expect((await explainCell(at(formula), formulas, "zh-CN")).kind).toBe("none");
});

test("what cannot be read here is said, and no result is made up", async () => {
  const call = await firstCall('=KAOHE.PASSED("兰西2024秋","教师",表1[@总分])');
  expect([call.args[2]?.values, call.result]).toEqual([null, ""]);
});

test.each(["没有!J2", "教师!J:J"])("cells that were not read (%s) are no blanks: no result is made up", async (cells) => {
  const call = await firstCall(`=KAOHE.PASSED("兰西2024秋","教师",${cells})`);
  expect([call.args[2]?.values, call.result, call.said]).toEqual([null, "", ""]);
});

test("in a spill the range of a rule sheet stays whole, also inside of another call", () => {
  const whole = new Set(["'考核规则'!$A$1:$F$90"]);
  expect(atRow("KAOHE.TEACHERSCORE('考核规则'!$A$1:$F$90,E5:I48)", 2, whole)).toBe("KAOHE.TEACHERSCORE('考核规则'!$A$1:$F$90,E7:I7)");
});

test("a policy that nobody knows is told by the function", async () => {
  const call = await firstCall('=KAOHE.PASSED("没有","教师",J2)');
  expect([call.result, call.said]).toEqual(["#VALUE!", "没有叫“没有”的政策，请从助手的“规则”里抄下名称"]);
});

test("sheets without quotation marks, texts with brackets and commas do not mislead", () => {
  expect(plainFormula("=KAOHE.PASSED(考核规则!$A$1:$B$9,\"a,(\",'x y'!A1)")).toBe("KAOHE.PASSED('考核规则'!$A$1:$B$9,\"a,(\",'x y'!A1)");
  expect(callsIn('KAOHE.PASSED(\'a,b\'!A1,"x)""y",{1,2;3,4})')).toEqual([{ name: "PASSED", args: ["'a,b'!A1", '"x)""y"', "{1,2;3,4}"] }]);
  expect([isOneCall("KAOHE.AGE(A1,B1)"), isOneCall("KAOHE.AGE(A1,B1)+1"), isOneCall("1+KAOHE.AGE(A1,B1)")]).toEqual([true, false, false]);
  expect(callsIn("KAOHE.AGE(A1")).toEqual([]);
});

test("of ranges over several rows the row in question is taken, of a single row nothing is changed", () => {
  expect(atRow('C2:G9&"E2:E9"', 3)).toBe('C5:G5&"E2:E9"');
  expect(atRow("'x'!$C$2:$G$9", 1)).toBe("'x'!C3:G3");
  expect(atRow("C2:G2", 4)).toBe("C2:G2");
});
