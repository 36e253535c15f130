/**
 * Forms made at random with a known answer: the same columns under other names, in other orders, under one to three
 * header levels, with titles, captions, letters rows, examples, subtotals, blank and pre-numbered lines, footers, and a
 * second table beside or below. What the generator wrote is what the reader must read.
 */
import fc from "fast-check";
import { areaA1, columnLetters } from "../../src/table/address";
import type { Area, Sheet } from "../../src/table/workbook";
import type { Pack, TableKind } from "../../src/policy/schema";
import { cycleForm, logForm, quotaForm, rosterForm, schoolForm, teacherForm, yearForm, type Field, type Form } from "./forms";
import { sheetFrom, type Written } from "./sheet";

/** What the reader must say of one table. */
export interface Answer {
  readonly kind: TableKind;
  readonly header: string;
  readonly body: string;
  readonly records: readonly number[];
  readonly columns: Readonly<Record<string, string>>;
}

export interface Specimen {
  readonly sheet: Sheet;
  readonly packs: readonly Pack[];
  readonly answers: readonly Answer[];
  /** The cells, for the report of a failed case. */
  readonly drawing: string;
  readonly [fc.toStringMethod]: () => string;
}

/** The choices that make one table of a form. */
interface Style {
  readonly form: Form;
  readonly left: number;
  readonly keep: readonly boolean[];
  readonly nameAt: readonly number[];
  readonly title: number;
  readonly titleMerged: boolean;
  readonly caption: number;
  readonly grouped: boolean;
  readonly groupMerged: boolean;
  readonly points: "none" | "inside" | "row" | "below";
  readonly letters: boolean;
  readonly example: boolean;
  readonly records: number;
  readonly blanks: readonly number[];
  readonly repeatAt: number | null;
  readonly subtotals: boolean;
  readonly preNumbered: number;
  readonly total: number;
  readonly average: boolean;
  readonly footer: number;
  readonly note: boolean;
  readonly mergeSchool: boolean;
  readonly gap: boolean;
  /** As in a CSV: every value is text and nothing is merged. */
  readonly asText: boolean;
  /** Typed carelessly: spaces within the names of columns. */
  readonly spaced: boolean;
  /** The second form of a sheet: its title is another one. */
  readonly second?: boolean;
  /** A line over the records of a department. */
  readonly sections: boolean;
}

const forms = fc.oneof(
  fc.constantFrom(teacherForm, schoolForm, logForm, yearForm, quotaForm, rosterForm),
  fc.integer({ min: 0, max: 2 }).map(cycleForm),
);

const style: fc.Arbitrary<Style> = fc.record({
  form: forms,
  left: fc.constantFrom(0, 0, 0, 1),
  keep: fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }),
  nameAt: fc.array(fc.nat(5), { minLength: 20, maxLength: 20 }),
  title: fc.constantFrom(-1, 0, 1, 2),
  titleMerged: fc.boolean(),
  caption: fc.integer({ min: 0, max: 4 }),
  grouped: fc.boolean(),
  groupMerged: fc.boolean(),
  points: fc.constantFrom("none" as const, "inside" as const, "row" as const, "below" as const),
  letters: fc.boolean(),
  example: fc.boolean(),
  records: fc.integer({ min: 1, max: 25 }),
  blanks: fc.array(fc.nat(20), { maxLength: 3 }),
  repeatAt: fc.option(fc.integer({ min: 3, max: 15 })),
  subtotals: fc.boolean(),
  preNumbered: fc.constantFrom(0, 0, 1, 4),
  total: fc.integer({ min: 0, max: 4 }),
  average: fc.boolean(),
  footer: fc.integer({ min: 0, max: 3 }),
  note: fc.boolean(),
  mergeSchool: fc.boolean(),
  gap: fc.boolean(),
  asText: fc.boolean(),
  spaced: fc.boolean(),
  sections: fc.boolean(),
});

class Canvas {
  readonly cells: Written[][] = [];
  readonly merges: string[] = [];

  put(row: number, column: number, value: Written): void {
    while (this.cells.length <= row) this.cells.push([]);
    const line = this.cells[row];
    if (line === undefined) return;
    while (line.length <= column) line.push(null);
    line[column] = value;
  }

  merge(area: Area): void {
    if (area.top !== area.bottom || area.left !== area.right) this.merges.push(areaA1(area));
  }
}

interface Drawn {
  readonly answer: Answer;
  /** First row after the table and all that belongs to it. */
  readonly next: number;
}

function drawTitle(canvas: Canvas, s: Style, top: number, left: number, right: number): number {
  let row = top;
  const title = s.form.titles[s.title % s.form.titles.length];
  if (s.title >= 0 && title !== undefined) {
    canvas.put(row, left, s.second === true ? `附表二 ${title}` : title);
    if (s.titleMerged) canvas.merge({ top: row, bottom: row, left, right });
    row++;
  }
  const far = Math.max(left + 2, right - 1);
  if (s.caption === 1) {
    canvas.put(row, left, "单位（盖章）：兰西县第一中学");
    canvas.put(row, far, "填报日期：2024年12月30日");
    row++;
  } else if (s.caption === 2) {
    canvas.put(row, left, "填报单位：兰西县第一中学　　　　填报日期：2024.12.30");
    canvas.merge({ top: row, bottom: row, left, right });
    row++;
  } else if (s.caption === 3) {
    canvas.put(row, left, "填报单位");
    canvas.put(row, left + 1, "兰西县第一中学");
    row++;
  }
  return row;
}

function heading(field: Field, at: number, s: Style): string {
  const typed = field.names[(s.nameAt[at] ?? 0) % field.names.length] ?? "";
  const label = s.spaced && at % 3 === 1 ? [...typed].join(" ") : typed;
  if (field.points === undefined || s.points !== "inside") return label;
  return (s.nameAt[at] ?? 0) % 2 === 0 ? `${label}（${field.points}分）` : `${label}\n(满分${field.points}分)`;
}

/** Writes the header; gives its last row. */
function drawHeader(canvas: Canvas, s: Style, fields: readonly Field[], top: number, left: number): number {
  const hasGroup = s.grouped && fields.some((field) => field.group !== undefined);
  const depth = hasGroup ? 2 : 1;
  const row = top + depth - 1;
  fields.forEach((field, at) => {
    const column = left + at;
    const grouped = hasGroup && field.group !== undefined;
    canvas.put(grouped ? row : top, column, heading(field, at, s));
    if (!grouped && depth === 2 && s.groupMerged) canvas.merge({ top, bottom: row, left: column, right: column });
    const first = fields.findIndex((other) => other.group === field.group);
    if (!grouped || at !== first) return;
    canvas.put(top, column, field.group ?? "");
    const members = fields.filter((other) => other.group === field.group).length;
    if (s.groupMerged) canvas.merge({ top, bottom: top, left: column, right: column + members - 1 });
  });
  if (s.points === "below" || s.points === "row") {
    if (!fields.some((field) => field.points !== undefined)) return row;
    if (s.points === "row") canvas.put(row + 1, left, "满分");
    fields.forEach((field, at) => {
      if (field.points !== undefined) canvas.put(row + 1, left + at, s.points === "row" ? field.points : `${field.points}分`);
    });
    return row + 1;
  }
  return row;
}

function drawLetters(canvas: Canvas, fields: readonly Field[], row: number, left: number): void {
  const letters = [..."甲乙丙丁"];
  fields.forEach((_, at) => canvas.put(row, left + at, letters[at] ?? at - letters.length + 1));
}

function drawRecord(canvas: Canvas, fields: readonly Field[], row: number, left: number, index: number): void {
  fields.forEach((field, at) => canvas.put(row, left + at, field.value(index)));
}

function drawSums(canvas: Canvas, s: Style, fields: readonly Field[], row: number, left: number, label: string): void {
  const at = label === "合计" && s.total === 3 ? Math.min(1, fields.length - 1) : 0;
  canvas.put(row, left + at, label);
  fields.forEach((field, column) => {
    if (column > 1 && typeof field.value(0) === "number" && field.key !== "date" && field.key !== "birth")
      canvas.put(row, left + column, 1234);
  });
}

function drawFooter(canvas: Canvas, s: Style, top: number, left: number, width: number): number {
  let row = top;
  if (s.note) {
    canvas.put(row, left, "注：1.本表一式两份；2.成绩保留两位小数。");
    row++;
  }
  if (s.footer === 1) {
    canvas.put(row, left, "填表人：赵晓明");
    canvas.put(row, left + Math.min(3, width - 1), "审核人：钱进");
    row++;
  } else if (s.footer === 2) {
    canvas.put(row, left, "单位负责人（签字）：　　　填表人：　　　联系电话：0455-5555555");
    row++;
  } else if (s.footer === 3) {
    canvas.put(row, left, "填表人");
    canvas.put(row, left + 1, "赵晓明");
    row++;
  }
  return row;
}

function drawTable(canvas: Canvas, s: Style, top: number, left: number): Drawn {
  const fields = s.form.fields.filter((field, at) => field.needed === true || s.keep[at] === true);
  const right = left + fields.length - 1;
  const headerTop = drawTitle(canvas, s, top, left, right);
  const headerBottom = drawHeader(canvas, s, fields, headerTop, left);
  let row = headerBottom + 1;
  if (s.letters && fields.length >= 4) drawLetters(canvas, fields, row++, left);
  if (s.example) {
    drawRecord(canvas, fields, row, left, 3);
    canvas.put(row++, left, "示例");
  }
  const records: number[] = [];
  const schoolAt = fields.findIndex((field) => field.key === "school");
  let schoolFrom: number | null = null;
  for (let index = 0; index < s.records; index++) {
    if (index > 0 && index !== s.repeatAt && s.blanks.includes(index)) row++;
    if (s.sections && s.repeatAt === null && index % 6 === 0) {
      canvas.put(row, left, `${"一二三四五"[index / 6] ?? ""}、${index === 0 ? "语文组" : "数学教研组"}`);
      canvas.merge({ top: row, bottom: row, left, right });
      row++;
    }
    if (s.repeatAt === index) {
      drawHeader(canvas, { ...s, points: s.points === "inside" ? "inside" : "none" }, fields, row, left);
      row +=
        headerBottom -
        headerTop +
        1 -
        (s.points === "row" || s.points === "below" ? (fields.some((field) => field.points !== undefined) ? 1 : 0) : 0);
    }
    drawRecord(canvas, fields, row, left, index);
    const mergesSchool = s.mergeSchool && !s.sections && schoolAt > 1 && s.blanks.length === 0 && s.repeatAt === null;
    if (mergesSchool) {
      if (index % 4 === 0) schoolFrom = row;
      else canvas.put(row, left + schoolAt, null);
      const ends = index % 4 === 3 || index === s.records - 1;
      if (ends && schoolFrom !== null) canvas.merge({ top: schoolFrom, bottom: row, left: left + schoolAt, right: left + schoolAt });
    }
    records.push(row++);
    if (s.subtotals && index % 4 === 3) drawSums(canvas, s, fields, row++, left, "小计");
  }
  const isNumbered = fields[0]?.key === "number";
  for (let blank = 0; isNumbered && blank < s.preNumbered; blank++) canvas.put(row++, left, s.records + blank + 1);
  if (s.total > 0) drawSums(canvas, s, fields, row++, left, s.total === 1 ? "合  计" : s.total === 2 ? "总计" : "合计");
  if (s.average) drawSums(canvas, s, fields, row++, left, "平均分");
  if (s.gap) row++;
  const next = drawFooter(canvas, s, row, left, fields.length);
  const first = records[0] ?? row;
  const last = records[records.length - 1] ?? row;
  return {
    answer: {
      kind: s.form.kind,
      header: areaA1({ top: headerTop, bottom: headerBottom, left, right }),
      body: areaA1({ top: first, bottom: last, left, right }),
      records,
      columns: Object.fromEntries(fields.map((field, at) => [columnLetters(left + at), field.key])),
    },
    next,
  };
}

function draw(canvas: Canvas): string {
  const lines = canvas.cells.map(
    (line, row) => `${row + 1}\t${line.map((cell) => (cell === null ? "" : String(cell).replace("\n", "\\n"))).join("\t")}`,
  );
  return `${lines.join("\n")}\n${canvas.merges.join(" ")}`;
}

function specimenOf(canvas: Canvas, styles: readonly Style[], answers: readonly Answer[]): Specimen {
  const drawing = draw(canvas);
  const asText = styles.every((s) => s.asText);
  const cells = asText ? canvas.cells.map((line) => line.map((cell) => (cell === null ? null : String(cell)))) : canvas.cells;
  return {
    sheet: sheetFrom(cells, { merges: asText ? [] : canvas.merges }),
    packs: [...new Set(styles.map((s) => s.form.pack))],
    answers,
    drawing,
    [fc.toStringMethod]: () => "a sheet",
  };
}

/** A second table of its own has a title, so that it is seen to be one. */
function titled(s: Style): Style {
  return { ...s, title: Math.max(0, s.title), second: true };
}

function single(s: Style): Specimen {
  const canvas = new Canvas();
  const { answer } = drawTable(canvas, s, 0, s.left);
  return specimenOf(canvas, [s], [answer]);
}

function below(first: Style, second: Style): Specimen {
  const canvas = new Canvas();
  const upper = drawTable(canvas, first, 0, first.left);
  const lower = drawTable(canvas, titled(second), upper.next + 1, second.left);
  return specimenOf(canvas, [first, second], [upper.answer, lower.answer]);
}

function beside(first: Style, second: Style): Specimen {
  const canvas = new Canvas();
  const onTop = { ...first, left: 0, titleMerged: false, caption: 0 };
  const left = drawTable(canvas, onTop, 0, 0);
  const offset = Object.keys(left.answer.columns).length + 1;
  // Both blocks begin in the same row, as they are printed.
  const right = drawTable(
    canvas,
    { ...second, titleMerged: false, caption: 0, title: first.title < 0 ? -1 : Math.max(0, second.title) },
    0,
    offset,
  );
  return specimenOf(canvas, [first, second], [left.answer, right.answer]);
}

export const oneTable: fc.Arbitrary<Specimen> = style.map(single);
export const twoBelow: fc.Arbitrary<Specimen> = fc.tuple(style, style).map(([first, second]) => below(first, second));
export const twoBeside: fc.Arbitrary<Specimen> = fc.tuple(style, style).map(([first, second]) => beside(first, second));
