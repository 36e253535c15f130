/**
 * The two sheets about teachers: 教师考核 (scores of the term) and 花名册 (who they are).
 */
import type { CellValue, Workbook, Worksheet } from "exceljs";
import { addForm, freezeHeader, writeFooter, writeHeader, writeRow, writeTitle, type Heading } from "./form";
import { totalOf, type Teacher } from "./people";

export const ASSESSMENT = "教师考核";
export const ROSTER = "花名册";

const SCORES: readonly Heading[] = [
  { text: "序号", width: 5 },
  { text: "姓名", width: 9 },
  { text: "单位", width: 20 },
  { text: "身份", width: 14 },
  { text: "心得体会\n（20分）", width: 9, group: "考核项目" },
  { text: "有效评课\n（20分）", width: 9, group: "考核项目" },
  { text: "培训学时\n（20分）", width: 9, group: "考核项目" },
  { text: "教学设计\n（20分）", width: 9, group: "考核项目" },
  { text: "活动反思\n（20分）", width: 9, group: "考核项目" },
  { text: "心得体会字数", width: 9, group: "佐证材料" },
  { text: "推门课节数", width: 8, group: "佐证材料" },
  { text: "奖励加分次数", width: 8 },
  { text: "综合考核成绩", width: 9 },
  { text: "考核结果", width: 8 },
  { text: "县级认定学时", width: 8 },
  { text: "校本考核成绩", width: 8 },
  { text: "校本认定学时", width: 8 },
  { text: "是否发证", width: 8 },
  { text: "备注", width: 14 },
];

/** Columns of the assessment that faults and formulas speak of. */
export const SCORE_COLUMNS = {
  name: "B",
  firstItem: "E",
  review: "F",
  platform: "G",
  lastItem: "I",
  words: "J",
  lessons: "K",
  times: "L",
  total: "M",
  result: "N",
  hours: "O",
  schoolBased: "P",
  schoolBasedHours: "Q",
  certificate: "R",
} as const;

const PERSONS: readonly Heading[] = [
  { text: "序号", width: 5 },
  { text: "姓名", width: 10 },
  { text: "性别", width: 5 },
  { text: "出生日期", width: 12 },
  { text: "身份证号", width: 22 },
  { text: "单位", width: 20 },
  { text: "单位类别", width: 14 },
  { text: "任教学科", width: 10 },
  { text: "职务", width: 10 },
  { text: "身份", width: 14 },
  { text: "备注", width: 12 },
];

export interface AssessmentSheet {
  readonly sheet: Worksheet;
  /** The row of each record, in order; a name may stand twice. */
  readonly rows: readonly { readonly name: string; readonly row: number }[];
  /** The row of each school's 小计. */
  readonly subtotals: ReadonlyMap<string, { readonly row: number; readonly from: number; readonly to: number }>;
  /** The row of 平均, below 合计. */
  readonly lastRow: number;
}

/** Clerks either leave formulas in a column, or paste the results over them. */
export interface AssessmentStyle {
  readonly totals: "formula" | "typed";
  readonly schoolBasedHours: "formula" | "typed";
  /** 合计 adds the 小计, or the records themselves. */
  readonly grandTotal: "of subtotals" | "of records";
}

function resultOf(teacher: Teacher): readonly CellValue[] {
  const total = totalOf(teacher);
  const passed = total >= 60;
  const certified = passed && teacher.schoolBased >= 80;
  return [
    passed ? "合格" : "不合格",
    passed ? 24 : 0,
    teacher.schoolBased,
    teacher.schoolBased >= 80 ? 12 : 0,
    certified ? "发证" : "不发证",
  ];
}

function waivedRow(teacher: Teacher, number: number, style: AssessmentStyle): CellValue[] {
  const blanks: CellValue[] = Array.from({ length: 9 }, () => null);
  const schoolBasedHours = style.schoolBasedHours === "typed" ? 0 : null;
  return [
    number,
    teacher.name,
    teacher.school,
    teacher.role,
    ...blanks,
    "自愿放弃",
    0,
    null,
    schoolBasedHours,
    "不发证",
    "自愿放弃（已签说明书）",
  ];
}

function scoreRow(teacher: Teacher, number: number, row: number, style: AssessmentStyle): CellValue[] {
  if (teacher.waived) return waivedRow(teacher, number, style);
  const total = totalOf(teacher);
  const [result = null, hours = null, schoolBased = null, schoolBasedHours = null, certificate = null] = resultOf(teacher);
  const typed = [number, teacher.name, teacher.school, teacher.role, ...teacher.items, teacher.words, teacher.lessons, teacher.times];
  return [
    ...typed,
    style.totals === "typed" ? total : { formula: `SUM(E${row}:I${row})+L${row}*5`, result: total, date1904: false },
    result,
    hours,
    schoolBased,
    style.schoolBasedHours === "typed"
      ? schoolBasedHours
      : { formula: `IF(P${row}>=80,12,0)`, result: Number(schoolBasedHours), date1904: false },
    certificate,
    null,
  ];
}

/** Columns with sums below them. */
const SUMMED = ["M", "O", "Q"] as const;

/** A row whose label is merged over the first four columns, with a formula below some of the columns. */
function writeSums(sheet: Worksheet, row: number, label: string, formulas: Readonly<Record<string, string>>): void {
  writeRow(
    sheet,
    row,
    SCORES.map((_, index) => (index === 0 ? label : null)),
    true,
  );
  sheet.mergeCells(`A${row}:D${row}`);
  for (const [column, formula] of Object.entries(formulas)) {
    sheet.getCell(`${column}${row}`).value = { formula, result: 0, date1904: false };
  }
}

function eachSummed(formula: (column: string) => string): Record<string, string> {
  return Object.fromEntries(SUMMED.map((column) => [column, formula(column)]));
}

/** The number that a cell shows, its own or its formula's; nothing where it shows none. */
function shown(sheet: Worksheet, address: string): number[] {
  const { value } = sheet.getCell(address);
  const plain = value !== null && typeof value === "object" && "result" in value ? value.result : value;
  return typeof plain === "number" ? [plain] : [];
}

/** The numbers of the cells that a formula names: M5:M16, or M17 and M30. */
function numbersIn(sheet: Worksheet, formula: string): number[] {
  return [...formula.matchAll(/([A-Z])(\d+)(?::[A-Z](\d+))?/g)].flatMap(([, column = "", from = "", to = from]) =>
    Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => shown(sheet, `${column}${Number(from) + index}`)).flat(),
  );
}

/** Gives the formulas of a row of sums the values that Excel would show. */
function calculate(sheet: Worksheet, row: number): void {
  for (const column of SUMMED) {
    const cell = sheet.getCell(`${column}${row}`);
    const { value } = cell;
    if (value === null || typeof value !== "object" || !("formula" in value)) continue;
    const { formula = "" } = value;
    const numbers = numbersIn(sheet, formula);
    const sum = numbers.reduce((total, number) => total + number, 0);
    const result = formula.startsWith("ROUND(AVERAGE(") ? Math.round((sum / numbers.length) * 100) / 100 : sum;
    cell.value = { formula, result, date1904: false };
  }
}

/** Brings 小计, then 合计 and 平均, up to date with the records above them. */
export function calculateSums({ sheet, subtotals, lastRow }: AssessmentSheet): void {
  for (const { row } of subtotals.values()) calculate(sheet, row);
  calculate(sheet, lastRow - 1);
  calculate(sheet, lastRow);
}

/** Writes 教师考核: records by school, each school with its 小计, then 合计 and 平均, then the footer. */
export function writeAssessment(workbook: Workbook, list: readonly Teacher[], style: AssessmentStyle): AssessmentSheet {
  const sheet = addForm(workbook, ASSESSMENT, SCORES, "3:4");
  writeTitle(sheet, SCORES, "兰西县2024—2025学年度上学期教师培训考核表", "单位（盖章）：兰西县教师进修学校", "填报日期：2024年12月30日");
  freezeHeader(sheet, writeHeader(sheet, SCORES), 2);
  const rows: { name: string; row: number }[] = [];
  const subtotals = new Map<string, { row: number; from: number; to: number }>();
  let row = 5;
  for (const school of new Set(list.map((teacher) => teacher.school))) {
    const from = row;
    for (const teacher of list.filter((each) => each.school === school)) {
      rows.push({ name: teacher.name, row });
      writeRow(sheet, row, scoreRow(teacher, rows.length, row, style));
      row += 1;
    }
    const to = row - 1;
    writeSums(
      sheet,
      row,
      "小计",
      eachSummed((column) => `SUM(${column}${from}:${column}${to})`),
    );
    subtotals.set(school, { row, from, to });
    row += 1;
  }
  const sums = [...subtotals.values()];
  const records = (column: string) => sums.map((sum) => `${column}${sum.from}:${column}${sum.to}`).join(",");
  const grandTotal = (column: string) =>
    style.grandTotal === "of records" ? `SUM(${records(column)})` : sums.map((sum) => `${column}${sum.row}`).join("+");
  writeSums(sheet, row, "合计", eachSummed(grandTotal));
  writeSums(sheet, row + 1, "平均", { M: `ROUND(AVERAGE(${records("M")}),2)` });
  writeFooter(sheet, row + 3, SCORES, "填表人：钱玉芬        审核人：吴凡山        单位负责人：周国栋        联系电话：0455-5620000");
  const assessment = { sheet, rows, subtotals, lastRow: row + 1 };
  calculateSums(assessment);
  return assessment;
}

export interface RosterSheet {
  readonly sheet: Worksheet;
  readonly rows: ReadonlyMap<string, number>;
}

/** Writes 花名册, one person a row. */
export function writeRoster(workbook: Workbook, list: readonly Teacher[]): RosterSheet {
  const sheet = addForm(workbook, ROSTER, PERSONS, "3:3");
  writeTitle(sheet, PERSONS, "兰西县参训教师花名册", "填报单位：兰西县教师进修学校", "2024年9月20日");
  freezeHeader(sheet, writeHeader(sheet, PERSONS), 2);
  const rows = new Map<string, number>();
  list.forEach((teacher, index) => {
    const row = 4 + index;
    const { name, sex, birth, id, school, stage, subject, post, role } = teacher;
    rows.set(name, row);
    writeRow(sheet, row, [index + 1, name, sex, new Date(`${birth}T00:00:00Z`), id, school, stage, subject, post, role, null]);
    sheet.getCell(`D${row}`).numFmt = "yyyy/m/d";
    sheet.getCell(`E${row}`).numFmt = "@";
  });
  writeFooter(sheet, 5 + list.length, PERSONS, "填表人：钱玉芬    审核人：吴凡山    联系电话：0455-5620000");
  return { sheet, rows };
}
