/**
 * 上报副本 of workbooks as they come from schools: each part of the file format that may calculate, lead out of the workbook or hold an
 * identity number.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { read } from "@e965/xlsx";
import { submissionCopy } from "../../src/excel/submission-copy";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const ID = "230122199001011234";
const MASKED = "2301**********1234";

type Parts = Readonly<Record<string, string>>;

const relations = (...targets: readonly (readonly [string, string])[]): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">${targets.map(([kind, target], at) => `<Relationship Id="rId${at + 1}" Type="${REL}/${kind}" Target="${target}"/>`).join("")}</Relationships>`;

const sheetXml = (cells: string, after = "", before = ""): string =>
  `<worksheet xmlns="${MAIN}" xmlns:r="${REL}">${before}<sheetData>${cells}</sheetData>${after}</worksheet>`;

const workbookXml = (after = "", sheets = '<sheet name="教师" sheetId="1" r:id="rId1"/>'): string =>
  `<workbook xmlns="${MAIN}" xmlns:r="${REL}"><sheets>${sheets}</sheets>${after}</workbook>`;

const base: Parts = {
  "[Content_Types].xml": `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
  "_rels/.rels": relations(["officeDocument", "xl/workbook.xml"]),
  "xl/workbook.xml": workbookXml(),
  "xl/_rels/workbook.xml.rels": relations(["worksheet", "worksheets/sheet1.xml"]),
  "xl/worksheets/sheet1.xml": sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>'),
};

function copyOf(parts: Parts, masks = true) {
  const bytes = zipSync(Object.fromEntries(Object.entries({ ...base, ...parts }).map(([name, text]) => [name, strToU8(text)])));
  const copy = submissionCopy(bytes, masks);
  if (copy === null) throw new Error("no copy");
  const files = Object.fromEntries(Object.entries(unzipSync(copy.bytes)).map(([name, part]) => [name, strFromU8(part)]));
  return { ...copy, files, part: (path: string): string => files[path] ?? "", book: read(copy.bytes) };
}

const SHEET = "xl/worksheets/sheet1.xml";

test("shared formulas, arrays, dynamic arrays and data tables become the values they show; their cells keep their looks", () => {
  const { part, formulas, book } = copyOf({
    [SHEET]: sheetXml(
      `<row r="1"><c r="A1" s="3"><f t="shared" ref="A1:A3" si="0">B1*2</f><v>2</v></c><c r="B1" t="str"><f t="array" ref="B1:B2">X(1)</f><v>甲</v></c></row>` +
        `<row r="2"><c r="A2" s="3"><f t="shared" si="0"/><v>4</v></c><c r="B2" t="str"><v>乙</v></c><c r="C2" cm="1"><f t="array" ref="C2:C3">_xlfn.SEQUENCE(2)</f><v>1</v></c></row>` +
        `<row r="3"><c r="A3"><f t="dataTable" ref="A3:A4" dt2D="0" dtr="0" r1="B1"/><v>9</v></c><c r="C3"><v>2</v></c><c r="D3" t="e" vm="1"><f>#REF!</f><v>#REF!</v></c><c r="E3" t="b"><f>TRUE</f><v>0</v></c></row>`,
    ),
  });
  expect(formulas).toBe(7);
  expect(part(SHEET)).not.toMatch(/<f[ >/]|cm=/);
  expect(part(SHEET)).toContain('<c r="A1" s="3"><v>2</v></c>');
  expect(part(SHEET)).toContain('<c r="D3" t="e" vm="1"><v>#REF!</v></c>');
  const sheet = book.Sheets["教师"] ?? {};
  expect(["A2", "B1", "B2", "C2", "C3", "E3"].map((cell) => (sheet[cell] as { v: unknown }).v)).toEqual([4, "甲", "乙", 1, 2, false]);
});

const externals: Parts = {
  "xl/workbook.xml": workbookXml(
    `<externalReferences><externalReference r:id="rId2"/></externalReferences><definedNames><definedName name="去年">[1]汇总!$A$1</definedName><definedName name="满分">教师!$B$2</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">教师!$1:$2</definedName><definedName name="_KAOHE_REPORT" localSheetId="0" hidden="1">教师!$A$1</definedName></definedNames>`,
  ),
  "xl/_rels/workbook.xml.rels": relations(["worksheet", "worksheets/sheet1.xml"], ["externalLink", "externalLinks/externalLink1.xml"]),
  "xl/externalLinks/externalLink1.xml": `<externalLink xmlns="${MAIN}"><externalBook r:id="rId1"/></externalLink>`,
  "xl/externalLinks/_rels/externalLink1.xml.rels": relations(["externalLinkPath", "file:///D:/张三/去年.xlsx"]),
  [SHEET]: sheetXml(
    '<row r="1"><c r="A1"><f>[1]汇总!A1+1</f><v>6</v></c></row>',
    `<conditionalFormatting sqref="A1"><cfRule type="expression" priority="1"><formula>A1&gt;'[1]一 年级'!B1</formula></cfRule><cfRule type="expression" priority="2"><formula>COUNTIF(表1[2024],"[1]x!")&gt;1</formula></cfRule></conditionalFormatting>` +
      `<dataValidations count="2"><dataValidation type="list" sqref="A1"><formula1>[1]汇总!$A$1:$A$9</formula1></dataValidation><dataValidation type="list" sqref="B1"><formula1>花名册!$A$2:$A$99</formula1></dataValidation></dataValidations>`,
  ),
};

test("links to other workbooks become values, and what leads there goes with them; rules within the workbook stay", () => {
  const { part, files, dropped } = copyOf(externals);
  expect(Object.keys(files).filter((name) => name.includes("external"))).toEqual([]);
  expect(part("xl/workbook.xml")).not.toMatch(/external|去年/);
  expect(part("xl/_rels/workbook.xml.rels")).not.toContain("external");
  expect(part(SHEET)).toContain('<c r="A1"><v>6</v></c>');
  expect(part(SHEET).match(/<cfRule/g)).toHaveLength(1);
  expect(part(SHEET)).toContain("表1[2024]");
  expect(part(SHEET)).toContain('<dataValidations count="1">');
  expect(part(SHEET)).toContain("花名册!$A$2:$A$99");
  expect(dropped).toEqual(["external"]);
});

test("names of ranges, of print titles and of our own sheets stay", () => {
  const names = copyOf(externals).part("xl/workbook.xml");
  expect(names).toMatch(/name="满分".*name="_xlnm.Print_Titles".*name="_KAOHE_REPORT"/);
});

test("a pivot table becomes what it shows: its stored records, where every identity number stands, are gone, with slicers and what points to them", () => {
  const { files, part, dropped } = copyOf({
    "xl/workbook.xml": workbookXml(
      '<pivotCaches><pivotCache cacheId="1" r:id="rId2"/></pivotCaches><extLst><ext uri="{A}"><x14:slicerCaches/></ext><ext uri="{B}"><x15:workbookPr/></ext></extLst>',
    ),
    "xl/_rels/workbook.xml.rels": relations(
      ["worksheet", "worksheets/sheet1.xml"],
      ["pivotCacheDefinition", "pivotCache/pivotCacheDefinition1.xml"],
      ["slicerCache", "slicerCaches/slicerCache1.xml"],
    ),
    "xl/pivotCache/pivotCacheDefinition1.xml": `<pivotCacheDefinition><sharedItems><s v="${ID}"/></sharedItems></pivotCacheDefinition>`,
    "xl/pivotCache/pivotCacheRecords1.xml": `<pivotCacheRecords><r><s v="${ID}"/></r></pivotCacheRecords>`,
    "xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels": relations(["pivotCacheRecords", "pivotCacheRecords1.xml"]),
    "xl/pivotTables/pivotTable1.xml": "<pivotTableDefinition/>",
    "xl/pivotTables/_rels/pivotTable1.xml.rels": relations(["pivotCacheDefinition", "../pivotCache/pivotCacheDefinition1.xml"]),
    "xl/slicerCaches/slicerCache1.xml": "<slicerCacheDefinition/>",
    "xl/worksheets/_rels/sheet1.xml.rels": relations(
      ["pivotTable", "../pivotTables/pivotTable1.xml"],
      ["drawing", "../drawings/drawing1.xml"],
    ),
    "xl/drawings/drawing1.xml":
      '<xdr:wsDr><xdr:twoCellAnchor><mc:AlternateContent><sle:slicer name="学校"/></mc:AlternateContent></xdr:twoCellAnchor><xdr:twoCellAnchor><xdr:pic/></xdr:twoCellAnchor></xdr:wsDr>',
    "xl/charts/chart1.xml": "<c:chartSpace><c:pivotSource><c:name>x</c:name></c:pivotSource><c:chart/></c:chartSpace>",
    [SHEET]: sheetXml(
      '<row r="1"><c r="A1"><v>7</v></c></row>',
      '<drawing r:id="rId2"/><extLst><ext uri="{C}"><x14:slicerList/></ext></extLst>',
    ),
  });
  expect(Object.keys(files).filter((name) => /pivot|slicer/i.test(name))).toEqual([]);
  expect(Object.values(files).join("")).not.toMatch(/pivot|slicer/i);
  expect(part("xl/workbook.xml")).toContain('<ext uri="{B}">');
  expect(part("xl/drawings/drawing1.xml")).toContain("<xdr:pic/>");
  expect(part(SHEET)).toContain('<c r="A1"><v>7</v></c>');
  expect(part(SHEET)).toContain('<drawing r:id="rId2"/>');
  expect(dropped).toEqual(["pivot"]);
});

test("a workbook with macros becomes one without, that Excel opens as a plain workbook", () => {
  const types = (base["[Content_Types].xml"] ?? "").replace(
    /application\/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main\+xml/,
    "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
  );
  const { files, part, dropped } = copyOf({
    "[Content_Types].xml": types.replace(
      "</Types>",
      '<Override PartName="/xl/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>',
    ),
    "xl/_rels/workbook.xml.rels": relations(["worksheet", "worksheets/sheet1.xml"], ["vbaProject", "vbaProject.bin"]),
    "xl/vbaProject.bin": "VBA",
    "xl/_rels/vbaProject.bin.rels": relations(["vbaProjectSignature", "vbaProjectSignature.bin"]),
    "xl/vbaProjectSignature.bin": "S",
    "customUI/customUI14.xml": "<customUI/>",
  });
  expect(Object.keys(files).sort()).toEqual(Object.keys(base).sort());
  expect(part("[Content_Types].xml")).toContain("spreadsheetml.sheet.main+xml");
  expect(Object.values(files).join("")).not.toMatch(/vba|macroEnabled/i);
  expect(dropped).toEqual(["macro"]);
});

test("a query's connection and its source go; the table that it filled stays as a table", () => {
  const { files, part, dropped } = copyOf({
    "xl/_rels/workbook.xml.rels": relations(
      ["worksheet", "worksheets/sheet1.xml"],
      ["connections", "connections.xml"],
      ["customXml", "../customXml/item1.xml"],
    ),
    "xl/connections.xml": '<connections><connection id="1" name="s"/></connections>',
    "xl/queryTables/queryTable1.xml": "<queryTable/>",
    "xl/tables/table1.xml": `<table xmlns="${MAIN}" id="1" ref="A1:B3" tableType="queryTable" totalsRowCount="1"><tableColumns count="2"><tableColumn id="1" name="姓名" queryTableFieldId="1"/><tableColumn id="2" name="总分" totalsRowFunction="sum"><calculatedColumnFormula>KAOHE.X(1)</calculatedColumnFormula><totalsRowFormula>SUM(1)</totalsRowFormula></tableColumn></tableColumns></table>`,
    "xl/tables/_rels/table1.xml.rels": relations(["queryTable", "../queryTables/queryTable1.xml"]),
    "customXml/item1.xml": '<DataMashup xmlns="http://schemas.microsoft.com/DataMashup">AAAA</DataMashup>',
  });
  expect(Object.keys(files).filter((name) => /connections|queryTable|customXml/.test(name))).toEqual([]);
  expect(part("xl/tables/table1.xml")).toBe(
    `<table xmlns="${MAIN}" id="1" ref="A1:B3" totalsRowCount="1"><tableColumns count="2"><tableColumn id="1" name="姓名"/><tableColumn id="2" name="总分"></tableColumn></tableColumns></table>`,
  );
  expect(part("xl/tables/_rels/table1.xml.rels")).not.toContain("queryTable1");
  expect(dropped).toEqual(["query"]);
});

test("a chart that was fed from another workbook keeps the values that it showed", () => {
  const series = (formula: string): string =>
    `<c:ser><c:tx><c:strRef><c:f>${formula}</c:f><c:strCache><c:pt idx="0"><c:v>合格率</c:v></c:pt></c:strCache></c:strRef></c:tx><c:cat><c:strRef><c:f>${formula}</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>一中</c:v></c:pt></c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>${formula}</c:f><c:numCache><c:ptCount val="1"/><c:pt idx="0"><c:v>0.95</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser>`;
  const chart = copyOf({ "xl/charts/chart1.xml": series("[1]汇总!A1") + series("教师!A1") }).part("xl/charts/chart1.xml");
  expect(chart).toBe(
    '<c:ser><c:tx><c:v>合格率</c:v></c:tx><c:cat><c:strLit><c:ptCount val="1"/><c:pt idx="0"><c:v>一中</c:v></c:pt></c:strLit></c:cat><c:val><c:numLit><c:ptCount val="1"/><c:pt idx="0"><c:v>0.95</c:v></c:pt></c:numLit></c:val></c:ser>' +
      series("教师!A1"),
  );
});

/** One part each that may hold an identity number; what is left of it when masked. */
const holders: readonly (readonly [string, Parts, string])[] = [
  [
    "a phonetic guide",
    {
      "xl/sharedStrings.xml": `<sst xmlns="${MAIN}"><si><t>${ID}</t><rPh sb="0" eb="2"><t>${ID}</t></rPh><phoneticPr fontId="1"/></si></sst>`,
    },
    MASKED,
  ],
  [
    "a threaded comment",
    {
      "xl/threadedComments/threadedComment1.xml": `<ThreadedComments><threadedComment ref="A1"><text>证 ${ID}</text></threadedComment></ThreadedComments>`,
    },
    `证 ${MASKED}`,
  ],
  [
    "a text box, split into runs",
    {
      "xl/drawings/drawing1.xml": `<xdr:wsDr><a:p><a:r><a:t>证号23012219</a:t></a:r><a:r><a:rPr b="1"/><a:t>9001011234</a:t></a:r></a:p></xdr:wsDr>`,
    },
    `证号${MASKED}`,
  ],
  [
    "the description of a picture",
    { "xl/drawings/drawing1.xml": `<xdr:wsDr><xdr:cNvPr id="2" name="图片 1" descr="${ID} 的照片"/></xdr:wsDr>` },
    `descr="${MASKED} 的照片"`,
  ],
  ["a chart's labels", { "xl/charts/chart1.xml": `<c:strCache><c:pt idx="0"><c:v>${ID}</c:v></c:pt></c:strCache>` }, MASKED],
  [
    "a chart's numbers",
    {
      "xl/charts/chart1.xml": `<c:numCache><c:pt idx="0"><c:v>230122199001011230</c:v></c:pt><c:pt idx="1"><c:v>0.95</c:v></c:pt></c:numCache>`,
    },
    "<c:v>0</c:v>",
  ],
  [
    "the choices of a list",
    {
      [SHEET]: sheetXml(
        "",
        `<dataValidations count="1"><dataValidation type="list" promptTitle="证号" prompt="如 ${ID}" sqref="A1"><formula1>"${ID},无"</formula1></dataValidation></dataValidations>`,
      ),
    },
    `prompt="如 ${MASKED}"`,
  ],
  ["a footer", { [SHEET]: sheetXml("", `<headerFooter><oddFooter>&amp;C填表人 ${ID}</oddFooter></headerFooter>`) }, `填表人 ${MASKED}`],
  [
    "a link's words",
    { [SHEET]: sheetXml("", `<hyperlinks><hyperlink ref="A1" location="教师!A1" display="${ID}" tooltip="${ID}"/></hyperlinks>`) },
    `display="${MASKED}"`,
  ],
  [
    "a link outwards",
    {
      "xl/worksheets/_rels/sheet1.xml.rels": `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${REL}/hyperlink" Target="https://x.cn/?id=${ID}" TargetMode="External"/></Relationships>`,
    },
    `id=${MASKED}`,
  ],
  [
    "the heading of a table",
    { "xl/tables/table1.xml": `<table xmlns="${MAIN}"><tableColumn id="1" name="${ID}"/></table>` },
    `name="${MASKED}"`,
  ],
  [
    "a name's constant",
    { "xl/workbook.xml": workbookXml(`<definedNames><definedName name="校长">"${ID}"</definedName></definedNames>`) },
    MASKED,
  ],
  [
    "the file's properties",
    { "docProps/core.xml": `<cp:coreProperties><dc:title>${ID} 的考核表</dc:title><dc:creator>李主任</dc:creator></cp:coreProperties>` },
    "<dc:creator>李主任</dc:creator>",
  ],
  [
    "the file's own fields",
    { "docProps/custom.xml": `<Properties><property name="证号 ${ID}"><vt:lpwstr>${ID}</vt:lpwstr></property></Properties>` },
    MASKED,
  ],
  ["another add-in's notes", { "customXml/item3.xml": `<a xmlns="urn:x">${ID}</a>` }, MASKED],
  ["a formula's text", { [SHEET]: sheetXml(`<row r="1"><c r="A1" t="str"><f>"${ID}"</f><v>${ID}</v></c></row>`) }, MASKED],
];

test.each(holders)("%s shows no identity number when masked, and is as it was when not", (_what, parts, left) => {
  const masked = copyOf(parts);
  const all = Object.values(masked.files).join("");
  expect(all).not.toMatch(/230122199001011/);
  expect(all).toContain(left);
  expect(masked.masked).toBeGreaterThan(0);
  const open = copyOf(parts, false);
  expect([open.masked, open.formulas === 0 && Object.keys(parts).some((name) => open.part(name) !== parts[name])]).toEqual([0, false]);
});

test("long fractions, heights and ids of parts are no identity numbers", () => {
  const parts: Parts = {
    [SHEET]: sheetXml(
      '<row r="1" ht="15.123456789012345"><c r="A1"><v>0.12345678901234567</v></c><c r="B1"><v>1.2345678901234567E-3</v></c></row>',
      '<pageMargins left="0.78740157480314965"/>',
      '<sheetPr codeName="x"/>',
    ),
    "xl/charts/chart1.xml": '<c:numCache><c:pt><c:v>0.12345678901234567</c:v></c:pt></c:numCache><c:majorUnit val="12345678901234567"/>',
    "docProps/app.xml": '<Properties><AppVersion>16.0300</AppVersion><x id="{12345678901234567890}"/></Properties>',
  };
  const { files, masked } = copyOf(parts);
  expect(masked).toBe(0);
  for (const [name, text] of Object.entries(parts)) expect(files[name]).toBe(text);
});

test("what stays and is no value of a cell is told", () => {
  expect(
    copyOf({
      "xl/workbook.xml": workbookXml(
        "",
        '<sheet name="教师" sheetId="1" r:id="rId1"/><sheet name="底稿" sheetId="2" state="hidden" r:id="rId1"/>',
      ),
      "xl/comments1.xml": "<comments/>",
      "xl/media/image1.png": "P",
      "xl/embeddings/工作表1.xlsx": "E",
    }).left,
  ).toEqual(["comment", "picture", "object", "hidden"]);
});

test("revisions of a shared workbook and signatures, which would no longer hold, are gone", () => {
  const { files } = copyOf({
    "_rels/.rels": relations(["officeDocument", "xl/workbook.xml"], ["origin", "_xmlsignatures/origin.sigs"]),
    "_xmlsignatures/origin.sigs": "",
    "xl/revisions/revisionLog1.xml": `<revisions><nc t="inlineStr">${ID}</nc></revisions>`,
    "xl/_rels/workbook.xml.rels": relations(["worksheet", "worksheets/sheet1.xml"], ["revisionHeaders", "revisions/revisionLog1.xml"]),
  });
  expect(Object.keys(files).sort()).toEqual(Object.keys(base).sort());
  expect(Object.values(files).join("")).not.toMatch(/revision|signature/i);
});
