/**
 * Which column takes which key: each key once, the surest match first. What is unclear stays without a key and is asked,
 * with the best guess beside it; what a clerk has confirmed goes before everything.
 */
import type { Message, Locale } from "../values/message";
import { columnLetters } from "./address";
import { withMissingPart, withoutSharedBonus, withUnnamedBonus } from "./among-items";
import { withKeysOfValues } from "./by-values";
import { candidatesOf, meaningsOf, sure, type Candidate } from "./candidates";
import { explain } from "./explaining";
import type { Heading } from "./heading";
import { leaves } from "./leaves";
import {
  doubtTwins,
  dropDates,
  dropFullScores,
  dropSelfScores,
  generalise,
  partEvidence,
  partResults,
  preferCategories,
  preferItem,
  preferPoints,
  preferProject,
  withOnlyAmount,
  withPlainDate,
} from "./preferences";
import type { Column, ColumnKey } from "./table";
import { isOwnKey, type Vocabulary } from "./vocabulary";
import { bare } from "./wording";
import words from "./words.json";
import { readYear, yearPlaces, type YearMark } from "./years";

/** A column's letter → its key, "" for a column not to be read. One sheet's part of the settings. */
export type SheetMapping = Readonly<Record<string, string>>;

export interface Matched {
  readonly columns: readonly Column[];
  /** Sum of the confidence of all keys given. */
  readonly weight: number;
}

const units = new Set(words.packUnits);
const hourLeaves = new Set(leaves.hours.map(bare));

/** 2020年度(学分) as 2020年度. */
function withoutUnit(level: string): string {
  const [, name, unit] = /^(.*)\(([^()]*)\)$/.exec(level) ?? [];
  return name !== undefined && unit !== undefined && units.has(unit) ? name : level;
}

/** A column of a year: the year itself, 学时 / 合计 below it, or a block of the cycle beside it. */
function yearOf(heading: Heading, isOfBlock: boolean): YearMark | null {
  const levels = heading.header.split("/");
  // 2020年度/学分: the unit behind the year, or under it.
  while (levels.length > 1 && units.has(levels[levels.length - 1] ?? "")) levels.pop();
  const last = levels.length - 1;
  const leaf = heading.levels[heading.levels.length - 1];
  for (let at = last; at >= 0; at--) {
    const mark = readYear(withoutUnit(levels[at] ?? ""));
    if (mark !== null) return at === last || isOfBlock || (leaf !== undefined && hourLeaves.has(leaf.name)) ? mark : null;
  }
  // 2021/2022学年 holds the separator itself.
  return readYear(heading.header);
}

/** 公需 under 2023年, beside the year's 小计: a part of a year, which the cycle does not ask for. */
function isPartOfYear(heading: Heading): boolean {
  return (
    heading.header
      .split("/")
      .slice(0, -1)
      .some((level) => readYear(level) !== null) && yearOf(heading, false) === null
  );
}

const partOfYear: Candidate = { key: null, confidence: 0.9, why: { id: "column.ignored" }, rule: null };

/** The block of the policy's cycle that a level beside the year names: 集中培训 of 集中培训/2021年 and of 2021年/集中培训. */
function blockOf(heading: Heading, vocabulary: Vocabulary): ColumnKey | null {
  const levels = heading.header.split("/");
  if (levels.length < 2 || !levels.some((level) => readYear(level) !== null)) return null;
  for (const level of heading.levels) {
    const meaning = meaningsOf(vocabulary, level.full)[0] ?? meaningsOf(vocabulary, level.name)[0];
    if (meaning?.rule?.kind === "cycle" && meaning.key !== null && meaning.key.startsWith(`${meaning.rule.id}.`)) return meaning.key;
  }
  return null;
}

/** A year's key, as a part of its block where the cycle has blocks. */
function yearKey(place: number, block: ColumnKey | null): ColumnKey {
  return block === null ? `year${place}` : `${block}.year${place}`;
}

function yearCandidates(headings: readonly Heading[], vocabulary: Vocabulary): readonly (Candidate | null)[] {
  const blocks = headings.map((heading) => blockOf(heading, vocabulary));
  const marks = headings.map((heading, at) => yearOf(heading, (blocks[at] ?? null) !== null));
  const places = yearPlaces(marks);
  const several = new Set(places.filter((place) => place !== null)).size >= 2;
  return places.map((place, at) =>
    place === null || !several
      ? null
      : {
          key: yearKey(place, blocks[at] ?? null),
          confidence: 0.97,
          why: { id: "column.year", values: { place } },
          rule: null,
        },
  );
}

interface Choice {
  readonly column: number;
  readonly candidate: Candidate;
}

/** Gives each key to the column that is surest of it. */
function assign(options: readonly (readonly Candidate[])[], taken: ReadonlySet<ColumnKey>): ReadonlyMap<number, Candidate> {
  const choices: Choice[] = options.flatMap((list, column) => list.map((candidate) => ({ column, candidate })));
  choices.sort((a, b) => b.candidate.confidence - a.candidate.confidence || a.column - b.column);
  const keys = new Set(taken);
  const given = new Map<number, Candidate>();
  for (const { column, candidate } of choices) {
    if (candidate.confidence < sure || given.has(column)) continue;
    if (candidate.key !== null && keys.has(candidate.key)) continue;
    if (candidate.key !== null) keys.add(candidate.key);
    given.set(column, candidate);
  }
  return given;
}

function asked(heading: Heading, list: readonly Candidate[], taken: ReadonlySet<ColumnKey>): { candidate: Candidate | null; why: Message } {
  const candidate = list.find((other) => other.key !== null) ?? null;
  const header = heading.header;
  if (heading.levels.length === 0) return { candidate, why: { id: "column.unnamed" } };
  if (candidate === null) return { candidate, why: { id: "column.unknown", values: { header } } };
  if (candidate.key !== null && taken.has(candidate.key) && candidate.confidence >= sure)
    return { candidate, why: { id: "column.twice", values: { name: header } } };
  return { candidate, why: { id: "column.ambiguous", values: { header } } };
}

export interface PlainFit {
  readonly weight: number;
  readonly keys: ReadonlySet<ColumnKey>;
  /** The likeliest key of each column, by plain name. */
  readonly columns: readonly (ColumnKey | null)[];
}

/** How much of a header a vocabulary knows by plain name: quick, to choose which vocabularies to try in earnest. */
export function plainFit(headings: readonly Heading[], vocabulary: Vocabulary): PlainFit {
  const weights = new Map<ColumnKey, number>();
  const years = yearCandidates(headings, vocabulary).flatMap((candidate) => candidate?.key ?? []);
  const best = headings.map((heading) => candidatesOf(vocabulary, heading, true)[0] ?? null);
  for (const candidate of best) {
    if (candidate === null || candidate.key === null) continue;
    const weight = candidate.confidence * (isOwnKey(vocabulary, candidate.key) ? 2 : 1);
    weights.set(candidate.key, Math.max(weights.get(candidate.key) ?? 0, weight));
  }
  const ofYears = vocabulary.entry.kind === "hours-cycle" ? 2 * years.length : 0;
  return {
    weight: [...weights.values()].reduce((sum, weight) => sum + weight, ofYears),
    keys: new Set([...weights.keys(), ...years]),
    columns: best.map((candidate) => candidate?.key ?? null),
  };
}

/** Maps the columns of one header under one vocabulary. `mapping` is what a clerk confirmed for this sheet. */
export function matchColumns(headings: readonly Heading[], vocabulary: Vocabulary, mapping: SheetMapping, locale: Locale): Matched {
  const years = yearCandidates(headings, vocabulary);
  const fixed = headings.map((heading) => mapping[columnLetters(heading.column)]);
  const found = headings.map((heading, at): readonly Candidate[] => {
    const year = years[at];
    if (fixed[at] !== undefined) return [];
    if (year !== null && year !== undefined) return [year];
    if (vocabulary.entry.kind === "hours-cycle" && isPartOfYear(heading)) return [partOfYear];
    const named = dropDates(heading, preferItem(heading, candidatesOf(vocabulary, heading), vocabulary), vocabulary);
    return preferProject(heading, preferPoints(heading, named, vocabulary), vocabulary);
  });
  const categorised = preferCategories(headings, found, vocabulary);
  const earned = dropSelfScores(headings, dropFullScores(headings, categorised));
  const options = doubtTwins(headings, partResults(partEvidence(headings, earned, vocabulary), vocabulary));
  const taken = new Set(fixed.filter((key) => key !== undefined && key !== ""));
  const assigned = assign(options, new Set([...taken].flatMap((key) => key ?? [])));
  const general = withOnlyAmount(withPlainDate(generalise(assigned, vocabulary), vocabulary), vocabulary);
  const whole = withMissingPart(headings, withoutSharedBonus(general, vocabulary), vocabulary);
  const plain = withUnnamedBonus(headings, whole, vocabulary);
  const given = withKeysOfValues(headings, plain, vocabulary, taken.has("name"));
  const used = new Set([...given.values()].flatMap((candidate) => candidate.key ?? []));
  let weight = 0;
  const columns = headings.map((heading, at): Column => {
    const base = {
      index: heading.column,
      header: heading.header,
      headerRow: heading.headerRow,
      points: heading.points,
      unit: heading.unit,
      counts: heading.counts,
    };
    const mapped = fixed[at];
    if (mapped !== undefined) {
      weight += mapped === "" ? 0 : 1;
      return {
        ...base,
        key: mapped === "" ? null : mapped,
        confidence: 1,
        guess: null,
        ignored: mapped === "",
        why: explain({ id: mapped === "" ? "column.mapped-off" : "column.mapped" }, locale),
      };
    }
    const candidate = given.get(at);
    if (candidate !== undefined && candidate.key !== null) {
      weight += candidate.confidence;
      const rule = candidate.rule ?? (options[at] ?? []).find((other) => other.rule !== null && other.confidence >= 0.95)?.rule ?? null;
      return {
        ...base,
        key: candidate.key,
        confidence: candidate.confidence,
        guess: null,
        ...(rule === null ? {} : { rule }),
        ...(candidate.marks === undefined ? {} : { marks: candidate.marks }),
        why: explain(candidate.why, locale),
      };
    }
    if (candidate !== undefined)
      return {
        ...base,
        key: null,
        confidence: candidate.confidence,
        guess: null,
        ignored: true,
        why: explain({ id: "column.ignored" }, locale),
      };
    const marks = options[at]?.[0]?.marks;
    // A second column of the same sort adds to the first.
    if (marks !== undefined && used.has("role"))
      return {
        ...base,
        key: null,
        confidence: 0.9,
        guess: null,
        ignored: true,
        marks,
        why: explain({ id: "column.marks", values: { role: marks } }, locale),
      };
    const question = asked(heading, options[at] ?? [], used);
    return {
      ...base,
      key: null,
      confidence: Math.min(question.candidate?.confidence ?? 0, sure - 0.01),
      guess: question.candidate?.key ?? null,
      why: explain(question.why, locale),
    };
  });
  return { columns, weight };
}
