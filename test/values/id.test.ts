/** Identity numbers by GB 11643-1999. All numbers here are made up; their check digits are computed. */
import fc from "fast-check";
import { CellError, type CellValue } from "../../src/values/cell";
import { checkDigit, checkId, maskId, maskIdsIn } from "../../src/values/id";

/** The worked examples of the standard's own text: 11010519491231002X and 440524188001010014. */
const standardWoman = "11010519491231002X";
const standardMan = "440524188001010014";

describe("a valid number", () => {
  test("the standard's first example is a woman born on 31 December 1949", () => {
    expect(checkId(standardWoman)).toEqual({
      kind: "valid",
      birth: { year: 1949, month: 12, day: 31 },
      sex: "女",
      normal: standardWoman,
      untidy: false,
    });
  });

  test("the standard's second example is a man born in 1880", () => {
    expect(checkId(standardMan)).toMatchObject({ kind: "valid", birth: { year: 1880, month: 1, day: 1 }, sex: "男" });
  });

  test.each([
    ["a small x is accepted", "11010519491231002x", false],
    ["spaces are tolerated and said", "110105 19491231 002X", true],
    ["a space at the end is tolerated and said", "11010519491231002X ", true],
    ["full-width digits are tolerated and said", "１１０１０５１９４９１２３１００２Ｘ", true],
    ["an invisible character is tolerated and said", "\u200b11010519491231002X", true],
  ])("%s", (_says, text, untidy) => {
    expect(checkId(text)).toMatchObject({ kind: "valid", normal: standardWoman, untidy });
  });

  test("every number with its right check digit is valid, every other check digit is not", () => {
    const first17 = fc
      .tuple(
        fc.integer({ min: 110000, max: 659999 }),
        fc.integer({ min: 1950, max: 2010 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        fc.integer({ min: 0, max: 999 }),
      )
      .map(
        ([place, year, month, day, order]) =>
          `${place}${year}${String(month).padStart(2, "0")}${String(day).padStart(2, "0")}${String(order).padStart(3, "0")}`,
      );
    fc.assert(
      fc.property(first17, fc.constantFrom(..."0123456789X"), (digits, mark) => {
        const read = checkId(digits + mark);
        expect(read.kind).toBe(mark === checkDigit(digits) ? "valid" : "invalid");
      }),
    );
  });
});

describe("an invalid number says what is wrong", () => {
  test.each<[string, CellValue, string, number]>([
    ["17 characters with an X", "1101051949123100X", "length", 17],
    ["17 digits", "11010519491231002", "length", 17],
    ["19 digits", "1101051949123100212", "length", 19],
    ["a letter", "11010519491231O02X", "characters", 18],
    ["an X inside", "1101051949123100X2", "characters", 18],
    ["30 February", "110105194902300021", "date", 18],
    ["month 13", "110105194913310021", "date", 18],
    ["a birth in the year 3000", "110105300012310021", "date", 18],
    ["a wrong check digit", "110105194912310021", "check-digit", 18],
    ["15 digits", "110105491231002", "fifteen", 15],
    ["15 digits with an impossible day", "110105491331002", "date", 15],
    ["15 digits as a number", 110105491231002, "fifteen", 15],
    ["18 digits as a number", Number("440524188001010014"), "precision-lost", 18],
    ["18 digits in scientific notation", "4.40524E+17", "precision-lost", 11],
    ["masked", "3301**********1234", "masked", 18],
    ["masked with full-width stars", "3301＊＊＊＊＊＊＊＊＊＊1234", "masked", 18],
    ["masked with six digits shown", "330102********1234", "masked", 18],
    ["a small number", 18, "length", 2],
    ["a word", "无", "characters", 1],
    ["TRUE", true, "characters", 4],
  ])("%s", (_says, value, problem, length) => {
    expect(checkId(value)).toMatchObject({ kind: "invalid", problem, length });
  });

  test("birth and sex of 15 digits are readable", () => {
    expect(checkId("110105491231002")).toMatchObject({ birth: { year: 1949, month: 12, day: 31 }, sex: "女" });
  });

  test("birth and sex are readable beside a wrong check digit, but not beside lost digits", () => {
    expect(checkId("110105194912310021")).toMatchObject({ birth: { year: 1949, month: 12, day: 31 }, sex: "女" });
    expect(checkId(440524188001010000)).toMatchObject({ birth: null, sex: null });
  });

  test("empty is blank, an error stays one", () => {
    expect(checkId(null)).toEqual({ kind: "blank" });
    expect(checkId(" \u3000")).toEqual({ kind: "blank" });
    expect(checkId(new CellError("#N/A"))).toEqual({ kind: "error", code: "#N/A" });
  });
});

describe("masking", () => {
  test.each([
    ["330102199001011234", "3301**********1234"],
    ["11010519491231002X", "1101**********002X"],
    ["110105491231002", "1101*******1002"],
    ["12345678", "12345678"],
    ["张三", "张三"],
  ])("%s is shown as %s", (text, masked) => {
    expect(maskId(text)).toBe(masked);
  });

  test.each([
    ["身份证号330102199001011234校验位不符", "身份证号3301**********1234校验位不符"],
    ["甲110105491231002、乙11010519491231002x。", "甲1101*******1002、乙1101**********002x。"],
    ["１１０１０５１９４９１２３１００２Ｘ", "１１０１**********００２Ｘ"],
    ["330102 19900101 1234", "3301************1234"],
    ["少一位33010219900101123", "少一位3301*********1123"],
    ["电话13812345678，学时24", "电话13812345678，学时24"],
    ["18+16+20+20+15=89", "18+16+20+20+15=89"],
    ["比例0.015833333333333331", "比例0.015833333333333331"],
    ["10.330102199001011234", "10.3301**********1234"],
  ])("in %s", (text, masked) => {
    expect(maskIdsIn(text)).toBe(masked);
  });

  test("no text keeps 15 or more digits in a row", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."0123456789Xx 年，") }), (text) => {
        const runs = text.match(/\d+/g) ?? [];
        fc.pre(runs.every((run) => run.length <= 20));
        expect(maskIdsIn(text)).not.toMatch(/\d{15,20}/);
      }),
    );
  });
});
