/**
 * Whether the people of a sheet are those whom a policy is for: their ages and sexes against its 对象范围. Only a sign
 * of which policy a workbook belongs to; nobody is judged here.
 */
import type { Who } from "../policy/schema";
import { ageOn, readDate, wholeDay, type CivilDate } from "../values/date";
import { checkId } from "../values/id";
import { isBlankValue, type Grid } from "./grid";
import type { ColumnKey } from "./table";
import words from "./words.json";
import { squeeze } from "./wording";

interface Someone {
  readonly age: number;
  readonly sex: string | null;
  readonly subject: string | null;
}

const rowsLookedAt = 60;
const fewest = 4;
/** Nobody younger teaches: a day on which people would be is not the day that the sheet is about. */
const youngestTeacher = 18;
const oldestTeacher = 60;
const eldest = 80;

/** 33 or 33岁 in a column of ages. */
function statedAge(value: unknown): number | null {
  const age = Number(typeof value === "string" ? squeeze(value).replace(words.age, "") : value);
  return Number.isInteger(age) && age >= youngestTeacher && age <= eldest ? age : null;
}

function birthOf(value: unknown, id: ReturnType<typeof checkId>): CivilDate | null {
  if (id.kind === "valid" || id.kind === "invalid") return id.birth;
  if (typeof value !== "string" && typeof value !== "number") return null;
  const read = readDate(value);
  if (read.kind !== "date") return null;
  return wholeDay(read) ?? { year: read.year, month: read.month, day: 1 };
}

/** The people in the first rows below a header; `keys` says what each of its columns holds. */
export function peopleUnder(
  grid: Grid,
  header: { readonly left: number; readonly bottom: number },
  keys: readonly (ColumnKey | null)[],
  day: CivilDate,
): readonly Someone[] {
  const column = (key: ColumnKey): number | null => {
    const at = keys.indexOf(key);
    return at < 0 ? null : header.left + at;
  };
  const [birth, id, sex, subject, years] = [column("birth"), column("id"), column("sex"), column("subject"), column("age")];
  const people: Someone[] = [];
  if (birth === null && id === null && years === null) return people;
  for (let row = header.bottom + 1; row <= Math.min(header.bottom + rowsLookedAt, grid.rowCount - 1); row++) {
    const number = checkId(id === null ? null : grid.value(row, id));
    const born = birthOf(birth === null ? null : grid.value(row, birth), number);
    const age = born === null ? statedAge(years === null ? null : grid.resolved(row, years)) : ageOn(born, day);
    if (age === null) continue;
    const textAt = (at: number | null): string | null => {
      const value = at === null ? null : grid.resolved(row, at);
      return typeof value === "string" && !isBlankValue(value) ? squeeze(value) : null;
    };
    const sexOfId = number.kind === "valid" ? number.sex : null;
    people.push({ age, sex: textAt(sex) ?? sexOfId, subject: textAt(subject) });
  }
  return people;
}

/** Conditions that the sheet cannot tell (role, level) are taken as met. */
function isWithin(someone: Someone, who: Who): boolean {
  const { age, sex, subject } = someone;
  if (who.sex !== undefined && sex !== null && sex !== who.sex) return false;
  if (who.subjects !== undefined && subject !== null && !who.subjects.some((one) => subject.includes(one))) return false;
  return age >= (who.minAge ?? 0) && age <= (who.maxAge ?? Infinity) && age > (who.aboveAge ?? -1) && age < (who.belowAge ?? Infinity);
}

function share(people: readonly Someone[], anyOf: readonly Who[]): number {
  const within = people.filter((someone) => someone.age >= youngestTeacher && anyOf.some((who) => isWithin(someone, who)));
  return within.length / people.length;
}

/** Teachers of all ages, as many men as women: how many of them a policy takes in by chance. */
const anybody: readonly Someone[] = Array.from({ length: oldestTeacher - 22 }, (_, at) => 22 + at).flatMap((age) =>
  ["男", "女"].map((sex) => ({ age, sex, subject: null })),
);

const strongest = 3;

/**
 * How much the people speak for a policy that is for some (`anyOf` without roles: who is in by office says nothing of
 * the others): more the fewer it takes in by chance, below 0 where many of them are outside.
 */
export function scopeFit(people: readonly Someone[], anyOf: readonly Who[]): number {
  const byAge = anyOf.filter((who) => who.roles === undefined);
  if (people.length < fewest || byAge.length === 0) return 0;
  const held = share(people, byAge);
  return held >= 0.85 ? strongest * (held - share(anybody, byAge)) : strongest * (held - 1);
}
