/** Header words of clerks' own forms, and forms whose policy only their words and dates tell. */
import { packs } from "../../src/policy/library";
import type { Pack } from "../../src/policy/schema";
import { lanxiPack, zhaoqingPack } from "./packs";
import { columnsOf, tablesOf } from "./saying";
import { sheetFrom, type SheetOptions, type Written } from "./sheet";

function packOf(id: string): Pack {
  const pack = packs.find((other) => other.id === id);
  if (pack === undefined) throw new Error(`no pack: ${id}`);
  return pack;
}

const yueyangPack = packOf("yueyang-school-based");
const xiangxiPack = packOf("xiangxi-growth-plan");

function read(pack: Pack, rows: readonly (readonly Written[])[], options: SheetOptions = {}): string {
  return columnsOf(tablesOf(sheetFrom(rows, options), [pack])[0]);
}

const items: readonly Written[] = ["心得体会", "有效评课", "培训学时", "教学设计", "活动反思"];
const scores: readonly Written[] = [20, 20, 20, 20, 20];

/** The key of one column under a given header in an otherwise plain form. */
function keyOf(header: string, pack: Pack, plain: readonly Written[], values: readonly Written[]): string {
  const columns = read(pack, [
    [...plain, header],
    [...values, "合格"],
  ]);
  return (
    columns
      .split(" ")
      .at(-1)
      ?.replace(/^[A-Z]+:/, "") ?? ""
  );
}

describe("full scores behind a stroke", () => {
  test("评课/20分 is the item with its 20 points", () => {
    const header = ["序号", "姓名", ...["心得体会/20分", "评课/20分", "培训学时/20分", "教学设计/满分20分", "活动反思/20", "总分/100分"]];
    const [table] = tablesOf(sheetFrom([header, [1, "王芳", ...scores, 100]]), [lanxiPack]);
    expect(columnsOf(table)).toBe(
      "A:number B:name C:lanxi.teacher.reflection D:lanxi.teacher.review E:lanxi.teacher.platform-hours F:lanxi.teacher.lesson-design G:lanxi.teacher.activity-reflection H:total",
    );
    expect(table?.columns.slice(2).map(({ points }) => points)).toEqual([20, 20, 20, 20, 20, 100]);
  });
});

describe("the credited hours in parts", () => {
  test.each([
    ["县级", "校本", "小计"],
    ["县级学时", "校本学时", "小计"],
    ["县级", "校本", "合计"],
  ])("under 认定学时: %s, %s and their sum %s", (county, schoolBased, sum) => {
    const rows = [
      ["序号", "姓名", ...items, "综合考核成绩", "校本考核成绩", "认定学时", null, null],
      [null, null, null, null, null, null, null, null, null, county, schoolBased, sum],
      [1, "王芳", ...scores, 100, 90, 24, 12, 36],
    ];
    const merges = [..."ABCDEFGHI"].map((letter) => `${letter}1:${letter}2`);
    expect(read(lanxiPack, rows, { merges: [...merges, "J1:L1"] })).toContain(
      "J:lanxi.teacher.hours K:lanxi.school-based.hours L:credited",
    );
  });
});

describe("words for the same thing", () => {
  test.each([
    ["是否达标", "result"],
    ["鉴定", "result"],
    ["学校考核成绩", "lanxi.school-based.pass"],
    ["校本研修成绩", "lanxi.school-based.pass"],
    ["总评", "total"],
    ["实认定学时", "credited"],
    ["拟认定学时", "credited"],
    ["是否取得结业证书", "lanxi.certificate"],
  ])("in a teachers' form %s is %s", (header, key) => {
    expect(keyOf(header, lanxiPack, ["序号", "姓名", ...items], [1, "王芳", ...scores])).toBe(key);
  });

  test.each([
    ["教师得分（60分）", "lanxi.school.teacher-average"],
    ["培训计划与培训总结", "lanxi.school.plan-summary"],
    ["材料报送", "lanxi.school.materials"],
    ["借调人次", "lanxi.school.bonus.dispatch"],
  ])("in a schools' form %s is %s", (header, key) => {
    expect(keyOf(header, lanxiPack, ["序号", "学校", "集中培训", "外派任务", "总分"], [1, "一中", 10, 10, 90])).toBe(key);
  });

  test.each([
    ["培训时长（天）", "days"],
    ["折合天数", "days"],
    ["所属板块", "category"],
    ["结业日期", "date"],
    ["培训时长（小时）", "duration"],
    ["计量单位", "unit"],
  ])("in a log of hours %s is %s", (header, key) => {
    expect(keyOf(header, zhaoqingPack, ["序号", "姓名", "培训项目", "学时"], [1, "王芳", "新课标专题", 8])).toBe(key);
  });

  test("是否合格 in a cycle's summary claims that the cycle is done", () => {
    const header = ["序号", "姓名", "第一年", "第二年", "第三年", "合计"];
    expect(keyOf("是否合格", zhaoqingPack, header, [1, "王芳", 90, 90, 90, 270])).toBe("claim");
  });

  test("第一学年 beside calendar years is the first, the others follow", () => {
    const rows = [
      ["序号", "姓名", "第一学年", "2021-2022学年", "2022-2023学年", "合计"],
      [1, "王芳", 24, 24, 24, 72],
    ];
    expect(read(yueyangPack, rows)).toContain("C:year1 D:year2 E:year3");
  });
});

describe("培训内容", () => {
  const header = ["序号", "姓名", "培训日期", "学时", "培训内容"];

  test("is the training's name where it holds names of trainings", () => {
    expect(read(zhaoqingPack, [header, [1, "王芳", "2024-05-06", 8, "新课标专题培训"]])).toContain("E:project");
  });

  test("is the content where it holds what the policy lists", () => {
    expect(read(zhaoqingPack, [header, [1, "王芳", "2024-05-06", 8, "师德教育"]])).toContain("E:content");
  });
});

describe("the years of a cycle's blocks", () => {
  const [cycle] = zhaoqingPack.rules.filter((rule) => rule.kind === "cycle");
  const blocks = [
    { key: "central", name: "集中培训", hours: 160 },
    { key: "other", name: "非集中培训", hours: 200 },
  ];
  const pack: Pack = { ...zhaoqingPack, rules: zhaoqingPack.rules.map((rule) => (rule.id === cycle?.id ? { ...rule, blocks } : rule)) };
  const merges = ["A1:A2", "B1:B2", "C1:D1", "E1:F1"];
  const record: readonly Written[] = [1, "王芳", 40, 40, 50, 50];

  test.each([
    ["2021年", "2022年", "2021年", "2022年", "集中培训", "非集中培训", "central.year1 central.year2 other.year1 other.year2"],
    ["集中培训", "非集中培训", "集中培训", "非集中培训", "2021年", "2022年", "central.year1 other.year1 central.year2 other.year2"],
  ])("%s, %s, %s, %s under %s and %s", (c, d, e, f, left, right, keys) => {
    const rows = [["序号", "姓名", left, null, right, null], [null, null, c, d, e, f], record];
    const [table] = tablesOf(sheetFrom(rows, { merges }), [pack]);
    expect(table?.columns.slice(2).map((column) => column.key)).toEqual(keys.split(" ").map((key) => `${cycle?.id ?? ""}.${key}`));
  });
});

describe("records without a known column of names", () => {
  test("are counted where the ID numbers or the schools carry the rows", () => {
    const withId = [
      ["序号", "某某", "性别", "出生年月", "身份证号"],
      [1, "王芳", "女", "1975-03-02", "433101197503021234"],
      [2, "李强", "男", "1970-03-02", "433101197003021234"],
    ];
    const withSchool = [
      ["序号", "某某", "性别", "出生年月", "学校"],
      [1, "王芳", "女", "1975-03-02", "吉首市第一小学"],
      [2, "李强", "男", "1970-03-02", "吉首市第一小学"],
    ];
    for (const rows of [withId, withSchool]) {
      // The clerk has set the column of names not to be read.
      const [table] = tablesOf(sheetFrom(rows, { name: "花名册" }), [xiangxiPack], { 花名册: { B: "" } });
      expect(table?.rows.filter(({ kind }) => kind === "record")).toHaveLength(2);
    }
  });
});

describe("the policy of a workbook that names none", () => {
  function policyOf(rows: readonly (readonly Written[])[], name = "Sheet1"): string {
    const [table] = tablesOf(sheetFrom(rows, { name }), packs);
    return `${table?.pack.id ?? ""} ${table?.kind ?? ""}`;
  }

  test("is told by the policy's own fields and its unit", () => {
    const header = ["序号", "教师姓名", "学校", "学段", "研训方式", "研训内容", "活动日期", "学分"];
    const rows = [
      [1, "贾超", "第二中学", "幼儿园", "教学论坛", "师德", 20240914, 6],
      [2, "贾超", "第二中学", "幼儿园", "课例研究", "实践知识", 20240511, 4],
    ];
    expect(policyOf([header, ...rows])).toBe("yueyang-school-based hours-log");
  });

  test("is none whose term holds none of the dates", () => {
    const log = (date: string): string =>
      policyOf([
        ["序号", "姓名", "培训项目", "培训主题", "培训日期", "学时"],
        [1, "王芳", "集中培训", "师德", date, 8],
        [2, "李强", "集中培训", "师德", date, 8],
      ]);
    expect(log("2024-10-21")).toContain("lanxi-2024-autumn");
    expect(log("2022-03-21")).not.toContain("lanxi-2024-autumn");
  });

  test("is found for a roster on a sheet called 注册登记 (登记 is a word of logs too)", () => {
    const rows = [
      ["填报单位（盖章）：", null, null, null, "2011年5月10日"],
      ["序号", "姓名", "性别", "出生日期", "单位", "岗位", "职称"],
      [1, "汪亚楠", "男", "1983-11-05", "吉首市第一小学", "教研组长", "一级教师"],
      [2, "邵军", "女", "1983-05-18", "吉首市第一小学", "教师", "一级教师"],
    ];
    expect(policyOf(rows, "注册登记")).toMatch(/ roster$/);
  });

  test("is the one whose form has the longer part of the title", () => {
    const rows = [
      ["教师读书登记表（2022年12月）", null, null, null, null],
      ["序号", "姓名", "出生年月", "读书本数", "是否达标"],
      [1, "肖小二", "1982-06-01", 2, "达标"],
      [2, "顾小二", "1974-08-01", 1, "达标"],
    ];
    expect(policyOf(rows)).toBe("plan1 observation");
  });
});
