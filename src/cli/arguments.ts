/**
 * What was typed behind `npm run check --`, read and judged before any file is opened. Whatever is wrong with it is a
 * `UsageError` (exit code 64) with a text for the clerk.
 */
import { parseArgs } from "node:util";
import { say } from "./say";

export const FORMATS = ["text", "json", "html"] as const;
export type Format = (typeof FORMATS)[number];

export interface Arguments {
  readonly files: readonly string[];
  readonly policies: readonly string[];
  /** YYYY-MM-DD; null = today. */
  readonly asOf: string | null;
  readonly mapping: string | null;
  readonly writeMapping: string | null;
  readonly format: Format;
  readonly report: string | null;
  readonly help: boolean;
}

export class UsageError extends Error {}

const OPTIONS = {
  policy: { type: "string", multiple: true },
  "as-of": { type: "string" },
  mapping: { type: "string" },
  "write-mapping": { type: "string" },
  format: { type: "string" },
  report: { type: "string" },
  help: { type: "boolean" },
} as const;

const VALUED: ReadonlySet<string> = new Set(
  Object.entries(OPTIONS).flatMap(([name, option]) => (option.type === "string" ? [`--${name}`] : [])),
);

function textOf(fault: unknown, property: "code" | "message"): string {
  const text: unknown = typeof fault === "object" && fault !== null ? Reflect.get(fault, property) : "";
  return typeof text === "string" ? text : "";
}

/** Node's own complaints are English; the option that they name is found again here. */
function complaint(fault: unknown): UsageError {
  const code = textOf(fault, "code");
  const option = /'(--?[^\s'=<]+)/.exec(textOf(fault, "message"))?.[1] ?? "";
  if (code === "ERR_PARSE_ARGS_UNKNOWN_OPTION") return new UsageError(say("usage.unknown-option", { option }));
  if (code === "ERR_PARSE_ARGS_INVALID_OPTION_VALUE") {
    return new UsageError(say(VALUED.has(option) ? "usage.option-value" : "usage.option-without-value", { option }));
  }
  return new UsageError(say("usage.unreadable"));
}

function parse(typed: readonly string[]) {
  try {
    return parseArgs({ args: [...typed], options: OPTIONS, strict: true, allowPositionals: true });
  } catch (fault) {
    throw complaint(fault);
  }
}

function formatOf(text: string | undefined): Format {
  const format = FORMATS.find((known) => known === (text ?? "text"));
  if (format === undefined) throw new UsageError(say("usage.format", { format: text ?? "" }));
  return format;
}

/** A day of the calendar, or null. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function dayOf(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (!isDay(text)) throw new UsageError(say("usage.as-of", { date: text }));
  return text;
}

function reportOf(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (!/\.xlsx$/i.test(text)) throw new UsageError(say("usage.report-name", { file: text }));
  return text;
}

/** Reads the words behind the command. */
export function readArguments(typed: readonly string[]): Arguments {
  const { values, positionals } = parse(typed);
  const help = values.help ?? false;
  if (!help && positionals.length === 0) throw new UsageError(say("usage.no-file"));
  const empty = Object.entries(values).find(([, value]) => value === "" || (Array.isArray(value) && value.includes("")));
  if (empty !== undefined) throw new UsageError(say("usage.option-value", { option: `--${empty[0]}` }));
  return {
    files: positionals,
    policies: values.policy ?? [],
    asOf: dayOf(values["as-of"]),
    mapping: values.mapping ?? null,
    writeMapping: values["write-mapping"] ?? null,
    format: formatOf(values.format),
    report: reportOf(values.report),
    help,
  };
}
