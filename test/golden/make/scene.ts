/** What all scenes share: numbers as clerks type them, the dress of a form, and the putting together of a book. */
import type { Book, Expected, ExpectedTable, FileKind, Page } from "./book";
import { resolve, type Content, type FormRecord, type FormStyle, type Placed, type Planned } from "./form";
import type { Chance } from "./random";

export const fullWidth = (text: string): string =>
  [...text].map((mark) => (mark >= "!" && mark <= "~" ? String.fromCharCode(mark.charCodeAt(0) + 0xfee0) : mark)).join("");

/** A number as text, in one of the ways clerks leave it; every one can be read. */
export function textNumber(chance: Chance, value: number, unit: string): string {
  const ways = [`${value}`, `${value} `, ` ${value}`, fullWidth(String(value)), ...(unit === "" ? [] : [`${value}${unit}`])];
  return chance.pick(ways);
}

/** Exact sums of values with at most two decimals. */
export const sum = (values: readonly number[]): number => Math.round(values.reduce((total, value) => total + value * 100, 0)) / 100;

export const round2 = (value: number): number => Math.round((value + 1e-9) * 100) / 100;

const notes = ["注：1.各项得分不得超过本项满分；2.缺项不予认定。", "说明：本表一式两份，学校、进修学校各存一份。", "备注：以上数据真实有效，如有虚假由本单位负责。", "填表说明：请勿改动表格格式。"];
const footers = [
  ["填表人：李秀兰", "审核人：王建国", "联系电话：0455-5621234"],
  ["制表：张敏", "校长签字：", "2024年12月28日"],
  ["填表人：", "负责人（签章）：", "填报时间：2024年12月30日"],
  ["单位负责人：赵国庆        填表人：孙丽        联系电话：13904550011"],
];

export interface Dress {
  readonly titles: readonly string[];
  readonly captions: readonly (readonly string[])[];
  readonly sums?: readonly string[];
  /** Subtotals or merges by this column, where the records are sorted by it. */
  readonly groupBy?: string;
  readonly letters?: boolean;
}

/** Clothes for a form: every choice is open to chance. `plain` for CSV, where nothing can be merged. */
export function dress(chance: Chance, { titles, captions, sums, groupBy, letters = true }: Dress): FormStyle {
  const grouped = groupBy !== undefined && chance.chance(0.35);
  const subtotals = grouped && sums !== undefined && chance.chance(0.5);
  return {
    top: chance.chance(0.15) ? 1 : 0,
    left: chance.chance(0.1) ? 1 : 0,
    titles: chance.chance(0.9) ? [chance.pick(titles)] : [],
    captions: captions.length > 0 && chance.chance(0.7) ? chance.pick(captions) : [],
    ...(letters && chance.chance(0.15) && { letters: chance.pick(["甲乙丙", "ABC", "123", "栏次"] as const) }),
    ...(subtotals && { subtotalBy: groupBy, subtotalLabel: chance.pick(["小计", "小 计", "本校小计"]), sums }),
    ...(grouped && !subtotals && { mergeDown: groupBy }),
    ...(!subtotals && sums !== undefined && chance.chance(0.4) && { total: chance.pick(["合计", "合  计", "总计"]), sums }),
    ...(!subtotals && sums !== undefined && chance.chance(0.25) && { average: chance.pick(["平均分", "平均", "平均值"]), sums }),
    ...(chance.chance(0.1) && !grouped && { blankEvery: chance.int(8, 20) }),
    ...(chance.chance(0.1) && !grouped && { repeatHeaderEvery: chance.int(12, 25) }),
    ...(chance.chance(0.35) && { notes: chance.some(notes, chance.int(1, 2)) }),
    ...(chance.chance(0.6) && { footer: chance.pick(footers) }),
    gapBeforeFooter: chance.chance(0.3) ? 1 : 0,
  };
}

/** A form whose records can still be spoilt, with what the spoiling must bring. */
export class Spoilable {
  readonly planned: Planned[] = [];
  readonly says: string[] = [];
  private readonly touched = new Set<number>();

  constructor(
    readonly chance: Chance,
    readonly records: FormRecord[],
  ) {}

  /** A record that no fault has touched and that fits. */
  fresh(fits: (record: number) => boolean = () => true): number | null {
    const open = this.records.map((_, index) => index).filter((index) => !this.touched.has(index) && fits(index));
    if (open.length === 0) return null;
    const taken = this.chance.pick(open);
    this.touched.add(taken);
    return taken;
  }

  touch(record: number): void {
    this.touched.add(record);
  }

  set(record: number, column: string, content: Content): void {
    const line = this.records[record];
    if (line) line[column] = content;
  }

  get(record: number, column: string): Content {
    return this.records[record]?.[column] ?? null;
  }

  expect(planned: Planned): void {
    this.planned.push(planned);
  }
}

export interface Assembly {
  readonly name: string;
  readonly kind: FileKind;
  readonly policy: string;
  readonly asOf?: string;
  readonly pages: readonly Page[];
  readonly forms: readonly { readonly placed: Placed; readonly spoilt?: Spoilable; readonly more?: readonly Planned[] }[];
  readonly more?: readonly Expected[];
  readonly allowed?: Book["allowed"];
}

export function assemble({ name, kind, policy, asOf = "2025-01-10", pages, forms, more = [], allowed = [] }: Assembly): Book {
  const isText = kind.startsWith("csv");
  const rename = (sheet: string): string => (isText ? name : sheet);
  const expected = [
    ...forms.flatMap(({ placed, spoilt, more: extra = [] }) => [...(spoilt?.planned ?? []), ...extra].map((planned) => resolve(planned, placed))),
    ...more,
  ].filter((one) => !(isText && (one.code === "cell.text-number" || one.code === "person.id-precision")));
  const tables: ExpectedTable[] = forms.map(({ placed }) => ({ ...placed.expected, sheet: rename(placed.expected.sheet) }));
  return {
    name,
    kind,
    policy,
    asOf,
    pages,
    expected: expected.map((one) => ({ ...one, sheet: rename(one.sheet) })),
    // "A text number is read as its number; a SUM that skipped it is then wrong and said so."
    allowed: [...allowed, ...forms.flatMap(({ placed }) => placed.skipping.flatMap((cell) => ["hours.total-mismatch", "score.total-mismatch"].map((code) => ({ code, sheet: rename(placed.page.name), cell }))))],
    tables,
    says: forms.flatMap(({ spoilt }) => spoilt?.says ?? []),
  };
}
