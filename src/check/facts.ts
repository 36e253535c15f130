/** What is known of a person: sex, age on the day that matters, role, subject; from the record, its ID number, or the roster. */
import type { Person } from "../rules/who";
import { toNumber } from "../values/exact";
import { civilDate, daysInMonth } from "../values/calendar";
import { ageOn, ofIso, type CivilDate } from "../values/date";
import { checkId } from "../values/id";
import { roleIn } from "./assessments";
import type { CheckContext, Sheet } from "./context";
import type { Entry } from "./record";

/**
 * The days on which the person may have been born: one where the day is known, the first and the last of the month or year
 * where only that is (1975年3月, 1975年), none where nothing is said.
 */
export function birthsIn(entry: Entry): readonly CivilDate[] {
  const date = entry.date("birth");
  if (date.kind === "date") return [date.date];
  const id = checkId(entry.cell("id")?.value ?? null);
  if (id.kind === "valid") return [id.birth];
  if (date.kind === "between") return [date.from, date.to];
  if (date.kind !== "month") return [];
  const { year, month } = date;
  return [1, daysInMonth(year, month)].flatMap((day) => civilDate(year, month, day) ?? []);
}

/** The age on a day, where it is the same on whichever of the days the person was born. */
function ageOf(births: readonly CivilDate[], day: CivilDate): number | null {
  const [age, other = age] = births.map((birth) => ageOn(birth, day));
  return age === other ? (age ?? null) : null;
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
  const births = birthsIn(entry);
  const subject = entry.text("subject");
  return {
    sex: sexIn(entry),
    age: births.length > 0 ? ageOf(births, day) : ageIn(entry),
    role: roleIn(context, entry),
    subject: subject === "" ? null : subject,
  };
}
