/** Around and inside a table: captions, records with merged cells, addresses, which policy, and long sheets. */
import { a1, areaA1, columnIndex, columnLetters, parseA1 } from "../../src/table/address";
import { piecesOf } from "../../src/table/captions";
import { headerWordsOf } from "../../src/table/headerwords";
import { recognisePolicies } from "../../src/table/policies";
import { readTables } from "../../src/table/read";
import { recordsOf } from "../../src/table/records";
import type { Sheet } from "../../src/table/workbook";
import type { CellValue } from "../../src/values/cell";
import { lanxiPack, zhaoqingPack } from "./packs";
import { placeOf, tablesOf } from "./saying";
import { sheetFrom, workbookOf } from "./sheet";

describe("addresses", () => {
  test.each([
    [0, "A"],
    [25, "Z"],
    [26, "AA"],
    [701, "ZZ"],
    [702, "AAA"],
    [16383, "XFD"],
  ])("column %i is %s", (index, letters) => {
    expect(columnLetters(index)).toBe(letters);
    expect(columnIndex(letters)).toBe(index);
  });

  test("cells and areas are written as Excel writes them, and read back", () => {
    expect(a1(6, 3)).toBe("D7");
    expect(areaA1({ top: 2, left: 0, bottom: 3, right: 10 })).toBe("A3:K4");
    expect(parseA1("$K$4:A3")).toEqual({ top: 2, left: 0, bottom: 3, right: 10 });
    expect(parseA1("D7")).toEqual({ top: 6, left: 3, bottom: 6, right: 3 });
    expect(parseA1("第七行")).toBeNull();
    expect(columnIndex("XFE")).toBeNull();
  });
});

describe("captions", () => {
  test.each([
    ["单位（盖章）：兰西一中", [["单位（盖章）", "兰西一中"]]],
    [
      "单位：兰西一中    填报日期：2024年12月30日",
      [
        ["单位", "兰西一中"],
        ["填报日期", "2024年12月30日"],
      ],
    ],
    [
      "单位：兰西一中 填报日期：2024年12月30日",
      [
        ["单位", "兰西一中"],
        ["填报日期", "2024年12月30日"],
      ],
    ],
    ["填 报 日 期：2024.12.30", [["填 报 日 期", "2024.12.30"]]],
    [
      "填表人：　　　审核人：　　　联系电话：0455-5555555",
      [
        ["填表人", ""],
        ["审核人", ""],
        ["联系电话", "0455-5555555"],
      ],
    ],
    ["2024年12月30日 8:30", []],
  ])("%s", (text, pieces) => {
    expect(piecesOf(text).map(({ label, text: value }) => [label, value])).toEqual(pieces);
  });

  test("label and value may stand in cells of their own, above and below", () => {
    const rows = [
      ["填报单位", "兰西一中", null, "教师总数", 45],
      ["序号", "姓名", "心得体会", "有效评课", "总分"],
      [1, "张三", 18, 16, 90],
      ["填表人", "赵六"],
    ];
    const [table] = tablesOf(sheetFrom(rows));
    expect(table?.captions).toEqual([
      { label: "填报单位", text: "兰西一中", row: 0, column: 1, key: "school" },
      { label: "教师总数", text: "45", row: 0, column: 4, key: "whole" },
      { label: "填表人", text: "赵六", row: 3, column: 1, key: null },
    ]);
  });
});

describe("records", () => {
  const rows = [
    ["序号", "学校", "姓名", "培训项目", "日期", "学时"],
    [1, "一中", "张三", "师德培训", "2024.9.25", 8],
    [null, null, null, "网络研修", "2024.10.2", 16],
    [2, null, "李四", "师德培训", "2024.9.25", 8],
  ];
  const [table] = tablesOf(sheetFrom(rows, { merges: ["A2:A3", "B2:B4", "C2:C3"] }), [zhaoqingPack]);

  test("a merged name and school belong to all rows that they cover", () => {
    const records = table === undefined ? [] : recordsOf(table);
    expect(records.map((record) => [record.cell("name")?.value, record.cell("school")?.value, record.cell("hours")?.value])).toEqual([
      ["张三", "一中", 8],
      ["张三", "一中", 16],
      ["李四", "一中", 8],
    ]);
  });

  test("a cell says where its value stands", () => {
    const second = table === undefined ? undefined : recordsOf(table)[1];
    expect(second?.cell("name")).toMatchObject({ row: 1, column: 2 });
    expect(second?.cell("hours")).toMatchObject({ row: 2, column: 5 });
    expect(second?.cell("result")).toBeNull();
  });
});

describe("which policy", () => {
  const teacher = sheetFrom([["兰西县教师考核"], ["序号", "姓名", "心得体会", "有效评课", "总分"], [1, "张三", 18, 16, 90]]);
  const year = sheetFrom([
    ["年度学时"],
    ["序号", "姓名", "学校", "公需课", "专业课", "选修课", "合计"],
    [1, "张三", "端州中学", 30, 42, 18, 90],
  ]);

  const scoresOf = (...sheets: readonly Sheet[]): ReturnType<typeof recognisePolicies> => {
    const packs = [zhaoqingPack, lanxiPack];
    return recognisePolicies(workbookOf(...sheets), packs, { headerWords: headerWordsOf(packs), day: null });
  };

  test("its words and its columns decide", () => {
    expect(scoresOf(teacher)[0]?.pack.id).toBe("lanxi-2024-autumn");
    expect(scoresOf(year)[0]?.pack.id).toBe("zhaoqing-annual");
  });

  test("nothing speaks for any in a workbook about something else", () => {
    const scores = scoresOf(
      sheetFrom([
        ["商品", "单价"],
        ["粉笔", 3],
      ]),
    );
    expect(scores.map((each) => each.score)).toEqual([0, 0]);
  });

  test("a sheet that holds no known table says why", () => {
    const { unrecognised } = readTables(
      workbookOf(
        sheetFrom([
          ["商品", "单价", "数量"],
          ["粉笔", 3, 10],
          ["黑板擦", 5, 2],
        ]),
        sheetFrom([]),
      ),
      [lanxiPack],
    );
    expect(unrecognised.map((each) => [each.looksLikeTable, each.why])).toEqual([
      [true, "没有找到表头行"],
      [false, "这张表里没有内容"],
    ]);
  });
});

describe("long sheets", () => {
  const header = ["序号", "姓名", "学校", "身份证号", "培训项目", "培训类别", "日期", "天数", "学时", "备注"];

  /** A log of so many rows whose cells are counted as they are looked at. */
  function longLog(rowCount: number, columnCount: number): { sheet: Sheet; looked: () => number } {
    let looked = 0;
    const value = (row: number, column: number): CellValue => {
      looked++;
      if (row === 0) return header[column] ?? `附加${column}`;
      return [row, "王小明", "兰西一中", "232323198501011234", "师德培训", "公需课", 45500, 1, 8, null][column] ?? null;
    };
    const sheet: Sheet = { ...sheetFrom([]), rowCount, columnCount, value, text: (row, column) => String(value(row, column) ?? "") };
    return { sheet, looked: () => looked };
  }

  test("of a log with 100,000 rows and 20 columns few cells are looked at", () => {
    const { sheet, looked } = longLog(100_001, 20);
    expect(placeOf(tablesOf(sheet, [zhaoqingPack])[0])).toBe("hours-log A1:T1 A2:T100001 100000");
    expect(looked()).toBeLessThan(700_000);
  });

  test("a million rows without a table do not keep anyone waiting", () => {
    const { sheet, looked } = longLog(1_000_000, 20);
    const nothing: Sheet = { ...sheet, value: (row, column) => (looked() < 0 ? null : sheet.value(row + 1, column)) };
    expect(tablesOf(nothing, [zhaoqingPack])).toEqual([]);
    expect(looked()).toBeLessThan(15_000_000);
  });

  test("a single cell far below a small table does not keep anyone waiting", () => {
    const small = sheetFrom([
      ["序号", "姓名", "培训项目", "日期", "学时"],
      [1, "张三", "师德培训", "2024.9.25", 8],
    ]);
    let looked = 0;
    const far: Sheet = {
      ...small,
      rowCount: 1_048_576,
      columnCount: 20,
      value: (row, column) => {
        looked++;
        return row === 1_048_575 && column === 0 ? "完" : small.value(row, column);
      },
    };
    expect(placeOf(tablesOf(far, [zhaoqingPack])[0])).toBe("hours-log A1:E1 A2:E2 1");
    expect(looked).toBeLessThan(12_000_000);
  });
});
