/**
 * Which column takes which key: each key once, the surest match first. What is unclear stays without a key and is asked,
 * with the best guess beside it; what a clerk has confirmed goes before everything.
 */
import type { Message, Locale } from "../values/message";
import { columnLetters } from "./address";
import { candidatesOf, type Candidate } from "./candidates";
import { explain } from "./explaining";
import type { Heading } from "./heading";
import { leaves } from "./leaves";
import type { Column, ColumnKey } from "./table";
import type { Vocabulary } from "./vocabulary";
import { bare } from "./wording";
import { readYear, yearPlaces, type YearMark } from "./years";

/** From here on a match is used without asking. */
export const sure = 0.75;

/** A column's letter → its key, "" for a column not to be read. One sheet's part of the settings. */
export type SheetMapping = Readonly<Record<string, string>>;

export interface Matched {
  readonly columns: readonly Column[];
  /** Sum of the confidence of all keys given. */
  readonly weight: number;
}

const hourLeaves = new Set(leaves.hours.map(bare));

/** A column of a year: the year itself, or 学时 / 合计 below it. */
function yearOf(heading: Heading): YearMark | null {
  const levels = heading.header.split("/");
  const last = levels.length - 1;
  const leaf = heading.levels[heading.levels.length - 1];
  for (let at = last; at >= 0; at--) {
    const mark = readYear(levels[at] ?? "");
    if (mark !== null) return at === last || (leaf !== undefined && hourLeaves.has(leaf.name)) ? mark : null;
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
      .some((level) => readYear(level) !== null) && yearOf(heading) === null
  );
}

const partOfYear: Candidate = { key: null, confidence: 0.9, why: { id: "column.ignored" }, rule: null };

function yearCandidates(headings: readonly Heading[]): readonly (Candidate | null)[] {
  const marks = headings.map(yearOf);
  const places = yearPlaces(marks);
  const several = new Set(places.filter((place) => place !== null)).size >= 2;
  return places.map((place) =>
    place === null || !several
      ? null
      : { key: `year${place}`, confidence: 0.97, why: { id: "column.year", values: { place } }, rule: null },
  );
}

/** Keys whose second column is only another of the same sort: the first is taken without asking. */
const harmlessTwice = new Set(["number", "note", "date", "phone", "name", "school", "role", "title", "project"]);

/** Two columns with the same heading and the same best meaning: which of them is meant is asked. */
function doubtTwins(headings: readonly Heading[], options: readonly (readonly Candidate[])[]): readonly (readonly Candidate[])[] {
  const seen = new Map<string, number>();
  const identity = (at: number): string => `${headings[at]?.header ?? ""}\n${options[at]?.[0]?.key ?? ""}`;
  options.forEach((_, at) => seen.set(identity(at), (seen.get(identity(at)) ?? 0) + 1));
  return options.map((list, at) => {
    const key = list[0]?.key;
    const twin = key !== undefined && key !== null && !harmlessTwice.has(key) && (seen.get(identity(at)) ?? 0) > 1;
    return twin ? list.map((candidate) => ({ ...candidate, confidence: Math.min(candidate.confidence, 0.6) })) : list;
  });
}

/** Of two bonus columns (加分次数, 奖励加分) the points are the bonus, the times stand beside it; a single one is the bonus, in times. */
function preferPoints(heading: Heading, list: readonly Candidate[], vocabulary: Vocabulary): readonly Candidate[] {
  const bonus = list.find((candidate) => vocabulary.pack.rules.some((rule) => rule.kind === "bonus" && rule.id === candidate.key));
  if (heading.counts !== "times" || bonus === undefined || bonus.confidence < sure) return list;
  const confidence = Math.max(sure, bonus.confidence - 0.03);
  const others = list.filter((candidate) => candidate.key !== bonus.key && candidate.key !== "times");
  return [{ ...bonus, confidence }, { ...bonus, key: "times", confidence: Math.max(sure, confidence - 0.01) }, ...others];
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

/** 平台学时 and 平台得分 side by side: the points are the item, the hours its evidence. */
function partEvidence(
  headings: readonly Heading[],
  options: readonly (readonly Candidate[])[],
  vocabulary: Vocabulary,
): readonly (readonly Candidate[])[] {
  const scored = new Set(
    options.flatMap((list, at) => (isScoreName(headings[at]) && (list[0]?.confidence ?? 0) >= sure ? (list[0]?.key ?? []) : [])),
  );
  return options.map((list, at) => {
    const first = list[0];
    const name = leafName(headings[at]);
    if (first === undefined || first.key === null || !scored.has(first.key) || isScoreName(headings[at])) return list;
    const evidence = vocabulary.pack.rules.find(
      (rule) => rule.kind === "evidence" && rule.of === first.key && (name.endsWith(rule.unit) || name.endsWith(`${rule.unit}数`)),
    );
    return evidence === undefined ? list : [{ ...first, key: evidence.id, rule: evidence.id }, ...list.slice(1)];
  });
}

const scoreEndings = leaves.score.filter((word) => word.length >= 2).map(bare);

function leafName(heading: Heading | undefined): string {
  return heading?.levels.at(-1)?.name ?? "";
}

function isScoreName(heading: Heading | undefined): boolean {
  const name = leafName(heading);
  return scoreEndings.some((ending) => name.endsWith(ending));
}

/** A single column about one quota is the sheet's 已培训人数, whatever rule its name speaks of; of several, each is its rule's. */
function generalise(given: ReadonlyMap<number, Candidate>, vocabulary: Vocabulary): ReadonlyMap<number, Candidate> {
  const quotas = new Set(vocabulary.pack.rules.filter((rule) => rule.kind === "quota").map((rule) => rule.id));
  const result = new Map(given);
  const columnsOf = (test: (key: ColumnKey) => boolean): [number, Candidate][] =>
    [...result].filter(([, { key }]) => key !== null && test(key));
  const parts = columnsOf((key) => quotas.has(key));
  const general = columnsOf((key) => key === "part");
  const [onlyPart] = parts;
  if (onlyPart !== undefined && parts.length === 1 && general.length === 0) result.set(onlyPart[0], { ...onlyPart[1], key: "part" });
  for (const [column, candidate] of general) {
    const free = candidate.rule !== null && quotas.has(candidate.rule) && !parts.some(([, other]) => other.key === candidate.rule);
    if (parts.length > 0 && free) result.set(column, { ...candidate, key: candidate.rule });
  }
  const shares = columnsOf((key) => key.endsWith(".share") && quotas.has(key.slice(0, -".share".length)));
  const [onlyShare] = shares;
  if (onlyShare !== undefined && shares.length === 1 && columnsOf((key) => key === "share").length === 0)
    result.set(onlyShare[0], { ...onlyShare[1], key: "share" });
  return result;
}

/** How much of a header a vocabulary knows by plain name: quick, to choose which vocabularies to try in earnest. */
export function plainFit(headings: readonly Heading[], vocabulary: Vocabulary): number {
  const members = new Set(vocabulary.rules.map((rule) => rule.id));
  const keys = new Map<ColumnKey, number>();
  const years = yearCandidates(headings).filter((candidate) => candidate !== null).length;
  for (const heading of headings) {
    const best = candidatesOf(vocabulary, heading, true)[0];
    if (best === undefined || best.key === null) continue;
    const weight = best.confidence * (members.has(best.key) ? 2 : 1);
    keys.set(best.key, Math.max(keys.get(best.key) ?? 0, weight));
  }
  return [...keys.values()].reduce((sum, weight) => sum + weight, vocabulary.entry.kind === "hours-cycle" ? 2 * years : 0);
}

/** Maps the columns of one header under one vocabulary. `mapping` is what a clerk confirmed for this sheet. */
export function matchColumns(headings: readonly Heading[], vocabulary: Vocabulary, mapping: SheetMapping, locale: Locale): Matched {
  const years = yearCandidates(headings);
  const fixed = headings.map((heading) => mapping[columnLetters(heading.column)]);
  const found = headings.map((heading, at): readonly Candidate[] => {
    const year = years[at];
    if (fixed[at] !== undefined) return [];
    if (year !== null && year !== undefined) return [year];
    if (vocabulary.entry.kind === "hours-cycle" && isPartOfYear(heading)) return [partOfYear];
    return preferPoints(heading, candidatesOf(vocabulary, heading), vocabulary);
  });
  const options = doubtTwins(headings, partEvidence(headings, found, vocabulary));
  const taken = new Set(fixed.filter((key) => key !== undefined && key !== ""));
  const given = generalise(assign(options, new Set([...taken].flatMap((key) => key ?? []))), vocabulary);
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
