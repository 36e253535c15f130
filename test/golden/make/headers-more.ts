/** More forms and more words for the same columns: the packs and kinds of sheet that headers.ts leaves out. */
import type { HeaderForm } from "./headers";

const names = ["王芳", "李建国", "张敏", "刘志强", "陈春梅", "杨洋", "赵磊", "黄秀英"];
const places = ["吉首市", "凤凰县", "花垣县", "保靖县", "永顺县", "龙山县", "泸溪县", "古丈县"];
const pick = (list: readonly (string | number)[]) => (index: number): string | number => list[index % list.length] ?? "";
const same = (value: string | number) => (): string | number => value;

type Column = HeaderForm["columns"][number];
const column = (key: string, plain: string, value: Column["value"], ...others: readonly string[]): Column => ({ key, plain, value, others });

const number = column("number", "序号", (index) => index + 1, "编　号", "序", "排序号", "No．", "行号");
const name = column("name", "姓名", pick(names), "教 师 姓 名", "姓名（教师）", "教职工姓名", "参加培训教师姓名", "培训对象", "教师（姓名）", "学员", "受训教师");
const school = column("school", "学校", same("城关镇第一小学"), "单位（学校）", "工作单位（全称）", "任职学校", "现工作单位", "所属单位", "学校（幼儿园）", "校（园）名", "填报单位", "供职学校", "学校/单位");
const place = column("place", "县市", pick(places), "县市区", "县（市）", "县（市、区）名称", "所属县市", "所在地", "县区名称", "行政区划", "乡镇（街道）", "单位（县区）");
const claim = column("claim", "是否达标", same("达标"), "达标否", "是否达到要求", "达标情况（是/否）", "完成否", "达标与否（√/×）", "是否符合规定", "任务完成情况", "是否完成任务");
const note = column("note", "备注", same(""), "备注栏", "说明事项", "其他说明", "注");
const share = column("share", "比例", same(0.85), "占比（%）", "百分比", "所占百分比", "占教师总数比例", "比例（百分比）", "比率");

export const moreForms: readonly HeaderForm[] = [
  {
    policy: "lanxi-2024-autumn",
    kind: "teacher-assessment",
    title: "教师学期培训考核评分表",
    columns: [
      number,
      name,
      school,
      column("lanxi.teacher.reflection", "心得体会", same(18), "集中培训心得", "心得体会文章", "培训体会", "学习心得体会", "心得体会（1000字）", "一、心得体会（20）", "项目一：心得体会", "心得（满分20）", "心得体会|20分", "心得体会—20分"),
      column("lanxi.teacher.review", "有效评课", same(18), "评课稿", "有效评课（800字）", "二、有效评课（20）", "视频评课", "同课异构有效评课", "评课文章", "网络评课", "有效评课：20分", "展示课评课"),
      column("lanxi.teacher.platform-hours", "培训学时", same(20), "平台10学时", "中小学智慧教育平台学时", "三、培训学时（20）", "国家平台学时认定（20分）", "智慧教育平台研修得分", "平台研修学时（20分）", "培训学时证书", "平台学习（20分）", "网络学时（20分）"),
      column("lanxi.teacher.lesson-design", "教学设计", same(18), "推门课设计", "四、教学设计（20）", "推门课教案设计", "推门课展示及教学设计", "教学设计（2节）", "推门课（2节）教学设计", "课堂教学设计", "教学设计稿"),
      column("lanxi.teacher.activity-reflection", "活动反思", same(16), "五、活动反思（20）", "校际联研反思（800字）", "联研活动反思（20）", "教学反思", "校际联研活动", "研修反思", "教研反思", "活动反思文章"),
      column("lanxi.teacher.bonus", "奖励加分", same(0), "六、奖励加分", "协助工作加分", "奖励（5分/次）", "加分（每次5分）", "兼职教研员等加分", "附加分（奖励）", "奖励得分", "另加分"),
      column("total", "总分", same(90), "总评成绩", "总评分", "考核总成绩", "得分总计", "综合考评成绩", "综合得分（满分100）", "最后得分", "总分值", "终评得分", "教师考核得分", "学期考核得分"),
      column("result", "考核结果", same("合格"), "考核等级", "评定等次", "考核评定", "是否达到合格", "考评结果", "合格情况", "认定结果", "培训结果"),
      column("lanxi.school-based.pass", "校本考核成绩", same(88), "校本培训（80分合格）", "校本研修考核成绩", "学校校本考核", "校本培训考核", "校本考评", "校本研修得分", "校本总分"),
      column("credited", "认定学时", same(36), "认定的学时", "学时认定数", "核准学时", "可认定学时", "学时认定结果", "本学期认定学时", "审核认定学时"),
      column("lanxi.certificate", "是否发证", same("发证"), "证书发放", "是否颁发证书", "是否准予发证", "培训结业证书", "发证与否", "结业证发放情况", "是否结业"),
      note,
    ],
  },
  {
    policy: "lanxi-2024-autumn",
    kind: "hours-cycle",
    title: "教师五年一周期培训学时统计表",
    columns: [
      number,
      name,
      school,
      column("year1", "2020年", same(72), "2020年度", "2020", "第1年", "2020年学时", "2020学时"),
      column("year2", "2021年", same(72)),
      column("year3", "2022年", same(72)),
      column("year4", "2023年", same(72)),
      column("year5", "2024年", same(72)),
      column("total", "合计", same(360), "周期累计", "周期合计", "五年学时合计", "五年总计", "周期内总学时", "总计学时", "累计学时数", "5年合计"),
      claim,
    ],
  },
  {
    policy: "lanxi-2024-autumn",
    kind: "hours-log",
    title: "教师培训学时登记表",
    columns: [
      number,
      name,
      school,
      column("project", "培训项目", pick(["集中培训", "校本培训"]), "培训班次", "活动项目", "学习项目", "参加培训项目", "研修项目", "培训活动", "培训（活动）名称", "参加的培训"),
      column("date", "培训日期", same("2024-09-21"), "年月日", "培训起止时间", "活动日期", "学习时间", "培训年月日", "何时参加", "培训时间（年月日）", "研修时间"),
      column("hours", "学时", same(8), "学时（节）", "计学时", "认定学时", "学时/课时", "折算课时", "实得学时", "本次学时"),
      note,
    ],
  },
  {
    policy: "zhaoqing-annual",
    kind: "hours-year",
    title: "肇庆市教师年度继续教育学时审核表",
    columns: [
      number,
      name,
      school,
      column("zhaoqing.annual.public", "公需课", same(30), "公需课完成学时", "公需科目（30课时）", "公需学时", "公需课（课时）", "年度公需课", "1.公需课", "公需课（应完成30）", "公需科目课时", "公需课程"),
      column("zhaoqing.annual.professional", "专业课", same(42), "专业课完成学时", "专业科目（42课时）", "专业学时", "专业课（课时）", "2.专业课", "专业课（应完成42）", "专业科目课时", "专业课培训"),
      column("zhaoqing.annual.elective", "个人选修课", same(18), "选修课完成学时", "个人选修科目（18课时）", "选修学时", "选修课（课时）", "3.个人选修课", "个人选修课（应完成18）", "选修课时", "个人选修（校本研修）", "选修课程"),
      column("total", "合计", same(90), "完成总学时", "累计完成学时", "年度累计学时", "总计（学时）", "三项合计", "年度总课时", "共计", "合计课时", "实际完成学时"),
      claim,
      note,
    ],
  },
  {
    policy: "zhaoqing-annual",
    kind: "quota",
    title: "2024年县（市、区）教师培训任务完成情况表",
    columns: [
      number,
      { ...place, value: pick(["端州区", "鼎湖区", "高要区", "四会市"]) },
      column("whole", "教师总数", same(1000), "教师人数（总）", "教师总量", "在编在岗教师数", "现有教师总数", "区域教师总数", "在职教师人数", "教职工总数", "教师总人数（人）", "域内教师总数"),
      column("part", "参训人数", same(850), "完成县级培训人数", "县级培训人数", "参加培训教师数", "已参加培训人数", "实际完成人数", "培训教师人数", "年度参训教师人数", "已训人数", "受训人数", "参加县级培训人数"),
      share,
      claim,
    ],
  },
  {
    policy: "zhaoqing-annual",
    kind: "budget",
    title: "教师继续教育经费投入情况统计表",
    columns: [
      number,
      { ...place, value: pick(["端州区", "鼎湖区", "高要区", "四会市"]) },
      column("base", "教师工资总额", same(1000), "本地教师工资总额", "全县教师工资总额（万元）", "教师年工资总额", "教职工工资总额", "工资总额（万元）", "年度教师工资总额", "教师工资总额/万元"),
      column("amount", "教师继续教育经费", same(25), "继续教育经费安排", "安排经费", "投入经费", "继教经费（万元）", "财政安排教师继续教育经费", "年度安排继续教育经费", "培训经费投入", "实际投入"),
      claim,
    ],
  },
  {
    policy: "yueyang-school-based",
    kind: "hours-log",
    title: "校本研修学分登记表",
    columns: [
      number,
      name,
      column("mode", "研修方式", pick(["系列讲座", "专题研讨"]), "活动方式", "研修活动方式", "培训方式", "研训形式", "采取方式"),
      column("date", "日期", same("2023-10-12"), "研修日期", "活动时间", "研修时间", "时间", "开展时间", "举行日期"),
      column("hours", "学分", same(2), "研修学分", "校本学分", "获得学分", "所得学分", "学分数", "登记学分", "学分认定"),
      note,
    ],
  },
  {
    policy: "xiangxi-growth-plan",
    kind: "hours-cycle",
    title: "“十二五”中小学教师继续教育学分汇总表",
    columns: [
      number,
      name,
      school,
      column("year1", "2011年", same(72), "2011年度学分", "2011年学分", "2011", "第一年（2011）"),
      column("year2", "2012年", same(72)),
      column("year3", "2013年", same(72)),
      column("year4", "2014年", same(72)),
      column("year5", "2015年", same(72)),
      column("total", "合计", same(360), "学分总计", "五年学分合计", "累计学分（分）", "总学分数", "五年累计学分", "学分累计", "合计（学分）"),
      claim,
    ],
  },
  {
    policy: "xiangxi-growth-plan",
    kind: "quota",
    title: "中小学教师专业成长规划制订实施情况统计表",
    columns: [
      number,
      place,
      column("whole", "教师总数", same(1000), "中小学教师总数", "教师人数", "全县教师总数", "专任教师总数", "应制订规划人数", "教师总数（含校长）", "在岗教师数"),
      column("part", "制订规划人数", same(850), "已制订规划教师数", "制定规划人数", "已制定成长规划人数", "制订并实施规划人数", "有规划教师数", "完成规划人数", "规划书制订人数", "已制订人数"),
      share,
      claim,
    ],
  },
  {
    policy: "xiangxi-growth-plan",
    kind: "budget",
    title: "教师培训经费落实情况表",
    columns: [
      number,
      place,
      column("base", "教师年工资总额", same(1000), "工资总额", "中小学教师年工资总额", "教师工资总额（万元）", "年工资总额", "全年教师工资总额"),
      column("amount", "教师培训经费", same(16), "落实培训经费", "师训经费", "培训经费（万元）", "已落实经费", "教师培训经费落实数", "年度师训经费", "落实金额"),
      claim,
    ],
  },
  {
    policy: "plan1",
    kind: "observation",
    title: "教师读书情况统计表",
    columns: [number, name, column("birth", "出生日期", same("1990-03-12"), "出生年月"), column("plan1.reading", "每月读书本数", same(2), "读书本数", "月读书量（本）", "本月阅读本数", "读书册数", "阅读书籍数量", "读书数", "月阅读量", "读书（本）"), claim],
  },
  {
    policy: "plan2",
    kind: "observation",
    title: "教师听课节数统计表",
    columns: [
      number,
      name,
      column("role", "职务", same("教师"), "岗位", "身份", "行政职务"),
      column("plan2.observation", "听课节数", same(24), "听课总数", "学期听课节数", "听课（节）", "本学期听课节数", "听课课时数", "听课次数", "累计听课节数", "听课数"),
      column("plan2.reading", "读书本数", same(2), "读专著本数", "阅读本数", "读书册数", "阅读专著（本）", "读书数量"),
      claim,
    ],
  },
  {
    policy: "plan5",
    kind: "hours-year",
    title: "教师校本培训学分统计表",
    columns: [number, name, column("*", "校本培训学分", same(16), "校本学分", "完成校本学分", "学分", "校本培训学分合计", "所获学分", "年度校本学分"), claim],
  },
  {
    policy: "plan6",
    kind: "observation",
    title: "名师面对面活动登记表",
    columns: [number, column("subject", "学科", pick(["语文", "数学", "英语", "科学"]), "科目", "学科组"), column("*", "面对面次数", same(1), "面对面活动次数", "活动次数", "安排次数", "名师面对面次数", "次数"), claim],
  },
  {
    policy: "plan7",
    kind: "teacher-assessment",
    title: "小学教师培训综合成绩表",
    columns: [
      number,
      name,
      school,
      column("*", "校本培训成绩", same(90), "校本成绩", "校本培训考核成绩", "校级成绩", "校本培训校级成绩", "校本（20%）", "校本培训得分", "校本培训（占20%）"),
      column("*2", "集中培训成绩", same(70), "集中成绩", "县级集中培训成绩", "集中培训考核成绩", "县级成绩", "集中（80%）", "集中培训得分", "集中培训（占80%）"),
      column("total", "综合成绩", same(74), "总评成绩", "综合得分", "最终成绩", "合成成绩", "总成绩", "综合学分", "综合考核成绩"),
      column("result", "考核结果", same("合格"), "是否合格", "等次", "结业情况", "考核等次"),
    ],
  },
  {
    policy: "plan9",
    kind: "hours-year",
    title: "教师年度培训学时统计表",
    columns: [
      number,
      name,
      column("role", "岗位", pick(["教师", "班主任", "新教师"]), "人员类型", "类别", "身份", "任职岗位"),
      column("*", "全员培训学时", same(84), "年度学时", "全员学时", "全员培训（80学时）", "全员培训完成学时", "年度全员培训学时"),
      column("plan9.homeroom", "班主任培训学时", same(30), "班主任专题培训学时", "班主任学时", "班主任培训（30学时）", "班主任专项培训学时"),
      column("plan9.new-teacher", "新教师岗前培训学时", same(60), "岗前培训学时", "新教师培训学时", "新教师学时", "岗前学时", "新教师培训（60学时）"),
      claim,
    ],
  },
];
