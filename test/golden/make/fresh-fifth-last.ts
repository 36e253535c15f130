/** The fifth hand's last forms (see `fresh-fifth.ts`): rules that few forms touch, and the lines around a table that a product may take for records. */
import { idOf, list, type LifeForm } from "./fresh-fifth-people";
import { blocks } from "./keys";

const zhaoqing = "zhaoqing-annual";
const xiangxi = "xiangxi-growth-plan";

const somebody = (i: number): (typeof list)[number] => list[i] ?? idOf(i);
const nameOf = (i: number): string => somebody(i).name;
const lines = (count: number, line: (i: number) => string): string => Array.from({ length: count }, (_, i) => line(i)).join("\n");

const yearHead = `H 序号|姓名|职称|公需课|专业课|个人选修课|合计|是否完成
      K hours-year number|name|title|${blocks}|total|claim`;
const yearRow = (n: number, i: number): string => `R ${n}|${nameOf(i)}|一级|30|42|18|90|是`;

export const lastLifeForms: Readonly<Record<string, LifeForm>> = {
  "plans of teachers and schools": {
    policy: xiangxi,
    asOf: "2015-12-20",
    lines: `
      § 覆盖
      - 湘西自治州中小学教师专业成长规划制订实施情况统计表|<|<|<|<|<|<|<
      H 序号|县市|教师成长规划|<|<|学校促进计划|<|<|备注
      H ^|^|教师总数|已制订实施人数|比例|学校总数|已制订实施学校数|比例|^
      K quota number|place|*|*|*|*|*|*|note
      R 1|吉首市|2600|2210|%0.85|58|58|%1|
      R 2|泸溪县|1900|1500{quota.short:experience}|%0.7895|46|46|%1|
      R 3|古丈县|1000|800|%0.8|25|24{quota.short:experience}|%0.96|一所教学点未完成
      - 制表：||审核：`,
  },
  "five voices": {
    policy: xiangxi,
    asOf: "2012-01-15",
    lines: `
      § 年度考评
      - 吉首市第八小学2011年度教师专业成长考评汇总表|<|<|<|<|<|<|<
      H 序号|教师姓名|教师自评|团队互评|学生参评|校长导评|专家审评|综合得分|备注
      K teacher-assessment number|name|*|*|*|*|*|total|note
      ${lines(6, (i) => `R ${i + 1}|${nameOf(i)}|${90 + i}|88|92|86|84|${(440 + i) / 5}|`)}
      R 7|${nameOf(6)}|95|90|90|85|80|90{score.total-mismatch}|
      - 考评组：`,
  },
  "leaders above the range": {
    policy: "plan1",
    lines: `
      § 骨干比例
      - 教师队伍梯队建设统计表
      H 序号|类别|教师总数|人数|占教师总数比例
      K quota number|category|whole|part|share
      R 1|学科带头人和教学能手|80|14{quota.exceeded}|%0.175
      R 2|骨干教师|80|50|%0.625`,
  },
  "goals and ways": {
    policy: xiangxi,
    asOf: "2011-06-30",
    lines: `
      § 审核登记
      - 凤凰县沱江镇中心完小《专业成长规划书》审核登记表|<|<|<|<|<|<|<
      H 序号|姓名|制订日期|五年目标|达成措施|年度目标|实施途径|校长寄语|学校审核日期|审核人
      K submissions number|name|*|*|*|*|*|*|*|*
      R 1|${nameOf(0)}|2011年6月3日|√|√|√|√|√|2011年6月15日|龙校长
      R 2|${nameOf(1)}|2011.6.10|√|√|√|√|√|2011.6.20|龙校长
      R 3|${nameOf(2)}|@2011-6-9|√|√|√|√|√|@2011-6-18|龙校长
      R 4|${nameOf(3)}|2011年6月12日{date.late}|√|√|√|√|√|2011年6月19日|龙校长
      R 5|${nameOf(4)}|2011-6-8|√|√|√|√|√|2011-6-23{date.late}|龙校长`,
  },
  "thirty lines of full width": {
    policy: zhaoqing,
    kind: "xls",
    lines: `
      § 学时审核
      - 肇庆市德庆县香山中学2024年度继续教育学时审核表|<|<|<|<|<|<|<
      H 序号|姓名|职称|公需课|专业课|个人选修课|合计|是否完成
      K hours-year number|name|title|${blocks}|total|claim
      ${lines(28, (i) => `R ${i + 1}|${nameOf(i)}|一级|30|${42 + (i % 6)}|18|${90 + (i % 6)}|是`)}
      R 29|${nameOf(28)}|二级|'３０{cell.text-number}|42|'18␣{cell.text-number}|90|是
      R 30|${nameOf(29)}|二级|30|'四十二{cell.text-number}|18|90|是
      - 合计|30人||900|1326|540|2766
      - 审核单位（盖章）：`,
  },
  "signed by others": {
    policy: zhaoqing,
    lines: `
      § 一年级组
      - 端州区第九小学2024年教师继续教育学时汇总表（一年级组）|<|<|<|<|<|<|<
      ${yearHead}
      ${lines(3, (i) => yearRow(i + 1, i))}
      - 年级组长：||||2024年12月28日
      § 二年级组
      - 端州区第九小学2024年教师继续教育学时汇总表（二年级组）|<|<|<|<|<|<|<
      ${yearHead}
      ${lines(3, (i) => yearRow(i + 1, i + 5))}
      - 培训专干：李丽||||2024年12月28日
      § 三年级组
      - 端州区第九小学2024年教师继续教育学时汇总表（三年级组）|<|<|<|<|<|<|<
      ${yearHead}
      ${lines(3, (i) => yearRow(i + 1, i + 10))}
      - （盖章）|||||||2024年12月28日`,
  },
  "carried from page to page": {
    policy: zhaoqing,
    lines: `
      § 台账
      - 2024年教师继续教育学时台账|<|<|<|<|<|<|<
      - 学校名称|端州区第九小学||||填报日期|2024.12.28
      ${yearHead}
      ${lines(4, (i) => yearRow(i + 1, i))}
      - 过次页|||120|168|72|360
      - 承上页|||120|168|72|360
      ${lines(3, (i) => yearRow(i + 5, i + 4))}
      - 合计|||210|294|126|630`,
  },
  "leave across the items": {
    policy: "lanxi-2024-autumn",
    lines: `
      § 考核
      - 兰西县第八小学校教师培训考核成绩|<|<|<|<|<|<|<|<|<|<|<
      H 序号|姓名|心得体会|有效评课|培训学时|教学设计|活动反思|奖励加分|总分|结果|学时|备注
      K teacher-assessment number|name|${["reflection", "review", "platform-hours", "lesson-design", "activity-reflection", "bonus"].map((item) => `lanxi.teacher.${item}`).join("|")}|total|result|credited|note
      ${lines(5, (i) => `R ${i + 1}|${nameOf(i)}|18|17|20|16|15|0|86|合格|24|`)}
      R 6|${nameOf(5)}|产假{cell.not-a-number}|<|<|<|<|<|<|<|<|
      R 7|${nameOf(6)}|18|17|20|16|15|0|86|合格|24|
      - 教导主任：|周敏|||2024.12.28`,
  },
  "times as they are written": {
    policy: zhaoqing,
    asOf: "2024-12-31",
    lines: `
      § 登记
      - 端州区第九小学2024年教师培训学时登记表|<|<|<|<|<
      H 序号|姓名|培训项目|培训类别|培训时间|培训天数|学时
      K hours-log number|name|project|category|date|days|hours
      R 1|${nameOf(0)}|新课标解读|专业课|2024.7.10-7.12|3|24
      R 2|${nameOf(1)}|新课标解读|专业课|7月10日至12日|3|24
      R 3|${nameOf(2)}|作业设计|专业课|9月|1|8
      R 4|${nameOf(3)}|作业设计|专业课|7月15日上午|0.5|4
      R 5|${nameOf(4)}|跟岗研修|专业课|7.15-7.17|3|24
      R 6|${nameOf(5)}|跟岗研修|专业课|2024年10月|2|16
      R 7|${nameOf(6)}|专题讲座|专业课|2024年11月5日（半天）|0.5|4
      - 登记人：李丽`,
  },
};
