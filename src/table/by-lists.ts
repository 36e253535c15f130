/**
 * Columns known by lists of the policy that stand in them, whatever their heading: the values of a closed list (备课组, 教研组),
 * and the names of rules in the rows (骨干教师, 校本教研制度). Only one column of its sort.
 */
import type { CellValue } from "../values/cell";
import { sure, type Candidate } from "./candidates";
import type { Heading } from "./heading";
import type { ColumnKey } from "./table";
import { rowNamesOf } from "./values-fit";
import type { Vocabulary } from "./vocabulary";
import { bare } from "./wording";

type Given = ReadonlyMap<number, Candidate>;

/** At least this share of the values must be of the list, and so many of them different. */
const mostly = 0.75;
const fewestValues = 3;
const fewestRows = 2;

function placeOf(given: Given, key: ColumnKey): number | null {
  return [...given].find(([, candidate]) => candidate.key === key)?.[0] ?? null;
}

function onlyOne(headings: readonly Heading[], fits: (heading: Heading, at: number) => boolean): number | null {
  const [only, another] = headings.flatMap((heading, at) => (fits(heading, at) ? [at] : []));
  return only === undefined || another !== undefined ? null : only;
}

/** 依托重点 over 备课组 and 教研组: a column of the values that a closed list of the policy allows. */
function withOnlyListed(headings: readonly Heading[], given: Given, { rules }: Vocabulary): Given {
  let result = given;
  for (const rule of rules) {
    if (rule.kind !== "choice" || rule.open || placeOf(result, rule.field) !== null) continue;
    const known = new Set(rule.values.flatMap(({ value, aliases }) => [value, ...(aliases ?? [])]).map(bare));
    const isOf = ({ below }: Heading): boolean => {
      const texts = below.flatMap((value) => (typeof value === "string" ? [bare(value)] : []));
      const listed = texts.filter((text) => known.has(text));
      return texts.length >= fewestValues && listed.length >= mostly * texts.length && new Set(listed).size >= 2;
    };
    const at = onlyOne(headings, (heading, place) => !result.has(place) && isOf(heading));
    if (at !== null)
      result = new Map([...result, [at, { key: rule.field, confidence: sure, why: { id: "column.listed" }, rule: rule.id }]]);
  }
  return result;
}

/** What may stand in the column of rules' names until the names themselves are seen. */
const yielding = new Set<ColumnKey | null>([null, "role", "title", "subject", "note"]);

function isWorded(value: CellValue): boolean {
  return typeof value === "string" && /\p{Script=Han}{2}/u.test(value);
}

/** 指标名称, 名称, 教师类别 over 骨干教师 and 学科带头人: where the rows name the policy's quotas, that column says what each is about. */
function withOnlyRowNames(headings: readonly Heading[], given: Given, { entry, rules }: Vocabulary): Given {
  if (entry.kind !== "quota" && entry.kind !== "submissions") return given;
  const named = placeOf(given, "project");
  if (placeOf(given, "category") !== null) return given;
  if (named !== null && headings[named]?.below.some(isWorded) === true) return given;
  const names = rules.flatMap(rowNamesOf).map(bare);
  const speaks = (value: CellValue): boolean => {
    const text = typeof value === "string" ? bare(value) : "";
    return text.length >= 3 && names.some((name) => name.length >= 3 && (text.includes(name) || name.includes(text)));
  };
  const isFree = (at: number): boolean => yielding.has(given.get(at)?.key ?? null);
  const fits = ({ below }: Heading, at: number): boolean =>
    isFree(at) && below.length >= fewestRows && below.every(isWorded) && below.filter(speaks).length * 2 >= below.length;
  const at = onlyOne(headings, fits);
  if (at === null) return given;
  const kept = [...given].filter(([place]) => place !== named);
  return new Map([...kept, [at, { key: "project", confidence: sure, why: { id: "column.listed" }, rule: null }]]);
}

export function withKeysOfLists(headings: readonly Heading[], given: Given, vocabulary: Vocabulary): Given {
  return withOnlyRowNames(headings, withOnlyListed(headings, given, vocabulary), vocabulary);
}
