/** A third hand of words for the forms of headers.ts and headers-more.ts, written after the reader had learnt the others: policy and kind, key, words. */
import { headerForms, type HeaderForm } from "./headers";
import { moreForms } from "./headers-more";

type Words = Readonly<Record<string, readonly string[]>>;

const common: Words = {
  name: ["姓名（真实姓名）", "人员姓名", "参训人姓名", "被考核人", "教师 姓名", "姓\n名", "参培教师", "参训者"],
  school: ["学校（盖章单位）", "单位全称", "学校全称", "所在单位（学校）", "工作学校", "基层单位", "园校名称", "学校（园）名称"],
  number: ["序号（No.）", "顺号", "排号"],
  note: ["备注（如有）", "备  注", "特殊情况说明", "其他"],
  claim: ["达标（是/否）", "是否达标（填是或否）", "完成（√）", "是否足额完成", "是否完成规定任务", "达标结论"],
  share: ["比例%", "所占比重", "占比/%", "百分比（%）"],
  place: ["县(市、区)", "所属县（市、区）", "县区（单位）", "区县名", "行政区域"],
};

const own: Readonly<Record<string, Words>> = {
  "lanxi-2024-autumn teacher-assessment": {
    "lanxi.teacher.reflection": ["心得体会评分", "上传心得体会", "心得体会（满分20分）", "心得体会（1篇）", "培训心得（文章）", "集中培训心得体会20分", "心得体会\n（20）"],
    "lanxi.teacher.review": ["有效评课评分", "评课（满分20分）", "评课上传", "有效评课（1篇）", "同课异构课例评课", "有效评课\n（20）"],
    "lanxi.teacher.platform-hours": ["培训学时评分", "平台培训学时得分", "智慧平台学时证书（20分）", "培训学时\n（20）", "平台培训（20分）", "中小学智慧教育平台培训学时"],
    "lanxi.teacher.lesson-design": ["教学设计评分", "推门课（教学设计）", "教学设计\n（20）", "推门课展示教学设计", "教学设计上传", "两节推门课教学设计"],
    "lanxi.teacher.activity-reflection": ["活动反思评分", "联研活动反思评分", "活动反思\n（20）", "活动反思（1篇）", "校际联研（活动反思）", "教研活动反思评分"],
    "lanxi.teacher.bonus": ["奖励加分项", "加分（奖励）", "协助进修学校工作加分", "奖励性加分", "加分合计"],
    total: ["考核成绩", "教师综合考核成绩", "教师考核总分", "总分（含加分）", "合计（含加分）", "总得分（分）", "成绩合计", "综合考核得分"],
    result: ["是否合格（60分）", "考核等次（合格/不合格）", "合格否", "考核认定", "考评等次", "综合评定"],
    "lanxi.school-based.pass": ["校本考核（80分）", "校本培训考核分", "学校校本培训考核成绩", "校本研训成绩", "校本成绩（分）"],
    credited: ["认定学时（24）", "认定学时（学时）", "应认定学时数", "拟认定学时", "本次认定学时"],
    "lanxi.certificate": ["结业证", "是否发结业证", "发放证书", "证书发放情况", "是否颁发培训结业证书"],
  },
  "lanxi-2024-autumn school-assessment": {
    "lanxi.school.plan-summary": ["培训计划总结上传", "上传计划、总结", "计划总结上传（10分）", "学期计划与总结", "培训计划及总结（10）"],
    "lanxi.school.central-training": ["参加集中培训情况（10分）", "集中培训参训", "集中（二次）培训", "全员集中培训参与", "参训情况"],
    "lanxi.school.teacher-average": ["教师得分（60分）", "教师成绩平均分", "平均分（60%）", "教师平均成绩折算", "教师考核平均（60分）"],
    "lanxi.school.dispatch": ["外派任务完成（10分）", "派出教师培训任务", "外派教师任务", "外派工作", "外派培训任务（10）"],
    "lanxi.school.materials": ["材料上交（10分）", "上报材料情况", "平时材料报送", "材料报送情况（10分）", "培训材料报送（10）"],
    total: ["单位总分", "学校总分", "考核分数", "单位考核总分", "学校考核成绩"],
  },
  "zhaoqing-annual hours-year": {
    "zhaoqing.annual.public": ["公需课（≥30）", "公需科目学习", "公需课实修学时", "公需课程学时", "年度公需科目学时", "公需（30学时）"],
    "zhaoqing.annual.professional": ["专业课（≥42）", "专业科目学习", "专业课实修学时", "专业课程学时", "年度专业科目学时", "专业（42学时）"],
    "zhaoqing.annual.elective": ["选修（≥18）", "个人选修学习", "选修课实修学时", "选修课程学时", "年度个人选修学时", "选修（18学时）"],
    total: ["总学时（90）", "全年合计", "年度合计学时", "年总学时", "学时总计", "合计（学时）"],
  },
  "zhaoqing-annual hours-log": {
    project: ["培训课程", "培训（课程）名称", "参训项目", "研修班名称", "培训班项目名称", "所学课程"],
    category: ["课程所属板块", "学时归属", "课程分类", "科目分类", "学时性质"],
    date: ["培训起始日期", "参加培训日期", "结束日期", "培训年月", "开展日期", "上课日期"],
    days: ["培训时间（天）", "天数/天", "实训天数", "共计天数", "累计天数"],
    hours: ["折算学时数", "认定课时", "学时（课时）", "核定学时", "培训课时", "完成学时"],
  },
  "zhaoqing-annual quota": {
    whole: ["教师总数/人", "专任教师总人数", "全区教师总数", "应参训教师数", "在册教师数", "教师队伍总人数"],
    part: ["参训人数/人", "县级参训人数", "已完成培训教师数", "年度培训人数", "实际参加人数", "培训完成人数"],
  },
  "zhaoqing-annual budget": {
    base: ["公用经费总额", "年度公用经费总预算", "公用经费年度预算", "公用经费预算数", "学校公用经费预算总额"],
    amount: ["培训经费金额", "安排教师培训费", "教师培训支出", "用于教师培训金额", "师资培训经费"],
  },
  "yueyang-school-based hours-cycle": {
    total: ["五年学分合计", "学分总数", "五年累计学分", "合计（学分）", "累计获得学分"],
    credited: ["计入继续教育学分", "可计入学分", "最终计入学分", "核计学分", "计分（不超过120）"],
  },
  "yueyang-school-based hours-log": { date: ["研修活动日期", "活动年月日", "实施时间"], hours: ["学分（分）", "计分", "应得学分", "认定学分"] },
  "xiangxi-growth-plan roster": { birth: ["出生年月（公历）", "出生日", "出生日期（年月日）"], role: ["职务（岗位）", "担任职务", "所任职务"], title: ["职称级别", "专业技术等级", "技术职称"], subject: ["任课学科（主）", "主教学科", "现任教学科"] },
  "xiangxi-growth-plan hours-cycle": { total: ["五年总学分", "周期学分合计", "累积学分", "学分累计（360）"] },
  "xiangxi-growth-plan quota": { whole: ["教师总人数", "应制订人数", "全县中小学教师总数"], part: ["已制订规划人数", "制订成长规划教师数", "完成制订人数", "实际制订人数"] },
  "xiangxi-growth-plan budget": { base: ["教师年工资总额（万元）", "全年工资总额", "工资总额"], amount: ["安排师训经费", "教师培训经费（万元）", "实际落实经费", "预算安排培训经费"] },
  "plan1 observation": { "plan1.reading": ["每月读书（本）", "当月读书本数", "月读书数", "读书量（本/月）"] },
  "plan2 observation": { "plan2.observation": ["听课节数（节）", "本期听课节数", "听课总课时", "实际听课节数"], "plan2.reading": ["读书（本）", "教育专著阅读本数", "读书数", "学期读书数"] },
  "plan7 teacher-assessment": { total: ["综合分", "总评", "综合总成绩", "最终综合成绩"], result: ["是否结业", "考核评定", "结业否"] },
  "plan9 hours-year": { "plan9.homeroom": ["班主任专题学时", "班主任专题培训", "班主任培训完成学时"], "plan9.new-teacher": ["新教师岗前学时", "新任教师岗前培训学时", "岗前培训"] },
};

function wordsFor(form: HeaderForm, key: string): readonly string[] {
  return [...(own[`${form.policy} ${form.kind}`]?.[key] ?? []), ...(common[key] ?? [])];
}

export const thirdForms: readonly HeaderForm[] = [...headerForms, ...moreForms.slice(1)]
  .map((form) => ({ ...form, columns: form.columns.map((column) => ({ ...column, others: wordsFor(form, column.key) })) }))
  .filter((form) => form.columns.some(({ others }) => others.length > 0));
