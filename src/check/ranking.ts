/**
 * Schools by their score: by the school form's totals, else by the mean of their teachers' totals. Equal scores share a
 * place and are said to; exact values decide, not rounded ones.
 */
import { sum, toNumber, type Exact } from "../values/exact";
import { nameKey } from "../values/name";
import { totalToJudge } from "./assessment";
import { assessed } from "./assessments";
import type { CheckContext, Sheet } from "./context";
import { schoolOf } from "./people";
import type { TeacherState } from "./teachers";

export interface RankedSchool {
  readonly place: number;
  readonly school: string;
  readonly score: number;
  /** The other schools on the same place. */
  readonly tiedWith: readonly string[];
}

export interface Ranking {
  /** What is ranked: the school form's total, or the mean of the teachers' totals. */
  readonly by: "school-total" | "teacher-mean";
  readonly schools: readonly RankedSchool[];
  /** Schools whose score cannot be told. */
  readonly without: readonly string[];
}

interface Scored {
  readonly school: string;
  readonly score: Exact | null;
}

function fromForms(context: CheckContext, sheets: readonly Sheet[]): Scored[] {
  return sheets.flatMap((sheet) =>
    sheet.records.map((entry) => ({ school: schoolOf(entry), score: totalToJudge(sheet, entry, assessed(context, sheet, entry)) })),
  );
}

function fromTeachers(teachers: readonly TeacherState[]): Scored[] {
  const schools = new Map<string, { readonly school: string; readonly totals: Exact[] }>();
  for (const { school, total, isWaived } of teachers) {
    if (school === "" || isWaived) continue;
    const own = schools.get(nameKey(school)) ?? { school, totals: [] };
    if (total !== null) own.totals.push(total);
    schools.set(nameKey(school), own);
  }
  return [...schools.values()].map(({ school, totals }) => ({
    school,
    score: totals.length === 0 ? null : sum(totals).div(totals.length),
  }));
}

function placed(scored: readonly Scored[], by: Ranking["by"]): Ranking | null {
  const known = scored.flatMap(({ school, score }) => (score === null ? [] : [{ school, score }]));
  if (known.length < 2) return null;
  const sorted = [...known].sort((a, b) => b.score.compare(a.score));
  const places = new Map<string, { readonly place: number; readonly names: string[] }>();
  sorted.forEach(({ school, score }, index) => {
    const shared = places.get(score.toFraction());
    if (shared) shared.names.push(school);
    else places.set(score.toFraction(), { place: index + 1, names: [school] });
  });
  const schools = sorted.map(({ school, score }) => {
    const { place, names } = places.get(score.toFraction()) ?? { place: 0, names: [] };
    return { place, school, score: toNumber(score), tiedWith: names.filter((name) => name !== school) };
  });
  return { by, schools, without: scored.filter(({ score }) => score === null).map(({ school }) => school) };
}

/** The ranking, or null where fewer than two schools have a score. */
export function rankedSchools(context: CheckContext, forms: readonly Sheet[], teachers: readonly TeacherState[]): Ranking | null {
  return placed(fromForms(context, forms), "school-total") ?? placed(fromTeachers(teachers), "teacher-mean");
}
