/**
 * Sheets drawn as text, one line a row, so that a form looks in the code as it does on the screen, the planted faults in their cells.
 * First mark of a line: `-` not a table's, `H` header, `K kind` column keys of the header above (no row), `R` record, `r` hidden record.
 * A cell: `<` merged with the left one, `^` with the one above, `'18` text, `@2024-9-25` date, `%0.8` share, `[0.0]59.96` number in a format, `=SUM(E~:I~)→89` formula in row ~,
 * `␣` space, `⏎` line break; behind it `{code}`, `{code:level}`, or `{?code}` for what may come. In a K line `‖` parts blocks side by side.
 */
import { a1, letters, Page, rangeA1, type Book, type Cell, type Expected, type ExpectedTable, type FileKind, type Level, type Rect } from "./book";
import { headerInDisorder } from "./noise";
import { serial } from "./people";

const LOGIC = new Set(
  "cell.not-a-number cell.formula-error score.out-of-range score.missing score.item-mismatch score.total-mismatch score.result-mismatch hours.credit-mismatch hours.total-mismatch hours.not-half-days hours.ledger-mismatch bonus.not-entitled bonus.not-multiple person.duplicate person.id-invalid person.not-in-roster person.missing date.unreadable choice.unknown column.missing".split(" "),
);
const UNKNOWN = new Set(["rule.not-evaluable", "table.not-found"]);
const ERRORS = ["#DIV/0!", "#REF!", "#N/A", "#NAME?", "#VALUE!"] as const;

/** What a kind of file does not keep as it is written here: formulas and hidden rows, in .ods error values too. */
const LOST_CODES = ["row.hidden", "formula.overtyped", "formula.range-short", "cell.addin-missing"];
const lostIn = (kind: FileKind): readonly string[] => (kind === "xlsx" ? [] : kind === "ods" ? [...LOST_CODES, "cell.formula-error"] : LOST_CODES);

function levelOf(code: string, said: string | undefined): Level {
  if (said === "logic" || said === "experience" || said === "unknown") return said;
  return LOGIC.has(code) ? "logic" : UNKNOWN.has(code) ? "unknown" : "experience";
}

interface Block {
  readonly kind: string;
  readonly left: number;
  readonly right: number;
  readonly keys: readonly string[];
  readonly headTop: number;
  readonly headBottom: number;
  readonly rows: number[];
}

export interface Drawing {
  readonly page: Page;
  readonly tables: readonly ExpectedTable[];
  readonly expected: readonly Expected[];
  readonly allowed: Book["allowed"];
}

export interface Look {
  readonly state?: Page["state"];
  /** Letters of hidden columns. */
  readonly hideColumns?: readonly string[];
}

function plainCell(text: string, row: number): Cell {
  if (text.startsWith("=")) return formulaCell(text.slice(1), row);
  if (text.startsWith("'")) return { value: shown(text.slice(1)) };
  if (/^@\d/.test(text)) {
    const [y = 0, m = 1, d = 1] = text.slice(1).split("-").map(Number);
    return { value: serial(y, m, d), format: "yyyy-mm-dd" };
  }
  if (/^%\d/.test(text)) return { value: Number(text.slice(1)), format: "0.00%" };
  const formatted = /^\[([^\]]+)\](-?\d+(?:\.\d+)?)$/.exec(text);
  if (formatted) return { value: Number(formatted[2]), format: formatted[1] ?? "0" };
  return /^-?\d+(\.\d+)?$/.test(text) ? { value: Number(text) } : { value: shown(text) };
}

const shown = (text: string): string => text.replaceAll("␣", " ").replaceAll("⏎", "\n");

function formulaCell(text: string, row: number): Cell {
  const [source = "", result] = text.split("→");
  const formula = source.replaceAll("~", String(row + 1));
  if (result === undefined) return { value: null, formula, bare: true };
  const error = ERRORS.find((one) => one === result);
  if (error !== undefined) return { value: null, formula, error };
  return { value: /^-?\d+(\.\d+)?$/.test(result) ? Number(result) : result, formula };
}

class Pen {
  readonly page: Page;
  readonly expected: Expected[] = [];
  readonly allowed: { code: string; sheet: string; cell: string }[] = [];
  private readonly blocks: Block[] = [];
  private readonly anchors = new Map<string, Rect>();
  private open: Block[] = [];
  private heads: { row: number; cells: readonly string[] }[] = [];
  private row = 0;

  constructor(name: string) {
    this.page = new Page(name);
  }

  line(text: string): void {
    const mark = text.slice(0, 1);
    const cells = text.slice(1).split("|").map((one) => one.trim());
    if (mark === "K") {
      this.keys(text.slice(1).trim());
      return;
    }
    if (!"-HRr".includes(mark)) throw new RangeError(`no such line: ${text}`);
    if (mark === "H") this.heads.push({ row: this.row, cells });
    cells.forEach((cell, column) => this.cell(cell, column, mark === "H"));
    if (mark === "R" || mark === "r") for (const block of this.open) if (cells.slice(block.left, block.right + 1).some((one) => one !== "" && one !== "^")) block.rows.push(this.row);
    if (mark === "r") this.page.hiddenRows.add(this.row);
    this.row++;
  }

  private keys(text: string): void {
    const [kinds = "", ...rest] = text.split(" ");
    const keys = rest.join(" ").split("|").map((one) => one.trim());
    const top = this.heads[0]?.row ?? 0;
    const bottom = this.heads[this.heads.length - 1]?.row ?? 0;
    const isHeaded = (column: number): boolean => this.heads.some(({ cells }) => (cells[column] ?? "") !== "");
    const names = kinds.split("+");
    const parts: number[][] = [[]];
    keys.forEach((key, column) => {
      if (key === "‖") parts.push([]);
      else if (isHeaded(column)) parts[parts.length - 1]?.push(column);
    });
    this.open = parts.map((columns, index): Block => {
      const left = columns[0] ?? 0;
      return { kind: names[index] ?? names[0] ?? "", left, right: columns[columns.length - 1] ?? left, keys, headTop: top, headBottom: bottom, rows: [] };
    });
    this.blocks.push(...this.open);
    this.heads = [];
  }

  private cell(text: string, column: number, isHeader: boolean): void {
    const { row } = this;
    if (text === "") return;
    if (text === "<" || text === "^") {
      const anchor = this.anchors.get(text === "<" ? a1(row, column - 1) : a1(row - 1, column));
      if (!anchor) throw new RangeError(`nothing to merge with at ${a1(row, column)}`);
      const grown = { ...anchor, right: Math.max(anchor.right, column), bottom: Math.max(anchor.bottom, row) };
      this.page.merges.splice(0, this.page.merges.length, ...this.page.merges.filter((one) => one.top !== anchor.top || one.left !== anchor.left));
      this.page.merge(grown);
      for (let r = grown.top; r <= grown.bottom; r++) for (let c = grown.left; c <= grown.right; c++) this.anchors.set(a1(r, c), grown);
      return;
    }
    const [, body = "", notes = ""] = /^(.*?)(?:\{([^{}]*)\})?$/s.exec(text) ?? [];
    this.page.put(row, column, isHeader ? { value: headerInDisorder(shown(body)) } : plainCell(body, row));
    this.anchors.set(a1(row, column), { top: row, left: column, bottom: row, right: column });
    for (const note of notes.split(",").filter((one) => one !== "")) this.note(note.trim(), row, column, isHeader);
  }

  private note(note: string, row: number, column: number, isHeader: boolean): void {
    const sheet = this.page.name;
    const cell = a1(row, column);
    if (note.startsWith("?")) {
      this.allowed.push({ code: note.slice(1), sheet, cell });
      return;
    }
    const [code = "", level] = note.split(":");
    const also = isHeader ? [1, 2].map((down) => a1(row + down, column)) : undefined;
    this.expected.push({ code, level: levelOf(code, level), sheet, cell: code === "row.hidden" ? `row ${row + 1}` : cell, ...(also && { also }), why: "drawn" });
  }

  drawing(): Drawing {
    const tables = this.blocks.map(({ kind, left, right, keys, headTop, headBottom, rows }): ExpectedTable => {
      const columns: Record<string, string> = {};
      for (let column = left; column <= right; column++) {
        const key = keys[column] ?? "";
        if (key !== "") columns[key === "*" ? `*${column}` : key.replaceAll("/", "|")] = letters(column);
      }
      const header = { top: headTop, left, bottom: headBottom, right };
      const body = { top: rows[0] ?? 0, left, bottom: rows[rows.length - 1] ?? 0, right };
      return { sheet: this.page.name, kind, header: rangeA1(header), headerToo: rangeA1({ ...header, bottom: headBottom + 1 }), body: rows.length === 0 ? "" : rangeA1(body), rows: rows.length, columns };
    });
    return { page: this.page, tables, expected: this.expected, allowed: this.allowed };
  }
}

/** One sheet from its lines; empty lines of the text are dropped, an empty row is `-`. */
export function sheet(name: string, lines: readonly string[] | string, look: Look = {}): Drawing {
  const pen = new Pen(name);
  const list = (typeof lines === "string" ? lines.split("\n") : lines.flatMap((one) => one.split("\n"))).map((one) => one.trim()).filter((one) => one !== "");
  for (const line of list) pen.line(line);
  if (look.state !== undefined) pen.page.state = look.state;
  for (const letter of look.hideColumns ?? []) pen.page.hiddenColumns.add([...letter].reduce((total, mark) => total * 26 + mark.charCodeAt(0) - 64, 0) - 1);
  return pen.drawing();
}

export interface Drawn {
  readonly name: string;
  readonly kind: FileKind;
  readonly policy: string;
  readonly asOf?: string;
  readonly sheets: readonly Drawing[];
  readonly says?: readonly string[];
}

/** The sheets of a whole workbook drawn in one text: a line `§ 名` begins each. */
export function sheetsOf(lines: string): Drawing[] {
  return lines
    .split("§")
    .slice(1)
    .map((part) => {
      const [title = "", ...rest] = part.split("\n");
      return sheet(title.trim(), rest.filter((line) => line.trim() !== "").join("\n"));
    });
}

/** The book of drawn sheets; in a CSV only the first, under the file's name, without merges. */
export function drawnBook({ name, kind, policy, asOf = "2025-01-10", sheets, says = [] }: Drawn): Book {
  const isText = kind.startsWith("csv");
  const used = isText ? sheets.slice(0, 1) : sheets;
  const rename = <T extends { readonly sheet: string }>(one: T): T => (isText ? { ...one, sheet: name } : one);
  const lost = [...lostIn(kind), ...(isText ? ["cell.text-number", "person.id-precision"] : [])];
  const isSeen = (code: string): boolean => !lost.includes(code);
  return {
    name,
    kind,
    policy,
    asOf,
    pages: used.map((one) => one.page),
    expected: used.flatMap((one) => one.expected.filter(({ code }) => isSeen(code)).map(rename)),
    allowed: used.flatMap((one) => one.allowed.map((may) => ({ ...may, ...(isText && { sheet: name }) }))),
    tables: used.flatMap((one) => one.tables.map(rename)),
    says,
  };
}
