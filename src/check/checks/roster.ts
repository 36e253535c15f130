/** The roster against the other tables of persons: person.not-in-roster, person.missing. */
import type { TableKind } from "../../policy/schema";
import { rubricOf } from "../assessment";
import { eachRecord, sheetsOfKind, type Check, type CheckContext, type Sheet } from "../context";
import { headerPlace } from "../header";
import { Directory, personOf } from "../people";
import type { Entry } from "../record";
import words from "../words.json";

/** Tables in which everybody of the roster must stand. */
const complete: readonly TableKind[] = ["teacher-assessment", "hours-year", "hours-cycle"];
/** Tables whose persons must be in the roster. */
const within: readonly TableKind[] = [...complete, "hours-log", "observation"];

function* notInRoster(context: CheckContext, rosters: readonly Directory[]): Generator<void, void> {
  for (const sheet of context.sheets.filter((each) => within.includes(each.table.kind))) {
    const told = new Set<string>();
    yield* eachRecord(sheet, (entry) => {
      const person = personOf(entry);
      if (!person || rosters.some((roster) => roster.find(person).length > 0)) return;
      const slot = `${person.name}|${person.school}`;
      if (told.has(slot)) return;
      told.add(slot);
      const says = { id: "person.not-in-roster", values: { subject: entry.subject } };
      context.findings.add({ code: "person.not-in-roster", at: entry.place, subject: entry.subject, says });
    });
  }
}

function hasLeft(entry: Entry): boolean {
  const said = `${entry.text("note")} ${entry.text("role")}`;
  return words.left.some((word) => said.includes(word));
}

/** The table in which a missing person belongs: the one of his school, else the first. */
function tableFor(sheets: readonly Sheet[], school: string): Sheet | null {
  const own = sheets.find((sheet) => sheet.records.some((entry) => school !== "" && personOf(entry)?.school === school));
  return own ?? sheets[0] ?? null;
}

function missingFrom(context: CheckContext, sheets: readonly Sheet[], directories: readonly Directory[], listed: Entry): void {
  const person = personOf(listed);
  if (!person || hasLeft(listed) || directories.some((directory) => directory.find(person).length > 0)) return;
  const sheet = tableFor(sheets, person.school);
  if (!sheet) return;
  const values = { subject: listed.subject, sheet: sheet.table.sheet.name };
  const at = headerPlace(sheet.table, "name");
  context.findings.add({
    code: "person.missing",
    at,
    subject: listed.subject,
    says: { id: "person.missing", values },
    other: listed.place,
  });
}

/** A list to compare with says that it is one, or holds what only a roster holds: not an address list or who signed in. */
function isRoster({ table }: Sheet): boolean {
  const title = `${table.title} ${table.sheet.name}`;
  if (words.rosterTitles.some((word) => title.includes(word))) return true;
  return table.columns.some(({ key }) => key === "id" || key === "sex" || key === "birth" || key === "title");
}

/** Sheets that belong together: those of one kind and, of score sheets, of one score (县级, 校本). */
function completeGroups(context: CheckContext): Sheet[][] {
  const groups = new Map<string, Sheet[]>();
  for (const sheet of context.sheets) {
    if (!complete.includes(sheet.table.kind) || sheet.records.length === 0) continue;
    const slot = `${sheet.table.kind}/${rubricOf(sheet) ?? ""}`;
    groups.set(slot, [...(groups.get(slot) ?? []), sheet]);
  }
  return [...groups.values()];
}

export const roster: Check = function* (context) {
  const rosters = sheetsOfKind(context, "roster").filter(isRoster);
  const directories = rosters.map((sheet) => new Directory(sheet)).filter((directory) => !directory.isEmpty);
  if (directories.length === 0) return;
  yield* notInRoster(context, directories);
  for (const sheets of completeGroups(context)) {
    const present = sheets.map((sheet) => new Directory(sheet));
    for (const each of rosters) yield* eachRecord(each, (listed) => missingFrom(context, sheets, present, listed));
  }
};
