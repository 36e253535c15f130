/**
 * How far a formula looks: only at its own sheet, at others of the workbook, or at anything (the clock, other files, names that may mean
 * anything, functions we know nothing of). Whoever keeps what was read of a sheet asks it. In doubt a formula looks further.
 */
import settled from "./settled-functions.json";

export type Reach = "sheet" | "workbook" | "anything";

const order: readonly Reach[] = ["sheet", "workbook", "anything"];

export function wider(a: Reach, b: Reach): Reach {
  return order.indexOf(a) >= order.indexOf(b) ? a : b;
}

/** Functions whose value depends on their arguments alone; ours do. */
const known = new Set<string>(settled);

function isSettled(name: string): boolean {
  const plain = name.replace(/^(?:_xlfn\.|_xlws\.|_xldudf_)+/i, "").toUpperCase();
  return known.has(plain) || plain.startsWith("KAOHE.") || plain.startsWith("KAOHE_");
}

const texts = /"(?:[^"]|"")*"/g;
const otherFile = /\[[^\]]*\][^!'"]*'?!/;
const quotedSheet = /'(?:[^']|'')*'!/g;
const plainSheet = /[\p{L}\p{N}_.]+(?::[\p{L}\p{N}_.]+)?!/gu;
const tableReference = /[\p{L}_][\p{L}\p{N}_.]*\[(?:[^[\]]|\[[^\]]*\])*\]/gu;
const word = /[\p{L}_\\][\p{L}\p{N}_.\\?]*/gu;
const cell = /^(?:[A-Z]{1,3}\d{1,7}|R\d*C\d*)$/i;
const column = /^[A-Z]{1,3}$/i;
const truth = /^(?:TRUE|FALSE)$/i;

/** What a word of a formula reaches for, by what stands around it. */
function reachOfWord(name: string, before: string, after: string): Reach {
  if (after === "(") return isSettled(name) ? "sheet" : "anything";
  if (cell.test(name) || truth.test(name)) return "sheet";
  if (column.test(name) && (before === ":" || after === ":")) return "sheet";
  return "anything";
}

export function reachOf(formula: string): Reach {
  const bare = formula.replace(texts, "0");
  if (otherFile.test(bare)) return "anything";
  const local = bare.replace(quotedSheet, "\u0000").replace(plainSheet, "\u0000");
  const plain = local.replaceAll("\u0000", "").replaceAll("$", "");
  // A table's own reference: the table may stand on any sheet.
  const inner = plain.replace(tableReference, "A1");
  if (inner.includes("[")) return "anything";
  let reach: Reach = local === bare && inner === plain ? "sheet" : "workbook";
  for (const found of inner.matchAll(word)) {
    const end = found.index + found[0].length;
    reach = wider(reach, reachOfWord(found[0], inner.charAt(found.index - 1), inner.charAt(end)));
    if (reach === "anything") break;
  }
  return reach;
}

/** Remembers formulas that differ only in their numbers: a column of a thousand rows is looked at once. */
export function reachReader(): (formula: string) => Reach {
  const shapes = new Map<string, Reach>();
  return (formula) => {
    const shape = formula.replace(/\d+/g, "1");
    const kept = shapes.get(shape);
    if (kept !== undefined) return kept;
    const reach = reachOf(shape);
    shapes.set(shape, reach);
    return reach;
  };
}
