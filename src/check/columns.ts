/** What a column of a table holds as a whole, looked at once however many records ask for it. */
import type { Sheet } from "./context";
import type { Entry } from "./record";

/** A question about a column that is answered once a sheet. */
export function onceAColumn<T>(answer: (sheet: Sheet, key: string) => T): (sheet: Sheet, key: string) => T {
  const known = new WeakMap<Sheet, Map<string, T>>();
  return (sheet, key) => {
    const own = known.get(sheet) ?? new Map<string, T>();
    known.set(sheet, own);
    const found = own.get(key);
    if (found !== undefined) return found;
    const fresh = answer(sheet, key);
    own.set(key, fresh);
    return fresh;
  };
}

const some = (sheet: Sheet, holds: (entry: Entry) => boolean): boolean => sheet.records.some(holds);

/** The column is filled in for somebody, so that a blank is a gap and not a form still to be filled in. */
export const isFilledIn = onceAColumn((sheet, key) => some(sheet, (entry) => entry.text(key) !== ""));

export const hasNumbers = onceAColumn((sheet, key) => some(sheet, (entry) => entry.number(key).kind === "number"));
