/**
 * Several things in one cell, as a clerk writes them: names with 、 between them, whom a rule is about
 * (男；55岁以下；身份：校长、园长), the options of a reading. A mark inside a name is written with a \ before it.
 */
import { tidy } from "../../values/text";
import type { Field } from "./form";
import words from "./words.json";

const nameMarks = "、，,；;";
const lines = "\n";

function escaped(text: string, marks: string): string {
  return Array.from(text, (mark) => (mark === "\\" || marks.includes(mark) ? `\\${mark}` : mark)).join("");
}

function unescaped(text: string): string {
  return text.replace(/\\([\s\S])/g, "$1");
}

/** The pieces between unescaped marks, still escaped, without spaces at their ends, empty ones left out. */
function pieces(text: string, marks: string): string[] {
  const found: string[] = [""];
  let isEscaped = false;
  for (const mark of text) {
    const isMark = !isEscaped && marks.includes(mark);
    if (isMark) found.push("");
    else found.push((found.pop() ?? "") + mark);
    isEscaped = !isEscaped && mark === "\\";
  }
  return found.map((piece) => piece.trim()).filter((piece) => piece !== "");
}

export function isEmptyWord(text: string): boolean {
  return text.trim() === words.empty;
}

/** A text that could be taken for the word for "nothing in it" is marked. */
function guarded(text: string): string {
  return text === words.empty ? `\\${text}` : text;
}

export function writeNames(names: readonly string[]): string {
  return names.length === 0 ? words.empty : guarded(names.map((name) => escaped(name, nameMarks + lines)).join("、"));
}

export function readNames(text: string): string[] {
  return isEmptyWord(text) ? [] : pieces(text, nameMarks + lines).map(unescaped);
}

/** Whom a rule is about, before the schema has seen it. */
export type AudienceText = Readonly<Record<string, string | number | readonly string[]>>;

const templates = Object.entries(words.audience).map(([name, template]) => {
  const [before = "", after = ""] = template.split("{}");
  return { name, before, after };
});

export function writeAudience(who: Readonly<Record<string, unknown>>): string {
  const parts = templates.flatMap(({ name, before, after }) => {
    const value = who[name];
    if (typeof value === "string" || typeof value === "number") return [`${before}${value}${after}`];
    const names: unknown[] | null = Array.isArray(value) ? value : null;
    return names === null ? [] : [before + writeNames(names.map(String)) + after];
  });
  return parts.length === 0 ? words.empty : parts.join("；");
}

function readPart(part: string, fields: readonly Field[]): readonly [string, string | number | readonly string[]] | null {
  const text = part.replace(/^([^：:\\]{1,8}):/, "$1：");
  for (const { name, before, after } of templates) {
    const form = fields.find((field) => field.name === name)?.form;
    if (form === undefined || !text.startsWith(before) || !text.endsWith(after)) continue;
    const inner = text.slice(before.length, text.length - after.length).trim();
    if (form.is === "list") return [name, readNames(inner)];
    if (form.is === "word" && form.words.includes(tidy(inner))) return [name, tidy(inner)];
    const number = tidy(inner);
    if (form.is === "number" && /^\d{1,15}(?:\.\d+)?(?:e[+-]?\d+)?$/.test(number)) return [name, Number(number)];
  }
  return null;
}

/** Whom a cell speaks of; null where a part of it is not understood. */
export function readAudience(text: string, fields: readonly Field[]): AudienceText | null {
  if (isEmptyWord(text)) return {};
  const read: (readonly [string, string | number | readonly string[]])[] = [];
  for (const piece of pieces(text, "；;\n")) {
    const whole = readPart(piece, fields);
    const parts = whole === null ? pieces(piece, "，,、").map((part) => readPart(part, fields)) : [whole];
    for (const part of parts) {
      if (part === null) return null;
      read.push(part);
    }
  }
  const names = new Set(read.map(([name]) => name));
  return names.size === read.length && read.length > 0 ? Object.fromEntries(read) : null;
}

interface Option {
  readonly value: string;
  readonly label: string;
}

/** One option a line: 总分不封顶〔uncapped〕. */
export function writeOptions(options: readonly Option[]): string {
  return options.map(({ value, label }) => `${escaped(label, "〔〕\n")}〔${escaped(value, "〔〕\n")}〕`).join("\n");
}

/** The options of a cell; null where a line is not understood. */
export function readOptions(text: string): Option[] | null {
  const options: Option[] = [];
  for (const line of pieces(text, lines)) {
    const [label, value, ...rest] = pieces(line, "〔〕");
    if (label === undefined || value === undefined || rest.length > 0) return null;
    options.push({ label: unescaped(label), value: unescaped(value) });
  }
  return options;
}

/** The words by which options are shown and chosen: their labels, where these cannot be taken for another option. */
export function optionWords(options: readonly Option[]): ReadonlyMap<string, string> {
  const clear = ({ value, label }: Option): boolean =>
    options.every((other) => other.value === value || (other.label !== label && other.value !== label));
  return new Map(options.map((option) => [option.value, clear(option) ? option.label : option.value]));
}

/** The parts of a unit between strokes: 分/次. */
export function writeUnit(parts: readonly string[]): string {
  return parts.map((part) => escaped(part, "/")).join("/");
}

export function readUnit(text: string): string[] {
  return pieces(text, "/").map(unescaped);
}

/** JSON in a cell; a text that can be nothing else stands without its quotation marks. */
export function writeJson(value: unknown): string {
  if (typeof value !== "string" || value.trim() !== value || value === "" || value.includes("\r")) return JSON.stringify(value);
  return parsed(value) === undefined ? value : JSON.stringify(value);
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

export function readJsonCell(text: string): unknown {
  return parsed(text) ?? (text.trim() === "null" ? null : text);
}
