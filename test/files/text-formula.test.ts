/** A saved 0 under a formula that can only give text was never its result. */
import { utils, write } from "@e965/xlsx";
import { openWorkbook } from "../../src/files/open";
import { givesOnlyText } from "../../src/files/text-formula";

test.each<[string, boolean]>([
  ['IF(J3>=60,"合格","不合格")', true],
  ['if(K3="","",IF(K3>=60,"合格","不合格"))', true],
  ['IF(J3>=60,"合格, (好)","他说""不""")', true],
  ['IFERROR(IF(J3>=60,"发证","不发证"),"")', true],
  ['TEXT(J3,"0.0")', true],
  ['IF(J3>=60,24,"")', false],
  ['IF(J3>=60,"合格")', false],
  ['IF(A1,"1","2")+IF(B1,"1","2")', false],
  ["LEFT(A1,1)*LEFT(B1,1)", false],
  ["SUM(E3:I3)", false],
  ["(".repeat(3000), false],
])("%s gives only text: %s", (formula, only) => expect(givesOnlyText(formula)).toBe(only));

test("in a file from another program from another program, 0 under a formula of texts is a result that was not saved; other zeros stay", () => {
  const sheet = utils.aoa_to_sheet([["姓名", "总分", "结果"]]);
  Object.assign(sheet, {
    A2: { t: "s", v: "王芳" },
    B2: { t: "n", v: 0, f: "SUM(D2:H2)" },
    C2: { t: "n", v: 0, f: 'IF(B2>=60,"合格","不合格")' },
  });
  sheet["!ref"] = "A1:C2";
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, "考核");
  const bytes: unknown = write(book, { type: "buffer", bookType: "xlsx" });
  if (!(bytes instanceof Uint8Array)) throw new Error("not written");
  const opened = openWorkbook(bytes, "考核.xlsx").sheets[0];
  expect(opened?.value(1, 1)).toBe(0);
  expect(opened?.value(1, 2)).toBeNull();
  expect(opened?.formula(1, 2)).toBe('=IF(B2>=60,"合格","不合格")');
});
