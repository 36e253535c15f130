/** What a workbook holds, told before the check: the same tables as the check's, in steps, as of the same day. */
import { checkWorkbook } from "../../src/check/check";
import { recogniseSteps } from "../../src/check/recognise";
import type { RecognisedTable } from "../../src/check/report";
import { packs } from "../../src/policy/library";
import { sheetFrom, workbookOf } from "../table/sheet";

const births = ["1990-03-01", "1993-04-01", "1986-05-01", "1989-08-01", "1995-01-01", "1992-02-01"];
const roster = workbookOf(
  sheetFrom([
    ["参训教师名单"],
    ["序号", "姓名", "性别", "出生日期", "任教学科", "学校"],
    ...births.map((birth, at) => [at + 1, `王小${"一二三四五六"[at] ?? ""}`, at % 2 === 0 ? "男" : "女", birth, "语文", "实验小学"]),
  ]),
);

function recognise(asOf: string): { readonly steps: number; readonly tables: readonly RecognisedTable[] } {
  const work = recogniseSteps(roster, packs, { asOf });
  for (let steps = 0; ; steps += 1) {
    const step = work.next();
    if (step.done === true) return { steps, tables: step.value.tables };
  }
}

test.each([
  ["2025-01-10", "plan3"],
  ["2040-06-01", "plan7"],
])("在 %s 看，年龄合的是 %s，与检查认出的相同", (asOf, policy) => {
  const { steps, tables } = recognise(asOf);
  expect(tables.map((table) => table.policy)).toEqual([policy]);
  expect(tables).toEqual(checkWorkbook(roster, packs, { asOf }).tables);
  expect(steps).toBeGreaterThan(1);
});
