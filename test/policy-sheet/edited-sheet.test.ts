/** What a clerk does to a rule sheet: changed numbers take effect, faults are told at their own cells, nothing throws. */
import { CellError, type CellValue } from "../../src/values/cell";
import { packs } from "../../src/policy/library";
import type { Pack, RuleKind, RuleOf } from "../../src/policy/schema";
import { isKind, rulesOf } from "../../src/policy/resolve";
import { columns } from "../../src/policy/sheet/layout";
import { valuesOf } from "../../src/policy/sheet/plan";
import { isRuleSheet, packFromRows, type SheetReading } from "../../src/policy/sheet/read";
import { saySheet } from "../../src/policy/sheet/say";
import { packToRows } from "../../src/policy/sheet/write";

type Edit = (sheet: Sheet) => void;

function packCalled(id: string): Pack {
  const pack = packs.find((each) => each.id === id);
  if (pack === undefined) throw new Error(`no pack ${id}`);
  return pack;
}

/** A written sheet, edited by headers and names as a clerk would. */
class Sheet {
  values: CellValue[][];

  constructor(readonly pack: Pack) {
    this.values = valuesOf(packToRows(pack));
  }

  column(header: string): number {
    return columns.findIndex((each) => each.header === header);
  }

  /** The row of a rule, by its id or name; with a parameter, that row of the rule's own. */
  row(rule: string, parameter?: string, name?: string): number {
    const owner = this.values.findIndex(
      (row) => row[this.column("类别")] !== null && (row[0] === rule || row[this.column("名称")] === rule),
    );
    if (parameter === undefined) return owner;
    return this.values.findIndex(
      (row, at) => at > owner && row[this.column("参数")] === parameter && (name === undefined || row[this.column("名称")] === name),
    );
  }

  set(row: number, header: string, value: CellValue): void {
    const cells = this.values[row];
    if (cells !== undefined) cells[this.column(header)] = value;
  }

  insertBelow(row: number, cells: Readonly<Record<string, CellValue>>): void {
    const added: CellValue[] = columns.map(({ header }) => cells[header] ?? null);
    this.values.splice(row + 1, 0, added);
  }

  read(): SheetReading {
    return packFromRows(this.values);
  }
}

function edited(id: string, edit: Edit): Sheet {
  const sheet = new Sheet(packCalled(id));
  edit(sheet);
  return sheet;
}

function problemsOf(sheet: Sheet): string[] {
  const reading = sheet.read();
  return "problems" in reading
    ? reading.problems.map(
        ({ row, column, level, message }) => `${String(row + 1)} ${columns[column]?.header ?? ""} ${level} ${message.id}`,
      )
    : [];
}

function ruleOf<K extends RuleKind>(sheet: Sheet, kind: K, id: string): RuleOf<K> | undefined {
  const rule = sheet.read().pack?.rules.find((each) => each.id === id);
  return rule !== undefined && isKind(rule, kind) ? rule : undefined;
}

const lanxi = "lanxi-2024-autumn";

describe("what a clerk changes takes effect", () => {
  test("another number of points", () => {
    const sheet = edited(lanxi, (each) => each.set(each.row("心得体会"), "数值", 15));
    expect(problemsOf(sheet)).toEqual([]);
    expect(ruleOf(sheet, "rubric", "lanxi.teacher.reflection")?.points).toBe(15);
  });

  test("another pass line", () => {
    const sheet = edited(lanxi, (each) => each.set(each.row("lanxi.teacher.pass"), "数值", 65));
    expect(ruleOf(sheet, "pass", "lanxi.teacher.pass")?.line).toBe(65);
  });

  test("another reading, chosen in words", () => {
    const sheet = edited(lanxi, (each) => each.set(each.row("心得体会字数"), "选定口径", "按比例计分"));
    expect(ruleOf(sheet, "evidence", "lanxi.teacher.reflection.words")?.readings?.[0]?.chosen).toBe("pro-rata");
  });

  test.each<[string, CellValue]>([
    ["typed as a date", 45930],
    ["with points", "2025.9.30"],
    ["in Chinese", "2025年9月30日"],
  ])("another term's date, %s", (_says, value) => {
    const sheet = edited(lanxi, (each) => each.set(each.row("平台学习截止日期", "截止日期"), "内容", value));
    expect(ruleOf(sheet, "deadline", "lanxi.teacher.platform-hours.date")?.due).toEqual({ by: "2025-09-30" });
  });

  test("another yearly date", () => {
    const sheet = edited("zhaoqing-annual", (each) => each.set(each.row("zhaoqing.filing", "每年期限"), "内容", "3月1日，9月1日"));
    expect(ruleOf(sheet, "deadline", "zhaoqing.filing")?.due).toEqual({ yearly: ["03-01", "09-01"] });
  });

  test.each<[string, CellValue, string[]]>([
    ["a number in a cell of percentages", 0.85, []],
    ["80% typed as text", "85%", ["experience sheet.number-as-text"]],
  ])("another share: %s", (_says, value, remarks) => {
    const sheet = edited("zhaoqing-annual", (each) => each.set(each.row("zhaoqing.quota.county"), "数值", value));
    expect(ruleOf(sheet, "quota", "zhaoqing.quota.county")?.share).toBe(0.85);
    expect(problemsOf(sheet).map((problem) => problem.split(" ").slice(2).join(" "))).toEqual(remarks);
  });

  test("other persons", () => {
    const sheet = edited("xiangxi-growth-plan", (each) => each.set(each.row("xiangxi.scope", "范围"), "适用人员", "男，58岁以下"));
    expect(problemsOf(sheet)).toEqual([]);
    expect(ruleOf(sheet, "eligibility", "xiangxi.scope")?.anyOf[0]).toEqual({ sex: "男", maxAge: 58 });
  });

  test("a rule referred to by its name instead of its number", () => {
    const sheet = edited("zhaoqing-annual", (each) => each.set(each.row("公需课"), "所属", "年度学时"));
    expect(sheet.read()).toEqual({ pack: packCalled("zhaoqing-annual") });
  });

  test("a number left open", () => {
    const sheet = edited(lanxi, (each) => each.set(each.row("lanxi.school.bonus.host"), "数值", "未定"));
    expect(ruleOf(sheet, "bonus", "lanxi.school.bonus.host")?.points).toBeNull();
  });
});

describe("a local 加分 item", () => {
  const added = edited(lanxi, (each) =>
    each.insertBelow(each.row("lanxi.school.bonus.host"), { 类别: "奖励加分", 名称: "承办省级活动", 数值: 4 }),
  );

  test("kind, name and points are enough", () => {
    expect(problemsOf(added)).toEqual([]);
    expect(ruleOf(added, "bonus", "local.bonus-1")).toEqual({
      id: "local.bonus-1",
      kind: "bonus",
      name: "承办省级活动",
      points: 4,
      of: "school",
      per: "次",
      clause: { at: "本地补充", quote: "承办省级活动 4" },
    });
  });

  test("it stands among the bonuses of its rubric and in the tables that have them", () => {
    const pack = added.read().pack;
    expect(pack === null ? [] : rulesOf(pack, "bonus", "school").map(({ id }) => id)).toContain("local.bonus-1");
    expect(pack?.tables.filter(({ rules }) => rules.includes("local.bonus-1")).map(({ kind }) => kind)).toEqual(["school-assessment"]);
    expect(pack?.rules.length).toBe(packCalled(lanxi).rules.length + 1);
  });

  test("written with another word, unit, clause and rubric, it keeps them", () => {
    const sheet = edited(lanxi, (each) =>
      each.insertBelow(each.row("lanxi.teacher.bonus"), {
        类别: "加分",
        名称: "县级公开课",
        数值: 3,
        单位: "分/节",
        所属: "teacher",
        条款: "补充通知一",
        原文: "县级公开课每节加3分。",
      }),
    );
    expect(problemsOf(sheet)).toEqual([]);
    expect(ruleOf(sheet, "bonus", "local.bonus-1")).toMatchObject({
      points: 3,
      per: "节",
      of: "teacher",
      clause: { at: "补充通知一", quote: "县级公开课每节加3分。" },
    });
  });

  test("two of them get numbers of their own", () => {
    const sheet = edited(lanxi, (each) => {
      each.insertBelow(each.row("lanxi.teacher.bonus"), { 类别: "奖励加分", 名称: "甲", 数值: 1 });
      each.insertBelow(each.row("lanxi.teacher.bonus"), { 类别: "奖励加分", 名称: "乙", 数值: 2 });
    });
    expect(
      sheet
        .read()
        .pack?.rules.map(({ id }) => id)
        .filter((id) => id.startsWith("local")),
    ).toEqual(["local.bonus-1", "local.bonus-2"]);
  });

  test("without points it is told at its own cell", () => {
    const sheet = edited(lanxi, (each) => each.insertBelow(each.row("lanxi.teacher.bonus"), { 类别: "奖励加分", 名称: "甲" }));
    const row = sheet.row("甲") + 1;
    expect(problemsOf(sheet)).toEqual([`${String(row)} 数值 logic problem.missing`]);
  });
});

describe("tolerated", () => {
  const same = { pack: packCalled(lanxi) };

  test("blank rows and blank columns", () => {
    const sheet = edited(lanxi, (each) => {
      each.values = each.values.flatMap((row) => [[null, "", ...row, null, " "], [null, null, "  "], []]);
    });
    expect(sheet.read()).toEqual(same);
  });

  test("columns in another order, and a column of the clerk's own", () => {
    const sheet = edited(lanxi, (each) => {
      each.values = each.values.map((row, at) => [at === 2 ? "备注" : null, ...[...row].reverse()]);
    });
    expect(sheet.read()).toEqual(same);
  });

  test("spaces around words and numbers of rules", () => {
    const sheet = edited(lanxi, (each) => {
      each.set(each.row("心得体会"), "类别", " 考核 项目\u3000");
      each.set(each.row("有效评课"), "单位", " 分 ");
      each.set(each.row("有效评课"), "规则编号", "lanxi.teacher.review ");
      each.set(2, "数值", "数 值");
    });
    expect(sheet.read()).toEqual(same);
  });

  test("a rule's own rows in another order, sorted away from their rule", () => {
    const sheet = edited("yueyang-school-based", (each) => {
      const isDetail = (row: readonly CellValue[]): boolean =>
        row[0] !== null && row[each.column("参数")] !== null && row[each.column("类别")] === null;
      const details = each.values.filter(isDetail);
      each.values = [...each.values.filter((row) => !isDetail(row)), ...details];
    });
    expect(sheet.read()).toEqual({ pack: packCalled("yueyang-school-based") });
  });

  test("a note in a row of its own", () => {
    const sheet = edited(lanxi, (each) => each.values.splice(10, 0, ["请各校核对"]));
    expect(sheet.read()).toEqual(same);
  });

  test("cells cut off at the end of rows", () => {
    const sheet = edited(lanxi, (each) => {
      each.values = each.values.map((row) => row.slice(0, row.findLastIndex((cell) => cell !== null) + 1));
    });
    expect(sheet.read()).toEqual(same);
  });
});

describe("a fault is told at its own cell", () => {
  const at = (row: number, rest: string): string => `${String(row + 1)} ${rest}`;

  test.each<[string, string, Edit, (sheet: Sheet) => number, string]>([
    [
      "a number as text",
      lanxi,
      (s) => s.set(s.row("心得体会"), "数值", "２０"),
      (s) => s.row("心得体会"),
      "数值 experience sheet.number-as-text",
    ],
    [
      "a number with its unit",
      lanxi,
      (s) => s.set(s.row("心得体会"), "数值", "20分"),
      (s) => s.row("心得体会"),
      "数值 experience sheet.number-as-text",
    ],
    ["no number", lanxi, (s) => s.set(s.row("心得体会"), "数值", "二十左右"), (s) => s.row("心得体会"), "数值 logic sheet.not-a-number"],
    ["a blank number", lanxi, (s) => s.set(s.row("心得体会"), "数值", null), (s) => s.row("心得体会"), "数值 logic problem.missing"],
    [
      "an error value",
      lanxi,
      (s) => s.set(s.row("心得体会"), "数值", new CellError("#REF!")),
      (s) => s.row("心得体会"),
      "数值 logic sheet.cell-error",
    ],
    [
      "a negative number",
      lanxi,
      (s) => s.set(s.row("心得体会"), "数值", -5),
      (s) => s.row("心得体会"),
      "数值 logic problem.number-too-small",
    ],
    [
      "a missing unit of points",
      lanxi,
      (s) => s.set(s.row("心得体会"), "单位", null),
      (s) => s.row("心得体会"),
      "单位 logic sheet.unit-missing",
    ],
    [
      "a missing unit of evidence",
      lanxi,
      (s) => s.set(s.row("心得体会字数"), "单位", null),
      (s) => s.row("心得体会字数"),
      "单位 logic problem.missing",
    ],
    [
      "a missing unit of a share",
      "zhaoqing-annual",
      (s) => s.set(s.row("市级培训覆盖"), "单位", null),
      (s) => s.row("市级培训覆盖"),
      "单位 logic sheet.unit-missing",
    ],
    [
      "a missing unit of yearly hours",
      "zhaoqing-annual",
      (s) => s.set(s.row("公需课"), "单位", null),
      (s) => s.row("公需课"),
      "单位 logic problem.missing",
    ],
    [
      "another unit",
      "zhaoqing-annual",
      (s) => s.set(s.row("公需课"), "单位", "天/年"),
      (s) => s.row("公需课"),
      "单位 logic sheet.unit-wrong",
    ],
    [
      "another period",
      "zhaoqing-annual",
      (s) => s.set(s.row("公需课"), "单位", "学时/周"),
      (s) => s.row("公需课"),
      "单位 logic sheet.unit-wrong",
    ],
    [
      "80 instead of 80%",
      "zhaoqing-annual",
      (s) => s.set(s.row("市级培训覆盖"), "数值", 80),
      (s) => s.row("市级培训覆盖"),
      "数值 logic sheet.not-a-share",
    ],
    [
      "an unknown kind",
      lanxi,
      (s) => s.set(s.row("lanxi.teacher.pass"), "类别", "及格线"),
      (s) => s.row("lanxi.teacher.pass"),
      "类别 logic sheet.kind-unknown",
    ],
    [
      "a kind left out",
      lanxi,
      (s) => s.set(s.row("lanxi.teacher.review"), "类别", null),
      (s) => s.values.findIndex((row) => row[0] === "lanxi.teacher.review"),
      "类别 logic sheet.kind-missing",
    ],
    [
      "an impossible date",
      lanxi,
      (s) => s.set(s.row("平台学习截止日期", "截止日期"), "内容", "2024-02-30"),
      (s) => s.row("平台学习截止日期", "截止日期"),
      "内容 logic sheet.not-a-date",
    ],
    [
      "an unknown rule",
      "zhaoqing-annual",
      (s) => s.set(s.row("公需课"), "所属", "zhaoqing.unknown"),
      (s) => s.row("公需课"),
      "所属 logic problem.rule-unknown",
    ],
    [
      "an unknown rule by name",
      "zhaoqing-annual",
      (s) => s.set(s.row("公需课"), "所属", "没有这条"),
      (s) => s.row("公需课"),
      "所属 logic problem.rule-unknown",
    ],
    [
      "an unknown parameter",
      lanxi,
      (s) => s.set(s.row("lanxi.cycle", "周期年数"), "参数", "周期长度"),
      (s) => s.row("lanxi.cycle", "周期长度"),
      "参数 logic sheet.parameter-unknown",
    ],
    [
      "persons that cannot be understood",
      "xiangxi-growth-plan",
      (s) => s.set(s.row("xiangxi.scope", "范围"), "适用人员", "老教师"),
      (s) => s.row("xiangxi.scope", "范围"),
      "适用人员 logic sheet.audience",
    ],
    [
      "a policy that extends itself",
      lanxi,
      (s) => s.insertBelow(s.row(lanxi), { 参数: "沿用政策", 内容: lanxi }),
      (s) => s.row(lanxi, "沿用政策"),
      "内容 logic extends.circular",
    ],
    [
      "a policy that extends an unknown one",
      lanxi,
      (s) => s.insertBelow(s.row(lanxi), { 参数: "沿用政策", 内容: "nowhere" }),
      (s) => s.row(lanxi, "沿用政策"),
      "内容 logic extends.unknown",
    ],
    [
      "overlapping bands",
      "plan1",
      (s) => s.set(s.row("每月读书", "分档", "40周岁以上"), "适用人员", "超过35岁"),
      (s) => s.row("每月读书", "分档", "40周岁以上"),
      "适用人员 logic sheet.bands-overlap",
    ],
    [
      "a gap between bands",
      "plan1",
      (s) => s.set(s.row("每月读书", "分档", "40周岁以上"), "适用人员", "超过45岁"),
      (s) => s.row("每月读书", "分档", "40周岁以上"),
      "适用人员 logic sheet.bands-gap",
    ],
    [
      "a chosen reading that is no option",
      lanxi,
      (s) => s.set(s.row("心得体会字数"), "选定口径", "随便"),
      (s) => s.row("心得体会字数"),
      "名称 logic problem.chosen-unknown",
    ],
    ["a clause left out", lanxi, (s) => s.set(s.row("心得体会"), "原文", null), (s) => s.row("心得体会"), "原文 logic problem.missing"],
  ])("%s", (_says, id, edit, row, rest) => {
    const sheet = edited(id, edit);
    const problems = problemsOf(sheet);
    expect(problems.slice(0, 1)).toEqual([at(row(sheet), rest)]);
    expect(problems.length).toBe(1);
  });

  test("the same number of a rule twice is told at the second", () => {
    const sheet = edited(lanxi, (each) => each.set(each.row("有效评课"), "规则编号", "lanxi.teacher.reflection"));
    expect(problemsOf(sheet)).toContain(`${String(sheet.row("有效评课") + 1)} 名称 logic problem.same-id`);
  });

  test("a rule that was deleted leaves its rows behind, and they are told", () => {
    const sheet = edited(lanxi, (each) => {
      each.values.splice(each.row("lanxi.cycle"), 1);
    });
    expect(problemsOf(sheet).some((problem) => problem.endsWith("参数 logic sheet.no-owner"))).toBe(true);
  });

  test("no row of the policy itself", () => {
    const sheet = edited(lanxi, (each) => {
      each.values = each.values.filter((row, row_) => row_ < 3 || row[0] !== null);
      each.values.splice(each.row(lanxi), 1);
    });
    expect(problemsOf(sheet)).toContain("3 类别 logic sheet.no-pack");
  });

  test("two policies in one sheet", () => {
    const sheet = edited(lanxi, (each) => each.insertBelow(20, { 规则编号: "other", 类别: "政策", 名称: "另一个" }));
    expect(problemsOf(sheet)).toContain("22 类别 logic sheet.two-packs");
  });

  test("what only needs putting right does not stop the policy's use; what cannot be read does", () => {
    expect(edited(lanxi, (each) => each.set(each.row("心得体会"), "数值", "20")).read().pack).toEqual(packCalled(lanxi));
    expect(edited(lanxi, (each) => each.set(each.row("心得体会"), "数值", "许多")).read().pack).toBeNull();
  });

  test("the words name the row, the rule, the column, what was found and what to do", () => {
    const reading = edited(lanxi, (each) => each.set(each.row("心得体会"), "数值", "许多")).read();
    const said = "problems" in reading ? reading.problems.map(({ message }) => saySheet(message)) : [];
    const row = new Sheet(packCalled(lanxi)).row("心得体会") + 1;
    expect(said).toEqual([`第${String(row)}行“心得体会”的“数值”填写的“许多”不是数。请只填数字，单位填在“单位”里。`]);
  });
});

describe("what is a rule sheet", () => {
  test("a written sheet is one", () => {
    expect(isRuleSheet(new Sheet(packCalled(lanxi)).values)).toBe(true);
  });

  test.each<[string, CellValue[][]]>([
    ["nothing", []],
    ["blank cells", [[null], []]],
    [
      "a table of scores",
      [
        ["序号", "姓名", "心得体会", "总分"],
        [1, "张三", 18, 89],
      ],
    ],
  ])("%s is none, and says so", (_says, values) => {
    expect(isRuleSheet(values)).toBe(false);
    const reading = packFromRows(values);
    expect(reading.pack).toBeNull();
    expect("problems" in reading ? reading.problems.map(({ message }) => message.id) : []).toEqual(["sheet.no-header"]);
  });
});
