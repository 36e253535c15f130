/** 兰西, the harder forms: hours in groups, evidence beside scores, captions for the school, prefilled rows, KAOHE formulas, waived people. */
import { Page, letters, type Book, type Cell } from "./book";
import { Layout, type Content, type FormColumn, type FormRecord, type Planned } from "./form";
import { creditFor, ITEMS, KEYS, teachers, withOthers, type Teacher } from "./lanxi-teachers";
import { Crowd, dayPlus, lanxiSchools, subjects, written, type DateStyle } from "./people";
import type { Chance } from "./random";
import { assemble, dress, Spoilable, sum } from "./scene";

interface Hard {
  readonly chance: Chance;
  readonly list: readonly Teacher[];
  readonly spoil: Spoilable;
  readonly has: (id: string) => boolean;
  readonly style: DateStyle;
  /** The words of this sheet for passed and not, certificate and none. */
  readonly words: readonly [string, string];
  readonly certificate: readonly [string, string | null];
}

const passWords = [
  ["合格", "不合格"],
  ["通过", "未通过"],
  ["是", "否"],
  ["√", "×"],
  ["达标", "不达标"],
] as const;
const certificateWords = [
  ["发证", "不发证"],
  ["是", "否"],
  ["√", "×"],
  ...(process.env["SKIP_KNOWN"] === undefined ? ([["颁发", "不颁发"], ["√", null]] as const) : []),
] as const;

const evidence: readonly (readonly [string, string, number, readonly string[]])[] = [
  ["reflectionWords", "lanxi.teacher.reflection.words", 1000, ["心得体会字数", "心得字数"]],
  ["reviewWords", "lanxi.teacher.review.words", 800, ["评课字数", "有效评课字数"]],
  ["lessons", "lanxi.teacher.lesson-design.lessons", 2, ["推门课节数", "推门课展示节数"]],
  ["activityWords", "lanxi.teacher.activity-reflection.words", 800, ["反思字数", "活动反思字数"]],
  ["platformHours", "lanxi.teacher.platform-hours.hours", 10, ["平台认定学时", "平台认定学时数"]],
];
const evidenceOf: Readonly<Record<string, string>> = { reflectionWords: "reflection", reviewWords: "review", lessons: "lesson", activityWords: "activity", platformHours: "platform" };

type Fault = (hard: Hard) => string | null;
const sure = (hard: Hard) => (index: number): boolean => (hard.list[index]?.total ?? 0) >= 70 && (hard.list[index]?.total ?? 0) <= 95 && (hard.list[index]?.sb ?? 0) >= 80;

const faults: Readonly<Record<string, Fault>> = {
  "evidence below": (hard) => {
    const { spoil, chance, has, list } = hard;
    const [id, , least] = chance.pick(evidence);
    const item = evidenceOf[id] ?? "";
    if (!has(id)) return null;
    const at = (ITEMS as readonly string[]).indexOf(item);
    const record = spoil.fresh((index) => sure(hard)(index) && (list[index]?.items[at] ?? 20) < 20);
    if (record === null) return null;
    spoil.set(record, id, id === "lessons" ? 1 : least - (id === "platformHours" ? 2 : chance.int(1, 200)));
    spoil.expect({ code: "evidence.below", level: "experience", record, column: id, why: "evidence below its threshold: the assessor's points stand" });
    return `${id} below`;
  },
  "evidence below, full points": (hard) => {
    const { spoil, chance, has, list } = hard;
    const [id, , least] = chance.pick(evidence);
    const item = evidenceOf[id] ?? "";
    if (!has(id)) return null;
    const at = (ITEMS as readonly string[]).indexOf(item);
    const record = spoil.fresh((index) => sure(hard)(index) && list[index]?.items[at] === 20);
    if (record === null) return null;
    spoil.set(record, id, id === "lessons" ? 1 : least - (id === "platformHours" ? 2 : chance.int(1, 200)));
    spoil.expect({ code: "evidence.below", level: "logic", record, column: id, why: "logic only where … full points for the evidence, claims otherwise" });
    return `${id} below, with 20 points`;
  },
  "certificate uploaded late": ({ spoil, chance, has, style }) => {
    if (!has("uploaded")) return null;
    const record = spoil.fresh();
    if (record === null) return null;
    spoil.set(record, "uploaded", written(dayPlus({ y: 2024, m: 12, d: 30 }, chance.int(1, 6)), style));
    spoil.expect({ code: "date.late", level: "experience", record, column: "uploaded", why: "学期末: 2024-12-30" });
    return "upload late";
  },
  "county hours wrong": (hard) => {
    const { spoil, has } = hard;
    if (!has("county")) return null;
    const record = spoil.fresh(sure(hard));
    if (record === null) return null;
    spoil.set(record, "county", 20);
    spoil.set(record, "credited", 32);
    spoil.expect({ code: "hours.credit-mismatch", level: "logic", record, column: "county", why: "county ≥ 60 → 24" });
    spoil.expect({ code: "hours.credit-mismatch", level: "logic", record, column: "credited", why: "or the sum as well", open: true });
    spoil.expect({ code: "hours.total-mismatch", level: "logic", record, column: "credited", why: "or the sum as well", open: true });
    return "county hours 20";
  },
  "hours added wrong": (hard) => {
    const { spoil, has } = hard;
    if (!has("county")) return null;
    const record = spoil.fresh(sure(hard));
    if (record === null) return null;
    spoil.set(record, "credited", 34);
    spoil.expect({ code: "hours.total-mismatch", level: "logic", record, column: "credited", why: "24 + 12 = 36: total or credit mismatch", open: true });
    spoil.expect({ code: "hours.credit-mismatch", level: "logic", record, column: "credited", why: "24 + 12 = 36: total or credit mismatch", open: true });
    return "hours added wrong";
  },
  "school-based hours without passing": (hard) => {
    const { spoil, has, list } = hard;
    if (!has("sbHours")) return null;
    const record = spoil.fresh((index) => (list[index]?.sb ?? 99) < 80 && (list[index]?.total ?? 0) >= 70);
    if (record === null) return null;
    spoil.set(record, "sbHours", 12);
    spoil.set(record, "credited", 36);
    spoil.expect({ code: "hours.credit-mismatch", level: "logic", record, column: "sbHours", why: "校本 line 80" });
    spoil.expect({ code: "hours.credit-mismatch", level: "logic", record, column: "credited", why: "or the sum as well", open: true });
    spoil.expect({ code: "hours.total-mismatch", level: "logic", record, column: "credited", why: "or the sum as well", open: true });
    return "12 hours with school-based below 80";
  },
  "Chinese numerals": (hard) => {
    const { spoil, list } = hard;
    const record = spoil.fresh((index) => sure(hard)(index) && (list[index]?.items ?? []).some((one) => one === 20 || one === 18 || one === 15));
    if (record === null) return null;
    const items = list[record]?.items ?? [];
    const at = items.findIndex((one) => one === 20 || one === 18 || one === 15);
    const column = ITEMS[at] ?? "review";
    const words: Readonly<Record<number, string>> = { 20: "二十", 18: "十八", 15: "十五" };
    spoil.set(record, column, words[items[at] ?? 0] ?? "二十");
    spoil.set(record, "total", list[record]?.total ?? 0);
    spoil.expect({ code: "cell.text-number", level: "experience", record, column, why: "cell.text-number is any text that can be read as a number (二十)" });
    spoil.expect({ code: "formula.overtyped", level: "experience", record, column: "total", why: "typed", open: true });
    return "二十";
  },
  "text that SUM skipped": (hard) => {
    const { spoil, list } = hard;
    const record = spoil.fresh(sure(hard));
    const teacher = record === null ? undefined : list[record];
    if (record === null || teacher === undefined) return null;
    spoil.set(record, "lesson", `${teacher.items[3] ?? 0}`);
    spoil.set(record, "total", ({ at }) => ({ value: sum([teacher.total, -(teacher.items[3] ?? 0)]), formula: `SUM(${ITEMS.map(at).join(",")})+${at("bonus")}*5` }));
    spoil.expect({ code: "cell.text-number", level: "experience", record, column: "lesson", why: "text number" });
    spoil.expect({ code: "score.total-mismatch", level: "logic", record, column: "total", why: "a SUM that skipped it is then wrong and said so" });
    spoil.expect({ code: "formula.range-short", level: "experience", record, column: "total", why: "another formula than its neighbours", open: true });
    return "text number, skipped by SUM";
  },
  "total as text": (hard) => {
    const { spoil, chance, list } = hard;
    const record = spoil.fresh(sure(hard));
    if (record === null) return null;
    spoil.set(record, "total", `${list[record]?.total ?? 0}${chance.pick(["分", " ", ""])}`);
    spoil.expect({ code: "cell.text-number", level: "experience", record, column: "total", why: "text number" });
    spoil.expect({ code: "formula.overtyped", level: "experience", record, column: "total", why: "typed", open: true });
    return "total as text";
  },
  "shown as 60": (hard) => {
    const { spoil, chance, list } = hard;
    const record = spoil.fresh((index) => list[index]?.times === 0);
    const teacher = record === null ? undefined : list[record];
    if (record === null || teacher === undefined) return null;
    const [last, format] = chance.pick([
      [11.5, "0"],
      [11.96, "0.0"],
      [11.6, "0"],
    ] as const);
    ["reflection", "review", "platform", "lesson"].forEach((id) => spoil.set(record, id, 12));
    spoil.set(record, "activity", last);
    const total = sum([48, last]);
    spoil.set(record, "total", { value: total, format });
    setOutcome(hard, record, total);
    spoil.expect({ code: "score.borderline", level: "experience", record, column: "total", why: "as the cell shows it, it reaches the line" });
    spoil.expect({ code: "formula.overtyped", level: "experience", record, column: "total", why: "typed", open: true });
    return `${total} shown as 60`;
  },
  "add-in was missing": (hard) => {
    const { spoil } = hard;
    const record = spoil.fresh(sure(hard));
    if (record === null) return null;
    spoil.set(record, "total", ({ at }) => ({ value: null, error: "#NAME?", formula: `KAOHE.TEACHERSCORE("兰西2024秋",${at("reflection")}:${at("activity")},${at("bonus")})` }));
    spoil.expect({ code: "cell.addin-missing", level: "experience", record, column: "total", why: "plain KAOHE.NAME(…) with #NAME? if the add-in was absent" });
    return "KAOHE with #NAME?";
  },
  "stale KAOHE value": (hard) => {
    const { spoil, list, has } = hard;
    const record = spoil.fresh(sure(hard));
    if (record === null || has("role2")) return null;
    const total = list[record]?.total ?? 0;
    spoil.set(record, "total", ({ at }) => ({ value: sum([total, -4]), formula: `_xldudf_KAOHE_TEACHERSCORE("兰西2024秋",${at("reflection")}:${at("activity")},${at("bonus")})` }));
    spoil.expect({ code: "score.total-mismatch", level: "logic", record, column: "total", why: "Its value is recomputed by src/functions; a stale cached value" });
    return "stale KAOHE value";
  },
  "result of another": (hard) => {
    const { spoil, has } = hard;
    if (!has("result")) return null;
    const record = spoil.fresh(sure(hard));
    if (record === null) return null;
    const words = passWords.find((pair) => pair[0] === spoil.get(record, "result"));
    if (!words) return null;
    spoil.set(record, "result", words[1]);
    spoil.expect({ code: "score.result-mismatch", level: "logic", record, column: "result", why: "result against the line" });
    return `result ${words[1]}`;
  },
  "result no word": (hard) => {
    const { spoil, has } = hard;
    if (!has("result")) return null;
    const record = spoil.fresh(sure(hard));
    if (record === null) return null;
    spoil.set(record, "result", hard.chance.pick(["张老师", "888", "待查验"]));
    spoil.expect({ code: "choice.unknown", level: "logic", record, column: "result", why: "a result that is neither pass nor fail: closed list", open: true });
    spoil.expect({ code: "score.result-mismatch", level: "logic", record, column: "result", why: "or a mismatch", open: true });
    return "result is no word of the list";
  },
};

function setOutcome({ spoil, list, words, certificate }: Hard, record: number, total: number): void {
  const sb = list[record]?.sb ?? 0;
  spoil.set(record, "result", total >= 60 ? words[0] : words[1]);
  spoil.set(record, "county", total >= 60 ? 24 : 0);
  const hasSb = spoil.get(record, "sb") !== null;
  spoil.set(record, "credited", creditFor(total, hasSb ? sb : null));
  spoil.set(record, "certificate", total >= 60 && sb >= 80 ? certificate[0] : certificate[1]);
}


function columnsFor(chance: Chance, ids: readonly string[], levels: 1 | 2): FormColumn[] {
  const names: Readonly<Record<string, readonly string[]>> = {
    number: ["序号"],
    name: ["姓名", "教师姓名"],
    nation: ["民族"],
    politics: ["政治面貌"],
    degree: ["学历", "最高学历"],
    school: ["单位", "学校"],
    subject: ["任教学科"],
    role: ["身份", "骨干类别"],
    reflection: ["心得体会", "心得体会（20分）"],
    review: ["有效评课", "有效评课（20分）"],
    platform: ["培训学时", "培训学时（20分）", ...(process.env["SKIP_KNOWN"] === undefined ? ["平台培训学时（20分）"] : [])],
    lesson: ["教学设计", "教学设计（20分）"],
    activity: ["活动反思", "活动反思（20分）"],
    bonus: ["加分次数", "奖励加分（次）"],
    total: ["综合考核成绩", "总分", "县级综合考核成绩"],
    result: ["是否合格", "考核结果"],
    sb: ["校本考核成绩", "校本考核得分"],
    county: levels === 2 ? ["县级", "县级学时"] : ["县级认定学时", "县级学时"],
    sbHours: levels === 2 ? ["校本", "校本学时"] : ["校本认定学时", "校本学时"],
    credited: levels === 2 ? ["合计", ...(process.env["SKIP_KNOWN"] === undefined ? ["小计"] : [])] : ["合计学时", "认定学时合计"],
    certificate: ["结业证书", "是否发证", "是否颁发结业证书"],
    uploaded: ["平台证书上传日期", "证书上传日期"],
    note: ["备注"],
  };
  const keys: Readonly<Record<string, string | null>> = {
    ...KEYS,
    county: "lanxi.teacher.hours",
    sbHours: "lanxi.school-based.hours",
    uploaded: "lanxi.teacher.platform-hours.upload",
    nation: null,
    politics: null,
    degree: null,
  };
  return ids.map((id): FormColumn => {
    const proof = evidence.find((one) => one[0] === id);
    const own = proof ? chance.pick(proof[3]) : chance.pick(names[id] ?? [id]);
    const key = proof ? proof[1] : id in keys ? (keys[id] ?? null) : id;
    const isHours = ["county", "sbHours", "credited"].includes(id) && ids.includes("county");
    const isItem = (ITEMS as readonly string[]).includes(id);
    if (levels === 1) return { id, key, header: [own] };
    return { id, key, header: isHours ? ["认定学时", own] : isItem ? ["考核项目", own] : [own] };
  });
}

export function hardBook(chance: Chance, seed: number): Book {
  const crowd = new Crowd(chance);
  const schools = chance.some(lanxiSchools, 1);
  const school = schools[0] ?? "";
  const list = teachers(chance, crowd, schools, chance.int(14, 45));
  const levels = chance.pick([1, 2] as const);
  const hasHours = chance.chance(0.5);
  const proofs = chance.chance(0.5) ? chance.some(evidence.map((one) => one[0]), chance.int(1, 4)) : [];
  const ids = [
    "number", "name",
    ...(chance.chance(0.3) ? ["nation", "politics", "degree"] : []),
    ...(chance.chance(0.5) ? ["school"] : []),
    ...(chance.chance(0.4) ? ["subject"] : []),
    "role",
    ...ITEMS.flatMap((id) => {
      const proof = proofs.find((one) => evidenceOf[one] === id);
      return proof === undefined ? [id] : [proof, id];
    }),
    "bonus", "total", "result", "sb",
    ...(hasHours ? ["county", "sbHours", "credited"] : ["credited"]),
    ...(chance.chance(0.7) ? ["certificate"] : []),
    ...(chance.chance(0.3) ? ["uploaded"] : []),
    "note",
  ];
  const columns = columnsFor(chance, ids, levels).map((column) => (column.id === "credited" && !hasHours ? { ...column, header: [chance.pick(["认定学时", "核定学时"])] } : column));
  const words = chance.pick(passWords);
  const certificate = chance.pick(certificateWords);
  const style = chance.pick(["serial", "dots", "dashes", "han"] as const);
  const kaohe = chance.chance(0.3);
  const formulas = chance.pick(["none", "sum", "bare", "if"]);
  const records = list.map((teacher, index): FormRecord => {
    const line: Record<string, Content> = {
      number: index + 1, name: teacher.person.name, nation: "汉族", politics: "群众", degree: "本科", school, subject: subjects[index % subjects.length] ?? "", role: teacher.role,
      bonus: teacher.times, total: totalCell(teacher, kaohe ? "kaohe" : formulas), result: teacher.total >= 60 ? words[0] : words[1], sb: teacher.sb,
      county: teacher.total >= 60 ? 24 : 0, sbHours: teacher.sb >= 80 ? 12 : 0, credited: creditFor(teacher.total, teacher.sb),
      certificate: teacher.total >= 60 && teacher.sb >= 80 ? certificate[0] : certificate[1],
      uploaded: written(dayPlus({ y: 2024, m: 12, d: 30 }, -chance.int(0, 20)), style),
    };
    ITEMS.forEach((id, at) => (line[id] = teacher.items[at] ?? 0));
    for (const [id, , least] of evidence) line[id] = id === "lessons" ? chance.int(2, 3) : id === "platformHours" ? 10 : least + chance.int(0, 600);
    return line;
  });
  // Teachers who gave up in writing: nothing is judged of them.
  const waived = chance.chance(0.3) ? [chance.int(1, list.length - 1)] : [];
  const spoil = new Spoilable(chance, records);
  for (const record of waived) {
    spoil.touch(record);
    for (const id of [...ITEMS, "bonus", "total", "sb", "county", "sbHours", "credited", "certificate", "uploaded", ...evidence.map((one) => one[0])]) spoil.set(record, id, null);
    spoil.set(record, "result", chance.chance(0.5) ? "自愿放弃" : null);
    spoil.set(record, "note", "自愿放弃参训（已签说明书）");
  }
  const has = (id: string): boolean => ids.includes(id);
  const hard: Hard = { chance, list, spoil, has, style, words, certificate };
  const names = Object.keys(faults);
  const planned = seed % 3 === 0 ? [] : seed % 3 === 1 ? [names[Math.floor(seed / 3) % names.length] ?? ""] : chance.some(names, chance.int(2, 6));
  for (const name of planned) {
    const says = faults[name]?.(hard) ?? null;
    if (says !== null) spoil.says.push(`${name}: ${says}`);
  }
  const page = new Page(chance.pick(["考核表", "教师考核", school.slice(0, 12)]));
  const dressed = dress(chance, { titles: [`${school}教师培训考核表`, `${school}2024-2025学年度上学期教师综合考核成绩表`], captions: [[`单位：${school}`, "2024年12月30日"], [`学校（盖章）：${school}`, "填报时间：2024.12.30"]], sums: ["total"] });
  const withExample = chance.chance(0.15);
  const example: FormRecord = { number: "示例", name: "张三", role: "骨干教师", reflection: 18, review: 16, platform: 20, lesson: 20, activity: 15, bonus: 1, total: 94, result: words[0], sb: 90, credited: 36 };
  const placed = new Layout(page, "teacher-assessment", columns, records, { ...dressed, ...(withExample && { example }), ...(dressed.titles?.length === 0 && { titles: [`${school}教师培训考核表`] }) }).lay();
  const prefilled = chance.chance(0.25) && dressed.notes === undefined && dressed.footer === undefined && dressed.total === undefined && dressed.average === undefined;
  if (prefilled) prefill(page, placed.bottom + 1, list.length, placed.columns, placed.column("number"), chance.int(3, 10));
  const more: Planned[] = [];
  return assemble({ name: `兰西难${chance.int(1000, 9999)}`, kind: "xlsx", policy: "lanxi-2024-autumn", pages: withOthers(chance, page), forms: [{ placed, spoilt: spoil, more }] });
}

/** Rows made ready for more people: numbers and formulas that show nothing. */
function prefill(page: Page, from: number, after: number, columns: readonly FormColumn[], left: number, count: number): void {
  for (let step = 0; step < count; step++) {
    const row = from + step;
    page.put(row, left, after + step + 1);
    const at = (id: string): string => `${letters(left + columns.findIndex((column) => column.id === id))}${row + 1}`;
    page.put(row, left + columns.findIndex((column) => column.id === "total"), { value: "", formula: `IF(${at("name")}="","",SUM(${ITEMS.map(at).join(",")}))` });
  }
}

function totalCell(teacher: Teacher, how: string): Content {
  if (how === "none") return teacher.total;
  return ({ at }): Cell => {
    const list = ITEMS.map(at).join(",");
    if (how === "kaohe") return { value: teacher.total, formula: `_xldudf_KAOHE_TEACHERSCORE("兰西2024秋",CHOOSE({1,2,3,4,5},${list}),${at("bonus")})` };
    if (how === "if") return { value: teacher.total, formula: `IF(${at("name")}="","",SUM(${list})+${at("bonus")}*5)` };
    return { value: teacher.total, formula: `SUM(${list})+${at("bonus")}*5`, ...(how === "bare" && { bare: true }) };
  };
}
