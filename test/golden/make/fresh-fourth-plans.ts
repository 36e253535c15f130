/** The fourth hand's workbooks for the model plans. */
import { idOf, type FourthForm } from "./fresh-fourth-words";

export const planForms: Readonly<Record<string, FourthForm>> = {
  "team and books": {
    policy: "plan1",
    also: { "quota.short": "B D", "quota.exceeded": "B D", "evidence.below": "C E", "rule.not-evaluable": "B D E" },
    lines: `
      § 梯队
      - 学校教师梯队建设指标完成情况|<|<|<|<
      H 指标名称|全校教师数|现有人数|所占比例|指标
      K quota category/project|whole|part|share|*
      R 学科带头人、教学能手|80|14{quota.exceeded}|%0.175|10%—15%
      R 骨干教师|80|46{quota.short:experience}|%0.575|60%
      R 中青年教师参与课题研究|44|24|%0.5455|50%
      § 读书
      - 教师读书活动月度统计（11月）|<|<|<|<|<
      H 序号|教师|年龄|本月读书（本）|是否完成|书目
      K observation number|name||*|claim|*
      R 1|路遥远|28|2|是|《教学勇气》等
      R 2|舒畅|40|2|是|《给教师的建议》等
      R 3|阳光|39|1{evidence.below:experience}|否|《静悄悄的革命》
      R 4|边城|45|1|是|《教育漫话》
      R 5|柯南|33|1{evidence.below:logic}|是|《民主主义与教育》
      R 6|米粒|{rule.not-evaluable}|1|是|《爱弥儿》
      R 7|成功|51|0{evidence.below:experience}|否|
      R 8|商洛|36|3|是|三本`,
  },
  "observed lessons": {
    policy: "plan2",
    lines: `
      § 听课读书
      - 2024—2025学年第一学期教师听课及读书情况统计表|<|<|<|<|<|<|<
      H 部门|姓名|职务|听课情况|<|读书情况|<|是否完成
      H ^|^|^|总节数|其中：校内节数|读书数（本）|读后感上传（篇）|^
      K observation |name|role|*|*|*|*|claim
      R 教导处|水木|教导主任（中层）|32|10|2|2|是
      R ^|任重|教导副主任（中层）|40|12|3|3|是
      R 语文组|时光|教师|20|20|2|2|是
      R ^|明月|教师|23|19|2|2|是
      R ^|雷鸣|教师|26|21|4|4|是
      R 数学组|安宁|教师|21|15|2|2|是
      R ^|甘甜|教师|20|16|2|2|是
      R ^|向阳|教师|28|22|3|3|是
      R 艺体组|车行|教师|22|20|2|2|是
      - 人均||| 25.8|17.2|2.4|2.4`,
  },
  "candidates of three subjects": {
    policy: "plan3",
    asOf: "2024-09-01",
    lines: `
      § 名单
      - 名师、学科带头人、骨干教师培训对象名册|<|<|<|<|<|<
      H 序号|姓名|性别|出生年月|任教学科|职称|已有称号
      K roster number|name|sex|birth|subject|title|*
      R 1|蓝天|男|1988年5月12日|语文|一级教师|无
      R 2|顾盼|女|1990.3.6|数学|二级教师|无
      R 3|乐天|女|1992-11-30|英语|二级教师|无
      R 4|夏雨|女|1986年1月9日|语文|一级教师|无
      R 5|古月|男|1995年7月|数学|二级教师|无
      R 6|白雪|女|@1998-4-4|英语|三级教师|无`,
  },
  "sixteen credits": {
    policy: "plan5",
    lines: `
      § 学分
      - 教师校本培训学分登记表（“教师素质年”）|<|<|<|<
      H 序号|姓名|校本培训学分（16分）|完成情况|备注
      K hours-year number|name|plan5.credits/total/hours|claim|note
      R 1|山川|16|完成|
      R 2|江流|18|完成|
      R 3|成林|17|完成|
      R 4|海阔|16|完成|
      R 5|胡杨|20|完成|
      R 6|左右|16.5|完成|`,
  },
  "weights and marks": {
    policy: "plan7",
    asOf: "2024-03-01",
    also: { "person.out-of-scope": "B C D E" },
    lines: `
      § 培训对象
      - 全县小学教师培训对象花名册（第一期）|<|<|<|<|<
      H 序号|姓名|性别|身份证号|出生日期|学校
      K roster number|name|sex|id|birth|school
      R 1|农大国|男|'${idOf("220122", "19700511", "131")}|1970年5月11日|合隆镇中心小学
      R 2|车玉兰|女|'${idOf("220122", "19790203", "242")}|1979年2月3日|合隆镇中心小学
      R 3|辛安生|男|'${idOf("220122", "19880919", "353")}|1988年9月19日{person.out-of-scope}|伏龙泉镇小学
      R 4|公玉梅|女|'${idOf("220122", "19760707", "464")}|1976年7月7日|伏龙泉镇小学
      R 5|乔大年|男|'${idOf("220122", "19750228", "575")}|1975年2月28日|高家店镇小学
      R 6|车晓梅|女|'22012219820101682{person.id-invalid}|1982年1月1日|高家店镇小学
      § 综合成绩
      - 集中培训结业综合成绩表|<|<|<|<|<
      H 序号|姓名|校本培训成绩（20%）|集中培训成绩（80%）|综合成绩|是否合格
      K teacher-assessment number|name|*|*|total|result
      R 1|农大国|90|70|74|合格
      R 2|车玉兰|80|60|70{score.total-mismatch}|合格
      R 3|辛安生|50|55|54|合格{score.result-mismatch}
      R 4|公玉梅|58|60|[0]59.6{score.borderline}|不合格
      R 5|乔大年|105{score.out-of-range}|88|91.4|合格
      R 6|车晓梅|95|92.5|93|合格`,
  },
  "hours by post": {
    policy: "plan9",
    also: { "hours.block-short": "C D E F", "quota.exceeded": "B D E", "quota.short": "B D E" },
    lines: `
      § 学时
      - 全县中小学教师年度培训学时完成情况（2024年）|<|<|<|<|<|<
      H 序号|姓名|岗位|年度全员培训学时（≥80）|班主任专题培训学时（≥30）|新教师岗前培训学时（≥60）|备注
      K hours-year number|name|role|plan9.annual/total/hours|*|*|note
      R 1|米仓山|班主任|84|30||
      R 2|巴中月|班主任|90|29{hours.block-short:experience}||
      R 3|通江水|科任教师|79{hours.block-short:experience}|||
      r 4|南江黄|科任教师|80{row.hidden}|||
      R 5|平昌红|新教师|88||60|
      R 6|恩阳|新教师|82||54{hours.block-short:experience}|
      R 7|曾口|班主任|96|36||
      R 8|驷马|科任教师|'８５{cell.text-number}|||
      R 9|华丛|班主任|80|30||
      § 骨干比例
      - 骨干教师队伍及农村教师培训比例（2024年）
      H 项目|教师总数|人数|占比|是否达到要求
      K quota category/project|whole|part|share|claim
      R 市级骨干教师|3200|330|%0.1031|是
      R 县级骨干教师|3200|576{quota.exceeded}|%0.18|否
      R 农村教师参加县以上培训|1850|180{quota.short:logic}|%0.0973|是`,
  },
};
