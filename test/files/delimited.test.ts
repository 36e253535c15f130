/** Delimited text: quotes, line ends and delimiters as spreadsheet programs write them. */
import { findDelimiter, readDelimited } from "../../src/files/delimited";

const rowsOf = (text: string) => readDelimited(text, 1000).rows;

test.each([
  ["引号里的逗号、换行和引号属于内容", '"张三,李四","一\r\n二","他说""好"""\r\n', [["张三,李四", "一\r\n二", '他说"好"']]],
  [
    "空格和空单元格原样保留",
    " a ,,b\n,,\n",
    [
      [" a ", "", "b"],
      ["", "", ""],
    ],
  ],
  [
    "最后一行没有换行",
    "a,b\nc,d",
    [
      ["a", "b"],
      ["c", "d"],
    ],
  ],
  ["最后一格是空的", "a,", [["a", ""]]],
  ["老苹果的换行", "a\rb\r", [["a"], ["b"]]],
  ["引号没有关上，读到末尾", 'a,"b\nc', [["a", "b\nc"]]],
  ["引号后面多出的字不丢", '"a"b,c', [["ab", "c"]]],
  ["等号加引号保住的数字", '="0012",x\n', [["0012", "x"]]],
  ["第一行写明分隔符", "sep=;\r\na,b;c\r\n", [["a,b", "c"]]],
  ["开头像其他格式的表", "ID,姓名\n0\n", [["ID", "姓名"], ["0"]]],
  ["只有一列", "姓名\n张三\n", [["姓名"], ["张三"]]],
])("%s", (_, text, expected) => {
  expect(rowsOf(text)).toEqual(expected);
});

test.each([
  ["标题行里有分号，数据用逗号", "单位：一中；日期,,\n姓名,分数,备注\n张三,1,a;b\n", ","],
  ["小数用逗号，分隔用分号", "姓名;分数\n张三;1,5\n李四;2,5\n", ";"],
  ["引号里的逗号不算", '"a,b"\t1\n"c,d,e"\t2\n', "\t"],
  ["没有分隔符", "姓名\n", null],
])("找分隔符：%s", (_, text, expected) => {
  expect(findDelimiter(text)).toBe(expected);
});

test("数出有内容的单元格，超过上限就停", () => {
  expect(readDelimited("a,,b\n", 10).cells).toBe(2);
  expect(readDelimited("a\n".repeat(100), 10).cells).toBe(11);
});
