/**
 * KAOHE.* as Excel sees them. Each is a few lines: the arguments named, the rule asked, the value given. What a function
 * says to the clerk stands in its comment, from which functions.json is made; the parameters carry Chinese names because
 * Excel shows them. A result's type stands in `@returns`, because a single row gives one value and a column spills.
 */
import { judgeAllOf, linesOf } from "../rules/all-of";
import { bonusPoints } from "../rules/bonus";
import { judgeBudget } from "../rules/budget";
import { judgeComposite } from "../rules/composite";
import { judgeEligibility } from "../rules/eligibility";
import { judgeEvidence } from "../rules/evidence";
import { creditedHours } from "../rules/grant";
import { explainRule } from "../rules/kinds";
import { judgePass } from "../rules/pass";
import { judgeQuota } from "../rules/quota";
import { nobodyKnown } from "../rules/who";
import { ageOn } from "../values/date";
import { countWords } from "../values/words";
import { textArgument } from "./arguments";
import { cycleOf, rubricTotal, sexOf, trainingHoursOf, yearOf } from "./by-row";
import { cellNumber, perRow, policyOf, run, settle, settleNumber } from "./call";
import { explanationLine } from "./explanation";
import { birthIn, idVerdict } from "./identity";
import { fieldOf, onlyRule, ruleNamed, ruleOfKind } from "./lookup";
import { notDecidable, words, wrongValue } from "./problem";

/**
 * 教师考核总分：各项得分之和加奖励加分。
 * @customfunction TEACHERSCORE TEACHERSCORE
 * @param 政策 政策名称（如“兰西2024秋”），或规则表的区域
 * @param 各项得分 按考核项目顺序的一行，或多行
 * @param [加分次数] 奖励加分的次数
 * @param [身份] 如“骨干教师”；不在加分范围内的身份不计加分
 * @returns {any[][]} 总分，不四舍五入
 */
export function teacherScore(政策: unknown[][], 各项得分: unknown[][], 加分次数?: unknown[][], 身份?: unknown[][]) {
  return run(() => {
    const judging = policyOf(政策);
    return perRow({ items: 各项得分, times: 加分次数, role: 身份 }, (of) => {
      const role = of("role");
      return rubricTotal(judging, "teacher", of, role.isOmitted ? null : role.text());
    });
  });
}

/**
 * 学校（单位）考核总分：平均分一栏填教师平均分，按比例折算并封顶。
 * @customfunction SCHOOLSCORE SCHOOLSCORE
 * @param 政策 政策名称（如“兰西2024秋”），或规则表的区域
 * @param 各项得分 按考核项目顺序的一行，或多行
 * @param [加分次数] 各项奖励加分的次数，最后一项填分数
 * @returns {any[][]} 总分，不四舍五入
 */
export function schoolScore(政策: unknown[][], 各项得分: unknown[][], 加分次数?: unknown[][]) {
  return run(() => {
    const judging = policyOf(政策);
    return perRow({ items: 各项得分, times: 加分次数 }, (of) => rubricTotal(judging, "school", of, null));
  });
}

/**
 * 是否达到合格线：合格或不合格；没有合格线时为 #N/A。
 * @customfunction PASSED PASSED
 * @param 政策 政策名称（如“兰西2024秋”），或规则表的区域
 * @param 规则 教师、校本、学校，或规则编号
 * @param 分数 一个或一列分数
 * @returns {any[][]} 合格 或 不合格
 */
export function passed(政策: unknown[][], 规则: unknown, 分数: unknown[][]) {
  return run(() => {
    const judging = policyOf(政策);
    const line = ruleOfKind(judging, textArgument(规则, "argument.rule"), "pass");
    return perRow({ score: 分数 }, (of) => words(settle(judgePass(line, of("score").one())) ? "pass.met" : "pass.unmet"));
  });
}

/**
 * 能否发结业证书：两项考核都达到合格线才发证。
 * @customfunction CERTIFIED CERTIFIED
 * @param 政策 政策名称（如“兰西2024秋”），或规则表的区域
 * @param 县级成绩 县级综合考核成绩
 * @param 校本成绩 校本考核成绩
 * @returns {any[][]} 发证 或 不发证
 */
export function certified(政策: unknown[][], 县级成绩: unknown[][], 校本成绩: unknown[][]) {
  return run(() => {
    const judging = policyOf(政策);
    const rule = onlyRule(judging, "all-of");
    const [first, second] = linesOf(judging, rule);
    if (!first || !second) throw notDecidable("rule.none");
    return perRow({ county: 县级成绩, schoolBased: 校本成绩 }, (of) => {
      const scores = new Map([
        [first.of, of("county").one()],
        [second.of, of("schoolBased").one()],
      ]);
      return settle(judgeAllOf(judging, rule, scores)) ? rule.met : rule.unmet;
    });
  });
}

/**
 * 综合成绩：各部分按规定的比例折算后相加。
 * @customfunction COMPOSITE COMPOSITE
 * @param 政策 政策名称（如“兰西2024秋”），或规则表的区域
 * @param 各部分成绩 按规则中的顺序的一行，或多行
 * @returns {any[][]} 综合成绩
 */
export function composite(政策: unknown[][], 各部分成绩: unknown[][]) {
  return run(() => {
    const judging = policyOf(政策);
    const rule = onlyRule(judging, "composite");
    const count = rule.parts.length;
    return perRow({ parts: 各部分成绩 }, (of) => settleNumber(judgeComposite(judging, rule, of("parts").numbers(count, count))));
  });
}

/**
 * 奖励加分：次数乘以每次的分数；没有资格的身份为 0。
 * @customfunction BONUS BONUS
 * @param 政策 政策名称（如“兰西2024秋”），或规则表的区域
 * @param 规则 规则的名称或编号
 * @param 次数 一个或一列次数
 * @param [身份] 如“骨干教师”
 * @returns {any[][]} 加分
 */
export function bonus(政策: unknown[][], 规则: unknown, 次数: unknown[][], 身份?: unknown[][]) {
  return run(() => {
    const judging = policyOf(政策);
    const rule = ruleOfKind(judging, textArgument(规则, "argument.rule"), "bonus");
    return perRow({ times: 次数, role: 身份 }, (of) => {
      const role = of("role");
      return settleNumber(bonusPoints(judging, rule, of("times").one(), role.isOmitted ? null : role.text()));
    });
  });
}

/**
 * 认定学时：县级和校本各按自己的合格线认定，相加。
 * @customfunction CREDITHOURS CREDITHOURS
 * @param 政策 政策名称（如“兰西2024秋”），或规则表的区域
 * @param 县级成绩 县级综合考核成绩
 * @param [校本成绩] 校本考核成绩
 * @returns {any[][]} 学时
 */
export function creditHours(政策: unknown[][], 县级成绩: unknown[][], 校本成绩?: unknown[][]) {
  return run(() => {
    const judging = policyOf(政策);
    return perRow({ county: 县级成绩, schoolBased: 校本成绩 }, (of) => {
      const schoolBased = of("schoolBased");
      const scores = new Map([["teacher", of("county").one()]]);
      if (!schoolBased.isOmitted) scores.set("school-based", schoolBased.one());
      return settleNumber(creditedHours(judging, scores));
    });
  });
}

/**
 * 培训折算学时：如 2.5 天折算为多少学时。
 * @customfunction TRAININGHOURS TRAININGHOURS
 * @param 政策 政策名称（如“兰西2024秋”），或规则表的区域
 * @param 数量 天数、半天数或学时数
 * @param 单位 天、半天或学时；分类别折算的政策写成“集中培训天”
 * @returns {any[][]} 学时
 */
export function trainingHours(政策: unknown[][], 数量: unknown[][], 单位: unknown[][]) {
  return run(() => {
    const judging = policyOf(政策);
    return perRow({ amount: 数量, unit: 单位 }, (of) => trainingHoursOf(judging, of("amount").one(), of("unit").text()));
  });
}

/**
 * 一年中各类学时还差多少：每类一列。
 * @customfunction HOURSGAP HOURSGAP
 * @param 政策 政策名称（如“兰西2024秋”），或规则表的区域
 * @param 各类学时 按规则中的顺序的一行，或多行
 * @returns {any[][]} 各类还差的学时
 */
export function hoursGap(政策: unknown[][], 各类学时: unknown[][]) {
  return run(() => {
    const judging = policyOf(政策);
    return perRow({ blocks: 各类学时 }, (of) => settle(yearOf(judging, of)).gaps.map((gap) => cellNumber(gap)));
  });
}

/**
 * 一年的学时任务是否完成。
 * @customfunction HOURSDONE HOURSDONE
 * @param 政策 政策名称（如“兰西2024秋”），或规则表的区域
 * @param 各类学时 按规则中的顺序的一行，或多行
 * @returns {any[][]} 完成 或 未完成
 */
export function hoursDone(政策: unknown[][], 各类学时: unknown[][]) {
  return run(() => {
    const judging = policyOf(政策);
    return perRow({ blocks: 各类学时 }, (of) => words(settle(yearOf(judging, of)).lacking.equals(0) ? "hours.done" : "hours.lacking"));
  });
}

/**
 * 周期内计入的学时：超过上限的不计。
 * @customfunction CYCLEHOURS CYCLEHOURS
 * @param 政策 政策名称（如“兰西2024秋”），或规则表的区域
 * @param 各年学时 按年份顺序的一行，或多行
 * @returns {any[][]} 计入的学时
 */
export function cycleHours(政策: unknown[][], 各年学时: unknown[][]) {
  return run(() => {
    const judging = policyOf(政策);
    return perRow({ years: 各年学时 }, (of) => cellNumber(settle(cycleOf(judging, of)).counted));
  });
}

/**
 * 周期内还差多少学时：周期总数所差与各年任务所差，取大的。
 * @customfunction CYCLEGAP CYCLEGAP
 * @param 政策 政策名称（如“兰西2024秋”），或规则表的区域
 * @param 各年学时 按年份顺序的一行，或多行
 * @returns {any[][]} 还差的学时
 */
export function cycleGap(政策: unknown[][], 各年学时: unknown[][]) {
  return run(() => {
    const judging = policyOf(政策);
    return perRow({ years: 各年学时 }, (of) => {
      const { lacking } = settle(cycleOf(judging, of));
      if (lacking === null) throw notDecidable("cycle.no-due");
      return cellNumber(lacking);
    });
  });
}

/**
 * 是否在对象范围内：按性别和年龄。
 * @customfunction ELIGIBLE ELIGIBLE
 * @param 政策 政策名称（如“兰西2024秋”），或规则表的区域
 * @param 性别 男 或 女
 * @param 出生日期 日期，或身份证号
 * @param [计算日期] 按哪一天算年龄；不填用政策规定的日期
 * @returns {any[][]} 在范围内 或 不在范围内
 */
export function eligible(政策: unknown[][], 性别: unknown[][], 出生日期: unknown[][], 计算日期?: unknown[][]) {
  return run(() => {
    const judging = policyOf(政策);
    const rule = onlyRule(judging, "eligibility");
    return perRow({ sex: 性别, birth: 出生日期, date: 计算日期 }, (of) => {
      const date = of("date");
      const person = { ...nobodyKnown, sex: sexOf(of("sex")), role: "", subject: "" };
      const outcome = judgeEligibility(judging, rule, person, birthIn(of("birth").cell()), date.isOmitted ? null : date.date());
      return words(settle(outcome) ? "eligible.in" : "eligible.out");
    });
  });
}

/**
 * 数量要求是否达标：如心得体会的字数、推门课的节数。
 * @customfunction EVIDENCE EVIDENCE
 * @param 政策 政策名称（如“兰西2024秋”），或规则表的区域
 * @param 规则 规则的名称或编号
 * @param 数量 一个或一列数量
 * @returns {any[][]} 达标 或 未达标
 */
export function evidence(政策: unknown[][], 规则: unknown, 数量: unknown[][]) {
  return run(() => {
    const judging = policyOf(政策);
    const rule = ruleOfKind(judging, textArgument(规则, "argument.rule"), "evidence");
    return perRow({ amount: 数量 }, (of) =>
      words(settle(judgeEvidence(judging, rule, of("amount").one())) ? "evidence.met" : "evidence.unmet"),
    );
  });
}

/**
 * 还差多少人：总数乘以比例，不足一人按一人算；有上限的规则，负数为超出。
 * @customfunction QUOTAGAP QUOTAGAP
 * @param 政策 政策名称（如“兰西2024秋”），或规则表的区域
 * @param 规则 规则的名称或编号
 * @param 人数 已达到的人数
 * @param 总人数 总人数
 * @param [地区] 县（市、区）名，比例因地而异时填写
 * @returns {any[][]} 还差的人数
 */
export function quotaGap(政策: unknown[][], 规则: unknown, 人数: unknown[][], 总人数: unknown[][], 地区?: unknown[][]) {
  return run(() => {
    const judging = policyOf(政策);
    const rule = ruleOfKind(judging, textArgument(规则, "argument.rule"), "quota");
    return perRow({ part: 人数, whole: 总人数, place: 地区 }, (of) => {
      const place = of("place");
      const where = place.isOmitted ? "" : place.text();
      return settleNumber(judgeQuota(judging, rule, of("part").one(), of("whole").one(), where));
    });
  });
}

/**
 * 经费还差多少：基数乘以比例，减去已安排的。
 * @customfunction BUDGETGAP BUDGETGAP
 * @param 政策 政策名称（如“兰西2024秋”），或规则表的区域
 * @param 规则 规则的名称或编号
 * @param 金额 已安排的经费
 * @param 基数 工资总额或公用经费预算总额
 * @returns {any[][]} 还差的金额
 */
export function budgetGap(政策: unknown[][], 规则: unknown, 金额: unknown[][], 基数: unknown[][]) {
  return run(() => {
    const judging = policyOf(政策);
    const rule = ruleOfKind(judging, textArgument(规则, "argument.rule"), "budget");
    return perRow({ money: 金额, base: 基数 }, (of) => settleNumber(judgeBudget(judging, rule, of("money").one(), of("base").one())));
  });
}

/**
 * 周岁：生日当天满岁。
 * @customfunction AGE AGE
 * @param 出生日期 日期，或身份证号
 * @param 计算日期 按哪一天计算
 * @returns {any[][]} 周岁
 */
export function age(出生日期: unknown[][], 计算日期: unknown[][]) {
  return run(() => {
    return perRow({ birth: 出生日期, date: 计算日期 }, (of) => {
      const years = ageOn(birthIn(of("birth").cell()), of("date").date());
      if (years < 0) throw wrongValue("age.before-birth");
      return years;
    });
  });
}

/**
 * 身份证号是否有效：长度、出生日期、校验码。
 * @customfunction IDCHECK IDCHECK
 * @param 身份证号 一个或一列身份证号
 * @returns {any[][]} 有效，或哪里不对
 */
export function idCheck(身份证号: unknown[][]) {
  return run(() => {
    return perRow({ id: 身份证号 }, (of) => idVerdict(of("id").cell()));
  });
}

/**
 * 字数：与文字处理软件的“字数”相同。
 * @customfunction WORDCOUNT WORDCOUNT
 * @param 文字 一段文字
 * @returns {any[][]} 字数
 */
export function wordCount(文字: unknown[][]) {
  return run(() => {
    return perRow({ text: 文字 }, (of) => countWords(String(of("text").cell() ?? "")));
  });
}

/**
 * 规则里的数：满分、合格线、学时、比例等，可用在自己的公式里。
 * @customfunction RULE RULE
 * @param 政策 政策名称（如“兰西2024秋”），或规则表的区域
 * @param 规则 规则的名称或编号
 * @param [栏目] 如“字数”“日期”；不填为主要的数
 * @returns {any} 数或文字
 */
export function rule(政策: unknown[][], 规则: unknown, 栏目?: unknown) {
  return run(() => {
    const judging = policyOf(政策);
    const found = ruleNamed(judging, textArgument(规则, "argument.rule"));
    return fieldOf(judging, found, textArgument(栏目, "argument.field"));
  });
}

/**
 * 依据：文件、条款和原文。
 * @customfunction CLAUSE CLAUSE
 * @param 政策 政策名称（如“兰西2024秋”），或规则表的区域
 * @param 规则 规则的名称或编号
 * @returns {string} 文件、条款和原文
 */
export function clause(政策: unknown[][], 规则: unknown) {
  return run(() => {
    const judging = policyOf(政策);
    const { clause: source } = ruleNamed(judging, textArgument(规则, "argument.rule"));
    const document = source.document ?? judging.pack.title;
    return words("clause.line", { document, at: source.at, quote: source.quote });
  });
}

/**
 * 计算过程：一行写出步骤、结论和条款。
 * @customfunction EXPLAIN EXPLAIN
 * @param 政策 政策名称（如“兰西2024秋”），或规则表的区域
 * @param 规则 规则的名称或编号
 * @param 各个值 一行，或多行
 * @returns {any[][]} 如 18+16+20+20+15=89 ≥ 60 → 合格，认定24学时（六.2）
 */
export function explain(政策: unknown[][], 规则: unknown, 各个值: unknown[][]) {
  return run(() => {
    const judging = policyOf(政策);
    const found = ruleNamed(judging, textArgument(规则, "argument.rule"));
    return perRow({ values: 各个值 }, (of) => explanationLine(explainRule(found, of("values").all(), judging)));
  });
}
