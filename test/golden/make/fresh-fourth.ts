/** A fourth hand, which knew only the contract and the clauses: workbooks of many schools, read by nobody before. A line `§ 名` begins a sheet. */
import type { Book } from "./book";
import { drawnBook, sheetsOf } from "./drawn";
import { idOf, lanxi, xIdOf, type FourthForm } from "./fresh-fourth-words";
import { schoolBonus, schoolItems, teacherItems } from "./keys";
import { countyForms } from "./fresh-fourth-counties";
import { planForms } from "./fresh-fourth-plans";
import { zhaoqingForms } from "./fresh-fourth-zhaoqing";

const lanxiForms: Readonly<Record<string, FourthForm>> = {
  "town by schools": {
    policy: lanxi,
    // A bonus beside an empty 教师类别: not entitled, or undecided; DESIGN leaves it open.
    may: ["rule.not-evaluable 榆林镇", "bonus.not-entitled 榆林镇!J20", "score.total-mismatch 榆林镇!K20"],
    lines: `
      § 榆林镇
      - 兰西县榆林镇2024—2025学年度第一学期教师培训考核登记表|<|<|<|<|<|<|<|<|<|<|<|<
      - 填报单位（盖章）：榆林镇中心学校||||||||||填报日期：2024年12月29日
      H 所在学校|序号|教师姓名|教师类别|考核项目（满分100分）|<|<|<|<|奖励加分⏎（分）|总得分|考核等次|认定学时
      H ^|^|^|^|集中培训|线上研修|<|研训实践|<|^|^|^|^
      H ^|^|^|^|心得体会⏎20分|有效评课⏎20分|平台学时⏎20分|教学设计⏎20分|活动反思⏎20分|^|^|^|^
      K teacher-assessment school|number|name|role|${teacherItems}|total|result|credited
      - 示例|0|张某某|骨干教师|18|18|20|18|18|5|97|合格|24
      R 榆林镇中心学校|1|于凤霞|骨干教师|18|17|20|16|18|5|94|合格|24
      R ^|2|侯德胜|一般教师|15|14|20|13|12|5{bonus.not-entitled}|74|合格|24
      R ^|3|龚␣丽{person.name-space}|一般教师|16|16|20|15|17|0|84|合格|24
      R ^|4|孟宪忠|兼职教研员|20|18|20|19|18|10|105{score.above-full}|合格|24
      R ^|5|代晓峰|一般教师|11|10|0|12|13|0|46|合格{score.result-mismatch}|0
      R ^|6|尤春梅|一般教师|'１８{cell.text-number}|17|20|16|15|0|86|合格|24
      - 平均|<|<|<|16.33|15.33|16.67|15.17|15.5||81.5
      R 榆林镇第二小学|7|鲁长江|一般教师|17|21{score.out-of-range}|20|15|14|0|87|合格|24
      R ^|8|邵雪莲|名师工作室成员|14|15|20|15|16|5|85|合格|24
      R ^|9|甄国庆|一般教师|13|12|20|十四{cell.text-number}|12|0|71|合格|24
      R ^|10|关淑珍|骨干教师|19|18|20|17|16|3{bonus.not-multiple}|93|合格|24
      R ^|11|暴海燕|一般教师|12|11|20|10|9|0|64{score.total-mismatch}|合格|24
      R ^|12|佟金凤|一般教师|16|15|20|15|15|0|81|合格|12{hours.credit-mismatch}
      R ^|13|苑洪亮||14|14|20|14|13|5|80|合格|24
      - 注：1.奖励加分仅限兼职教研员、名师工作室成员、骨干教师；2.示例行请勿删除。
      -
      - 校长（签字）：||||填表人：付饶||||联系电话：0455-5623388`,
  },
  "kindergarten whole set": {
    policy: lanxi,
    kind: "et",
    lines: `
      § 教职工花名册
      - 康荣镇中心幼儿园教职工花名册|<|<|<|<|<|<|<
      H 序号|姓名|性别|公民身份号码|出生年月|专业技术职务|骨干类别|手机号码
      K roster number|name|sex|id|birth|title|role|
      R 1|曲秀芝|女|'${idOf("231222", "19750608", "122")}|1975.6.8|一级教师|骨干教师|'13845501122
      R 2|綦丽华|女|'${idOf("231222", "19801103", "246")}|1980.11.3|一级教师|一般教师|'13845502233
      R 3|门桂荣|女|'${xIdOf("231222", "19830719")}|1983.7.19|二级教师|一般教师|'13845503344
      R 4|初晓雪|女|'${idOf("231222", "19910225", "028")}|1991.2.25|二级教师|一般教师|'13845504455
      R 5|亓伟东|男|'${idOf("231222", "19860930", "315")}|1986.9.30|一级教师|骨干教师|'13845505566
      R 6|解春艳|女|'${idOf("231222", "19950112", "164")}|1995.1.12|三级教师|一般教师|'13845506677
      R 7|逄敏|女|'${idOf("231222", "19970521", "202")}|1997.5.21|未定级|一般教师|'13845507788
      R 8|阚玉霞|女|'${idOf("231222", "19780404", "048")}|1978.4.4|高级教师|兼职教研员|'13845508899
      R 9|双喜梅|女|'${idOf("231222", "19880817", "266")}|1988.8.17|二级教师|一般教师|'13845509900
      § 教师得分表
      - 康荣镇中心幼儿园教师学期培训考核得分表（2024年秋）|<|<|<|<|<|<|<|<|<|<
      H 序号|姓名|培训心得体会|观课评课|国家智慧平台学时|推门课教学设计|校际联研反思|奖励分|综合成绩|是否合格|县级学时
      H ^|^|20分|20分|20分|20分|20分|每次5分|^|60分为合格|^
      K teacher-assessment number|name|${teacherItems}|total|result|credited
      R 1|曲秀芝|17|17|20|16|15|5|90|合格|24
      R 2|綦丽华|18|17|20|16|17|0|88|合格|24
      R 3|门桂荣|16|16|20|16|16|0|84|合格|24
      R 4|初晓雪|18|18|20|18|18|0|92|合格|24
      R 5|亓伟东|15|13|20|14|14|0|76|合格|24
      R 6|解春艳|15|15|20|15|15|0|80|合格|24
      R 7|逄敏|17|16|20|17|16|0|86|合格|24
      R 8|阚玉霞|18|18|20|17|17|5|95|合格|24
      R 9|双喜梅|16|16|20|16|15|0|83|合格|24
      - 平均|<|16.67|16.22|20|16.11|15.89||86
      § 单位考核
      - 2024年秋季学期单位培训考核自评表|<|<|<|<|<|<|<|<|<
      H 单位|基础考核（100分）|<|<|<|<|奖励加分|<|<|总计
      H ^|计划总结（10分）|集中培训（10分）|教师平均分（60分）|外派任务（10分）|材料上报（10分）|提供现场加分|外派人员加分|临时工作加分|^
      K school-assessment school|${schoolItems}|${schoolBonus}|total
      R 康荣镇中心幼儿园|10|10|51.6|9|10|2|2|0|94.6
      - 园长：曲秀芝||||自评时间：2024.12.30
      § 材料上报
      - 培训材料上报登记|<|<|<
      H 序号|材料名称|上传日期|备注
      K submissions number|project|date|note
      R 1|校本培训计划|2024年9月20日|已上传“共享”
      R 2|校本培训总结|2024.12.28|已上传“共享”`,
  },
  "names and numbers": {
    policy: lanxi,
    also: { "person.duplicate": "B D" },
    alsoAt: { "教师名册!B14": ["B7", "D7"] },
    lines: `
      § 教师名册
      - 学校：兰西县第五小学|<|<|<|<|<|<
      - 教师基本情况登记册（2024年9月）|<|<|<|<|<|<
      H 序|教师姓名|性别|身份证件号|所教学科|现任职称|教师身份
      K roster number|name|sex|id|subject|title|role
      - 甲|乙|丙|丁|戊|己|庚
      R 1|牟春晖|女|'${idOf("231222", "19790316", "124")}|语文|一级教师|骨干教师
      R 2|汤长海|男|'${idOf("231222", "19820922", "331")}|体育|一级教师|一般教师
      R 3|阎凤玲|女|'${idOf("231222", "19840705", "168")}|数学|高级教师|一般教师
      R 4|柴宏宇|男|231222198503120135{person.id-precision}|科学|二级教师|一般教师
      R 5|仇艳红|女|'231222881106024{person.id-invalid}|英语|二级教师|一般教师
      R 6|盖文静|女|'${wrongDigit(idOf("231222", "19930214", "228"))}{person.id-invalid}|语文|二级教师|一般教师
      R 7|兆玉山|男|'${xIdOf("231222", "19870418", true).toLowerCase()}|数学|一级教师|兼职教研员
      R 8|房立娟|女|'2312**********3028|音乐|二级教师|一般教师
      R 9|沙玉玲|女|'${idOf("231222", "19760929", "044")}|道德与法治|高级教师|一般教师
      R 10|阎凤玲{person.duplicate}|女|'${idOf("231222", "19840705", "168")}|数学|高级教师|一般教师
      § 培训成绩
      - 兰西县第五小学教师培训成绩单|<|<|<|<|<|<|<|<
      H 序|教师姓名{person.missing}|心得|评课|平台学习|教学设计|活动反思|加分次数|总成绩
      K teacher-assessment number|name|${teacherItems}|total
      R 1|牟春晖|16|15|20|17|18|1|91
      R 2|汤长海|12|14|20|11|13|0|70
      R 3|阎凤玲|15|15|20|15|14|0|79
      R 4|柴宏宇|16|13|20|13|14|0|76
      R 5|仇艳红|17|17|20|16|16|0|86
      R 6|盖文静|18|16|20|16|15|0|85
      R 7|兆玉山|15|15|20|16|16|2|92
      R 8|房立娟|14|14|20|14|14|0|76
      R 9|万俟新{person.not-in-roster}|15|13|20|12|13|0|73`,
  },
  "sums and functions": {
    policy: lanxi,
    may: ["cell.formula-error 学期考核!J9"],
    lines: `
      § 学期考核
      - 2024—2025学年度上学期教师培训考核（县级）|<|<|<|<|<|<|<|<|<|<|<
      H 编号|参训教师|岗位|各项得分|<|<|<|<|协助工作次数|综合考核成绩|结论|学时
      H ^|^|^|心得体会（1000字以上）|有效评课（800字以上）|培训学时（10学时）|教学设计（2节推门课）|活动反思（800字以上）|^|^|^|^
      K teacher-assessment number|name|role|${teacherItems}|total|result|credited
      R 1|古丽娟|骨干教师|15|16|20|15|15|1|=SUM(D~:H~)+I~*5→86|合格|24
      R 2|艾长福|一般教师|16|16|20|14|15|0|=SUM(D~:H~)+I~*5→81|合格|24
      R 3|匡小雨|一般教师|15|14|20|15|15|0|79{formula.overtyped}|合格|24
      R 4|詹淑芬|一般教师|12|12|12|12|11.996|0|=SUM(D~:H~)+I~*5→59.996{score.borderline}|不合格|0
      r 5|敖志国|兼职教研员|18|17|20|17|16|2|=SUM(D~:H~)+I~*5→98{row.hidden}|合格|24
      R 6|柏春燕|一般教师|17|16|=VLOOKUP(B~,平台!A:B,2,0)→#N/A{cell.formula-error}|15|15|0|=SUM(D~:H~)+I~*5→#N/A|合格|24
      R 7|臧凤琴|一般教师|14|13|20|12|13|0|=SUM(D~:H~)+I~*5→72|合格|24
      R 8|晏德龙|一般教师|13|14|20|14|14|0|=SUM(D~:H~)+I~*5→75|合格|24
      - 平均分||||||||||
      - 最高分|||=MAX(D4:D11)→18
      - 制表人：晏德龙
      § 函数算分
      - 各组小结
      H 教师|心得体会|有效评课|培训学时|教学设计|活动反思|加分次数|总分|是否合格
      K teacher-assessment name|${teacherItems}|total|result
      R 仝雪|15|16|20|15|15|0|=KAOHE.TEACHERSCORE("兰西2024秋",B~:F~,G~)→#NAME?{cell.addin-missing}|合格
      R 沃长江|16|16|20|14|15|0|=KAOHE.TEACHERSCORE("兰西2024秋",B~:F~,G~)→#NAME?{cell.addin-missing}|合格
      - 平均|=AVERAGE(B3:B3)→15{formula.range-short}|16|20|14.5|15`,
  },
  "own school form": {
    policy: lanxi,
    kind: "ods",
    also: { "column.missing": "A B C D E F G H I", "score.item-mismatch": "D" },
    alsoAt: { "学校自评!B3": ["A2", "B2"] },
    may: ["score.total-mismatch 学校自评!I4"],
    lines: `
      § 教师成绩
      - 红光镇中心校教师培训学期成绩
      H 姓名|组别|心得体会|有效评课|培训学时|教学设计|活动反思|附加分|总分
      K teacher-assessment name||${teacherItems}|total
      R 阮秀华|语文组|16|16|20|14|14|0|80
      R 毕力格|语文组|14|12|20|12|12|0|70
      R 苍玉芬|数学组|18|18|20|17|17|0|90
      R 党海涛|数学组|12|12|12|12|12|0|60
      R 冷艳秋|综合组|20|20|20|20|20|0|100
      § 学校自评
      - 红光镇中心校教师培训工作考核自评|<|<|<|<|<|<|<|<
      H 学校名称|考核得分|<|<|<|加分项目|<|<|合计得分
      H ^|计划和总结{column.missing}|集中培训参与|教师得分平均|平时材料|承办次数|外派人次|临时任务分|^
      K school-assessment school|lanxi.school.plan-summary|lanxi.school.central-training|lanxi.school.teacher-average|lanxi.school.materials|${schoolBonus}|total
      R 红光镇中心校|10|10|49{score.item-mismatch}|10|0|0|0|79
      - 填表：阮秀华||||审核：`,
  },
  "schools by district": {
    policy: lanxi,
    lines: `
      § 基层单位考核
      -
      - |全县基层单位教师培训工作考核汇总表（2024-2025学年度上学期）|<|<|<|<|<|<|<|<|<|<
      - |单位：分|||||||||兰西县教师进修学校
      H |片区|学校（幼儿园）|基本分（满分100分）|<|<|<|<|加分|<|<|考核总分
      H |^|^|计划、总结⏎10|集中培训⏎10|教师学期得分平均⏎60|完成外派任务⏎10|材料上报⏎10|研培活动现场（2分/次）|派出人员（1分/人次）|临时性工作（分）|^
      K school-assessment |*|school|${schoolItems}|${schoolBonus}|total
      R |城区片|兰西县第一中学|10|10|54|10|10|4|3|1|102{score.above-full}
      R |^|兰西县第二中学|9|10|50.4|10|9|3{bonus.not-multiple}|1|0|92.4
      R |^|兰西县第四中学|10|9|49.8|8|10|0|2|0|88.8
      R |^|兰西县机关幼儿园|8|10|51|{score.missing}|10|0|0|0|79
      - |小计|4所
      R |城郊片|兰西镇中心小学|10|10|52.2|9|优{cell.not-a-number}|2|0|0|83.2
      R |^|榆林镇中心学校|10|12{score.out-of-range}|48|9|10|0|0|0|89
      R |^|临江镇中心小学|10|10|47.4|9|10|0|1|0|88.4{score.total-mismatch}
      - |小计|3所
      R |乡村片|长江乡学校|9|9|45|8|9|0|0|0|80
      R |^|星火乡学校|9|8|46.2|8|8|0|0|2|81.2
      R |^|北安乡中心小学|10|10|'50.4{cell.text-number}|10|10|0|0|0|90.4
      - |合计|10所
      - |说明：教师学期得分平均按平均分×60%折算。`,
  },
  "words and lessons counted": {
    policy: lanxi,
    kind: "xlsx",
    also: { "evidence.below": "C D E F G H I J K L" },
    lines: `
      § 作业完成情况
      - 教师研修作业完成情况及得分|<|<|<|<|<|<|<|<|<|<|<|<
      H 序号|姓名|心得体会（20分）|<|有效评课（20分）|<|平台培训（20分）|<|教学设计（20分）|<|活动反思（20分）|<|得分合计
      H ^|^|字数|得分|字数|得分|学时|得分|推门课节数|得分|字数|得分|^
      K teacher-assessment number|name|*|lanxi.teacher.reflection|*|lanxi.teacher.review|*|lanxi.teacher.platform-hours|*|lanxi.teacher.lesson-design|*|lanxi.teacher.activity-reflection|total
      R 1|楚云飞|1205|18|830|17|10|20|2|17|905|16|88
      R 2|单玉洁|980{evidence.below:logic}|20|860|17|10|20|2|16|880|16|89
      R 3|桂春生|1100|17|750{evidence.below:experience}|12|10|20|3|18|900|17|84
      R 4|郎丽君|1010|16|820|16|8{evidence.below:experience}|10|2|15|810|15|72
      R 5|幸福|1500|19|1000|19|10|20|1{evidence.below:logic}|20|960|18|96
      R 6|伊春红|1000|16|800|16|10|20|2|16|800|15|83
      R 7|诸葛明|'1050字{cell.text-number}|17|805|16|10|20|2|17|850|17|87
      - 合  计|<|||||||||||599`,
  },
  "certificates as text": {
    policy: lanxi,
    kind: "csv-gb18030",
    lines: `
      § 结业
      - 2024—2025学年度上学期教师培训结业证书发放核对表
      H 序号|所在单位|姓名|县级综合考核|校本考核成绩|县级认定学时|校本认定学时|发证情况|备注
      K teacher-assessment number|school|name|total|lanxi.school-based.pass|*|*|*|note
      R 1|兰西县第三中学|荆建军|86|90|24|12|发证|
      R 2|兰西县第三中学|闵丽|60|80|24|12|发证|
      R 3|兰西县第三中学|裴志刚|95|79.5|24|0|发证{score.result-mismatch}|
      R 4|兰西县第三中学|晁玉凤|59.99|85|0|12|不发证|
      R 5|平山镇中学|屠广志|72|88|12{hours.credit-mismatch}|12|发证|
      R 6|平山镇中学|郗春玲|81|76|24|12{hours.credit-mismatch}|不发证|
      R 7|平山镇中学|麻小二|||0|0|不发证|自愿放弃参训，已签说明书
      R 8|平山镇中学|贡雪莲|77|83|24|12|发证|`,
  },
  "plans and summaries": {
    policy: lanxi,
    asOf: "2024-12-20",
    also: { "table.not-found": "A B C D" },
    alsoAt: { "自评竖表!A1": ["A2", "B2", "C2", "A3"] },
    lines: `
      § 材料收缴
      - 2024年秋季学期各单位培训材料上传情况|<|<|<|<
      H 序号|单位名称|上传时间|<|备注
      H ^|^|培训计划（9月25日前）|培训总结（12月30日前）|^
      K submissions number|school|*|*|note
      R 1|远大镇九年一贯制学校|2024年9月20日|2024年12月18日|
      R 2|燎原镇小学|2024.9.25|2024.12.16|
      R 3|兰河乡中学|2024-9-26{date.late}|2024-12-17|
      R 4|奋斗镇中心小学|'20240918|20241219|
      R 5|星火乡学校|9月25日|12月15日|
      R 6|康荣镇学校|@2024-9-19|@2024-12-19|
      R 7|兰西县特殊教育学校|2024/10/8{date.late}|2024/12/12|补交
      R 8|兰西县青少年活动中心|2024年9月31日{date.unreadable}|2024年12月10日|
      R 9|长江乡学校|2024年9月24日|2024年12月28日{date.future}|
      R 10|北安乡中心小学|九月底{date.unreadable}|2024.12.11|
      - 统计：应交10所，已交10所。
      § 自评竖表
      - 教师培训单位考核自评表{table.not-found}|<|<
      - 考核项目|分值|自评
      - 培训计划与总结|10|10
      - 参与集中培训|10|9
      - 教师学期培训得分平均分|60|50
      - 外派任务|10|10
      - 材料上报|10|8
      - 总分|100|87`,
  },
  "five school years": {
    policy: lanxi,
    asOf: "2025-08-20",
    also: { "hours.cycle-short": "H I" },
    lines: `
      § 周期学时
      - 兰西县中小学教师五年周期培训学时核查表|<|<|<|<|<|<|<|<
      H 学校|教师|学年学时|<|<|<|<|周期累计|是否达到360学时
      H ^|^|2020—2021学年|2021—2022学年|2022—2023学年|2023—2024学年|2024—2025学年|^|^
      K hours-cycle school|name|year1|year2|year3|year4|year5|total|claim
      R 兰西县第六中学|戚晓梅|72|72|72|72|72|360|达标
      R ^|冉建国|80|60|72|72|80|364|达标
      R ^|娄桂兰|72|72|60|72|72|348{hours.cycle-short:experience}|未达标
      R ^|井上海|70|70|70|70|70|350{hours.cycle-short:logic}|达标
      - 小计||294|274|274|286|294|1422
      R 兰西县第七小学|滕立国|72|80|72|70|72|360{hours.total-mismatch}|达标
      R ^|花春香|75|75|74|74|74|372|未达标{claim.understated}
      R ^|隋玉清|72学时{cell.text-number}|72|76|72|72|364|达标
      R ^|国强|90|72|72|72|72|378|达标
      - 小计||309|299|294|288|290|1474
      - 填报人：||||审核人：`,
  },
  "clean as text": {
    policy: lanxi,
    kind: "csv-gb18030",
    lines: `
      § 考核
      - 兰西县平山镇中心小学教师培训考核成绩
      H 序号|姓名|人员类别|心得|评课|智慧平台|推门课教案|联研反思|奖励分|总评|合格与否|认定学时
      K teacher-assessment number|name|role|${teacherItems}|total|result|credited
      R 1|鄂晓光|骨干教师|18|17|20|17|16|5|93|合格|24
      R 2|刁玉梅|一般教师|15|14|20|13|13|0|75|合格|24
      R 3|弓长胜|一般教师|12|12|20|11|10|0|65|合格|24
      R 4|查丽丽|一般教师|16|15|20|15|15|0|81|合格|24
      R 5|郁金香|一般教师|10|9|0|10|11|0|40|不合格|0
      R 6|战英杰|兼职教研员|17|18|20|18|18|5|96|合格|24
      R 7|英子|一般教师|14|14|20|15|15|0|78|合格|24
      R 8|由立新|一般教师|13|13|20|14|14|0|74|合格|24
      R 9|牛得草|一般教师|17|17|20|16|16|0|86|合格|24
      R 10|计划生|一般教师|18|18|20|18|18|0|92|合格|24
      - 合计||||||||||10人
      - 填表人：计划生`,
  },
};

function wrongDigit(id: string): string {
  return `${id.slice(0, 17)}${id.endsWith("1") ? "2" : "1"}`;
}

function bookOf(form: FourthForm, name: string): Book {
  const { policy, asOf, kind = "xlsx", lines, also = {}, alsoAt = {}, may = [] } = form;
  const sheets = sheetsOf(lines).map((drawing) => {
      for (const row of drawing.page.cells.values()) for (const [column, cell] of row) if (cell.value === "") row.delete(column);
      return {
        ...drawing,
        expected: drawing.expected.map((one) => {
          const rows = [one.cell, ...(one.also ?? [])].map((cell) => cell.replace(/\D+/, ""));
          const beside = one.cell.startsWith("row ") ? [] : (also[one.code]?.split(" ") ?? []).flatMap((letter) => rows.map((row) => `${letter}${row}`));
          const all = [...(one.also ?? []), ...beside, ...(alsoAt[`${one.sheet}!${one.cell}`] ?? [])];
          return all.length === 0 ? one : { ...one, also: all };
        }),
      };
    });
  const book = drawnBook({ name, kind, policy, ...(asOf !== undefined && { asOf }), sheets });
  const allowed = may.map((text) => {
    const [code = "", place = ""] = text.split(" ");
    const [at = "", cell] = place.split("!");
    return { code, sheet: kind.startsWith("csv") ? name : at, ...(cell !== undefined && { cell }) };
  });
  return { ...book, allowed: [...book.allowed, ...allowed] };
}

export const fourthScenes: Readonly<Record<string, (seed: number) => Book>> = Object.fromEntries(
  Object.entries({ ...lanxiForms, ...zhaoqingForms, ...countyForms, ...planForms }).map(([name, form]) => {
    const words = name.replaceAll(" ", "-");
    return [`fresh-fourth-${words}`, (seed: number): Book => bookOf(form, `${words}${seed}`)];
  }),
);
