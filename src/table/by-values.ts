/**
 * Columns known by what stands in them, where their heading says nothing to us: 1 2 3 … is the number, persons' names the
 * name, 完成 / 未完成 the conclusion. Only one column of its sort, and only where no other has that key.
 */
import type { CellValue } from "../values/cell";
import type { Message } from "../values/message";
import { readMark, readOutcome } from "../values/mark";
import { withKeysOfLists } from "./by-lists";
import { sure, type Candidate } from "./candidates";
import type { Heading } from "./heading";
import { leafName } from "./preferences";
import names from "./surnames.json";
import type { ColumnKey } from "./table";
import type { Vocabulary } from "./vocabulary";
import words from "./words.json";
import { squeeze } from "./wording";

type Given = ReadonlyMap<number, Candidate>;

function hasKey(given: Given, key: ColumnKey): boolean {
  return [...given.values()].some((candidate) => candidate.key === key);
}

function withKey(given: Given, at: number, key: ColumnKey, why: Message): Given {
  return new Map([...given, [at, { key, confidence: sure, why, rule: null }]]);
}

/** 1 2 3 … under a first column that nothing names (顺号). */
function withOnlyNumber(headings: readonly Heading[], given: Given): Given {
  const first = headings[0];
  const below = (first?.below ?? []).map(Number);
  const counts = below.length >= 2 && below.every((number, at) => number === at + 1);
  return counts && !given.has(0) && !hasKey(given, "number") ? withKey(given, 0, "number", { id: "column.counts" }) : given;
}

function allEnd(heading: Heading, endings: readonly string[]): boolean {
  const { below } = heading;
  const ends = (value: CellValue): boolean => typeof value === "string" && endings.some((ending) => squeeze(value).endsWith(ending));
  return below.length >= 2 && new Set(below).size >= 2 && below.every(ends);
}

/** Names of schools, or of counties and towns, under a heading that nothing names. */
function withOnlyPlaces(headings: readonly Heading[], given: Given, key: "school" | "place"): Given {
  if (hasKey(given, key)) return given;
  const endings = key === "school" ? words.schoolEndings : words.placeEndings;
  const [only, another] = headings.flatMap((heading, at) => (!given.has(at) && allEnd(heading, endings) ? [at] : []));
  return only === undefined || another !== undefined ? given : withKey(given, only, key, { id: "column.places" });
}

const outcomeHeads = new Set(words.outcomeHeads);

/** Whether a heading asks if something was reached: 是否不低于10%, 每学年均取得学分. */
function asksWhether(heading: Heading): boolean {
  const text = squeeze(heading.header);
  return words.outcomeAsked.some((word) => text.includes(word)) && !words.outcomeOther.some((word) => text.includes(word));
}

/** 完成 / 未完成, or 是 / 否 under 完成 itself or a question. */
function isOutcome(heading: Heading, value: CellValue): boolean {
  if (typeof value !== "string") return false;
  return readOutcome(value) !== null || ((outcomeHeads.has(leafName(heading)) || asksWhether(heading)) && readMark(value) !== null);
}

/** A column of 完成 / 未完成 that nothing else claims. */
function withOnlyOutcome(headings: readonly Heading[], given: Given, vocabulary: Vocabulary): Given {
  const keys = new Set([...given.values()].map(({ key }) => key));
  const { kind } = vocabulary.entry;
  if (keys.has("claim") || keys.has("result") || kind === "roster" || kind === "hours-log") return given;
  const outcomes = headings.flatMap((heading, at) => {
    const isFree = !given.has(at) && heading.below.length >= 2;
    return isFree && heading.below.every((value) => isOutcome(heading, value)) ? [at] : [];
  });
  const [only, another] = outcomes;
  if (only === undefined || another !== undefined) return given;
  const key = kind === "teacher-assessment" || kind === "school-assessment" ? "result" : "claim";
  return new Map([...given, [only, { key, confidence: sure, why: { id: "column.outcome" }, rule: null }]]);
}

const surnames = new Set(names.surnames);
/** Of so many entries at least this share must look like persons' names. */
const fewestNames = 3;
const shareOfNames = 0.8;

function holdsNames({ below }: Heading): boolean {
  const looksLikeName = (value: CellValue): boolean =>
    typeof value === "string" && /^\p{Script=Han}{2,4}$/u.test(squeeze(value)) && surnames.has(squeeze(value).slice(0, 1));
  return below.length >= fewestNames && below.filter(looksLikeName).length >= shareOfNames * below.length;
}

/** 培训对象 with persons' names below it: where no column is called so, the only one that holds names is the name. */
function withOnlyNames(headings: readonly Heading[], given: Given, vocabulary: Vocabulary): Given {
  if ([...given.values()].some(({ key }) => key === "name")) return given;
  // What a rule is called (培训对象) may be the heading of the persons themselves.
  const ofRules = new Set(vocabulary.pack.rules.map(({ id }) => id));
  const isFree = (at: number): boolean =>
    !words.handlers.some((word) => leafName(headings[at]).endsWith(word)) &&
    (given.get(at) === undefined || ofRules.has(given.get(at)?.key ?? "") || given.get(at)?.key === "stage");
  const [only, another] = headings.flatMap((heading, at) => (isFree(at) && holdsNames(heading) ? [at] : []));
  if (only === undefined || another !== undefined) return given;
  return new Map([...given, [only, { key: "name", confidence: sure, why: { id: "column.names" }, rule: null }]]);
}

function numbersBelow(heading: Heading): readonly number[] | null {
  const numbers = heading.below.map(Number);
  return numbers.length > 0 && numbers.every(Number.isInteger) ? numbers : null;
}

/** 制订规划教师数 beside 教师总数: of the counts that have no name for us the only one that is never more than the whole is the part. */
function withOnlyCount(headings: readonly Heading[], given: Given, vocabulary: Vocabulary): Given {
  if (vocabulary.entry.kind !== "quota") return given;
  const keys = new Map([...given].map(([at, { key }]) => [key, at]));
  const whole = headings[keys.get("whole") ?? -1];
  const quotas = vocabulary.pack.rules.filter((rule) => rule.kind === "quota").map((rule) => rule.id);
  if (whole === undefined || ["part", ...quotas].some((key) => keys.has(key))) return given;
  const most = numbersBelow(whole);
  const counts = headings.flatMap((heading, at) => {
    const numbers =
      given.has(at) || !words.countEndings.some((ending) => leafName(heading).endsWith(ending)) ? null : numbersBelow(heading);
    const isWithin =
      numbers?.length === most?.length && numbers?.every((number, place) => number >= 0 && number <= (most?.[place] ?? 0)) === true;
    return isWithin ? [at] : [];
  });
  const [only, another] = counts;
  if (only === undefined || another !== undefined) return given;
  return new Map([...given, [only, { key: "part", confidence: sure, why: { id: "column.count" }, rule: null }]]);
}

/** The keys given by names, and those that only the values tell. */
export function withKeysOfValues(headings: readonly Heading[], byNames: Given, vocabulary: Vocabulary, isNameMapped: boolean): Given {
  const numbered = withOnlyNumber(headings, byNames);
  const named = isNameMapped ? numbered : withOnlyNames(headings, numbered, vocabulary);
  const placed = withOnlyPlaces(headings, withOnlyPlaces(headings, named, "school"), "place");
  const listed = withKeysOfLists(headings, placed, vocabulary);
  return withOnlyOutcome(headings, withOnlyCount(headings, listed, vocabulary), vocabulary);
}
