/** 数怎么写: what ends is written whole, the rest 四舍五入, and no line is reached by it. */
import { amountText, writtenAmount } from "../../src/values/amount-text";
import { exact, toNumber, type Exact } from "../../src/values/exact";

const third = exact(1).div(3);

test.each<[string, Exact, string]>([
  ["整数", exact(60), "60"],
  ["三位以内的小数照写", exact("59.995"), "59.995"],
  ["除不尽的四舍五入到两位", exact(41).add(third.mul(2)), "41.67"],
  ["四位以上的小数四舍五入到两位", exact("83.7984"), "83.8"],
  ["差一点到合格线的不写成合格线", exact("59.9996"), "59.99"],
  ["过了合格线一点的可以写成合格线", exact("60.0004"), "60"],
  ["负数", third.neg(), "-0.33"],
  ["零", exact(0), "0"],
])("%s", (_says, amount, text) => {
  expect(amountText(amount)).toBe(text);
  expect(toNumber(writtenAmount(amount))).toBe(Number(text));
});

test("要更多位时照给", () => {
  expect(amountText(third, 4)).toBe("0.3333");
});
