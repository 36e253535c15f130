/**
 * Whether a table speaks of teacher training at all. Names, totals and results stand in any office's sheets: by such
 * columns alone a sheet is not taken for one that a policy judges. The words are data (`training.json`).
 */
import { isAnyLeaf } from "./leaves";
import type { Column } from "./table";
import words from "./training.json";
import type { Heading } from "./heading";
import { simplify } from "./simplify";
import { isOwnKey, type Vocabulary } from "./vocabulary";
import { bare, squeeze } from "./wording";
import { readYear } from "./years";

export interface Spoken {
  readonly headings: readonly Heading[];
  readonly columns: readonly Column[];
  readonly vocabulary: Vocabulary;
  /** Title, captions, names of sheet and file. */
  readonly titles: string;
}

const otherHeaders = new Set(words.otherHeaders.map(bare));
/** Shorter names of rules (自评, 读书) are words of everyday. */
const tellingName = 4;
/** Columns whose entries may name a training or a document. */
const namingKeys = new Set(["project", "category", "content", "mode", "theme", "classType"]);

function says(text: string, list: readonly string[]): boolean {
  return list.some((word) => text.includes(word));
}

function entriesOf({ headings, columns }: Spoken): string {
  const naming = new Set(columns.filter(({ key }) => key !== null && namingKeys.has(key)).map(({ index }) => index));
  return headings
    .filter(({ column }) => naming.has(column))
    .flatMap(({ below }) => below.filter((value) => typeof value === "string"))
    .join(" ");
}

/** The columns that are a rule's affair, by their names: its own, and common ones whose header speaks of it. */
function namesOfRules({ headings, columns, vocabulary }: Spoken): ReadonlyMap<number, string> {
  const own = columns.filter(
    ({ key, rule, confidence }) => key !== null && confidence >= 0.85 && (rule !== undefined || isOwnKey(vocabulary, key)),
  );
  return new Map(own.map(({ index }) => [index, headings.find(({ column }) => column === index)?.levels.at(-1)?.name ?? ""]));
}

/** Columns of the policy's own rules under telling names; three short ones together tell as much. */
function hasOwnColumns(spoken: Spoken): boolean {
  const telling = [...namesOfRules(spoken).values()].filter((name) => !isAnyLeaf(name));
  return telling.some((name) => name.length >= tellingName) || telling.length >= 3;
}

function headersOf({ headings }: Spoken): readonly string[] {
  return headings.flatMap(({ levels }) => levels.map(({ name }) => name));
}

/** It is plainly about something else: 学生, 工资, 采购. What a rule itself is called (学生参评) does not count. */
function isOfOtherAffairs(spoken: Spoken): boolean {
  const ofRules = new Set(namesOfRules(spoken).values());
  const headers = headersOf(spoken).filter((name) => !ofRules.has(name));
  return says(`${simplify(spoken.titles)} ${headers.join(" ")}`, words.otherAffairs) || headers.some((name) => otherHeaders.has(name));
}

/** Five years from the first on are a cycle of training; calendar years may be anything's. */
function isCycle({ vocabulary, headings }: Spoken): boolean {
  return (
    vocabulary.entry.kind === "hours-cycle" && headings.filter(({ header }) => (readYear(header)?.ordinal ?? null) !== null).length >= 3
  );
}

const ofPeople: ReadonlySet<string> = new Set(["roster", "hours-cycle"]);

/** A list of people that can only be teachers: they teach something, or all belong to schools. */
function isOfTeachers(spoken: Spoken, text: string): boolean {
  const { vocabulary, columns, headings } = spoken;
  if (!ofPeople.has(vocabulary.entry.kind) || columns.filter(({ key }) => key !== null).length < 4) return false;
  const schools = columns
    .filter(({ key }) => key === "school")
    .map(({ index }) => headings.find(({ column }) => column === index)?.below ?? []);
  const ofSchools = schools.some(
    (names) => names.length > 0 && names.every((name) => typeof name === "string" && says(name, words.schools)),
  );
  return ofSchools || says(text, words.teachers);
}

/** The policy itself is named: 教师素质年. */
function namesPolicy({ vocabulary: { pack } }: Spoken, text: string): boolean {
  return says(
    text,
    [pack.title, ...(pack.keywords ?? [])].map(squeeze).filter((word) => word.length >= tellingName),
  );
}

/** It is plainly about something else, and nothing in it speaks of training. */
export function isForeign(spoken: Spoken): boolean {
  return isOfOtherAffairs(spoken) && !speaksOfTraining(spoken) && !hasOwnColumns(spoken);
}

/** Whether the table is about the training of teachers, by its own words. */
export function speaksOfTraining(spoken: Spoken): boolean {
  const text = `${squeeze(simplify(spoken.titles))} ${headersOf(spoken).join(" ")}`;
  if (says(text, words.says) || says(entriesOf(spoken), words.says)) return true;
  if (isOfOtherAffairs(spoken)) return false;
  return namesPolicy(spoken, text) || hasOwnColumns(spoken) || isCycle(spoken) || says(text, words.measures) || isOfTeachers(spoken, text);
}

/** Beside a table that does: a list of people, or a sheet with a column that only the policy has. */
export function goesWithTraining(spoken: Spoken): boolean {
  return !isOfOtherAffairs(spoken) && (ofPeople.has(spoken.vocabulary.entry.kind) || namesOfRules(spoken).size > 0);
}
