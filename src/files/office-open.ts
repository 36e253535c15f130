/**
 * The parts of an .xlsx that the reading library passes over: which part is which sheet, Excel's tables (ListObjects),
 * and our own settings part. Also puts right what some programs write and the library misreads.
 */
import type { Parts } from "./archive";
import type { ArrayAreas } from "./array-areas";
import chineseFormats from "./chinese-formats.json";
import type { Numbers } from "./frame";
import { attributesOf, elements, type Attributes } from "./markup";
import type { PlainCells } from "./plain-cells";
import { thinSheetPart, type SheetPart } from "./sheet-part";
import { parseA1 } from "../table/address";
import type { ListTable } from "../table/workbook";

const SETTINGS_NAMESPACE = "urn:kaohe:settings:1";
/** A settings part is some kilobytes; a larger one is not ours. */
const LONGEST_SETTINGS = 8_000_000;

export interface SheetFacts extends Omit<SheetPart, "xml" | "plain" | "arrays" | "hiddenRows"> {
  readonly hiddenRows: Numbers;
  /** Cells that the library no longer sees. */
  readonly plain?: PlainCells;
  /** Areas of array formulas that the library does not tell. */
  readonly arrays?: ArrayAreas;
  readonly tables: readonly ListTable[];
  /** The format has no error values of its own (.ods). */
  readonly savesErrorsAsText?: boolean;
  /** A chart, dialog or program that stands among the sheets: it has no cells. */
  readonly isPassedOver?: boolean;
}

export interface OfficePackage {
  /** The parts as the library shall read them. */
  readonly parts: Parts;
  /** By the sheet's name. */
  readonly sheets: ReadonlyMap<string, SheetFacts>;
  readonly settingsXml: string | null;
  readonly cells: number;
}

/** Names of parts differ in letter case between programs. */
class Package {
  private readonly names: ReadonlyMap<string, string>;

  constructor(readonly parts: Parts) {
    this.names = new Map([...parts.keys()].map((name) => [name.toLowerCase(), name]));
  }

  name(path: string): string | null {
    return this.names.get(path.toLowerCase()) ?? null;
  }

  bytes(path: string): Uint8Array | null {
    const name = this.name(path);
    return name === null ? null : (this.parts.get(name) ?? null);
  }

  text(path: string): string | null {
    const bytes = this.bytes(path);
    return bytes === null ? null : decodePart(bytes);
  }

  /** The relations of a part: id → its target's path, with the last word of its type. */
  relations(path: string): ReadonlyMap<string, { readonly path: string; readonly type: string }> {
    const cut = path.lastIndexOf("/") + 1;
    const xml = this.text(`${path.slice(0, cut)}_rels/${path.slice(cut)}.rels`) ?? "";
    return new Map(elements(xml, "Relationship").map((relation) => [relation["Id"] ?? "", target(relation, path.slice(0, cut))]));
  }
}

function decodePart(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  return new TextDecoder().decode(bytes);
}

function target(relation: Attributes, folder: string): { readonly path: string; readonly type: string } {
  return { path: resolve(folder, relation["Target"] ?? ""), type: relation["Type"]?.split("/").at(-1) ?? "" };
}

function resolve(folder: string, path: string): string {
  if (path.startsWith("/")) return path.slice(1);
  const steps: string[] = [];
  for (const step of `${folder}${path}`.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}

function workbookPath(pack: Package): string {
  const main = [...pack.relations("").values()].find((relation) => relation.type === "officeDocument");
  return main !== undefined && pack.name(main.path) !== null ? main.path : "xl/workbook.xml";
}

interface ListedSheet {
  readonly sheet: string;
  /** Its part; null where it has none that holds cells. */
  readonly path: string | null;
}

/** Kinds of relations that stand for something else among the sheets. */
const NO_WORKSHEET: ReadonlySet<string> = new Set(["chartsheet", "dialogsheet", "xlMacrosheet", "xlIntlMacrosheet"]);

/** The sheets in order. One whose part is lost is not listed: the library then misses it too. */
function listedSheets(pack: Package): ListedSheet[] {
  const path = workbookPath(pack);
  const relations = pack.relations(path);
  return elements(pack.text(path) ?? "", "sheet").flatMap((sheet): ListedSheet[] => {
    const { id = "", name } = sheet;
    if (name === undefined) return [];
    const part = relations.get(id);
    // A module of an old workbook has an empty id.
    if (id === "" || NO_WORKSHEET.has(part?.type ?? "")) return [{ sheet: name, path: null }];
    const found = part === undefined ? null : pack.name(part.path);
    return found === null ? [] : [{ sheet: name, path: found }];
  });
}

const EMPTY_SHEET = "kaohe-empty";

/** Gives the library an empty sheet for each that has no cells: one relation that it cannot follow would make it guess all the others. */
function withEmptySheets(pack: Package, listed: readonly ListedSheet[]): Parts {
  const passedOver = new Set(listed.flatMap(({ sheet, path }) => (path === null ? [sheet] : [])));
  const path = workbookPath(pack);
  const cut = path.lastIndexOf("/") + 1;
  const relations = pack.name(`${path.slice(0, cut)}_rels/${path.slice(cut)}.rels`);
  if (passedOver.size === 0 || relations === null) return new Map();
  const book = (pack.text(path) ?? "").replace(/<(?:[\w.-]+:)?sheet\s[^>]*>/g, (tag) =>
    passedOver.has(attributesOf(tag)["name"] ?? "")
      ? tag.replace(/(\s[\w.-]+:id\s*=\s*)(?:"[^"]*"|'[^']*')/, (_, id: string) => `${id}"${EMPTY_SHEET}"`)
      : tag,
  );
  const type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet";
  const linked = (pack.text(relations) ?? "").replace(
    /<\/((?:[\w.-]+:)?)Relationships>/,
    (end, prefix: string) => `<${prefix}Relationship Id="${EMPTY_SHEET}" Type="${type}" Target="${EMPTY_SHEET}.xml"/>${end}`,
  );
  const texts: readonly (readonly [string, string])[] = [
    [pack.name(path) ?? path, book],
    [relations, linked],
    [
      `${path.slice(0, cut)}${EMPTY_SHEET}.xml`,
      '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>',
    ],
  ];
  return new Map(texts.map(([name, text]) => [name, new TextEncoder().encode(text)]));
}

function tablesOf(pack: Package, sheetPath: string): ListTable[] {
  const tables = [...pack.relations(sheetPath).values()].filter((relation) => relation.type === "table");
  return tables.flatMap((relation) => {
    const [table] = elements(pack.text(relation.path) ?? "", "table");
    const area = parseA1(table?.["ref"] ?? "");
    if (table === undefined || area === null) return [];
    const name = table["displayName"] ?? table["name"] ?? "";
    // Header rows are 1 unless said otherwise; a totals row is only there where its count says so.
    return [{ name, area, hasHeader: table["headerRowCount"] !== "0", hasTotals: Number(table["totalsRowCount"] ?? "0") > 0 }];
  });
}

function settingsOf(pack: Package): string | null {
  for (const [name, bytes] of pack.parts) {
    if (!/^customXml\/item\d+\.xml$/i.test(name) || bytes.length > LONGEST_SETTINGS) continue;
    const xml = decodePart(bytes).replace(/^\uFEFF/, "");
    const root = /<(?![?!])(?:([\w.-]+):)?[\w.-]+([^>]*)>/.exec(xml);
    if (root !== null && declares(root[2] ?? "", root[1])) return xml;
  }
  return null;
}

/** Whether the root element's own prefix stands for our namespace. */
function declares(attributes: string, prefix: string | undefined): boolean {
  const declaration = prefix === undefined ? "xmlns" : `xmlns:${prefix}`;
  return new RegExp(`(?:^|\\s)${declaration}\\s*=\\s*["']${SETTINGS_NAMESPACE}["']`).test(attributes);
}

/** The library counts shared strings by their closing tags, so an empty `<si/>` would shift all that follow. */
function withWholeStrings(bytes: Uint8Array): Uint8Array {
  const text = decodePart(bytes);
  if (!/<(?:\w+:)?si(?:\s[^>]*)?\/>|<(?:\w+:)?si\s[^>]*>/.test(text)) return bytes;
  const whole = text.replace(/<(\w+:)?si(?:\s[^>]*)?\/>/g, "<$1si><$1t></$1t></$1si>").replace(/<(\w+:)?si\s[^>]*>/g, "<$1si>");
  return new TextEncoder().encode(whole);
}

/** Chinese Excel uses the date formats 27–58 without writing them down; the library takes them for plain numbers. */
function withChineseFormats(bytes: Uint8Array): Uint8Array {
  const text = decodePart(bytes);
  const written = new Set(elements(text, "numFmt").map((format) => format["numFmtId"]));
  const used = new Set(elements(text, "xf").map((format) => format["numFmtId"]));
  const added = Object.entries(chineseFormats).filter(([id]) => used.has(id) && !written.has(id));
  if (added.length === 0) return bytes;
  const formats = (prefix: string) =>
    added.map(([id, code]) => `<${prefix}numFmt numFmtId="${id}" formatCode="${code.replaceAll('"', "&quot;")}"/>`).join("");
  const inList = /<(\w+:)?numFmts(?:\s[^>]*[^/])?>/;
  const whole = inList.test(text)
    ? text.replace(inList, (list: string, prefix: string | undefined) => list + formats(prefix ?? ""))
    : text.replace(/<(\w+:)?styleSheet[^>]*>/, (root: string, named: string | undefined) => {
        const prefix = named ?? "";
        return `${root}<${prefix}numFmts>${formats(prefix)}</${prefix}numFmts>`;
      });
  return new TextEncoder().encode(whole);
}

function mended(name: string, bytes: Uint8Array): Uint8Array {
  if (/sharedStrings\.xml$/i.test(name)) return withWholeStrings(bytes);
  if (/styles\.xml$/i.test(name)) return withChineseFormats(bytes);
  return bytes;
}

const EMPTY = new Uint8Array();

/** Reads the package of an .xlsx around its cells. */
export function openOfficePackage(parts: Parts): OfficePackage {
  const pack = new Package(parts);
  const listed = listedSheets(pack);
  const thinned = new Map([
    ...[...parts].map(([name, bytes]): [string, Uint8Array] => [name, mended(name, bytes)]),
    ...withEmptySheets(pack, listed),
  ]);
  const sheets = new Map<string, SheetFacts>();
  let cells = 0;
  for (const { sheet, path } of listed) {
    const { xml, ...facts } = thinSheetPart(path === null ? EMPTY : (parts.get(path) ?? EMPTY));
    if (path !== null) thinned.set(path, xml);
    cells += facts.cells;
    sheets.set(sheet, { ...facts, tables: path === null ? [] : tablesOf(pack, path), isPassedOver: path === null });
  }
  return { parts: thinned, sheets, settingsXml: settingsOf(pack), cells };
}
