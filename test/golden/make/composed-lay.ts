/** Lays a drawn table on a sheet: title and 单位 lines, header of one to four levels, letter, full-score and example rows, records with blanks, subtotals and totals, footer; and says where everything stands. */
import { a1, letters, rangeA1, type Cell, type Expected, type ExpectedTable, type FileKind, type Level, type Page, type Plain } from "./book";
import { dressed, footers, fullScore, UNIT_STYLES, unitStyle, withUnit } from "./composed-words";
import type { Chance } from "./random";

export interface Context {
  readonly chance: Chance;
  readonly kind: FileKind;
  readonly isCsv: boolean;
  /** Formulas are drawn. */
  readonly formulas: boolean;
  readonly old: boolean;
  /** The year in which the form is filled in. */
  readonly year: number;
  readonly says: string[];
}

export interface Col {
  /** How the records name it. */
  readonly id: string;
  /** The product's key; null: nothing of the policy. */
  readonly key: string | null;
  readonly label: string;
  /** Its group in a header of two and more levels, and what stands beneath the group. */
  readonly group?: string;
  readonly short?: string;
  readonly full?: number;
  readonly unit?: string;
  readonly sum?: boolean;
}

export type Refs = (id: string) => string;
export type Value = Plain | Cell | ((ref: Refs) => Cell);
export type Rec = Record<string, Value>;

interface Fault {
  readonly code: string;
  readonly level: Level;
  /** The record; -1: the header. */
  readonly rec: number;
  readonly id: string;
  /** Other columns of the record that would be as right. */
  readonly also?: readonly string[];
  readonly wholeRow?: boolean;
  readonly why: string;
}

export interface Draft {
  readonly kind: string;
  readonly title: string;
  readonly unitLine?: string;
  readonly cols: Col[];
  readonly recs: Rec[];
  readonly faults: Fault[];
  readonly allowed?: { code: string; sheet?: string; cell?: string }[];
  /** Records may be grouped by school with merged cells. */
  readonly bySchool?: boolean;
  /** 合计 and 平均 rows make sense. */
  readonly sums?: boolean;
  readonly hideRow?: number;
  /** The 合计 row misses its last records. */
  readonly shortSum?: boolean;
  readonly noExample?: boolean;
}

interface Laid {
  readonly table: ExpectedTable;
  readonly expected: Expected[];
  readonly bottom: number;
  readonly right: number;
}

const isGone = (value: Value | undefined): boolean => value === undefined || value === null;

function numberIn(page: Page, row: number, column: number): number | null {
  const value = page.get(row, column)?.value;
  return typeof value === "number" ? value : null;
}

const tidy = (n: number): number => Math.round(n * 1e9) / 1e9;

class Layer {
  row: number;
  readonly rows: number[] = [];
  private readonly width: number;
  /** One notation of units for the whole header, or each column its own. */
  private readonly style: string | null;
  private headTop = 0;
  private headBottom = 0;
  private headExtra = 0;
  private sumAt: readonly [number, string] | null = null;

  constructor(
    private readonly page: Page,
    private readonly it: Context,
    private readonly draft: Draft,
    top: number,
    private readonly left: number,
  ) {
    this.row = top;
    this.width = draft.cols.length;
    this.style = it.chance.chance(0.7) ? it.chance.pick(UNIT_STYLES) : null;
  }

  private across(text: string): void {
    this.page.put(this.row, this.left, text);
    if (this.it.chance.chance(0.8)) this.page.merge({ top: this.row, left: this.left, bottom: this.row, right: this.left + this.width - 1 });
    this.row++;
  }

  titles(): void {
    const { chance } = this.it;
    this.across(this.draft.title);
    if (chance.chance(0.12)) this.row++;
    if (this.draft.unitLine === undefined) return;
    if (this.width >= 4 && chance.chance(0.4)) {
      this.page.put(this.row, this.left, this.draft.unitLine);
      this.page.put(this.row, this.left + this.width - 2, `填报日期：${this.it.year}年12月26日`);
      this.row++;
    } else this.across(this.draft.unitLine);
  }

  private bottomLabel(col: Col, grouped: boolean): string {
    const { chance, old } = this.it;
    const bare = dressed(chance, grouped ? (col.short ?? col.label) : col.label, old);
    if (col.unit !== undefined) return this.style === null ? withUnit(chance, bare, col.unit) : unitStyle(bare, col.unit, this.style);
    return bare;
  }

  header(): void {
    const { chance, old } = this.it;
    const { cols } = this.draft;
    const hasGroups = cols.some((col) => col.group !== undefined);
    const grouped = hasGroups && chance.chance(0.7);
    const roof = grouped && cols.findIndex((col) => col.group !== undefined) > 0 && chance.chance(0.25);
    const hasFull = cols.some((col) => col.full !== undefined);
    const fullStyle = chance.pick(["N分", "（N分）", "满分N"]);
    const fullPlace = hasFull ? chance.pick(["label", "label", "level", "row", "none"]) : "none";
    const levels = 1 + (grouped ? 1 : 0) + (roof ? 1 : 0) + (fullPlace === "level" ? 1 : 0);
    const top = this.row;
    this.headTop = top;
    this.headBottom = top + levels - 1;
    const labelRow = this.headBottom - (fullPlace === "level" ? 1 : 0);
    const groupRow = labelRow - 1;
    cols.forEach((col, index) => {
      const at = this.left + index;
      const inGroup = grouped && col.group !== undefined;
      const base = this.bottomLabel(col, inGroup);
      const label = col.full !== undefined && fullPlace === "label" ? fullScore(chance, base, col.full) : base;
      const isFullHere = fullPlace === "level" && col.full !== undefined;
      const from = inGroup ? labelRow : roof ? groupRow : top;
      this.page.put(from, at, label);
      if (isFullHere) this.page.put(this.headBottom, at, fullStyle.replace("N", String(col.full)));
      this.page.merge({ top: from, left: at, bottom: isFullHere ? labelRow : this.headBottom, right: at });
    });
    if (grouped) this.groups(groupRow, old);
    if (roof) this.roof(top);
    // Without merges a level of full scores is a row of full scores.
    if (fullPlace === "level" && this.it.isCsv) this.headExtra = -1;
    this.row = this.headBottom + 1;
    if (fullPlace === "row") this.fullRow();
    else if (chance.chance(0.1) && this.headExtra === 0) this.letterRow();
  }

  private groups(row: number, old: boolean): void {
    const { cols } = this.draft;
    let start = 0;
    while (start < cols.length) {
      const group = cols[start]?.group;
      let end = start;
      while (group !== undefined && cols[end + 1]?.group === group) end++;
      if (group !== undefined) {
        this.page.put(row, this.left + start, dressed(this.it.chance, group, old));
        this.page.merge({ top: row, left: this.left + start, bottom: row, right: this.left + end });
      }
      start = end + 1;
    }
  }

  /** A level over all: who it is, what is judged. */
  private roof(row: number): void {
    const first = this.draft.cols.findIndex((col) => col.group !== undefined);
        this.page.put(row, this.left, "基本信息");
    this.page.merge({ top: row, left: this.left, bottom: row, right: this.left + first - 1 });
    this.page.put(row, this.left + first, this.it.chance.pick(["考核情况", "完成情况统计", "本年度情况"]));
    this.page.merge({ top: row, left: this.left + first, bottom: row, right: this.left + this.width - 1 });
  }

  private fullRow(): void {
    this.page.put(this.row, this.left, "满分");
    this.draft.cols.forEach((col, index) => {
      if (col.full !== undefined) this.page.put(this.row, this.left + index, col.full);
    });
    this.headExtra = 1;
    this.row++;
  }

  /** 甲 乙 丙, 甲 乙 1 2, A B C, （1）（2）. */
  private letterRow(): void {
    const stems = [..."甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉"];
    const how = this.it.chance.pick(["stems", "stems and numbers", "letters", "brackets"]);
    const numeric = this.draft.cols.findIndex((col) => col.sum === true || col.full !== undefined);
    this.draft.cols.forEach((_col, index) => {
      const isCounted = how === "stems and numbers" && numeric > 0 && index >= numeric;
      const mark = isCounted ? index - numeric + 1 : how === "letters" ? String.fromCharCode(65 + index) : how === "brackets" ? `（${index + 1}）` : (stems[index] ?? "");
      this.page.put(this.row, this.left + index, mark);
    });
    this.headExtra = 1;
    this.row++;
  }

  private write(rec: Rec, row: number): void {
    const refs: Refs = (id) => a1(row, this.column(id));
    this.draft.cols.forEach((col, index) => {
      const value = rec[col.id];
      if (isGone(value) || value === undefined) return;
      this.page.put(row, this.left + index, typeof value === "function" ? value(refs) : value);
    });
  }

  column(id: string): number {
    const at = this.draft.cols.findIndex((col) => col.id === id);
    return this.left + Math.max(0, at);
  }

  private example(): void {
    const { chance, isCsv } = this.it;
    const first = this.draft.recs[0];
    if (this.draft.noExample === true || first === undefined || isCsv || !chance.chance(0.08)) return;
    const marked: Rec = { ...first };
    const at = this.draft.cols.some((col) => col.id === "number") ? "number" : "name";
    if (!this.draft.cols.some((col) => col.id === at)) return;
    marked[at] = at === "number" ? chance.pick(["示例", "例"]) : "（示例）张三";
    if (at === "number" && "name" in marked) marked["name"] = "张三";
    if ("id" in marked) marked["id"] = null;
    this.write(marked, this.row++);
  }

  private headerAgain(): void {
    for (let row = this.headTop; row <= this.headBottom; row++, this.row++)
      for (let index = 0; index < this.width; index++) {
        const cell = this.page.get(row, this.left + index);
        if (cell !== undefined) this.page.put(this.row, this.left + index, cell);
      }
  }

  private sumRow(word: string, from: number, to: number, how: "SUM" | "AVERAGE"): void {
    const { formulas } = this.it;
    const labelled = this.draft.cols.findIndex((col) => ["number", "name", "school", "place"].includes(col.id));
    this.page.put(this.row, this.left + Math.max(0, labelled), word);
    this.draft.cols.forEach((col, index) => {
      if (col.sum !== true) return;
      const at = this.left + index;
      const stands = this.rows.filter((row) => row >= from).map((row) => this.page.get(row, at));
      if (stands.some((cell) => cell !== undefined && (typeof cell.value !== "number" || cell.error !== undefined))) return;
      const short = this.draft.shortSum === true && how === "SUM" && this.sumAt === null;
      const last = short ? to - 1 : to;
      const values = this.rows.filter((row) => row >= from && row <= last).map((row) => numberIn(this.page, row, at)).filter((n) => n !== null);
      if (values.length === 0) return;
      const sum = values.reduce((all, n) => all + n, 0);
      const value = tidy(how === "SUM" ? sum : sum / values.length);
      this.page.put(this.row, at, formulas || short ? { value, formula: `${how}(${a1(from, at)}:${a1(last, at)})` } : { value: how === "SUM" ? value : Math.round(value * 100) / 100 });
      if (short) this.sumAt = [this.row, a1(this.row, at)];
    });
    this.row++;
  }

  records(): void {
    const { chance, isCsv } = this.it;
    const { recs, bySchool } = this.draft;
    this.example();
    const schoolAt = this.draft.cols.findIndex((col) => col.id === "school");
    const mergeSchools = bySchool === true && !isCsv && schoolAt >= 0 && chance.chance(0.3);
    const subtotals = this.draft.sums === true && bySchool === true && this.draft.shortSum !== true && chance.chance(0.2);
    const blanks = chance.chance(0.15);
    const again = recs.length > 12 && chance.chance(0.08) ? chance.int(5, recs.length - 3) : -1;
    const first = this.row;
    let start = this.row;
    recs.forEach((rec, index) => {
      if (index === again && !subtotals && !mergeSchools) this.headerAgain();
      this.rows.push(this.row);
      this.write(rec, this.row++);
      const ends = recs[index + 1]?.["school"] !== rec["school"];
      if (mergeSchools && ends) {
        for (let row = start + 1; row < this.row; row++) this.page.cells.get(row)?.delete(this.left + schoolAt);
        this.page.merge({ top: start, left: this.left + schoolAt, bottom: this.row - 1, right: this.left + schoolAt });
      }
      if (subtotals && ends) this.sumRow("小计", start, this.row - 1, "SUM");
      if (ends) start = this.row;
      else if (blanks && !mergeSchools && index < recs.length - 1 && chance.chance(0.1)) this.row++;
    });
    if (this.draft.shortSum === true) this.sumRow("合计", first, this.row - 1, "SUM");
    else if (this.draft.sums === true && !subtotals && again < 0 && chance.chance(0.4)) this.sumRow(chance.pick(["合计", "合 计", "总计"]), first, this.row - 1, "SUM");
    else if (this.draft.sums === true && !subtotals && again < 0 && chance.chance(0.15)) this.sumRow(chance.pick(["平均", "平均值", "平均分"]), first, this.row - 1, "AVERAGE");
  }

  footer(): void {
    const { chance } = this.it;
    if (chance.chance(0.4)) this.row++;
    for (const text of chance.some(footers.map((one) => one.replace("2024", String(this.it.year))), chance.pick([0, 1, 1, 2]))) {
      this.page.put(this.row, this.left, text);
      if (chance.chance(0.4)) this.page.merge({ top: this.row, left: this.left, bottom: this.row, right: this.left + this.width - 1 });
      this.row++;
    }
  }

  laid(): Laid {
    const right = this.left + this.width - 1;
    const sheet = this.page.name;
    const rect = { top: this.headTop, left: this.left, bottom: this.headBottom, right };
    const firstRec = this.rows[0] ?? this.row;
    const lastRec = this.rows[this.rows.length - 1] ?? this.row;
    const columns: Record<string, string> = {};
    this.draft.cols.forEach((col, index) => {
      if (col.key !== null) columns[col.key] = letters(this.left + index);
    });
    const expected = this.draft.faults.map((fault) => this.expected(fault, sheet));
    if (this.sumAt !== null) expected.push({ code: "formula.range-short", level: "experience", sheet, cell: this.sumAt[1], why: "DESIGN formula.range-short: the SUM misses the last row" });
    if (this.draft.hideRow !== undefined) this.page.hiddenRows.add(this.rows[this.draft.hideRow] ?? 0);
    return {
      table: {
        sheet, kind: this.draft.kind, header: rangeA1(rect), headerToo: rangeA1({ ...rect, bottom: rect.bottom + this.headExtra }),
        body: rangeA1({ top: firstRec, left: this.left, bottom: lastRec, right }), rows: this.rows.length, columns,
      },
      expected, bottom: this.row, right,
    };
  }

  private expected(fault: Fault, sheet: string): Expected {
    const base = { code: fault.code, level: fault.level, sheet, why: fault.why };
    if (fault.rec >= 0) {
      const row = this.rows[fault.rec] ?? 0;
      if (fault.wholeRow === true) return { ...base, cell: `row ${row + 1}` };
      return { ...base, cell: a1(row, this.column(fault.id)), also: (fault.also ?? []).map((id) => a1(row, this.column(id))) };
    }
    const also: string[] = [];
    const columns = fault.id === "*" ? this.draft.cols.map((_col, index) => this.left + index) : [this.column(fault.id)];
    for (const column of columns) for (let row = this.headTop; row <= this.headBottom; row++) also.push(a1(row, column));
    return { ...base, cell: also[0] ?? "", also };
  }
}

export function lay(page: Page, it: Context, draft: Draft, top: number, left: number): Laid {
  const layer = new Layer(page, it, draft, top, left);
  layer.titles();
  layer.header();
  layer.records();
  layer.footer();
  return layer.laid();
}
