/**
 * Columns that ask for one role by yes or no (是否骨干教师, 兼职教研员 with √ below): what they hold is read as the
 * person's role. Which roles there are, the policy says.
 */
import type { Rule } from "../policy/schema";
import type { CellValue } from "../values/cell";
import { readMark } from "../values/mark";
import type { Heading } from "./heading";
import type { Vocabulary } from "./vocabulary";
import { bare } from "./wording";
import words from "./words.json";

const { asks, verbs } = words.roleQuestions;
const asking = new RegExp(`^(?:${asks.join("|")})(?:${verbs.join("|")})?`, "u");

function rolesOf(rule: Rule): readonly string[] {
  if (rule.kind === "bonus") return [...(rule.roles ?? []), ...(rule.similarRoles ?? [])];
  if (rule.kind === "evidence") return (rule.bands ?? []).flatMap(({ who }) => who.roles ?? []);
  if (rule.kind === "eligibility") return rule.anyOf.flatMap((who) => [...(who.roles ?? []), ...(who.notRoles ?? [])]);
  return rule.kind === "hours" || rule.kind === "quota" ? (rule.who?.roles ?? []) : [];
}

/** √ or 是, no number: 1 below 班主任 may be an hour. */
function isMark(value: CellValue): boolean {
  return typeof value === "string" && readMark(value) !== null;
}

/** The role a heading asks for (市级骨干教师 of 是否市级骨干教师), null where it asks for none that the policy knows. */
export function roleAsked({ pack }: Vocabulary, heading: Heading): string | null {
  const name = heading.levels.at(-1)?.name ?? "";
  const role = name.replace(asking, "");
  const isKnown = pack.rules.some((rule) => rolesOf(rule).some((known) => role.endsWith(bare(known))));
  if (!isKnown) return null;
  if (role !== name) return role;
  return heading.below.length > 0 && heading.below.every(isMark) ? role : null;
}
