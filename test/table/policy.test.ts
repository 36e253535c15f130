/** Which policy a workbook is of, where nobody says: all its sheets and all that stands in them are looked at together. */
import { packs } from "../../src/policy/library";
import { readTables } from "../../src/table/read";
import { sheetFrom, workbookOf, type Written } from "./sheet";

type Rows = readonly (readonly Written[])[];

function policiesOf(...sheets: readonly Rows[]): string {
  const named = sheets.map((rows, at) => sheetFrom(rows, { name: `Sheet${at + 1}` }));
  const { tables } = readTables(workbookOf(...named), packs, { asOf: "2025-01-10" });
  return tables.map(({ pack, kind }) => `${pack.id} ${kind}`).join(", ");
}

const rosterHeader = ["序号", "姓名", "性别", "出生日期", "任教学科", "学校"];
const rosterOf = (births: readonly string[]): Rows => [
  ["参训教师名单"],
  rosterHeader,
  ...births.map((birth, at) => [at + 1, `王小${"一二三四五六七八"[at] ?? ""}`, at % 2 === 0 ? "男" : "女", birth, "语文", "实验小学"]),
];

test("a list of men of 45 to 55 and women of 40 to 50 is of the policy that is for them", () => {
  expect(policiesOf(rosterOf(["1972-03-01", "1980-04-01", "1975-05-01", "1979-08-01", "1973-01-01", "1982-02-01"]))).toBe("plan7 roster");
});

test("a list of people of up to 40 is of the policy that is for them", () => {
  expect(policiesOf(rosterOf(["1990-03-01", "1993-04-01", "1986-05-01", "1989-08-01", "1995-01-01", "1992-02-01"]))).toBe("plan3 roster");
});

test("books read beside a birth date are judged by age: the policy that does so", () => {
  const rows = [
    ["序号", "姓名", "出生年月", "读书本数", "完成情况"],
    [1, "张三", "1985-03-01", 2, "完成"],
    [2, "李四", "1975-03-01", 1, "完成"],
  ];
  expect(policiesOf(rows)).toBe("plan1 observation");
});

test("a log goes with the yearly sheet beside it", () => {
  const log = [
    ["序号", "姓名", "培训项目", "培训类别", "培训日期", "学时"],
    [1, "张三", "师德培训", "全员培训", "2024.5.6", 84],
    [2, "张三", "班主任研修", "班主任专题培训", "2024.6.6", 32],
  ];
  const year = [
    ["序号", "姓名", "岗位", "全员培训学时", "班主任专题培训学时", "是否完成"],
    [1, "张三", "班主任", 84, 32, "完成"],
  ];
  expect(policiesOf(log, year)).toBe("plan9 hours-log, plan9 hours-year");
});

test("the counties in the rows tell whose budget it is", () => {
  const rows = [
    ["教师培训经费落实情况表"],
    ["序号", "县市", "教师年工资总额", "培训经费", "是否达标"],
    [1, "吉首市", 1000000, 15000, "是"],
    [2, "凤凰县", 1000000, 15000, "是"],
    [3, "花垣县", 1000000, 15000, "是"],
  ];
  expect(policiesOf(rows)).toBe("xiangxi-growth-plan budget");
});

test("the documents in the rows tell which policy asks for them", () => {
  const rows = [["材料清单"], ["序号", "材料名称", "有无"], [1, "校本教研制度", "有"], [2, "校本科研制度", "有"], [3, "激励制度", "无"]];
  expect(policiesOf(rows)).toBe("yueyang-school-based submissions");
});

describe("a workbook that has nothing to do with the training of teachers", () => {
  test.each<[string, Rows]>([
    [
      "wages",
      [
        ["序号", "姓名", "职务", "基本工资", "奖金", "合计"],
        [1, "张三", "教师", 3000, 500, 3500],
      ],
    ],
    [
      "pupils",
      [
        ["学号", "姓名", "性别", "出生日期", "家长电话"],
        [1, "张三", "男", "2014-05-01", "138"],
      ],
    ],
    [
      "an examination of pupils",
      [
        ["姓名", "出勤", "作业", "总分", "等级"],
        ["张三", 20, 30, 90, "合格"],
        ["李四", 20, 30, 90, "合格"],
      ],
    ],
    [
      "purchases",
      [
        ["序号", "品名", "单位", "数量", "单价", "合计", "备注"],
        [1, "粉笔", "盒", 3, 5, 15, ""],
      ],
    ],
    [
      "leave",
      [
        ["姓名", "部门", "请假类别", "开始日期", "天数", "备注"],
        ["张三", "教务处", "事假", "2024-10-01", 2, ""],
      ],
    ],
    ["an address list of teachers", [["教师通讯录"], ["姓名", "学校", "学科", "职务", "电话"], ["张三", "一小", "语文", "教师", "138"]]],
  ])("is not read: %s", (_, rows) => {
    expect(policiesOf(rows)).toBe("");
  });

  test("a sheet of pupils beside the teachers' scores is none of ours, even where the policy was chosen", () => {
    const scores = [
      ["姓名", "心得体会", "有效评课", "平台培训", "教学设计", "活动反思", "总分"],
      ["王伟", 18, 18, 18, 18, 18, 90],
    ];
    const pupils = [["三年级学生花名册"], ["学号", "姓名", "性别", "出生日期", "家长电话"], [1, "张三", "男", "2014-05-01", "138"]];
    const sheets = [scores, pupils].map((rows, at) => sheetFrom(rows, { name: `Sheet${at + 1}` }));
    const lanxi = packs.filter(({ id }) => id === "lanxi-2024-autumn");
    expect(readTables(workbookOf(...sheets), lanxi).tables.map(({ kind }) => kind)).toEqual(["teacher-assessment"]);
  });
});

test("a title of a year's sums names no log, though both are of 培训学时", () => {
  const rows = [
    ["教师年度培训学时统计表"],
    ["序号", "姓名", "人员类型", "年度全员培训学时", "班主任专项培训学时", "新教师学时", "达标否"],
    [1, "周永利", "教师", 84, 30, 60, "达标"],
    [2, "胡广志", "班主任", 84, 30, 60, "达标"],
    [3, "卢桂英", "新教师", 84, 30, 60, "达标"],
  ];
  expect(policiesOf(rows)).toBe("plan9 hours-year");
});

test("stated ages tell whom a list is for as birth dates do", () => {
  const header = ["序号", "姓名", "性别", "年龄", "任教学科", "学校"];
  const ages = [30, 26, 35, 33, 28, 38];
  const rows = ages.map((age, at) => [at + 1, `王小${"一二三四五六"[at] ?? ""}`, at % 2 === 0 ? "男" : "女", age, "语文", "实验小学"]);
  expect(policiesOf([["参训教师名单"], header, ...rows])).toBe("plan3 roster");
});

test("a list of filed projects with their days is of the policy that sets a day", () => {
  const rows = [
    ["县级教师培训项目备案登记表"],
    ["序号", "项目名称", "培训机构", "备案日期", "备注"],
    [1, "小学数学骨干教师培训", "教师发展中心", "2024-07-20", ""],
    [2, "幼儿园园长培训", "教师发展中心", "2024-07-29", ""],
  ];
  expect(policiesOf(rows)).toBe("zhaoqing-annual submissions");
});
