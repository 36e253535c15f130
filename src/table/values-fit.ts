/**
 * How well what stands in a sheet's columns fits a policy's rules: values of lists, categories of trainings, full
 * scores in headers, conditions that need a column. Signs of which policy a sheet belongs to, in the weight of columns.
 */
import type { Rule, Who } from "../policy/schema";
import type { Heading } from "./heading";
import type { Vocabulary } from "./vocabulary";
import type { ColumnKey } from "./table";
import { bare } from "./wording";

/** What each heading most likely holds under the vocabulary. */
export interface KeyedHeading {
  readonly heading: Heading;
  readonly key: ColumnKey;
}

const listed = 1.2;
const unlisted = -0.8;
const unlistedOfOpen = -0.3;
const rightPoints = 0.4;
const wrongPoints = -0.8;
const needed = 0.6;

function textsOf(heading: Heading): readonly string[] {
  return heading.below.flatMap((value) => (typeof value === "string" ? bare(value) : [])).filter((text) => text !== "");
}

function shareOf(texts: readonly string[], words: readonly string[]): number {
  const known = words.map(bare).filter((word) => word.length >= 2);
  return (
    texts.filter((text) => known.some((word) => text.includes(word) || (text.length >= 2 && word.startsWith(text)))).length / texts.length
  );
}

function listFit({ heading, key }: KeyedHeading, { rules }: Vocabulary): number {
  const texts = textsOf(heading);
  if (texts.length === 0) return 0;
  const choice = rules.find((rule) => rule.kind === "choice" && (rule.field === key || rule.id === key));
  if (choice?.kind !== "choice") return 0;
  const share = shareOf(
    texts,
    choice.values.flatMap(({ value, aliases }) => [value, ...(aliases ?? [])]),
  );
  return share > 0 ? listed * share : choice.open ? unlistedOfOpen : unlisted;
}

function categoriesOf(rule: Rule): readonly string[] {
  if (rule.kind === "hours" || rule.kind === "conversion") return rule.categories ?? [];
  return rule.kind === "cycle"
    ? (rule.blocks ?? []).flatMap(({ name, aliases, categories }) => categories ?? [name, ...(aliases ?? [])])
    : [];
}

/** How many of a column's texts are categories of the policy. */
export function shareOfCategories(heading: Heading, { pack }: Vocabulary): number {
  const texts = textsOf(heading);
  return texts.length === 0 ? 0 : shareOf(texts, pack.rules.flatMap(categoriesOf));
}

/** Categories are words of everyday (集中培训): one that only this policy's list holds tells, one that it lacks hardly. */
function categoryFit({ heading, key }: KeyedHeading, vocabulary: Vocabulary): number {
  return key === "category" ? listed * shareOfCategories(heading, vocabulary) : 0;
}

/** What a rule calls the things that stand in rows: documents, what is due, itself. */
export function rowNamesOf(rule: Rule): readonly string[] {
  const own = [rule.name, ...(rule.aliases ?? [])];
  if (rule.kind === "required") return [...own, ...rule.documents.flatMap(({ name, aliases }) => [name, ...(aliases ?? [])])];
  return rule.kind === "deadline" ? [...own, rule.what, ...(rule.whatAliases ?? [])] : own;
}

/** Shorter parts are words of everyday (计划, 总结). */
const tellingPart = 3;

/** What stands in the rows of a list of quotas may be headed 类别. */
function namesRows(key: ColumnKey, { entry }: Vocabulary): boolean {
  return key === "project" || (key === "category" && entry.kind === "quota");
}

/** A row that only holds a rule's name among other words, or a part of it, tells less than one that bears it. */
const nearlyNamed = 0.75;

/** 学科带头人和教学能手, 校本教研制度 as a row's project: the policy that knows most of the rows is the one. */
export function rowsFit({ heading, key }: KeyedHeading, vocabulary: Vocabulary): number {
  const texts = textsOf(heading);
  if (!namesRows(key, vocabulary) || texts.length === 0) return 0;
  const names = vocabulary.rules.flatMap(rowNamesOf).map(bare);
  const naming = (text: string): number => {
    if (names.includes(text)) return 1;
    const isNear = names.some(
      (name) => (name.length >= tellingPart && text.includes(name)) || (text.length >= tellingPart && name.includes(text)),
    );
    return isNear ? nearlyNamed : 0;
  };
  return (2 * listed * texts.reduce((sum, text) => sum + naming(text), 0)) / texts.length;
}

/** When something was handed in is asked where a policy sets a day for it. */
function deadlineFit(keyed: readonly KeyedHeading[], { entry, rules }: Vocabulary): number {
  const isDated = entry.kind === "submissions" && keyed.some(({ key }) => key === "date");
  return isDated && rules.some((rule) => rule.kind === "deadline") ? needed : 0;
}

/** A form that has none of the policy's several items is hardly its form. */
function itemsFit(keyed: readonly KeyedHeading[], { rules }: Vocabulary): number {
  const items = rules.filter((rule) => rule.kind === "rubric");
  return items.length >= 3 && !items.some((item) => keyed.some(({ key }) => key === item.id)) ? -1 : 0;
}

function pointsFit({ heading, key }: KeyedHeading, { rules }: Vocabulary): number {
  const rule = rules.find((other) => other.id === key);
  if (heading.points === null || rule === undefined || !("points" in rule) || rule.points === null || rule.kind === "bonus") return 0;
  return heading.points === rule.points ? rightPoints : wrongPoints;
}

function peopleOf(rule: Rule): readonly Who[] {
  if (rule.kind === "evidence") return (rule.bands ?? []).map(({ who }) => who);
  return rule.kind === "hours" || rule.kind === "quota" ? (rule.who === undefined ? [] : [rule.who]) : [];
}

function asksAge(who: Who): boolean {
  return [who.minAge, who.maxAge, who.aboveAge, who.belowAge].some((age) => age !== undefined);
}

/** A birth date beside a number that a rule judges by age, a role beside one that it judges by role. */
function needFit(keyed: readonly KeyedHeading[], { rules }: Vocabulary): number {
  const keys = new Set(keyed.map(({ key }) => key));
  const present = rules.filter((rule) => keys.has(rule.id)).flatMap(peopleOf);
  const byAge = ["birth", "id", "age"].some((key) => keys.has(key)) && present.some(asksAge) ? needed : 0;
  const roles = keyed.find(({ key }) => key === "role");
  const named = present.flatMap((who) => who.roles ?? []);
  const byRole = roles === undefined || named.length === 0 ? 0 : 0.5 * needed + needed * shareOfRoles(textsOf(roles.heading), named);
  return byAge + byRole;
}

function shareOfRoles(texts: readonly string[], roles: readonly string[]): number {
  return texts.some((text) => roles.some((role) => text.includes(bare(role)))) ? 1 : 0;
}

/** All of these signs together. */
export function valuesFit(headings: readonly Heading[], keys: readonly (ColumnKey | null)[], vocabulary: Vocabulary): number {
  const keyed = headings.flatMap((heading, at): KeyedHeading[] => {
    const key = keys[at];
    return key === null || key === undefined ? [] : [{ heading, key }];
  });
  const each = keyed.map(
    (one) => listFit(one, vocabulary) + categoryFit(one, vocabulary) + rowsFit(one, vocabulary) + pointsFit(one, vocabulary),
  );
  return (
    each.reduce((sum, fit) => sum + fit, 0) + needFit(keyed, vocabulary) + deadlineFit(keyed, vocabulary) + itemsFit(keyed, vocabulary)
  );
}
