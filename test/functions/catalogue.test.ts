/** The worked examples of the catalogue, called as a clerk would call them in a cell. */
import { ExcelError, installExcelErrors, kaohe as functions, messageOf, valueOrError } from "./excel-errors";

beforeAll(installExcelErrors);

function call(name: string, ...args: readonly unknown[]): unknown {
  const run = functions[name];
  if (!run) throw new Error(name);
  return run(...args);
}

const lanxi = "兰西2024秋";

describe("兰西：教师考核", () => {
  test.each([
    ["18、16、20、20、15，没有加分：89 分", [18, 16, 20, 20, 15], 89],
    ["五项都是 12 分：60 分", [12, 12, 12, 12, 12], 60],
    ["12、12、12、12、11.99：59.99 分，不进到 60", [12, 12, 12, 12, 11.99], 59.99],
  ])("%s", (_says, items, total) => {
    expect(call("teacherScore", lanxi, [items])).toBe(total);
  });

  test("五项都是 11 分，骨干教师加分 1 次：60 分；一般教师不计加分：55 分", () => {
    expect(call("teacherScore", lanxi, [[11, 11, 11, 11, 11]], [[1]], [["骨干教师"]])).toBe(60);
    expect(call("teacherScore", lanxi, [[11, 11, 11, 11, 11]], [[1]], [["一般教师"]])).toBe(55);
  });

  test("有一项 21 分，超过满分 20 分：不接受，并说出是哪一项", () => {
    const refused = () => call("teacherScore", lanxi, [[20, 20, 20, 20, 21]]);
    expect(valueOrError(refused)).toBe("#VALUE!");
    expect(messageOf(refused)).toContain("活动反思是 21 分，超过满分 20 分");
  });

  test("选一列多行：每行一个结果，有错的一行自己报错，不影响别的行", () => {
    const result = call("teacherScore", lanxi, [
      [18, 16, 20, 20, 15],
      [20, 20, 20, 20, 21],
      [12, 12, 12, 12, "缺"],
      ["１２", " 12 ", 12, 12, null],
    ]);
    expect(result).toEqual([[89], [expect.any(ExcelError)], [expect.any(ExcelError)], [48]]);
  });
});

describe("兰西：合格、发证、学时", () => {
  test.each([
    [89, "合格"],
    [60, "合格"],
    [59.99, "不合格"],
    [59.995, "不合格"],
    [59.99999999999999, "合格"],
  ])("教师 %p 分：%s", (score, word) => {
    expect(call("passed", lanxi, "教师", score)).toBe(word);
  });

  test.each([
    [60, 80, 36, "发证"],
    [95, 79.5, 24, "不发证"],
    [59.99, 80, 12, "不发证"],
    [59, 79, 0, "不发证"],
  ])("县级 %p 分、校本 %p 分：%p 学时，%s", (county, schoolBased, hours, certificate) => {
    expect(call("creditHours", lanxi, county, schoolBased)).toBe(hours);
    expect(call("certified", lanxi, county, schoolBased)).toBe(certificate);
  });

  test("没有规定学校的合格线：#N/A", () => {
    expect(valueOrError(() => call("passed", lanxi, "学校", 90))).toBe("#N/A");
  });
});

describe("兰西：学校考核", () => {
  const mean = (89 + 60 + 59.99) / 3;

  test("平均分 69.663… 折 41.798 分，承办 1 次、外派 3 人次：83.798 分", () => {
    expect(call("schoolScore", lanxi, [[10, 9, mean, 10, 8]], [[1, 3, 0]])).toBe(83.798);
  });

  test("平均分 104：该项 60 分，不是 62.4 分", () => {
    expect(call("schoolScore", lanxi, [[0, 0, 104, 0, 0]])).toBe(60);
  });
});

describe("肇庆", () => {
  test("30/42/18：完成；40/42/8：个人选修课差 10，未完成", () => {
    expect(call("hoursGap", "zhaoqing-annual", [[30, 42, 18]])).toEqual([[0, 0, 0]]);
    expect(call("hoursDone", "zhaoqing-annual", [[30, 42, 18]])).toBe("完成");
    expect(call("hoursGap", "zhaoqing-annual", [[40, 42, 8]])).toEqual([[0, 0, 10]]);
    expect(call("hoursDone", "zhaoqing-annual", [[40, 42, 8]])).toBe("未完成");
  });

  test("2.5 天折 20 学时；2.25 天不是半天的整倍数，不接受", () => {
    expect(call("trainingHours", "zhaoqing-annual", 2.5, "天")).toBe(20);
    expect(valueOrError(() => call("trainingHours", "zhaoqing-annual", 2.25, "天"))).toBe("#VALUE!");
    expect(call("trainingHours", "zhaoqing-annual", 3, "半天")).toBe(12);
    expect(call("trainingHours", "zhaoqing-annual", 7, "学时")).toBe(7);
  });

  test("怀集县 1000 人培训 700 人：够；端州区同样的数：差 100；333 人培训 266 人：差 1", () => {
    expect(call("quotaGap", "zhaoqing-annual", "zhaoqing.quota.county", 700, 1000, "怀集县")).toBe(0);
    expect(call("quotaGap", "zhaoqing-annual", "zhaoqing.quota.county", 700, 1000, "端州区")).toBe(100);
    expect(call("quotaGap", "zhaoqing-annual", "zhaoqing.quota.county", 266, 333)).toBe(1);
  });

  test("五年 450，每年 90：总数够但有一年少 10，仍差 10", () => {
    expect(call("cycleGap", "zhaoqing-annual", [[90, 90, 90, 90, 90]])).toBe(0);
    expect(call("cycleGap", "zhaoqing-annual", [[100, 80, 90, 90, 90]])).toBe(10);
    expect(call("cycleGap", "zhaoqing-annual", [[90, 90]])).toBe(270);
  });

  test("经费：工资总额 1000 万的 2% 是 20 万，已安排 15 万，差 5 万", () => {
    expect(call("budgetGap", "zhaoqing-annual", "zhaoqing.budget.government", 15, 1000)).toBe(5);
    expect(call("budgetGap", "zhaoqing-annual", "zhaoqing.budget.government", 20, 1000)).toBe(0);
  });
});

describe("岳阳、湘西、各校计划", () => {
  test("岳阳：五年 150 分只计 120 分；没有规定应取得多少，差多少是 #N/A", () => {
    expect(call("cycleHours", "yueyang-school-based", [[30, 30, 30, 30, 30]])).toBe(120);
    expect(call("cycleHours", "yueyang-school-based", [[40, 0, 40, 20, 20]])).toBe(120);
    expect(valueOrError(() => call("cycleGap", "yueyang-school-based", [[30, 30, 30, 30, 30]]))).toBe("#N/A");
  });

  test("湘西：1956-06-10 出生的男教师 55 岁，在范围内；1955-06-10 出生的 56 岁，不在", () => {
    expect(call("eligible", "xiangxi-growth-plan", "男", "1956-06-10")).toBe("在范围内");
    expect(call("eligible", "xiangxi-growth-plan", "男", "1955-06-10")).toBe("不在范围内");
  });

  test("篇七：校本 90、集中 70，综合 74，按假定的 60 分合格", () => {
    expect(call("composite", "plan7", [[90, 70]])).toBe(74);
    expect(call("passed", "plan7", "plan7.pass", 74)).toBe("合格");
  });

  test("篇一：40 周岁以内每月 2 本，以上 1 本；不知年龄时，2 本一定达标，1 本不能判断", () => {
    expect(call("rule", "plan1", "plan1.reading", "40周岁以内")).toBe(2);
    expect(call("evidence", "plan1", "plan1.reading", 2)).toBe("达标");
    expect(valueOrError(() => call("evidence", "plan1", "plan1.reading", 1))).toBe("#N/A");
  });

  test("篇二：中层听课 30 节，校内 9 节够，8 节差 1；40 节中 10 节差 2", () => {
    const gap = (part: number, whole: number) => call("quotaGap", "plan2", "plan2.observation.own-school", part, whole);
    expect([gap(9, 30), gap(8, 30), gap(10, 40)]).toEqual([0, 1, 2]);
  });

  test("县级骨干约 15%：超过上限为负数", () => {
    expect(call("quotaGap", "plan9", "plan9.quota.county-key", 17, 100)).toBe(0);
    expect(call("quotaGap", "plan9", "plan9.quota.county-key", 20, 100)).toBe(-3);
    expect(call("quotaGap", "plan9", "plan9.quota.county-key", 12, 100)).toBe(1);
  });
});

describe("依据和过程", () => {
  test("一行写出步骤、结论和条款", () => {
    expect(call("explain", lanxi, "教师", [[18, 16, 20, 20, 15]])).toBe("18+16+20+20+15=89 ≥ 60 → 合格，认定24学时（六.2）");
    expect(call("explain", lanxi, "教师", [[12, 12, 12, 12, 11.99]])).toBe("12+12+12+12+11.99=59.99 < 60 → 不合格，认定0学时（六.2）");
  });

  test("规则里的数可以取用", () => {
    expect(call("rule", lanxi, "教师")).toBe(60);
    expect(call("rule", lanxi, "心得体会")).toBe(20);
    expect(call("rule", lanxi, "心得体会", "字数")).toBe(1000);
    expect(call("clause", lanxi, "教师")).toContain("六.2：“教师考核：满分100分。");
  });

  test("没有这个政策、没有这条规则：说清楚", () => {
    expect(messageOf(() => call("passed", "没有", "教师", 60))).toContain("没有叫“没有”的政策");
    expect(messageOf(() => call("rule", lanxi, "没有"))).toContain("没有叫“没有”的规则");
  });
});

describe("不靠政策的函数", () => {
  test("周岁：生日当天满岁；2 月 29 日出生，平年 3 月 1 日满岁", () => {
    expect(call("age", "1956-06-10", "2011-06-10")).toBe(55);
    expect(call("age", "1956-06-10", "2011-06-09")).toBe(54);
    expect(call("age", "2004-02-29", "2023-02-28")).toBe(18);
    expect(call("age", "2004-02-29", "2023-03-01")).toBe(19);
  });

  test("身份证号：校验码、小写 x、15 位", () => {
    expect(call("idCheck", "11010519491231002X")).toBe("有效");
    expect(call("idCheck", "11010519491231002x")).toBe("有效");
    expect(call("idCheck", "110105194912310021")).toBe("校验码不对");
    expect(call("idCheck", "110105491231002")).toContain("15 位");
  });

  test("字数：汉字和全角符号各算一个，连写的其他字符算一个", () => {
    expect(call("wordCount", "2024年9月")).toBe(4);
    expect(call("wordCount", "")).toBe(0);
  });
});

test("错误值和空白：错误值只坏自己一行，空白按 0 计", () => {
  const result = call("passed", lanxi, "教师", [[60], [{ code: "#N/A" }], [null], [""]]);
  expect(result).toEqual([["合格"], [expect.any(ExcelError)], ["不合格"], ["不合格"]]);
});

test("行数不一样的区域：说出是哪一个参数", () => {
  const refused = () => call("creditHours", lanxi, [[60], [70], [80]], [[80], [90]]);
  expect(messageOf(refused)).toContain("“校本成绩”有 2 行，其他参数有 3 行");
});
