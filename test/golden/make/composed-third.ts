/** A third set of forms: evidence beside points, totals before the items, one form in two halves, lists of what was handed in with yes and no, totals on top. */
import type { Context, Draft, Rec } from "./composed-lay";
import type { Hours } from "./composed-hours";
import { teacherScores } from "./composed-lanxi";
import { schoolsOf, set, textNumber, type Member, type Plant } from "./composed-people";
import { written, type Day } from "./people";

const at = (draft: Draft, rec: number): Rec => draft.recs[rec] ?? {};

const EVIDENCE = [
  { of: "reflection", words: ["心得体会字数", "心得字数", "心得体会（字数）"], least: 1000 },
  { of: "review", words: ["评课字数", "有效评课字数"], least: 800 },
  { of: "design", words: ["推门课节数", "推门课（节）", "参与推门课节数"], least: 2 },
  { of: "activity", words: ["活动反思字数", "反思字数"], least: 800 },
] as const;

/** 兰西 六.2: 字数 and 节数 beside the points. */
export function evidenceScores(it: Context, members: readonly Member[]): Hours {
  const { chance } = it;
  const { draft, plants } = teacherScores(it, members);
  const chosen = chance.some(EVIDENCE, chance.int(1, 3));
  for (const one of chosen) {
    const before = draft.cols.findIndex((each) => each.id === one.of);
    const item = draft.cols[before];
    if (item === undefined) continue;
    draft.cols.splice(before, 0, { id: `ev:${one.of}`, key: `*${one.of}`, label: chance.pick(one.words), ...(item.group === undefined ? {} : { group: item.group }) });
    draft.recs.forEach((rec) => (rec[`ev:${one.of}`] = one.least === 2 ? chance.int(2, 4) : one.least + chance.int(0, 600)));
  }
  // The totals' SUM would run over the evidence.
  draft.recs.forEach((rec) => {
    const total = rec["total"];
    if (typeof total === "function") rec["total"] = total(() => "A1").value;
  });
  const below: Plant = (chanceIt, one, rec) => {
    const what = chanceIt.chance.pick(chosen);
    const isFull = at(one, rec)[what.of] === 20;
    return set(one, rec, `ev:${what.of}`, what.least === 2 ? 1 : what.least - 150, "evidence.below", isFull ? "logic" : "experience", "DESIGN: evidence.below; logic where full points claim otherwise", [what.of]);
  };
  return { draft, plants: [below, below, ...[5, 6].map((index) => plants[index]).filter((plant) => plant !== undefined)] };
}

/** 总分 and 结果 before the items. */
export function totalFirst(it: Context, members: readonly Member[]): Hours {
  const { draft, plants } = teacherScores(it, members);
  const total = draft.cols.findIndex((each) => each.id === "total");
  const [moved] = draft.cols.splice(total, 1);
  const first = draft.cols.findIndex((each) => each.full === 20);
  if (moved) draft.cols.splice(first, 0, moved);
  return { draft, plants: plants.filter((_plant, index) => index !== 12) };
}

/** The same form twice beside each other: 序号 姓名 … | 序号 姓名 …; each person once. */
export function halves(it: Context, members: readonly Member[]): Hours[] {
  const { draft } = teacherScores(it, members);
  const cut = Math.ceil(members.length / 2);
  const half = (from: number, to: number): Draft => ({ ...draft, recs: draft.recs.slice(from, to), faults: [], sums: false, bySchool: false, noExample: true });
  const bad: Plant = (chanceIt, one, rec) => set(one, rec, "total", chanceIt.chance.pick(["缺", "待定"]), "cell.not-a-number", "logic", "DESIGN cell.not-a-number");
  const text = textNumber(["total"]);
  return [half(0, cut), half(cut, members.length)].map((one) => ({ draft: one, plants: [bad, text] }));
}

/** 兰西: both dates of a school in one row. */
export function wideSubmissions(it: Context): Hours {
  const { chance } = it;
  const style = chance.pick(["dots", "dashes", "han", "han-short", "slashes"] as const);
  const day = (one: Day) => written(one, style).value;
  const cols = [
    { id: "number", key: "number", label: "序号" },
    { id: "school", key: "school", label: chance.pick(["学校", "单位名称", "报送单位"]) },
    { id: "plan", key: "*plan", label: chance.pick(["培训计划上交日期", "培训计划报送时间", "计划上传日期"]), group: "报送时间" },
    { id: "summary", key: "*summary", label: chance.pick(["培训总结上交日期", "培训总结报送时间", "总结上传日期"]), group: "报送时间" },
  ];
  const recs: Rec[] = (schoolsOf["lanxi-2024-autumn"] ?? []).slice(0, chance.int(3, 7)).map((school, index) => ({
    number: index + 1, school, plan: day({ y: 2024, m: 9, d: chance.int(10, 25) }), summary: day({ y: 2024, m: 12, d: chance.int(20, 30) }),
  }));
  const draft: Draft = { kind: "submissions", title: "兰西县2024-2025学年度上学期培训材料报送登记表", cols, recs, faults: [], noExample: true };
  const late: Plant = (_it, one, rec) => set(one, rec, "plan", day({ y: 2024, m: 10, d: 9 }), "date.late", "experience", "六.1(1): 9月25日之前");
  const bad: Plant = (_it, one, rec) => set(one, rec, "summary", "12月35日", "date.unreadable", "logic", "DESIGN date.unreadable");
  return { draft, plants: [late, bad] };
}
