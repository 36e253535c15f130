/**
 * The column mapping as a file: sheet name → column letter → column key ("" = not to be read). What is written here can
 * be used for the same form in another workbook.
 */
import * as z from "zod/mini";
import type { Report, Settings } from "../check/report";

export type Mapping = Settings["mapping"];

const mappingSchema = z.record(
  z.string().check(z.minLength(1), z.maxLength(255)),
  z.record(z.string().check(z.regex(/^[A-Z]{1,3}$/)), z.string().check(z.maxLength(200))),
);

/** Longer than any mapping of a real workbook. */
const LONGEST = 1_000_000;

/** The mapping, or null where the text is none. */
export function readMapping(text: string): Mapping | null {
  if (text.length > LONGEST) return null;
  try {
    const read = mappingSchema.safeParse(JSON.parse(text.replace(/^\uFEFF/, "")));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/** Corrections given now go before those kept in the workbook, column by column. */
export function mergeMappings(given: Mapping, kept: Mapping): Mapping {
  const sheets = new Set([...Object.keys(kept), ...Object.keys(given)]);
  return Object.fromEntries([...sheets].map((sheet) => [sheet, { ...kept[sheet], ...given[sheet] }]));
}

function columnsOf({ columns, unsure }: Report["tables"][number]): Record<string, string> {
  const known = Object.entries(columns).map(([key, letter]): [string, string] => [letter, key]);
  // What was not recognised is written as "not to be read", so that a clerk finds the place to fill in.
  const unknown = unsure.map(({ column, guess }): [string, string] => [column, guess ?? ""]);
  return Object.fromEntries([...unknown, ...known]);
}

/** The mapping that the checks used, as text of a file. */
export function writeMapping(reports: readonly Report[]): string {
  const sheets: Record<string, Record<string, string>> = {};
  for (const table of reports.flatMap((report) => report.tables)) sheets[table.sheet] = { ...sheets[table.sheet], ...columnsOf(table) };
  return `${JSON.stringify(sheets, null, 2)}\n`;
}
