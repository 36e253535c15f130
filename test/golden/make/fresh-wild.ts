/** What stands in and under the records of real forms: rows of instructions, examples, totals and signatures in every wording, gaps, sub-columns, pages. */
import type { Book } from "./book";
import { drawnBook, sheet } from "./drawn";
import { each, Planner } from "./fresh";

const lanxi = "lanxi-2024-autumn";
const HEADER = "H 序号|单位|姓名|心得体会|有效评课|培训学时|教学设计|活动反思|奖励加分|总分|考核结果";
const KEYS = "K teacher-assessment number|school|name|lanxi.teacher.reflection|lanxi.teacher.review|lanxi.teacher.platform-hours|lanxi.teacher.lesson-design|lanxi.teacher.activity-reflection|lanxi.teacher.bonus|total|result";

const TOTALS = ["合计", "合 计", "总计", "共计", "合计：", "全校平均", "平均分", "人均", "平均得分", "小 计", "小计：6人", "合计（人）", "平均值", "总分平均", "本校平均", "均分", "最高得分", "最低", "及格率", "人数"];
const FOOTERS = [
  "填表人：李秀兰", "审核：王建国", "制表时间：2024年12月30日", "备注：1.得分不得超过满分。", "说明：本表一式两份。", "注：加分须附证明材料。", "校长（签字）：", "单位（盖章）：", "联系人：张敏 联系电话：0455-5621234", "2024年12月30日", "年   月   日",
  "第1页，共1页", "（此表一式三份，报县教师进修学校一份）", "以上情况属实。", "※ 空白处不填", "★各校务必于12月30日前报送", "考核小组成员签名：", "负责人：赵国庆", "公示情况：无异议", "学校意见：同意上报", "复核人：孙丽", "填报说明：请勿改动格式", "附：佐证材料目录", "制表：教导处",
];
const EXAMPLES = ["示例|某某小学|张三", "例|XX小学|李四", "样例|某校|王五", "0|（填写示例）兰西县第一中学|张三", "示例：|某某学校|某某某", "如：|兰西镇中心小学|张三", "填写样例|某小学|赵六", "模板|兰西镇小学|张三", "范例|某小学|张三", "|××小学|×××", "1|XXX小学|XXX", "1|兰西镇小学|张三（示例）"];
const RULES = ["必填|必填|必填|数字|数字|数字|数字|数字|选填|自动计算|自动计算", "（整数）|（全称）|（文本）|0—20|0—20|0—20|0—20|0—20|每次5分|0—100|合格/不合格", "|填全称|与身份证一致|≤20分|≤20分|≤20分|≤20分|≤20分|5分/次|满分100|60分以上合格"];

/** Rows of instructions and examples, totals and footers of every kind. */
export function around(seed: number): Book {
  const p = new Planner(seed);
  const who = p.people(12);
  const wrong = p.on("22 points");
  const blank = p.on("item blank");
  const totals = p.chance.some(TOTALS, 2);
  return drawnBook({
    name: `周边${seed}`,
    kind: p.kind("xlsx", "xls", "et", "ods", "csv-gb18030"),
    policy: lanxi,
    says: p.says,
    sheets: [
      sheet("考核", [
        "- 教师培训考核汇总表",
        HEADER,
        KEYS,
        ...(p.chance.chance(0.5) ? [`- ${p.chance.pick(RULES)}`] : []),
        ...(p.chance.chance(0.6) ? [`- ${p.chance.pick(EXAMPLES)}|18|17|20|16|15|0|86|合格`] : []),
        each(who, ({ name }, i) => {
          let cells = "18|17|20|16|15|0|86|合格";
          if (wrong && i === 3) cells = "22{score.out-of-range}|17|20|16|15|0|90|合格";
          if (blank && i === 7) cells = "18|17|20|16|{score.missing}|0|71|合格";
          return `R ${i + 1}|燎原镇小学|${name}|${cells}`;
        }),
        ...totals.map((label) => `- ${label}||||||||||`),
        ...(p.chance.chance(0.5) ? ["-"] : []),
        ...p.chance.some(FOOTERS, 4).map((text) => `- ${text}`),
      ]),
    ],
  });
}

/** Two sub-columns and their sum under each block. */
export function subBlocks(seed: number): Book {
  const p = new Planner(seed);
  const who = p.people(9);
  const short = p.on("public 12+14 said 完成");
  const sum = p.on("block's own sum wrong");
  const sub = p.pick("小计", "合计", "学时小计");
  return drawnBook({
    name: `分栏${seed}`,
    kind: p.kind("xlsx", "xls", "et", "ods"),
    policy: "zhaoqing-annual",
    says: p.says,
    sheets: [
      sheet("年度", [
        "- 2024年度教师继续教育学时统计表|<|<|<|<|<|<|<|<|<|<|<",
        "H 序号|姓名|公需课|<|<|专业课|<|<|个人选修课|<|<|总学时|是否完成",
        `H ^|^|线上|线下|${sub}|线上|线下|${sub}|线上|线下|${sub}|^|^`,
        "K hours-year number|name|||zhaoqing.annual.public|||zhaoqing.annual.professional|||zhaoqing.annual.elective|total|claim",
        each(who, ({ name }, i) => {
          let open = "20|10|30";
          let total = "90";
          if (short && i === 2) {
            open = "12|14|26{hours.block-short:logic}";
            total = "86";
          }
          if (sum && i === 4) {
            open = "20|10|32{?hours.total-mismatch}";
            total = "92{?hours.total-mismatch}";
          }
          return `R ${i + 1}|${name}|${open}|30|12|42|8|10|18|${total}|完成`;
        }),
      ]),
    ],
  });
}

/** Pages of a printed list: title and header again, 续表, a page number under each. */
export function pages(seed: number): Book {
  const p = new Planner(seed);
  const who = p.people(24);
  const twice = p.on("same person on the second page");
  const title = "- 怀集县教师继续教育五年周期学时统计表|<|<|<|<|<|<|<|<|<";
  const header = "序号|姓名|学校|2020年|2021年|2022年|2023年|2024年|合计|备注";
  const line = (from: number, to: number): string =>
    each(who.slice(from, to), (one, k) => {
      const i = from + k;
      return `R ${i + 1}|${twice && i === 17 ? `${who[3]?.name ?? ""}{person.duplicate}` : one.name}|怀集县第一中学|90|90|90|92|90|452|`;
    });
  return drawnBook({
    name: `分页${seed}`,
    kind: p.kind("xlsx", "xls", "et", "ods"),
    policy: "zhaoqing-annual",
    says: p.says,
    sheets: [
      sheet("周期", [
        title,
        `H ${header}`,
        "K hours-cycle number|name|school|year1|year2|year3|year4|year5|total|note",
        line(0, 8),
        "- 第1页 共3页",
        "-",
        "- 怀集县教师继续教育五年周期学时统计表（续表）",
        `- ${header}`,
        line(8, 16),
        "- 第2页 共3页",
        "-",
        "- 怀集县教师继续教育五年周期学时统计表（续表）",
        `- ${header}`,
        line(16, 24),
        "- 第3页 共3页",
      ]),
    ],
  });
}

/** Empty columns between, hidden columns with what is needed, numbers of the rows as text. */
export function gaps(seed: number): Book {
  const p = new Planner(seed);
  const who = p.people(10);
  const id = p.on("wrong ID in the hidden column");
  const total = p.on("total wrong");
  return drawnBook({
    name: `空列${seed}`,
    kind: p.kind("xlsx", "xls", "et", "ods"),
    policy: "xiangxi-growth-plan",
    asOf: "2016-02-01",
    says: p.says,
    sheets: [
      sheet(
        "学分",
        [
          "- 凤凰县中小学教师继续教育学分登记表（2011—2015年）",
          "H 序号|姓名|身份证号|单位||2011|2012|2013|2014|2015||五年合计|是否合格",
          "K hours-cycle number|name|id|school||year1|year2|year3|year4|year5||total|claim",
          each(who, (one, i) => {
            const bad = id && i === 3 ? `'${one.id.slice(0, 17)}${one.id.endsWith("8") ? "2" : "8"}{person.id-invalid}` : `'${one.id}`;
            return `R '${String(i + 1).padStart(2, "0")}|${one.name}|${bad}|凤凰县箭道坪小学||72|72|73|74|72||${total && i === 6 ? "360{hours.total-mismatch}" : 363}|是`;
          }),
        ],
        { hideColumns: ["C"] },
      ),
    ],
  });
}

/** Names with marks behind them, numbers of several kinds, full names of schools. */
export function markedNames(seed: number): Book {
  const p = new Planner(seed);
  const who = p.people(9);
  const low = p.on("total understated");
  const marks = ["", "", "（组长）", "", "*", "", "（教导主任）", "", ""];
  return drawnBook({
    name: `标注${seed}`,
    kind: p.kind("xlsx", "xls", "et", "ods"),
    policy: lanxi,
    says: p.says,
    sheets: [
      sheet("考核", [
        "- 北安乡中心小学教师培训考核表",
        HEADER,
        KEYS,
        each(who, ({ name }, i) => `R ${"①②③④⑤⑥⑦⑧⑨"[i] ?? i}|北安乡中心小学|${name}${marks[i] ?? ""}|18|17|20|16|15||${low && i === 5 ? "85{score.total-mismatch}" : 86}|合格`),
      ]),
    ],
  });
}
