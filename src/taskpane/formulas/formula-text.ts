/** An example of a pack as the formula a clerk would type: =KAOHE.TEACHERSCORE("兰西2024秋",{18,16,20,20,15}). */
import type { Pack, PackExample } from "../../policy/schema";

export function formulaOf(pack: Pack, example: PackExample): string {
  const given = example.with.map(argument);
  return `=KAOHE.${example.call}(${[quoted(pack.name), ...given].join(",")})`;
}

/** A range is written as an array constant: rows apart by semicolons. */
function argument(value: unknown): string {
  if (Array.isArray(value)) return `{${value.map(row).join(";")}}`;
  return typeof value === "string" ? quoted(value) : plain(value);
}

function row(value: unknown): string {
  return Array.isArray(value) ? value.map(argument).join(",") : argument(value);
}

export function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** What an example gives, as a cell shows it: a spilled result by its values, an error by its sign. */
export function resultOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(resultOf).join("；");
  if (typeof value === "object" && value !== null && "error" in value) return plain(value.error);
  return plain(value);
}

/** What a cell can hold, as text; a blank is nothing. */
function plain(value: unknown): string {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}

/** The examples by function, in the pack's order. */
export function examplesByFunction(pack: Pack): ReadonlyMap<string, readonly PackExample[]> {
  const groups = new Map<string, PackExample[]>();
  for (const example of pack.examples ?? []) {
    const group = groups.get(example.call);
    if (group === undefined) groups.set(example.call, [example]);
    else group.push(example);
  }
  return groups;
}
