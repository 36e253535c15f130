/** Marks and result words. */
import { CellError, type CellValue } from "../../src/values/cell";
import { readMark, readOutcome } from "../../src/values/mark";

describe("yes and no", () => {
  test.each<[CellValue, "yes" | "no" | null]>([
    ["√", "yes"],
    ["✓", "yes"],
    ["✔", "yes"],
    ["是", "yes"],
    ["有", "yes"],
    ["已", "yes"],
    ["Y", "yes"],
    ["Ｙ", "yes"],
    [" 是 ", "yes"],
    ["1", "yes"],
    [1, "yes"],
    [true, "yes"],
    ["已交", "yes"],
    ["×", "no"],
    ["✗", "no"],
    ["否", "no"],
    ["无", "no"],
    ["未", "no"],
    ["N", "no"],
    ["0", "no"],
    [0, "no"],
    [false, "no"],
    ["未交。", "no"],
    ["Ｘ", "no"],
    [null, null],
    ["", null],
    ["待定", null],
    [2, null],
    ["是否", null],
    [new CellError("#N/A"), null],
  ])("%p says %p", (value, says) => {
    expect(readMark(value)).toBe(says);
  });
});

describe("result words", () => {
  test.each<[string, "met" | "unmet" | null]>([
    ["合格", "met"],
    ["合 格", "met"],
    [" 合格 ", "met"],
    ["优秀", "met"],
    ["良好", "met"],
    ["基本合格", "met"],
    ["通过", "met"],
    ["完成", "met"],
    ["达标", "met"],
    ["发证", "met"],
    ["合格。", "met"],
    ["不合格", "unmet"],
    ["未通过", "unmet"],
    ["未完成", "unmet"],
    ["未达标", "unmet"],
    ["不达标", "unmet"],
    ["不发证", "unmet"],
    ["不予发证", "unmet"],
    ["不及格", "unmet"],
    ["", null],
    ["89", null],
    ["自愿放弃", null],
    ["合格率", null],
    ["√", null],
  ])("%j claims %p", (word, claim) => {
    expect(readOutcome(word)).toBe(claim);
  });
});
