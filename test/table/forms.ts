/** The forms that the generator varies: their columns, the names each may carry, and values to fill them with. */
import type { Pack, TableKind } from "../../src/policy/schema";
import type { CellValue } from "../../src/values/cell";
import { lanxiPack, zhaoqingPack } from "./packs";

export interface Field {
  readonly key: string;
  readonly names: readonly string[];
  readonly value: (index: number) => CellValue;
  /** Full score; may be written into the header. */
  readonly points?: number;
  readonly needed?: boolean;
  /** Columns with the same group may stand under one merged heading. */
  readonly group?: string;
}

export interface Form {
  readonly pack: Pack;
  readonly kind: TableKind;
  readonly titles: readonly string[];
  readonly fields: readonly Field[];
}

const surnames = [..."王李张刘陈杨赵黄周吴徐孙马朱胡郭何林高罗"];
const givenNames = ["伟", "芳", "秀英", "敏", "静", "丽丽", "强", "磊", "军", "洋", "小红", "志明", "建国", "春梅", "海燕"];
const schools = ["兰西县第一中学", "兰西县实验小学", "红光镇中心小学", "临江乡学校", "县直幼儿园"];
const pick = (list: readonly string[], index: number): string => list[index % list.length] ?? "";
const person = (index: number): string => pick(surnames, index * 7) + pick(givenNames, index * 3 + Math.floor(index / 5));
const score =
  (most: number) =>
  (index: number): number =>
    most - (index % 5);

const number: Field = { key: "number", names: ["序号", "编号", "序 号"], value: (index) => index + 1 };
const name: Field = { key: "name", names: ["姓名", "姓  名", "教师姓名", "参训教师", "参训教师姓名"], value: person, needed: true };
const school: Field = {
  key: "school",
  names: ["学校", "单位", "所在学校", "工作单位", "校(园)名称", "單位名稱"],
  value: (index) => pick(schools, Math.floor(index / 4)),
};
const id: Field = {
  key: "id",
  names: ["身份证号", "身份证号码", "公民身份号码", "证件号码"],
  value: (index) => `2323231985010${1000 + index}X`,
};
const role: Field = { key: "role", names: ["身份", "职务", "人员类别"], value: (index) => pick(["一般教师", "骨干教师", "教研员"], index) };
const subject: Field = { key: "subject", names: ["学科", "任教学科", "所教学科"], value: (index) => pick(["语文", "数学", "英语"], index) };
const note: Field = { key: "note", names: ["备注", "备 注", "说明"], value: (index) => (index % 9 === 4 ? "产假" : null) };

export const teacherForm: Form = {
  pack: lanxiPack,
  kind: "teacher-assessment",
  titles: ["教师培训考核汇总表", "兰西县2024-2025学年度上学期教师考核表", "教师綜合考核成績表"],
  fields: [
    number,
    name,
    school,
    id,
    subject,
    role,
    {
      key: "lanxi.teacher.reflection",
      names: ["心得体会", "培训心得体会", "心得體會"],
      value: score(20),
      points: 20,
      needed: true,
      group: "考核项目",
    },
    { key: "lanxi.teacher.review", names: ["有效评课", "评课"], value: score(20), points: 20, needed: true, group: "考核项目" },
    { key: "lanxi.teacher.platform-hours", names: ["培训学时", "平台学时"], value: score(20), points: 20, needed: true, group: "考核项目" },
    {
      key: "lanxi.teacher.lesson-design",
      names: ["教学设计", "推门课教学设计"],
      value: score(20),
      points: 20,
      needed: true,
      group: "考核项目",
    },
    {
      key: "lanxi.teacher.activity-reflection",
      names: ["活动反思", "活动反思得分"],
      value: score(20),
      points: 20,
      needed: true,
      group: "考核项目",
    },
    { key: "lanxi.teacher.bonus", names: ["奖励加分", "加分次数", "奖励加分（次）"], value: (index) => (index % 7 === 3 ? 1 : 0) },
    { key: "total", names: ["综合考核成绩", "总分", "考核成绩", "综合成绩", "合计"], value: score(90), needed: true },
    { key: "result", names: ["考核结果", "是否合格", "等次"], value: () => "合格" },
    { key: "lanxi.school-based.pass", names: ["校本考核成绩", "校本培训成绩", "校本"], value: score(88) },
    { key: "credited", names: ["认定学时", "核定学时"], value: () => 24 },
    { key: "lanxi.certificate", names: ["是否发证", "结业证书", "培训合格"], value: () => "发证" },
    note,
  ],
};

export const schoolForm: Form = {
  pack: lanxiPack,
  kind: "school-assessment",
  titles: ["单位考核汇总表", "基层学校教师培训工作考核表"],
  fields: [
    number,
    { key: "school", names: ["学校", "单位", "单位名称", "学校名称"], value: (index) => `兰西县第${index + 1}中学`, needed: true },
    {
      key: "lanxi.school.plan-summary",
      names: ["培训计划和总结", "计划总结"],
      value: score(10),
      points: 10,
      needed: true,
      group: "考核项目",
    },
    {
      key: "lanxi.school.central-training",
      names: ["集中培训参与", "集中培训"],
      value: score(10),
      points: 10,
      needed: true,
      group: "考核项目",
    },
    {
      key: "lanxi.school.teacher-average",
      names: ["教师平均分", "教师考核平均分"],
      value: score(50),
      points: 60,
      needed: true,
      group: "考核项目",
    },
    { key: "lanxi.school.dispatch", names: ["外派培训任务", "外派任务"], value: score(10), points: 10, needed: true, group: "考核项目" },
    { key: "lanxi.school.materials", names: ["材料上报", "平时材料上报"], value: score(10), points: 10, needed: true, group: "考核项目" },
    { key: "lanxi.school.bonus.host", names: ["提供现场次数", "承办活动次数"], value: (index) => index % 3 },
    { key: "lanxi.school.bonus.dispatch", names: ["派出人次", "派出教师人次"], value: (index) => index % 4 },
    { key: "total", names: ["总分", "合计", "综合得分"], value: score(90), needed: true },
    note,
  ],
};

export const logForm: Form = {
  pack: zhaoqingPack,
  kind: "hours-log",
  titles: ["教师培训学时登记表", "肇庆市教师继续教育学时登记台账"],
  fields: [
    number,
    name,
    school,
    {
      key: "project",
      names: ["培训项目", "项目名称", "班次"],
      value: (index) => pick(["师德专题培训", "新课标研修", "信息技术应用能力提升"], index),
      needed: true,
    },
    {
      key: "category",
      names: ["培训类别", "课程类别", "学时类别"],
      value: (index) => pick(["公需课", "专业课", "个人选修课"], index),
      needed: true,
    },
    { key: "date", names: ["开始日期", "培训时间", "培训日期", "日期"], value: (index) => 45500 + index, needed: true },
    { key: "days", names: ["天数", "培训天数"], value: (index) => 1 + (index % 3) },
    { key: "hours", names: ["学时", "课时", "学时数", "学分"], value: (index) => 8 * (1 + (index % 3)), needed: true },
    note,
  ],
};

export const yearForm: Form = {
  pack: zhaoqingPack,
  kind: "hours-year",
  titles: ["2024年度教师培训学时汇总表", "教师年度学时完成情况统计表"],
  fields: [
    number,
    name,
    school,
    id,
    { key: "zhaoqing.annual.public", names: ["公需课", "公需科目", "公共科目"], value: () => 30, needed: true, group: "各类学时" },
    { key: "zhaoqing.annual.professional", names: ["专业课", "专业科目"], value: () => 42, needed: true, group: "各类学时" },
    { key: "zhaoqing.annual.elective", names: ["个人选修课", "选修课", "选修"], value: () => 18, needed: true, group: "各类学时" },
    { key: "total", names: ["合计学时", "年度总学时", "合计", "总学时"], value: () => 90, needed: true },
    { key: "claim", names: ["是否完成", "完成情况", "是否达标"], value: () => "完成" },
    note,
  ],
};

const years = (style: number): readonly string[] =>
  style === 0
    ? ["第一年", "第二年", "第三年", "第四年", "第五年"]
    : style === 1
      ? ["2020年", "2021年", "2022年", "2023年", "2024年"]
      : ["2020学年", "2021学年", "2022学年", "2023学年", "2024学年"];

export const cycleForm = (style: number): Form => ({
  pack: zhaoqingPack,
  kind: "hours-cycle",
  titles: ["教师五年周期学时汇总表", "五年一周期学时统计表"],
  fields: [
    number,
    name,
    school,
    ...years(style).map((label, at): Field => ({
      key: `year${at + 1}`,
      names: [label],
      value: () => 90,
      needed: true,
      group: "各年度学时",
    })),
    { key: "total", names: ["五年合计", "累计学时", "合计", "总学时"], value: () => 450, needed: true },
    { key: "claim", names: ["是否达标", "完成情况"], value: () => "达标" },
    note,
  ],
});

export const quotaForm: Form = {
  pack: zhaoqingPack,
  kind: "quota",
  titles: ["教师培训覆盖情况统计表", "县级培训完成率统计"],
  fields: [
    number,
    {
      key: "place",
      names: ["县（市、区）", "县区", "县市区"],
      value: (index) => pick(["怀集县", "端州区", "德庆县", "四会市"], index) + (index > 3 ? String(index) : ""),
      needed: true,
    },
    { key: "whole", names: ["教师总数", "应训人数", "专任教师数"], value: (index) => 1000 + index, needed: true },
    { key: "part", names: ["已培训人数", "实训人数", "参训人数"], value: (index) => 800 - index, needed: true },
    { key: "share", names: ["比例", "覆盖率", "参训率（%）"], value: () => "80%" },
    { key: "claim", names: ["是否达标", "达标情况"], value: () => "达标" },
    note,
  ],
};

export const rosterForm: Form = {
  pack: lanxiPack,
  kind: "roster",
  titles: ["教师花名册", "参训教师名册"],
  fields: [
    number,
    name,
    { key: "sex", names: ["性别", "性 别"], value: (index) => (index % 2 === 0 ? "男" : "女"), needed: true },
    { key: "birth", names: ["出生年月", "出生日期"], value: (index) => 30000 + index * 31, needed: true },
    { ...id, needed: true },
    school,
    subject,
    { key: "title", names: ["职称", "专业技术职务"], value: () => "一级教师" },
    role,
    { key: "phone", names: ["联系电话", "手机号码"], value: (index) => `139045500${10 + (index % 80)}` },
    note,
  ],
};
