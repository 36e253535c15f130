/** Finds the KAOHE functions in a formula, with their arguments as they are written. Pure; nothing is computed here. */

export interface FormulaCall {
  /** The function's name in capitals, without KAOHE. */
  readonly name: string;
  readonly args: readonly string[];
}

/** Every way in which Excel may show the name of one of our functions. */
const NAMES = /(?:\[\d+\]!|'[^']{1,300}\.xlam?'!)?(?:_xldudf_KAOHE_|_xll\.KAOHE\.|KAOHE\.)(?=[A-Z]+\()/giu;

const LONGEST = 8192;

/** Changes what stands between the texts in quotation marks. */
export function outsideTexts(formula: string, change: (part: string) => string): string {
  return formula
    .slice(0, LONGEST)
    .split(/("(?:[^"]|"")*")/u)
    .map((part) => (part.startsWith('"') ? part : change(part)))
    .join("");
}

/** The formula without its equals sign, our functions under their plain names, no prefixes of newer functions, sheets in quotation marks. */
export function plainFormula(formula: string): string {
  const bare = formula.replace(/^\{?=[+@]*/u, "").replace(/\}$/u, "");
  return outsideTexts(bare, (part) =>
    part
      .replace(NAMES, "KAOHE.")
      .replace(/_xlfn\.(?:_xlws\.)?/gu, "")
      .replace(/@(?=[\p{L}$'])/gu, "")
      .replace(/(?<!['\p{L}\p{N}_.!])([\p{L}_][\p{L}\p{N}_.]*)!/gu, "'$1'!"),
  );
}

/** Where an opened bracket of a call is closed, and its arguments; null where it never is. */
function argumentsFrom(formula: string, from: number): { readonly args: string[]; readonly end: number } | null {
  const args: string[] = [];
  let depth = 0;
  let quote: string | null = null;
  let start = from;
  for (let at = from; at < formula.length; at += 1) {
    const mark = formula.charAt(at);
    if (quote !== null) {
      if (mark === quote) quote = null;
      continue;
    }
    if (mark === '"' || mark === "'") quote = mark;
    else if (mark === "(" || mark === "{") depth += 1;
    else if (mark === "," && depth === 0) {
      args.push(formula.slice(start, at).trim());
      start = at + 1;
    } else if (mark === ")" || mark === "}") {
      if (depth === 0) {
        const last = formula.slice(start, at).trim();
        return { args: args.length === 0 && last === "" ? [] : [...args, last], end: at };
      }
      depth -= 1;
    }
  }
  return null;
}

/** Formulas that nest deeper or call more often are not explained call by call. */
const MOST_CALLS = 12;

/** The calls of a plain formula, those inside of others first. */
export function callsIn(plain: string): readonly FormulaCall[] {
  const found: { readonly call: FormulaCall; readonly end: number }[] = [];
  for (const match of plain.matchAll(/"(?:[^"]|"")*"|KAOHE\.([A-Z]+)\(/giu)) {
    const [whole, name] = match;
    if (name === undefined || found.length >= MOST_CALLS) continue;
    const read = argumentsFrom(plain, match.index + whole.length);
    if (read !== null) found.push({ call: { name: name.toUpperCase(), args: read.args }, end: read.end });
  }
  return [...found].sort((a, b) => a.end - b.end).map(({ call }) => call);
}

/** Whether the formula is one call and nothing else. */
export function isOneCall(plain: string): boolean {
  const match = /^KAOHE\.[A-Z]+\(/iu.exec(plain);
  if (match === null) return false;
  return argumentsFrom(plain, match[0].length)?.end === plain.length - 1;
}

const REFERENCE = /((?:'(?:[^']|'')+'!)?)(\$?)([A-Z]{1,3})(\$?)(\d{1,7}):(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\p{L}\p{N}_.(])/gu;

/**
 * The argument as it stands for one row of a spilling formula: of ranges over several rows, only that row. Those in `whole` are
 * taken whole (the range of a rule sheet).
 */
export function atRow(argument: string, offset: number, whole: ReadonlySet<string> = new Set()): string {
  return outsideTexts(argument, (part) =>
    part.replace(REFERENCE, (written, sheet: string, _a, left: string, _b, top: string, _c, right: string, _d, bottom: string) => {
      const [first, last] = [Math.min(Number(top), Number(bottom)), Math.max(Number(top), Number(bottom))];
      if (first === last || whole.has(written)) return written;
      const row = String(first + offset);
      return first + offset > last ? written : `${sheet}${left}${row}:${right}${row}`;
    }),
  );
}
