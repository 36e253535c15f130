/** Which rule or block a training belongs to, by the category that a clerk wrote: 网络研修, 县级集中培训, 非集中培训. */

import words from "./negations.json";

/** Marks before a name that make it the opposite: 非集中培训 is no 集中培训. */
const negations: readonly string[] = words;

function squeezed(text: string): string {
  return text.replace(/\s+/gu, "");
}

/** Whether `written` speaks of `name`, and not only of its opposite. */
export function speaksOf(written: string, name: string): boolean {
  for (let at = written.indexOf(name); at >= 0; at = written.indexOf(name, at + 1)) {
    const before = written.slice(0, at);
    if (!negations.some((negation) => before.endsWith(negation))) return true;
  }
  return false;
}

/** Those that a category belongs to: by a name exactly, else by the longest name within it. */
export function ownersOf<T>(candidates: readonly T[], namesOf: (candidate: T) => readonly string[], category: string): readonly T[] {
  const written = squeezed(category);
  if (written === "") return [];
  const named = candidates.flatMap((candidate) => namesOf(candidate).map((name) => ({ candidate, name: squeezed(name) })));
  const exact = named.filter(({ name }) => name === written);
  const within = exact.length > 0 ? exact : named.filter(({ name }) => name !== "" && speaksOf(written, name));
  const longest = Math.max(0, ...within.map(({ name }) => name.length));
  return [...new Set(within.filter(({ name }) => name.length === longest).map(({ candidate }) => candidate))];
}
