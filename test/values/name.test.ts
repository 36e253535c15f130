/** One person, however the name was typed. */
import { CellError, type CellValue } from "../../src/values/cell";
import { nameKey, readName, sameName, withoutRemark } from "../../src/values/name";

describe("the form in which a name should stand", () => {
  test.each([
    ["as it is", "张三", "张三", false, false],
    ["a space inside", "张 三", "张三", true, false],
    ["an ideographic space inside", "张\u3000三", "张三", true, false],
    ["a no-break space at the end", "张三\u00a0", "张三", true, false],
    ["a line break", "张三\n", "张三", true, false],
    ["an invisible character", "张\u200b三", "张三", false, true],
    ["a byte-order mark", "\ufeff张三", "张三", false, true],
    ["a middle dot stays", "阿卜杜拉·买买提", "阿卜杜拉·买买提", false, false],
    ["a bullet", "阿卜杜拉•买买提", "阿卜杜拉·买买提", false, false],
    ["a hyphenation point", "阿卜杜拉‧买买提", "阿卜杜拉·买买提", false, false],
    ["a Japanese dot", "阿卜杜拉・买买提", "阿卜杜拉·买买提", false, false],
    ["a full-width point", "阿卜杜拉．买买提", "阿卜杜拉·买买提", false, false],
    ["a point with spaces", "阿卜杜拉 . 买买提", "阿卜杜拉·买买提", true, false],
    ["a look-alike radical", "⼤明", "大明", false, false],
    ["a rare character of an extension plane", "𠮷野", "𠮷野", false, false],
    ["a foreign name keeps one space", "Anna  Maria", "Anna Maria", true, false],
    ["a foreign name with one space has no stray one", "Anna Maria", "Anna Maria", false, false],
    ["full-width letters", "Ａｎｎａ", "Anna", false, false],
  ])("%s", (_says, text, normal, hasSpace, hasInvisible) => {
    expect(readName(text)).toEqual({ kind: "name", normal, text, hasSpace, hasInvisible });
  });

  test.each<[string, CellValue, string]>([
    ["an empty cell", null, "blank"],
    ["spaces", " \u3000\u200b", "blank"],
    ["a number", 18, "unreadable"],
    ["TRUE", true, "unreadable"],
    ["prose", "张".repeat(101), "unreadable"],
    ["an error", new CellError("#N/A"), "error"],
  ])("%s is no name", (_says, value, kind) => {
    expect(readName(value).kind).toBe(kind);
  });
});

describe("the same name", () => {
  test.each([
    ["张三", "张 三", true],
    ["張偉", "张伟", true],
    ["劉國強", "刘国强", true],
    ["阿卜杜拉•买买提", "阿卜杜拉·买买提", true],
    ["anna maria", "Anna  Maria", true],
    ["张三", "张三丰", false],
    ["张伟", "张玮", false],
    ["阿卜杜拉·买买提", "阿卜杜拉买买提", false],
  ])("%s and %s: %p", (a, b, same) => {
    expect(sameName(a, b)).toBe(same);
    expect(sameName(b, a)).toBe(same);
  });

  test("ten thousand names are compared soon", () => {
    const start = performance.now();
    const keys = new Set(Array.from({ length: 10_000 }, (_, at) => nameKey(`張三${at}`)));
    expect(keys.size).toBe(10_000);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

test.each<[string, string, string]>([
  ["王芳（支教）", "王芳", "(支教)"],
  ["王 芳（校长）", "王芳", "(校长)"],
  ["王芳*", "王芳", "*"],
  ["（代课）王芳※", "王芳", "(代课)※"],
  ["阿卜杜拉·买买提【借调】", "阿卜杜拉·买买提", "【借调】"],
  ["王芳", "王芳", ""],
  ["（大）王", "（大）王", ""],
  ["*", "*", ""],
])("%s: the name beside its remark", (text, name, remark) => {
  expect(withoutRemark(text)).toEqual({ name, remark });
});
