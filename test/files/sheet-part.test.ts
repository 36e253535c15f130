/** What is taken out of a worksheet's XML before the library reads it, and what is left to it. */
import { thinSheetPart } from "../../src/files/sheet-part";
import { onlySheet, utf8, valuesOf, withSheetData, written, patched, SHEET1 } from "./making";

const TABLES = { texts: ["甲", "乙"], formats: ["General", "0.00"] };

function thin(row: string) {
  const { xml, plain, ...facts } = thinSheetPart(utf8(`<sheetData><row r="1">${row}</row></sheetData>`));
  return { left: new TextDecoder().decode(xml), plain, ...facts };
}

test.each([
  ["整数", '<c r="A1"><v>18</v></c>', 18],
  ["小数", '<c r="A1"><v>-0.1</v></c>', -0.1],
  ["写明是数字", '<c r="A1" t="n"><v>59.995</v></c>', 59.995],
  ["很长的数", '<c r="A1"><v>231299198001010011</v></c>', Number("231299198001010011")],
  ["多位小数", '<c r="A1"><v>0.30000000000000004</v></c>', 0.30000000000000004],
  ["科学记数", '<c r="A1"><v>1.5E-3</v></c>', 0.0015],
  ["共享文本", '<c r="A1" t="s"><v>1</v></c>', "乙"],
  ["是否", '<c t="b" r="A1"><v>1</v></c>', true],
  ["属性用单引号、有空格", "<c  r='A1' s='1' ><v>2</v></c>", 2],
])("简单的单元格直接读出，不再交给程序库：%s", (_, cell, value) => {
  const { left, plain, cells } = thin(cell);
  expect(plain.value(0, 0, TABLES)).toBe(value);
  expect(left).toBe("<sheetData></sheetData>");
  expect(cells).toBe(1);
});

test.each([
  ["公式", '<c r="A1"><f>1+1</f><v>2</v></c>'],
  ["公式文本结果", '<c r="A1" t="str"><v>甲</v></c>'],
  ["错误值", '<c r="A1" t="e"><v>#N/A</v></c>'],
  ["单元格内的文本", '<c r="A1" t="inlineStr"><is><t>甲</t></is></c>'],
  ["日期文本", '<c r="A1" t="d"><v>2024-09-25</v></c>'],
  ["动态数组", '<c r="A1" cm="1"><v>2</v></c>'],
  ["不是数字", '<c r="A1"><v>甲</v></c>'],
  ["空的值", '<c r="A1"><v></v></c>'],
  ["只有负号", '<c r="A1"><v>-</v></c>'],
  ["只有小数点", '<c r="A1"><v>.</v></c>'],
  ["共享文本的编号不是整数", '<c r="A1" t="s"><v>1.5</v></c>'],
  ["是否不是 0 或 1", '<c r="A1" t="b"><v>2</v></c>'],
  ["超出工作表的位置", '<c r="XFE1"><v>2</v></c>'],
  ["值后面还有内容", '<c r="A1"><v>2</v><extLst/></c>'],
])("别的单元格留给程序库：%s", (_, cell) => {
  const { left, plain } = thin(cell);
  expect(left).toBe(`<sheetData><row r="1">${cell}</row></sheetData>`);
  expect(plain.rowCount).toBe(0);
});

test("一行里有的留下、有的取出，空的去掉", () => {
  const { left, plain, cells } = thin(
    '<c r="A1"><v>1</v></c><c r="B1" s="2"/><c r="C1"><f>A1</f></c><c r="D1" s="1"><v>4</v></c><c r="E1"></c>',
  );
  expect(left).toBe('<sheetData><row r="1"><c r="C1"><f>A1</f></c></row></sheetData>');
  expect([0, 1, 2, 3].map((column) => plain.value(0, column, TABLES))).toEqual([1, undefined, undefined, 4]);
  expect(plain.format(0, 3, TABLES)).toBe("0.00");
  expect(cells).toBe(3);
});

test("有单元格不写位置时，什么也不取出", () => {
  const row = '<c r="A1"><v>1</v></c><c><v>2</v></c>';
  const { left, plain } = thin(row);
  expect(left).toBe(`<sheetData><row r="1">${row}</row></sheetData>`);
  expect(plain.rowCount).toBe(0);
  expect(valuesOf(onlySheet(withSheetData(`<row r="1">${row}</row>`)))).toEqual([[1, 2]]);
});

test("文本里像标签的内容不当作标签，注音也不当作行", () => {
  const cell =
    '<c r="A1" t="inlineStr"><is><r><rPr><b/></rPr><t><![CDATA[<c r="Z9"/>]]></t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c><!-- <row r="5" hidden="1"/> -->';
  const { left, hiddenRows } = thin(cell);
  expect(left).toContain('<![CDATA[<c r="Z9"/>]]>');
  expect([...hiddenRows]).toEqual([]);
});

test("取出的单元格保留数字格式，和公式排在一起读", () => {
  const book = patched(written([["甲", 0.5]], "xlsx"), {
    [SHEET1]: (xml) =>
      xml.replace(
        /<sheetData>.*<\/sheetData>/,
        '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>0.5</v></c><c r="C1"><f>B1*2</f><v>1</v></c></row></sheetData>',
      ),
  });
  const sheet = onlySheet(book);
  expect(valuesOf(sheet)).toEqual([["甲", 0.5, 1]]);
  expect([sheet.format(0, 1), sheet.text(0, 1), sheet.formula(0, 1), sheet.formula(0, 2)]).toEqual(["General", "0.5", null, "=B1*2"]);
});
