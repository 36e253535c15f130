/**
 * The add-in's functions as saved files spell them. Excel writes `_xldudf_KAOHE_NAME(…)`, perhaps behind `[n]!`; other
 * programs `_xll.KAOHE.NAME(…)` or a path to the add-in; a workbook opened without the add-in `KAOHE.NAME(…)`.
 */

const SPELLINGS = /(?:'[^']*'!|\[\d+\]!)?(?:_xldudf_KAOHE_|_xll\.KAOHE\.|_xludf\.KAOHE\.|KAOHE\.)([A-Z]+)(?=\s*\()/gi;

/** Splits a formula into its text literals (odd places) and what stands between them (even places). */
function outsideOfTexts(formula: string): string[] {
  return formula.split(/("(?:[^"]|"")*")/);
}

/** The formula with every KAOHE function spelled `KAOHE.NAME(`, as a clerk would type it; all else unchanged. */
export function typedFormula(formula: string): string {
  return outsideOfTexts(formula)
    .map((piece, index) => (index % 2 === 1 ? piece : piece.replace(SPELLINGS, (_, name: string) => `KAOHE.${name.toUpperCase()}`)))
    .join("");
}

export interface KaoheCall {
  /** TEACHERSCORE. */
  readonly name: string;
  /** The arguments as they stand in the formula. */
  readonly args: readonly string[];
}

const OPENING = "({";
const CLOSING = ")}";

/** The arguments of a call, from behind its opening bracket; null where the brackets do not close. */
function readArguments(formula: string, start: number): string[] | null {
  const args: string[] = [];
  let depth = 0;
  let from = start;
  for (let at = start; at < formula.length; at += 1) {
    const character = formula.charAt(at);
    if (character === '"' || character === "'") at = formula.indexOf(character, at + 1);
    if (at === -1) return null;
    if (OPENING.includes(character)) depth += 1;
    else if (CLOSING.includes(character) && depth > 0) depth -= 1;
    else if (character === ")" || (character === "," && depth === 0)) {
      args.push(formula.slice(from, at).trim());
      from = at + 1;
      if (character === ")") return args.length === 1 && args[0] === "" ? [] : args;
    }
  }
  return null;
}

/** Every KAOHE call of a formula, inner calls too, in the order in which they stand. */
export function kaoheCalls(formula: string): KaoheCall[] {
  const typed = typedFormula(formula);
  const blanked = outsideOfTexts(typed)
    .map((piece, index) => (index % 2 === 1 ? piece.replace(/[^"]/g, " ") : piece))
    .join("");
  return [...blanked.matchAll(/KAOHE\.([A-Z]+)\s*\(/g)].flatMap((match) => {
    const args = readArguments(typed, match.index + match[0].length);
    return args === null ? [] : [{ name: match[1] ?? "", args }];
  });
}
