/** How a text is handed to a cell so that it stays a text, whatever it begins with or looks like. Only this lives here. */

/** With the apostrophe Excel takes what follows as it stands: no formula, no number, no date. */
export function asTyped(text: string): string {
  return text === "" ? "" : `'${text}`;
}
