import { arrange, countLevels } from "../../src/taskpane/findings/arrange";
import { noFilter, type Filter } from "../../src/taskpane/findings/filter";
import { nextStop, rowsOf } from "../../src/taskpane/findings/rows";
import { runInSlices } from "../../src/taskpane/scheduler";
import { finding, someFindings } from "./stage";

const names = (rule: string) => (rule === "lanxi.teacher.review" ? "有效评课" : "");
const nothingNew: ReadonlySet<string> = new Set();

function arranged(findings: ReturnType<typeof someFindings>, filter: Filter = noFilter, fresh = nothingNew) {
  return runInSlices(arrange(findings, filter, fresh, names));
}

describe("检查发现的排列", () => {
  it("先逻辑，再经验，再未能判断，最后提示；同类的放在一起", async () => {
    const groups = await arranged([...someFindings()].reverse());
    expect(groups.map((group) => [group.level, group.code, group.findings.length])).toEqual([
      ["logic", "score.total-mismatch", 1],
      ["logic", "score.out-of-range", 1],
      ["experience", "score.borderline", 1],
      ["experience", "cell.text-number", 6],
      ["unknown", "rule.not-evaluable", 1],
      ["info", "rule.not-checked", 1],
    ]);
  });

  it("同一种问题、不同的考核项目，不算同类", async () => {
    const groups = await arranged([finding("logic"), finding("logic", { rule: "lanxi.teacher.reflection" })]);
    expect(groups).toHaveLength(2);
  });

  it.each<[string, Partial<Filter>, number]>([
    ["只看逻辑", { level: "logic" }, 2],
    ["按姓名找", { search: "周海涛" }, 1],
    ["按项目名找", { search: "有效评课" }, 1],
    ["按单元格找，不分大小写", { search: "d18" }, 1],
    ["只看一张表", { sheet: "教师考核" }, 10],
    ["找不到", { search: "没有这个人" }, 0],
  ])("%s", async (_, change, count) => {
    const groups = await arranged(someFindings(), { ...noFilter, ...change });
    expect(groups.flatMap((group) => group.findings)).toHaveLength(count);
  });

  it("只看新增的", async () => {
    const all = someFindings();
    const one = all[1];
    const groups = await arranged(all, { ...noFilter, show: "fresh" }, new Set([one?.key ?? ""]));
    expect(groups.flatMap((group) => group.findings)).toEqual([one]);
  });

  it("按类别计数", () => {
    expect(countLevels(someFindings())).toEqual({ logic: 2, experience: 7, unknown: 1, info: 1 });
  });

  it("二十万条也分小段整理，每几百条可以停一下", () => {
    const many = Array.from({ length: 200_000 }, (_, at) => ({ ...many0, key: `k${at}`, code: `code-${at % 40}` }));
    const work = arrange(many, noFilter, nothingNew, names);
    let pauses = 0;
    let turn = work.next();
    for (; turn.done !== true; turn = work.next()) pauses += 1;
    expect(turn.value).toHaveLength(40);
    expect(pauses).toBeGreaterThanOrEqual(400);
  });
});

const many0 = finding("logic");

describe("列表的行", () => {
  it("同类收起时一行，展开后每一处一行", async () => {
    const groups = await arranged(someFindings());
    const closed = rowsOf(groups, new Set(), 1000);
    expect(closed.map((row) => row.kind)).toEqual([
      ..."level finding finding".split(" "),
      ..."level group finding".split(" "),
      ..."level finding".split(" "),
      ..."level finding".split(" "),
    ]);
    const key = groups.find((group) => group.code === "cell.text-number")?.key ?? "";
    expect(rowsOf(groups, new Set([key]), 1000)).toHaveLength(closed.length + 6);
  });

  it("很长的列表先列一段，剩多少说清楚，再要就接着列", async () => {
    const many = Array.from({ length: 300 }, (_, at) => ({ ...many0, key: `k${at}`, code: at < 200 ? "same" : `code-${at}` }));
    const groups = await arranged(many);
    const open = new Set(groups.map((group) => group.key));
    const rows = rowsOf(groups, open, 150);
    expect(rows).toHaveLength(151);
    const listed = rows.filter((row) => row.kind === "finding").length;
    expect(rows.at(-1)).toEqual({ kind: "more", key: "more", left: 300 - listed });
    expect(rowsOf(groups, open, 1000).slice(0, 150)).toEqual(rows.slice(0, 150));
    expect(rowsOf(groups, open, 1000).at(-1)?.kind).toBe("finding");
  });

  it("箭头键跳过小标题，到头就停", async () => {
    const rows = rowsOf(await arranged(someFindings()), new Set(), 1000);
    expect(nextStop(rows, -1, 1)).toBe(1);
    expect(nextStop(rows, 2, 1)).toBe(4);
    expect(nextStop(rows, 1, -1)).toBe(1);
    expect(nextStop(rows, rows.length, -1)).toBe(rows.length - 1);
  });
});
