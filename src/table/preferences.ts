/**
 * What the other columns of a form, and the values below a heading, say about its meaning: which of several readings is
 * preferred, which two are in doubt, what a single column of its sort stands for.
 */
import type { Candidate } from "./candidates";
import { sure } from "./candidates";
import type { Heading } from "./heading";
import { leaves } from "./leaves";
import { resultKey } from "./rulecolumns";
import { simplify } from "./simplify";
import type { ColumnKey } from "./table";
import { shareOfCategories } from "./values-fit";
import type { Vocabulary } from "./vocabulary";
import { bare, squeeze } from "./wording";
import words from "./words.json";

/** Keys whose second column is only another of the same sort: the first is taken without asking. */
const harmlessTwice = new Set(["number", "note", "date", "phone", "name", "school", "role", "title", "project"]);

/** Two columns with the same heading and the same best meaning: which of them is meant is asked. */
export function doubtTwins(headings: readonly Heading[], options: readonly (readonly Candidate[])[]): readonly (readonly Candidate[])[] {
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
export function preferPoints(heading: Heading, list: readonly Candidate[], vocabulary: Vocabulary): readonly Candidate[] {
  const bonus = list.find((candidate) => vocabulary.pack.rules.some((rule) => rule.kind === "bonus" && rule.id === candidate.key));
  if (heading.counts !== "times" || bonus === undefined || bonus.confidence < sure) return list;
  const confidence = Math.max(sure, bonus.confidence - 0.03);
  const others = list.filter((candidate) => candidate.key !== bonus.key && candidate.key !== "times");
  return [{ ...bonus, confidence }, { ...bonus, key: "times", confidence: Math.max(sure, confidence - 0.01) }, ...others];
}

/** Readings that something speaks against are less sure, and come after surer ones. */
function lowered(
  list: readonly Candidate[],
  isDoubted: (key: ColumnKey | null) => boolean,
  to: (confidence: number) => number,
): readonly Candidate[] {
  return list
    .map((candidate) => (isDoubted(candidate.key) ? { ...candidate, confidence: to(candidate.confidence) } : candidate))
    .sort((a, b) => b.confidence - a.confidence);
}

/** 培训内容 that holds none of the contents which the policy lists is the name of the training. */
export function preferProject(heading: Heading, list: readonly Candidate[], vocabulary: Vocabulary): readonly Candidate[] {
  if (heading.below.length === 0 || !list.some((candidate) => candidate.key === "project")) return list;
  const isStrange = (key: ColumnKey | null): boolean => {
    const rule = vocabulary.rules.find((other) => other.kind === "choice" && other.field === key);
    if (rule?.kind !== "choice") return false;
    const values = rule.values.flatMap(({ value, aliases }) => [value, ...(aliases ?? [])]).map(squeeze);
    const texts = heading.below.flatMap((value) => (typeof value === "string" ? squeeze(value) : []));
    return texts.filter((text) => values.some((known) => text.includes(known))).length * 2 < texts.length;
  };
  return lowered(list, isStrange, (confidence) => confidence * 0.9);
}

/** 课程类型 and 学习方式 side by side: the category is where the policy's categories stand. */
export function preferCategories(
  headings: readonly Heading[],
  options: readonly (readonly Candidate[])[],
  vocabulary: Vocabulary,
): readonly (readonly Candidate[])[] {
  const shares = options.map((list, at) => {
    const heading = headings[at];
    return heading !== undefined && list.some(({ key }) => key === "category") ? shareOfCategories(heading, vocabulary) : null;
  });
  const most = Math.max(0, ...shares.flatMap((share) => share ?? []));
  return options.map((list, at) => {
    const share = shares[at] ?? null;
    if (share === null || share === most) return list;
    return lowered(
      list,
      (key) => key === "category",
      (confidence) => confidence * 0.8,
    );
  });
}

/** 平台学时 and 平台得分 side by side: the points are the item, the hours its evidence. */
export function partEvidence(
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

/** 县级考核成绩 | 是否合格 | 校本考核成绩 | 是否合格: each speaks of the score before it. */
export function partResults(options: readonly (readonly Candidate[])[], vocabulary: Vocabulary): readonly (readonly Candidate[])[] {
  const best = options.map(([first]) => (first !== undefined && first.confidence >= sure ? first.key : null));
  if (best.filter((key) => key === "result").length < 2) return options;
  const others = new Set(vocabulary.rules.flatMap((rule) => (rule.kind === "pass" ? [rule.id] : [])));
  return options.map((list, at) => {
    const before = best[at - 1] ?? null;
    if (best[at] !== "result" || before === null || !others.has(before)) return list;
    return list.map((candidate) => (candidate.key === "result" ? { ...candidate, key: resultKey(before), rule: before } : candidate));
  });
}

const scoreEndings = leaves.score.filter((word) => word.length >= 2).map(bare);

export function leafName(heading: Heading | undefined): string {
  return heading?.levels.at(-1)?.name ?? "";
}

function isScoreName(heading: Heading | undefined): boolean {
  const name = leafName(heading);
  return scoreEndings.some((ending) => name.endsWith(ending));
}

/** 智慧平台培训学时（10学时，20分）: with the item's points it is the item, whatever else it states; it is no date and no amount. */
export function preferItem(heading: Heading, list: readonly Candidate[], vocabulary: Vocabulary): readonly Candidate[] {
  const { points } = heading;
  if (points === null) return list;
  const changed = list.map((candidate): Candidate => {
    const rule = vocabulary.pack.rules.find((other) => other.id === candidate.key);
    if (rule?.kind !== "evidence" && rule?.kind !== "deadline") return candidate;
    const item = vocabulary.rules.find((other) => other.id === rule.of);
    const isItem = item !== undefined && "points" in item && item.points === points;
    return isItem ? { ...candidate, key: item.id, rule: item.id } : { ...candidate, confidence: Math.min(candidate.confidence, 0.6) };
  });
  return changed.sort((a, b) => b.confidence - a.confidence);
}

/** 20 and 18 are no days: a column of small numbers is no date, whatever its name. */
export function dropDates(heading: Heading, list: readonly Candidate[], vocabulary: Vocabulary): readonly Candidate[] {
  const numbers = heading.below.map(Number);
  if (numbers.length < 2 || !numbers.every((number) => number >= 0 && number < earliestSerial)) return list;
  const isDate = (key: ColumnKey | null): boolean =>
    key === "date" || key === "birth" || vocabulary.pack.rules.some((rule) => rule.id === key && rule.kind === "deadline");
  return lowered(list, isDate, (confidence) => Math.min(confidence, 0.5));
}

/** A single column about one quota is the sheet's 已培训人数, whatever rule its name speaks of; of several, each is its rule's. */
export function generalise(given: ReadonlyMap<number, Candidate>, vocabulary: Vocabulary): ReadonlyMap<number, Candidate> {
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

/** Of a list of documents the only date is each one's date, whatever deadline its name speaks of. */
export function withPlainDate(given: ReadonlyMap<number, Candidate>, vocabulary: Vocabulary): ReadonlyMap<number, Candidate> {
  if (vocabulary.entry.kind !== "submissions") return given;
  const deadlines = new Set(vocabulary.pack.rules.filter((rule) => rule.kind === "deadline").map((rule) => rule.id));
  const dates = [...given].filter(([, { key }]) => key === "date" || (key !== null && deadlines.has(key)));
  const [only, another] = dates;
  return only === undefined || another !== undefined ? given : new Map([...given, [only[0], { ...only[1], key: "date" }]]);
}

/** Months and days without a year (9.25) and years (2024) are smaller than any serial of a teacher's life, but may be meant as dates. */
const earliestSerial = 1000;

/** 报销天数: days of something that has no name of its own here. */
function onlyByEnd(given: ReadonlyMap<number, Candidate>, at: number | undefined): number | undefined {
  return at !== undefined && (given.get(at)?.confidence ?? 1) < plainName ? at : undefined;
}

/** From here on a column is called by a name that is known as a whole. */
const plainName = 0.9;

/** 活动次数 in a form about one amount (or several alike): what that rule asks for. */
export function withOnlyAmount(given: ReadonlyMap<number, Candidate>, vocabulary: Vocabulary): ReadonlyMap<number, Candidate> {
  if (vocabulary.entry.kind !== "observation") return given;
  const amounts = vocabulary.rules.flatMap((rule) => (rule.kind === "evidence" ? [rule] : []));
  const first = amounts.at(0);
  if (first === undefined) return given;
  const alike = amounts.every(({ min, unit, bands }) => min === first.min && unit === first.unit && bands === undefined);
  const keys = new Map([...given].map(([at, { key }]) => [key, at]));
  const at = keys.get("times") ?? (first.unit === words.day ? onlyByEnd(given, keys.get("days")) : undefined);
  if (at === undefined || !alike || amounts.some(({ id }) => keys.has(id))) return given;
  const times = given.get(at);
  return times === undefined ? given : new Map([...given, [at, { ...times, key: first.id, rule: first.id }]]);
}

const notRead: Candidate = { key: null, confidence: 0.9, why: { id: "column.ignored" }, rule: null };
const fullScoreNames = words.points.map(bare);

/** 心得体会/满分, 应得分: what can be earned, not what was. */
function isFullScore(heading: Heading | undefined): boolean {
  const last = bare(simplify(heading?.header.split("/").at(-1) ?? ""));
  return fullScoreNames.some((name) => last === name || (name.length >= 2 && last.endsWith(name)));
}

const selfNames = leaves.self.map(bare);

/** 自评, 心得体会自评, 自评总分: also where it is the group above. */
function isSelfScore(heading: Heading | undefined): boolean {
  return (heading?.levels ?? []).some(({ name }) => selfNames.some((word) => name.startsWith(word) || name.endsWith(word)));
}

type Options = readonly (readonly Candidate[])[];

/** Columns of one sort are not read where another column has the same meaning. */
function dropBeside(headings: readonly Heading[], options: Options, isOfSort: (heading: Heading | undefined) => boolean): Options {
  const others = new Set(
    options.flatMap(([first], at) => (isOfSort(headings[at]) || (first?.confidence ?? 0) < sure ? [] : (first?.key ?? []))),
  );
  return options.map((list, at) => {
    const key = list[0]?.key ?? null;
    return key !== null && isOfSort(headings[at]) && others.has(key) ? [notRead] : list;
  });
}

/** 自评 | 核定 under each item and the total: what was assessed is the item, what the teacher gave himself is not read. */
export function dropSelfScores(headings: readonly Heading[], options: Options): Options {
  return dropBeside(headings, options, isSelfScore);
}

/** 满分 | 得分 under each item: only the second is the item. */
export function dropFullScores(headings: readonly Heading[], options: Options): Options {
  return dropBeside(headings, options, isFullScore);
}
