/** 兰西: the teachers' scores, the schools' scores, what was handed in. */
import type { Cell } from "./book";
import type { Col, Context, Draft, Rec, Refs, Value } from "./composed-lay";
import { col, dress, duplicate, extraCol, extraValue, personCols, personPlants, personRec, plain, sameName, set, textNumber, type Member, type Plant, unitOf } from "./composed-people";

const ITEMS = ["reflection", "review", "platform", "design", "activity"] as const;
const KEYS = ["lanxi.teacher.reflection", "lanxi.teacher.review", "lanxi.teacher.platform-hours", "lanxi.teacher.lesson-design", "lanxi.teacher.activity-reflection"];

interface Scores {
  readonly draft: Draft;
  readonly plants: readonly Plant[];
  /** Exact totals by member. */
  readonly totals: readonly (number | null)[];
}

const round = (n: number): number => Math.round(n * 1e6) / 1e6;

function partScore(it: Context): number {
  const { chance } = it;
  return chance.chance(0.15) ? chance.int(20, 40) / 2 : chance.int(10, 20);
}

export function teacherScores(it: Context, members: readonly Member[], options: { readonly school?: string } = {}): Scores {
  const { chance } = it;
  const wear = dress(it);
  const cols: Col[] = personCols(it, options.school === undefined ? wear : { ...wear, school: false });
  const group = chance.pick(["考核内容", "考核项目", "考核项目及得分", "各项得分"]);
  const order = chance.chance(0.7) ? [0, 1, 2, 3, 4] : chance.shuffle([0, 1, 2, 3, 4]);
  const bonusKind = chance.pick(["times", "points", "none"]);
  if (bonusKind !== "none") cols.push(col(it, "role", "role"));
  for (const index of order) cols.push(col(it, ITEMS[index] ?? "", KEYS[index] ?? null, { group, full: 20, sum: true }));
  if (bonusKind === "times") cols.push(col(it, "bonus", "lanxi.teacher.bonus", { label: chance.pick(["奖励加分次数", "加分次数", "奖励加分（次数）", "奖励次数"]) }));
  if (bonusKind === "points") cols.push(col(it, "bonus", "lanxi.teacher.bonus", { label: chance.pick(["奖励加分", "加分", "奖励分", "奖励加分（分）"]) }));
  cols.push(col(it, "total", "total", { sum: chance.chance(0.5) }));
  const withResult = chance.chance(0.7);
  const withCredit = chance.chance(0.5);
  if (withResult) cols.push(col(it, "result", "result"));
  if (withCredit) cols.push(col(it, "credited", "credited", { sum: chance.chance(0.4), unit: "学时" }));
  if (wear.note) cols.push(col(it, "note", "note"));
  const [yes, no] = chance.pick([["合格", "不合格"], ["合格", "不合格"], ["是", "否"], ["通过", "未通过"], ["达标", "未达标"]] as const);
  const formula = it.formulas ? chance.pick(["sum", "plus", "none"]) : "none";
  const itemIds = order.map((index) => ITEMS[index] ?? "");
  const totals: number[] = [];
  const recs = members.map((member, index) => {
    const rec = personRec(it, member, index, cols);
    const parts = chance.chance(0.08) ? [11, 12, 10, 9, 11] : ITEMS.map(() => partScore(it));
    ITEMS.forEach((id, at) => (rec[id] = parts[at] ?? 0));
    let bonus = 0;
    if (bonusKind !== "none" && chance.chance(0.25)) {
      rec["role"] = chance.pick(["骨干教师", "兼职教研员", "名师工作室成员"]);
      bonus = parts.reduce((a, b) => a + b, 0) <= 90 && chance.chance(0.7) ? chance.int(1, 2) : 0;
    }
    if (bonus > 0) rec["bonus"] = bonusKind === "times" ? bonus : bonus * 5;
    const total = round(parts.reduce((a, b) => a + b, 0) + bonus * 5);
    totals.push(total);
    rec["total"] = totalValue(formula, total, itemIds, bonusKind);
    rec["result"] = total >= 60 ? yes : no;
    rec["credited"] = total >= 60 ? 24 : 0;
    rec["note"] = null;
    return rec;
  });
  const draft: Draft = {
    kind: "teacher-assessment", title: chance.pick([`${options.school ?? "兰西县"}2024-2025学年度上学期教师培训考核成绩表`, `兰西县2024—2025学年度上学期教师考核汇总表`, "兰西县教师培训考核登记表（2024年秋季学期）"]),
    ...(chance.chance(0.5) ? { unitLine: `单位（盖章）：${unitOf(members, "兰西县教师进修学校")}` } : {}),
    cols, recs, faults: [], bySchool: true, sums: true,
  };
  return { draft, plants: scorePlants(formula, [yes, no], bonusKind, totals), totals };
}

function totalValue(formula: string, total: number, ids: readonly string[], bonusKind: string): Value {
  if (formula === "none") return total;
  const all = bonusKind === "none" ? ids : [...ids, "bonus"];
  return (ref: Refs): Cell => {
    const first = ref(ids[0] ?? "");
    const last = ref(ids[ids.length - 1] ?? "");
    if (formula === "sum" && bonusKind === "points") return { value: total, formula: `SUM(${first}:${ref("bonus")})` };
    const base = formula === "sum" ? `SUM(${first}:${last})` : ids.map(ref).join("+");
    if (bonusKind === "times") return { value: total, formula: `${base}+${ref("bonus")}*5` };
    return { value: total, formula: formula === "plus" && bonusKind === "points" ? all.map(ref).join("+") : base };
  };
}

function scorePlants(formula: string, [yes, no]: readonly [string, string], bonusKind: string, totals: (number | null)[]): Plant[] {
  const has = (draft: Draft, id: string): boolean => draft.cols.some((one) => one.id === id);
  const at = (draft: Draft, rec: number): Rec => draft.recs[rec] ?? {};
  const isPlainRow = (draft: Draft, rec: number): boolean => plain(at(draft, rec)["bonus"]) === null && at(draft, rec)["role"] === "一般教师";
  /** A formula's cached value follows what stands in the row. */
  const shift = (draft: Draft, rec: number, by: number): void => {
    const value = at(draft, rec)["total"];
    const shifted = round((totals[rec] ?? 0) + by);
    if (typeof value === "function") at(draft, rec)["total"] = (ref) => ({ ...value(ref), value: shifted });
    totals[rec] = null;
  };
  const outOfRange: Plant = (it, draft, rec) => {
    const id = it.chance.pick(ITEMS);
    const wrong = it.chance.pick([21, 25, -1, 200]);
    shift(draft, rec, wrong - (plain(at(draft, rec)[id]) ?? 0));
    return set(draft, rec, id, wrong, "score.out-of-range", "logic", "六.2: the item's 20 points");
  };
  const missing: Plant = (it, draft, rec) => {
    const id = it.chance.pick(ITEMS);
    shift(draft, rec, -(plain(at(draft, rec)[id]) ?? 0));
    return set(draft, rec, id, null, "score.missing", "logic", "DESIGN score.missing");
  };
  const notNumber: Plant = (it, draft, rec) => {
    if (formula === "plus") return false;
    const id = it.chance.pick(ITEMS);
    shift(draft, rec, -(plain(at(draft, rec)[id]) ?? 0));
    return set(draft, rec, id, it.chance.pick(["缺考", "优秀", "待定", "良"]), "cell.not-a-number", "logic", "DESIGN cell.not-a-number");
  };
  const wrongTotal: Plant = (it, draft, rec) => {
    const total = totals[rec] ?? 0;
    const wrong = total >= 65 && total <= 97 ? total + it.chance.pick([-1, 1, 2, -0.5]) : null;
    if (wrong === null || formula !== "none") return false;
    totals[rec] = null;
    return set(draft, rec, "total", wrong, "score.total-mismatch", "logic", "六.2: the sum of the five items and the bonus");
  };
  const wrongResult: Plant = (_it, draft, rec) => {
    const passed = (totals[rec] ?? 0) >= 60;
    return has(draft, "result") && set(draft, rec, "result", passed ? no : yes, "score.result-mismatch", "logic", "六.2: 60 and above 合格");
  };
  const wrongCredit: Plant = (it, draft, rec) => {
    const passed = (totals[rec] ?? 0) >= 60;
    return has(draft, "credited") && set(draft, rec, "credited", passed ? it.chance.pick([12, 20, 0, 36]) : 24, "hours.credit-mismatch", "logic", "六.2: 60 and above → 24");
  };
  const notEntitled: Plant = (_it, draft, rec) => {
    if (bonusKind === "none" || formula !== "none" || !isPlainRow(draft, rec)) return false;
    return set(draft, rec, "bonus", bonusKind === "times" ? 1 : 5, "bonus.not-entitled", "logic", "六.2(6): 一般教师 are not entitled; counts 0", ["role"]);
  };
  const notMultiple: Plant = (it, draft, rec) => {
    if (bonusKind !== "points" || plain(at(draft, rec)["bonus"]) === null) return false;
    const wrong = it.chance.pick([3, 7, 4]);
    shift(draft, rec, wrong - (plain(at(draft, rec)["bonus"]) ?? 0));
    return set(draft, rec, "bonus", wrong, "bonus.not-multiple", "logic", "六.2(6): 5 each time");
  };
  const scores = (draft: Draft, rec: number, parts: readonly number[]): void => ITEMS.forEach((id, index) => (at(draft, rec)[id] = parts[index] ?? 0));
  const borderline: Plant = (_it, draft, rec) => {
    if (!isPlainRow(draft, rec)) return false;
    scores(draft, rec, [12, 12, 12, 12, 11.995]);
    at(draft, rec)["result"] = no;
    at(draft, rec)["credited"] = 0;
    totals[rec] = 59.995;
    const value = at(draft, rec)["total"];
    const again: Value = typeof value === "function" ? (ref) => ({ ...value(ref), value: 59.995 }) : 59.995;
    return set(draft, rec, "total", again, "score.borderline", "experience", "DESIGN: 59.995 is below 60 whatever the display says");
  };
  const aboveFull: Plant = (_it, draft, rec) => {
    if (bonusKind === "none") return false;
    scores(draft, rec, [20, 20, 20, 20, 19]);
    at(draft, rec)["role"] = "骨干教师";
    at(draft, rec)["bonus"] = bonusKind === "times" ? 1 : 5;
    at(draft, rec)["result"] = yes;
    at(draft, rec)["credited"] = 24;
    totals[rec] = 104;
    const value = at(draft, rec)["total"];
    return set(draft, rec, "total", typeof value === "function" ? (ref) => ({ ...value(ref), value: 104 }) : 104, "score.above-full", "experience", "DESIGN: a total above 100 through bonus");
  };
  const error: Plant = (it, draft, rec) => {
    if (it.isCsv || it.kind === "ods") return false;
    totals[rec] = null;
    const value: Cell = { value: null, formula: "#REF!+1", error: "#REF!" };
    return set(draft, rec, "total", value, "cell.formula-error", "logic", "DESIGN cell.formula-error");
  };
  const overtyped: Plant = (_it, draft, rec) => {
    const value = at(draft, rec)["total"];
    if (typeof value !== "function" || draft.recs.length < 6) return false;
    return set(draft, rec, "total", totals[rec] ?? 0, "formula.overtyped", "experience", "DESIGN formula.overtyped: the others of the column are formulas");
  };
  const columnMissing: Plant = (it, draft) => {
    if (draft.faults.length > 0 || formula !== "none" || draft.cols.some((one) => one.key === "gone") || !it.chance.chance(0.3)) return false;
    const id = it.chance.pick(ITEMS);
    draft.cols.splice(draft.cols.findIndex((one) => one.id === id), 1);
    totals.fill(null);
    draft.faults.push({ code: "column.missing", level: "logic", rec: -1, id: "*", why: "DESIGN: a rubric item without its column is column.missing" });
    return true;
  };
  const text = formula === "sum" ? [] : [textNumber([...ITEMS])];
  return [outOfRange, missing, notNumber, wrongTotal, wrongTotal, wrongResult, wrongCredit, notEntitled, notMultiple, borderline, aboveFull, error, columnMissing, ...text, ...(formula === "none" ? [] : [overtyped]), ...personPlants, sameName, duplicate];
}

const SCHOOL = [["plan", "lanxi.school.plan-summary", 10], ["central", "lanxi.school.central-training", 10], ["average", "lanxi.school.teacher-average", 60], ["dispatch", "lanxi.school.dispatch", 10], ["materials", "lanxi.school.materials", 10]] as const;

/** `means`: each school's mean, where the book has the teachers' scores. */
export function schoolScores(it: Context, schools: readonly string[], means: ReadonlyMap<string, number> | null): { draft: Draft; plants: Plant[] } {
  const { chance } = it;
  const group = chance.pick(["考核内容", "考核项目", "单位考核项目"]);
  const cols: Col[] = [];
  if (chance.chance(0.7)) cols.push(col(it, "number", "number"));
  cols.push(col(it, "school", "school", { label: chance.pick(["单位", "学校", "单位名称", "学校名称", "基层学校"]) }));
  for (const [id, key, full] of SCHOOL) cols.push(col(it, id, key, { group, full, sum: false }));
  const bonuses = chance.chance(0.6);
  if (bonuses) cols.push(col(it, "host", "lanxi.school.bonus.host", { group: "奖励加分" }), col(it, "lent", "lanxi.school.bonus.dispatch", { group: "奖励加分" }), col(it, "task", "lanxi.school.bonus.task", { group: "奖励加分" }));
  cols.push(col(it, "total", "total"));
  if (chance.chance(0.25)) cols.push(col(it, "note", "note"));
  if (chance.chance(0.2)) cols.push(extraCol(it, cols.concat([{ id: "", key: null, label: "学历" }])));
  const formula = it.formulas && chance.chance(0.5);
  const totals: number[] = [];
  const recs = schools.map((school, index) => {
    const mean = means?.get(school) ?? chance.int(600, 980) / 10;
    const parts = [chance.int(6, 10), chance.int(6, 10), round(Math.min(60, mean * 0.6)), chance.int(6, 10), chance.int(6, 10)];
    const rec: Rec = { number: index + 1, school };
    SCHOOL.forEach(([id], at) => (rec[id] = parts[at] ?? 0));
    const [host, lent, task] = [chance.int(0, 2), chance.int(0, 3), chance.int(0, 2)];
    if (bonuses) Object.assign(rec, { host, lent, task });
    const base = parts.reduce((a, b) => a + b, 0);
    const total = round(Math.min(base + (bonuses ? host * 2 + lent + task : 0), 1000));
    totals.push(total);
    rec["total"] = formula
      ? (ref) => ({ value: total, formula: `SUM(${ref("plan")}:${ref("materials")})${bonuses ? `+${ref("host")}*2+${ref("lent")}+${ref("task")}` : ""}` })
      : total;
    for (const one of cols) if (one.id.startsWith("extra:")) rec[one.id] = extraValue(it, one.id);
    return rec;
  });
  const draft: Draft = { kind: "school-assessment", title: chance.pick(["兰西县2024-2025学年度上学期单位考核成绩汇总表", "兰西县教师培训学校考核表（2024年秋季）", "2024-2025学年度上学期兰西县基层学校培训工作考核表"]), cols, recs, faults: [], noExample: true };
  recs.forEach((_rec, rec) => {
    const total = totals[rec] ?? 0;
    if (total > 100) draft.faults.push({ code: "score.above-full", level: "experience", rec, id: "total", why: "DESIGN: a total above 100 through bonus" });
  });
  const whole: Plant = (_it, one, rec) => (totals[rec] ?? 0) <= 96 && set(one, rec, "total", (totals[rec] ?? 0) + 1.5, "score.total-mismatch", "logic", "六.1: the sum of the items and bonuses");
  const range: Plant = (chanceIt, one, rec) => {
    if (formula || (totals[rec] ?? 0) > 100) return false;
    return set(one, rec, chanceIt.chance.pick(["plan", "central", "dispatch", "materials"]), chanceIt.chance.pick([11, 15, 12]), "score.out-of-range", "logic", "六.1: 10 points");
  };
  const mismatch: Plant = (_it, one, rec) => {
    const target = one.recs[rec];
    const item = plain(target?.["average"]);
    if (formula || means === null || target === undefined || item === null || item > 57 || (totals[rec] ?? 0) > 97) return false;
    const wrong = round(item + 2);
    target["total"] = round((totals[rec] ?? 0) + 2);
    return set(one, rec, "average", wrong, "score.item-mismatch", "logic", "六.1(3): the mean of the teachers' scores × 60 %");
  };
  return { draft, plants: [...(formula ? [] : [whole]), range, mismatch, ...(formula ? [] : [textNumber(["plan", "central", "dispatch", "materials"])])] };
}
