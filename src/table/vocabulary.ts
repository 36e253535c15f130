/**
 * The names that a column of one kind of sheet may carry under one policy: the dictionary of common fields
 * (synonyms.json), the policy's own field names, and the names of its rules. Only names stand here; which column takes
 * which key is decided in `matching.ts`.
 */
import type { Pack, PackTable, Rule, RuleOf, TableKind } from "../policy/schema";
import synonyms from "./synonyms.json";
import type { ColumnKey } from "./table";
import words from "./words.json";
import { bare } from "./wording";

/** What a name can mean. `strength` 1 is the name itself; less where the name is only likely. */
export interface Meaning {
  /** Null for a column known and not needed (民族, 邮箱). */
  readonly key: ColumnKey | null;
  readonly rule: Rule | null;
  readonly strength: number;
  /** The name by which it was found, as the dictionary or the policy writes it. */
  readonly name: string;
}

export interface Vocabulary {
  /** A roster that the policy does not speak of: read beside other tables, no reason to check a workbook. */
  readonly isAside: boolean;
  readonly pack: Pack;
  readonly entry: PackTable;
  /** Compared name (see `bare`) → meanings, the strongest first. */
  readonly names: ReadonlyMap<string, readonly Meaning[]>;
  /** Rules of this kind of sheet, in the form's order. */
  readonly rules: readonly Rule[];
}

type Names = Readonly<Record<string, readonly string[]>>;
const commonNames: Names = synonyms.common;
const kindNames: Readonly<Record<string, Names>> = synonyms.kinds;
const typicalKeys: Names = synonyms.typical;
export const leaves = synonyms.leaves;

/** The words for one key in one kind of sheet, the likeliest first; "..." in a kind's list stands for the common ones. */
function wordsFor(kind: TableKind, key: string): readonly string[] {
  const common = commonNames[key] ?? [];
  const own = kindNames[kind]?.[key];
  if (own === undefined) return common;
  if (own.length === 0) return [];
  const place = own.indexOf("...");
  return place < 0 ? [...own, ...common] : [...own.slice(0, place), ...common, ...own.slice(place + 1)];
}

/** The rubric whose total a sheet of this entry states: the one most of its items belong to. */
function ownRubrics(rules: readonly Rule[]): ReadonlySet<string> {
  const own = new Set<string>();
  for (const rule of rules) if (rule.kind === "rubric" || rule.kind === "mean" || rule.kind === "composite") own.add(rule.of);
  return own;
}

function ruleNames(rule: Rule): readonly string[] {
  return [rule.name, ...(rule.aliases ?? [])];
}

/** Stems of a rule about a score: 校本合格线 → 校本. */
function stems(rule: Rule): readonly string[] {
  return ruleNames(rule)
    .map((name) => name.replace(/(?:合格线|合格标准|及格线|成绩|得分|分数|学时)$/, ""))
    .filter((stem) => stem.length >= 2);
}

function withSuffixes(names: readonly string[], suffixes: readonly string[]): readonly string[] {
  return names.flatMap((name) => [name, ...suffixes.map((suffix) => `${name}${suffix}`)]);
}

interface Named {
  readonly key: ColumnKey;
  readonly names: readonly string[];
  readonly discount?: number;
}

function passNames(rule: RuleOf<"pass">, own: ReadonlySet<string>): readonly Named[] {
  if (own.has(rule.of)) return [];
  return [
    { key: rule.id, names: [...ruleNames(rule), ...withSuffixes(stems(rule), [...leaves.score, "考核", "培训考核成绩", "培训成绩"])] },
  ];
}

function grantNames(rule: RuleOf<"grant">, pack: Pack, own: ReadonlySet<string>): readonly Named[] {
  const pass = pack.rules.find((other) => other.id === rule.pass);
  if (pass?.kind === "pass" && own.has(pass.of)) {
    // Beside a column for the sum (合计学时), the county's own hours are a part of it.
    return [
      { key: "credited", names: ruleNames(rule), discount: 0.03 },
      { key: rule.id, names: ruleNames(rule), discount: 0.06 },
    ];
  }
  const passStems = pass === undefined ? [] : stems(pass);
  return [
    {
      key: rule.id,
      names: [
        ...ruleNames(rule),
        ...passStems.flatMap((stem) => leaves.hours.map((leaf) => `${stem}${leaf}`)),
        ...passStems.flatMap((stem) => [`${stem}培训学时`, `${stem}研修学时`]),
      ],
    },
  ];
}

function hoursNames(rule: RuleOf<"hours">, kind: TableKind, rules: readonly Rule[]): readonly Named[] {
  const names = ruleNames(rule);
  if (rule.of !== undefined) {
    const short = names.map((name) => name.replace(/(?:学时|课|科目)$/, "")).filter((name) => name.length >= 2);
    return [
      { key: rule.id, names: withSuffixes([...names, ...short], ["学时", "课", "科目", "课程", "课学时", "科目学时", "学分", "培训学时"]) },
    ];
  }
  const wholeYear = rules.some((other) => other.kind === "hours" && other.of === rule.id) || rule.who === undefined;
  return [{ key: wholeYear && kind !== "hours-log" ? "total" : rule.id, names }];
}

function partNames(rule: RuleOf<"composite"> | RuleOf<"cycle">): readonly Named[] {
  const parts = rule.kind === "composite" ? rule.parts : (rule.blocks ?? []);
  const suffixes = rule.kind === "composite" ? leaves.score : leaves.hours;
  return [
    { key: "total", names: ruleNames(rule), discount: 0.05 },
    ...parts.map((part) => ({ key: `${rule.id}.${part.key}`, names: withSuffixes([part.name, ...(part.aliases ?? [])], suffixes) })),
  ];
}

function evidenceNames(rule: RuleOf<"evidence">, pack: Pack): readonly Named[] {
  const item = pack.rules.find((other) => other.id === rule.of);
  const itemNames = item === undefined ? [] : ruleNames(item);
  const measure = [rule.unit, `${rule.unit}数`];
  const measured = itemNames.flatMap((name) => measure.map((word) => `${name}${word}`));
  // 平台培训 + 学时 is what the item itself is called: then the item goes first.
  return [{ key: rule.id, names: [...ruleNames(rule), ...measured.filter((name) => !itemNames.includes(name))] }];
}

function choiceNames(rule: RuleOf<"choice">): readonly Named[] {
  // A field's key is in Latin letters; a name in Chinese is looked up, or stands for the rule itself.
  if (/^[a-zA-Z]/.test(rule.field)) return [{ key: rule.field, names: ruleNames(rule), discount: 0.06 }];
  const common = Object.entries(commonNames).find(([, names]) => names.includes(rule.field));
  return [{ key: common === undefined ? rule.id : common[0], names: [...ruleNames(rule), rule.field], discount: 0.06 }];
}

/** 市级骨干教师比例: the persons, and beside them their share, whole and claim. */
function quotaNames(rule: RuleOf<"quota">, pack: Pack): readonly Named[] {
  const stem = ruleNames(rule)
    .map((name) => name.replace(/(?:比例|占比|覆盖率|覆盖|完成率)$/, ""))
    .filter((name) => name.length >= 2);
  const of = pack.rules.find((other) => other.id === rule.of);
  const within = of === undefined ? [] : ruleNames(of).flatMap((name) => leaves.within.map((word) => `${word}${name}`));
  return [
    { key: rule.id, names: withSuffixes(stem, leaves.persons) },
    { key: "part", names: [rule.part, ...within] },
    { key: rule.id, names: [rule.part, ...within], discount: 0.06 },
    { key: "whole", names: [rule.whole] },
    { key: `${rule.id}.share`, names: stem.flatMap((name) => leaves.share.map((word) => `${name}${word}`)) },
  ];
}

/** Which names of a rule lead to which column key. */
function namesOfRule(rule: Rule, kind: TableKind, pack: Pack, rules: readonly Rule[]): readonly Named[] {
  const own = ownRubrics(rules);
  switch (rule.kind) {
    case "rubric":
    case "mean":
      return [{ key: rule.id, names: withSuffixes(ruleNames(rule), leaves.score) }];
    case "bonus": {
      const only = rules.filter((other) => other.kind === "bonus").length === 1;
      return [
        { key: rule.id, names: withSuffixes(ruleNames(rule), ["次数", "人次", "得分", "加分", "分"]) },
        ...(only ? [{ key: rule.id, names: leaves.bonus, discount: 0.02 }] : []),
      ];
    }
    case "pass":
      return passNames(rule, own);
    case "all-of": {
      const only = rules.filter((other) => other.kind === "all-of").length <= 1;
      return [{ key: rule.id, names: [...ruleNames(rule), ...(only ? leaves.certificate : [])] }];
    }
    case "grant":
      return grantNames(rule, pack, own);
    case "composite":
    case "cycle":
      return partNames(rule);
    case "hours":
      return hoursNames(rule, kind, rules);
    case "quota":
      return quotaNames(rule, pack);
    case "budget":
      return [
        { key: "amount", names: [rule.amount, ...ruleNames(rule)] },
        { key: rule.id, names: [rule.amount, ...ruleNames(rule)], discount: 0.06 },
        { key: "base", names: [rule.base] },
        { key: `${rule.id}.base`, names: [rule.base], discount: 0.06 },
      ];
    case "deadline":
      return [{ key: rule.id, names: [...ruleNames(rule), ...withSuffixes([rule.what, ...(rule.whatAliases ?? [])], leaves.date)] }];
    case "evidence":
      return evidenceNames(rule, pack);
    case "choice":
      return choiceNames(rule);
    case "eligibility":
      return [{ key: rule.id, names: [...ruleNames(rule), ...leaves.eligible] }];
    case "required": {
      const [first, ...others] = rule.documents;
      const single = first !== undefined && others.length === 0 ? [first.name, ...(first.aliases ?? [])] : [];
      return [{ key: rule.id, names: [...ruleNames(rule), ...single] }];
    }
    case "conversion":
    case "consequence":
    case "advisory":
      return [];
  }
}

const comparedNames = new Map<string, string>();
const mostRemembered = 20_000;

/** The same few thousand words are compared for every kind of sheet: each is worked out once. */
function comparedName(name: string): string {
  const known = comparedNames.get(name);
  if (known !== undefined) return known;
  const compared = bare(name);
  if (comparedNames.size < mostRemembered) comparedNames.set(name, compared);
  return compared;
}

class Collector {
  readonly names = new Map<string, Meaning[]>();

  add(name: string, meaning: Omit<Meaning, "name">): void {
    const compared = comparedName(name);
    if (compared === "") return;
    const list = this.names.get(compared) ?? [];
    const same = list.findIndex((other) => other.key === meaning.key);
    const known = list[same];
    if (known === undefined) list.push({ ...meaning, name });
    else if (known.strength < meaning.strength) list[same] = { ...meaning, name };
    this.names.set(compared, list);
  }

  sorted(): ReadonlyMap<string, readonly Meaning[]> {
    for (const list of this.names.values()) list.sort((a, b) => b.strength - a.strength);
    return this.names;
  }
}

/** Rank within the list costs little, so that of two columns for one key the likelier takes it. */
const rankCost = 0.0004;
const atypicalStrength = 0.85;
/** The policy's own names go before the dictionary's, the names of its rules before both. */
const fieldStrength = 0.993;
const foreignRuleStrength = 0.88;

function addFields(collector: Collector, entry: PackTable): void {
  const typical = new Set(typicalKeys[entry.kind] ?? []);
  for (const key of Object.keys(commonNames)) {
    const base = typical.has(key) ? 0.99 : atypicalStrength;
    wordsFor(entry.kind, key).forEach((name, rank) => collector.add(name, { key, rule: null, strength: base - rank * rankCost }));
  }
  for (const [key, names] of Object.entries(entry.fields ?? {}))
    for (const name of names) collector.add(name, { key, rule: null, strength: fieldStrength });
  for (const name of synonyms.ignored) collector.add(name, { key: null, rule: null, strength: 0.8 });
}

/** A rule whose name is also a common field's (合计, 认定学时) does not take the field's column, unless it belongs to the sheet. */
function addRules(collector: Collector, pack: Pack, entry: PackTable, rules: readonly Rule[]): void {
  const members = new Set(rules.map((rule) => rule.id));
  for (const rule of pack.rules) {
    const strength = members.has(rule.id) ? 1 : foreignRuleStrength;
    for (const { key, names, discount = 0 } of namesOfRule(rule, entry.kind, pack, rules)) {
      names.forEach((name, rank) => collector.add(name, { key, rule, strength: strength - discount - Math.min(rank, 50) * 0.0001 }));
    }
  }
}

function vocabularyOf(pack: Pack, entry: PackTable, isAside = false): Vocabulary {
  const byId = new Map(pack.rules.map((rule) => [rule.id, rule]));
  const rules = entry.rules.flatMap((id) => byId.get(id) ?? []);
  const collector = new Collector();
  addFields(collector, entry);
  addRules(collector, pack, entry, rules);
  return { pack, entry, names: collector.sorted(), rules, isAside };
}

const known = new WeakMap<Pack, readonly Vocabulary[]>();

/** The vocabularies of all kinds of sheet that a pack judges. A pack is not changed once it is loaded, so they are made once. */
export function vocabulariesOf(pack: Pack): readonly Vocabulary[] {
  const before = known.get(pack);
  if (before !== undefined) return before;
  const made = pack.tables.map((entry) => vocabularyOf(pack, entry));
  if (!pack.tables.some((entry) => entry.kind === "roster"))
    made.push(vocabularyOf(pack, { kind: "roster", name: words.roster, rules: [] }, true));
  known.set(pack, made);
  return made;
}

export function allVocabularies(packs: readonly Pack[]): readonly Vocabulary[] {
  return packs.flatMap(vocabulariesOf);
}
