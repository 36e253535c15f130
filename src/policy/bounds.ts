/**
 * What is refused before a pack is looked at: too large, too deep, too many values, names that reach into JavaScript's own
 * objects. A pack may come from anywhere; nothing here costs more than one walk over a bounded number of values.
 */
import { fault, found, type Fault } from "./problem";

const MEGABYTES = 2;
const LONGEST_TEXT = MEGABYTES * 1024 * 1024;
const DEEPEST = 12;
const MOST_VALUES = 200_000;
const MOST_RULES = 2000;

const forbidden: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

/** The fault of a text with so many characters, where no pack may be as long. */
export function tooLong(characters: number): Fault | null {
  return characters > LONGEST_TEXT ? fault([], "problem.too-large", { most: MEGABYTES }) : null;
}

/** The JSON in a text; the fault where it is too long or none. */
export function readJson(text: string): { readonly ok: unknown } | { readonly fault: Fault } {
  const tooLarge = tooLong(text.length);
  if (tooLarge) return { fault: tooLarge };
  try {
    const json: unknown = JSON.parse(text.replace(/^\ufeff/u, ""));
    return { ok: json };
  } catch {
    return { fault: fault([], "problem.not-json") };
  }
}

/** What makes a value unfit to be read as a pack at all; null where nothing does. */
export function outOfBounds(raw: unknown): Fault | null {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) return fault([], "problem.not-object");
  return walk(raw) ?? tooManyRules(raw);
}

function walk(raw: object): Fault | null {
  const waiting: { readonly value: object; readonly depth: number }[] = [{ value: raw, depth: 1 }];
  let values = 0;
  let characters = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.depth > DEEPEST) return fault([], "problem.too-deep", { most: DEEPEST });
    for (const key of Object.keys(next.value)) {
      if (forbidden.has(key)) return fault([], "problem.forbidden-key", { key: found(key) });
      const value: unknown = Reflect.get(next.value, key);
      values += 1;
      characters += key.length + (typeof value === "string" ? value.length : 0);
      if (values > MOST_VALUES) return fault([], "problem.too-many-values", { most: MOST_VALUES });
      if (characters > LONGEST_TEXT) return fault([], "problem.too-large", { most: MEGABYTES });
      if (typeof value === "object" && value !== null) waiting.push({ value, depth: next.depth + 1 });
    }
  }
  return null;
}

function tooManyRules(raw: object): Fault | null {
  const rules: unknown = Reflect.get(raw, "rules");
  if (!Array.isArray(rules) || rules.length <= MOST_RULES) return null;
  return fault(["rules"], "problem.too-many-rules", { count: rules.length, most: MOST_RULES });
}
