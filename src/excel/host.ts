/**
 * What the pane and the ribbon may ask of the place where the workbook lives: Excel (the other files of this folder) or,
 * without Excel, an opened file that can only be read. No Office.js type leaves this folder.
 */
import type { Finding, Report, Settings } from "../check/report";
import type { Pack } from "../policy/schema";
import type { Workbook } from "../table/workbook";
import type { Changes } from "./changes";
import type { Formulas } from "./formulas";
import type { Message } from "../values/message";

/** A failure that the clerk can do something about; its message says what. */
export class HostFailure extends Error {
  constructor(
    readonly says: Message,
    override readonly cause?: unknown,
  ) {
    super(says.id);
    this.name = "HostFailure";
  }
}

/** What a marking will do or did: number of cells in all and of those marked (a bound may leave some out). */
export interface MarkCount {
  readonly cells: number;
  readonly marked: number;
  /** Sheets whose findings could not be marked, because they are protected or no longer there. */
  readonly left?: readonly { readonly sheet: string; readonly why: "protected" | "gone" }[];
}

export interface ReadProgress {
  readonly done: number;
  readonly total: number;
  readonly sheet: string;
}

export type EditedBy = "clerk" | "others";

export interface Host {
  readonly kind: "excel" | "file";
  /** The file's name as the clerk knows it. */
  name(): Promise<string>;
  /** Where the file lies, which tells it from others of its name; "" where it was never saved. Absent where that cannot be known. */
  readonly address?: () => string;
  /** How many cells the sheets use, without reading them; absent where reading costs nothing. */
  size?(): Promise<number>;
  /**
   * Reads all sheets; rejects with HostFailure, or with the signal's reason when cancelled. A sheet that surely is as it was at the last
   * reading may be the same object as then, unless `everything` is to be read anew.
   */
  read(progress: (at: ReadProgress) => void, signal: AbortSignal, everything?: boolean): Promise<Workbook>;
  /** Selects a cell or range; a hidden sheet is shown only where `unhide` is set, else HostFailure "host.sheet-hidden". */
  select(sheet: string, cell: string, unhide?: boolean): Promise<void>;
  loadSettings(): Promise<Settings | null>;
  saveSettings(settings: Settings): Promise<void>;
  mark(findings: readonly Finding[]): Promise<MarkCount>;
  /** Removes all our marks, also those of an earlier session; gives the number removed. */
  clearMarks(): Promise<number>;
  /** Writes the sheet 检查报告 (replacing an earlier one of ours) and gives its name. */
  writeReport(report: Report): Promise<string>;
  /** Writes a policy as a sheet 考核规则 (an earlier one stays) and gives its name; absent where the workbook can only be read. */
  writeRuleSheet?(pack: Pack): Promise<string>;
  /** Tells of edits by the clerk or co-authors, with the sheet's name; gives the way to stop listening. */
  onChanged(listener: (sheet: string, by?: EditedBy) => void): Promise<() => Promise<void>>;
  /** Writing into cells, and taking it back; absent where the workbook can only be read. */
  readonly changes?: Changes;
  /** The selected cell, and writing formulas; absent where there is no Excel. */
  readonly formulas?: Formulas;
}
