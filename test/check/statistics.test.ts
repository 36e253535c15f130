/** 统计: the figures of a judged workbook. */
import { bandsOf } from "../../src/check/bands";
import { judgedWorkbook } from "../../src/check/check";
import { statisticsOf, type Figures, type PolicyStatistics } from "../../src/check/statistics";
import { packs } from "../../src/policy/library";
import type { Sheet } from "../../src/table/workbook";
import { exact } from "../../src/values/exact";
import { sheetFrom, workbookOf } from "../table/sheet";

const options = { asOf: "2024-12-30" };

function statistics(...sheets: readonly Sheet[]): PolicyStatistics {
  const [only] = statisticsOf(judgedWorkbook(workbookOf(...sheets), packs, options)).policies;
  if (!only) throw new Error("nothing was counted");
  return only;
}

const header = [
  "序号",
  "姓名",
  "单位",
  "身份",
  "心得体会（20分）",
  "有效评课（20分）",
  "培训学时（20分）",
  "教学设计（20分）",
  "活动反思（20分）",
  "加分次数",
  "总分",
  "校本考核成绩",
  "备注",
];

type Scores = readonly [number | null, number | null, number | null, number | null, number | null];

function teacher(name: string, school: string, scores: Scores, times = 0, schoolBased: number | null = 90, role = "教师", note = "") {
  const total = scores.reduce<number>((all, score) => all + (score ?? 0), 0) + times * 5;
  return [1, name, school, role, ...scores, times, total, schoolBased, note];
}

function teachers(...rows: readonly ReturnType<typeof teacher>[]): Sheet {
  return sheetFrom([["兰西县2024年秋季学期教师考核表"], header, ...rows], { name: "教师考核表", merges: ["A1:M1"] });
}

const all = (...rows: readonly ReturnType<typeof teacher>[]): Figures => statistics(teachers(...rows)).all;

const four = [
  teacher("张一", "第一中学", [20, 20, 20, 20, 20]),
  teacher("李二", "第一中学", [12, 12, 12, 12, 12]),
  teacher("王三", "第二中学", [12, 12, 12, 12, 11.995], 0, 79.99),
  teacher("赵四", "第二中学", [18, null, 18, 18, 18]),
];

test("合格率：达到合格线的、没有达到的、缺分不能判断的分开数", () => {
  const { passes } = all(...four);
  expect(passes.map(({ name, line, passed, failed, undecided }) => [name, line, passed, failed, undecided])).toEqual([
    ["教师考核合格线", 60, 2, 1, 1],
    ["校本考核合格线", 80, 3, 1, 0],
    ["培训结业证书", null, 2, 1, 1],
  ]);
});

test("自愿放弃的教师不计入合格率，只记人数", () => {
  const figures = all(
    teacher("张一", "第一中学", [20, 20, 20, 20, 20]),
    teacher("李二", "第一中学", [0, 0, 0, 0, 0], 0, 0, "教师", "自愿放弃"),
  );
  expect([figures.persons, figures.waived, figures.passes[0]?.passed, figures.passes[0]?.failed]).toEqual([2, 1, 1, 0]);
});

test("认定学时按教师和校本两条线各自认定，分档数人数", () => {
  expect(all(...four.slice(0, 3)).credits).toEqual({
    unit: "学时",
    total: 72,
    undecided: 0,
    groups: [
      { hours: 36, persons: 2 },
      { hours: 0, persons: 1 },
    ],
  });
});

test("平均分、最高分、最低分只算能判断的教师", () => {
  const [scores] = all(...four).scores;
  expect([scores?.count, scores?.mean, scores?.highest, scores?.lowest]).toEqual([3, 219.995 / 3, 100, 59.995]);
});

test.each([
  ["59.995 分不进 60 分一档", [59.995], 60, ["<60:1", "60-70:0", "70-80:0", "80-90:0", "90-100:0"]],
  ["60 分进 60 分一档，70 分进下一档", [60, 70], 60, ["<60:0", "60-70:1", "70-80:1", "80-90:0", "90-100:0"]],
  ["满分在最高一档，加分超过满分另列", [100, 105], 60, ["<60:0", "60-70:0", "70-80:0", "80-90:0", "90-100:1", ">100:1"]],
  ["合格线是 80 的，从 80 分分档", [80, 85, 99], 80, ["<80:0", "80-85:1", "85-90:1", "90-95:0", "95-100:1"]],
  ["没有合格线的，按满分等分五档", [0, 20, 100], null, ["0-20:1", "20-40:1", "40-60:0", "60-80:0", "80-100:1"]],
])("分数段：%s", (_says, scores, line, due) => {
  const shown = bandsOf(
    line,
    100,
    scores.map((score) => exact(score)),
  ).map(({ from, to, count }) => {
    return `${from === null ? "<" : to === null ? ">" : `${from}-`}${to ?? from ?? ""}:${count}`;
  });
  expect(shown).toEqual(due);
});

test("奖励加分：没有资格的不计，单独数出", () => {
  const [bonus] = all(
    teacher("张一", "第一中学", [18, 18, 18, 18, 18], 2, 90, "骨干教师"),
    teacher("李二", "第一中学", [18, 18, 18, 18, 18], 1, 90, "教师"),
  ).bonuses;
  expect(bonus).toMatchObject({ name: "教师奖励加分", persons: 1, times: 2, points: 10, notEntitled: 1 });
});

test("学校排名：平均分相同的并列，下一名顺延", () => {
  const { ranking } = statistics(
    teachers(
      teacher("张一", "第一中学", [18, 18, 18, 18, 18]),
      teacher("李二", "第二中学", [18, 18, 18, 18, 18]),
      teacher("王三", "第三中学", [17, 18, 18, 18, 18]),
      teacher("赵四", "第四中学", [null, 18, 18, 18, 18]),
    ),
  );
  expect(ranking?.by).toBe("teacher-mean");
  expect(ranking?.schools.map(({ place, school, tiedWith }) => [place, school, tiedWith])).toEqual([
    [1, "第一中学", ["第二中学"]],
    [1, "第二中学", ["第一中学"]],
    [3, "第三中学", []],
  ]);
  expect(ranking?.without).toEqual(["第四中学"]);
});

test("分学校统计：各校的数加起来就是全部", () => {
  const { schools, all: whole } = statistics(teachers(...four));
  expect(schools.map(({ school, persons }) => [school, persons])).toEqual([
    ["第一中学", 2],
    ["第二中学", 2],
  ]);
  const passed = schools.reduce((sum, figures) => sum + (figures.passes[0]?.passed ?? 0), 0);
  expect(passed).toBe(whole.passes[0]?.passed);
});

const yearHeader = ["序号", "姓名", "学校", "公需课", "专业课", "个人选修课", "合计", "是否完成"];

test("年度学时：每个板块差多少人、共差多少，一个板块的超出不抵另一个", () => {
  const { hours } = statistics(
    sheetFrom(
      [
        ["肇庆市教师年度学时汇总表"],
        yearHeader,
        [1, "张一", "第一小学", 30, 42, 18, 90, "完成"],
        [2, "李二", "第一小学", 30, 50, 10, 90, "未完成"],
        [3, "王三", "第一小学", 20, 40, 18, 78, "未完成"],
      ],
      { name: "年度学时汇总表", merges: ["A1:H1"] },
    ),
  ).all;
  expect(hours.map(({ name, due, short, lacking, persons }) => [name, due, short, lacking, persons])).toEqual([
    ["年度学时", 90, 2, 20, 3],
    ["公需课", 30, 1, 10, 3],
    ["专业课", 42, 1, 2, 3],
    ["个人选修课", 18, 1, 8, 3],
  ]);
});

test("没有可统计的表时什么也不编造", () => {
  expect(statisticsOf(judgedWorkbook(workbookOf(sheetFrom([["通讯录"], ["电话"], ["1"]])), packs, options)).policies).toEqual([]);
});
