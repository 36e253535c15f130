/** The same form in other workbooks: what a clerk once set right is proposed again. */
import { emptyMemory, formSignature, proposeMapping, readMemory, rememberForms, writeMemory } from "../../src/table/form";
import { lanxiPack } from "./packs";
import { tablesOf } from "./saying";
import { sheetFrom } from "./sheet";

const header = ["序号", "姓名", "心得体会", "有效评课", "综合考核成绩", "宿舍楼层"];
const rows = [header, [1, "张三", 18, 16, 90, 3], [2, "李四", 18, 17, 88, 4]];
const spaced = rows.map((row) => row.map((value) => (typeof value === "string" ? value.split("").join(" ") : value)));
const moved = [["兰西县教师考核表"], ...spaced].map((row) => [null, ...row]);

const tables = tablesOf(sheetFrom(rows, { name: "考核" }), [lanxiPack]);
const others = tablesOf(sheetFrom(moved, { name: "Sheet1" }), [lanxiPack]);
const memory = rememberForms(emptyMemory, tables, { 考核: { F: "", E: "total" } });

describe("the same form in another workbook", () => {
  test("is known by its headers, whatever stands above them and wherever the form begins", () => {
    expect(others.map(formSignature)).toEqual(tables.map(formSignature));
  });

  test("is read as it was set right before", () => {
    expect(proposeMapping(memory, others, {})).toEqual({ Sheet1: { F: "total", G: "" } });
  });

  test("what the workbook itself says goes before what is remembered", () => {
    expect(proposeMapping(memory, others, { Sheet1: { G: "note" } })).toEqual({ Sheet1: { F: "total" } });
  });

  test("another form is left alone", () => {
    const other = tablesOf(sheetFrom([header.slice(0, 5), [1, "张三", 18, 16, 90]]), [lanxiPack]);
    expect(proposeMapping(memory, other, {})).toEqual({});
  });

  test("what is set right again replaces what was remembered; a form without corrections does not", () => {
    const again = rememberForms(memory, others, { Sheet1: { G: "note" } });
    expect(again.forms.map(({ columns }) => columns)).toEqual([{ 5: "note" }]);
    expect(rememberForms(memory, others, {})).toEqual(memory);
  });
});

describe("the memory as text", () => {
  test("comes back as it was", () => {
    expect(readMemory(writeMemory(memory))).toEqual(memory);
  });

  test.each([[null], [""], ["{"], ["[]"], ['{"forms":[{"signature":"a","columns":{"A":1}}]}']])("what is none is empty: %s", (text) => {
    expect(readMemory(text)).toEqual(emptyMemory);
  });

  test("keeps the latest forms and stays small", () => {
    const forms = Array.from({ length: 300 }, (_, at) => ({ signature: `${at}${"姓名".repeat(2000)}`, columns: { 1: "name" } }));
    const text = writeMemory({ forms });
    expect(text.length).toBeLessThanOrEqual(200_000);
    expect(readMemory(text).forms.length).toBeGreaterThan(10);
    expect(readMemory(text).forms[0]?.signature.startsWith("0姓名")).toBe(true);
  });
});
