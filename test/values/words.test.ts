/** 字数 as the word processors count it. */
import fc from "fast-check";
import { countWords } from "../../src/values/words";

describe("字数", () => {
  test.each([
    ["nothing", "", 0],
    ["spaces only", " \u3000\u00a0\n\t", 0],
    ["Han characters", "心得体会", 4],
    ["a full stop counts", "心得。", 3],
    ["a year, 年, a month, 月", "2024年9月", 4],
    ["Hello, with its comma one run; two characters; a half-width mark", "Hello, 世界!", 4],
    ["Hello, two characters and a full-width mark", "Hello，世界！", 5],
    ["two words", "hello world", 2],
    ["a word and a number in one run", "abc123", 1],
    ["an ellipsis of two", "心……", 3],
    ["a dash of two", "心——得", 4],
    ["a ring", "二〇二四", 4],
    ["an extension character is one", "𠮷", 1],
    ["quotation marks", "“好”", 3],
    ["an apostrophe inside a word", "don’t", 1],
    ["title marks", "《论语》", 4],
    ["full-width digits each", "２０２４", 4],
    ["a half-width mark between characters", "心,得", 3],
    ["spaces between characters", "心 得　体\n会", 4],
    ["an invisible character is nothing", "心\u200b得", 2],
    ["a variation of a character is the character", "葛\u{e0100}", 1],
    ["a decimal", "3.14", 1],
    ["a percentage and a unit", "80%以上", 3],
    ["a smile", "好😀", 2],
  ])("%s", (_says, text, count) => {
    expect(countWords(text)).toBe(count);
  });

  test("so many Han characters, so many words, whatever spaces stand between", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom("教", "师", "〇", "𠮷"), fc.constantFrom("", " ", "\n", "\u3000"))), (marks) => {
        expect(countWords(marks.flat().join(""))).toBe(marks.length);
      }),
    );
  });
});
