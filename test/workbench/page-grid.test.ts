/** What lies between the workbench's interface and Univer: formats, contents, snapshots, the look of conditional formats. */
import type { ConditionalFormat } from "../../src/workbench/book";
import { parseAreas } from "../../src/workbench/grid/area";
import { type CellStyle, GridError, PLAIN } from "../../src/workbench/grid/grid";
import { lookFrom } from "../../src/workbench/page/conditional-look";
import { contentToUniver, valueFromUniver } from "../../src/workbench/page/univer-content";
import { snapshotFor } from "../../src/workbench/page/univer-snapshot";
import { carried, fromUniver, toUniver } from "../../src/workbench/page/univer-style";
import { bookFromLiteral } from "./book-literal";

test.each<[string, Partial<CellStyle>]>([
  ["a fill and a bold red font", { fill: "#FFEE00", bold: true, fontColor: "#C00000", fontName: "黑体", fontSize: 14 }],
  ["no fill", { fill: null }],
  ["a number format and alignment", { numberFormat: "0.00", horizontalAlignment: "Center", verticalAlignment: "Top", wrapText: true }],
  ["a double underline and a struck text", { underline: "Double", strikethrough: true, italic: true }],
  [
    "borders of two edges",
    {
      borders: {
        EdgeTop: { style: "Continuous", weight: "Medium", color: "#FF0000" },
        EdgeLeft: { style: "Double", weight: "Thick", color: "#000000" },
      },
    },
  ],
  ["an unlocked cell with an indent", { locked: false, indentLevel: 2 }],
])("%s comes back from the grid as it went in", (_what, change) => {
  expect(fromUniver(toUniver(change), carried(change))).toEqual({ ...PLAIN, verticalAlignment: "Center", ...change });
});

test.each([
  ["a number", 18],
  ["a text", "张三"],
  ["a text that looks like a number", "18"],
  ["a text with a blank", "18 "],
  ["true", true],
  ["a blank", null],
])("%s stays what it is in the grid", (_what, value) => {
  expect(valueFromUniver(contentToUniver({ value, formula: null }))).toBe(value);
});

test("an error stays an error, and a formula replaces what was there", () => {
  expect(valueFromUniver(contentToUniver({ value: new GridError("#N/A"), formula: null }))).toEqual(new GridError("#N/A"));
  expect(contentToUniver({ value: 5, formula: "=A1" })).toMatchObject({ f: "=A1", v: null, p: null });
});

test("a workbook becomes the grid's snapshot: order, hidden sheets and rows, merges, locking", () => {
  const loaded = bookFromLiteral({
    sheets: {
      教师: {
        rows: [
          ["标题", "被合并"],
          ["张三", { f: "=1+1", v: 2 }],
        ],
        merges: ["A1:B1"],
        hiddenRows: [2],
        styles: { A2: { locked: false } },
      },
      花名册: { visibility: "Hidden" },
    },
  });
  const snapshot = snapshotFor(loaded, "w1");
  const [first, second] = snapshot.sheetOrder.map((id) => snapshot.sheets[id]);
  expect([first?.name, second?.name, second?.hidden]).toEqual(["教师", "花名册", 1]);
  expect(first?.mergeData).toEqual([{ startRow: 0, startColumn: 0, endRow: 0, endColumn: 1 }]);
  expect(first?.cellData?.[0]?.[1]?.v).toBeUndefined();
  expect(first?.cellData?.[1]?.[1]).toMatchObject({ f: "=1+1", v: 2 });
  expect(first?.cellData?.[1]?.[0]?.custom).toEqual({ locked: false });
  expect(first?.rowData?.[1]?.hd).toBe(1);
});

describe("the look of conditional formats", () => {
  const format = (areas: string, fields: Record<string, unknown>, stopIfTrue = false, type = "Custom"): ConditionalFormat => ({
    id: areas,
    type,
    areas: parseAreas(areas),
    stopIfTrue,
    fields: new Map(Object.entries(fields)),
  });
  const mark = { "Rule.Formula": '=LEN("KAOHE-MARK")>0', "Format.Fill.Color": "#FFC7CE" };
  const below60 = { Rule: { formula1: "=60", operator: "LessThan" }, "Format.Fill.Color": "#FF0000", "Format.Font.Bold": true };

  test("a mark is drawn in its areas only", () => {
    expect(lookFrom([format("A1:B2,D4", mark)], 3, 3, null)).toEqual({ bg: { rgb: "#FFC7CE" } });
    expect(lookFrom([format("A1:B2,D4", mark)], 3, 2, null)).toBeUndefined();
  });

  test("the first rule has the last word, the others add to it", () => {
    expect(lookFrom([format("A1", mark), format("A1", below60, false, "CellValue")], 0, 0, 58)).toEqual({ bg: { rgb: "#FFC7CE" }, bl: 1 });
  });

  test("a rule that stops the rest stops it where it holds", () => {
    const stopping = format("A1", { Rule: { formula1: "=60", operator: "LessThan" }, "Format.Font.Italic": true }, true, "CellValue");
    expect(lookFrom([stopping, format("A1", mark)], 0, 0, 58)).toEqual({ it: 1 });
    expect(lookFrom([stopping, format("A1", mark)], 0, 0, 61)).toEqual({ bg: { rgb: "#FFC7CE" } });
  });

  test("a rule that refers to cells is kept, not drawn", () => {
    expect(lookFrom([format("A1", { ...mark, "Rule.Formula": "=$B1>60" })], 0, 0, 61)).toBeUndefined();
  });
});
