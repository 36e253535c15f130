/** Where tables stand: each shape that clerks give their forms, one by one. */
import { sheetFrom, type Written } from "./sheet";
import { columnsOf, otherRowsOf, placeOf, tablesOf } from "./saying";

const items = ["心得体会", "有效评课", "培训学时", "教学设计", "活动反思"];
const head = ["序号", "姓名", ...items, "综合考核成绩", "考核结果"];
const person = (index: number, name = `王${"一二三四五六七八九十"[index] ?? "某"}`): Written[] => [
  index + 1,
  name,
  18,
  16,
  20,
  20,
  15,
  89,
  "合格",
];
const people = (count: number): Written[][] => Array.from({ length: count }, (_, index) => person(index));

describe("header rows", () => {
  test("a title, a caption line and a header of one row", () => {
    const [table] = tablesOf(
      sheetFrom([["兰西县第一中学教师考核表"], ["单位：兰西一中", null, null, "日期：2024.12.30"], head, ...people(3)], {
        merges: ["A1:I1"],
      }),
    );
    expect(placeOf(table)).toBe("teacher-assessment A3:I3 A4:I6 3");
    expect(table?.title).toBe("兰西县第一中学教师考核表");
  });

  test("two rows, with the items under one merged heading", () => {
    const rows = [
      ["教师考核表"],
      ["序号", "姓名", "考核项目", null, null, null, null, "综合考核成绩", "考核结果"],
      [null, null, ...items.map((item) => `${item}（20分）`)],
      ...people(2),
    ];
    const [table] = tablesOf(sheetFrom(rows, { merges: ["A1:I1", "A2:A3", "B2:B3", "C2:G2", "H2:H3", "I2:I3"] }));
    expect(placeOf(table)).toBe("teacher-assessment A2:I3 A4:I5 2");
    expect(table?.columns.map((column) => column.points)).toEqual([null, null, 20, 20, 20, 20, 20, null, null]);
    expect(table?.columns[2]?.header).toBe("考核项目/心得体会(20分)");
    expect(table?.columns.map((column) => column.headerRow)).toEqual([1, 1, 2, 2, 2, 2, 2, 1, 1]);
  });

  test("three rows: groups within groups", () => {
    const rows = [
      ["序号", "姓名", "县级考核", null, null, null, null, null, "校本考核", null],
      [null, null, "考核项目", null, null, null, null, "综合考核成绩", "成绩", "学时"],
      [null, null, ...items],
      [1, "张三", 18, 16, 20, 20, 15, 89, 85, 12],
    ];
    const merges = ["A1:A3", "B1:B3", "C1:H1", "C2:G2", "H2:H3", "I1:J1", "I2:I3", "J2:J3"];
    const [table] = tablesOf(sheetFrom(rows, { merges }));
    expect(placeOf(table)).toBe("teacher-assessment A1:J3 A4:J4 1");
    expect(columnsOf(table)).toContain("H:total I:lanxi.school-based.pass J:lanxi.school-based.hours");
  });

  test("four rows with the full scores in the last", () => {
    const rows = [
      ["序号", "姓名", "教师考核", null, null, null, null, null],
      [null, null, "考核项目", null, null, null, null, "总分"],
      [null, null, ...items, null],
      [null, null, "20分", "20分", "20分", "20分", "20分", "100分"],
      [1, "张三", 18, 16, 20, 20, 15, 89],
    ];
    const [table] = tablesOf(sheetFrom(rows, { merges: ["A1:A4", "B1:B4", "C1:H1", "C2:G2", "H2:H3"] }));
    expect(placeOf(table)).toBe("teacher-assessment A1:H4 A5:H5 1");
    expect(table?.columns[2]?.points).toBe(20);
    expect(table?.columns[7]?.points).toBe(100);
  });

  test("a row 满分 of its own belongs to the header", () => {
    const [table] = tablesOf(sheetFrom([head, ["满分", null, 20, 20, 20, 20, 20, 100, null], ...people(2)]));
    expect(placeOf(table)).toBe("teacher-assessment A1:I2 A3:I4 2");
    expect(table?.columns[3]?.points).toBe(20);
  });

  test("groups that are not merged, only written into the first cell", () => {
    const rows = [
      ["序号", "姓名", "考核项目", null, null, null, null, "总分"],
      [null, null, ...items],
      [1, "张三", 18, 16, 20, 20, 15, 89],
    ];
    const [table] = tablesOf(sheetFrom(rows));
    expect(placeOf(table)).toBe("teacher-assessment A1:H2 A3:H3 1");
  });

  test("letters of columns under the header are neither header nor record", () => {
    const [table] = tablesOf(sheetFrom([head, ["甲", "乙", 1, 2, 3, 4, 5, "6=1+2+3+4+5", 7], ...people(2)]));
    expect(placeOf(table)).toBe("teacher-assessment A1:I1 A3:I4 2");
    expect(otherRowsOf(table)).toBe("2 letters");
  });

  test("a line A B C is one of letters too", () => {
    const [table] = tablesOf(sheetFrom([head, [..."ABCDEFGHI"], ...people(2)]));
    expect(otherRowsOf(table)).toBe("2 letters");
  });

  test("the form begins in column C, row 5", () => {
    const shifted = [[], [], [], [], ...[head, ...people(2)].map((row) => [null, null, ...row])];
    expect(placeOf(tablesOf(sheetFrom(shifted))[0])).toBe("teacher-assessment C5:K5 C6:K7 2");
  });

  test("a table of Excel's own (ListObject) begins where it says", () => {
    const sheet = sheetFrom([["说明", "文字"], head, ...people(2)], { lists: [{ area: "A2:I4" }] });
    expect(placeOf(tablesOf(sheet)[0])).toBe("teacher-assessment A2:I2 A3:I4 2");
  });

  test("hidden rows and columns are read like the others", () => {
    const sheet = sheetFrom([head, ...people(4)], { hiddenRows: [3], hiddenColumns: [3] });
    expect(placeOf(tablesOf(sheet)[0])).toBe("teacher-assessment A1:I1 A2:I5 4");
  });
});

describe("rows", () => {
  test("小计, 合计 and 平均 are no records, wherever their word stands", () => {
    const rows = [
      head,
      person(0),
      ["小计", null, 18, 16, 20, 20, 15, 89],
      person(1),
      [null, "小 计", 18, 16, 20, 20, 15, 89],
      person(2),
      ["合  计", null, 54, 48, 60, 60, 45, 267],
      ["平均分", null, 18, 16, 20, 20, 15, 89],
      ["合计：3人"],
      [null, "优秀率", null, null, null, null, null, "30%"],
    ];
    const [table] = tablesOf(sheetFrom(rows));
    expect(placeOf(table)).toBe("teacher-assessment A1:I1 A2:I6 3");
    expect(otherRowsOf(table)).toBe("3 subtotal, 5 subtotal, 7 total, 8 average, 9 total, 10 average");
  });

  test("兰西一中小计 in the column of the school is a subtotal", () => {
    const rows = [
      ["学校", "姓名", ...items, "总分"],
      ["一中", "张三", 18, 16, 20, 20, 15, 89],
      ["一中小计", null, 18, 16, 20, 20, 15, 89],
      ["二中", "李四", 18, 16, 20, 20, 15, 89],
    ];
    const [table] = tablesOf(sheetFrom(rows));
    expect(otherRowsOf(table)).toBe("3 subtotal");
    expect(placeOf(table)).toBe("teacher-assessment A1:H1 A2:H4 2");
  });

  test("an example row is no record", () => {
    const rows = [head, ["示例", "张三", 18, 16, 20, 20, 15, 89, "合格"], ...people(2)];
    expect(otherRowsOf(tablesOf(sheetFrom(rows))[0])).toBe("2 example");
    const inName = [head, [1, "（例）张三", 18, 16, 20, 20, 15, 89, "合格"], ...people(2)];
    expect(otherRowsOf(tablesOf(sheetFrom(inName))[0])).toBe("2 example");
    const inNote = [[...head, "备注"], [...person(0), "此行为填写示例"], ...people(2)];
    expect(otherRowsOf(tablesOf(sheetFrom(inNote))[0])).toBe("2 example");
  });

  test("blank rows do not end the table, and numbered but empty rows are no records", () => {
    const rows = [head, person(0), [], [], person(1), [3], [4], [5]];
    const [table] = tablesOf(sheetFrom(rows));
    expect(placeOf(table)).toBe("teacher-assessment A1:I1 A2:I5 2");
    expect(otherRowsOf(table)).toBe("3 blank, 4 blank, 6 blank, 7 blank, 8 blank");
  });

  test("empty rows with formulas that give 0 or nothing are no records", () => {
    const empty: Written[] = [
      3,
      null,
      null,
      null,
      null,
      null,
      null,
      { formula: "=SUM(C4:G4)", value: 0 },
      { formula: '=IF(H4>=60,"合格","")', value: "" },
    ];
    const [table] = tablesOf(sheetFrom([head, person(0), person(1), empty, empty]));
    expect(placeOf(table)).toBe("teacher-assessment A1:I1 A2:I3 2");
  });

  test("a person without scores and scores without a person are records", () => {
    const rows = [head, person(0), [2, "李四"], [3, null, 18, 16, 20, 20, 15, 89], person(3)];
    expect(placeOf(tablesOf(sheetFrom(rows))[0])).toBe("teacher-assessment A1:I1 A2:I5 4");
  });

  test("a sum without a label is a total", () => {
    const rows: Written[][] = [head, ...people(2), [null, null, { formula: "=SUM(C2:C3)", value: 36 }]];
    expect(otherRowsOf(tablesOf(sheetFrom(rows))[0])).toBe("4 total");
  });

  test("a header repeated within the data is no record and no new table", () => {
    const rows = [head, ...people(3), head, person(3), person(4)];
    const tables = tablesOf(sheetFrom(rows));
    expect(tables).toHaveLength(1);
    expect(placeOf(tables[0])).toBe("teacher-assessment A1:I1 A2:I7 5");
    expect(otherRowsOf(tables[0])).toBe("5 header");
  });

  test("a page's foot and the header repeated on the next page, the numbering going on, are one table", () => {
    const rows = [head, ...people(3), ["填表人：赵六"], [], head, person(3), person(4)];
    const tables = tablesOf(sheetFrom(rows));
    expect(tables.map(placeOf)).toEqual(["teacher-assessment A1:I1 A2:I9 5"]);
  });

  test("notes and the foot of the form are no records", () => {
    const rows = [
      head,
      ...people(2),
      ["注：1.本表一式两份。"],
      ["2.成绩保留两位小数。"],
      ["填表人：赵六", null, null, "审核人：钱七", null, "联系电话：0455-5555555"],
      [null, null, null, null, null, null, "单位（盖章）"],
      [null, null, null, null, null, null, "2024年12月30日"],
    ];
    const [table] = tablesOf(sheetFrom(rows));
    expect(placeOf(table)).toBe("teacher-assessment A1:I1 A2:I3 2");
    expect(table?.captions.map((caption) => [caption.label, caption.text])).toContainEqual(["审核人", "钱七"]);
  });

  test("a department's line over its people is no record", () => {
    const rows = [head, ["一、语文组"], person(0), person(1), ["二、数学组"], person(2)];
    const [table] = tablesOf(sheetFrom(rows, { merges: ["A2:I2", "A5:I5"] }));
    expect(placeOf(table)).toBe("teacher-assessment A1:I1 A3:I6 3");
  });
});

describe("several tables", () => {
  const log = [
    ["序号", "姓名", "培训项目", "培训类别", "开始日期", "学时"],
    [1, "张三", "师德培训", "公需课", "2024.9.25", 8],
  ];

  test("a table with another header below, after a blank row", () => {
    const tables = tablesOf(sheetFrom([head, ...people(2), [], ...log]));
    expect(tables.map(placeOf)).toEqual(["teacher-assessment A1:I1 A2:I3 2", "hours-log A5:F5 A6:F6 1"]);
  });

  test("the same form again under a new title", () => {
    const tables = tablesOf(
      sheetFrom([["兰西一中教师考核表"], head, ...people(2), [], ["兰西二中教师考核表"], head, ...people(3)], {
        merges: ["A1:I1", "A6:I6"],
      }),
    );
    expect(tables.map(placeOf)).toEqual(["teacher-assessment A2:I2 A3:I4 2", "teacher-assessment A7:I7 A8:I10 3"]);
    expect(tables.map((table) => table.title)).toEqual(["兰西一中教师考核表", "兰西二中教师考核表"]);
  });

  test("two tables side by side, a column apart", () => {
    const wide = [head, ...people(3)].map((row, at) => [...row, null, ...(log[at] ?? [])]);
    const tables = tablesOf(sheetFrom(wide));
    expect(tables.map(placeOf)).toEqual(["teacher-assessment A1:I1 A2:I4 3", "hours-log K1:P1 K2:P2 1"]);
  });

  test("two tables side by side at different heights, each under its own title", () => {
    const left = [["甲校考核"], head, ...people(2)];
    const right = [
      [],
      ["2024年度学时汇总"],
      ["单位：甲校"],
      ["序号", "姓名", "学时构成", null, null, "合计"],
      [null, null, "公需课", "专业课", "个人选修课", null],
      [1, "李一", 30, 42, 18, 90],
      [2, "李二", 30, 42, 18, 90],
      [3, "李三", 30, 42, 18, 90],
    ];
    const padded = (line: readonly Written[] = []): Written[] => Array.from({ length: head.length + 1 }, (_, at) => line[at] ?? null);
    const rows = right.map((line, at) => [...padded(left[at]), ...line]);
    const tables = tablesOf(sheetFrom(rows, { merges: ["M4:O4"] }));
    expect(tables.map(placeOf)).toEqual(["teacher-assessment A2:I2 A3:I4 2", "hours-year K4:P5 K6:P8 3"]);
  });

  test("the same columns printed twice side by side without a gap", () => {
    const small = ["序号", "姓名", "心得体会", "总分"];
    const row = (index: number): Written[] => [index, `王${index}`, 18, 90];
    const tables = tablesOf(
      sheetFrom([
        [...small, ...small],
        [...row(1), ...row(3)],
        [...row(2), ...row(4)],
      ]),
    );
    expect(tables.map(placeOf)).toEqual(["teacher-assessment A1:D1 A2:D3 2", "teacher-assessment E1:H1 E2:H3 2"]);
  });

  test("a column without a heading does not divide a table that has values there", () => {
    const gap = head.map((text) => (text === "教学设计" ? null : text));
    const tables = tablesOf(sheetFrom([gap, ...people(3)]));
    expect(tables.map(placeOf)).toEqual(["teacher-assessment A1:I1 A2:I4 3"]);
    expect(columnsOf(tables[0])).toContain("F:?");
  });
});

describe("what is no table", () => {
  test("a card of labels and values", () => {
    const rows = [
      ["姓名", "张三", "性别", "男"],
      ["学校", "一中", "职称", "一级教师"],
      ["联系电话", "139", "身份证号", "2301"],
    ];
    expect(tablesOf(sheetFrom(rows))).toEqual([]);
  });

  test("a form laid on its side", () => {
    const rows = [
      ["姓名", "张三", "李四", "王五"],
      ["心得体会", 18, 19, 20],
      ["有效评课", 18, 19, 20],
      ["综合考核成绩", 88, 89, 90],
    ];
    expect(tablesOf(sheetFrom(rows))).toEqual([]);
  });

  test("a letter, an empty sheet, a list of prices", () => {
    expect(tablesOf(sheetFrom([["各学校："], ["请于12月30日前报送材料。"], ["特此通知"]]))).toEqual([]);
    expect(tablesOf(sheetFrom([]))).toEqual([]);
    expect(
      tablesOf(
        sheetFrom([
          ["商品", "单价", "数量"],
          ["粉笔", 3, 10],
          ["黑板擦", 5, 2],
        ]),
      ),
    ).toEqual([]);
  });
});
