/** Header texts that clerks and other authors of forms would write, a key each; read in a form whose other headers are plain. */
import { Page, type Book } from "./book";
import { Layout, type FormColumn, type FormRecord } from "./form";
import { assemble } from "./scene";

export interface HeaderForm {
  readonly policy: string;
  readonly kind: string;
  readonly title: string;
  readonly columns: readonly { readonly key: string; readonly plain: string; readonly value: (index: number) => string | number; readonly others: readonly string[] }[];
}

const peopleNames = ["王芳", "李建国", "张敏", "刘志强", "陈春梅", "杨洋", "赵磊", "黄秀英"];
const pick = (list: readonly string[]) => (index: number): string => list[index % list.length] ?? "";
const same = (value: string | number) => (): string | number => value;

const person = [
  { key: "number", plain: "序号", value: (index: number): number => index + 1, others: ["序 号", "编号", "NO.", "No", "序列号", "顺序号", "号"] },
  { key: "name", plain: "姓名", value: pick(peopleNames), others: ["教师姓名", "姓  名", "教师", "参训教师", "参训人", "老师姓名", "学员姓名", "姓名（必填）", "*姓名", "教师名称", "参训学员", "姓 名\n（全称）", "参培教师", "考核对象", "被考核人"] },
];
const schoolColumn = { key: "school", plain: "学校", value: same("红光镇中心小学"), others: ["单位", "所在学校", "工作单位", "学校名称", "单位名称", "所在单位", "任教学校", "校名", "學校", "单 位", "学校（全称）", "工作单位（全称）", "所属学校", "派出单位", "学校/单位", "任职单位", "现工作单位", "园所名称", "学校（园）"] };
const note = { key: "note", plain: "备注", value: same(""), others: ["备 注", "备注（说明）", "附注", "備註", "情况说明"] };
const scores = (max: number) => (index: number): number => max - (index % 4);

export const headerForms: readonly HeaderForm[] = [
  {
    policy: "lanxi-2024-autumn",
    kind: "teacher-assessment",
    title: "兰西县教师培训考核汇总表",
    columns: [
      ...person,
      schoolColumn,
      { key: "role", plain: "身份", value: same("一般教师"), others: ["职务", "人员类别", "骨干类别", "教师类别", "岗位", "骨干教师类别", "身份类别", "教师身份", "是否骨干教师/兼职教研员", "称号", "骨干称号"] },
      { key: "lanxi.teacher.reflection", plain: "心得体会", value: scores(20), others: ["心得体会得分", "心得体会（20分）", "心得体会\n20分", "培训心得体会", "培训心得", "心得", "1.心得体会", "①心得体会", "（1）心得体会（20分）", "心得体会20", "心得体會", "心得体会(满分20)", "一、心得体会", "培训心得体会（20分）得分", "心得体会成绩", "心得体會（20分）", "集中培训心得体会", "心得体 会"] },
      { key: "lanxi.teacher.review", plain: "有效评课", value: scores(20), others: ["评课", "有效评课得分", "有效评课（20分）", "评课（20分）", "同课异构评课", "评课得分", "有效评课成绩", "2.有效评课", "有效評課", "有效评课\n(20)", "观课评课", "听评课"] },
      { key: "lanxi.teacher.platform-hours", plain: "培训学时", value: scores(20), others: ["培训学时（20分）", "平台学时", "平台学时（20分）", "智慧平台学时", "智慧平台学时得分", "国家智慧教育平台学时", "平台培训学时（20分）", "培训学时得分", "平台学习", "网络学时", "智慧教育平台培训学时（20分）", "平台培训", "3.培训学时", "国家平台学时（20分）", "平台研修（20分）"] },
      { key: "lanxi.teacher.lesson-design", plain: "教学设计", value: scores(20), others: ["教学设计（20分）", "教学设计得分", "推门课教学设计", "推门课", "推门课（20分）", "教案", "推门课教案（20分）", "4.教学设计", "教學設計", "推门课设计"] },
      { key: "lanxi.teacher.activity-reflection", plain: "活动反思", value: scores(20), others: ["活动反思（20分）", "联研反思", "校际联研反思", "联研活动反思", "反思", "教研活动反思", "校际联研活动反思（20分）", "5.活动反思", "活動反思", "活动反思得分", "校际联研"] },
      { key: "lanxi.teacher.bonus", plain: "奖励加分", value: same(0), others: ["加分", "奖励加分（次数）", "加分次数", "协助任务次数", "奖励分", "附加分", "加分项", "奖励加分（每次5分）", "协助工作次数", "奖励", "6.奖励加分", "奖励加分次数（每次加5分）", "加分（5分/次）", "任务加分", "协助完成任务（次）"] },
      { key: "total", plain: "总分", value: (index) => 100 - (index % 4) * 5, others: ["综合考核成绩", "合计", "总成绩", "综合成绩", "考核总分", "总计", "总得分", "合计得分", "县级考核成绩", "县级综合考核成绩", "综合得分", "考核成绩", "总  分", "總分", "考核得分", "最终得分", "县级成绩", "综合考核得分", "总分（100分）", "合计（100分）", "总评"] },
      { key: "result", plain: "考核结果", value: same("合格"), others: ["是否合格", "等次", "考核等次", "结果", "结论", "评定结果", "合格/不合格", "合格与否", "考核结论", "是否合格（≥60）", "县级考核结果", "是否达标", "考核等级", "鉴定"] },
      { key: "lanxi.school-based.pass", plain: "校本考核成绩", value: same(88), others: ["校本培训成绩", "校本考核", "校本成绩", "校本考核得分", "校本培训考核成绩", "校本研修成绩", "校本培训得分", "校本分数", "校本考核分", "校本考核（100分）", "校本研修考核成绩", "校本培训考核", "学校考核成绩"] },
      { key: "credited", plain: "认定学时", value: same(36), others: ["核定学时", "认定学时数", "学时认定", "应认定学时", "实认定学时", "获得学时", "总认定学时", "学时", "合计学时", "认定总学时", "学时数", "登记学时", "拟认定学时"] },
      { key: "lanxi.certificate", plain: "是否发证", value: same("发证"), others: ["结业证书", "发证", "是否颁发结业证书", "证书", "是否颁证", "发证情况", "培训合格证", "结业证", "是否发放证书", "颁证情况", "是否取得结业证书", "能否发证"] },
      note,
    ],
  },
  {
    policy: "lanxi-2024-autumn",
    kind: "school-assessment",
    title: "兰西县单位培训考核汇总表",
    columns: [
      { ...(person[0] ?? { key: "number", plain: "序号", value: same(1), others: [] }) },
      { ...schoolColumn, value: pick(["兰西县第一中学", "兰西县第二中学", "榆林镇中心小学", "红光镇中心校", "平山镇中学"]) },
      { key: "lanxi.school.plan-summary", plain: "培训计划和总结", value: scores(10), others: ["计划总结", "计划、总结", "培训计划、总结", "培训计划总结（10分）", "计划与总结", "培训计划与培训总结", "计划和总结上传（10分）", "培训计划及总结", "材料：计划总结", "计划总结上传"] },
      { key: "lanxi.school.central-training", plain: "集中培训", value: scores(10), others: ["参与集中培训", "集中培训参与情况", "集中培训（10分）", "参加集中培训", "集中培训及二次培训", "集中培训（含二次培训）（10分）", "集中培训情况", "集中参训"] },
      { key: "lanxi.school.teacher-average", plain: "教师平均分", value: same(51), others: ["教师得分平均分", "教师培训平均分", "教师平均分（60分）", "平均分", "教师考核平均分（60分）", "教师学期培训得分平均分", "教师参训得分平均分（60分）", "教师平均成绩", "教师得分（60分）", "教师培训得分"] },
      { key: "lanxi.school.dispatch", plain: "外派培训任务", value: scores(10), others: ["外派任务", "外派培训", "外派任务完成情况", "外派教师培训任务（10分）", "外派培训任务完成情况（10分）", "外派教师培训", "完成外派任务", "外派培训完成情况"] },
      { key: "lanxi.school.materials", plain: "材料上报", value: scores(10), others: ["材料报送", "平时材料上报", "培训材料上报", "材料上报情况（10分）", "各种材料上报", "平时材料", "培训材料", "材料上报（10分）", "日常材料上报"] },
      { key: "lanxi.school.bonus.host", plain: "提供现场次数", value: same(0), others: ["承办活动次数", "提供现场（次）", "承办现场次数", "现场活动次数", "提供现场加分", "承办活动（每次2分）", "现场加分（2分/次）", "提供活动现场次数", "承办县级以上活动次数"] },
      { key: "lanxi.school.bonus.dispatch", plain: "派出人次", value: same(0), others: ["派出教师人次", "外派人次", "派出骨干教师人次", "派员人次", "派出加分", "派出人员（人次）", "协助研培人次", "借调人次", "派出兼职教研员及骨干教师（人次）"] },
      { key: "lanxi.school.bonus.task", plain: "临时性工作加分", value: same(0), others: ["临时工作加分", "临时任务加分", "临时性工作", "其他加分", "临时性工作（加分）", "完成临时性工作加分"] },
      { key: "total", plain: "总分", value: (index) => [91, 87, 83, 79][index % 4] ?? 91, others: ["合计", "考核总分", "总得分", "综合得分", "单位考核得分", "考核得分", "总计", "单位考核成绩", "总分（100分）"] },
      note,
    ],
  },
  {
    policy: "zhaoqing-annual",
    kind: "hours-year",
    title: "2024年度教师培训学时汇总表",
    columns: [
      ...person,
      schoolColumn,
      { key: "id", plain: "身份证号", value: (index) => ["441202198503127521", "441202197911043617"][index % 2] ?? "", others: ["身份证号码", "身份证", "公民身份号码", "证件号码", "居民身份证号码", "身份证件号码", "身份證號"] },
      { key: "zhaoqing.annual.public", plain: "公需课", value: same(30), others: ["公需课学时", "公需科目", "公共课", "公需课（30学时）", "公需课时", "公需", "公需科目学时", "公共科目", "公需课\n（30）", "公需课≥30", "公需課", "公需课学时数", "公需课程"] },
      { key: "zhaoqing.annual.professional", plain: "专业课", value: same(42), others: ["专业科目", "专业课学时", "专业课（42学时）", "专业科目学时", "专业课时", "专业", "專業課", "专业课程", "专业科目（42）", "专业课学时数"] },
      { key: "zhaoqing.annual.elective", plain: "个人选修课", value: same(18), others: ["选修课", "个人选修", "个人选修科目", "选修课学时", "选修科目", "个人选修课（18学时）", "选修", "校本研修", "校本研修学时", "个人选修课时", "选修课程", "校本研修（选修）", "個人選修課"] },
      { key: "total", plain: "合计", value: same(90), others: ["总学时", "合计学时", "年度总学时", "学时合计", "总计", "总课时", "年度学时", "合计（90学时）", "学时总数", "全年学时", "年度合计", "累计学时", "学时总计"] },
      { key: "claim", plain: "是否完成", value: same("完成"), others: ["完成情况", "是否达标", "是否完成任务", "达标情况", "完成与否", "是否完成年度任务", "年度任务完成情况", "是否合格", "达标与否", "是否完成90学时", "完成状态"] },
      note,
    ],
  },
  {
    policy: "zhaoqing-annual",
    kind: "hours-log",
    title: "教师培训学时登记表",
    columns: [
      ...person,
      schoolColumn,
      { key: "project", plain: "培训项目", value: same("新课标专题培训"), others: ["项目名称", "培训名称", "培训班名称", "培训项目名称", "班次名称", "培训内容", "课程名称", "活动名称", "培训主题", "培训班", "研修项目", "培训课程"] },
      { key: "category", plain: "课程类别", value: pick(["公需课", "专业课", "个人选修课"]), others: ["学时类别", "类别", "科目类别", "课程类型", "培训类别", "学时类型", "课程性质", "板块", "所属板块"] },
      { key: "date", plain: "培训日期", value: same("2024-05-12"), others: ["日期", "培训时间", "时间", "开始日期", "起始日期", "参训日期", "学习日期", "参训时间", "培训起始时间", "开班日期", "结业日期", "培训起止时间"] },
      { key: "days", plain: "天数", value: same(1), others: ["培训天数", "天数（天）", "培训时长（天）", "参训天数", "集中天数", "时长（天）", "折合天数", "培训天数（天）"] },
      { key: "hours", plain: "学时", value: same(8), others: ["学时数", "折算学时", "课时", "折合学时", "获得学时", "认定学时", "培训学时", "继教学时", "登记学时", "课时数", "学分", "应得学时"] },
      note,
    ],
  },
  {
    policy: "zhaoqing-annual",
    kind: "quota",
    title: "县级培训覆盖情况统计表",
    columns: [
      { ...(person[0] ?? { key: "number", plain: "序号", value: same(1), others: [] }) },
      { key: "place", plain: "县区", value: pick(["端州区", "高要区", "四会市", "鼎湖区", "怀集县"]), others: ["县（市、区）", "县市区", "地区", "区县", "所在县区", "县(市、区)名称", "行政区", "各县（市、区）", "县别", "县（区）"] },
      { key: "whole", plain: "教师总数", value: same(1000), others: ["教师总人数", "专任教师数", "应训人数", "应培训人数", "教师人数", "在职教师总数", "专任教师总数", "在编教师数", "教师总数（人）", "当地教师总人数", "应参训人数", "全员教师数"] },
      { key: "part", plain: "参训人数", value: same(850), others: ["已培训人数", "实训人数", "培训人数", "实际参训人数", "已参训人数", "已培训教师数", "完成培训人数", "参训教师数", "实际培训人数", "参训人数（人）", "县级培训人数", "参加县级培训人数", "已完成人数"] },
      { key: "share", plain: "比例", value: same(0.85), others: ["覆盖率", "参训率", "占比", "完成率", "培训率", "比例（%）", "参训比例", "覆盖比例", "完成比例", "培训覆盖率", "参训率（%）"] },
      { key: "claim", plain: "是否达标", value: same("达标"), others: ["达标情况", "完成情况", "是否完成", "达标与否", "是否达到80%", "是否达到要求"] },
    ],
  },
  {
    policy: "zhaoqing-annual",
    kind: "budget",
    title: "学校教师培训经费安排情况表",
    columns: [
      { ...(person[0] ?? { key: "number", plain: "序号", value: same(1), others: [] }) },
      { ...schoolColumn, value: pick(["端州区河苑小学", "肇庆市第一中学", "怀集县第一中学"]) },
      { key: "base", plain: "年度公用经费预算总额", value: same(100), others: ["公用经费预算总额", "公用经费", "年度公用经费", "公用经费总额（万元）", "公用经费预算（万元）", "年度公用经费预算", "公用经费总额", "公用经费预算总额（元）", "年公用经费"] },
      { key: "amount", plain: "教师培训经费", value: same(12), others: ["培训经费", "培训经费支出", "安排培训经费", "教师培训经费（万元）", "培训费", "师训经费", "培训经费预算", "实际安排培训经费", "用于教师培训经费", "教师培训费", "培训支出"] },
      { key: "share", plain: "比例", value: same(0.12), others: ["占比", "所占比例", "占公用经费比例", "比例（%）", "经费占比", "占比（%）"] },
      { key: "claim", plain: "是否达标", value: same("达标"), others: ["达标情况", "是否达到10%", "是否足额", "是否符合要求"] },
    ],
  },
  {
    policy: "yueyang-school-based",
    kind: "hours-cycle",
    title: "校本研修学分五年汇总表",
    columns: [
      ...person,
      schoolColumn,
      { key: "year1", plain: "2019-2020学年", value: same(24), others: ["2019学年", "第一学年", "2019—2020", "2019-2020学年度", "2019.9-2020.7", "2019～2020学年"] },
      { key: "year2", plain: "2020-2021学年", value: same(24), others: ["2020-2021学年学分"] },
      { key: "year3", plain: "2021-2022学年", value: same(24), others: ["2021—2022学年"] },
      { key: "year4", plain: "2022-2023学年", value: same(24), others: [] },
      { key: "year5", plain: "2023-2024学年", value: same(24), others: [] },
      { key: "total", plain: "合计", value: same(120), others: ["五年合计", "总学分", "累计学分", "学分合计", "五年累计", "五年总学分", "合计学分", "累计"] },
      { key: "credited", plain: "计入学分", value: same(120), others: ["认定学分", "核定学分", "计入学分（上限120）", "有效学分", "可计学分", "实际计入学分", "认定学分数"] },
      { key: "claim", plain: "是否达标", value: same("达标"), others: ["达标情况", "是否合格", "是否完成"] },
    ],
  },
  {
    policy: "xiangxi-growth-plan",
    kind: "roster",
    title: "教师花名册",
    columns: [
      ...person,
      { key: "sex", plain: "性别", value: pick(["男", "女"]), others: ["性 别", "男/女", "性別"] },
      { key: "birth", plain: "出生日期", value: same("1975-03-12"), others: ["出生年月", "出生年月日", "出生时间", "生日", "出生", "出生年月（岁）"] },
      schoolColumn,
      { key: "role", plain: "职务", value: same("教师"), others: ["岗位", "职务/岗位", "行政职务", "现任职务", "任职情况"] },
      { key: "subject", plain: "任教学科", value: same("语文"), others: ["学科", "所教学科", "任课学科", "教学科目", "任教科目"] },
      { key: "stage", plain: "学段", value: same("小学"), others: ["任教学段", "所在学段", "教学学段"] },
      { key: "title", plain: "职称", value: same("一级教师"), others: ["专业技术职务", "现任职称", "职称等级", "教师职称", "专业职称"] },
      note,
    ],
  },
];

/** One book with one header in another word. */
export function headerBook(form: HeaderForm, key: string | null, text: string): Book {
  const columns = form.columns.map((column): FormColumn => ({ id: column.key, key: column.key.startsWith("*") ? "*" : column.key, header: [column.key === key ? text : column.plain] }));
  const records = Array.from({ length: 8 }, (_, index): FormRecord => Object.fromEntries(form.columns.map((column) => [column.key, column.value(index)])));
  const page = new Page("Sheet1");
  const placed = new Layout(page, form.kind, columns, records, { titles: [form.title] }).lay();
  return assemble({ name: "表头", kind: "xlsx", policy: form.policy, pages: [page], forms: [{ placed }] });
}
