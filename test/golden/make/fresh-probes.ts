/** Short forms of two or three records, each with one thing that other forms do not have; faults, where there are any, stand in them always. */
import type { Book } from "./book";
import { drawnBook, sheet } from "./drawn";
import { Planner } from "./fresh";

interface Probe {
  readonly policy: string;
  readonly asOf?: string;
  readonly lines: string;
}

const probes: Readonly<Record<string, Probe>> = {
  "three groups": {
    policy: "lanxi-2024-autumn",
    lines: `
      H 单位|姓名|教师考核|<|<|<|<|<|<|校本考核|学时认定|<|<
      H ^|^|心得体会|有效评课|培训学时|教学设计|活动反思|加分|总分|得分|县级|校本|合计
      K teacher-assessment school|name|lanxi.teacher.reflection|lanxi.teacher.review|lanxi.teacher.platform-hours|lanxi.teacher.lesson-design|lanxi.teacher.activity-reflection|lanxi.teacher.bonus|total|lanxi.school-based.pass|*|*|*
      R 燎原小学|王芳|18|17|20|16|15|0|86|90|24|12|36
      R 燎原小学|李芳|18|17|20|16|15|0|86|78|24|0|24`,
  },
  "self and checked": {
    policy: "lanxi-2024-autumn",
    lines: `
      - 教师考核评分表（自评与核定）
      H 姓名|心得体会|<|有效评课|<|培训学时|<|教学设计|<|活动反思|<|总分|<
      H ^|自评|核定|自评|核定|自评|核定|自评|核定|自评|核定|自评|核定
      K teacher-assessment name||lanxi.teacher.reflection||lanxi.teacher.review||lanxi.teacher.platform-hours||lanxi.teacher.lesson-design||lanxi.teacher.activity-reflection||total
      R 王芳|20|18|18|17|20|20|17|16|16|15|91|86
      R 李芳|20|18|18|17|20|20|17|16|16|15|91|88{score.total-mismatch}`,
  },
  "bare stems": {
    policy: "lanxi-2024-autumn",
    lines: `
      - 教师个人考核
      H 姓名|心得|评课|学时|设计|反思|加分|合计
      K teacher-assessment name|lanxi.teacher.reflection|lanxi.teacher.review|lanxi.teacher.platform-hours|lanxi.teacher.lesson-design|lanxi.teacher.activity-reflection|lanxi.teacher.bonus|total
      R 王芳|18|17|20|16|15|0|86
      R 李芳|18|17|20|16|15|0|86
      R 赵芳|18|17|20|16|15|0|88{score.total-mismatch}`,
  },
  "hours of two sources": {
    policy: "lanxi-2024-autumn",
    lines: `
      - 兰西县第二中学教师2024年下半年培训学时统计
      H 序号|教师|县级集中培训学时|校本培训学时|总学时
      K hours-year number|name|*|*|total
      R 1|王芳|24|12|36
      R 2|李芳|24|0|24
      R 3|赵芳|24|12|38{hours.total-mismatch}`,
  },
  "school form with numbers in the header": {
    policy: "lanxi-2024-autumn",
    lines: `
      - 兰西县2024秋单位培训考核结果
      H 单位|基础分|<|<|<|<|加分|<|<|总计|等次
      H ^|计划总结10|集中培训10|教师平均60|外派任务10|材料上报10|现场|派出|临时|^|^
      K school-assessment school|lanxi.school.plan-summary|lanxi.school.central-training|lanxi.school.teacher-average|lanxi.school.dispatch|lanxi.school.materials|lanxi.school.bonus.host|lanxi.school.bonus.dispatch|lanxi.school.bonus.task|total|*
      R 燎原小学|10|10|51|10|9|2|1|0|93|优秀
      R 平山镇中学|10|9|48|10|9|0|0|0|86|良好`,
  },
  "levels in rows": {
    policy: "zhaoqing-annual",
    lines: `
      - 2024年肇庆市教师培训任务完成情况
      H 培训级别|教师总数|应训比例|参训人数|完成比例|是否完成
      K quota project/category|whole|*|part|share|claim
      R 国家级、省级示范培训|3000|10%|310|%0.1033|是
      R 市级培训|3000|20%|600|%0.2|是
      R 县级培训|3000|80%|2390{quota.short:logic}|%0.7967|是`,
  },
  "projects without people": {
    policy: "zhaoqing-annual",
    lines: `
      - 端州区2024年培训项目台账
      H 序号|培训项目|培训类别|承办单位|培训时间|天数|学时|参训人数
      K hours-log number|project|*|*|date|days|hours|*
      R 1|校长任职培训|校（园）长培训|教师发展中心|@2024-5-6|5|40|60
      R 2|新教师培训|新教师培训|教师发展中心|@2024-8-6|3|20{hours.credit-mismatch}|120`,
  },
  "city's total row": {
    policy: "zhaoqing-annual",
    lines: `
      - 县级培训覆盖情况统计表
      H 序号|县区|教师总数|参训人数|比例|是否达标
      K quota number|place|whole|part|share|claim
      R 1|端州区|1000|820|%0.82|是
      R 2|怀集县|1000|720|%0.72|是
      - |全市|2000|1540|%0.77|`,
  },
  "one column of hours": {
    policy: "plan9",
    lines: `
      - 2024年教师全员培训学时完成情况（80学时）
      H 序号|姓名|学校|完成学时|是否达标
      K hours-year number|name|school|*|claim
      R 1|王芳|东风小学|82|是
      R 2|李芳|东风小学|78{hours.block-short:logic}|是
      R 3|赵芳|东风小学|70{hours.block-short:experience}|否`,
  },
  "short years": {
    policy: "yueyang-school-based",
    lines: `
      - 平江县第三中学校本研修学分汇总表
      H 序号|姓名|19-20学年|20-21学年|21-22学年|22-23学年|23-24学年|总计
      K hours-cycle number|name|year1|year2|year3|year4|year5|total
      R 1|王芳|24|24|24|24|24|120
      R 2|李芳|24|24|24|24|24|122{hours.total-mismatch}`,
  },
  "forms by stage": {
    policy: "yueyang-school-based",
    lines: `
      - 临湘市各校校本研修依托形式登记表
      H 序号|学校|学段|依托形式|备注
      K submissions number|school|stage|*|note
      R 1|临湘一中|高中|备课组|
      R 2|五里中学|初中|教研组|
      R 3|第一完小|小学|教研组{choice.unknown}|`,
  },
  "plans by school": {
    policy: "xiangxi-growth-plan",
    asOf: "2012-01-01",
    lines: `
      - 龙山县各校教师专业成长规划书审核情况统计表
      H 序号|学校|应交份数|已交份数|制订完成日期|审核完成日期|备注
      K submissions number|school|*|*|*|*|note
      R 1|民族小学|40|40|@2011-6-8|@2011-6-18|
      R 2|第一中学|60|60|@2011-6-9|@2011-6-22{date.late}|`,
  },
  "due and given money": {
    policy: "xiangxi-growth-plan",
    asOf: "2012-01-01",
    lines: `
      - 附件3
      - 湘西州2011年师训经费落实情况表
      - 单位：万元
      H 县市|工资总额|应安排经费（1.5%）|实际安排经费|差额|是否达标
      K budget place|base|*|amount||claim
      R 吉首市|12000|180|180|0|是
      R 凤凰县|10000|150|140{budget.short:logic}|-10|是`,
  },
  "lessons in and out": {
    policy: "plan2",
    lines: `
      - 教师听课情况统计表
      H 序号|姓名|职务|校内听课|校外听课|听课合计|是否完成
      K observation number|name|role|*|*|plan2.observation|claim
      R 1|王芳|教师|15|6|21|是
      R 2|李芳|教导主任|20|12|32|是
      R 3|赵芳|教师|15|3|18{evidence.below:logic}|是`,
  },
  "a resit": {
    policy: "plan7",
    lines: `
      - 全县小学教师培训成绩册
      H 序号|姓名|校本培训成绩（20%）|集中培训成绩（80%）|综合成绩|补考成绩|结果
      K teacher-assessment number|name|*|*|total||result
      R 1|王芳|80|70|72||合格
      R 2|李芳|90|80|84{score.total-mismatch}||合格`,
  },
};

function probeBook({ policy, asOf, lines }: Probe, name: string, seed: number): Book {
  const p = new Planner(seed);
  return drawnBook({ name: `${name}${seed}`, kind: p.kind(), policy, ...(asOf !== undefined && { asOf }), sheets: [sheet("Sheet1", lines)] });
}

export const probeScenes: Readonly<Record<string, (seed: number) => Book>> = Object.fromEntries(
  Object.entries(probes).map(([name, probe]) => [`fresh-probe-${name.replaceAll(" ", "-")}`, (seed: number): Book => probeBook(probe, name.replaceAll(/[ ']/g, "-"), seed)]),
);
