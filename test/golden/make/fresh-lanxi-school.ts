/** 兰西 forms of whole schools and of the county: school rubric, hours of a term and of five years, logs, material lists, blank forms. */
import type { Book } from "./book";
import { drawnBook, sheet } from "./drawn";
import { each, Planner } from "./fresh";
import { round2 } from "./scene";

const policy = "lanxi-2024-autumn";
const schools = ["兰西县第一中学", "兰西县第二中学", "兰西县实验小学", "榆林镇中心学校", "临江镇中心小学", "平山镇中学", "红光镇中心校", "康荣镇中心幼儿园"];

/** The county's sheet of all schools: item points, bonus counts, total, rank, the bureau's conversion. */
export function countySchools(seed: number): Book {
  const p = new Planner(seed);
  const byTimes = p.chance.chance(0.5);
  const wrongItem = p.on("central training 11");
  const wrongTotal = p.on("total wrong");
  const noItem = p.on("materials blank");
  const average = p.on("teacher average above 60");
  const order = p.chance.shuffle([0, 1, 2, 3, 4, 5, 6, 7]);
  const body = each(order, (at, i) => {
    const host = i % 3;
    const lent = i % 2;
    const avg = round2(48.6 + i * 1.17);
    const items = [10, 9, avg, 9.5, 8];
    let total = round2(items.reduce((a, b) => a + b, 0) + host * 2 + lent);
    const cells = items.map(String);
    let mark = "";
    if (wrongItem && i === 1) {
      cells[1] = "11{score.out-of-range}";
      total = round2(total + 2);
      mark = "{?score.total-mismatch}";
    }
    if (wrongTotal && i === 3) {
      total = round2(total + 1);
      mark = "{score.total-mismatch}";
    }
    if (noItem && i === 5) {
      cells[4] = "{score.missing}";
      total = round2(total - 8);
    }
    if (average && i === 6) {
      cells[2] = "63{score.out-of-range}";
      mark = "{?score.total-mismatch}";
    }
    return `R ${i + 1}|${schools[at] ?? ""}|${cells.join("|")}|${byTimes ? host : host * 2}|${lent}||${total}${mark}|`;
  });
  return drawnBook({
    name: `各校考核${seed}`,
    kind: p.kind(),
    policy,
    says: p.says,
    sheets: [
      sheet(p.pick("单位考核", "汇总", "Sheet1"), [
        "- 兰西县2024-2025学年度上学期各单位教师培训工作考核汇总表|<|<|<|<|<|<|<|<|<|<|<",
        "- 兰西县教师进修学校师训部|||||||||2025年1月6日||",
        "H 序号|单位名称|考核项目|<|<|<|<|奖励加分|<|<|总分|名次",
        `H ^|^|${p.pick("计划总结（10分）", "培训计划和总结上传（10分）")}|${p.pick("参加集中培训（10分）", "集中培训及二次培训（10分）")}|${p.pick("教师平均分（60分）", "教师学期培训得分平均分（60分）")}|${p.pick("外派任务（10分）", "外派培训任务完成情况（10分）")}|${p.pick("材料上报（10分）", "培训材料上报（10分）")}|${byTimes ? "提供现场次数" : "提供现场加分"}|${byTimes ? "派出人次" : "派出人员加分"}|临时性工作加分|^|^`,
        "K school-assessment number|school|lanxi.school.plan-summary|lanxi.school.central-training|lanxi.school.teacher-average|lanxi.school.dispatch|lanxi.school.materials|lanxi.school.bonus.host|lanxi.school.bonus.dispatch|lanxi.school.bonus.task|total|",
        body,
        "- 制表人：周敏|||||复核：吴立新",
      ]),
      sheet("Sheet2", []),
    ],
  });
}

/** One school's own workbook: cover, roster, scores, its own school form with the average taken from the scores. */
export function ownWorkbook(seed: number): Book {
  const p = new Planner(seed);
  const who = p.people(9);
  const school = "红光镇中心校";
  const wrongMean = p.on("teacher average not what the scores give");
  const stranger = p.on("someone who is not in the roster");
  const totals = who.map((_, i) => 70 + i * 3);
  const mean = totals.reduce((a, b) => a + b, 0) / totals.length;
  const item = round2(mean * 0.6);
  const given = wrongMean ? round2(item + 1.5) : item;
  const other = "诸葛孔明";
  const scores = each(who, (one, i) => {
    const rest = (totals[i] ?? 0) - 60;
    const parts = [20, 20, 20, Math.min(20, rest), Math.max(0, rest - 20)];
    return `R ${i + 1}|${stranger && i === 4 ? `${other}{person.not-in-roster}` : one.name}|${parts.join("|")}||${totals[i] ?? 0}|合格|24`;
  });
  return drawnBook({
    name: `${school}培训材料${seed}`,
    kind: p.kind(),
    policy,
    says: p.says,
    sheets: [
      sheet("封面", ["-", "- 兰西县中小学教师培训档案", "- 学校：红光镇中心校", "- 学期：2024-2025学年度上学期", "- 负责人：张立新"]),
      sheet("人员名单", [
        `- ${school}教职工花名册|<|<|<|<|<|<`,
        `H 序号|姓名${stranger ? "{?person.missing}" : ""}|性别|出生年月|民族|政治面貌|联系电话`,
        "K roster number|name|sex|birth|||",
        each(who, (one, i) => `R ${i + 1}|${stranger && i === 4 ? `${one.name}{?person.missing}` : one.name}|${one.sex}|'${one.birth.y}.${String(one.birth.m).padStart(2, "0")}|汉族|群众|1390455${1000 + i}`),
      ]),
      sheet("教师考核", [
        `- ${school}教师考核成绩单|<|<|<|<|<|<|<|<|<`,
        `H 序号|姓名${stranger ? "{person.missing}" : ""}|心得体会|有效评课|培训学时|教学设计|活动反思|奖励加分（分）|综合成绩|考核结果|认定学时`,
        "K teacher-assessment number|name|lanxi.teacher.reflection|lanxi.teacher.review|lanxi.teacher.platform-hours|lanxi.teacher.lesson-design|lanxi.teacher.activity-reflection|lanxi.teacher.bonus|total|result|credited",
        scores,
      ]),
      sheet("学校考核", [
        "- 单位考核自评表|<|<|<|<|<|<|<|<|<",
        "H 单位|计划总结|集中培训|教师平均分|外派任务|材料上报|现场活动加分|派出人员加分|临时工作加分|自评总分",
        "K school-assessment school|lanxi.school.plan-summary|lanxi.school.central-training|lanxi.school.teacher-average|lanxi.school.dispatch|lanxi.school.materials|lanxi.school.bonus.host|lanxi.school.bonus.dispatch|lanxi.school.bonus.task|total",
        `R ${school}|10|10|${given}${wrongMean ? "{score.item-mismatch}" : ""}|10|10|0|0|0|${round2(40 + given)}${wrongMean ? "{?score.total-mismatch}" : ""}`,
      ]),
    ],
  });
}

/** Hours of the term: county's 24 and the school's 12. */
export function termHours(seed: number): Book {
  const p = new Planner(seed);
  const who = p.people(15);
  const wrongSum = p.on("sum wrong");
  const wrongCounty = p.on("county 20");
  const body = each(who, ({ name }, i) => {
    const county = i % 6 === 5 ? 0 : 24;
    const own = i % 5 === 4 ? 0 : 12;
    let cells = `${county}|${own}|${county + own}`;
    if (wrongSum && i === 3) cells = `24|12|38{hours.total-mismatch}`;
    if (wrongCounty && i === 6) cells = `20{hours.credit-mismatch}|12|32{?hours.total-mismatch}`;
    return `R ${i + 1}|奋斗镇中心小学|${name}|${cells}|`;
  });
  return drawnBook({
    name: `学期学时认定${seed}`,
    kind: p.kind("xlsx", "xls", "et", "ods", "csv-gb18030"),
    policy,
    says: p.says,
    sheets: [
      sheet("学时认定", [
        "- 2024-2025学年度上学期教师培训学时认定汇总表|<|<|<|<|<|<",
        `H 序号|学校|姓名|${p.pick("县级培训学时", "教师考核认定学时")}|${p.pick("校本培训学时", "校本培训认定学时")}|${p.pick("合计学时", "学时合计")}|备注`,
        "K hours-year number|school|name|*|*|total|note",
        body,
      ]),
    ],
  });
}

/** Five years, 360 hours. */
export function fiveYears(seed: number): Book {
  const p = new Planner(seed);
  const who = p.people(12);
  const short = p.on("358, said 达标");
  const admitted = p.on("350, said 未达标");
  const wrongSum = p.on("total wrong");
  const low = p.on("未达标 though 360");
  const body = each(who, ({ name }, i) => {
    let cells = `72|72|${72 + i}|72|72|${360 + i}|达标`;
    if (short && i === 2) cells = "72|72|72|72|70|358{hours.cycle-short:logic}|达标";
    if (admitted && i === 4) cells = "72|72|72|72|62|350{hours.cycle-short:experience}|未达标";
    if (wrongSum && i === 6) cells = "80|80|80|80|80|410{hours.total-mismatch}|达标";
    if (low && i === 8) cells = "72|72|72|72|72|360|未达标{claim.understated}";
    return `R ${i + 1}|${name}|北安乡中心小学|${cells}`;
  });
  return drawnBook({
    name: `五年周期${seed}`,
    kind: p.kind(),
    policy,
    says: p.says,
    sheets: [
      sheet("周期学时", [
        "- 兰西县中小学教师五年一周期全员培训学时统计表（2020-2024年）|<|<|<|<|<|<|<|<|<",
        `H 序号|姓名|学校|${p.pick("各年度学时", "年度培训学时")}|<|<|<|<|${p.pick("五年合计", "周期总学时", "累计学时")}|${p.pick("是否达标", "是否达到360学时")}`,
        "H ^|^|^|2020年|2021年|2022年|2023年|2024年|^|^",
        "K hours-cycle number|name|school|year1|year2|year3|year4|year5|total|claim",
        body,
      ]),
    ],
  });
}

/** Material lists: one row a school, a column for each document and its date. */
export function materialDates(seed: number): Book {
  const p = new Planner(seed);
  const latePlan = p.on("plan 26 September");
  const lateSummary = p.on("summary 3 January");
  const unreadable = p.on("date that is none");
  const future = p.on("date in the future");
  const body = each(schools, (school, i) => {
    let plan = `@2024-9-${18 + i}`;
    let summary = `@2024-12-${22 + i}`;
    if (latePlan && i === 1) plan = "@2024-9-26{date.late}";
    if (lateSummary && i === 3) summary = "@2025-1-3{date.late}";
    if (unreadable && i === 5) plan = "9月底{date.unreadable}";
    if (future && i === 7) summary = "@2025-12-30{date.future,?date.late}";
    return `R ${i + 1}|${school}|${plan}|${summary}|已上传|`;
  });
  return drawnBook({
    name: `材料上传${seed}`,
    kind: p.kind(),
    policy,
    says: p.says,
    sheets: [
      sheet("材料上报", [
        "- 各单位培训材料上报情况登记表|<|<|<|<|<",
        `H 序号|单位|${p.pick("培训计划上传时间", "培训计划上传日期")}|${p.pick("培训总结上传时间", "培训总结上传日期")}|状态|备注`,
        "K submissions number|school|*|*|*|note",
        body,
      ]),
    ],
  });
}

/** A roster with ID numbers and birth dates that must agree, and a blank form beside it. */
export function rosterWithBlankForm(seed: number): Book {
  const p = new Planner(seed);
  const who = p.people(20);
  const bad = p.on("18 digits, wrong check digit");
  const short = p.on("17 digits");
  const twice = p.on("same ID twice");
  const body = each(who, (one, i) => {
    let id = `'${one.id}`;
    if (bad && i === 3) id = `'${one.id.slice(0, 17)}${one.id.endsWith("7") ? "4" : "7"}{person.id-invalid}`;
    if (short && i === 5) id = `'${one.id.slice(0, 17)}{person.id-invalid}`;
    if (twice && i === 9) id = `'${who[8]?.id ?? ""}`;
    return `R ${i + 1}|${twice && i === 9 ? `${who[8]?.name ?? ""}{person.duplicate}` : one.name}|${twice && i === 9 ? (who[8]?.sex ?? "") : one.sex}|${id}|汉族|本科|${["一级教师", "高级教师", "二级教师"][i % 3] ?? ""}|1384667${1000 + i}|${i}@qq.com`;
  });
  return drawnBook({
    name: `教师信息${seed}`,
    kind: p.kind(),
    policy,
    says: p.says,
    sheets: [
      sheet("教师信息", [
        "- 星火乡学校2024-2025学年度上学期参训教师信息采集表|<|<|<|<|<|<|<|<",
        "H 序号|姓名|性别|身份证号|民族|学历|职称|手机号|邮箱",
        "K roster number|name|sex|id|||title||",
        body,
        "- 注：身份证号请以文本格式填写。|<|<|<|<|<|<|<|<",
      ]),
    ],
  });
}
