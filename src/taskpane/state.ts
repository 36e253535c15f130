/**
 * All that the pane shows, as data. Views read it, actions change it; nothing else of the pane remembers anything that
 * matters after a redraw.
 */
import type { Finding, Fix, Report, Settings } from "../check/report";
import type { ChangePlan, Refused } from "../excel/changes";
import type { MarkCount } from "../excel/host";
import type { Pack } from "../policy/schema";
import type { Workbook } from "../table/workbook";
import type { TextId } from "./texts";

/** A text of the pane, or words that another part of the house has already put together. */
export type Said = { readonly id: TextId; readonly values?: Readonly<Record<string, string | number>> } | { readonly words: string };

/** What is running. Only one thing runs at a time; a second request waits for the clerk to ask again. */
export type Task =
  | { readonly kind: "idle" }
  | { readonly kind: "reading" | "judging"; readonly done: number; readonly total: number; readonly sheet: string }
  | { readonly kind: "writing" };

/** How the last check ended. A cancelled or failed one leaves the earlier result on the screen. */
export type Ending = { readonly kind: "none" | "done" | "cancelled" } | { readonly kind: "failed"; readonly says: Said };

/** What changed since the check before. */
export interface News {
  readonly fresh: ReadonlySet<string>;
  readonly solved: number;
  readonly same: number;
}

/** A finished check with what it was made from. */
export interface Checked {
  readonly report: Report;
  /** The policies that were applied. */
  readonly packs: readonly Pack[];
  readonly workbook: Workbook;
  readonly at: Date;
  /** Null at the first check of this workbook. */
  readonly news: News | null;
}

/** What can be done to the clerk's own cells. */
export type ChangeAction = "fix" | "freeze" | "restore" | "repair";

export interface ChangeQuestion {
  readonly kind: "change";
  readonly action: ChangeAction;
  readonly plan: ChangePlan;
  /** What is to be fixed; empty for the other actions. */
  readonly fixes: readonly Fix[];
}

/** A question that stands before a write; the answer is 继续 or 取消. */
export type Question =
  | { readonly kind: "mark"; readonly cells: number }
  | { readonly kind: "clear" | "report" }
  | ChangeQuestion
  /** Some cells of a step were changed again since: take them back all the same? */
  | { readonly kind: "overwrite"; readonly step: string; readonly spots: readonly Refused[] }
  | { readonly kind: "copy"; readonly maskIds: boolean }
  | { readonly kind: "unhide"; readonly finding: Finding };

export interface Notice {
  readonly tone: "success" | "warning" | "error" | "info";
  readonly says: Said;
  /** What 撤销 takes back. */
  readonly undo?: { readonly kind: "marks" } | { readonly kind: "step"; readonly step: string };
  /** Cells that were left alone, and why. */
  readonly refused?: readonly Refused[];
}

export interface PaneState {
  /** "none": a plain browser in which no file was opened yet. */
  readonly place: "excel" | "file" | "none";
  readonly fileName: string;
  readonly settings: Settings;
  /** Empty until the library is loaded. */
  readonly policies: readonly Pack[];
  readonly task: Task;
  readonly ending: Ending;
  readonly checked: Checked | null;
  /** The cells that carry our marks; null where marks are off. */
  readonly marks: MarkCount | null;
  readonly question: Question | null;
  readonly notice: Notice | null;
  /** Sheets edited since the last check began. */
  readonly edited: readonly string[];
}

export const noSettings: Settings = { mapping: {}, readings: {}, explanations: {} };

export const atRest: PaneState = {
  place: "none",
  fileName: "",
  settings: noSettings,
  policies: [],
  task: { kind: "idle" },
  ending: { kind: "none" },
  checked: null,
  marks: null,
  question: null,
  notice: null,
  edited: [],
};
