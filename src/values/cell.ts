/**
 * What one cell of a workbook can hold, whoever read it (Excel, a file, a function's argument).
 * Only these types live here; reading a meaning out of them is the business of the other files of this folder.
 */

/** Excel's error values as they are shown in a cell. */
const errorCodes = [
  "#NULL!",
  "#DIV/0!",
  "#VALUE!",
  "#REF!",
  "#NAME?",
  "#NUM!",
  "#N/A",
  "#GETTING_DATA",
  "#SPILL!",
  "#CALC!",
  "#BUSY!",
  "#CONNECT!",
  "#BLOCKED!",
  "#FIELD!",
  "#UNKNOWN!",
] as const;

export type CellErrorCode = (typeof errorCodes)[number];

const known: ReadonlySet<unknown> = new Set(errorCodes);

/** Whether a text is the name of an error value. */
export function isErrorCode(text: unknown): text is CellErrorCode {
  return known.has(text);
}

/** An error value; a class of its own so that the text "#N/A" typed by a clerk is not mistaken for one. */
export class CellError {
  constructor(readonly code: CellErrorCode) {}
}

/** A cell's value: blank is null, a date is the serial number that Excel holds. */
export type CellValue = null | string | number | boolean | CellError;
