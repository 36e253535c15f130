/**
 * Makes a 上报副本 out of a workbook's file: values only, without our marks, settings and add-in parts, identity numbers
 * masked where wanted. The parts of the file are patched where they lie, so that nothing else is lost. Pure: bytes in, bytes out.
 */
import { strFromU8, strToU8, unzipSync, zipSync, type Unzipped } from "fflate";
import { maskIdsIn } from "../values/id";

/** A file that unpacks to more is refused: it is no school's workbook. */
export const LARGEST_UNPACKED = 400 * 1024 * 1024;

export interface SubmissionCopy {
  readonly bytes: Uint8Array;
  readonly formulas: number;
  readonly masked: number;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function unescaped(xml: string): string {
  return xml.replace(/&(#x[0-9a-fA-F]{1,6}|#\d{1,7}|amp|lt|gt|quot|apos);/g, (whole, name: string) => {
    if (!name.startsWith("#")) return ENTITIES[name] ?? whole;
    const code = name.startsWith("#x") ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const textElement = (text: string): string => `<t xml:space="preserve">${escaped(text)}</t>`;

/** The text of a string item: its runs joined, the phonetic guides left out. */
function itemText(item: string): string {
  const runs = item.replace(/<rPh\b[\s\S]*?<\/rPh>/g, "").match(/<t\b[^>]*>[^<]*<\/t>/g) ?? [];
  return unescaped(runs.map((run) => run.replace(/^<t\b[^>]*>|<\/t>$/g, "")).join(""));
}

/** Counts what a patch did. */
class Tally {
  formulas = 0;
  masked = 0;

  constructor(private readonly masks: boolean) {}

  /** The masked text, or null where there is nothing to mask. */
  mask(text: string): string | null {
    const masked = this.masks ? maskIdsIn(text) : text;
    if (masked === text) return null;
    this.masked += 1;
    return masked;
  }
}

const FORMULA = /<f\b(?:[^>]*\/>|[^>]*>[\s\S]*?<\/f>)/;
const inlineCell = (attributes: string, text: string): string =>
  `<c${attributes.replace(/\s+t="[^"]*"/, "")} t="inlineStr"><is>${textElement(text)}</is></c>`;

/** A number of 14 digits or more may be an identity number that was typed as one; Excel keeps 15 of its digits. */
function numberText(value: string): string {
  const number = Number(value);
  const isLong = Number.isInteger(number) && number >= 1e13 && number < 1e20;
  return isLong ? number.toLocaleString("en-US", { maximumSignificantDigits: 15, useGrouping: false }) : "";
}

function patchedCell(whole: string, attributes: string, inner: string, tally: Tally): string {
  const isFormula = FORMULA.test(inner);
  if (isFormula) tally.formulas += 1;
  const plain = isFormula ? inner.replace(FORMULA, "") : inner;
  const kept = isFormula ? attributes.replace(/\s+cm="[^"]*"/, "") : attributes;
  const type = /\st="([^"]*)"/.exec(kept)?.[1] ?? "n";
  const value = unescaped(/<v\b[^>]*>([^<]*)<\/v>/.exec(plain)?.[1] ?? "");
  if (type === "str") return inlineCell(kept, tally.mask(value) ?? value);
  const masked = type === "n" ? tally.mask(numberText(value)) : type === "inlineStr" ? tally.mask(itemText(plain)) : null;
  if (masked !== null) return inlineCell(kept, masked);
  return isFormula ? `<c${kept}>${plain}</c>` : whole;
}

function withoutMarks(xml: string): string {
  return xml.replace(/<conditionalFormatting\b[^>]*>[\s\S]*?<\/conditionalFormatting>/g, (block) => {
    if (!block.includes("KAOHE-MARK")) return block;
    const rest = block.replace(/<cfRule\b(?:[^>]*\/>|[^>]*>[\s\S]*?<\/cfRule>)/g, (rule) => (rule.includes("KAOHE-MARK") ? "" : rule));
    return rest.includes("<cfRule") ? rest : "";
  });
}

function patchedSheet(xml: string, tally: Tally): string {
  const cells = xml.replace(/<c((?:\s+[\w:]+="[^"]*")*)\s*>([\s\S]*?)<\/c>/g, (whole, attributes: string, inner: string) =>
    patchedCell(whole, attributes, inner, tally),
  );
  return withoutMarks(cells);
}

const patchedStrings = (xml: string, tally: Tally): string =>
  xml.replace(/<si>[\s\S]*?<\/si>/g, (item) => {
    const masked = tally.mask(itemText(item));
    return masked === null ? item : `<si>${textElement(masked)}</si>`;
  });

/** Notes and threaded comments: their text elements, run by run joined. */
const patchedNotes = (xml: string, tally: Tally): string =>
  xml.replace(/<text\b[^>]*>[\s\S]*?<\/text>/g, (note) => {
    const plain = note.includes("<t") ? itemText(note) : unescaped(note.replace(/<[^>]*>/g, ""));
    const masked = tally.mask(plain);
    if (masked === null) return note;
    return /<t[\s>]/.test(note.slice(5)) ? `<text>${textElement(masked)}</text>` : note.replace(/>[^<]*</, `>${escaped(masked)}<`);
  });

const withoutColumnFormulas = (xml: string): string =>
  xml.replace(/<calculatedColumnFormula\b(?:[^>]*\/>|[^>]*>[\s\S]*?<\/calculatedColumnFormula>)/g, "");

type Patch = (xml: string, tally: Tally) => string;
const PATCHES: readonly (readonly [RegExp, Patch])[] = [
  [/^xl\/worksheets\/[^/]+\.xml$/, patchedSheet],
  [/^xl\/sharedStrings\.xml$/, patchedStrings],
  [/^xl\/(?:comments[^/]*|threadedComments\/[^/]+|comments\/[^/]+)\.xml$/, patchedNotes],
  [/^xl\/tables\/[^/]+\.xml$/, withoutColumnFormulas],
];

/** Parts that go: the calculation chain, add-in panes, and custom XML of ours. */
function goes(name: string, files: Unzipped): boolean {
  if (name === "xl/calcChain.xml" || name.startsWith("xl/webextensions/")) return true;
  const item = /^customXml\/(?:_rels\/)?item(?:Props)?(\d+)\.xml(?:\.rels)?$/.exec(name)?.[1];
  const part = item === undefined ? undefined : files[`customXml/item${item}.xml`];
  return part !== undefined && strFromU8(part).includes('"urn:kaohe:');
}

const resolved = (folder: string, target: string): string => {
  const path = target.startsWith("/") ? target.slice(1) : `${folder}${target}`;
  const steps: string[] = [];
  for (const step of path.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== ".") steps.push(step);
  }
  return steps.join("/");
};

/** Takes the relations and content types of parts that went. */
function withoutReferences(name: string, xml: string, gone: ReadonlySet<string>): string {
  if (name === "[Content_Types].xml")
    return xml.replace(/<Override\b[^>]*PartName="\/([^"]+)"[^>]*\/>/g, (whole, part: string) => (gone.has(part) ? "" : whole));
  const folder = name.replace(/_rels\/[^/]+$/, "");
  return xml.replace(/<Relationship\b[^>]*\bTarget="([^"]+)"[^>]*\/>/g, (whole, target: string) =>
    gone.has(resolved(folder, unescaped(target))) ? "" : whole,
  );
}

const isReference = (name: string): boolean => name === "[Content_Types].xml" || name.endsWith(".rels");

function patched(name: string, bytes: Uint8Array, gone: ReadonlySet<string>, tally: Tally): Uint8Array {
  if (isReference(name)) return strToU8(withoutReferences(name, strFromU8(bytes), gone));
  const patch = PATCHES.find(([pattern]) => pattern.test(name))?.[1];
  return patch === undefined ? bytes : strToU8(patch(strFromU8(bytes), tally));
}

/** Unpacks within bounds; null where the bytes are no such file. */
function unpacked(bytes: Uint8Array): Unzipped | null {
  let size = 0;
  try {
    const files = unzipSync(bytes, {
      filter: (file) => {
        size += file.originalSize;
        return size <= LARGEST_UNPACKED;
      },
    });
    return size <= LARGEST_UNPACKED && files["xl/workbook.xml"] !== undefined ? files : null;
  } catch {
    return null;
  }
}

/** The copy, or null where the file cannot be read. */
export function submissionCopy(bytes: Uint8Array, maskIds: boolean): SubmissionCopy | null {
  const files = unpacked(bytes);
  if (files === null) return null;
  const tally = new Tally(maskIds);
  const gone = new Set(Object.keys(files).filter((name) => goes(name, files)));
  const kept = Object.entries(files).filter(([name]) => !gone.has(name));
  const out = Object.fromEntries(kept.map(([name, part]) => [name, patched(name, part, gone, tally)]));
  return { bytes: zipSync(out, { level: 6 }), formulas: tally.formulas, masked: tally.masked };
}
