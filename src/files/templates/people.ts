/** The persons of a checked workbook, to be filled into a template: from its roster, else from whatever table names them. */
import type { CheckContext, Sheet } from "../../check/context";
import { schoolOf } from "../../check/people";
import type { Entry } from "../../check/record";
import type { TableKind } from "../../policy/schema";

const FIELDS = ["name", "sex", "id", "stage", "subject", "role", "title"] as const;
const SOURCES: readonly TableKind[] = ["roster", "teacher-assessment", "hours-year", "hours-cycle"];

function personIn(entry: Entry): Record<string, string> {
  const fields = FIELDS.map((key): [string, string] => [key, entry.text(key)]);
  return Object.fromEntries([...fields, ["school", schoolOf(entry)] as const].filter(([, text]) => text !== ""));
}

function namedIn(sheet: Sheet): Entry[] {
  return sheet.records.filter((entry) => entry.text("name") !== "");
}

/** One entry a person, in the order of the workbook; none where it names nobody. */
export function peopleIn({ sheets }: CheckContext): readonly Readonly<Record<string, string>>[] {
  for (const kind of SOURCES) {
    const entries = sheets.filter((sheet) => sheet.table.kind === kind).flatMap(namedIn);
    if (entries.length > 0) return entries.map(personIn);
  }
  return [];
}
