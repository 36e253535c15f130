/** 肇庆 forms: year, log, cycle, cover, budget, filing, each in several hands. */
import type { Book } from "./book";
import { drawnBook, sheet } from "./drawn";
import { each, Planner } from "./fresh";

const policy = "zhaoqing-annual";

/** The year with differences to the task and a note column, total as a formula. */
export function yearWithGaps(seed: number): Book {
  const p = new Planner(seed);
  const who = p.people(16);
  const short = p.on("elective 8 said 合格");
  const admitted = p.on("public 24 said 未完成");
  const wrongSum = p.on("typed total wrong");
  const low = p.on("未完成 though complete");
  const error = p.on("formula error");
  const [done, undone] = p.chance.pick([
    ["完成", "未完成"],
    ["已完成", "未完成"],
    ["是", "否"],
    ["达标", "不达标"],
  ] as const);
  const body = each(who, ({ name }, i) => {
    const blocks = [30 + (i % 2) * 4, 42 + (i % 3) * 2, 18 + (i % 4) * 2];
    const sum = blocks.reduce((a, b) => a + b, 0);
    let cells = `${blocks.join("|")}|=SUM(E~:G~)→${sum}|${done}`;
    if (short && i === 2) cells = `40|42|8{hours.block-short:logic}|=SUM(E~:G~)→90|${done}`;
    if (admitted && i === 4) cells = `24{hours.block-short:experience}|42|24|=SUM(E~:G~)→90|${undone}`;
    if (wrongSum && i === 6) cells = `30|42|18|92{hours.total-mismatch,?formula.overtyped}|${done}`;
    if (low && i === 8) cells = `30|42|18|=SUM(E~:G~)→90|${undone}{claim.understated}`;
    if (error && i === 10) cells = `30|42|18|=SUM(#REF!)→#REF!{cell.formula-error}|${done}`;
    return `R ${i + 1}|端州区第八小学|${name}|${["语文", "数学", "英语"][i % 3] ?? ""}|${cells}|`;
  });
  return drawnBook({
    name: `2024年度继续教育统计${seed}`,
    kind: p.kind(),
    policy,
    says: p.says,
    sheets: [
      sheet(p.pick("统计表", "2024", "Sheet1"), [
        "- 肇庆市端州区第八小学2024年教师全员培训学时统计表|<|<|<|<|<|<|<|<|<",
        `H 序号|${p.pick("学校", "单位")}|姓名|学科|${p.pick("公需课", "公需科目", "公需课（30学时）")}|${p.pick("专业课", "专业科目", "专业课（42学时）")}|${p.pick("个人选修课", "选修课", "个人选修科目（18学时）")}|${p.pick("合计", "总学时", "学时合计")}|${p.pick("是否完成", "完成情况", "是否完成年度任务")}|备注`,
        "K hours-year number|school|name|subject|zhaoqing.annual.public|zhaoqing.annual.professional|zhaoqing.annual.elective|total|claim|note",
        body,
        `- |合计|||=SUM(E3:E18)|=SUM(F3:F18)|=SUM(G3:G18)|||`.replace(/=SUM\([A-Z0-9:]+\)/g, ""),
        "- 经办人：陈小霞|||||学校盖章：",
      ]),
    ],
  });
}

/** A log with start and end, days and hours, in merged runs of names. */
export function logWithDays(seed: number): Book {
  const p = new Planner(seed);
  const who = p.people(7);
  const quarter = p.on("2.25 days");
  const wrong = p.on("2 days, 14 hours");
  const unreadable = p.on("date that is none");
  const future = p.on("date in the future");
  const trainings = [
    ["师德师风专题培训", "公需课", "线上学习", 2, 16],
    ["新课标学科培训", "专业课", "集中培训", 2.5, 20],
    ["校本研修（磨课）", "个人选修课", "校本研修", 0.5, 4],
  ] as const;
  const lines: string[] = [];
  who.forEach(({ name }, i) => {
    trainings.forEach(([title, category, mode, days, hours], k) => {
      let time = `${days}|${hours}`;
      let date = `@2024-${3 + i}-${5 + k * 6}`;
      if (quarter && i === 1 && k === 1) time = "2.25{hours.not-half-days}|18{?hours.total-mismatch,?hours.credit-mismatch}";
      if (wrong && i === 2 && k === 0) time = "2|14{hours.credit-mismatch}";
      if (unreadable && i === 3 && k === 2) date = "暑假{date.unreadable}";
      if (future && i === 4 && k === 0) date = "@2026-7-5{date.future,?date.outside-period}";
      lines.push(`R ${k === 0 ? i + 1 : "^"}|${k === 0 ? name : "^"}|${title}|${category}|${mode}|${date}|${time}|肇庆市教师发展中心`);
    });
  });
  return drawnBook({
    name: `培训学时登记${seed}`,
    kind: p.kind("xlsx", "xls", "et"),
    policy,
    says: p.says,
    sheets: [
      sheet("登记", [
        "- 教师培训学时登记台账|<|<|<|<|<|<|<|<",
        `H 序号|姓名|${p.pick("培训项目", "培训名称", "培训项目名称")}|${p.pick("课程类别", "学时类别", "科目类别")}|${p.pick("培训方式", "培训形式")}|${p.pick("培训时间", "培训日期", "开始日期")}|${p.pick("天数", "培训天数")}|${p.pick("学时", "学时数", "折算学时")}|${p.pick("主办单位", "培训机构", "承办单位")}`,
        "K hours-log number|name|project|category|*|date|days|hours|*",
        lines.join("\n"),
      ]),
    ],
  });
}

/** Five years of 90. */
export function cycle(seed: number): Book {
  const p = new Planner(seed);
  const who = p.people(10);
  const year = p.on("one year 80, said 完成");
  const total = p.on("440 said 未完成");
  const sum = p.on("total wrong");
  const body = each(who, ({ name, sex }, i) => {
    let cells = `90|92|90|96|90|458|完成`;
    if (year && i === 1) cells = "90|110|80|90|90|460{hours.cycle-short:logic}|完成";
    if (total && i === 3) cells = "90|90|80{?hours.block-short,?hours.cycle-short}|90|90|440{hours.cycle-short:experience}|未完成";
    if (sum && i === 5) cells = "90|90|90|90|90|455{hours.total-mismatch}|完成";
    return `R ${i + 1}|${name}|${sex}|鼎湖区逸夫小学|${cells}`;
  });
  return drawnBook({
    name: `周期${seed}`,
    kind: p.kind(),
    policy,
    says: p.says,
    sheets: [
      sheet("五年周期", [
        "- 鼎湖区教师继续教育五年周期（2020—2024年）学时一览表|<|<|<|<|<|<|<|<|<",
        `H 序号|姓名|性别|学校|2020|2021|2022|2023|2024|${p.pick("五年累计", "合计")}|${p.pick("完成情况", "周期任务完成情况")}`,
        "K hours-cycle number|name|sex|school|year1|year2|year3|year4|year5|total|claim",
        body,
      ]),
    ],
  });
}

/** Cover of counties: one table a level, one under the other. */
export function coverStacked(seed: number): Book {
  const p = new Planner(seed);
  const counties = [
    ["端州区", 5200, 0.8],
    ["怀集县", 4100, 0.7],
    ["德庆县", 2333, 0.7],
    ["四会市", 3877, 0.8],
  ] as const;
  const short = p.on("端州区 short, said 完成");
  const admitted = p.on("怀集县 short, said 未完成");
  const low = p.on("德庆县 met, said 未完成");
  const county = each(counties, ([place, whole, share], i) => {
    const need = Math.ceil(whole * share - 1e-9);
    let cells = `${need + i}|${((need + i) / whole).toFixed(4)}|完成`;
    if (short && i === 0) cells = `${need - 10}{quota.short:logic}|%${((need - 10) / whole).toFixed(4)}|完成`;
    else if (admitted && i === 1) cells = `${need - 1}{quota.short:experience}|%${((need - 1) / whole).toFixed(4)}|未完成`;
    else if (low && i === 2) cells = `${need}|%${(need / whole).toFixed(4)}|未完成{claim.understated}`;
    else cells = `${need + i}|%${((need + i) / whole).toFixed(4)}|完成`;
    return `R ${i + 1}|${place}|县级培训|${whole}|${cells}`;
  });
  return drawnBook({
    name: `培训任务完成${seed}`,
    kind: p.kind(),
    policy,
    says: p.says,
    sheets: [
      sheet("任务完成情况", [
        "- 2024年县（市、区）级教师全员培训任务完成情况表|<|<|<|<|<|<",
        `H 序号|${p.pick("县（市、区）", "县区", "地区")}|培训级别|${p.pick("教师总人数", "教师总数", "应训人数")}|${p.pick("参训人数", "已培训人数", "实训人数")}|${p.pick("培训比例", "比例", "完成率")}|${p.pick("是否完成", "是否达标")}`,
        "K quota number|place|project/category|whole|part|share|claim",
        county,
      ]),
    ],
  });
}

/** Money: government's 2 % of wages, schools' 10 % of the public budget, on two sheets. */
export function money(seed: number): Book {
  const p = new Planner(seed);
  const short = p.on("government 1.9 %, said 达标");
  const school = p.on("school 9 %, said so");
  const text = p.on("amount as text");
  const noBase = p.on("base is 待定");
  const schoolRows = each(["河苑小学", "第五小学", "实验中学", "百花中学"], (name, i) => {
    const base = 400000 + i * 55000;
    let cells = `${base}|${base / 10 + i * 100}|是`;
    if (school && i === 1) cells = `${base}|${base * 0.09}{budget.short:experience}|否`;
    if (text && i === 2) cells = `${base}|'${base / 10}元{cell.text-number}|是`;
    if (noBase && i === 3) cells = `待定{cell.not-a-number}|${base / 10}|是{?claim.understated}`;
    return `R ${i + 1}|${name}|${cells}`;
  });
  return drawnBook({
    name: `培训经费${seed}`,
    kind: p.kind(),
    policy,
    says: p.says,
    sheets: [
      sheet("学校经费", [
        "- 2024年各学校教师培训经费安排情况表|<|<|<|<",
        "- ||||单位：元",
        `H 序号|学校|${p.pick("年度公用经费预算总额", "公用经费预算总额")}|${p.pick("教师培训经费", "安排教师培训经费")}|${p.pick("是否达标", "是否达到10%")}`,
        "K budget number|school|base|amount|claim",
        schoolRows,
      ]),
      sheet("政府经费", [
        "- 2024年教师继续教育经费安排情况表（单位：万元）|<|<|<|<",
        `H 序号|县（市、区）|教师工资总额|${p.pick("教师继续教育经费", "安排继续教育经费")}|是否达标`,
        "K budget number|place|base|amount|claim",
        "R 1|端州区|52000|1040|达标",
        short ? "R 2|广宁县|31000|589{budget.short:logic}|达标" : "R 2|广宁县|31000|620|达标",
        "R 3|四会市|36500.5|731|达标",
      ]),
    ],
  });
}

/** Filing of projects before 25 January and 25 July. */
export function filing(seed: number): Book {
  const p = new Planner(seed);
  const late = p.on("26 July");
  const unreadable = p.on("no date");
  const body = each(["校长任职培训", "骨干教师提升班", "新教师岗前培训", "紧缺学科教师培训", "班主任能力提升"], (name, i) => {
    let date = i % 2 === 0 ? `@2024-1-${15 + i * 2}` : `@2024-7-${20 + i}`;
    if (late && i === 1) date = "@2024-7-26{date.late}";
    if (unreadable && i === 2) date = "一月中旬{date.unreadable}";
    return `R ${i + 1}|${name}|高要区教师发展中心|${date}|`;
  });
  return drawnBook({
    name: `项目报批${seed}`,
    kind: p.kind(),
    policy,
    asOf: "2024-12-31",
    says: p.says,
    sheets: [
      sheet("项目报批", [
        "- 高要区2024年教师培训项目申报一览表|<|<|<|<",
        `H 序号|${p.pick("培训项目", "项目名称", "申报项目")}|申报单位|${p.pick("报批日期", "申报日期", "报送日期")}|备注`,
        "K submissions number|project|school|date|note",
        body,
      ]),
    ],
  });
}
