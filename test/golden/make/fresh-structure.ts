/** Where tables stand and what stands around them: cards, blocks beside and under each other, other tables, hidden sheets, dictionaries. */
import type { Book } from "./book";
import { drawnBook, sheet } from "./drawn";
import { birthText, each, Planner } from "./fresh";

/** One sheet a teacher: a card with fields, then the trainings; no name column in the table. */
export function cards(seed: number): Book {
  const p = new Planner(seed);
  const who = p.people(3);
  const half = p.on("1.25 days");
  const wrong = p.on("1 day, 6 hours");
  return drawnBook({
    name: `登记卡${seed}`,
    kind: p.kind("xlsx", "xls", "et"),
    policy: "zhaoqing-annual",
    says: p.says,
    sheets: who.map((one, i) =>
      sheet(one.name, [
        "- 肇庆市中小学教师培训学时登记卡（2024年）|<|<|<|<|<|<",
        `- 姓名|${one.name}|性别|${one.sex}|单位|肇庆市第一中学|<`,
        `- 学科|语文|职称|一级教师|联系电话|1380000${1000 + i}|<`,
        `H 序号|培训项目|课程类别|培训日期|天数|学时|备注`,
        "K hours-log number|project|category|date|days|hours|note",
        "R 1|师德专题|公需课|@2024-3-5|2|16|",
        `R 2|学科培训|专业课|@2024-7-9|${half && i === 1 ? "1.25{hours.not-half-days}|10{?hours.credit-mismatch}" : "3|24"}|`,
        `R 3|校本研修|个人选修课|@2024-10-12|${wrong && i === 2 ? "1|6{hours.credit-mismatch}" : "1|8"}|`,
        "- 学校意见：||||盖章：||",
      ]),
    ),
  });
}

/** Two people a printed line: the year's hours in a left and a right block with an empty column between. */
export function twoColumns(seed: number): Book {
  const p = new Planner(seed);
  const who = p.people(17);
  const short = p.on("right block: elective 10 said 是");
  const sum = p.on("left block: total wrong");
  const side = (i: number): string => {
    const name = who[i]?.name ?? "";
    if (i >= 17) return "|||||";
    if (short && i === 12) return `${name}|38|42|10{hours.block-short:logic}|90|是`;
    if (sum && i === 3) return `${name}|30|44|18|90{hours.total-mismatch}|是`;
    return `${name}|30|${42 + (i % 3)}|18|${90 + (i % 3)}|是`;
  };
  return drawnBook({
    name: `双栏${seed}`,
    kind: p.kind("xlsx", "xls", "et", "ods"),
    policy: "zhaoqing-annual",
    says: p.says,
    sheets: [
      sheet("年度学时", [
        "- 封开县江口中学2024年教师年度学时公示表|<|<|<|<|<|<|<|<|<|<|<|<",
        `H 姓名|公需课|专业课|选修课|合计|是否完成||姓名|公需课|专业课|选修课|合计|是否完成`,
        "K hours-year name|zhaoqing.annual.public|zhaoqing.annual.professional|zhaoqing.annual.elective|total|claim|‖|name|zhaoqing.annual.public|zhaoqing.annual.professional|zhaoqing.annual.elective|total|claim",
        each(Array.from({ length: 9 }, (_, i) => i), (i) => `R ${side(i)}||${side(i + 9)}`),
        "- 公示期：2024年12月20日至27日",
      ]),
    ],
  });
}

/** Roster, year and money on one sheet, one under the other, with titles between. */
export function threeUnderEachOther(seed: number): Book {
  const p = new Planner(seed);
  const who = p.people(8);
  const stranger = p.on("in the year but not in the roster");
  const money = p.on("9 % said 是");
  return drawnBook({
    name: `学校材料${seed}`,
    kind: p.kind("xlsx", "xls", "et", "ods"),
    policy: "zhaoqing-annual",
    says: p.says,
    sheets: [
      sheet("材料", [
        "- 一、教师花名册",
        "H 序号|姓名|性别|出生日期|学科|职称",
        "K roster number|name|sex|birth|subject|title",
        each(who, (one, i) => `R ${i + 1}|${one.name}${stranger && i === 5 ? "{?person.missing}" : ""}|${one.sex}|${birthText(one)}|数学|二级教师`),
        "-",
        "- 二、年度学时",
        `H 序号|姓名${stranger ? "{person.missing}" : ""}|公需课学时|专业课学时|个人选修课学时|总学时`,
        "K hours-year number|name|zhaoqing.annual.public|zhaoqing.annual.professional|zhaoqing.annual.elective|total",
        each(who, (one, i) => `R ${i + 1}|${stranger && i === 5 ? "司徒无名{person.not-in-roster}" : one.name}|30|42|20|92`),
        "-",
        "- 三、经费（元）",
        "H 序号|学校|公用经费预算总额|培训经费|是否达标",
        "K budget number|school|base|amount|claim",
        `R 1|端州区厚岗小学|500000|${money ? "45000{budget.short:logic}" : "50000"}|是`,
      ]),
    ],
  });
}

/** Last term's scores on a hidden sheet, a dictionary of titles on another, scores in front. */
export function hiddenSheets(seed: number): Book {
  const p = new Planner(seed);
  const who = p.people(10);
  const back = p.on("fault on the hidden sheet");
  const front = p.on("fault on the front sheet");
  const header = "H 序号|单位|姓名|身份|心得体会|有效评课|培训学时|教学设计|活动反思|加分次数|总分|考核结果";
  const keys = "K teacher-assessment number|school|name|role|lanxi.teacher.reflection|lanxi.teacher.review|lanxi.teacher.platform-hours|lanxi.teacher.lesson-design|lanxi.teacher.activity-reflection|lanxi.teacher.bonus|total|result";
  const rows = (bad: boolean): string => each(who, (one, i) => `R ${i + 1}|长江乡学校|${one.name}|教师|18|17|20|16|15|0|${bad && i === 4 ? "88{score.total-mismatch}" : 86}|合格`);
  return drawnBook({
    name: `隐藏表${seed}`,
    kind: p.kind("xlsx", "xls", "et"),
    policy: "lanxi-2024-autumn",
    says: p.says,
    sheets: [
      sheet("教师考核", ["- 长江乡学校教师培训考核表|<|<|<|<|<|<|<|<|<|<|<", header, keys, rows(front)]),
      sheet("备份", [header, keys, rows(back)], { state: "hidden" }),
      sheet("参数", ["- 人员身份", "- 教师", "- 县级骨干教师", "- 兼职教研员", "- 名师工作室成员"], { state: "veryHidden" }),
    ],
  });
}

/** Letters in the first row and column, empty rows between title and header, header of three levels, units under the header. */
export function farFromTheCorner(seed: number): Book {
  const p = new Planner(seed);
  const who = p.people(9);
  const out = p.on("19.5+21");
  const none = p.on("item blank");
  return drawnBook({
    name: `偏移${seed}`,
    kind: p.kind("xlsx", "xls", "et", "ods"),
    policy: "lanxi-2024-autumn",
    says: p.says,
    sheets: [
      sheet(" 考核 ".trim(), [
        "- |||附件2|",
        "-",
        "- |||兰西县教师培训考核汇总表（小学组）|<|<|<|<|<|<|<|<",
        "-",
        "- |||填报单位：远大镇九年一贯制学校||||||单位：分",
        "H |||教师|<|考核得分|<|<|<|<|奖励|综合",
        "H |||^|^|研修作业|<|<|实践展示|<|^|^",
        "H |||姓␣名|学科|心得|评课|培训⏎学时|教学设计|活动反思|加分|成绩",
        "K teacher-assessment |||name|subject|lanxi.teacher.reflection|lanxi.teacher.review|lanxi.teacher.platform-hours|lanxi.teacher.lesson-design|lanxi.teacher.activity-reflection|lanxi.teacher.bonus|total",
        each(who, (one, i) => {
          let cells = "19|18|20|17.5|16|0|90.5";
          if (out && i === 2) cells = "19|21{score.out-of-range}|20|17.5|16|0|93.5{?score.total-mismatch}";
          if (none && i === 5) cells = "19|18|20|{score.missing}|16|0|73{?score.total-mismatch}";
          return `R |||${one.name}|英语|${cells}`;
        }),
      ]),
    ],
  });
}

/** Other sheets that are no forms of ours: phone list, class timetable, statistics; and blank forms for later. */
export function amongOthers(seed: number): Book {
  const p = new Planner(seed);
  const who = p.people(10);
  const wrong = p.on("sum wrong");
  return drawnBook({
    name: `杂项${seed}`,
    kind: p.kind("xlsx", "xls", "et"),
    policy: "xiangxi-growth-plan",
    asOf: "2016-03-01",
    says: p.says,
    sheets: [
      sheet("目录", ["- 目录", "- 1.学分汇总", "- 2.报名注册"]),
      sheet("学分汇总", [
        "- 继续教育学分汇总表（2011-2015）|<|<|<|<|<|<|<|<",
        "H 序号|姓名|学校|2011|2012|2013|2014|2015|总学分",
        "K hours-cycle number|name|school|year1|year2|year3|year4|year5|total",
        each(who, (one, i) => `R ${i + 1}|${one.name}|龙山县民族小学|72|73|74|75|76|${wrong && i === 3 ? "375{hours.total-mismatch}" : 370}`),
      ]),
      sheet("Sheet3", []),
    ],
  });
}

/** Months' themes and school units from closed lists. */
export function themes(seed: number): Book {
  const p = new Planner(seed);
  const unknown = p.on("a theme that is not October's");
  const outside = p.on("central training on another day");
  return drawnBook({
    name: `校本主题${seed}`,
    kind: p.kind(),
    policy: "lanxi-2024-autumn",
    says: p.says,
    sheets: [
      sheet("培训登记", [
        "- 教师培训学时登记表（2024秋）|<|<|<|<|<",
        "H 序号|培训项目|月份|培训主题|培训日期|学时",
        "K hours-log number|project|*|*|date|hours",
        `R 1|集中培训|九月|创新教育有效策略 促进教师专业发展|${outside ? "@2024-9-25{date.outside-period}" : "@2024-9-21"}|8`,
        "R 2|校本培训|九月|提升校园长“引领教师成长”领导力|@2024-9-27|3",
        `R 3|校本培训|十月|${unknown ? "防震减灾安全演练{choice.unknown}" : "提升学科教师的现场说课和课件制作能力"}|@2024-10-18|3`,
        "R 4|校本培训|十一月|提升领导及教师信技融合应用能力|@2024-11-15|3",
        "R 5|校本培训|十二月|提升班主任带班能力|@2024-12-13|3",
      ]),
    ],
  });
}
