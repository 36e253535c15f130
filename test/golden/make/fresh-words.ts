/** The words that clerks put into cells: yes and no, passed and failed, posts, dates, kinds; one record a word, half of them contradicted by the figures. */
import type { Book } from "./book";
import { drawnBook, sheet } from "./drawn";
import { each, Planner } from "./fresh";

const YES = ["完成", "已完成", "是", "达标", "已达标", "√", "✓", "✔", "合格", "完 成", "是 ", "Y", "足额完成", "全部完成", "达到"];
const NO = ["未完成", "没完成", "否", "不达标", "未达标", "×", "✗", "X", "不合格", "未 完 成", "N", "没有完成", "尚未完成", "未达到", "不足"];
const PASSED = ["合格", "优秀", "良好", "通过", "是", "√", "及格", "达标", "合 格", "已合格", "合格（良好）", "优", "良", "考核合格"];
const FAILED = ["不合格", "未通过", "否", "×", "不及格", "未达标", "不 合 格", "未合格", "不通过", "待合格", "考核不合格", "不达标"];
const CERTIFIED = ["发证", "发", "是", "√", "已发", "颁发", "同意发证", "准予发证", "已颁发", "予以发证", "可发证"];
const REFUSED = ["不发证", "不发", "否", "×", "未发", "不予发证", "暂不发证", "不颁发", "不同意发证", "无"];
const ENTITLED = ["县级骨干教师", "市级骨干教师", "骨干教师", "县骨干", "市骨干", "市骨干教师", "兼职教研员", "县级兼职教研员", "市兼职教研员", "名师工作室成员", "县名师工作室成员", "市级名师工作室成员", "骨干教师（县级）", "教师（县级骨干教师）", "县级骨干教师、班主任", "教研组长/县级骨干教师", "县兼职教研员兼班主任"];
const NOT_ENTITLED = ["一般教师", "教师", "任课教师", "班主任", "校长", "副校长", "教导主任", "教研组长", "备课组长", "校级骨干教师", "专任教师", "非骨干教师", "工勤", "无", "普通教师", "校骨干", "中层干部"];

const shown = (word: string): string => word.replaceAll(" ", "␣");

/** 肇庆: every word for done and not done, on years that are done and that are short. */
export function doneWords(seed: number): Book {
  const p = new Planner(seed);
  const kinds = [...YES.map((word) => [word, true] as const), ...NO.map((word) => [word, false] as const)];
  const isFaulty = seed % 3 !== 0;
  const who = p.people(kinds.length);
  return drawnBook({
    name: `完成词${seed}`,
    kind: p.kind(),
    policy: "zhaoqing-annual",
    says: isFaulty ? ["every claim wrong"] : [],
    sheets: [
      sheet("年度", [
        "- 2024年度教师培训学时汇总表",
        "H 序号|姓名|公需课|专业课|个人选修课|合计|是否完成",
        "K hours-year number|name|zhaoqing.annual.public|zhaoqing.annual.professional|zhaoqing.annual.elective|total|claim",
        each(kinds, ([word, yes], i) => {
          const name = who[i]?.name ?? "";
          if (yes) return `R ${i + 1}|${name}|30|42|${isFaulty ? "10{hours.block-short:logic}|82" : "18|90"}|${shown(word)}`;
          // A year that is short and says so still needs its explanation: an experience finding in any case.
          return isFaulty ? `R ${i + 1}|${name}|30|42|18|90|${shown(word)}{claim.understated}` : `R ${i + 1}|${name}|30|42|10{hours.block-short:experience}|82|${shown(word)}`;
        }),
      ]),
    ],
  });
}

/** 兰西: every word for passed, failed, certificate. */
export function passedWords(seed: number): Book {
  const p = new Planner(seed);
  const isFaulty = seed % 3 !== 0;
  const results = [...PASSED.map((word) => [word, true] as const), ...FAILED.map((word) => [word, false] as const)];
  const who = p.people(results.length);
  return drawnBook({
    name: `合格词${seed}`,
    kind: p.kind(),
    policy: "lanxi-2024-autumn",
    says: isFaulty ? ["every result wrong"] : [],
    sheets: [
      sheet("考核", [
        "- 教师培训考核汇总表",
        "H 序号|姓名|心得体会|有效评课|培训学时|教学设计|活动反思|总分|考核结果|校本考核成绩|是否发证",
        "K teacher-assessment number|name|lanxi.teacher.reflection|lanxi.teacher.review|lanxi.teacher.platform-hours|lanxi.teacher.lesson-design|lanxi.teacher.activity-reflection|total|result|lanxi.school-based.pass|lanxi.certificate",
        each(results, ([word, passed], i) => {
          const isPassed = passed !== isFaulty;
          const list = isPassed !== isFaulty ? CERTIFIED : REFUSED;
          const scores = isPassed ? "18|17|20|16|15|86" : "11|11|11|11|11|55";
          return `R ${i + 1}|${who[i]?.name ?? ""}|${scores}|${shown(word)}${isFaulty ? "{score.result-mismatch}" : ""}|88|${list[i % list.length] ?? ""}${isFaulty ? "{score.result-mismatch}" : ""}`;
        }),
      ]),
    ],
  });
}

/** 兰西: who is entitled to a bonus. */
export function posts(seed: number): Book {
  const p = new Planner(seed);
  const isFaulty = seed % 3 !== 0;
  const roles = isFaulty ? NOT_ENTITLED : ENTITLED;
  const who = p.people(roles.length);
  return drawnBook({
    name: `身份词${seed}`,
    kind: p.kind(),
    policy: "lanxi-2024-autumn",
    says: isFaulty ? ["nobody is entitled"] : [],
    sheets: [
      sheet("考核", [
        "- 教师培训考核汇总表",
        "H 序号|姓名|身份|心得体会|有效评课|培训学时|教学设计|活动反思|奖励加分（分）|总分",
        "K teacher-assessment number|name|role|lanxi.teacher.reflection|lanxi.teacher.review|lanxi.teacher.platform-hours|lanxi.teacher.lesson-design|lanxi.teacher.activity-reflection|lanxi.teacher.bonus|total",
        each(roles, (role, i) => `R ${i + 1}|${who[i]?.name ?? ""}|${role}|18|17|20|16|15|${isFaulty ? "5{bonus.not-entitled}|86" : "5|91"}`),
      ]),
    ],
  });
}

const IN_TIME = ["@2024-9-20", "2024.9.20", "2024-09-20", "2024/9/20", "2024年9月20日", "20240920", "2024.09.20", "9月20日", "2024年9月20号", "２０２４年９月２０日", "2024-9-20 15:30", "2024 年 9 月 20 日", "二〇二四年九月二十日"];
const UNREADABLE = ["九月下旬", "已交", "2024年13月1日", "2024.2.30", "待定", "按时", "国庆前"];

/** The same date on the 28th, when the plan was due on the 25th. */
const aWeekLater = (date: string): string =>
  date
    .replace(/20(?=(日|号| 日| 15:30|\.|$))/, "28")
    .replace("9-20", "9-28")
    .replace("二十日", "二十八日")
    .replace("２０日", "２８日")
    .replace("20 日", "28 日");

/** 兰西: dates in every hand. */
export function dates(seed: number): Book {
  const p = new Planner(seed);
  const isFaulty = seed % 3 !== 0;
  const list: readonly (readonly [date: string, mark: string])[] = isFaulty ? [...IN_TIME.map((date) => [aWeekLater(date), "{date.late}"] as const), ...UNREADABLE.map((date) => [date, "{date.unreadable}"] as const)] : IN_TIME.map((date) => [date, ""] as const);
  return drawnBook({
    name: `日期词${seed}`,
    kind: p.kind(),
    policy: "lanxi-2024-autumn",
    says: isFaulty ? ["late and unreadable"] : [],
    sheets: [
      sheet("报送", [
        "- 各校培训计划报送登记表",
        "H 序号|学校|材料名称|报送日期",
        "K submissions number|school|project|date",
        each(list, ([date, mark], i) => `R ${i + 1}|第${i + 1}小学|培训计划|${shown(date)}${mark}`),
      ]),
    ],
  });
}
