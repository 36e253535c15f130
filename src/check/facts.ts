/** What is known of a person: sex, age on the day that matters, role, subject; from the record, its ID number, or the roster. */
import type { Person } from "../rules/who";
import { toNumber } from "../values/exact";
import { ageOn, ofIso, type CivilDate } from "../values/date";
import { checkId } from "../values/id";
import { roleIn } from "./assessments";
import type { CheckContext, Sheet } from "./context";
import type { Entry } from "./record";

export function birthIn(entry: Entry): CivilDate | null {
  const date = entry.date("birth");
  if (date.kind === "date") return date.date;
  const id = checkId(entry.cell("id")?.value ?? null);
  return id.kind === "valid" ? id.birth : null;
}

export function sexIn(entry: Entry): string | null {
  const written = entry.text("sex");
  if (written !== "") return written;
  const id = checkId(entry.cell("id")?.value ?? null);
  return id.kind === "valid" ? id.sex : null;
}

/** The age that a record states, in full years; used where neither a birth date nor an ID number says it. */
function ageIn(entry: Entry): number | null {
  const state = entry.number("age");
  return state.kind === "number" ? Math.floor(toNumber(state.amount)) : null;
}

/** The person of a record, aged on the policy's day, else on the day of the check. */
export function personIn(context: CheckContext, sheet: Sheet, entry: Entry): Person {
  const { referenceDate } = sheet.judging.pack;
  const day = (referenceDate === undefined ? null : ofIso(referenceDate)) ?? context.asOf;
  const birth = birthIn(entry);
  const subject = entry.text("subject");
  return {
    sex: sexIn(entry),
    age: birth ? ageOn(birth, day) : ageIn(entry),
    role: roleIn(context, entry),
    subject: subject === "" ? null : subject,
  };
}
