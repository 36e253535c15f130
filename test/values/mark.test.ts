/** Marks and result words. */
import { CellError, type CellValue } from "../../src/values/cell";
import { toNumber } from "../../src/values/exact";
import { readMark, readOutcome, readStated } from "../../src/values/mark";

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
    ["准予", "yes"],
    ["准", "yes"],
    ["能", "yes"],
    ["可", "yes"],
    ["同意", "yes"],
    ["不予", "no"],
    ["不准", "no"],
    ["不能", "no"],
    ["不可", "no"],
    ["不同意", "no"],
    ["☑是 □否", "yes"],
    ["□是 ☑否", "no"],
    ["□是 □否", null],
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
    ["圆满完成", "met"],
    ["已修满", "met"],
    ["修满", "met"],
    ["未修满", "unmet"],
    ["尚未修满", "unmet"],
    ["完成90学时", null],
    ["不合格", "unmet"],
    ["未通过", "unmet"],
    ["未完成", "unmet"],
    ["未达标", "unmet"],
    ["不达标", "unmet"],
    ["不发证", "unmet"],
    ["不予发证", "unmet"],
    ["不及格", "unmet"],
    ["可结业", "met"],
    ["能结业", "met"],
    ["准予结业", "met"],
    ["具备结业资格", "met"],
    ["符合结业条件", "met"],
    ["不可结业", "unmet"],
    ["不能结业", "unmet"],
    ["不准结业", "unmet"],
    ["不予结业", "unmet"],
    ["部分完成", "unmet"],
    ["还差10学时", "unmet"],
    ["差1学时", "unmet"],
    ["需补考", "unmet"],
    ["☑合格 □不合格", "met"],
    ["□合格 ☑不合格", "unmet"],
    ["合格√", "met"],
    ["", null],
    ["89", null],
    ["自愿放弃", null],
    ["合格率", null],
    ["√", null],
  ])("%j claims %p", (word, claim) => {
    expect(readOutcome(word)).toBe(claim);
  });
});

test.each<[string, unknown]>([
  ["完成90学时", ["met", 90]],
  ["已修满 90 学时", ["met", 90]],
  ["未修满90学时", ["unmet", 90]],
  ["已完成100%", ["met", 1]],
  ["90学时", null],
  ["完成", null],
  ["完成情况90", null],
])("%p: the word before an amount", (text, says) => {
  const stated = readStated(text);
  expect(stated && [stated.says, toNumber(stated.amount)]).toEqual(says);
});
