/** Forms that are hard to find or to read for where they stand: several on a sheet, side by side, hidden, missing columns, formulas that miss rows. */
import { Page, a1, type Book, type Expected } from "./book";
import { Layout, type FormColumn, type FormRecord, type Placed } from "./form";
import { ITEMS, recordOf, teacherForm, teachers, withOthers } from "./lanxi-teachers";
import { Crowd, dayPlus, lanxiSchools, written } from "./people";
import type { Chance } from "./random";
import { assemble, dress, Spoilable, sum } from "./scene";
import { columnsOf, type Spec } from "./simple";
import { shareText } from "./zhaoqing";

const LANXI = "lanxi-2024-autumn";

/** One sheet a school, each with its own form; the school only in the title or caption. */
export function sheetPerSchool(chance: Chance, seed: number): Book {
  const crowd = new Crowd(chance);
  const schools = chance.some(lanxiSchools, chance.int(3, 6));
  const forms: { placed: Placed; spoilt: Spoilable }[] = [];
  const pages: Page[] = [];
  for (const [index, school] of schools.entries()) {
    const list = teachers(chance, crowd, [school], chance.int(5, 16));
    const form = teacherForm(chance, list, { oneSchool: true });
    const spoil = new Spoilable(chance, form.records);
    if (seed % 3 !== 0 && index === seed % schools.length) {
      const record = spoil.fresh((at) => (list[at]?.total ?? 0) >= 70 && (list[at]?.total ?? 0) < 98);
      if (record !== null) {
        spoil.set(record, "total", sum([list[record]?.total ?? 0, 2]));
        spoil.expect({ code: "score.total-mismatch", level: "logic", record, column: "total", why: "total against the items" });
        spoil.expect({ code: "formula.overtyped", level: "experience", record, column: "total", why: "typed", open: true });
      }
    }
    const page = new Page(school.replace("兰西县", "").slice(0, 10));
    if (chance.chance(0.1)) page.state = "hidden";
    const style = { ...form.style, titles: ["2024年秋季教师培训考核表"], captions: [`单位（盖章）：${school}`, "2024年12月30日"] };
    forms.push({ placed: new Layout(page, "teacher-assessment", form.columns, form.records, style).lay(), spoilt: spoil });
    pages.push(page);
  }
  return assemble({ name: `兰西分校${chance.int(1000, 9999)}`, kind: chance.pick(["xlsx", "xlsx", "xls"] as const), policy: LANXI, pages, forms });
}

/** Two forms one under the other on one sheet. */
export function stacked(chance: Chance, seed: number): Book {
  const crowd = new Crowd(chance);
  const schools = chance.some(lanxiSchools, 2);
  const page = new Page("考核表");
  const forms: { placed: Placed; spoilt: Spoilable }[] = [];
  let top = 0;
  for (const school of schools) {
    const list = teachers(chance, crowd, [school], chance.int(5, 14));
    const form = teacherForm(chance, list, { oneSchool: true });
    const spoil = new Spoilable(chance, form.records);
    if (seed % 2 === 1) {
      const record = spoil.fresh((at) => (list[at]?.total ?? 0) >= 70);
      if (record !== null) {
        spoil.set(record, "review", 23);
        spoil.expect({ code: "score.out-of-range", level: "logic", record, column: "review", why: "An item above its maximum" });
      }
    }
    const placed = new Layout(page, "teacher-assessment", form.columns, form.records, { ...form.style, top, left: 0, titles: [`${school}教师培训考核表`] }).lay();
    top = placed.bottom + chance.int(2, 4);
    forms.push({ placed, spoilt: spoil });
  }
  return assemble({ name: `兰西上下${chance.int(1000, 9999)}`, kind: "xlsx", policy: LANXI, pages: withOthers(chance, page), forms });
}

/** The same narrow form twice beside each other, as it is printed to save paper. */
export function beside(chance: Chance, seed: number): Book {
  const crowd = new Crowd(chance);
  const page = new Page("年度学时");
  const gap = chance.int(0, 2);
  const specs: Spec[] = [
    ["number", "number", ["序号"]],
    ["name", "name", ["姓名"]],
    ["public", "zhaoqing.annual.public", ["公需课"]],
    ["professional", "zhaoqing.annual.professional", ["专业课"]],
    ["elective", "zhaoqing.annual.elective", ["个人选修课", "选修课"]],
    ["total", "total", ["合计"]],
    ["claim", "claim", ["是否完成"]],
  ];
  const columns = columnsOf(chance, specs, true);
  const count = chance.int(6, 18);
  const record = (index: number): FormRecord => ({ number: index + 1, name: crowd.person().name, public: 30, professional: 42, elective: 18, total: 90, claim: "完成" });
  const left = Array.from({ length: count }, (_, index) => record(index));
  const right = Array.from({ length: chance.int(count - 3, count) }, (_, index) => record(count + index));
  const spoils = [new Spoilable(chance, left), new Spoilable(chance, right)];
  if (seed % 2 === 1) {
    for (const spoil of spoils) {
      const at = spoil.fresh();
      if (at === null) continue;
      spoil.set(at, "elective", 10);
      spoil.set(at, "total", 82);
      spoil.expect({ code: "hours.block-short", level: "logic", record: at, column: "elective", why: "said 完成" });
    }
  }
  page.put(0, 0, "2024年度教师继续教育学时汇总表");
  page.merge({ top: 0, left: 0, bottom: 0, right: columns.length * 2 + gap - 1 });
  const first = new Layout(page, "hours-year", columns, left, { top: 1 }).lay();
  const second = new Layout(page, "hours-year", columns, right, { top: 1, left: first.columns.length + gap }).lay();
  const forms = [first, second].map((placed, index) => ({ placed, spoilt: spoils[index] ?? new Spoilable(chance, []) }));
  return assemble({ name: `肇庆并排${chance.int(1000, 9999)}`, kind: "xlsx", policy: "zhaoqing-annual", pages: withOthers(chance, page), forms });
}

/** Two different forms beside each other on one sheet, an empty column or two between them. */
export function unlikeBeside(chance: Chance, seed: number): Book {
  const page = new Page("统计");
  const gap = chance.int(1, 3);
  const counties = ["端州区", "高要区", "四会市", "鼎湖区", "怀集县", "广宁县"];
  const low = new Set(["怀集县", "广宁县"]);
  const quota = counties.map((place, index): FormRecord => {
    const whole = chance.int(500, 4000);
    return { number: index + 1, place, whole, part: Math.ceil(whole * (low.has(place) ? 0.7 : 0.8)) + 3, claim: "达标" };
  });
  const budget = counties.map((place, index): FormRecord => {
    const base = chance.int(200, 900) * 100;
    return { number: index + 1, place, base, amount: base * 0.02 + chance.int(0, 20), claim: "达标" };
  });
  const spoils = [new Spoilable(chance, quota), new Spoilable(chance, budget)];
  const [first, second] = spoils;
  if (seed % 2 === 1 && first && second) {
    const at = first.fresh() ?? 0;
    const whole = Number(first.get(at, "whole"));
    first.set(at, "part", Math.ceil(whole * (low.has(String(first.get(at, "place"))) ? 0.7 : 0.8)) - 4);
    first.expect({ code: "quota.short", level: "logic", record: at, column: "part", why: "said 达标" });
    const other = second.fresh() ?? 0;
    second.set(other, "amount", Number(second.get(other, "base")) * 0.02 - 5);
    second.expect({ code: "budget.short", level: "logic", record: other, column: "amount", why: "said 达标" });
  }
  const left = new Layout(
    page,
    "quota",
    columnsOf(chance, [["number", "number", ["序号"]], ["place", "place", ["县区"]], ["whole", "whole", ["教师总数"]], ["part", "part", ["县级培训人数"]], ["claim", "claim", ["是否达标"]]], true),
    quota,
    { titles: ["县级培训覆盖情况表"] },
  ).lay();
  const right = new Layout(
    page,
    "budget",
    columnsOf(chance, [["number", "number", ["序号"]], ["place", "place", ["县区"]], ["base", "base", ["教师工资总额（万元）"]], ["amount", "amount", ["教师继续教育经费（万元）"]], ["claim", "claim", ["是否达标"]]], true),
    budget,
    { titles: ["继续教育经费安排情况表"], left: left.columns.length + gap },
  ).lay();
  return assemble({ name: `肇庆两表${chance.int(1000, 9999)}`, kind: "xlsx", policy: "zhaoqing-annual", pages: withOthers(chance, page), forms: [left, right].map((placed, index) => ({ placed, spoilt: spoils[index] ?? new Spoilable(chance, []) })) });
}

/** A rubric item's or a block's column is not there. */
export function missingColumn(chance: Chance, seed: number): Book {
  const crowd = new Crowd(chance);
  if (seed % 2 === 0) {
    const schools = chance.some(lanxiSchools, 2);
    const list = teachers(chance, crowd, schools, chance.int(8, 24));
    const form = teacherForm(chance, list);
    const gone = chance.pick(ITEMS);
    const columns = form.columns.filter((column) => column.id !== gone);
    // Typed totals: a formula would point at the missing column.
    for (const [index, teacher] of list.entries()) Object.assign(form.records[index] ?? {}, recordOf(teacher, index, { hasSb: form.has("sb"), bonusInTimes: form.bonusInTimes, formulas: false }));
    const page = new Page("考核表");
    const placed = new Layout(page, "teacher-assessment", columns, form.records, { ...form.style, titles: ["兰西县教师培训考核汇总表"] }).lay();
    const more: Expected = { code: "column.missing", level: "logic", sheet: page.name, cell: placed.head("number"), also: allHeads(placed, columns), why: "a rubric item or hour block without its column is column.missing" };
    return assemble({ name: `兰西缺列${chance.int(1000, 9999)}`, kind: "xlsx", policy: LANXI, pages: withOthers(chance, page), forms: [{ placed }], more: [more] });
  }
  const gone = chance.pick(["public", "professional", "elective"]);
  const specs: Spec[] = [
    ["number", "number", ["序号"]],
    ["name", "name", ["姓名"]],
    ["school", "school", ["学校"]],
    ["public", "zhaoqing.annual.public", ["公需课"]],
    ["professional", "zhaoqing.annual.professional", ["专业课"]],
    ["elective", "zhaoqing.annual.elective", ["个人选修课", "选修课"]],
    ["total", "total", ["合计", "总学时"]],
    ["claim", "claim", ["是否完成"]],
  ];
  const columns = columnsOf(chance, specs, true, new Set([gone]));
  const records = Array.from({ length: chance.int(6, 18) }, (_, index): FormRecord => ({ number: index + 1, name: crowd.person().name, school: "端州区河苑小学", public: 30, professional: 42, elective: 18, total: 90, claim: "完成" }));
  const page = new Page("年度学时");
  const placed = new Layout(page, "hours-year", columns, records, { ...dress(chance, { titles: ["2024年度教师继续教育学时汇总表"], captions: [], letters: false }), titles: ["2024年度教师继续教育学时汇总表"] }).lay();
  const more: Expected = { code: "column.missing", level: "logic", sheet: page.name, cell: placed.head("number"), also: allHeads(placed, columns), why: "hour block without its column is column.missing" };
  return assemble({ name: `肇庆缺列${chance.int(1000, 9999)}`, kind: "xlsx", policy: "zhaoqing-annual", pages: withOthers(chance, page), forms: [{ placed }], more: [more] });
}

function allHeads(placed: Placed, columns: readonly FormColumn[]): string[] {
  const { header } = placed;
  const heads: string[] = [];
  for (let row = header.top; row <= header.bottom; row++) for (let column = header.left; column < header.left + columns.length; column++) heads.push(a1(row, column));
  return heads;
}

/** Sums that miss the last rows, and a record's sum that misses an item. */
export function shortSums(chance: Chance, seed: number): Book {
  const crowd = new Crowd(chance);
  const school = chance.pick(lanxiSchools);
  const list = teachers(chance, crowd, [school], chance.int(10, 30));
  const form = teacherForm(chance, list, { oneSchool: true });
  const records = list.map((teacher, index) => recordOf(teacher, index, { hasSb: form.has("sb"), bonusInTimes: form.bonusInTimes, formulas: true }));
  const { columns } = form;
  const page = new Page("考核表");
  const spoil = new Spoilable(chance, records);
  const isRow = seed % 3 === 1;
  const isShort = seed % 3 === 2;
  if (isRow) {
    const record = spoil.fresh((index) => (list[index]?.total ?? 0) >= 80 && list[index]?.times === 0 && (list[index]?.items[4] ?? 0) <= 20);
    const teacher = record === null ? undefined : list[record];
    if (record !== null && teacher !== undefined) {
      const short = sum([teacher.total, -(teacher.items[4] ?? 0)]);
      spoil.set(record, "total", ({ at }) => ({ value: short, formula: `${ITEMS.slice(0, 4).map((id) => at(id)).join("+")}+${at("bonus")}${form.bonusInTimes ? "*5" : ""}` }));
      spoil.expect({ code: "score.total-mismatch", level: "logic", record, column: "total", why: "total against the items" });
      spoil.expect({ code: "formula.range-short", level: "experience", record, column: "total", why: "an inconsistent neighbour", open: true });
      // The result may be judged against the true total: it was 合格 before and is so now.
    }
  }
  const style = { ...form.style, subtotalBy: undefined, mergeDown: undefined, titles: [`${school}教师培训考核表`], total: "合计", average: undefined, sums: ["total"], sumsTyped: false, ...(isShort && { sumMisses: chance.int(1, 3) }) };
  const placed = new Layout(page, "teacher-assessment", columns, records, style).lay();
  const more: Expected[] = isShort
    ? [
        { code: "formula.range-short", level: "experience", sheet: page.name, cell: placed.totalCell("total"), why: "a SUM that misses rows" },
        { code: "score.total-mismatch", level: "logic", sheet: page.name, cell: placed.totalCell("total"), why: "and its value", open: true },
      ]
    : [];
  return assemble({ name: `兰西公式${chance.int(1000, 9999)}`, kind: "xlsx", policy: LANXI, pages: withOthers(chance, page), forms: [{ placed, spoilt: spoil }], more });
}

/** 材料报送, one row a document: name, handed in or not, date. */
export function longSubmissions(chance: Chance, seed: number): Book {
  const schools = chance.some(lanxiSchools, chance.int(3, 8));
  const style = chance.pick(["serial", "dots", "dashes", "han"] as const);
  const specs: Spec[] = [
    ["number", "number", ["序号"]],
    ["school", "school", ["学校", "报送单位", "单位名称"]],
    ["project", "project", ["材料名称", "报送材料", "材料"]],
    ["date", "date", ["报送日期", "上传日期", "报送时间"]],
    ["claim", "claim", ["是否报送", "报送情况"]],
    ["note", "note", ["备注"]],
  ];
  const records: FormRecord[] = [];
  for (const school of schools) {
    records.push({ school, project: "培训计划", date: written(dayPlus({ y: 2024, m: 9, d: 25 }, -chance.int(0, 15)), style), claim: "是" });
    records.push({ school, project: "培训总结", date: written(dayPlus({ y: 2024, m: 12, d: 30 }, -chance.int(0, 10)), style), claim: "是" });
  }
  records.forEach((record, index) => (record["number"] = index + 1));
  const spoil = new Spoilable(chance, records);
  for (let count = seed % 3; count > 0; count--) {
    const record = spoil.fresh();
    if (record === null) continue;
    const isPlan = spoil.get(record, "project") === "培训计划";
    spoil.set(record, "date", written(dayPlus(isPlan ? { y: 2024, m: 9, d: 25 } : { y: 2024, m: 12, d: 30 }, chance.int(1, 8)), style));
    spoil.expect({ code: "date.late", level: "experience", record, column: "date", why: "plan by 2024-09-25, summary by 2024-12-30" });
  }
  const page = new Page("材料报送");
  const placed = new Layout(page, "submissions", columnsOf(chance, specs, true), records, { ...dress(chance, { titles: ["兰西县教师培训材料报送登记表"], captions: [], groupBy: "school", letters: false }), subtotalBy: undefined }).lay();
  return assemble({ name: `兰西报送${chance.int(1000, 9999)}`, kind: chance.pick(["xlsx", "xlsx", "ods"] as const), policy: LANXI, asOf: "2025-02-01", pages: withOthers(chance, page), forms: [{ placed, spoilt: spoil }] });
}

/** 肇庆, three quotas a county: one row each, the level in a column. */
export function longQuota(chance: Chance, seed: number): Book {
  const places = chance.some(["端州区", "怀集县", "四会市", "德庆县", "高要区"], chance.int(2, 4));
  const seventy = new Set(["怀集县", "德庆县"]);
  const records: FormRecord[] = [];
  for (const place of places) {
    for (const [level, share] of [["国家和省级示范培训", 0.1], ["市级培训", 0.2], ["县级培训", seventy.has(place) ? 0.7 : 0.8]] as const) {
      const whole = chance.int(400, 5000);
      const part = Math.ceil(whole * share - 1e-9) + chance.int(0, 15);
      records.push({ number: records.length + 1, place, level, whole, part, share: shareText(part / whole, null), claim: "达标" });
    }
  }
  const spoil = new Spoilable(chance, records);
  for (let count = seed % 3; count > 0; count--) {
    const record = spoil.fresh();
    const line = record === null ? undefined : records[record];
    if (record === null || line === undefined) continue;
    const share = line["level"] === "市级培训" ? 0.2 : line["level"] === "县级培训" ? (seventy.has(String(line["place"])) ? 0.7 : 0.8) : 0.1;
    const whole = Number(line["whole"]);
    const part = Math.ceil(whole * share - 1e-9) - chance.int(1, 5);
    line["part"] = part;
    line["share"] = shareText(part / whole, null);
    const honest = chance.chance(0.5);
    if (honest) line["claim"] = "未达标";
    spoil.expect({ code: "quota.short", level: honest ? "experience" : "logic", record, column: "part", why: "10 %, 20 %, 80 % (70 % in four counties)" });
  }
  const specs: Spec[] = [
    ["number", "number", ["序号"]],
    ["place", "place", ["县（市、区）", "县区"]],
    ["level", "project|category", ["培训级别", "培训层次", "培训项目"]],
    ["whole", "whole", ["教师总数", "教师总人数"]],
    ["part", "part", ["参训人数", "实际参训人数"]],
    ["share", "share", ["比例", "完成率"]],
    ["claim", "claim", ["是否达标"]],
  ];
  const page = new Page("培训任务");
  const placed = new Layout(page, "quota", columnsOf(chance, specs, true), records, { ...dress(chance, { titles: ["2024年教师培训任务完成情况统计表", "培训覆盖率统计表"], captions: [], groupBy: "place", letters: false }), subtotalBy: undefined }).lay();
  return assemble({ name: `肇庆任务${chance.int(1000, 9999)}`, kind: "xlsx", policy: "zhaoqing-annual", pages: withOthers(chance, page), forms: [{ placed, spoilt: spoil }] });
}

/** 兰西 hours of a term from both scores. */
export function lanxiHours(chance: Chance, seed: number): Book {
  const crowd = new Crowd(chance);
  const list = teachers(chance, crowd, chance.some(lanxiSchools, 2), chance.int(8, 30));
  const specs: Spec[] = [
    ["number", "number", ["序号"]],
    ["name", "name", ["姓名"]],
    ["school", "school", ["学校", "单位"]],
    ["county", "lanxi.teacher.hours", ["县级培训学时", "县级学时", "县级认定学时"]],
    ["sb", "lanxi.school-based.hours", ["校本培训学时", "校本学时", "校本认定学时"]],
    ["total", "total|credited", ["合计学时", "合计", "总学时"]],
  ];
  const records = list.map((teacher, index): FormRecord => {
    const county = teacher.total >= 60 ? 24 : 0;
    const sb = teacher.sb >= 80 ? 12 : 0;
    return { number: index + 1, name: teacher.person.name, school: teacher.school, county, sb, total: county + sb };
  });
  const spoil = new Spoilable(chance, records);
  if (seed % 2 === 1) {
    const record = spoil.fresh();
    if (record !== null) {
      spoil.set(record, "total", Number(spoil.get(record, "total")) + 4);
      spoil.expect({ code: "hours.total-mismatch", level: "logic", record, column: "total", why: "total against the parts" });
    }
  }
  const page = new Page("学时认定");
  const placed = new Layout(page, "hours-year", columnsOf(chance, specs, true), records, { ...dress(chance, { titles: ["教师学时认定汇总表", "兰西县2024年秋季学期学时认定表"], captions: [], sums: ["total"], groupBy: "school" }) }).lay();
  return assemble({ name: `兰西学时${chance.int(1000, 9999)}`, kind: "xlsx", policy: LANXI, pages: withOthers(chance, page), forms: [{ placed, spoilt: spoil }] });
}
