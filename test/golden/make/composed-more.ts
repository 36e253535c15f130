/** Further forms of the composed books: certificates, evidence beside points, who gave up, add-in formulas, counties' quotas, short dates, the year in log, summary and cycle. */
import type { Cell } from "./book";
import type { Col, Context, Draft, Rec } from "./composed-lay";
import { claimWords, type Hours } from "./composed-hours";
import { teacherScores } from "./composed-lanxi";
import { col, dress, duplicate, personCols, personPlants, personRec, plain, sameName, set, textNumber, unitOf, type Member, type Plant } from "./composed-people";
import { written, type Day } from "./people";

const at = (draft: Draft, rec: number): Rec => draft.recs[rec] ?? {};
const numberOf = (draft: Draft, rec: number, id: string): number => plain(at(draft, rec)[id]) ?? 0;

/** 兰西 七.2: county ≥ 60 and school-based ≥ 80 → certificate; each line credits its own hours. */
export function certificateSheet(it: Context, members: readonly Member[]): Hours {
  const { chance } = it;
  const wear = dress(it);
  const cols = personCols(it, wear);
  const group = chance.pick(["考核成绩", "两项考核", "考核情况"]);
  cols.push(
    col(it, "total", "total", { group, label: chance.pick(["县级综合考核成绩", "县级考核成绩", "综合考核成绩（县级）"]) }),
    col(it, "based", "lanxi.school-based.pass|lanxi.school-based.hours", { group, label: chance.pick(["校本考核成绩", "校本考核", "校本培训成绩", "校本考核得分"]) }),
    col(it, "credited", "credited", { label: chance.pick(["认定学时", "认定学时合计", "核定学时"]) }),
    col(it, "proof", "lanxi.certificate|claim|result", { label: chance.pick(["是否发证", "结业证书", "是否颁发结业证书", "培训合格证书"]) }),
  );
  if (wear.note) cols.push(col(it, "note", "note"));
  const [yes, no] = chance.pick([["发证", "不发证"], ["是", "否"], ["√", "×"], ["有", "无"]] as const);
  const credit = (total: number, based: number): number => (total >= 60 ? 24 : 0) + (based >= 80 ? 12 : 0);
  const recs = members.map((member, index) => {
    const rec = personRec(it, member, index, cols);
    const total = chance.chance(0.15) ? chance.int(45, 59) : chance.int(60, 98);
    const based = chance.chance(0.2) ? chance.pick([79.5, 75, 60]) : chance.int(80, 99);
    return { ...rec, total, based, credited: credit(total, based), proof: total >= 60 && based >= 80 ? yes : no };
  });
  const draft: Draft = { kind: "teacher-assessment", title: chance.pick(["兰西县2024-2025学年度上学期教师培训结业情况汇总表", "兰西县教师培训学时认定表（2024年秋季学期）"]), ...(chance.chance(0.4) ? { unitLine: `单位（盖章）：${unitOf(members, "兰西县教师进修学校")}` } : {}), cols, recs, faults: [], bySchool: true };
  const wrongCredit: Plant = (chanceIt, one, rec) => {
    const right = numberOf(one, rec, "credited");
    return set(one, rec, "credited", chanceIt.chance.pick([0, 12, 24, 36].filter((n) => n !== right)), "hours.credit-mismatch", "logic", "六.2 and 五.4: 24 and 12, each by its own line");
  };
  const wrongProof: Plant = (_it, one, rec) => {
    const isDue = at(one, rec)["proof"] === yes;
    return !isDue && set(one, rec, "proof", yes, "score.result-mismatch", "logic", "七.2: county ≥ 60 and school-based ≥ 80");
  };
  const range: Plant = (_it, one, rec) => set(one, rec, "based", 108, "score.out-of-range", "logic", "a mark out of 100");
  const bad: Plant = (_it, one, rec) => set(one, rec, "based", "缺考", "cell.not-a-number", "logic", "DESIGN cell.not-a-number");
  return { draft, plants: [wrongCredit, wrongProof, range, bad, textNumber(["total", "based"]), ...personPlants, sameName, duplicate] };
}

/** A teacher who gave up in writing has no scores and no finding; an add-in formula shows #NAME?. */
export function waivedScores(it: Context, members: readonly Member[]): Hours {
  const { chance } = it;
  const scores = teacherScores(it, members);
  const { draft } = scores;
  const says = draft.cols.some((one) => one.id === "note") ? "note" : draft.cols.some((one) => one.id === "result") ? "result" : null;
  const given = draft.recs.length - 1;
  const isGiven = says !== null && chance.chance(0.6);
  const rec = draft.recs[given];
  if (isGiven && rec !== undefined) {
    for (const one of draft.cols) if (one.key?.startsWith("lanxi.teacher") === true || one.id === "total" || one.id === "credited" || one.id === "result") rec[one.id] = null;
    rec[says] = chance.pick(["自愿放弃", "自愿放弃参训", "自愿放弃（已签说明书）"]);
    it.says.push("waived");
  }
  const addin: Plant = (kindIt, one, at1) => {
    if (kindIt.kind !== "xlsx" || (isGiven && at1 === given)) return false;
    const order = one.cols.filter((each) => each.full === 20).map((each) => each.key);
    const inOrder = ["lanxi.teacher.reflection", "lanxi.teacher.review", "lanxi.teacher.platform-hours", "lanxi.teacher.lesson-design", "lanxi.teacher.activity-reflection"];
    if (order.join() !== inOrder.join() || one.cols.some((each) => each.id === "bonus")) return false;
    const first = one.cols.find((each) => each.key === inOrder[0])?.id ?? "";
    const last = one.cols.find((each) => each.key === inOrder[4])?.id ?? "";
    return set(one, at1, "total", (ref): Cell => ({ value: null, formula: `KAOHE.TEACHERSCORE("兰西2024秋",${ref(first)}:${ref(last)})`, error: "#NAME?" }), "cell.addin-missing", "experience", "DESIGN: #NAME? of a KAOHE formula");
  };
  const others = scores.plants.map((plant): Plant => (kindIt, one, at1) => (isGiven && at1 === given ? false : plant(kindIt, one, at1))).filter((_plant, index) => index !== 12);
  return { draft, plants: [addin, ...others.slice(0, -2)] };
}

/** 肇庆: each county's share at one level; the title says which. */
export function countyQuota(it: Context): Hours {
  const { chance } = it;
  const level = chance.pick([{ title: ["肇庆市县级教师培训覆盖情况统计表", "肇庆市2024年县级培训完成情况表"], share: 0.8 }, { title: ["肇庆市市级教师培训覆盖情况统计表", "肇庆市2024年市级培训完成情况统计表"], share: 0.2 }]);
  const cols: Col[] = [];
  if (chance.chance(0.7)) cols.push(col(it, "number", "number"));
  cols.push(col(it, "place", "place"), col(it, "whole", "whole", { label: chance.pick(["教师总数", "专任教师总数", "在职教师总数"]) }), col(it, "part", "part"));
  if (chance.chance(0.6)) cols.push(col(it, "share", "share"));
  const withClaim = chance.chance(0.6);
  if (withClaim) cols.push(col(it, "claim", "claim|result", { label: chance.pick(["是否达标", "达标情况"]) }));
  const [yes, no] = chance.pick(claimWords.slice(1, 3));
  const needOf = (place: string): number => (level.share === 0.8 && /怀集|德庆|封开|广宁/.test(place) ? 0.7 : level.share);
  const put = (rec: Rec, part: number, whole: number): void => void Object.assign(rec, { part, whole, share: it.isCsv ? `${((100 * part) / whole).toFixed(2)}%` : { value: Math.round((part / whole) * 10000) / 10000, format: "0.00%" } });
  const recs = chance.some(["端州区", "鼎湖区", "高要区", "四会市", "怀集县", "德庆县", "封开县", "广宁县"], chance.int(4, 8)).map((place, index) => {
    const rec: Rec = { number: index + 1, place, claim: yes };
    const whole = chance.int(40, 200) * 10;
    put(rec, Math.ceil(whole * needOf(place)) + chance.int(0, 20), whole);
    return rec;
  });
  const draft: Draft = { kind: "quota", title: chance.pick(level.title), cols, recs, faults: [], noExample: true };
  const short: Plant = (chanceIt, one, rec) => {
    const place = String(at(one, rec)["place"] ?? "");
    const whole = numberOf(one, rec, "whole");
    const claims = withClaim && chanceIt.chance.chance(0.5);
    put(at(one, rec), Math.ceil(whole * needOf(place)) - chanceIt.chance.pick([1, 10, 30]), whole);
    if (withClaim) at(one, rec)["claim"] = claims ? yes : no;
    one.faults.push({ code: "quota.short", level: claims ? "logic" : "experience", rec, id: "part", also: claims ? ["claim"] : [], why: `六, 八: ${needOf(place) * 100} % in ${place}` });
    return true;
  };
  return { draft, plants: [short, short, textNumber(["whole", "part"])] };
}

/** 岳阳: one row a training; dates without the year, or of the month only; the title names the year. */
export function shortDates(it: Context, members: readonly Member[]): Hours {
  const { chance } = it;
  const wear = { ...dress(it), sex: false, extra: chance.chance(0.2) };
  const cols = personCols(it, wear);
  cols.push(col(it, "date", "date", { label: chance.pick(["培训日期", "参训日期", "日期"]) }), col(it, "project", "project", { label: chance.pick(["培训项目", "项目名称", "培训名称"]) }), col(it, "category", "category"));
  cols.push(col(it, "days", "days", { label: chance.pick(["培训天数", "天数", "参训天数"]) }), col(it, "hours", "hours", { label: chance.pick(["学时", "学时数", "课时"]) }));
  const how = chance.pick(["day", "month", "full"]);
  const say = (day: Day): string => (how === "day" ? String(written(day, "han-short").value) : how === "month" ? `${day.y}年${day.m}月` : `${day.y}年${day.m}月${day.d}日`);
  const recs: Rec[] = [];
  members.forEach((member, index) => {
    for (let turn = 0; turn < chance.int(1, 3); turn++) {
      const days = chance.pick([0.5, 1, 1.5, 2, 3]);
      recs.push({ ...personRec(it, member, recs.length, cols), date: say({ y: 2024, m: 1 + ((index + turn * 3) % 12), d: 3 + index }), project: chance.pick(["师德专题培训", "新课标培训", "信息化教学培训"]), category: chance.pick(["公需课", "专业课", "个人选修课"]), days, hours: days * 8 });
    }
  });
  const draft: Draft = { kind: "hours-log", title: chance.pick(["肇庆市2024年教师培训学时登记表", "2024年度肇庆市教师参加培训情况登记表"]), cols, recs, faults: [], sums: chance.chance(0.3) };
  const half: Plant = (chanceIt, one, rec) => set(one, rec, "days", chanceIt.chance.pick([0.3, 1.2, 2.25]), "hours.not-half-days", "logic", "七(二): whole half days");
  const credit: Plant = (_it, one, rec) => set(one, rec, "hours", numberOf(one, rec, "hours") + 3, "hours.credit-mismatch", "logic", "七(二): half a day 4, a day 8");
  const bad: Plant = (chanceIt, one, rec) => set(one, rec, "date", chanceIt.chance.pick(["13月2日", "2月30日", "暑假"]), "date.unreadable", "logic", "DESIGN date.unreadable");
  const text: Plant = (kindIt, one, rec) => {
    if (kindIt.isCsv) return false;
    const days = numberOf(one, rec, "days");
    if (!Number.isInteger(days)) return false;
    return set(one, rec, "days", kindIt.chance.pick([`${days}天`, "一二三"[days - 1] ?? "一", `${days} 天`]), "cell.text-number", "experience", "DESIGN: any text that can be read as a number");
  };
  return { draft, plants: [half, credit, bad, text] };
}
