/** 模板: every kind of table of every policy, filled in, is recognised and checked clean. */
import ExcelJS, { type Cell, type Workbook, type Worksheet } from "exceljs";
import { strFromU8, unzipSync } from "fflate";
import { checkWorkbook } from "../../src/check/check";
import { openWorkbook } from "../../src/files/open";
import { templatePlan } from "../../src/files/templates/columns";
import type { TemplateColumn, TemplatePlan } from "../../src/files/templates/plan";
import { FIRST_ROW, HEADER_ROW, templateWorkbook } from "../../src/files/templates/workbook";
import { packs } from "../../src/policy/library";
import type { Pack, PackTable, Rule } from "../../src/policy/schema";
import { checkDigit } from "../../src/values/id";

async function loaded(bytes: Uint8Array): Promise<Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
  return workbook;
}

/** An ID of somebody who is in scope of every policy that has one: men of 52 and women of 45 at the check. */
function idOf(pack: Pack, row: number): string {
  const scope = pack.rules.find((rule) => rule.kind === "eligibility");
  const who = scope?.kind === "eligibility" ? scope.anyOf[0] : undefined;
  const sex = row % 2 === 0 ? 1 : 2;
  const ages = scope?.kind === "eligibility" ? scope.anyOf.find((each) => each.sex === (sex === 1 ? "男" : "女")) : undefined;
  const age = (ages ?? who)?.maxAge ?? (ages ?? who)?.belowAge ?? 40;
  const year = Number((pack.valid?.to ?? scope?.on ?? "2024").slice(0, 4)) - age + 2;
  const first = `230122${year}0101${10 + row}${sex}`;
  return `${first}${checkDigit(first)}`;
}

/** A day that is in time under a rule, and not after the day of the check. */
function inTime(pack: Pack, rule: Rule | undefined): string {
  if (rule?.kind === "deadline") {
    if ("by" in rule.due) return rule.due.by;
    if ("from" in rule.due) return rule.due.from;
    return `2024-${rule.due.yearly[0] ?? "01-01"}`;
  }
  return pack.valid?.from ?? "2024-09-21";
}

/** Of a hundred, as many as the quota of that name wants. */
function quotaPart(pack: Pack, project: string): number {
  const quota = pack.rules.find((rule) => rule.kind === "quota" && rule.name === project);
  return quota?.kind === "quota" ? Math.ceil(100 * (quota.max ?? quota.share)) : 100;
}

function isDue(rule: Rule, project: string): boolean {
  return rule.kind === "deadline" && project.startsWith(rule.what);
}

function entryFor(plan: TemplatePlan, column: TemplateColumn, row: number, project: string): string | number | null {
  const { input, rule, key } = column;
  const due = rule?.kind === "deadline" ? rule : plan.pack.rules.find((each) => isDue(each, project));
  switch (input.kind) {
    case "counter":
    case "formula":
      return null;
    case "number":
      if (key === "times") return 0;
      if (rule?.kind === "bonus") return 0;
      if (rule?.kind === "hours") return rule.hours ?? 10;
      if (rule?.kind === "evidence") return Math.max(rule.min ?? 1, ...(rule.bands ?? []).map((band) => band.min));
      if (rule?.kind === "cycle" || /^year\d/.test(key)) return 24 * 3 + 18;
      if (key === "whole") return 100;
      if (key === "part") return quotaPart(plan.pack, project);
      if (key === "base") return 1000;
      if (key === "amount") return 900;
      if (key === "days") return 2;
      return input.max ?? 12;
    case "date":
      return inTime(plan.pack, due);
    case "list":
      return key === "claim" ? (input.values[0] ?? null) : (input.values[row % input.values.length] ?? null);
    case "id":
      return idOf(plan.pack, row);
    case "text":
      if (key === "name") return ["张一", "李二", "王三"][row] ?? "赵四";
      if (key === "school")
        return plan.columns.some((each) => each.key === "name") ? "第一中学" : (["第一中学", "第二中学", "第三中学"][row] ?? "");
      if (key === "place") return "端州区";
      if (key === "role") return "教师";
      if (key === "project") return `第${row + 1}次培训`;
      return null;
  }
}

function fillIn(sheet: Worksheet, plan: TemplatePlan): number {
  const rows = Math.max(plan.given.length, 3);
  for (let row = 0; row < rows; row += 1) {
    plan.columns.forEach((column, index) => {
      const cell = sheet.getCell(FIRST_ROW + row, index + 1);
      if (cell.value !== null) return;
      if (plan.given.length > 0 && column.key === "project") return;
      const entry = entryFor(plan, column, row, plan.given[row]?.["project"] ?? "");
      if (entry === null) return;
      cell.value = column.input.kind === "date" ? new Date(`${String(entry)}T00:00:00Z`) : entry;
    });
  }
  return rows;
}

const kinds = packs.flatMap((pack) => pack.tables.map((table): [string, Pack, PackTable] => [`${pack.name}：${table.name}`, pack, table]));

describe("每种表的模板", () => {
  test.each(kinds)("%s 填好以后认得出来，检查没有问题", async (_says, pack, table) => {
    const workbook = await loaded(await templateWorkbook(pack, [table], { rows: 20, school: "第一中学" }));
    const plan = templatePlan(pack, table);
    const [sheet] = workbook.worksheets;
    if (!sheet) throw new Error("no sheet");
    const rows = fillIn(sheet, plan);
    const file = openWorkbook(new Uint8Array(await workbook.xlsx.writeBuffer()), "模板.xlsx");
    const report = checkWorkbook(file, [pack], { asOf: pack.valid?.to ?? "2024-12-31" });
    expect(report.tables.map(({ kind, rows: counted, unsure }) => ({ kind, counted, unsure }))).toEqual([
      { kind: table.kind, counted: rows, unsure: [] },
    ]);
    expect(Object.keys(report.tables[0]?.columns ?? {}).sort()).toEqual(plan.columns.map(({ key }) => key).sort());
    expect(report.findings.filter(({ level }) => level !== "info").map(({ code, cell, message }) => [code, cell, message])).toEqual([]);
  });

  test.each(kinds)("%s 空着交上去也不会报出编造的人", async (_says, pack, table) => {
    const file = openWorkbook(await templateWorkbook(pack, [table]), "空.xlsx");
    const report = checkWorkbook(file, [pack], { asOf: pack.valid?.to ?? "2024-12-31" });
    const people = templatePlan(pack, table).given.length;
    expect(report.tables.reduce((all, { rows }) => all + rows, 0)).toBeLessThanOrEqual(people);
    expect(report.findings.filter(({ level }) => level === "logic")).toEqual([]);
  });
});

function lanxi(): Pack {
  const [pack] = packs;
  if (!pack) throw new Error("no pack");
  return pack;
}

async function teacherSheet(): Promise<{ bytes: Uint8Array; workbook: Workbook; sheet: Worksheet; plan: TemplatePlan }> {
  const pack = lanxi();
  const table = pack.tables.find(({ kind }) => kind === "teacher-assessment");
  if (!table) throw new Error("no table");
  const bytes = await templateWorkbook(pack, [table], { rows: 5, school: '=HYPERLINK("x")' });
  const workbook = await loaded(bytes);
  const [sheet] = workbook.worksheets;
  if (!sheet) throw new Error("no sheet");
  return { bytes, workbook, sheet, plan: templatePlan(pack, table) };
}

const cellOf = (sheet: Worksheet, plan: TemplatePlan, key: string, row = FIRST_ROW): Cell =>
  sheet.getCell(row, plan.columns.findIndex((column) => column.key === key) + 1);

describe("教师考核表模板", () => {
  test("合并的标题、单位行、带满分的表头", async () => {
    const { sheet, plan } = await teacherSheet();
    expect(sheet.getCell("A1").value).toBe("兰西2024秋教师考核表");
    expect(sheet.getCell("A1").isMerged).toBe(true);
    expect(sheet.getRow(HEADER_ROW).getCell(5).value).toBe("心得体会（20分）");
    expect(plan.columns.map(({ header }) => header)).toContain("校本考核成绩");
  });

  test("总分、结果、学时、证书是公式，没有存旧值，打开时重新计算", async () => {
    const { bytes, sheet, plan } = await teacherSheet();
    const formulas = ["total", "result", "credited", "lanxi.certificate"].map((key) => cellOf(sheet, plan, key));
    for (const cell of formulas) {
      expect(cell.formula).toMatch(/_xldudf_KAOHE_[A-Z]+\("兰西2024秋",/);
      expect(cell.result).toBeUndefined();
    }
    expect(strFromU8(unzipSync(bytes)["xl/workbook.xml"] ?? new Uint8Array())).toContain('fullCalcOnLoad="1"');
  });

  test("公式单元格锁住，要填的单元格不锁，工作表受保护而没有密码", async () => {
    const { sheet, plan } = await teacherSheet();
    expect(cellOf(sheet, plan, "total").protection?.locked ?? true).toBe(true);
    expect(cellOf(sheet, plan, "name").protection.locked).toBe(false);
    const { sheetProtection } = sheet as unknown as { sheetProtection: { sheet?: boolean; hashValue?: string } };
    expect([sheetProtection.sheet, sheetProtection.hashValue]).toEqual([true, undefined]);
  });

  test("得分只收 0 到满分的数", async () => {
    const { sheet, plan } = await teacherSheet();
    expect(cellOf(sheet, plan, "lanxi.teacher.reflection").dataValidation).toMatchObject({
      type: "decimal",
      operator: "between",
      formulae: [0, 20],
    });
  });

  test("A4 横向、一页宽，每页重复表头", async () => {
    const { sheet } = await teacherSheet();
    expect(sheet.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: "landscape",
      fitToWidth: 1,
      printTitlesRow: `${HEADER_ROW}:${HEADER_ROW}`,
    });
  });

  test("像公式的文字仍是文字", async () => {
    const { sheet } = await teacherSheet();
    expect(sheet.getCell("A2").value).toBe('单位（盖章）：=HYPERLINK("x")');
  });

  test("填表说明写着每一列怎么填、依据哪一条", async () => {
    const { workbook } = await teacherSheet();
    const rows = workbook.getWorksheet("填表说明")?.getSheetValues() ?? [];
    const lines = Array.from(rows, (row) => (Array.isArray(row) ? row.slice(1).join("|") : ""));
    expect(lines.find((line) => line.startsWith("心得体会（20分）"))).toMatch(
      /^心得体会（20分）：填数字，0 至 20。（六\.2\(1\)：“.{5,}”）$/u,
    );
  });
});

test("下拉列表都不长：写在单元格里的不超过 255 个字符，其余在选项表里", async () => {
  for (const pack of packs) {
    const workbook = await loaded(await templateWorkbook(pack, pack.tables, { rows: 1 }));
    for (const sheet of workbook.worksheets) {
      sheet.eachRow((row) =>
        row.eachCell({ includeEmpty: true }, (cell) => {
          const formulae: readonly unknown[] = cell.dataValidation?.type === "list" ? cell.dataValidation.formulae : [];
          const [formula] = formulae;
          if (formula !== undefined) expect(String(formula)).toMatch(/^(?:"[^"]{1,253}"|'选项'!\$[A-Z]+\$1:\$[A-Z]+\$\d{1,3})$/);
        }),
      );
    }
  }
});

test("一个政策的所有表可以放在一个工作簿里，名字不重复", async () => {
  for (const pack of packs) {
    const workbook = await loaded(await templateWorkbook(pack, pack.tables, { rows: 2 }));
    const names = workbook.worksheets.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain("填表说明");
  }
});

test("已有的花名册可以先填进去", async () => {
  const pack = lanxi();
  const table = pack.tables.find(({ kind }) => kind === "teacher-assessment");
  const people = [{ name: "张一", school: "第一中学", role: "=1+1", total: 99 }];
  const workbook = await loaded(await templateWorkbook(pack, table ? [table] : [], { rows: 3, people }));
  const [sheet] = workbook.worksheets;
  const plan = table ? templatePlan(pack, table) : null;
  if (!sheet || !plan) throw new Error("no sheet");
  expect([cellOf(sheet, plan, "name").value, cellOf(sheet, plan, "role").value]).toEqual(["张一", "=1+1"]);
  expect(cellOf(sheet, plan, "total").formula).toContain("KAOHE");
});
