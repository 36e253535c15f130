/** Sheets that we wrote into a workbook ourselves are no tables of the clerk's, also when the saved file is checked. */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import ExcelJS from "exceljs";
import { OWN_MARKS } from "../../src/check/own-marks";
import { openWorkbook } from "../../src/files/open";

async function fileWith(mark: string | null): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet("教师考核").addRow(["姓名"]);
  workbook.addWorksheet("我们写的").addRow(["检查报告"]);
  const parts = unzipSync(new Uint8Array(await workbook.xlsx.writeBuffer()));
  const xml = strFromU8(parts["xl/workbook.xml"] ?? new Uint8Array());
  const names = `<definedNames><definedName name="${mark ?? "别的"}" localSheetId="1" hidden="1">我们写的!$A$1</definedName></definedNames>`;
  return zipSync({ ...parts, "xl/workbook.xml": strToU8(xml.replace("</sheets>", `</sheets>${names}`)) });
}

test.each(OWN_MARKS)("带有 %s 标记的工作表不读", async (mark) => {
  expect(openWorkbook(await fileWith(mark), "a.xlsx").sheets.map(({ name }) => name)).toEqual(["教师考核"]);
});

test("文件里别的名称不影响", async () => {
  expect(openWorkbook(await fileWith(null), "a.xlsx").sheets.map(({ name }) => name)).toEqual(["教师考核", "我们写的"]);
});
