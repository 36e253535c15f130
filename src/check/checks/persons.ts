/** Names and ID numbers: person.name-space, person.id-invalid, person.id-precision, person.duplicate, person.same-name. */
import { checkId, maskId } from "../../values/id";
import { readName } from "../../values/name";
import type { TableKind } from "../../policy/schema";
import { eachRecord, type Check, type CheckContext, type Sheet } from "../context";
import { personOf, type PersonKey } from "../people";
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

function sameNameFound(context: CheckContext, entry: Entry, before: Seen, person: PersonKey): void {
  const differ = before.person.id !== null && person.id !== null;
  const values = { subject: entry.subject, row: before.entry.row + 1 };
  const code = differ ? "person.same-name" : "person.duplicate";
  context.findings.add({ code, at: entry.place, subject: entry.subject, says: { id: code, values }, other: before.entry.place });
}

class Register {
  private readonly byId = new Map<string, Seen>();
  private readonly byName = new Map<string, Seen>();

  constructor(private readonly context: CheckContext) {}

  enter(entry: Entry): void {
    const person = personOf(entry);
    if (!person) return;
    const slot = `${person.name}|${person.school}`;
    const sameId = person.id === null ? undefined : this.byId.get(person.id);
    const sameName = this.byName.get(slot);
    if (sameId) sameIdFound(this.context, entry, sameId, person);
    else if (sameName) sameNameFound(this.context, entry, sameName, person);
    if (person.id !== null && !sameId) this.byId.set(person.id, { entry, person });
    if (!sameName) this.byName.set(slot, { entry, person });
  }
}

function* checkSheet(context: CheckContext, sheet: Sheet): Generator<void, void> {
  const register = oncePerPerson.has(sheet.table.kind) ? new Register(context) : null;
  yield* eachRecord(sheet, (entry) => {
    judgeName(context, entry);
    judgeId(context, entry);
    register?.enter(entry);
  });
}

export const persons: Check = function* (context) {
  for (const sheet of context.sheets) {
    if (sheet.table.columns.some((column) => column.key === "name")) yield* checkSheet(context, sheet);
  }
};
