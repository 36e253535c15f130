/** 模板: every kind of table of every policy, filled in, is recognised and checked clean. */
import ExcelJS, { type Cell, type Workbook, type Worksheet } from "exceljs";
import { strFromU8, unzipSync } from "fflate";
import { checkWorkbook } from "../../src/check/check";
import type { Finding } from "../../src/check/report";
import { packsInForce, ruleSheetsIn } from "../../src/check/rule-sheets";
import { openWorkbook } from "../../src/files/open";
import { templatePlan } from "../../src/files/templates/columns";
import type { TemplatePlan } from "../../src/files/templates/plan";
import { FIRST_ROW, HEADER_ROW, templateWorkbook } from "../../src/files/templates/workbook";
import { packs } from "../../src/policy/library";
import type { Pack, PackTable, Rule } from "../../src/policy/schema";
import { fillIn } from "./filled-template";

async function loaded(bytes: Uint8Array): Promise<Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
  return workbook;
}

const kinds = packs.flatMap((pack) => pack.tables.map((table): [string, Pack, PackTable] => [`${pack.name}：${table.name}`, pack, table]));

/** The check as a clerk runs it: no policy named. */
const checkedBy = (bytes: Uint8Array, pack: Pack) =>
  checkWorkbook(openWorkbook(bytes, "模板.xlsx"), packs, { asOf: pack.valid?.to ?? "2024-12-31" });

const serious = (findings: readonly Finding[]) =>
  findings.filter(({ level }) => level !== "info").map(({ code, cell, message }) => [code, cell, message]);

async function filledTemplate(pack: Pack, table: PackTable): Promise<{ bytes: Uint8Array; rows: number }> {
  const workbook = await loaded(await templateWorkbook(pack, [table], { rows: 20, school: "第一中学" }));
  const [sheet] = workbook.worksheets;
  if (!sheet) throw new Error("no sheet");
  const rows = fillIn(sheet, templatePlan(pack, table));
  return { bytes: new Uint8Array(await workbook.xlsx.writeBuffer()), rows };
}

describe("每种表的模板", () => {
  test.each(kinds)("%s 填好以后不说政策也认得出来，检查没有问题，可上报", async (_says, pack, table) => {
    const { bytes, rows } = await filledTemplate(pack, table);
    const { policies, tables, findings, verdict } = checkedBy(bytes, pack);
    expect(policies).toEqual([pack.id]);
    expect(tables.map(({ kind, rows: counted, unsure }) => ({ kind, counted, unsure }))).toEqual([
      { kind: table.kind, counted: rows, unsure: [] },
    ]);
    expect(Object.keys(tables[0]?.columns ?? {}).sort()).toEqual(
      templatePlan(pack, table)
        .columns.map(({ key }) => key)
        .sort(),
    );
    expect(serious(findings)).toEqual([]);
    expect(verdict).toBe("可上报");
  });

  test.each(kinds)("%s 空着交上去什么也不会误报", async (_says, pack, table) => {
    const { tables, findings, verdict } = checkedBy(await templateWorkbook(pack, [table]), pack);
    const given = templatePlan(pack, table).given.length;
    expect(tables.reduce((all, { rows }) => all + rows, 0)).toBeLessThanOrEqual(given);
    expect(serious(findings)).toEqual([]);
    expect(verdict).not.toBe("不可上报");
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
    expect(sheet.getRow(HEADER_ROW).getCell(5).value).toBe("心得体会\n（20分）");
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

describe("本单位自己的规则", () => {
  /** 心得体会 counts 30 of 110 here, and 66 passes. */
  function ownPack(): Pack {
    const pack = lanxi();
    const rules = pack.rules.map((rule): Rule => {
      if (rule.id === "lanxi.teacher.reflection" && rule.kind === "rubric") return { ...rule, points: 30 };
      return rule.id === "lanxi.teacher.pass" && rule.kind === "pass" ? { ...rule, line: 66, full: 110 } : rule;
    });
    return { ...pack, rules };
  }

  async function ownTemplate(): Promise<{ pack: Pack; table: PackTable; workbook: Workbook; sheet: Worksheet; plan: TemplatePlan }> {
    const pack = ownPack();
    const table = pack.tables.find(({ kind }) => kind === "teacher-assessment");
    if (!table) throw new Error("no table");
    const workbook = await loaded(await templateWorkbook(pack, [table], { rows: 5 }));
    const [sheet] = workbook.worksheets;
    if (!sheet) throw new Error("no sheet");
    return { pack, table, workbook, sheet, plan: templatePlan(pack, table) };
  }

  test("规则表一起放进模板，公式写的是它的区域，不是库里没有的名字", async () => {
    const { workbook, sheet, plan } = await ownTemplate();
    expect(workbook.getWorksheet("考核规则")).toBeDefined();
    expect(cellOf(sheet, plan, "total").formula).toMatch(/_xldudf_KAOHE_TEACHERSCORE\('考核规则'!\$A\$1:\$[A-Z]+\$\d+,/);
    expect(cellOf(sheet, plan, "total").formula).not.toContain("兰西2024秋");
    const notes = workbook.getWorksheet("填表说明")?.getSheetValues() ?? [];
    expect(JSON.stringify(notes)).toContain("公式按工作表“考核规则”计算");
  });

  test("规则表读回来就是这份规则", async () => {
    const { pack, workbook } = await ownTemplate();
    const file = openWorkbook(new Uint8Array(await workbook.xlsx.writeBuffer()), "模板.xlsx");
    const own = packsInForce(ruleSheetsIn(file));
    expect(own.map(({ id }) => id)).toEqual([pack.id]);
    expect(own[0]?.rules.find(({ id }) => id === "lanxi.teacher.pass")).toMatchObject({ line: 66 });
  });

  test("填好以后按自己的规则检查，没有问题", async () => {
    const { pack, table, workbook, sheet, plan } = await ownTemplate();
    const rows = fillIn(sheet, plan);
    const { tables, findings, verdict, policies } = checkedBy(new Uint8Array(await workbook.xlsx.writeBuffer()), pack);
    expect([policies, tables.map((found) => [found.kind, found.rows])]).toEqual([[pack.id], [[table.kind, rows]]]);
    expect(serious(findings)).toEqual([]);
    expect(verdict).toBe("可上报");
  });
});
