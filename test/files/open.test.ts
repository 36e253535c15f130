/** Every kind of file that schools send is read to the same cells. */
import iconv from "iconv-lite";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openWorkbook } from "../../src/files/open";
import { CellError } from "../../src/values/cell";
import { made, onlySheet, patched, utf8, valuesOf, withSheetData, written, type Rows } from "./making";

const ROWS: Rows = [
  [" 姓名 ", "分数", "备注"],
  ["张 三", 18.5, true],
  ["阿卜杜拉·买买提", "１８", false],
  [null, -0.001, "第一行\n第二行"],
];

describe("同样的内容，不论存成哪种文件，读出来都一样", () => {
  test.each([
    ["xlsx", "成绩.xlsx"],
    ["xlsm", "成绩.xlsm"],
    ["xlsb", "成绩.xlsb"],
    ["xls", "成绩.xls"],
    ["xls", "成绩.et"],
    ["ods", "成绩.ods"],
    ["xlml", "成绩.xls"],
  ] as const)("%s 文件 %s", (bookType, name) => {
    const workbook = openWorkbook(written(ROWS, bookType), name);
    expect(workbook.sheets.map((sheet) => sheet.name)).toEqual(["成绩"]);
    expect(workbook.sheets.map(valuesOf)).toEqual([ROWS]);
    expect(workbook.origin).toBe("spreadsheet");
    expect(workbook.date1904).toBe(false);
  });
});

test.each(["联通", "一", "姓名,一\n联通,二"])("GB18030 的短文本“%s”碰巧也是合法的 UTF-8，仍读成中文", (words) => {
  const rows = words.split("\n").map((line) => line.split(","));
  expect(valuesOf(onlySheet(new Uint8Array(iconv.encode(words, "gb18030")), "短.csv"))).toEqual(rows);
  expect(valuesOf(onlySheet(utf8(words), "短.csv"))).toEqual(rows);
});

describe("CSV 文件里一切都是文本，工作表以文件名命名", () => {
  const text = "姓名,身份证号,分数\r\n张三,231299198001010011,18.50\r\n㐂𠮷,,\r\n";
  const expected = [
    ["姓名", "身份证号", "分数"],
    ["张三", "231299198001010011", "18.50"],
    ["㐂𠮷", null, null],
  ];
  test.each([
    ["UTF-8", utf8(text)],
    ["UTF-8 带标记", utf8(`\uFEFF${text}`)],
    ["GB18030", new Uint8Array(iconv.encode(text, "gb18030"))],
    ["UTF-16", new Uint8Array(iconv.encode(text, "utf-16le", { addBOM: true }))],
    ["UTF-16 大端", new Uint8Array(iconv.encode(text, "utf-16be", { addBOM: true }))],
    ["分号分隔", utf8(text.replaceAll(",", ";"))],
    ["制表符分隔", utf8(text.replaceAll(",", "\t"))],
  ])("%s", (_, bytes) => {
    const workbook = openWorkbook(bytes, "D:\\上报\\2024 秋.学时.csv");
    expect(workbook.origin).toBe("text");
    expect(workbook.sheets.map((sheet) => sheet.name)).toEqual(["2024 秋.学时"]);
    expect(workbook.sheets.map(valuesOf)).toEqual([expected]);
  });

  test("保存在仓库里的 GB18030 文件", () => {
    const bytes = new Uint8Array(readFileSync(join(__dirname, "..", "fixtures", "workbooks", "学时登记-GB18030.csv")));
    expect(valuesOf(onlySheet(bytes, "学时登记-GB18030.csv"))[1]).toEqual(["1", "吴凡山", "2024.9.21", "集中培训", "2天", "16"]);
  });
});

describe("单元格里有什么，就读出什么", () => {
  test("公式带等号，共享公式和数组公式每格都有自己的公式", () => {
    const rows = [
      '<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1*2</f><v>4</v></c><c r="B1"><v>2</v></c><c r="C1"><f t="array" ref="C1:C2">B1:B2*3</f><v>6</v></c></row>',
      '<row r="2"><c r="A2"><f t="shared" si="0"/><v>6</v></c><c r="B2"><v>3</v></c><c r="C2"><v>9</v></c></row>',
    ];
    const sheet = onlySheet(withSheetData(rows.join("")));
    expect([0, 1].map((row) => [sheet.formula(row, 0), sheet.value(row, 0)])).toEqual([
      ["=B1*2", 4],
      ["=B2*2", 6],
    ]);
    expect([0, 1].map((row) => [sheet.formula(row, 2), sheet.value(row, 2)])).toEqual([
      ["=B1:B2*3", 6],
      ["=B1:B2*3", 9],
    ]);
    expect(sheet.formula(0, 1)).toBeNull();
  });

  test("没有存下结果的公式，值为空；结果是 0 或空文本的，照样读出", () => {
    const sheet = onlySheet(
      withSheetData(
        '<row r="1"><c r="A1"><f>SUM(B1:B2)</f></c><c r="B1"><f>1-1</f><v>0</v></c><c r="C1" t="str"><f>""</f><v></v></c><c r="D1"><f>1</f><v/></c></row>',
      ),
    );
    expect([0, 1, 2, 3].map((column) => sheet.value(0, column))).toEqual([null, 0, "", null]);
    expect([0, 1, 2, 3].map((column) => sheet.formula(0, column))).toEqual(["=SUM(B1:B2)", "=1-1", '=""', "=1"]);
  });

  test("加载项函数的公式原样保留", () => {
    const sheet = onlySheet(
      withSheetData(
        '<row r="1"><c r="A1"><f>[1]!_xldudf_KAOHE_TEACHERSCORE("兰西2024秋",B1:F1)</f><v>89</v></c><c r="B1"><f>_xlfn.CONCAT(A1)</f><v>1</v></c></row>',
      ),
    );
    expect(sheet.formula(0, 0)).toBe('=[1]!_xldudf_KAOHE_TEACHERSCORE("兰西2024秋",B1:F1)');
    expect(sheet.formula(0, 1)).toBe("=_xlfn.CONCAT(A1)");
  });

  test("错误值不是文本，文本里写的错误值不是错误", () => {
    const codes = ["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA"];
    const cells = codes.map((code, row) => `<row r="${row + 1}"><c r="A${row + 1}" t="e"><v>${code}</v></c></row>`).join("");
    const sheet = onlySheet(
      withSheetData(`${cells}<row r="9"><c r="A9" t="e"><v>#SPILL!</v></c><c r="B9" t="inlineStr"><is><t>#N/A</t></is></c></row>`),
    );
    expect(codes.map((_, row) => sheet.value(row, 0))).toMatchObject(codes.map((code) => ({ code })));
    expect(sheet.value(0, 0)).toBeInstanceOf(CellError);
    expect(sheet.value(8, 0)).toEqual(new CellError("#UNKNOWN!"));
    expect(sheet.value(8, 1)).toBe("#N/A");
    expect(sheet.text(6, 0)).toBe("#N/A");
  });

  test("富文本按纯文本读，首尾空格、换行和全角字符都不动", async () => {
    const bytes = await made((book) => {
      const sheet = book.addWorksheet("表");
      sheet.getCell("A1").value = { richText: [{ text: " 心得" }, { text: "体会\n（２０分） ", font: { bold: true } }] };
    });
    expect(onlySheet(bytes).value(0, 0)).toBe(" 心得体会\n（２０分） ");
  });

  test("日期是序号，格式和显示的文字另有说明", async () => {
    const bytes = await made((book) => {
      const sheet = book.addWorksheet("表");
      sheet.getCell("A1").value = new Date("2024-09-25T00:00:00Z");
      sheet.getCell("A1").numFmt = 'yyyy"年"m"月"d"日"';
      sheet.getCell("B1").value = 0.125;
      sheet.getCell("B1").numFmt = "0.0%";
      sheet.getCell("C1").value = 45560;
      sheet.getCell("C1").numFmt = "m/d/yy";
    });
    const sheet = onlySheet(bytes);
    expect(sheet.value(0, 0)).toBe(45560);
    expect([0, 1, 2].map((column) => sheet.text(0, column))).toEqual(["2024年9月25日", "12.5%", "2024/9/25"]);
    expect(sheet.format(0, 0)).toBe('yyyy"年"m"月"d"日"');
    expect(sheet.format(5, 5)).toBe("General");
  });

  test("中文 Excel 自带的日期格式（文件里只写编号）认得出来", async () => {
    const plain = await made((book) => {
      const cell = book.addWorksheet("表").getCell("A1");
      cell.value = 45560;
      cell.numFmt = "0.000";
    });
    const bytes = patched(plain, {
      "xl/styles.xml": (xml) => xml.replace(/<numFmts.*<\/numFmts>/, "").replace(/numFmtId="16\d"/, 'numFmtId="31"'),
    });
    const sheet = onlySheet(bytes);
    expect(sheet.format(0, 0)).toBe('yyyy"年"m"月"d"日"');
    expect(sheet.text(0, 0)).toBe("2024年9月25日");
  });

  test("1904 年起算的日期有标记", async () => {
    const bytes = await made((book) => {
      book.properties.date1904 = true;
      book.addWorksheet("表").getCell("A1").value = 44098;
    });
    expect(openWorkbook(bytes, "老苹果.xlsx").date1904).toBe(true);
  });
});

describe("表的样子", () => {
  test("合并、隐藏的行列和工作表、保护、表格对象都读得出", async () => {
    const bytes = await made(async (book) => {
      const sheet = book.addWorksheet("考核");
      sheet.mergeCells("A1:C1");
      sheet.getCell("A1").value = "标题";
      sheet.addTable({
        name: "名单",
        ref: "A3",
        headerRow: true,
        totalsRow: true,
        columns: [{ name: "姓名" }, { name: "分数" }],
        rows: [["张三", 18]],
      });
      sheet.getRow(4).hidden = true;
      sheet.getColumn(2).hidden = true;
      await sheet.protect("123", {});
      book.addWorksheet("隐藏", { state: "hidden" }).getCell("A1").value = 1;
      book.addWorksheet("深藏", { state: "veryHidden" }).getCell("A1").value = 1;
    });
    const [sheet, hidden, deep] = openWorkbook(bytes, "考核.xlsx").sheets;
    expect(sheet?.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 2 }]);
    expect(sheet?.tables).toEqual([{ name: "名单", area: { top: 2, left: 0, bottom: 4, right: 1 }, hasHeader: true, hasTotals: true }]);
    expect([2, 3, 4].map((row) => sheet?.isRowHidden(row))).toEqual([false, true, false]);
    expect([0, 1, 2].map((column) => sheet?.isColumnHidden(column))).toEqual([false, true, false]);
    expect([sheet?.isProtected, hidden?.isProtected]).toEqual([true, false]);
    expect([sheet?.visibility, hidden?.visibility, deep?.visibility]).toEqual(["visible", "hidden", "veryHidden"]);
  });

  test("筛选掉的行是隐藏的行", () => {
    const rows =
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"><c r="A2"><v>2</v></c></row><row r="3"><c r="A3"><v>3</v></c></row>';
    const sheet = onlySheet(
      withSheetData(
        rows,
        "",
        '<autoFilter ref="A1:A3"><filterColumn colId="0"><filters><filter val="3"/></filters></filterColumn></autoFilter>',
      ),
    );
    expect([0, 1, 2].map((row) => sheet.isRowHidden(row))).toEqual([false, true, false]);
    expect(sheet.value(1, 0)).toBe(2);
  });

  test("ODS 里隐藏的行列、工作表和保护读得出", () => {
    const content = `<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s"><office:automatic-styles><style:style style:name="ta1" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body><office:spreadsheet><table:table table:name="一" table:protected="true"><table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/><table:table-row><table:table-cell office:value-type="string"><text:p>甲</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16383"/></table:table-row><table:table-row table:visibility="filter" table:number-rows-repeated="2"><table:table-cell office:value-type="float" office:value="2"><text:p>2</text:p></table:table-cell></table:table-row><table:table-row table:number-rows-repeated="1048573"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table><table:table table:name="二" table:style-name="ta1"><table:table-row><table:table-cell table:formula="of:=NA()" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#N/A</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`;
    const [first, second] = openWorkbook(patched(written([["x"]], "ods"), { "content.xml": () => content }), "表.ods").sheets;
    expect([first?.rowCount, first?.columnCount]).toEqual([3, 1]);
    expect([0, 1, 2, 3].map((row) => first?.isRowHidden(row))).toEqual([false, true, true, false]);
    expect([1, 2].map((column) => first?.isColumnHidden(column))).toEqual([false, true]);
    expect([first?.isProtected, first?.visibility, second?.visibility]).toEqual([true, "visible", "hidden"]);
    expect(second?.value(0, 0)).toEqual(new CellError("#N/A"));
  });

  test("工作簿里的设置按命名空间找到，别人的自定义部件不算", () => {
    const settings = '<?xml version="1.0"?><kaohe xmlns="urn:kaohe:settings:1">{"a":1}</kaohe>';
    const bytes = patched(written([["x"]], "xlsx"), {
      "customXml/item1.xml": () => '<other xmlns="urn:other" note="urn:kaohe:settings:1"/>',
      "customXml/item2.xml": () => settings,
    });
    expect(openWorkbook(bytes, "表.xlsx").settingsXml).toBe(settings);
    expect(openWorkbook(written([["x"]], "xlsx"), "表.xlsx").settingsXml).toBeNull();
  });
});
