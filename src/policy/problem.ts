/**
 * What is wrong with a pack, and where. A problem carries the path in the pack (rules[3].points) for the program and the
 * same place in words (第4条规则“心得体会”的“分值”) for people.
 */
import type { Locale, Message } from "../values/message";
import { sayPolicy } from "./say";

export interface PackProblem {
  /** Where: rules[3].points; "" for the pack as a whole. */
  readonly path: string;
  /** What is wrong, where, and what to do. */
  readonly text: string;
}

export type Path = readonly PropertyKey[];

/** A problem before it is put into words. `place` is filled in from the path. */
export interface Fault {
  readonly path: Path;
  readonly message: Message;
}

/** More than this many problems help nobody. */
const MOST_PROBLEMS = 50;

/** How much of a value that was found is repeated in a message. */
const LONGEST_FOUND = 40;

export function fault(path: Path, id: string, values: Message["values"] = {}): Fault {
  return { path, message: { id, values } };
}

export function inWords(faults: readonly Fault[], raw: unknown, locale: Locale): PackProblem[] {
  const told = faults.slice(0, MOST_PROBLEMS).map(({ path, message }) => ({
    path: writtenPath(path),
    text: sayPolicy({ id: message.id, values: { ...message.values, place: placeOf(path, raw, locale) } }, locale),
  }));
  const rest = faults.length - told.length;
  if (rest <= 0) return told;
  return [...told, { path: "", text: sayPolicy({ id: "problem.more", values: { count: rest } }, locale) }];
}

/** A value as it may be repeated to a person: short, and never a structure. */
export function found(value: unknown): string {
  if (typeof value === "string") return value.length > LONGEST_FOUND ? `${value.slice(0, LONGEST_FOUND)}…` : value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return Array.isArray(value) ? "[…]" : value === null ? "" : "{…}";
}

/** The value at a path of the raw pack; undefined where there is none. */
export function at(raw: unknown, path: Path): unknown {
  let value = raw;
  for (const step of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}

function writtenPath(path: Path): string {
  return path
    .map((step) => (typeof step === "number" ? `[${String(step)}]` : `.${String(step)}`))
    .join("")
    .replace(/^\./u, "");
}

const listed: Readonly<Record<string, string>> = { rules: "place.rule", tables: "place.table", examples: "place.example" };

function placeOf(path: Path, raw: unknown, locale: Locale): string {
  const [list, index] = path;
  const id = typeof list === "string" && typeof index === "number" ? listed[list] : undefined;
  const entry = id === undefined ? sayPolicy({ id: "place.pack" }, locale) : entryOf(id, path, raw, locale);
  const field = fieldOf(id === undefined ? path : path.slice(2), locale);
  return field === null ? entry : sayPolicy({ id: "place.field", values: { place: entry, field } }, locale);
}

function entryOf(id: string, path: Path, raw: unknown, locale: Locale): string {
  const number = Number(path[1]) + 1;
  const name = at(raw, [...path.slice(0, 2), "name"]);
  if (id === "place.example") return sayPolicy({ id, values: { number } }, locale);
  if (typeof name !== "string" || name === "") return sayPolicy({ id: `${id}-unnamed`, values: { number } }, locale);
  return sayPolicy({ id, values: { number, name: found(name) } }, locale);
}

/** The last named step of a path in words; a name nobody gave a word stays as it is. */
function fieldOf(path: Path, locale: Locale): string | null {
  const name = path.findLast((step) => typeof step === "string");
  if (typeof name !== "string") return null;
  const id = `field.${name}`;
  const word = sayPolicy({ id }, locale);
  return word === id ? found(name) : word;
}
