/** New papers that the pane may ask Excel for: a template opened as a new workbook, the sheets of slips and statistics. Only puts them together. */
import type { Slip } from "../check/slips";
import type { Statistics } from "../check/statistics";
import { openNewWorkbook } from "./new-workbook";
import { writeSlips } from "./slips";
import { writeStatistics } from "./statistics-sheet";

export interface Papers {
  /** Opens a file's bytes as a new workbook. */
  openNewWorkbook(bytes: Uint8Array): Promise<void>;
  /** Writes the sheet 学时证明 and gives its name. */
  writeSlips(slips: readonly Slip[]): Promise<string>;
  /** Writes the sheet 统计 with charts and gives its name. */
  writeStatistics(statistics: Statistics): Promise<string>;
}

export const excelPapers: Papers = { openNewWorkbook, writeSlips: (slips) => writeSlips(slips), writeStatistics };
