/** How findings relate, in forms with pairs of columns: full and given points, subtotals before totals, grades, marks for yes, reasons for absence, units of money. */
import type { Book } from "./book";
import { drawnBook, sheet } from "./drawn";
import { each, Planner } from "./fresh";

const lanxi = "lanxi-2024-autumn";

/** Full points beside given points, a subtotal of the items before the total, grades with 优秀. */
export function fullAndGiven(seed: number): Book {
  const p = new Planner(seed);
  const who = p.people(12);
  const school = p.on("校级骨干教师 with a bonus");
  const above = p.on("total above 100");
  const result = p.on("58 said 合格");
  const hours = p.on("58 points, 24 hours");
  const body = each(who, ({ name }, i) => {
    const given = [19, 18, 20, 17, 18 - (i % 4)];
    let role = i % 3 === 0 ? "市级骨干教师" : "一般教师";
    let bonus = i === 3 ? "5" : "0";
    let sub = given.reduce((a, b) => a + b, 0);
    let total = `${sub + Number(bonus)}`;
    let grade = Number(total) >= 90 ? "优秀" : Number(total) >= 75 ? "良好" : "合格";
    let credited = "24";
    let items = given.map((one) => `20|${one}`).join("|");
    if (school && i === 1) {
      role = "校级骨干教师";
      bonus = "5{bonus.not-entitled}";
      total = `${sub + 5}{score.total-mismatch}`;
      grade = "优秀";
    }
    if (above && i === 6) {
      items = "20|20|20|20|20|20|20|20|20|19";
      sub = 99;
      bonus = "5";
      total = "104{score.above-full}";
      grade = "优秀";
    }
    if (i === 8) {
      items = "20|12|20|12|20|11|20|12|20|11";
      sub = 58;
      bonus = "0";
      total = "58";
      grade = result ? "合格{score.result-mismatch}" : "不合格";
      credited = hours ? "24{hours.credit-mismatch}" : "0";
    }
    return `R ${i + 1}|${name}|${role}|${items}|${sub}|${bonus}|${total}|${grade}|${credited}`;
  });
  return drawnBook({
    name: `应得实得${seed}`,
    kind: p.kind(),
    policy: lanxi,
    says: p.says,
    sheets: [
      sheet("考核", [
        "- 星火乡学校教师培训考核表（2024-2025学年度上学期）|<|<|<|<|<|<|<|<|<|<|<|<|<|<|<|<",
        `H 序号|姓名|身份|心得体会|<|有效评课|<|培训学时|<|教学设计|<|活动反思|<|${p.pick("五项小计", "项目得分小计", "小计")}|奖励加分（分）|总分|等次|认定学时`,
        `H ^|^|^|${Array.from({ length: 5 }, () => `${p.chance.chance(0.5) ? "满分" : "分值"}|得分`).join("|")}|^|^|^|^|^`,
        "K teacher-assessment number|name|role||lanxi.teacher.reflection||lanxi.teacher.review||lanxi.teacher.platform-hours||lanxi.teacher.lesson-design||lanxi.teacher.activity-reflection||lanxi.teacher.bonus|total|result|credited",
        body,
      ]),
    ],
  });
}

/** Marks for yes and no, county's and school's hours apart, a total of hours. */
export function marks(seed: number): Book {
  const p = new Planner(seed);
  const who = p.people(10);
  const [yes, no] = p.chance.pick([
    ["√", "×"],
    ["是", "否"],
    ["Y", "N"],
    ["通过", "未通过"],
  ] as const);
  const wrong = p.on("79 in school, certificate");
  const county = p.on("59, county hours 24");
  return drawnBook({
    name: `打勾${seed}`,
    kind: p.kind(),
    policy: lanxi,
    says: p.says,
    sheets: [
      sheet("考核", [
        "- 教师培训考核与学时认定表|<|<|<|<|<|<|<|<|<|<|<|<|<",
        "H 序号|姓名|心得体会|有效评课|培训学时|教学设计|活动反思|奖励加分|总分|是否合格|校本考核成绩|县级认定学时|校本认定学时|结业证书",
        "K teacher-assessment number|name|lanxi.teacher.reflection|lanxi.teacher.review|lanxi.teacher.platform-hours|lanxi.teacher.lesson-design|lanxi.teacher.activity-reflection|lanxi.teacher.bonus|total|result|lanxi.school-based.pass|*|*|lanxi.certificate",
        each(who, ({ name }, i) => {
          let cells = `18|17|20|16|15|0|86|${yes}|85|24|12|${yes}`;
          if (wrong && i === 2) cells = `18|17|20|16|15|0|86|${yes}|79|24|0|${yes}{score.result-mismatch}`;
          if (county && i === 4) cells = `12|12|12|12|11|0|59|${no}|85|24{hours.credit-mismatch}|12|${no}`;
          return `R ${i + 1}|${name}|${cells}`;
        }),
      ]),
    ],
  });
}

/** Reasons for absence in the roster; the same name written with other dots; dates as ranges. */
export function reasons(seed: number): Book {
  const p = new Planner(seed);
  const who = p.people(8);
  const missing = p.on("absent without a reason");
  const listed = who.filter((_, i) => i !== 2 && i !== 5 && !(missing && i === 6));
  return drawnBook({
    name: `缺席${seed}`,
    kind: p.kind("xlsx", "xls", "et", "ods"),
    policy: lanxi,
    says: p.says,
    sheets: [
      sheet("花名册", [
        "- 教师花名册|<|<|<",
        "H 序号|姓名|职称|备注",
        "K roster number|name|title|note",
        each(who, (one, i) => `R ${i + 1}|${one.name}|二级教师|${i === 2 ? "产假" : i === 5 ? "已退休" : ""}`),
        "R 9|古丽娜尔·卡德尔|一级教师|",
      ]),
      sheet("考核", [
        "- 教师考核成绩|<|<|<|<|<|<|<",
        `H 序号|姓名${missing ? "{person.missing}" : ""}|心得体会|有效评课|培训学时|教学设计|活动反思|总分`,
        "K teacher-assessment number|name|lanxi.teacher.reflection|lanxi.teacher.review|lanxi.teacher.platform-hours|lanxi.teacher.lesson-design|lanxi.teacher.activity-reflection|total",
        each(listed, (one, i) => `R ${i + 1}|${one.name}|18|17|20|16|15|86`),
        "R 9|古丽娜尔•卡德尔|18|17|20|16|15|86",
      ]),
    ],
  });
}

/** Trainings with dates as ranges in every hand. */
export function dateRanges(seed: number): Book {
  const p = new Planner(seed);
  const outside = p.on("a training of last year in this year's list");
  const wrong = p.on("3 days, 20 hours");
  const dates = ["2024.7.10-7.12", "2024年7月10日—12日", "7月10-12日", "2024-07-10至2024-07-12", "2024.7.10—2024.7.12", "2024/7/10-12", "2024年7月10日至7月12日"];
  return drawnBook({
    name: `起止${seed}`,
    kind: p.kind("xlsx", "xls", "et", "ods", "csv-gb18030"),
    policy: "zhaoqing-annual",
    says: p.says,
    sheets: [
      sheet("登记", [
        "- 2024年教师培训学时登记表|<|<|<|<|<|<",
        `H 序号|姓名|培训名称|${p.pick("培训时间", "起止时间", "培训起止日期")}|天数|学时|培训类别`,
        "K hours-log number|name|project|date|days|hours|category",
        each(p.people(8), ({ name }, i) => {
          let date = dates[i] ?? "@2024-8-1";
          let hours = "24";
          if (outside && i === 7) date = "@2022-8-1{date.outside-period}";
          if (wrong && i === 3) hours = "20{hours.credit-mismatch}";
          return `R ${i + 1}|${name}|暑期全员培训|${date}|3|${hours}|专业课`;
        }),
      ]),
    ],
  });
}

/** Money in 万元 beside money in 元. */
export function mixedUnits(seed: number): Book {
  const p = new Planner(seed);
  const short = p.on("8 % across the units, said 是");
  return drawnBook({
    name: `单位不一${seed}`,
    kind: p.kind(),
    policy: "zhaoqing-annual",
    says: p.says,
    sheets: [
      sheet("经费", [
        "- 2024年学校教师培训经费安排表|<|<|<|<",
        "H 序号|学校|年度公用经费预算总额（万元）|教师培训经费（元）|是否达标",
        "K budget number|school|base|amount|claim",
        "R 1|端城小学|50|52000|是",
        short ? "R 2|黄岗小学|60|48000{budget.short:logic}|是" : "R 2|黄岗小学|60|60000|是",
        "R 3|睦岗小学|80.5|[#,##0.00]81000|是",
      ]),
    ],
  });
}

/** Bonus by times, in the posts that clerks write. */
export function bonusWords(seed: number): Book {
  const p = new Planner(seed);
  const county = p.on("plain teacher with 2 times");
  const half = p.on("1.5 times");
  const roles = ["县兼职教研员", "市级名师工作室成员", "县级骨干教师", "任课教师", "副校长", "教务主任"];
  return drawnBook({
    name: `加分${seed}`,
    kind: p.kind(),
    policy: lanxi,
    says: p.says,
    sheets: [
      sheet("考核", [
        "- 教师培训考核加分情况表|<|<|<|<|<|<|<|<|<",
        "H 序号|姓名|职务或称号|心得体会|有效评课|培训学时|教学设计|活动反思|协助完成任务次数|综合成绩",
        "K teacher-assessment number|name|role|lanxi.teacher.reflection|lanxi.teacher.review|lanxi.teacher.platform-hours|lanxi.teacher.lesson-design|lanxi.teacher.activity-reflection|lanxi.teacher.bonus|total",
        each(p.people(12), ({ name }, i) => {
          const role = roles[i % 6] ?? "";
          let times = i < 3 ? String(1 + (i % 2)) : "0";
          let total = String(80 + Number(times) * 5);
          if (county && i === 9) {
            times = "2{bonus.not-entitled}";
            total = "90{score.total-mismatch}";
          }
          if (half && i === 7) {
            times = "1.5{bonus.not-multiple}";
            total = "87.5{?score.total-mismatch}";
          }
          return `R ${i + 1}|${name}|${role}|16|16|16|16|16|${times}|${total}`;
        }),
      ]),
    ],
  });
}
