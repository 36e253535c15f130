/**
 * Who is who across the sheets of a workbook: the same person by ID, else by name and school. Built once, before the
 * checks that compare sheets.
 */
import { distance } from "fastest-levenshtein";
import { checkId } from "../values/id";
import { CellError } from "../values/cell";
import { isoOf } from "../values/date";
import { nameKey } from "../values/name";
import type { Caption } from "../table/table";
import { atOnce, eachRecord, type Sheet } from "./context";
import type { Entry } from "./record";
import words from "./words.json";

export interface PersonKey {
  /** The ID number in normal form, where a valid one stands. */
  readonly id: string | null;
  readonly name: string;
  /** "" where the table says nothing of the school. */
  readonly school: string;
  /** The school stands above the table only: it may be that of whoever filled it in. */
  readonly isOfCaption: boolean;
}

export function personOf({ owner }: Entry): PersonKey | null {
  const known = persons.get(owner);
  if (known !== undefined) return known;
  const person = readPerson(owner);
  persons.set(owner, person);
  return person;
}

/** Who a record is about is asked by many checks and worked out once. */
const persons = new WeakMap<Entry, PersonKey | null>();

function readPerson(entry: Entry): PersonKey | null {
  const name = entry.nameKey;
  const id = checkId(entry.cell("id")?.value ?? null);
  if (name === "" && id.kind !== "valid") return null;
  return { id: id.kind === "valid" ? id.normal : null, name, school: nameKey(schoolOf(entry)), isOfCaption: entry.text("school") === "" };
}

/** An old number of 15 digits lacks three of the 18. */
const mostLost = 3;
/** Mistakes of one or two digits are slips of the hand; numbers that differ more are those of two persons. */
const mostSlips = 2;

function idText(entry: Entry): string {
  const id = checkId(entry.cell("id")?.value ?? null);
  return id.kind === "valid" ? id.normal : id.kind === "invalid" ? id.text : "";
}

/** Whether the ID numbers of two records, valid or not, are those of two persons. */
function idsDiffer(a: Entry, b: Entry): boolean {
  const [one, other] = [idText(a), idText(b)];
  if (one === "" || other === "") return false;
  // Digits left out or twice, and the 15 digits of an old number, are those of one person still.
  if (one.length !== other.length) return distance(one, other) > mostLost;
  const isHidden = (at: number): boolean => one.charAt(at) === "*" || other.charAt(at) === "*";
  const slips = [...one].filter((mark, at) => mark !== other.charAt(at) && !isHidden(at)).length;
  return slips > mostSlips || (slips > 0 && areValid(a, b));
}

function areValid(...entries: readonly Entry[]): boolean {
  return entries.every((entry) => checkId(entry.cell("id")?.value ?? null).kind === "valid");
}

/** Whether two records of one name are of two persons: by their ID numbers, else by sex and birth where both are written. */
export function personsDiffer(a: Entry, b: Entry): "id" | "facts" | null {
  if (idText(a) !== "" && idText(b) !== "") return idsDiffer(a, b) ? "id" : null;
  const sexes = [a.text("sex"), b.text("sex")].filter((sex) => sex !== "");
  const births = [birthText(a), birthText(b)].filter((birth) => birth !== "");
  return new Set(births).size > 1 || (births.length < 2 && new Set(sexes).size > 1) ? "facts" : null;
}

/** A birth date in one form, however it is written. */
function birthText(entry: Entry): string {
  const birth = entry.date("birth");
  return birth.kind === "date" ? isoOf(birth.date) : "";
}

/** Records whose name is blank although the table has names. */
export function namelessIn(sheet: Sheet): Entry[] {
  return sheet.records.filter((entry) => {
    const cell = entry.cell("name");
    if (cell === null || (typeof cell.value === "string" && cell.value !== "" && cell.value.trim() !== "")) return false;
    return entry.owner === entry && !(cell.value instanceof CellError) && entry.text("name") === "";
  });
}

/** The school of a record, or the one named above its table. */
export function schoolOf({ owner: entry }: Entry): string {
  const own = entry.text("school");
  if (own !== "") return own;
  return captionSchool(entry.table.captions);
}

const measures: ReadonlySet<string> = new Set(words.measures);

/** 单位：红光镇中心校 names the school; 单位：分 is a unit of measure, 单位负责人 a person. */
function captionSchool(captions: readonly Caption[]): string {
  const named = captions.find(
    ({ key, label, text }) => (key === "school" || words.schoolLabels.includes(label)) && !measures.has(text.trim()),
  );
  return named === undefined || isOffice(named.text) ? "" : named.text;
}

/** 县教育局师训办, 教师进修学校: who gathers the forms of many schools, and teaches at none. */
function isOffice(text: string): boolean {
  return words.offices.some((office) => text.includes(office));
}

/** A table that names no school in its rows may do so in its title or sheet name (兰西二中教师考核): the only one of these that stands there. */
export function schoolInTitle({ table }: Sheet, schools: Iterable<string>): string | null {
  const said = nameKey(`${table.title} ${table.sheet.name}`);
  const named = [...schools].filter((school) => school !== "" && said.includes(school)).sort((a, b) => b.length - a.length);
  const [longest] = named;
  return longest !== undefined && named.every((school) => longest.includes(school)) ? longest : null;
}

/** The same school: one name within the other (兰西县红光镇中心小学, 红光镇中心小学), or one side says nothing. */
export function isSameSchool(a: string, b: string): boolean {
  return a === "" || b === "" || a.includes(b) || b.includes(a);
}

interface Listed {
  readonly entry: Entry;
  readonly person: PersonKey;
}

/** The persons of one table, to be looked up by ID or by name and school. */
export class Directory {
  private readonly byId = new Map<string, Listed>();
  private readonly byName = new Map<string, Listed[]>();

  enter(entry: Entry): void {
    const person = personOf(entry);
    if (!person) return;
    const listed = { entry, person };
    if (person.id !== null && !this.byId.has(person.id)) this.byId.set(person.id, listed);
    if (person.name === "") return;
    const same = this.byName.get(person.name);
    if (same) same.push(listed);
    else this.byName.set(person.name, [listed]);
  }

  get isEmpty(): boolean {
    return this.byName.size === 0;
  }

  /** The person here who is this one; several where name and school do not decide it. */
  find(person: PersonKey): readonly Entry[] {
    const byId = person.id === null ? undefined : this.byId.get(person.id);
    if (byId) return [byId.entry];
    const named = (this.byName.get(person.name) ?? []).filter(
      (listed) => person.id === null || listed.person.id === null || listed.person.id === person.id,
    );
    const exact = named.filter((listed) => listed.person.school === person.school);
    const atSchool = exact.length > 0 ? exact : named.filter((listed) => isSameSchool(person.school, listed.person.school));
    // The only one of that name, where one side's school is no more than a line above its table.
    const isOnly =
      atSchool.length === 0 && named.length === 1 && named.some(({ person: other }) => person.isOfCaption || other.isOfCaption);
    return (isOnly ? named : atSchool).map((listed) => listed.entry);
  }
}

const directories = new WeakMap<Sheet, Directory>();

/** The persons of a table, entered once; in short steps. */
export function* directorySteps(sheet: Sheet): Generator<void, Directory> {
  const known = directories.get(sheet);
  if (known) return known;
  const directory = new Directory();
  yield* eachRecord(sheet, (entry) => {
    directory.enter(entry);
  });
  directories.set(sheet, directory);
  return directory;
}

/** The same at once. */
export function directoryOf(sheet: Sheet): Directory {
  return atOnce(directorySteps(sheet));
}
