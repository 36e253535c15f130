/**
 * The 肇庆 sample workbooks: 花名册, 学时登记 (a training a row), 年度学时汇总 and 培训覆盖情况 of one year, clean and faulty.
 */
import type { CellValue, Workbook, Worksheet } from "exceljs";
import type { Planted } from "./faults";
import { addForm, freezeHeader, writeFooter, writeHeader, writeRow, writeTitle, type Heading } from "./form";
import { idNumber, pick, sequence, two } from "./people";
import source from "./zhaoqing.json";

const ROSTER = "花名册";
const LOG = "学时登记";
const YEAR = "年度学时汇总";
const QUOTA = "培训覆盖情况";
const UNIT = "填报单位：怀集县教师发展中心";
const FOOTER = "填表人：黄晓彤    审核人：梁志远    联系电话：0758-5520000";

interface Person {
  readonly name: string;
  readonly sex: "男" | "女";
  readonly birth: string;
  readonly id: string;
  readonly school: string;
  readonly stage: string;
  readonly subject: string;
}

function persons(): Person[] {
  const next = sequence(20240116);
  return source.names.map((name, index) => {
    const school = pick(source.schools, Math.floor(index / 10));
    const sex = source.women.includes(name.slice(1)) ? "女" : "男";
    const birth = `${1968 + ((next() >> 8) % 30)}-${two(1 + ((next() >> 8) % 12))}-${two(1 + ((next() >> 8) % 28))}`;
    const id = idNumber(birth, sex, 21 + index * 5, "441299");
    return { name, sex, birth, id, school: school.name, stage: school.stage, subject: pick(school.subjects, index) };
  });
}

const PERSONS: readonly Heading[] = [
  { text: "序号", width: 5 },
  { text: "姓名", width: 10 },
  { text: "性别", width: 5 },
  { text: "身份证号", width: 22 },
  { text: "单位", width: 20 },
  { text: "学段", width: 10 },
  { text: "任教学科", width: 10 },
  { text: "备注", width: 12 },
];

function writeRoster(workbook: Workbook, list: readonly Person[]): Worksheet {
  const sheet = addForm(workbook, ROSTER, PERSONS, "3:3");
  writeTitle(sheet, PERSONS, "怀集县教师花名册", UNIT, "2024年1月5日");
  freezeHeader(sheet, writeHeader(sheet, PERSONS), 2);
  list.forEach(({ name, sex, id, school, stage, subject }, index) => {
    writeRow(sheet, 4 + index, [index + 1, name, sex, id, school, stage, subject, null]);
    sheet.getCell(`D${4 + index}`).numFmt = "@";
  });
  writeFooter(sheet, 5 + list.length, PERSONS, FOOTER);
  return sheet;
}

const TRAININGS: readonly Heading[] = [
  { text: "序号", width: 5 },
  { text: "姓名", width: 10 },
  { text: "单位", width: 20 },
  { text: "培训时间", width: 14 },
  { text: "培训项目", width: 28 },
  { text: "课程类别", width: 12 },
  { text: "内容类别", width: 18 },
  { text: "培训方式", width: 12 },
  { text: "天数", width: 7 },
  { text: "学时", width: 7 },
  { text: "备注", width: 10 },
];

/** Trainings of one person stand together; the first of each stands at row 4 + 4 × index. */
function logRow(index: number, training: number): number {
  return 4 + index * source.trainings.length + training;
}

function writeLog(workbook: Workbook, list: readonly Person[]): Worksheet {
  const sheet = addForm(workbook, LOG, TRAININGS, "3:3");
  writeTitle(sheet, TRAININGS, "肇庆市怀集县2024年教师培训学时登记表", UNIT, "登记日期：2024年12月20日");
  freezeHeader(sheet, writeHeader(sheet, TRAININGS), 2);
  list.forEach(({ name, school }, index) => {
    source.trainings.forEach(({ date, project, category, content, mode, days, hours }, training) => {
      const row = logRow(index, training);
      writeRow(sheet, row, [row - 3, name, school, date, project, category, content, mode, days, hours, null]);
    });
  });
  writeFooter(sheet, 1 + logRow(list.length, 0), TRAININGS, FOOTER);
  return sheet;
}

const HOURS: readonly Heading[] = [
  { text: "序号", width: 5 },
  { text: "姓名", width: 10 },
  { text: "单位", width: 20 },
  { text: "公需课\n（学时）", width: 10, group: "年度学时" },
  { text: "专业课\n（学时）", width: 10, group: "年度学时" },
  { text: "个人选修课\n（学时）", width: 11, group: "年度学时" },
  { text: "合计学时", width: 10 },
  { text: "是否完成", width: 10 },
  { text: "备注", width: 12 },
];

function hoursOf(category: string): number {
  return source.trainings.filter((training) => training.category === category).reduce((sum, training) => sum + training.hours, 0);
}

function writeYear(workbook: Workbook, list: readonly Person[]): Worksheet {
  const sheet = addForm(workbook, YEAR, HOURS, "3:4");
  writeTitle(sheet, HOURS, "肇庆市怀集县2024年度教师继续教育学时汇总表", UNIT, "填报日期：2024年12月25日");
  freezeHeader(sheet, writeHeader(sheet, HOURS), 2);
  const blocks = ["公需课", "专业课", "个人选修课"].map(hoursOf);
  const total = blocks.reduce((sum, hours) => sum + hours, 0);
  list.forEach(({ name, school }, index) => {
    const row = 5 + index;
    const formula: CellValue = { formula: `SUM(D${row}:F${row})`, result: total, date1904: false };
    writeRow(sheet, row, [index + 1, name, school, ...blocks, formula, "完成", null]);
  });
  writeFooter(sheet, 6 + list.length, HOURS, FOOTER);
  return sheet;
}

const COVERAGE: readonly Heading[] = [
  { text: "序号", width: 6 },
  { text: "县（市、区）", width: 14 },
  { text: "培训级别", width: 24 },
  { text: "教师总人数", width: 12 },
  { text: "参训人数", width: 12 },
  { text: "备注", width: 16 },
];

function writeQuota(workbook: Workbook): Worksheet {
  const sheet = addForm(workbook, QUOTA, COVERAGE, "3:3");
  writeTitle(sheet, COVERAGE, "怀集县2024年教师培训覆盖情况表", UNIT, "2024年12月25日");
  freezeHeader(sheet, writeHeader(sheet, COVERAGE), 2);
  source.quotas.forEach(({ place, level, whole, part }, index) => writeRow(sheet, 4 + index, [index + 1, place, level, whole, part, null]));
  writeFooter(sheet, 5 + source.quotas.length, COVERAGE, FOOTER);
  return sheet;
}

export function cleanHours(workbook: Workbook): Planted[] {
  const list = persons();
  writeYear(workbook, list);
  writeLog(workbook, list);
  writeQuota(workbook);
  writeRoster(workbook, list);
  return [];
}

interface Edit extends Planted {
  /** What was written, by cell of the same sheet: the faulty cell and those that agree with it. */
  readonly writes: Readonly<Record<string, CellValue>>;
}

function sumOf(row: number, result: number): CellValue {
  return { formula: `SUM(D${row}:F${row})`, result, date1904: false };
}

/** Faults of one cell each; persons by their place in the list. */
function edits(): Edit[] {
  const year = (index: number) => 5 + index;
  const days = `I${logRow(7, 3)}`;
  const credited = `J${logRow(9, 1)}`;
  const text = `J${logRow(17, 0)}`;
  const unreadable = `D${logRow(11, 2)}`;
  const unknown = `G${logRow(13, 1)}`;
  return [
    { code: "hours.total-mismatch", sheet: YEAR, cell: `G${year(1)}`, level: "logic", writes: { [`G${year(1)}`]: sumOf(year(1), 96) } },
    {
      code: "hours.block-short",
      sheet: YEAR,
      cell: `F${year(3)}`,
      level: "logic",
      writes: { [`F${year(3)}`]: 12, [`G${year(3)}`]: sumOf(year(3), 86) },
    },
    {
      code: "hours.block-short",
      sheet: YEAR,
      cell: `F${year(5)}`,
      level: "experience",
      writes: { [`F${year(5)}`]: 16, [`G${year(5)}`]: sumOf(year(5), 90), [`H${year(5)}`]: "未完成" },
    },
    { code: "claim.understated", sheet: YEAR, cell: `H${year(8)}`, level: "experience", writes: { [`H${year(8)}`]: "未完成" } },
    {
      code: "hours.ledger-mismatch",
      sheet: YEAR,
      cell: `E${year(15)}`,
      level: "logic",
      writes: { [`E${year(15)}`]: 52, [`G${year(15)}`]: sumOf(year(15), 102) },
    },
    { code: "cell.text-number", sheet: LOG, cell: text, level: "experience", writes: { [text]: "30学时" } },
    { code: "hours.not-half-days", sheet: LOG, cell: days, level: "logic", writes: { [days]: 2.25 } },
    { code: "hours.credit-mismatch", sheet: LOG, cell: credited, level: "logic", writes: { [credited]: 36 } },
    { code: "date.unreadable", sheet: LOG, cell: unreadable, level: "logic", writes: { [unreadable]: "2024年13月40日" } },
    { code: "choice.unknown", sheet: LOG, cell: unknown, level: "logic", writes: { [unknown]: "烹饪技术" } },
    { code: "quota.short", sheet: QUOTA, cell: "E6", level: "experience", writes: { E6: 4300 } },
  ];
}

/** Cells that had to change so that a fault above stays the only one: the log agrees with the year, and the year with the log. */
const AGREEING: Readonly<Record<string, Readonly<Record<string, CellValue>>>> = {
  [LOG]: { [`I${logRow(3, 3)}`]: 1.5, [`J${logRow(3, 3)}`]: 12, [`I${logRow(5, 3)}`]: 2, [`J${logRow(5, 3)}`]: 16 },
  [YEAR]: { E14: 48, G14: sumOf(14, 98) },
};

export function faultyHours(workbook: Workbook): Planted[] {
  cleanHours(workbook);
  const planted = edits();
  const writes = [...planted.map((edit) => [edit.sheet, edit.writes] as const), ...Object.entries(AGREEING)];
  for (const [name, cells] of writes) {
    const sheet = workbook.getWorksheet(name);
    if (sheet === undefined) throw new Error(name);
    for (const [cell, value] of Object.entries(cells)) sheet.getCell(cell).value = value;
  }
  return planted.map(({ code, sheet, cell, level }) => ({ code, sheet, cell, level }));
}
