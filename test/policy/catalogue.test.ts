/** The catalogue of rules against the packs: every rule is there, with the number that its clause states. */
import { packById, packs } from "../../src/policy/library";
import { findRule } from "../../src/policy/resolve";
import type { Rule } from "../../src/policy/schema";
import catalogue from "./catalogue.json";

const everyId = Object.entries(catalogue).flatMap(([pack, ids]) => ids.map((id) => [pack, id] as const));

test("目录里的每个文件都有一个政策包，顺序也相同", () => {
  expect(packs.map((pack) => pack.id)).toEqual(Object.keys(catalogue));
});

test.each(everyId)("%s 里有规则 %s", (packId, id) => {
  expect(packById(packId)?.rules.map((rule) => rule.id)).toContain(id);
});

test.each(packs.map((pack) => [pack.name, pack] as const))("%s 多出来的规则都挂在目录里的规则或条款之下", (_name, pack) => {
  const known = Object.values(catalogue).flat();
  const supporting = ["lanxi.teacher.hours", "lanxi.school-based.plan", "lanxi.school.pass", "plan7.pass"];
  const strangers = pack.rules
    .map((rule) => rule.id)
    .filter((id) => !known.includes(id) && !supporting.includes(id))
    .filter((id) => !known.some((parent) => id.startsWith(`${parent}.`)));
  expect(strangers).toEqual([]);
});

test.each([
  ["五年一周期不少于360学时", "lanxi.cycle", { years: 5, hours: 360 }],
  ["心得体会20分", "lanxi.teacher.reflection", { of: "teacher", points: 20 }],
  ["心得体会1000字以上", "lanxi.teacher.reflection.words", { min: 1000, unit: "字" }],
  ["有效评课800字以上", "lanxi.teacher.review.words", { min: 800, unit: "字" }],
  ["平台认定10学时", "lanxi.teacher.platform-hours.hours", { min: 10, unit: "学时" }],
  ["平台学习截至2024年9月30日", "lanxi.teacher.platform-hours.date", { due: { by: "2024-09-30" } }],
  ["推门课不少于2节", "lanxi.teacher.lesson-design.lessons", { min: 2, unit: "节" }],
  ["活动反思800字以上", "lanxi.teacher.activity-reflection.words", { min: 800, unit: "字" }],
  ["教师奖励加分每次5分", "lanxi.teacher.bonus", { points: 5, roles: ["兼职教研员", "名师工作室成员", "骨干教师"] }],
  ["综合考核60分以上合格", "lanxi.teacher.pass", { line: 60 }],
  ["综合考核合格认定24学时", "lanxi.teacher.hours", { pass: "lanxi.teacher.pass", hours: 24 }],
  ["校本考核80分以上合格", "lanxi.school-based.pass", { line: 80 }],
  ["校本培训合格认定12学时", "lanxi.school-based.hours", { pass: "lanxi.school-based.pass", hours: 12 }],
  ["两项都合格才发证", "lanxi.certificate", { rules: ["lanxi.teacher.pass", "lanxi.school-based.pass"], met: "发证", unmet: "不发证" }],
  ["培训计划9月25日之前", "lanxi.school.plan-summary.plan", { due: { by: "2024-09-25" } }],
  ["培训总结12月30日之前", "lanxi.school.plan-summary.summary", { due: { by: "2024-12-30" } }],
  ["教师平均分60分，按60%折算", "lanxi.school.teacher-average", { of: "school", source: "teacher", share: 0.6, points: 60 }],
  ["提供现场每次2分", "lanxi.school.bonus.host", { of: "school", points: 2 }],
  ["派出人员每人次1分", "lanxi.school.bonus.dispatch", { of: "school", points: 1 }],
  ["临时性工作由考核组填分", "lanxi.school.bonus.task", { of: "school", points: null }],
  ["单位考核没有合格线", "lanxi.school.pass", { line: null }],
  ["年终考核转化比例待填", "lanxi.school.convert", { units: [{ unit: "分", aliases: ["单位考核总分"], hours: null }] }],
  ["集中培训2024年9月21日、22日", "lanxi.central-training.dates", { due: { from: "2024-09-21", to: "2024-09-22" } }],
  ["五年450学时，每年任务另算", "zhaoqing.cycle", { years: 5, hours: 450, eachYear: { rule: "zhaoqing.annual" } }],
  ["每年90学时", "zhaoqing.annual", { hours: 90, period: "year" }],
  ["公需课30", "zhaoqing.annual.public", { hours: 30, of: "zhaoqing.annual" }],
  ["专业课42", "zhaoqing.annual.professional", { hours: 42, of: "zhaoqing.annual" }],
  ["个人选修课18", "zhaoqing.annual.elective", { hours: 18, of: "zhaoqing.annual" }],
  ["国家和省级示范培训10%", "zhaoqing.quota.model", { share: 0.1 }],
  ["市级培训20%", "zhaoqing.quota.city", { share: 0.2 }],
  ["县级培训80%", "zhaoqing.quota.county", { share: 0.8 }],
  ["1月25日、7月25日前报批", "zhaoqing.filing", { due: { yearly: ["01-25", "07-25"] } }],
  ["政府不低于工资总额2%", "zhaoqing.budget.government", { share: 0.02 }],
  ["学校不低于公用经费10%", "zhaoqing.budget.school", { share: 0.1 }],
  ["校本培训学分五年不超过120分", "yueyang.cap", { years: 5, cap: 120, hours: null }],
  ["每个学年都应有学分", "yueyang.every-year", { eachYear: { moreThan: 0 } }],
  ["五年360学分", "xiangxi.cycle", { years: 5, hours: 360 }],
  ["80%以上的教师有成长规划", "xiangxi.quota.plan", { share: 0.8 }],
  ["100%的学校有促进计划", "xiangxi.quota.school-plan", { share: 1 }],
  ["规划书6月10日前", "xiangxi.plan.deadline", { due: { by: "2011-06-10" } }],
  ["规划书审核6月20日前", "xiangxi.plan.deadline.review", { due: { by: "2011-06-20" } }],
  ["报名注册5月20日前", "xiangxi.registration", { due: { by: "2011-05-20" } }],
  ["政府1.5%", "xiangxi.budget.government", { share: 0.015 }],
  ["农村学校5%", "xiangxi.budget.school", { share: 0.05 }],
  ["学科带头人和教学能手10%—15%", "plan1.quota.leaders", { share: 0.1, max: 0.15 }],
  ["骨干教师60%", "plan1.quota.key", { share: 0.6 }],
  ["中青年教师参与课题50%，年龄待定", "plan1.quota.research", { share: 0.5, unset: ["中青年的年龄"] }],
  ["听课不少于20节", "plan2.observation", { min: 20, unit: "节" }],
  ["校内课30%", "plan2.observation.own-school", { share: 0.3, of: "plan2.observation" }],
  ["每学期读2本", "plan2.reading", { min: 2, unit: "本" }],
  ["补贴每年不超过8天", "plan4.allowance", { max: 8, unit: "天" }],
  ["16个校本培训学分", "plan5.credits", { hours: 16 }],
  ["名师面对面至少1次", "plan6.face-to-face", { min: 1, unit: "次" }],
  ["合格线假定为60分", "plan7.pass", { of: "composite", line: 60 }],
  ["本年度选培200名左右", "plan7.target.year", { min: 200, unit: "人" }],
  ["每年80学时", "plan9.annual", { hours: 80, period: "year" }],
  ["班主任30学时", "plan9.homeroom", { hours: 30 }],
  ["新教师60学时", "plan9.new-teacher", { hours: 60 }],
  ["市级骨干10%", "plan9.quota.city-key", { share: 0.1 }],
  ["县级骨干15%左右", "plan9.quota.county-key", { share: 0.13, max: 0.17 }],
  ["连续三年培训", "plan9.quota.county-key.years", { min: 3, unit: "年" }],
  ["农村教师10%", "plan9.quota.rural", { share: 0.1 }],
  ["规定学时待填", "plan10.annual.hours", { hours: null }],
])("%s：%s", (_says, id, expected) => {
  const rule = packs.flatMap((pack) => pack.rules).find((candidate) => candidate.id === id);
  expect(rule).toMatchObject(expected);
});

test("广宁、德庆、封开、怀集四县的县级培训按70%", () => {
  const county = packs.flatMap((pack) => findRule(pack, "zhaoqing.quota.county", "quota") ?? [])[0];
  const [place] = county?.places ?? [];
  expect(place?.share).toBe(0.7);
  expect(place?.names).toEqual(expect.arrayContaining(["广宁县", "德庆县", "封开县", "怀集县"]));
  expect(county?.places).toHaveLength(1);
});

test("肇庆半天4学时、一天8学时，只认半天的整倍数", () => {
  const zhaoqing = packById("zhaoqing-annual");
  const units = zhaoqing && findRule(zhaoqing, "convert", "conversion")?.units;
  expect(units?.find(({ unit }) => unit === "天")).toMatchObject({ hours: 8, step: 0.5 });
  expect(units?.find(({ unit }) => unit === "半天")).toMatchObject({ hours: 4, step: 1 });
});

test("兰西教师考核五项、单位考核五项，各100分，次序与方案相同", () => {
  const rules = packById("lanxi-2024-autumn")?.rules ?? [];
  const items = (of: string): Rule[] => rules.filter((rule) => (rule.kind === "rubric" || rule.kind === "mean") && rule.of === of);
  const points = (of: string): number => items(of).reduce((sum, rule) => sum + ("points" in rule ? (rule.points ?? 0) : 0), 0);
  expect(items("teacher").map((rule) => rule.name)).toEqual(["心得体会", "有效评课", "培训学时", "教学设计", "活动反思"]);
  expect(items("school").map((rule) => rule.name)).toEqual(["培训计划和总结", "集中培训参与", "教师平均分", "外派培训任务", "材料上报"]);
  expect([points("teacher"), points("school")]).toEqual([100, 100]);
});

test("湘西参与对象：男55、女50周岁以下，或校级领导，以2011年6月10日为准", () => {
  const xiangxi = packById("xiangxi-growth-plan");
  const scope = xiangxi && findRule(xiangxi, "scope", "eligibility");
  expect(scope?.on).toBe("2011-06-10");
  expect(scope?.anyOf).toEqual(
    expect.arrayContaining([
      { sex: "男", maxAge: 55 },
      { sex: "女", maxAge: 50 },
    ]),
  );
});

test("每月读书：40周岁以内两本，以上一本", () => {
  const plan = packById("plan1");
  const bands = plan && findRule(plan, "reading", "evidence")?.bands;
  expect(bands?.map(({ who, min }) => [who, min])).toEqual([
    [{ maxAge: 40 }, 2],
    [{ aboveAge: 40 }, 1],
  ]);
});
