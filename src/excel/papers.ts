/** New papers that the pane may ask Excel for: a template opened as a new workbook, the sheet of slips. Only puts them together. */
import type { Slip } from "../check/slips";
import { openNewWorkbook } from "./new-workbook";
import { writeSlips } from "./slips";

export interface Papers {
  /** Opens a file's bytes as a new workbook. */
  openNewWorkbook(bytes: Uint8Array): Promise<void>;
  /** Writes the sheet 学时证明 and gives its name. */
  writeSlips(slips: readonly Slip[]): Promise<string>;
}

export const excelPapers: Papers = { openNewWorkbook, writeSlips: (slips) => writeSlips(slips) };
