/** The fifth hand's third day (see `fresh-fifth.ts`): dates in columns, words beside marks, halves of a year, headers with brackets, pages under each other, lists side by side. */
import { idOf, list, type LifeForm } from "./fresh-fifth-people";

const lanxi = "lanxi-2024-autumn";
const zhaoqing = "zhaoqing-annual";

const items = ["reflection", "review", "platform-hours", "lesson-design", "activity-reflection"].map((item) => `lanxi.teacher.${item}`);
const teacherItems = [...items, "lanxi.teacher.bonus"].join("|");
const blocks = ["public", "professional", "elective"].map((block) => `zhaoqing.annual.${block}`);

const somebody = (i: number): (typeof list)[number] => list[i] ?? idOf(i);
const nameOf = (i: number): string => somebody(i).name;
const lines = (count: number, line: (i: number) => string): string => Array.from({ length: count }, (_, i) => line(i)).join("\n");
const marks = (i: number): readonly number[] => [17 - (i % 3), 16 + (i % 3), 20, 15 + (i % 4), 14 + (i % 5)];
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

const pageHead = `H 序号|姓名|任教班级|心得体会|有效评课|培训学时|教学设计|活动反思|奖励加分|总分|等次|学时
      K teacher-assessment number|name|*|${teacherItems}|total|result|credited`;
const pageRow = (n: number, i: number): string => `R ${n}|${nameOf(i)}|${(i % 6) + 1}.${(i % 3) + 1}班|${marks(i).join("|")}|0|${sum(marks(i))}|合格|24`;

export const hardLifeForms: Readonly<Record<string, LifeForm>> = {
  "dates in columns": {
    policy: lanxi,
    lines: `
      § 上报统计
      - 兰西县各单位培训计划、培训总结上报时间统计表|<|<|<|<|<
      - 2024—2025学年度上学期
      H 序号|单位|培训计划上传时间|培训总结上传时间|联系人|备注
      K submissions number|school|*|*|*|note
      R 1|兰西县第一中学|2024.9.18|2024.12.27|赵国栋|
      R 2|兰西县第二中学|2024.9.25|2024.12.30|孙海波|
      R 3|兰西县第三小学|2024.9.28{date.late}|2024.12.25|李晓光|补交
      R 4|兰西县第四小学|@2024-9-20|@2024-12-29|高凤云|
      R 5|远大乡中心校|9月24日|12月31日{date.late}|刘凤山|
      R 6|红星乡中心校|2024年9月22日|2024年12月26日|徐振东|
      - 统计人：宋立新`,
  },
  "words beside marks": {
    policy: lanxi,
    lines: `
      § 作业考核
      - 兰西县第六小学校教师研修作业考核表（2024年秋季学期）|<|<|<|<|<|<|<|<|<|<|<|<|<
      H 序号|姓名|心得体会|<|有效评课|<|平台学时|<|教学设计|<|活动反思|<|总分|考核结果
      H ^|^|字数|得分|字数|得分|学时|得分|节数|得分|字数|得分|^|^
      K teacher-assessment number|name|*|${items[0] ?? ""}|*|${items[1] ?? ""}|*|${items[2] ?? ""}|*|${items[3] ?? ""}|*|${items[4] ?? ""}|total|result
      ${lines(6, (i) => `R ${i + 1}|${nameOf(i)}|${1050 + i * 40}|${17 + (i % 3)}|${830 + i * 15}|${16 + (i % 3)}|10|20|${2 + (i % 2)}|17|${860 + i * 10}|${15 + (i % 2)}|${17 + (i % 3) + 16 + (i % 3) + 20 + 17 + 15 + (i % 2)}|合格`)}
      R 7|${nameOf(6)}|820{evidence.below:experience}|12|900|16|10|20|2|16|880|15|79|合格
      R 8|${nameOf(7)}|1200|18|650{evidence.below:logic}|20|10|20|2|16|850|15|89|合格
      R 9|${nameOf(8)}|1100|17|900|16|6{evidence.below:experience}|10|2|16|850|15|74|合格
      - 考核小组：`,
  },
  "halves of the year": {
    policy: zhaoqing,
    lines: `
      § 学时汇总
      - 2024年教师继续教育学时汇总表|<|<|<|<|<|<|<|<|<|<|<|<
      - 单位：肇庆市高要区第二中学
      H 序号|姓名|公需课|<|<|专业课|<|<|个人选修课|<|<|全年合计|是否完成
      H ^|^|上半年|下半年|小计|上半年|下半年|小计|上半年|下半年|小计|^|^
      K hours-year number|name|*|*|${blocks[0] ?? ""}|*|*|${blocks[1] ?? ""}|*|*|${blocks[2] ?? ""}|total|claim
      ${lines(7, (i) => `R ${i + 1}|${nameOf(i)}|10|20|30|${20 + i}|24|${44 + i}|8|10|18|${92 + i}|是`)}
      R 8|${nameOf(7)}|10|20|30|16|24|40{hours.block-short:experience}|10|10|20|90|否
      R 9|${nameOf(8)}|0|30|30|24|24|48|8|10|18|98{hours.total-mismatch}|是
      - 审核：`,
  },
  "headers with brackets": {
    policy: zhaoqing,
    kind: "csv-bom",
    lines: `
      § 汇总
      - 端州区某小学2024年度教师学时情况汇总
      H 序号|教师姓名（与身份证一致）|证件号码|专业技术职务|公需课（省平台）|专业课（含信息技术）|个人选修课（校本研修）|学时合计（不少于90）|是否达标（是/否）|备注
      K hours-year number|name|id|title|${blocks.join("|")}|total|claim|note
      ${lines(12, (i) => `R ${i + 1}|${nameOf(i)}|'${somebody(i).id}|一级教师|${30 + (i % 2)}|${42 + i}|${18 + (i % 3)}|${90 + (i % 2) + i + (i % 3)}|是|`)}
      R 13|${nameOf(12)}|'${somebody(12).id}|二级教师|30|42|15{hours.block-short:logic}|87|是|
      - 填报人：莫老师`,
  },
  "pages under each other": {
    policy: lanxi,
    lines: `
      § 考核表
      - 兰西县第九小学校教师培训考核表（第一学区）|<|<|<|<|<|<|<|<|<|<|<
      ${pageHead}
      ${lines(5, (i) => pageRow(i + 1, i))}
      - 学区主任：||||2024年12月28日
      -
      - 兰西县第九小学校教师培训考核表（第二学区）|<|<|<|<|<|<|<|<|<|<|<
      ${pageHead}
      ${lines(4, (i) => pageRow(i + 1, i + 5))}
      R 5|${nameOf(9)}|4.2班|11|12|10|12|11|0|56|不合格|24{hours.credit-mismatch}
      - 学区主任：||||2024年12月28日
      -
      - 兰西县第九小学校教师培训考核表（第三学区）|<|<|<|<|<|<|<|<|<|<|<
      ${pageHead}
      ${lines(4, (i) => pageRow(i + 1, i + 10))}
      R 5|${nameOf(14)}|6.1班|18|17|20|16|15|0|88{score.total-mismatch}|合格|24
      - 学区主任：||||2024年12月28日`,
  },
  "due and done": {
    policy: zhaoqing,
    asOf: "2024-12-31",
    lines: `
      § 完成情况
      - 广宁县南街镇第三小学2024年教师继续教育任务完成情况一览表|<|<|<|<|<|<|<|<|<
      H 序号|姓名|应修学时|实修学时|<|<|<|缺学时|完成情况|联系电话
      H ^|^|^|公需课|专业课|选修课|合计|^|^|^
      K hours-year number|name|*|${blocks.join("|")}|total|*|claim|
      ${lines(8, (i) => `R ${i + 1}|${nameOf(i)}|90|30|${42 + i}|18|${90 + i}|0|完成|'1372888${String(5000 + i)}`)}
      R 9|${nameOf(8)}|90|20{hours.block-short:experience}|42|18|80|10|未完成|'13728885101
      R 10|${nameOf(9)}|90|30|50|22|102|0|未完成{claim.understated}|'13728885102
      - 填表：||审核：`,
  },
  "candidates": {
    policy: "plan3",
    lines: `
      § 推荐表
      - 小学名师、学科带头人、骨干教师培训对象推荐汇总表|<|<|<|<|<|<|<
      H 序号|姓名|性别|年龄|任教学科|学历|职称|已有称号|推荐意见
      K roster number|name|sex||subject||title|*|
      R 1|${nameOf(0)}|男|32|语文|本科|一级教师|无|同意
      R 2|${nameOf(1)}|女|36|数学|本科|一级教师|无|同意
      R 3|${nameOf(3)}|女|43{person.out-of-scope}|英语|本科|高级教师|无|同意
      R 4|${nameOf(5)}|女|40|语文|大专|一级教师|无|同意
      R 5|${nameOf(2)}|男|29|数学|本科|二级教师|无|同意
      - 学校盖章：`,
  },
  "quota with brackets": {
    policy: zhaoqing,
    lines: `
      § 参训率
      - 肇庆市2024年县级培训参训率统计表|<|<|<|<|<
      - 截止日期：2024年12月31日
      H 序号|县（市、区）|在职教师数（含幼儿园）|县级培训参训人数（不重复）|参训率（%）|备注
      K quota number|place|whole|part|share|note
      R 1|端州区|3100|2500|80.65|
      R 2|鼎湖区|1450|1102{quota.short:experience}|76|正在补训
      R 3|封开县|2400|1700|70.83|
      R 4|德庆县|2050|1435|70|
      - 全市合计||9000|6737|74.86`,
  },
  "school years by month": {
    policy: "yueyang-school-based",
    asOf: "2024-09-30",
    lines: `
      § 五年学分
      - 湘阴县文星镇中心小学教师校本培训学分统计表|<|<|<|<|<|<|<|<
      H 序号|教师姓名|2019.9-2020.8|2020.9-2021.8|2021.9-2022.8|2022.9-2023.8|2023.9-2024.8|五年合计|认定学分|备注
      K hours-cycle number|name|year1|year2|year3|year4|year5|total|credited|note
      ${lines(8, (i) => `R ${i + 1}|${nameOf(i)}|24|${20 + i}|18|22|20|${104 + i}|${104 + i}|`)}
      R 9|${nameOf(8)}|26|26|26|26|26|130|120|
      R 10|${nameOf(9)}|24|24|0{hours.year-empty}|24|24|96|96|
      - 制表人：`,
  },
  "looked up scores": {
    policy: lanxi,
    lines: `
      § 成绩
      - 兰西县北安乡中心学校教师培训考核成绩
      H 序号|姓名|心得体会|有效评课|培训学时|教学设计|活动反思|奖励加分|总成绩|是否合格|认定学时
      K teacher-assessment number|name|${teacherItems}|total|result|credited
      ${lines(5, (i) => `R ${i + 1}|${nameOf(i)}|${marks(i).join("|")}|0|=SUM(C~:H~)→${sum(marks(i))}|=IF(I~>=60,"合格","不合格")→合格|=IF(I~>=60,24,0)→24`)}
      R 6|${nameOf(5)}|18|=VLOOKUP(B~,N:O,2,0)→#N/A{cell.formula-error}|20|16|15|0|=SUM(C~:H~)→#N/A{?cell.formula-error}|=IF(I~>=60,"合格","不合格")→#N/A{?cell.formula-error}|=IF(I~>=60,24,0)→#N/A{?cell.formula-error}
      R 7|${nameOf(6)}|12|11|10|12|11|0|=SUM(C~:H~)→56|=IF(I~>=60,"合格","不合格")→不合格|=IF(I~>=60,24,0)→0
      R 8|${nameOf(7)}|18|17|20|16|15|0|=SUM(C~:H~)→86|=IF(I~>=60,"合格","不合格")→合格|=IF(I~>=60,24,0)→24`,
  },
  "two lists side by side": {
    policy: lanxi,
    lines: `
      § 公示
      - 兰西县长岗乡中心学校教师培训考核结果公示|<|<|<|<|<|<|<|<|<
      H 序号|姓名|综合成绩|结果|学时||序号|姓名|综合成绩|结果|学时
      K teacher-assessment number|name|total|result|credited|‖|number|name|total|result|credited
      ${lines(7, (i) => `R ${i + 1}|${nameOf(i)}|${78 + i}|合格|24||${i + 9}|${nameOf(i + 8)}|${81 + i}|合格|24`)}
      R 8|${nameOf(7)}|59.5|合格{score.result-mismatch}|0||16|${nameOf(15)}|60|合格|24
      - 公示期：2025年1月2日—1月8日`,
  },
  "columns between and hidden": {
    policy: lanxi,
    kind: "ods",
    lines: `
      § 考核登记
      - 兰西县特殊教育学校教师培训考核登记表|<|<|<|<|<|<|<|<|<|<|<|<
      H 编号|工作单位|教师姓名|参加工作年月|政治面貌|心得体会|有效评课|培训学时|教学设计|活动反思|加分|综合考核成绩|考核结论|认定学时|教师签名
      K teacher-assessment number|school|name|||${teacherItems}|total|result|credited|
      ${lines(15, (i) => `R TJ${String(i + 1).padStart(3, "0")}|兰西县特殊教育学校|${nameOf(i)}|${1995 + i}.08|群众|${marks(i).join("|")}|0|${sum(marks(i))}|合格|24|`)}
      - 合计|15人
      - 负责人：||经办人：`,
  },
};
