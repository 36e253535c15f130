/** Wide forms: blocks with 应修/已修, three quotas in one row, scores of five sources, plan9 quotas, required documents. */
import { Page, type Book } from "./book";
import { Layout, type FormColumn, type FormRecord, type Planned } from "./form";
import { withOthers } from "./lanxi-teachers";
import { Crowd } from "./people";
import type { Chance } from "./random";
import { assemble, dress, Spoilable } from "./scene";
import { columnsOf, fileKinds, simpleBook, type Fault, type Spec } from "./simple";
import { shareText } from "./zhaoqing";

const counties = ["端州区", "鼎湖区", "高要区", "四会市", "广宁县", "德庆县", "封开县", "怀集县"];
const seventy = new Set(["广宁县", "德庆县", "封开县", "怀集县"]);

/** 肇庆 year: each block with what is required and what was done. */
export function requiredAndDone(chance: Chance, seed: number): Book {
  const crowd = new Crowd(chance);
  const [need, done] = chance.pick([
    ["应修", "已修"],
    ["规定学时", "完成学时"],
    ["要求", "实际"],
    ["应完成", "已完成"],
  ] as const);
  const blocks = [
    ["public", "公需课", 30, "zhaoqing.annual.public"],
    ["professional", "专业课", 42, "zhaoqing.annual.professional"],
    ["elective", "个人选修课", 18, "zhaoqing.annual.elective"],
  ] as const;
  const columns: FormColumn[] = [
    { id: "number", key: "number", header: ["序号"] },
    { id: "name", key: "name", header: ["姓名"] },
    { id: "school", key: "school", header: ["学校"] },
    ...blocks.flatMap(([id, name, , key]): FormColumn[] => [
      { id: `${id}Need`, key: null, header: [name, need] },
      { id, key, header: [name, done] },
    ]),
    { id: "total", key: "total", header: [chance.pick(["合计", "总学时"])] },
    { id: "claim", key: "claim", header: [chance.pick(["是否完成", "完成情况"])] },
  ];
  const records = Array.from({ length: chance.int(6, 25) }, (_, index): FormRecord => {
    const values = blocks.map(([, , least]) => least + chance.pick([0, 0, 2, 6]));
    return {
      number: index + 1, name: crowd.person().name, school: "端州区河苑小学",
      publicNeed: 30, professionalNeed: 42, electiveNeed: 18, public: values[0] ?? 0, professional: values[1] ?? 0, elective: values[2] ?? 0,
      total: values.reduce((sum, value) => sum + value, 0), claim: "完成",
    };
  });
  const spoil = new Spoilable(chance, records);
  if (seed % 2 === 1) {
    const record = spoil.fresh();
    const line = record === null ? undefined : records[record];
    if (record !== null && line !== undefined) {
      const [id, , least] = chance.pick(blocks);
      line["total"] = Number(line["total"]) - Number(line[id]) + least - 4;
      line[id] = least - 4;
      spoil.expect({ code: "hours.block-short", level: "logic", record, column: id, why: "said 完成" });
    }
  }
  const page = new Page("年度学时");
  const title = "2024年度教师继续教育学时完成情况统计表";
  const placed = new Layout(page, "hours-year", columns, records, { ...dress(chance, { titles: [title], captions: [], letters: false }), titles: [title] }).lay();
  return assemble({ name: `肇庆应修${chance.int(1000, 9999)}`, kind: "xlsx", policy: "zhaoqing-annual", pages: withOthers(chance, page), forms: [{ placed, spoilt: spoil }] });
}

/** 肇庆: three quotas beside each other for each county. */
export function wideQuota(chance: Chance, seed: number): Book {
  const levels = [
    ["model", "国家和省级示范培训", 0.1],
    ["city", "市级培训", 0.2],
    ["county", "县级培训", 0.8],
  ] as const;
  const shares = chance.chance(0.5);
  const columns: FormColumn[] = [
    { id: "number", key: "number", header: ["序号"] },
    { id: "place", key: "place", header: [chance.pick(["县（市、区）", "县区"])] },
    { id: "whole", key: "whole", header: [chance.pick(["教师总数", "教师总人数"])] },
    ...levels.flatMap(([id, name]): FormColumn[] => [
      { id, key: "*", header: [name, chance.pick(["参训人数", "人数"])] },
      ...(shares ? [{ id: `${id}Share`, key: "*", header: [name, "比例"] }] : []),
    ]),
    { id: "note", key: "note", header: ["备注"] },
  ];
  const need = (place: string, share: number): number => (share === 0.8 && seventy.has(place) ? 0.7 : share);
  const records = chance.some(counties, chance.int(4, 8)).map((place, index): FormRecord => {
    const whole = chance.int(500, 6000);
    const line: FormRecord = { number: index + 1, place, whole };
    for (const [id, , share] of levels) {
      const part = Math.ceil(whole * need(place, share) - 1e-9) + chance.int(0, 20);
      line[id] = part;
      line[`${id}Share`] = shareText(part / whole, null);
    }
    return line;
  });
  const spoil = new Spoilable(chance, records);
  for (let count = seed % 3; count > 0; count--) {
    const record = spoil.fresh();
    const line = record === null ? undefined : records[record];
    if (record === null || line === undefined) continue;
    const [id, , share] = chance.pick(levels);
    const part = Math.ceil(Number(line["whole"]) * need(String(line["place"]), share) - 1e-9) - chance.int(1, 9);
    line[id] = part;
    line[`${id}Share`] = shareText(part / Number(line["whole"]), null);
    spoil.expect({ code: "quota.short", level: "experience", record, column: id, why: "nobody claims it is met" });
  }
  const page = new Page("培训覆盖");
  const placed = new Layout(page, "quota", columns, records, { ...dress(chance, { titles: ["2024年各县（市、区）教师培训覆盖情况统计表"], captions: [], letters: false }), titles: ["2024年各县（市、区）教师培训覆盖情况统计表"] }).lay();
  return assemble({ name: `肇庆三级${chance.int(1000, 9999)}`, kind: "xlsx", policy: "zhaoqing-annual", pages: withOthers(chance, page), forms: [{ placed, spoilt: spoil }] });
}

/** plan9: key teachers and rural teachers. */
export function plan9Quota(chance: Chance, seed: number): Book {
  const [title, part, low, high] = chance.pick([
    ["市级骨干教师比例统计表", "市级骨干教师人数", 0.1, null],
    ["县级骨干教师比例统计表", "县级骨干教师人数", 0.13, 0.17],
    ["农村教师县以上培训参训比例统计表", "参加县以上培训的农村教师人数", 0.1, null],
  ] as const);
  const whole = part.startsWith("参加") ? "农村教师总数" : "中小学教师总数";
  const records = ["城关镇", "东风乡", "民族乡", "红旗镇", "光明镇"].map((place, index): FormRecord => {
    const all = chance.int(100, 400);
    const count = Math.ceil(all * low - 1e-9) + chance.int(0, 2);
    return { number: index + 1, place, whole: all, part: count, share: shareText(count / all, null), claim: "达标" };
  });
  const set = (says: string, code: string, level: "logic" | "experience", claim: string, of: (all: number) => number): Fault => ({
    says,
    plant(spoil) {
      const record = spoil.fresh();
      if (record === null) return false;
      const all = Number(spoil.get(record, "whole"));
      spoil.set(record, "part", of(all));
      spoil.set(record, "share", shareText(of(all) / all, null));
      spoil.set(record, "claim", claim);
      spoil.expect({ code, level, record, column: "part", why: "≥ 10 %; about 15 %: ± 2 points" });
      return true;
    },
  });
  const faults = [
    set("short, said 达标", "quota.short", "logic", "达标", (all) => Math.ceil(all * low - 1e-9) - 1),
    set("short, said so", "quota.short", "experience", "未达标", (all) => Math.ceil(all * low - 1e-9) - 2),
    ...(high === null ? [] : [set("above", "quota.exceeded", "experience", "达标", (all) => Math.floor(all * high) + 2)]),
  ];
  const specs: Spec[] = [
    ["number", "number", ["序号"]],
    ["place", "place|school", ["乡镇", "所属乡镇"]],
    ["whole", "whole", [whole]],
    ["part", "part", [part]],
    ["share", "share", ["比例", "占比"]],
    ["claim", "claim", ["是否达标"]],
  ];
  return simpleBook(chance, seed, { name: "计划九比例", policy: "plan9", kind: fileKinds(chance), forms: [{ kind: "quota", sheet: ["比例"], titles: [title], columns: columnsOf(chance, specs, true), records, letters: false, faults, style: { titles: [title] } }] });
}

/** 湘西: five sources, equal shares. */
export function xiangxiScores(chance: Chance, seed: number): Book {
  const crowd = new Crowd(chance);
  const parts = [
    ["self", ["教师自评", "自评"]],
    ["team", ["团队互评", "互评"]],
    ["students", ["学生参评", "学生评价"]],
    ["principal", ["校长导评", "校长评价"]],
    ["experts", ["专家审评", "专家评审"]],
  ] as const;
  const records = Array.from({ length: chance.int(6, 22) }, (_, index): FormRecord => {
    const values = parts.map(() => chance.int(75, 98));
    const line: FormRecord = { number: index + 1, name: crowd.person().name, school: "凤凰县箭道坪小学" };
    parts.forEach(([id], at) => (line[id] = values[at] ?? 0));
    line["total"] = Math.round(values.reduce((sum, value) => sum + value, 0) * 20) / 100;
    return line;
  });
  const faults: Fault[] = [
    {
      says: "total wrong",
      plant(spoil) {
        const record = spoil.fresh();
        if (record === null) return false;
        spoil.set(record, "total", Number(spoil.get(record, "total")) + 3);
        spoil.expect({ code: "score.total-mismatch", level: "logic", record, column: "total", why: "equal weights unless entered" });
        return true;
      },
    },
    {
      says: "source missing",
      plant(spoil, pick) {
        const record = spoil.fresh();
        if (record === null) return false;
        const id = pick.pick(parts)[0];
        spoil.set(record, id, null);
        spoil.expect({ code: "score.missing", level: "logic", record, column: id, why: "all five take part" });
        return true;
      },
    },
    {
      says: "above 100",
      plant(spoil, pick) {
        const record = spoil.fresh();
        if (record === null) return false;
        const id = pick.pick(parts)[0];
        spoil.set(record, id, 108);
        spoil.expect({ code: "score.out-of-range", level: "logic", record, column: id, why: "out of range" });
        return true;
      },
    },
  ];
  const specs: Spec[] = [
    ["number", "number", ["序号"]],
    ["name", "name", ["姓名"]],
    ["school", "school", ["学校"]],
    ...parts.map(([id, names]): Spec => [id, "*", names, "多元考评"]),
    ["total", "total", ["综合成绩", "综合得分", "总分"]],
  ];
  return simpleBook(chance, seed, { name: "湘西考评", policy: "xiangxi-growth-plan", asOf: "2012-01-10", kind: fileKinds(chance), forms: [{ kind: "teacher-assessment", sheet: ["年度考评"], titles: ["教师专业发展年度考评表", "专业成长考评表"], columns: columnsOf(chance, specs, chance.chance(0.5)), records, letters: false, faults }] });
}

/** 兰西: documents that must be there, one row a document. */
export function documents(chance: Chance, seed: number): Book {
  const list = ["培训工作领导小组名单", "校本培训方案", "集中培训签到表", "二次培训记录", "网络班级名单", "培训计划", "培训总结"];
  const [yes, no] = chance.pick([
    ["是", "否"],
    ["√", "×"],
    ["已报", "未报"],
    ["有", "无"],
  ] as const);
  const records = list.map((project, index): FormRecord => ({ number: index + 1, project, claim: yes, note: null }));
  const more: Planned[] = [];
  const allowed: { code: string }[] = [];
  if (seed % 2 === 1) {
    const record = chance.int(0, 4);
    const line = records[record];
    if (line) line["claim"] = no;
    // Which code a document that is not there has, DESIGN does not say.
    allowed.push({ code: "evidence.below" }, { code: "score.missing" }, { code: "choice.unknown" });
  }
  const specs: Spec[] = [
    ["number", "number", ["序号"]],
    ["project", "project", ["材料名称", "报送材料"]],
    ["claim", "claim", ["是否报送", "报送情况"]],
    ["note", "note", ["备注"]],
  ];
  const page = new Page("材料");
  const placed = new Layout(page, "submissions", columnsOf(chance, specs, true), records, { titles: ["兰西县第一中学教师培训材料报送情况表"], footer: ["填表人：张敏", "2024年12月30日"] }).lay();
  return assemble({ name: `兰西清单${chance.int(1000, 9999)}`, kind: "xlsx", policy: "lanxi-2024-autumn", pages: [page], forms: [{ placed, more }], allowed });
}
