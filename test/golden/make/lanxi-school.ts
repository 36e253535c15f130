/** 兰西: a workbook of a county or a school: roster, teachers' scores, school form, submissions, hours log. */
import { Page, type Book } from "./book";
import { Layout, type FormColumn, type FormRecord, type Placed } from "./form";
import { teacherForm, teachers, withOthers, type Teacher } from "./lanxi-teachers";
import { Crowd, dayPlus, lanxiSchools, subjects, written, type DateStyle, type Day } from "./people";
import type { Chance } from "./random";
import { assemble, dress, round2, Spoilable, sum, textNumber } from "./scene";

const school = ["plan", "central", "average", "dispatch", "materials"] as const;
const schoolKeys: Readonly<Record<string, string>> = {
  plan: "lanxi.school.plan-summary",
  central: "lanxi.school.central-training",
  average: "lanxi.school.teacher-average",
  dispatch: "lanxi.school.dispatch",
  materials: "lanxi.school.materials",
  host: "lanxi.school.bonus.host",
  lent: "lanxi.school.bonus.dispatch",
  task: "lanxi.school.bonus.task",
};
const schoolNames: Readonly<Record<string, readonly string[]>> = {
  number: ["序号", "序 号"],
  school: ["单位", "学校", "学校名称", "单位名称", "基层单位"],
  plan: ["培训计划和总结", "计划总结", "培训计划、总结", "计划与总结"],
  central: ["集中培训", "集中培训参与情况", "参与集中培训", "集中培训（含二次培训）"],
  average: ["教师平均分", "教师培训得分平均分", "教师学期培训得分平均分", "教师得分平均分"],
  dispatch: ["外派培训任务", "外派任务完成情况", "外派任务"],
  materials: ["材料上报", "平时材料上报", "培训材料上报情况"],
  total: ["总分", "合计", "考核总分", "综合得分", "总得分"],
  note: ["备注"],
};
const hostNames = { times: ["提供现场次数", "承办活动次数", "现场（次）"], points: ["提供现场加分", "承办活动加分（分）", "现场加分"] };
const lentNames = { times: ["派出人次", "派出教师人次", "外派人次"], points: ["派出人员加分", "派出加分", "派员加分（分）"] };
const taskNames = ["临时性工作加分", "临时工作加分", "其他加分"];

interface SchoolLine {
  readonly name: string;
  readonly values: Readonly<Record<string, number>>;
}

/** Teachers who gave up are left out of the mean, those without a score count 0. */
interface Absent {
  readonly waived: ReadonlySet<Teacher>;
  readonly missing: ReadonlySet<Teacher>;
}

function schoolLine(chance: Chance, name: string, all: readonly Teacher[], { waived, missing }: Absent): SchoolLine {
  const members = all.filter((teacher) => teacher.school === name && !waived.has(teacher)).map((teacher) => (missing.has(teacher) ? { ...teacher, total: 0 } : teacher));
  const mean = members.reduce((total, teacher) => total + teacher.total, 0) / Math.max(1, members.length);
  const average = Math.min(60, mean * 0.6);
  const values: Record<string, number> = {
    plan: chance.int(7, 10),
    central: chance.int(6, 10),
    average,
    dispatch: chance.int(7, 10),
    materials: chance.int(7, 10),
    host: chance.chance(0.3) ? 1 : 0,
    lent: chance.chance(0.4) ? chance.int(1, 3) : 0,
    task: chance.chance(0.2) ? 1 : 0,
  };
  return { name, values };
}

interface SchoolForm {
  readonly columns: FormColumn[];
  readonly records: FormRecord[];
  readonly lines: readonly SchoolLine[];
  readonly hostTimes: boolean;
  readonly lentTimes: boolean;
}

function schoolForm(chance: Chance, names: readonly string[], list: readonly Teacher[], absent: Absent): SchoolForm {
  const lines = names.map((name) => schoolLine(chance, name, list, absent));
  const hostTimes = chance.chance(0.5);
  const lentTimes = chance.chance(0.5);
  const levels = chance.pick([1, 2] as const);
  const withPoints = chance.chance(0.5);
  const max: Readonly<Record<string, number>> = { plan: 10, central: 10, average: 60, dispatch: 10, materials: 10 };
  const group = chance.pick(["考核项目", "考核内容（100分）"]);
  const bonusGroup = chance.pick(["奖励加分", "加分项目"]);
  const order = ["number", "school", ...school, "host", "lent", ...(chance.chance(0.6) ? ["task"] : []), "total", ...(chance.chance(0.5) ? ["note"] : [])];
  const columns = order.map((id): FormColumn => {
    const own =
      id === "host"
        ? chance.pick(hostTimes ? hostNames.times : hostNames.points)
        : id === "lent"
          ? chance.pick(lentTimes ? lentNames.times : lentNames.points)
          : id === "task"
            ? chance.pick(taskNames)
            : chance.pick(schoolNames[id] ?? [id]) + (withPoints && max[id] !== undefined ? `（${max[id]}分）` : "");
    const isItem = max[id] !== undefined;
    const isBonus = ["host", "lent", "task"].includes(id);
    const header = levels === 1 ? [own] : isItem ? [group, own] : isBonus ? [bonusGroup, own] : [own];
    return { id, key: schoolKeys[id] ?? id, header };
  });
  const hasTask = order.includes("task");
  const asFormula = chance.chance(0.4);
  const records = lines.map(({ name, values }, index): FormRecord => {
    const v = (id: string): number => values[id] ?? 0;
    const total = round2(sum([v("plan"), v("central"), v("dispatch"), v("materials"), 2 * v("host"), v("lent"), hasTask ? v("task") : 0]) + v("average"));
    return {
      number: index + 1,
      school: name,
      plan: v("plan"),
      central: v("central"),
      average: round2(v("average")),
      dispatch: v("dispatch"),
      materials: v("materials"),
      host: hostTimes ? v("host") : 2 * v("host"),
      lent: v("lent"),
      task: v("task"),
      total: asFormula
        ? ({ at }) => ({
            value: round2(total),
            formula: `ROUND(SUM(${at("plan")}:${at("materials")})+${at("host")}${hostTimes ? "*2" : ""}+${at("lent")}${hasTask ? `+${at("task")}` : ""},2)`,
          })
        : total,
    };
  });
  return { columns, records, lines, hostTimes, lentTimes };
}

type SchoolFault = (form: SchoolForm, spoil: Spoilable, chance: Chance) => string | null;

/** What stands in the total now, less the item, plus another: the total goes on agreeing with what is written. */
function retotal(form: SchoolForm, spoil: Spoilable, record: number): void {
  const read = (id: string): number => {
    const value = spoil.get(record, id);
    return typeof value === "number" ? value : 0;
  };
  const has = (id: string): boolean => form.columns.some((column) => column.id === id);
  const values = school.map(read);
  const total = round2(sum([...values, read("host") * (form.hostTimes ? 2 : 1), read("lent"), has("task") ? read("task") : 0]));
  const now = spoil.get(record, "total");
  spoil.set(record, "total", typeof now === "function" ? (place) => ({ ...now(place), value: total }) : total);
}

export const schoolFaults: Readonly<Record<string, SchoolFault>> = {
  "average not what the teachers have": (form, spoil, chance) => {
    const record = spoil.fresh();
    if (record === null) return null;
    const now = spoil.get(record, "average");
    spoil.set(record, "average", round2((typeof now === "number" ? now : 0) - chance.pick([1, 2.5, 0.3])));
    retotal(form, spoil, record);
    spoil.expect({ code: "score.item-mismatch", level: "logic", record, column: "average", why: "A derived item that is not what the rule gives is score.item-mismatch" });
    return "average wrong";
  },
  "average is the mean itself": (form, spoil) => {
    const record = spoil.fresh();
    if (record === null) return null;
    const line = form.lines[record];
    if (!line) return null;
    const value = round2((line.values["average"] ?? 0) / 0.6);
    if (value <= 60) return null;
    spoil.set(record, "average", value);
    spoil.expect({ code: "score.out-of-range", level: "logic", record, column: "average", why: "An item above its maximum is score.out-of-range" });
    return "mean not taken × 60 %";
  },
  "school total wrong": (_form, spoil, chance) => {
    const record = spoil.fresh();
    if (record === null) return null;
    const now = spoil.get(record, "total");
    const place = { row: 0, at: () => "A1" };
    const cell = typeof now === "function" ? now(place).value : now;
    spoil.set(record, "total", round2((typeof cell === "number" ? cell : 0) + chance.pick([1, -2, 0.5])));
    spoil.expect({ code: "score.total-mismatch", level: "logic", record, column: "total", why: "total against the items" });
    spoil.expect({ code: "formula.overtyped", level: "experience", record, column: "total", why: "typed over", open: true });
    return "total wrong";
  },
  "school item above its points": (_form, spoil, chance) => {
    const record = spoil.fresh();
    if (record === null) return null;
    const id = chance.pick(["plan", "central", "dispatch", "materials"] as const);
    spoil.set(record, id, chance.pick([11, 12, 15]));
    spoil.expect({ code: "score.out-of-range", level: "logic", record, column: id, why: "An item above its maximum" });
    return `${id} above 10`;
  },
  "school item missing": (_form, spoil, chance) => {
    const record = spoil.fresh();
    if (record === null) return null;
    const id = chance.pick(["plan", "central", "dispatch", "materials"] as const);
    spoil.set(record, id, null);
    spoil.expect({ code: "score.missing", level: "logic", record, column: id, why: "score.missing" });
    return `${id} blank`;
  },
  "school item as text": (_form, spoil, chance) => {
    const record = spoil.fresh();
    if (record === null) return null;
    const id = chance.pick(["plan", "central", "dispatch", "materials"] as const);
    const now = spoil.get(record, id);
    const total = spoil.get(record, "total");
    if (typeof total === "function") spoil.set(record, "total", total({ row: 0, at: () => "A1" }).value);
    spoil.set(record, id, textNumber(chance, typeof now === "number" ? now : 0, "分"));
    spoil.expect({ code: "cell.text-number", level: "experience", record, column: id, why: "text number" });
    spoil.expect({ code: "formula.overtyped", level: "experience", record, column: "total", why: "typed over", open: true });
    return `${id} as text`;
  },
  "host points odd": (form, spoil) => {
    if (form.hostTimes) return null;
    const record = spoil.fresh();
    if (record === null) return null;
    spoil.set(record, "host", 3);
    retotal(form, spoil, record);
    spoil.expect({ code: "bonus.not-multiple", level: "logic", record, column: "host", why: "one with 分 holds points (which must be a multiple)" });
    spoil.expect({ code: "formula.overtyped", level: "experience", record, column: "total", why: "typed over", open: true });
    return "host 3 points";
  },
};

export function schoolBook(chance: Chance, faultNames: readonly string[] | null): Book {
  const crowd = new Crowd(chance);
  const schools = chance.some(lanxiSchools, chance.int(4, 12));
  const list = teachers(chance, crowd, schools, schools.length * chance.int(3, 8));
  const form = teacherForm(chance, list, { wants: ["school", "note"] });
  const waived = new Set(chance.chance(0.3) ? [chance.pick(list)] : []);
  const missing = new Set(chance.chance(0.2) ? [chance.pick(list)].filter((one) => !waived.has(one)) : []);
  const teacherSpoil = new Spoilable(chance, form.records);
  list.forEach((teacher, record) => {
    if (!waived.has(teacher) && !missing.has(teacher)) return;
    for (const id of ["reflection", "review", "platform", "lesson", "activity", "bonus", "total", "result", "sb", "credited", "certificate"]) teacherSpoil.set(record, id, null);
    if (waived.has(teacher)) teacherSpoil.set(record, "note", chance.pick(["自愿放弃", "自愿放弃参训，已签说明书", "本人自愿放弃培训"]));
    const first = form.columns.find((column) => ["reflection", "review", "platform", "lesson", "activity"].includes(column.id))?.id ?? "reflection";
    if (missing.has(teacher) && form.has("sb")) teacherSpoil.expect({ code: "score.missing", level: "logic", record, column: "sb", why: "another score is missing too", open: true });
    if (missing.has(teacher)) teacherSpoil.expect({ code: "score.missing", level: "logic", record, column: first, alsoColumns: ["reflection", "review", "platform", "lesson", "activity", "total"], why: "Teachers without a score: 0 in the mean, and score.missing" });
  });
  const schoolSheet = schoolForm(chance, schools, list, { waived, missing });
  const spoil = new Spoilable(chance, schoolSheet.records);
  for (const fault of faultNames ?? []) {
    const says = schoolFaults[fault]?.(schoolSheet, spoil, chance) ?? null;
    if (says !== null) spoil.says.push(`${fault}: ${says}`);
  }
  const teacherPage = new Page(chance.pick(["教师考核", "教师成绩", "附件2教师考核表"]));
  const schoolPage = new Page(chance.pick(["单位考核", "学校考核", "附件1单位考核表"]));
  const placed = new Layout(teacherPage, "teacher-assessment", form.columns, form.records, form.style).lay();
  const style = dress(chance, {
    titles: ["兰西县2024-2025学年度上学期单位培训考核汇总表", "基层学校教师培训工作考核表", "2024年秋季各单位教师培训考核成绩"],
    captions: [["考核单位：兰西县教师进修学校", "日期：2025年1月3日"]],
  });
  const schoolPlaced = new Layout(schoolPage, "school-assessment", schoolSheet.columns, schoolSheet.records, style).lay();
  const pages = withOthers(chance, ...(chance.chance(0.5) ? [teacherPage, schoolPage] : [schoolPage, teacherPage]));
  return assemble({
    name: `兰西单位${chance.int(1000, 9999)}`,
    kind: chance.chance(0.85) ? "xlsx" : "xls",
    policy: "lanxi-2024-autumn",
    pages,
    forms: [
      { placed, spoilt: teacherSpoil },
      { placed: schoolPlaced, spoilt: spoil },
    ],
  });
}

// ---------------------------------------------------------------- roster ↔ scores

const stages = ["小学", "初中", "高中", "幼儿园", "特殊教育学校"];
const rosterNames: Readonly<Record<string, readonly string[]>> = {
  number: ["序号"],
  name: ["姓名", "姓 名", "教师姓名"],
  sex: ["性别", "性 别"],
  birth: ["出生年月", "出生日期", "出生年月日"],
  id: ["身份证号", "身份证号码"],
  school: ["单位", "学校", "工作单位"],
  stage: ["学段", "任教学段"],
  subject: ["任教学科", "学科"],
  title: ["职称"],
  role: ["职务", "身份"],
  phone: ["联系电话", "手机号码", "电话"],
  note: ["备注"],
};

interface RosterForm {
  readonly columns: FormColumn[];
  readonly records: FormRecord[];
  readonly has: (id: string) => boolean;
}

function rosterForm(chance: Chance, list: readonly Teacher[]): RosterForm {
  const order = ["number", "name", "sex", ...(chance.chance(0.7) ? ["birth"] : []), "id", "school", ...(chance.chance(0.5) ? ["stage"] : []), "subject", "title", ...(chance.chance(0.5) ? ["phone"] : []), ...(chance.chance(0.5) ? ["note"] : [])];
  const columns = order.map((id): FormColumn => ({ id, key: id, header: [chance.pick(rosterNames[id] ?? [id])] }));
  const dates = chance.pick(["serial", "dots", "dashes", "han"] as const);
  const records = list.map(({ person, school: at }, index): FormRecord => {
    const birth = written(person.birth, dates);
    return {
      number: index + 1,
      name: person.name,
      sex: person.sex,
      birth,
      id: person.id,
      school: at,
      stage: chance.pick(stages),
      subject: subjects[index % subjects.length] ?? "语文",
      title: "一级教师",
      phone: `1390455${String(1000 + index)}`,
    };
  });
  return { columns, records, has: (id) => order.includes(id) };
}

type RosterFault = (roster: Spoilable, scores: Spoilable, form: RosterForm, list: readonly Teacher[], chance: Chance) => string | null;

export const rosterFaults: Readonly<Record<string, RosterFault>> = {
  "scored, not in the roster": (roster, scores) => {
    const record = scores.fresh();
    if (record === null) return null;
    roster.touch(record);
    const name = scores.get(record, "name");
    const place = roster.records.findIndex((line) => line["name"] === name);
    if (place < 0) return null;
    roster.records.splice(place, 1);
    scores.touch(place);
    scores.expect({ code: "person.not-in-roster", level: "logic", record, column: "name", alsoColumns: ["id"], why: "roster ↔ scores" });
    return `${String(name)} not in the roster`;
  },
  "in the roster, not scored": (roster, scores, _form, list) => {
    const record = scores.records.length - 1;
    if (roster.records.length < list.length || scores.records.length < list.length) return null;
    const name = scores.get(record, "name");
    scores.records.pop();
    scores.expect({ code: "person.missing", level: "logic", header: "name", why: "a missing person … at the header cell concerned" });
    return `${String(name)} not scored`;
  },
  "stage that the policy does not know": (roster, _scores, form, _list, chance) => {
    if (!form.has("stage")) return null;
    const record = roster.fresh();
    if (record === null) return null;
    const value = chance.pick(["大学", "社区教育", "成人学校"]);
    roster.set(record, "stage", value);
    roster.expect({ code: "choice.unknown", level: "logic", record, column: "stage", why: "closed lists" });
    return `stage ${value}`;
  },
  "birth unreadable": (roster, _scores, form, _list, chance) => {
    if (!form.has("birth")) return null;
    const record = roster.fresh();
    if (record === null) return null;
    const value = chance.pick(["1985.13.2", "1990年2月30日", "不详", "8O年5月", "1979-00-12"]);
    roster.set(record, "birth", value);
    roster.expect({ code: "date.unreadable", level: "logic", record, column: "birth", why: "date.unreadable" });
    return `birth ${value}`;
  },
  "id in the roster wrong": (roster, _scores, _form, list) => {
    const record = roster.fresh((index) => index < list.length - 1);
    if (record === null) return null;
    const id = String(roster.get(record, "id"));
    const last = id.slice(17);
    roster.set(record, "id", id.slice(0, 17) + (last === "3" ? "5" : "3"));
    roster.expect({ code: "person.id-invalid", level: "logic", record, column: "id", why: "check digit" });
    return "id wrong in the roster";
  },
  "twice in the roster": (roster, scores, _form, list) => {
    if (roster.records.length !== list.length || roster.planned.length > 0) return null;
    const twin = roster.records[1];
    if (!twin) return null;
    roster.records.splice(2, 0, { ...twin });
    scores.touch(1);
    scores.touch(2);
    roster.touch(1);
    const record = 2;
    roster.touch(record);
    roster.expect({ code: "person.duplicate", level: "logic", record, column: "id", alsoColumns: ["name"], why: "person.duplicate" });
    return "one person twice in the roster";
  },
};

export function rosterBook(chance: Chance, faultNames: readonly string[] | null): Book {
  const crowd = new Crowd(chance);
  const schools = chance.some(lanxiSchools, chance.int(1, 4));
  const list = teachers(chance, crowd, schools, chance.int(14, 40));
  const form = teacherForm(chance, list, { wants: chance.chance(0.5) ? ["id"] : [] });
  const roster = rosterForm(chance, list);
  const rosterSpoil = new Spoilable(chance, roster.records);
  const scoreSpoil = new Spoilable(chance, form.records);
  const says: string[] = [];
  // Faults that change the number of records come first, so that later ones point at lasting places.
  const changesCount = (fault: string): number => ["twice in the roster", "scored, not in the roster", "in the roster, not scored"].indexOf(fault) + 1;
  const sorted = [...(faultNames ?? [])].sort((a, b) => changesCount(b) - changesCount(a));
  for (const fault of sorted) {
    const said = rosterFaults[fault]?.(rosterSpoil, scoreSpoil, roster, list, chance) ?? null;
    if (said !== null) says.push(`${fault}: ${said}`);
  }
  scoreSpoil.says.push(...says);
  const rosterPage = new Page(chance.pick(["花名册", "教师花名册", "基本信息"]));
  const page = new Page(chance.pick(["教师考核", "成绩", "考核汇总"]));
  const placed = new Layout(page, "teacher-assessment", form.columns, form.records, form.style).lay();
  const rosterStyle = dress(chance, { titles: ["教师花名册", "兰西县2024年教师花名册", "教师基本信息表"], captions: [["单位（盖章）：兰西县", "2024年9月1日"]], letters: false });
  const rosterPlaced = new Layout(rosterPage, "roster", roster.columns, roster.records, rosterStyle).lay();
  if (chance.chance(0.2)) rosterPage.state = "hidden";
  return assemble({
    name: `兰西花名册${chance.int(1000, 9999)}`,
    kind: chance.chance(0.9) ? "xlsx" : "xls",
    policy: "lanxi-2024-autumn",
    pages: withOthers(chance, ...(chance.chance(0.6) ? [rosterPage, page] : [page, rosterPage])),
    forms: [{ placed: rosterPlaced, spoilt: rosterSpoil }, { placed, spoilt: scoreSpoil }],
  });
}

// ---------------------------------------------------------------- submissions and hours log

const dateStyles: readonly DateStyle[] = ["serial", "serial", "dots", "dashes", "slashes", "han", "compact", "han-short", "padded"];

export function submissionsBook(chance: Chance, isFaulty: boolean): Book {
  const schools = chance.some(lanxiSchools, chance.int(5, 14));
  const style = chance.pick(dateStyles);
  const columns: FormColumn[] = [
    { id: "number", key: "number", header: ["序号"] },
    { id: "school", key: "school", header: [chance.pick(["学校", "单位名称", "单位"])] },
    { id: "plan", key: "lanxi.school.plan-summary.plan", header: [chance.pick(["培训计划上传日期", "培训计划上传时间", "计划上传日期"])] },
    { id: "summary", key: "lanxi.school.plan-summary.summary", header: [chance.pick(["培训总结上传日期", "培训总结上传时间", "总结上传日期"])] },
    { id: "note", key: "note", header: ["备注"] },
  ];
  const planDay = (): Day => dayPlus({ y: 2024, m: 9, d: 25 }, -chance.int(0, 20));
  const summaryDay = (): Day => dayPlus({ y: 2024, m: 12, d: 30 }, -chance.int(0, 12));
  const records = schools.map((name, index): FormRecord => ({ number: index + 1, school: name, plan: written(planDay(), style), summary: written(summaryDay(), style) }));
  const spoil = new Spoilable(chance, records);
  if (isFaulty) {
    for (const what of chance.some(["late plan", "late summary", "unreadable", "future"], chance.int(1, 3))) {
      const record = spoil.fresh();
      if (record === null) continue;
      if (what === "late plan") {
        spoil.set(record, "plan", written(dayPlus({ y: 2024, m: 9, d: 25 }, chance.int(1, 20)), style));
        spoil.expect({ code: "date.late", level: "experience", record, column: "plan", why: "plan by 2024-09-25" });
      } else if (what === "late summary") {
        spoil.set(record, "summary", written(dayPlus({ y: 2024, m: 12, d: 30 }, chance.int(1, 5)), style === "han-short" ? "serial" : style));
        spoil.expect({ code: "date.late", level: "experience", record, column: "summary", why: "summary by 2024-12-30" });
      } else if (what === "unreadable") {
        spoil.set(record, "plan", chance.pick(["2024.9.31", "2024年13月2日", "九月", "2024-9-2O"]));
        spoil.expect({ code: "date.unreadable", level: "logic", record, column: "plan", why: "date.unreadable" });
      } else {
        spoil.set(record, "plan", written({ y: 2025, m: 9, d: 20 }, style === "han-short" ? "serial" : style));
        spoil.expect({ code: "date.future", level: "experience", record, column: "plan", why: "a date after the day of the check", open: true });
        spoil.expect({ code: "date.late", level: "experience", record, column: "plan", why: "2025-09-20 is after 2024-09-25 too", open: true });
      }
      spoil.says.push(what);
    }
  }
  const page = new Page("材料报送");
  const placed = new Layout(page, "submissions", columns, records, dress(chance, { titles: ["兰西县教师培训材料报送情况登记表", "2024年秋季学期材料报送表"], captions: [["进修学校", "2024-2025学年度上学期"]] })).lay();
  return assemble({ name: `兰西材料${chance.int(1000, 9999)}`, kind: chance.pick(["xlsx", "xlsx", "xls"] as const), policy: "lanxi-2024-autumn", pages: withOthers(chance, page), forms: [{ placed, spoilt: spoil }] });
}

export function logBook(chance: Chance, isFaulty: boolean): Book {
  const crowd = new Crowd(chance);
  const schools = chance.some(lanxiSchools, 3);
  const style = chance.pick(dateStyles.filter((one) => one !== "han-short"));
  const projects: readonly (readonly [string, Day, number])[] = [
    ["集中培训", { y: 2024, m: 9, d: 21 }, 8],
    ["集中培训", { y: 2024, m: 9, d: 22 }, 8],
    ["校本培训", { y: 2024, m: 10, d: 15 }, 4],
    ["校本培训", { y: 2024, m: 11, d: 12 }, 4],
    ["校本培训", { y: 2024, m: 12, d: 10 }, 4],
  ];
  const columns: FormColumn[] = [
    { id: "number", key: "number", header: ["序号"] },
    { id: "name", key: "name", header: [chance.pick(["姓名", "教师姓名"])] },
    { id: "school", key: "school", header: [chance.pick(["单位", "学校"])] },
    { id: "project", key: "project", header: [chance.pick(["培训项目", "项目名称", "培训名称"])] },
    { id: "date", key: "date", header: [chance.pick(["培训日期", "培训时间", "日期"])] },
    { id: "hours", key: "hours", header: [chance.pick(["学时", "学时数"])] },
    { id: "note", key: "note", header: ["备注"] },
  ];
  const people = Array.from({ length: chance.int(4, 9) }, () => crowd.person());
  const records = people.flatMap((person, at) =>
    projects.map(([project, day, hours]): FormRecord => ({ name: person.name, school: schools[at % 3] ?? "", project, date: written(day, style), hours })),
  );
  records.forEach((line, index) => (line["number"] = index + 1));
  const spoil = new Spoilable(chance, records);
  if (isFaulty) {
    for (const what of chance.some(["text hours", "bad date", "outside", "future", "not a number"], chance.int(1, 3))) {
      const record = spoil.fresh((index) => (what === "outside" ? index % 5 < 2 : index % 5 >= 2));
      if (record === null) continue;
      if (what === "text hours") {
        spoil.set(record, "hours", textNumber(chance, 4, "学时"));
        spoil.expect({ code: "cell.text-number", level: "experience", record, column: "hours", why: "24学时 is a text number" });
      } else if (what === "bad date") {
        spoil.set(record, "date", chance.pick(["2024.9.31", "2024年13月2日", "暂定"]));
        spoil.expect({ code: "date.unreadable", level: "logic", record, column: "date", why: "date.unreadable" });
      } else if (what === "outside") {
        spoil.set(record, "date", written({ y: 2024, m: 9, d: chance.pick([19, 23, 28]) }, style));
        spoil.expect({ code: "date.outside-period", level: "experience", record, column: "date", why: "集中培训 2024-09-21 and 22" });
      } else if (what === "future") {
        spoil.set(record, "date", written({ y: 2025, m: 1, d: chance.int(20, 28) }, style));
        spoil.expect({ code: "date.future", level: "experience", record, column: "date", why: "after the day of the check 2025-01-10" });
      } else {
        spoil.set(record, "hours", chance.pick(["四学时左右", "见证书", "半天多"]));
        spoil.expect({ code: "cell.not-a-number", level: "logic", record, column: "hours", why: "cannot be read" });
      }
      spoil.says.push(what);
    }
  }
  const page = new Page("学时登记");
  const placed: Placed = new Layout(page, "hours-log", columns, records, dress(chance, { titles: ["兰西县教师培训学时登记表", "2024年秋季教师培训学时登记册"], captions: [["填报单位：兰西县", "2024-2025学年度上学期"]], letters: false })).lay();
  return assemble({ name: `兰西登记${chance.int(1000, 9999)}`, kind: chance.pick(["xlsx", "xlsx", "xls"] as const), policy: "lanxi-2024-autumn", pages: withOthers(chance, page), forms: [{ placed, spoilt: spoil }] });
}
