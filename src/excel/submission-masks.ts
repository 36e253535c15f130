/**
 * Masks identity numbers in the parts of a file, for the 上报副本: in texts, notes, drawings, charts and properties, also where
 * a number is split into runs of different looks. Pure; what an identity number is stands in src/values.
 */
import { maskIdsIn } from "../values/id";

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

export function unescaped(xml: string): string {
  return xml.replace(/&(#x[0-9a-fA-F]{1,6}|#\d{1,7}|amp|lt|gt|quot|apos);/g, (whole, name: string) => {
    if (!name.startsWith("#")) return ENTITIES[name] ?? whole;
    const code = name.startsWith("#x") ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

export const textElement = (text: string): string => `<t xml:space="preserve">${escaped(text)}</t>`;

/** Counts what a patch did. */
export class Tally {
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

/** The text of a string item: its runs joined, the phonetic guides left out. */
export function itemText(item: string): string {
  const runs = item.replace(/<rPh\b[\s\S]*?<\/rPh>/g, "").match(/<t\b[^>]*>[^<]*<\/t>/g) ?? [];
  return unescaped(runs.map((run) => run.replace(/^<t\b[^>]*>|<\/t>$/g, "")).join(""));
}

/** Shared strings: a masked one loses the looks of its runs and its phonetic guide. */
export const maskedStrings = (xml: string, tally: Tally): string =>
  xml.replace(/<si>[\s\S]*?<\/si>/g, (item) => {
    const masked = tally.mask(itemText(item));
    return masked === null ? item : `<si>${textElement(masked)}</si>`;
  });

/** Notes and threaded comments: their text elements, run by run joined. */
export const maskedNotes = (xml: string, tally: Tally): string =>
  xml.replace(/<text\b[^>]*>[\s\S]*?<\/text>/g, (note) => {
    const isRich = /<t[\s>]/.test(note);
    const masked = tally.mask(isRich ? itemText(note) : unescaped(note.replace(/<[^>]*>/g, "")));
    if (masked === null) return note;
    return isRich ? `<text>${textElement(masked)}</text>` : note.replace(/>[^<]*</, `>${escaped(masked)}<`);
  });

/** A fraction may have as many digits as an identity number, and is none. */
const isFraction = (text: string): boolean => /^\s*-?\d*[.eE]/.test(text) && Number.isFinite(Number(text));

/** Attributes that hold what somebody wrote; all others are numbers, addresses and ids. */
const WRITTEN = /(\s(?:name|display|tooltip|prompt|promptTitle|error|errorTitle|descr|title|alt|location|Target)=")([^"]*)"/g;

/** Everything written in a part that has no rules of its own. */
export function maskedTexts(xml: string, tally: Tally): string {
  const texts = xml.replace(/>([^<]*\d[^<]*)</g, (whole, text: string) => {
    const masked = isFraction(text) ? null : tally.mask(unescaped(text));
    return masked === null ? whole : `>${escaped(masked)}<`;
  });
  return texts.replace(WRITTEN, (whole, before: string, text: string) => {
    const masked = tally.mask(unescaped(text));
    return masked === null ? whole : `${before}${escaped(masked)}"`;
  });
}

/** A paragraph of a drawing: where an identity number runs through several runs, the first takes the whole text. */
function maskedParagraph(paragraph: string, tally: Tally): string {
  const run = /(<a:t\b[^>]*>)([^<]*)(<\/a:t>)/g;
  const masked = tally.mask([...paragraph.matchAll(run)].map(([, , text = ""]) => unescaped(text)).join(""));
  if (masked === null) return paragraph;
  let isFirst = true;
  return paragraph.replace(run, (_whole, before: string, _text: string, after: string) => {
    const text = isFirst ? escaped(masked) : "";
    isFirst = false;
    return before + text + after;
  });
}

export const maskedDrawing = (xml: string, tally: Tally): string =>
  maskedTexts(
    xml.replace(/<a:p>[\s\S]*?<\/a:p>/g, (paragraph) => maskedParagraph(paragraph, tally)),
    tally,
  );

/** A chart may keep numbers only as numbers: one that looks like an identity number becomes 0. */
export function maskedChart(xml: string, tally: Tally): string {
  const numbers = xml.replace(/<c:num(?:Cache|Lit)>[\s\S]*?<\/c:num(?:Cache|Lit)>/g, (cache) =>
    cache.replace(/<c:v>([^<]*)<\/c:v>/g, (whole, value: string) =>
      isFraction(value) || tally.mask(numberText(value)) === null ? whole : "<c:v>0</c:v>",
    ),
  );
  return maskedDrawing(numbers, tally);
}

/** A number of 14 digits or more may be an identity number that was typed as one; Excel keeps 15 of its digits. */
export function numberText(value: string): string {
  const number = Number(value);
  const isLong = Number.isInteger(number) && number >= 1e13 && number < 1e20;
  return isLong ? number.toLocaleString("en-US", { maximumSignificantDigits: 15, useGrouping: false }) : "";
}
