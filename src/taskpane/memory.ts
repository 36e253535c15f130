/**
 * What this computer remembers between workbooks, in the browser's own store: where the clerk was, the forms whose
 * columns were once confirmed, and the last results of a few workbooks (identity numbers masked). It may be missing or full: then nothing is remembered, and nothing breaks.
 */
export interface Memory {
  /** Null where nothing is remembered under the name. */
  read(name: string): string | null;
  write(name: string, text: string): void;
}

/** Longer texts are not kept: the store is shared with others. */
const LONGEST = 250_000;

/** `partition` keeps workbooks opened from different places apart, as Office asks of add-ins on the web. */
export function browserMemory(partition: string | undefined): Memory {
  const slot = (name: string): string => `${partition ?? ""}kaohe.${name}`;
  return {
    read(name) {
      try {
        const text = window.localStorage.getItem(slot(name));
        return text === null || text.length > LONGEST ? null : text;
      } catch {
        return null;
      }
    },
    write(name, text) {
      if (text.length > LONGEST) return;
      try {
        window.localStorage.setItem(slot(name), text);
      } catch {
        // Storage is off or full: the clerk loses a convenience, nothing else.
        return;
      }
    },
  };
}
