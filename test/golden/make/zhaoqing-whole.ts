/** 肇庆, a school's whole workbook: roster, log, year, cycle; what one sheet says must agree with the next. */
import { Page, type Book } from "./book";
import { Layout, type FormColumn, type FormRecord, type Placed } from "./form";
import { withOthers } from "./lanxi-teachers";
import { Crowd, dayPlus, written } from "./people";
import type { Chance } from "./random";
import { assemble, dress, Spoilable } from "./scene";
import { columnsOf, type Spec } from "./simple";

const blocks = [
  ["公需课", "public", [16, 16]],
  ["专业课", "professional", [24, 20]],
  ["个人选修课", "elective", [12, 8]],
] as const;

export function zhaoqingWhole(chance: Chance, seed: number): Book {
  const crowd = new Crowd(chance);
  const school = chance.pick(["端州区河苑小学", "怀集县第一中学", "四会市龙甫镇中心小学"]);
  const people = Array.from({ length: chance.int(6, 14) }, () => crowd.person());
  // Where the school stands: a column, a caption, only the title, or nowhere.
  const where = (): "column" | "caption" | "title" | "nowhere" => chance.pick(["column", "caption", "title", "nowhere"] as const);
  const hasId = chance.chance(0.4);
  const spaced = chance.chance(0.3);
  const style = chance.pick(["serial", "dots", "dashes"] as const);

  const roster = people.map((person, index): FormRecord => ({ number: index + 1, name: person.name, sex: person.sex, id: person.id, school }));
  const log: FormRecord[] = [];
  for (const person of people) {
    for (const [category, , parts] of blocks) {
      for (const hours of parts) log.push({ number: log.length + 1, name: person.name, id: person.id, school, project: `${category}培训`, category, date: written(dayPlus({ y: 2024, m: 2, d: 20 }, chance.int(0, 280)), style), days: hours / 8, hours });
    }
  }
  const year = people.map((person, index): FormRecord => ({ number: index + 1, name: person.name, id: person.id, school, public: 32, professional: 44, elective: 20, total: 96, claim: "完成" }));
  const cycle = people.map((person, index): FormRecord => ({ number: index + 1, name: person.name, school, year1: 90, year2: 92, year3: 90, year4: 94, year5: 96, total: 462, claim: "达标" }));
  const spoil = { roster: new Spoilable(chance, roster), log: new Spoilable(chance, log), year: new Spoilable(chance, year), cycle: new Spoilable(chance, cycle) };

  const faults = seed % 3 === 0 ? [] : chance.some(["ledger", "cycle ledger", "not in roster", "log stranger", "missing in year", "block short"], seed % 3 === 1 ? 1 : 3);
  // Removing a record moves the others: first.
  for (const what of [...faults].sort((a, b) => Number(b === "missing in year") - Number(a === "missing in year"))) {
    if (what === "missing in year") {
      year.pop();
      spoil.roster.touch(people.length - 1);
      spoil.cycle.touch(people.length - 1);
      spoil.year.expect({ code: "person.missing", level: "logic", header: "name", why: "roster ↔ yearly summary" });
    } else if (what === "ledger") {
      const record = spoil.year.fresh();
      if (record === null) continue;
      const [, id] = chance.pick(blocks);
      spoil.year.set(record, id, Number(spoil.year.get(record, id)) + 8);
      spoil.year.set(record, "total", 104);
      spoil.cycle.set(record, "year5", 104);
      spoil.cycle.set(record, "total", 470);
      spoil.cycle.touch(record);
      spoil.year.expect({ code: "hours.ledger-mismatch", level: "logic", record, column: id, why: "hour log ↔ yearly summary" });
    } else if (what === "cycle ledger") {
      const record = spoil.cycle.fresh((index) => index < year.length);
      if (record === null) continue;
      spoil.year.touch(record);
      spoil.cycle.set(record, "year5", 100);
      spoil.cycle.set(record, "total", 466);
      spoil.cycle.expect({ code: "hours.ledger-mismatch", level: "logic", record, column: "year5", why: "yearly ↔ cycle summaries; log and year agree, the cycle is wrong" });
    } else if (what === "not in roster") {
      const record = spoil.roster.fresh((index) => index < year.length);
      if (record === null) continue;
      const stranger = crowd.person();
      spoil.roster.set(record, "name", stranger.name);
      spoil.roster.set(record, "id", stranger.id);
      // Every other sheet has one whom the roster does not know, and lacks the one it knows.
      spoil.year.touch(record);
      spoil.cycle.touch(record);
      for (const sheet of [spoil.year, spoil.cycle]) {
        sheet.expect({ code: "person.not-in-roster", level: "logic", record, column: "name", alsoColumns: ["id"], why: "roster ↔ summary" });
        sheet.expect({ code: "person.missing", level: "logic", header: "name", why: "roster ↔ summary" });
      }
      for (let line = record * 6; line < record * 6 + 6; line++) spoil.log.expect({ code: "person.not-in-roster", level: "logic", record: line, column: "name", alsoColumns: ["id"], why: "roster ↔ log", open: line > record * 6 });
    } else if (what === "log stranger") {
      const stranger = crowd.person();
      log.push({ number: log.length + 1, name: stranger.name, id: stranger.id, school, project: "公需课培训", category: "公需课", date: written({ y: 2024, m: 5, d: 6 }, style), days: 1, hours: 8 });
      spoil.log.expect({ code: "person.not-in-roster", level: "logic", record: log.length - 1, column: "name", alsoColumns: ["id"], why: "roster ↔ log" });
    } else {
      const record = spoil.year.fresh();
      if (record === null) continue;
      // Less in the log too: both sheets agree, the block is short.
      const line = log.findIndex((one) => one["name"] === spoil.year.get(record, "name") && one["category"] === "个人选修课");
      spoil.log.set(line, "hours", 8);
      spoil.log.set(line, "days", 1);
      spoil.year.set(record, "elective", 16);
      spoil.year.set(record, "total", 92);
      spoil.cycle.touch(record);
      spoil.cycle.set(record, "year5", 92);
      spoil.cycle.set(record, "total", 458);
      spoil.year.expect({ code: "hours.block-short", level: "logic", record, column: "elective", why: "said 完成" });
    }
    spoil.year.says.push(what);
  }

  const allowed: { code: string }[] = spaced ? [{ code: "person.name-space" }] : [];
  if (spaced) {
    const record = people.findIndex((person) => [...person.name].length === 2);
    const line = year[record];
    if (line !== undefined && typeof line["name"] === "string") line["name"] = `${line["name"].slice(0, 1)}　${line["name"].slice(1)}`;
  }

  const sheet = (name: string, kind: string, specs: readonly Spec[], records: FormRecord[], title: string): { page: Page; placed: Placed } => {
    const at = where();
    const skip = new Set([...(at === "column" ? [] : ["school"]), ...(hasId ? [] : ["id"])]);
    const columns: FormColumn[] = columnsOf(chance, specs, true, skip);
    const page = new Page(name);
    const captions = at === "caption" ? [`单位（盖章）：${school}`, "2024年12月"] : [];
    const dressed = dress(chance, { titles: [title], captions: [], letters: false });
    return { page, placed: new Layout(page, kind, columns, records, { ...dressed, titles: [at === "title" ? `${school}${title}` : title], captions }).lay() };
  };
  const common: readonly Spec[] = [
    ["number", "number", ["序号"]],
    ["name", "name", ["姓名", "教师姓名"]],
    ["school", "school", ["学校", "单位"]],
  ];
  const id: Spec = ["id", "id", ["身份证号", "身份证号码"]];
  const sheets = [
    sheet("花名册", "roster", [...common, ["sex", "sex", ["性别"]], ["id", "id", ["身份证号"]]], roster, "教师花名册"),
    sheet("学时登记", "hours-log", [...common, id, ["project", "project", ["培训项目"]], ["category", "category", ["课程类别"]], ["date", "date", ["培训日期"]], ["days", "days", ["天数"]], ["hours", "hours", ["学时"]]], log, "2024年教师培训学时登记表"),
    sheet("年度汇总", "hours-year", [...common, id, ["public", "zhaoqing.annual.public", ["公需课"]], ["professional", "zhaoqing.annual.professional", ["专业课"]], ["elective", "zhaoqing.annual.elective", ["个人选修课"]], ["total", "total", ["合计"]], ["claim", "claim", ["是否完成"]]], year, "2024年度教师培训学时汇总表"),
    sheet("五年周期", "hours-cycle", [...common, ["year1", "year1", ["2020年"]], ["year2", "year2", ["2021年"]], ["year3", "year3", ["2022年"]], ["year4", "year4", ["2023年"]], ["year5", "year5", ["2024年"]], ["total", "total", ["合计"]], ["claim", "claim", ["是否达标"]]], cycle, "教师五年周期学时汇总表"),
  ];
  const order = [spoil.roster, spoil.log, spoil.year, spoil.cycle];
  return assemble({
    name: `肇庆全套${chance.int(1000, 9999)}`,
    kind: chance.pick(["xlsx", "xlsx", "xls"] as const),
    policy: "zhaoqing-annual",
    pages: withOthers(chance, ...sheets.map((one) => one.page)),
    forms: sheets.map(({ placed }, index) => ({ placed, spoilt: order[index] ?? spoil.year })),
    allowed,
  });
}
