/** The years that a log says it is about, by its title and the name of its sheet: 2024年, 2024—2025学年, 2021-2025. */
import { ofIso } from "../values/date";
import type { Sheet } from "./context";
import words from "./words.json";

export interface Years {
  readonly from: number;
  readonly to: number;
}

function yearsIn(text: string): Years | null {
  const found = [...text.matchAll(/(?<!\d)(?:19|20)\d{2}(?!\d)/gu)];
  const years = found.map(([year]) => Number(year));
  const [first] = found;
  if (!first) return null;
  const isSchoolYear = years.length === 1 && text.slice(first.index + first[0].length).startsWith(words.schoolYear);
  const from = Math.min(...years);
  return { from, to: isSchoolYear ? from + 1 : Math.max(...years) };
}

/** A policy for one term across new year says itself which days belong to it. */
function isForOneTerm({ judging }: Sheet): boolean {
  const [from, to] = [ofIso(judging.pack.valid?.from ?? ""), ofIso(judging.pack.valid?.to ?? "")];
  return from !== null && to !== null && to.year - from.year <= 1;
}

const memory = new WeakMap<Sheet, { readonly years: Years | null }>();

/** Null where nothing is said, or where most of the log contradicts it: then the title is about something else. */
export function namedYears(sheet: Sheet): Years | null {
  const known = memory.get(sheet);
  if (known) return known.years;
  const years = agreedYears(sheet);
  memory.set(sheet, { years });
  return years;
}

function agreedYears(sheet: Sheet): Years | null {
  const { table, records } = sheet;
  const years = isForOneTerm(sheet) ? null : (yearsIn(table.title) ?? yearsIn(table.sheet.name));
  if (years === null) return null;
  const dated = records.flatMap((entry) => {
    const state = entry.date("date");
    return state.kind === "date" ? [state.date.year] : state.kind === "month" ? [state.year] : [];
  });
  const outside = dated.filter((year) => year < years.from || year > years.to);
  return outside.length * 2 > dated.length ? null : years;
}
