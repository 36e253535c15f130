/** The ten model plans in forms of their own: shares, books, lessons, scopes, allowances, credits, sessions, marks, key teachers, registration. */
import type { Book } from "./book";
import { drawnBook, sheet } from "./drawn";
import { birthText, each, Planner } from "./fresh";

/** plan1: leaders and key teachers among all, one school a row. */
export function teamShares(seed: number): Book {
  const p = new Planner(seed);
  const short = p.on("key teachers 59 % said 达标");
  const above = p.on("leaders 16 %");
  const leaders = above ? "16{quota.exceeded}" : "13";
  return drawnBook({
    name: `队伍建设${seed}`,
    kind: p.kind(),
    policy: "plan1",
    says: p.says,
    sheets: [
      sheet("队伍", [
        "- 教师队伍建设情况统计表|<|<|<|<",
        `H 序号|${p.pick("项目", "类别")}|教师总数|${p.pick("人数", "现有人数")}|${p.pick("占比", "所占比例")}|是否达标`,
        "K quota number|project/category|whole|part|share|claim",
        `R 1|学科带头人和教学能手|100|${leaders}|%${above ? 0.16 : 0.13}|达标{?quota.exceeded}`,
        short ? "R 2|骨干教师|100|59{quota.short:logic}|%0.59|达标" : "R 2|骨干教师|100|62|%0.62|达标",
        "R 3|中青年教师参与课题研究|80|44|%0.55|达标",
      ]),
    ],
  });
}

/** plan1: books a month by age. */
export function booksByAge(seed: number): Book {
  const p = new Planner(seed);
  const few = p.on("36 years, 1 book, said 达标");
  const fewSaid = p.on("50 years, none, said 未达标");
  return drawnBook({
    name: `读书统计${seed}`,
    kind: p.kind(),
    policy: "plan1",
    says: p.says,
    sheets: [
      sheet("读书", [
        "- 教师每月读书情况统计表（11月）|<|<|<|<",
        `H 序号|姓名|年龄|${p.pick("本月读书本数", "每月读书本数", "读书数量（本）")}|是否达标`,
        "K observation number|name||plan1.reading|claim",
        each(p.people(10), ({ name }, i) => {
          const age = 27 + i * 3;
          let cells = `${age}|${age <= 40 ? 2 : 1}|达标`;
          if (few && i === 3) cells = "36|1{evidence.below:logic}|达标";
          if (fewSaid && i === 8) cells = "51|0{evidence.below:experience}|未达标";
          return `R ${i + 1}|${name}|${cells}`;
        }),
      ]),
    ],
  });
}

/** plan2: lessons observed, in and out of the school, reading notes. */
export function lessonsObserved(seed: number): Book {
  const p = new Planner(seed);
  const few = p.on("19 lessons, said 达标");
  const middle = p.on("教导主任 25 lessons, said 未达标");
  const own = p.on("中层 40, 10 own");
  const books = p.on("1 book");
  return drawnBook({
    name: `听课统计${seed}`,
    kind: p.kind(),
    policy: "plan2",
    says: p.says,
    sheets: [
      sheet("听课", [
        "- 2024—2025学年第一学期教师听课、读书情况统计表|<|<|<|<|<|<|<",
        `H 序号|姓名|职务|${p.pick("听课节数", "听课总节数")}|${p.pick("校内听课节数", "其中校内课")}|读书本数|读后感篇数|是否达标`,
        "K observation number|name|role|plan2.observation|plan2.observation.own-school/part|plan2.reading|plan2.reading.notes|claim",
        each(p.people(10), ({ name }, i) => {
          let cells = i % 5 === 4 ? "教导主任|32|12|2|2|达标" : `教师|${20 + i}|15|2|3|达标`;
          if (few && i === 1) cells = "教师|19{evidence.below:logic}|10|2|2|达标";
          if (middle && i === 4) cells = "教导主任|25{evidence.below:experience}|12|2|2|未达标";
          if (own && i === 9) cells = "德育主任|40|10{quota.short:experience}|2|2|未达标";
          if (books && i === 6) cells = "教师|26|15|1{evidence.below:experience}|2|未达标";
          return `R ${i + 1}|${name}|${cells}`;
        }),
      ]),
    ],
  });
}

/** plan3: who may be trained as a key teacher. */
export function keyCandidates(seed: number): Book {
  const p = new Planner(seed);
  const old = p.on("41 years");
  const subject = p.on("science");
  const holder = p.on("already a county key teacher");
  return drawnBook({
    name: `骨干培养对象${seed}`,
    kind: p.kind(),
    policy: "plan3",
    says: p.says,
    sheets: [
      sheet("培训对象", [
        "- 小学名师、学科带头人、骨干教师培训对象花名册|<|<|<|<|<",
        `H 序号|姓名|性别|出生日期|${p.pick("任教学科", "学科")}|${p.pick("现有称号", "荣誉称号", "骨干称号")}`,
        "K roster number|name|sex|birth|subject|*",
        each(p.people(12, [1986, 1999]), (one, i) => {
          let cells = `${birthText(one)}|${["语文", "数学", "英语"][i % 3] ?? ""}|无`;
          if (old && i === 2) cells = "@1983-3-2{person.out-of-scope}|语文|无";
          if (subject && i === 4) cells = `${birthText(one)}|科学{person.out-of-scope}|无`;
          if (holder && i === 6) cells = `${birthText(one)}|数学|区级骨干教师{person.out-of-scope}`;
          return `R ${i + 1}|${one.name}|${one.sex}|${cells}`;
        }),
      ]),
    ],
  });
}

/** plan4: at most eight days a year are paid for. */
export function allowances(seed: number): Book {
  const p = new Planner(seed);
  const nine = p.on("9 days counted");
  return drawnBook({
    name: `外出培训补贴${seed}`,
    kind: p.kind(),
    policy: "plan4",
    says: p.says,
    sheets: [
      sheet("补贴", [
        "- 教师外出培训交通误餐补贴登记表|<|<|<|<|<",
        `H 序号|姓名|培训项目|${p.pick("补贴天数", "补助天数", "报销天数")}|考核结果|备注`,
        "K observation number|name|project|*|result|note",
        each(p.people(8), ({ name }, i) => `R ${i + 1}|${name}|网络继续教育|${nine && i === 3 ? "9{hours.cap-exceeded}" : String(1 + i)}|合格|`),
      ]),
    ],
  });
}

/** plan5: 16 school-based credits. */
export function sixteenCredits(seed: number): Book {
  const p = new Planner(seed);
  const short = p.on("15 said 完成");
  const said = p.on("12 said 未完成");
  const low = p.on("未完成 though 16");
  return drawnBook({
    name: `校本学分${seed}`,
    kind: p.kind(),
    policy: "plan5",
    says: p.says,
    sheets: [
      sheet("学分", [
        "- 2024学年教师校本培训学分汇总表|<|<|<|<",
        `H 序号|姓名|学科|${p.pick("校本培训学分", "校本学分", "完成学分")}|${p.pick("是否完成", "是否达标")}`,
        "K hours-year number|name|subject|*|claim",
        each(p.people(10), ({ name }, i) => {
          let cells = `${16 + (i % 3)}|完成`;
          if (short && i === 2) cells = "15{hours.block-short:logic}|完成";
          if (said && i === 4) cells = "12{hours.block-short:experience}|未完成";
          if (low && i === 6) cells = "16|未完成{claim.understated}";
          return `R ${i + 1}|${name}|语文|${cells}`;
        }),
      ]),
    ],
  });
}

/** plan6: every subject meets a 名师 at least once. */
export function faceToFace(seed: number): Book {
  const p = new Planner(seed);
  const none = p.on("science none, said 已完成");
  return drawnBook({
    name: `面对面${seed}`,
    kind: p.kind(),
    policy: "plan6",
    says: p.says,
    sheets: [
      sheet("面对面", [
        "- 名师面对面活动登记表|<|<|<|<",
        `H 序号|学科|负责人|${p.pick("面对面次数", "活动次数", "面对面活动次数")}|${p.pick("是否完成", "完成情况")}`,
        "K observation number|subject|*|*|claim",
        "R 1|语文|李芳|2|完成",
        "R 2|数学|王强|1|完成",
        "R 3|英语|赵敏|1|完成",
        none ? "R 4|科学|孙丽|0{evidence.below:logic}|完成" : "R 4|科学|孙丽|1|完成",
      ]),
    ],
  });
}

/** plan7: school-based 20 %, central 80 %, with a resit column. */
export function weightedMarks(seed: number): Book {
  const p = new Planner(seed);
  const weighted = p.on("wrong weights");
  const result = p.on("59.6 said 合格");
  const range = p.on("central 101");
  const blank = p.on("central missing");
  return drawnBook({
    name: `培训成绩${seed}`,
    kind: p.kind(),
    policy: "plan7",
    says: p.says,
    sheets: [
      sheet("成绩", [
        "- 全县小学教师培训综合成绩登记表|<|<|<|<|<|<|<",
        `H 序号|姓名|学校|${p.pick("校本培训成绩", "校本培训成绩（20%）")}|${p.pick("集中培训成绩", "集中培训成绩（80%）")}|${p.pick("综合成绩", "总成绩")}|${p.pick("考核结果", "是否合格")}|备注`,
        "K teacher-assessment number|name|school|*|*|total|result|note",
        each(p.people(12), ({ name }, i) => {
          const own = 80 + i;
          const central = 70 + i;
          let cells = `${own}|${central}|${(own * 2 + central * 8) / 10}|合格`;
          if (weighted && i === 1) cells = "90|70|86{score.total-mismatch}|合格";
          if (result && i === 3) cells = "58|60|59.6|合格{score.result-mismatch}";
          if (range && i === 5) cells = "90|101{score.out-of-range}|98.8{?score.total-mismatch}|合格";
          if (blank && i === 7) cells = "90|{score.missing}|18{?score.total-mismatch}|不合格{?score.result-mismatch}";
          return `R ${i + 1}|${name}|朝阳小学|${cells}|`;
        }),
      ]),
    ],
  });
}

/** plan7: three years in three groups. */
export function threeGroups(seed: number): Book {
  const p = new Planner(seed);
  const young = p.on("man of 44");
  return drawnBook({
    name: `选培名单${seed}`,
    kind: p.kind(),
    policy: "plan7",
    says: p.says,
    sheets: [
      sheet("选培名单", [
        "- 全县小学教师三年三期培训对象花名册|<|<|<|<|<",
        "H 序号|姓名|性别|出生年月|学校|期次",
        "K roster number|name|sex|birth|school|",
        each(p.people(12), (one, i) => {
          const birth = one.sex === "男" ? `@${1970 + (i % 9)}-5-6` : `@${1975 + (i % 9)}-5-6`;
          return young && i === 5 ? `R ${i + 1}|${one.name}|男|@1981-5-6{person.out-of-scope}|东风路小学|第一期` : `R ${i + 1}|${one.name}|${one.sex}|${birth}|东风路小学|第${"一二三"[i % 3] ?? ""}期`;
        }),
      ]),
    ],
  });
}

/** plan9: 80 hours, 30 for class teachers, 60 for new teachers. */
export function hoursByPost(seed: number): Book {
  const p = new Planner(seed);
  const annual = p.on("79 said 完成");
  const homeroom = p.on("班主任 29 said 完成");
  const fresh = p.on("new teacher 50 said 未完成");
  return drawnBook({
    name: `全员培训学时${seed}`,
    kind: p.kind(),
    policy: "plan9",
    says: p.says,
    sheets: [
      sheet("学时", [
        "- 2024年中小学教师全员培训学时汇总表|<|<|<|<|<|<",
        `H 序号|姓名|${p.pick("岗位", "人员类别", "教师类别")}|${p.pick("全员培训学时", "年度培训学时")}|${p.pick("班主任专题培训学时", "班主任培训学时")}|${p.pick("新教师岗前培训学时", "岗前培训学时")}|是否完成`,
        "K hours-year number|name|role|plan9.annual/total|plan9.homeroom|plan9.new-teacher|claim",
        each(p.people(12), ({ name }, i) => {
          let cells = ["任课教师|86||", "班主任|82|30|", "新教师|80||60"][i % 3] ?? "";
          let claim = "完成";
          if (annual && i === 0) cells = "任课教师|79{hours.block-short:logic}||";
          if (homeroom && i === 4) cells = "班主任|82|29{hours.block-short:logic}|";
          if (fresh && i === 5) {
            cells = "新教师|80||50{hours.block-short:experience}";
            claim = "未完成";
          }
          return `R ${i + 1}|${name}|${cells}|${claim}`;
        }),
      ]),
    ],
  });
}

/** plan10: yearly registration; the hours required are a parameter without a value. */
export function yearlyRegistration(seed: number): Book {
  const p = new Planner(seed);
  const bad = p.on("hours not a number");
  return drawnBook({
    name: `年度登记${seed}`,
    kind: p.kind(),
    policy: "plan10",
    says: p.says,
    sheets: [
      sheet("年度登记", [
        "- 教师继续教育年度登记表|<|<|<|<",
        `H 序号|姓名|学校|${p.pick("年度学时", "继续教育学时", "完成学时")}|登记情况`,
        "K hours-year number|name|school|*|*",
        each(p.people(9), ({ name }, i) => `R ${i + 1}|${name}|第二小学|${bad && i === 2 ? "不详{cell.not-a-number}" : String(72 + i)}|完成`),
      ]),
    ],
  });
}
