import fc from "fast-check";
import {
  addressChunks,
  areaAddress,
  cellAddress,
  cellCount,
  joinAreas,
  LONGEST_ADDRESS,
  parseArea,
  parseAreas,
  quotedSheet,
} from "../../src/excel/address";
import type { Area } from "../../src/table/workbook";

const cell = (row: number, column: number): Area => ({ top: row, left: column, bottom: row, right: column });

test.each([
  [0, 0, "A1"],
  [6, 3, "D7"],
  [9, 25, "Z10"],
  [9, 26, "AA10"],
  [1_048_575, 16_383, "XFD1048576"],
])("the cell in row %i, column %i is %s", (row, column, address) => {
  expect(cellAddress(row, column)).toBe(address);
  expect(parseArea(address)).toEqual(cell(row, column));
});

test.each([
  ["$D$7:F9", { top: 6, left: 3, bottom: 8, right: 5 }],
  ["F9:D7", { top: 6, left: 3, bottom: 8, right: 5 }],
  ["'三月 (2)'!D7", { top: 6, left: 3, bottom: 6, right: 3 }],
  ["5:6", { top: 4, left: 0, bottom: 5, right: 16_383 }],
  ["B:C", { top: 0, left: 1, bottom: 1_048_575, right: 2 }],
])("%s is read as an area", (address, area) => expect(parseArea(address)).toEqual(area));

test.each(["", "甲", "A0", "ABCD1", "A1:B", "XFE1", "A1048577", "=A1"])("“%s” is no address", (address) =>
  expect(parseArea(address)).toBeNull(),
);

test("several areas are read from a list", () => expect(parseAreas("A3, C5:C9").map(areaAddress)).toEqual(["A3", "C5:C9"]));

test("a sheet's name with an apostrophe is quoted as Excel does", () => expect(quotedSheet("王's 表")).toBe("'王''s 表'"));

test("neighbouring cells of a column become one area", () => {
  const column = Array.from({ length: 20_000 }, (_, row) => cell(row + 4, 5));
  expect(joinAreas(column).map(areaAddress)).toEqual(["F5:F20004"]);
});

test("a block of cells in any order becomes one area", () => {
  expect(joinAreas([cell(1, 1), cell(0, 0), cell(1, 0), cell(0, 1)]).map(areaAddress)).toEqual(["A1:B2"]);
});

test("joined areas cover the same cells, each once", () => {
  const spots = fc.uniqueArray(fc.tuple(fc.nat(9), fc.nat(9)), { selector: ([row, column]) => `${row},${column}`, maxLength: 60 });
  fc.assert(
    fc.property(spots, (cells) => {
      const joined = joinAreas(cells.map(([row, column]) => cell(row, column)));
      const covered = joined.flatMap((area) =>
        Array.from({ length: area.bottom - area.top + 1 }, (_, down) =>
          Array.from({ length: area.right - area.left + 1 }, (__, right) => `${area.top + down},${area.left + right}`),
        ).flat(),
      );
      expect(covered.sort()).toEqual(cells.map(([row, column]) => `${row},${column}`).sort());
      expect(joined.reduce((sum, area) => sum + cellCount(area), 0)).toBe(cells.length);
    }),
  );
});

test("long lists of areas are cut below the length that Excel takes, and nothing is lost", () => {
  const areas = Array.from({ length: 5_000 }, (_, index) => cell(index * 2, index % 7));
  const chunks = addressChunks(areas);
  expect(Math.max(...chunks.map((chunk) => chunk.address.length))).toBeLessThanOrEqual(LONGEST_ADDRESS);
  expect(chunks.flatMap((chunk) => parseAreas(chunk.address))).toEqual(areas);
  expect(chunks.length).toBeLessThan(8);
});
