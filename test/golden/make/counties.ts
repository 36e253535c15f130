/** 岳阳 (credits with a cap, log with modes) and 湘西 (scope by sex and age, plans, quotas, budgets, cycle). */
import type { Book } from "./book";
import type { FormRecord } from "./form";
import { Crowd, dayPlus, written, type DateStyle, type Day } from "./people";
import type { Chance } from "./random";
import { columnsOf, fileKinds, simpleBook, type Fault, type Spec } from "./simple";
import { cycleSpecs, numberFaults, personFaults, shareFaults, shareText } from "./zhaoqing";

const n = (value: unknown): number => (typeof value === "number" ? value : 0);
const yueyangSchools = ["岳阳市第一中学", "岳阳楼区朝阳小学", "平江县启明中学", "华容县章华学校", "临湘市第二中学", "汨罗市罗城学校", "君山区柳林洲学校"];
const xiangxiSchools = ["吉首市第一小学", "凤凰县箭道坪小学", "花垣县边城高级中学", "保靖县民族中学", "永顺县溪州中学", "龙山县高级中学", "泸溪县思源实验学校", "古丈县第一中学"];
const xiangxiCounties = ["吉首市", "泸溪县", "凤凰县", "花垣县", "保靖县", "古丈县", "永顺县", "龙山县"];
const dateStyles: readonly DateStyle[] = ["serial", "serial", "dots", "dashes", "slashes", "han", "compact", "padded"];

function addYears(record: FormRecord, values: readonly number[]): void {
  values.forEach((value, index) => (record[`year${index + 1}`] = value));
  record["total"] = values.reduce((sum, value) => sum + value, 0);
}

export function yueyangCycle(chance: Chance, seed: number): Book {
  const crowd = new Crowd(chance);
  const hasCredited = chance.chance(0.6);
  const records = Array.from({ length: chance.int(8, 35) }, (_, index): FormRecord => {
    const values = Array.from({ length: 5 }, () => chance.pick(hasCredited ? [24, 20, 26, 30] : [24, 20, 22, 24]));
    const record: FormRecord = { number: index + 1, name: crowd.person().name, school: chance.pick(yueyangSchools), claim: "达标" };
    addYears(record, values);
    record["credited"] = Math.min(120, n(record["total"]));
    return record;
  });
  const reset = (record: FormRecord, values: readonly number[]): void => {
    addYears(record, values);
    record["credited"] = Math.min(120, n(record["total"]));
  };
  const faults: Fault[] = [
    {
      says: "a year without credits, said 达标",
      plant(spoil, pick, has) {
        if (!has("claim")) return false;
        const record = spoil.fresh();
        const line = record === null ? undefined : spoil.records[record];
        if (record === null || line === undefined) return false;
        const empty = pick.int(0, 4);
        reset(line, [0, 1, 2, 3, 4].map((at) => (at === empty ? 0 : 28)));
        spoil.expect({ code: "hours.year-empty", level: "logic", record, column: `year${empty + 1}`, why: "every school year must bring some credits" });
        return true;
      },
    },
    {
      says: "a year without credits, said so",
      plant(spoil, pick, has) {
        const record = spoil.fresh();
        const line = record === null ? undefined : spoil.records[record];
        if (record === null || line === undefined) return false;
        const empty = pick.int(0, 4);
        reset(line, [0, 1, 2, 3, 4].map((at) => (at === empty ? 0 : 28)));
        if (has("claim")) line["claim"] = "未达标";
        spoil.expect({ code: "hours.year-empty", level: "experience", record, column: `year${empty + 1}`, why: "a requirement not reached leaves the table truthful" });
        return true;
      },
    },
    {
      says: "counts above the cap",
      plant(spoil, _pick, has) {
        if (!has("credited")) return false;
        const record = spoil.fresh();
        const line = record === null ? undefined : spoil.records[record];
        if (record === null || line === undefined) return false;
        addYears(line, [30, 30, 30, 30, 30]);
        line["credited"] = 150;
        spoil.expect({ code: "hours.cap-exceeded", level: "experience", record, column: "credited", why: "the sheet counts more than the cap" });
        return true;
      },
    },
    {
      says: "credits counted wrong",
      plant(spoil, _pick, has) {
        if (!has("credited")) return false;
        const record = spoil.fresh();
        const line = record === null ? undefined : spoil.records[record];
        if (record === null || line === undefined) return false;
        addYears(line, [20, 20, 20, 20, 20]);
        line["credited"] = 110;
        spoil.expect({ code: "hours.credit-mismatch", level: "logic", record, column: "credited", why: "counted credits against the rule" });
        return true;
      },
    },
    {
      says: "total wrong",
      plant(spoil, pick) {
        const record = spoil.fresh();
        if (record === null) return false;
        const line = spoil.records[record];
        if (!line) return false;
        addYears(line, [20, 20, 20, 20, 20]);
        line["credited"] = 100;
        line["total"] = 100 + pick.pick([4, -6]);
        spoil.expect({ code: "hours.total-mismatch", level: "logic", record, column: "total", why: "total against the years" });
        return true;
      },
    },
    ...personFaults.slice(0, 1),
    ...numberFaults(["year1", "year2", "year4"], "学分"),
  ];
  const skip = new Set([...(chance.chance(0.3) ? ["claim"] : []), ...(chance.chance(0.5) ? ["note"] : [])]);
  return simpleBook(chance, seed, {
    name: "岳阳学分",
    policy: "yueyang-school-based",
    kind: fileKinds(chance),
    forms: [
      {
        kind: "hours-cycle",
        sheet: ["五年学分", "学分汇总", "校本研修学分"],
        titles: ["校本研修学分五年汇总表", "岳阳市中小学教师校本研修培训学分汇总表", "校本培训学分五年统计表"],
        captions: [["学校（盖章）：", "填报日期：2024年12月"]],
        columns: columnsOf(chance, cycleSpecs(chance, "学分", hasCredited), chance.chance(0.5), skip),
        records,
        letters: false,
        faults,
      },
    ],
  });
}

const modes = ["系列讲座", "课例研究", "课题带动", "专题研讨", "探究反思", "读书沙龙", "教学论坛", "师徒带教"];
const formByStage: Readonly<Record<string, string>> = { 高中: "备课组", 初中: "教研组", 小学: "年级组", 幼儿园: "活动主题" };

export function yueyangLog(chance: Chance, seed: number): Book {
  const crowd = new Crowd(chance);
  const style = chance.pick(dateStyles);
  const people = Array.from({ length: chance.int(4, 10) }, () => ({ name: crowd.person().name, school: chance.pick(yueyangSchools), stage: chance.pick(Object.keys(formByStage)) }));
  const records = people.flatMap(({ name, school, stage }) =>
    Array.from({ length: chance.int(2, 4) }, (): FormRecord => ({
      name, school, stage, form: formByStage[stage] ?? "", mode: chance.pick(modes), content: chance.pick(["师德", "教学实践方法技能", "实践知识"]),
      date: written(dayPlus({ y: 2024, m: 2, d: 26 }, chance.int(0, 290)), style), hours: chance.pick([2, 4, 6]),
    })),
  );
  records.forEach((record, index) => (record["number"] = index + 1));
  const specs: Spec[] = [
    ["number", "number", ["序号"]],
    ["name", "name", ["姓名", "教师姓名"]],
    ["school", "school", ["学校", "单位"]],
    ["stage", "stage", ["学段", "任教学段"]],
    ["form", "yueyang.form-by-stage", ["依托形式", "组织形式"]],
    ["mode", "yueyang.modes", ["研修方式", "研训方式"]],
    ["content", "yueyang.content", ["研修内容", "研训内容"]],
    ["date", "date", ["日期", "研修日期", "活动日期"]],
    ["hours", "hours", ["学分", "获得学分"]],
  ];
  const faults: Fault[] = [
    {
      says: "form that does not belong to the stage",
      plant(spoil, pick, has) {
        if (!has("form")) return false;
        const record = spoil.fresh();
        if (record === null) return false;
        const now = String(spoil.get(record, "form"));
        spoil.set(record, "form", pick.pick(Object.values(formByStage).filter((one) => one !== now)));
        spoil.expect({ code: "choice.unknown", level: "logic", record, column: "form", why: "allowed values by another field; 14 is a closed list" });
        return true;
      },
    },
    {
      says: "content not in 9–11",
      plant(spoil, pick) {
        const record = spoil.fresh();
        if (record === null) return false;
        spoil.set(record, "content", pick.pick(["体育锻炼", "消防演练", "职称材料整理"]));
        spoil.expect({ code: "choice.unknown", level: "logic", record, column: "content", why: "9–11 is a closed list (L)" });
        return true;
      },
    },
    {
      says: "date unreadable",
      plant(spoil, pick) {
        const record = spoil.fresh();
        if (record === null) return false;
        spoil.set(record, "date", pick.pick(["2024.6.31", "期末", "2024年0月5日"]));
        spoil.expect({ code: "date.unreadable", level: "logic", record, column: "date", why: "date.unreadable" });
        return true;
      },
    },
    ...numberFaults(["hours"], "学分"),
  ];
  // Fields of the policy's own (依托形式 …) have no key in DESIGN's list: their keys are not judged.
  const columns = columnsOf(chance, specs, true, new Set(chance.chance(0.4) ? ["form"] : [])).map((column) => (["form", "mode", "content"].includes(column.id) ? { ...column, key: "*" } : column));
  return simpleBook(chance, seed, {
    name: "岳阳登记",
    policy: "yueyang-school-based",
    kind: fileKinds(chance),
    forms: [{ kind: "hours-log", sheet: ["学分登记", "登记表"], titles: ["校本研修学分登记表", "岳阳市校本研修培训登记表"], columns, records, letters: false, faults }],
  });
}

// ---------------------------------------------------------------- 湘西

function agedOn(birth: Day, day: Day): number {
  const had = birth.m < day.m || (birth.m === day.m && birth.d <= day.d);
  return day.y - birth.y - (had ? 0 : 1);
}

const deadline: Day = { y: 2011, m: 6, d: 10 };

export function xiangxiRoster(chance: Chance, seed: number): Book {
  const crowd = new Crowd(chance, [1964, 1988]);
  const style = chance.pick(dateStyles);
  const records: FormRecord[] = [];
  for (let index = 0; index < chance.int(12, 40); index++) {
    const person = crowd.person();
    if (agedOn(person.birth, deadline) > (person.sex === "男" ? 55 : 50)) continue;
    records.push({ number: records.length + 1, name: person.name, sex: person.sex, birth: written(person.birth, style), id: person.id, school: chance.pick(xiangxiSchools), role: chance.pick(["教师", "专任教师", "班主任", "教研组长"]), title: "一级教师" });
  }
  const specs: Spec[] = [
    ["number", "number", ["序号"]],
    ["name", "name", ["姓名", "教师姓名"]],
    ["sex", "sex", ["性别"]],
    ["birth", "birth", ["出生年月日", "出生日期", "出生年月"]],
    ["id", "id", ["身份证号", "身份证号码"]],
    ["school", "school", ["学校", "工作单位", "单位"]],
    ["role", "role", ["职务", "岗位"]],
    ["title", "title", ["职称"]],
  ];
  const hasId = chance.chance(0.3);
  const old = (sex: string, pick: Chance): Day => (sex === "男" ? dayPlus({ y: 1955, m: 6, d: 10 }, -pick.int(0, 900)) : dayPlus({ y: 1960, m: 6, d: 10 }, -pick.int(0, 900)));
  const faults: Fault[] = [
    {
      says: "too old",
      plant(spoil, pick) {
        if (hasId) return false;
        const record = spoil.fresh();
        if (record === null) return false;
        spoil.set(record, "birth", written(old(String(spoil.get(record, "sex")), pick), style));
        spoil.expect({ code: "person.out-of-scope", level: "experience", record, column: "birth", alsoColumns: ["name"], why: "men ≤ 55, women ≤ 50 on 2011-06-10" });
        return true;
      },
    },
    {
      says: "exactly as old as allowed; a principal older: both in scope",
      plant(spoil, _pick, has) {
        if (hasId || !has("role")) return false;
        const record = spoil.fresh((index) => spoil.get(index, "sex") === "男");
        if (record !== null) spoil.set(record, "birth", written({ y: 1955, m: 6, d: 11 }, style));
        const head = spoil.fresh();
        if (head !== null) {
          spoil.set(head, "birth", written({ y: 1952, m: 3, d: 1 }, style));
          spoil.set(head, "role", "校长");
        }
        return true;
      },
    },
    {
      says: "sex against the ID",
      plant(spoil) {
        if (!hasId) return false;
        const record = spoil.fresh();
        if (record === null) return false;
        const id = String(spoil.get(record, "id"));
        spoil.set(record, "id", `${id.slice(0, 17)}${id.endsWith("X") ? "1" : "X"}`);
        spoil.expect({ code: "person.id-invalid", level: "logic", record, column: "id", why: "check digit" });
        return true;
      },
    },
    {
      says: "birth unreadable",
      plant(spoil, pick) {
        const record = spoil.fresh();
        if (record === null) return false;
        spoil.set(record, "birth", pick.pick(["1970.13.1", "1971年2月30日", "六八年"]));
        spoil.expect({ code: "date.unreadable", level: "logic", record, column: "birth", why: "date.unreadable" });
        return true;
      },
    },
    ...personFaults.slice(0, 1),
  ];
  return simpleBook(chance, seed, {
    name: "湘西名册",
    policy: "xiangxi-growth-plan",
    asOf: "2011-07-01",
    kind: fileKinds(chance),
    forms: [{ kind: "roster", sheet: ["花名册", "注册登记"], titles: ["湘西自治州“十二五”中小学教师继续教育报名注册登记表", "教师花名册（2011年）"], captions: [["填报单位（盖章）：", "2011年5月10日"]], columns: columnsOf(chance, specs, true, new Set(hasId ? [] : ["id"])), records, letters: false, faults }],
  });
}

export function xiangxiPlans(chance: Chance, seed: number): Book {
  const crowd = new Crowd(chance);
  const style = chance.pick(dateStyles);
  const records = Array.from({ length: chance.int(8, 25) }, (_, index): FormRecord => ({
    number: index + 1,
    name: crowd.person().name,
    school: chance.pick(xiangxiSchools),
    plan: written(dayPlus(deadline, -chance.int(0, 25)), style),
    review: written(dayPlus({ y: 2011, m: 6, d: 20 }, -chance.int(0, 8)), style),
  }));
  const late = (column: string, limit: Day): Fault => ({
    says: `${column} late`,
    plant(spoil, pick) {
      const record = spoil.fresh();
      if (record === null) return false;
      spoil.set(record, column, written(dayPlus(limit, pick.int(1, 9)), style));
      spoil.expect({ code: "date.late", level: "experience", record, column, why: "plan made 2011-06-11 is late; reviewed by 06-20" });
      return true;
    },
  });
  const specs: Spec[] = [
    ["number", "number", ["序号"]],
    ["name", "name", ["姓名", "教师姓名"]],
    ["school", "school", ["学校", "单位"]],
    ["plan", "xiangxi.plan.deadline", ["规划书制订日期", "规划制订日期"]],
    ["review", "xiangxi.plan.deadline.review", ["规划书审核日期", "审核日期", "学校审核日期"]],
    ["note", "note", ["备注"]],
  ];
  const faults: Fault[] = [
    late("plan", deadline),
    late("review", { y: 2011, m: 6, d: 20 }),
    {
      says: "date unreadable",
      plant(spoil, pick) {
        const record = spoil.fresh();
        if (record === null) return false;
        spoil.set(record, "plan", pick.pick(["2011.6.31", "五月底", "2011-15-01"]));
        spoil.expect({ code: "date.unreadable", level: "logic", record, column: "plan", why: "date.unreadable" });
        return true;
      },
    },
    ...personFaults.slice(0, 1),
  ];
  return simpleBook(chance, seed, {
    name: "湘西规划",
    policy: "xiangxi-growth-plan",
    asOf: "2011-07-15",
    kind: fileKinds(chance),
    forms: [{ kind: "submissions", sheet: ["规划书报送", "材料报送"], titles: ["教师专业成长规划书报送表", "专业成长五年规划书材料报送情况表"], columns: columnsOf(chance, specs, true, new Set(chance.chance(0.5) ? ["note"] : [])), records, letters: false, faults }],
  });
}

export function xiangxiCycle(chance: Chance, seed: number): Book {
  const crowd = new Crowd(chance);
  const records = Array.from({ length: chance.int(8, 30) }, (_, index): FormRecord => {
    const record: FormRecord = { number: index + 1, name: crowd.person().name, school: chance.pick(xiangxiSchools), claim: "达标" };
    addYears(record, Array.from({ length: 5 }, () => chance.pick([72, 72, 75, 80])));
    return record;
  });
  const faults: Fault[] = [
    {
      says: "short, said 达标",
      plant(spoil, pick) {
        const record = spoil.fresh();
        const line = record === null ? undefined : spoil.records[record];
        if (record === null || line === undefined) return false;
        addYears(line, [72, 72, 72, 72, pick.pick([71, 60, 50])]);
        spoil.expect({ code: "hours.cycle-short", level: "logic", record, column: "total", why: "360 credits in five years; the sheet claims 达标" });
        return true;
      },
    },
    {
      says: "short, said so",
      plant(spoil, pick) {
        const record = spoil.fresh();
        const line = record === null ? undefined : spoil.records[record];
        if (record === null || line === undefined) return false;
        addYears(line, [72, 72, 72, 72, pick.pick([71, 60, 50])]);
        line["claim"] = "未达标";
        spoil.expect({ code: "hours.cycle-short", level: "experience", record, column: "total", why: "360 credits in five years" });
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
    {
      says: "total wrong",
      plant(spoil, pick) {
        const record = spoil.fresh();
        if (record === null) return false;
        spoil.set(record, "total", n(spoil.get(record, "total")) + pick.pick([3, 12]));
        spoil.expect({ code: "hours.total-mismatch", level: "logic", record, column: "total", why: "total against the years" });
        return true;
      },
    },
    ...numberFaults(["year2", "year5"], "学分"),
  ];
  return simpleBook(chance, seed, {
    name: "湘西周期",
    policy: "xiangxi-growth-plan",
    asOf: "2016-01-10",
    kind: fileKinds(chance),
    forms: [{ kind: "hours-cycle", sheet: ["五年学分"], titles: ["“十二五”中小学教师继续教育五年学分汇总表", "继续教育学分登记汇总表（2011—2015）"], columns: columnsOf(chance, xiangxiYears(chance), chance.chance(0.5), new Set(chance.chance(0.5) ? ["note"] : [])), records, letters: false, faults }],
  });
}

function xiangxiYears(chance: Chance): Spec[] {
  return cycleSpecs(chance, "学分", false).map(([id, key, names, group]): Spec => [id, key, names.map((name) => name.replace(/20(\d\d)/, (_, two: string) => `20${Number(two) - 9}`)), ...(group === undefined ? [] : [group])] as unknown as Spec);
}

export function xiangxiQuota(chance: Chance, seed: number): Book {
  const isSchools = chance.chance(0.4);
  const share = isSchools ? 1 : 0.8;
  const records = chance.some(xiangxiCounties, chance.int(5, 8)).map((place, index): FormRecord => {
    const whole = isSchools ? chance.int(20, 150) : chance.int(400, 5000);
    const part = isSchools ? whole : Math.ceil(whole * 0.8) + chance.int(0, 40);
    return { number: index + 1, place, whole, part, share: shareText(part / whole, null), claim: "达标" };
  });
  const specs: Spec[] = [
    ["number", "number", ["序号"]],
    ["place", "place", ["县市", "县（市）", "县市区"]],
    ["whole", "whole", isSchools ? ["学校总数"] : ["参与对象人数", "教师总数"]],
    ["part", "part", isSchools ? ["制订并实施促进计划学校数"] : ["制订并实施规划人数"]],
    ["share", "share", ["比例", "覆盖率"]],
    ["claim", "claim", ["是否达标", "达标情况"]],
  ];
  return simpleBook(chance, seed, {
    name: "湘西覆盖",
    policy: "xiangxi-growth-plan",
    asOf: "2012-01-10",
    kind: fileKinds(chance),
    forms: [
      {
        kind: "quota", sheet: ["规划覆盖"], titles: [isSchools ? "学校促进计划覆盖情况统计表" : "教师成长规划覆盖情况统计表"],
        columns: columnsOf(chance, specs, true), records, letters: false, faults: shareFaults(() => share, "quota.short", { part: "part", whole: "whole" }, 1),
        style: { titles: [isSchools ? "学校促进计划覆盖情况统计表" : "教师成长规划覆盖情况统计表"] },
      },
    ],
  });
}

export function xiangxiBudget(chance: Chance, seed: number): Book {
  const isGovernment = chance.chance(0.5);
  const share = isGovernment ? 0.015 : 0.05;
  const records = chance.some(isGovernment ? xiangxiCounties : xiangxiSchools, chance.int(5, 8)).map((who, index): FormRecord => {
    const base = isGovernment ? chance.int(80, 400) * 100 : chance.int(4, 40) * 10;
    const amount = Math.round((base * share + chance.int(0, 5)) * 100) / 100;
    return { number: index + 1, who, base, amount, share: shareText(amount / base, null), claim: "达标" };
  });
  const specs: Spec[] = [
    ["number", "number", ["序号"]],
    isGovernment ? ["who", "place", ["县市", "县市区"]] : ["who", "school", ["学校", "单位"]],
    ["base", "base", isGovernment ? ["教师年工资总额（万元）", "教师工资总额（万元）"] : ["年度公用经费预算总额（万元）", "公用经费预算总额（万元）"]],
    ["amount", "amount", isGovernment ? ["教师培训经费（万元）", "培训经费（万元）"] : ["师训经费（万元）", "安排师训经费（万元）", "培训经费（万元）"]],
    ["share", "share", ["比例", "占比"]],
    ["claim", "claim", ["是否达标"]],
  ];
  return simpleBook(chance, seed, {
    name: "湘西经费",
    policy: "xiangxi-growth-plan",
    asOf: "2012-01-10",
    kind: fileKinds(chance),
    forms: [{ kind: "budget", sheet: ["经费"], titles: [isGovernment ? "2011年各县市教师培训经费安排情况表" : "2011年农村学校师训经费安排表"], columns: columnsOf(chance, specs, true, new Set(chance.chance(0.3) ? ["share"] : [])), records, letters: false, faults: shareFaults(() => share, "budget.short", { part: "amount", whole: "base" }, 0.5) }],
  });
}
