/** A fifth hand: forms as schools and counties really keep them (phones, titles, places, certificates between the columns that count), long lists, page headers, sheets by department. */
import type { Book, FileKind } from "./book";
import { drawnBook, sheetsOf } from "./drawn";
import { Planner } from "./fresh";
import { moreLifeForms } from "./fresh-fifth-more";
import { hardLifeForms } from "./fresh-fifth-hard";
import { lastLifeForms } from "./fresh-fifth-last";
import { lateLifeForms } from "./fresh-fifth-late";
import { idOf, list, type LifeForm } from "./fresh-fifth-people";
import { blocks, schoolBonus, schoolItems, teacherItems } from "./keys";

const lanxi = "lanxi-2024-autumn";
const zhaoqing = "zhaoqing-annual";

const marks = (i: number): readonly number[] => [18 - (i % 4), 17 - (i % 3), i % 5 === 0 ? 18 : 20, 16 + (i % 4), 14 + (i % 5)];
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
const blockHours = (i: number): readonly number[] => [30 + (i % 3) * 2, 42 + (i % 4) * 3, 18 + (i % 2) * 4];

/** One teacher of the two-stage school: all columns filled in, the total by formula. */
function fullRow(n: number, i: number, subject: string): string {
  const { name, sex, id } = list[i] ?? idOf(i);
  return `R ${n}|${name}|${sex}|'${id}|${["二级教师", "一级教师", "高级教师"][i % 3] ?? ""}|${subject}|'1394555${String(1000 + i)}|${marks(i).join("|")}|0|=SUM(H~:M~)→${sum(marks(i))}|合格|24|`;
}

const two = { boss: list[30] ?? idOf(30), wrong: list[31] ?? idOf(31) };
const fullHeader = "序号|姓名|性别|身份证号码|职称|任教学科|联系电话|心得体会⏎（20分）|有效评课⏎（20分）|培训学时⏎（20分）|教学设计⏎（20分）|活动反思⏎（20分）|奖励⏎加分|综合考核⏎成绩|考核⏎结论|认定⏎学时|备注";

/** One teacher in a county register: school (merged), number, name, class, marks, total. */
function registerRows(school: string, from: number, count: number): string {
  const rows = Array.from({ length: count }, (_, k) => {
    const i = from + k;
    const weak = i % 7 === 3;
    const five = weak ? [11, 12, 10, 12, 11] : marks(i);
    const total = sum(five);
    return `R ${k === 0 ? school : "^"}|${i + 1}|${(list[i] ?? idOf(i)).name}|${["一", "二", "三", "四", "五", "六"][i % 6] ?? ""}年级|${five.join("|")}|0|${total}|${weak ? "不合格" : "合格"}|${weak ? 0 : 24}|`;
  });
  return `${rows.join("\n")}\n- ${school}小计|<|${count}人`;
}

/** Five years of one teacher, every year's task met. */
function fiveYears(n: number, i: number): string {
  const years = [90, 92 + (i % 3), 90, 96, 90 + (i % 5)];
  const { name, id } = list[i] ?? idOf(i);
  return `R ${n}|${name}|'${id}|${i % 2 === 0 ? "中学一级" : "中学高级"}|${years.join("|")}|=SUM(E~:I~)→${sum(years)}|`;
}

function departmentRow(n: number, i: number): string {
  const hours = blockHours(i);
  return `R ${n}|${(list[i] ?? idOf(i)).name}|${i % 2 === 0 ? "一级" : "二级"}|${hours.join("|")}|=SUM(D~:F~)→${sum(hours)}|已完成|是|`;
}

const departmentHead = `H 序号|教师姓名|职称|公需课学时|专业课学时|个人选修课学时|总学时|完成情况|证书是否打印|备注
      K hours-year number|name|title|${blocks}|total|claim|*|note`;

const forms: Readonly<Record<string, LifeForm>> = {
  "township two stages": {
    policy: lanxi,
    lines: `
      § 填表说明
      - 填 表 说 明
      - 1.本表由各校培训考核小组填写，一式两份，一份存档，一份报教师进修学校师训部。
      - 2.联系电话请填写本人手机号码；身份证号码请核对后填写。
      - 3.“备注”栏填写请假、借调等情况。
      § 小学部
      - 兰西县榆林镇中心学校2024—2025学年度上学期教师培训考核登记表|<|<|<|<|<|<|<|<|<|<|<|<|<|<|<|<
      - 填报单位（公章）：兰西县榆林镇中心学校||||||||||填报日期：2024年12月28日
      H ${fullHeader}
      K teacher-assessment number|name|sex|id|title|subject||${teacherItems}|total|result|credited|note
      ${fullRow(1, 0, "语文")}
      ${fullRow(2, 1, "数学")}
      ${fullRow(3, 2, "英语")}
      R 4|${two.boss.name}|${two.boss.sex}|'${two.boss.id}|一级教师|语文|'13945551212|'18{cell.text-number}|17|20|16|17|0|=SUM(H~:M~)→70{score.total-mismatch}|合格|24|
      ${fullRow(5, 3, "音乐")}
      ${fullRow(6, 4, "体育")}
      - ${fullHeader}
      ${fullRow(7, 5, "科学")}
      R 8|${two.wrong.name}|${two.wrong.sex}|'${two.wrong.id}|二级教师|数学|'13945551313|19|18|21{score.out-of-range}|16|15|0|=SUM(H~:M~)→89|合格|24|
      ${fullRow(9, 6, "美术")}
      ${fullRow(10, 7, "语文")}
      - 考核小组签字：||||||校长签字：
      § 初中部
      - 兰西县榆林镇中心学校2024—2025学年度上学期教师培训考核登记表（初中部）|<|<|<|<|<|<|<|<|<|<|<|<|<|<|<|<
      - 填报单位（公章）：兰西县榆林镇中心学校||||||||||填报日期：2024年12月28日
      H ${fullHeader}
      K teacher-assessment number|name|sex|id|title|subject||${teacherItems}|total|result|credited|note
      ${fullRow(1, 8, "语文")}
      ${fullRow(2, 9, "数学")}
      R 3|${idOf(50).name}|${idOf(50).sex}|'${idOf(50).id}|一级教师|物理|'13945551414|12|11|12|12|11|0|=SUM(H~:M~)→58|合格{score.result-mismatch}|0|
      R 4|${idOf(51).name}|${idOf(51).sex}|'${idOf(51).id.slice(0, 17)}${idOf(51).id.endsWith("5") ? "6" : "5"}{person.id-invalid}|一级教师|化学|'13945551515|17|16|20|16|15|0|=SUM(H~:M~)→84|合格|24|
      ${fullRow(5, 10, "历史")}
      R 6|${idOf(52).name}|${idOf(52).sex}|'${idOf(52).id}|高级教师|地理|'13945551616|12|12|11|10|10|0|=SUM(H~:M~)→55|不合格|24{hours.credit-mismatch}|
      ${fullRow(7, 11, "英语")}
      - 考核小组签字：||||||校长签字：`,
  },
  "county register by schools": {
    policy: lanxi,
    kind: "xls",
    lines: `
      § 登记册
      - 兰西县2024年秋季教师培训考核成绩登记册|<|<|<|<|<|<|<|<|<|<|<|<
      - 兰西县教师进修学校师训部||||||||第 1 页  共 1 页
      H 所在学校|编号|姓名|任教年级|考核得分|<|<|<|<|加分|总成绩|是否合格|认定学时|本人签字
      H ^|^|^|^|心得体会|有效评课|培训学时|教学设计|活动反思|^|^|^|^|^
      K teacher-assessment school|number|name|*|${teacherItems}|total|result|credited|
      ${registerRows("奋斗小学", 0, 7)}
      ${registerRows("康荣乡中心小学", 7, 8)}
      ${registerRows("红光乡中心小学", 15, 9)}
      - 合计|<|24人
      - 登记人：宋立新||复核人：马国臣||登记时间：2025年1月6日`,
  },
  "schools by the bureau": {
    policy: lanxi,
    lines: `
      § 单位考核
      - 附件3
      - 兰西县2024—2025学年度上学期教师培训单位考核汇总表|<|<|<|<|<|<|<|<|<|<|<
      - 填表单位：兰西县教师进修学校||||||填表时间：2025.1.8
      H 序号|单位名称|负责人|考核项目|<|<|<|<|奖励加分|<|<|总分|名次
      H ^|^|^|计划总结⏎（10分）|参加集中培训⏎（10分）|教师得分平均⏎（60分）|外派培训任务⏎（10分）|材料上报⏎（10分）|承办现场⏎次数|外派⏎人次|临时性工作⏎加分|^|^
      K school-assessment number|school|*|${schoolItems}|${schoolBonus}|total|
      R 1|兰西县第一中学|赵国栋|10|10|52.8|10|10|1|4|0|=SUM(D~:H~)+I~*2+J~+K~→98.8|1
      R 2|兰西县第二中学|孙海波|10|9|51.6|10|9|0|2|0|=SUM(D~:H~)+I~*2+J~+K~→91.6|4
      R 3|兰西县第三小学|李晓光|10|10|50.4|9|10|2|0|0|=SUM(D~:H~)+I~*2+J~+K~→93.4|2
      R 4|兰西县第七小学|姜玉凤|9|10|49.2|12{score.out-of-range}|10|0|1|0|=SUM(D~:H~)+I~*2+J~+K~→91.2|
      R 5|兰西县特殊教育学校|王立华|10|10|53.4|8|9|0|0|1|=SUM(D~:H~)+I~*2+J~+K~→91.4|5
      R 6|兰西县青少年活动中心|郑春雨|8|10|48|8|10|1|1|0|84{score.total-mismatch}|9
      R 7|临江镇中心学校|曲文博|10|'９{cell.text-number}|49.8|10|10|0|3|0|91.8{formula.overtyped}|3
      R 8|平山镇中心学校|徐振东|9|9|61.2{score.out-of-range}|9|10|0|0|0|=SUM(D~:H~)+I~*2+J~+K~→98.2|
      R 9|长江乡中心学校|刘凤山|10|8|47.4|10|9|0|0|2|=SUM(D~:H~)+I~*2+J~+K~→86.4|8
      R 10|兰西县中心幼儿园|何秀云|10|10|54|9|10|1|0|0|=SUM(D~:H~)+I~*2+J~+K~→95|
      - 注：奖励加分按方案第六条第1款第（6）项执行；名次由师训部统一填写。
      - 考核组长（签字）：||||考核组成员（签字）：`,
  },
  "certificate register": {
    policy: lanxi,
    lines: `
      § 证书发放
      - 教师培训结业证书发放登记表|<|<|<|<|<|<|<|<|<|<
      - 单位：兰西县兰河乡中心学校|||||||2025年1月9日
      H 序号|姓名|身份证号|县级综合考核成绩|校本考核成绩|认定学时|<|是否发证|证书编号|领取人签字|备注
      H ^|^|^|^|^|县级培训|校本培训|^|^|^|^
      K teacher-assessment number|name|id|total|lanxi.school-based.pass|*|*|*|||note
      ${[0, 1, 2, 3, 4, 5, 6].map((i) => `R ${i + 1}|${(list[i] ?? idOf(i)).name}|'${(list[i] ?? idOf(i)).id}|${78 + i * 2}|${84 + i}|24|12|是|LX2024${String(101 + i)}||`).join("\n")}
      R 8|${idOf(60).name}|'${idOf(60).id}|88|[0]79.6{score.borderline}|24|0|否|||校本未达80分
      R 9|${idOf(61).name}|'${idOf(61).id}|73|76|24|0|是{score.result-mismatch}|LX2024108||
      R 10|${idOf(62).name}|'${idOf(62).id}|57.5|86|0|12|否|||
      R 11|${idOf(63).name}|'${idOf(63).id}|91|90|24|0{hours.credit-mismatch}|是|LX2024109||
      R 12|${idOf(64).name}|'${idOf(64).id}|81|92|24|12|是|LX2024110||
      - 经办人：||||审核人：||||单位负责人：`,
  },
  "papers handed in": {
    policy: lanxi,
    lines: `
      § 材料登记
      - 兰西县教师进修学校2024年秋季学期培训材料上传情况登记表|<|<|<|<|<|<
      H 序号|报送单位|材料名称|上传日期|上传栏目|经手人|备注
      K submissions number|school|project|date||*|note
      R 1|兰西县第一中学|培训计划|2024年9月20日|共享|赵国栋|
      R 2|兰西县第一中学|培训总结|2024年12月26日|共享|赵国栋|
      R 3|兰西县第三小学|培训计划|2024.9.24|共享|李晓光|
      R 4|兰西县第三小学|培训总结|2024.12.30|共享|李晓光|
      R 5|临江镇中心学校|培训计划|2024-09-27{date.late}|共享|曲文博|
      R 6|临江镇中心学校|培训总结|20241229|共享|曲文博|
      R 7|平山镇中心学校|培训计划|@2024-9-25|共享|徐振东|
      R 8|平山镇中心学校|培训总结|2025年1月3日{date.late}|共享|徐振东|催交两次
      R 9|长江乡中心学校|培训计划|9月23日|共享|刘凤山|
      R 10|长江乡中心学校|培训总结|2024年12月32日{date.unreadable}|共享|刘凤山|
      R 11|兰西县中心幼儿园|培训计划|2024/9/22|共享|何秀云|
      R 12|兰西县中心幼儿园|培训总结|２０２４年１２月２８日|共享|何秀云|
      - 登记人：宋立新`,
  },
  "roster and scores": {
    policy: lanxi,
    lines: `
      § 教师花名册
      - 兰西县第八小学校在职教师花名册|<|<|<|<|<|<|<|<
      H 序号|姓名|性别|民族|出生年月|学历|职称|任教学科|手机号码
      K roster number|name|sex||birth||title|subject|
      ${[12, 13, 14, 15, 16, 17, 18, 19].map((i, k) => `R ${k + 1}|${(list[i] ?? idOf(i)).name}|${(list[i] ?? idOf(i)).sex}|汉族|'${(list[i] ?? idOf(i)).month}|本科|一级教师|语文|'1384566${String(2000 + i)}`).join("\n")}
      § 考核成绩
      - 兰西县第八小学校教师培训考核成绩公示|<|<|<|<|<|<|<|<|<
      - 公示时间：2024年12月30日至2025年1月6日
      H 序号|姓名{person.missing}|心得体会|有效评课|培训学时|教学设计|活动反思|奖励加分|综合成绩|考核结果
      K teacher-assessment number|name|${teacherItems}|total|result
      ${[12, 13, 14, 15].map((i, k) => `R ${k + 1}|${(list[i] ?? idOf(i)).name}|${marks(i).join("|")}|0|${sum(marks(i))}|合格`).join("\n")}
      R 5|${[...(list[16] ?? idOf(16)).name].join("␣")}{person.name-space}|${marks(16).join("|")}|0|${sum(marks(16))}|合格
      R 6|${(list[17] ?? idOf(17)).name}|${marks(17).join("|")}|0|${sum(marks(17))}|合格
      R 7|闫秋实{person.not-in-roster}|${marks(3).join("|")}|0|${sum(marks(3))}|合格
      R 8|${(list[19] ?? idOf(19)).name}|17|␣{score.missing}|18|16|15|0||
      - 监督电话：0455-5622018
      § 值班安排
      - 寒假值班安排表{?table.not-found}
      - 日期|带班领导|值班教师|电话
      - 1月13日|张校长|李老师|'5622018
      - 1月14日|王主任|赵老师|'5622019`,
  },
  "five years of a school": {
    policy: lanxi,
    asOf: "2025-01-10",
    lines: `
      § 周期汇总
      - 兰西县第五中学教师五年一周期培训学时汇总表（2020—2024年）|<|<|<|<|<|<|<|<|<|<
      H 序号|姓名|职称|年度学时|<|<|<|<|五年合计|是否达到360学时|备注
      H ^|^|^|2020年|2021年|2022年|2023年|2024年|^|^|^
      K hours-cycle number|name|title|year1|year2|year3|year4|year5|total|claim|note
      ${[0, 1, 2, 3, 4, 5, 6, 7].map((i, k) => `R ${k + 1}|${(list[i + 8] ?? idOf(i)).name}|一级|72|${74 + i}|72|${72 + i}|78|${368 + 2 * i}|是|`).join("\n")}
      R 9|宋丽萍|二级|60|72|72|70|72|346{hours.cycle-short:experience}|否|2020年产假
      R 10|于海龙|高级|72|72|72|72|74|365{hours.total-mismatch}|是|
      R 11|车晓东|高级|70|71|72|70|72|355{hours.cycle-short:logic}|是|
      R 12|历文静|一级|80|80|72|72|72|376|否{claim.understated}|
      - 制表人：||审核人：||校长：`,
  },
  "kindergarten staff": {
    policy: lanxi,
    kind: "et",
    lines: `
      § 考核表
      - 兰西县中心幼儿园教师培训考核表|<|<|<|<|<|<|<|<|<|<|<
      - 2024—2025学年度上学期
      H 序号|姓名|所在班级|人员类别|心得体会|有效评课|培训学时|教学设计|活动反思|奖励加分⏎（每次5分）|综合考核成绩|结果|认定学时|备注
      K teacher-assessment number|name||role|${teacherItems}|total|result|credited|note
      - |满分|||20|20|20|20|20|||||
      R 1|何秀云|园长室|领导|19|18|20|17|16|0|90|合格|24|
      R 2|吴桂芝|保教处|骨干教师|18|18|20|18|17|10|101{score.above-full}|合格|24|协助送教两次
      R 3|冷雪梅|大班|一般教师|16|15|18|16|14|0|79|合格|24|
      R 4|孔繁荣|大班|一般教师|15|14|20|15|14|0|78|合格|24|
      R 5|牟春艳|中班|名师工作室成员|17|16|20|18|15|5|91|合格|24|
      R 6|佟丽娜|中班|一般教师|||||||||0|自愿放弃（已签说明书）
      R 7|费小雨|小班|一般教师|12|11|10|12|10|0|55|不合格|0|
      R 8|安洪霞|小班|一般教师|16|17|20|15|18|0|86|合格|24|
      - 园长签字：||||考核时间：2024年12月27日`,
  },
  "programme and statistics": {
    policy: lanxi,
    lines: `
      § 课程安排
      - 2024年秋季教师集中培训课程安排表|<|<|<|<
      - 日期|时间|培训内容|主讲人|主持人
      - 9月21日|8:30—11:30|新课标背景下的教学策略|赵教授|雷校长
      - 9月21日|13:30—16:30|大单元教学设计|钱教授|雷校长
      - 9月22日|8:30—11:30|说课与评课|孙老师|宋主任
      - 培训地点：兰西县第一中学报告厅
      § 教基4068
      - 专任教师接受培训情况|<|<|<
      - 学校（机构）名称：兰西县第一中学|||计量单位：人
      - 指标名称|计量单位|代码|上学年
      - 甲|乙|丙|1
      - 接受过培训的专任教师|人|01|186
      - 36学时以下|人|02|12
      - 37-72学时|人|03|90
      - 73-108学时|人|04|60
      - 109学时以上|人|05|24
      - 单位负责人：|统计负责人：|填表人：|联系电话：`,
  },
  "ledger of trainings": {
    policy: zhaoqing,
    asOf: "2024-12-31",
    lines: `
      § 学时登记
      - 肇庆市端州区睦岗中学2024年教师继续教育学时登记表|<|<|<|<|<|<|<|<|<|<|<
      - 填报单位（盖章）：睦岗中学|||||||||填报时间：2024年12月20日
      H 序号|姓名|身份证号码|培训项目名称|培训类别|主办单位|培训地点|起止时间|培训天数|学时|证书编号|备注
      K hours-log number|name|id|project|category||*|date|days|hours||note
      ${[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((i) => `R ${i + 1}|${(list[i] ?? idOf(i)).name}|'${(list[i] ?? idOf(i)).id}|新课程标准解读|专业课|端州区教师发展中心|睦岗中学阶梯室|2024.7.10-7.${12 + (i % 2)}|${3 + (i % 2)}|${24 + (i % 2) * 8}|粤继教${String(24010 + i)}|`).join("\n")}
      R 13|${(list[0] ?? idOf(0)).name}|'${(list[0] ?? idOf(0)).id}|班主任工作研修|专业课|市教师发展中心|肇庆学院|2024.8.5-8.7|2.5|20|粤继教24101|
      R 14|${(list[1] ?? idOf(1)).name}|'${(list[1] ?? idOf(1)).id}|校本研修：同课异构|个人选修课|睦岗中学|本校|2024年9月20日|0.5|4||
      R 15|${(list[2] ?? idOf(2)).name}|'${(list[2] ?? idOf(2)).id}|校本研修：同课异构|个人选修课|睦岗中学|本校|2024年9月20日|0.25{hours.not-half-days}|2||
      R 16|${(list[3] ?? idOf(3)).name}|'${(list[3] ?? idOf(3)).id}|心理健康教育专题|专业课|市教师发展中心|星湖课堂|@2024-10-12|2|18{hours.credit-mismatch}|粤继教24102|
      R 17|${(list[4] ?? idOf(4)).name}|'${(list[4] ?? idOf(4)).id}|心理健康教育专题|专业课|市教师发展中心|星湖课堂|@2024-10-12|2|'16学时{cell.text-number}|粤继教24103|
      R 18|${(list[5] ?? idOf(5)).name}|'${(list[5] ?? idOf(5)).id}|跟岗学习|专业课|端州区教师发展中心|肇庆中学|2024.11.31{date.unreadable}|5|40|粤继教24104|
      R 19|${(list[6] ?? idOf(6)).name}|'${(list[6] ?? idOf(6)).id}|跟岗学习|专业课|端州区教师发展中心|肇庆中学|2024.11.18-11.22|5|40|粤继教24105|
      R 20|${(list[7] ?? idOf(7)).name}|'${(list[7] ?? idOf(7)).id}|跟岗学习|专业课|端州区教师发展中心|肇庆中学|2024.11.18-11.22|５{cell.text-number}|40|粤继教24106|
      - 经办人：||||审核人：||||校长：`,
  },
  "audit of a township": {
    policy: zhaoqing,
    kind: "csv-gb18030",
    asOf: "2024-12-31",
    lines: `
      § 审核
      - 2024年度教师继续教育学时审核汇总表（高要区金利镇）
      - 填报单位：金利镇教育办||||||||单位：学时
      H 序号|所在学校|姓名|身份证号|学段|公需课|专业课|个人选修课|合计|是否完成年度任务|审核意见
      K hours-year number|school|name|id|stage|${blocks}|total|claim|
      ${Array.from({ length: 26 }, (_, i) => `R ${i + 1}|${["金利镇中心小学", "金利镇第一初级中学", "金利镇中心幼儿园"][Math.floor(i / 9)] ?? ""}|${(list[i] ?? idOf(i)).name}|'${(list[i] ?? idOf(i)).id}|${["小学", "初中", "幼儿园"][Math.floor(i / 9)] ?? ""}|${blockHours(i).join("|")}|${sum(blockHours(i))}|是|同意`).join("\n")}
      - 合计|26人
      - 填表人：陈柳青|联系电话：0758-8512233`,
  },
  "departments of a school": {
    policy: zhaoqing,
    asOf: "2025-01-10",
    lines: `
      § 语文组
      - 封开县江口中学2024年度教师继续教育完成情况表（语文组）|<|<|<|<|<|<|<|<|<
      ${departmentHead}
      ${departmentRow(1, 0)}
      ${departmentRow(2, 1)}
      R 3|凌志豪|一级|30|40{hours.block-short:experience}|24|=SUM(D~:F~)→94|未完成|否|专业课缺2
      ${departmentRow(4, 2)}
      ${departmentRow(5, 3)}
      R 6|骆咏诗|二级|30|45|18|95{hours.total-mismatch}|已完成|是|
      - 教研组长签名：
      § 数学组
      - 封开县江口中学2024年度教师继续教育完成情况表（数学组）|<|<|<|<|<|<|<|<|<
      ${departmentHead}
      ${departmentRow(1, 4)}
      R 2|区俊彦|高级|28{hours.block-short:logic}|46|20|=SUM(D~:F~)→94|已完成|否|
      ${departmentRow(3, 5)}
      ${departmentRow(4, 6)}
      R 5|植家宝|一级|30|42|18|90{formula.overtyped}|未完成{claim.understated}|否|
      - 教研组长签名：
      § 综合组
      - 封开县江口中学2024年度教师继续教育完成情况表（综合组）|<|<|<|<|<|<|<|<|<
      ${departmentHead}
      ${departmentRow(1, 7)}
      ${departmentRow(2, 8)}
      R 3|侯婉仪|二级|30|待核{cell.not-a-number}|18||||
      ${departmentRow(4, 9)}
      - 教研组长签名：
      § 组长通讯录
      - 教研组长通讯录
      - 教研组|组长|手机|办公室
      - 语文组|凌志豪|'13822611001|301
      - 数学组|区俊彦|'13822611002|302`,
  },
  "counties of the city": {
    policy: zhaoqing,
    lines: `
      § 覆盖情况
      - 肇庆市2024年县（市、区）级教师全员培训情况统计表|<|<|<|<|<|<|<
      - 填报单位：肇庆市教师发展中心|||||||单位：人
      H 序号|县（市、区）|中小学（幼儿园）教师总数|参加县级培训人数|占比|是否达标|联系人|联系电话
      K quota number|place|whole|part|share|claim||
      R 1|端州区|3200|2560|%0.8|是|邓小敏|'0758-2231001
      R 2|鼎湖区|1500|1230|%0.82|是|莫志坚|'0758-2621002
      R 3|高要区|5000|3990{quota.short:experience}|%0.798|否|谭伟明|'0758-8391003
      R 4|四会市|4200|3402|%0.81|是|黎少芬|'0758-3331004
      R 5|广宁县|3000|2130|%0.71|是|冯国强|'0758-8631005
      R 6|德庆县|2000|1398{quota.short:logic}|%0.699|是|欧阳倩|'0758-7781006
      R 7|封开县|2500|1750|%0.7|是|聂振华|'0758-6691007
      R 8|怀集县|6000|4200|%0.7|是|植美玲|'0758-5521008
      - 合计|<|27400|20660|%0.754
      - 说明：广宁、德庆、封开、怀集四县按70%计算，其余按80%计算。`,
  },
  "money of schools": {
    policy: zhaoqing,
    lines: `
      § 学校经费
      - 2024年度学校教师培训经费安排情况表|<|<|<|<|<|<
      - 肇庆市鼎湖区教育局计财股||||单位：万元
      H 序号|学校|年度公用经费预算总额|安排教师培训经费|所占比例|是否足额安排|财务负责人
      K budget number|school|base|amount|share|claim|
      R 1|鼎湖中学|210|21|%0.1|是|苏慧
      R 2|广利初级中学|128.5|13.2|%0.1027|是|罗振邦
      R 3|桂城中心小学|96|'１０.５{cell.text-number}|%0.1094|是|蓝天宇
      R 4|凤凰镇中心小学|64|5.8{budget.short:experience}|%0.0906|否|梁燕冰
      R 5|沙浦镇中心学校|72|7.1{budget.short:logic}|%0.0986|是|何敏仪
      R 6|永安镇中心学校|80|8|%0.1|是|邝志成
      - 合计||650.5|65.6`,
  },
  "cycle by formula": {
    policy: zhaoqing,
    lines: `
      § 周期
      - 肇庆市第六中学教师继续教育周期学时统计表（2020—2024年）|<|<|<|<|<|<|<|<|<|<
      H 序号|姓名|身份证号|专业技术资格|2020年度|2021年度|2022年度|2023年度|2024年度|五年累计|备注
      K hours-cycle number|name|id|title|year1|year2|year3|year4|year5|total|note
      ${Array.from({ length: 16 }, (_, i) => fiveYears(i + 1, i)).join("\n")}
      - 制表：教务处||||审核：||||2025年1月6日`,
  },
};

function bookOf({ policy, asOf, kind, lines }: LifeForm, name: string, seed: number): Book {
  const sheets = sheetsOf(lines);
  const wanted: FileKind = kind ?? "xlsx";
  return drawnBook({ name: `${name}${seed}`, kind: new Planner(seed).kind(wanted), policy, ...(asOf !== undefined && { asOf }), sheets });
}

export const fifthScenes: Readonly<Record<string, (seed: number) => Book>> = Object.fromEntries(
  Object.entries({ ...forms, ...moreLifeForms, ...lateLifeForms, ...hardLifeForms, ...lastLifeForms }).map(([name, form]) => {
    const words = name.replaceAll(" ", "-");
    return [`fresh-fifth-${words}`, (seed: number): Book => bookOf(form, words, seed)];
  }),
);
