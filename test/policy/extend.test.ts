/** Next term's pack states only what changed. */
import { extendPack, type FindPack } from "../../src/policy/extend";
import { packById } from "../../src/policy/library";
import { parsePack } from "../../src/policy/load";
import type { Pack, Rule } from "../../src/policy/schema";

const none: FindPack = () => null;

function lanxi(): Pack {
  const found = packById("lanxi-2024-autumn");
  if (!found) throw new Error("lanxi");
  return found;
}

function nextTerm(changes: Partial<Pack>): Pack {
  return {
    format: 1,
    id: "lanxi-2025-spring",
    name: "兰西2025春",
    title: "兰西县2024-2025学年度下学期教师培训方案",
    unit: "学时",
    rounding: 2,
    extends: "lanxi-2024-autumn",
    tables: [],
    rules: [],
    ...changes,
  };
}

function extended(changes: Partial<Pack>): Pack {
  const outcome = extendPack(nextTerm(changes), (id) => (id === lanxi().id ? lanxi() : null));
  if ("problem" in outcome) throw new Error(outcome.problem.id);
  return outcome.ok;
}

function rule(id: string): Rule {
  const found = lanxi().rules.find((candidate) => candidate.id === id);
  if (!found) throw new Error(id);
  return found;
}

const ids = (pack: Pack): string[] => pack.rules.map((candidate) => candidate.id);

test("什么都没改的，规则和表格都与所依据的相同，名称用自己的", () => {
  const pack = extended({});
  expect(pack.rules).toEqual(lanxi().rules);
  expect(pack.tables).toEqual(lanxi().tables);
  expect([pack.name, pack.keywords, pack.source]).toEqual(["兰西2025春", lanxi().keywords, lanxi().source]);
});

test("改了分值的规则站在原来的位置上", () => {
  const changed: Rule = { ...rule("lanxi.teacher.hours"), kind: "grant", pass: "lanxi.teacher.pass", hours: 30 };
  const pack = extended({ rules: [changed] });
  expect(ids(pack)).toEqual(ids(lanxi()));
  expect(pack.rules.find(({ id }) => id === "lanxi.teacher.hours")).toEqual(changed);
});

test("新加的考核项目排在同一评分表的最后", () => {
  const added: Rule = {
    ...rule("lanxi.teacher.review"),
    kind: "rubric",
    of: "teacher",
    points: 5,
    id: "lanxi.teacher.extra",
    name: "示范课",
  };
  const items = extended({ rules: [added] }).rules.filter((item) => item.kind === "rubric" && item.of === "teacher");
  expect(items.map((item) => item.name)).toEqual(["心得体会", "有效评课", "培训学时", "教学设计", "活动反思", "示范课"]);
});

test("去掉的规则在规则和表格里都没有了", () => {
  const pack = extended({ removes: ["lanxi.school.bonus.task"] });
  expect(ids(pack)).not.toContain("lanxi.school.bonus.task");
  expect(pack.tables.flatMap((table) => table.rules)).not.toContain("lanxi.school.bonus.task");
});

test("去掉所依据的政策包里没有的规则，说明是哪一条", () => {
  expect(extendPack(nextTerm({ removes: ["lanxi.nothing"] }), () => lanxi())).toEqual({
    problem: { id: "extends.removes-unknown", values: { id: "lanxi.nothing" } },
  });
});

test("所依据的政策包没有时，说明是哪一个", () => {
  expect(extendPack(nextTerm({}), none)).toEqual({ problem: { id: "extends.unknown", values: { id: "lanxi-2024-autumn" } } });
});

test("互相依据的政策包不予接受", () => {
  const first = nextTerm({ id: "one", extends: "two" });
  const second = nextTerm({ id: "two", extends: "one" });
  const find: FindPack = (id) => [first, second].find((pack) => pack.id === id) ?? null;
  expect(extendPack(first, find)).toEqual({ problem: { id: "extends.circular", values: { id: "one" } } });
  expect(extendPack(nextTerm({ id: "self", extends: "self" }), find)).toMatchObject({ problem: { id: "extends.circular" } });
});

test("一层依据一层太多时不予接受", () => {
  const find: FindPack = (id) => nextTerm({ id, extends: `${id}x` });
  expect(extendPack(nextTerm({ id: "a", extends: "ax" }), find)).toMatchObject({ problem: { id: "extends.too-long" } });
});

test("去掉合格线而留下认定学时，读入时会指出", () => {
  const parsed = parsePack(nextTerm({ removes: ["lanxi.teacher.pass"] }), { known: [lanxi()] });
  expect("problems" in parsed && parsed.problems.map((problem) => problem.text).join("\n")).toContain("“lanxi.teacher.pass”不存在");
});

test("读入时用已知的政策包补全", () => {
  const parsed = parsePack(JSON.stringify(nextTerm({})), { known: [lanxi()] });
  expect("ok" in parsed && parsed.ok.rules).toEqual(lanxi().rules);
});
