/** 统计, 还差多少 and 学时证明 say what the functions say: worked out again, cell by cell, with KAOHE formulas over the samples. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { judgedWorkbook } from "../../src/check/check";
import type { CheckContext } from "../../src/check/context";
import { slipSteps, type Slip } from "../../src/check/slips";
import { statisticsOf } from "../../src/check/statistics";
import { needsOf } from "../../src/check/what-if";
import { openWorkbook } from "../../src/files/open";
import { certified, creditHours, hoursDone, hoursGap, passed, teacherScore } from "../../src/functions/functions";
import { packs } from "../../src/policy/library";
import type { CellValue } from "../../src/values/cell";
import { toNumber } from "../../src/values/exact";

/** Judging whole workbooks takes its time on a busy machine. */
jest.setTimeout(30_000);

const LANXI = [["兰西2024秋"]];
const ZHAOQING = [["肇庆全员培训"]];

function judged(sample: string): CheckContext {
  const bytes = new Uint8Array(readFileSync(join(__dirname, "../../assets/samples", sample)));
  return judgedWorkbook(openWorkbook(bytes, sample), packs, { asOf: "2024-12-30" });
}

function slipsOf(context: CheckContext): readonly Slip[] {
  const steps = slipSteps(context);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

type Cells = Readonly<Record<string, CellValue>>;

/** The cells of the rows of a kind of table, by column key; who gave up is left out. */
function rowsOf(context: CheckContext, kind: string): readonly { readonly name: string; readonly cells: Cells }[] {
  return context.sheets
    .filter(({ table }) => table.kind === kind)
    .flatMap(({ records, table }) =>
      records
        .filter(({ isWaived }) => !isWaived)
        .map((entry) => ({
          name: entry.subject,
          cells: Object.fromEntries(table.columns.flatMap(({ key }) => (key === null ? [] : [[key, entry.cell(key)?.value ?? null]]))),
        })),
    );
}

const ITEMS = ["reflection", "review", "platform-hours", "lesson-design", "activity-reflection"].map((item) => `lanxi.teacher.${item}`);

describe("兰西：教师考核", () => {
  const context = judged("兰西教师考核-规范.xlsx");
  const rows = rowsOf(context, "teacher-assessment");
  const byFunctions = rows.map(({ name, cells }) => {
    const at = (key: string): CellValue[][] => [[cells[key] ?? null]];
    const items = [ITEMS.map((key) => cells[key] ?? null)];
    const score = teacherScore(LANXI, items, at("lanxi.teacher.bonus"), at("role"));
    const own = at("lanxi.school-based.pass");
    return {
      name,
      score: Number(score),
      pass: passed(LANXI, "教师", [[score]]),
      schoolBased: passed(LANXI, "校本", own),
      certificate: certified(LANXI, [[score]], own),
      credited: Number(creditHours(LANXI, [[score]], own)),
    };
  });
  const [policy] = statisticsOf(context).policies;

  test("合格率", () => {
    const passes = policy?.all.passes.map((pass) => [pass.passed, pass.failed, pass.undecided]);
    const tally = (words: readonly unknown[], yes: string) => {
      const met = words.filter((word) => word === yes).length;
      return [met, words.length - met, 0];
    };
    expect(rows.length).toBeGreaterThan(40);
    expect(passes).toEqual([
      tally(
        byFunctions.map(({ pass }) => pass),
        "合格",
      ),
      tally(
        byFunctions.map(({ schoolBased }) => schoolBased),
        "合格",
      ),
      tally(
        byFunctions.map(({ certificate }) => certificate),
        "发证",
      ),
    ]);
  });

  test("平均分、最高分、最低分、各分数段人数", () => {
    const scores = byFunctions.map(({ score }) => score);
    const [figures] = policy?.all.scores ?? [];
    expect(figures?.mean).toBeCloseTo(scores.reduce((sum, score) => sum + score, 0) / scores.length, 9);
    expect([figures?.highest, figures?.lowest]).toEqual([Math.max(...scores), Math.min(...scores)]);
    expect(figures?.bands.reduce((sum, { count }) => sum + count, 0)).toBe(scores.length);
    expect(figures?.bands[0]?.count).toBe(scores.filter((score) => score < 60).length);
  });

  test("认定学时", () => {
    expect(policy?.all.credits?.total).toBe(byFunctions.reduce((sum, { credited }) => sum + credited, 0));
  });

  test("每个人的学时证明", () => {
    const slips = slipsOf(context).filter(({ isWaived }) => !isWaived);
    const shown = slips.map(({ name, scores, hours }) => {
      const line = (words: string) => scores.find((each) => each.name.includes(words));
      return {
        name,
        score: Number(line("教师考核合格线")?.amount),
        pass: line("教师考核合格线")?.met === true ? "合格" : "不合格",
        schoolBased: line("校本考核合格线")?.met === true ? "合格" : "不合格",
        certificate: line("结业证书")?.met === true ? "发证" : "不发证",
        credited: Number(hours[0]?.amount),
      };
    });
    expect(shown).toEqual(byFunctions);
  });
});

describe("肇庆：年度学时", () => {
  const context = judged("肇庆年度学时-有问题.xlsx");
  const { needs } = needsOf(context);
  const main = needs[0]?.blocks.map(({ rule }) => rule.id) ?? [];
  const byName = new Map(rowsOf(context, "hours-year").map(({ name, cells }) => [name, cells]));
  const byFunctions = needs.map(({ name }) => {
    const blocks = [main.map((key) => byName.get(name)?.[key] ?? null)];
    return { name, gaps: [hoursGap(ZHAOQING, blocks)].flat(2), done: hoursDone(ZHAOQING, blocks) };
  });

  test("还差多少：每人每类", () => {
    expect(needs.length).toBeGreaterThan(20);
    const shown = needs.map(({ name, blocks, lacking }) => ({
      name,
      gaps: blocks.map(({ gap }) => toNumber(gap)),
      done: lacking.equals(0) ? "完成" : "未完成",
    }));
    expect(shown).toEqual(byFunctions);
  });

  test("统计：每类差多少人、共差多少学时", () => {
    const hours = statisticsOf(context).policies[0]?.all.hours ?? [];
    for (const [index, key] of main.entries()) {
      const gaps = byFunctions.map(({ gaps: all }) => Number(all[index]));
      const block = hours.find(({ rule }) => rule === key);
      expect([block?.short, block?.lacking]).toEqual([gaps.filter((gap) => gap > 0).length, gaps.reduce((sum, gap) => sum + gap, 0)]);
    }
    expect(main).toHaveLength(3);
  });
});
