/** 写出规则表 through the genuine client: what stands there, what it leaves alone, and that it reads back as the same policy. */
import { excelHost } from "../../src/excel/excel-host";
import { readWorkbook } from "../../src/excel/read";
import { packs } from "../../src/policy/library";
import type { Pack } from "../../src/policy/schema";
import { packFromRange } from "../../src/policy/sheet/range";
import { packToRows } from "../../src/policy/sheet/write";
import { startExcel, stopExcel } from "../workbench/office-client";
import { failureOf } from "./finding";

afterEach(stopExcel);

async function write(pack: Pack): Promise<string> {
  const written = await excelHost().writeRuleSheet?.(pack);
  if (written === undefined) throw new Error("this host writes no rule sheets");
  return written;
}

async function readBack(name: string) {
  const workbook = await readWorkbook(() => undefined, new AbortController().signal);
  const sheet = workbook.sheets.find((one) => one.name === name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  const cells = Array.from({ length: sheet.rowCount }, (_r, row) =>
    Array.from({ length: sheet.columnCount }, (_c, column) => sheet.value(row, column)),
  );
  const formulas = cells.flatMap((line, row) => line.filter((_value, column) => sheet.formula(row, column) !== null));
  return { ...packFromRange(cells), formulas };
}

const [lanxi] = packs;
if (lanxi === undefined) throw new Error("no packs");

test.each(packs.map((pack) => [pack.name, pack] as const))("%s 写成规则表，读回来还是同一套规则", async (_name, pack) => {
  await startExcel({ sheets: { 教师: [["姓名"], ["张三"]] } });
  expect(await write(pack)).toBe("考核规则");
  const back = await readBack("考核规则");
  expect(back.problems).toEqual([]);
  expect(back.pack).toEqual(pack);
  expect(back.formulas).toEqual([]);
});

test("已有一张叫“考核规则”的表，不动它，另写一张", async () => {
  const excel = await startExcel({ sheets: { 考核规则: [["我自己的表"], [5]] } });
  expect(await write(lanxi)).toBe("考核规则 (2)");
  expect(excel.rows("考核规则")).toEqual([["我自己的表"], [5]]);
  expect(await write(lanxi)).toBe("考核规则 (3)");
});

test("像公式的名称仍是文字", async () => {
  await startExcel({ sheets: { 教师: [["姓名"]] } });
  const [first, ...others] = lanxi.rules;
  if (first === undefined) throw new Error("no rules");
  await write({ ...lanxi, rules: [{ ...first, name: "=1+1" }, ...others] });
  const back = await readBack("考核规则");
  expect(back.formulas).toEqual([]);
  expect(back.pack?.rules[0]?.name).toBe("=1+1");
});

test("表头冻结，类别一列有可选项，新加的行也有", async () => {
  await startExcel({ sheets: { 教师: [["姓名"]] } });
  await write(lanxi);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("考核规则");
    const frozen = sheet.freezePanes.getLocationOrNullObject();
    frozen.load("address");
    const wide = sheet.getRange("K1");
    wide.load("format/columnWidth");
    await context.sync();
    expect(frozen.isNullObject).toBe(false);
    expect(frozen.address).toContain("A1:C3");
    expect(wide.format.columnWidth).toBeGreaterThan(200);
  });
  await Excel.run(async (context) => {
    const plan = packToRows(lanxi);
    const first = plan.headerRow + 1;
    const sheet = context.workbook.worksheets.getItem("考核规则");
    const kinds = sheet.getRangeByIndexes(first, plan.kindColumn, plan.rows.length - first + 200, 1);
    kinds.dataValidation.load("rule,type");
    await context.sync();
    expect(kinds.dataValidation.type).toBe("List");
    expect(kinds.dataValidation.rule.list?.source).toBe(plan.kindChoices.join(","));
  });
});

test("工作簿受保护时说明原因，工作簿仍是原样", async () => {
  const excel = await startExcel({ sheets: { 教师: [["姓名"]] } });
  const before = excel.snapshot();
  excel.host.faults.failCall(excel.host.calls + 1, "AccessDenied");
  const failure = await failureOf(write(lanxi));
  expect(failure.id).toBe("host.protected");
  expect(failure.words).toMatch(/^写出规则表没有完成：.*工作簿仍是原样。$/);
  expect(excel.snapshot()).toEqual(before);
});
