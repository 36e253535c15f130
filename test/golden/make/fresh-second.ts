/** A second round of forms, drawn after the reader had been mended on the first: what is new here says most. */
import type { Book } from "./book";
import { drawnBook, sheet } from "./drawn";
import { birthText, each, Planner } from "./fresh";

const lanxi = "lanxi-2024-autumn";

/** 兰西: sections by school stage, the whole county, formulas, a signature line between the sections. */
export function countyList(seed: number): Book {
  const p = new Planner(seed);
  const who = p.people(15);
  const over = p.on("item above 20");
  const sum = p.on("total one too many");
  const twice = p.on("same teacher twice in a school");
  const stages = [
    ["一、中学组", ["兰西县第一中学", "平山镇中学"]],
    ["二、小学组", ["兰西县实验小学", "燎原镇小学"]],
    ["三、幼儿园", ["兰西县机关幼儿园"]],
  ] as const;
  let at = 0;
  const lines: string[] = [];
  for (const [stage, schools] of stages) {
    lines.push(`- ${stage}|<|<|<|<|<|<|<|<|<|<`);
    for (const school of schools) {
      for (let k = 0; k < 3; k++) {
        const i = at++;
        const name = twice && i === 5 ? `${who[3]?.name ?? ""}{person.duplicate}` : (who[i]?.name ?? "");
        let items = "17|18|20|18.5|16";
        let total = "=SUM(D~:H~)+I~→89.5";
        if (over && i === 2) {
          items = "17|18|20|20.5{score.out-of-range}|16";
          total = "=SUM(D~:H~)+I~→91.5";
        }
        if (sum && i === 8) total = "90.5{score.total-mismatch,?formula.overtyped}";
        lines.push(`R ${i + 1}|${school}|${name}|${items}|0|${total}|合格`);
      }
    }
  }
  return drawnBook({
    name: `全县考核${seed}`,
    kind: p.kind("xlsx", "xlsx", "xls", "et"),
    policy: lanxi,
    says: p.says,
    sheets: [
      sheet("成绩公示", [
        "- 2024年秋季学期兰西县中小学幼儿园教师培训考核成绩公示|<|<|<|<|<|<|<|<|<|<",
        "- 公示时间：2025年1月3日—1月9日",
        `H 序号|${p.pick("所在学校", "任教学校", "单位")}|${p.pick("教师姓名", "姓名")}|${p.pick("心得体会（20）", "培训心得")}|${p.pick("有效评课（20）", "评课得分")}|${p.pick("培训学时（20）", "智慧平台学时得分")}|${p.pick("教学设计（20）", "推门课教学设计")}|${p.pick("活动反思（20）", "联研活动反思")}|${p.pick("加分", "奖励分")}|${p.pick("综合得分", "合计得分")}|${p.pick("结论", "考核结论")}`,
        "K teacher-assessment number|school|name|lanxi.teacher.reflection|lanxi.teacher.review|lanxi.teacher.platform-hours|lanxi.teacher.lesson-design|lanxi.teacher.activity-reflection|lanxi.teacher.bonus|total|result",
        lines.join("\n"),
        "- 监督电话：0455-5621234",
      ]),
    ],
  });
}

/** 肇庆: the training institution's list of one class: everybody, one training, days and hours. */
export function classList(seed: number): Book {
  const p = new Planner(seed);
  const who = p.people(20);
  const wrong = p.on("hours 28 for 3 days");
  const half = p.on("2.7 days");
  const id = p.on("ID wrong");
  return drawnBook({
    name: `班级学员${seed}`,
    kind: p.kind("xlsx", "xls", "et", "ods", "csv-gb18030"),
    policy: "zhaoqing-annual",
    says: p.says,
    sheets: [
      sheet("学员名单", [
        "- 肇庆市2024年骨干教师提升培训班学员学时登记表",
        `H 学号|学员姓名|性别|证件号码|工作单位|联系方式|培训班名称|课程类别|${p.pick("培训时间", "报到日期", "开班日期")}|${p.pick("参训天数", "培训天数")}|${p.pick("登记学时", "认定学时", "学时")}`,
        "K hours-log *|name|sex|id|school||project|category|date|days|*",
        each(who, (one, i) => {
          let time = "3|24";
          if (wrong && i === 2) time = "3|28{hours.credit-mismatch}";
          if (half && i === 5) time = "2.7{hours.not-half-days}|21.6{?hours.credit-mismatch}";
          const number = id && i === 8 ? `'${one.id.slice(0, 17)}${one.id.endsWith("6") ? "1" : "6"}{person.id-invalid}` : `'${one.id}`;
          return `R ${101 + i}|${one.name}|${one.sex}|${number}|高要区金利中学|1390758${1000 + i}|骨干教师提升培训|专业课|@2024-8-12|${time}`;
        }),
      ]),
    ],
  });
}

/** 岳阳: two schools' five years beside their claims; a cap column with its name in the header. */
export function fiveYearsClaim(seed: number): Book {
  const p = new Planner(seed);
  const who = p.people(10);
  const empty = p.on("a year of 0, said 合格");
  const cap = p.on("126 counted");
  const text = p.on("二十四 as text");
  return drawnBook({
    name: `校本学分认定${seed}`,
    kind: p.kind(),
    policy: "yueyang-school-based",
    says: p.says,
    sheets: [
      sheet("认定", [
        "- 岳阳市中小学教师校本研修培训学分认定表（2019—2024）",
        `H 序号|单位|教师|第一学年|第二学年|第三学年|第四学年|第五学年|${p.pick("累计", "五年累计", "合计")}|${p.pick("认定学分（最高120）", "认定学分", "计入学分")}|${p.pick("是否合格", "是否达标")}`,
        "K hours-cycle number|school|name|year1|year2|year3|year4|year5|total|credited|claim",
        each(who, ({ name }, i) => {
          let cells = "24|24|24|24|24|120|120|合格";
          if (empty && i === 2) cells = "30|0{hours.year-empty:logic}|30|30|30|120|120|合格";
          if (cap && i === 4) cells = "26|25|25|25|25|126|126{hours.cap-exceeded}|合格";
          if (text && i === 6) cells = "'二十四{cell.text-number}|24|24|24|24|120|120|合格";
          return `R ${i + 1}|云溪区路口中学|${name}|${cells}`;
        }),
      ]),
    ],
  });
}

/** 湘西: registration with ages and principals; what must be reported and when. */
export function registration(seed: number): Book {
  const p = new Planner(seed);
  const late = p.on("22 May");
  const places = ["吉首市", "泸溪县", "凤凰县", "花垣县", "保靖县", "古丈县", "永顺县", "龙山县"];
  return drawnBook({
    name: `注册上报${seed}`,
    kind: p.kind(),
    policy: "xiangxi-growth-plan",
    asOf: "2011-12-31",
    says: p.says,
    sheets: [
      sheet("上报情况", [
        "- 各县市“十二五”中小学教师继续教育报名注册登记表上报情况|<|<|<",
        `H 序号|县市|${p.pick("上报日期", "报名注册登记表上报日期", "上报时间")}|备注`,
        "K submissions number|place|*|note",
        each(places, (place, i) => `R ${i + 1}|${place}|${late && i === 3 ? "@2011-5-22{date.late}" : `2011年5月${12 + i}日`}|`),
      ]),
    ],
  });
}

/** plan3: candidates with their titles and ages in years. */
export function candidatesByAge(seed: number): Book {
  const p = new Planner(seed);
  const old = p.on("43 years");
  const key = p.on("already 市级学科带头人");
  return drawnBook({
    name: `培养对象${seed}`,
    kind: p.kind(),
    policy: "plan3",
    says: p.says,
    sheets: [
      sheet("名单", [
        "- 校级名师、学科带头人、骨干教师培训对象推荐表",
        "H 序号|姓名|年龄|学科|已有称号|推荐理由",
        "K roster number|name||subject|*|",
        each(p.people(8), (one, i) => {
          let cells = `${26 + i}|${["语文", "数学", "英语"][i % 3] ?? ""}||教学成绩突出`;
          if (old && i === 2) cells = "43{person.out-of-scope}|英语||教学成绩突出";
          if (key && i === 5) cells = "31|英语|市级学科带头人{person.out-of-scope}|教学成绩突出";
          return `R ${i + 1}|${one.name}|${cells}`;
        }),
      ]),
    ],
  });
}

/** plan9: a small school's year, one row a person, with the rural quota under it. */
export function yearAndQuota(seed: number): Book {
  const p = new Planner(seed);
  const short = p.on("78 hours said 是");
  const quota = p.on("rural 8 % said 是");
  return drawnBook({
    name: `学时与比例${seed}`,
    kind: p.kind("xlsx", "xls", "et", "ods"),
    policy: "plan9",
    says: p.says,
    sheets: [
      sheet("学时", [
        "- 2024年度全员培训学时登记汇总（每年不少于80学时）",
        "H 序号|姓名|身份|全员培训学时|班主任专题培训|岗前培训|是否完成",
        "K hours-year number|name|role|plan9.annual/total|plan9.homeroom|plan9.new-teacher|claim",
        each(p.people(6), ({ name }, i) => `R ${i + 1}|${name}|${i === 1 ? "班主任" : "科任教师"}|${short && i === 3 ? "78{hours.block-short:logic}" : 84}|${i === 1 ? 30 : ""}||是`),
      ]),
      sheet("比例", [
        "- 农村教师参加县以上培训情况表",
        "H 序号|乡镇|农村教师总数|参加县以上培训人数|比例|是否达标",
        "K quota number|place/school|whole|part|share|claim",
        "R 1|城关镇|200|24|%0.12|是",
        quota ? "R 2|民族乡|100|8{quota.short:logic}|%0.08|是" : "R 2|民族乡|100|10|%0.1|是",
      ]),
    ],
  });
}

/** 兰西: the roster of a kindergarten with kinds of unit, birth by ID only. */
export function kindergarten(seed: number): Book {
  const p = new Planner(seed);
  const unit = p.on("unit not in the list");
  const dup = p.on("same ID");
  const who = p.people(9);
  return drawnBook({
    name: `参训人员${seed}`,
    kind: p.kind(),
    policy: lanxi,
    says: p.says,
    sheets: [
      sheet("参训人员信息", [
        "- 兰西县教师培训参训人员信息表",
        `H 序号|姓名|身份证号码|单位|${p.pick("单位类型", "单位类别", "学校类别")}|职称|微信号`,
        "K roster number|name|id|school|stage|title|",
        each(who, (one, i) => `R ${i + 1}|${one.name}|'${dup && i === 7 ? `${who[1]?.id ?? ""}{person.duplicate}` : one.id}|兰西县机关幼儿园|${unit && i === 4 ? "培训机构{choice.unknown}" : ["幼儿园", "小学", "中学", "特殊教育学校", "青少年活动中心"][i % 5]}|二级教师|`),
      ]),
    ],
  });
}

/** plan2: reading and lessons of one group, with who is in the middle. */
export function groupReading(seed: number): Book {
  const p = new Planner(seed);
  const notes = p.on("two books, one note");
  const few = p.on("18 lessons said 完成");
  return drawnBook({
    name: `教研组${seed}`,
    kind: p.kind("xlsx", "xls", "et", "ods", "csv-utf8"),
    policy: "plan2",
    says: p.says,
    sheets: [
      sheet("登记", [
        "- 语文教研组教师听课读书登记表（第一学期）",
        "H 序号|教师|岗位|听课节数|读书本数|读后感篇数|完成情况",
        "K observation number|name|role|plan2.observation|plan2.reading|plan2.reading.notes|claim",
        each(p.people(7), (one, i) => {
          let cells = "教师|22|2|2|完成";
          if (notes && i === 2) cells = "教师|22|2|1{evidence.below:logic}|完成";
          if (few && i === 4) cells = "教师|18{evidence.below:logic}|2|2|完成";
          return `R ${i + 1}|${one.name}|${cells}`;
        }),
      ]),
    ],
  });
}

/** 湘西: a plan's roster by age with a birth column in months only. */
export function planRoster(seed: number): Book {
  const p = new Planner(seed);
  const woman = p.on("woman of 51");
  const who = p.people(9, [1965, 1985]);
  return drawnBook({
    name: `行动计划${seed}`,
    kind: p.kind(),
    policy: "xiangxi-growth-plan",
    asOf: "2011-12-01",
    says: p.says,
    sheets: [
      sheet("参与教师", [
        "- 永顺县第一中学教师专业成长行动计划参与教师名册",
        "H 序号|姓名|性别|出生日期|任教学科|职务",
        "K roster number|name|sex|birth|subject|role",
        each(who, (one, i) => (woman && i === 3 ? `R ${i + 1}|${one.name}|女|@1960-1-20{person.out-of-scope}|语文|教师` : `R ${i + 1}|${one.name}|${one.sex}|${birthText(one)}|语文|${i === 0 ? "副校长" : "教师"}`)),
      ]),
    ],
  });
}
