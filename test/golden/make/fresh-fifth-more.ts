/** More forms of the fifth hand (see `fresh-fifth.ts`): 岳阳, 湘西 and the model plans, as schools fill them in. */
import { idOf, list, type LifeForm } from "./fresh-fifth-people";
import { blocks } from "./keys";

const yueyang = "yueyang-school-based";
const xiangxi = "xiangxi-growth-plan";

const nameOf = (i: number): string => (list[i] ?? idOf(i)).name;
const sexOf = (i: number): string => (list[i] ?? idOf(i)).sex;
const lines = (count: number, line: (i: number) => string): string => Array.from({ length: count }, (_, i) => line(i)).join("\n");

function creditYears(i: number): string {
  const years = [24, 20 + (i % 5), 22, 24, 18 + (i % 3)];
  const total = years.reduce((sum, one) => sum + one, 0);
  return `${years.join("|")}|${total}|${total}`;
}

/** Born between 1962 and 1985, so in scope in 2011. */
const bornText = (i: number): string => [`'${1962 + ((i * 3) % 24)}.${String((i % 12) + 1).padStart(2, "0")}`, `${1962 + ((i * 3) % 24)}年${(i % 12) + 1}月`, `@${1962 + ((i * 3) % 24)}-${(i % 12) + 1}-${(i % 27) + 1}`][i % 3] ?? "";

function weighted(i: number): string {
  const school = 82 + (i % 9);
  const central = 66 + ((i * 5) % 25);
  return `${school}|${central}|${Math.round(school * 20 + central * 80) / 100}|合格`;
}

export const moreLifeForms: Readonly<Record<string, LifeForm>> = {
  "log beside summary": {
    policy: "zhaoqing-annual",
    asOf: "2024-12-31",
    lines: `
      § 个人明细
      - 怀集县冷坑镇中心小学教师2024年培训明细|<|<|<|<|<|<
      H 序号|姓名|培训时间|培训内容|课程类别|学时|认定机构
      K hours-log number|name|date|project|category|hours|
      ${[0, 1, 2, 3, 4].map((i) => `R ${i * 4 + 1}|${(list[i] ?? idOf(i)).name}|2024年5月${6 + i}日|人工智能与未来教育|公需课|30|省继教平台\nR ${i * 4 + 2}|^|2024年7月${15 + i}日|小学教学能力提升|专业课|24|县教师发展中心\nR ${i * 4 + 3}|^|2024年8月${12 + i}日|新教材培训|专业课|20|县教师发展中心\nR ${i * 4 + 4}|^|2024年10月${10 + i}日|校本研修|个人选修课|18|本校`).join("\n")}
      § 年度汇总
      - 怀集县冷坑镇中心小学教师2024年度继续教育学时汇总表|<|<|<|<|<
      H 序号|姓名|公需课|专业课|个人选修课|合计|是否完成
      K hours-year number|name|${blocks}|total|claim
      ${[0, 1, 2, 3].map((i) => `R ${i + 1}|${(list[i] ?? idOf(i)).name}|30|44|18|92|是`).join("\n")}
      R 5|${(list[4] ?? idOf(4)).name}|30|48{hours.ledger-mismatch}|18|96|是
      - 校长：|||填表人：`,
  },
  "credits of five school years": {
    policy: yueyang,
    asOf: "2023-09-15",
    lines: `
      § 学分汇总
      - 岳阳市岳阳楼区朝阳小学教师校本研修学分五年汇总表|<|<|<|<|<|<|<|<|<|<|<
      - 单位（盖章）||||||||||2023年9月12日
      H 序号|姓名|性别|任教学科|职称|各学年校本研修学分|<|<|<|<|累计学分|计入学分|备注
      H ^|^|^|^|^|2018—2019|2019—2020|2020—2021|2021—2022|2022—2023|^|^|^
      K hours-cycle number|name|sex|subject|title|year1|year2|year3|year4|year5|total|credited|note
      ${lines(9, (i) => `R ${i + 1}|${nameOf(i)}|${sexOf(i)}|语文|一级教师|${creditYears(i)}|`)}
      R 10|甘淑华|女|数学|高级教师|30|30|30|30|30|150|120|超出不计
      R 11|易建平|男|数学|一级教师|28|26|30|28|26|138|138{hours.cap-exceeded}|
      R 12|柳依依|女|英语|二级教师|30|0{hours.year-empty}|28|26|30|114|114|2019—2020学年病假
      R 13|晏子健|男|体育|一级教师|20|20|20|20|20|110{hours.total-mismatch}|100|
      ${lines(5, (i) => `R ${i + 14}|${nameOf(i + 9)}|${sexOf(i + 9)}|科学|二级教师|${creditYears(i)}|`)}
      - 教科室审核：||||学校负责人：`,
  },
  "activities of a school": {
    policy: yueyang,
    asOf: "2024-06-30",
    lines: `
      § 活动记载
      - 2023—2024学年下学期校本研修活动记载表|<|<|<|<|<|<|<|<|<
      - 汨罗市第四学校教研室||||||||记载人：周科长
      H 序号|学段|活动时间|活动主题|研修方式|组织形式|主讲人|活动地点|认定学分|附件
      K hours-log number|stage|date|*|*|*|*|*|hours|
      R 1|小学|2024.3.6|低年级写话教学|课例研究|年级组|彭大勇|录播室|2|教案
      R 2|小学|2024年3月13日|计算教学专题|专题研讨|年级组|曾丽芬|会议室|2|记录
      R 3|初中|2024-3-20|作业设计|专题研讨|教研组|萧立文|会议室|2|记录
      R 4|初中|@2024-4-10|《教学勇气》共读|读书沙龙|年级组{choice.unknown}|田春花|图书室|2|照片
      R 5|小学|2024.4.31{date.unreadable}|青蓝结对展示课|师徒带教|年级组|董长江|录播室|2|教案
      R 6|初中|2024/5/8|单元整体教学|课例研究|教研组|袁素云|录播室|2|教案
      R 7|初中|2024.5.22|教学反思交流|探究反思|教研组|潘家骏|会议室|2|反思
      R 8|小学|20240605|班级管理讲座|系列讲座|年级组|于晓霞|报告厅|2|讲稿`,
  },
  "yearly self check": {
    policy: yueyang,
    kind: "ods",
    lines: `
      § 自查表
      - 岳阳县荣家湾镇中学2023年度校本研修培训工作自查表|<|<|<|<
      H 序号|检查内容|是否完成|佐证材料|责任部门
      K submissions number|project|claim||
      R 1|校本教研制度|√|制度汇编第1页|教科室
      R 2|校本科研制度|√|制度汇编第4页|教科室
      R 3|理论学习制度|√|制度汇编第7页|教务处
      R 4|管理制度|√|制度汇编第9页|办公室
      R 5|激励制度|√|制度汇编第12页|办公室
      R 6|学年校本培训总结和自查|√|总结一份|教科室
      R 7|校本培训资料立卷建档|√|档案盒3个|档案室
      - 校长（签名）：||||2023年12月25日`,
  },
  "registration of teachers": {
    policy: xiangxi,
    asOf: "2011-06-30",
    lines: `
      § 登记表
      - 湘西自治州“十二五”中小学教师继续教育报名注册登记表|<|<|<|<|<|<|<|<|<|<
      - 填报单位：花垣县民乐镇九年制学校（盖章）||||||||填报日期：2011年5月16日
      H 序号|姓名|性别|民族|出生年月|参加工作时间|学历|职称|职务|任教学科|联系电话
      K roster number|name|sex||birth|||title|role|subject|
      ${lines(8, (i) => `R ${i + 1}|${nameOf(i)}|${sexOf(i)}|${["苗族", "土家族", "汉族"][i % 3] ?? ""}|${bornText(i)}|${1985 + i}.08|本科|中学二级|教师|${["语文", "数学", "英语"][i % 3] ?? ""}|'1357432${String(3000 + i)}`)}
      R 9|麻金文|男|苗族|'1954.03|1974.09|大专|中学高级|校长|政治|'13574323101
      R 10|石玉莲|女|苗族|1960年5月{person.out-of-scope}|1979.02|中专|小学高级|教师|语文|'13574323102
      R 11|彭秀武|男|土家族|'1955.02{person.out-of-scope}|1975.03|中专|小学高级|教师|数学|'13574323103
      R 12|向长英|女|土家族|'1962.01|1981.08|大专|中学一级|教师|音乐|'13574323104
      ${lines(6, (i) => `R ${i + 13}|${nameOf(i + 10)}|${sexOf(i + 10)}|土家族|${bornText(i + 3)}|${1990 + i}.09|本科|中学一级|教师|物理|'1357432${String(3200 + i)}`)}
      - 填表人：石远清||联系电话：'0743-7221001`,
  },
  "credits to the certificate": {
    policy: xiangxi,
    asOf: "2016-03-01",
    lines: `
      § 学分登记
      - 永顺县芙蓉镇中心完小教师“十二五”继续教育学分登记册|<|<|<|<|<|<|<|<|<
      H 学籍号|姓名|任教学科|2011年|2012年|2013年|2014年|2015年|五年累计|是否结业|备注
      K hours-cycle *|name|subject|year1|year2|year3|year4|year5|total|claim/result|note
      ${lines(10, (i) => `R YS${String(1101 + i)}|${nameOf(i)}|语文|72|${72 + i}|70|76|72|${362 + i}|是|`)}
      R YS1111|田永红|数学|72|70|68|72|70|352{hours.cycle-short:logic}|是|
      R YS1112|覃业军|数学|60|72|72|70|72|346{hours.cycle-short:experience}|否|2011年脱产进修
      R YS1113|米小兰|音乐|72|72|74|72|74|360{hours.total-mismatch}|是|
      - 登记人：||学校审核：||县教师进修学校审核：`,
  },
  "plans made and reviewed": {
    policy: xiangxi,
    kind: "xls",
    asOf: "2011-07-15",
    lines: `
      § 进度
      - 凤凰县中小学教师专业成长行动计划工作进度登记表|<|<|<|<
      H 序号|学校|工作事项|完成时间|经办人|备注
      K submissions number|school|project|date|*|note
      R 1|凤凰县箭道坪小学|专业成长规划书制订|2011年6月8日|杨秀清|
      R 2|凤凰县箭道坪小学|专业成长规划书审核|2011.6.18|杨秀清|
      R 3|凤凰县文昌阁小学|专业成长规划书制订|@2011-6-10|龙文玉|
      R 4|凤凰县文昌阁小学|专业成长规划书审核|2011/6/20|龙文玉|
      R 5|阿拉营镇中心完小|专业成长规划书制订|20110607|吴自成|
      R 6|阿拉营镇中心完小|专业成长规划书审核|6月17日|吴自成|
      - 统计日期：2011年7月1日`,
  },
  "reading and ranks": {
    policy: "plan1",
    lines: `
      § 10月读书
      - 实验小学教师读书情况登记表（10月）|<|<|<|<|<
      H 序号|教研组|姓名|年龄|所读书目|读书数量（本）|笔记检查
      K observation number||name||*|plan1.reading/times|*
      R 1|语文组|${nameOf(1)}|29|《给教师的建议》等|2|A
      R 2|^|${nameOf(3)}|35|《论语译注》等|3|A
      R 3|^|${nameOf(5)}|38|《静悄悄的革命》|1{evidence.below}|B
      R 4|^|${nameOf(7)}|46|《爱的教育》|1|A
      R 5|数学组|${nameOf(0)}|40|《数学与生活》|1{evidence.below}|B
      R 6|^|${nameOf(2)}|41|《从一到无穷大》|1|A
      R 7|^|${nameOf(4)}|52|《数学之美》|1|A
      R 8|^|${nameOf(6)}|26|《古今数学思想》等|2|A
      R 9|综合组|${nameOf(8)}|33|《美的历程》等|2|A
      R 10|^|${nameOf(9)}|55|《傅雷家书》等|2|A
      - 教导处检查：||||检查日期：10月31日
      § 队伍结构
      - 教师队伍建设情况统计表
      H 序号|类别|教师总数|现有人数|占比|备注
      K quota number|category|whole|part|share|note
      R 1|学科带头人和教学能手|96|12|%0.125|
      R 2|骨干教师|96|55{quota.short:experience}|%0.5729|正在培养6人
      - 统计人：||统计时间：2024年12月`,
  },
  "lessons and notes": {
    policy: "plan2",
    lines: `
      § 听课读书
      - 学年第二学期教师听课、读书情况统计表|<|<|<|<|<|<|<|<|<
      - 统计部门：教导处||||||||统计时间：6月28日
      H 序号|姓名|岗位|听课节数|<|<|评课次数|读书情况|<|备注
      H ^|^|^|总节数|其中：校内|其中：校外|^|读书（本）|读后感（篇）|^
      K observation number|name|role|plan2.observation/times|*|*|*|plan2.reading|*|note
      ${lines(9, (i) => `R ${i + 1}|${nameOf(i)}|任课教师|${20 + (i % 6)}|${16 + (i % 6)}|4|${10 + i}|${2 + (i % 2)}|${2 + (i % 2)}|`)}
      R 10|${nameOf(10)}|任课教师|18{evidence.below}|15|3|9|2|2|
      R 11|${nameOf(11)}|任课教师|22|18|4|12|1{evidence.below}|1{?evidence.below}|
      - 序号|姓名|岗位|总节数|其中：校内|其中：校外|评课次数|读书（本）|读后感（篇）|备注
      R 12|${nameOf(12)}|中层干部|30|9|21|12|2|2|
      R 13|${nameOf(13)}|中层干部|30|8{quota.short:experience}|22|12|2|2|
      R 14|${nameOf(14)}|中层干部|34|20|14|15|3|3|
      R 15|${nameOf(15)}|中层干部|27{evidence.below}|20|7|15|2|2|
      ${lines(6, (i) => `R ${i + 16}|${nameOf(i + 16)}|任课教师|${21 + i}|${17 + i}|4|${9 + i}|2|2|`)}
      - 合计|||||||||
      - 教导主任：||校长：`,
  },
  "sixteen credits": {
    policy: "plan5",
    lines: `
      § 学分认定
      - “教师素质年”校本培训学分认定表|<|<|<|<|<
      - 学校（盖章）：||||认定日期：2024年6月28日
      H 序号|姓名|任教学科|校本培训学分|是否完成|认定人
      K hours-year number|name|subject|plan5.credits/hours/total|claim/result|
      ${lines(15, (i) => `R ${i + 1}|${nameOf(i)}|${["语文", "数学", "英语", "科学"][i % 4] ?? ""}|${16 + (i % 4)}|是|蔡老师`)}
      - 备注：每位教师本年度须修满16学分。`,
  },
  "older teachers of a county": {
    policy: "plan7",
    lines: `
      § 学员名册
      - 全县小学教师第二期集中培训学员花名册|<|<|<|<|<|<
      H 序号|学校|姓名|性别|年龄|任教学科|住宿房号
      K roster number|school|name|sex||subject|
      ${lines(12, (i) => `R ${i + 1}|${["城关一小", "城关二小", "河口小学"][Math.floor(i / 4)] ?? ""}|${nameOf(i)}|${sexOf(i)}|${(i % 2 === 0 ? 45 : 40) + (i % 10)}|${i % 2 === 0 ? "数学" : "语文"}|${301 + Math.floor(i / 2)}`)}
      R 13|河口小学|尚美云|女|38{person.out-of-scope}|语文|307
      R 14|河口小学|辛大海|男|55|数学|308
      § 成绩册
      - 全县小学教师第二期培训综合成绩登记册|<|<|<|<|<|<
      - 校本培训成绩占20%，集中培训成绩占80%
      H 序号|学校|姓名|校本培训成绩|集中培训成绩|综合成绩|是否合格|结业证书编号
      K teacher-assessment number|school|name|*|*|total|result|
      ${lines(12, (i) => `R ${i + 1}|${["城关一小", "城关二小", "河口小学"][Math.floor(i / 4)] ?? ""}|${nameOf(i)}|${weighted(i)}|JY${String(2001 + i)}`)}
      R 13|河口小学|尚美云|90|70|86{score.total-mismatch}|合格|JY2013
      R 14|河口小学|辛大海|80|52|57.6|合格{score.result-mismatch}|
      - 班主任：||教务处：`,
  },
  "posts and their hours": {
    policy: "plan9",
    lines: `
      § 学时统计
      - 中小学教师全员培训及专项培训学时统计表|<|<|<|<|<|<
      - 学校：||||||单位：学时
      H 序号|姓名|岗位类别|全员培训|班主任专题培训|新教师岗前培训|备注
      K hours-year number|name|role|plan9.annual/total/hours|plan9.homeroom|plan9.new-teacher|note
      ${lines(7, (i) => `R ${i + 1}|${nameOf(i)}|班主任|${80 + i}|${30 + (i % 4)}||`)}
      ${lines(5, (i) => `R ${i + 8}|${nameOf(i + 7)}|科任教师|${82 + i}|||`)}
      R 13|${nameOf(20)}|班主任|86|29{hours.block-short:experience}||补训一次
      R 14|${nameOf(21)}|科任教师|78{hours.block-short:experience}|||
      R 15|${nameOf(22)}|新教师|80||56{hours.block-short:experience}|
      R 16|${nameOf(23)}|新教师|84||60|
      - 制表：||审核：`,
  },
};
