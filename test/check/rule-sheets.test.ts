/** Two rule sheets of one policy: one counts, the clerk may choose which, and the other is told. */
import { checkWorkbook } from "../../src/check/check";
import { Findings } from "../../src/check/findings";
import { ruleSheetsOf, withRuleSheets } from "../../src/check/rule-sheets";
import type { Pack } from "../../src/policy/schema";
import { packs } from "../../src/policy/library";
import { valuesOf } from "../../src/policy/sheet/plan";
import { packToRows } from "../../src/policy/sheet/write";
import type { Sheet, Workbook } from "../../src/table/workbook";

const [lanxi, other] = packs;
if (lanxi === undefined || other === undefined) throw new Error("no packs");

function ruleSheet(name: string, pack: Pack): Sheet {
  const rows = valuesOf(packToRows(pack));
  const value = (row: number, column: number) => rows[row]?.[column] ?? null;
  return {
    ...{ name, visibility: "visible", isProtected: false, merges: [], tables: [], rowCount: rows.length, columnCount: 60 },
    ...{ value, formula: () => null, text: (row, column) => String(value(row, column) ?? ""), format: () => "General" },
    ...{ isRowHidden: () => false, isColumnHidden: () => false },
  };
}

const workbook: Workbook = {
  ...{ name: "考核.xlsx", origin: "excel", date1904: false, settingsXml: null },
  sheets: [ruleSheet("考核规则", lanxi), ruleSheet("考核规则 (2)", lanxi), ruleSheet("别的规则", other)],
};

const inForce = (chosen?: Readonly<Record<string, string>>) =>
  ruleSheetsOf(workbook, new Findings("zh-CN", undefined), "zh-CN", chosen).flatMap(({ sheet, isInForce }) =>
    isInForce ? [sheet.name] : [],
  );

test.each([
  ["without a choice the last one counts", undefined, ["考核规则 (2)", "别的规则"]],
  ["the one that the clerk chose counts", { [lanxi.id]: "考核规则" }, ["考核规则", "别的规则"]],
  ["a choice of a sheet that is gone is none", { [lanxi.id]: "旧规则" }, ["考核规则 (2)", "别的规则"]],
])("%s", (_what, chosen, counts) => expect(inForce(chosen)).toEqual(counts));

test("each policy is judged by once", () => {
  const sheets = ruleSheetsOf(workbook, new Findings("zh-CN", undefined), "zh-CN");
  const ids = withRuleSheets(packs, sheets).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test("the sheet that does not count is told, and that is no fault of the data", () => {
  const findings = new Findings("zh-CN", undefined);
  ruleSheetsOf(workbook, findings, "zh-CN");
  expect(findings.all().map(({ code, level, sheet, message }) => [code, level, sheet, message])).toEqual([
    ["rule.sheet-fault", "info", "考核规则", expect.stringContaining("这次按“考核规则 (2)”检查")],
  ]);
});

test("the check follows the choice", () => {
  const options = { asOf: "2024-12-20", settings: { mapping: {}, readings: {}, explanations: {}, ruleSheets: { [lanxi.id]: "考核规则" } } };
  expect(() => checkWorkbook(workbook, packs, options)).not.toThrow();
});
