/** 兰西 forms as schools make them themselves: long rubric headers, evidence beside points, certificates, hours, waivers. */
import type { Book } from "./book";
import { drawnBook, sheet } from "./drawn";
import { each, Planner } from "./fresh";

const policy = "lanxi-2024-autumn";

/** Long rubric sentences as headers, rank and telephone columns, SUM formulas, an average row. */
export function rubricSentences(seed: number): Book {
  const p = new Planner(seed);
  const who = p.people(14);
  const scores = who.map((_, i) => [18, 17 + (i % 3), 20, 16 + (i % 4), 15 + (i % 5)]);
  const totals = scores.map((one) => one.reduce((a, b) => a + b, 0));
  const noteOf = ["", "", "转入", "", ""];
  const high = p.on("item 22");
  const blank = p.on("item blank");
  const typed = p.on("total typed over and wrong");
  const words = p.on("cell says 未交");
  const text = p.on("text number");
  const body = each(who, ({ name }, i) => {
    const s = scores[i] ?? [];
    const cells = s.map(String);
    let total = `=SUM(E~:I~)→${totals[i] ?? 0}`;
    if (high && i === 2) {
      cells[0] = "22{score.out-of-range}";
      total = `=SUM(E~:I~)→${(totals[i] ?? 0) + 4}{?score.total-mismatch}`;
    }
    if (blank && i === 4) {
      cells[3] = "{score.missing}";
      total = `=SUM(E~:I~)→${(totals[i] ?? 0) - (s[3] ?? 0)}`;
    }
    if (typed && i === 6) total = `${(totals[i] ?? 0) + 2}{score.total-mismatch,?formula.overtyped}`;
    if (words && i === 8) {
      cells[1] = "未交{cell.not-a-number}";
      total = `=SUM(E~:I~)→${(totals[i] ?? 0) - (s[1] ?? 0)}`;
    }
    if (text && i === 10) {
      cells[2] = "'20分{cell.text-number}";
      total = `=SUM(E~:I~)→${(totals[i] ?? 0) - 20}{score.total-mismatch}`;
    }
    return `R ${i + 1}|${name}|语文|139045512${10 + i}|${cells.join("|")}|0|${total}|${i + 1}|${noteOf[i % 5] ?? ""}`;
  });
  return drawnBook({
    name: `兰西考核细目${seed}`,
    kind: p.kind(),
    policy,
    says: p.says,
    sheets: [
      sheet("考核细目", [
        "- 兰西县第三中学2024-2025学年度上学期教师培训考核登记表|<|<|<|<|<|<|<|<|<|<|<|<",
        "- 学校（公章）：兰西县第三中学||||||||填报时间：2024年12月26日",
        "H 序号|姓名|学科|手机号码|考核项目及分值（100分）|<|<|<|<|奖励加分（每次5分）|得分|排名|备注",
        `H ^|^|^|^|${p.pick("集中培训心得体会（1000字以上，20分）", "培训心得体会（20分）⏎1000字以上")}|${p.pick("同课异构有效评课（800字以上，20分）", "有效评课（20分）")}|${p.pick("智慧平台培训学时（10学时，20分）", "培训学时（20分）")}|${p.pick("推门课教学设计（不少于2节，20分）", "教学设计（20分）")}|${p.pick("校际联研活动反思（800字以上，20分）", "联研活动反思（20分）")}|^|^|^|^`,
        "K teacher-assessment number|name|subject||lanxi.teacher.reflection|lanxi.teacher.review|lanxi.teacher.platform-hours|lanxi.teacher.lesson-design|lanxi.teacher.activity-reflection|lanxi.teacher.bonus|total||note",
        body,
        `- 平均|||||||||||`,
        "- 说明：综合考核成绩60分以上为合格，认定24学时。|<|<|<|<|<|<|<|<|<|<|<|<",
        "- 校长签字：||||填表人：王秀英",
      ]),
      sheet("填表说明", ["- 填 表 说 明", "- 一、本表由各校教务处填写，一式两份。", "- 二、各项得分由考核小组评定，满分100分。"]),
    ],
  });
}

/** The evidence beside the points: words, lessons, hours, certificate. */
export function evidenceBeside(seed: number): Book {
  const p = new Planner(seed);
  const who = p.people(12);
  const few = p.on("心得 960字, full points");
  const fewLow = p.on("评课 700字, points taken off");
  const lessons = p.on("1 lesson, full points");
  const hours = p.on("8 platform hours, full points");
  const role = p.on("bonus not entitled");
  const multiple = p.on("bonus 7 points");
  const body = each(who, ({ name }, i) => {
    const entitled = i % 4 === 0;
    const bonus = entitled && i !== 8 ? 5 : 0;
    let words = `${1000 + i * 37}|20`;
    let review = `${800 + i * 11}|18`;
    let lesson = "2|20";
    let platform = "10|20";
    let extra = String(bonus);
    let total = 20 + 18 + 20 + 20 + 15 + bonus;
    let flag = "";
    if (few && i === 1) words = "960{evidence.below:logic}|20";
    if (fewLow && i === 2) {
      review = "700{evidence.below:experience}|12";
      total -= 6;
    }
    if (lessons && i === 3) lesson = "1{evidence.below:logic}|20";
    if (hours && i === 5) platform = "8{evidence.below:logic}|20";
    if (role && i === 6) {
      extra = "5{bonus.not-entitled}";
      total += 5;
      flag = "{score.total-mismatch}";
    }
    if (multiple && i === 8) {
      extra = "7{bonus.not-multiple}";
      total += 7;
      flag = "{?score.total-mismatch}";
    }
    return `R ${i + 1}|榆林镇中心学校|${name}|${entitled ? "县级骨干教师" : "一般教师"}|${words}|${review}|${platform}|${lesson}|820|15|${extra}|${total}${flag}|合格|24`;
  });
  return drawnBook({
    name: `兰西佐证${seed}`,
    kind: p.kind(),
    policy,
    says: p.says,
    sheets: [
      sheet(p.pick("Sheet1", "教师考核佐证"), [
        "- 教师培训考核情况一览表（2024年秋季学期）|<|<|<|<|<|<|<|<|<|<|<|<|<|<|<|<",
        "H 序号|单位|姓名|骨干类别|心得体会|<|有效评课|<|培训学时|<|教学设计|<|活动反思|<|奖励加分（分）|综合考核成绩|考核结果|认定学时",
        "H ^|^|^|^|字数|得分|字数|得分|平台学时|得分|推门课节数|得分|字数|得分|^|^|^|^",
        "K teacher-assessment number|school|name|role|*|lanxi.teacher.reflection|*|lanxi.teacher.review|*|lanxi.teacher.platform-hours|*|lanxi.teacher.lesson-design|*|lanxi.teacher.activity-reflection|lanxi.teacher.bonus|total|result|credited",
        body,
        "- 填表人：赵丽|||||审核人：孙国栋",
      ]),
    ],
  });
}

/** Certificate list: county and school-based results only. */
export function certificates(seed: number): Book {
  const p = new Planner(seed);
  const who = p.people(16);
  const wrongCertificate = p.on("发证 with school-based 78");
  const wrongHours = p.on("36 hours without the school-based line");
  const understated = p.on("不合格 though 60");
  const outOf = p.on("school-based 105");
  const id = p.on("check digit wrong");
  const space = p.on("space in the name");
  const body = each(who, (one, i) => {
    const county = [88, 60, 92.5, 75, 59.5][i % 5] ?? 80;
    const own = [90, 80, 79.5, 85, 82][i % 5] ?? 80;
    const credited = (county >= 60 ? 24 : 0) + (own >= 80 ? 12 : 0);
    let cells = `${county}|${own}|${county >= 60 ? "合格" : "不合格"}|${credited}|${county >= 60 && own >= 80 ? "发证" : "不发证"}`;
    if (wrongCertificate && i === 0) cells = "88|78|合格|24|发证{score.result-mismatch}";
    if (wrongHours && i === 2) cells = "92.5|79.5|合格|36{hours.credit-mismatch}|不发证";
    if (understated && i === 6) cells = "60|80|不合格{score.result-mismatch}|36|发证";
    if (outOf && i === 8) cells = "75|105{score.out-of-range}|合格|36{?hours.credit-mismatch}|发证{?score.result-mismatch}";
    const number = id && i === 10 ? `${one.id.slice(0, 17)}${one.id.endsWith("3") ? "5" : "3"}{person.id-invalid}` : one.id;
    const name = space && [...one.name].length === 2 && i > 10 ? `${one.name.slice(0, 1)}␣${one.name.slice(1)}{person.name-space}` : one.name;
    return `R ${i + 1}|${name}|${one.sex}|'${number}|平山镇中学|${cells}||`;
  });
  return drawnBook({
    name: `结业证书名册${seed}`,
    kind: p.kind("xlsx", "xls", "et", "csv-gb18030", "csv-bom"),
    policy,
    says: p.says,
    sheets: [
      sheet("发证名册", [
        `H 序号|${p.pick("姓名", "学员姓名")}|性别|身份证号码|工作单位|县级综合考核成绩|${p.pick("校本考核成绩", "校本培训考核成绩")}|考核结果|认定学时|${p.pick("是否发证", "结业证书发放")}|证书编号|领证人签字`,
        "K teacher-assessment number|name|sex|id|school|total|lanxi.school-based.pass|result|credited|lanxi.certificate||",
        body,
      ]),
    ],
  });
}

/** Waivers, a worked example row, schools merged down, subtotals, two tables one under the other on one sheet. */
export function waivers(seed: number): Book {
  const p = new Planner(seed);
  const who = p.people(18);
  const wrongTotal = p.on("total wrong");
  const twice = p.on("same person twice");
  const hidden = p.on("hidden record");
  const line = (i: number, school: string, first: boolean): string => {
    const one = who[i];
    const base = [19, 18, 20, 17, 16];
    const total = 90;
    const name = twice && i === 7 ? `${who[4]?.name ?? ""}{person.duplicate}` : (one?.name ?? "");
    if (i === 5) return `R ${first ? school : "^"}|${i + 1}|${name}|一般教师|||||||||自愿放弃参训（已签说明书）`;
    return `${hidden && i === 10 ? "r" : "R"} ${first ? school : "^"}|${i + 1}|${name}${hidden && i === 10 ? "{row.hidden}" : ""}|一般教师|${base.join("|")}|0|${wrongTotal && i === 2 ? "92{score.total-mismatch}" : total}|合格|`;
  };
  const group = (school: string, from: number, to: number): string => each(Array.from({ length: to - from }, (_, k) => from + k), (i) => line(i, school, i === from));
  return drawnBook({
    name: `兰西放弃${seed}`,
    kind: p.kind("xlsx", "xls", "et"),
    policy,
    says: p.says,
    sheets: [
      sheet("汇总", [
        "-",
        "- 教师培训考核汇总表|<|<|<|<|<|<|<|<|<|<|<|<",
        "H 单位|编号|教师姓名|人员类别|心得体会|有效评课|培训学时|教学设计|活动反思|加分|总分|是否合格|备注",
        "K teacher-assessment school|number|name|role|lanxi.teacher.reflection|lanxi.teacher.review|lanxi.teacher.platform-hours|lanxi.teacher.lesson-design|lanxi.teacher.activity-reflection|lanxi.teacher.bonus|total|result|note",
        "- 例：兰西镇中心小学|0|张三|骨干教师|18|18|18|18|18|5|95|合格|填写示例",
        group("兰西镇中心小学", 0, 9),
        "- 小计|9人||||||||||",
        group("临江镇中心小学", 9, 18),
        "- 小计|9人||||||||||",
        "- 总计|18人||||||||||",
        "-",
        "- 注：自愿放弃人员不计入平均分。",
      ]),
    ],
  });
}
