/**
 * The sheet 单位考核: the schools' scores, with the teachers' average taken from 教师考核.
 */
import type { CellValue, Workbook } from "exceljs";
import { addForm, freezeHeader, writeFooter, writeHeader, writeRow, writeTitle, type Heading } from "./form";
import { totalOf, type Teacher } from "./people";

export const SCHOOLS = "单位考核";

const HEADINGS: readonly Heading[] = [
  { text: "序号", width: 5 },
  { text: "单位", width: 22 },
  { text: "培训计划和总结\n（10分）", width: 12, group: "考核项目" },
  { text: "集中培训\n（10分）", width: 10, group: "考核项目" },
  { text: "教师平均分\n（60分）", width: 11, group: "考核项目" },
  { text: "外派培训任务\n（10分）", width: 11, group: "考核项目" },
  { text: "材料上报\n（10分）", width: 10, group: "考核项目" },
  { text: "提供现场次数", width: 9, group: "奖励加分" },
  { text: "派出人次", width: 9, group: "奖励加分" },
  { text: "临时性工作加分（分）", width: 11, group: "奖励加分" },
  { text: "总分", width: 10 },
  { text: "备注", width: 12 },
];

/** What the institute gave: plan and summary, central training, dispatch, materials; times hosted, persons lent, other points. */
const GIVEN: readonly (readonly number[])[] = [
  [10, 9.5, 10, 9, 1, 2, 0],
  [9, 9, 8, 9.5, 0, 1, 1],
  [10, 10, 9, 10, 1, 0, 0],
  [8.5, 9, 8, 9, 0, 1, 0],
];

function round2(value: number): number {
  return Math.round(value * 100 + 1e-7) / 100;
}

function averageOf(list: readonly Teacher[]): number {
  const counted = list.filter((teacher) => !teacher.waived);
  return counted.reduce((sum, teacher) => sum + totalOf(teacher), 0) / counted.length;
}

export function writeSchools(workbook: Workbook, list: readonly Teacher[]): void {
  const sheet = addForm(workbook, SCHOOLS, HEADINGS, "3:4");
  writeTitle(
    sheet,
    HEADINGS,
    "兰西县2024—2025学年度上学期基层单位培训考核表",
    "单位（盖章）：兰西县教师进修学校",
    "填报日期：2024年12月31日",
  );
  freezeHeader(sheet, writeHeader(sheet, HEADINGS), 2);
  const schools = [...new Set(list.map((teacher) => teacher.school))];
  schools.forEach((school, index) => {
    const [plan = 0, central = 0, dispatch = 0, materials = 0, hosted = 0, lent = 0, other = 0] = GIVEN[index] ?? [];
    const average = round2(averageOf(list.filter((teacher) => teacher.school === school)) * 0.6);
    const row = 5 + index;
    const total = round2(plan + central + average + dispatch + materials + hosted * 2 + lent + other);
    const formula: CellValue = { formula: `SUM(C${row}:G${row})+H${row}*2+I${row}+J${row}`, result: total, date1904: false };
    writeRow(sheet, row, [index + 1, school, plan, central, average, dispatch, materials, hosted, lent, other, formula, null]);
  });
  writeFooter(sheet, 6 + schools.length, HEADINGS, "填表人：钱玉芬    审核人：吴凡山    单位负责人：周国栋    联系电话：0455-5620000");
}
