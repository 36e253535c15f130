/** 导出上报副本: the copy holds values only and nothing of ours; everything else is kept. */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { read, utils } from "@e965/xlsx";
import { openWorkbook } from "../../src/files/open";
import { excelHost } from "../../src/excel/excel-host";
import { submissionCopy } from "../../src/excel/submission-copy";
import { settingsXml, NOTHING_KEPT } from "../../src/check/settings";
import { startExcel, stopExcel, type SimulatedExcel, type StartOptions } from "../workbench/office-client";
import { failureOf } from "./finding";

afterEach(stopExcel);

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const ID = "230122199001011234";

const sheet = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="${MAIN}"><sheetData>
<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" s="1"/></row>
<row r="2"><c r="A2" t="s"><v>2</v></c><c r="AA2" s="2" /><c r="B2" s="1"><f>SUM(1,2)</f><v>3</v></c><c r="C2" t="str" cm="1"><f t="array" ref="C2:C3">_xldudf_KAOHE_PASSED("兰西","教师",B2:B3)</f><v>合格 &amp; 认定</v></c></row>
<row r="3"><c r="A3"><v>2.3012219900101123E17</v></c><c r="B3"><f t="shared" si="0"/><v>4</v></c><c r="C3" t="str"><v>不合格</v></c><c r="D3" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="E3" t="b"><f>TRUE()</f><v>1</v></c></row>
<row r="4"><c r="A4" t="inlineStr"><is><t>证 ${ID}</t></is></c><c r="B4"><v>95</v></c></row>
</sheetData>
<conditionalFormatting sqref="B2:B3"><cfRule type="expression" priority="1"><formula>LEN("KAOHE-MARK")&gt;0</formula></cfRule><cfRule type="expression" priority="2"><formula>B2&gt;2</formula></cfRule></conditionalFormatting>
<conditionalFormatting sqref="A1"><cfRule type="expression" priority="3"><formula>LEN("KAOHE-MARK")&gt;0</formula></cfRule></conditionalFormatting>
</worksheet>`;

const parts: Readonly<Record<string, string>> = {
  "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/><Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"/><Override PartName="/customXml/itemProps1.xml" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/></Types>`,
  "_rels/.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${REL}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="x/taskpanes" Target="/xl/webextensions/taskpanes.xml"/></Relationships>`,
  "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${REL}"><sheets><sheet name="教师" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  "xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${REL}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${REL}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="${REL}/calcChain" Target="calcChain.xml"/><Relationship Id="rId4" Type="${REL}/customXml" Target="../customXml/item1.xml"/><Relationship Id="rId5" Type="${REL}/customXml" Target="../customXml/item2.xml"/></Relationships>`,
  "xl/worksheets/sheet1.xml": sheet,
  "xl/sharedStrings.xml": `<sst xmlns="${MAIN}" count="3" uniqueCount="3"><si><t>姓名</t></si><si><r><t>23012219</t></r><r><rPr><b/></rPr><t>9001011234</t></r></si><si><t>张三 &lt;A&gt;</t></si></sst>`,
  "xl/calcChain.xml": `<calcChain xmlns="${MAIN}"><c r="B2"/></calcChain>`,
  "xl/webextensions/taskpanes.xml": "<taskpanes/>",
  "xl/comments1.xml": `<comments xmlns="${MAIN}"><commentList><comment ref="A1"><text><r><t>证 2301221990</t></r><r><t>01011234</t></r></text></comment><comment ref="A2"><text><t>好</t></text></comment></commentList></comments>`,
  "xl/vbaProject.bin": "VBA",
  "customXml/item1.xml": settingsXml(NOTHING_KEPT),
  "customXml/itemProps1.xml": "<props/>",
  "customXml/_rels/item1.xml.rels": "<Relationships/>",
  "customXml/item2.xml": '<a xmlns="urn:other"/>',
};

const file = (more: Readonly<Record<string, string>> = {}): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries({ ...parts, ...more }).map(([name, text]) => [name, strToU8(text)])));

function copied(masks: boolean): { files: Record<string, string>; formulas: number; masked: number; bytes: Uint8Array } {
  const copy = submissionCopy(file(), masks);
  if (copy === null) throw new Error("no copy");
  return { ...copy, files: Object.fromEntries(Object.entries(unzipSync(copy.bytes)).map(([name, bytes]) => [name, strFromU8(bytes)])) };
}

test("every formula becomes the value it shows, whatever its kind", () => {
  const { files, formulas, bytes } = copied(false);
  expect(formulas).toBe(5);
  expect(files["xl/worksheets/sheet1.xml"]).not.toMatch(/<f[ >/]|KAOHE/);
  const page = read(bytes).Sheets["教师"] ?? {};
  expect(utils.sheet_to_json(page, { header: 1, raw: true })).toEqual([
    ["姓名", ID],
    ["张三 <A>", 3, "合格 & 认定"],
    [230122199001011230, 4, "不合格", undefined, true],
    [`证 ${ID}`, 95],
  ]);
});

test("marks, settings and add-in parts are gone, the clerk's own rules and others' parts stay", () => {
  const { files } = copied(false);
  expect(files["xl/worksheets/sheet1.xml"]).toContain("<formula>B2&gt;2</formula>");
  expect(files["xl/worksheets/sheet1.xml"]?.match(/<conditionalFormatting/g)).toHaveLength(1);
  expect(Object.keys(files).sort()).toEqual(
    [
      "[Content_Types].xml",
      "_rels/.rels",
      "xl/workbook.xml",
      "xl/_rels/workbook.xml.rels",
      "xl/worksheets/sheet1.xml",
      "xl/sharedStrings.xml",
      "xl/comments1.xml",
      "customXml/item2.xml",
    ].sort(),
  );
  expect(files["xl/_rels/workbook.xml.rels"]).not.toMatch(/calcChain|item1/);
  expect(files["xl/_rels/workbook.xml.rels"]).toContain("item2");
  expect(files["_rels/.rels"]).not.toContain("taskpanes");
  expect(files["[Content_Types].xml"]).not.toMatch(/calcChain|itemProps1/);
});

test("without the wish nothing is masked; with it every identity number is, in cells, runs, numbers and notes", () => {
  expect(copied(false).masked).toBe(0);
  const { files, masked } = copied(true);
  expect(masked).toBe(4);
  const all = Object.values(files).join("");
  expect(all).not.toContain(ID);
  expect(all).not.toContain("9001011234");
  expect(files["xl/sharedStrings.xml"]).toContain('<t xml:space="preserve">2301**********1234</t>');
  expect(files["xl/comments1.xml"]).toContain("证 2301**********1234");
  expect(files["xl/worksheets/sheet1.xml"]).toContain("2301**********1000");
});

test.each([
  ["nothing", new Uint8Array()],
  ["no archive", strToU8("hello")],
  ["an archive without a workbook", zipSync({ "a.txt": strToU8("x") })],
])("%s is no file to copy", (_what, bytes) => expect(submissionCopy(bytes, true)).toBeNull());

/** What the new workbook shows that Excel opened: sheet → rows. */
function openedWorkbook(excel: SimulatedExcel): Record<string, unknown[]> {
  const [opened] = excel.host.created.opened;
  if (opened === undefined || opened === null) throw new Error("no workbook was opened");
  const { Sheets, SheetNames } = read(opened, { cellFormula: true });
  return Object.fromEntries(SheetNames.map((name) => [name, utils.sheet_to_json(Sheets[name] ?? {}, { header: 1 })]));
}

const clerks: StartOptions = {
  calculate: (formula) => (formula.startsWith("=KAOHE.PASSED") ? [["合格"], ["不合格"]] : undefined),
  sheets: {
    教师: {
      rows: [["姓名", "证件号", "结果"], ["张三", `'${ID}`, "=KAOHE.PASSED(1,2)"], ["李四"]],
      styles: { A1: { bold: true, fill: "#FFEE00" } },
      merges: ["A4:C4"],
    },
  },
};

test("the copy is opened as a new workbook, and the open one is not changed", async () => {
  const excel = await startExcel(clerks);
  const before = excel.snapshot();
  const calls = excel.host.calls;
  expect(await excelHost().changes.exportCopy({ maskIds: true })).toEqual({ formulas: 1, masked: 1, dropped: [], left: [] });
  expect(openedWorkbook(excel)).toEqual({
    教师: [
      ["姓名", "证件号", "结果"],
      ["张三", "'2301**********1234", "合格"],
      ["李四", undefined, "不合格"],
    ],
  });
  expect(excel.snapshot()).toEqual(before);
  expect([excel.host.documents.count, excel.host.calls - calls]).toEqual([0, 4]);
});

test("formats, merges and print set-up of the sheets come along", async () => {
  const excel = await startExcel(clerks);
  await Excel.run(async (context) => {
    const { pageLayout } = context.workbook.worksheets.getItem("教师");
    pageLayout.orientation = "Landscape";
    pageLayout.setPrintTitleRows("1:1");
    await context.sync();
  });
  await excelHost().changes.exportCopy({ maskIds: false });
  const [bytes] = excel.host.created.opened;
  await stopExcel();
  const copy = await startExcel({ bytes: bytes ?? new Uint8Array() });
  expect(copy.snapshot()[0]).toMatchObject({ name: "教师", fills: { A1: "#FFEE00" }, merges: ["A4:C4"], formulas: {} });
  const state = copy.book.stateOf(copy.book.findSheet("教师")?.id ?? "");
  expect(state.titleRows).toMatchObject({ top: 0, bottom: 0 });
  expect(state.carried.find(({ name }) => name === "pageSetup")?.attributes.get("orientation")).toBe("landscape");
});

test("the report goes along with the copy, as a sheet that a later check knows for what it is", async () => {
  const excel = await startExcel(clerks);
  const host = excelHost();
  await host.writeReport({
    file: "一.xlsx",
    verdict: "可上报",
    policies: [],
    tables: [],
    findings: [],
    problem: null,
    readings: [],
    fingerprint: "",
  });
  await host.changes.exportCopy({ maskIds: true });
  const [bytes] = excel.host.created.opened;
  const workbook = openWorkbook(bytes ?? new Uint8Array(), "副本.xlsx");
  expect(Object.keys(openedWorkbook(excel))).toEqual(expect.arrayContaining(["教师", "检查报告"]));
  expect(workbook.sheets.map(({ name }) => name)).toEqual(["教师"]);
});

test.each([
  ["an Excel that cannot give its file", "AccessDenied" as const, "host.not-supported"],
  ["a failure that Excel does not explain", "GeneralException" as const, "host.unexplained"],
])("%s is said, and the file is closed", async (_what, code, says) => {
  const excel = await startExcel(clerks);
  excel.host.faults.failCall(excel.host.calls + 1, code);
  expect((await failureOf(excelHost().changes.exportCopy({ maskIds: false }))).id).toBe(says);
  expect(excel.host.documents.count).toBe(0);
});

test("a slice that cannot be had leaves no file in memory", async () => {
  const excel = await startExcel(clerks);
  excel.host.faults.failCall(excel.host.calls + 2, "GeneralException");
  expect((await failureOf(excelHost().changes.exportCopy({ maskIds: false }))).words).toMatch(/工作簿仍是原样。$/);
  await new Promise((closed) => setTimeout(closed, 5));
  expect([excel.host.documents.count, excel.host.created.opened]).toEqual([0, []]);
});

test("a copy too large for one request is said with its size", async () => {
  const excel = await startExcel(clerks);
  excel.host.faults.failMember("Application.CreateWorkbook", "RequestPayloadSizeLimitExceeded");
  const { id, words } = await failureOf(excelHost().changes.exportCopy({ maskIds: false }));
  expect(id).toBe("host.copy-too-large");
  expect(words).toContain("1 MB");
});

test("a file that Excel gives but nobody can read is said", async () => {
  const excel = await startExcel(clerks);
  const answer = excel.host.documents.answer.bind(excel.host.documents);
  excel.host.documents.answer = (id, args) => ({ ...answer(id, args), ...(id === 80 ? { 0: [1, 2, 3], 1: 3 } : {}) });
  expect((await failureOf(excelHost().changes.exportCopy({ maskIds: false }))).id).toBe("host.copy-unreadable");
});
