/**
 * A policy from a file: JSON, or a workbook that holds a rule sheet (考核规则). Whatever is wrong comes back in words; a
 * hostile file is refused before it costs anything.
 */
import { decodeText } from "../files/characters";
import { openWorkbook } from "../files/open";
import { FileProblem, sayFileProblem } from "../files/problem";
import { outOfBounds, readJson } from "../policy/bounds";
import { extendPack } from "../policy/extend";
import { packById, packs } from "../policy/library";
import { parsePack } from "../policy/load";
import { inWords, type Fault } from "../policy/problem";
import type { Pack } from "../policy/schema";
import { isRuleSheet, packFromRows } from "../policy/sheet/read";
import { saySheet } from "../policy/sheet/say";
import type { Sheet } from "../table/workbook";
import type { CellValue } from "../values/cell";
import { say } from "./say";

export interface PackFile {
  /** Whether there was a policy to look at; false: no such file, no JSON, no rule sheet, too large. */
  readonly isReadable: boolean;
  /** The policy with all that it extends; null where a fault stops its use. */
  readonly pack: Pack | null;
  /** The policy as the file states it, without what it extends. */
  readonly own: Pack | null;
  readonly faults: readonly string[];
}

const MEGABYTE = 1024 * 1024;
/** A policy is small; so is the workbook that holds it. */
const LIMITS = { fileBytes: 16 * MEGABYTE, unpackedBytes: 64 * MEGABYTE, cells: 600_000 };
/** One row more than a rule sheet may have, and more columns than it has. */
const MOST_ROWS = 20_100;
const MOST_COLUMNS = 80;
const FIRST_ROWS = 40;

function unreadable(faults: readonly string[]): PackFile {
  return { isReadable: false, pack: null, own: null, faults };
}

function textsOf(faults: readonly Fault[], raw: unknown): string[] {
  return inWords(faults, raw, "zh-CN").map(({ text }) => text);
}

/** The rules and tables that the file itself states, of the whole policy. */
function ownPart(pack: Pack, raw: unknown): Pack {
  const stated = (list: unknown, key: string): ReadonlySet<unknown> => {
    const entries: unknown[] = Array.isArray(list) ? list : [];
    return new Set(entries.map((entry) => (typeof entry === "object" && entry !== null ? Reflect.get(entry, key) : null)));
  };
  const { rules, tables } =
    typeof raw === "object" && raw !== null ? { rules: Reflect.get(raw, "rules"), tables: Reflect.get(raw, "tables") } : {};
  const ids = stated(rules, "id");
  const kinds = stated(tables, "kind");
  return { ...pack, rules: pack.rules.filter(({ id }) => ids.has(id)), tables: pack.tables.filter(({ kind }) => kinds.has(kind)) };
}

function fromJson(text: string): PackFile {
  const read = readJson(text);
  if ("fault" in read) return unreadable(textsOf([read.fault], null));
  const unfit = outOfBounds(read.ok);
  if (unfit) return unreadable(textsOf([unfit], read.ok));
  const parsed = parsePack(read.ok, { known: packs });
  if ("problems" in parsed) return { isReadable: true, pack: null, own: null, faults: parsed.problems.map((problem) => problem.text) };
  return { isReadable: true, pack: parsed.ok, own: ownPart(parsed.ok, read.ok), faults: [] };
}

function valuesOf(sheet: Sheet, rows: number): CellValue[][] {
  const columns = Math.min(sheet.columnCount, MOST_COLUMNS);
  return Array.from({ length: Math.min(rows, sheet.rowCount) }, (_, row) =>
    Array.from({ length: columns }, (_each, column) => sheet.value(row, column)),
  );
}

function fromWorkbook(bytes: Uint8Array, name: string): PackFile {
  const workbook = openWorkbook(bytes, name, { limits: LIMITS });
  const sheets = workbook.sheets.filter((sheet) => isRuleSheet(valuesOf(sheet, FIRST_ROWS)));
  const [sheet, second] = sheets;
  if (!sheet) return unreadable([say("policy.no-rule-sheet", { file: name })]);
  if (second) return unreadable([say("policy.two-rule-sheets", { file: name, sheets: sheets.map((each) => each.name).join("、") })]);
  const origin = workbook.origin === "text" ? "text" : "spreadsheet";
  const reading = packFromRows(valuesOf(sheet, MOST_ROWS), { origin });
  const faults = "problems" in reading ? reading.problems.map(({ message }) => saySheet(message)) : [];
  const whole = reading.pack === null ? null : extendPack(reading.pack, packById);
  return { isReadable: true, pack: whole !== null && "ok" in whole ? whole.ok : null, own: reading.pack, faults };
}

function looksLikeJson(bytes: Uint8Array, name: string): boolean {
  if (/\.json$/i.test(name)) return true;
  return /^\s*[{[]/.test(new TextDecoder().decode(bytes.subarray(0, 200)));
}

/** Whether a name is that of a file which may hold a policy. */
export function isPackFile(name: string): boolean {
  return /\.(?:json|xlsx|xlsm|xls|et|ods|csv)$/i.test(name);
}

/** Reads a policy file. */
export function readPackFile(read: (path: string) => Uint8Array, path: string): PackFile {
  try {
    const bytes = read(path);
    if (!looksLikeJson(bytes, path)) return fromWorkbook(bytes, path);
    const text = decodeText(bytes);
    return text === null ? unreadable([say("policy.no-text", { file: path })]) : fromJson(text);
  } catch (fault) {
    if (fault instanceof FileProblem) return unreadable([sayFileProblem(fault.says)]);
    throw fault;
  }
}
