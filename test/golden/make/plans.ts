/** The model plans: plan1 quotas and reading, plan2 observation, plan7 composite scores, plan9 year's hours. */
import type { Book } from "./book";
import type { FormRecord } from "./form";
import { Crowd, written } from "./people";
import type { Chance } from "./random";
import { columnsOf, fileKinds, simpleBook, type Fault, type Spec } from "./simple";
import { numberFaults, personFaults, shareText } from "./zhaoqing";

const n = (value: unknown): number => (typeof value === "number" ? value : 0);
const schools = ["实验小学", "育才小学", "城关镇中心小学", "东风路小学", "民族小学", "朝阳小学"];

/** plan1: leaders 10–15 %, key teachers 60 %, one row an indicator. */
export function plan1Quota(chance: Chance, seed: number): Book {
  const isLeaders = chance.chance(0.6);
  const [low, high] = isLeaders ? [0.1, 0.15] : [0.6, null];
  const records = schools.slice(0, chance.int(4, 6)).map((school, index): FormRecord => {
    const whole = chance.int(40, 160);
    const part = Math.ceil(whole * low) + (high === null ? chance.int(0, 5) : 0);
    return { number: index + 1, school, whole, part, share: shareText(part / whole, null), claim: "达标" };
  });
  const spoilTo = (says: string, code: string, level: "logic" | "experience", claim: string, part: (whole: number) => number | null): Fault => ({
    says,
    plant(spoil, _pick, has) {
      if (!has("claim")) return false;
      const record = spoil.fresh();
      if (record === null) return false;
      const value = part(n(spoil.get(record, "whole")));
      if (value === null) return false;
      spoil.set(record, "part", value);
      spoil.set(record, "share", shareText(value / n(spoil.get(record, "whole")), null));
      spoil.set(record, "claim", claim);
      spoil.expect({ code, level, record, column: "part", why: "Quotas are minima unless the clause gives a range" });
      return true;
    },
  });
  const faults: Fault[] = [
    spoilTo("short, said 达标", "quota.short", "logic", "达标", (whole) => Math.ceil(whole * low) - 1),
    spoilTo("short, said so", "quota.short", "experience", "未达标", (whole) => Math.ceil(whole * low) - 2),
    ...(high === null ? [] : [spoilTo("above the range", "quota.exceeded", "experience", "达标", (whole) => Math.floor(whole * high) + 3)]),
  ];
  const specs: Spec[] = [
    ["number", "number", ["序号"]],
    ["school", "school", ["学校", "单位"]],
    ["whole", "whole", ["教师总数", "教师人数"]],
    ["part", "part", isLeaders ? ["学科带头人和教学能手人数"] : ["骨干教师人数"]],
    ["share", "share", ["比例", "占比"]],
    ["claim", "claim", ["是否达标"]],
  ];
  const title = isLeaders ? "学科带头人和教学能手比例统计表" : "骨干教师比例统计表";
  return simpleBook(chance, seed, {
    name: "计划一比例", policy: "plan1", kind: fileKinds(chance),
    forms: [{ kind: "quota", sheet: ["队伍建设"], titles: [title], columns: columnsOf(chance, specs, true), records, letters: false, faults, style: { titles: [title] } }],
  });
}

/** plan1: two books a month up to 40, one above. */
export function plan1Reading(chance: Chance, seed: number): Book {
  const crowd = new Crowd(chance, [1968, 1999]);
  const records = Array.from({ length: chance.int(8, 25) }, (_, index): FormRecord => {
    const person = crowd.person();
    const young = 2022 - person.birth.y <= 40;
    return { number: index + 1, name: person.name, birth: written(person.birth, "serial"), books: young ? chance.int(2, 3) : chance.int(1, 2), claim: "达标" };
  });
  const low = (says: string, level: "logic" | "experience", claim: string): Fault => ({
    says,
    plant(spoil) {
      const record = spoil.fresh();
      if (record === null) return false;
      const birth = spoil.get(record, "birth");
      const serial = typeof birth === "object" && birth !== null ? n(birth.value) : 0;
      const young = serial > 30300; // born after the end of 1982
      spoil.set(record, "books", young ? 1 : 0);
      spoil.set(record, "claim", claim);
      spoil.expect({ code: "evidence.below", level, record, column: "books", why: "aged ≤ 40: 2 books a month; over 40: 1" });
      return true;
    },
  });
  const specs: Spec[] = [
    ["number", "number", ["序号"]],
    ["name", "name", ["姓名", "教师姓名"]],
    ["birth", "birth", ["出生日期", "出生年月"]],
    ["books", "plan1.reading", ["每月读书本数", "读书本数", "月读书本数"]],
    ["claim", "claim", ["是否达标", "完成情况"]],
  ];
  return simpleBook(chance, seed, {
    name: "计划一读书", policy: "plan1", asOf: "2023-01-10", kind: fileKinds(chance),
    forms: [{ kind: "observation", sheet: ["读书登记"], titles: ["教师读书登记表（2022年12月）", "教师读书活动统计表"], columns: columnsOf(chance, specs, true), records, letters: false, faults: [low("too few, said 达标", "logic", "达标"), low("too few, said so", "experience", "未达标"), ...personFaults.slice(0, 1)] }],
  });
}

const middle = ["教导主任", "政教主任", "总务主任", "中层干部", "教科室主任"];

/** plan2: ≥ 20 lessons, middle leaders ≥ 30 of which 30 % in the own school; two books with notes. */
export function plan2Observation(chance: Chance, seed: number): Book {
  const crowd = new Crowd(chance);
  const records = Array.from({ length: chance.int(8, 25) }, (_, index): FormRecord => {
    const isMiddle = chance.chance(0.3);
    const lessons = isMiddle ? chance.int(30, 36) : chance.int(20, 28);
    return { number: index + 1, name: crowd.person().name, role: isMiddle ? chance.pick(middle) : chance.pick(["教师", "任课教师", "班主任"]), lessons, own: Math.ceil(lessons * 0.3) + chance.int(0, 4), books: chance.int(2, 3), notes: 2 + chance.int(0, 1), claim: "达标" };
  });
  const isMiddle = (role: unknown): boolean => typeof role === "string" && middle.includes(role);
  const below = (column: string, value: (record: FormRecord) => number, says: string, claim: string, fits: (record: FormRecord) => boolean, code = "evidence.below"): Fault => ({
    says: `${says}${claim === "达标" ? ", said 达标" : ", said so"}`,
    plant(spoil, _pick, has) {
      if (!has(column) || !has("claim")) return false;
      const record = spoil.fresh((index) => fits(spoil.records[index] ?? {}));
      const line = record === null ? undefined : spoil.records[record];
      if (record === null || line === undefined) return false;
      line[column] = value(line);
      // Few lessons of one's own school must not follow from few lessons in all.
      if (column === "lessons") line["own"] = Math.min(n(line["own"]), n(line[column]));
      line["claim"] = claim;
      spoil.expect({ code, level: claim === "达标" ? "logic" : "experience", record, column, why: "plan2.observation / reading" });
      return true;
    },
  });
  const faults: Fault[] = [
    below("lessons", () => 19, "teacher with 19 lessons", "达标", (record) => !isMiddle(record["role"])),
    below("lessons", () => 15, "teacher with 15 lessons", "未达标", (record) => !isMiddle(record["role"])),
    below("lessons", () => 29, "middle leader with 29 lessons", "达标", (record) => isMiddle(record["role"])),
    below("own", (record) => Math.ceil(n(record["lessons"]) * 0.3) - 1, "own school short", "达标", (record) => isMiddle(record["role"]), "quota.short"),
    below("books", () => 1, "one book", "达标", () => true),
    below("notes", () => 1, "one reading note", "未达标", () => true),
    ...personFaults.slice(0, 1),
  ];
  const specs: Spec[] = [
    ["number", "number", ["序号"]],
    ["name", "name", ["姓名", "教师姓名"]],
    ["role", "role", ["职务", "身份"]],
    ["lessons", "plan2.observation|whole", ["听课节数", "听课总节数", "本学期听课节数"]],
    ["own", "plan2.observation.own-school|part", ["校内听课节数", "其中校内听课", "校内听课"]],
    ["books", "plan2.reading", ["读书本数", "本学期读书本数"]],
    ["notes", "plan2.reading.notes", ["读后感篇数", "上传读后感篇数"]],
    ["claim", "claim", ["是否达标", "完成情况"]],
  ];
  return simpleBook(chance, seed, {
    name: "计划二听课", policy: "plan2", kind: fileKinds(chance),
    forms: [{ kind: "observation", sheet: ["听课读书"], titles: ["教师听课读书统计表", "听课登记表（2024年春季学期）"], columns: columnsOf(chance, specs, true, new Set(chance.chance(0.4) ? ["notes"] : [])), records, letters: false, faults }],
  });
}

/** plan7: school-based 20 % + central 80 %; 60 assumed. */
export function plan7Scores(chance: Chance, seed: number): Book {
  const crowd = new Crowd(chance, [1970, 1976]);
  const round = (value: number): number => Math.round((value + 1e-9) * 100) / 100;
  const formulas = chance.chance(0.4);
  const records = Array.from({ length: chance.int(8, 30) }, (_, index): FormRecord => {
    const own = chance.int(60, 98);
    const central = chance.chance(0.1) ? chance.int(30, 45) : chance.int(65, 98);
    const total = round(own * 0.2 + central * 0.8);
    return {
      number: index + 1, name: crowd.person().name, school: chance.pick(schools), own, central,
      total: formulas ? ({ at }) => ({ value: total, formula: `ROUND(${at("own")}*0.2+${at("central")}*0.8,2)` }) : total,
      result: total >= 60 ? "合格" : "不合格",
    };
  });
  const totalOf = (value: unknown): number => (typeof value === "function" ? 0 : n(value));
  const faults: Fault[] = [
    {
      says: "total wrong",
      plant(spoil, pick) {
        const record = spoil.fresh((index) => totalOf(spoil.get(index, "total")) > 65);
        if (record === null) return false;
        spoil.set(record, "total", round(totalOf(spoil.get(record, "total")) + pick.pick([1, -2])));
        spoil.expect({ code: "score.total-mismatch", level: "logic", record, column: "total", why: "school-based 20 % + central 80 %" });
        return true;
      },
    },
    {
      says: "shares exchanged",
      plant(spoil) {
        const record = spoil.fresh((index) => totalOf(spoil.get(index, "total")) > 65 && Math.abs(n(spoil.get(index, "own")) - n(spoil.get(index, "central"))) > 3);
        if (record === null) return false;
        const value = round(n(spoil.get(record, "own")) * 0.8 + n(spoil.get(record, "central")) * 0.2);
        if (value < 60) return false;
        spoil.set(record, "total", value);
        spoil.expect({ code: "score.total-mismatch", level: "logic", record, column: "total", why: "school-based 20 % + central 80 %" });
        return true;
      },
    },
    {
      says: "score above 100",
      plant(spoil, pick) {
        const record = spoil.fresh();
        if (record === null) return false;
        const id = pick.pick(["own", "central"]);
        spoil.set(record, id, pick.pick([105, 120, -5]));
        spoil.expect({ code: "score.out-of-range", level: "logic", record, column: id, why: "An item above its maximum is score.out-of-range" });
        return true;
      },
    },
    {
      says: "score missing",
      plant(spoil, pick) {
        const record = spoil.fresh();
        if (record === null) return false;
        const id = pick.pick(["own", "central"]);
        spoil.set(record, id, null);
        spoil.expect({ code: "score.missing", level: "logic", record, column: id, why: "score.missing" });
        return true;
      },
    },
    {
      says: "result wrong",
      plant(spoil) {
        const record = spoil.fresh((index) => spoil.get(index, "result") === "合格");
        if (record === null) return false;
        spoil.set(record, "result", "不合格");
        spoil.expect({ code: "score.result-mismatch", level: "logic", record, column: "result", why: "60, assumed" });
        return true;
      },
    },
    ...personFaults.slice(0, 1),
  ];
  const specs: Spec[] = [
    ["number", "number", ["序号"]],
    ["name", "name", ["姓名", "教师姓名"]],
    ["school", "school", ["学校", "单位"]],
    ["own", "*", ["校本培训成绩", "校本成绩", "校本培训（20%）", "校本培训成绩（占20%）"]],
    ["central", "*", ["集中培训成绩", "集中成绩", "集中培训（80%）", "集中培训成绩（占80%）"]],
    ["total", "total", ["综合成绩", "总成绩", "综合学分"]],
    ["result", "result", ["是否合格", "结果", "考核结果"]],
  ];
  const kind = fileKinds(chance);
  if (kind !== "xlsx") for (const record of records) if (typeof record["total"] === "function") record["total"] = record["total"]({ row: 0, at: () => "A1" }).value;
  return simpleBook(chance, seed, {
    name: "计划七成绩", policy: "plan7", kind,
    forms: [{ kind: "teacher-assessment", sheet: ["综合成绩"], titles: ["教师培训综合成绩表", "小学教师培训成绩登记表"], columns: columnsOf(chance, specs, true), records, letters: false, faults }],
  });
}

/** plan7: men 45–55, women 40–50. */
export function plan7Roster(chance: Chance, seed: number): Book {
  const crowd = new Crowd(chance, [1971, 1977]);
  const style = chance.pick(["serial", "dots", "dashes"] as const);
  const people = Array.from({ length: chance.int(8, 25) }, () => crowd.person("男"));
  const women = new Crowd(chance, [1975, 1982]);
  const all = [...people, ...Array.from({ length: chance.int(6, 15) }, () => women.person("女"))].filter((one, index, list) => list.findIndex((other) => other.name === one.name) === index);
  const records = all.map((person, index): FormRecord => ({ number: index + 1, name: person.name, sex: person.sex, birth: written(person.birth, style), school: chance.pick(schools), subject: "语文" }));
  const faults: Fault[] = [
    {
      says: "too young",
      plant(spoil, pick) {
        const record = spoil.fresh();
        if (record === null) return false;
        spoil.set(record, "birth", written({ y: pick.int(1988, 1995), m: 5, d: 6 }, style));
        spoil.expect({ code: "person.out-of-scope", level: "experience", record, column: "birth", alsoColumns: ["name"], why: "men 45–55, women 40–50" });
        return true;
      },
    },
    {
      says: "too old",
      plant(spoil, pick) {
        const record = spoil.fresh();
        if (record === null) return false;
        spoil.set(record, "birth", written({ y: pick.int(1962, 1965), m: 5, d: 6 }, style));
        spoil.expect({ code: "person.out-of-scope", level: "experience", record, column: "birth", alsoColumns: ["name"], why: "men 45–55, women 40–50" });
        return true;
      },
    },
  ];
  const specs: Spec[] = [
    ["number", "number", ["序号"]],
    ["name", "name", ["姓名"]],
    ["sex", "sex", ["性别"]],
    ["birth", "birth", ["出生日期", "出生年月日"]],
    ["school", "school", ["学校", "单位"]],
    ["subject", "subject", ["任教学科"]],
  ];
  return simpleBook(chance, seed, {
    name: "计划七名册", policy: "plan7", asOf: "2023-06-01", kind: fileKinds(chance),
    forms: [{ kind: "roster", sheet: ["花名册"], titles: ["培训对象花名册", "参训教师名单"], columns: columnsOf(chance, specs, true), records, letters: false, faults }],
  });
}

/** plan9: 80 hours a year; 班主任 30 of special training; new teachers 60. */
export function plan9Year(chance: Chance, seed: number): Book {
  const crowd = new Crowd(chance);
  const hasNew = chance.chance(0.5);
  const records = Array.from({ length: chance.int(8, 30) }, (_, index): FormRecord => {
    const role = chance.pick(["教师", "班主任", "班主任", "科任教师", ...(hasNew ? ["新教师"] : [])]);
    return { number: index + 1, name: crowd.person().name, school: chance.pick(schools), role, annual: chance.pick([80, 84, 90, 96]), homeroom: role === "班主任" ? chance.pick([30, 32, 36]) : null, fresh: role === "新教师" ? chance.pick([60, 64]) : null, claim: "完成" };
  });
  const short = (id: string, value: number, says: string, claim: string, fits: (record: FormRecord) => boolean): Fault => ({
    says: `${says}${claim === "完成" ? ", said 完成" : ", said so"}`,
    plant(spoil, _pick, has) {
      if (!has(id)) return false;
      const record = spoil.fresh((index) => fits(spoil.records[index] ?? {}));
      if (record === null) return false;
      spoil.set(record, id, value);
      spoil.set(record, "claim", claim);
      spoil.expect({ code: "hours.block-short", level: claim === "完成" ? "logic" : "experience", record, column: id, why: "≥ 80 a year; 班主任 30; new teachers 60" });
      return true;
    },
  });
  const faults: Fault[] = [
    short("annual", 78, "78 hours", "完成", () => true),
    short("annual", 60, "60 hours", "未完成", () => true),
    short("homeroom", 29, "班主任 with 29", "完成", (record) => record["role"] === "班主任"),
    short("homeroom", 20, "班主任 with 20", "未完成", (record) => record["role"] === "班主任"),
    short("fresh", 50, "new teacher with 50", "完成", (record) => record["role"] === "新教师"),
    {
      says: "complete, said not",
      plant(spoil) {
        const record = spoil.fresh();
        if (record === null) return false;
        spoil.set(record, "claim", "未完成");
        spoil.expect({ code: "claim.understated", level: "experience", record, column: "claim", why: "claim.understated" });
        return true;
      },
    },
    ...numberFaults(["annual"], "学时"),
    ...personFaults.slice(0, 1),
  ];
  const specs: Spec[] = [
    ["number", "number", ["序号"]],
    ["name", "name", ["姓名", "教师姓名"]],
    ["school", "school", ["学校", "单位"]],
    ["role", "role", ["身份", "岗位", "职务"]],
    ["annual", "plan9.annual|total", ["全员培训学时", "全员培训"]],
    ["homeroom", "plan9.homeroom", ["班主任专题培训学时", "班主任培训学时", "班主任专题培训"]],
    ["fresh", "plan9.new-teacher", ["新教师岗前培训学时", "岗前培训学时"]],
    ["claim", "claim", ["是否完成", "完成情况"]],
  ];
  return simpleBook(chance, seed, {
    name: "计划九学时", policy: "plan9", kind: fileKinds(chance),
    forms: [{ kind: "hours-year", sheet: ["年度学时"], titles: ["2024年教师年度学时汇总表", "年度学时汇总表"], columns: columnsOf(chance, specs, true, new Set(hasNew ? [] : ["fresh"])), records, letters: false, faults }],
  });
}
