/**
 * Who is who across the sheets of a workbook: the same person by ID, else by name and school. Built once, before the
 * checks that compare sheets.
 */
import { checkId } from "../values/id";
import { nameKey } from "../values/name";
import type { Caption } from "../table/table";
import type { Sheet } from "./context";
import type { Entry } from "./record";
import words from "./words.json";

export interface PersonKey {
  /** The ID number in normal form, where a valid one stands. */
  readonly id: string | null;
  readonly name: string;
  /** "" where the table says nothing of the school. */
  readonly school: string;
}

export function personOf(entry: Entry): PersonKey | null {
  const name = nameKey(entry.text("name"));
  if (name === "") return null;
  const id = checkId(entry.cell("id")?.value ?? null);
  return { id: id.kind === "valid" ? id.normal : null, name, school: nameKey(schoolOf(entry)) };
}

/** The school of a record, or the one named above its table. */
export function schoolOf(entry: Entry): string {
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
  return named?.text ?? "";
}

/** The same school: one name within the other (兰西县红光镇中心小学, 红光镇中心小学), or one side says nothing. */
function isSameSchool(a: string, b: string): boolean {
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

  constructor(sheet: Sheet) {
    for (const entry of sheet.records) {
      const person = personOf(entry);
      if (!person) continue;
      const listed = { entry, person };
      if (person.id !== null && !this.byId.has(person.id)) this.byId.set(person.id, listed);
      const same = this.byName.get(person.name);
      if (same) same.push(listed);
      else this.byName.set(person.name, [listed]);
    }
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
    return atSchool.map((listed) => listed.entry);
  }
}
