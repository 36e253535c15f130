/** Names and ID numbers: person.name-space, person.id-invalid, person.id-precision, person.duplicate, person.same-name; rows without a name (person.missing). */
import { checkId, maskId } from "../../values/id";
import { readName } from "../../values/name";
import type { TableKind } from "../../policy/schema";
import { eachRecord, sheetsOfKind, type Check, type CheckContext, type Sheet } from "../context";
import { rostersOf } from "../assessments";
import { directorySteps, namelessIn, personOf, personsDiffer, type PersonKey } from "../people";
import type { Entry } from "../record";

/** Kinds of tables in which a person stands once. */
const oncePerPerson: ReadonlySet<TableKind> = new Set<TableKind>(["roster", "teacher-assessment", "hours-year", "hours-cycle"]);

function judgeName(context: CheckContext, entry: Entry): void {
  const cell = entry.cell("name");
  if (!cell) return;
  const read = readName(cell.value);
  if (read.kind !== "name" || !(read.hasSpace || read.hasInvisible)) return;
  const says = { id: "person.name-space", values: { name: read.normal, text: read.text } };
  const fix = cell.formula === null ? { fix: { kind: "name" as const, from: read.text, to: read.normal } } : {};
  const common = { at: entry.placeOf(cell), subject: read.normal, value: read.text, expected: read.normal };
  context.findings.add({ code: "person.name-space", ...common, says, ...fix });
}

/** Values of nobody: said at the empty name, or once a table where most rows have none. */
function judgeNameless(context: CheckContext, sheet: Sheet): void {
  const nameless = namelessIn(sheet);
  const isUsual = nameless.length * 2 > sheet.records.length;
  for (const entry of isUsual ? nameless.slice(0, 1) : nameless) {
    const says = { id: "person.nameless", values: { row: entry.row + 1 } };
    context.findings.add({ code: "person.missing", at: entry.place, subject: entry.subject, says });
  }
}

function judgeId(context: CheckContext, entry: Entry): void {
  const cell = entry.cell("id");
  if (!cell) return;
  const id = checkId(cell.value);
  if (id.kind !== "invalid" || id.problem === "masked") return;
  const lost = id.problem === "precision-lost";
  if (lost && context.workbook.origin === "text") return;
  const values = { subject: entry.subject, id: maskId(id.text), length: id.length };
  const says = { id: `id.${id.problem}`, values };
  const code = lost ? "person.id-precision" : "person.id-invalid";
  context.findings.add({ code, at: entry.placeOf(cell), subject: entry.subject, value: maskId(id.text), says });
}

interface Seen {
  readonly entry: Entry;
  readonly person: PersonKey;
}

function sameIdFound(context: CheckContext, entry: Entry, before: Seen, person: PersonKey): void {
  const idCell = entry.cell("id");
  const sameName = before.person.name === person.name;
  const at = sameName || !idCell ? entry.place : entry.placeOf(idCell);
  const values = { subject: entry.subject, other: before.entry.subject, row: before.entry.row + 1 };
  const says = { id: sameName ? "person.duplicate" : "person.same-id", values };
  context.findings.add({ code: "person.duplicate", at, subject: entry.subject, says, other: before.entry.place });
}

/** How many persons of this name (and school) the rosters tell apart. */
function namesakes(context: CheckContext, person: PersonKey): number {
  const found = rostersOf(context).map((roster) => {
    const told: Entry[] = [];
    for (const listed of roster.find({ ...person, id: null }).slice(0, mostNamesakes)) {
      if (told.every((other) => personsDiffer(listed, other) !== null)) told.push(listed);
    }
    return told.length;
  });
  return Math.max(0, ...found);
}

/** `count`: rows of this name so far, this one included. */
function sameNameFound(context: CheckContext, entry: Entry, before: Seen, person: PersonKey, count: number): void {
  const differ = personsDiffer(before.entry, entry);
  const listed = differ === null ? namesakes(context, person) : 0;
  const isTwo = differ !== null || listed >= count;
  const values = { subject: entry.subject, row: before.entry.row + 1, count: listed };
  const code = isTwo ? "person.same-name" : "person.duplicate";
  const id = isTwo && differ !== "id" ? (differ === "facts" ? "person.same-name-facts" : "person.same-name-listed") : code;
  context.findings.add({ code, at: entry.place, subject: entry.subject, says: { id, values }, other: before.entry.place });
}

/** More rows of one name than this are no namesakes. */
const mostNamesakes = 50;

class Register {
  private readonly byId = new Map<string, Seen>();
  private readonly byName = new Map<string, Seen[]>();

  constructor(private readonly context: CheckContext) {}

  enter(entry: Entry): void {
    const person = personOf(entry);
    if (!person) return;
    const sameId = person.id === null ? undefined : this.byId.get(person.id);
    const named = person.name === "" ? [] : this.named(`${person.name}|${person.school}`);
    const sameName = named.find((before) => personsDiffer(before.entry, entry) === null) ?? named[0];
    if (sameId) sameIdFound(this.context, entry, sameId, person);
    else if (sameName) sameNameFound(this.context, entry, sameName, person, named.length + 1);
    if (person.id !== null && !sameId) this.byId.set(person.id, { entry, person });
    if (named.length < mostNamesakes) named.push({ entry, person });
  }

  /** The rows of a name so far. */
  private named(slot: string): Seen[] {
    const known = this.byName.get(slot);
    if (known) return known;
    const fresh: Seen[] = [];
    this.byName.set(slot, fresh);
    return fresh;
  }
}

function* checkSheet(context: CheckContext, sheet: Sheet): Generator<void, void> {
  const register = oncePerPerson.has(sheet.table.kind) ? new Register(context) : null;
  yield* eachRecord(sheet, (entry) => {
    judgeName(context, entry);
    judgeId(context, entry);
    register?.enter(entry);
  });
  judgeNameless(context, sheet);
}

export const persons: Check = function* (context) {
  for (const sheet of sheetsOfKind(context, "roster")) yield* directorySteps(sheet);
  for (const sheet of context.sheets) {
    if (sheet.table.columns.some((column) => column.key === "name")) yield* checkSheet(context, sheet);
  }
};
