/** 肇庆: year's hours in three blocks, hours log, five-year cycle, quotas by county, budgets; ledger between log and year. */
import type { Book } from "./book";
import type { FormRecord } from "./form";
import { Crowd, dayPlus, subjects, written, type DateStyle } from "./people";
import type { Chance } from "./random";
import { textNumber, type Spoilable } from "./scene";
import { columnsOf, fileKinds, simpleBook, type Fault, type SimpleForm, type Spec } from "./simple";

const schools = ["肇庆市第一中学", "端州区河苑小学", "怀集县第一中学", "德庆县德城镇中心小学", "四会市龙甫镇中心小学", "高要区第二中学", "广宁县南街镇中心幼儿园", "肇庆市特殊教育学校", "肇庆市工业贸易学校"];
const counties = ["端州区", "鼎湖区", "高要区", "四会市", "广宁县", "德庆县", "封开县", "怀集县"];
const seventy = new Set(["广宁县", "德庆县", "封开县", "怀集县"]);

const n = (value: unknown): number => (typeof value === "number" ? value : 0);

const yearSpecs = (group: string): readonly Spec[] => [
  ["number", "number", ["序号"]],
  ["name", "name", ["姓名", "教师姓名", "姓 名"]],
  ["school", "school", ["学校", "单位", "工作单位", "所在单位"]],
  ["id", "id", ["身份证号", "身份证号码"]],
  ["subject", "subject", ["任教学科", "学科"]],
  ["public", "zhaoqing.annual.public", ["公需课", "公需科目", "公需课（30学时）", "公需课学时", "公共课"], group],
  ["professional", "zhaoqing.annual.professional", ["专业课", "专业科目", "专业课（42学时）", "专业课学时"], group],
  ["elective", "zhaoqing.annual.elective", ["个人选修课", "选修课", "个人选修科目", "个人选修课（18学时）", "选修课学时"], group],
  ["total", "total", ["合计", "总学时", "年度总学时", "合计学时", "学时合计"]],
  ["claim", "claim", ["是否完成", "完成情况", "是否达标", "是否完成年度任务"]],
  ["note", "note", ["备注"]],
];

export const personFaults: readonly Fault[] = [
  {
    says: "name with a space",
    plant(spoil, chance) {
      const record = spoil.fresh((index) => [...String(spoil.get(index, "name"))].length === 2);
      if (record === null) return false;
      const name = String(spoil.get(record, "name"));
      spoil.set(record, "name", `${name.slice(0, 1)}${chance.pick([" ", "　", "  "])}${name.slice(1)}`);
      spoil.expect({ code: "person.name-space", level: "experience", record, column: "name", why: "person.name-space" });
      return true;
    },
  },
  {
    says: "id wrong",
    plant(spoil, _chance, has) {
      if (!has("id")) return false;
      const record = spoil.fresh();
      if (record === null) return false;
      const id = String(spoil.get(record, "id"));
      spoil.set(record, "id", id.slice(0, 17) + (id.endsWith("7") ? "8" : "7"));
      spoil.expect({ code: "person.id-invalid", level: "logic", record, column: "id", why: "check digit" });
      return true;
    },
  },
  {
    says: "person twice",
    plant(spoil, _chance, has) {
      const record = spoil.fresh((index) => index > 1);
      if (record === null) return false;
      const other = spoil.fresh((index) => index < record && (!has("school") || spoil.get(index, "school") === spoil.get(record, "school")));
      if (other === null) return false;
      for (const id of ["name", "id", "sex", "birth"]) spoil.set(record, id, spoil.get(other, id));
      spoil.expect({ code: "person.duplicate", level: "logic", record, column: "name", alsoColumns: ["id"], why: "same person by ID, else name + school" });
      return true;
    },
  },
];

/** Numbers typed as text, and cells that are no number. */
export const numberFaults = (columns: readonly string[], unit: string): readonly Fault[] => [
  {
    says: "number as text",
    plant(spoil, chance, has) {
      const column = chance.pick(columns);
      if (!has(column)) return false;
      const record = spoil.fresh((index) => typeof spoil.get(index, column) === "number" && typeof spoil.get(index, "total") !== "function");
      if (record === null) return false;
      spoil.set(record, column, textNumber(chance, n(spoil.get(record, column)), unit));
      spoil.expect({ code: "cell.text-number", level: "experience", record, column, why: "any text that can be read as a number" });
      return true;
    },
  },
  {
    says: "not a number",
    plant(spoil, chance, has) {
      const column = chance.pick(columns);
      if (!has(column)) return false;
      const record = spoil.fresh();
      if (record === null) return false;
      spoil.set(record, column, chance.pick(["待定", "见证书", "未知", "若干"]));
      spoil.expect({ code: "cell.not-a-number", level: "logic", record, column, why: "cell.not-a-number cannot be read" });
      return true;
    },
  },
];

const BLOCKS = [
  ["public", 30],
  ["professional", 42],
  ["elective", 18],
] as const;

function setBlock(spoil: Spoilable, record: number, id: string, value: number): void {
  const before = n(spoil.get(record, id));
  spoil.set(record, id, value);
  const total = spoil.get(record, "total");
  const plus = value - before;
  spoil.set(record, "total", typeof total === "function" ? (place) => ({ ...total(place), value: n(total(place).value) + plus }) : n(total) + plus);
}

const isComplete = (spoil: Spoilable) => (index: number): boolean => spoil.get(index, "claim") === "完成" || spoil.get(index, "claim") === "是" || spoil.get(index, "claim") === "达标";

const yearFaults: readonly Fault[] = [
  {
    says: "block short, said complete",
    plant(spoil, chance, has) {
      if (!has("claim")) return false;
      const record = spoil.fresh(isComplete(spoil));
      if (record === null) return false;
      const [id, needed] = chance.pick(BLOCKS);
      setBlock(spoil, record, id, needed - chance.pick([2, 6, 10]));
      spoil.expect({ code: "hours.block-short", level: "logic", record, column: id, why: "logic only where a 达标/完成 cell claims otherwise" });
      return true;
    },
  },
  {
    says: "block short, said so",
    plant(spoil, chance, has) {
      if (!has("claim")) return false;
      const record = spoil.fresh(isComplete(spoil));
      if (record === null) return false;
      const [id, needed] = chance.pick(BLOCKS);
      setBlock(spoil, record, id, needed - chance.pick([2, 6, 12]));
      spoil.set(record, "claim", spoil.get(record, "claim") === "是" ? "否" : spoil.get(record, "claim") === "达标" ? "未达标" : "未完成");
      spoil.expect({ code: "hours.block-short", level: "experience", record, column: id, why: "a requirement not reached leaves the table truthful" });
      return true;
    },
  },
  {
    says: "90 in all, one block short",
    plant(spoil, _chance, has) {
      if (!has("claim")) return false;
      const record = spoil.fresh(isComplete(spoil));
      if (record === null) return false;
      setBlock(spoil, record, "public", 40);
      setBlock(spoil, record, "professional", 42);
      setBlock(spoil, record, "elective", 8);
      spoil.expect({ code: "hours.block-short", level: "logic", record, column: "elective", why: "40/42/8: 90 in all, not complete: elective short by 10" });
      return true;
    },
  },
  {
    says: "complete, said not",
    plant(spoil, _chance, has) {
      if (!has("claim")) return false;
      const record = spoil.fresh(isComplete(spoil));
      if (record === null) return false;
      spoil.set(record, "claim", spoil.get(record, "claim") === "是" ? "否" : spoil.get(record, "claim") === "达标" ? "未达标" : "未完成");
      spoil.expect({ code: "claim.understated", level: "experience", record, column: "claim", why: "A claim below what is true is claim.understated" });
      return true;
    },
  },
  {
    says: "total wrong",
    plant(spoil, chance) {
      const record = spoil.fresh((index) => typeof spoil.get(index, "total") === "number");
      if (record === null) return false;
      spoil.set(record, "total", n(spoil.get(record, "total")) + chance.pick([2, 10, -1]));
      spoil.expect({ code: "hours.total-mismatch", level: "logic", record, column: "total", why: "total against the blocks" });
      return true;
    },
  },
];

const captions = [
  ["填报单位（盖章）：肇庆市教师发展中心", "填报日期：2024年12月20日"],
  ["单位：学时", "2024年度"],
];

function yearForm(chance: Chance, crowd: Crowd, count: number): SimpleForm {
  const words = chance.pick(["完成", "是", "达标"]);
  const formulas = chance.chance(0.4);
  const schoolsHere = chance.some(schools, chance.int(1, 3));
  const records = Array.from({ length: count }, (_, index): FormRecord => {
    const person = crowd.person();
    const blocks = [chance.pick([30, 30, 30, 32, 36]), chance.pick([42, 42, 48, 60]), chance.pick([18, 18, 20, 24])];
    const total = blocks.reduce((sum, value) => sum + value, 0);
    return {
      number: index + 1,
      name: person.name,
      school: schoolsHere[Math.floor((index * schoolsHere.length) / count)] ?? "",
      id: person.id,
      subject: subjects[index % subjects.length] ?? "",
      public: blocks[0] ?? 0,
      professional: blocks[1] ?? 0,
      elective: blocks[2] ?? 0,
      total: formulas ? ({ at }) => ({ value: total, formula: `SUM(${at("public")}:${at("elective")})` }) : total,
      claim: words,
    };
  });
  const skip = new Set<string>();
  for (const [id, share] of [["id", 0.5], ["subject", 0.5], ["note", 0.5], ["claim", 0.15]] as const) if (chance.chance(share)) skip.add(id);
  return {
    kind: "hours-year",
    sheet: ["年度学时", "2024年度", "学时汇总"],
    titles: ["2024年度教师继续教育学时汇总表", "肇庆市中小学教师2024年度培训学时统计表", "2024年教师全员培训年度学时完成情况表"],
    captions,
    columns: columnsOf(chance, yearSpecs(chance.pick(["培训学时", "各类学时", "学时（90学时）"])), chance.chance(0.5), skip),
    records,
    sums: ["public", "professional", "elective", "total"],
    groupBy: "school",
    faults: [...yearFaults, ...personFaults, ...(formulas ? [] : numberFaults(["public", "professional", "elective"], "学时"))],
  };
}

export function zhaoqingYear(chance: Chance, seed: number): Book {
  const kind = fileKinds(chance);
  const form = yearForm(chance, new Crowd(chance), chance.int(12, 40));
  const isPlain = kind !== "xlsx";
  if (isPlain) for (const record of form.records) if (typeof record["total"] === "function") record["total"] = record["total"]({ row: 0, at: () => "A1" }).value;
  return simpleBook(chance, seed, { name: "肇庆年度", policy: "zhaoqing-annual", kind, forms: [form] });
}

const dateStyles: readonly DateStyle[] = ["serial", "serial", "dots", "dashes", "slashes", "han", "compact", "padded"];
const trainings = [
  ["新课程方案专题培训", "专业课", "集中培训"],
  ["师德师风网络研修", "公需课", "网络研修"],
  ["校本研修活动", "个人选修课", "校本研修"],
  ["信息技术应用能力提升工程2.0", "专业课", "线上学习"],
  ["人工智能与教育", "公需课", "线上学习"],
] as const;

const logSpecs: readonly Spec[] = [
  ["number", "number", ["序号"]],
  ["name", "name", ["姓名", "教师姓名", "参训教师"]],
  ["school", "school", ["学校", "单位", "所在学校"]],
  ["project", "project", ["培训项目", "项目名称", "培训班名称"]],
  ["category", "category", ["课程类别", "学时类别", "类别"]],
  ["date", "date", ["培训日期", "培训时间", "开始日期", "日期"]],
  ["days", "days", ["天数", "培训天数"]],
  ["halfDays", "halfDays", ["半天数", "培训半天数"]],
  ["hours", "hours", ["学时", "折算学时", "学时数", "认定学时"]],
  ["note", "note", ["备注"]],
];

const logFaults: readonly Fault[] = [
  {
    says: "a quarter of a day",
    plant(spoil, chance, has) {
      if (!has("days")) return false;
      const record = spoil.fresh();
      if (record === null) return false;
      spoil.set(record, "days", chance.pick([2.25, 1.3, 0.75]));
      spoil.expect({ code: "hours.not-half-days", level: "logic", record, column: "days", why: "2.25 days refused: not a whole number of half days" });
      return true;
    },
  },
  {
    says: "hours not what the days give",
    plant(spoil, chance, has) {
      if (!has("days")) return false;
      const record = spoil.fresh();
      if (record === null) return false;
      spoil.set(record, "hours", n(spoil.get(record, "hours")) + chance.pick([2, 4, 8]));
      spoil.expect({ code: "hours.credit-mismatch", level: "logic", record, column: "hours", why: "half day = 4, full day = 8 学时 (which code: DESIGN leaves it open between credit- and total-mismatch)" });
      return true;
    },
  },
  {
    says: "date unreadable",
    plant(spoil, chance) {
      const record = spoil.fresh();
      if (record === null) return false;
      spoil.set(record, "date", chance.pick(["2024.4.31", "2024年14月1日", "上半年", "2024-2-30"]));
      spoil.expect({ code: "date.unreadable", level: "logic", record, column: "date", why: "date.unreadable" });
      return true;
    },
  },
  {
    says: "date in the future",
    plant(spoil, chance) {
      const record = spoil.fresh();
      if (record === null) return false;
      spoil.set(record, "date", written({ y: 2025, m: chance.int(3, 9), d: 5 }, "serial"));
      spoil.expect({ code: "date.future", level: "experience", record, column: "date", why: "after the day of the check" });
      return true;
    },
  },
];

interface LogLine {
  readonly name: string;
  readonly school: string;
  readonly category: string;
  readonly hours: number;
}

function logForm(chance: Chance, people: readonly { name: string; school: string }[], style: DateStyle): { form: SimpleForm; lines: LogLine[] } {
  const unit = chance.pick(["days", "halfDays", "none"]);
  const lines: LogLine[] = [];
  const records: FormRecord[] = [];
  for (const { name, school } of people) {
    for (const [project, category] of chance.some(trainings, chance.int(3, 5))) {
      const days = chance.pick([0.5, 1, 1, 2, 2.5, 3]);
      records.push({ number: records.length + 1, name, school, project, category, date: written(dayPlus({ y: 2024, m: 2, d: 20 }, chance.int(0, 290)), style), days, halfDays: days * 2, hours: days * 8 });
      lines.push({ name, school, category, hours: days * 8 });
    }
  }
  const skip = new Set([unit === "days" ? "halfDays" : "days", ...(unit === "none" ? ["halfDays"] : []), ...(chance.chance(0.5) ? ["note"] : [])]);
  return {
    lines,
    form: {
      kind: "hours-log",
      sheet: ["学时登记", "培训台账", "登记表"],
      titles: ["2024年教师培训学时登记表", "肇庆市中小学教师培训学时登记台账（2024年）"],
      captions,
      columns: columnsOf(chance, logSpecs, true, skip),
      records,
      letters: false,
      faults: [...logFaults, ...numberFaults(["hours"], "学时")],
    },
  };
}

export function zhaoqingLog(chance: Chance, seed: number): Book {
  const crowd = new Crowd(chance);
  const people = Array.from({ length: chance.int(5, 14) }, () => ({ name: crowd.person().name, school: chance.pick(schools) }));
  const { form } = logForm(chance, people, chance.pick(dateStyles));
  return simpleBook(chance, seed, { name: "肇庆登记", policy: "zhaoqing-annual", kind: fileKinds(chance), forms: [form] });
}

/** Log and year in one workbook: the year's blocks are the sums of the log. */
export function zhaoqingLedger(chance: Chance, seed: number): Book {
  const crowd = new Crowd(chance);
  const people = Array.from({ length: chance.int(5, 12) }, () => ({ name: crowd.person().name, school: chance.pick(schools) }));
  const lines: { record: FormRecord; category: string; hours: number; name: string }[] = [];
  const style = chance.pick(dateStyles);
  const wanted = [["公需课", [16, 16]], ["专业课", [24, 20]], ["个人选修课", [12, 8]]] as const;
  for (const { name, school } of people) {
    for (const [category, parts] of wanted) {
      for (const hours of parts) {
        const project = trainings.find((one) => one[1] === category)?.[0] ?? "培训";
        const date = written(dayPlus({ y: 2024, m: 2, d: 20 }, chance.int(0, 290)), style);
        lines.push({ name, category, hours, record: { number: lines.length + 1, name, school, project, category, date, days: hours / 8, halfDays: hours / 4, hours } });
      }
    }
  }
  const year = people.map(({ name, school }, index): FormRecord => ({ number: index + 1, name, school, public: 32, professional: 44, elective: 20, total: 96, claim: "完成" }));
  const ledger: Fault = {
    says: "year's block not what the log gives",
    plant(spoil, pick) {
      const record = spoil.fresh();
      if (record === null) return false;
      const id = pick.pick(["public", "professional", "elective"] as const);
      setBlock(spoil, record, id, n(spoil.get(record, id)) + pick.pick([4, 8]));
      spoil.expect({ code: "hours.ledger-mismatch", level: "logic", record, column: id, why: "hour log ↔ yearly summary; findings on the side that is wrong" });
      return true;
    },
  };
  const skip = new Set(["halfDays", "note"]);
  return simpleBook(chance, seed, {
    name: "肇庆台账",
    policy: "zhaoqing-annual",
    kind: fileKinds(chance, false),
    forms: [
      { kind: "hours-log", sheet: ["学时登记"], titles: ["2024年教师培训学时登记表"], captions, columns: columnsOf(chance, logSpecs, true, skip), records: lines.map((line) => line.record), letters: false, faults: [] },
      {
        kind: "hours-year",
        sheet: ["年度汇总"],
        titles: ["2024年度教师培训学时汇总表"],
        captions,
        columns: columnsOf(chance, yearSpecs("各类学时"), chance.chance(0.5), new Set(["id", "subject", "note"])),
        records: year,
        sums: ["public", "professional", "elective", "total"],
        faults: [ledger, ...yearFaults.filter((fault) => fault.says === "total wrong")],
      },
    ],
  });
}

const years = [
  ["2020年", "2021年", "2022年", "2023年", "2024年"],
  ["第一年", "第二年", "第三年", "第四年", "第五年"],
  ["2020年度", "2021年度", "2022年度", "2023年度", "2024年度"],
  ["2020", "2021", "2022", "2023", "2024"],
];

export function cycleSpecs(chance: Chance, unit: string, hasCredited: boolean): Spec[] {
  const labels = chance.pick(years);
  const group = chance.pick([`各年度${unit}`, `五年${unit}`, `年度${unit}`]);
  return [
    ["number", "number", ["序号"]],
    ["name", "name", ["姓名", "教师姓名"]],
    ["school", "school", ["学校", "单位", "所在单位"]],
    ...labels.map((label, index): Spec => [`year${index + 1}`, `year${index + 1}`, [chance.chance(0.3) && !/^\d+$/.test(label) ? `${label}${unit}` : label], group]),
    ["total", "total", ["合计", `五年合计`, `累计${unit}`, `总${unit}`, `${unit}合计`]],
    ...(hasCredited ? ([["credited", "credited", [`认定${unit}`, `计入${unit}`, `核定${unit}`]]] as Spec[]) : []),
    ["claim", "claim", ["是否达标", "是否完成", "达标情况"]],
    ["note", "note", ["备注"]],
  ];
}

export function zhaoqingCycle(chance: Chance, seed: number): Book {
  const crowd = new Crowd(chance);
  const records = Array.from({ length: chance.int(8, 30) }, (_, index): FormRecord => {
    const values = Array.from({ length: 5 }, () => chance.pick([90, 90, 92, 96, 100]));
    const [year1 = 0, year2 = 0, year3 = 0, year4 = 0, year5 = 0] = values;
    return { number: index + 1, name: crowd.person().name, school: chance.pick(schools), year1, year2, year3, year4, year5, total: values.reduce((sum, value) => sum + value, 0), claim: "达标" };
  });
  const faults: Fault[] = [
    {
      says: "a year without hours, said 达标",
      plant(spoil, pick) {
        const record = spoil.fresh();
        if (record === null) return false;
        const id = `year${pick.int(1, 5)}`;
        // The rest of the years still make 450: only the empty year is wrong.
        for (const year of ["year1", "year2", "year3", "year4", "year5"]) spoil.set(record, year, year === id ? 0 : 115);
        spoil.set(record, "total", 460);
        spoil.expect({ code: "hours.year-empty", level: "logic", record, column: id, why: "each year's task; logic where the sheet claims otherwise", open: true });
        spoil.expect({ code: "hours.cycle-short", level: "logic", record, column: "total", why: "or the gap of the years, at the total", open: true });
        return true;
      },
    },
    {
      says: "total wrong",
      plant(spoil, pick) {
        const record = spoil.fresh();
        if (record === null) return false;
        spoil.set(record, "total", n(spoil.get(record, "total")) + pick.pick([5, 10]));
        spoil.expect({ code: "hours.total-mismatch", level: "logic", record, column: "total", why: "total against the years" });
        return true;
      },
    },
    {
      says: "complete, said not",
      plant(spoil) {
        const record = spoil.fresh();
        if (record === null) return false;
        spoil.set(record, "claim", "未达标");
        spoil.expect({ code: "claim.understated", level: "experience", record, column: "claim", why: "claim.understated" });
        return true;
      },
    },
    ...personFaults.slice(0, 1),
    ...numberFaults(["year1", "year3", "year5"], "学时"),
  ];
  return simpleBook(chance, seed, {
    name: "肇庆周期",
    policy: "zhaoqing-annual",
    kind: fileKinds(chance),
    forms: [
      { kind: "hours-cycle", sheet: ["五年周期", "周期汇总"], titles: ["教师五年一周期继续教育学时汇总表", "2020—2024年教师培训学时周期统计表"], captions, columns: columnsOf(chance, cycleSpecs(chance, "学时", false), chance.chance(0.5), new Set(chance.chance(0.5) ? ["note"] : [])), records, letters: false, faults },
    ],
  });
}

export const shareFaults = (need: (spoil: Spoilable, record: number) => number, code: "quota.short" | "budget.short", columns: { part: string; whole: string }, wholeStep: number): readonly Fault[] => {
  const least = (spoil: Spoilable, record: number): number => {
    const exact = need(spoil, record) * n(spoil.get(record, columns.whole));
    return code === "quota.short" ? Math.ceil(exact - 1e-9) : exact;
  };
  const reshare = (spoil: Spoilable, record: number): void => spoil.set(record, "share", shareText(n(spoil.get(record, columns.part)) / n(spoil.get(record, columns.whole)), spoil.get(record, "share")));
  return [
    {
      says: "short, said 达标",
      plant(spoil, chance, has) {
        if (!has("claim")) return false;
        const record = spoil.fresh();
        if (record === null) return false;
        spoil.set(record, columns.part, round(least(spoil, record) - chance.int(1, 3) * wholeStep));
        reshare(spoil, record);
        spoil.expect({ code, level: "logic", record, column: columns.part, why: "logic where the sheet claims otherwise" });
        return true;
      },
    },
    {
      says: "short, said so",
      plant(spoil, chance, has) {
        const record = spoil.fresh();
        if (record === null) return false;
        spoil.set(record, columns.part, round(least(spoil, record) - chance.int(1, 3) * wholeStep));
        reshare(spoil, record);
        if (has("claim")) spoil.set(record, "claim", spoil.get(record, "claim") === "是" ? "否" : "未达标");
        spoil.expect({ code, level: "experience", record, column: columns.part, why: "a requirement not reached leaves the table truthful" });
        return true;
      },
    },
    {
      says: "met, said not",
      plant(spoil, _chance, has) {
        if (!has("claim")) return false;
        const record = spoil.fresh();
        if (record === null) return false;
        spoil.set(record, "claim", spoil.get(record, "claim") === "是" ? "否" : "未达标");
        spoil.expect({ code: "claim.understated", level: "experience", record, column: "claim", why: "claim.understated" });
        return true;
      },
    },
  ];
};

const round = (value: number): number => Math.round(value * 100) / 100;

export function shareText(share: number, like: unknown): string | { value: number; format: string } {
  if (typeof like === "string") return `${round(share * 100)}%`;
  return { value: Math.round(share * 10000) / 10000, format: "0.00%" };
}

export function zhaoqingQuota(chance: Chance, seed: number): Book {
  const words = chance.pick(["达标", "是"]);
  const records = chance.some(counties, chance.int(5, 8)).map((place, index): FormRecord => {
    const whole = chance.int(300, 6000);
    const part = Math.ceil(whole * (seventy.has(place) ? 0.7 : 0.8)) + chance.int(0, 30);
    return { number: index + 1, place, whole, part, share: shareText(part / whole, null), claim: words };
  });
  const specs: Spec[] = [
    ["number", "number", ["序号"]],
    ["place", "place", ["县（市、区）", "县区", "县市区", "地区"]],
    ["whole", "whole", ["教师总数", "教师总人数", "当地教师总人数", "专任教师数"]],
    ["part", "part", ["参训人数", "已培训人数", "县级培训人数", "实际参训人数"]],
    ["share", "share", ["比例", "覆盖率", "参训率"]],
    ["claim", "claim", ["是否达标", "达标情况"]],
  ];
  const need = (spoil: Spoilable, record: number): number => (seventy.has(String(spoil.get(record, "place"))) ? 0.7 : 0.8);
  return simpleBook(chance, seed, {
    name: "肇庆覆盖",
    policy: "zhaoqing-annual",
    kind: fileKinds(chance),
    forms: [
      {
        kind: "quota",
        sheet: ["县级培训覆盖", "培训覆盖"],
        titles: ["2024年各县（市、区）县级培训覆盖情况统计表", "县级培训完成情况表（2024年）"],
        columns: columnsOf(chance, specs, true, new Set(chance.chance(0.3) ? ["share"] : [])),
        records,
        letters: false,
        faults: shareFaults(need, "quota.short", { part: "part", whole: "whole" }, 1),
        // Without a title nobody could know which quota is meant.
        style: { titles: ["2024年各县（市、区）县级培训覆盖情况统计表"] },
      },
    ],
  });
}

export function zhaoqingBudget(chance: Chance, seed: number): Book {
  const isGovernment = chance.chance(0.5);
  const share = isGovernment ? 0.02 : 0.1;
  const names = isGovernment ? counties : schools;
  const words = chance.pick(["达标", "是"]);
  const records = chance.some(names, chance.int(4, 8)).map((name, index): FormRecord => {
    const base = isGovernment ? chance.int(20000, 90000) : chance.int(30, 300);
    const amount = round(Math.ceil(base * share * 100) / 100 + chance.int(0, 3));
    return { number: index + 1, who: name, base, amount, share: shareText(amount / base, null), claim: words };
  });
  const specs: Spec[] = [
    ["number", "number", ["序号"]],
    isGovernment ? ["who", "place", ["县（市、区）", "县区", "县市区"]] : ["who", "school", ["学校", "单位", "学校名称"]],
    ["base", "base", isGovernment ? ["教师工资总额（万元）", "教师工资总额", "工资总额（万元）"] : ["年度公用经费预算总额（万元）", "公用经费预算总额", "年度公用经费（万元）"]],
    ["amount", "amount", isGovernment ? ["教师继续教育经费（万元）", "继续教育经费", "安排教师继续教育经费（万元）"] : ["教师培训经费（万元）", "培训经费", "安排教师培训经费（万元）"]],
    ["share", "share", ["比例", "占比", "所占比例"]],
    ["claim", "claim", ["是否达标", "达标情况"]],
  ];
  return simpleBook(chance, seed, {
    name: "肇庆经费",
    policy: "zhaoqing-annual",
    kind: fileKinds(chance),
    forms: [
      {
        kind: "budget",
        sheet: ["经费", "培训经费"],
        titles: isGovernment ? ["2024年各县（市、区）教师继续教育经费安排情况表"] : ["2024年各学校教师培训经费安排情况表"],
        columns: columnsOf(chance, specs, true, new Set(chance.chance(0.3) ? ["share"] : [])),
        records,
        letters: false,
        faults: shareFaults(() => share, "budget.short", { part: "amount", whole: "base" }, 0.5),
      },
    ],
  });
}
