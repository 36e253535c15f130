/**
 * Whether a formula can give nothing but text. Some programs save the old .xls with 0 in the place of every text result: such a
 * 0 is no result of the formula, which then counts as not saved.
 */

const QUOTED = /^"(?:[^"]|"")*"$/;
const CHOICE = /^(IF|IFERROR)\((.*)\)$/is;
const MADE_TEXT = /^(?:TEXT|CONCATENATE|LEFT|RIGHT|MID|TRIM)\((.*)\)$/is;
/** Deeper ones are no school's. */
const DEEPEST = 20;

/** The arguments of a call; null where the brackets close before the end, so that something follows the call. */
function argumentsOf(inner: string): readonly string[] | null {
  const found: string[] = [];
  let depth = 0;
  let quoted = false;
  let from = 0;
  for (let at = 0; at < inner.length; at++) {
    const mark = inner[at];
    if (mark === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (mark === "(" || mark === "{") depth++;
    else if (mark === ")" || mark === "}") depth--;
    else if (mark === "," && depth === 0) {
      found.push(inner.slice(from, at));
      from = at + 1;
    }
    if (depth < 0) return null;
  }
  return [...found, inner.slice(from)];
}

/** `formula` without its "=". */
export function givesOnlyText(formula: string, depth = 0): boolean {
  const plain = formula.trim();
  if (QUOTED.test(plain)) return true;
  if (depth > DEEPEST) return false;
  const made = MADE_TEXT.exec(plain);
  if (made) return argumentsOf(made[1] ?? "") !== null;
  const choice = CHOICE.exec(plain);
  const given = choice ? argumentsOf(choice[2] ?? "") : null;
  if (given === null) return false;
  const results = choice?.[1]?.toUpperCase() === "IF" ? given.slice(1) : given;
  return results.length === 2 && results.every((result) => givesOnlyText(result, depth + 1));
}
