/** 兰西: the teachers' assessment form, clean or with planted faults. */
import { Page, type Book, type FileKind } from "./book";
import { Layout, type Content, type FormColumn, type FormRecord, type FormStyle, type Place, type Placed } from "./form";
import { Crowd, lanxiSchools, subjects, titles, type Person } from "./people";
import type { Chance } from "./random";
import { assemble, dress, Spoilable, sum, textNumber } from "./scene";

export const ITEMS = ["reflection", "review", "platform", "lesson", "activity"] as const;
export const KEYS: Readonly<Record<string, string>> = {
  reflection: "lanxi.teacher.reflection",
  review: "lanxi.teacher.review",
  platform: "lanxi.teacher.platform-hours",
  lesson: "lanxi.teacher.lesson-design",
  activity: "lanxi.teacher.activity-reflection",
  bonus: "lanxi.teacher.bonus",
  sb: "lanxi.school-based.pass",
  certificate: "lanxi.certificate",
};

const names: Readonly<Record<string, readonly string[]>> = {
  number: ["序号", "序 号", "编号", "№"],
  name: ["姓名", "姓  名", "教师姓名", "参训教师姓名", "教师\n姓名"],
  school: ["单位", "学校", "所在学校", "单位名称", "工作单位", "学校（单位）", "所属学校"],
  id: ["身份证号", "身份证号码", "公民身份号码", "身份证\n号码"],
  subject: ["学科", "任教学科", "所教学科"],
  title: ["职称", "专业技术职称"],
  role: ["身份", "职务", "人员类别", "骨干类别", "职务（身份）"],
  reflection: ["心得体会", "培训心得体会", "培训心得", "心得體會", "心得体汇"],
  review: ["有效评课", "评课", "有效評課", "有效评课得分"],
  platform: ["培训学时", "平台学时", "智慧平台学时", "平台培训学时", "培訓學時"],
  lesson: ["教学设计", "推门课教学设计", "教學設計", "教学设计得分"],
  activity: ["活动反思", "联研活动反思", "校际联研活动反思", "活動反思"],
  total: ["总分", "综合考核成绩", "合计", "总成绩", "综合成绩", "考核总分", "县级综合考核成绩", "得分合计", "总 分"],
  result: ["考核结果", "是否合格", "等次", "考核等次", "结果", "考核结论"],
  sb: ["校本考核成绩", "校本考核", "校本培训成绩", "校本考核得分", "校本成绩", "校本培训考核成绩"],
  credited: ["认定学时", "核定学时", "认定学时数"],
  certificate: ["是否发证", "结业证书", "是否颁发结业证书", "发证情况"],
  note: ["备注", "备 注", "说明"],
};
const bonusPoints = ["奖励加分", "加分", "奖励加分（分）", "加分分值"];
const bonusTimes = ["加分次数", "奖励加分次数", "协助工作次数", "奖励加分（次数）", "协助任务次数"];

/** Headers that the product is known to misread, left out while looking for what else there is. */
const skipped: readonly string[] = process.env["SKIP_KNOWN"] === undefined ? [] : ["平台培训学时"];

const plainRoles = ["一般教师", "普通教师", "任课教师", "班主任", "教研组长", "副校长", "专任教师"];
const entitledRoles = ["骨干教师", "县级骨干教师", "市级骨干教师", "兼职教研员", "县兼职教研员", "名师工作室成员", "市级名师工作室成员"];

export interface Teacher {
  readonly person: Person;
  readonly school: string;
  readonly role: string;
  readonly entitled: boolean;
  readonly items: readonly number[];
  readonly times: number;
  readonly total: number;
  readonly sb: number;
}

export function teachers(chance: Chance, crowd: Crowd, schools: readonly string[], count: number): Teacher[] {
  const step = chance.pick([1, 1, 0.5, 0.1]);
  const score = (): number => Math.round(chance.int(Math.round(13 / step), Math.round(20 / step)) * step * 10) / 10;
  const list = Array.from({ length: count }, (_, index): Teacher => {
    const entitled = chance.chance(0.25);
    const weak = chance.chance(0.08);
    const items = ITEMS.map(() => (weak ? chance.int(6, 11) : score()));
    const times = entitled && chance.chance(0.6) ? chance.int(1, 2) : 0;
    return {
      person: crowd.person(),
      school: schools[Math.min(schools.length - 1, Math.floor((index * schools.length) / count))] ?? "",
      role: chance.pick(entitled ? entitledRoles : plainRoles),
      entitled,
      items: chance.chance(0.05) ? [12, 12, 12, 12, 12] : items,
      times: weak ? 0 : times,
      total: 0,
      sb: chance.chance(0.06) ? chance.pick([79.5, 76, 60]) : chance.int(80, 99),
    };
  });
  // A total above 100 is a finding of its own: clean sheets stay below.
  return list.map((teacher) => {
    const base = sum(teacher.items);
    const times = base + teacher.times * 5 > 100 ? 0 : teacher.times;
    return { ...teacher, times, total: sum([base, times * 5]) };
  });
}

export interface TeacherForm {
  readonly columns: readonly FormColumn[];
  readonly records: FormRecord[];
  readonly style: FormStyle;
  readonly has: (id: string) => boolean;
  readonly bonusInTimes: boolean;
  readonly formulas: boolean;
  /** No errors, formulas or hidden rows survive in this kind of file. */
  readonly isText: boolean;
}

function headerFor(chance: Chance, id: string, levels: 1 | 2 | 3, withPoints: boolean): readonly string[] {
  const base = chance.pick((names[id] ?? [id]).filter((one) => !skipped.includes(one)));
  const isItem = (ITEMS as readonly string[]).includes(id);
  const points = !withPoints || !isItem ? "" : chance.pick(["（20分）", "(20分)", "\n（20分）", "20分", "（满分20分）", ...(process.env["SKIP_KNOWN"] !== undefined ? [] : ["/20分"])]);
  const own = base + points;
  if (levels === 1 || !isItem) return [own];
  if (levels === 2) return [chance.pick(["考核项目", "考核内容及得分", "考核项目（100分）"]), own];
  return ["教师考核（满分100分）", "考核项目", own];
}

export function teacherForm(chance: Chance, list: readonly Teacher[], opts: { isText?: boolean; oneSchool?: boolean; wants?: readonly string[] } = {}): TeacherForm {
  const levels = opts.isText === true ? 1 : chance.pick([1, 1, 2, 2, 3] as const);
  const withPoints = chance.chance(0.5);
  const bonusInTimes = chance.chance(0.5);
  const wants = (id: string, share: number): boolean => opts.wants?.includes(id) === true || chance.chance(share);
  const optional = (id: string, share: number): string[] => (wants(id, share) ? [id] : []);
  const hasSb = wants("sb", 0.5);
  const order = [
    "number",
    ...chance.shuffle([...(opts.oneSchool === true ? optional("school", 0.5) : ["school"]), "name"]),
    ...optional("id", 0.5),
    ...optional("subject", 0.4),
    ...optional("title", 0.2),
    "role",
    ...(chance.chance(0.85) ? ITEMS : chance.shuffle(ITEMS)),
    "bonus",
    "total",
    ...optional("result", 0.85),
    ...(hasSb ? ["sb"] : []),
    ...optional("credited", 0.8),
    ...(hasSb ? optional("certificate", 0.7) : []),
    ...optional("note", 0.6),
  ];
  // One group, one text: the same merged cell stands over all items.
  const groupTexts = headerFor(chance, "reflection", levels, false).slice(0, -1);
  const columns = order.map((id): FormColumn => {
    if (id === "bonus") {
      const own = chance.pick(bonusInTimes ? bonusTimes : bonusPoints);
      return { id, key: KEYS["bonus"] ?? null, header: levels === 3 ? ["教师考核（满分100分）", own] : [own] };
    }
    const header = headerFor(chance, id, levels, withPoints);
    const own = header[header.length - 1] ?? id;
    return { id, key: KEYS[id] ?? id, header: header.length > 1 ? [...groupTexts, own] : [own] };
  });
  const has = (id: string): boolean => order.includes(id);
  const formulas = opts.isText !== true && chance.chance(0.5);
  const records = list.map((teacher, index) => recordOf(teacher, index, { hasSb, bonusInTimes, formulas }));
  const style = dress(chance, {
    titles: ["兰西县2024-2025学年度上学期教师培训考核成绩汇总表", "教师培训考核表", "兰西县教师考核成绩登记表（2024秋）", "2024年秋季学期教师培训综合考核汇总表"],
    captions: [
      ["填报单位（盖章）：兰西县教师进修学校", "填报日期：2024年12月30日"],
      ["单位：兰西县", "2024-2025学年度上学期", "单位：分"],
    ],
    sums: ["total"],
    groupBy: has("school") ? "school" : undefined,
  });
  return { columns, records, style, has, bonusInTimes, formulas, isText: opts.isText === true };
}

export const creditFor = (total: number, sb: number | null): number => (total >= 60 ? 24 : 0) + (sb !== null && sb >= 80 ? 12 : 0);

function totalFormula(teacher: Teacher, bonusInTimes: boolean): (place: Place) => { value: number; formula: string } {
  return ({ at }) => ({
    value: teacher.total,
    formula: `${ITEMS.map((id) => at(id)).join("+")}+${at("bonus")}${bonusInTimes ? "*5" : ""}`,
  });
}

export function recordOf(teacher: Teacher, index: number, { hasSb, bonusInTimes, formulas }: { hasSb: boolean; bonusInTimes: boolean; formulas: boolean }): FormRecord {
  const line: Record<string, Content> = {
    number: index + 1,
    name: teacher.person.name,
    school: teacher.school,
    id: teacher.person.id,
    subject: subjects[index % subjects.length] ?? "语文",
    title: titles[index % titles.length] ?? "一级教师",
    role: teacher.role,
    bonus: teacher.times === 0 ? (index % 2 === 0 ? 0 : null) : bonusInTimes ? teacher.times : teacher.times * 5,
    total: formulas ? totalFormula(teacher, bonusInTimes) : teacher.total,
    result: teacher.total >= 60 ? "合格" : "不合格",
    sb: teacher.sb,
    credited: creditFor(teacher.total, hasSb ? teacher.sb : null),
    certificate: teacher.total >= 60 && teacher.sb >= 80 ? "发证" : "不发证",
  };
  ITEMS.forEach((id, at) => (line[id] = teacher.items[at] ?? 0));
  return line;
}

type Fault = (form: TeacherForm, spoil: Spoilable, list: readonly Teacher[], chance: Chance) => string | null;

const notBoundary = (list: readonly Teacher[]) => (record: number): boolean => {
  const total = list[record]?.total ?? 0;
  return total >= 70 && total <= 98;
};

export const teacherFaults: Readonly<Record<string, Fault>> = {
  "item above its points": (_form, spoil, list, chance) => {
    const record = spoil.fresh(notBoundary(list));
    if (record === null) return null;
    const id = chance.pick(ITEMS);
    const value = chance.pick([21, 25, 20.5, -1, 200]);
    spoil.set(record, id, value);
    spoil.expect({ code: "score.out-of-range", level: "logic", record, column: id, why: "An item above its maximum is score.out-of-range" });
    return `${id} = ${value}`;
  },
  "item missing": (_form, spoil, list, chance) => {
    const record = spoil.fresh(notBoundary(list));
    if (record === null) return null;
    const id = chance.pick(ITEMS);
    spoil.set(record, id, null);
    spoil.expect({ code: "score.missing", level: "logic", record, column: id, why: "a blank counts 0; the check says score.missing; what depends is unjudged" });
    return `${id} blank`;
  },
  "item not a number": (_form, spoil, list, chance) => {
    const record = spoil.fresh(notBoundary(list));
    if (record === null) return null;
    const id = chance.pick(ITEMS);
    const value = chance.pick(["缺", "未交", "优秀", "良", "见附件", "十八点", "1 8分半"]);
    spoil.set(record, id, value);
    spoil.expect({ code: "cell.not-a-number", level: "logic", record, column: id, why: "cell.not-a-number cannot be read" });
    return `${id} = ${value}`;
  },
  "item as text": (form, spoil, list, chance) => {
    const record = spoil.fresh(notBoundary(list));
    if (record === null) return null;
    const at = chance.int(0, ITEMS.length - 1);
    const id = ITEMS[at] ?? "review";
    spoil.set(record, id, textNumber(chance, list[record]?.items[at] ?? 0, "分"));
    if (form.formulas) spoil.set(record, "total", list[record]?.total ?? 0);
    spoil.expect({ code: "cell.text-number", level: "experience", record, column: id, why: "cell.text-number is any text that can be read as a number" });
    if (form.formulas) spoil.expect({ code: "formula.overtyped", level: "experience", record, column: "total", why: "typed over in a column of formulas" });
    return `${id} as text`;
  },
  "total wrong": (_form, spoil, list, chance) => {
    const record = spoil.fresh(notBoundary(list));
    if (record === null) return null;
    const total = list[record]?.total ?? 0;
    spoil.set(record, "total", sum([total, chance.pick([1, -1, 2, -3, 0.5])]));
    spoil.expect({ code: "score.total-mismatch", level: "logic", record, column: "total", why: "compares what the clerk computed with what the rules give" });
    if (_form.formulas) spoil.expect({ code: "formula.overtyped", level: "experience", record, column: "total", why: "typed over in a column of formulas", open: true });
    return "total wrong";
  },
  "total formula error": (form, spoil, list, chance) => {
    if (form.isText) return null;
    const record = spoil.fresh(notBoundary(list));
    if (record === null) return null;
    const error = chance.pick(["#REF!", "#VALUE!", "#N/A"] as const);
    spoil.set(record, "total", ({ at }: Place) => ({ value: null, formula: `${at("review")}+#REF!+${at("activity")}`, error }));
    spoil.expect({ code: "cell.formula-error", level: "logic", record, column: "total", why: "cell.formula-error" });
    return "total shows an error";
  },
  "result wrong": (form, spoil, list) => {
    if (!form.has("result")) return null;
    const record = spoil.fresh(notBoundary(list));
    if (record === null) return null;
    spoil.set(record, "result", "不合格");
    spoil.expect({ code: "score.result-mismatch", level: "logic", record, column: "result", why: "result against the line" });
    return "合格 written as 不合格";
  },
  "failed but 合格": (form, spoil, list) => {
    if (!form.has("result")) return null;
    const record = spoil.fresh((index) => (list[index]?.total ?? 99) < 59);
    if (record === null) return null;
    spoil.set(record, "result", "合格");
    spoil.expect({ code: "score.result-mismatch", level: "logic", record, column: "result", why: "result against the line" });
    return "不合格 written as 合格";
  },
  "hours wrong": (form, spoil, list, chance) => {
    if (!form.has("credited")) return null;
    const record = spoil.fresh(notBoundary(list));
    if (record === null) return null;
    spoil.set(record, "credited", chance.pick([10, 20, 48]));
    spoil.expect({ code: "hours.credit-mismatch", level: "logic", record, column: "credited", why: "hours credited by the lines" });
    return "hours credited wrong";
  },
  "bonus not entitled": (form, spoil, list) => {
    const record = spoil.fresh((index) => list[index]?.entitled === false && (list[index]?.total ?? 0) >= 70 && (list[index]?.total ?? 0) <= 95);
    if (record === null) return null;
    spoil.set(record, "bonus", form.bonusInTimes ? 1 : 5);
    spoil.set(record, "total", sum([list[record]?.total ?? 0, 5]));
    if (form.formulas) spoil.set(record, "total", totalFormula({ ...(list[record] as Teacher), total: sum([list[record]?.total ?? 0, 5]) }, form.bonusInTimes));
    spoil.expect({ code: "bonus.not-entitled", level: "logic", record, column: "bonus", why: "A bonus without entitlement counts 0" });
    spoil.expect({ code: "score.total-mismatch", level: "logic", record, column: "total", why: "…and what depends on it is judged" });
    return "bonus without entitlement, counted";
  },
  "bonus not entitled, not counted": (form, spoil, list) => {
    const record = spoil.fresh((index) => list[index]?.entitled === false && (list[index]?.total ?? 0) >= 70 && (list[index]?.total ?? 0) <= 95);
    if (record === null) return null;
    spoil.set(record, "bonus", form.bonusInTimes ? 2 : 10);
    spoil.set(record, "total", list[record]?.total ?? 0);
    spoil.expect({ code: "bonus.not-entitled", level: "logic", record, column: "bonus", why: "A bonus without entitlement counts 0" });
    if (form.formulas) spoil.expect({ code: "formula.overtyped", level: "experience", record, column: "total", why: "typed over" });
    return "bonus without entitlement, not counted";
  },
  "bonus not a multiple": (form, spoil, list, chance) => {
    const record = spoil.fresh((index) => list[index]?.entitled === true && (list[index]?.total ?? 0) >= 70 && (list[index]?.total ?? 0) <= 90);
    if (record === null) return null;
    const value = form.bonusInTimes ? 1.5 : chance.pick([3, 7, 8]);
    spoil.set(record, "bonus", value);
    spoil.expect({ code: "bonus.not-multiple", level: "logic", record, column: "bonus", why: "points (which must be a multiple)", open: form.bonusInTimes });
    return `bonus = ${value}`;
  },
  "above 100": (form, spoil, list) => {
    const record = spoil.fresh((index) => list[index]?.entitled === true && (list[index]?.sb ?? 0) >= 0);
    if (record === null) return null;
    const teacher = list[record];
    if (!teacher) return null;
    const high: Teacher = { ...teacher, items: [20, 20, 20, 20, 19], times: 1, total: 104 };
    const line = recordOf(high, record, { hasSb: form.has("sb"), bonusInTimes: form.bonusInTimes, formulas: form.formulas });
    for (const [id, content] of Object.entries(line)) spoil.set(record, id, content);
    spoil.expect({ code: "score.above-full", level: "experience", record, column: "total", why: "a total above 100 through bonus is score.above-full" });
    return "total 104";
  },
  "borderline": (form, spoil, list) => {
    const record = spoil.fresh((index) => list[index]?.times === 0);
    if (record === null) return null;
    const teacher = list[record];
    if (!teacher) return null;
    const low: Teacher = { ...teacher, items: [12, 12, 12, 12, 11.996], times: 0, total: 59.996 };
    const line = recordOf(low, record, { hasSb: form.has("sb"), bonusInTimes: form.bonusInTimes, formulas: form.formulas });
    for (const [id, content] of Object.entries(line)) spoil.set(record, id, content);
    spoil.expect({ code: "score.borderline", level: "experience", record, column: "total", why: "below a pass line, but rounded half up to two decimals it reaches it" });
    return "total 59.996";
  },
  "name with space": (_form, spoil, list, chance) => {
    const record = spoil.fresh((index) => [...(list[index]?.person.name ?? "")].length === 2);
    if (record === null) return null;
    const name = list[record]?.person.name ?? "";
    spoil.set(record, "name", `${name.slice(0, 1)}${chance.pick([" ", "　", "  ", "\u00a0"])}${name.slice(1)}`);
    spoil.expect({ code: "person.name-space", level: "experience", record, column: "name", why: "person.name-space" });
    return "space in the name";
  },
  "id wrong": (form, spoil, list, chance) => {
    if (!form.has("id")) return null;
    const record = spoil.fresh();
    if (record === null) return null;
    const id = list[record]?.person.id ?? "";
    const last = id.slice(17);
    const wrong = chance.pick([id.slice(0, 17) + (last === "1" ? "2" : "1"), id.slice(0, 17), id.slice(0, 6) + id.slice(8, 17)]);
    spoil.set(record, "id", wrong);
    spoil.expect({ code: "person.id-invalid", level: "logic", record, column: "id", why: "GB 11643: length, date, check digit; 15 digits are not accepted" });
    return `id ${wrong}`;
  },
  "id as a number": (form, spoil, list) => {
    if (!form.has("id") || form.isText) return null;
    const record = spoil.fresh();
    if (record === null) return null;
    const digits = (list[record]?.person.id ?? "").slice(0, 15);
    spoil.set(record, "id", Number(`${digits}000`));
    spoil.expect({ code: "person.id-precision", level: "experience", record, column: "id", why: "precision lost by Excel" });
    return "id kept as a number";
  },
  "same person twice": (form, spoil, list) => {
    if (!form.has("id")) return null;
    const record = spoil.fresh((index) => index > 2);
    if (record === null) return null;
    const other = spoil.fresh((index) => index < record);
    if (other === null) return null;
    const twin = list[other];
    if (!twin) return null;
    spoil.set(record, "name", twin.person.name);
    spoil.set(record, "id", twin.person.id);
    spoil.expect({ code: "person.duplicate", level: "logic", record, column: "id", alsoColumns: ["name"], why: "same person by ID" });
    return "same ID twice";
  },
  "same name and school twice": (form, spoil, list) => {
    if (form.has("id")) return null;
    const record = spoil.fresh((index) => index > 2);
    if (record === null) return null;
    const other = spoil.fresh((index) => index < record && list[index]?.school === list[record]?.school);
    if (other === null) return null;
    spoil.set(record, "name", list[other]?.person.name ?? "");
    spoil.expect({ code: "person.duplicate", level: "logic", record, column: "name", why: "else name + school" });
    return "same name in the same school";
  },
  "same name, other ID": (form, spoil, list) => {
    if (!form.has("id")) return null;
    const record = spoil.fresh((index) => index > 2);
    if (record === null) return null;
    const other = spoil.fresh((index) => index < record && list[index]?.school === list[record]?.school);
    if (other === null) return null;
    spoil.set(record, "name", list[other]?.person.name ?? "");
    spoil.expect({ code: "person.same-name", level: "experience", record, column: "name", why: "同名 with different IDs" });
    return "same name, other ID";
  },
  "certificate wrong": (form, spoil, list) => {
    if (!form.has("certificate")) return null;
    const record = spoil.fresh((index) => (list[index]?.sb ?? 99) < 80 && (list[index]?.total ?? 0) >= 60);
    if (record === null) return null;
    spoil.set(record, "certificate", "发证");
    spoil.expect({ code: "score.result-mismatch", level: "logic", record, column: "certificate", why: "发证 needs county ≥ 60 and school-based ≥ 80" });
    return "发证 with school-based below 80";
  },
  "hidden row": (form, spoil) => {
    if (form.isText) return null;
    const record = spoil.fresh();
    if (record === null) return null;
    spoil.expect({ code: "row.hidden", level: "experience", record, wholeRow: true, why: "a hidden row with a record" });
    return "hidden row";
  },
  "typed over": (form, spoil, list) => {
    if (!form.formulas) return null;
    const record = spoil.fresh((index) => index > 2 && index < list.length - 3);
    if (record === null) return null;
    spoil.set(record, "total", list[record]?.total ?? 0);
    spoil.expect({ code: "formula.overtyped", level: "experience", record, column: "total", why: "a typed-over formula in a column of formulas" });
    return "formula typed over with the right value";
  },
};

export function teacherBook(chance: Chance, faultNames: readonly string[] | null, kind: FileKind): Book {
  const isText = kind.startsWith("csv");
  const crowd = new Crowd(chance);
  const schools = chance.some(lanxiSchools, chance.int(1, 5));
  const list = teachers(chance, crowd, schools, chance.int(16, 60));
  const form = teacherForm(chance, list, { isText: isText || kind === "ods" || kind === "xls" });
  const spoil = new Spoilable(chance, form.records);
  let hiddenRecords: number[] = [];
  for (const fault of faultNames ?? []) {
    const says = teacherFaults[fault]?.(form, spoil, list, chance) ?? null;
    if (says !== null) spoil.says.push(`${fault}: ${says}`);
    if (fault === "hidden row" && says !== null) hiddenRecords = spoil.planned.flatMap((one) => (one.wholeRow === true ? [one.record ?? 0] : []));
  }
  const page = new Page(chance.pick(["教师考核", "Sheet1", "考核表", "教师成绩汇总", "2024秋"]));
  const style: FormStyle = isText
    ? { titles: form.style.titles?.slice(0, chance.int(0, 1)) ?? [], ...(chance.chance(0.3) && { footer: ["填表人：李秀兰", "2024年12月30日"] }) }
    : { ...form.style, ...(hiddenRecords.length > 0 && { hiddenRecords }) };
  const placed: Placed = new Layout(page, "teacher-assessment", form.columns, form.records, style).lay();
  const pages = isText ? [page] : withOthers(chance, page);
  const name = `兰西教师${chance.int(1000, 9999)}`;
  return assemble({ name, kind, policy: "lanxi-2024-autumn", pages, forms: [{ placed, spoilt: spoil }] });
}

/** Sheets that have nothing to do with it: a notice, a guide. */
export function withOthers(chance: Chance, ...pages: Page[]): Page[] {
  const others: Page[] = [];
  if (chance.chance(0.3)) {
    const notice = new Page("通知");
    ["关于报送教师培训考核材料的通知", "各中小学、幼儿园：", "    请于2024年12月30日前将考核表报送至县教师进修学校。", "一、报送内容：考核表、总结。", "二、联系人：李老师，电话0455-5621234。"].forEach((text, row) => notice.put(row, 0, text));
    others.push(notice);
  }
  if (chance.chance(0.2)) {
    const guide = new Page("填表说明");
    ["填表说明", "1.表内各项得分由考核组评定。", "2.总分=各项得分之和+奖励加分。", "3.综合考核成绩60分以上为合格。"].forEach((text, row) => guide.put(row, 0, text));
    others.push(guide);
  }
  if (chance.chance(0.2)) others.push(new Page("Sheet3"));
  return chance.chance(0.5) ? [...others, ...pages] : [...pages, ...others];
}
