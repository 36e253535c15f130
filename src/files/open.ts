/**
 * Workbook files of every kind that schools send, to the cells that the check reads: .xlsx .xlsm .xls .et .ods .csv, and
 * the web pages and XML that some systems call .xls. The content decides, not the name. Everything happens in memory; the
 * file itself is never written.
 */
import { OWN_MARKS } from "../check/own-marks";
import { ArchiveError, CONTENT_TYPES, openArchive, type ArchiveFault, type Parts } from "./archive";
import { NO_ARRAYS } from "./array-areas";
import { declaredEncoding, decodeMixed, decodeText } from "./characters";
import { readDelimited } from "./delimited";
import type { FileSheet, FileWorkbook, SheetFrame } from "./frame";
import { GridSheet } from "./grid";
import { baseName, extension, fileKind } from "./kind";
import { LIMITS, megabytes, type Limits } from "./limits";
import { openOfficePackage, type SheetFacts } from "./office-open";
import { isOpenDocument, readContent, readOpenDocument, withoutArrays } from "./open-document";
import { unescaped } from "./markup";
import { NO_PLAIN_CELLS } from "./plain-cells";
import { FileProblem, type FileProblemId } from "./problem";
import { readBinary, readMarkup, readParts, rowsOf, tablesOf, type LibraryBook } from "./sheetjs";
import { TextSheet } from "./text-sheet";
import type { Area, SheetVisibility, WorkbookOrigin } from "../table/workbook";

export interface OpenOptions {
  /** Narrower bounds than `LIMITS`. */
  readonly limits?: Partial<Limits>;
}

/** A file on its way: what every step of the reading needs to know of it. */
interface Source {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly limits: Limits;
}

const NO_FACTS: SheetFacts = { tables: [], hiddenRows: new Set(), hiddenColumns: [], isProtected: false, cells: 0 };

function problem(source: Source, id: FileProblemId, cause?: unknown): FileProblem {
  const { name, bytes, limits } = source;
  const limit: Partial<Record<FileProblemId, number>> = {
    "file.too-large": megabytes(limits.fileBytes),
    "file.unpacked-too-large": megabytes(limits.unpackedBytes),
    "file.too-many-cells": Math.ceil(limits.cells / 10_000),
  };
  return new FileProblem(id, { file: name, size: megabytes(bytes.length), limit: limit[id] ?? 0 }, cause);
}

const ARCHIVE_PROBLEMS: Readonly<Record<ArchiveFault, FileProblemId>> = {
  broken: "file.broken",
  encrypted: "file.encrypted",
  "too-large": "file.unpacked-too-large",
};

/** Turns whatever a library throws into a message for the clerk. */
function explained(source: Source, fault: unknown): FileProblem {
  if (fault instanceof FileProblem) return fault;
  if (fault instanceof ArchiveError) return problem(source, ARCHIVE_PROBLEMS[fault.fault], fault);
  const text = fault instanceof Error ? fault.message : "";
  if (/password|encrypt/i.test(text)) return problem(source, "file.encrypted", fault);
  if (/not a spreadsheet|unsupported|cannot find workbook|could not find workbook|invalid html/i.test(text)) {
    return problem(source, "file.not-workbook", fault);
  }
  return problem(source, "file.broken", fault);
}

function refuseMany(source: Source, cells: number): void {
  if (cells > source.limits.cells) throw problem(source, "file.too-many-cells");
}

interface RawRange {
  readonly s: { readonly r: number; readonly c: number };
  readonly e: { readonly r: number; readonly c: number };
}

function areaOf({ s, e }: RawRange): Area {
  return { top: s.r, left: s.c, bottom: e.r, right: e.c };
}

function visibilityOf(hidden: unknown): SheetVisibility {
  if (hidden === 2) return "veryHidden";
  return hidden === 1 ? "hidden" : "visible";
}

/** What the library itself tells of a sheet's hidden rows, columns and protection (.xls and XML spreadsheets). */
function factsOf(sheet: LibraryBook["Sheets"][string]): SheetFacts {
  const hiddenRows = new Set<number>();
  sheet["!rows"]?.forEach((row, index) => {
    if (row.hidden) hiddenRows.add(index);
  });
  const hiddenColumns: (readonly [number, number])[] = [];
  sheet["!cols"]?.forEach((column, index) => {
    if (column.hidden) hiddenColumns.push([index, index]);
  });
  return { ...NO_FACTS, hiddenRows, hiddenColumns, isProtected: Boolean(sheet["!protect"]) };
}

/** Excel allows 31 characters, other programs more, but none a book. */
const LONGEST_NAME = 1000;

/** False for charts, dialogs and programs, which stand among the sheets of some formats. */
function holdsCells(sheet: LibraryBook["Sheets"][string]): boolean {
  return (sheet["!type"] ?? "sheet") === "sheet";
}

interface BookFacts {
  readonly origin: WorkbookOrigin;
  readonly settingsXml: string | null;
  readonly sheets: ReadonlyMap<string, SheetFacts & { readonly isHidden?: boolean }>;
  /** The library gives names as they stand in the XML. */
  readonly namesAreEscaped?: boolean;
}

/** The places of the sheets that we wrote ourselves (检查报告, 学时证明): each carries a hidden name of ours. */
function ownSheets(book: LibraryBook): ReadonlySet<number> {
  const names = book.Workbook?.Names ?? [];
  return new Set(names.flatMap(({ Name, Sheet: at }) => (at !== undefined && OWN_MARKS.includes(Name) ? [at] : [])));
}

function asWorkbook(source: Source, book: LibraryBook, { origin, settingsXml, sheets, namesAreEscaped = false }: BookFacts): FileWorkbook {
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  const tables = tablesOf(book);
  const own = ownSheets(book);
  // Then the list of sheets is damaged.
  if (book.SheetNames.some((name) => name.length > LONGEST_NAME)) throw problem(source, "file.broken");
  const listed = book.SheetNames.flatMap((listedName, index): FileSheet[] => {
    if (own.has(index)) return [];
    const sheet = book.Sheets[listedName];
    const name = namesAreEscaped ? unescaped(listedName) : listedName;
    // The library drops a sheet that it cannot read; a check of the rest would look like a check of all.
    if (sheet === undefined) throw problem(source, "file.broken");
    const facts = sheets.get(name) ?? factsOf(sheet);
    if (facts.isPassedOver === true || !holdsCells(sheet)) return [];
    const hidden: unknown = "isHidden" in facts && facts.isHidden === true ? 1 : book.Workbook?.Sheets?.[index]?.Hidden;
    const frame: SheetFrame = { name, visibility: visibilityOf(hidden), merges: (sheet["!merges"] ?? []).map(areaOf), date1904, facts };
    const { plain = NO_PLAIN_CELLS, arrays = NO_ARRAYS } = facts;
    // A cell that names a shared text which is not there: the file lost a part.
    if (plain.lastText >= tables.texts.length) throw problem(source, "file.broken");
    return [new GridSheet(frame, { rows: rowsOf(sheet), plain, arrays, tables })];
  });
  return { name: source.name, origin, date1904, sheets: listed, settingsXml, ownSheets: own.size };
}

const OPEN_DOCUMENT = { origin: "spreadsheet", settingsXml: null, namesAreEscaped: true } as const;

function openDocumentFile(source: Source, parts: Parts): FileWorkbook {
  const document = readOpenDocument(parts);
  if (document.isEncrypted) throw problem(source, "file.encrypted");
  if (!document.isSpreadsheet) throw problem(source, "file.not-workbook");
  refuseMany(source, document.cells);
  return asWorkbook(source, readParts(document.parts), { ...OPEN_DOCUMENT, sheets: document.sheets });
}

function openZip(source: Source): FileWorkbook {
  const parts = openArchive(source.bytes, source.limits);
  if (isOpenDocument(parts)) return openDocumentFile(source, parts);
  const names = [...parts.keys()];
  if (names.some((name) => /^(?:word|ppt|visio)\//i.test(name)) || !parts.has(CONTENT_TYPES)) throw problem(source, "file.not-workbook");
  const office = openOfficePackage(parts);
  refuseMany(source, office.cells);
  return asWorkbook(source, readParts(office.parts), { origin: "spreadsheet", settingsXml: office.settingsXml, sheets: office.sheets });
}

/** Whether a stream of that name stands in an OLE container's directory (names are UTF-16 there). */
function hasStream(bytes: Uint8Array, name: string): boolean {
  const wanted = Uint8Array.from([...name].flatMap((letter) => [letter.charCodeAt(0), 0]));
  const first = wanted[0] ?? 0;
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
    // Directory entries are 128 bytes long and stand at multiples of that.
    if (at % 128 === 0 && wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}

function openOle(source: Source): FileWorkbook {
  const { bytes } = source;
  if (hasStream(bytes, "EncryptedPackage")) throw problem(source, "file.encrypted");
  // A workbook may hold Word documents, and the other way round; then the library tells which of them the file is.
  const isOther = hasStream(bytes, "WordDocument") || hasStream(bytes, "PowerPoint Document");
  if (isOther && !hasStream(bytes, "Workbook") && !hasStream(bytes, "Book")) throw problem(source, "file.not-workbook");
  return openBinary(source);
}

function openBinary(source: Source): FileWorkbook {
  return asWorkbook(source, readBinary(source.bytes), { origin: "spreadsheet", settingsXml: null, sheets: new Map() });
}

const TEXT_NAMES: ReadonlySet<string> = new Set(["csv", "tsv", "txt", "tab"]);
/** Endings under which text may stand in for a workbook; a readme is none. */
const TABLE_NAMES: ReadonlySet<string> = new Set([...TEXT_NAMES, "xls", "et", "xlsx", "xlsm"]);

function openText(source: Source): FileWorkbook {
  const text = decodeText(source.bytes, declaredEncoding(source.bytes))?.replace(/^\uFEFF/, "");
  if (text === undefined) throw problem(source, "file.no-text");
  if (/^\s*</.test(text)) return openMarkup(source, text);
  return openDelimited(source, text);
}

function openMixed(source: Source): FileWorkbook {
  const text = TEXT_NAMES.has(extension(source.name)) ? decodeMixed(source.bytes) : null;
  if (text === null) throw problem(source, "file.not-workbook");
  return openDelimited(source, text);
}

function openDelimited(source: Source, text: string): FileWorkbook {
  if (!TABLE_NAMES.has(extension(source.name))) throw problem(source, "file.not-workbook");
  const { rows, cells } = readDelimited(text, source.limits.cells);
  refuseMany(source, cells);
  if (cells === 0) throw problem(source, "file.empty");
  const frame: SheetFrame = { name: baseName(source.name), visibility: "visible", merges: [], date1904: false, facts: NO_FACTS };
  return { name: source.name, origin: "text", date1904: false, sheets: [new TextSheet(frame, rows)], settingsXml: null, ownSheets: 0 };
}

function openFlatDocument(source: Source, text: string): FileWorkbook {
  const { sheets, cells, isSpreadsheet } = readContent(text);
  if (!isSpreadsheet) throw problem(source, "file.not-workbook");
  refuseMany(source, cells);
  return asWorkbook(source, readMarkup(withoutArrays(text)), { ...OPEN_DOCUMENT, sheets });
}

function openMarkup(source: Source, text: string): FileWorkbook {
  if (/<office:document\b/.test(text.slice(0, 4096))) return openFlatDocument(source, text);
  const isXmlSpreadsheet = /urn:schemas-microsoft-com:office:spreadsheet/.test(text.slice(0, 4096)) && /<(?:\w+:)?Workbook\b/.test(text);
  if (!isXmlSpreadsheet && !/<table\b/i.test(text)) throw problem(source, "file.not-workbook");
  // The cells of a web page are text, whatever they look like.
  const origin = isXmlSpreadsheet ? "spreadsheet" : "text";
  return asWorkbook(source, readMarkup(text), { origin, settingsXml: null, sheets: new Map() });
}

function open(source: Source): FileWorkbook {
  switch (fileKind(source.bytes)) {
    case "zip":
      return openZip(source);
    case "ole":
      return openOle(source);
    case "biff":
      return openBinary(source);
    case "text":
      return openText(source);
    case "mixed":
      return openMixed(source);
    case "other":
      throw problem(source, "file.not-workbook");
  }
}

/**
 * Opens a workbook file.
 * @param bytes the whole file
 * @param name its name; a text file's sheet is called after it
 * @throws FileProblem with a message for the clerk, and nothing else
 */
export function openWorkbook(bytes: Uint8Array, name: string, options: OpenOptions = {}): FileWorkbook {
  const source: Source = { bytes, name, limits: { ...LIMITS, ...options.limits } };
  if (bytes.length === 0) throw problem(source, "file.empty");
  if (bytes.length > source.limits.fileBytes) throw problem(source, "file.too-large");
  try {
    return open(source);
  } catch (fault) {
    throw explained(source, fault);
  }
}
