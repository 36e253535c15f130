/** A third hand: short forms with titles, units, totals, notes and several sheets, and the faults standing in them always. A line `§ 名` begins a sheet. */
import type { Book } from "./book";
import { drawnBook, sheetsOf } from "./drawn";
import { Planner } from "./fresh";
import { moreForms, type Form } from "./fresh-third-more";
import { blocks, schoolBonus, schoolItems, teacherItems } from "./keys";

const lanxi = "lanxi-2024-autumn";
const zhaoqing = "zhaoqing-annual";
const yueyang = "yueyang-school-based";
const xiangxi = "xiangxi-growth-plan";

const forms: Readonly<Record<string, Form>> = {
  "teachers by formula": {
    policy: lanxi,
    lines: `
      § 教师考核
      - 兰西县第四小学校教师培训考核成绩汇总表|<|<|<|<|<|<|<|<|<|<
      - 填报单位（盖章）：兰西县第四小学校||||||||2024年12月26日
      H 编号|姓名|考核内容及得分|<|<|<|<|附加分|综合得分|考核结论|认定学时
      H ^|^|心得体会（20分）|有效评课（20分）|平台学时（20分）|教学设计（20分）|活动反思（20分）|^|^|^|^
      K teacher-assessment number|name|${teacherItems}|total|result|credited
      R 1|高凤云|18|17|20|16|15|0|=SUM(C~:H~)→86|=IF(I~>=60,"合格","不合格")→合格|24
      R 2|马俊杰|12|10|0|16|15|5|=SUM(C~:H~)→58|合格{score.result-mismatch}|0
      R 3|谢玉兰|19|21{score.out-of-range}|20|16|15|0|=SUM(C~:H~)→91|合格|24
      R 4|周德海|18|17|20|16|15|0|=SUM(C~:H~)→86|合格|12{hours.credit-mismatch}
      - |平均分|16.75|16.25|15|16|15
      - 说明：各项得分以考核组评定为准。`,
  },
  "school with bonus times": {
    policy: lanxi,
    lines: `
      § 学校
      - 兰西县教师进修学校对基层单位培训工作考核表|<|<|<|<|<|<|<|<|<|<
      H 序号|考核单位|计划与总结|参加集中培训|教师综合成绩平均|派出任务|日常材料报送|承办活动次数|外派人次|临时任务加分|总分
      K school-assessment number|school|${schoolItems}|${schoolBonus}|total
      R 1|康荣乡中心校|10|10|52.2|10|10|1|2|0|96.2
      R 2|红光乡中心校|9|10|50|10|8|0|0|0|88{score.total-mismatch}
      R 3|奋斗乡中心校|11{score.out-of-range}|10|50|10|8|0|0|0|89
      - 填表人：刘洋||审核人：`,
  },
  "certificates and two lines": {
    policy: lanxi,
    lines: `
      § 结业
      - 2024年秋季学期教师培训结业审核表
      H 序号|工作单位|教师姓名|县级考核成绩|校本考核成绩|是否发证|县级学时|校本学时|学时合计|备注
      K teacher-assessment number|school|name|total|lanxi.school-based.pass|*|*|*|*|note
      R 1|远大乡中心校|张桂芝|85|92|是|24|12|36|
      R 2|远大乡中心校|李永强|72|76|是{score.result-mismatch}|24|0|24|
      R 3|远大乡中心校|王淑清|55|88|否|0|12|12|`,
  },
  "log with half days": {
    policy: zhaoqing,
    lines: `
      § 登记
      - 鼎湖区教师继续教育学时登记册|<|<|<|<|<|<|<
      - 学校：鼎湖中学||||||单位：学时
      H 序号|教师姓名|学习项目名称|课程类型|学习方式|起止日期|天数|认定学时
      K hours-log number|name|project|category|*|*|days|hours
      R 1|梁志强|师德师风专题|公需课|线上学习|2024.3.2-2024.3.4|3|24
      R 2|梁志强|新课标解读|专业课|集中培训|2024.5.11|0.5|4
      R 3|陈少芬|新课标解读|专业课|集中培训|2024.5.11|1|6{hours.credit-mismatch}
      R 4|陈少芬|校本听评课|个人选修课|校本研修|2024.6.1|2|'16{cell.text-number}
      - |合计|||||6.5|50`,
  },
  "year and log": {
    policy: zhaoqing,
    lines: `
      § 明细
      - 2024年教师培训学时明细
      H 序号|姓名|培训内容|类别|时间|学时
      K hours-log number|name|project|category|date|hours
      R 1|邓国华|公共必修网课|公需课|@2024-4-1|32
      R 2|邓国华|学科骨干研修|专业课|@2024-7-8|44
      R 3|邓国华|校本研修活动|个人选修课|@2024-10-9|20
      R 4|冯丽珍|公共必修网课|公需课|@2024-4-1|32
      R 5|冯丽珍|学科骨干研修|专业课|@2024-7-8|40
      R 6|冯丽珍|校本研修活动|个人选修课|@2024-10-9|20
      § 年度
      - 2024年教师培训学时年度汇总表
      H 序号|姓名|公需|专业|选修|小计|是否完成任务
      K hours-year number|name|${blocks}|total|claim
      R 1|邓国华|32|44|20|=SUM(C~:E~)→96|完成
      R 2|冯丽珍|32|40{hours.block-short:logic}|20|=SUM(C~:E~)→92|完成`,
  },
  "year by three groups": {
    policy: zhaoqing,
    lines: `
      § Sheet1
      - 附件2：|<
      - 四会市龙甫镇中心小学2023年度教师继续教育学时完成情况统计表|<|<|<|<|<|<|<
      H 序号|姓名|性别|年度学时|<|<|<|是否达到90学时
      H ^|^|^|公需科目（30）|专业科目（42）|个人选修（18）|合计|^
      K hours-year number|name|sex|${blocks}|total|claim
      R 1|罗金凤|女|30|42|18|90|是
      R 2|黎伟明|男|30|48|18|96|是
      R 3|苏少玲|女|28{hours.block-short:experience}|42|18|88|否
      R 4|植建国|男|30|42|18|92{hours.total-mismatch}|是
      - 合计|||118|174|72|366`,
  },
  "cycle to 450": {
    policy: zhaoqing,
    lines: `
      § 周期
      - 高要区教师五年周期（2019-2023年）继续教育学时汇总表
      H 序号|单位|姓名|各年度学时|<|<|<|<|总学时|是否达标
      H ^|^|^|2019年|2020年|2021年|2022年|2023年|^|^
      K hours-cycle number|school|name|year1|year2|year3|year4|year5|total|claim
      R 1|金利中学|叶海珊|90|92|90|96|90|=SUM(D~:H~)→458|达标
      R 2|金利中学|区永康|90|90|90|90|90|=SUM(D~:H~)→450|达标
      R 3|金利中学|温秀芳|90|90|90|90|90|=SUM(D~:H~)→452{hours.total-mismatch}|达标`,
  },
  "quota of counties": {
    policy: zhaoqing,
    lines: `
      § 覆盖
      - 肇庆市2024年县级教师培训参训率统计表|<|<|<|<|<
      - 单位：人、%
      H 县（市、区）|专任教师人数|参加县级培训人数|参训率|达标情况|备注
      K quota place|whole|part|share|claim|note
      R 端州区|4200|3400|=C~/B~→0.809523809523810|达标|
      R 德庆县|2600|1830|=C~/B~→0.703846153846154|达标|
      R 四会市|3800|2900{quota.short:logic}|=C~/B~→0.763157894736842|达标|
      - 总计|10600|8130|0.767`,
  },
  "school money": {
    policy: zhaoqing,
    lines: `
      § 经费
      - 高新区中小学教师培训经费预算执行表
      - 金额单位：元
      H 序号|学校名称|公用经费年度预算|教师培训经费|所占比例|是否达到10%
      K budget number|school|base|amount|share|claim
      R 1|第一小学|600000|66000|%0.11|是
      R 2|第二小学|580000|50000{budget.short:logic}|%0.0862|是
      R 3|实验中学|1200000|100000{budget.short:experience}|%0.0833|否`,
  },
  "projects filed": {
    policy: zhaoqing,
    lines: `
      § 备案
      - 2024年下半年县级教师培训项目备案登记表
      H 序号|项目名称|培训机构|培训对象|备案日期|备注
      K submissions number|project|*|*|date|note
      R 1|小学数学骨干教师培训|教师发展中心|小学数学教师|@2024-7-20|
      R 2|幼儿园园长培训|教师发展中心|园长|@2024-7-25|
      R 3|班主任能力提升|教师发展中心|班主任|@2024-7-29{date.late}|`,
  },
  "credits to 120": {
    policy: yueyang,
    lines: `
      § 汇总
      - 华容县教师校本研修学分五年汇总表|<|<|<|<|<|<|<|<
      H 序号|姓名|2019-2020|2020-2021|2021-2022|2022-2023|2023-2024|五年合计|计入学分
      K hours-cycle number|name|year1|year2|year3|year4|year5|total|credited
      R 1|易湘平|26|26|26|26|26|130|120
      R 2|彭小红|20|20|20|20|20|100|100
      R 3|卢建军|20|0{hours.year-empty:experience}|20|20|20|80|80
      R 4|任艳华|26|26|26|26|26|130|130{hours.cap-exceeded}`,
  },
  "log of research": {
    policy: yueyang,
    lines: `
      § 台账
      - 湘阴县城南学校校本研修活动登记台账
      H 序号|教师姓名|活动主题|研修形式|活动时间|获得学分
      K hours-log number|name|project|*|date|*
      R 1|柳青|整本书阅读|课例研究|@2023-10-12|2
      R 2|柳青|作业设计|专题研讨|2023.11.2|2
      R 3|汤慧|作业设计|专题研讨|2023年13月2日{date.unreadable}|2
      R 4|汤慧|教学论坛|教学论坛|@2023-12-8|二分{cell.text-number}`,
  },
  "cycle to 360": {
    policy: xiangxi,
    asOf: "2015-12-31",
    lines: `
      § 学分
      - 花垣县民族中学教师专业成长学分登记汇总
      H 序号|姓名|2011年|2012年|2013年|2014年|2015年|累计学分|能否结业
      K hours-cycle number|name|year1|year2|year3|year4|year5|total|claim
      R 1|石金莲|72|72|72|72|72|360|是
      R 2|麻建平|80|80|70|70|70|370|是
      R 3|龙秀英|60|60|70|70|70|330{hours.cycle-short:logic}|是`,
  },
  "plan cover": {
    policy: xiangxi,
    asOf: "2012-06-01",
    lines: `
      § 规划
      - 保靖县教师专业成长规划制定情况统计表
      H 序号|乡镇|教师人数|制定规划人数|占比|是否达到80%
      K quota number|*|whole|part|share|claim
      R 1|迁陵镇|300|250|%0.8333|是
      R 2|毛沟镇|200|150{quota.short:logic}|%0.75|是
      - 合计||500|400|%0.8`,
  },
  "roster of ages": {
    policy: xiangxi,
    asOf: "2011-12-01",
    lines: `
      § 花名册
      - 古丈县实验小学教师专业成长行动计划参训教师花名册
      H 序号|姓名|性别|出生年月|职务|参加工作时间
      K roster number|name|sex|birth|role|
      R 1|向云霞|女|@1975-3-1|教师|1996.9
      R 2|田茂林|男|@1954-2-1{person.out-of-scope}|教师|1975.9
      R 3|彭大明|男|@1957-4-1|校长|1978.9`,
  },
  "county money": {
    policy: xiangxi,
    asOf: "2012-06-01",
    lines: `
      § 经费
      - 2011年各县市教师培训经费投入情况（万元）
      H 序号|县市|教师年度工资总额|培训经费投入|比例|是否达标
      K budget number|place|base|amount|share|claim
      R 1|吉首市|12000|190|=D~/C~→0.0158333333333333|达标
      R 2|龙山县|14000|200{budget.short:logic}|=D~/C~→0.0142857142857143|达标`,
  },
  "books by age": {
    policy: "plan1",
    lines: `
      § 读书
      - 教师月读书情况登记表（10月）
      H 序号|姓名|年龄|读书本数|是否达标
      K observation number|name|*|plan1.reading|claim
      R 1|郑晓东|35|2|是
      R 2|韩雪梅|36|1{evidence.below:logic}|是
      R 3|沈国平|48|1|是`,
  },
  "team shares": {
    policy: "plan1",
    lines: `
      § 队伍
      - 教师队伍建设统计表
      H 项目|教师总数|人数|比例|是否达标
      K quota project|whole|part|share|claim
      R 学科带头人和教学能手|100|12|%0.12|是
      R 骨干教师|100|55{quota.short:logic}|%0.55|是`,
  },
  "lessons of a term": {
    policy: "plan2",
    lines: `
      § 听课
      - 2024—2025学年第一学期教师听课节数统计
      H 序号|姓名|职务|学期听课节数|本校听课节数|阅读书目（本）|是否完成
      K observation number|name|role|plan2.observation|*|plan2.reading|claim
      R 1|许志刚|教务主任|32|12|2|完成
      R 2|何敏|教师|22|22|2|完成
      R 3|吕芳|教师|16{evidence.below:logic}|16|2|完成`,
  },
  "trainees under forty": {
    policy: "plan3",
    lines: `
      § 名单
      - 青年骨干教师培养对象报名表
      H 序号|学校|姓名|性别|年龄|任教学科|现有荣誉称号
      K roster number|school|name|sex||subject|*
      R 1|实验小学|魏丽|女|33|语文|无
      R 2|实验小学|蒋涛|男|38|美术{person.out-of-scope}|无
      R 3|实验小学|韩梅|女|45{person.out-of-scope}|数学|无
      R 4|实验小学|董洁|女|29|英语|无
      R 5|实验小学|程立|男|31|数学|无
      R 6|第二小学|余芳|女|36|语文|无
      R 7|第二小学|潘杰|男|30|数学|无
      R 8|第二小学|田甜|女|27|英语|无
      R 9|第二小学|丁宁|女|34|语文|无
      R 10|第三小学|戴玲|女|28|英语|无
      R 11|第三小学|夏冰|男|32|数学|无
      R 12|第三小学|钟慧|女|39|语文|无
      R 13|第三小学|姜涛|男|35|数学|无
      R 14|第三小学|范蕾|女|33|英语|无`,
  },
  "sixteen credits": {
    policy: "plan5",
    lines: `
      § 校本
      - 校本培训学分统计表
      H 序号|教师|学分|是否完成16学分
      K hours-year number|name|*|claim
      R 1|石磊|16|是
      R 2|陶红|14{hours.block-short:logic}|是
      R 3|姜波|18|是`,
  },
  "two marks": {
    policy: "plan7",
    lines: `
      § 成绩
      - 小学教师全员培训考核成绩汇总表
      H 序号|姓名|单位|校本培训|集中培训|综合成绩|是否合格
      H ^|^|^|（占20%）|（占80%）|^|^
      K teacher-assessment number|name|school|*|*|total|result
      R 1|汪洋|第一小学|90|85|86|合格
      R 2|姚丽|第一小学|70|50|54|合格{score.result-mismatch}
      R 3|卞军|第二小学|88|76|80{score.total-mismatch}|合格`,
  },
  "eighty hours": {
    policy: "plan9",
    lines: `
      § 学时
      - 2024年度中小学教师全员培训学时统计表
      H 序号|单位|姓名|身份|年度培训学时|班主任专项学时|新教师学时|是否达标
      K hours-year number|school|name|role|*|plan9.homeroom|plan9.new-teacher|claim
      R 1|城东小学|纪伟|班主任|84|30||是
      R 2|城东小学|解芸|新教师|82||60|是
      R 3|城东小学|柏青|教师|70{hours.block-short:logic}|||是`,
  },
  "key teachers": {
    policy: "plan9",
    lines: `
      § 骨干
      - 骨干教师及农村教师培训比例统计表
      H 序号|类别|教师总数|参加人数|比例
      K quota number|category|whole|part|share
      R 1|市级骨干教师|500|52|%0.104
      R 2|县级骨干教师|500|76|%0.152
      R 3|农村教师参加县级以上培训|300|20{quota.short:experience}|%0.0667`,
  },
  "documents of a school": {
    policy: yueyang,
    lines: `
      § 材料
      - 校本研修制度与档案材料自查表
      H 序号|材料名称|是否具备|备注
      K submissions number|project|claim|note
      R 1|校本教研制度|有|
      R 2|校本科研制度|有|
      R 3|理论学习制度|有|
      R 4|校本研修管理制度|有|
      R 5|激励制度|有|`,
  },
};

function bookOf({ policy, asOf, lines }: Form, name: string, seed: number): Book {
  const sheets = sheetsOf(lines);
  return drawnBook({ name: `${name}${seed}`, kind: new Planner(seed).kind("xlsx"), policy, ...(asOf !== undefined && { asOf }), sheets });
}

export const thirdScenes: Readonly<Record<string, (seed: number) => Book>> = Object.fromEntries(
  Object.entries({ ...forms, ...moreForms }).map(([name, form]) => {
    const words = name.replaceAll(" ", "-");
    return [`fresh-third-${words}`, (seed: number): Book => bookOf(form, words, seed)];
  }),
);
