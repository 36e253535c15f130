/** The words of the composed books: how clerks write each column's header, and how a header is dressed (full scores, units, spaces, traditional characters). */
import type { Chance } from "./random";

export const labels: Readonly<Record<string, readonly string[]>> = {
  number: ["序号", "编号", "序 号", "No.", "序"],
  name: ["姓名", "教师姓名", "姓 名", "老师姓名", "参训教师", "姓　名"],
  id: ["身份证号", "身份证号码", "公民身份号码", "居民身份证号", "证件号码", "身份证"],
  sex: ["性别", "性 别", "男/女"],
  birth: ["出生年月", "出生日期", "出生年月日", "生日", "出生时间"],
  school: ["学校", "所在学校", "工作单位", "单位", "单位名称", "任教学校"],
  stage: ["学段", "任教学段", "所属学段"],
  subject: ["学科", "任教学科", "任教科目", "所教学科"],
  title: ["职称", "专业技术职务", "现任职称", "职称等级"],
  role: ["身份", "教师类别", "人员类别", "教师身份"],
  post: ["职务", "现任职务", "岗位", "行政职务"],
  note: ["备注", "备 注", "说明", "备注说明"],
  reflection: ["心得体会", "培训心得体会", "学习心得", "心得"],
  review: ["有效评课", "评课", "评课得分"],
  platform: ["培训学时", "平台学时", "智慧平台学时", "平台培训学时"],
  design: ["教学设计", "推门课教学设计", "教学设计得分"],
  activity: ["活动反思", "联研活动反思", "校际联研反思"],
  bonusTimes: ["奖励加分次数", "加分次数", "奖励次数", "协助工作次数", "奖励加分（次数）"],
  bonusPoints: ["奖励加分", "加分", "奖励分", "奖励加分（分）", "附加分"],
  total: ["总分", "合计", "总成绩", "综合考核成绩", "考核总分", "综合得分"],
  result: ["考核结果", "是否合格", "考核结论", "考核等次", "结果", "评定结果"],
  credited: ["认定学时", "认定学时数", "拟认定学时", "核定学时"],
  plan: ["计划总结", "培训计划和总结", "计划与总结", "培训计划、总结"],
  central: ["集中培训", "参加集中培训", "集中培训参训情况"],
  average: ["教师平均分", "教师得分平均分", "教师考核平均分", "教师培训平均分折算"],
  dispatch: ["外派任务", "外派培训任务", "外派任务完成情况"],
  materials: ["材料上报", "培训材料上报", "材料报送"],
  host: ["承办活动次数", "提供现场次数", "承办活动（次数）"],
  lent: ["外派人次", "派出人次", "派员人次"],
  task: ["临时性工作加分", "临时任务加分", "临时工作加分"],
  date: ["培训日期", "日期", "培训时间", "参训日期", "开始日期"],
  project: ["培训项目", "项目名称", "培训内容", "培训名称", "培训班名称"],
  category: ["类别", "培训类别", "学时类别", "科目类别", "学时类型"],
  days: ["培训天数", "天数", "培训时长（天）", "参训天数"],
  halfDays: ["半天数", "培训半天数", "半天个数"],
  hours: ["学时", "培训学时", "学时数", "课时", "获得学时"],
  credits: ["学分", "所得学分", "学分数"],
  public: ["公需课", "公共科目", "公需科目", "公共课"],
  professional: ["专业课", "专业科目", "专业科目课"],
  elective: ["个人选修课", "选修课", "个人选修", "选修科目"],
  yearTotal: ["合计", "总学时", "学时合计", "年度合计", "合计学时"],
  cycleTotal: ["合计", "五年合计", "总计", "累计", "周期合计"],
  counted: ["计入学分", "认定学分", "实际计入", "核定学分"],
  claim: ["是否达标", "达标情况", "是否完成", "完成情况"],
  place: ["县（市、区）", "县区", "地区", "县市区", "县（区）"],
  whole: ["教师总数", "专任教师总数", "教师人数", "在职教师总数", "应训人数"],
  part: ["参训人数", "已培训人数", "实训人数", "培训人数", "参加培训人数"],
  share: ["比例", "占比", "参训比例", "参训率", "培训覆盖率"],
  amount: ["培训经费", "实际安排", "安排培训经费", "培训经费（元）"],
  base: ["工资总额", "教师工资总额", "教职工工资总额"],
  publicFunds: ["公用经费预算", "年度公用经费", "公用经费总额", "公用经费"],
  document: ["材料名称", "报送材料", "材料", "上报材料"],
  handedIn: ["报送日期", "上交日期", "提交时间", "上报时间", "报送时间"],
  lessons: ["听课节数", "听课数", "本学期听课节数", "听课次数"],
  lessonsOwn: ["本校听课节数", "其中本校听课", "校内听课节数", "其中：本校"],
  books: ["读书本数", "读书数量（本）", "阅读册数", "读书数"],
  schoolBased: ["校本成绩", "校本培训成绩", "校本考核", "校本培训得分"],
  centralScore: ["集中培训成绩", "集中成绩", "集中培训得分", "集中培训考核成绩"],
  composite: ["综合成绩", "总评成绩", "综合得分", "最终成绩"],
};

/** Columns the policies say nothing of. */
export const extras: readonly (readonly [string, readonly string[]])[] = [
  ["政治面貌", ["中共党员", "群众", "共青团员"]],
  ["学历", ["本科", "大专", "硕士研究生"]],
  ["民族", ["汉", "满族", "苗族", "土家族"]],
  ["毕业院校", ["绥化学院", "哈尔滨师范大学", "肇庆学院", "湖南师范大学"]],
  ["普通话等级", ["二级甲等", "二级乙等", "一级乙等"]],
  ["健康状况", ["良好", "健康"]],
  ["联系电话", ["13845510021", "13945523302", "15045567781"]],
  ["电子邮箱", ["jiaoshi01@163.com", "xx_teacher@qq.com"]],
  ["籍贯", ["黑龙江兰西", "广东肇庆", "湖南岳阳"]],
  ["本人签名", [""]],
  ["紧急联系人", ["家属", "同事"]],
  ["骨干教师证书编号", ["证字0021", "证字0107"]],
];

const traditionalOf: Readonly<Record<string, string>> = {
  号: "號", 单: "單", 学: "學", 别: "別", 时: "時", 训: "訓", 总: "總", 备: "備", 项: "項", 结: "結", 课: "課", 间: "間", 师: "師", 证: "證", 码: "碼", 职: "職", 务: "務", 计: "計", 划: "劃", 体: "體", 会: "會", 教: "教", 评: "評",
  设: "設", 动: "動", 奖: "獎", 励: "勵", 数: "數", 达: "達", 标: "標", 县: "縣", 区: "區", 应: "應", 实: "實", 参: "參", 经: "經", 费: "費", 专: "專", 业: "業", 选: "選", 类: "類", 认: "認", 绩: "績", 综: "綜", 级: "級", 听: "聽", 节: "節", 书: "書", 读: "讀", 报: "報", 医: "醫",
};

const traditional = (text: string): string => [...text].map((mark) => traditionalOf[mark] ?? mark).join("");

export function fullScore(chance: Chance, label: string, full: number): string {
  return chance.pick([`${label}（${full}分）`, `${label}(${full}分)`, `${label}\n（${full}分）`, `${label}${full}分`, `${label}/${full}分`, `${label}（满分${full}）`, `${label}[${full}分]`, `${label} (满分${full}分)`]);
}

/** L: the label, U: the unit. */
export const UNIT_STYLES = ["L", "L", "L（U）", "L(U)", "L/U", "L\n（U）"] as const;

export function unitStyle(label: string, unit: string, style: string): string {
  if (label.includes(unit) || label.includes(traditional(unit)) || /[（(]/.test(label)) return label;
  return style.replace("L", label).replace("U", unit);
}

export function withUnit(chance: Chance, label: string, unit: string): string {
  return unitStyle(label, unit, chance.pick(UNIT_STYLES));
}

/** Spaces, line breaks and traditional characters as headers have them now and then. */
export function dressed(chance: Chance, label: string, old: boolean): string {
  const text = old ? traditional(label) : label;
  if (/[\s（(/\d]/.test(text)) return text;
  const marks = [...text];
  if (marks.length === 2 && chance.chance(0.2)) return marks.join(chance.pick([" ", "  ", "　"]));
  if (marks.length >= 4 && chance.chance(0.15)) return `${marks.slice(0, Math.ceil(marks.length / 2)).join("")}\n${marks.slice(Math.ceil(marks.length / 2)).join("")}`;
  return text;
}

export const footers = ["填表人：王芳", "制表：李强　　审核：张敏　　联系电话：0455-5623301", "注：本表一式两份，学校和进修学校各存一份。", "单位负责人（签字）：              年   月   日", "说明：以上数据由各校如实填写。", "审核人：　　　　　　　　填表日期：2024年12月28日"];
