/**
 * Whether a text is a word of some header: the names of all vocabularies together, remembered by text, for finding
 * header rows before it is known what kind of table they belong to.
 */
import type { Pack, TableKind } from "../policy/schema";
import type { CellValue } from "../values/cell";
import { simplify } from "./simplify";
import synonyms from "./synonyms.json";
import { commonDictionary, vocabulariesOf } from "./vocabulary";
import words from "./words.json";
import { bare, isRate, readWording, squeeze } from "./wording";
import { readYear } from "./years";

/** `field`: a common field or group; `rule`: a name of a rule; `ending`: it only ends like a known name; `assessor`: 自评, 核定; `measure`: 20分, (学时). */
export type HeaderWord = "field" | "rule" | "ending" | "assessor" | "measure" | null;

export interface HeaderWords {
  of(value: CellValue): HeaderWord;
  /** Whether a name begins with this character: a text that begins otherwise is no header word, whatever it is. */
  startsWith(character: string): boolean;
}

const longestHeader = 60;
const units = new Set(words.units);
const pointsNames = new Set(words.points.map(bare));

/** 单位：兰西一中; times of day and ratios are no captions, and 其中：校内 is a part of what stands before. */
export function isCaption(text: string): boolean {
  return /^(?!其中)[^\d::：][^:：]{0,24}[:：]/.test(text.trim());
}

/** A caption with its text; a name with a colon behind it (总分：) may be a header. */
export function isFilledCaption(text: string): boolean {
  return isCaption(text) && !/[:：]\s*$/.test(text);
}

function isMeasure(text: string): boolean {
  const plain = text.replace(/[()（）]/g, "");
  return units.has(plain) || isRate(plain) || /^(?:满分)?\d+(?:\.\d+)?分$/.test(plain) || pointsNames.has(bare(text));
}

interface Words {
  readonly names: { has(name: string): boolean };
  readonly starts: ReadonlySet<string>;
}

function startsOf(names: Iterable<string>): ReadonlySet<string> {
  return new Set([...names].map((name) => name.slice(0, 1)));
}

const groups = new Set([...synonyms.ignored, ...synonyms.groups].map(bare));
const groupWords: Words = { names: groups, starts: startsOf(groups) };
/** Who gave a score, under its item: it ends a header as 得分 does, and begins none. */
const assessors = new Set([...synonyms.leaves.self, ...synonyms.leaves.assessed].map(bare));
const kindWords = new Map<TableKind, Words>();

/** The words of the common dictionary that one kind of sheet uses. */
function wordsOfKind(kind: TableKind): Words {
  const before = kindWords.get(kind);
  if (before !== undefined) return before;
  const { own } = commonDictionary(kind);
  const made = { names: own, starts: startsOf(own.keys()) };
  kindWords.set(kind, made);
  return made;
}

interface PackWords {
  readonly fields: ReadonlySet<string>;
  readonly rules: ReadonlySet<string>;
  readonly starts: ReadonlySet<string>;
}

const knownPacks = new WeakMap<Pack, PackWords>();

/** What a policy's own names add; made once, as its vocabularies are. */
function wordsOf(pack: Pack): PackWords {
  const before = knownPacks.get(pack);
  if (before !== undefined) return before;
  const fields = new Set<string>();
  const rules = new Set<string>();
  for (const { names } of vocabulariesOf(pack))
    for (const [name, meanings] of names.own) (meanings.some((meaning) => meaning.rule === null) ? fields : rules).add(name);
  const made = { fields, rules, starts: startsOf([...fields, ...rules]) };
  knownPacks.set(pack, made);
  return made;
}

export function headerWordsOf(packs: readonly Pack[]): HeaderWords {
  const all = packs.map(wordsOf);
  const kinds = new Set(packs.flatMap(vocabulariesOf).map(({ entry }) => entry.kind));
  const common = [groupWords, ...[...kinds].map(wordsOfKind)];
  const ofName = (name: string): HeaderWord => {
    if (common.some(({ names }) => names.has(name)) || all.some(({ fields }) => fields.has(name))) return "field";
    return all.some(({ rules }) => rules.has(name)) ? "rule" : null;
  };
  const seen = new Map<string, HeaderWord>();
  const ending = (name: string): HeaderWord => {
    for (let from = 1; from <= name.length - 2; from++)
      if (ofName(name.slice(from)) !== null || assessors.has(name.slice(from))) return "ending";
    return null;
  };
  const look = (text: string): HeaderWord => {
    const wording = readWording(text);
    const plain =
      ofName(wording.full) ?? ofName(wording.name) ?? (wording.inside[0] === undefined ? null : ofName(bare(wording.inside[0])));
    if (plain !== null) return plain;
    if (isMeasure(squeeze(text))) return "measure";
    if (readYear(text) !== null) return "field";
    const simple = /\p{Script=Han}/u.test(wording.name) ? simplify(wording.name) : wording.name;
    return ofName(simple) ?? (assessors.has(simple) ? "assessor" : ending(simple));
  };
  const starts = new Map<string, boolean>();
  const begins = (character: string): boolean => [...common, ...all].some((words) => words.starts.has(character));
  return {
    startsWith: (character) => {
      const known = starts.get(character);
      if (known !== undefined) return known;
      const found = begins(character) || begins(simplify(character));
      if (starts.size < 20_000) starts.set(character, found);
      return found;
    },
    of: (value) => {
      if (typeof value !== "string" || value.length > longestHeader) return null;
      const known = seen.get(value);
      if (known !== undefined) return known;
      const found = isFilledCaption(value) ? null : look(value);
      if (seen.size < 20_000) seen.set(value, found);
      return found;
    },
  };
}
