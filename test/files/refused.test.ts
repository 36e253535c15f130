/** Files that cannot be checked are refused at once, with a message that says why and what to do. */
import { zipSync } from "fflate";
import { openWorkbook } from "../../src/files/open";
import { FileProblem, sayFileProblem } from "../../src/files/problem";
import enUS from "../../src/files/messages/en-US.json";
import zhCN from "../../src/files/messages/zh-CN.json";
import { biff, patched, problemOf, SHEET1, utf8, withSheetData, written } from "./making";

const GOOD = written([["姓名"], ["张三"]], "xlsx");

/** An OLE container's head and a directory with one stream of that name. */
function ole(stream: string): Uint8Array {
  const bytes = new Uint8Array(1536);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  bytes.set(
    [...stream].flatMap((letter) => [letter.charCodeAt(0), 0]),
    1024,
  );
  return bytes;
}

const FILE_PASS = biff(
  [0x809, 0x00, 0x06, 0x05, 0x00, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  [0x2f, 1, 0, 1, 0, 1, 0, ...Array.from({ length: 48 }, () => 7)],
  [0x0a],
);

function withEncryptedFlag(bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice();
  for (let at = 0; at + 4 < copy.length; at += 1) {
    if (copy[at] === 0x50 && copy[at + 1] === 0x4b && copy[at + 2] === 0x01 && copy[at + 3] === 0x02) copy[at + 8] = 1;
  }
  return copy;
}

test.each([
  ["空文件", new Uint8Array(), "表.xlsx", "file.empty"],
  ["只有空行的 CSV", utf8("\r\n,,\r\n"), "表.csv", "file.empty"],
  ["加了打开密码的 xlsx", ole("EncryptedPackage"), "表.xlsx", "file.encrypted"],
  ["加了打开密码的 xls", FILE_PASS, "表.xls", "file.encrypted"],
  ["加了密码的压缩包", withEncryptedFlag(GOOD), "表.xlsx", "file.encrypted"],
  [
    "加了密码的 ods",
    patched(written([["x"]], "ods"), {
      "META-INF/manifest.xml": (xml) => xml.replace("</manifest:manifest>", "<manifest:encryption-data/></manifest:manifest>"),
    }),
    "表.ods",
    "file.encrypted",
  ],
  ["PDF", utf8("%PDF-1.7\n%âãÏÓ\n1 0 obj"), "表.xlsx", "file.not-workbook"],
  ["图片", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), "表.xls", "file.not-workbook"],
  [
    "Word 文档",
    zipSync({ "[Content_Types].xml": utf8("<Types/>"), "word/document.xml": utf8("<w:document/>") }),
    "表.xlsx",
    "file.not-workbook",
  ],
  ["老式 Word 文档", ole("WordDocument"), "表.xls", "file.not-workbook"],
  ["普通压缩包", zipSync({ "说明.txt": utf8("你好") }), "表.xlsx", "file.not-workbook"],
  ["空的压缩包", zipSync({}), "表.xlsx", "file.not-workbook"],
  ["没有表格的网页", utf8("<html><body>请先登录</body></html>"), "成绩.xls", "file.not-workbook"],
  ["说明文件", utf8("# 说明\n这不是表格"), "README.md", "file.not-workbook"],
  ["RTF 文档", utf8("{\\rtf1\\ansi}"), "表.xls", "file.not-workbook"],
  [
    "没有工作簿部件的压缩包",
    patched(GOOD, { "xl/workbook.xml": () => null, "[Content_Types].xml": (xml) => xml.replace(/<Override[^>]*workbook[^>]*>/g, "") }),
    "表.xlsx",
    "file.not-workbook",
  ],
  ["没有传完的 xlsx", GOOD.subarray(0, Math.floor(GOOD.length / 2)), "表.xlsx", "file.broken"],
  ["工作表不见了的 xlsx", patched(GOOD, { [SHEET1]: () => null }), "表.xlsx", "file.broken"],
  ["共享文本不见了的 xlsx", patched(GOOD, { "xl/sharedStrings.xml": () => null }), "表.xlsx", "file.broken"],
  ["只剩开头的 xls", written([["x"]], "xls").subarray(0, 600), "表.xls", "file.broken"],
  ["认不出编码的文字", Uint8Array.from([0x61, 0x2c, 0xff, 0x80, 0x81, 0x0a, 0xff, 0xff]), "表.csv", "file.no-text"],
])("%s", (_, bytes, name, problem) => {
  expect(problemOf(bytes, name)).toBe(problem);
});

describe("太大的文件不读，也不占内存", () => {
  test("文件本身超过上限", () => {
    expect(problemOf(new Uint8Array(128 * 1024 * 1024 + 1), "大.xlsx")).toBe("file.too-large");
  });

  test("展开后有 300 MB 的工作表，马上拒绝", () => {
    const spaces = new Uint8Array(300 * 1024 * 1024).fill(0x20);
    const bytes = zipSync({ "[Content_Types].xml": utf8("<Types/>"), [SHEET1]: [spaces, { level: 1 }] });
    const start = Date.now();
    expect(problemOf(bytes, "炸弹.xlsx")).toBe("file.unpacked-too-large");
    expect(Date.now() - start).toBeLessThan(3000);
  }, 120_000);

  test("目录里把大小写小的压缩包，展开到写明的大小就停", () => {
    const spaces = new Uint8Array(80 * 1024 * 1024).fill(0x20);
    const bytes = zipSync({ [SHEET1]: [spaces, { level: 1 }], "[Content_Types].xml": utf8("<Types/>") });
    const view = new DataView(bytes.buffer);
    for (let at = bytes.length - 400; at + 4 < bytes.length; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === spaces.length) view.setUint32(at + 24, 1000, true);
    }
    const start = Date.now();
    expect(problemOf(bytes, "炸弹.xlsx")).toBe("file.broken");
    expect(Date.now() - start).toBeLessThan(3000);
  }, 120_000);

  test("单元格太多", () => {
    const rows = Array.from({ length: 30 }, (_, row) => `<row r="${row + 1}"><c r="A${row + 1}"><v>1</v></c></row>`).join("");
    expect(problemOf(withSheetData(rows), "表.xlsx", { cells: 29 })).toBe("file.too-many-cells");
    expect(problemOf(withSheetData(rows), "表.xlsx", { cells: 30 })).toBeNull();
    expect(problemOf(utf8("1\n".repeat(30)), "表.csv", { cells: 29 })).toBe("file.too-many-cells");
    expect(problemOf(utf8("1\n".repeat(30)), "表.csv", { cells: 30 })).toBeNull();
  });

  test("几个字节就声称有上亿格的 ods", () => {
    const content =
      '<office:document-content><office:body><office:spreadsheet><table:table table:name="一"><table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="1024" office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>';
    expect(problemOf(patched(written([["x"]], "ods"), { "content.xml": () => content }), "表.ods")).toBe("file.too-many-cells");
  });
});

describe("拒绝的话说得清楚", () => {
  test("说出是哪个文件、上限是多少，不带英文和错误代码", () => {
    expect.assertions(2);
    try {
      openWorkbook(new Uint8Array(128 * 1024 * 1024 + 1), "大表.xlsx");
    } catch (fault) {
      const text = fault instanceof FileProblem ? sayFileProblem(fault.says) : "";
      expect(text).toBe("“大表.xlsx”太大（129 MB），最多能检查 128 MB 的文件。请把不需要的工作表或图片另存，再检查。");
      expect(fault instanceof FileProblem ? sayFileProblem(fault.says, "en-US") : "").toContain("too large (129 MB)");
    }
  });

  test("中文和英文的说法一样多，用的内容一样", () => {
    const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
    expect(Object.keys(enUS).sort()).toEqual(Object.keys(zhCN).sort());
    for (const [id, text] of Object.entries(zhCN))
      expect([id, holes(text)]).toEqual([id, holes(new Map(Object.entries(enUS)).get(id) ?? "")]);
  });
});
