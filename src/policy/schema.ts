/**
 * The shape of a policy pack: what a document says, as data. One schema a kind of rule; the evaluation of each kind
 * stands in the file of the same name in `src/rules`. Nothing here judges anything.
 *
 * Unknown keys are refused, sizes are bounded: a pack may come from outside.
 */
import * as z from "zod/mini";

/** 满分 of a score whose rule does not state it: a convention of the format, told to who writes a pack (100 分的不写). */
export const FULL_UNLESS_SAID = 100;

const text = z.string().check(z.minLength(1), z.maxLength(400));
const longText = z.string().check(z.minLength(1), z.maxLength(4000));
const key = z.string().check(z.regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/), z.maxLength(80));
const names = z.array(text).check(z.maxLength(60));
const amount = z.number().check(z.gte(0), z.lte(1e9));
const share = z.number().check(z.gte(0), z.lte(1));
const isoDate = z.string().check(z.regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/));
const yearlyDate = z.string().check(z.regex(/^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/));

/** Where a rule comes from. `document` only where the pack has several. */
export const clauseSchema = z.strictObject({
  document: z.optional(text),
  at: text,
  quote: longText,
});

/** What the text leaves open: the option chosen, all options (the chosen one included), and why. */
export const readingSchema = z.strictObject({
  id: key,
  question: text,
  chosen: text,
  options: z.array(z.strictObject({ value: text, label: text })).check(z.minLength(2), z.maxLength(12)),
  why: text,
});

const base = {
  id: key,
  /** The rule's Chinese name as forms write it: 心得体会, 公需课, 教师合格线. */
  name: text,
  /** Other names by which a column, a formula or a clerk may call it. */
  aliases: z.optional(names),
  clause: clauseSchema,
  readings: z.optional(z.array(readingSchema).check(z.maxLength(12))),
  /** What the pack's author assumed where the text gives nothing; shown wherever the rule is. */
  assumption: z.optional(text),
  /** What the text leaves to be set by somebody, without default, and no number of the rule can hold: 中青年的年龄. */
  unset: z.optional(names),
};

/** Which persons a rule (or one band of it) is about. All given conditions hold together. */
export const whoSchema = z.strictObject({
  sex: z.optional(z.enum(["男", "女"])),
  minAge: z.optional(amount),
  maxAge: z.optional(amount),
  /** Ages above this one, the age itself excluded. */
  aboveAge: z.optional(amount),
  belowAge: z.optional(amount),
  roles: z.optional(names),
  subjects: z.optional(names),
  notRoles: z.optional(names),
});

/** 考核项目: one item of a 100-point rubric. Items stand in the rubric's order in the pack. */
export const rubricSchema = z.strictObject({ ...base, kind: z.literal("rubric"), of: key, points: amount });

/** 平均分: an item of rubric `of` that is the mean of the totals of rubric `source`, times `share`, at most `points`. */
export const meanSchema = z.strictObject({ ...base, kind: z.literal("mean"), of: key, points: amount, source: key, share });

/** 奖励加分: `points` for each time; null = an amount that the assessor enters. */
export const bonusSchema = z.strictObject({
  ...base,
  kind: z.literal("bonus"),
  of: key,
  points: z.nullable(amount),
  per: text,
  roles: z.optional(names),
  /** Roles of the same sort that an open list (等) may cover: counted, and said. */
  similarRoles: z.optional(names),
  /** Levels written before a role that take the entitlement away (校级骨干教师). */
  excludedLevels: z.optional(names),
});

/** 合格线: a total of `of` (a rubric's key, or school-based, composite) of at least `line` passes; null = not set. */
export const passSchema = z.strictObject({
  ...base,
  kind: z.literal("pass"),
  of: key,
  line: z.nullable(amount),
  /** The scale of the score; FULL_UNLESS_SAID where a pack does not state it. */
  full: z.optional(amount),
});

/** 并且: all the named pass lines met. */
export const allOfSchema = z.strictObject({
  ...base,
  kind: z.literal("all-of"),
  rules: z.array(key).check(z.minLength(2), z.maxLength(20)),
  /** Words for met and not met: 发证 / 不发证. */
  met: text,
  unmet: text,
});

/** 认定学时: hours credited when the pass line `pass` is met. */
export const grantSchema = z.strictObject({ ...base, kind: z.literal("grant"), pass: key, hours: amount });

/** 综合成绩: weighted parts; a null share is a weight the clerk enters, equal unless entered. */
export const compositeSchema = z.strictObject({
  ...base,
  kind: z.literal("composite"),
  of: key,
  /** The scale of each part and of the total, as of a pass line. */
  full: z.optional(amount),
  parts: z
    .array(z.strictObject({ key, name: text, aliases: z.optional(names), share: z.nullable(share) }))
    .check(z.minLength(2), z.maxLength(20)),
});

/** 年度学时: hours due in a period; a rule with `of` is one block (公需课) of the rule named there. */
export const hoursSchema = z.strictObject({
  ...base,
  kind: z.literal("hours"),
  hours: z.nullable(amount),
  period: z.enum(["year", "term", "once"]),
  of: z.optional(key),
  /** Categories of trainings that count towards this block. */
  categories: z.optional(names),
  who: z.optional(whoSchema),
});

/** 周期: what a cycle of years needs, what counts at most, and what each year must bring. */
export const cycleSchema = z.strictObject({
  ...base,
  kind: z.literal("cycle"),
  years: z.number().check(z.int(), z.gte(1), z.lte(20)),
  hours: z.nullable(amount),
  /** More than this does not count. */
  cap: z.optional(amount),
  /** More than this does not count in one year, whatever it was earned by. */
  capPerYear: z.optional(amount),
  /** What each year must bring: the hours of a rule, or more than / at least a number. */
  eachYear: z.optional(z.union([z.strictObject({ rule: key }), z.strictObject({ moreThan: amount }), z.strictObject({ atLeast: amount })])),
  /** Blocks of the cycle (集中 160 + 非集中 200), each with its own need and caps. */
  blocks: z.optional(
    z
      .array(
        z.strictObject({
          key,
          name: text,
          aliases: z.optional(names),
          hours: amount,
          categories: z.optional(names),
          capPerYear: z.optional(amount),
          capPerCycle: z.optional(amount),
        }),
      )
      .check(z.maxLength(20)),
  ),
});

/** 学时折算: what a day, half day or other unit of training is worth, for all or for one category. */
export const conversionSchema = z.strictObject({
  ...base,
  kind: z.literal("conversion"),
  /** Categories (集中培训, 网络研修) it is for; all where absent. */
  categories: z.optional(names),
  units: z
    .array(
      z.strictObject({
        unit: text,
        aliases: z.optional(names),
        hours: z.nullable(amount),
        /** Only multiples of it count: 0.5. */ step: z.optional(amount),
      }),
    )
    .check(z.minLength(1), z.maxLength(20)),
  capPerTraining: z.optional(amount),
  /** What all trainings of these categories count at most in a year and in a cycle. */
  capPerYear: z.optional(amount),
  capPerCycle: z.optional(amount),
  /** A training is void where absence / duration reaches this share (a fifth: 0.2); `beyond` = only above it. */
  voidAbsence: z.optional(z.strictObject({ share, beyond: z.optional(z.boolean()) })),
});

/** 名额, 覆盖面: at least `share` of a whole, at most `max`; other shares at some places. */
export const quotaSchema = z.strictObject({
  ...base,
  kind: z.literal("quota"),
  share,
  max: z.optional(share),
  places: z.optional(z.array(z.strictObject({ names, share })).check(z.maxLength(40))),
  /** What is counted and of what: 已培训人数, 教师总数. */
  part: text,
  whole: text,
  /** The rule whose amounts it is about (the 30 % of the observed lessons). */
  of: z.optional(key),
  who: z.optional(whoSchema),
});

/** 经费: at least `share` of a base sum. */
export const budgetSchema = z.strictObject({ ...base, kind: z.literal("budget"), share, amount: text, base: text });

/** 期限: something to be done by a date, on a date each year, or within a span. */
export const deadlineSchema = z.strictObject({
  ...base,
  kind: z.literal("deadline"),
  what: text,
  whatAliases: z.optional(names),
  due: z.union([
    z.strictObject({ by: isoDate }),
    z.strictObject({ yearly: z.array(yearlyDate).check(z.minLength(1), z.maxLength(12)) }),
    z.strictObject({ from: isoDate, to: isoDate }),
  ]),
  /** The rubric item it belongs to. */
  of: z.optional(key),
});

/** 证明材料, 数量要求: at least `min` of a unit (1000 字, 2 节); bands where it differs by person. */
export const evidenceSchema = z.strictObject({
  ...base,
  kind: z.literal("evidence"),
  unit: text,
  per: z.optional(text),
  min: z.nullable(amount),
  /** At most this much counts (8 天); what goes beyond is no fault but is not covered. */
  max: z.optional(amount),
  bands: z.optional(z.array(z.strictObject({ name: text, who: whoSchema, min: amount })).check(z.maxLength(20))),
  of: z.optional(key),
});

/** 对象范围: who is in scope, by sex and age on a date, subject and role. */
export const eligibilitySchema = z.strictObject({
  ...base,
  kind: z.literal("eligibility"),
  anyOf: z.array(whoSchema).check(z.minLength(1), z.maxLength(20)),
  on: z.optional(isoDate),
});

/** 可选值: what a column may hold; open lists (等) only tell. `by` makes the list depend on another column's value. */
export const choiceSchema = z.strictObject({
  ...base,
  kind: z.literal("choice"),
  field: text,
  open: z.boolean(),
  values: z
    .array(z.strictObject({ value: text, aliases: z.optional(names), when: z.optional(names) }))
    .check(z.minLength(1), z.maxLength(200)),
  by: z.optional(text),
  /** Trainings of these categories only, as a row's category or project names them; all where absent. */
  categories: z.optional(names),
});

/** 材料与步骤: what must exist or be done, looked for in a 材料报送 sheet. */
export const requiredSchema = z.strictObject({
  ...base,
  kind: z.literal("required"),
  documents: z.array(z.strictObject({ name: text, aliases: z.optional(names) })).check(z.minLength(1), z.maxLength(60)),
});

/** 后果: what follows when a rule is not met (or met, or given up in writing), stated beside whom it touches. */
export const consequenceSchema = z.strictObject({
  ...base,
  kind: z.literal("consequence"),
  when: z.optional(z.strictObject({ rule: key, outcome: z.enum(["met", "unmet", "waived"]) })),
  touches: z.enum(["teacher", "school", "county"]),
  effect: text,
});

/** 提示: advice, shown with its clause, never a finding. */
export const advisorySchema = z.strictObject({ ...base, kind: z.literal("advisory"), advice: text });

export const ruleSchema = z.discriminatedUnion("kind", [
  rubricSchema,
  meanSchema,
  bonusSchema,
  passSchema,
  allOfSchema,
  grantSchema,
  compositeSchema,
  hoursSchema,
  cycleSchema,
  conversionSchema,
  quotaSchema,
  budgetSchema,
  deadlineSchema,
  evidenceSchema,
  eligibilitySchema,
  choiceSchema,
  requiredSchema,
  consequenceSchema,
  advisorySchema,
]);

export const tableKinds = [
  "roster",
  "teacher-assessment",
  "school-assessment",
  "hours-log",
  "hours-year",
  "hours-cycle",
  "quota",
  "budget",
  "submissions",
  "observation",
] as const;

/** A kind of sheet that the pack judges. `rules` are those whose columns such a sheet may have, in the form's order. */
export const tableSchema = z.strictObject({
  kind: z.enum(tableKinds),
  name: text,
  aliases: z.optional(names),
  rules: z.array(key).check(z.maxLength(200)),
  /** Further names that this policy's forms give to common fields: {role: ["身份"]}. */
  fields: z.optional(z.record(z.string().check(z.regex(/^[a-zA-Z0-9]+$/)), names)),
});

/** An example kept inside the pack and run by 试一试 and by the tests: a KAOHE function called with arguments. */
export const exampleSchema = z.strictObject({
  says: text,
  /** A function of the add-in, e.g. TEACHERSCORE. */
  call: z.string().check(z.regex(/^[A-Z]{2,20}$/)),
  /** The arguments after the policy. A range is a list of rows. */
  with: z.array(z.unknown()).check(z.maxLength(6)),
  /** The result, a list of rows where it spills, {"error": "#VALUE!"} where it is refused; numbers agree within 1e-9. */
  gives: z.unknown(),
});

export const packSchema = z.strictObject({
  format: z.literal(1),
  id: key,
  /** 短名, shown in the pane and used in formulas: 兰西2024秋. */
  name: text,
  aliases: z.optional(names),
  title: text,
  issuer: z.optional(text),
  issued: z.optional(isoDate),
  valid: z.optional(z.strictObject({ from: z.optional(isoDate), to: z.optional(isoDate) })),
  unit: z.enum(["学时", "学分"]),
  /** The day on which ages are counted where a formula names none. */
  referenceDate: z.optional(isoDate),
  extends: z.optional(key),
  /** Rules of the pack named in `extends` that no longer hold. */
  removes: z.optional(z.array(key).check(z.maxLength(2000))),
  /** The file of the source text, where the pack comes with one. */
  source: z.optional(text),
  /** Decimal places to which a computed value may be rounded (half up) and still agree. */
  rounding: z.number().check(z.int(), z.gte(0), z.lte(6)),
  /** Words in titles or sheet names that speak for this policy when a workbook is recognised. */
  keywords: z.optional(names),
  /** Counties, towns and districts in its area: their names in a workbook speak for this policy among others. */
  localities: z.optional(names),
  tables: z.array(tableSchema).check(z.maxLength(40)),
  rules: z.array(ruleSchema).check(z.maxLength(2000)),
  examples: z.optional(z.array(exampleSchema).check(z.maxLength(500))),
});

export type Clause = z.infer<typeof clauseSchema>;
export type Reading = z.infer<typeof readingSchema>;
export type Who = z.infer<typeof whoSchema>;
export type Rule = z.infer<typeof ruleSchema>;
export type RuleKind = Rule["kind"];
/** The rule of one kind: RuleOf<"bonus">. */
export type RuleOf<K extends RuleKind> = Extract<Rule, { kind: K }>;
export type TableKind = (typeof tableKinds)[number];
export type PackTable = z.infer<typeof tableSchema>;
export type PackExample = z.infer<typeof exampleSchema>;
export type Pack = z.infer<typeof packSchema>;
