/**
 * What a form's other items say of a column: the one item that is missing stands among the others under a name too short
 * to know it by (学时), and a column for all bonuses together is read only where none of them has its own.
 */
import type { Candidate } from "./candidates";
import { sure } from "./candidates";
import type { Heading } from "./heading";
import { leafName } from "./preferences";
import type { Vocabulary } from "./vocabulary";
import { bare } from "./wording";
import words from "./words.json";

type Given = ReadonlyMap<number, Candidate>;

/** So many of a form's items must be there before a column is taken for the one that is missing. */
const fewestItems = 3;

interface Item {
  readonly id: string;
  readonly points: number;
  readonly names: readonly string[];
}

function itemsOf({ rules }: Vocabulary): readonly Item[] {
  return rules.flatMap((rule) =>
    rule.kind === "rubric" ? [{ id: rule.id, points: rule.points, names: [rule.name, ...(rule.aliases ?? [])].map(bare) }] : [],
  );
}

/** The blocks of a year's hours, which stand side by side. */
function blocksOf({ rules, entry }: Vocabulary): readonly Item[] {
  if (entry.kind !== "hours-year") return [];
  return rules.flatMap((rule) =>
    rule.kind === "hours" && rule.of !== undefined
      ? [{ id: rule.id, points: mostHours, names: [rule.name, ...(rule.aliases ?? [])].map(bare) }]
      : [],
  );
}

/** Nobody has more hours of one block in a year. */
const mostHours = 400;
const fewestBlocks = 3;

function holdsScores({ below }: Heading, most: number): boolean {
  const numbers = below.map(Number);
  return numbers.length > 0 && numbers.every((number) => number >= 0 && number <= most);
}

/** Nothing else is known of the column, or only that it counts what the item is called by (学时 of 培训学时). */
function isFree(heading: Heading, candidate: Candidate | undefined, item: Item): boolean {
  const name = leafName(heading);
  if (candidate === undefined) return name !== "";
  return candidate.rule === null && name.length >= 2 && item.names.some((known) => known !== name && known.endsWith(name));
}

/** The one part without a column is the only column among (or, `reach` columns away, beside) the others that is free for it and holds fitting amounts. */
function withMissing(headings: readonly Heading[], given: Given, parts: readonly Item[], reach: number): Given {
  const places = new Map([...given].flatMap(([at, { key }]) => (key === null ? [] : [[key, at] as const])));
  const [missing, another] = parts.filter(({ id }) => !places.has(id));
  if (missing === undefined || another !== undefined) return given;
  const columns = parts.flatMap(({ id }) => places.get(id) ?? []);
  const [first, last] = [Math.min(...columns) - reach, Math.max(...columns) + reach];
  const fits = (heading: Heading, at: number): boolean =>
    at >= first && at <= last && isFree(heading, given.get(at), missing) && holdsScores(heading, missing.points);
  const [only, second] = headings.flatMap((heading, at) => (fits(heading, at) ? [at] : []));
  if (only === undefined || second !== undefined) return given;
  return new Map([...given, [only, { key: missing.id, confidence: sure, why: { id: "column.among-items" }, rule: missing.id }]]);
}

/** 心得 | 评课 | 学时 | 设计 | 反思: four of five items are there, the fifth stands between them; 公需课 | 专业课 | ?: the third block right beside. */
export function withMissingPart(headings: readonly Heading[], given: Given, vocabulary: Vocabulary): Given {
  const items = itemsOf(vocabulary);
  const blocks = blocksOf(vocabulary);
  if (items.length > fewestItems) return withMissing(headings, given, items, 0);
  return blocks.length >= fewestBlocks ? withMissing(headings, given, blocks, 1) : given;
}

function isBonusOf({ below }: Heading, each: number | null): boolean {
  const amounts = below.map(Number);
  const multiples = amounts.filter((amount) => each === null || Number.isInteger(amount / each));
  return amounts.some((amount) => amount > 0) && amounts.every((amount) => amount >= 0) && multiples.length * 2 > amounts.length;
}

/** Between the last item and the total: the only bonus without a column is the only column without a meaning that holds its multiples. */
export function withUnnamedBonus(headings: readonly Heading[], given: Given, vocabulary: Vocabulary): Given {
  const places = new Map([...given].flatMap(([at, { key }]) => (key === null ? [] : [[key, at] as const])));
  const items = itemsOf(vocabulary).flatMap(({ id }) => places.get(id) ?? []);
  const total = places.get("total");
  const [bonus, another] = vocabulary.rules.filter(({ kind, id }) => kind === "bonus" && !places.has(id));
  if (bonus?.kind !== "bonus" || another !== undefined || total === undefined || items.length < fewestItems || places.has("bonus"))
    return given;
  const last = Math.max(...items);
  const isBetween = (heading: Heading, at: number): boolean =>
    at > last && at < total && !given.has(at) && !words.notBonus.some((word) => heading.header.includes(word)) && leafName(heading) !== "";
  const [only, second] = headings.flatMap((heading, at) => (isBetween(heading, at) ? [at] : []));
  const heading = only === undefined ? undefined : headings[only];
  if (only === undefined || second !== undefined || heading === undefined || !isBonusOf(heading, bonus.points)) return given;
  return new Map([...given, [only, { key: bonus.id, confidence: sure, why: { id: "column.among-items" }, rule: bonus.id }]]);
}

/** 加分合计 beside each bonus's own column is their sum: it must not be added to them. */
export function withoutSharedBonus(given: Given, { rules }: Vocabulary): Given {
  const own = new Set(rules.flatMap(({ kind, id }) => (kind === "bonus" ? [id] : [])));
  if (![...given.values()].some(({ key }) => key !== null && own.has(key))) return given;
  const aside: Pick<Candidate, "key" | "why"> = { key: null, why: { id: "column.ignored" } };
  return new Map([...given].map(([at, candidate]) => [at, candidate.key === "bonus" ? { ...candidate, ...aside } : candidate]));
}
