/**
 * What a workbook keeps for us, as XML and back: the clerk's settings, the change ledger and the frozen formulas. The
 * XML is one element in our namespace with JSON as its text, so any program that keeps custom XML parts keeps it whole.
 * Pure and bounded: whatever stands in the part, reading it ends soon and gives settings or the reason why not.
 */
import * as z from "zod/mini";
import type { Settings } from "./report";

/** By this namespace the part is found again. */
export const SETTINGS_NAMESPACE = "urn:kaohe:settings:1";

/** More characters than this are neither written nor read (Excel on the web takes 5 MB a request). */
export const LONGEST_SETTINGS = 4_000_000;

const text = (longest: number) => z.string().check(z.maxLength(longest));
const cellAddress = z.string().check(z.regex(/^[A-Z]{1,3}[1-9]\d{0,6}$/));
const sheetName = z.string().check(z.minLength(1), z.maxLength(255));
const moment = text(40);

const explanationSchema = z.strictObject({ text: text(4000), by: text(200), at: moment });

const settingsSchema = z.strictObject({
  policy: z.optional(text(200)),
  mapping: z.record(sheetName, z.record(z.string().check(z.regex(/^[A-Z]{1,3}$/)), text(200))),
  readings: z.record(text(400), text(400)),
  explanations: z.record(text(1000), explanationSchema),
  lastReport: z.optional(z.strictObject({ fingerprint: text(64), at: moment })),
  ruleSheets: z.optional(z.record(text(200), sheetName)),
});

/** What a cell holds: blank, a text, a number, a truth value, a formula or an error value. */
const contentSchema = z.union([
  z.null(),
  text(32_767),
  z.number(),
  z.boolean(),
  z.strictObject({ formula: text(8192) }),
  z.strictObject({ error: text(20) }),
]);
export type CellContent = z.infer<typeof contentSchema>;

const stateSchema = z.strictObject({ content: contentSchema, format: text(1000) });
export type CellState = z.infer<typeof stateSchema>;

const changeSchema = z.strictObject({
  /** All changes of one action share it: they are taken back together. */
  step: text(80),
  action: z.enum(["fix", "repair", "restore", "formula"]),
  at: moment,
  sheet: sheetName,
  cell: cellAddress,
  before: stateSchema,
  after: stateSchema,
});
/** One cell that we wrote: what stood there, what stands there now, when. */
export type Change = z.infer<typeof changeSchema>;

const frozenSchema = z.strictObject({
  step: text(80),
  at: moment,
  sheet: sheetName,
  /** The cell of the formula; the values go right and down from it where it spilled. */
  cell: cellAddress,
  formula: text(8192),
  /** A formula that gave a block of values (a spill). */
  spilled: z.boolean(),
  values: z.array(z.array(contentSchema)),
});
/** A formula whose values we put in its place. */
export type Frozen = z.infer<typeof frozenSchema>;

const keptSchema = z.strictObject({
  settings: settingsSchema,
  ledger: z.array(changeSchema).check(z.maxLength(100_000)),
  frozen: z.array(frozenSchema).check(z.maxLength(100_000)),
});

/** All that we keep in a workbook. */
export interface Kept {
  readonly settings: Settings;
  readonly ledger: readonly Change[];
  readonly frozen: readonly Frozen[];
}

export const NOTHING_KEPT: Kept = { settings: { mapping: {}, readings: {}, explanations: {} }, ledger: [], frozen: [] };

export type SettingsReading =
  | { readonly ok: true; readonly kept: Kept }
  /** too-large: beyond the bound; foreign: not our element; damaged: our element, but what it holds cannot be understood. */
  | { readonly ok: false; readonly why: "too-large" | "foreign" | "damaged" };

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** Characters that XML does not allow, even escaped, are written as JSON escapes; the others as XML escapes. */
function asElementText(json: string): string {
  return json
    .replace(/[\u007f-\u009f\u2028\u2029\ufffe\uffff]/g, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .replace(/[&<>]/g, (mark) => ESCAPES[mark] ?? mark);
}

/** The XML of the part. */
export function settingsXml(kept: Kept): string {
  return `<kaohe xmlns="${SETTINGS_NAMESPACE}">${asElementText(JSON.stringify(kept))}</kaohe>`;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function character(reference: string): string {
  const code = reference.startsWith("#x") ? Number.parseInt(reference.slice(2), 16) : Number.parseInt(reference.slice(1), 10);
  return code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
}

function plainText(escaped: string): string {
  return escaped.replace(/&(#x[0-9a-fA-F]{1,6}|#\d{1,7}|[a-z]{2,4});/g, (whole, reference: string) =>
    reference.startsWith("#") ? character(reference) : (ENTITIES[reference] ?? whole),
  );
}

const CDATA_START = "<![CDATA[";
const CDATA_END = "]]>";

/** The text of an element that may hold CDATA sections, or null where it holds other elements. */
function elementText(inner: string): string | null {
  let found = "";
  for (let at = 0; at < inner.length;) {
    const start = inner.indexOf(CDATA_START, at);
    const plain = inner.slice(at, start < 0 ? inner.length : start);
    if (plain.includes("<")) return null;
    found += plainText(plain);
    if (start < 0) break;
    const end = inner.indexOf(CDATA_END, start);
    if (end < 0) return null;
    found += inner.slice(start + CDATA_START.length, end);
    at = end + CDATA_END.length;
  }
  return found;
}

/** The text inside our root element, whatever prefix, declaration or quotes another program gave it. */
function rootText(xml: string): string | null | undefined {
  const opening =
    /^\ufeff?\s*(?:<\?xml[^<>]{0,200}\?>\s*)?<((?:[\w.-]{1,40}:)?kaohe)((?:\s+[\w:.-]{1,40}\s*=\s*(?:"[^"<]{0,200}"|'[^'<]{0,200}')){0,10})\s*(\/?)>/.exec(
      xml,
    );
  if (!opening) return undefined;
  const [whole, name = "", attributes = "", closed] = opening;
  if (!new RegExp(`xmlns(?::[\\w.-]+)?\\s*=\\s*["']${SETTINGS_NAMESPACE}["']`).test(attributes)) return undefined;
  if (closed === "/") return "";
  const end = xml.lastIndexOf(`</${name}`);
  return end < whole.length || !/^\s*>\s*$/.test(xml.slice(end + name.length + 2)) ? null : elementText(xml.slice(whole.length, end));
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** Reads the part's XML; never throws. */
export function readSettings(xml: string): SettingsReading {
  if (xml.length > LONGEST_SETTINGS * 2) return { ok: false, why: "too-large" };
  const inner = rootText(xml);
  if (inner === undefined) return { ok: false, why: "foreign" };
  if (inner === null) return { ok: false, why: "damaged" };
  const result = keptSchema.safeParse(parsed(inner));
  return result.success ? { ok: true, kept: result.data } : { ok: false, why: "damaged" };
}

/** A change or a frozen formula is known by its step and its cell. */
const place = (entry: Change | Frozen): string => JSON.stringify([entry.step, entry.sheet, entry.cell]);

function together<T extends Change | Frozen>(first: readonly T[], second: readonly T[]): T[] {
  const known = new Set(first.map(place));
  return [...first, ...second.filter((entry) => !known.has(place(entry)))];
}

function mergedMapping(first: Settings["mapping"], second: Settings["mapping"]): Settings["mapping"] {
  const sheets = { ...second, ...first };
  for (const [sheet, columns] of Object.entries(second)) sheets[sheet] = { ...columns, ...first[sheet] };
  return sheets;
}

/** One out of several parts (a copied or merged workbook can hold two); where they differ, the earlier in the list wins. */
export function mergeKept(parts: readonly Kept[]): Kept {
  return parts.reduce(
    (first, second) => ({
      settings: {
        ...second.settings,
        ...first.settings,
        mapping: mergedMapping(first.settings.mapping, second.settings.mapping),
        readings: { ...second.settings.readings, ...first.settings.readings },
        explanations: { ...second.settings.explanations, ...first.settings.explanations },
      },
      ledger: together(first.ledger, second.ledger),
      frozen: together(first.frozen, second.frozen),
    }),
    NOTHING_KEPT,
  );
}
