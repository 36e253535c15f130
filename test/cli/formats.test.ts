/** The report for people: in the terminal, as a web page, as a workbook. */
import ExcelJS from "exceljs";
import type { Finding, Report } from "../../src/check/report";
import { REPORT_MARK } from "../../src/check/own-marks";
import { openWorkbook } from "../../src/files/open";
import { onlySheet, patched } from "../files/making";
import { FINDING, REPORT, runWith, WORKBOOK } from "./reports";

const ID = "231299198001010011";
const nasty: Finding = {
  ...FINDING,
  level: "experience",
  sheet: "表'一",
  cell: "C7",
  subject: "=cmd|'/c calc'!A1",
  value: `<script>alert("1")</script>`,
  expected: "@SUM(A1)",
  message: `身份证号 ${ID} 对不上\u001b[31m & <b>请核对</b>`,
  explanation: { text: "+已核实", by: "吴凡山", at: "2024-12-30" },
};
/** The sheet as a program sees it that does not know our mark. */
const asOthersSee = (bytes: Uint8Array) => onlySheet(patched(bytes, { "xl/workbook.xml": (xml) => xml.replaceAll(REPORT_MARK, "X") }));

const report: Report = { ...REPORT, findings: [FINDING, nasty] };

describe("终端里的文字", () => {
  test("先说结论，再按级别逐条说：哪里、什么问题、依据", async () => {
    const { out } = await runWith(["表.xlsx"]);
    expect(out).toBe(
      [
        "表.xlsx",
        "结论：不可上报　有问题必须更正。",
        "逻辑 1 · 经验 0 · 未能判断 0 · 提示 0",
        "依据：兰西2024秋",
        "教师考核：按“教师考核”读出 50 行（表头 A3:S4）",
        "没有认出的列：I 职务",
        "",
        "【逻辑】1",
        "  教师考核!F5  吴凡山的“有效评课”是 21 分，超过满分 20 分，请改正",
        "      依据：六.2(2)　“此考核项目为20分。”",
        "",
        "口径：加分后超过100分怎么办？ 照实显示",
        "数据指纹：d4e00489ae708747",
        "",
        "",
      ].join("\n"),
    );
  });

  test("身份证号打上星号，控制字符去掉，说明写在下面", async () => {
    const { out } = await runWith(["表.xlsx"], undefined, () => report);
    expect(out).not.toContain(ID);
    expect(out).not.toContain("\u001b");
    expect(out).toContain("说明：+已核实（吴凡山，2024-12-30）");
  });

  test("没有问题时也说一声", async () => {
    expect((await runWith(["表.xlsx"], undefined, () => ({ ...REPORT, verdict: "可上报", findings: [] }))).out).toContain("没有发现问题。");
  });
});

describe("网页报告", () => {
  test("一切文字都转义，身份证号打上星号，不引用任何外部内容", async () => {
    const { out } = await runWith(["表.xlsx", "--format", "html"], undefined, () => report);
    expect(out.startsWith("<!doctype html>")).toBe(true);
    expect(out).toContain("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;");
    expect(out).not.toMatch(/<script|<b>|https?:|src=|url\(/);
    expect(out).not.toContain(ID);
    expect(out).toContain('<html lang="zh-CN">');
    expect(out).toContain("@page { size: A4 landscape;");
  });

  test("读不了的文件也写出原因", async () => {
    const { out, code } = await runWith(["<坏>.xlsx", "--format", "html"]);
    expect(code).toBe(2);
    expect(out).toContain("找不到文件“&lt;坏&gt;.xlsx”。");
  });
});

describe("检查报告工作簿", () => {
  async function reportSheet(files: readonly string[] = ["表.xlsx"]) {
    const run = await runWith([...files, "--report", "报告.xlsx"], Object.fromEntries(files.map((file) => [file, WORKBOOK])), (name) => ({
      ...report,
      file: name,
    }));
    const bytes = run.disk.get("报告.xlsx");
    if (!(bytes instanceof Uint8Array)) throw new Error("no report");
    return bytes;
  }

  test("一条问题一行，位置链接到原表的单元格", async () => {
    const book = new ExcelJS.Workbook();
    const bytes = await reportSheet(["上报 材料/表#1.xlsx"]);
    await book.xlsx.load(bytes.slice().buffer);
    const links: string[] = [];
    book.worksheets[0]?.eachRow((row) => {
      const { hyperlink } = row.getCell(4);
      if (hyperlink !== undefined) links.push(decodeURIComponent(hyperlink));
    });
    expect(book.worksheets.map((sheet) => sheet.name)).toEqual(["检查报告"]);
    expect(links).toEqual(["上报 材料/表#1.xlsx#'教师考核'!F5", "上报 材料/表#1.xlsx#'表''一'!C7"]);
  });

  test("被检查时认得出是我们自己的报告，不当成表", async () => {
    expect(openWorkbook(await reportSheet(), "报告.xlsx")).toMatchObject({ sheets: [], ownSheets: 1 });
  });

  test("以 = + - @ 开头的文字绝不是公式，身份证号打上星号", async () => {
    const sheet = asOthersSee(await reportSheet());
    const texts: unknown[] = [];
    for (let row = 0; row < sheet.rowCount; row += 1) {
      for (let column = 0; column < sheet.columnCount; column += 1) {
        expect(sheet.formula(row, column)).toBeNull();
        texts.push(sheet.value(row, column));
      }
    }
    expect(texts).toEqual(expect.arrayContaining(["=cmd|'/c calc'!A1", "@SUM(A1)", "吴凡山", "经验"]));
    expect(texts.join()).not.toContain(ID);
  });

  test("几个文件合在一份报告里", async () => {
    const sheet = asOthersSee(await reportSheet(["一.xlsx", "二.xlsx"]));
    const names = Array.from({ length: sheet.rowCount }, (_, row) => sheet.value(row, 1)).filter(
      (value) => typeof value === "string" && value.endsWith(".xlsx"),
    );
    expect(names).toEqual(["一.xlsx", "一.xlsx", "二.xlsx", "二.xlsx"]);
  });
});
