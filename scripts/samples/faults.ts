/**
 * The faults of the faulty sample workbook: what a clerk's hand did, and the finding that has to come of it. One fault,
 * one finding: what depends on a faulty value is written so that it agrees with it.
 */
import type { CellValue } from "exceljs";
import { checkDigit, idNumber, type Teacher } from "./people";
import { ASSESSMENT, calculateSums, ROSTER, SCORE_COLUMNS, type AssessmentSheet, type RosterSheet } from "./teacher-sheets";

export interface Planted {
  readonly code: string;
  readonly sheet: string;
  readonly cell: string;
  readonly level: "logic" | "experience";
}

function change(list: readonly Teacher[], name: string, changes: Partial<Teacher>): Teacher[] {
  return list.map((teacher) => (teacher.name === name ? { ...teacher, ...changes } : teacher));
}

function after(list: readonly Teacher[], name: string, added: Teacher): Teacher[] {
  return list.flatMap((teacher) => (teacher.name === name ? [teacher, added] : [teacher]));
}

function named(list: readonly Teacher[], name: string): Teacher {
  const found = list.find((teacher) => teacher.name === name);
  if (found === undefined) throw new Error(name);
  return found;
}

function newcomer(like: Teacher, name: string, sex: "男" | "女", order: number): Teacher {
  const birth = "1991-03-08";
  return { ...like, name, sex, birth, id: idNumber(birth, sex, order) };
}

/** The list as the faulty 教师考核 has it: one person twice, one who is in no roster, some with other scores. */
export function faultyAssessmentList(list: readonly Teacher[]): Teacher[] {
  const twice = after(list, "严冬青", named(list, "许明哲"));
  const stranger = after(twice, "窦雪莹", newcomer(named(list, "谢婉秋"), "万里晴", "女", 460));
  const borderline = change(stranger, "华春玲", { items: [12, 12, 12, 12, 11.995], schoolBased: 83 });
  const oneLesson = change(borderline, "谢婉秋", { items: [18, 16, 20, 20, 17], lessons: 1 });
  return change(oneLesson, "韩雪梅", { words: 960 });
}

/** The list as the faulty 花名册 has it: one person more, one ID number with a wrong check digit, one kind of school unknown. */
export function faultyRosterList(list: readonly Teacher[]): Teacher[] {
  const id = named(list, "施雨晴").id;
  const wrong = id.slice(0, 17) + (checkDigit(id.slice(0, 17)) === "5" ? "6" : "5");
  const more = after(list, "昌永安", newcomer(named(list, "昌永安"), "方知远", "男", 470));
  return change(change(more, "施雨晴", { id: wrong }), "鲁大为", { stage: "职业学校" });
}

interface Edit {
  readonly code: string;
  readonly level: Planted["level"];
  readonly name: string;
  readonly column: string;
  /** What the clerk wrote there, and in other cells of the row that have to agree. Absent: already in the list. */
  readonly writes?: Readonly<Record<string, CellValue>>;
}

const { name, review, platform, lastItem, words, lessons, times, total, result, hours, certificate, firstItem, schoolBasedHours } =
  SCORE_COLUMNS;

const EDITS: readonly Edit[] = [
  { code: "score.out-of-range", level: "logic", name: "吴凡山", column: review, writes: { [review]: 21 } },
  { code: "score.missing", level: "logic", name: "孙立新", column: lastItem, writes: { [lastItem]: null } },
  { code: "score.total-mismatch", level: "logic", name: "周春雨", column: total, writes: { [total]: 99 } },
  { code: "score.result-mismatch", level: "logic", name: "尤淑珍", column: result, writes: { [result]: "合格" } },
  { code: "score.result-mismatch", level: "logic", name: "陶然", column: certificate, writes: { [certificate]: "发证" } },
  { code: "hours.credit-mismatch", level: "logic", name: "葛长海", column: hours, writes: { [hours]: 24 } },
  { code: "bonus.not-entitled", level: "logic", name: "陈思远", column: times, writes: { [times]: 1 } },
  { code: "cell.text-number", level: "experience", name: "卫东平", column: platform, writes: { [platform]: "２０" } },
  { code: "cell.not-a-number", level: "logic", name: "沈文博", column: platform, writes: { [platform]: "缺" } },
  {
    code: "cell.formula-error",
    level: "logic",
    name: "金美子",
    column: firstItem,
    writes: { [firstItem]: { formula: 'VLOOKUP("金美子老师",花名册!B:C,2,FALSE)', result: { error: "#N/A" }, date1904: false } },
  },
  { code: "score.borderline", level: "experience", name: "华春玲", column: total },
  { code: "person.name-space", level: "experience", name: "姜雨桐", column: name, writes: { [name]: "姜 雨桐" } },
  { code: "person.not-in-roster", level: "logic", name: "万里晴", column: name },
  { code: "evidence.below", level: "logic", name: "谢婉秋", column: lessons },
  { code: "evidence.below", level: "experience", name: "韩雪梅", column: words },
  { code: "formula.overtyped", level: "experience", name: "冯国良", column: schoolBasedHours, writes: { [schoolBasedHours]: 12 } },
];

function rowOf({ rows }: AssessmentSheet, person: string): number {
  const found = rows.find((record) => record.name === person);
  if (found === undefined) throw new Error(person);
  return found.row;
}

function editAssessment(assessment: AssessmentSheet): Planted[] {
  return EDITS.map(({ code, level, name: person, column, writes = {} }) => {
    const row = rowOf(assessment, person);
    for (const [letter, value] of Object.entries(writes)) assessment.sheet.getCell(`${letter}${row}`).value = value;
    return { code, sheet: ASSESSMENT, cell: `${column}${row}`, level };
  });
}

function repeatedPerson({ rows }: AssessmentSheet): Planted {
  const second = rows.filter((record) => record.name === "许明哲").at(-1);
  return { code: "person.duplicate", sheet: ASSESSMENT, cell: `${name}${second?.row}`, level: "logic" };
}

/** The 小计 of the kindergarten was written before its last teacher was added. */
function shortenSum({ sheet, subtotals }: AssessmentSheet): Planted {
  const subtotal = subtotals.get("兰西县幼儿园");
  if (subtotal === undefined) throw new Error("兰西县幼儿园");
  const cell = `${total}${subtotal.row}`;
  sheet.getCell(cell).value = { formula: `SUM(${total}${subtotal.from}:${total}${subtotal.to - 1})`, result: 0, date1904: false };
  return { code: "formula.range-short", sheet: ASSESSMENT, cell, level: "experience" };
}

function hideRow(assessment: AssessmentSheet): Planted {
  const row = rowOf(assessment, "苏广田");
  assessment.sheet.getRow(row).hidden = true;
  return { code: "row.hidden", sheet: ASSESSMENT, cell: `${name}${row}`, level: "experience" };
}

/** Puts the faults into the sheets and gives the findings that are due, the roster's own included. */
export function plantFaults(assessment: AssessmentSheet, roster: RosterSheet): Planted[] {
  const inRows = [...editAssessment(assessment), repeatedPerson(assessment), shortenSum(assessment), hideRow(assessment)];
  calculateSums(assessment);
  return [
    ...inRows,
    // A person whom 教师考核 lacks is said at the header of its names.
    { code: "person.missing", sheet: ASSESSMENT, cell: "B3", level: "logic" },
    { code: "person.id-invalid", sheet: ROSTER, cell: `E${roster.rows.get("施雨晴")}`, level: "logic" },
    { code: "choice.unknown", sheet: ROSTER, cell: `G${roster.rows.get("鲁大为")}`, level: "logic" },
  ];
}
