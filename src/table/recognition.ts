/**
 * What kind of sheet a header belongs to, and under which policy: the columns it has and lacks, the title and the
 * sheet's name. Each kind that a pack judges is tried; the one that explains most of the header is taken.
 */
import type { TableKind } from "../policy/schema";
import { readDate } from "../values/date";
import type { Locale } from "../values/message";
import type { Heading } from "./heading";
import { matchColumns, plainFit, type Matched, type SheetMapping } from "./matching";
import synonyms from "./synonyms.json";
import type { Column, ColumnKey } from "./table";
import { isOwnKey, kindOfKey, type Vocabulary } from "./vocabulary";
import { rowsFit } from "./values-fit";
import words from "./words.json";
import { bare } from "./wording";

export interface Recognised {
  readonly vocabulary: Vocabulary;
  readonly columns: readonly Column[];
  readonly score: number;
  readonly confidence: number;
}

/** Of each group at least one: a common key, `rule` for any rule of the sheet, or a kind of rule. */
type Need = readonly string[];

const needs: Readonly<Record<TableKind, readonly Need[]>> = {
  roster: [
    ["name", "id", "birth"],
    ["id", "sex", "birth", "role", "title", "subject", "stage", "school", "phone"],
  ],
  "teacher-assessment": [
    ["name", "id"],
    ["rubric", "mean", "composite", "bonus", "pass", "grant", "total", "credited"],
  ],
  "school-assessment": [["school"], ["rubric", "mean", "bonus", "total", "pass"]],
  "hours-log": [
    ["hours", "days", "halfDays", "credited"],
    ["project", "date", "category"],
  ],
  "hours-year": [
    ["name", "id", "school"],
    ["hours", "grant", "total", "credited"],
  ],
  "hours-cycle": [
    ["name", "id"],
    ["year1", "cycle"],
    ["year2", "cycle"],
  ],
  quota: [["whole"], ["part", "quota"]],
  budget: [["amount", "budget"], ["base"]],
  submissions: [
    ["project", "required", "deadline"],
    ["claim", "date", "times", "required", "deadline"],
  ],
  observation: [
    ["name", "id", "subject", "school"],
    ["evidence", "quota", "times", "project"],
  ],
};

/** A list of schools or counties names no document in its rows: its title does, or a column that the policy has values for. */
const otherNeeds: Readonly<Partial<Record<TableKind, readonly { readonly title: number; readonly needs: readonly Need[] }[]>>> = {
  submissions: [
    {
      title: 1,
      needs: [
        ["school", "place"],
        ["date", "deadline"],
      ],
    },
    { title: 0, needs: [["school", "place"], ["choice"]] },
  ],
};

/** Keys that speak against a kind: a teacher's form is no school's form. */
const against: Readonly<Partial<Record<TableKind, readonly string[]>>> = {
  roster: ["total", "result", "hours", "credited", "days", "claim", "amount", "part", "year1"],
  "school-assessment": ["name", "id", "sex", "birth"],
  "hours-year": ["project", "days", "halfDays", "year1", "year2"],
  "hours-log": ["year1", "whole"],
  "teacher-assessment": ["project", "days", "whole"],
  submissions: ["hours", "total", "id", "amount", "base", "whole", "part"],
  quota: ["name", "id", "hours"],
  budget: ["name", "id", "hours"],
  observation: ["hours", "credited", "days"],
};

/** Keys that are the very matter of a kind and count more. */
const telling: Readonly<Record<TableKind, readonly string[]>> = {
  roster: ["name", "id", "sex", "birth"],
  "teacher-assessment": ["total", "result", "credited"],
  "school-assessment": ["school", "total"],
  "hours-log": ["project", "date", "days", "halfDays", "hours", "category"],
  "hours-year": ["total", "claim"],
  "hours-cycle": ["year1", "year2", "year3", "year4", "year5", "total", "credited"],
  quota: ["whole", "part", "share", "place"],
  budget: ["amount", "base", "share"],
  submissions: ["project", "claim", "date"],
  observation: ["times", "project"],
};

/** Kinds whose forms bear the same names but for such words. */
const hourKinds: readonly TableKind[] = ["hours-log", "hours-year", "hours-cycle"];

const titleWords: Readonly<Record<string, readonly string[]>> = synonyms.titles;

/** Whether keys (of rules: those in `known`) are enough for the vocabulary's kind of sheet; so many needs may be left open. */
function satisfied(vocabulary: Vocabulary, keys: ReadonlySet<ColumnKey>, known: ReadonlySet<ColumnKey> = keys, open = 0): boolean {
  const rules = new Set<string>([...known].flatMap((key) => kindOfKey(vocabulary, key) ?? []));
  // Of several quotas each may have its own.
  if ([...known].some((key) => key.endsWith(".whole"))) rules.add("whole");
  const missing = needs[vocabulary.entry.kind].filter((group) => !group.some((need) => keys.has(need) || rules.has(need)));
  return missing.length <= open;
}

/** Whether the columns are enough together with what the title says. */
function satisfiedOtherwise(vocabulary: Vocabulary, keys: ReadonlySet<ColumnKey>, title: number): boolean {
  const rules = new Set<string>([...keys].flatMap((key) => kindOfKey(vocabulary, key) ?? []));
  const lists = vocabulary.rules.some((rule) => rule.kind === "choice" && vocabulary.own.has(rule.field) && keys.has(rule.field));
  if (lists) rules.add("choice");
  const ways = otherNeeds[vocabulary.entry.kind] ?? [];
  return ways.some((way) => title >= way.title && way.needs.every((group) => group.some((need) => keys.has(need) || rules.has(need))));
}

/** What a form is worth less where a column that it needs is not read. */
const incomplete = -3;

/** The title score of a sheet that bears the very name of the policy's form. */
const named = 2;

/** Endings and fillings of the names of forms: what is left of 教师读书情况统计表 is 教师读书. */
const formWords = new RegExp(words.formWords.join("|"), "g");

function kernelOf(name: string): string {
  return bare(name).replace(formWords, "");
}

/** A part of a form's name, and a rule's name in a title: the fewest characters that say something. */
const shortest = 2;
const longestCounted = 6;

function longestWithin(text: string, names: readonly string[]): number {
  return Math.max(0, ...names.filter((name) => name.length >= shortest && text.includes(name)).map((name) => name.length));
}

/** 教师年度培训学时统计表 speaks of a year's sums, not of a log, though both are 培训学时 once the words of forms are left out. */
function speaksOfAnotherKind(plain: string, kind: TableKind): boolean {
  const says = (of: string): boolean => (titleWords[of] ?? []).some((word) => plain.includes(bare(word)));
  return !says(kind) && hourKinds.some((other) => other !== kind && says(other));
}

/** 0 to 2.2: how much the title and the sheet's name speak for a kind. */
function titleScore(vocabulary: Vocabulary, titles: string): number {
  const { entry, rules } = vocabulary;
  const own = [entry.name, ...(entry.aliases ?? [])].map(bare);
  const plain = bare(titles);
  if (plain === "") return 0;
  // 教师读书登记表 says more than 读书登记表.
  const longest = longestWithin(plain, own);
  if (longest > 0) return named + 0.02 * Math.min(longest, 10);
  const kernel = kernelOf(titles);
  const kernels = own.map(kernelOf);
  const isOther = hourKinds.includes(entry.kind) && speaksOfAnotherKind(plain, entry.kind);
  if (!isOther && titles.split(" ").some((title) => kernelOf(title).length > shortest && kernels.includes(kernelOf(title)))) return named;
  const part = longestWithin(kernel, kernels);
  const rule = longestWithin(kernel, rules.flatMap(({ name, aliases }) => [name, ...(aliases ?? [])]).map(kernelOf));
  const nearly = Math.min(longestCounted, Math.max(part, rule));
  const ofKind = (titleWords[entry.kind] ?? []).some((word) => plain.includes(bare(word))) ? 1.2 : 0;
  return nearly === 0 ? ofKind : Math.min(named, Math.max(ofKind, 0.6) + 0.15 * nearly);
}

/** 学时 or 学分 in the headings, where the policy counts in it or in the other. */
function unitScore(headings: readonly Heading[], { pack }: Vocabulary): number {
  const units = words.packUnits.filter((unit) => headings.some(({ header }) => header.includes(unit)));
  return units.length !== 1 ? 0 : units[0] === pack.unit ? 0.6 : -0.6;
}

/** An assessment form has most of its items; one of them alone is a word that other sheets use too (培训学时). */
const fewItems = -3;

function itemScore(keys: ReadonlySet<ColumnKey>, { rules }: Vocabulary): number {
  const items = rules.filter((rule) => rule.kind === "rubric");
  const found = items.filter(({ id }) => keys.has(id)).length;
  return found > 0 && items.length >= 4 && found * 4 <= items.length ? fewItems : 0;
}

const outOfTerm = -6;
const inTerm = 0.8;

/** Trainings of which none was in the policy's term speak against it; all of them within a term that has an end speak for it. */
function termScore(keys: readonly (ColumnKey | null)[], headings: readonly Heading[], { pack }: Vocabulary): number {
  const { from, to } = pack.valid ?? {};
  const dates = keys.flatMap((key, at) => (key === "date" ? (headings[at]?.below ?? []) : [])).map((value) => readDate(value));
  const days = dates.flatMap((date) => (date.kind === "date" ? date.iso : []));
  if (days.length < 2 || (from === undefined && to === undefined)) return 0;
  const isOutside = (day: string): boolean => day < (from ?? "").slice(0, day.length) || day > (to ?? "9999");
  if (days.every(isOutside)) return outOfTerm;
  return from !== undefined && to !== undefined && !days.some(isOutside) ? inTerm : 0;
}

const counted = new Set<ColumnKey>(["whole", "part", "share", "amount", "base"]);

/** 项目 | 总人数 | 现有人数 | 占比: figures, as no document has them. */
function countsPeople(headings: readonly Heading[], { columns }: Matched): boolean {
  const isFigures = ({ below }: Heading): boolean => below.length > 0 && below.every((value) => typeof value === "number");
  const isCount = ({ key, ignored }: Matched["columns"][number], at: number): boolean =>
    key === null ? ignored !== true && headings[at] !== undefined && isFigures(headings[at]) : counted.has(key);
  return columns.filter(isCount).length >= 2;
}

/** 日期 | 培训内容 | 主讲人: days and subjects that are no document of the policy, and nobody who hands anything in. */
function isNoList(headings: readonly Heading[], matched: Matched, vocabulary: Vocabulary, title: number): boolean {
  if (vocabulary.entry.kind !== "submissions" || title >= named) return false;
  const { columns } = matched;
  const keys = columns.flatMap(({ key }) => key ?? []);
  if (!keys.includes("date") && !keys.some((key) => isOwnKey(vocabulary, key)) && countsPeople(headings, matched)) return true;
  const isHandedIn = columns.some(({ key, header }) => key === "date" && words.handingIn.some((word) => header.includes(word)));
  if (isHandedIn || keys.some((key) => handing.has(key) || isOwnKey(vocabulary, key))) return false;
  const keyed = columns.flatMap(({ key }, at) => (headings[at] === undefined || key === null ? [] : [{ heading: headings[at], key }]));
  return keyed.every((one) => rowsFit(one, vocabulary) === 0);
}

const handing = new Set<ColumnKey>(["claim", "school", "place", "name"]);

function scoreOf(
  headings: readonly Heading[],
  matched: Matched,
  vocabulary: Vocabulary,
  titles: string,
): { score: number; confidence: number } | null {
  const { kind } = vocabulary.entry;
  const keys = new Set(matched.columns.flatMap((column) => column.key ?? []));
  // A column whose meaning is only likely and will be asked still tells what kind of sheet it is.
  const likely = new Set([...keys, ...matched.columns.flatMap((column) => (column.confidence >= 0.5 ? (column.guess ?? []) : []))]);
  const title = titleScore(vocabulary, titles);
  const isWhole = satisfied(vocabulary, likely, keys) || satisfiedOtherwise(vocabulary, keys, title);
  if (isNoList(headings, matched, vocabulary, title)) return null;
  // One column that is not read does not make another form of what the title names.
  if (!isWhole && (title < named || !satisfied(vocabulary, likely, keys, 1))) return null;
  let score = isWhole ? 0 : incomplete;
  let known = 0;
  for (const column of matched.columns) {
    if (column.key === null) {
      if (column.ignored === true) known++;
      else score -= 0.4;
      continue;
    }
    known++;
    const weight = isOwnKey(vocabulary, column.key)
      ? 2.2
      : telling[kind].includes(column.key)
        ? 1.5
        : against[kind]?.includes(column.key) === true && vocabulary.entry.fields?.[column.key] === undefined
          ? -1.5
          : 1;
    score += weight * (weight > 0 ? column.confidence : 1);
  }
  const share = matched.columns.length === 0 ? 0 : known / matched.columns.length;
  const unit = unitScore(headings, vocabulary);
  const term = termScore(
    matched.columns.map(({ key }) => key),
    headings,
    vocabulary,
  );
  return {
    score: score + title * 1.5 + unit + term + itemScore(keys, vocabulary),
    confidence: Math.min(1, 0.35 + 0.5 * share + 0.075 * title),
  };
}

export interface Recognition {
  readonly vocabularies: readonly Vocabulary[];
  /** Title, captions and the sheet's name in one. */
  readonly titles: string;
  readonly mapping: SheetMapping;
  readonly locale: Locale;
  /** How much the whole workbook speaks for each policy, by id. */
  readonly prior: ReadonlyMap<string, number>;
}

/** So many vocabularies are tried in earnest; the others know too few of the names. */
const tried = 6;
/** A kind whose columns are there by their plain names, or that the title names, goes before all that would have to be guessed. */
const plainlySatisfied = 6;

/** How well a vocabulary fits by plain names, title and term alone: quick, and near enough to leave out what cannot win. */
export function fitAtSight(headings: readonly Heading[], vocabulary: Vocabulary, titles: string): number {
  const { weight, keys, columns } = plainFit(headings, vocabulary);
  const title = titleScore(vocabulary, titles);
  const likely = title >= named || satisfied(vocabulary, keys) ? plainlySatisfied : 0;
  const term = termScore(columns, headings, vocabulary);
  const aside = vocabulary.isAside ? 1 : 0;
  return weight + likely + term - aside + 1.5 * title + unitScore(headings, vocabulary);
}

/** What fits less than this share of the best is not looked at. */
const worthTrying = 0.5;

function likeliest(headings: readonly Heading[], { vocabularies, titles, prior }: Recognition): readonly Vocabulary[] {
  if (vocabularies.length <= tried) return vocabularies;
  const fits = vocabularies
    .map((vocabulary) => ({
      vocabulary,
      fit: fitAtSight(headings, vocabulary, titles) + (prior.get(vocabulary.pack.id) ?? 0),
    }))
    .sort((a, b) => b.fit - a.fit)
    .slice(0, tried);
  const best = fits[0]?.fit ?? 0;
  return fits.filter(({ fit }) => fit >= worthTrying * best).map(({ vocabulary }) => vocabulary);
}

/** The kind and policy that explain a header best; null where none does. */
export function recogniseKind(headings: readonly Heading[], recognition: Recognition): Recognised | null {
  const { titles, mapping, locale, prior } = recognition;
  let best: Recognised | null = null;
  for (const vocabulary of likeliest(headings, recognition)) {
    const matched = matchColumns(headings, vocabulary, mapping, locale);
    const fit = scoreOf(headings, matched, vocabulary, titles);
    if (fit === null) continue;
    const score = fit.score + (prior.get(vocabulary.pack.id) ?? 0) - (vocabulary.isAside ? 1 : 0);
    if (best === null || score > best.score + 1e-9) best = { vocabulary, columns: matched.columns, score, confidence: fit.confidence };
  }
  return best;
}

/** Whether a header shares enough with the kind to be taken for it: two columns of our own words are no table. */
export function isConvincing(recognised: Recognised): boolean {
  const known = recognised.columns.filter((column) => column.key !== null).length;
  return known >= 2 && known >= 0.3 * recognised.columns.length;
}
