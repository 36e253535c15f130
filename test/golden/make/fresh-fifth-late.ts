/** The fifth hand's second day (see `fresh-fifth.ts`): covers and examples, quotas by level side by side, money, half days by quarter, registers with odd ID numbers. */
import { idOf, list, type LifeForm } from "./fresh-fifth-people";
import { blocks, schoolBonus, schoolItems, teacherItems } from "./keys";

const lanxi = "lanxi-2024-autumn";
const zhaoqing = "zhaoqing-annual";

const somebody = (i: number): (typeof list)[number] => list[i] ?? idOf(i);
const nameOf = (i: number): string => somebody(i).name;
const lines = (count: number, line: (i: number) => string): string => Array.from({ length: count }, (_, i) => line(i)).join("\n");
const zhaoqingId = (i: number): string => somebody(i).id;

export const lateLifeForms: Readonly<Record<string, LifeForm>> = {
  "quotas by level": {
    policy: zhaoqing,
    lines: `
      § 分级统计
      - 附表2
      - 肇庆市2024年教师参加各级培训情况统计表|<|<|<|<|<|<|<|<
      - 填报单位：肇庆市教育局教师工作科||||||||单位：人
      H 序号|县（市、区）|在职教师总数|国家和省级示范培训|<|市级培训|<|县级培训|<|备注
      H ^|^|^|人数|占比|人数|占比|人数|占比|^
      K quota number|place|whole|*|*|*|*|*|*|note
      R 1|端州区|3000|310|%0.1033|620|%0.2067|2450|%0.8167|
      R 2|鼎湖区|1400|140|%0.1|270{quota.short:experience}|%0.1929|1130|%0.8071|
      R 3|四会市|4000|405|%0.1013|800|%0.2|3150{quota.short:experience}|%0.7875|
      R 4|广宁县|2900|295|%0.1017|590|%0.2034|2050|%0.7069|
      R 5|怀集县|5600|550{quota.short:experience}|%0.0982|1130|%0.2018|3930|%0.7018|
      - 合计||16900|1700||3410||12710
      - 审核人：||||制表人：`,
  },
  "own school form": {
    policy: lanxi,
    lines: `
      § 封面
      - 兰西县教师培训考核材料
      - 单位名称：兰西县星火乡中心学校
      - 二〇二四年十二月
      § 目录
      - 目 录
      - 1|教师培训考核成绩表
      - 2|单位自评表
      § 教师成绩
      - 教师培训考核成绩表|<|<|<|<|<|<|<|<
      H 序号|姓名|心得体会|有效评课|培训学时|教学设计|活动反思|奖励加分|综合成绩|结果
      K teacher-assessment number|name|${teacherItems}|total|result
      R 1|${nameOf(1)}|18|17|20|16|15|0|=SUM(C~:H~)→86|合格
      R 2|${nameOf(2)}|17|16|20|18|15|0|=SUM(C~:H~)→86|合格
      R 3|${nameOf(3)}|16|16|20|15|15|0|=SUM(C~:H~)→82|合格
      R 4|${nameOf(4)}|19|18|20|17|16|0|=SUM(C~:H~)→90|合格
      R 5|${nameOf(5)}|15|14|18|14|13|0|=SUM(C~:H~)→74|合格
      R 6|${nameOf(6)}|12|10|12|11|10|0|=SUM(C~:H~)→55|不合格
      - |平均|16.17|15.17|18.33|15.17|14|0|=AVERAGE(I3:I8)→78.8333333333333
      § 单位自评
      - 单位培训工作自评表|<|<|<|<|<|<|<|<
      H 单位名称|培训计划与总结（10分）|参加集中培训（10分）|教师平均分（60分）|外派任务（10分）|材料上报（10分）|承办活动次数|外派人次|临时工作加分|自评总分
      K school-assessment school|${schoolItems}|${schoolBonus}|total
      R 兰西县星火乡中心学校|10|10|48.3{score.item-mismatch}|10|9|0|1|0|88.3
      - 校长签字：||||2024年12月30日`,
  },
  "government money": {
    policy: zhaoqing,
    lines: `
      § 财政
      - 肇庆市各县（市、区）2024年教师继续教育经费安排情况表|<|<|<|<|<
      - 单位：万元
      H 序号|县（市、区）|教师工资总额|财政安排继续教育经费|占比|是否达到2%|备注
      K budget number|place|base|amount|share|claim|note
      R 1|端州区|46000|950|%0.0207|是|
      R 2|高要区|61000|1220|%0.02|是|
      R 3|四会市|55000|1045{budget.short:logic}|%0.019|是|
      R 4|广宁县|38000|722{budget.short:experience}|%0.019|否|已追加预算
      R 5|怀集县|70000|1435|%0.0205|是|
      - 制表：||复核：`,
  },
  "school-based marks": {
    policy: lanxi,
    lines: `
      § 校本考核
      - 兰西县燎原乡中心学校2024年秋季校本培训考核表|<|<|<|<|<|<|<
      H 序号|姓名|职务|出勤情况|研修笔记|校本考核成绩|是否合格|认定学时|备注
      K teacher-assessment number|name|role|*|*|lanxi.school-based.pass|*|*|note
      ${lines(9, (i) => `R ${i + 1}|${nameOf(i)}|教师|全勤|${10 + i}篇|${82 + i}|合格|12|`)}
      R 10|${nameOf(10)}|教师|缺2次|6篇|78|不合格|0|
      R 11|${nameOf(11)}|教导主任|全勤|12篇|80|合格|12|
      R 12|${nameOf(12)}|教师|缺1次|8篇|76|合格{score.result-mismatch}|0|
      R 13|${nameOf(13)}|教师|全勤|9篇|85|合格|24{hours.credit-mismatch}|
      - 校本培训考核小组组长：`,
  },
  "half days by quarter": {
    policy: zhaoqing,
    asOf: "2024-12-31",
    lines: `
      § 上半年
      - 四会市城中街道中心小学教师培训登记（上半年）|<|<|<|<|<|<
      H 序号|教师姓名|培训日期|培训项目|培训类别|培训半天数|折合学时|审核人
      K hours-log number|name|date|project|category|halfDays|hours|*
      ${lines(6, (i) => `R ${i + 1}|${nameOf(i)}|2024.4.${8 + i}|新教材研读|专业课|${2 + (i % 3)}|${(2 + (i % 3)) * 4}|梁主任`)}
      R 7|${nameOf(6)}|2024.5.20|作业设计|专业课|3|10{hours.credit-mismatch}|梁主任
      § 下半年
      - 四会市城中街道中心小学教师培训登记（下半年）|<|<|<|<|<|<
      H 序号|教师姓名|培训日期|培训项目|培训类别|培训半天数|折合学时|审核人
      K hours-log number|name|date|project|category|halfDays|hours|*
      ${lines(6, (i) => `R ${i + 1}|${nameOf(i)}|2024年9月${8 + i}日|跨学科学习|专业课|${1 + (i % 2)}|${(1 + (i % 2)) * 4}|梁主任`)}
      R 7|${nameOf(6)}|2025年3月9日{date.future}|作业设计|专业课|2|8|梁主任`,
  },
  "odd numbers in a register": {
    policy: zhaoqing,
    asOf: "2024-12-31",
    lines: `
      § 名册
      - 德庆县新圩镇中心小学教师花名册|<|<|<|<|<|<|<
      H 序号|姓名|性别|公民身份号码|政治面貌|专业技术职称|任教年级及学科|手机
      K roster number|name|sex|id||title|*|
      ${lines(10, (i) => `R ${i + 1}|${nameOf(i)}|${somebody(i).sex}|'${zhaoqingId(i)}|${["群众", "中共党员"][i % 2] ?? ""}|一级教师|${["一", "二", "三"][i % 3] ?? ""}年级语文|'1380275${String(4000 + i)}`)}
      R 11|盘志高|男|'441226********4512|群众|二级教师|六年级数学|'13802754101
      R 12|谈月明|女|'441226800512022{person.id-invalid}|群众|一级教师|五年级英语|'13802754102
      R 13|麦家俊|男|441226198501010000{person.id-precision}|群众|一级教师|四年级体育|'13802754103
      R 14|${nameOf(2)}{person.duplicate}|${somebody(2).sex}|'${zhaoqingId(2)}|群众|一级教师|三年级语文|'13802754002`,
  },
  "example and hidden": {
    policy: zhaoqing,
    asOf: "2024-12-31",
    lines: `
      § 年度登记
      - 鼎湖区逸夫小学2024年度教师继续教育学时登记表|<|<|<|<|<|<|<
      - 填表要求：“示例”行请勿删除；学时填阿拉伯数字。
      H 序号|姓名|职务|继续教育学时|<|<|<|是否完成|校验
      H ^|^|^|公需科目|专业科目|选修科目|小计|^|^
      K hours-year number|name|*|${blocks}|total|claim|
      - 示例|张三|教师|30|42|18|90|是|
      ${lines(5, (i) => `R ${i + 1}|${nameOf(i)}|教师|30|${42 + i * 2}|18|${90 + i * 2}|是|√`)}
      r 6|${nameOf(5)}{row.hidden}|教师|30|44|16{hours.block-short:experience}|90|否|
      R 7|${nameOf(6)}|教师|30|52|20|102|是|√
      R 8|${nameOf(7)}|校长|36|50|24|110|是|√
      - 平均|||30.75|47|18.75|96.5
      - 校长签名：|||经办人签名：`,
  },
  "counties and their money": {
    policy: "xiangxi-growth-plan",
    asOf: "2012-01-10",
    lines: `
      § 经费
      - 湘西自治州2011年度教师培训经费投入情况统计表|<|<|<|<|<
      - 单位：万元|||||填报：州教育局计财科
      H 序号|县市|教师年工资总额|教师培训经费|比例|联系人
      K budget number|place|base|amount|share|
      R 1|吉首市|12000|186|%0.0155|向远
      R 2|泸溪县|9800|147|%0.015|符慧
      R 3|保靖县|8600|120{budget.short:experience}|%0.014|彭丽
      R 4|龙山县|14000|210|%0.015|贾勇
      - 合计||44400|663|%0.0149`,
  },
  "key teachers": {
    policy: "plan9",
    lines: `
      § 骨干
      - 中小学骨干教师队伍及农村教师培训情况统计表|<|<|<|<
      H 序号|类别|教师总数|人数|占比|培训年限
      K quota number|category|whole|part|share|
      R 1|市级骨干教师|860|90|%0.1047|连续三年
      R 2|县级骨干教师|860|128|%0.1488|连续三年
      R 3|农村教师参加县以上培训|520|45{quota.short:experience}|%0.0865|
      - 填报人：||审核人：`,
  },
  "credits by group": {
    policy: "yueyang-school-based",
    asOf: "2024-07-10",
    lines: `
      § 个人学分
      - 临湘市第二中学2023—2024学年教师校本研修学分登记表|<|<|<|<|<|<
      H 教研组|姓名|研修时间|研修内容|研修方式|获得学分|考勤|登记人
      K hours-log *|name|date|*|*|hours|*|*
      R 理化组|${nameOf(0)}|2023.10.11|实验教学改进|课例研究|2|全勤|何科
      R ^|${nameOf(2)}|2023.10.11|实验教学改进|课例研究|2|全勤|何科
      R ^|${nameOf(4)}|2023.11.8|题库建设|专题研讨|'2分{cell.text-number}|全勤|何科
      R 文综组|${nameOf(1)}|2024年3月20日|材料题讲评|专题研讨|2|全勤|何科
      R ^|${nameOf(3)}|2024年3月20日|材料题讲评|专题研讨|待定{cell.not-a-number}|请假1次|何科
      R ^|${nameOf(5)}|2024年2月30日{date.unreadable}|读书分享|读书沙龙|2|全勤|何科
      - 教科室主任：`,
  },
};
