/** Hours: the log (one row a training), the year's blocks, the cycle's years; 肇庆, 岳阳, 湘西, 兰西, 篇9. */
import type { Cell } from "./book";
import type { Col, Context, Draft, Rec, Value } from "./composed-lay";
import { col, dress, duplicate, personCols, personPlants, personRec, plain, sameName, set, textNumber, type Member, type Plant, unitOf } from "./composed-people";
import { dayPlus, written, type DateStyle } from "./people";

export interface Hours {
  readonly draft: Draft;
  readonly plants: readonly Plant[];
}

const at = (draft: Draft, rec: number): Rec => draft.recs[rec] ?? {};
const hasCol = (draft: Draft, id: string): boolean => draft.cols.some((one) => one.id === id);
const numberOf = (draft: Draft, rec: number, id: string): number => plain(at(draft, rec)[id]) ?? 0;

function reset(draft: Draft, rec: number, id: string, value: number): void {
  const stands = at(draft, rec)[id];
  at(draft, rec)[id] = typeof stands === "function" ? (ref) => ({ ...stands(ref), value }) : value;
}

export const claimWords = [["完成", "未完成"], ["达标", "未达标"], ["是", "否"], ["√", "×"], ["已完成", "未完成"], ["合格", "不合格"]] as const;

const BLOCKS = [["public", "zhaoqing.annual.public", 30, "公需课"], ["professional", "zhaoqing.annual.professional", 42, "专业课"], ["elective", "zhaoqing.annual.elective", 18, "个人选修课"]] as const;

/** Each member's three blocks. */
type Blocks = readonly (readonly [number, number, number])[];

export function completeBlocks(it: Context, count: number): Blocks {
  const { chance } = it;
  return Array.from({ length: count }, () => [30 + chance.pick([0, 0, 2, 6]), 42 + chance.pick([0, 0, 6, 10]), 18 + chance.pick([0, 0, 2, 6])] as const);
}

export function yearSheet(it: Context, members: readonly Member[], blocks: Blocks, linked: boolean): Hours {
  const { chance } = it;
  const wear = dress(it);
  const cols = personCols(it, { ...wear, extra: wear.extra && chance.chance(0.5) });
  const group = chance.pick(["培训学时", "学时构成", "本年度完成学时", "其中"]);
  for (const [id, key] of BLOCKS) cols.push(col(it, id, key, { group, unit: "学时", sum: true }));
  const total = col(it, "total", "total", { label: chance.pick(["合计", "总学时", "学时合计", "年度合计", "合计学时"]), sum: true });
  if (chance.chance(0.85)) cols.push(total);
  const withClaim = chance.chance(0.7);
  if (withClaim) cols.push(col(it, "claim", "claim|result"));
  if (wear.note) cols.push(col(it, "note", "note"));
  const [yes, no] = chance.pick(claimWords);
  const formula = it.formulas && chance.chance(0.5);
  const recs = members.map((member, index) => {
    const rec = personRec(it, member, index, cols);
    const parts = blocks[index] ?? [30, 42, 18];
    BLOCKS.forEach(([id], block) => (rec[id] = parts[block] ?? 0));
    const sum = parts[0] + parts[1] + parts[2];
    rec["total"] = formula ? (ref) => ({ value: sum, formula: `SUM(${ref("public")}:${ref("elective")})` }) : sum;
    rec["claim"] = yes;
    return rec;
  });
  const draft: Draft = {
    kind: "hours-year", title: chance.pick(["肇庆市教师全员培训2024年度学时汇总表", "2024年肇庆市中小学教师继续教育学时统计表", "肇庆市2024年度教师培训学时登记汇总表"]),
    ...(chance.chance(0.4) ? { unitLine: `单位（盖章）：${unitOf(members, "肇庆市教育局")}` } : {}), cols, recs, faults: [], bySchool: true, sums: true,
  };
  const sumOf = (one: Draft, rec: number): number => BLOCKS.reduce((all, [id]) => all + numberOf(one, rec, id), 0);
  const short: Plant = (chanceIt, one, rec) => {
    if (linked) return false;
    const [id, , need] = chanceIt.chance.pick(BLOCKS);
    const claims = chanceIt.chance.chance(0.5);
    const wrong = need - chanceIt.chance.pick([2, 6, 10]);
    reset(one, rec, "total", sumOf(one, rec) - numberOf(one, rec, id) + wrong);
    if (withClaim) at(one, rec)["claim"] = claims ? yes : no;
    return set(one, rec, id, wrong, "hours.block-short", withClaim && claims ? "logic" : "experience", "三: 30/42/18, no block fills another; the claim decides the level", withClaim && claims ? ["claim"] : []);
  };
  const understated: Plant = (_it, one, rec) => withClaim && set(one, rec, "claim", no, "claim.understated", "experience", "DESIGN: 未完成 though complete");
  const total1: Plant = (_it, one, rec) => !formula && hasCol(one, "total") && set(one, rec, "total", sumOf(one, rec) + 4, "hours.total-mismatch", "logic", "the sum of the three blocks");
  const overtyped: Plant = (_it, one, rec) => formula && hasCol(one, "total") && one.recs.length >= 6 && set(one, rec, "total", sumOf(one, rec), "formula.overtyped", "experience", "DESIGN formula.overtyped");
  const bad: Plant = (chanceIt, one, rec) => {
    const [id] = chanceIt.chance.pick(BLOCKS);
    reset(one, rec, "total", sumOf(one, rec) - numberOf(one, rec, id));
    return set(one, rec, id, chanceIt.chance.pick(["待补", "无记录", "见附件"]), "cell.not-a-number", "logic", "DESIGN cell.not-a-number");
  };
  const ledger: Plant = (_it, one, rec) => {
    if (!linked) return false;
    reset(one, rec, "total", sumOf(one, rec) + 8);
    return set(one, rec, "public", numberOf(one, rec, "public") + 8, "hours.ledger-mismatch", "logic", "DESIGN: the log's sum by person and category");
  };
  const text = formula ? [] : [textNumber(["public", "professional", "elective"])];
  return { draft, plants: [short, short, understated, total1, overtyped, bad, ledger, ...text, ...personPlants, ...(linked ? [] : [sameName, duplicate])] };
}

const PROJECTS = ["新课程标准解读", "师德师风专题培训", "信息技术应用能力提升", "课堂教学策略研修", "班主任工作专题", "学科教学研讨"];
const STYLES: readonly DateStyle[] = ["serial", "dots", "dashes", "slashes", "han", "compact", "padded"];

/** Several rows a person, which add up to the year's blocks; half a day is 4. */
export function logSheet(it: Context, members: readonly Member[], blocks: Blocks, linked: boolean): Hours {
  const { chance } = it;
  const wear = { ...dress(it), sex: false, extra: chance.chance(0.2) };
  const cols = personCols(it, { ...wear, note: false });
  const useHalf = chance.chance(0.2);
  const tail: Col[] = [col(it, "date", "date"), col(it, "project", "project"), col(it, "category", "category")];
  cols.push(...(chance.chance(0.7) ? tail : chance.shuffle(tail)));
  const group = chance.pick(["培训时长", "学时情况", "培训量"]);
  cols.push(useHalf ? col(it, "days", "halfDays", { group, label: chance.pick(["半天数", "培训半天数", "半天个数"]) }) : col(it, "days", "days", { group, sum: true }));
  cols.push(col(it, "hours", "hours", { group, sum: true, label: chance.pick(["学时", "学时数", "课时", "获得学时", "折算学时"]) }));
  if (wear.note) cols.push(col(it, "note", "note"));
  const style = chance.pick(it.isCsv ? STYLES.filter((one) => one !== "serial") : STYLES);
  const recs: Rec[] = [];
  members.forEach((member, index) => {
    const parts = blocks[index] ?? [30, 42, 18];
    BLOCKS.forEach(([, , , name], block) => {
      const whole = parts[block] ?? 0;
      const pieces = linked ? [whole] : [8 * chance.int(1, 3)];
      for (const hours of pieces) {
        const units = hours / 4;
        const rec = personRec(it, member, recs.length, cols);
        const day = { y: 2024, m: 1 + ((index * 3 + block * 4) % 12), d: 1 + ((index * 7 + block * 5) % 27) };
        rec["date"] = written(dayPlus(day, 0), style);
        rec["project"] = PROJECTS[(index + block) % PROJECTS.length] ?? "";
        rec["category"] = name;
        rec["days"] = Number.isInteger(units) ? (useHalf ? units : units / 2) : null;
        rec["hours"] = hours;
        recs.push(rec);
      }
    });
  });
  const draft: Draft = { kind: "hours-log", title: chance.pick(["肇庆市2024年教师培训学时登记表", "2024年度教师参加培训登记表（肇庆市）", "肇庆市教师全员培训2024年学时登记台账"]), cols, recs, faults: [], sums: chance.chance(0.3) };
  const isConverted = (one: Draft, rec: number): boolean => plain(at(one, rec)["days"]) !== null;
  const halves: Plant = (_it, one, rec) => !linked && isConverted(one, rec) && set(one, rec, "days", useHalf ? 2.5 : 2.25, "hours.not-half-days", "logic", "七(二): whole half days");
  const credit: Plant = (_it, one, rec) => !linked && isConverted(one, rec) && set(one, rec, "hours", numberOf(one, rec, "hours") + 2, "hours.credit-mismatch", "logic", "七(二): half a day 4, a day 8");
  const unreadable: Plant = (chanceIt, one, rec) => set(one, rec, "date", chanceIt.chance.pick(["2024年13月5日", "2024.9.31", "开学初", "2024-02-30"]), "date.unreadable", "logic", "DESIGN date.unreadable");
  const future: Plant = (_it, one, rec) => set(one, rec, "date", written({ y: 2025, m: 3, d: 12 }, style), "date.future", "experience", "DESIGN date.future: after the day of the check");
  const outside: Plant = (_it, one, rec) => set(one, rec, "date", written({ y: 2022, m: 5, d: 12 }, style), "date.outside-period", "experience", "the title's year 2024");
  const unknown: Plant = (chanceIt, one, rec) => !linked && set(one, rec, "category", chanceIt.chance.pick(["兴趣课", "德育类", "拓展课"]), "choice.unknown", "logic", "三: 公需课, 专业课, 个人选修课");
  const dates = linked ? [unreadable] : [unreadable, future, outside];
  return { draft, plants: [halves, credit, ...dates, unknown, ...(linked ? [] : [textNumber(["days", "hours"])]), ...personPlants.slice(0, 1)] };
}

interface Cycle {
  readonly policy: string;
  readonly title: readonly string[];
  readonly years: readonly [number, number];
  readonly unit: string;
  readonly need: number;
  readonly yearNeed: number;
  readonly cap?: number;
}

export const cycles: Readonly<Record<string, Cycle>> = {
  "lanxi-2024-autumn": { policy: "lanxi-2024-autumn", title: ["兰西县教师五年周期培训学时汇总表（2020—2024年）", "兰西县中小学教师全员培训五年一周期学时统计表"], years: [2020, 2024], unit: "学时", need: 360, yearNeed: 0 },
  "zhaoqing-annual": { policy: "zhaoqing-annual", title: ["肇庆市教师全员培训五年周期学时汇总表", "2020-2024年肇庆市教师继续教育周期学时统计表"], years: [2020, 2024], unit: "学时", need: 450, yearNeed: 90 },
  "yueyang-school-based": { policy: "yueyang-school-based", title: ["岳阳市教师校本研修五年学分汇总表", "岳阳市中小学校本培训学分统计表（2020-2024年）"], years: [2020, 2024], unit: "学分", need: 0, yearNeed: 1, cap: 120 },
  "xiangxi-growth-plan": { policy: "xiangxi-growth-plan", title: ["湘西州教师专业成长行动计划五年学分汇总表（2011-2015年）", "湘西自治州中小学教师专业成长学分统计表"], years: [2011, 2015], unit: "学分", need: 360, yearNeed: 0 },
};

export function cycleSheet(it: Context, members: readonly Member[], form: Cycle): Hours {
  const { chance } = it;
  const wear = dress(it);
  const cols = personCols(it, wear);
  const naming = chance.pick(["year", "year年", "第一年", "year年度"]);
  const group = chance.pick([`各年度${form.unit}`, `年度${form.unit}`, `五年${form.unit}构成`]);
  const nth = "一二三四五";
  for (let index = 0; index < 5; index++) {
    const year = form.years[0] + index;
    const short = naming === "第一年" ? `第${nth[index] ?? ""}年` : naming === "year" ? String(year) : `${year}${naming.slice(4)}`;
    const label = naming === "year" ? `${year}年${form.unit}` : chance.chance(0.5) ? `${short}${form.unit}` : short;
    cols.push({ id: `year${index + 1}`, key: `year${index + 1}`, label, short, group, sum: true, unit: form.unit });
  }
  cols.push(col(it, "total", "total", { label: chance.pick(["合计", "五年合计", "总计", "累计", "周期合计", `总${form.unit}`, `累计${form.unit}`]), sum: true }));
  if (form.cap !== undefined && chance.chance(0.7)) cols.push(col(it, "credited", "credited", { label: chance.pick(["计入学分", "认定学分", "实际计入学分", "核定学分"]) }));
  const withClaim = form.need > 0 && chance.chance(0.6);
  if (withClaim) cols.push(col(it, "claim", "claim|result"));
  if (wear.note) cols.push(col(it, "note", "note"));
  const [yes, no] = chance.pick(claimWords);
  const formula = it.formulas && chance.chance(0.5);
  const recs = members.map((member, index) => {
    const rec = personRec(it, member, index, cols);
    const low = form.cap !== undefined ? 16 : Math.max(form.yearNeed, form.need / 5);
    let sum = 0;
    for (let year = 1; year <= 5; year++) {
      const counts = cols.some((one) => one.id === "credited");
      const credits = low + chance.pick([0, 0, 2, 4, 6]) + (counts && form.cap !== undefined && chance.chance(0.3) ? 6 : 0);
      rec[`year${year}`] = credits;
      sum += credits;
    }
    rec["total"] = formula ? (ref) => ({ value: sum, formula: `SUM(${ref("year1")}:${ref("year5")})` }) : sum;
    rec["credited"] = Math.min(sum, form.cap ?? sum);
    rec["claim"] = yes;
    return rec;
  });
  const draft: Draft = { kind: "hours-cycle", title: chance.pick(form.title), ...(chance.chance(0.4) ? { unitLine: `填报单位：${unitOf(members, "教育局师训办")}` } : {}), cols, recs, faults: [], bySchool: true, sums: chance.chance(0.5) };
  return { draft, plants: cyclePlants(form, formula, withClaim, [yes, no]) };
}

function cyclePlants(form: Cycle, formula: boolean, withClaim: boolean, [yes, no]: readonly [string, string]): Plant[] {
  const sumOf = (one: Draft, rec: number): number => [1, 2, 3, 4, 5].reduce((all, year) => all + numberOf(one, rec, `year${year}`), 0);
  const settle = (one: Draft, rec: number): void => {
    const sum = sumOf(one, rec);
    reset(one, rec, "total", sum);
    at(one, rec)["credited"] = Math.min(sum, form.cap ?? sum);
  };
  const short: Plant = (it, one, rec) => {
    if (form.need === 0 || form.yearNeed > 1) return false;
    const claims = withClaim && it.chance.chance(0.5);
    at(one, rec)["year3"] = 8;
    at(one, rec)["year4"] = 24;
    settle(one, rec);
    if (withClaim) at(one, rec)["claim"] = claims ? yes : no;
    one.faults.push({ code: "hours.cycle-short", level: claims ? "logic" : "experience", rec, id: "total", also: claims ? ["claim"] : [], why: "360 in five years; the claim decides the level" });
    return true;
  };
  const empty: Plant = (it, one, rec) => {
    if (form.cap === undefined) return false;
    const id = `year${it.chance.int(1, 5)}`;
    const value: Value = it.chance.chance(0.5) ? 0 : null;
    at(one, rec)[id] = 0;
    settle(one, rec);
    return set(one, rec, id, value, "hours.year-empty", "experience", "25: every school year must bring some credits");
  };
  const cap: Plant = (_it, one, rec) => {
    if (form.cap === undefined || !hasCol(one, "credited")) return false;
    for (let year = 1; year <= 5; year++) at(one, rec)[`year${year}`] = 30;
    settle(one, rec);
    return set(one, rec, "credited", 150, "hours.cap-exceeded", "experience", "25: up to 120 in five years");
  };
  const total: Plant = (_it, one, rec) => !formula && form.cap === undefined && set(one, rec, "total", sumOf(one, rec) + 10, "hours.total-mismatch", "logic", "the sum of the five years");
  const understated: Plant = (_it, one, rec) => withClaim && set(one, rec, "claim", no, "claim.understated", "experience", "DESIGN: 未完成 though complete");
  const bad: Plant = (it, one, rec) => {
    const id = `year${it.chance.int(1, 5)}`;
    if (form.cap !== undefined) return false;
    reset(one, rec, "total", sumOf(one, rec) - numberOf(one, rec, id));
    return set(one, rec, id, it.chance.pick(["缺", "待核", "无记录"]), "cell.not-a-number", "logic", "DESIGN cell.not-a-number");
  };
  const error: Plant = (it, one, rec) => {
    if (it.isCsv || it.kind === "ods") return false;
    const value: Cell = { value: null, formula: "SUM(#REF!)", error: "#REF!" };
    return set(one, rec, "total", value, "cell.formula-error", "logic", "DESIGN cell.formula-error");
  };
  return [short, short, empty, cap, total, understated, bad, error, ...(formula ? [] : [textNumber(["year1", "year2", "year3"])]), ...personPlants, sameName, duplicate];
}
