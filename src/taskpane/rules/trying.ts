/** 试一试: own values on one rule, and results in words. */
import type { CellValue } from "../../values/cell";
import type { Locale } from "../../values/message";
import type { Pack, Rule } from "../../policy/schema";
import { judgingBy } from "../../rules/judging";
import { explainRule } from "../../rules/kinds";
import { sayTrace } from "../../rules/say";

export interface Tried {
  readonly read: readonly { readonly label: string; readonly value: string }[];
  readonly steps: readonly string[];
  readonly conclusion: string;
  readonly readings: readonly { readonly question: string; readonly chosen: string }[];
}

/** Values as typed into one line; what is all digits is a number. */
export function typedValues(text: string): CellValue[] {
  if (text.trim() === "") return [];
  return text
    .trim()
    .split(/\s*[,，、;；]\s*|\s+/)
    .map((part) => (part === "" ? null : /^-?\d+(?:\.\d+)?$/.test(part) ? Number(part) : part));
}

export function tryRule(
  pack: Pack,
  rule: Rule,
  text: string,
  setting: { readonly readings: Readonly<Record<string, string>>; readonly locale: Locale },
): Tried {
  const { trace } = explainRule(rule, typedValues(text), judgingBy(pack, setting.readings));
  const say = (message: Parameters<typeof sayTrace>[0]) => sayTrace(message, setting.locale);
  const readings = trace.readings.flatMap((applied) => {
    const reading = pack.rules.find(({ id }) => id === applied.rule)?.readings?.find(({ id }) => id === applied.id);
    const option = reading?.options.find(({ value }) => value === applied.value);
    return reading === undefined ? [] : [{ question: reading.question, chosen: option?.label ?? "" }];
  });
  return {
    read: trace.read.map(({ label, value }) => ({ label, value: say(value) })),
    steps: trace.steps.map(say),
    conclusion: say(trace.conclusion),
    readings,
  };
}

/** A result of a function as a clerk would see it in a cell; rows one below the other. */
export function resultText(value: unknown): string {
  if (Array.isArray(value)) {
    const cells: unknown[] = value;
    return cells.map(resultText).join(cells.some((cell) => Array.isArray(cell)) ? "\uff1b" : "\u3001");
  }
  if (typeof value === "object" && value !== null && "error" in value) return resultText(value.error);
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}
