/** Dates of packs, and steps of a trace that are about dates. */
import { isoOf, ofIso, type CivilDate } from "../values/date";
import type { Message } from "../values/message";

/** A date as a pack writes it; the pack's schema has already seen to its shape. */
export function packDay(iso: string): CivilDate {
  const date = ofIso(iso);
  if (!date) throw new RangeError(`not a day: ${iso}`);
  return date;
}

/** Born, counted on, and the full years between. */
export function figuresOfDates(birth: CivilDate, day: CivilDate, age: number): Message {
  return { id: "step.age", values: { birth: isoOf(birth), day: isoOf(day), age } };
}
