/** A seventh hand: whole workbooks of a school or an institute whose sheets must agree, and single odd forms; the faults stand in them always. */
import type { Book } from "./book";
import { drawnBook, sheet, type Drawing } from "./drawn";
import { blocks, schoolItems, teacherItems } from "./keys";

const lanxi = "lanxi-2024-autumn";
const zhaoqing = "zhaoqing-annual";

interface Whole {
  readonly policy: string;
  readonly asOf?: string;
  readonly sheets: () => readonly Drawing[];
}

const crowd = "安志强 白晓雪 曹永梅 邓立新 董春艳 范国庆 冯雅琴 高振东 郭秀芳 韩冬梅 何建波 侯丽娜 贾玉成 姜淑华 康宏伟 雷艳丽 李传福 梁晓燕 刘振国 卢桂珍 罗海涛 孟庆丽 潘文斌 齐玉红 任长江 邵春玲 石立军 宋丽萍 孙宝山 唐秀云".split(" ");
const subjects = ["语文", "数学", "英语", "音乐", "体育", "科学"];
const named = (index: number): string => crowd[index] ?? "";
const range = (count: number, from = 0): readonly number[] => Array.from({ length: count }, (_, at) => from + at);
const add = (list: readonly number[]): number => list.reduce((sum, one) => sum + one, 0);
const shownTo = (value: number): string => String(Math.round(value * 100) / 100);

/** Five marks of the teacher at this place of the list; all pass. */
const marksOf = (index: number): readonly number[] => [14 + (index % 6), 13 + (index % 5), index % 7 === 3 ? 10 : 20, 15 + (index % 4), 12 + (index % 8)];
const totalOf = (index: number, bonus = 0): number => add(marksOf(index)) + bonus;

/** Several cells would do for these: the clerk may change any of the record's. */
const anywhere = new Set(["hours.ledger-mismatch", "hours.block-short", "hours.cycle-short", "hours.year-empty", "hours.cap-exceeded", "quota.short", "budget.short", "person.out-of-scope", "claim.understated"]);
const loose = (one: Drawing): Drawing => ({
  ...one,
  expected: one.expected.map((wanted) => (anywhere.has(wanted.code) ? { ...wanted, also: range(16).map((at) => `${String.fromCharCode(65 + at)}${wanted.cell.replace(/\D/g, "")}`) } : wanted)),
});

const wholes: Readonly<Record<string, Whole>> = {
  // Clean: cover, roster, scores, certificates, school form by formulas across the sheets.
  "lanxi school whole": {
    policy: lanxi,
    sheets: () => {
      const mean = add(range(12).map((at) => totalOf(at))) / 12;
      return [
        sheet("封面", `
          -
          - |兰西县燎原中学
          - |2024—2025学年度上学期教师培训考核资料
          -
          - |报送单位|兰西县燎原中学
          - |校　　长|唐国栋
          - |报送日期|2024年12月28日`),
        sheet("教师名册", [
          "- 燎原中学专任教师名册|<|<|<|<|<",
          "H 序号|教师姓名|性别|任教学科|职称|备注",
          "K roster number|name|sex|subject|title|note",
          ...range(12).map((at) => `R ${at + 1}|${named(at)}|${at % 3 === 0 ? "男" : "女"}|${subjects[at % 6] ?? ""}|一级教师|`),
        ]),
        sheet("教师", [
          "- 燎原中学教师学期培训得分登记表|<|<|<|<|<|<|<|<|<",
          "H 序号|教师姓名|考核项目得分|<|<|<|<|奖励分|综合考核成绩|等级",
          "H ^|^|培训心得20分|评课20分|平台学时20分|推门课教学设计20分|联研反思20分|^|^|^",
          `K teacher-assessment number|name|${teacherItems}|total|result`,
          ...range(12).map((at) => `R ${at + 1}|${named(at)}|${marksOf(at).join("|")}||=SUM(C~:H~)→${totalOf(at)}|合格`),
          `- |全校平均|||||||=AVERAGE(I4:I15)→${mean}`,
          "- 考核组长：唐国栋||||经办人：宋丽萍",
        ]),
        sheet("单位自评", `
          - 兰西县中小学（幼儿园）教师培训单位考核自评表|<|<|<|<|<|<
          H 单位|培训计划、总结（10分）|集中及二次培训（10分）|教师得分平均分（60分）|外派任务（10分）|材料上报（10分）|自评总分
          K school-assessment school|${schoolItems}|total
          R 燎原中学|10|9|=教师!I16*0.6→${mean * 0.6}|10|10|=SUM(B3:F3)→${39 + mean * 0.6}
          - 校长签字：||||||公章`),
      ];
    },
  },
  // 康宏伟 stands in the roster only, 秦大勇 in the scores only; the school's item is 2 too high; one is credited 12 instead of 24.
  "lanxi school at odds": {
    policy: lanxi,
    sheets: () => {
      const people = [...range(14), 15];
      const mean = add(people.map((at) => totalOf(at))) / 15;
      return [
        sheet("在岗教师", [
          "- 北安乡中心校在岗教师一览|<|<|<|<",
          "H 编号|姓 名|性 别|学科|手机号",
          "K roster number|name|sex|subject|*",
          ...range(15).map((at) => `R ${at + 1}|${named(at)}|${at % 4 === 0 ? "男" : "女"}|${subjects[at % 6] ?? ""}|`),
        ]),
        sheet("得分", [
          "- 北安乡中心校2024年秋季教师培训得分|<|<|<|<|<|<|<|<|<|<",
          "H 编号|姓 名{person.missing}|心得|评课|平台学时|教学设计|活动反思|加分|总成绩|是否合格|应认定学时",
          `K teacher-assessment number|name|${teacherItems}|total|result|credited`,
          ...people.map((at, place) => {
            const name = at === 15 ? "秦大勇{person.not-in-roster}" : named(at);
            return `R ${place + 1}|${name}|${marksOf(at).join("|")}|0|=SUM(C~:H~)→${totalOf(at)}|是|${at === 6 ? "12{hours.credit-mismatch}" : "24"}`;
          }),
        ]),
        sheet("学校得分", [
          "- 单位考核（满分100分）|<|<|<|<|<|<",
          "H 单位名称|计划总结|集中培训|教师平均分|外派培训|材料上报|合计",
          `K school-assessment school|${schoolItems}|total`,
          `R 北安乡中心校|10|10|${shownTo(mean * 0.6 + 2)}{score.item-mismatch}|10|9|${shownTo(mean * 0.6 + 41)}{?score.total-mismatch}`,
        ]),
      ];
    },
  },
  // Three schools in one list with subtotals and means between; a total too high, an item above its points.
  "lanxi schools with subtotals": {
    policy: lanxi,
    sheets: () => {
      const row = (at: number, school: string, place: number, first = ""): string => `R ${place}|${school}|${named(at)}|${first === "" ? marksOf(at).join("|") : [first, ...marksOf(at).slice(1)].join("|")}||${first === "" ? totalOf(at) : totalOf(at) - (marksOf(at)[0] ?? 0) + 22}|合格`;
      const wrong = `R 9|星火乡中心校|${named(8)}|${marksOf(8).join("|")}||${totalOf(8) + 3}{score.total-mismatch}|合格`;
      return [
        sheet("全镇汇总", [
          "- 兰西县教师进修学校第三片区教师考核汇总（2024年秋）|<|<|<|<|<|<|<|<|<",
          "- 单位：分|||||||||",
          "H 序号|所在学校|教师|心得体会|有效评课|培训学时|教学设计|活动反思|奖励加分|综合成绩|结果",
          `K teacher-assessment number|school|name|${teacherItems}|total|result`,
          ...range(5).map((at) => row(at, "临江镇小学", at + 1)),
          `- |临江镇小学小计|5人|||||||${add(range(5).map((at) => totalOf(at)))}`,
          ...range(3, 5).map((at) => row(at, "星火乡中心校", at + 1)),
          wrong,
          "- |星火乡中心校小计|4人",
          ...range(3, 9).map((at) => row(at, "长江乡学校", at + 1)),
          row(12, "长江乡学校", 13, "22{score.out-of-range}"),
          "- |长江乡学校小计|4人",
          "- |总计|13人",
          "- 制表：雷艳丽",
        ]),
      ];
    },
  },
  // A hidden sheet of scores stands behind the list that is handed in; the list is made of = to it. One SUM leaves out an item and the bonus.
  "lanxi hidden scores": {
    policy: lanxi,
    sheets: () => [
      sheet("上报", [
        "- 红星乡中心校培训结业人员上报表|<|<|<|<",
        "H 序号|教师姓名|县级综合考核|校本考核|能否发证",
        "K teacher-assessment number|name|total|lanxi.school-based.pass|*",
        ...range(10).map((at) => `R ${at + 1}|${named(at)}|=底册!I${at + 3}→${at === 7 ? `${add(marksOf(7).slice(0, 4))}{?score.total-mismatch}` : totalOf(at)}|${at === 4 ? "78" : String(82 + at)}|${at === 4 ? "能{score.result-mismatch}" : "能"}`),
      ]),
      sheet("底册", [
        "- 红星乡中心校考核底册",
        "H 序号|教师姓名|心得体会|有效评课|培训学时|教学设计|活动反思|加分|得分合计",
        `K teacher-assessment number|name|${teacherItems}|total`,
        ...range(10).map((at) => `R ${at + 1}|${named(at)}|${marksOf(at).join("|")}||${at === 7 ? `=SUM(C~:F~)→${add(marksOf(7).slice(0, 4))}{score.total-mismatch,?formula.range-short}` : `=SUM(C~:H~)→${totalOf(at)}`}`),
      ], { state: "hidden" }),
    ],
  },
  // A long list of 28 with certificate; a borderline 59.96 that shows 60.0, a text number, one certificate against each line.
  "lanxi long certificates": {
    policy: lanxi,
    sheets: () => [
      sheet("发证审核", [
        "- 兰西县第五小学结业证书发放审核名单|<|<|<|<|<|<",
        "- 审核部门：培训部|||||审核日期：2025年1月6日",
        "H 序号|参训教师|任教学科|县级成绩|校本成绩|是否颁发结业证书|领证人签字",
        "K teacher-assessment number|name|subject|total|lanxi.school-based.pass|*|*",
        ...range(28).map((at) => {
          if (at === 5) return `R 6|${named(5)}|英语|[0.0]59.96{score.borderline}|88|否|`;
          if (at === 11) return `R 12|${named(11)}|科学|'76{cell.text-number}|85|是|`;
          if (at === 17) return `R 18|${named(17)}|科学|81|79|是{score.result-mismatch}|`;
          if (at === 23) return `R 24|${named(23)}|科学|58|83|是{score.result-mismatch}|`;
          return `R ${at + 1}|${named(at)}|${subjects[at % 6] ?? ""}|${64 + at}|${80 + (at % 15)}|是|`;
        }),
        "- 合计发证26人",
      ]),
    ],
  },
  // Two schools in one institute's form with the bonus in times and in persons; clean, a formula across sheets for each mean.
  "lanxi institute clean": {
    policy: lanxi,
    sheets: () => {
      const schools = ["兰河乡中心校", "榆林镇中心校"];
      const means = [0, 1].map((which) => add(range(8, which * 8).map((at) => totalOf(at))) / 8);
      return [
        sheet("考核总表", [
          "- 2024—2025学年度上学期基层单位教师培训考核总表|<|<|<|<|<|<|<|<|<|<",
          "H 顺序|基层单位|基础分（100分）|<|<|<|<|加分|<|<|考核总分",
          "H ^|^|计划与总结|参加集中培训|教师平均成绩×60%|承担外派任务|平时材料|提供现场（次）|借调研培（人次）|临时工作（分）|^",
          `K school-assessment number|school|${schoolItems}|lanxi.school.bonus.host|lanxi.school.bonus.dispatch|lanxi.school.bonus.task|total`,
          ...schools.map((school, which) => {
            const item = (means[which] ?? 0) * 0.6;
            const bonus = which === 0 ? 1 : 3;
            return `R ${which + 1}|${school}|10|10|=ROUND(AVERAGE(明细!J${3 + which * 8}:J${10 + which * 8})*0.6,2)→${shownTo(item)}|10|9|${which === 0 ? 0 : 1}|1|0|=SUM(C~:G~)+H~*2+I~+J~→${shownTo(39 + Number(shownTo(item)) + bonus)}`;
          }),
        ]),
        sheet("明细", [
          "- 教师考核成绩明细",
          "H 顺序|基层单位|姓名|心得体会得分|有效评课得分|平台学时得分|教学设计得分|活动反思得分|加分|成绩合计|合格与否",
          `K teacher-assessment number|school|name|${teacherItems}|total|result`,
          ...range(16).map((at) => `R ${at + 1}|${schools[at < 8 ? 0 : 1] ?? ""}|${named(at)}|${marksOf(at).join("|")}|0|=SUM(D~:I~)→${totalOf(at)}|合格`),
        ]),
      ];
    },
  },
  // Roster ↔ log ↔ year of one school; clean.
  "zhaoqing school clean": {
    policy: zhaoqing,
    asOf: "2025-01-10",
    sheets: () => [
      sheet("全体教师", ["H 序号|姓名|性别|任教科目|职务", "K roster number|name|sex|subject|role", ...range(8).map((at) => `R ${at + 1}|${named(at)}|${at % 2 === 0 ? "女" : "男"}|语文|教师`)]),
      sheet("培训流水", [
        "- 肇庆市第十二小学2024年教师培训流水账|<|<|<|<|<|<",
        "H 流水号|参训教师|培训名称|课程类型|开始日期|天数|学时",
        "K hours-log number|name|project|category|date|days|hours",
        ...range(8).flatMap((at) => [`R ${at * 3 + 1}|${named(at)}|省公需课学习|公需课|@2024-5-12||30`, `R ${at * 3 + 2}|${named(at)}|新课标专题研修|专业课|@2024-7-15|5.5|44`, `R ${at * 3 + 3}|${named(at)}|校本研修|个人选修课|@2024-10-20||18`]),
      ]),
      sheet("2024年汇总", [
        "- 肇庆市第十二小学2024年度继续教育学时汇总|<|<|<|<|<|<",
        "H 序号|教师姓名|公需课（30）|专业课（42）|个人选修课（18）|全年学时|是否完成",
        `K hours-year number|name|${blocks}|total|claim/result`,
        ...range(8).map((at) => `R ${at + 1}|${named(at)}|30|44|18|=SUM(C~:E~)→92|是`),
        "- |合计|=SUM(C3:C10)→240|=SUM(D3:D10)→352|=SUM(E3:E10)→144|=SUM(F3:F10)→736",
      ]),
    ],
  },
  // The log's half days against the hours, a log that does not give what the year says, a claim over a short block.
  "zhaoqing school at odds": {
    policy: zhaoqing,
    asOf: "2025-01-10",
    sheets: () => [
      sheet("教职工", ["- 四会市龙甫镇中心小学教职工花名册|<|<|<", "H 序号|姓名|性别|岗位", "K roster number|name|sex|role", ...range(6).map((at) => `R ${at + 1}|${named(at)}|女|专任教师`)]),
      sheet("学时台账", [
        "- 2024年学时台账",
        "H 序号|姓名|项目|板块|日期|培训天数|折合学时",
        "K hours-log number|name|project|category|date|days|hours",
        ...range(6).flatMap((at) => [
          `R ${at * 3 + 1}|${named(at)}|网络公需课|公需课|2024.6.1||30`,
          at === 2 ? `R 8|${named(2)}|县级全员培训|专业课|2024.8.5|5|42{hours.credit-mismatch}` : `R ${at * 3 + 2}|${named(at)}|县级全员培训|专业课|2024.8.5|6|48`,
          `R ${at * 3 + 3}|${named(at)}|校本研修活动|个人选修课|2024.11.3||${at === 5 ? "10" : "18"}`,
        ]),
      ]),
      sheet("年度", [
        "- 年度学时完成情况",
        "H 序号|姓名|公需|专业|选修|总学时|达标情况",
        `K hours-year number|name|${blocks}|total|claim/result`,
        `R 1|${named(0)}|30|48|18|96|达标`,
        `R 2|${named(1)}|30|50{hours.ledger-mismatch}|18|98{?hours.ledger-mismatch}|达标`,
        `R 3|${named(2)}|30|42{?hours.ledger-mismatch}|18|90{?hours.ledger-mismatch}|达标`,
        `R 4|${named(3)}|30|48|18|96|达标`,
        `R 5|${named(4)}|30|48|18|96|达标`,
        `R 6|${named(5)}|30|48|10{hours.block-short:logic}|88|达标{?hours.block-short}`,
      ]),
    ],
  },
  // Five years by SUM, 24 teachers; the year's sheet says another figure for one; a sum that is wrong; a false claim.
  "zhaoqing cycle of many": {
    policy: zhaoqing,
    asOf: "2025-01-10",
    sheets: () => [
      sheet("五年周期", [
        "- 肇庆市第六中学教师五年周期（2020—2024）学时汇总表|<|<|<|<|<|<|<|<",
        "- ||||||||单位：学时",
        "H 序号|姓名|各年度学时|<|<|<|<|五年累计|周期任务",
        "H ^|^|2020年|2021年|2022年|2023年|2024年|^|^",
        "K hours-cycle number|name|year1|year2|year3|year4|year5|total|claim/result",
        ...range(24).map((at) => {
          if (at === 9) return `R 10|${named(9)}|90|92|90|90|96|468{hours.total-mismatch,?formula.overtyped}|完成`;
          if (at === 13) return `R 14|${named(13)}|90|70|90|90|96|=SUM(C~:G~)→436|完成{hours.cycle-short:logic}`;
          if (at === 20) return `R 21|${named(20)}|90|90|90|90|90{hours.ledger-mismatch}|=SUM(C~:G~)→450|完成`;
          return `R ${at + 1}|${named(at)}|90|${90 + (at % 4)}|90|90|96|=SUM(C~:G~)→${456 + (at % 4)}|完成`;
        }),
      ]),
      sheet("2024", [
        "- 肇庆市第六中学2024年学时登记汇总",
        "H 序号|姓名|公需课|专业课|选修课|小计|是否完成",
        `K hours-year number|name|${blocks}|total|claim/result`,
        ...range(24).map((at) => `R ${at + 1}|${named(at)}|30|48|18|=SUM(C~:E~)→96|是`),
      ]),
    ],
  },
  // Several schools in one sheet with subtotals by SUM, merged school cells; an understated claim, a short block without a claim, a text number and the two SUMs that skipped it.
  "zhaoqing town with subtotals": {
    policy: zhaoqing,
    asOf: "2025-01-10",
    sheets: () => [
      sheet("全镇", `
        - 附件2|
        - 德庆县悦城镇中小学教师2024年培训学时统计表|<|<|<|<|<|<|<
        H 学校|序号|姓名|公需科目学时|专业科目学时|个人选修学时|学时合计|年度任务是否完成
        K hours-year school|number|name|${blocks}|total|claim/result
        R 悦城镇中心小学|1|${named(0)}|30|42|18|=SUM(D~:F~)→90|完成
        R ^|2|${named(1)}|30|45|20|=SUM(D~:F~)→95|未完成{claim.understated}
        R ^|3|${named(2)}|32|42|18|=SUM(D~:F~)→92|完成
        - 小计|<|3人|=SUM(D4:D6)→92|=SUM(E4:E6)→129|=SUM(F4:F6)→56|=SUM(G4:G6)→277|
        R 悦城镇初级中学|4|${named(3)}|30|42|18|=SUM(D~:F~)→90|完成
        R ^|5|${named(4)}|30|36{hours.block-short:experience}|24|=SUM(D~:F~)→90|未完成
        R ^|6|${named(5)}|30|'42学时{cell.text-number}|18|=SUM(D~:F~)→48{hours.total-mismatch}|完成
        R ^|7|${named(6)}|30|42|18|=D~+E~+F~→90|完成
        - 小计|<|4人|=SUM(D8:D11)→120|=SUM(E8:E11)→120{hours.total-mismatch}|=SUM(F8:F11)→78|=SUM(G8:G11)→318|
        - 总计|<|7人|=D7+D12→212|=E7+E12→249|=F7+F12→134|=G7+G12→595|
        - 填表人：潘文斌||||审核人：任长江|||填表日期：2025年1月3日`),
    ],
  },
  // Quotas and money of the counties; 怀集 70 % met, 高要 80 % claimed without being so; the school's share below 10 %.
  "zhaoqing quotas and money": {
    policy: zhaoqing,
    asOf: "2025-01-10",
    sheets: () => [
      sheet("县级培训覆盖", `
        - 各县（市、区）县级培训覆盖情况|<|<|<|<|<
        H 县区|培训层次|在职教师数|参训教师数|覆盖率|是否达标
        K quota place|category/project|whole|part|share|claim/result
        R 怀集县|县级培训|4000|2800|=D~/C~→0.7|是
        R 高要区|县级培训|3500|2700{quota.short:logic}|=ROUND(D~/C~,4)→0.7714|是{?quota.short}
        R 端州区|县级培训|2000|1600|=D~/C~→0.8|是
        R 封开县|县级培训|1500|1049{quota.short:experience}|=ROUND(D~/C~,4)→0.6993|否`),
      sheet("学校培训经费", `
        - 学校年度公用经费中教师培训经费安排表（单位：万元）|<|<|<|<
        H 序号|学校名称|公用经费预算|安排教师培训费|占比
        K budget number|school|base|amount|share
        R 1|高要一小|120|12|%0.1
        R 2|高要二小|95|9{budget.short:experience}|=D~/C~→0.0947368421052632
        R 3|高要三中|210|25.2|%0.12`),
    ],
  },
  // Clean: the year of each by formulas from the log's hidden sheet, a second header word row, extra columns.
  "zhaoqing year from hidden log": {
    policy: zhaoqing,
    asOf: "2025-01-10",
    sheets: () => [
      sheet("说明", `
        - 填报说明
        - 1. 本表由各校继续教育管理员填写，学时按半天4学时、一天8学时折算。
        - 2. 请于2025年1月15日前报送。`),
      sheet("年度学时", [
        "- 鼎湖区凤凰镇中心幼儿园教师2024年度学时一览",
        "H 序号|教职工姓名|民族|公需课学时|专业课学时|个人选修课学时|年度总学时|年度审核结论",
        `K hours-year number|name|*|${blocks}|total|claim/result`,
        ...range(5).map((at) => `R ${at + 1}|${named(at)}|汉|=明细账!G${at * 3 + 2}→30|=明细账!G${at * 3 + 3}→48|=明细账!G${at * 3 + 4}→20|=SUM(D~:F~)→98|已完成`),
      ]),
      sheet("明细账", [
        "H 序号|姓名|培训内容|课程类别|培训时间|半天数|获得学时",
        "K hours-log number|name|*|category|date|halfDays|hours",
        ...range(5).flatMap((at) => [`R ${at * 3 + 1}|${named(at)}|公需课|公需课|2024年4月8日||30`, `R ${at * 3 + 2}|${named(at)}|学前教育专题培训|专业课|2024年7月9日|12|48`, `R ${at * 3 + 3}|${named(at)}|园本教研|选修课|2024年9月30日|5|20`]),
      ], { state: "hidden" }),
    ],
  },
  // 岳阳: five school years, earned and counted; a year with none, more counted than 120, a sum that is wrong.
  "yueyang five years": {
    policy: "yueyang-school-based",
    asOf: "2025-01-10",
    sheets: () => [
      sheet("学分周期", `
        - 岳阳县第三中学教师校本研修学分五年汇总|<|<|<|<|<|<|<|<
        H 序号|姓名|第一学年|第二学年|第三学年|第四学年|第五学年|所得学分合计|计入继续教育学分
        K hours-cycle number|name|year1|year2|year3|year4|year5|total|counted/credited
        R 1|${named(0)}|24|24|24|24|24|=SUM(C~:G~)→120|120
        R 2|${named(1)}|30|30|30|30|30|=SUM(C~:G~)→150|120
        R 3|${named(2)}|30|30|30|30|28|=SUM(C~:G~)→148|148{hours.cap-exceeded}
        R 4|${named(3)}|40|0{hours.year-empty:experience}|30|20|20|=SUM(C~:G~)→110|110
        R 5|${named(4)}|20|22|20|22|20|114{hours.total-mismatch,?formula.overtyped}|104`),
    ],
  },
  // 湘西: roster with ages at the plan's deadline, and the credits of the five years with claims.
  "xiangxi ages and credits": {
    policy: "xiangxi-growth-plan",
    asOf: "2016-01-10",
    sheets: () => [
      sheet("参训对象", `
        - 古丈县民族小学参加专业成长行动计划教师名册|<|<|<|<
        H 序号|教师姓名|性别|出生日期|职务
        K roster number|name|sex|birth|role
        R 1|${named(0)}|男|@1956-6-10|教师
        R 2|${named(1)}|女|@1975-3-4|教师
        R 3|${named(2)}|女|@1960-6-10{person.out-of-scope}|教师
        R 4|${named(3)}|男|@1970-12-1|教师`),
      sheet("学分", `
        - 2011—2015年教师学分汇总
        H 序号|教师姓名|2011年|2012年|2013年|2014年|2015年|总学分|是否结业
        K hours-cycle number|name|year1|year2|year3|year4|year5|total|claim/result
        R 1|${named(0)}|72|72|72|72|72|=SUM(C~:G~)→360|是
        R 2|${named(1)}|72|72|60|72|72|=SUM(C~:G~)→348|是{hours.cycle-short:logic}
        R 3|${named(2)}|80|72|72|72|72|=SUM(C~:G~)→368|是
        R 4|${named(3)}|75|75|70|70|70|=SUM(C~:G~)→360|是`),
    ],
  },
  // 篇7: school-based 20 % and central 80 %; two totals that do not agree with their parts.
  "plan7 composite": {
    policy: "plan7",
    asOf: "2025-01-10",
    sheets: () => [
      sheet("综合成绩", `
        - 小学教师全员培训综合成绩册|<|<|<|<|<
        H 学号|学员姓名|校本培训成绩（20%）|集中培训成绩（80%）|综合成绩|是否合格
        K teacher-assessment number|name|*|*|total|result
        R 1|${named(0)}|90|70|=C~*0.2+D~*0.8→74|合格
        R 2|${named(1)}|85|80|=C~*0.2+D~*0.8→81|合格
        R 3|${named(2)}|60|80|70{score.total-mismatch,?formula.overtyped}|合格
        R 4|${named(3)}|75|50|=C~*0.2+D~*0.8→55|合格{score.result-mismatch}`),
    ],
  },
  // 篇2: observed lessons and reading of a term; clean.
  "plan2 observation": {
    policy: "plan2",
    asOf: "2025-01-10",
    sheets: () => [
      sheet("听课统计", `
        - 本学期教师听课、读书情况统计|<|<|<|<|<
        H 序号|姓名|职务|听课节数|其中：本校听课|读书本数
        K observation number|name|role|*|*|*
        R 1|${named(0)}|教师|20|15|2
        R 2|${named(1)}|教师|23|20|3
        R 3|${named(2)}|中层干部|30|9|2
        R 4|${named(3)}|中层干部|40|12|2`),
    ],
  },
};

export const seventhScenes: Readonly<Record<string, (seed: number) => Book>> = Object.fromEntries(
  Object.entries(wholes).map(([name, { policy, asOf, sheets }]) => {
    const words = name.replaceAll(" ", "-");
    return [`fresh-seventh-${words}`, (seed: number): Book => drawnBook({ name: `${words}${seed}`, kind: "xlsx", policy, ...(asOf !== undefined && { asOf }), sheets: sheets().map(loose) })];
  }),
);
