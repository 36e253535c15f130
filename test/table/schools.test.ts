/** Whole forms as schools and counties draw them, each with all its columns: what hand-made forms have taught us. */
import plan1 from "../../src/policy/packs/plan1.json";
import plan2 from "../../src/policy/packs/plan2.json";
import plan9 from "../../src/policy/packs/plan9.json";
import xiangxi from "../../src/policy/packs/xiangxi-growth-plan.json";
import yueyang from "../../src/policy/packs/yueyang-school-based.json";
import { packSchema } from "../../src/policy/schema";
import { lanxiPack, zhaoqingPack } from "./packs";
import { columnsOf, otherRowsOf, placeOf, tablesOf } from "./saying";
import { sheetFrom, workbookOf, type Written } from "./sheet";
import { readTables } from "../../src/table/read";

const items = ["心得体会", "有效评课", "培训学时", "教学设计", "活动反思"];
const scored: Written[] = [18, 16, 20, 20, 15, 89];

describe("兰西", () => {
  test("every item with its evidence beside it", () => {
    const header = [
      "序号",
      "姓名",
      "心得体会字数",
      "心得体会得分",
      "评课字数",
      "评课得分",
      "平台学时",
      "平台得分",
      "推门课节数",
      "教学设计得分",
      "反思字数",
      "反思得分",
    ];
    const rest = ["加分次数", "加分", "总分", "等次", "校本得分", "应得学时", "结业证"];
    const [table] = tablesOf(
      sheetFrom([
        [...header, ...rest],
        [1, "张三", 1000, 18, 800, 16, 10, 20, 2, 20, 800, 20, 1, 5, 99, "合格", 88, 36, "发证"],
      ]),
      [lanxiPack],
    );
    expect(columnsOf(table).replace(/lanxi\.teacher\./g, "")).toBe(
      "A:number B:name C:reflection.words D:reflection E:review.words F:review G:platform-hours.hours H:platform-hours " +
        "I:lesson-design.lessons J:lesson-design K:activity-reflection.words L:activity-reflection " +
        "M:times N:bonus O:total P:result Q:lanxi.school-based.pass R:credited S:lanxi.certificate",
    );
  });

  test("a school's form with dates under the plan and the mean under its item", () => {
    const rows = [
      [
        "序号",
        "单位",
        "培训计划、总结（10分）",
        null,
        null,
        "集中培训（10分）",
        "教师培训得分平均分（60分）",
        null,
        "外派培训任务完成情况（10分）",
        "平时材料上报（10分）",
        "奖励加分",
        null,
        null,
        "总分",
      ],
      [
        null,
        null,
        "计划上传日期",
        "总结上传日期",
        "得分",
        null,
        "平均分",
        "得分",
        null,
        null,
        "提供现场（次）",
        "派出人员（人次）",
        "临时性工作（分）",
        null,
      ],
      [1, "兰西一中", "2024.9.20", "2024.12.25", 10, 10, 69.66, 41.8, 10, 8, 1, 3, 0, 83.8],
    ];
    const merges = ["A1:A2", "B1:B2", "C1:E1", "F1:F2", "G1:H1", "I1:I2", "J1:J2", "K1:M1", "N1:N2"];
    const [table] = tablesOf(sheetFrom(rows, { merges }), [lanxiPack]);
    expect(placeOf(table)).toBe("school-assessment A1:N2 A3:N3 1");
    expect(columnsOf(table).replace(/lanxi\.school\./g, "")).toBe(
      "A:number B:school C:plan-summary.plan D:plan-summary.summary E:plan-summary F:central-training G:? H:teacher-average " +
        "I:dispatch J:materials K:bonus.host L:bonus.dispatch M:bonus.task N:total",
    );
  });

  test("the names in the lower row, the group alone above them", () => {
    const rows = [
      ["兰西县教师考核"],
      [null, null, "考核项目（100分）", null, null, null, null, null],
      ["序号", "姓名", ...items.map((item) => `${item}\n(20分)`), "综合考核成绩"],
      [1, "张三", ...scored],
    ];
    const [table] = tablesOf(sheetFrom(rows, { merges: ["A1:H1", "C2:G2"] }), [lanxiPack]);
    expect(placeOf(table)).toBe("teacher-assessment A2:H3 A4:H4 1");
    expect(table?.columns[2]?.points).toBe(20);
  });

  test("departments merged down, the sum above all records", () => {
    const rows = [
      ["教研组", "序号", "姓名", ...items, "总分"],
      ["合计", null, null, ...scored],
      ["语文组", 1, "张三", ...scored],
      [null, 2, "李四", ...scored],
      ["小计", null, "2人", ...scored],
      ["数学组", 3, "王五", ...scored],
    ];
    const [table] = tablesOf(sheetFrom(rows, { merges: ["A3:A4"] }), [lanxiPack]);
    expect(placeOf(table)).toBe("teacher-assessment A1:I1 A3:I6 3");
    expect(otherRowsOf(table)).toBe("2 total, 5 subtotal");
  });

  test("a date and 以下空白 below the records are none", () => {
    const rows = [
      ["序号", "姓名", ...items, "总分"],
      [1, "张三", ...scored],
      ["（以下空白）"],
      [null, null, null, null, null, null, null, "2024年12月30日"],
    ];
    expect(placeOf(tablesOf(sheetFrom(rows), [lanxiPack])[0])).toBe("teacher-assessment A1:H1 A2:H2 1");
  });

  test("a narrow blank column within the table does not divide it, a small table of figures beside it stands apart", () => {
    const spaced = [
      ["序号", "姓名", ...items, null, "综合考核成绩", "考核结果"],
      [1, "张三", ...scored.slice(0, 5), null, 89, "合格"],
    ];
    expect(placeOf(tablesOf(sheetFrom(spaced), [lanxiPack])[0])).toBe("teacher-assessment A1:J1 A2:J2 1");
    const beside = [
      ["序号", "姓名", ...items, "总分", null, "统计项目", "人数"],
      [1, "张三", ...scored, null, "合格", 2],
      [2, "李四", ...scored, null, "不合格", 0],
    ];
    expect(tablesOf(sheetFrom(beside), [lanxiPack]).map(placeOf)).toEqual(["teacher-assessment A1:H1 A2:H3 2"]);
  });

  test("the sheet of the scoring rules and a sheet of choices are no tables of ours", () => {
    expect(
      tablesOf(
        sheetFrom([
          ["考核项目", "满分", "评分标准", "备注"],
          ["心得体会", 20, "1000字以上"],
          ["有效评课", 20, "800字以上"],
        ]),
        [lanxiPack],
      ),
    ).toEqual([]);
    expect(
      tablesOf(
        sheetFrom([
          ["学段", "职称", "考核结果"],
          ["小学", "一级教师", "合格"],
          ["初中", "二级教师", "不合格"],
        ]),
        [lanxiPack],
      ),
    ).toEqual([]);
  });
});

describe("肇庆", () => {
  test("a ledger with more columns than are asked for", () => {
    const header = [
      "序号",
      "单位",
      "姓名",
      "身份证号码",
      "培训项目（班次）",
      "培训级别",
      "起止时间",
      "培训天数",
      "缺勤天数",
      "认定学时",
      "证书编号",
      "备注",
    ];
    const [table] = tablesOf(sheetFrom([header, [1, "端州中学", "张三", "44", "师德专题", "市级", "2024.7.1-7.3", 3, 0, 24, "A01"]]), [
      zhaoqingPack,
    ]);
    expect(placeOf(table)).toBe("hours-log A1:L1 A2:L2 1");
    expect(columnsOf(table)).toBe("A:number B:school C:name D:id E:project F:category G:date H:days I:absence J:hours K:- L:note");
  });

  test("a person's card stands above the table and gives its captions", () => {
    const rows = [
      ["教师继续教育登记表"],
      ["姓名", "张三", "性别", "男", "职称", "一级教师"],
      ["学校", "端州中学", "学科", "语文", "身份证号", "44"],
      ["序号", "培训项目", "培训类别", "培训时间", "学时", "备注"],
      [1, "师德专题", "公需课", "2024.9.1", 8],
    ];
    const [table] = tablesOf(sheetFrom(rows, { merges: ["A1:F1"] }), [zhaoqingPack]);
    expect(placeOf(table)).toBe("hours-log A4:F4 A5:F5 1");
    expect(table?.captions.map((caption) => [caption.key, caption.text])).toContainEqual(["name", "张三"]);
  });

  test("应修 and 实修 under each block: what was earned is read", () => {
    const blocks = ["公需课", "专业课", "个人选修课", "合计"];
    const rows = [
      ["序号", "姓名", ...blocks.flatMap((block) => [block, null]), "完成情况"],
      [null, null, ...blocks.flatMap(() => ["应修", "实修"]), null],
      [1, "张三", 30, 30, 42, 42, 18, 18, 90, 90, "完成"],
    ];
    const merges = ["A1:A2", "B1:B2", "C1:D1", "E1:F1", "G1:H1", "I1:J1", "K1:K2"];
    expect(columnsOf(tablesOf(sheetFrom(rows, { merges }), [zhaoqingPack])[0]).replace(/zhaoqing\.annual\./g, "")).toBe(
      "A:number B:name C:- D:public E:- F:professional G:- H:elective I:- J:total K:claim",
    );
  });

  test("a cycle with the blocks of each year: the year's sum is the year", () => {
    const rows = [
      ["序号", "姓名", "2023年度", null, null, "2024年度", null, null, "五年合计", "是否达到450学时"],
      [null, null, "公需", "专业", "小计", "公需", "专业", "小计", null, null],
      [1, "张三", 30, 60, 90, 30, 60, 90, 180, "否"],
    ];
    const [table] = tablesOf(sheetFrom(rows, { name: "周期汇总", merges: ["A1:A2", "B1:B2", "C1:E1", "F1:H1", "I1:I2", "J1:J2"] }), [
      zhaoqingPack,
    ]);
    expect(placeOf(table)).toBe("hours-cycle A1:J2 A3:J3 1");
    expect(columnsOf(table)).toBe("A:number B:name C:- D:- E:year1 F:- G:- H:year2 I:total J:claim");
  });

  test("one row a level of training", () => {
    const rows = [
      ["县（市、区）", "培训级别", "教师总数（人）", "应培训比例", "已培训人数（人）", "培训覆盖率", "是否达标"],
      ["怀集县", "县级", 1000, "70%", 700, "70%", "达标"],
      ["全市合计", null, 2000, null, 900],
    ];
    const [table] = tablesOf(sheetFrom(rows), [zhaoqingPack]);
    expect(placeOf(table)).toBe("quota A1:G1 A2:G2 1");
    expect(columnsOf(table)).toBe("A:place B:category C:whole D:- E:part F:share G:claim");
  });

  test("money", () => {
    expect(
      columnsOf(
        tablesOf(
          sheetFrom([
            ["县区", "教师工资总额(万元)", "继续教育专项经费(万元)", "比例(%)"],
            ["端州区", 1000, 20, "2%"],
          ]),
          [zhaoqingPack],
        )[0],
      ),
    ).toBe("A:place B:base C:amount D:share");
  });
});

describe("other policies", () => {
  test("湘西: five sources of assessment, plans and their dates, money", () => {
    const pack = packSchema.parse(xiangxi);
    const sources = [
      ["序号", "姓名", "教师自评", "团队互评", "学生参评", "校长导评", "专家审评", "综合成绩"],
      [1, "张三", 90, 90, 90, 90, 90, 90],
    ];
    expect(columnsOf(tablesOf(sheetFrom(sources), [pack])[0]).replace(/xiangxi\.evaluation\./g, "")).toBe(
      "A:number B:name C:sources.self D:sources.team E:sources.students F:sources.principal G:sources.experts H:total",
    );
    const roster = [
      ["序号", "姓名", "性别", "出生年月", "单位", "职务", "是否在参加范围内", "规划书制订日期"],
      [1, "张三", "男", "1956.6.10", "一中", "教师", "是", "2011-6-10"],
    ];
    expect(columnsOf(tablesOf(sheetFrom(roster), [pack])[0])).toBe(
      "A:number B:name C:sex D:birth E:school F:role G:xiangxi.scope H:xiangxi.plan.deadline",
    );
    const plans = [
      ["单位", "教师总数", "已制定规划人数", "比例"],
      ["一中", 100, 80, "80%"],
    ];
    expect(columnsOf(tablesOf(sheetFrom(plans), [pack])[0])).toBe("A:school B:whole C:part D:share");
  });

  test("岳阳: a cycle of credits with the cap", () => {
    const header = [
      "序号",
      "姓名",
      "学校",
      "2019—2020学年",
      "2020—2021学年",
      "2021—2022学年",
      "2022—2023学年",
      "2023—2024学年",
      "五年累计学分",
      "计入学分",
    ];
    const [table] = tablesOf(sheetFrom([header, [1, "张三", "一中", 30, 30, 30, 30, 30, 150, 120]]), [packSchema.parse(yueyang)]);
    expect(columnsOf(table)).toBe("A:number B:name C:school D:year1 E:year2 F:year3 G:year4 H:year5 I:total J:credited");
  });

  test("lessons heard, those in the own school among them, and books read", () => {
    const rows = [
      ["序号", "姓名", "职务", "听课节数", null, "读书本数", "读书笔记（篇）"],
      [null, null, null, "总节数", "其中：本校", null, null],
      [1, "张三", "中层", 30, 9, 2, 2],
    ];
    const merges = ["A1:A2", "B1:B2", "C1:C2", "D1:E1", "F1:F2", "G1:G2"];
    expect(columnsOf(tablesOf(sheetFrom(rows, { merges }), [packSchema.parse(plan2)])[0])).toBe(
      "A:number B:name C:role D:plan2.observation E:part F:plan2.reading G:plan2.reading.notes",
    );
  });

  test("two quotas of key teachers with their shares", () => {
    const header = ["学校", "中小学教师总数", "市级骨干教师人数", "县级骨干教师人数", "市级骨干比例", "县级骨干比例"];
    expect(
      columnsOf(tablesOf(sheetFrom([header, ["一中", 100, 10, 15, "10%", "15%"]]), [packSchema.parse(plan9)])[0]).replace(
        /plan9\.quota\./g,
        "",
      ),
    ).toBe("A:school B:whole C:city-key D:county-key E:city-key.share F:county-key.share");
  });

  test("a roster of which the policy does not speak is read beside a table that it judges, and alone it is none of ours", () => {
    const pack = packSchema.parse(plan1);
    const roster = sheetFrom(
      [
        ["序号", "姓名", "性别", "出生年月", "学校"],
        [1, "张三", "男", "1980.1", "一中"],
      ],
      { name: "花名册" },
    );
    const reading = sheetFrom(
      [
        ["序号", "姓名", "读书本数", "达标情况"],
        [1, "张三", 2, "达标"],
      ],
      { name: "读书" },
    );
    expect(readTables(workbookOf(roster, reading), [pack]).tables.map((table) => table.kind)).toEqual(["roster", "observation"]);
    expect(readTables(workbookOf(roster), [pack]).tables).toEqual([]);
  });
});
