/**
 * A policy that nobody here knew (松岭县): written from the schema alone, as a pack and as a rule sheet, with no change to
 * code. Its worked examples hold in functions, and in the check of the forms that its clerks would fill in.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkWorkbook } from "../../src/check/check";
import { runExamples } from "../../src/functions/examples";
import * as kaohe from "../../src/functions/functions";
import { packs } from "../../src/policy/library";
import { parsePack } from "../../src/policy/load";
import type { Pack } from "../../src/policy/schema";
import { valuesOf } from "../../src/policy/sheet/plan";
import { packFromRows } from "../../src/policy/sheet/read";
import { packToRows } from "../../src/policy/sheet/write";
import type { CellValue } from "../../src/values/cell";
import { workbookOf, type CellContent, type Form } from "./forms";

function packIn(text: string): Pack {
  const parsed = parsePack(text);
  if ("problems" in parsed) throw new Error(parsed.problems.map((problem) => problem.text).join("\n"));
  return parsed.ok;
}

const songling = packIn(readFileSync(join(__dirname, "songling.json"), "utf8"));
const source = readFileSync(join(__dirname, "松岭县教师培训学时管理办法.txt"), "utf8").replace(/\s/gu, "");
const sheet = valuesOf(packToRows(songling));

test("每条规则引的都是原文里的话", () => {
  expect(songling.rules.filter((rule) => !source.includes(rule.clause.quote.replace(/\s/gu, "")))).toEqual([]);
});

test("写成规则表，读回来是同一个政策", () => {
  expect(packFromRows(sheet)).toEqual({ pack: songling });
});

test.each(runExamples(songling).map((result) => [result.example.says, result] as const))("函数：%s", (_says, result) => {
  expect(result.got).toEqual(result.example.gives);
  expect(result.agrees).toBe(true);
});

test("函数按行计算，一行有错不影响别的行", () => {
  const hours = kaohe.trainingHours(sheet, [[2.5], [7], [2.3], [40]], [["集中培训天"], ["集中培训天"], ["集中培训天"], ["网络研修小时"]]);
  expect(hours).toEqual([[20], [48], [expect.any(Error)], [20]]);
});

test("依据写出文件、条款和原文", () => {
  expect(kaohe.clause(sheet, "网络研修折算")).toBe("《松岭县中小学教师培训学时管理办法（试行）》第二条（二）：“网络研修每小时计0.5学时”");
});

test("每一步都写出来：两个板块各自封顶", () => {
  const steps = kaohe.explain(sheet, "五年周期学时", [[60, 60, 60, 60, 60, 24, 24, 24, 24, 24]]);
  expect(steps).toBe(
    "集中培训 60+60+60+60+60=300 → 240 ≥ 160；非集中培训 24+24+24+24+24=120 < 200；240+120=360 → 计入 360 学时，还差 80 学时（第一条）",
  );
});

/** The rule sheet with some cells changed: name of the rule, parameter ("" for its own row), column, new value. */
function edited(changes: readonly (readonly [string, string, string, CellValue])[]): CellValue[][] {
  const rows = sheet.map((row) => [...row]);
  const header = rows[2] ?? [];
  const at = (name: string): number => header.indexOf(name);
  for (const [rule, parameter, column, value] of changes) {
    const first = rows.findIndex((row) => row[at("名称")] === rule);
    const place = parameter === "" ? first : rows.findIndex((row, index) => index > first && row[at("参数")] === parameter);
    const row = rows[place];
    if (first < 0 || row === undefined) throw new Error(rule + parameter);
    row[at(column)] = value;
  }
  return rows;
}

describe("改规则表，结果立即跟着变", () => {
  test("一次最多计 48 改为 56", () => {
    const changed = edited([["集中培训折算", "每次最多", "数值", 56]]);
    expect([kaohe.trainingHours(sheet, [[8]], [["集中培训天"]]), kaohe.trainingHours(changed, [[8]], [["集中培训天"]])]).toEqual([48, 56]);
  });

  test("非集中每年最多计 60 改为 40", () => {
    const changed = edited([["非集中培训", "板块每年最多", "数值", 40]]);
    const years = [[32, 32, 32, 32, 32, 60, 40, 40, 40, 40]];
    expect([kaohe.cycleHours(sheet, years), kaohe.cycleHours(changed, years)]).toEqual([380, 360]);
  });

  test("合格线改为 70", () => {
    const changed = edited([["集中培训合格线", "", "数值", 70]]);
    expect([kaohe.passed(sheet, "songling.pass", [[65]]), kaohe.passed(changed, "songling.pass", [[65]])]).toEqual(["合格", "不合格"]);
  });

  test("本地加一条加分：填类别、名称、数值即可，函数和检查都用上", async () => {
    const header = sheet[2] ?? [];
    const row = header.map((name) => (name === "类别" ? "奖励加分" : name === "名称" ? "优秀学员" : name === "数值" ? 5 : null));
    const { pack } = packFromRows([...sheet, row]);
    if (pack === null) throw new Error("not read");
    expect(kaohe.teacherScore([...sheet, row], [[30, 20, 7]], [[1, 1]])).toBe(65);
    const form: Form = {
      name: "考核",
      title: "松岭县集中培训考核表",
      header: [["序号", "姓名", "单位", "出勤", "研修作业", "结业测试", "示范课次数", "优秀学员次数", "总分", "结果"]],
      rows: [
        [1, "赵明", "一小", 30, 20, 7, 1, 1, 65, "合格"],
        [2, "钱红", "一小", 30, 20, 7, 0, 1, 57, "不合格"],
      ],
    };
    expect(await found([form], [pack])).toEqual([
      "logic score.total-mismatch 考核!I4 57→62",
      "logic score.result-mismatch 考核!J4 不合格→合格",
    ]);
  });
});

/** What the check says, without what it only mentions: level code sheet!cell value→expected. */
async function found(forms: readonly Form[], policies: readonly Pack[] = [songling]): Promise<string[]> {
  const report = checkWorkbook(await workbookOf(forms), policies, { asOf: "2025-12-31" });
  return report.findings
    .filter(({ level }) => level !== "info")
    .map(({ level, code, sheet: name, cell, value, expected }) => `${level} ${code} ${name}!${cell} ${String(value)}→${String(expected)}`);
}

const LOG = ["序号", "姓名", "单位", "培训时间", "培训项目", "培训类别"];

function log(measures: readonly string[], rows: readonly (readonly CellContent[])[]): Form {
  return { name: "登记", title: "松岭县教师培训学时登记表", header: [[...LOG, ...measures]], rows };
}

describe("学时登记", () => {
  test("按天登记的集中培训：封顶、缺勤、算错、不是半天的整倍数", async () => {
    const form = log(
      ["天数", "缺勤天数", "学时"],
      [
        [1, "赵明", "一小", "2024-03-01", "骨干研修", "集中培训", 2.5, 0, 20],
        [2, "赵明", "一小", "2024-04-01", "学科研修", "县级集中培训", 7, 0, 56],
        [3, "钱红", "一小", "2024-04-01", "学科研修", "集中培训", 5, 1, 40],
        [4, "钱红", "一小", "2024-05-01", "学科研修", "集中培训", 6, 1, 48],
        [5, "孙力", "一小", "2024-05-01", "学科研修", "集中培训", 3, null, 20],
        [6, "孙力", "一小", "2024-06-01", "学科研修", "集中培训", 2.3, null, 18],
        [7, "李好", "一小", "2024-06-01", "学科研修", "集中培训", 10, 0, 48],
      ],
    );
    expect(await found([form])).toEqual([
      "logic hours.credit-mismatch 登记!I5 40→0",
      "logic hours.credit-mismatch 登记!I7 20→24",
      "logic hours.not-half-days 登记!G8 2.3→null",
      "experience hours.cap-exceeded 登记!I4 56→48",
    ]);
  });

  test("数量和单位分两栏：各类各按自己的标准折算", async () => {
    const form = log(
      ["数量", "计量单位", "缺勤数量", "学时"],
      [
        [1, "赵明", "一小", "2024-03-01", "网课", "网络研修", 30, "小时", 0, 15],
        [2, "赵明", "一小", "2024-04-01", "网课", "网络研修", 50, "小时", 0, 25],
        [3, "钱红", "一小", "2024-04-01", "备课", "校本研修", 3, "次", 0, 6],
        [4, "钱红", "一小", "2024-05-01", "磨课", "校本研修", 5, "次", 1, 10],
        [5, "孙力", "一小", "2024-05-01", "骨干", "集中培训", 3, "半天", 0, 12],
        [6, "孙力", "一小", "2024-05-01", "骨干", "集中培训", 3, "天", 0, 12],
      ],
    );
    expect(await found([form])).toEqual([
      "logic hours.credit-mismatch 登记!J6 10→0",
      "logic hours.credit-mismatch 登记!J8 12→24",
      "experience hours.cap-exceeded 登记!J4 25→20",
    ]);
  });

  test("校本研修 2.5 次：不是整次，说的是次，不是半天", async () => {
    const form = log(["次数", "学时"], [[1, "赵明", "一小", "2024-03-01", "备课", "校本研修", 2.5, 5]]);
    const report = checkWorkbook(await workbookOf([form]), [songling], { asOf: "2025-12-31" });
    expect(report.findings.filter(({ level }) => level === "logic").map(({ cell, message }) => [cell, message])).toEqual([
      ["G3", "赵明的 2.5 次不是 1 次的整倍数，不能折算学时，请改正"],
    ]);
  });

  test("单位写在表头里；缺勤另用学时计", async () => {
    const form = log(
      ["时长（小时）", "缺勤学时", "学时"],
      [
        [1, "赵明", "一小", "2024-03-01", "网课", "网络研修", 30, 2, 15],
        [2, "赵明", "一小", "2024-04-01", "网课", "网络研修", 30, 3, 15],
      ],
    );
    expect(await found([form])).toEqual(["logic hours.credit-mismatch 登记!I4 15→0"]);
  });

  test("只有学时和认定学时：认定的受一次封顶和缺勤约束", async () => {
    const form = log(
      ["学时", "缺勤学时", "计入学时"],
      [
        [1, "赵明", "一小", "2024-03-01", "骨干", "集中培训", 56, 0, 48],
        [2, "钱红", "一小", "2024-03-01", "骨干", "集中培训", 56, 0, 56],
        [3, "孙力", "一小", "2024-03-01", "骨干", "集中培训", 40, 8, 40],
        [4, "李好", "一小", "2024-03-01", "骨干", "集中培训", 40, 7, 40],
      ],
    );
    expect(await found([form])).toEqual(["logic hours.credit-mismatch 登记!I5 40→0", "experience hours.cap-exceeded 登记!I4 56→48"]);
  });

  test("非集中培训一年计到 60 为止：超过的那一次被指出，另一年、另一个人、集中培训不受影响", async () => {
    const online = (number: number, name: string, date: string, hours: number): CellContent[] => [
      number,
      name,
      "一小",
      date,
      `网课${String(number)}`,
      "网络研修",
      hours * 2,
      hours,
    ];
    const form = log(
      ["时长（小时）", "学时"],
      [
        online(1, "赵明", "2024-03-01", 20),
        online(2, "赵明", "2024-04-01", 20),
        online(3, "赵明", "2024-05-01", 20),
        online(4, "赵明", "2024-06-01", 15),
        online(5, "赵明", "2025-03-01", 20),
        online(6, "钱红", "2024-03-01", 20),
      ],
    );
    expect(await found([form])).toEqual(["experience hours.cap-exceeded 登记!H6 75→60"]);
  });

  test("一个周期计到 260 为止", async () => {
    const rows = [2021, 2022, 2023, 2024, 2025].flatMap((year) =>
      [20, 20, 20].map((hours, index): CellContent[] => [
        index,
        "赵明",
        "一小",
        `${String(year)}-0${String(index + 1)}-01`,
        `课${String(year)}${String(index)}`,
        "网络研修",
        hours * 2,
        hours,
      ]),
    );
    expect(await found([log(["时长（小时）", "学时"], rows)])).toEqual(["experience hours.cap-exceeded 登记!H16 300→260"]);
  });
});

test("各类合在一起每年最多计多少、某一类每年最多计多少，也能写进政策，不用改程序", async () => {
  const more = packIn(
    JSON.stringify({
      ...songling,
      rules: songling.rules.map((rule) => {
        if (rule.kind === "cycle") return { ...rule, capPerYear: 100 };
        return rule.id === "songling.online" ? { ...rule, capPerYear: 30 } : rule;
      }),
      examples: [],
    }),
  );
  const range = valuesOf(packToRows(more));
  expect(kaohe.cycleHours(range, [[80, 40, 40, 40, 40, 60, 40, 40, 40, 40]])).toBe(420);
  expect(kaohe.cycleHours(range, [[120, 80, 80, 80, 80]])).toBe(420);
  const form = log(
    ["天数", "时长（小时）", "学时"],
    [
      [1, "赵明", "一小", "2024-03-01", "网课一", "网络研修", null, 40, 20],
      [2, "赵明", "一小", "2024-04-01", "网课二", "网络研修", null, 40, 20],
      [3, "赵明", "一小", "2024-05-01", "骨干一", "集中培训", 5, null, 40],
      [4, "赵明", "一小", "2024-06-01", "骨干二", "集中培训", 3, null, 24],
    ],
  );
  expect(await found([form], [more])).toEqual([
    "experience hours.cap-exceeded 登记!I4 40→30",
    "experience hours.cap-exceeded 登记!I6 104→100",
  ]);
});

const YEARS = ["2021年", "2022年", "2023年", "2024年", "2025年"];
const WHO = ["序号", "姓名", "单位"];
const NONE: readonly null[] = [null, null, null, null, null];

const BY_BLOCK: Form["header"] = [
  [...WHO, "集中培训", ...NONE, "非集中培训", ...NONE, "合计", "计入学时", "是否完成"],
  [null, null, null, ...YEARS, "小计", ...YEARS, "小计", null, null, null],
];

const TITLE = "松岭县教师五年周期学时汇总表";

describe("周期汇总", () => {
  test("两个板块各列五年：年度封顶、板块不足、写低了、小计算错", async () => {
    const form: Form = {
      name: "周期",
      title: TITLE,
      header: BY_BLOCK,
      rows: [
        [1, "赵明", "一小", 40, 40, 40, 40, 40, 200, 70, 60, 50, 30, 20, 230, 430, 420, "是"],
        [2, "钱红", "一小", 30, 30, 30, 30, 30, 150, 60, 60, 60, 60, 20, 260, 410, 410, "是"],
        [3, "孙力", "一小", 40, 40, 40, 40, 40, 200, 70, 60, 50, 30, 20, 230, 430, 430, "是"],
        [4, "李好", "一小", 40, 40, 40, 40, 40, 200, 60, 60, 50, 30, 20, 220, 420, 420, "否"],
        [5, "周进", "一小", 40, 40, 40, 40, 40, 190, 60, 60, 50, 30, 20, 220, 420, 420, "是"],
        [6, "吴平", "一小", 20, 20, 20, 20, 20, 100, 60, 60, 60, 60, 60, 300, 400, 360, "否"],
      ],
    };
    expect(await found([form])).toEqual([
      "logic hours.cycle-short 周期!I5 150→160",
      "logic hours.total-mismatch 周期!I8 190→200",
      "experience hours.cap-exceeded 周期!Q6 430→420",
      "experience claim.understated 周期!R7 否→null",
      "experience hours.cycle-short 周期!I9 100→160",
    ]);
  });

  test("年份在上、板块在下，一样读得出", async () => {
    const blocks = ["集中培训", "非集中培训"];
    const form: Form = {
      name: "周期",
      title: TITLE,
      header: [
        [...WHO, ...YEARS.flatMap((year) => [year, null]), "合计", "计入学时"],
        [null, null, null, ...YEARS.flatMap(() => blocks), null, null],
      ],
      rows: [
        [1, "赵明", "一小", 40, 70, 40, 60, 40, 50, 40, 30, 40, 20, 430, 420],
        [2, "钱红", "一小", 40, 70, 40, 60, 40, 50, 40, 30, 40, 20, 430, 430],
      ],
    };
    expect(await found([form])).toEqual(["experience hours.cap-exceeded 周期!O5 430→420"]);
  });

  test("只有两个板块的合计", async () => {
    const form: Form = {
      name: "周期",
      title: TITLE,
      header: [[...WHO, "集中培训", "非集中培训", "合计", "计入学时", "是否完成"]],
      rows: [
        [1, "赵明", "一小", 160, 200, 360, 360, "是"],
        [2, "钱红", "一小", 150, 250, 400, 400, "是"],
        [3, "孙力", "一小", 200, 270, 470, 470, "是"],
        [4, "李好", "一小", 159.99, 200.01, 360, 360, "否"],
      ],
    };
    expect(await found([form])).toEqual([
      "logic hours.cycle-short 周期!D4 150→160",
      "experience hours.cap-exceeded 周期!G5 470→460",
      "experience hours.cycle-short 周期!D6 159.99→160",
    ]);
  });

  test("只有五年的总数：按 360 判断", async () => {
    const form: Form = {
      name: "周期",
      title: TITLE,
      header: [[...WHO, ...YEARS, "合计", "是否完成"]],
      rows: [
        [1, "赵明", "一小", 80, 80, 80, 80, 40, 360, "是"],
        [2, "钱红", "一小", 60, 60, 60, 60, 60, 300, "是"],
      ],
    };
    expect(await found([form])).toEqual(["logic hours.cycle-short 周期!I4 300→360"]);
  });

  test("没有完成的人，报告里写明不得评优", async () => {
    const form: Form = {
      name: "周期",
      title: TITLE,
      header: [[...WHO, ...YEARS, "合计"]],
      rows: [[1, "钱红", "一小", 60, 60, 60, 60, 60, 300]],
    };
    const report = checkWorkbook(await workbookOf([form]), [songling], { asOf: "2025-12-31" });
    const stated = report.findings.filter(({ code }) => code === "consequence.stated");
    expect(stated.map(({ message }) => message)).toEqual(["钱红：周期学时没有完成，当年度考核不得评为优秀等次。"]);
  });
});

describe("年度汇总：办法没有规定一年的任务，只规定一年最多计多少", () => {
  const yearly = packIn(
    JSON.stringify({
      ...songling,
      tables: [...songling.tables, { kind: "hours-year", name: "年度学时汇总表", rules: ["songling.cycle"] }],
    }),
  );
  const form = (rows: Form["rows"]): Form => ({
    name: "年度",
    title: "松岭县2024年度学时汇总表",
    header: [[...WHO, "集中培训", "非集中培训", "合计", "计入学时"]],
    rows,
  });

  test("非集中一年只计 60：多计的、少计的、合计加错的", async () => {
    const rows = [
      [1, "赵明", "一小", 40, 80, 120, 100],
      [2, "钱红", "一小", 40, 80, 120, 120],
      [3, "孙力", "一小", 40, 50, 90, 80],
      [4, "李好", "一小", 40, 50, 95, 90],
    ];
    expect(await found([form(rows)], [yearly])).toEqual([
      "logic hours.credit-mismatch 年度!G5 80→90",
      "logic hours.total-mismatch 年度!F6 95→90",
      "experience hours.cap-exceeded 年度!G4 120→100",
    ]);
  });

  test("与登记对不上：指出汇总的那一格", async () => {
    const trainings = log(
      ["时长（小时）", "学时"],
      [
        [1, "赵明", "一小", "2024-03-01", "网课一", "网络研修", 40, 20],
        [2, "赵明", "一小", "2024-04-01", "网课二", "网络研修", 30, 15],
        [3, "钱红", "一小", "2024-04-01", "网课二", "网络研修", 30, 15],
      ],
    );
    const rows = [
      [1, "赵明", "一小", 0, 35, 35, 35],
      [2, "钱红", "一小", 0, 20, 20, 20],
    ];
    expect(await found([trainings, form(rows)], [yearly])).toEqual(["logic hours.ledger-mismatch 年度!E4 20→15"]);
  });
});

test("登记与周期汇总对不上：指出汇总的那一格；登记多出来的部分，汇总按封顶写也对", async () => {
  const online = (number: number, name: string, date: string, hours: number): CellContent[] => [
    number,
    name,
    "一小",
    date,
    `网课${String(number)}`,
    "网络研修",
    hours * 2,
    hours,
  ];
  const trainings = ["赵明", "钱红", "孙力"].flatMap((name) =>
    [1, 2, 3, 4].map((month) => online(month, name, `2024-0${String(month)}-01`, 20)),
  );
  const cycle: Form = {
    name: "周期",
    title: TITLE,
    header: BY_BLOCK,
    rows: [
      [1, "赵明", "一小", 40, 40, 40, 0, 40, 160, 40, 40, 40, 80, 40, 240, 400, 380, "是"],
      [2, "钱红", "一小", 40, 40, 40, 0, 40, 160, 40, 40, 40, 60, 40, 220, 380, 380, "是"],
      [3, "孙力", "一小", 40, 40, 40, 0, 40, 160, 40, 40, 40, 50, 40, 210, 370, 370, "是"],
    ],
  };
  expect(await found([log(["时长（小时）", "学时"], trainings), cycle])).toEqual(["logic hours.ledger-mismatch 周期!M6 50→80"]);
});

test("和自带的政策放在一起，也能认出是松岭的表", async () => {
  const form: Form = {
    name: "周期",
    title: TITLE,
    header: [[...WHO, "集中培训", "非集中培训", "合计"]],
    rows: [[1, "赵明", "一小", 160, 200, 360]],
  };
  const report = checkWorkbook(await workbookOf([form]), [...packs, songling], { asOf: "2025-12-31" });
  expect(report.policies).toEqual(["songling-hours"]);
});

test("规则表就在工作簿里：不用另选政策，按它检查", async () => {
  const form: Form = {
    name: "周期",
    title: TITLE,
    header: [[...WHO, "集中培训", "非集中培训", "合计"]],
    rows: [[1, "赵明", "一小", 150, 210, 360]],
  };
  const workbook = await workbookOf([form], (book) => book.addWorksheet("考核规则").addRows(sheet.map((row) => [...row])));
  const report = checkWorkbook(workbook, packs, { asOf: "2025-12-31" });
  expect(report.policies).toEqual(["songling-hours"]);
  expect(
    report.findings.filter(({ code }) => code === "hours.cycle-short").map(({ cell, value, expected }) => [cell, value, expected]),
  ).toEqual([["D3", "150", "160"]]);
});
