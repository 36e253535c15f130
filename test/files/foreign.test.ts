/** Peculiarities of real files, found by reading thousands of other people's: each once made files unreadable or was read wrongly. */
import * as XLSX from "@e965/xlsx";
import { strFromU8, unzipSync } from "fflate";
import iconv from "iconv-lite";
import { openWorkbook } from "../../src/files/open";
import { withoutArrays } from "../../src/files/open-document";
import { thinSheetPart } from "../../src/files/sheet-part";
import { biff, made, onlySheet, patched, problemOf, SHEET1, utf8, valuesOf, withSheetData, written } from "./making";

const ROWS = [
  ["姓名", "分数"],
  ["张三", 18],
];

const REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

describe("工作表之间夹着别的东西，只跳过它", () => {
  const book = (): Promise<Uint8Array> =>
    made((made) => {
      for (const name of ["一", "夹", "二"]) made.addWorksheet(name).addRow([name]);
    });
  const names = (bytes: Uint8Array) => openWorkbook(bytes, "表.xlsx").sheets.map((sheet) => [sheet.name, sheet.value(0, 0)]);
  const expected = [
    ["一", "一"],
    ["二", "二"],
  ];

  test("图表工作表", async () => {
    const bytes = patched(await book(), {
      "xl/worksheets/sheet2.xml": () => null,
      "xl/chartsheets/sheet1.xml": () => `<chartsheet xmlns:r="${REL}"><drawing r:id="rId1"/></chartsheet>`,
      "xl/_rels/workbook.xml.rels": (xml) =>
        xml.replace(/Type="[^"]*" Target="worksheets\/sheet2\.xml"/, `Type="${REL}/chartsheet" Target="chartsheets/sheet1.xml"`),
    });
    expect(names(bytes)).toEqual(expected);
  });

  test("宏模块：没有部件的编号；部件的文件名和次序无关", async () => {
    const bytes = patched(await book(), {
      "xl/worksheets/sheet2.xml": () => null,
      // The library would take the parts by their order, did it find one without.
      "xl/workbook.xml": (xml) =>
        xml
          .replace(/(name="夹"[^>]*r:id=)"[^"]*"/, '$1""')
          .replace(/(<sheet [^>]*name="一"[^>]*>)(.*)(<sheet [^>]*name="二"[^>]*>)/, "$3$2$1"),
    });
    expect(names(bytes)).toEqual(expected.toReversed());
  });

  test("真丢了部件的工作表仍算损坏", async () => {
    expect(problemOf(patched(await book(), { "xl/worksheets/sheet2.xml": () => null }), "表.xlsx")).toBe("file.broken");
  });
});

test("部件名全是小写、用反斜杠的 xlsx", () => {
  const text = Buffer.from(written(ROWS, "xlsx")).toString("latin1");
  const small = text
    .replaceAll("[Content_Types].xml", "[content_types].xml")
    .replaceAll("xl/worksheets/sheet1.xml", "xl\\worksheets\\sheet1.xml");
  expect(valuesOf(onlySheet(new Uint8Array(Buffer.from(small, "latin1"))))).toEqual(ROWS);
});

describe("每一行都有一个跨几格的数组公式：库看不到区域（不然每格都要和每个区域比），公式仍读得出", () => {
  const formulas = (bytes: Uint8Array, name: string) => {
    const sheet = onlySheet(bytes, name);
    return [0, 1, 2].map((row) => [0, 1, 2].map((column) => sheet.formula(row, column)));
  };
  const expected = Array.from({ length: 3 }, () => ["=ROW()*2", "=ROW()*2", "=1+1"]);

  test("xlsx", () => {
    const cells = (row: number) =>
      `<c r="A${row}"><f t="array" ref="A${row}:B${row}">ROW()*2</f><v>${row}</v></c><c r="B${row}"><v>7</v></c><c r="C${row}"><f>1+1</f><v>2</v></c>`;
    const bytes = withSheetData([1, 2, 3].map((row) => `<row r="${row}">${cells(row)}</row>`).join(""));
    expect(formulas(bytes, "表.xlsx")).toEqual(expected);
    expect(strFromU8(thinSheetPart(unzipSync(bytes)[SHEET1] ?? new Uint8Array()).xml)).not.toMatch(/ref="[A-Z]+\d+:/);
  });

  test("ods", () => {
    const span = 'table:number-matrix-columns-spanned="2" table:number-matrix-rows-spanned="1"';
    const cell = (more: string) =>
      `<table:table-cell ${more} office:value-type="float" office:value="2"><text:p>2</text:p></table:table-cell>`;
    const row = `<table:table-row>${cell(`${span} table:formula="of:=ROW()*2"`)}${cell("")}${cell('table:formula="of:=1+1"')}</table:table-row>`;
    const bytes = patched(written([["x"]], "ods"), {
      "content.xml": (xml) => xml.replace(/<table:table-row[\s\S]*<\/table:table-row>/, row.repeat(3)),
    });
    expect(formulas(bytes, "表.ods")).toEqual(expected);
    expect(withoutArrays(row)).not.toContain("matrix");
  });
});

test("没有样式部件的 ods", () => {
  const bytes = patched(written(ROWS, "ods"), { "styles.xml": () => null });
  expect(valuesOf(onlySheet(bytes, "表.ods"))).toEqual(ROWS);
});

test("ods 的工作表名带 & 和尖括号，隐藏的行仍对得上；别的文件留下的副本不是工作表", () => {
  const bytes = patched(written(ROWS, "ods", "甲&乙<表>"), {
    "content.xml": (xml) =>
      xml
        .replace("<table:table-row", '<table:table-row table:visibility="collapse"')
        .replace(
          "</office:spreadsheet>",
          `<table:table table:name="&apos;file:///C:/别的.ods&apos;#表一"><table:table-row><table:table-cell/></table:table-row></table:table></office:spreadsheet>`,
        ),
  });
  const { sheets } = openWorkbook(bytes, "表.ods");
  expect(sheets.map((sheet) => [sheet.name, sheet.isRowHidden(0)])).toEqual([["甲&乙<表>", true]]);
});

test("平面的 ods（一个 XML 文件）", () => {
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(ROWS), "甲&乙");
  const text = String(XLSX.write(book, { type: "string", bookType: "fods" }));
  const sheet = onlySheet(utf8(text), "表.fods");
  expect([sheet.name, valuesOf(sheet)]).toEqual(["甲&乙", ROWS]);
});

test("工作表的名字坏成一长串的，算损坏", () => {
  const bytes = patched(written(ROWS, "xlsx"), { "xl/workbook.xml": (xml) => xml.replace(/name="成绩"/, `name="${"乱".repeat(3000)}"`) });
  expect(problemOf(bytes, "表.xlsx")).toBe("file.broken");
});

/** The part of the library that packs old containers; it exports it without types. */
interface Containers {
  readonly utils: { cfb_new(): object; cfb_add(container: object, path: string, content: Uint8Array): void };
  write(container: object, options: { type: "array" }): Uint8Array | number[];
  read(bytes: Uint8Array, options: { type: "buffer" }): object;
  find(container: object, path: string): { readonly content: Uint8Array | number[] } | null;
}
const containers = XLSX.CFB as Containers;

describe("xls 里嵌着 Word 文档，仍是工作簿；Word 文档里嵌着表，不是", () => {
  const container = (...streams: readonly (readonly [string, Uint8Array])[]): Uint8Array => {
    const cfb = containers.utils.cfb_new();
    for (const [path, content] of streams) containers.utils.cfb_add(cfb, path, content);
    return Uint8Array.from(containers.write(cfb, { type: "array" }));
  };
  const stream = (bytes: Uint8Array): Uint8Array => {
    const found = containers.find(containers.read(Buffer.from(bytes), { type: "buffer" }), "Workbook");
    return Uint8Array.from(found?.content ?? []);
  };
  const workbook = stream(written(ROWS, "xls"));
  const word = new Uint8Array(5000).fill(7);

  test("嵌着 Word 文档的 xls", () => {
    expect(valuesOf(onlySheet(container(["/Workbook", workbook], ["/MBD001/WordDocument", word]), "表.xls"))).toEqual(ROWS);
  });

  test("嵌着工作簿的 Word 文档", () => {
    expect(problemOf(container(["/WordDocument", word], ["/ObjectPool/_1/Workbook", workbook]), "表.xls")).toBe("file.not-workbook");
  });
});

describe("Excel 97 以前的工作簿，汉字按代码页保存", () => {
  const label = (row: number, column: number, text: string, encoding: string): readonly [number, ...number[]] => {
    const bytes = iconv.encode(text, encoding);
    return [0x204, row, 0, column, 0, 0, 0, bytes.length, 0, ...bytes];
  };
  const cells = (encoding: string) => [label(0, 0, "姓名", encoding), label(1, 0, "張三", encoding)];
  test.each([
    ["写明是 936", biff([0x409, 0, 4, 0x10, 0, 0, 0], [0x42, 0xa8, 0x03], ...cells("gbk"), [0x0a])],
    ["写明是 950（繁体）", biff([0x409, 0, 4, 0x10, 0, 0, 0], [0x42, 0xb6, 0x03], ...cells("big5"), [0x0a])],
    ["什么都没写", biff([0x209, 0, 3, 0x10, 0, 0, 0], ...cells("gbk"), [0x0a])],
  ])("%s", (_, bytes) => {
    expect(valuesOf(onlySheet(bytes, "表.xls"))).toEqual([["姓名"], ["張三"]]);
  });
});

describe("夹着控制符的文本表", () => {
  const rows = [
    ["姓名", "分数"],
    ["张三", "18"],
  ];
  test.each([
    ["每格后面有一个 NUL", new Uint8Array(iconv.encode("姓名\0,分数\0\r\n张三\0,18\0\r\n", "gbk"))],
    ["没有字节顺序标记的 UTF-16", new Uint8Array(iconv.encode("姓名,分数\r\n张三,18\r\n", "utf16le"))],
    ["没有字节顺序标记的 UTF-16（高位在前）", new Uint8Array(iconv.encode("姓名,分数\r\n张三,18\r\n", "utf-16be", { addBOM: false }))],
    ["夹着一个 0x16", utf8("姓名,分数\n张\u0016三,18\n")],
  ])("%s", (_, bytes) => {
    expect(valuesOf(onlySheet(bytes, "表.csv"))).toEqual(rows);
  });

  test("改名为 .csv 的图片仍不是表", () => {
    const png = Uint8Array.from({ length: 4000 }, (_, at) =>
      at < 8 ? ([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10][at] ?? 0) : (at * 7919) % 256,
    );
    expect(problemOf(png, "表.csv")).toBe("file.not-workbook");
  });
});

test("读文件时不在屏幕上说英文", () => {
  const said: unknown[] = [];
  const spy = jest.spyOn(console, "error").mockImplementation((...words) => void said.push(words));
  openWorkbook(
    patched(written(ROWS, "ods"), {
      "styles.xml": (xml) =>
        xml.replace(
          "<office:master-styles>",
          '<office:styles><number:number-style style:name="N1"><number:number/><style:map style:condition="value()&gt;0" style:apply-style-name="N2"/></number:number-style></office:styles><office:master-styles>',
        ),
    }),
    "表.ods",
  );
  spy.mockRestore();
  expect(said).toEqual([]);
});
