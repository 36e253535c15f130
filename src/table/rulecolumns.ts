/**
 * What each kind of rule has to do with columns: the names that lead to a column of it, and the key of a column that
 * stands in its group (心得体会/字数). One entry a kind; a name's place in the dictionary is decided in `vocabulary.ts`.
 */
import { isKind } from "../policy/resolve";
import type { Pack, Rule, RuleKind, RuleOf, TableKind } from "../policy/schema";
import { isLeaf, isScoreLeaf, leaves } from "./leaves";
import synonyms from "./synonyms.json";
import type { ColumnKey } from "./table";
import words from "./words.json";

/** Where a rule's names are looked for: one kind of sheet of a pack. */
export interface Place {
  readonly pack: Pack;
  readonly kind: TableKind;
  /** The sheet's own rules. */
  readonly rules: readonly Rule[];
}

export interface Named {
  readonly key: ColumnKey;
  readonly names: readonly string[];
  /** How much less sure these names are than the rule's own. */
  readonly discount?: number;
}

/** A column's key with the rule it speaks of. */
export interface Keyed {
  readonly key: ColumnKey;
  readonly rule: string;
}

interface Columns {
  readonly names: (rule: Rule, place: Place) => readonly Named[];
  /** `own` is the key of the group's meaning. */
  readonly inGroup: (rule: Rule, leaf: string, pack: Pack, own: ColumnKey) => Keyed | null;
}

function columnsOf<K extends RuleKind>(
  kind: K,
  names: (rule: RuleOf<K>, place: Place) => readonly Named[],
  inGroup: (rule: RuleOf<K>, leaf: string, pack: Pack, own: ColumnKey) => Keyed | null = () => null,
): Columns {
  return {
    names: (rule, place) => (isKind(rule, kind) ? names(rule, place) : []),
    inGroup: (rule, leaf, pack, own) => (isKind(rule, kind) ? inGroup(rule, leaf, pack, own) : null),
  };
}

function ruleNames(rule: Rule): readonly string[] {
  return [rule.name, ...(rule.aliases ?? [])];
}

function withoutEnding(name: string, endings: readonly string[]): string {
  const ending = endings.find((word) => name.endsWith(word));
  return ending === undefined ? name : name.slice(0, -ending.length);
}

/** Stems of a rule about a score: 校本合格线 → 校本. */
function stems(rule: Rule): readonly string[] {
  return ruleNames(rule)
    .map((name) => withoutEnding(name, words.passEndings))
    .filter((stem) => stem.length >= 2);
}

function withSuffixes(names: readonly string[], suffixes: readonly string[]): readonly string[] {
  return names.flatMap((name) => [name, ...suffixes.map((suffix) => `${name}${suffix}`)]);
}

/** The key of the column that says whether one of several scores of a form is met: 校本是否合格. */
export function resultKey(pass: string): ColumnKey {
  return `${pass}.result`;
}

/** The rubrics whose totals a sheet states: those its items belong to. */
function ownRubrics(rules: readonly Rule[]): ReadonlySet<string> {
  const own = new Set<string>();
  for (const rule of rules) if (rule.kind === "rubric" || rule.kind === "mean" || rule.kind === "composite") own.add(rule.of);
  return own;
}

function countOf(rules: readonly Rule[], kind: RuleKind): number {
  return rules.filter((rule) => rule.kind === kind).length;
}

/** 心得体会/得分 is the item itself, 心得体会/字数 its evidence, 平台培训/证书日期 its deadline. */
function inItem(rule: RuleOf<"rubric" | "mean">, leaf: string, pack: Pack, own: ColumnKey): Keyed | null {
  if (isScoreLeaf(leaf)) return { key: own, rule: rule.id };
  const evidence = pack.rules.find((other) => other.kind === "evidence" && other.of === rule.id && measures(leaf, other.unit));
  if (evidence !== undefined) return { key: evidence.id, rule: evidence.id };
  const deadlines = isLeaf(leaf, "date") ? pack.rules.filter((other) => other.kind === "deadline" && other.of === rule.id) : [];
  const [only, another] = deadlines;
  return only !== undefined && another === undefined ? { key: only.id, rule: only.id } : null;
}

function measures(leaf: string, unit: string): boolean {
  return leaf === unit || leaf === `${unit}数` || (isLeaf(leaf, "amount") && leaf.includes(unit));
}

function inHours(rule: Rule, leaf: string, _pack: Pack, own: ColumnKey): Keyed | null {
  return isLeaf(leaf, "hours") ? { key: own, rule: rule.id } : null;
}

function grantNames(rule: RuleOf<"grant">, { pack, rules, kind }: Place): readonly Named[] {
  const pass = pack.rules.find((other) => other.id === rule.pass);
  if (pass?.kind === "pass" && ownRubrics(rules).has(pass.of)) {
    // Beside a column for the sum (合计学时), the county's own hours are a part of it.
    return [
      { key: "credited", names: ruleNames(rule), discount: 0.03 },
      { key: rule.id, names: ruleNames(rule), discount: 0.06 },
    ];
  }
  const passStems = pass === undefined ? [] : stems(pass);
  // What each training of a log brought are its hours, by whatever rule they are credited.
  const isLog = kind === "hours-log";
  return [
    ...(isLog ? [{ key: "hours", names: ruleNames(rule) }] : []),
    {
      key: rule.id,
      names: [
        ...(isLog ? [] : ruleNames(rule)),
        ...passStems.flatMap((stem) => leaves.hours.map((leaf) => `${stem}${leaf}`)),
        ...passStems.flatMap((stem) => words.trainingHours.map((hours) => `${stem}${hours}`)),
      ],
    },
  ];
}

function hoursNames(rule: RuleOf<"hours">, { kind, rules }: Place): readonly Named[] {
  const names = ruleNames(rule);
  if (rule.of !== undefined) {
    const short = names.map((name) => withoutEnding(name, words.blockEndings)).filter((name) => name.length >= 2);
    return [{ key: rule.id, names: withSuffixes([...names, ...short], words.blockSuffixes) }];
  }
  const wholeYear = rules.some((other) => other.kind === "hours" && other.of === rule.id) || rule.who === undefined;
  return [{ key: wholeYear && kind !== "hours-log" ? "total" : rule.id, names }];
}

interface Part {
  readonly key: string;
  readonly name: string;
  readonly aliases?: readonly string[] | undefined;
}

function partNames(rule: Rule, parts: readonly Part[], suffixes: readonly string[]): readonly Named[] {
  return [
    { key: "total", names: ruleNames(rule), discount: 0.05 },
    ...parts.map((part) => ({ key: `${rule.id}.${part.key}`, names: withSuffixes([part.name, ...(part.aliases ?? [])], suffixes) })),
  ];
}

function evidenceNames(rule: RuleOf<"evidence">, { pack }: Place): readonly Named[] {
  const item = pack.rules.find((other) => other.id === rule.of);
  const itemNames = item === undefined ? [] : ruleNames(item);
  // 听课合计: the sum of what the rule asks for.
  const summed = item === undefined ? ruleNames(rule).flatMap((name) => leaves.sum.map((word) => `${name}${word}`)) : [];
  const measured = itemNames.flatMap((name) => [`${name}${rule.unit}`, `${name}${rule.unit}数`]);
  // 平台培训 + 学时 is what the item itself is called: then the item goes first.
  return [{ key: rule.id, names: [...ruleNames(rule), ...measured.filter((name) => !itemNames.includes(name)), ...summed] }];
}

function choiceNames(rule: RuleOf<"choice">): readonly Named[] {
  // A field's key is in Latin letters; a name in Chinese is looked up, or stands for the rule itself.
  if (/^[a-zA-Z]/.test(rule.field)) return [{ key: rule.field, names: ruleNames(rule), discount: 0.06 }];
  const common = Object.entries(synonyms.common).find(([, names]) => names.includes(rule.field));
  return [{ key: common === undefined ? rule.id : common[0], names: [...ruleNames(rule), rule.field], discount: 0.06 }];
}

/** 市级骨干教师比例: the persons, and beside them their share, whole and claim. */
function quotaNames(rule: RuleOf<"quota">, { pack }: Place): readonly Named[] {
  const stem = ruleNames(rule)
    .map((name) => withoutEnding(name, words.shareEndings))
    .filter((name) => name.length >= 2);
  const of = pack.rules.find((other) => other.id === rule.of);
  const within = of === undefined ? [] : ruleNames(of).flatMap((name) => leaves.within.map((word) => `${word}${name}`));
  return [
    { key: rule.id, names: withSuffixes(stem, leaves.persons) },
    { key: "part", names: [rule.part, ...within] },
    { key: rule.id, names: [rule.part, ...within], discount: 0.06 },
    { key: "whole", names: [rule.whole] },
    // 中青年教师人数 beside 教师总数: of several wholes in one sheet each is its rule's.
    { key: `${rule.id}.whole`, names: [rule.whole], discount: 0.06 },
    { key: `${rule.id}.share`, names: stem.flatMap((name) => leaves.share.map((word) => `${name}${word}`)) },
  ];
}

/** 已制订实施人数, 实际参训教师数: how many have done it, whatever it is. */
function saysDone(leaf: string): boolean {
  return words.doneStarts.some((word) => leaf.startsWith(word)) && words.countEndings.some((word) => leaf.endsWith(word));
}

/** 市级培训/比例: of several quotas in one sheet each has its own share and claim. */
function inQuota(rule: RuleOf<"quota">, leaf: string, _pack: Pack, own: ColumnKey): Keyed | null {
  if (isLeaf(leaf, "persons")) return { key: own, rule: rule.id };
  const sort = (["share", "whole", "claim"] as const).find((each) => isLeaf(leaf, each));
  if (sort !== undefined) return { key: `${rule.id}.${sort}`, rule: rule.id };
  return saysDone(leaf) ? { key: own, rule: rule.id } : null;
}

function inPass(rule: RuleOf<"pass">, leaf: string, pack: Pack, own: ColumnKey): Keyed | null {
  if (isLeaf(leaf, "score")) return { key: own, rule: rule.id };
  if (isLeaf(leaf, "result")) return { key: resultKey(rule.id), rule: rule.id };
  const grant = isLeaf(leaf, "hours") ? pack.rules.find((other) => other.kind === "grant" && other.pass === rule.id) : undefined;
  return grant === undefined ? null : { key: grant.id, rule: grant.id };
}

const none = (): readonly Named[] => [];

const columns: Readonly<Record<RuleKind, Columns>> = {
  rubric: columnsOf("rubric", (rule) => [{ key: rule.id, names: withSuffixes(ruleNames(rule), leaves.score) }], inItem),
  mean: columnsOf("mean", (rule) => [{ key: rule.id, names: withSuffixes(ruleNames(rule), leaves.score) }], inItem),
  bonus: columnsOf(
    "bonus",
    (rule, { rules }) => [
      { key: rule.id, names: withSuffixes(ruleNames(rule), words.bonusSuffixes) },
      // One column for all bonuses together holds points; times of what would not be known.
      countOf(rules, "bonus") === 1
        ? { key: rule.id, names: leaves.bonus, discount: 0.02 }
        : { key: "bonus", names: leaves.bonus.filter((name) => !name.includes("次")), discount: 0.08 },
    ],
    (rule, leaf, _pack, own) =>
      isLeaf(leaf, "score") || isLeaf(leaf, "times") || isLeaf(leaf, "amount") ? { key: own, rule: rule.id } : null,
  ),
  pass: columnsOf(
    "pass",
    (rule, { rules }) =>
      ownRubrics(rules).has(rule.of)
        ? []
        : [
            {
              key: rule.id,
              names: [...ruleNames(rule), ...withSuffixes(stems(rule), [...leaves.score, ...words.passSuffixes])],
            },
            { key: resultKey(rule.id), names: stems(rule).flatMap((stem) => leaves.result.map((word) => `${stem}${word}`)) },
          ],
    inPass,
  ),
  "all-of": columnsOf(
    "all-of",
    (rule, { rules }) => [{ key: rule.id, names: [...ruleNames(rule), ...(countOf(rules, "all-of") <= 1 ? leaves.certificate : [])] }],
    (rule, leaf, _pack, own) => (isLeaf(leaf, "result") || isLeaf(leaf, "certificate") ? { key: own, rule: rule.id } : null),
  ),
  grant: columnsOf("grant", grantNames, inHours),
  composite: columnsOf(
    "composite",
    (rule) => partNames(rule, rule.parts, leaves.score),
    (rule, leaf, _pack, own) => (isLeaf(leaf, "score") ? { key: own, rule: rule.id } : null),
  ),
  cycle: columnsOf("cycle", (rule) => partNames(rule, rule.blocks ?? [], leaves.hours), inHours),
  hours: columnsOf("hours", hoursNames, inHours),
  quota: columnsOf("quota", quotaNames, inQuota),
  budget: columnsOf("budget", (rule) => [
    { key: "amount", names: [rule.amount, ...ruleNames(rule)] },
    { key: rule.id, names: [rule.amount, ...ruleNames(rule)], discount: 0.06 },
    { key: "base", names: [rule.base] },
    { key: `${rule.id}.base`, names: [rule.base], discount: 0.06 },
  ]),
  deadline: columnsOf(
    "deadline",
    (rule) => [{ key: rule.id, names: [...ruleNames(rule), ...withSuffixes([rule.what, ...(rule.whatAliases ?? [])], leaves.date)] }],
    (rule, leaf, _pack, own) => (isLeaf(leaf, "date") ? { key: own, rule: rule.id } : null),
  ),
  evidence: columnsOf("evidence", evidenceNames, (rule, leaf, _pack, own) =>
    isLeaf(leaf, "amount") || isLeaf(leaf, "hours") ? { key: own, rule: rule.id } : null,
  ),
  choice: columnsOf("choice", choiceNames),
  eligibility: columnsOf("eligibility", (rule) => [{ key: rule.id, names: [...ruleNames(rule), ...leaves.eligible] }]),
  required: columnsOf("required", (rule) => {
    const [first, ...others] = rule.documents;
    const single = first !== undefined && others.length === 0 ? [first.name, ...(first.aliases ?? [])] : [];
    return [{ key: rule.id, names: [...ruleNames(rule), ...single] }];
  }),
  conversion: columnsOf("conversion", none),
  consequence: columnsOf("consequence", none),
  advisory: columnsOf("advisory", none),
};

/** Which names of a rule lead to which column key. */
export function namesOfRule(rule: Rule, place: Place): readonly Named[] {
  return columns[rule.kind].names(rule, place);
}

/** The key of a column called `leaf` (a compared name) in the group of a rule; `own` is the group's own key. */
export function keyInGroup(rule: Rule, leaf: string, pack: Pack, own: ColumnKey): Keyed | null {
  return columns[rule.kind].inGroup(rule, leaf, pack, own);
}
