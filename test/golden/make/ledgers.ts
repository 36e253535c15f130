/** Logs and summaries that agree, or do not: two years in one log, no categories, days only, people told apart by ID; plan9's special training. */
import { Page, type Book } from "./book";
import { Layout, type FormRecord, type Placed } from "./form";
import { withOthers } from "./lanxi-teachers";
import { Crowd, dayPlus, written } from "./people";
import type { Chance } from "./random";
import { assemble, dress, Spoilable } from "./scene";
import { columnsOf, type Spec } from "./simple";

const common: readonly Spec[] = [
  ["number", "number", ["序号"]],
  ["name", "name", ["姓名", "教师姓名"]],
  ["id", "id", ["身份证号", "身份证号码"]],
  ["school", "school", ["学校", "单位"]],
];

function sheet(chance: Chance, name: string, kind: string, specs: readonly Spec[], records: FormRecord[], title: string, skip: ReadonlySet<string>): { page: Page; placed: Placed } {
  const page = new Page(name);
  const dressed = dress(chance, { titles: [title], captions: [], letters: false });
  return { page, placed: new Layout(page, kind, columnsOf(chance, specs, true, skip), records, { ...dressed, titles: [title] }).lay() };
}

const parts = [
  ["公需课", "public", [16, 16]],
  ["专业课", "professional", [24, 20]],
  ["个人选修课", "elective", [12, 8]],
] as const;

export function logVariety(chance: Chance, seed: number): Book {
  const crowd = new Crowd(chance);
  const way = chance.pick(["two years", "no category", "days only", "same names", "half days"] as const);
  const people = Array.from({ length: chance.int(5, 12) }, () => crowd.person());
  if (way === "same names") {
    const [first, second] = people;
    if (first && second) second.name = first.name;
  }
  const style = chance.pick(["serial", "dots", "dashes", "han"] as const);
  const log: FormRecord[] = [];
  const line = (person: (typeof people)[number], category: string, hours: number, year: number): void => {
    log.push({ number: log.length + 1, name: person.name, id: person.id, school: "端州区河苑小学", project: `${category}研修`, category, date: written(dayPlus({ y: year, m: 2, d: 20 }, chance.int(0, 280)), style), days: hours / 8, halfDays: hours / 4, hours });
  };
  for (const person of people) {
    for (const [category, , hours] of parts) for (const one of hours) line(person, category, one, 2024);
    if (way === "two years") for (const [category, , hours] of parts) line(person, category, hours[0], 2023);
  }
  const year = people.map((person, index): FormRecord => ({ number: index + 1, name: person.name, id: person.id, school: "端州区河苑小学", public: 32, professional: 44, elective: 20, total: 96, claim: "完成" }));
  const spoil = new Spoilable(chance, year);
  spoil.says.push(way);
  for (let count = seed % 3; count > 0; count--) {
    const record = spoil.fresh();
    if (record === null) continue;
    const [, id] = chance.pick(parts);
    spoil.set(record, id, Number(spoil.get(record, id)) + 4);
    spoil.set(record, "total", 100);
    spoil.expect({ code: "hours.ledger-mismatch", level: "logic", record, column: way === "no category" ? "total" : id, why: "hour log ↔ yearly summary" });
  }
  const skip = new Set([...(way === "same names" || chance.chance(0.3) ? [] : ["id"]), ...(way === "no category" ? ["category"] : []), ...(way === "half days" ? ["days"] : ["halfDays"]), ...(way === "days only" ? ["hours"] : [])]);
  const logSpecs: Spec[] = [...common, ["project", "project", ["培训项目"]], ["category", "category", ["课程类别", "学时类别"]], ["date", "date", ["培训日期", "培训时间"]], ["days", "days", ["天数"]], ["halfDays", "halfDays", ["半天数"]], ["hours", "hours", ["学时"]]];
  const yearSpecs: Spec[] = [...common, ["public", "zhaoqing.annual.public", ["公需课"]], ["professional", "zhaoqing.annual.professional", ["专业课"]], ["elective", "zhaoqing.annual.elective", ["个人选修课", "选修课"]], ["total", "total", ["合计"]], ["claim", "claim", ["是否完成"]]];
  const sheets = [sheet(chance, "登记", "hours-log", logSpecs, log, "教师培训学时登记台账", skip), sheet(chance, "2024年度", "hours-year", yearSpecs, year, "2024年度教师培训学时汇总表", skip.has("id") ? new Set(["id"]) : new Set())];
  const allowed = way === "same names" ? [{ code: "person.same-name" }] : [];
  return assemble({ name: `肇庆对账${chance.int(1000, 9999)}`, kind: chance.pick(["xlsx", "xlsx", "xls"] as const), policy: "zhaoqing-annual", pages: withOthers(chance, ...sheets.map((one) => one.page)), forms: sheets.map(({ placed }, index) => (index === 1 ? { placed, spoilt: spoil } : { placed })), allowed });
}

/** plan9: the year's 80 and the class teachers' 30 against the log. */
export function plan9Ledger(chance: Chance, seed: number): Book {
  const crowd = new Crowd(chance);
  const people = Array.from({ length: chance.int(5, 12) }, () => ({ person: crowd.person(), role: chance.pick(["教师", "班主任"]) }));
  const log: FormRecord[] = [];
  const line = (name: string, project: string, category: string, hours: number): void => {
    log.push({ number: log.length + 1, name, school: "实验小学", project, category, date: written(dayPlus({ y: 2024, m: 2, d: 20 }, chance.int(0, 280)), "dashes"), hours });
  };
  for (const { person, role } of people) {
    line(person.name, "新课标全员培训", "全员培训", 50);
    line(person.name, "校本研修", "全员培训", 34);
    if (role === "班主任") line(person.name, "班主任专题培训", "班主任专题培训", 32);
  }
  const year = people.map(({ person, role }, index): FormRecord => ({ number: index + 1, name: person.name, school: "实验小学", role, annual: 84, homeroom: role === "班主任" ? 32 : null, claim: "完成" }));
  const spoil = new Spoilable(chance, year);
  if (seed % 2 === 1) {
    const record = spoil.fresh((index) => people[index]?.role === "班主任");
    if (record !== null) {
      spoil.set(record, "homeroom", 36);
      spoil.expect({ code: "hours.ledger-mismatch", level: "logic", record, column: "homeroom", why: "hour log ↔ yearly summary, by category" });
    }
  }
  const base: Spec[] = [common[0] ?? ["number", "number", ["序号"]], common[1] ?? ["name", "name", ["姓名"]], common[3] ?? ["school", "school", ["学校"]]];
  const sheets = [
    sheet(chance, "登记", "hours-log", [...base, ["project", "project", ["培训项目"]], ["category", "category", ["学时类别", "培训类别"]], ["date", "date", ["培训日期"]], ["hours", "hours", ["学时"]]], log, "2024年教师学时登记表", new Set()),
    sheet(chance, "年度", "hours-year", [...base, ["role", "role", ["岗位", "身份"]], ["annual", "plan9.annual|total", ["全员培训学时"]], ["homeroom", "plan9.homeroom", ["班主任专题培训学时"]], ["claim", "claim", ["是否完成"]]], year, "2024年教师年度学时汇总表", new Set()),
  ];
  return assemble({ name: `计划九对账${chance.int(1000, 9999)}`, kind: "xlsx", policy: "plan9", pages: withOthers(chance, ...sheets.map((one) => one.page)), forms: sheets.map(({ placed }, index) => (index === 1 ? { placed, spoilt: spoil } : { placed })) });
}
