/**
 * What one column's heading could mean, with how sure that is and why: the name itself, a name in the context of its
 * group, part of a name, one character mistyped. No decision between columns is made here (see `matching.ts`).
 */
import { distance } from "fastest-levenshtein";
import type { Message } from "../values/message";
import type { Meaning } from "./dictionary";
import { countsItself, type Heading } from "./heading";
import { isAnyLeaf, isLeaf, isScoreLeaf, leaves } from "./leaves";
import { roleAsked } from "./role-marks";
import { keyInGroup } from "./rulecolumns";
import type { ColumnKey } from "./table";
import { everyName, type Vocabulary } from "./vocabulary";
import { bare, type Wording } from "./wording";
import words from "./words.json";

export interface Candidate {
  readonly key: ColumnKey | null;
  readonly confidence: number;
  readonly why: Message;
  /** The rule the header speaks of, where the key is a common field. */
  readonly rule: string | null;
  /** What a yes in the column means (see `role-marks.ts`). */
  readonly marks?: string;
}

/** From here on a match is used without asking. */
export const sure = 0.75;

/** One of these in one name and not in the other turns its meaning round (应训人数, 未训人数): never a slip of typing. */
const turning = /[未不非无应需须差缺实已]/gu;

/** The meanings of a name as a heading has it (simplified, see `heading.ts`). */
export function meaningsOf(vocabulary: Vocabulary, name: string): readonly Meaning[] {
  return vocabulary.names.get(name) ?? [];
}

function fromMeaning(meaning: Meaning, factor: number, why: Message): Candidate {
  return { key: meaning.key, confidence: meaning.strength * factor, why, rule: meaning.rule?.id ?? null };
}

function exactly(vocabulary: Vocabulary, name: string, factor = 1): Candidate[] {
  return meaningsOf(vocabulary, name).map((meaning) =>
    fromMeaning(meaning, factor, { id: "column.exact", values: { name: meaning.name } }),
  );
}

/** Fields whose names tell the unit: 时长（天） is 天数. */
const measuredFields: ReadonlySet<ColumnKey> = new Set(["days", "halfDays", "hours"]);

/** 县（市、区）: with and without what stands in brackets. A bracket may also hold the name: 得分（心得体会）. */
function byName(vocabulary: Vocabulary, wording: Wording): Candidate[] {
  // 推门课（节）, 承办活动（次）: with its unit the name may be another one.
  const measured =
    wording.unit === null || wording.unit === "分" ? [] : [`${wording.name}${wording.unit}数`, `${wording.name}${wording.unit}`];
  const withUnit = measured
    .flatMap((name) => exactly(vocabulary, name))
    .filter((candidate) => candidate.key !== null && (candidate.rule !== null || measuredFields.has(candidate.key)));
  const found = [...withUnit, ...exactly(vocabulary, wording.full, withUnit.length > 0 ? 0.9 : 1)];
  if (wording.full !== wording.name) found.push(...exactly(vocabulary, wording.name, found.length > 0 ? 0.9 : 0.995));
  for (const inner of wording.inside) found.push(...exactly(vocabulary, bare(inner), 0.8));
  return found;
}

/** 校本 + 考核成绩 → 校本考核成绩; also where the group is the measure and the column the subject: 认定学时 / 校本. */
function byJoining(vocabulary: Vocabulary, levels: readonly Wording[]): Candidate[] {
  const found: Candidate[] = [];
  for (let from = 0; from < levels.length - 1; from++) {
    const joined = levels
      .slice(from)
      .map((level) => level.name)
      .join("");
    found.push(...exactly(vocabulary, joined).filter((candidate) => candidate.key !== null));
  }
  const leaf = levels[levels.length - 1];
  const group = levels[levels.length - 2];
  if (leaf !== undefined && group !== undefined && found.length === 0)
    found.push(...exactly(vocabulary, `${leaf.name}${group.name}`, 0.995).filter((candidate) => candidate.key !== null));
  return found;
}

/** 学时认定/县级: the group says that hours stand below it, whatever else its columns are called. */
function byHourGroup(vocabulary: Vocabulary, levels: readonly Wording[]): Candidate[] {
  const leaf = levels[levels.length - 1];
  const ofHours = (name: string): boolean => words.hourGroups.some((word) => name.includes(word));
  // 学时情况/培训时长（天） says itself what it counts in.
  if (
    leaf === undefined ||
    ofHours(leaf.name) ||
    (leaf.unit !== null && !ofHours(leaf.unit)) ||
    !levels.slice(0, -1).some(({ name }) => ofHours(name))
  )
    return [];
  return leaves.hours
    .filter(ofHours)
    .flatMap((word) => exactly(vocabulary, `${leaf.name}${bare(word)}`, 0.99))
    .filter((candidate) => candidate.key !== null);
}

/** Who gave a score stands before or behind what it is for: 核定总分, 总分自评, 心得体会核定. */
function byAssessor(vocabulary: Vocabulary, name: string): Candidate[] {
  const ofScore = ({ key, rule }: Meaning): boolean => key === "total" || rule?.kind === "rubric" || rule?.kind === "mean";
  return [...leaves.self, ...leaves.assessed].flatMap((word) => {
    const stem = name.startsWith(word) ? name.slice(word.length) : name.endsWith(word) ? name.slice(0, -word.length) : "";
    const meanings = meaningsOf(vocabulary, stem).filter(ofScore);
    return meanings.map((meaning) => fromMeaning(meaning, 0.9, { id: "column.part", values: { name: stem } }));
  });
}

/** The key of a column called `leaf` in the group of a meaning: 心得体会/得分, 校本/学时, 县级/结果, 加分/次数. */
function inGroup(vocabulary: Vocabulary, meaning: Meaning, leaf: string): { key: ColumnKey; rule: string | null } | null {
  const rule = meaning.rule;
  const own = { key: meaning.key ?? "", rule: rule?.id ?? null };
  // 认定学时/小计, beside 认定学时/县级.
  if (meaning.key === "credited" && isLeaf(leaf, "sum")) return own;
  if (meaning.key === "total") {
    if (isScoreLeaf(leaf)) return { key: "total", rule: own.rule };
    const hours = vocabulary.entry.kind === "teacher-assessment" ? "credited" : "total";
    if (isLeaf(leaf, "hours")) return { key: hours, rule: own.rule };
    return isLeaf(leaf, "result") ? { key: "result", rule: own.rule } : null;
  }
  // 完成比例/实际, beside 完成比例/应达.
  if (rule === null) return measured.has(own.key) && isLeaf(leaf, "actual") ? own : null;
  return keyInGroup(rule, leaf, vocabulary.pack, own.key);
}

/** What has a due and an actual figure. */
const measured = new Set<ColumnKey>(["share", "amount", "hours", "days", "part"]);

/** What a group is about; a rule named nearly so (国家级和省级培训) counts too. */
function groupMeanings(vocabulary: Vocabulary, group: Wording): readonly Meaning[] {
  const plain = [...meaningsOf(vocabulary, group.full), ...meaningsOf(vocabulary, group.name)];
  if (plain.length > 0 || group.name.length < 4) return plain;
  const near = [...byTypo(vocabulary, group.name), ...byLikeness(vocabulary, group.name, group.points)].find(
    (candidate) => candidate.rule !== null && candidate.confidence >= 0.75,
  );
  const rule = vocabulary.pack.rules.find((other) => other.id === near?.rule) ?? null;
  return near === undefined ? [] : [{ key: near.key, rule, strength: 0.85, name: group.name }];
}

/** Column in the context of the groups above it, the nearest first. */
function byContext(vocabulary: Vocabulary, levels: readonly Wording[]): Candidate[] {
  const leaf = levels[levels.length - 1];
  if (leaf === undefined) return [];
  for (let at = levels.length - 2; at >= 0; at--) {
    const parent = levels[at];
    if (parent === undefined) continue;
    for (const meaning of groupMeanings(vocabulary, parent)) {
      const key = inGroup(vocabulary, meaning, leaf.name);
      if (key !== null)
        return [
          { ...key, confidence: 0.985 * meaning.strength, why: { id: "column.context", values: { parent: parent.name, leaf: leaf.name } } },
        ];
    }
  }
  return [];
}

/** A group that is a rule's or item's name makes a bare 得分 below it that rule's affair: its common meaning is void. */
function underRule(vocabulary: Vocabulary, levels: readonly Wording[]): boolean {
  return levels.slice(0, -1).some((level) => {
    const meaning = groupMeanings(vocabulary, level)[0];
    return meaning !== undefined && meaning.rule !== null && meaning.key !== "total";
  });
}

const turnedRound = /[未不非无应需须差缺]$/u;

const question = /^(?:是否|有无|能否|可否)/u;

/** 是否达到450学时 asks for a yes or no, it does not hold hours; 是否发结业证 for the certificate. */
function byQuestion({ rules }: Vocabulary, name: string): Candidate[] {
  const [certificate, another] =
    question.test(name) && name.includes(words.certificate) ? rules.filter((rule) => rule.kind === "all-of") : [];
  if (certificate !== undefined && another === undefined)
    return [
      { key: certificate.id, confidence: 0.8, why: { id: "column.alike", values: { name: certificate.name } }, rule: certificate.id },
    ];
  const asksOutcome = /[达完满足合够结]/u.test(name) || words.outcomeHeads.some((word) => name.endsWith(word));
  if (!question.test(name) || !asksOutcome) return [];
  return [{ key: "claim", confidence: 0.8, why: { id: "column.part", values: { name: name.slice(0, 2) } }, rule: null }];
}

/** 平台得分, where the item is called 平台培训: what stands before 得分 begins the name of one item only. */
function byScoreOf(vocabulary: Vocabulary, name: string): Candidate[] {
  const suffix = leaves.score.filter((word) => word.length >= 2 && name.endsWith(word)).sort((a, b) => b.length - a.length)[0];
  const stem = suffix === undefined ? "" : name.slice(0, -suffix.length);
  if (stem.length < 2) return [];
  const found = new Map<string, Meaning>();
  for (const [known, meanings] of vocabulary.names.own) {
    if (!known.startsWith(stem)) continue;
    for (const meaning of meanings)
      if (meaning.key !== null && meaning.rule?.kind === "rubric" && vocabulary.rules.includes(meaning.rule))
        found.set(meaning.key, meaning);
  }
  const [only, another] = [...found.values()];
  return only === undefined || another !== undefined ? [] : [fromMeaning(only, 0.85, { id: "column.part", values: { name: stem } })];
}

/** 教师综合成绩平均: of a form that has one mean, whatever else is said of it. */
function byMean({ rules }: Vocabulary, name: string): Candidate[] {
  const [only, another] = rules.filter((rule) => rule.kind === "mean");
  if (only === undefined || another !== undefined || !words.means.some((word) => name.includes(word))) return [];
  return [{ key: only.id, confidence: 0.8, why: { id: "column.alike", values: { name: only.name } }, rule: only.id }];
}

/** 读书笔记（篇）: of the amounts that this sheet asks for only one is counted so, and its item shares a word. */
function byUnit(vocabulary: Vocabulary, wording: Wording): Candidate[] {
  if (wording.unit === null || wording.unit === "分") return [];
  const found = vocabulary.rules.filter((rule) => rule.kind === "evidence" && rule.unit === wording.unit);
  const [only, another] = found;
  if (only === undefined || another !== undefined || only.kind !== "evidence") return [];
  const item = vocabulary.pack.rules.find((rule) => rule.id === only.of);
  const names = [only, ...(item === undefined ? [] : [item])].flatMap((rule) => [rule.name, ...(rule.aliases ?? [])]);
  const own = pairs(wording.name);
  const shares = names.some((name) => [...pairs(bare(name))].some((pair) => own.has(pair)));
  return shares ? [{ key: only.id, confidence: 0.84, why: { id: "column.alike", values: { name: only.name } }, rule: only.id }] : [];
}

const tellingEnds: ReadonlySet<ColumnKey | null> = new Set(["name", "hours", "part", "amount", "days"]);
/** A short word for a sum or a day, of which such a sheet has one. */
const sums: ReadonlySet<string> = new Set(words.sumEndings);
const dated: ReadonlySet<string> = new Set(["hours-log", "submissions"]);

/** Whether two characters at the end of a name say enough: 累计天数, 单位总分, 同课异构课例评课. */
function isTellingEnd({ entry, rules }: Vocabulary, { key, rule, name }: Meaning): boolean {
  if (tellingEnds.has(key)) return true;
  if (key === "total") return sums.has(name);
  if (key === "date") return dated.has(entry.kind);
  return (
    rule !== null && (rule.kind === "rubric" || rule.kind === "bonus") && rules.filter(({ kind }) => kind === rule.kind).includes(rule)
  );
}

/** Chinese names have their head at the end: 参加培训教师姓名 is a 教师姓名. */
function byEnd(vocabulary: Vocabulary, name: string): Candidate[] {
  for (let from = 1; from <= name.length - 2; from++) {
    const meaning = meaningsOf(vocabulary, name.slice(from))[0];
    if (meaning === undefined || meaning.strength < 0.9) continue;
    // 未参训人数 ends with 参训人数 and means the others.
    if (turnedRound.test(name.slice(0, from))) return [];
    const length = name.length - from;
    // Two characters say little: a 承训单位 is nobody's school.
    const telling = isTellingEnd(vocabulary, meaning);
    const confidence = (length >= 4 ? 0.86 : length === 3 ? 0.82 : telling ? 0.78 : 0.74) * meaning.strength;
    return [fromMeaning(meaning, confidence / meaning.strength, { id: "column.part", values: { name: meaning.name } })];
  }
  return [];
}

/** The rule whose name stands inside the header, or the other way round, if there is only one. */
function byInclusion(vocabulary: Vocabulary, name: string): Candidate[] {
  if (name.length < 2) return [];
  const best = new Map<string, Candidate & { readonly length: number }>();
  for (const [known, meanings] of vocabulary.names.own) {
    if (known.length < 2 || known === name) continue;
    const inside = known.length >= 3 && name.includes(known);
    const around = name.length >= 2 && (known.endsWith(name) || known.startsWith(name));
    if (!inside && !around) continue;
    for (const meaning of meanings) {
      if (meaning.rule === null || meaning.key === null || meaning.strength < 0.9) continue;
      const overlap = Math.min(known.length, name.length) / Math.max(known.length, name.length);
      const confidence = (inside ? 0.78 : 0.72) + 0.14 * overlap;
      const before = best.get(meaning.key);
      if (before === undefined || before.confidence < confidence)
        best.set(meaning.key, {
          ...fromMeaning(meaning, confidence, { id: "column.part", values: { name: meaning.name } }),
          confidence,
          length: known.length,
        });
    }
  }
  const sorted = [...best.values()].sort((a, b) => b.confidence - a.confidence);
  const [first, second] = sorted;
  if (first === undefined) return [];
  const clear = second === undefined || first.confidence - second.confidence > 0.03;
  return clear ? [first] : sorted.slice(0, 2).map((candidate) => ({ ...candidate, confidence: Math.min(candidate.confidence, 0.6) }));
}

function turns(a: string, b: string): boolean {
  return (a.match(turning) ?? []).join("") !== (b.match(turning) ?? []).join("");
}

/** The characters around the place where two names differ, as typed. */
function aroundSlip(known: string, name: string): string {
  let from = 0;
  while (from < name.length && name[from] === known[from]) from++;
  return name.slice(Math.max(0, from - 1), from + 2);
}

/** 单位类别 is no slip for 岗位类别: the characters around the difference are words of the dictionary themselves. */
function isSlip(known: string, name: string): boolean {
  if (known.length !== name.length) return name.length > 3;
  const around = aroundSlip(known, name);
  const words = wordPairs();
  return around.length < 2 || [...pairs(around)].some((pair) => !words.has(pair));
}

/** One character mistyped, left out or added, in names of three or more. Several fields equally near: none is taken. */
function byTypo(vocabulary: Vocabulary, name: string): Candidate[] {
  if (name.length < 3 || name.length > 20) return [];
  const near = new Map<string | null, Meaning>();
  for (const known of [-1, 0, 1].flatMap((more) => vocabulary.names.ofLength(name.length + more))) {
    if (known.length < 3 || distance(known, name) !== 1 || turns(known, name) || !isSlip(known, name)) continue;
    const meaning = vocabulary.names.get(known)?.[0];
    if (meaning !== undefined && (near.get(meaning.key)?.strength ?? 0) < meaning.strength) near.set(meaning.key, meaning);
  }
  const found = [...near.values()].sort((a, b) => b.strength - a.strength);
  const factor = found.length > 1 ? 0.6 : name.length >= 4 ? 0.86 : 0.8;
  return found.slice(0, 3).map((meaning) => fromMeaning(meaning, factor, { id: "column.typo", values: { name: meaning.name } }));
}

let knownPairs: ReadonlySet<string> | null = null;

/** Neighbouring characters of all words of the dictionary. */
function wordPairs(): ReadonlySet<string> {
  knownPairs ??= new Set(everyName().flatMap((name) => [...pairs(name)]));
  return knownPairs;
}

const pairsOfNames = new Map<string, ReadonlySet<string>>();
const mostRemembered = 20_000;

/** Pairs of neighbouring characters; those of the dictionary's names are made once. */
function pairs(text: string): ReadonlySet<string> {
  const known = pairsOfNames.get(text);
  if (known !== undefined) return known;
  const found = new Set<string>();
  for (let at = 0; at + 1 < text.length; at++) found.add(text.slice(at, at + 2));
  if (pairsOfNames.size < mostRemembered) pairsOfNames.set(text, found);
  return found;
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const pair of a) if (b.has(pair)) shared++;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}

/** A rule whose name shares most of its wording; the full score in the header speaks for it or against it. */
function byLikeness(vocabulary: Vocabulary, name: string, points: number | null): Candidate[] {
  const own = pairs(name);
  if (own.size < 2) return [];
  const best = new Map<string, { meaning: Meaning; score: number }>();
  for (const [known, meanings] of vocabulary.names.own) {
    if (!meanings.some((meaning) => meaning.rule !== null)) continue;
    const score = likeness(own, pairs(known));
    if (score < 0.35) continue;
    for (const meaning of meanings) {
      if (meaning.rule === null || meaning.key === null || !vocabulary.rules.includes(meaning.rule)) continue;
      const full = "points" in meaning.rule ? meaning.rule.points : null;
      if (points !== null && full !== null && full !== points) continue;
      const sum = score + (points !== null && full === points ? 0.1 : 0);
      if ((best.get(meaning.key)?.score ?? 0) < sum) best.set(meaning.key, { meaning, score: sum });
    }
  }
  const [first, second] = [...best.values()].sort((a, b) => b.score - a.score);
  if (first === undefined) return [];
  const margin = first.score - (second?.score ?? 0);
  const confidence = first.score >= 0.62 && margin >= 0.15 ? 0.76 + 0.1 * Math.min(1, first.score - 0.62) : Math.min(0.7, first.score);
  return [fromMeaning(first.meaning, confidence / first.meaning.strength, { id: "column.alike", values: { name: first.meaning.name } })];
}

/** All that a heading may mean, the surest first. `plain`: only by the names themselves, to see quickly what a header is about. */
export function candidatesOf(vocabulary: Vocabulary, heading: Heading, plain = false): readonly Candidate[] {
  const leaf = heading.levels[heading.levels.length - 1];
  if (leaf === undefined) return [];
  if (plain)
    return [...byJoining(vocabulary, heading.levels), ...byName(vocabulary, leaf), ...byUnit(vocabulary, leaf)].sort(
      (a, b) => b.confidence - a.confidence,
    );
  const role = roleAsked(vocabulary, heading);
  if (role !== null) return [{ key: "role", confidence: 0.9, why: { id: "column.marks", values: { role } }, rule: null, marks: role }];
  const hours = byHourGroup(vocabulary, heading.levels);
  const joined = byJoining(vocabulary, heading.levels);
  const found = [...hours, ...joined, ...byContext(vocabulary, heading.levels)];
  if (hours.length > 0) return found.sort((a, b) => b.confidence - a.confidence);
  const alone =
    isAnyLeaf(leaf.name) && underRule(vocabulary, heading.levels)
      ? []
      : byName(vocabulary, leaf).filter(({ key }) => key !== "project" || !countsItself(heading));
  const group = heading.levels.length > 1 ? groupMeanings(vocabulary, heading.levels[heading.levels.length - 2] ?? leaf)[0] : undefined;
  found.push(
    ...alone.map((candidate) => {
      // 平均分 beside 得分, both under the item 教师平均分: the points are the item.
      const repeatsGroup = group !== undefined && candidate.key === group.key && group.rule !== null;
      if (repeatsGroup) return { ...candidate, confidence: Math.min(candidate.confidence, 0.78) };
      return joined.length > 0 ? { ...candidate, confidence: candidate.confidence * 0.88 } : candidate;
    }),
  );
  // Weaker likenesses are looked for only where nothing plain was found.
  if (!found.some((candidate) => candidate.confidence >= 0.75)) {
    const { name } = leaf;
    found.push(...byTypo(vocabulary, name), ...byQuestion(vocabulary, name), ...byScoreOf(vocabulary, name), ...byUnit(vocabulary, leaf));
    found.push(...byAssessor(vocabulary, name), ...byMean(vocabulary, name));
    if (!question.test(name))
      found.push(...byEnd(vocabulary, name), ...byInclusion(vocabulary, name), ...byLikeness(vocabulary, name, heading.points));
  }
  return found.sort((a, b) => b.confidence - a.confidence);
}
