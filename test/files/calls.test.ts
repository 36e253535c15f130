/** The add-in's functions in a saved formula, however it was saved. */
import { kaoheCalls, typedFormula } from "../../src/files/calls";

test.each([
  ["Excel 存下的", '=_xldudf_KAOHE_TEACHERSCORE("兰西",E5:I5)', '=KAOHE.TEACHERSCORE("兰西",E5:I5)'],
  [
    "带外部引用编号的",
    '=[1]!_xldudf_KAOHE_PASSED("兰西","教师",[2]!_xldudf_KAOHE_TEACHERSCORE("兰西",E5:I5))',
    '=KAOHE.PASSED("兰西","教师",KAOHE.TEACHERSCORE("兰西",E5:I5))',
  ],
  ["别的程序存下的", "=_xll.KAOHE.AGE(B2,C2)+1", "=KAOHE.AGE(B2,C2)+1"],
  ["带加载项路径的", "='C:\\加载项\\kaohe.xlam'!KAOHE.AGE(B2,C2)", "=KAOHE.AGE(B2,C2)"],
  ["手工输入的小写", "=kaohe.age(B2,C2)", "=KAOHE.AGE(B2,C2)"],
  ["文本里的写法不动", '="_xldudf_KAOHE_AGE("&A1', '="_xldudf_KAOHE_AGE("&A1'],
  ["别的函数不动", "=SUM(A1:A3)+_xlfn.CONCAT(A1)", "=SUM(A1:A3)+_xlfn.CONCAT(A1)"],
])("%s公式，都写成手工输入的样子", (_, saved, typed) => {
  expect(typedFormula(saved)).toBe(typed);
});

test.each([
  ["参数按逗号分开", '=KAOHE.TEACHERSCORE("兰西2024秋", E5:I5, L5)', [{ name: "TEACHERSCORE", args: ['"兰西2024秋"', "E5:I5", "L5"] }]],
  [
    "套在里面的也找到",
    '=IF(A1>0,KAOHE.PASSED("兰西","教师",KAOHE.TEACHERSCORE("兰西",E5:I5)),"")',
    [
      { name: "PASSED", args: ['"兰西"', '"教师"', 'KAOHE.TEACHERSCORE("兰西",E5:I5)'] },
      { name: "TEACHERSCORE", args: ['"兰西"', "E5:I5"] },
    ],
  ],
  [
    "文本、工作表名和数组里的逗号括号不算",
    "=KAOHE.RULE(\"a,(b\",'表,(1)'!A1,{1,2;3,4})",
    [{ name: "RULE", args: ['"a,(b"', "'表,(1)'!A1", "{1,2;3,4}"] }],
  ],
  ["没有参数", "=KAOHE.AGE()", [{ name: "AGE", args: [] }]],
  ["空着的参数", "=KAOHE.AGE(A1,)", [{ name: "AGE", args: ["A1", ""] }]],
  ["括号没关上的不算", "=KAOHE.AGE(A1", []],
  ["文本里提到的不算", '="KAOHE.AGE(A1)"', []],
])("%s", (_, formula, calls) => {
  expect(kaoheCalls(formula)).toEqual(calls);
});
