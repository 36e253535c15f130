/**
 * Delimited text (.csv, .tsv) to rows of texts. The reading library is not used here: it takes some tables for other
 * formats by their first letters (a table that begins with ID, or with 0 and a line end).
 */

export type Delimiter = "," | ";" | "\t";

const DELIMITERS: readonly Delimiter[] = [",", "\t", ";"];
/** Lines that are looked at to find the delimiter. */
const SAMPLE_LINES = 50;

export interface Delimited {
  readonly rows: readonly (readonly string[])[];
  readonly cells: number;
}

/** Most common positive count over the lines, and on how many lines it stands. */
function commonest(counts: readonly number[]): number {
  const lines = new Map<number, number>();
  for (const count of counts) if (count > 0) lines.set(count, (lines.get(count) ?? 0) + 1);
  return Math.max(0, ...lines.values());
}

function countOutsideQuotes(line: string, delimiter: string): number {
  return line.replace(/"[^"]*"/g, "").split(delimiter).length - 1;
}

/** The delimiter that stands equally often on the most lines; null where none occurs. */
export function findDelimiter(text: string): Delimiter | null {
  const lines = text.slice(0, 65_536).split(/\r\n|\r|\n/, SAMPLE_LINES);
  const scores = DELIMITERS.map((delimiter) => {
    const counts = lines.map((line) => countOutsideQuotes(line, delimiter));
    return { delimiter, lines: commonest(counts), all: counts.reduce((sum, count) => sum + count, 0) };
  });
  const [best] = scores.toSorted((a, b) => b.lines - a.lines || b.all - a.all);
  return best === undefined || best.all === 0 ? null : best.delimiter;
}

/** ="0012" is how other programs keep a number a text in a CSV; Excel shows what is inside. */
function plain(text: string): string {
  const quoted = /^="((?:[^"]|"")*)"$/.exec(text);
  return quoted === null ? text : (quoted[1] ?? "").replaceAll('""', '"');
}

/** Where the field that starts at `start` ends (its delimiter, line end, or the text's end), and what it holds. */
function readField(text: string, start: number, delimiter: string): { readonly value: string; readonly end: number } {
  let at = start;
  let value = "";
  if (text[at] === '"') {
    for (at += 1; at < text.length; at += 1) {
      const quote = text.indexOf('"', at);
      const stop = quote === -1 ? text.length : quote;
      value += text.slice(at, stop);
      at = stop;
      if (text[at + 1] !== '"') break;
      value += '"';
      at += 1;
    }
    at += 1;
  }
  const rest = at;
  for (; at < text.length; at += 1) {
    const character = text[at];
    if (character === delimiter || character === "\n" || character === "\r") break;
  }
  return { value: plain(value + text.slice(rest, at)), end: Math.min(at, text.length) };
}

/** Reads delimited text; `sep=;` in the first line names the delimiter, as Excel has it. Stops beyond `limit` cells. */
export function readDelimited(source: string, limit: number): Delimited {
  const named = /^sep=(.)\r?\n/.exec(source);
  const text = named === null ? source : source.slice(named[0].length);
  const delimiter = named?.[1] ?? findDelimiter(text) ?? ",";
  const rows: string[][] = [];
  let row: string[] = [];
  let cells = 0;
  for (let at = 0; at < text.length && cells <= limit;) {
    const { value, end } = readField(text, at, delimiter);
    row.push(value);
    if (value !== "") cells += 1;
    at = end + 1;
    if (text[end] === delimiter) {
      if (at >= text.length) row.push("");
      continue;
    }
    if (text[end] === "\r" && text[at] === "\n") at += 1;
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return { rows, cells };
}
