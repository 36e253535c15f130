/**
 * All that the pane shows, as data. Views read it, actions change it; nothing else of the pane remembers anything that
 * matters after a redraw.
 */
import type { Finding, Fix, LastCheck, RecognisedTable, Report, Rival, Settings } from "../check/report";
import type { ChangePlan, Refused } from "../excel/changes";
import type { Insertion } from "../excel/formulas";
import type { MarkCount } from "../excel/host";
import type { Pack } from "../policy/schema";
import type { Workbook } from "../table/workbook";
import { noFilter, type Filter } from "./findings/filter";
import type { Tab } from "./shell/places";
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
  /** Findings of the check before that are no more. */
  readonly solved: readonly Finding[];
  readonly same: number;
  /** When the check before was made, where that was before the workbook was opened this time. */
  readonly since?: string;
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
  /** How many sheets were read anew; absent where all were. */
  readonly reread?: { readonly read: number; readonly of: number };
}

/** The result of the last check before the workbook was closed: shown until a new one is made, and said to be old. */
export interface Earlier {
  readonly last: LastCheck;
  readonly findings: readonly Finding[];
  readonly packs: readonly Pack[];
}

/** What the workbook was seen to hold when it was opened, before any check. */
export type Recognition =
  | { readonly kind: "none" | "looking" | "empty" }
  /** Too large to look at unasked. */
  | { readonly kind: "too-large" }
  | {
      readonly kind: "seen";
      readonly tables: readonly RecognisedTable[];
      readonly packs: readonly Pack[];
      /** Another policy fits about as well. */
      readonly rival?: Rival | undefined;
      readonly workbook: Workbook;
    };

/** An edit since the last check began. */
export interface Edit {
  readonly sheet: string;
  readonly by: "clerk" | "others";
  /** While the check was running: what was read before it is old. */
  readonly during: boolean;
}

/** A 说明 that is being written and not yet kept. */
export interface Draft {
  readonly text: string;
  readonly by: string;
  /** Just opened: the form takes the focus once. */
  readonly isNew?: boolean;
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

/** A formula to be written. */
export interface InsertQuestion {
  readonly kind: "insert";
  readonly plan: ChangePlan;
  readonly insertion: Insertion;
  /** What will be written where, in words; the first formula; further lines. */
  readonly words: string;
  readonly formula: string;
  readonly more: readonly string[];
}

/** A question that stands before a write; the answer is 继续 or 取消. */
export type Question =
  | { readonly kind: "mark"; readonly cells: number }
  | { readonly kind: "clear" | "report" }
  | ChangeQuestion
  | InsertQuestion
  /** Some cells of a step were changed again since: take them back all the same? */
  | { readonly kind: "overwrite"; readonly step: string; readonly spots: readonly Refused[] }
  | { readonly kind: "copy"; readonly maskIds: boolean }
  | { readonly kind: "unhide"; readonly finding: Finding };

export interface Notice {
  readonly tone: "success" | "warning" | "error" | "info";
  readonly says: Said;
  /** What 撤销 takes back. */
  readonly undo?:
    | { readonly kind: "marks" }
    | { readonly kind: "step"; readonly step: string }
    | { readonly kind: "mapping"; readonly before: Settings["mapping"] };
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
  /** Those in rule sheets of the workbook, as it was last read; they go before the others. */
  readonly own: readonly Pack[];
  readonly task: Task;
  readonly ending: Ending;
  readonly checked: Checked | null;
  /** The cells that carry our marks; null where marks are off. */
  readonly marks: MarkCount | null;
  readonly question: Question | null;
  readonly notice: Notice | null;
  /** Edits since the last check began, each sheet once. */
  readonly edited: readonly Edit[];
  /** Null where there is none, or a check was made since. */
  readonly earlier: Earlier | null;
  readonly recognition: Recognition;
  /** Columns remembered from other workbooks of the same form, to be used here where the clerk says so. */
  readonly offer: Settings["mapping"] | null;
  /** Where the clerk is. */
  readonly tab: Tab;
  readonly filter: Filter;
  /** By the key of the finding (of the first, for a group). */
  readonly drafts: Readonly<Record<string, Draft>>;
}

export const noSettings: Settings = { mapping: {}, readings: {}, explanations: {} };

export const atRest: PaneState = {
  place: "none",
  fileName: "",
  settings: noSettings,
  policies: [],
  own: [],
  task: { kind: "idle" },
  ending: { kind: "none" },
  checked: null,
  marks: null,
  question: null,
  notice: null,
  edited: [],
  earlier: null,
  recognition: { kind: "none" },
  offer: null,
  tab: "check",
  filter: noFilter,
  drafts: {},
};
