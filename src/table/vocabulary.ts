/**
 * The names that a column of one kind of sheet may carry under one policy: the dictionary of common fields
 * (synonyms.json), the policy's own field names, and the names of its rules (`rulecolumns.ts`). Only names stand here; which column takes
 * which key is decided in `matching.ts`.
 */
import type { Pack, PackTable, Rule, TableKind } from "../policy/schema";
import { namesOfRule } from "./rulecolumns";
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

/** The words for one key in one kind of sheet, the likeliest first; "..." in a kind's list stands for the common ones. */
function wordsFor(kind: TableKind, key: string): readonly string[] {
  const common = commonNames[key] ?? [];
  const own = kindNames[kind]?.[key];
  if (own === undefined) return common;
  if (own.length === 0) return [];
  const place = own.indexOf("...");
  return place < 0 ? [...own, ...common] : [...own.slice(0, place), ...common, ...own.slice(place + 1)];
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
    for (const { key, names, discount = 0 } of namesOfRule(rule, { pack, kind: entry.kind, rules })) {
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
