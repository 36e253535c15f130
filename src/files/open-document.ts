/**
 * What the reading library does not tell of an .ods: hidden rows, columns and sheets, protection, and how many cells its
 * repeat counts stand for (a few bytes can claim a whole sheet of values).
 */
import { CONTENT_TYPES, type Parts } from "./archive";
import { ArrayAreas } from "./array-areas";
import { attributesOf, isTrue, type Attributes } from "./markup";
import type { SheetFacts } from "./office-open";

export interface DocumentFacts extends SheetFacts {
  readonly isHidden: boolean;
}

interface Content {
  readonly sheets: ReadonlyMap<string, DocumentFacts>;
  readonly cells: number;
  readonly isSpreadsheet: boolean;
}

export interface OpenDocument extends Content {
  /** The parts as the library shall read them. */
  readonly parts: Parts;
  readonly isEncrypted: boolean;
}

/** What was kept of the sheets of other files to which formulas refer: no sheet of this one. */
const OTHER_FILE = /^'[a-z]+:\/\/.*'#/i;

/** A sheet's filler rows below the table are repeated a million times: none of them is listed as hidden. */
const FILLER = 100_000;

const MATRIX = "number-matrix-";

/** Most rows and cells carry neither; their attributes are not taken apart. */
const REPEATED_OR_HIDDEN = /-repeated|visibility/;

function repeats(attributes: Attributes, name: string): number {
  const count = Number(attributes[name] ?? "1");
  return Number.isInteger(count) && count > 0 ? count : 1;
}

function isHidden(attributes: Attributes): boolean {
  const visibility = attributes["visibility"];
  return visibility === "collapse" || visibility === "filter";
}

class DocumentSheet implements DocumentFacts {
  readonly tables = [];
  readonly savesErrorsAsText = true;
  readonly isPassedOver: boolean;
  readonly arrays = new ArrayAreas();
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns: (readonly [number, number])[] = [];
  readonly isProtected: boolean;
  cells = 0;
  private row = 0;
  private rowRepeats = 1;
  /** Of the columns listed above the rows, then of the cells of a row. */
  private column = 0;

  constructor(
    attributes: Attributes,
    readonly isHidden: boolean,
  ) {
    this.isProtected = isTrue(attributes["protected"]);
    this.isPassedOver = OTHER_FILE.test(attributes["name"] ?? "");
  }

  addColumns(attributes: Attributes): void {
    const count = repeats(attributes, "number-columns-repeated");
    if (isHidden(attributes)) this.hiddenColumns.push([this.column, this.column + count - 1]);
    this.column += count;
  }

  startRow(text: string): void {
    const attributes = attributesOf(REPEATED_OR_HIDDEN.test(text) ? text : "");
    this.rowRepeats = repeats(attributes, "number-rows-repeated");
    if (isHidden(attributes) && this.rowRepeats < FILLER) {
      for (let row = this.row; row < this.row + this.rowRepeats; row += 1) this.hiddenRows.add(row);
    }
    this.row += this.rowRepeats;
    this.column = 0;
  }

  addCell(text: string): void {
    const columns = text.includes("-repeated") ? repeats(attributesOf(text), "number-columns-repeated") : 1;
    if (text.includes("value-type")) this.cells += this.rowRepeats * columns;
    if (text.includes(MATRIX)) this.addArray(attributesOf(text));
    this.column += columns;
  }

  private addArray(attributes: Attributes): void {
    const [top, left] = [this.row - this.rowRepeats, this.column];
    const bottom = top + repeats(attributes, "number-matrix-rows-spanned") - 1;
    const right = left + repeats(attributes, "number-matrix-columns-spanned") - 1;
    if (bottom > top || right > left) this.arrays.add({ top, left, bottom, right });
  }
}

/** Names of the table styles that hide their sheet. */
function hidingStyles(content: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const match of content.matchAll(/<style:style\s([^>]*)>\s*<style:table-properties\s([^>]*)>/g)) {
    const name = attributesOf(match[1] ?? "")["name"];
    if (name !== undefined && attributesOf(match[2] ?? "")["display"] === "false") found.add(name);
  }
  return found;
}

function readSheets(content: string): Map<string, DocumentSheet> {
  const hiding = hidingStyles(content);
  const sheets = new Map<string, DocumentSheet>();
  let sheet: DocumentSheet | null = null;
  for (const [, name, text = ""] of content.matchAll(/<table:(table|table-row|table-column|(?:covered-)?table-cell)(?=[\s/>])([^>]*)>/g)) {
    if (name === "table") {
      const attributes = attributesOf(text);
      sheet = new DocumentSheet(attributes, hiding.has(attributes["style-name"] ?? ""));
      sheets.set(attributes["name"] ?? "", sheet);
    } else if (name === "table-row") sheet?.startRow(text);
    else if (name === "table-column") sheet?.addColumns(attributesOf(text));
    else sheet?.addCell(text);
  }
  return sheets;
}

function partText(parts: Parts, name: string): string {
  const bytes = parts.get(name);
  return bytes === undefined ? "" : new TextDecoder().decode(bytes);
}

/** The library compares each cell with the area of each array formula; the areas were noted here. */
export function withoutArrays(content: string): string {
  return content.includes(MATRIX) ? content.replace(/\stable:number-matrix-(?:rows|columns)-spanned="\d*"/g, "") : content;
}

/** The parts as the library shall read them; it cannot do without styles, a document can. */
function readable(parts: Parts, content: string): Parts {
  const encoder = new TextEncoder();
  const styles = parts.get("styles.xml") ?? encoder.encode("<office:document-styles/>");
  const shorter = withoutArrays(content);
  const whole = new Map([...parts, ["styles.xml", styles] as const]);
  return shorter === content ? whole : whole.set("content.xml", encoder.encode(shorter));
}

export function isOpenDocument(parts: Parts): boolean {
  return parts.has("META-INF/manifest.xml") && !parts.has(CONTENT_TYPES);
}

/** What the content tells of the sheets. */
export function readContent(content: string): Content {
  const sheets = readSheets(content);
  const cells = [...sheets.values()].reduce((sum, sheet) => sum + sheet.cells, 0);
  return { sheets, cells, isSpreadsheet: /<office:spreadsheet/.test(content) };
}

const NOTHING: Content = { sheets: new Map<string, DocumentFacts>(), cells: 0, isSpreadsheet: true };

export function readOpenDocument(parts: Parts): OpenDocument {
  const isEncrypted = /encryption-data/.test(partText(parts, "META-INF/manifest.xml"));
  if (isEncrypted) return { ...NOTHING, parts, isEncrypted };
  const content = partText(parts, "content.xml");
  return { ...readContent(content), parts: readable(parts, content), isEncrypted };
}
