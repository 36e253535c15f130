/**
 * Lays a form out on a page the way clerks do: title, caption line, one to three header rows with merges, a letters row,
 * an example, records with subtotals, blank lines and repeated headers, totals, notes, footers. It knows where all landed.
 */
import { disturb } from "./noise";
import { a1, letters, rangeA1, type Cell, type Expected, type ExpectedTable, type Level, type Page, type Plain, type Rect } from "./book";

export interface FormColumn {
  /** The generator's own name of the column. */
  readonly id: string;
  /** The column key the reader must give, null for one that has none; "a|b" where either will do, "*" where any. */
  readonly key: string | null;
  /** Header texts from the top level to the column's own. */
  readonly header: readonly string[];
  readonly hidden?: boolean;
}

export interface Place {
  /** The cell of another column in the same row. */
  readonly at: (id: string) => string;
  readonly row: number;
}

export type Content = Plain | Cell | ((place: Place) => Cell);
export type FormRecord = Record<string, Content>;

export interface FormStyle {
  readonly top?: number;
  readonly left?: number;
  readonly titles?: readonly string[];
  /** Cells of the line under the title: text at a share of the width. */
  readonly captions?: readonly string[];
  readonly letters?: "甲乙丙" | "ABC" | "123" | "栏次";
  readonly example?: FormRecord;
  /** A subtotal row after each run of the same value of this column. */
  readonly subtotalBy?: string;
  readonly subtotalLabel?: string;
  readonly total?: string;
  readonly average?: string;
  /** Columns summed in subtotal, total and average rows. */
  readonly sums?: readonly string[];
  readonly sumsTyped?: boolean;
  /** The SUM of the total row leaves out the last n records (a fault). */
  readonly sumMisses?: number;
  /** Runs of the same value of this column are merged downwards. */
  readonly mergeDown?: string;
  readonly blankEvery?: number;
  readonly repeatHeaderEvery?: number;
  readonly notes?: readonly string[];
  readonly footer?: readonly string[];
  /** A row under the header with the full scores, as forms print it. */
  readonly fullScores?: { readonly label: string; readonly at: string; readonly values: Readonly<Record<string, Plain>> };
  /** Rows of figures under the records: 最高分, 最低分, 合格率. */
  readonly stats?: readonly { readonly label: string; readonly values: Readonly<Record<string, Plain | Cell>> }[];
  /** A merged row with this column's value before each run of it (一、中学组). */
  readonly sectionBy?: string;
  readonly sectionText?: (value: string, count: number, index: number) => string;
  /** Title and header again, as at the head of each printed page. */
  readonly pageEvery?: number;
  readonly hiddenRecords?: readonly number[];
  readonly gapBeforeFooter?: number;
}

export interface Placed {
  readonly page: Page;
  cell(record: number, id: string): string;
  row(record: number): number;
  column(id: string): number;
  has(id: string): boolean;
  readonly columns: readonly FormColumn[];
  /** Bottom cell of the header. */
  head(id: string): string;
  /** Every cell of the header's (merged) cell. */
  headCells(id: string): string[];
  readonly header: Rect;
  readonly body: Rect;
  readonly bottom: number;
  /** The cells of the total row. */
  totalCell(id: string): string;
  readonly expected: ExpectedTable;
  readonly skipping: readonly string[];
}

const LETTERS = { 甲乙丙: "甲乙丙丁戊己庚辛壬癸", ABC: "ABCDEFGHIJKLMNOPQRSTUVWXYZ" };

function letterOf(kind: NonNullable<FormStyle["letters"]>, index: number): Plain {
  if (kind === "123") return index + 1;
  if (kind === "栏次") return index === 0 ? "栏次" : index;
  if (kind === "ABC") return LETTERS.ABC[index] ?? null;
  // 甲 乙 丙 for the first columns, then figures, as statistical forms do.
  return index < 3 ? (LETTERS.甲乙丙[index] ?? null) : index - 2;
}

function numberOf(content: Content, place: Place): number {
  const cell = typeof content === "function" ? content(place) : content;
  const value = typeof cell === "object" && cell !== null ? cell.value : cell;
  return typeof value === "number" ? value : 0;
}

function isError(content: Content, place: Place): boolean {
  const cell = typeof content === "function" ? content(place) : content;
  return typeof cell === "object" && cell !== null && cell.error !== undefined;
}

export class Layout {
  private readonly rows: number[] = [];
  private readonly totals = new Map<string, string>();
  /** Sums whose formula skipped a number typed as text: wrong, and said so. */
  readonly skipping: string[] = [];
  private readonly left: number;
  private depth: number;
  private headTop = 0;
  private row: number;

  private readonly columns: readonly FormColumn[];
  private readonly records: readonly FormRecord[];

  constructor(
    private readonly page: Page,
    private readonly kind: string,
    plainColumns: readonly FormColumn[],
    plainRecords: readonly FormRecord[],
    private readonly style: FormStyle,
  ) {
    const { columns, records } = disturb(plainColumns, plainRecords);
    this.columns = columns;
    this.records = records;
    this.left = style.left ?? 0;
    this.row = style.top ?? 0;
    this.depth = Math.max(...columns.map((column) => column.header.length));
  }

  private col(id: string): number {
    const index = this.columns.findIndex((column) => column.id === id);
    if (index < 0) throw new RangeError(`no column ${id}`);
    return this.left + index;
  }

  private get right(): number {
    return this.left + this.columns.length - 1;
  }

  private place(row: number): Place {
    return { row, at: (id) => a1(row, this.col(id)) };
  }

  private putRecord(row: number, record: FormRecord): void {
    for (const [id, content] of Object.entries(record)) {
      if (!this.columns.some((column) => column.id === id)) continue;
      this.page.put(row, this.col(id), typeof content === "function" ? content(this.place(row)) : content);
    }
  }

  private heading(): void {
    for (const title of this.style.titles ?? []) {
      this.page.put(this.row, this.left, title);
      this.page.merge({ top: this.row, left: this.left, bottom: this.row, right: this.right });
      this.row++;
    }
    const captions = this.style.captions ?? [];
    if (captions.length === 0) return;
    captions.forEach((text, index) => {
      this.page.put(this.row, this.left + Math.floor((index * this.columns.length) / captions.length), text);
    });
    this.row++;
  }

  private headerAt(top: number): void {
    this.columns.forEach((column, index) => {
      column.header.forEach((text, level) => {
        const isLeaf = level === column.header.length - 1;
        const prefix = column.header.slice(0, level + 1).join("\u0001");
        const before = this.columns[index - 1];
        if (!isLeaf && before !== undefined && before.header.length > level + 1 && before.header.slice(0, level + 1).join("\u0001") === prefix) return;
        this.page.put(top + level, this.left + index, text);
        if (isLeaf) {
          this.page.merge({ top: top + level, left: this.left + index, bottom: top + this.depth - 1, right: this.left + index });
          return;
        }
        let end = index;
        for (;;) {
          const next = this.columns[end + 1];
          if (next === undefined || next.header.length <= level + 1 || next.header.slice(0, level + 1).join("\u0001") !== prefix) break;
          end++;
        }
        this.page.merge({ top: top + level, left: this.left + index, bottom: top + level, right: this.left + end });
      });
    });
  }

  private sumRow(label: string, from: number, to: number, members: readonly number[], mean: boolean): void {
    const labelColumn = this.columns.findIndex((column) => column.id === "name" || column.id === "school" || column.id === "place");
    this.page.put(this.row, this.left + Math.max(0, this.style.mergeDown === undefined ? 0 : labelColumn), label);
    for (const id of this.style.sums ?? []) {
      const column = this.col(id);
      const values = members.map((member) => numberOf(this.records[member]?.[id] ?? null, this.place(this.rows[member] ?? 0)));
      const sum = values.reduce((total, value) => total + value, 0);
      const value = mean ? Math.round((sum / Math.max(1, values.length) + 1e-9) * 100) / 100 : Math.round(sum * 1e6) / 1e6;
      if (members.some((member) => isError(this.records[member]?.[id] ?? null, this.place(this.rows[member] ?? 0)))) continue;
      const range = `${letters(column)}${from + 1}:${letters(column)}${to + 1}`;
      const formula = mean ? `ROUND(AVERAGE(${range}),2)` : `SUM(${range})`;
      this.totals.set(id, a1(this.row, column));
      if (members.some((member) => typeof this.records[member]?.[id] === "string")) this.skipping.push(a1(this.row, column));
      this.page.put(this.row, column, this.style.sumsTyped === true ? value : { value, formula });
    }
    this.row++;
  }

  private section(record: FormRecord, index: number): void {
    const { sectionBy, sectionText } = this.style;
    if (sectionBy === undefined || sectionText === undefined) return;
    const value = record[sectionBy];
    if (index > 0 && this.records[index - 1]?.[sectionBy] === value) return;
    const count = this.records.filter((one) => one[sectionBy] === value).length;
    this.page.put(this.row, this.left, sectionText(String(value), count, new Set(this.records.slice(0, index).map((one) => one[sectionBy])).size));
    this.page.merge({ top: this.row, left: this.left, bottom: this.row, right: this.right });
    this.row++;
  }

  private body(): void {
    const by = this.style.subtotalBy;
    let run = 0;
    this.records.forEach((record, index) => {
      if (this.style.pageEvery !== undefined && index > 0 && index % this.style.pageEvery === 0) {
        this.heading();
        this.headerAt(this.row);
        this.row += this.depth;
      }
      this.section(record, index);
      if (this.style.repeatHeaderEvery !== undefined && index > 0 && index % this.style.repeatHeaderEvery === 0) {
        this.headerAt(this.row);
        this.row += this.depth;
      }
      if (this.style.blankEvery !== undefined && index > 0 && index % this.style.blankEvery === 0) this.row++;
      this.rows.push(this.row);
      if (this.style.hiddenRecords?.includes(index) === true) this.page.hiddenRows.add(this.row);
      this.putRecord(this.row, record);
      this.row++;
      const next = this.records[index + 1];
      if (by !== undefined && (next === undefined || next[by] !== record[by])) {
        const members = Array.from({ length: index - run + 1 }, (_, offset) => run + offset);
        this.sumRow(this.style.subtotalLabel ?? "小计", this.rows[run] ?? 0, this.rows[index] ?? 0, members, false);
        run = index + 1;
      }
    });
    this.mergeDown();
  }

  private mergeDown(): void {
    const id = this.style.mergeDown;
    if (id === undefined) return;
    const column = this.col(id);
    let start = 0;
    for (let index = 1; index <= this.records.length; index++) {
      const isSame = index < this.records.length && this.records[index]?.[id] === this.records[start]?.[id] && (this.rows[index] ?? 0) === (this.rows[index - 1] ?? 0) + 1;
      if (isSame) continue;
      const top = this.rows[start] ?? 0;
      const bottom = this.rows[index - 1] ?? 0;
      for (let row = top + 1; row <= bottom; row++) this.page.cells.get(row)?.delete(column);
      this.page.merge({ top, left: column, bottom, right: column });
      start = index;
    }
  }

  private footing(): void {
    const all = this.records.map((_, index) => index);
    const from = this.rows[0] ?? 0;
    const to = this.rows[this.rows.length - 1 - (this.style.sumMisses ?? 0)] ?? 0;
    const members = all.slice(0, all.length - (this.style.sumMisses ?? 0));
    if (this.style.total !== undefined) this.sumRow(this.style.total, from, to, members, false);
    if (this.style.average !== undefined) this.sumRow(this.style.average, from, to, members, true);
    for (const { label, values } of this.style.stats ?? []) {
      this.putRecord(this.row, values);
      this.page.put(this.row, this.left, label);
      this.row++;
    }
    this.row += this.style.gapBeforeFooter ?? 0;
    for (const note of this.style.notes ?? []) {
      this.page.put(this.row, this.left, note);
      this.page.merge({ top: this.row, left: this.left, bottom: this.row, right: this.right });
      this.row++;
    }
    const footer = this.style.footer ?? [];
    footer.forEach((text, index) => this.page.put(this.row, this.left + Math.floor((index * this.columns.length) / footer.length), text));
    if (footer.length > 0) this.row++;
  }

  lay(): Placed {
    this.heading();
    this.headTop = this.row;
    this.headerAt(this.row);
    this.row += this.depth;
    const { letters: kind, example } = this.style;
    if (kind !== undefined) {
      this.columns.forEach((_, index) => this.page.put(this.row, this.left + index, letterOf(kind, index)));
      this.row++;
    }
    const { fullScores } = this.style;
    if (fullScores !== undefined) {
      this.putRecord(this.row, { ...fullScores.values, [fullScores.at]: fullScores.label });
      this.row++;
    }
    if (example !== undefined) {
      this.putRecord(this.row, example);
      this.row++;
    }
    this.body();
    this.footing();
    for (const column of this.columns) if (column.hidden === true) this.page.hiddenColumns.add(this.col(column.id));
    return this.placed();
  }

  private placed(): Placed {
    const header = { top: this.headTop, left: this.left, bottom: this.headTop + this.depth - 1, right: this.right };
    const body = { top: this.rows[0] ?? 0, left: this.left, bottom: this.rows[this.rows.length - 1] ?? 0, right: this.right };
    const columns: Record<string, string> = {};
    for (const column of this.columns) if (column.key !== null) columns[column.key === "*" ? `*${column.id}` : column.key] = letters(this.col(column.id));
    const leafTop = (id: string): number => this.headTop + (this.columns.find((column) => column.id === id)?.header.length ?? 1) - 1;
    return {
      page: this.page,
      skipping: this.skipping,
      header,
      body,
      bottom: this.row - 1,
      cell: (record, id) => a1(this.rows[record] ?? -1, this.col(id)),
      row: (record) => this.rows[record] ?? -1,
      column: (id) => this.col(id),
      columns: this.columns,
      has: (id) => this.columns.some((column) => column.id === id),
      head: (id) => a1(header.bottom, this.col(id)),
      headCells: (id) => Array.from({ length: header.bottom - leafTop(id) + 1 }, (_, step) => a1(leafTop(id) + step, this.col(id))),
      totalCell: (id) => this.totals.get(id) ?? "",
      expected: { sheet: this.page.name, kind: this.kind, header: rangeA1(header), headerToo: rangeA1({ ...header, bottom: header.bottom + 1 }), body: rangeA1(body), rows: this.records.length, columns },
    };
  }
}

/** A finding to come, said before the form has its place. */
export interface Planned {
  readonly code: string;
  readonly level: Level;
  readonly why: string;
  readonly record?: number;
  readonly column?: string;
  readonly header?: string;
  /** Any cell of the record's row will do (row.hidden). */
  readonly wholeRow?: boolean;
  /** The total row's cell. */
  readonly totalOf?: string;
  readonly alsoColumns?: readonly string[];
  readonly open?: boolean;
}

export function resolve(planned: Planned, placed: Placed): Expected {
  const { code, level, why, open } = planned;
  const base = { code, level, why, sheet: placed.page.name, ...(open === true && { open }) };
  if (planned.header !== undefined) return { ...base, cell: placed.head(planned.header), also: placed.headCells(planned.header) };
  if (planned.totalOf !== undefined) return { ...base, cell: placed.totalCell(planned.totalOf) };
  const record = planned.record ?? 0;
  if (planned.wholeRow === true) return { ...base, cell: `row ${placed.row(record) + 1}` };
  const also = (planned.alsoColumns ?? []).filter((id) => placed.has(id)).map((id) => placed.cell(record, id));
  return { ...base, cell: placed.cell(record, planned.column ?? ""), also };
}
