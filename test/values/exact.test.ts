/** Exact arithmetic: what Excel shows as one number is one number, and nothing is rounded before its time. */
import fc from "fast-check";
import { agrees, atLeast, compare, exact, roundHalfUp, show, sum, toNumber } from "../../src/values/exact";

describe("a cell's number is taken at Excel's 15 digits", () => {
  test.each([
    ["59.99999999999999 from a sum of doubles is 60", 59.99999999999999, "60"],
    ["59.995 stays 59.995", 59.995, "59.995"],
    ["0.1+0.2 is 0.3", 0.1 + 0.2, "0.3"],
    ["a whole number is itself", 60, "60"],
    ["a negative number keeps its sign", -0.5, "-0.5"],
    ["zero is zero", 0, "0"],
    ["minus zero is zero", -0, "0"],
    ["a very small number is not lost", 1e-7, "0.0000001"],
    ["a very large number is taken whole", 1.5e20, "150000000000000000000"],
    ["59.9999999999999 has 15 digits and stays below 60", 59.9999999999999, "59.9999999999999"],
  ])("%s", (_says, number, decimal) => {
    expect(compare(exact(number), exact(decimal))).toBe(0);
  });

  test.each(["", "十", "1e5", "1/3", "NaN", "."])("text %j is no decimal and is refused", (text) => {
    expect(() => exact(text)).toThrow(RangeError);
  });

  test.each([Number.NaN, Infinity, -Infinity])("%p is no number and is refused", (value) => {
    expect(() => exact(value)).toThrow(RangeError);
  });

  test("whatever Excel can hold at 15 digits comes back as it was", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }), (value) => {
        const shown = Number(value.toPrecision(15));
        expect(toNumber(exact(value))).toBe(shown === 0 ? 0 : shown);
      }),
    );
  });
});

describe("comparing with a line", () => {
  test.each([
    ["60 reaches 60", 60, 60, true],
    ["59.995 does not reach 60", 59.995, 60, false],
    ["59.99 does not reach 60", 59.99, 60, false],
    ["12+12+12+12+11.99 does not reach 60", 12 + 12 + 12 + 12 + 11.99, 60, false],
    ["80.5 reaches 80", 80.5, 80, true],
  ])("%s", (_says, score, line, reached) => {
    expect(atLeast(exact(score), exact(line))).toBe(reached);
  });

  test("ten times 0.1 is 1", () => {
    expect(show(sum(Array.from({ length: 10 }, () => exact(0.1))))).toBe("1");
  });

  test("the sum of nothing is 0", () => {
    expect(show(sum([]))).toBe("0");
  });
});

describe("四舍五入", () => {
  test.each([
    ["59.995", 2, "60"],
    ["59.994", 2, "59.99"],
    ["2.5", 0, "3"],
    ["-2.5", 0, "-3"],
    ["-2.4", 0, "-2"],
    ["83.798", 2, "83.8"],
    ["1.005", 2, "1.01"],
    ["0", 2, "0"],
  ])("%s to %d places is %s", (value, places, rounded) => {
    expect(show(roundHalfUp(exact(value), places))).toBe(rounded);
  });
});

describe("showing", () => {
  const mean = sum([exact(89), exact(60), exact("59.99")]).div(3);
  test.each([
    ["a mean that does not end", show(mean), "69.663…"],
    ["its item", show(mean.mul(exact("0.6"))), "41.798"],
    ["a third to one place", show(exact(1).div(3), 1), "0.3…"],
    ["a negative third", show(exact(-1).div(3)), "-0.333…"],
    ["two thirds are cut, not rounded", show(exact(2).div(3)), "0.666…"],
    ["just below 60 is never shown as 60", show(exact(60).sub(exact(1).div(7_000_000))), "59.999…"],
    ["six decimals are shown in full", show(exact("0.123456")), "0.123456"],
    ["a hundred", show(exact(100)), "100"],
    ["a third to no place", show(exact(10).div(3), 0), "3…"],
  ])("%s: %s", (_says, shown, expected) => {
    expect(shown).toBe(expected);
  });

  test("a cell gets the nearest number, also for a long fraction", () => {
    expect(toNumber(exact("0.1").div(3))).toBeCloseTo(1 / 30, 16);
    expect(toNumber(exact("123456789.123456").div(exact("987654321.987654")).mul(exact("1.00000000001")))).toBeCloseTo(0.125, 5);
  });
});

describe("a value that the clerk computed agrees with the exact one", () => {
  test.each([
    ["41.798 itself", 41.798, "41.798", true],
    ["41.80 is 41.798 to two places", 41.8, "41.798", true],
    ["42 is too coarse", 42, "41.798", false],
    ["41.79 is cut, not rounded", 41.79, "41.798", false],
    ["41.7981 is another number", 41.7981, "41.798", false],
    ["within 1e-9 is the same", 41.7980000005, "41.798", true],
    ["beyond 1e-9 is not", 41.79800001, "41.798", false],
    ["83.796, from a mean rounded early, is not 83.798", 83.796, "83.798", false],
    ["83.80 is", 83.8, "83.798", true],
  ])("%s", (_says, computed, value, agreed) => {
    expect(agrees(computed, exact(value), 2)).toBe(agreed);
  });

  test("three places and more of 69.6633… agree, 69.7 does not", () => {
    const mean = exact("208.99").div(3);
    expect([69.66, 69.663, 69.6633, 69.66333333].map((value) => agrees(value, mean, 2))).toEqual([true, true, true, true]);
    expect([69.7, 69.67, 69.664, 70].map((value) => agrees(value, mean, 2))).toEqual([false, false, false, false]);
  });

  test("every rounding to two or more places agrees", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e7, max: 1e7 }), fc.integer({ min: 1, max: 999 }), fc.integer({ min: 2, max: 9 }), (n, d, places) => {
        const value = exact(n).div(d);
        expect(agrees(toNumber(roundHalfUp(value, places)), value, 2)).toBe(true);
      }),
    );
  });

  test("what is no number never agrees", () => {
    expect(agrees(Number.NaN, exact(1), 2)).toBe(false);
  });
});
