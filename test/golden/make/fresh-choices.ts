/** Closed and open lists, and texts beside them that are no lists; ledgers against yearly sums; key teachers' years; quotas in other words. */
import type { Book } from "./book";
import { drawnBook, sheet } from "./drawn";
import { birthText, each, Planner } from "./fresh";

/** 岳阳: what each stage leans on; contents from a closed list, ways from an open one. */
export function stageForms(seed: number): Book {
  const p = new Planner(seed);
  const form = p.on("high school with 年级组");
  const content = p.on("a content outside the three");
  const who = p.people(8);
  const stages = [
    ["高中", "备课组"],
    ["初中", "教研组"],
    ["小学", "年级组"],
    ["幼儿园", "活动主题"],
  ] as const;
  return drawnBook({
    name: `研修登记${seed}`,
    kind: p.kind(),
    policy: "yueyang-school-based",
    says: p.says,
    sheets: [
      sheet("研修登记", [
        "- 校本研修培训学分登记表|<|<|<|<|<|<|<",
        `H 序号|姓名|${p.pick("学段", "任教学段")}|${p.pick("依托形式", "组织形式", "活动依托")}|${p.pick("研训内容", "研修内容")}|研修方式|日期|学分`,
        "K hours-log number|name|stage|*|*|*|date|hours",
        each(who, ({ name }, i) => {
          const [stage, basis] = stages[i % 4] ?? ["小学", "年级组"];
          const where = form && i === 4 ? "年级组{choice.unknown}" : basis;
          const what = content && i === 6 ? "烹饪技术{choice.unknown}" : (["师德", "教学实践方法技能", "实践知识"][i % 3] ?? "");
          return `R ${i + 1}|${name}|${stage}|${where}|${what}|${i === 2 ? "校际联合培训" : "专题研讨"}|@2023-10-${10 + i}|2`;
        }),
      ]),
    ],
  });
}

/** 肇庆: six contents, kinds of units; free words in the project's column. */
export function contents(seed: number): Book {
  const p = new Planner(seed);
  const unit = p.on("a unit out of the list");
  const who = p.people(8);
  const units = ["小学", "初中", "高中", "幼儿园", "特殊教育学校", "中等职业学校", "九年一贯制学校", "完全中学"];
  return drawnBook({
    name: `肇庆名册${seed}`,
    kind: p.kind(),
    policy: "zhaoqing-annual",
    says: p.says,
    sheets: [
      sheet("教师名册", [
        "- 肇庆市教师全员培训对象花名册|<|<|<|<|<|<",
        `H 序号|姓名|性别|出生年月|工作单位|${p.pick("学校类别", "单位类别", "学段")}|任教学科`,
        "K roster number|name|sex|birth|school|stage|subject",
        each(who, (one, i) => `R ${i + 1}|${one.name}|${one.sex}|'${one.birth.y}-${String(one.birth.m).padStart(2, "0")}|星湖学校|${unit && i === 3 ? "校外托管机构{choice.unknown}" : (units[i] ?? "小学")}|音乐`),
      ]),
    ],
  });
}

/** 肇庆: what was learnt is written in free words; no list is meant. */
export function freeWords(seed: number): Book {
  const p = new Planner(seed);
  const who = p.people(6);
  const wrong = p.on("half a day, 8 hours");
  const words = ["高中数学新教材解读", "校园欺凌防治专题", "信息技术2.0整校推进", "课堂观察与诊断", "班主任基本功", "阅读教学研讨"];
  return drawnBook({
    name: `培训记录${seed}`,
    kind: p.kind("xlsx", "xls", "et", "ods", "csv-utf8"),
    policy: "zhaoqing-annual",
    says: p.says,
    sheets: [
      sheet("记录", [
        `H 序号|姓名|${p.pick("培训内容", "培训主题", "课程名称")}|课程类别|培训时间|${p.pick("天数", "培训天数（天）")}|${p.pick("学时", "获得学时", "折合学时")}|授课专家|地点`,
        "K hours-log number|name|*|category|date|days|hours|*|*",
        each(who, ({ name }, i) => `R ${i + 1}|${name}|${words[i] ?? ""}|${["公需课", "专业课", "个人选修课"][i % 3] ?? ""}|@2024-${4 + i}-8|0.5|${wrong && i === 2 ? "8{hours.credit-mismatch}" : "4"}|陈教授|报告厅`),
      ]),
    ],
  });
}

/** 肇庆: one log row a training with the block's hours in three columns, and the year beside it. */
export function ledger(seed: number): Book {
  const p = new Planner(seed);
  const who = p.people(6);
  const differ = p.on("year says 34, log 32");
  const rows = who.flatMap(({ name }) => [
    [name, "公共需课培训", "公需课", 32],
    [name, "学科研训", "专业课", 44],
    [name, "校本研修", "个人选修课", 18],
  ]);
  return drawnBook({
    name: `对账${seed}`,
    kind: p.kind("xlsx", "xls", "et"),
    policy: "zhaoqing-annual",
    says: p.says,
    sheets: [
      sheet("明细", [
        "- 2024年教师培训学时明细台账|<|<|<|<|<",
        "H 序号|教师|项目名称|学时类别|完成日期|认定学时",
        "K hours-log number|name|project|category|date|hours/credited",
        each(rows, ([name, project, category, hours], i) => `R ${i + 1}|${name ?? ""}|${project ?? ""}|${category ?? ""}|@2024-${1 + (i % 12)}-15|${hours ?? 0}`),
      ]),
      sheet("汇总", [
        "- 2024年教师培训学时汇总|<|<|<|<|<",
        "H 教师|公需课|专业课|个人选修课|总计|任务完成",
        "K hours-year name|zhaoqing.annual.public|zhaoqing.annual.professional|zhaoqing.annual.elective|total|claim",
        each(who, ({ name }, i) => `R ${name}|${differ && i === 2 ? "34{hours.ledger-mismatch}|44|18|96{?hours.ledger-mismatch}" : "32|44|18|94"}|是`),
      ]),
    ],
  });
}

/** plan9: three years in a row for key teachers. */
export function keyYears(seed: number): Book {
  const p = new Planner(seed);
  const two = p.on("2 years said 达标");
  return drawnBook({
    name: `连续培训${seed}`,
    kind: p.kind(),
    policy: "plan9",
    says: p.says,
    sheets: [
      sheet("连续培训", [
        "- 骨干教师连续培训登记表|<|<|<|<",
        `H 序号|姓名|骨干类别|${p.pick("连续培训年数", "连续参训年数", "已连续培训（年）")}|是否达标`,
        "K observation number|name|*|*|claim",
        each(p.people(6), ({ name }, i) => `R ${i + 1}|${name}|${i % 2 === 0 ? "市级骨干教师" : "县级骨干教师"}|${two && i === 3 ? "2{evidence.below:logic}" : "3"}|达标`),
      ]),
    ],
  });
}

/** plan9: city and county key teachers and rural teachers in one sheet. */
export function keyShares(seed: number): Book {
  const p = new Planner(seed);
  const city = p.on("city 9 % said 达标");
  const county = p.on("county 19 %");
  return drawnBook({
    name: `骨干比例${seed}`,
    kind: p.kind(),
    policy: "plan9",
    says: p.says,
    sheets: [
      sheet("骨干", [
        "- 骨干教师队伍统计表|<|<|<|<|<",
        `H 序号|类别|${p.pick("中小学教师总数", "教师总数")}|${p.pick("人数", "现有人数")}|${p.pick("比例", "所占比例")}|是否达标`,
        "K quota number|project/category|whole|part|share|claim",
        `R 1|市级骨干教师|800|${city ? "72{quota.short:logic}|%0.09" : "88|%0.11"}|达标`,
        `R 2|县级骨干教师|800|${county ? "152{quota.exceeded}|%0.19" : "120|%0.15"}|达标{?quota.exceeded}`,
        "R 3|参加县以上培训的农村教师|500|60|%0.12|达标",
      ]),
    ],
  });
}

/** 湘西: five voices with weights in the header, no total's formula. */
export function voices(seed: number): Book {
  const p = new Planner(seed);
  const above = p.on("108 points");
  const none = p.on("experts blank");
  const wrong = p.on("mean wrong");
  return drawnBook({
    name: `年度考评${seed}`,
    kind: p.kind(),
    policy: "xiangxi-growth-plan",
    asOf: "2012-01-10",
    says: p.says,
    sheets: [
      sheet("考评", [
        "- 教师专业发展年度考评表|<|<|<|<|<|<|<",
        "H 序号|姓名|教师自评|团队互评|学生参评|校长导评|专家审评|综合得分",
        "K teacher-assessment number|name|*|*|*|*|*|total",
        each(p.people(8), ({ name }, i) => {
          let cells = "90|88|92|86|84|88";
          if (above && i === 1) cells = "108{score.out-of-range}|88|92|86|84|91.6{?score.total-mismatch}";
          if (none && i === 3) cells = "90|88|92|86|{score.missing}|89{?score.total-mismatch}";
          if (wrong && i === 5) cells = "90|88|92|86|84|90{score.total-mismatch}";
          return `R ${i + 1}|${name}|${cells}`;
        }),
      ]),
    ],
  });
}

/** 湘西: a whole school: registration, plans, credits; people agree across the sheets. */
export function wholeXiangxi(seed: number): Book {
  const p = new Planner(seed);
  const who = p.people(9, [1965, 1985]);
  const stranger = p.on("in the credits but not in the roster");
  const gone = p.on("in the roster but not in the credits");
  const listed = who.filter((_, i) => !(gone && i === 6));
  return drawnBook({
    name: `湘西全套${seed}`,
    kind: p.kind("xlsx", "xls", "et", "ods"),
    policy: "xiangxi-growth-plan",
    asOf: "2016-03-01",
    says: p.says,
    sheets: [
      sheet("花名册", ["- 泸溪县第一小学继续教育报名注册登记表|<|<|<|<", "H 序号|姓名|性别|出生年月|身份证号", "K roster number|name|sex|birth|id", each(who, (one, i) => `R ${i + 1}|${one.name}|${one.sex}|${birthText(one)}|'${one.id}`)]),
      sheet("学分", [
        "- 泸溪县第一小学继续教育学分登记汇总表|<|<|<|<|<|<|<",
        `H 序号|姓名${gone && stranger ? "{person.missing,person.missing}" : gone || stranger ? "{person.missing}" : ""}|2011年|2012年|2013年|2014年|2015年|合计`,
        "K hours-cycle number|name|year1|year2|year3|year4|year5|total",
        each(listed, (one, i) => `R ${i + 1}|${stranger && i === 2 ? "西门吹雪{person.not-in-roster}" : one.name}|72|72|72|72|72|360`),
      ]),
    ],
  });
}
