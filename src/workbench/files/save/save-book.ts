/**
 * Saves the workbook that is open in the simulated Excel as an .xlsx: what Office.Document.getFileAsync gives. Drawings and
 * comments are not among what the workbench holds, and so not in the file.
 */
import { strToU8, zipSync } from "fflate";
import type { Book, ListTable } from "../../book";
import { absoluteName, type Area, areaName, quoted } from "../../grid/area";
import type { GridSheet } from "../../grid/grid";
import { shownText } from "../../grid/display";
import { type CellTables, SharedStrings } from "./save-cells";
import { element, part, textElement } from "./markup-text";
import { type SheetRelations, sheetPart } from "./save-sheet";
import { StyleTable } from "./style-table";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const XML = "application/xml";

/** Dynamic arrays are told from old ones by a note in a part of its own. */
const METADATA = `<metadata xmlns="${MAIN}" xmlns:xda="http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray"><metadataTypes count="1"><metadataType name="XLDAPR" minSupportedVersion="120000" copy="1" pasteAll="1" pasteValues="1" merge="1" splitFirst="1" rowColShift="1" clearFormats="1" clearComments="1" assign="1" coerce="1" cellMeta="1"/></metadataTypes><futureMetadata name="XLDAPR" count="1"><bk><extLst><ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}"><xda:dynamicArrayProperties fDynamic="1" fCollapsed="0"/></ext></extLst></bk></futureMetadata><cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata></metadata>`;

/** The parts of a file as they are gathered: path → text, with their kinds of content and their relations. */
class Package {
  private readonly parts = new Map<string, string>();
  private readonly kinds: string[] = [];
  private readonly relations = new Map<string, string[]>();

  put(path: string, text: string, kind: string): void {
    this.parts.set(path, text);
    this.kinds.push(element("Override", { PartName: `/${path}`, ContentType: kind }));
  }

  /** Adds a relation of a part ("" for the file itself); gives its id. */
  relate(from: string, kind: string, target: string, isOutward = false): string {
    const own = this.relations.get(from) ?? [];
    const id = `rId${own.length + 1}`;
    own.push(
      element("Relationship", { Id: id, Type: `${RELATION}/${kind}`, Target: target, TargetMode: isOutward ? "External" : undefined }),
    );
    this.relations.set(from, own);
    return id;
  }

  zipped(): Uint8Array {
    const defaults =
      element("Default", { Extension: "rels", ContentType: "application/vnd.openxmlformats-package.relationships+xml" }) +
      element("Default", { Extension: "xml", ContentType: XML });
    const types = part(element("Types", { xmlns: `${PACKAGE}/content-types` }, defaults + this.kinds.join("")));
    const relations = [...this.relations].map(([from, list]) => {
      const at = from.lastIndexOf("/") + 1;
      const path = `${from.slice(0, at)}_rels/${from.slice(at)}.rels`;
      return [path, part(element("Relationships", { xmlns: `${PACKAGE}/relationships` }, list.join("")))] as const;
    });
    const all = [["[Content_Types].xml", types] as const, ...relations, ...this.parts];
    return zipSync(Object.fromEntries(all.map(([path, text]) => [path, strToU8(text)])), { level: 6 });
  }
}

function tablePart(sheet: GridSheet, table: ListTable, number: number): string {
  const { area } = table;
  const names: string[] = [];
  for (let column = area.left; column <= area.right; column += 1) {
    const { value } = sheet.content(area.top, column);
    names.push(table.showHeaders && value !== null ? shownText(value, "General") : `列${column - area.left + 1}`);
  }
  const shared = { xmlns: MAIN, id: number, name: table.name, displayName: table.name, ref: areaName(area) };
  const body = areaName({ ...area, bottom: area.bottom - (table.showTotals ? 1 : 0) });
  return part(
    element(
      "table",
      { ...shared, headerRowCount: table.showHeaders ? undefined : "0", totalsRowCount: table.showTotals ? 1 : undefined },
      [
        table.showHeaders ? element("autoFilter", { ref: body }) : "",
        element("tableColumns", { count: names.length }, names.map((name, at) => element("tableColumn", { id: at + 1, name })).join("")),
        table.style === "" ? "" : element("tableStyleInfo", { name: table.style, showRowStripes: 1 }),
      ].join(""),
    ),
  );
}

/** Print areas and title rows are names of their sheets. */
function printNames(sheet: GridSheet, book: Book, at: number): string[] {
  const { printArea, titleRows, titleColumns } = book.stateOf(sheet.id);
  const listed = (areas: readonly Area[]): string => areas.map((area) => `${quoted(sheet.name)}!${absoluteName(area)}`).join(",");
  const titles = [titleColumns, titleRows].filter((area) => area !== null);
  const name = (kind: string, areas: readonly Area[]): string[] =>
    areas.length === 0 ? [] : [textElement("definedName", listed(areas), { name: `_xlnm.${kind}`, localSheetId: at })];
  return [...name("Print_Area", printArea), ...name("Print_Titles", titles)];
}

function definedNames(book: Book, sheets: readonly GridSheet[]): string {
  const own = book.names.map(({ name, formula, comment, visible, sheetId }) => {
    const at = sheets.findIndex((sheet) => sheet.id === sheetId);
    const attributes = {
      name,
      comment: comment === "" ? undefined : comment,
      localSheetId: sheetId === null ? undefined : at,
      hidden: !visible,
    };
    return textElement("definedName", formula.replace(/^=/, ""), attributes);
  });
  const all = [...own, ...sheets.flatMap((sheet, at) => printNames(sheet, book, at))];
  return all.length === 0 ? "" : element("definedNames", {}, all.join(""));
}

function sheetRelations(files: Package, path: string, sheet: GridSheet, book: Book, tableNumber: () => number): SheetRelations {
  const { tables, hyperlinks } = book.stateOf(sheet.id);
  const outward = new Set(hyperlinks.map(({ link }) => link["address"]).filter((address) => typeof address === "string" && address !== ""));
  return {
    tables: tables.map((table) => {
      const number = tableNumber();
      files.put(`xl/tables/table${number}.xml`, tablePart(sheet, table, number), `${SPREADSHEET}.table+xml`);
      return files.relate(path, "table", `../tables/table${number}.xml`);
    }),
    links: [...outward].map((address) => ({ id: files.relate(path, "hyperlink", String(address), true), address: String(address) })),
  };
}

const STATES = { Visible: undefined, Hidden: "hidden", VeryHidden: "veryHidden" } as const;

function putSheets(files: Package, book: Book, tables: CellTables): string {
  let tableNumber = 0;
  return book.grid
    .sheets()
    .map((sheet, at) => {
      const path = `xl/worksheets/sheet${at + 1}.xml`;
      const relations = sheetRelations(files, path, sheet, book, () => (tableNumber += 1));
      const isActive = sheet.id === book.grid.activeSheet().id;
      files.put(path, sheetPart(sheet, book.stateOf(sheet.id), tables, relations, isActive), `${SPREADSHEET}.worksheet+xml`);
      const id = files.relate("xl/workbook.xml", "worksheet", `worksheets/sheet${at + 1}.xml`);
      return element("sheet", { name: sheet.name, sheetId: at + 1, state: STATES[sheet.visibility], "r:id": id });
    })
    .join("");
}

function putCustomXml(files: Package, book: Book): void {
  for (const [at, { id, xml, namespace }] of book.xmlParts.entries()) {
    const number = at + 1;
    const guid = id.startsWith("{") ? id : `{${id}}`;
    const reference = element("ds:schemaRefs", {}, element("ds:schemaRef", { "ds:uri": namespace }));
    const attributes = { "ds:itemID": guid, "xmlns:ds": "http://schemas.openxmlformats.org/officeDocument/2006/customXml" };
    files.put(`customXml/item${number}.xml`, xml, XML);
    files.put(
      `customXml/itemProps${number}.xml`,
      part(element("ds:datastoreItem", attributes, reference)),
      "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
    );
    files.relate("xl/workbook.xml", "customXml", `../customXml/item${number}.xml`);
    files.relate(`customXml/item${number}.xml`, "customXmlProps", `itemProps${number}.xml`);
  }
}

/** @param namespace of the custom functions, as the manifest names it. */
export function savedBook(book: Book, namespace: string): Uint8Array {
  const files = new Package();
  const tables: CellTables = { strings: new SharedStrings(), styles: new StyleTable(), namespace };
  const sheets = putSheets(files, book, tables);
  const all = book.grid.sheets();
  const active = all.findIndex(({ id }) => id === book.grid.activeSheet().id);
  files.put(
    "xl/workbook.xml",
    part(
      `<workbook xmlns="${MAIN}" xmlns:r="${RELATION}">${[
        book.isStructureProtected ? '<workbookProtection lockStructure="1"/>' : "",
        element("bookViews", {}, element("workbookView", { activeTab: Math.max(active, 0) })),
        element("sheets", {}, sheets),
        definedNames(book, all),
      ].join("")}</workbook>`,
    ),
    `${SPREADSHEET}.sheet.main+xml`,
  );
  files.put("xl/styles.xml", tables.styles.xml(), `${SPREADSHEET}.styles+xml`);
  files.put("xl/sharedStrings.xml", part(tables.strings.xml()), `${SPREADSHEET}.sharedStrings+xml`);
  files.put("xl/metadata.xml", part(METADATA), `${SPREADSHEET}.sheetMetadata+xml`);
  files.relate("xl/workbook.xml", "styles", "styles.xml");
  files.relate("xl/workbook.xml", "sharedStrings", "sharedStrings.xml");
  files.relate("xl/workbook.xml", "sheetMetadata", "metadata.xml");
  putCustomXml(files, book);
  files.relate("", "officeDocument", "xl/workbook.xml");
  return files.zipped();
}
