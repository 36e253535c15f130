/** Numbers as clerks type them: what can only be one number is read, what could be two things is not. */
import fc from "fast-check";
import { CellError, type CellValue } from "../../src/values/cell";
import { exact, show } from "../../src/values/exact";
import { readHanInteger, writeHan } from "../../src/values/han";
import { functionNumber, readNumber } from "../../src/values/number";

test("a division's result in a CSV, longer than Excel keeps, is taken as Excel takes it", () => {
  expect(readNumber("0.015833333333333331")).toMatchObject({ kind: "number", exact: exact(0.015833333333333331) });
  expect(readNumber("0.015833333333333331")).toMatchObject({ kind: "number", exact: exact("0.0158333333333333") });
});

describe("read as a number", () => {
  test.each<[string, CellValue, string, string | null]>([
    ["a number", 18, "18", null],
    ["digits as text", "18", "18", null],
    ["a space after it", "18 ", "18", null],
    ["a no-break space", "\u00a018", "18", null],
    ["an ideographic space", "18\u3000", "18", null],
    ["an invisible space inside", "1\u200b8", "18", null],
    ["full-width digits", "１８", "18", null],
    ["full-width with a point", "１８．５", "18.5", null],
    ["a full-width sign", "－３", "-3", null],
    ["a minus of typography", "−3", "-3", null],
    ["a plus", "+3", "3", null],
    ["hours", "24学时", "24", "学时"],
    ["days", "2.5天", "2.5", "天"],
    ["points", "89分", "89", "分"],
    ["points behind a space", "18 分", "18", "分"],
    ["times", "10次", "10", "次"],
    ["words", "800字", "800", "字"],
    ["persons", "3人", "3", "人"],
    ["lessons", "5节", "5", "节"],
    ["lessons in full", "5节课", "5", "节课"],
    ["books", "2本", "2", "本"],
    ["half days", "2个半天", "2", "半天"],
    ["days in brackets", "2（天）", "2", "天"],
    ["half a day", "半天", "0.5", "天"],
    ["a day and a half", "一天半", "1.5", "天"],
    ["days and a half in digits", "2天半", "2.5", "天"],
    ["a whole day", "全天", "1", "天"],
    ["hours with 个", "12个学时", "12", "学时"],
    ["money with the sign", "￥1,000元", "1000", "元"],
    ["money with the sign alone", "¥1000.50", "1000.5", "元"],
    ["ten thousands", "1.5万元", "15000", "元"],
    ["ten thousands bare", "3万", "30000", null],
    ["a sum of doubles just below a whole number", "59.999999999999993", "60", null],
    ["59.995 and not more", "59.995", "59.995", null],
    ["thousands separated", "12,345,678.9", "12345678.9", null],
    ["thousands separated full-width", "１，０００", "1000", null],
    ["twenty", "二十", "20", null],
    ["twelve", "十二", "12", null],
    ["ten", "十", "10", null],
    ["eighty", "八十", "80", null],
    ["a hundred and five", "一百零五", "105", null],
    ["a hundred and five with a ring", "一百〇五", "105", null],
    ["two hundred", "两百", "200", null],
    ["one hundred and ten", "一百一十", "110", null],
    ["one hundred and twelve, short", "一百十二", "112", null],
    ["twenty and a half", "二十点五", "20.5", null],
    ["a ring is zero", "〇", "0", null],
    ["capital numerals", "壹佰贰拾", "120", null],
    ["ten thousand and one", "一万零一", "10001", null],
    ["numerals with a unit", "十二学时", "12", "学时"],
    ["ten points", "十分", "10", "分"],
    ["two lessons", "两节", "2", "节"],
    ["digits of a year", "二〇二四", "2024", null],
  ])("%s: %j is %s", (_says, value, decimal, unit) => {
    const read = readNumber(value);
    expect(read).toMatchObject({ kind: "number", value: Number(decimal), unit, percent: false, asText: typeof value === "string" });
    expect(read.kind === "number" ? show(read.exact) : "").toBe(decimal);
  });

  test.each([
    ["80%", 0.8],
    ["８０％", 0.8],
    ["80 %", 0.8],
    ["百分之八十", 0.8],
    ["百分之80", 0.8],
    ["百分之百", 1],
    ["百分之二十点五", 0.205],
    ["7.5%", 0.075],
  ])("the percentage %s is %d", (text, share) => {
    expect(readNumber(text)).toMatchObject({ kind: "number", value: share, percent: true });
  });
});

describe("not read as a number", () => {
  test.each([
    "未交",
    "缺",
    "缺考",
    "12+8",
    "18/20",
    "约20",
    "20左右",
    "20-30",
    "1 8",
    "1，00",
    "1,00",
    "1,0000",
    "一百五",
    "七八",
    "二五",
    "十十",
    "百",
    "二十点",
    "18。5",
    "1.2.3",
    "2024.9.25",
    "2024年9月25日",
    "9月25日",
    "第3节",
    "优秀",
    "3个月",
    "½",
    "①",
    "10²",
    "--5",
    "- -5",
    "0x10",
    "1e5",
    "Infinity",
    "NaN",
    "5%%",
    "80%学时",
    "二十%",
    "¥5学时",
    "330102199001011237",
    "点五",
    "24学时（六.2）",
    "A18",
  ])("%j", (text) => {
    expect(readNumber(text)).toEqual({ kind: "unreadable", text });
  });

  test.each(["-", "—", "——", "/", "无", "－", " - "])("the stroke %j, and says that it is one", (text) => {
    expect(readNumber(text)).toEqual({ kind: "unreadable", text, dash: true });
  });

  test("TRUE is no number", () => {
    expect(readNumber(true)).toEqual({ kind: "unreadable", text: "TRUE" });
  });

  test("an infinite number is none", () => {
    expect(readNumber(Infinity)).toEqual({ kind: "unreadable", text: "Infinity" });
  });

  test.each<[string, CellValue]>([
    ["an empty cell", null],
    ["an empty text", ""],
    ["spaces", " \u3000\u00a0\u200b"],
  ])("%s is blank, not 0", (_says, value) => {
    expect(readNumber(value)).toEqual({ kind: "blank" });
  });

  test("an error value stays the error it is", () => {
    expect(readNumber(new CellError("#N/A"))).toEqual({ kind: "error", code: "#N/A" });
  });

  test("the text of an error is text", () => {
    expect(readNumber("#N/A")).toEqual({ kind: "unreadable", text: "#N/A" });
  });
});

test("in a CSV file everything is text, so a number as text is nothing of note", () => {
  expect(readNumber("18", { origin: "text" })).toMatchObject({ kind: "number", value: 18, asText: false });
});

test("any text is read without an exception and soon", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "binary" }),
        fc.string({ unit: fc.constantFrom(..."〇一二两十百千万亿点负百分之0123456789.,+-%元学时 个") }),
      ),
      (text) => {
        const read = readNumber(text);
        if (read.kind === "number") expect(Number.isFinite(read.value)).toBe(true);
      },
    ),
    { numRuns: 2000 },
  );
  const start = performance.now();
  readNumber("1".repeat(1_000_000));
  readNumber("一".repeat(1_000_000));
  expect(performance.now() - start).toBeLessThan(1000);
});

test("every numeral that is written is read back", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (value) => {
      expect(readHanInteger(writeHan(value))).toBe(value);
    }),
    { numRuns: 1000 },
  );
});

describe("an argument of a function is read more strictly", () => {
  test.each<[CellValue, number]>([
    [18, 18],
    ["18", 18],
    [" 18\u3000", 18],
    ["１８．５", 18.5],
    ["-3", -3],
    [null, 0],
    ["", 0],
    ["  ", 0],
  ])("%j is %d", (value, number) => {
    expect(functionNumber(value)).toMatchObject({ kind: "number", value: number });
  });

  test.each(["24学时", "二十", "80%", "1,000", "1 8", "-", "无", "18分", "1e3"])("%j is not guessed at", (text) => {
    expect(functionNumber(text)).toEqual({ kind: "unreadable", text });
  });

  test("TRUE is no number, an error stays one", () => {
    expect(functionNumber(true)).toEqual({ kind: "unreadable", text: "TRUE" });
    expect(functionNumber(new CellError("#DIV/0!"))).toEqual({ kind: "error", code: "#DIV/0!" });
  });
});
