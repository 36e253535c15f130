/** Compares what the product says of a book with what was planted: tables, columns, findings, verdict. */
import { checkWorkbook } from "../../../src/check/check";
import type { Report } from "../../../src/check/report";
import { openWorkbook } from "../../../src/files/open";
import { packById, packs } from "../../../src/policy/library";
import type { Book, Expected } from "./book";
import { bytesOf, fileName } from "./write";

export interface Judgement {
  readonly book: Book;
  readonly report: Report | null;
  readonly crash: string | null;
  readonly missed: readonly Expected[];
  readonly hits: readonly Expected[];
  readonly extra: Report["findings"];
  readonly verdict: { readonly wanted: string; readonly came: string };
  readonly tableFaults: readonly string[];
  readonly columnFaults: readonly string[];
  readonly columns: number;
  readonly tables: number;
}

export function rowOf(cell: string): string {
  return /\d+/.exec(cell)?.[0] ?? "";
}

function covers(range: string, row: string): boolean {
  const [first = "", last = first] = range.split(":");
  return Number(rowOf(first)) <= Number(row) && Number(row) <= Number(rowOf(last));
}

function isAt(cell: string, wanted: Expected): boolean {
  if (wanted.cell.startsWith("row ")) return covers(cell, wanted.cell.slice(4));
  return cell === wanted.cell || wanted.also?.includes(cell) === true;
}

function verdictFor(expected: readonly { readonly level: string; readonly open?: boolean | undefined }[]): string {
  if (expected.some((one) => one.level === "logic" && one.open !== true)) return "不可上报";
  return expected.some((one) => one.open !== true) ? "需说明" : "可上报";
}

/** Opens the book as the file it would be, and checks it. */
export function checked(book: Book, bytes: Uint8Array, withPolicy = true): Report {
  const pack = packById(book.policy);
  if (!pack) throw new RangeError(book.policy);
  return checkWorkbook(openWorkbook(bytes, fileName(book)), withPolicy ? [pack] : packs, { asOf: book.asOf });
}

/** `made`: the file, where another program made it. */
export async function judge(book: Book, withPolicy = true, made: Uint8Array | null = null): Promise<Judgement> {
  const bytes = made ?? (await bytesOf(book));
  let report: Report;
  try {
    report = checked(book, bytes, withPolicy);
  } catch (fault) {
    const crash = fault instanceof Error ? `${fault.message} ${fault.stack?.split("\n")[1] ?? ""}` : String(fault);
    return { book, report: null, crash, missed: book.expected, hits: [], extra: [], verdict: { wanted: verdictFor(book.expected), came: "crash" }, tableFaults: ["crash"], columnFaults: [], columns: 0, tables: book.tables.length };
  }
  const judged = report.findings.filter((finding) => finding.level !== "info");
  const left = [...judged];
  const missed: Expected[] = [];
  const hits: Expected[] = [];
  for (const wanted of book.expected) {
    const at = left.findIndex((finding) => finding.code === wanted.code && finding.level === wanted.level && finding.sheet === wanted.sheet && isAt(finding.cell, wanted));
    if (at < 0) missed.push(wanted);
    else {
      left.splice(at, 1);
      hits.push(wanted);
    }
  }
  const isAllowed = (finding: Report["findings"][number]): boolean =>
    book.allowed.some((one) => one.code === finding.code && (one.sheet === undefined || one.sheet === finding.sheet) && (one.cell === undefined || one.cell === finding.cell));
  const extra = left.filter((finding) => !isAllowed(finding));
  const came = left.filter(isAllowed).map((finding) => finding.level);
  return {
    book,
    report,
    crash: null,
    missed: missed.filter((one) => one.open !== true),
    hits,
    extra,
    verdict: { wanted: book.tables.length === 0 ? "未能检查" : verdictFor([...book.expected.map((one) => ({ level: one.level, open: one.open })), ...hits.map((one) => ({ level: one.level, open: false })), ...came.map((level) => ({ level, open: false }))]), came: report.verdict },
    ...tableFaults(book, report),
  };
}

/** Fields the reader keeps for itself: DESIGN's keys do not name them, and the command line's judge does not ask for them. */
const OWN_KEYS = new Set(["age", "content", "form", "mode", "month", "phone", "theme", "classType", "shortageSubject"]);

/** Everything that is not as it was planted, a line each. */
export function faultsOf(one: Judgement): readonly string[] {
  return [
    ...(one.crash === null ? [] : [one.crash]),
    ...one.missed.map((wanted) => `MISSED ${wanted.code} ${wanted.sheet}!${wanted.cell}`),
    ...one.extra.map((finding) => `EXTRA ${finding.code} ${finding.sheet}!${finding.cell} ${finding.message}`),
    ...one.tableFaults,
    ...one.columnFaults,
    ...(one.verdict.came === one.verdict.wanted ? [] : [`VERDICT ${one.verdict.came}, wanted ${one.verdict.wanted}`]),
  ];
}

function tableFaults(book: Book, report: Report): Pick<Judgement, "tableFaults" | "columnFaults" | "columns" | "tables"> {
  const tables: string[] = [];
  const columnFaults: string[] = [];
  let columns = 0;
  const left = [...report.tables];
  for (const wanted of book.tables) {
    columns += Object.keys(wanted.columns).length;
    const at = left.findIndex((table) => table.sheet === wanted.sheet && table.kind === wanted.kind && table.header.replace(/\d+/g, "") === wanted.header.replace(/\d+/g, ""));
    const loose = at >= 0 ? at : left.findIndex((table) => table.sheet === wanted.sheet && table.kind === wanted.kind);
    const table = left[loose];
    if (!table) {
      tables.push(`no table ${wanted.kind} on ${wanted.sheet}`);
      columnFaults.push(...Object.keys(wanted.columns));
      continue;
    }
    left.splice(loose, 1);
    if (table.header !== wanted.header && table.header !== wanted.headerToo) tables.push(`${wanted.sheet}: header ${table.header}, wanted ${wanted.header}`);
    if (wanted.rows > 0 && table.body !== wanted.body) tables.push(`${wanted.sheet}: body ${table.body}, wanted ${wanted.body}`);
    if (table.rows !== wanted.rows) tables.push(`${wanted.sheet}: rows ${table.rows}, wanted ${wanted.rows}`);
    if (table.policy !== book.policy) tables.push(`${wanted.sheet}: policy ${table.policy}`);
    for (const [key, letter] of Object.entries(wanted.columns)) {
      if (key.startsWith("*") || key.split("|").some((one) => table.columns[one] === letter)) continue;
      if (table.columns[key] !== letter) columnFaults.push(`${wanted.sheet}: ${key} in ${letter}, read as ${table.columns[key] ?? "nothing"} «${headerText(book, wanted.sheet, letter, wanted.header)}»`);
    }
    for (const [key, letter] of Object.entries(table.columns)) {
      const isKnown = Object.entries(wanted.columns).some(([want, at]) => at === letter && (want.startsWith("*") || want.split("|").includes(key)));
      if (!isKnown && !(key in wanted.columns) && !OWN_KEYS.has(key)) columnFaults.push(`${wanted.sheet}: ${letter} read as ${key}, wanted nothing «${headerText(book, wanted.sheet, letter, wanted.header)}»`);
    }
  }
  tables.push(...left.map((table) => `unexpected table ${table.kind} on ${table.sheet} ${table.header}`));
  return { tableFaults: tables, columnFaults, columns, tables: book.tables.length };
}

function headerText(book: Book, sheet: string, letter: string, header: string): string {
  const page = book.pages.find((one) => one.name === sheet) ?? book.pages[0];
  const rows = header.split(":").map((cell) => Number(rowOf(cell)) - 1);
  const column = [...letter].reduce((total, mark) => total * 26 + mark.charCodeAt(0) - 64, 0) - 1;
  const texts: string[] = [];
  for (let row = rows[0] ?? 0; row <= (rows[rows.length - 1] ?? 0); row++) {
    const value = page?.get(row, column)?.value;
    if (value !== undefined && value !== null) texts.push(String(value).replaceAll("\n", "⏎"));
  }
  return texts.join("/");
}

export interface Score {
  books: number;
  planted: number;
  found: number;
  extra: number;
  verdicts: number;
  tables: number;
  tableFaults: number;
  columns: number;
  columnFaults: number;
  dirtyClean: number;
  crashes: number;
}

export function scoreOf(judgements: readonly Judgement[]): Score {
  const total = (of: (one: Judgement) => number): number => judgements.reduce((sum, one) => sum + of(one), 0);
  return {
    books: judgements.length,
    planted: total((one) => one.hits.length + one.missed.length),
    found: total((one) => one.hits.length),
    extra: total((one) => one.extra.length),
    verdicts: total((one) => (one.verdict.wanted === one.verdict.came ? 1 : 0)),
    tables: total((one) => one.tables),
    tableFaults: total((one) => (one.tableFaults.length > 0 ? 1 : 0)),
    columns: total((one) => one.columns),
    columnFaults: total((one) => one.columnFaults.length),
    dirtyClean: total((one) => (one.book.expected.length === 0 && one.extra.length > 0 ? 1 : 0)),
    crashes: total((one) => (one.crash === null ? 0 : 1)),
  };
}
