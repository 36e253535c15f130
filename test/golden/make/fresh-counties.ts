/** 岳阳 and 湘西 forms: credits of five school years, logs with ways and places, documents; rosters, plans, money, five voices. */
import type { Book } from "./book";
import { drawnBook, sheet } from "./drawn";
import { birthText, each, Planner } from "./fresh";

const yueyang = "yueyang-school-based";
const xiangxi = "xiangxi-growth-plan";

/** Five school years, what was earned and what is counted. */
export function earnedAndCounted(seed: number): Book {
  const p = new Planner(seed);
  const who = p.people(12);
  const none = p.on("one year without credits");
  const above = p.on("150 counted");
  const sum = p.on("earned total wrong");
  const body = each(who, ({ name }, i) => {
    const years = [24, 22 + (i % 3), 24, 20, 18 + (i % 4)];
    const all = years.reduce((a, b) => a + b, 0);
    let cells = `${years.join("|")}|${all}|${Math.min(120, all)}`;
    if (none && i === 2) cells = "40|0{hours.year-empty:experience}|40|20|20|120|120";
    if (above && i === 4) cells = "30|30|30|30|30|150|150{hours.cap-exceeded}";
    if (sum && i === 6) cells = "24|24|24|24|20|118{hours.total-mismatch}|116";
    if (i === 8) cells = "30|30|30|30|30|150|120";
    return `R ${i + 1}|君山区许市中学|${name}|${cells}|`;
  });
  return drawnBook({
    name: `校本学分五年${seed}`,
    kind: p.kind(),
    policy: yueyang,
    says: p.says,
    sheets: [
      sheet(p.pick("学分汇总", "Sheet1"), [
        "- 岳阳市君山区许市中学教师校本研修培训学分五年汇总表|<|<|<|<|<|<|<|<|<|<",
        `H 序号|学校|姓名|${p.pick("各学年获得学分", "学年学分")}|<|<|<|<|${p.pick("累计学分", "五年合计", "合计学分")}|${p.pick("计入学分", "认定学分", "核定计入学分")}|备注`,
        "H ^|^|^|2019-2020学年|2020-2021学年|2021-2022学年|2022-2023学年|2023-2024学年|^|^|^",
        "K hours-cycle number|school|name|year1|year2|year3|year4|year5|total|credited|note",
        body,
        "- 审核（盖章）：||||||填报日期：2024年7月10日",
      ]),
    ],
  });
}

/** School-based activities with way, content and place, credits. */
export function activities(seed: number): Book {
  const p = new Planner(seed);
  const who = p.people(8);
  const unlisted = p.on("a way not in the open list (only info)");
  const bad = p.on("credits not a number");
  const date = p.on("date unreadable");
  const ways = ["系列讲座", "课例研究", "专题研讨", "读书沙龙", "师徒带教"];
  const body = each(who, ({ name }, i) => {
    let way = ways[i % ways.length] ?? "";
    let credit = `${2 + (i % 3)}`;
    let day = `@2023-${9 + (i % 4)}-${10 + i}`;
    if (unlisted && i === 1) way = "跟岗学习";
    if (bad && i === 3) credit = "两分半吧{cell.not-a-number}";
    if (date && i === 5) day = "第三周{date.unreadable}";
    return `R ${i + 1}|${name}|有效课堂观察|${way}|${day}|${credit}|李校长`;
  });
  return drawnBook({
    name: `校本研修登记${seed}`,
    kind: p.kind("xlsx", "xls", "et", "ods", "csv-gb18030"),
    policy: yueyang,
    says: p.says,
    sheets: [
      sheet("登记", [
        `H 序号|教师姓名|${p.pick("研修主题", "活动名称", "研修活动")}|${p.pick("研修方式", "研修形式", "研训方式")}|${p.pick("研修日期", "活动时间", "时间")}|${p.pick("学分", "获得学分", "研修学分")}|审核人`,
        "K hours-log number|name|*|*|date|hours|",
        body,
      ]),
    ],
  });
}

/** Documents that must be there. */
export function schoolDocuments(seed: number): Book {
  const p = new Planner(seed);
  const list = ["校本教研制度", "校本科研制度", "理论学习制度", "管理制度", "激励制度", "校本培训方案审定", "学分审核认定", "年度总结与自查", "责任部门和责任人"];
  return drawnBook({
    name: `校本研修材料${seed}`,
    kind: p.kind(),
    policy: yueyang,
    says: p.says,
    sheets: [
      sheet("材料清单", [
        "- 校本研修培训材料报送清单|<|<|<",
        `H 序号|${p.pick("材料名称", "报送材料", "项目")}|${p.pick("是否具备", "有无", "是否报送")}|备注`,
        "K submissions number|project|claim|note",
        each(list, (name, i) => `R ${i + 1}|${name}|有|`),
      ]),
    ],
  });
}

/** Who is in the plan's age, with birth dates and posts. */
export function ages(seed: number): Book {
  const p = new Planner(seed);
  const who = p.people(16, [1962, 1985]);
  const old = p.on("man of 56");
  const older = p.on("woman of 51");
  const id = p.on("ID and birth date of another length");
  const body = each(who, (one, i) => {
    let birth = birthText(one);
    let sex: string = one.sex;
    let post = i % 5 === 0 ? "教研组长" : "教师";
    let number = `'${one.id}`;
    if (i === 7) {
      post = "校长";
      birth = "@1953-3-1";
      number = "";
      sex = "男";
    }
    if (old && i === 2) {
      birth = "@1955-6-10{person.out-of-scope}";
      sex = "男";
      number = "";
    }
    if (older && i === 3) {
      birth = "@1960-5-1{person.out-of-scope}";
      sex = "女";
      number = "";
    }
    if (id && i === 10) number = `'${one.id.slice(0, 16)}{person.id-invalid}`;
    return `R ${i + 1}|${one.name}|${sex}|${birth}|${number}|${post}|凤凰县沱江镇小学|1990年7月`;
  });
  return drawnBook({
    name: `注册登记${seed}`,
    kind: p.kind(),
    policy: xiangxi,
    asOf: "2012-01-10",
    says: p.says,
    sheets: [
      sheet(p.pick("注册登记", "花名册"), [
        "- 湘西自治州“十二五”中小学教师继续教育报名注册登记表|<|<|<|<|<|<|<",
        `H 编号|姓名|性别|${p.pick("出生年月日", "出生日期", "出生年月")}|身份证号|${p.pick("职务", "行政职务")}|所在学校|参加工作时间`,
        "K roster number|name|sex|birth|id|role|school|",
        body,
      ]),
    ],
  });
}

/** Plans made and reviewed, by teacher. */
export function planDates(seed: number): Book {
  const p = new Planner(seed);
  const who = p.people(14);
  const late = p.on("plan on 11 June");
  const review = p.on("review on 21 June");
  const body = each(who, ({ name }, i) => {
    let made = `@2011-6-${1 + (i % 10)}`;
    let reviewed = `@2011-6-${11 + (i % 10)}`;
    if (late && i === 3) made = "@2011-6-11{date.late}";
    if (review && i === 5) reviewed = "@2011-6-21{date.late}";
    return `R ${i + 1}|${name}|${made}|${reviewed}|是`;
  });
  return drawnBook({
    name: `规划书${seed}`,
    kind: p.kind(),
    policy: xiangxi,
    asOf: "2012-01-10",
    says: p.says,
    sheets: [
      sheet("规划书", [
        "- 教师专业成长规划书上交审核登记表|<|<|<|<",
        `H 序号|教师姓名|${p.pick("规划书制订日期", "规划制订时间", "制订时间")}|${p.pick("学校审核日期", "审核时间", "学校审核时间")}|校长寄语`,
        "K submissions number|name|*|*|*",
        body,
      ]),
    ],
  });
}

/** 80 % of teachers with a plan, every school with its own. */
export function planCover(seed: number): Book {
  const p = new Planner(seed);
  const short = p.on("79 % said 达标");
  const admitted = p.on("school plan 90 % said 未达标");
  const teachers = each(["吉首市", "凤凰县", "花垣县", "龙山县"], (place, i) => {
    const whole = 1000 + i * 333;
    const need = Math.ceil(whole * 0.8 - 1e-9);
    return short && i === 1 ? `R ${i + 1}|${place}|${whole}|${need - 3}{quota.short:logic}|是` : `R ${i + 1}|${place}|${whole}|${need + i}|是`;
  });
  const schools = each(["吉首市", "凤凰县", "花垣县"], (place, i) => (admitted && i === 2 ? `R ${i + 1}|${place}|60|54{quota.short:experience}|否` : `R ${i + 1}|${place}|${50 + i}|${50 + i}|是`));
  return drawnBook({
    name: `规划覆盖${seed}`,
    kind: p.kind(),
    policy: xiangxi,
    asOf: "2012-01-10",
    says: p.says,
    sheets: [
      sheet("教师规划", ["- 中小学教师专业成长规划制订实施情况统计表|<|<|<|<", `H 序号|县市|教师总数|${p.pick("制订规划教师数", "已制订成长规划人数")}|是否达标`, "K quota number|place|whole|part|claim", teachers]),
      sheet("学校促进计划", ["- 学校教师专业成长促进计划制订情况统计表|<|<|<|<", `H 序号|县市|学校总数|${p.pick("制订促进计划学校数", "已制订促进计划学校数")}|是否达标`, "K quota number|place|whole|part|claim", schools]),
    ],
  });
}

/** 1.5 % of wages; 5 % of a rural school's public budget. */
export function trainingMoney(seed: number): Book {
  const p = new Planner(seed);
  const short = p.on("1.4 % said 是");
  const rural = p.on("4 % said 否");
  return drawnBook({
    name: `师训经费${seed}`,
    kind: p.kind(),
    policy: xiangxi,
    asOf: "2012-01-10",
    says: p.says,
    sheets: [
      sheet("县市", [
        "- 2011年各县市教师培训经费落实情况表（万元）|<|<|<|<",
        `H 序号|县市|${p.pick("教师年工资总额", "教师工资总额")}|${p.pick("落实教师培训经费", "师训经费")}|是否达标`,
        "K budget number|place|base|amount|claim",
        "R 1|吉首市|12000|180|是",
        short ? "R 2|泸溪县|8000|112{budget.short:logic}|是" : "R 2|泸溪县|8000|125|是",
        "R 3|保靖县|9000|136.5|是",
      ]),
      sheet("农村学校", [
        "- 农村学校公用经费用于教师培训情况表（元）|<|<|<|<",
        "H 序号|学校|年度公用经费预算总额|教师培训支出|是否达标",
        "K budget number|school|base|amount|claim",
        "R 1|阿拉营镇中学|300000|15000|是",
        rural ? "R 2|茶田镇小学|200000|8000{budget.short:experience}|否" : "R 2|茶田镇小学|200000|10500|是",
      ]),
    ],
  });
}

/** 360 credits in the years 2011 to 2015. */
export function credits(seed: number): Book {
  const p = new Planner(seed);
  const who = p.people(11);
  const short = p.on("359 said 发证");
  const sum = p.on("total wrong");
  const text = p.on("72分 as text");
  const body = each(who, ({ name }, i) => {
    let cells = `72|70|76|72|72|362|是`;
    if (short && i === 1) cells = "72|72|72|72|71|359{hours.cycle-short:logic}|是";
    if (sum && i === 3) cells = "72|72|72|72|72|365{hours.total-mismatch}|是";
    if (text && i === 5) cells = "'72学分{cell.text-number}|72|72|72|72|360|是";
    return `R ${i + 1}|${name}|保靖县民族中学|${cells}`;
  });
  return drawnBook({
    name: `学分登记${seed}`,
    kind: p.kind(),
    policy: xiangxi,
    asOf: "2016-01-10",
    says: p.says,
    sheets: [
      sheet("学分", [
        "- “十二五”中小学教师继续教育学分登记汇总表|<|<|<|<|<|<|<|<",
        `H 序号|姓名|单位|2011年|2012年|2013年|2014年|2015年|${p.pick("累计学分", "五年学分累计", "总学分")}|${p.pick("是否达标", "是否达到360分")}`,
        "K hours-cycle number|name|school|year1|year2|year3|year4|year5|total|claim",
        body,
      ]),
    ],
  });
}
