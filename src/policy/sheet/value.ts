/**
 * One cell of a rule sheet read as the value that the schema asks for there. A value that cannot be read is a fault with
 * its words; what can be read although it is not as it should be (a number as text) is read, and said.
 */
import { CellError } from "../../values/cell";
import { readDate, wholeDay } from "../../values/date";
import { readMark } from "../../values/mark";
import type { Message } from "../../values/message";
import { readNumber, type NumberOptions } from "../../values/number";
import { isoOf } from "../../values/calendar";
import { plainName } from "../naming";
import { found } from "../problem";
import { isEmptyWord, readAudience, readJsonCell, readNames, readOptions } from "./cell-text";
import type { Form } from "./form";
import { LONGEST_TEXT, textOf, type Spot } from "./grid";
import { wordsOf } from "./layout";
import words from "./words.json";

export interface ValueContext {
  readonly origin: NumberOptions["origin"];
  /** The id of a rule that is called by its name instead; null where there is none. */
  readonly idOf: (name: string) => string | null;
}

export type ValueReading = { readonly ok: unknown; readonly remark?: Message } | { readonly fault: Message };

/** A leap year, so that 29 February is a day of every year that has one. */
const anyLeapYear = 2024;
const idPattern = /^[a-z0-9]+(?:[.-][a-z0-9]+)*$/;

function refuse(id: string, text: string, values: Message["values"] = {}): ValueReading {
  return { fault: { id, values: { ...values, found: found(text) } } };
}

function numberIn(spot: Spot, share: boolean, nullable: boolean, context: ValueContext): ValueReading {
  const text = textOf(spot);
  if (nullable && words.openAliases.includes(text)) return { ok: null };
  if (spot.value instanceof CellError) return refuse("sheet.cell-error", spot.value.code);
  const read = readNumber(spot.value, { origin: context.origin });
  if (read.kind !== "number" || (read.percent && !share)) return refuse("sheet.not-a-number", text);
  if (share && read.value > 1) return refuse("sheet.not-a-share", text);
  return read.asText ? { ok: read.value, remark: { id: "sheet.number-as-text", values: { found: found(text) } } } : { ok: read.value };
}

function dayIn(spot: Spot): ValueReading {
  const read = readDate(spot.value);
  const day = read.kind === "date" ? wholeDay(read) : null;
  return day === null ? refuse("sheet.not-a-date", textOf(spot)) : { ok: isoOf(day) };
}

function yearlyDayIn(text: string): string | null {
  const read = readDate(text, { year: anyLeapYear });
  const day = read.kind === "date" ? wholeDay(read) : null;
  if (day !== null) return isoOf(day).slice(5);
  return /^\d{2}-\d{2}$/.test(text) ? text : null;
}

function keyIn(text: string, context: ValueContext): ValueReading {
  if (idPattern.test(text)) return { ok: text };
  const id = context.idOf(text);
  return id === null ? { fault: { id: "problem.rule-unknown", values: { id: found(text) } } } : { ok: id };
}

function listIn(text: string, of: Form, context: ValueContext): ValueReading {
  const values: unknown[] = [];
  for (const name of readNames(text)) {
    const read = of.is === "key" ? keyIn(name, context) : of.is === "yearly-day" ? { ok: yearlyDayIn(name) } : { ok: name };
    if ("fault" in read) return read;
    if (read.ok === null) return refuse("sheet.not-a-date", name);
    values.push(read.ok);
  }
  return { ok: values };
}

function wordIn(text: string, path: string, allowed: readonly string[]): ValueReading {
  const choices = wordsOf(path, allowed);
  for (const [value, word] of choices) {
    if (plainName(word) === plainName(text) || value === text) return { ok: value };
  }
  return refuse("problem.not-allowed", text, { allowed: [...choices.values()].join("、") });
}

function flagIn(spot: Spot): ValueReading {
  const mark = readMark(spot.value);
  return mark === null ? refuse("problem.not-allowed", textOf(spot), { allowed: `${words.yes}、${words.no}` }) : { ok: mark === "yes" };
}

function audienceIn(text: string, form: Extract<Form, { is: "group" }>): ValueReading {
  const who = readAudience(text, form.fields);
  return who === null ? refuse("sheet.audience", text) : { ok: who };
}

/** Reads a cell by the form of the field that stands in it. */
export function readValue(spot: Spot, form: Form, path: string, nullable: boolean, context: ValueContext): ValueReading {
  if (form.is === "number") return numberIn(spot, form.share, nullable, context);
  if (spot.value instanceof CellError) return refuse("sheet.cell-error", spot.value.code);
  const text = textOf(spot);
  if (text.length >= LONGEST_TEXT) return { fault: { id: "problem.text-too-long", values: { most: LONGEST_TEXT } } };
  switch (form.is) {
    case "key":
      return keyIn(text, context);
    case "day":
      return dayIn(spot);
    case "yearly-day": {
      const day = yearlyDayIn(text);
      return day === null ? refuse("sheet.not-a-date", text) : { ok: day };
    }
    case "flag":
      return flagIn(spot);
    case "word":
      return wordIn(text, path, form.words);
    case "list":
    case "map":
      return listIn(text, form.is === "list" ? form.of : { is: "text" }, context);
    case "items": {
      const options = isEmptyWord(text) ? [] : readOptions(text);
      return options === null ? refuse("sheet.options", text) : { ok: options };
    }
    case "group":
      return audienceIn(text, form);
    case "json":
      return { ok: typeof spot.value === "string" ? readJsonCell(text) : spot.value };
    case "text":
    case "constant":
      return { ok: text };
  }
}
