/** Files that are not quite what they should be, and are read all the same. */
import iconv from "iconv-lite";
import { openWorkbook } from "../../src/files/open";
import { biff, made, onlySheet, patched, SHEET1, utf8, valuesOf, withSheetData, written } from "./making";

const ROWS = [
  ["姓名", "分数"],
  ["张三", 18],
];

describe("扩展名写错的文件按内容读", () => {
  const html =
    '<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head><body><table><tr><td colspan="2">成绩表</td></tr><tr><th>姓名</th><th>身份证号</th></tr><tr><td>张三</td><td>231299198001010011</td></tr></table></body></html>';
  test.each([
    ["叫 .xls 的 xlsx", written(ROWS, "xlsx"), "成绩.xls", ROWS],
    ["叫 .xlsx 的 xls", written(ROWS, "xls"), "成绩.xlsx", ROWS],
    ["叫 .csv 的 xlsx", written(ROWS, "xlsx"), "成绩.csv", ROWS],
    ["叫 .xlsx 的 ods", written(ROWS, "ods"), "成绩.xlsx", ROWS],
    [
      "叫 .xls 的制表符文本",
      new Uint8Array(iconv.encode("姓名\t分数\r\n张三\t18\r\n", "gbk")),
      "成绩.xls",
      [
        ["姓名", "分数"],
        ["张三", "18"],
      ],
    ],
    [
      "叫 .xls 的网页（GB2312）",
      new Uint8Array(iconv.encode(html, "gbk")),
      "成绩.xls",
      [
        ["成绩表", null],
        ["姓名", "身份证号"],
        ["张三", "231299198001010011"],
      ],
    ],
    [
      "叫 .xls 的网页（UTF-8）",
      utf8(html.replace("gb2312", "utf-8")),
      "成绩.xls",
      [
        ["成绩表", null],
        ["姓名", "身份证号"],
        ["张三", "231299198001010011"],
      ],
    ],
  ])("%s", (_, bytes, name, expected) => {
    expect(valuesOf(onlySheet(bytes, name))).toEqual(expected);
  });

  test("网页里的数字是文本，和 CSV 一样", () => {
    expect(openWorkbook(utf8(html.replace("gb2312", "utf-8")), "成绩.xls").origin).toBe("text");
  });
});

describe("写得不合规矩的 xlsx", () => {
  test("没有写明范围，或范围写小了", () => {
    const cells = '<row r="1"><c r="A1"><v>1</v></c></row><row r="7"><c r="D7"><v>2</v></c></row>';
    for (const dimension of ["", '<dimension ref="A1"/>', '<dimension ref="A1:XFD1048576"/>']) {
      const sheet = onlySheet(withSheetData(cells, dimension));
      expect([sheet.rowCount, sheet.columnCount]).toEqual([7, 4]);
    }
  });

  test("共享文本里有空项、不按顺序、个数写错", () => {
    const shared =
      '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="1" uniqueCount="99"><si><t>三</t></si><si/><si><t xml:space="preserve"> 一 </t></si><si><r><t>二</t></r><rPh sb="0" eb="1"><t>er</t></rPh></si></sst>';
    const bytes = patched(written([["a", "b", "c", "d"]], "xlsx"), {
      "xl/sharedStrings.xml": () => shared,
      [SHEET1]: (xml) =>
        xml.replace(
          /<sheetData>.*<\/sheetData>/,
          '<sheetData><row r="1"><c r="A1" t="s"><v>2</v></c><c r="B1" t="s"><v>3</v></c><c r="C1" t="s"><v>0</v></c><c r="D1" t="s"><v>1</v></c></row></sheetData>',
        ),
    });
    expect(valuesOf(onlySheet(bytes))).toEqual([[" 一 ", "二", "三"]]);
  });

  test("标签带前缀，单元格和行不写位置", () => {
    const prefixed =
      '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c r="A1" s="0"/><x:c r="B1"><x:v>5</x:v></x:c></x:row><x:row r="2" hidden="1"><x:c r="A2"><x:v>6</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    const sheet = onlySheet(patched(written([["x"]], "xlsx"), { [SHEET1]: () => prefixed }));
    expect(valuesOf(sheet)).toEqual([
      [null, 5],
      [6, null],
    ]);
    expect(sheet.isRowHidden(1)).toBe(true);
    expect(valuesOf(onlySheet(withSheetData("<row><c/><c><v>7</v></c></row><row></row><row><c><v>8</v></c></row>")))).toEqual([
      [null, 7],
      [null, null],
      [8, null],
    ]);
  });

  test("工作表的部件改了名、换了位置", () => {
    const bytes = written(ROWS, "xlsx");
    let sheetXml = "";
    const moved = patched(bytes, {
      [SHEET1]: (xml) => {
        sheetXml = xml;
        return null;
      },
      "xl/tables/a b.xml": () => sheetXml.replace("<sheetData>", '<sheetProtection sheet="1"/><sheetData>'),
      "xl/_rels/workbook.xml.rels": (xml) => xml.replace(/Target="[^"]*sheet1\.xml"/, 'Target="/xl/tables/a b.xml"'),
    });
    const sheet = onlySheet(moved);
    expect(valuesOf(sheet)).toEqual(ROWS);
    expect(sheet.isProtected).toBe(true);
  });

  test("名字像程序属性的工作表", async () => {
    const bytes = await made((book) => {
      for (const name of ["__proto__", "constructor", "A&B <表>"]) book.addWorksheet(name).getCell("A1").value = name;
    });
    expect(openWorkbook(bytes, "表.xlsx").sheets.map((sheet) => [sheet.name, sheet.value(0, 0)])).toEqual([
      ["__proto__", "__proto__"],
      ["constructor", "constructor"],
      ["A&B <表>", "A&B <表>"],
    ]);
  });
});

describe("只有格式的行和列不算内容", () => {
  test("整张表 1,048,576 行都设了格式，很快读完，只到最后有内容的一格", () => {
    const rows: string[] = ['<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="0"/></row><row r="2"><c r="C2" t="str"><v>尾</v></c></row>'];
    for (let row = 3; row <= 1_048_576; row += 1) rows.push(`<row r="${row}" s="0" customFormat="1"><c r="A${row}" s="0"/></row>`);
    const bytes = withSheetData(rows.join(""));
    const start = process.cpuUsage();
    const sheet = onlySheet(bytes);
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1e6).toBeLessThan(20);
    expect([sheet.rowCount, sheet.columnCount]).toEqual([2, 3]);
  }, 120_000);

  test("坏掉的单元格位置（超出工作表）不算，也不让程序停住", () => {
    const start = process.cpuUsage();
    const sheet = onlySheet(
      withSheetData(
        '<row r="1"><c r="A1"><v>1</v></c><c r="ZZZZZZZ1"><v>2</v></c></row><row r="4000000000"><c r="A4000000000"><v>3</v></c></row>',
      ),
    );
    expect([sheet.rowCount, sheet.columnCount]).toEqual([1, 1]);
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1e6).toBeLessThan(10);
  });

  test("隐藏的空行也记得是隐藏的", () => {
    const sheet = onlySheet(
      withSheetData('<row r="1" hidden="true"/><row r="2" hidden="1"><c r="A2" s="0"/></row><row r="3"><c r="A3"><v>1</v></c></row>'),
    );
    expect([0, 1, 2].map((row) => sheet.isRowHidden(row))).toEqual([true, true, false]);
    expect(valuesOf(sheet)).toEqual([[null], [null], [1]]);
  });
});

test("老式 xls 里隐藏的行、公式和保护读得出", () => {
  const name = [..."s1"].flatMap((letter) => [letter.charCodeAt(0), 0]);
  const number = (value: number) => [...new Uint8Array(new Float64Array([value]).buffer)];
  const globals = biff([0x809, 0x00, 0x06, 0x05, 0x00, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0xe0, ...Array.from({ length: 20 }, () => 0)]);
  const bound = (at: number) => biff([0x85, at & 0xff, at >> 8, 0, 0, 0, 0, 2, 1, ...name], [0x0a]);
  const at = globals.length + bound(0).length;
  const sheet = biff(
    [0x809, 0x00, 0x06, 0x10, 0x00, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    [0x12, 1, 0],
    [0x200, 0, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 0],
    [0x208, 1, 0, 0, 0, 1, 0, 0xff, 0, 0, 0, 0, 0, 0x20, 0x01, 0x0f, 0],
    [0x203, 0, 0, 0, 0, 0, 0, ...number(18)],
    // =1+2 with the saved result 3
    [0x06, 1, 0, 0, 0, 0, 0, ...number(3), 0, 0, 0, 0, 0, 0, 7, 0, 0x1e, 1, 0, 0x1e, 2, 0, 0x03],
    [0x0a],
  );
  const bytes = Uint8Array.from([...globals, ...bound(at), ...sheet]);
  const read = onlySheet(bytes, "老表.xls");
  expect(valuesOf(read)).toEqual([[18], [3]]);
  expect(read.formula(1, 0)).toBe("=1+2");
  expect([0, 1].map((row) => read.isRowHidden(row))).toEqual([false, true]);
  expect(read.isProtected).toBe(true);
});
