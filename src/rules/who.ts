/** 哪些人: whether a rule, or one band of it, is about a person. Unknown facts make it undecidable, never false. */
import type { Who } from "../policy/schema";

export interface Person {
  readonly sex: string | null;
  /** Full years on the day that matters. */
  readonly age: number | null;
  readonly role: string | null;
  readonly subject: string | null;
}

export const nobodyKnown: Person = { sex: null, age: null, role: null, subject: null };

function every(conditions: readonly (boolean | null)[]): boolean | null {
  if (conditions.includes(false)) return false;
  return conditions.includes(null) ? null : true;
}

/** `above`: an age that is exactly the bound counts as above it (40 周岁 belongs to 40 周岁以上). */
export type AgeBoundary = "within" | "above";

function ageWithin(who: Who, age: number | null, boundary: AgeBoundary): (boolean | null)[] {
  const above = boundary === "above";
  const bounds: [number | undefined, (age: number, bound: number) => boolean][] = [
    [who.minAge, (years, bound) => years >= bound],
    [who.maxAge, (years, bound) => (above ? years < bound : years <= bound)],
    [who.aboveAge, (years, bound) => (above ? years >= bound : years > bound)],
    [who.belowAge, (years, bound) => years < bound],
  ];
  return bounds.flatMap(([bound, holds]) => (bound === undefined ? [] : [age === null ? null : holds(age, bound)]));
}

function oneOf(list: readonly string[] | undefined, text: string | null): (boolean | null)[] {
  if (!list) return [];
  return [text === null ? null : list.some((name) => text.includes(name))];
}

/** What about a person puts him outside. */
export type Fact = "sex" | "age" | "role" | "subject";

/** The facts by which a person is not one of these; empty where he is, or where too little is known. */
export function factsAgainst(who: Who, person: Person): Fact[] {
  const { sex, roles, notRoles, subjects } = who;
  const ages = { minAge: who.minAge, maxAge: who.maxAge, aboveAge: who.aboveAge, belowAge: who.belowAge };
  const facts: readonly (readonly [Fact, Who])[] = [
    ["sex", { sex }],
    ["age", ages],
    ["subject", { subjects }],
    ["role", { roles, notRoles }],
  ];
  return facts.flatMap(([fact, part]) => (isAbout(part, person) === false ? [fact] : []));
}

/** True, false, or null where what is known does not decide it. */
export function isAbout(who: Who, person: Person, boundary: AgeBoundary = "within"): boolean | null {
  const sex = who.sex === undefined ? [] : [person.sex === null ? null : person.sex === who.sex];
  const not = oneOf(who.notRoles, person.role).map((held) => (held === null ? null : !held));
  return every([
    ...sex,
    ...ageWithin(who, person.age, boundary),
    ...oneOf(who.roles, person.role),
    ...oneOf(who.subjects, person.subject),
    ...not,
  ]);
}
