/**
 * The names that a column of one kind of sheet may carry under one policy: the dictionary of common fields
 * (synonyms.json), the policy's own field names, and the names of its rules (`rulecolumns.ts`). Only names stand here; which column takes
 * which key is decided in `matching.ts`.
 */
import type { Pack, PackTable, Rule, RuleKind, TableKind } from "../policy/schema";
import { DictionaryMaker, type Dictionary } from "./dictionary";
import { namesOfRule } from "./rulecolumns";
import synonyms from "./synonyms.json";
import type { ColumnKey } from "./table";
import { bare } from "./wording";
import words from "./words.json";

export interface Vocabulary {
  /** A roster that the policy does not speak of: read beside other tables, no reason to check a workbook. */
  readonly isAside: boolean;
  readonly pack: Pack;
  readonly entry: PackTable;
  readonly names: Dictionary;
  /** Rules of this kind of sheet, in the form's order. */
  readonly rules: readonly Rule[];
  /** Keys that only this policy's forms have: its rules' and its own fields'. */
  readonly own: ReadonlySet<ColumnKey>;
  readonly kinds: ReadonlyMap<string, RuleKind>;
}

/** All names of the dictionary, whatever they mean. */
export function everyName(): readonly string[] {
  const ofKinds = Object.values(kindNames).flatMap((names) => Object.values(names));
  return [...Object.values(commonNames), ...ofKinds, synonyms.groups, synonyms.ignored].flat().map(bare);
}

type Names = Readonly<Record<string, readonly string[]>>;
const commonNames: Names = synonyms.common;
const kindNames: Readonly<Record<string, Names>> = synonyms.kinds;
const typicalKeys: Names = synonyms.typical;

/** The words for one key in one kind of sheet, the likeliest first; "..." in a kind's list stands for the common ones. */
function wordsFor(kind: TableKind, key: string): readonly string[] {
  const common = commonNames[key] ?? [];
  const own = kindNames[kind]?.[key];
  if (own === undefined) return common;
  if (own.length === 0) return [];
  const place = own.indexOf("...");
  return place < 0 ? [...own, ...common] : [...own.slice(0, place), ...common, ...own.slice(place + 1)];
}

/** Rank within the list costs little, so that of two columns for one key the likelier takes it. */
const rankCost = 0.0004;
const atypicalStrength = 0.85;
/** The policy's own names go before the dictionary's, the names of its rules before both. */
const fieldStrength = 0.993;
const foreignRuleStrength = 0.88;

const commonDictionaries = new Map<TableKind, Dictionary>();

/** The common names as a kind of sheet uses them; made once. */
export function commonDictionary(kind: TableKind): Dictionary {
  const before = commonDictionaries.get(kind);
  if (before !== undefined) return before;
  const maker = new DictionaryMaker();
  const typical = new Set(typicalKeys[kind] ?? []);
  for (const key of new Set([...Object.keys(commonNames), ...Object.keys(kindNames[kind] ?? {})])) {
    const base = typical.has(key) ? 0.99 : atypicalStrength;
    wordsFor(kind, key).forEach((name, rank) => maker.add(name, { key, rule: null, strength: base - rank * rankCost }));
  }
  for (const name of synonyms.ignored) maker.add(name, { key: null, rule: null, strength: 0.8 });
  const made = maker.make();
  commonDictionaries.set(kind, made);
  return made;
}

function addFields(maker: DictionaryMaker, entry: PackTable): void {
  for (const [key, names] of Object.entries(entry.fields ?? {}))
    for (const name of names) maker.add(name, { key, rule: null, strength: fieldStrength });
}

/** A rule whose name is also a common field's (合计, 认定学时) does not take the field's column, unless it belongs to the sheet. */
function addRules(maker: DictionaryMaker, pack: Pack, entry: PackTable, rules: readonly Rule[]): void {
  const members = new Set(rules.map((rule) => rule.id));
  for (const rule of pack.rules) {
    const strength = members.has(rule.id) ? 1 : foreignRuleStrength;
    for (const { key, names, discount = 0 } of namesOfRule(rule, { pack, kind: entry.kind, rules })) {
      names.forEach((name, rank) => maker.add(name, { key, rule, strength: strength - discount - Math.min(rank, 50) * 0.0001 }));
    }
  }
}

/** Fields that only the policy names, among them those whose values its rules list (依托形式, 研修方式). */
function ownKeys(entry: PackTable, rules: readonly Rule[]): ReadonlySet<ColumnKey> {
  const fields = Object.keys(entry.fields ?? {}).filter((key) => commonNames[key] === undefined);
  return new Set([...rules.map((rule) => rule.id), ...fields]);
}

/** Whether a key is one of the sheet's own, or a part of such a one (a quota's share, a block's year). */
export function isOwnKey({ own }: Vocabulary, key: ColumnKey): boolean {
  for (let owner = key; owner !== ""; owner = owner.slice(0, Math.max(0, owner.lastIndexOf(".")))) if (own.has(owner)) return true;
  return false;
}

/** The kind of rule that a column's key belongs to. */
export function kindOfKey({ kinds }: Vocabulary, key: ColumnKey): RuleKind | null {
  for (let owner = key; owner !== ""; owner = owner.slice(0, Math.max(0, owner.lastIndexOf(".")))) {
    const kind = kinds.get(owner);
    if (kind !== undefined) return kind;
  }
  return null;
}

function vocabularyOf(pack: Pack, entry: PackTable, isAside = false): Vocabulary {
  const byId = new Map(pack.rules.map((rule) => [rule.id, rule]));
  const rules = entry.rules.flatMap((id) => byId.get(id) ?? []);
  const maker = new DictionaryMaker(commonDictionary(entry.kind));
  addFields(maker, entry);
  addRules(maker, pack, entry, rules);
  const kinds = new Map(pack.rules.map((rule) => [rule.id, rule.kind]));
  return { pack, entry, names: maker.make(), rules, own: ownKeys(entry, rules), kinds, isAside };
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
