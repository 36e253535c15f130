/** Rosters, quotas, budgets, what was handed in, lessons and books, 篇7's composite, 篇9's year. */
import type { Col, Context, Draft, Rec } from "./composed-lay";
import { col, dress, duplicate, personCols, personPlants, personRec, plain, sameName, schoolsOf, set, textNumber, type Member, type Plant, unitOf } from "./composed-people";
import { claimWords, type Hours } from "./composed-hours";
import { written, type DateStyle, type Day } from "./people";

const at = (draft: Draft, rec: number): Rec => draft.recs[rec] ?? {};
const numberOf = (draft: Draft, rec: number, id: string): number => plain(at(draft, rec)[id]) ?? 0;

const STYLES: readonly DateStyle[] = ["serial", "dots", "dashes", "slashes", "han", "compact", "padded"];
const styleOf = (it: Context): DateStyle => it.chance.pick(it.isCsv ? STYLES.filter((one) => one !== "serial") : STYLES);

const placeOf: Readonly<Record<string, string>> = { "lanxi-2024-autumn": "兰西县", "zhaoqing-annual": "肇庆市", "yueyang-school-based": "岳阳市", "xiangxi-growth-plan": "湘西州" };

export function rosterSheet(it: Context, policy: string, members: readonly Member[]): Hours {
  const { chance } = it;
  const xiangxi = policy === "xiangxi-growth-plan";
  const cols: Col[] = [];
  if (chance.chance(0.8)) cols.push(col(it, "number", "number"));
  const who: Col[] = [col(it, "school", "school"), col(it, "name", "name")];
  cols.push(...(chance.chance(0.5) ? who : [...who].reverse()), col(it, "sex", "sex"));
  const withBirth = xiangxi || chance.chance(0.6);
  if (withBirth) cols.push(col(it, "birth", "birth"));
  if (chance.chance(0.8)) cols.push(col(it, "id", "id"));
  if (chance.chance(0.5)) cols.push(col(it, "subject", "subject"));
  if (chance.chance(0.5)) cols.push(col(it, "title", "title"));
  if (chance.chance(0.4)) cols.push({ id: "extra:学历", key: null, label: "学历" });
  if (chance.chance(0.3)) cols.push({ id: "extra:联系电话", key: null, label: chance.pick(["联系电话", "手机号码"]) });
  if (chance.chance(0.3)) cols.push({ id: "worked", key: null, label: chance.pick(["参加工作时间", "参加工作年月"]) });
  if (chance.chance(0.3)) cols.push(col(it, "note", "note"));
  const style = styleOf(it);
  const recs = members.map((member, index) => {
    const rec = personRec(it, member, index, cols);
    rec["birth"] = written(member.birth, style).value;
    const day = written(member.birth, style);
    rec["birth"] = day.format === undefined ? day.value : { value: day.value, format: day.format };
    rec["worked"] = `${member.birth.y + 23}年${(member.birth.m % 12) + 1}月`;
    return rec;
  });
  const place = placeOf[policy] ?? "";
  const title = xiangxi ? chance.pick(["湘西州教师专业成长行动计划参与教师花名册", "湘西自治州教师专业成长行动计划登记表（2011-2015）"]) : chance.pick([`${place}参训教师花名册`, `${place}中小学教师基本情况登记表`, `${place}教师培训人员名册`]);
  const draft: Draft = { kind: "roster", title, ...(chance.chance(0.4) ? { unitLine: `填报单位（盖章）：${unitOf(members, "教育局师训办")}` } : {}), cols, recs, faults: [], bySchool: true };
  const scope: Plant = (_it, one, rec) => {
    if (!xiangxi || !(at(one, rec)["sex"] === "男") || one.cols.some((each) => each.id === "id")) return false;
    const day = written({ y: 1954, m: 3, d: 12 }, style);
    return set(one, rec, "birth", day.format === undefined ? day.value : { value: day.value, format: day.format }, "person.out-of-scope", "experience", "三: men ≤ 55 on 2011-06-10", ["name"]);
  };
  const birth: Plant = (chanceIt, one, rec) => withBirth && !one.cols.some((each) => each.id === "id") && set(one, rec, "birth", chanceIt.chance.pick(["1985年13月", "1979.2.30", "不详"]), "date.unreadable", "logic", "DESIGN date.unreadable");
  return { draft, plants: [scope, scope, birth, ...personPlants, ...personPlants, sameName, duplicate] };
}

interface Quota {
  readonly rule: string;
  readonly share: number;
  readonly words: readonly string[];
  readonly most?: number;
}

const quotas: Readonly<Record<string, { readonly title: readonly string[]; readonly list: readonly Quota[] }>> = {
  "zhaoqing-annual": {
    title: ["肇庆市教师培训覆盖情况统计表", "肇庆市2024年教师培训名额完成情况表"],
    list: [
      { rule: "zhaoqing.quota.model", share: 0.1, words: ["国培省培示范培训", "国家级、省级示范培训", "示范性培训（国培、省培）"] },
      { rule: "zhaoqing.quota.city", share: 0.2, words: ["市级培训", "市级集中培训"] },
      { rule: "zhaoqing.quota.county", share: 0.8, words: ["县级培训", "县（市、区）级培训", "县级教师全员培训"] },
    ],
  },
  "xiangxi-growth-plan": {
    title: ["湘西州教师专业成长规划制定情况统计表", "湘西自治州教师专业成长行动计划覆盖情况表"],
    list: [{ rule: "xiangxi.quota.plan", share: 0.8, words: ["教师制订专业成长规划", "制定并实施个人专业成长规划的教师"] }, { rule: "xiangxi.quota.school-plan", share: 1, words: ["学校制订促进计划", "制定教师专业成长促进计划的学校"] }],
  },
  plan1: {
    title: ["实验小学教师队伍建设情况统计表", "教师队伍结构统计表"],
    list: [{ rule: "plan1.quota.leaders", share: 0.1, most: 0.15, words: ["学科带头人、教学能手"] }, { rule: "plan1.quota.key", share: 0.6, words: ["骨干教师"] }, { rule: "plan1.quota.research", share: 0.5, words: ["中青年教师参与课题研究", "参与课题研究的中青年教师"] }],
  },
  plan9: {
    title: ["县级以上骨干教师培养情况统计表", "骨干教师与农村教师培训情况表"],
    list: [{ rule: "plan9.quota.city-key", share: 0.1, words: ["市级骨干教师"] }, { rule: "plan9.quota.rural", share: 0.1, words: ["农村教师参加县级以上培训", "农村教师县级以上培训"] }],
  },
};

export function quotaSheet(it: Context, policy: string): Hours {
  const { chance } = it;
  const form = quotas[policy] ?? quotas["plan1"];
  if (!form) throw new RangeError(policy);
  const cols: Col[] = [];
  if (chance.chance(0.6)) cols.push(col(it, "number", "number"));
  cols.push({ id: "project", key: "project|category", label: chance.pick(["培训项目", "项目", "培训层次", "项目名称"]) });
  const whole = policy === "zhaoqing-annual" ? ["教师总数", "专任教师总数", "教师人数"] : ["教师总数", "总人数", "总数"];
  const part = policy === "zhaoqing-annual" ? ["参训人数", "已培训人数", "培训人数", "参加培训人数"] : policy === "xiangxi-growth-plan" ? ["已制定数", "完成人数", "已完成数"] : ["实有人数", "现有人数", "已达到人数"];
  cols.push({ id: "whole", key: "whole", label: chance.pick(whole) }, { id: "part", key: "part", label: chance.pick(part) });
  const withShare = chance.chance(0.6);
  if (withShare) cols.push(col(it, "share", "share"));
  const withClaim = chance.chance(0.6);
  if (withClaim) cols.push(col(it, "claim", "claim|result", { label: chance.pick(["是否达标", "达标情况", "是否达到要求"]) }));
  const [yes, no] = chance.pick(claimWords.slice(1, 4));
  const formula = it.formulas && chance.chance(0.5);
  const share = (n: number, all: number) => (formula ? (ref: (id: string) => string) => ({ value: n / all, formula: `${ref("part")}/${ref("whole")}`, format: "0.00%" }) : it.isCsv ? `${((100 * n) / all).toFixed(2)}%` : { value: Math.round((n / all) * 10000) / 10000, format: "0.00%" });
  const put = (rec: Rec, n: number, all: number): void => void Object.assign(rec, { whole: all, part: n, share: share(n, all) });
  const recs = form.list.map((quota, index) => {
    const all = chance.int(8, 60) * 20;
    const rec: Rec = { number: index + 1, project: chance.pick(quota.words), claim: yes };
    put(rec, Math.ceil(all * (quota.most === undefined ? Math.min(1, quota.share + 0.03) : 0.12)), all);
    return rec;
  });
  const draft: Draft = { kind: "quota", title: chance.pick(form.title), cols, recs, faults: [], noExample: true };
  const short: Plant = (chanceIt, one, rec) => {
    const quota = form.list[rec];
    if (!quota) return false;
    const all = numberOf(one, rec, "whole");
    const claims = withClaim && chanceIt.chance.chance(0.5);
    put(at(one, rec), Math.ceil(all * quota.share) - chanceIt.chance.pick([1, 5, 8]), all);
    if (withClaim) at(one, rec)["claim"] = claims ? yes : no;
    one.faults.push({ code: "quota.short", level: claims ? "logic" : "experience", rec, id: "part", also: claims ? ["claim"] : [], why: `${quota.rule}: ⌈${quota.share} × ${all}⌉; the claim decides the level` });
    return true;
  };
  const above: Plant = (_it, one, rec) => {
    const quota = form.list[rec];
    if (quota?.most === undefined || withClaim) return false;
    const all = numberOf(one, rec, "whole");
    put(at(one, rec), Math.ceil(all * 0.2), all);
    one.faults.push({ code: "quota.exceeded", level: "experience", rec, id: "part", also: ["share"], why: `${quota.rule}: 10–15 %` });
    return true;
  };
  return { draft, plants: [short, short, above, ...(formula ? [] : [textNumber(["whole", "part"])])] };
}

export function budgetSheet(it: Context, policy: string): Hours {
  const { chance } = it;
  const zhaoqing = policy === "zhaoqing-annual";
  const bySchool = chance.chance(0.5);
  const share = bySchool ? (zhaoqing ? 0.1 : 0.05) : zhaoqing ? 0.02 : 0.015;
  const places = bySchool ? (schoolsOf[policy] ?? []).slice(1) : zhaoqing ? ["端州区", "高要区", "四会市", "怀集县"] : ["吉首市", "凤凰县", "花垣县", "永顺县"];
  const chosen = zhaoqing || !bySchool ? places : ["保靖县迁陵镇农村小学", "永顺县灵溪镇中心完小", "花垣县麻栗场镇小学"];
  const cols: Col[] = [];
  if (chance.chance(0.7)) cols.push(col(it, "number", "number"));
  cols.push(bySchool ? col(it, "school", "school", { label: chance.pick(["学校", "学校名称", "单位"]) }) : col(it, "place", "place"));
  cols.push(bySchool ? col(it, "base", "base", { label: chance.pick(["公用经费预算", "年度公用经费预算", "公用经费总额"]) }) : col(it, "base", "base"));
  cols.push(col(it, "amount", "amount", { label: chance.pick(["教师培训经费", "培训经费", "安排培训经费"]) }));
  const withClaim = chance.chance(0.5);
  if (withClaim) cols.push(col(it, "claim", "claim|result", { label: chance.pick(["是否达标", "达标情况"]) }));
  const [yes, no] = chance.pick(claimWords.slice(1, 4));
  const recs = chosen.map((place, index) => {
    const base = chance.int(20, 90) * 10000;
    return { number: index + 1, school: place, place, base, amount: Math.ceil(base * share) + chance.pick([0, 500, 2000]), claim: yes } satisfies Rec;
  });
  const draft: Draft = {
    kind: "budget", title: zhaoqing ? chance.pick(["肇庆市教师培训经费安排情况表", "肇庆市2024年教师培训经费统计表"]) : chance.pick(["湘西州教师培训经费安排情况表", "湘西自治州教师专业成长行动计划经费统计表"]),
    unitLine: "单位：元", cols, recs, faults: [], noExample: true,
  };
  const short: Plant = (chanceIt, one, rec) => {
    const claims = withClaim && chanceIt.chance.chance(0.5);
    if (withClaim) at(one, rec)["claim"] = claims ? yes : no;
    return set(one, rec, "amount", Math.ceil(numberOf(one, rec, "base") * share) - 3000, "budget.short", claims ? "logic" : "experience", `the clause's ${share * 100} %; the claim decides the level`, claims ? ["claim"] : []);
  };
  return { draft, plants: [short, short, textNumber(["base", "amount"])] };
}

interface Due {
  readonly words: readonly string[];
  readonly last: Day;
}

const dues: Readonly<Record<string, { readonly title: readonly string[]; readonly list: readonly Due[] }>> = {
  "lanxi-2024-autumn": { title: ["兰西县2024-2025学年度上学期培训材料报送登记表", "兰西县教师培训材料上报情况统计表（2024年秋）"], list: [{ words: ["培训计划", "校本培训计划", "本校培训计划"], last: { y: 2024, m: 9, d: 25 } }, { words: ["培训总结", "学期培训总结"], last: { y: 2024, m: 12, d: 30 } }] },
  "xiangxi-growth-plan": { title: ["湘西州教师专业成长行动计划材料报送登记表", "湘西自治州教师专业成长规划书上交登记表"], list: [{ words: ["专业成长规划书", "教师专业成长五年规划书"], last: { y: 2011, m: 6, d: 10 } }] },
};

export function submissionSheet(it: Context, policy: string): Hours {
  const { chance } = it;
  const form = dues[policy] ?? dues["lanxi-2024-autumn"];
  if (!form) throw new RangeError(policy);
  const cols: Col[] = [];
  if (chance.chance(0.7)) cols.push(col(it, "number", "number"));
  cols.push(col(it, "school", "school", { label: chance.pick(["学校", "报送单位", "单位名称", "单位"]) }), col(it, "project", "project", { label: chance.pick(["材料名称", "报送材料", "上报材料", "材料"]) }), col(it, "date", "date", { label: chance.pick(["报送日期", "上交日期", "提交时间", "上报时间"]) }));
  if (chance.chance(0.4)) cols.push(col(it, "note", "note"));
  const style = styleOf(it);
  const day = (one: Day) => {
    const { value, format } = written(one, style);
    return format === undefined ? value : { value, format };
  };
  const kindOf: Due[] = [];
  const recs: Rec[] = [];
  for (const school of (schoolsOf[policy] ?? []).slice(0, chance.int(2, 6)))
    for (const due of form.list) {
      kindOf.push(due);
      recs.push({ number: recs.length + 1, school, project: chance.pick(due.words), date: day({ ...due.last, d: due.last.d - chance.int(0, 8) }) });
    }
  const draft: Draft = { kind: "submissions", title: chance.pick(form.title), cols, recs, faults: [], bySchool: true, noExample: true };
  const late: Plant = (_it, one, rec) => {
    const due = kindOf[rec];
    return due !== undefined && set(one, rec, "date", day(due.last.m === 12 ? { y: 2025, m: 1, d: 4 } : { ...due.last, m: due.last.m + 1, d: 3 }), "date.late", "experience", "the clause's last day");
  };
  const bad: Plant = (chanceIt, one, rec) => set(one, rec, "date", chanceIt.chance.pick(["2024.13.5", "9月底前", "9月31日"]), "date.unreadable", "logic", "DESIGN date.unreadable");
  return { draft, plants: [late, late, bad] };
}

/** 篇2: lessons and books of a term; 篇1: books of a month. */
export function observationSheet(it: Context, plan: "plan1" | "plan2", members: readonly Member[]): Hours {
  const { chance } = it;
  const wear = { ...dress(it), id: false, extra: false, sex: false };
  const cols = personCols(it, wear);
  const second = plan === "plan2";
  if (second) cols.push(col(it, "role", "role", { label: chance.pick(["职务", "人员类别", "身份"]) }), col(it, "lessons", "plan2.observation|amount|times|part|whole"), col(it, "own", "plan2.observation.own|part|amount|share", { label: word4(it), key: "*own" }));
  else cols.push({ id: "age", key: null, label: chance.pick(["年龄", "周岁"]) });
  cols.push(col(it, "books", second ? "plan2.reading" : "plan1.reading", second ? {} : { label: chance.pick(["本月读书本数", "月读书数量（本）", "每月读书本数"]) }));
  const withClaim = !second && chance.chance(0.5);
  if (withClaim) cols.push(col(it, "claim", "claim|result", { label: chance.pick(["是否达标", "完成情况"]) }));
  const recs = members.map((member, index) => {
    const rec = personRec(it, member, index, cols);
    const leads = second && chance.chance(0.25);
    const young = chance.chance(0.5);
    Object.assign(rec, { role: leads ? "中层" : "教师", lessons: leads ? 30 + chance.int(0, 3) : 20 + chance.int(0, 6), age: young ? chance.int(25, 39) : chance.int(42, 56), books: second ? chance.int(2, 4) : young ? 2 : chance.int(1, 2), claim: "达标" });
    rec["own"] = chance.int(11, 14);
    return rec;
  });
  const draft: Draft = { kind: "observation", title: second ? chance.pick(["2024-2025学年度第一学期教师听课、读书情况统计表", "教师听课读书登记表（第一学期）"]) : chance.pick(["教师读书活动登记表（10月）", "教师每月读书情况统计表"]), ...(chance.chance(0.4) ? { unitLine: "学校：实验小学" } : {}), cols, recs, faults: [] };
  const claimed = (one: Draft, rec: number, says: boolean): void => {
    if (withClaim) at(one, rec)["claim"] = says ? "达标" : "未达标";
  };
  const books: Plant = (chanceIt, one, rec) => {
    const says = withClaim && chanceIt.chance.chance(0.5);
    if (!second) at(one, rec)["age"] = 30;
    claimed(one, rec, says);
    return set(one, rec, "books", 1, "evidence.below", says ? "logic" : "experience", second ? "篇2 二.8: two books a term" : "篇1: aged ≤ 40, two books a month", says ? ["claim"] : []);
  };
  const lessons: Plant = (_it, one, rec) => second && at(one, rec)["role"] === "教师" && set(one, rec, "lessons", 15, "evidence.below", "experience", "篇2 二.1: 20 lessons a term");
  const own: Plant = (_it, one, rec) => {
    if (!second) return false;
    Object.assign(at(one, rec), { role: "中层", lessons: 30 });
    // DESIGN leaves open whether a share of lessons is evidence or a quota.
    return set(one, rec, "own", 8, "quota.short", "experience", "篇2 二.1: 30 % of the attended lessons in the own school (8 of 30)");
  };
  return { draft, plants: [books, lessons, own, textNumber(["lessons", "books"])] };
}

const word4 = (it: Context): string => it.chance.pick(["本校听课节数", "其中本校听课", "校内听课节数"]);

/** 篇7: 20 % of the school's mark and 80 % of the central one, 60 to pass. */
export function compositeSheet(it: Context, members: readonly Member[]): Hours {
  const { chance } = it;
  const cols = personCols(it, dress(it));
  const group = chance.pick(["考核成绩", "各项成绩"]);
  cols.push(col(it, "own", "*own", { group, label: chance.pick(["校本培训成绩", "校本成绩", "校本培训得分"]) }), col(it, "central", "*central", { group, label: chance.pick(["集中培训成绩", "集中成绩", "集中培训得分"]) }), col(it, "total", "total|plan7.composite", { label: chance.pick(["综合成绩", "总评成绩", "综合得分"]) }));
  const withResult = chance.chance(0.7);
  if (withResult) cols.push(col(it, "result", "result"));
  const formula = it.formulas && chance.chance(0.5);
  const recs = members.map((member, index) => {
    const rec = personRec(it, member, index, cols);
    const [own, central] = [chance.int(55, 98), chance.int(52, 98)];
    const total = Math.round(own * 20 + central * 80) / 100;
    Object.assign(rec, { own, central, result: total >= 60 ? "合格" : "不合格" });
    rec["total"] = formula ? (ref) => ({ value: total, formula: `${ref("own")}*0.2+${ref("central")}*0.8` }) : total;
    return rec;
  });
  const draft: Draft = { kind: "teacher-assessment", title: chance.pick(["小学教师全员培训综合考核成绩表", "小学教师素质提升培训考核成绩汇总表"]), cols, recs, faults: [], bySchool: true };
  const range: Plant = (chanceIt, one, rec) => !formula && set(one, rec, chanceIt.chance.pick(["own", "central"]), chanceIt.chance.pick([105, -3, 850]), "score.out-of-range", "logic", "a mark out of 100");
  const total: Plant = (_it, one, rec) => !formula && numberOf(one, rec, "total") > 64 && set(one, rec, "total", Math.round((numberOf(one, rec, "total") + 2.4) * 100) / 100, "score.total-mismatch", "logic", "七.3: 20 % + 80 %");
  const result: Plant = (_it, one, rec) => withResult && set(one, rec, "result", at(one, rec)["result"] === "合格" ? "不合格" : "合格", "score.result-mismatch", "logic", "60, as the catalogue assumes");
  const missing: Plant = (_it, one, rec) => !formula && set(one, rec, "own", null, "score.missing", "logic", "DESIGN score.missing");
  return { draft, plants: [range, total, result, missing, ...personPlants, sameName, duplicate, ...(formula ? [] : [textNumber(["own", "central"])])] };
}

/** 篇9: 80 hours a year; 班主任 30 of special training; new teachers 60 before the post. */
export function yearOfPlan9(it: Context, members: readonly Member[]): Hours {
  const { chance } = it;
  const cols = personCols(it, dress(it));
  cols.push(col(it, "role", "role", { label: chance.pick(["教师类别", "人员类别", "身份"]) }), { id: "hours", key: "plan9.annual|hours|total", label: chance.pick(["全员培训学时", "年度培训学时", "全年培训学时"]) }, { id: "homeroom", key: "plan9.homeroom", label: chance.pick(["班主任培训学时", "班主任专题培训学时", "班主任专题培训"]) });
  const withClaim = chance.chance(0.6);
  if (withClaim) cols.push(col(it, "claim", "claim|result"));
  const [yes, no] = chance.pick(claimWords);
  const recs = members.map((member, index) => {
    const rec = personRec(it, member, index, cols);
    const leads = chance.chance(0.4);
    return { ...rec, role: leads ? "班主任" : "科任教师", hours: 80 + chance.pick([0, 2, 6, 10]), homeroom: leads ? 30 + chance.pick([0, 0, 6]) : null, claim: yes };
  });
  const draft: Draft = { kind: "hours-year", title: chance.pick(["2024年度中小学教师全员培训学时统计表", "全县教师全员培训学时汇总表（2024年）"]), cols, recs, faults: [], bySchool: true };
  const shortOf = (id: string, low: number): Plant => (chanceIt, one, rec) => {
    if (id === "homeroom") at(one, rec)["role"] = "班主任";
    else if (at(one, rec)["role"] === "班主任") return false;
    const claims = withClaim && chanceIt.chance.chance(0.5);
    if (withClaim) at(one, rec)["claim"] = claims ? yes : no;
    return set(one, rec, id, low, "hours.block-short", claims ? "logic" : "experience", id === "hours" ? "篇9 二(一): 80 a year" : "篇9 二(三)1: 30 for 班主任", claims ? ["claim"] : []);
  };
  const understated: Plant = (_it, one, rec) => withClaim && set(one, rec, "claim", no, "claim.understated", "experience", "DESIGN: 未完成 though complete");
  return { draft, plants: [shortOf("hours", 72), shortOf("homeroom", 24), understated, textNumber(["hours"]), ...personPlants, sameName, duplicate] };
}
