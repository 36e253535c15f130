/**
 * A policy from a file: JSON, or a workbook that holds a rule sheet (考核规则). Whatever is wrong comes back in words; a
 * hostile file is refused before it costs anything.
 */
import { dirname, join } from "node:path";
import { decodeText } from "../files/characters";
import { openWorkbook } from "../files/open";
import { FileProblem, sayFileProblem } from "../files/problem";
import { outOfBounds, readJson, tooLong } from "../policy/bounds";
import { extendPack } from "../policy/extend";
import { packById, packs } from "../policy/library";
import { parsePack } from "../policy/load";
import { inWords, type Fault } from "../policy/problem";
import { packSchema, type Pack } from "../policy/schema";
import { packFromRows, type SheetProblem } from "../policy/sheet/read";
import { saySheet } from "../policy/sheet/say";
import { a1 } from "../table/address";
import { ruleSheetCells } from "../table/rule-sheet-cells";
import type { Sheet } from "../table/workbook";
import { say } from "./say";

export interface PackFile {
  /** Whether there was a policy to look at; false: no such file, no JSON, no rule sheet, too large. */
  readonly isReadable: boolean;
  /** The policy with all that it extends; null where a fault stops its use. */
  readonly pack: Pack | null;
  /** The policy as the file states it, without what it extends. */
  readonly own: Pack | null;
  /** The policy that it extends. */
  readonly parent: Pack | null;
  readonly faults: readonly string[];
}

const MEGABYTE = 1024 * 1024;
/** A policy is small; so is the workbook that holds it. */
const LIMITS = { fileBytes: 8 * MEGABYTE, unpackedBytes: 64 * MEGABYTE, cells: 150_000 };
function unreadable(faults: readonly string[]): PackFile {
  return { isReadable: false, pack: null, own: null, parent: null, faults };
}

function textsOf(faults: readonly Fault[], raw: unknown): string[] {
  return inWords(faults, raw, "zh-CN").map(({ text }) => text);
}

type Read = (path: string) => Uint8Array;

/** Files of policies that extend one another; no document changes one that changes one … more often. */
const MOST_PARENTS = 8;

/** The policies that one extends, where these are no built-in ones: files beside it, called by their ids. */
function parentsOf(raw: unknown, folder: string, read: Read, left = MOST_PARENTS): Pack[] {
  const id: unknown = typeof raw === "object" && raw !== null ? Reflect.get(raw, "extends") : undefined;
  // An id has no stroke in it, so that no other folder is ever looked into.
  if (typeof id !== "string" || !/^[a-z0-9.-]{1,80}$/.test(id) || packById(id) !== null || left === 0) return [];
  const parent = rawPack(join(folder, `${id}.json`), read);
  if (parent === null) return [];
  const above = parentsOf(parent, folder, read, left - 1);
  const parsed = parsePack(parent, { known: [...packs, ...above] });
  return "ok" in parsed ? [parsed.ok, ...above] : [];
}

/** The JSON of a file beside; null where there is none. That it cannot be used is told by the policy that extends it. */
function rawPack(path: string, read: Read): unknown {
  try {
    const json = readJson(decodeText(read(path)) ?? "");
    return "ok" in json ? json.ok : null;
  } catch (fault) {
    if (fault instanceof FileProblem) return null;
    throw fault;
  }
}

function fromJson(text: string, path: string, read: Read): PackFile {
  const json = readJson(text);
  if ("fault" in json) return unreadable(textsOf([json.fault], null));
  const unfit = outOfBounds(json.ok);
  if (unfit) return unreadable(textsOf([unfit], json.ok));
  const known = [...packs, ...parentsOf(json.ok, dirname(path), read)];
  const parsed = parsePack(json.ok, { known });
  if ("problems" in parsed) {
    return { isReadable: true, pack: null, own: null, parent: null, faults: parsed.problems.map((problem) => problem.text) };
  }
  const own = packSchema.safeParse(json.ok);
  const parent = known.find(({ id }) => id === parsed.ok.extends) ?? null;
  return { isReadable: true, pack: parsed.ok, own: own.success ? own.data : null, parent, faults: [] };
}

function sheetFault(sheet: Sheet, { row, column, message }: SheetProblem): string {
  return say("policy.at", { sheet: sheet.name, cell: a1(row, column), problem: saySheet(message) });
}

function fromWorkbook(bytes: Uint8Array, name: string): PackFile {
  const workbook = openWorkbook(bytes, name, { limits: LIMITS });
  const sheets = workbook.sheets.flatMap((sheet) => {
    const cells = ruleSheetCells(sheet);
    return cells === null ? [] : [{ sheet, cells }];
  });
  const [only, second] = sheets;
  if (!only) return unreadable([say("policy.no-rule-sheet", { file: name })]);
  if (second) return unreadable([say("policy.two-rule-sheets", { file: name, sheets: sheets.map((each) => each.sheet.name).join("、") })]);
  const origin = workbook.origin === "text" ? "text" : "spreadsheet";
  const reading = packFromRows(only.cells, { origin });
  const faults = "problems" in reading ? reading.problems.map((problem) => sheetFault(only.sheet, problem)) : [];
  const whole = reading.pack === null ? null : extendPack(reading.pack, packById);
  const parent = packById(reading.pack?.extends ?? "");
  return { isReadable: true, pack: whole !== null && "ok" in whole ? whole.ok : null, own: reading.pack, parent, faults };
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
export function readPackFile(read: Read, path: string): PackFile {
  try {
    const bytes = read(path);
    if (!looksLikeJson(bytes, path)) return fromWorkbook(bytes, path);
    // A character takes three bytes at most: what is too long even so need not be decoded.
    const tooLarge = tooLong(bytes.length / 3);
    if (tooLarge) return unreadable(textsOf([tooLarge], null));
    const text = decodeText(bytes);
    return text === null ? unreadable([say("policy.no-text", { file: path })]) : fromJson(text, path, read);
  } catch (fault) {
    if (fault instanceof FileProblem) return unreadable([sayFileProblem(fault.says)]);
    throw fault;
  }
}
