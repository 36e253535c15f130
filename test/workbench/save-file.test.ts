/**
 * The workbook as a file (Office.Document.getFileAsync) and new workbooks (Excel.createWorkbook), asked for by the genuine client.
 */
import { read, utils } from "@e965/xlsx";
import { strFromU8, unzipSync } from "fflate";
import { openWorkbook } from "../../src/workbench/files/xlsx";
import { GridError, startExcel, stopExcel, type SimulatedExcel, type StartOptions } from "./office-client";

afterEach(stopExcel);

const asked = <T>(call: (done: (result: Office.AsyncResult<T>) => void) => void): Promise<T> =>
  new Promise((resolve, reject) =>
    call((result) => {
      if (result.status === Office.AsyncResultStatus.Failed) reject(new Error(String(result.error.code)));
      else resolve(result.value);
    }),
  );

const open = (sliceSize = 4 * 1024 * 1024, kind = Office.FileType.Compressed): Promise<Office.File> =>
  asked<Office.File>((done) => Office.context.document.getFileAsync(kind, { sliceSize }, done));
const slice = (file: Office.File, index: number): Promise<Office.Slice> => asked<Office.Slice>((done) => file.getSliceAsync(index, done));
const close = (file: Office.File): Promise<unknown> => asked((done) => file.closeAsync(done));

async function wholeFile(sliceSize?: number): Promise<Uint8Array> {
  const file = await open(sliceSize);
  const bytes: number[] = [];
  for (let index = 0; index < file.sliceCount; index += 1) {
    const piece = await slice(file, index);
    const data = piece.data as number[];
    expect(data).toHaveLength(piece.size);
    bytes.push(...data);
  }
  await close(file);
  expect(bytes).toHaveLength(file.size);
  return Uint8Array.from(bytes);
}

const school: StartOptions = {
  name: "考核.xlsx",
  calculate: (formula) => (formula.startsWith("=KAOHE.PASSED") ? [["合格"], ["不合格"]] : formula === "=SUM(B2:B3)" ? 113 : undefined),
  sheets: {
    教师: {
      rows: [
        ["教师考核表 & <附件>"],
        ["张三", 95, "=KAOHE.PASSED(B2:B3)"],
        ["李四", 18],
        ["合计", "=SUM(B2:B3)", true, new GridError("#N/A"), " 空格 "],
      ],
      merges: ["A1:C1"],
      hiddenRows: [3],
      hiddenColumns: ["E"],
      styles: {
        A1: {
          bold: true,
          fontSize: 16,
          fill: "#FFEE00",
          horizontalAlignment: "Center",
          borders: { EdgeBottom: { style: "Continuous", weight: "Medium", color: "#FF0000" } },
        },
        B2: { numberFormat: "0.00", locked: false },
        B3: { numberFormat: 'yyyy"年"m"月"' },
      },
      conditionalFormats: [
        { type: "Custom", areas: "B2:B3", formula: '=AND(B2<60,"a"<>"&")', fill: "#FF0000" },
        { type: "CellValue", areas: "A1,C3", fields: { Rule: { formula1: "=60", operator: "LessThan" } } },
      ],
    },
    花名册: {
      rows: [
        ["姓名", "学校"],
        ["张三", "一中"],
      ],
      visibility: "Hidden",
      isProtected: true,
      tables: [{ name: "名单", area: "A1:B2" }],
    },
  },
  names: { 满分: "=教师!$B$2" },
  xml: { "urn:某处": '<a xmlns="urn:某处">记录</a>' },
};

const reopened = async (bytes: Uint8Array): Promise<SimulatedExcel> => {
  await stopExcel();
  return startExcel({ bytes, ...(school.calculate === undefined ? {} : { calculate: school.calculate }) });
};

test("a saved workbook that is opened again is the same workbook", async () => {
  const excel = await startExcel(school);
  const before = excel.snapshot();
  const kept = [
    excel.book.names,
    excel.book.xmlParts.map(({ namespace, xml }) => [namespace, xml]),
    excel.book.tables().map(({ table }) => [table.name, table.area]),
  ];
  const style = excel.grid.sheets()[0]?.style(0, 0);
  const again = await reopened(await wholeFile());
  expect(again.snapshot()).toEqual(before);
  expect([
    again.book.names,
    again.book.xmlParts.map(({ namespace, xml }) => [namespace, xml]),
    again.book.tables().map(({ table }) => [table.name, table.area]),
  ]).toEqual(kept);
  const [sheet] = again.grid.sheets();
  expect(sheet?.style(0, 0)).toEqual({ ...style, verticalAlignment: "Center" });
  expect([sheet?.isRowHidden(2), sheet?.isColumnHidden(4), sheet?.style(1, 1).locked]).toEqual([true, true, false]);
});

test("another program reads the saved file too, and custom functions stand in it as Excel writes them", async () => {
  await startExcel(school);
  const bytes = await wholeFile();
  const book = read(bytes, { cellFormula: true });
  expect(book.SheetNames).toEqual(["教师", "花名册"]);
  expect(
    utils.sheet_to_json(book.Sheets["教师"] ?? {}, { header: 1, blankrows: false }).map((row) => (row as unknown[]).slice(0, 3)),
  ).toEqual([["教师考核表 & <附件>"], ["张三", 95, "合格"], ["李四", 18, "不合格"], ["合计", 113, true]]);
  const sheet = strFromU8(unzipSync(bytes)["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
  expect(sheet).toContain('cm="1" t="str"><f t="array" ref="C2:C3">_xldudf_KAOHE_PASSED(B2:B3)</f>');
});

test("print set-up and the sheet's own hidden names are in the file", async () => {
  const excel = await startExcel(school);
  await excel.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("教师");
    sheet.names.add("_KAOHE_TEST", sheet.getRange("A1")).visible = false;
    sheet.pageLayout.orientation = "Landscape";
    sheet.pageLayout.zoom = { horizontalFitToPages: 1 };
    sheet.pageLayout.setPrintTitleRows("1:2");
    sheet.pageLayout.setPrintArea("A1:E4");
    sheet.pageLayout.headersFooters.defaultForAllPages.centerFooter = "第 &P 页";
    await context.sync();
  });
  const bytes = await wholeFile();
  const sheet = strFromU8(unzipSync(bytes)["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
  expect(sheet).toContain('<pageSetUpPr fitToPage="1"/>');
  expect(sheet).toContain('<pageSetup paperSize="9" fitToWidth="1" fitToHeight="0" orientation="landscape"/>');
  expect(sheet).toContain("<oddFooter>&amp;C第 &amp;P 页</oddFooter>");
  const again = await reopened(bytes);
  expect(again.book.names.find(({ name }) => name === "_KAOHE_TEST")).toMatchObject({
    visible: false,
    sheetId: again.book.findSheet("教师")?.id,
  });
  const state = again.book.stateOf(again.book.findSheet("教师")?.id ?? "");
  expect([state.printArea, state.titleRows]).toEqual([
    [{ top: 0, left: 0, bottom: 3, right: 4 }],
    { top: 0, left: 0, bottom: 1, right: 16383 },
  ]);
});

test("a file in many slices is the same as one in a single slice", async () => {
  await startExcel(school);
  const whole = await wholeFile();
  expect(Buffer.from(await wholeFile(1000)).equals(Buffer.from(whole))).toBe(true);
});

test("a third file in memory is refused until one is closed", async () => {
  const excel = await startExcel(school);
  const first = await open();
  await open();
  await expect(open()).rejects.toThrow("11000");
  await close(first);
  await open();
  expect(excel.host.documents.count).toBe(2);
});

test.each([
  ["a slice larger than 4 MB", () => open(5 * 1024 * 1024), "11002"],
  ["text, which Excel does not give", () => open(1000, Office.FileType.Text), "1009"],
  ["a slice beyond the last", async () => slice(await open(), 99), "5008"],
  ["a slice of a closed file", async () => open().then(async (file) => close(file).then(() => slice(file, 0))), "5001"],
])("%s is refused", async (_what, ask, code) => {
  await startExcel(school);
  await expect(ask()).rejects.toThrow(code);
});

test("a planted fault strikes these calls too, and each counts as one", async () => {
  const excel = await startExcel(school);
  const before = excel.host.calls;
  excel.host.faults.failCall(before + 1, "AccessDenied");
  await expect(open()).rejects.toThrow("7000");
  expect(excel.host.calls).toBe(before + 1);
});

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");

test("a file becomes a new workbook beside the open one, which stays as it is", async () => {
  const excel = await startExcel(school);
  const before = excel.snapshot();
  const bytes = await wholeFile();
  await excel.Excel.createWorkbook(base64(bytes));
  const [opened] = excel.host.created.opened;
  expect(openWorkbook(opened ?? new Uint8Array(), "副本.xlsx").sheets.map(({ name }) => name)).toEqual(["教师", "花名册"]);
  expect(excel.snapshot()).toEqual(before);
});

test("on the web the same is one call in a partition of its own", async () => {
  const excel = await startExcel(school);
  Reflect.set(Office.context, "platform", "OfficeOnline");
  const partition = {
    ObjectPaths: { 1: { Id: 1, ObjectPathType: 1, Name: "" } },
    Actions: [
      { Id: 2, ActionType: 3, Name: "CreateAndOpenWorkbook", ObjectPathId: 1, ArgumentInfo: { Arguments: [base64(await wholeFile())] } },
    ],
  };
  const answer = await excel.host.answer(JSON.stringify(partition), 0, "WacPartition");
  expect([answer.ok, excel.host.created.opened.length]).toEqual([true, 1]);
});

test("what is no workbook cannot be opened", async () => {
  const excel = await startExcel(school);
  await expect(excel.Excel.createWorkbook(base64(Buffer.from("hello")))).rejects.toMatchObject({ code: "GeneralException" });
  expect(excel.host.created.opened).toEqual([]);
});

test("a file of more than 5 MB as text does not go to Excel in one request", async () => {
  const excel = await startExcel(school);
  await expect(excel.Excel.createWorkbook("A".repeat(5 * 1024 * 1024))).rejects.toMatchObject({ code: "RequestPayloadSizeLimitExceeded" });
});
