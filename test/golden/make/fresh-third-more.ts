/** More forms of the third hand (see `fresh-third.ts`): lists of marks, hours of a term, quotas by level, amounts with their unit, budgets, plans. */

export interface Form {
  readonly policy: string;
  readonly asOf?: string;
  readonly lines: string;
}

const lanxi = "lanxi-2024-autumn";
const zhaoqing = "zhaoqing-annual";

export const moreForms: Readonly<Record<string, Form>> = {
  "only the marks of schools": {
    policy: lanxi,
    lines: `
      § 成绩
      - 2024年秋季各单位培训考核成绩公布
      H 序号|单位|考核分|等次
      K school-assessment number|school|total|*
      R 1|第一小学|95|优秀
      R 2|第二小学|88|良好
      R 3|第三小学|91.5|优秀`,
  },
  "hours of the term": {
    policy: lanxi,
    lines: `
      § 学时
      - 兰西县教师2024年秋季学期学时认定表
      H 序号|姓名|综合考核成绩|校本考核成绩|县级认定学时|校本认定学时|应认定学时数
      K hours-year number|name|*|*|*|*|*
      R 1|安然|80|85|24|12|36
      R 2|康健|70|70|24|0|24
      R 3|方圆|58|90|0|12|36{hours.total-mismatch}`,
  },
  "cover by level": {
    policy: zhaoqing,
    lines: `
      § 培训
      - 高要区2024年教师参训覆盖率统计表|<|<|<|<|<|<|<
      - 制表单位：高要区教师发展中心
      H 序号|学校|专任教师数|市级培训|<|县级培训|<|备注
      H ^|^|^|人数|占比|人数|占比|^
      K quota number|school|whole|zhaoqing.quota.city|*|zhaoqing.quota.county|*|note
      R 1|江口中学|100|20|%0.2|80|%0.8|
      R 2|南丰中学|100|18{quota.short:experience}|%0.18|85|%0.85|`,
  },
  "log with units": {
    policy: zhaoqing,
    lines: `
      § 记录
      - 怀集县第一中学教师参训记录
      H 序号|教师|参训班次|类别|培训起止时间|数量|计量单位|折算学时
      K hours-log number|name|project|category|date|duration|unit|hours
      R 1|莫少华|高中数学研修|专业课|2024.7.1—7.3|3|天|24
      R 2|莫少华|心理健康讲座|公需课|2024.9.5|1|半天|4
      R 3|孔令仪|高中数学研修|专业课|2024.7.1—7.3|3|天|20{hours.credit-mismatch}`,
  },
  "money of wages": {
    policy: zhaoqing,
    lines: `
      § 经费
      - 各县区教师培训经费落实情况表（单位：万元）
      H 县（市、区）|教职工工资总额|年度教师培训经费|占工资总额比例（%）|是否落实
      K budget place|base|amount|share|claim
      R 广宁县|20000|410|2.05|是
      R 封开县|15000|280{budget.short:logic}|1.87|是`,
  },
  "registered late": {
    policy: "xiangxi-growth-plan",
    asOf: "2011-12-01",
    lines: `
      § 规划书
      - 泸溪县思源学校教师专业成长规划完成情况登记表
      H 序号|教师姓名|规划制定完成时间|学校审核时间|备注
      K submissions number|name|*|*|note
      R 1|杨秀梅|@2011-6-5|@2011-6-15|
      R 2|张家界|@2011-6-12{date.late}|@2011-6-18|`,
  },
};
