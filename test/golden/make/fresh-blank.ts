/** Forms filled in part: numbers and formulas waiting in empty rows, forms with no record, items down the page, other lists between. */
import type { Book } from "./book";
import { drawnBook, sheet } from "./drawn";
import { each, Planner } from "./fresh";

const lanxi = "lanxi-2024-autumn";
const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);

/** Numbers 1 to 40 and formulas wait in rows that nobody has filled. */
export function waitingRows(seed: number): Book {
  const p = new Planner(seed);
  const who = p.people(13);
  const blank = p.on("item blank in a filled row");
  const wrong = p.on("21 points");
  return drawnBook({
    name: `预留行${seed}`,
    kind: p.kind("xlsx", "xlsx", "et"),
    policy: lanxi,
    says: p.says,
    sheets: [
      sheet("考核表", [
        "- 教师培训考核表|<|<|<|<|<|<|<|<|<|<",
        "H 序号|单位|姓名|心得体会|有效评课|培训学时|教学设计|活动反思|奖励加分|总分|考核结果",
        "K teacher-assessment number|school|name|lanxi.teacher.reflection|lanxi.teacher.review|lanxi.teacher.platform-hours|lanxi.teacher.lesson-design|lanxi.teacher.activity-reflection|lanxi.teacher.bonus|total|result",
        each(who, ({ name }, i) => {
          let items = "18|17|20|16|15";
          let total = "=SUM(D~:I~)→86";
          if (blank && i === 3) {
            items = "18|17|20|{score.missing}|15";
            total = "=SUM(D~:I~)→70";
          }
          if (wrong && i === 5) {
            items = "21{score.out-of-range}|17|20|16|15";
            total = "=SUM(D~:I~)→89";
          }
          return `R ${i + 1}|兰河乡中学|${name}|${items}||${total}|=IF(J~>=60,"合格","不合格")→合格`;
        }),
        each(range(14, 40), (n) => `- ${n}|||||||||=SUM(D~:I~)→0|=IF(J~>=60,"合格","不合格")→不合格`),
        "- 填表人：||||审核人：",
      ]),
    ],
  });
}

/** Only numbers wait, the schools are written already. */
export function waitingSchools(seed: number): Book {
  const p = new Planner(seed);
  const who = p.people(9);
  const short = p.on("elective 10 said 完成");
  return drawnBook({
    name: `预填${seed}`,
    kind: p.kind("xlsx", "xls", "et", "ods", "csv-utf8"),
    policy: "zhaoqing-annual",
    says: p.says,
    sheets: [
      sheet("学时", [
        "- 2024年度教师继续教育学时汇总表",
        "H 序号|学校|姓名|公需课|专业课|个人选修课|合计|是否完成",
        "K hours-year number|school|name|zhaoqing.annual.public|zhaoqing.annual.professional|zhaoqing.annual.elective|total|claim",
        each(who, ({ name }, i) => `R ${i + 1}|鼎湖中学|${name}|30|42|${short && i === 4 ? "10{hours.block-short:logic}|82" : "18|90"}|完成`),
        each(range(10, 20), (n) => `- ${n}|||||||`),
      ]),
    ],
  });
}

/** The form is there twice: filled, and empty as it came from the county. */
export function emptyForm(seed: number): Book {
  const p = new Planner(seed);
  const who = p.people(8);
  const wrong = p.on("total wrong");
  const header = "H 序号|姓名|校本培训成绩|集中培训成绩|综合成绩|是否合格";
  return drawnBook({
    name: `空表${seed}`,
    kind: p.kind("xlsx", "xls", "et", "ods"),
    policy: "plan7",
    says: p.says,
    sheets: [
      sheet("成绩", ["- 小学教师培训综合成绩登记表|<|<|<|<|<", header, "K teacher-assessment number|name|*|*|total|result", each(who, ({ name }, i) => `R ${i + 1}|${name}|90|80|${wrong && i === 3 ? "85{score.total-mismatch}" : 82}|合格`)]),
      sheet("空白表", ["- 小学教师培训综合成绩登记表（空白）|<|<|<|<|<", header, "K teacher-assessment number|name|*|*|total|result", "- ", "- 填表人："]),
    ],
  });
}

/** Totals of schools under the teachers, on the same sheet, with other headers. */
export function summaryBelow(seed: number): Book {
  const p = new Planner(seed);
  const who = p.people(10);
  const wrong = p.on("total wrong");
  return drawnBook({
    name: `附统计${seed}`,
    kind: p.kind("xlsx", "xls", "et", "ods"),
    policy: lanxi,
    says: p.says,
    sheets: [
      sheet("考核", [
        "- 康荣镇中心幼儿园教师培训考核表|<|<|<|<|<|<|<",
        "H 序号|姓名|心得体会|有效评课|培训学时|教学设计|活动反思|合计",
        "K teacher-assessment number|name|lanxi.teacher.reflection|lanxi.teacher.review|lanxi.teacher.platform-hours|lanxi.teacher.lesson-design|lanxi.teacher.activity-reflection|total",
        each(who, ({ name }, i) => `R ${i + 1}|${name}|18|17|20|16|15|${wrong && i === 3 ? "96{score.total-mismatch}" : 86}`),
        `- 平均分||18|17|20|16|15|86${wrong ? "{?score.total-mismatch}" : ""}`,
        `- 最高分||18|17|20|16|15|${wrong ? 96 : 86}`,
        "- 最低分||18|17|20|16|15|86",
        "- 合格人数|10||合格率|%1.0",
        "- 参训率|100%",
      ]),
    ],
  });
}

/** Three letters as marks of absence; a slash where there is no bonus; dashes in notes. */
export function dashes(seed: number): Book {
  const p = new Planner(seed);
  const who = p.people(9);
  const late = p.on("plan late");
  return drawnBook({
    name: `斜杠${seed}`,
    kind: p.kind(),
    policy: lanxi,
    says: p.says,
    sheets: [
      sheet("材料", [
        "- 各校培训材料报送统计|<|<|<|<",
        "H 序号|学校|材料名称|报送日期|备注",
        "K submissions number|school|project|date|note",
        each(who, (_, i) => `R ${i + 1}|第${i + 1}小学|${i % 2 === 0 ? "培训计划" : "培训总结"}|${i % 2 === 0 ? (late && i === 4 ? "@2024-9-27{date.late}" : "@2024-9-20") : "@2024-12-25"}|——`),
      ]),
    ],
  });
}

/** Unit columns and serials that look like data: phone numbers, years of service, class hours, bank cards. */
export function manyOthers(seed: number): Book {
  const p = new Planner(seed);
  const who = p.people(11);
  const short = p.on("public 26 said 是");
  const id = p.on("ID of 15 digits");
  return drawnBook({
    name: `信息多${seed}`,
    kind: p.kind("xlsx", "xls", "et", "ods", "csv-gb18030", "csv-bom"),
    policy: "zhaoqing-annual",
    says: p.says,
    sheets: [
      sheet("信息", [
        `H 序号|${p.pick("姓名", "姓　名")}|性别|民族|政治面貌|身份证号|手机|邮箱|学历|毕业院校|参加工作年月|教龄|职称|周课时|学校|公需课|专业课|选修课|合计|完成|签名`,
        "K hours-year number|name|sex|||id|||||||title||school|zhaoqing.annual.public|zhaoqing.annual.professional|zhaoqing.annual.elective|total|claim|",
        each(who, (one, i) => {
          const number = id && i === 2 ? "'441202850312752{person.id-invalid}" : `'${one.id}`;
          const hours = short && i === 5 ? "26{hours.block-short:logic}|46|18|90|是" : "30|42|18|90|是";
          return `R ${i + 1}|${one.name}|${one.sex}|汉族|中共党员|${number}|138${10000000 + i}|t${i}@126.com|本科|肇庆学院|1998.8|26|一级教师|14|江口中学|${hours}|`;
        }),
      ]),
    ],
  });
}
