/** The roster against the other tables of persons: person.not-in-roster, person.missing. */
import type { TableKind } from "../../policy/schema";
import { rubricOf } from "../assessment";
import { eachRecord, inBatches, sheetsOfKind, type Check, type CheckContext, type Sheet } from "../context";
import { headerPlace } from "../header";
import { directorySteps, isSameSchool, namelessIn, personOf, schoolInTitle, type Directory, type PersonKey } from "../people";
import { withoutRemark } from "../../values/name";
import type { Entry } from "../record";
import words from "../words.json";

/** Tables in which everybody of the roster must stand. */
const complete: readonly TableKind[] = ["teacher-assessment", "hours-year", "hours-cycle"];
/** Tables whose persons must be in the roster. */
const within: readonly TableKind[] = [...complete, "hours-log", "observation"];

/** Tells who is in no roster, and gives them back. */
function* notInRoster(context: CheckContext, rosters: readonly Directory[]): Generator<void, PersonKey[]> {
  const strangers: PersonKey[] = [];
  for (const sheet of context.sheets.filter((each) => within.includes(each.table.kind))) {
    const told = new Set<string>();
    yield* eachRecord(sheet, (entry) => {
      const person = personOf(entry);
      if (!person || rosters.some((roster) => roster.find(person).length > 0)) return;
      const slot = `${person.name}|${person.school}`;
      if (told.has(slot)) return;
      told.add(slot);
      strangers.push(person);
      const says = { id: "person.not-in-roster", values: { subject: entry.subject } };
      context.findings.add({ code: "person.not-in-roster", at: entry.place, subject: entry.subject, says });
    });
  }
  return strangers;
}

/** Of the same name, but with another ID number than in the roster: said once, where the stranger stands. */
function namedAlike(strangers: readonly PersonKey[]): (listed: Entry) => boolean {
  const byName = new Map<string, PersonKey[]>();
  for (const stranger of strangers) byName.set(stranger.name, [...(byName.get(stranger.name) ?? []), stranger]);
  return (listed) => {
    const person = personOf(listed);
    return person !== null && (byName.get(person.name) ?? []).some(({ school }) => isSameSchool(school, person.school));
  };
}

function hasLeft(entry: Entry): boolean {
  const { remark } = withoutRemark(entry.text("name"));
  const said = `${entry.text("note")} ${entry.text("role")} ${remark}`;
  return words.left.some((word) => said.includes(word));
}

/** The first of the tables that each school has records in. */
function tablesBySchool(sheets: readonly Sheet[]): ReadonlyMap<string, Sheet> {
  const tables = new Map<string, Sheet>();
  for (const sheet of sheets) {
    for (const entry of sheet.records) {
      const school = personOf(entry)?.school ?? "";
      if (school !== "" && !tables.has(school)) tables.set(school, sheet);
    }
  }
  return tables;
}

function isMissing(directories: readonly Directory[], listed: Entry): boolean {
  const person = personOf(listed);
  return person !== null && !hasLeft(listed) && !directories.some((directory) => directory.find(person).length > 0);
}

/** A missing person belongs in the table of his school, else in the first. */
function tellMissing(context: CheckContext, sheet: Sheet | undefined, listed: Entry): void {
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

function* directoriesOf(sheets: readonly Sheet[]): Generator<void, Directory[]> {
  const directories: Directory[] = [];
  for (const sheet of sheets) directories.push(yield* directorySteps(sheet));
  return directories;
}

export const roster: Check = function* (context) {
  const rosters = sheetsOfKind(context, "roster").filter(isRoster);
  const directories = (yield* directoriesOf(rosters)).filter((directory) => !directory.isEmpty);
  if (directories.length === 0) return;
  const isStranger = namedAlike(yield* notInRoster(context, directories));
  for (const sheets of completeGroups(context)) {
    const present = yield* directoriesOf(sheets);
    const missing: Entry[] = [];
    for (const each of rosters) {
      yield* eachRecord(each, (listed) => {
        if (isMissing(present, listed) && !isStranger(listed)) missing.push(listed);
      });
    }
    // Whose rows stand there without their names is not missing: the empty names are said where they are.
    const nameless = sheets.reduce((count, sheet) => count + namelessIn(sheet).length, 0);
    if (missing.length <= nameless) continue;
    const tables = sheets.length > 1 ? tablesBySchool(sheets) : new Map<string, Sheet>();
    yield* inBatches(missing, (listed) => {
      const school = personOf(listed)?.school ?? "";
      const titled = sheets.find((sheet) => schoolInTitle(sheet, [school]) !== null);
      tellMissing(context, tables.get(school) ?? titled ?? sheets[0], listed);
    });
  }
};
