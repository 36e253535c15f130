/**
 * The report of a check: what was recognised, what was found, and the verdict. Plain data, the same for the pane,
 * the ribbon, the command line (which prints it as JSON) and the report sheet.
 */
import type { Clause, TableKind } from "../policy/schema";
import type { BlockFigures, CreditFigures, PassCount } from "./statistics";

export type Level = "logic" | "experience" | "unknown" | "info";

export type Verdict = "可上报" | "需说明" | "不可上报" | "未能检查";

/** A certain correction of one cell: what stands there, what to write. */
export interface Fix {
  readonly kind: "number" | "date" | "name" | "text";
  readonly sheet: string;
  readonly cell: string;
  readonly from: string | number;
  readonly to: string | number;
  /** The number format to set with it (a date needs one). */
  readonly format?: string;
}

/** 为什么?, in words. */
export interface Reasons {
  readonly read: readonly { readonly label: string; readonly value: string }[];
  readonly steps: readonly string[];
  readonly conclusion: string;
  readonly readings: readonly { readonly question: string; readonly chosen: string }[];
}

export interface Finding {
  readonly code: string;
  readonly level: Level;
  /** The rule's id, or null where no rule of a policy is meant (a text number, a formula). */
  readonly rule: string | null;
  readonly sheet: string;
  /** The cell to change, A1; of a block of hidden rows the name of its first record. "" where the finding is about the file. */
  readonly cell: string;
  /** The person or school. */
  readonly subject: string | null;
  readonly value: string | number | null;
  readonly expected: string | number | null;
  /** What is wrong and what to do, in the clerk's language. */
  readonly message: string;
  readonly clause: Clause | null;
  readonly fix?: Fix;
  readonly reasons?: Reasons;
  /** Stable over edits elsewhere: explanations are kept by it. */
  readonly key: string;
  readonly explanation?: Explanation;
  /** The other cell, where two sheets disagree. */
  readonly other?: { readonly sheet: string; readonly cell: string };
}

/** 说明 that a clerk gave for a finding. */
export interface Explanation {
  readonly text: string;
  readonly by: string;
  readonly at: string;
}

export interface RecognisedTable {
  readonly sheet: string;
  readonly kind: TableKind;
  readonly header: string;
  readonly body: string;
  readonly rows: number;
  /** Column key → column letter. */
  readonly columns: Readonly<Record<string, string>>;
  /** Headers that were not recognised or not surely: the clerk is asked. */
  readonly unsure: readonly { readonly column: string; readonly header: string; readonly guess: string | null }[];
  readonly policy: string;
}

/** What came out under one policy, for the head of a written report. */
export interface ReportedResults {
  /** The policy's short name, and the day from which its text holds where it is known. */
  readonly policy: string;
  readonly version: string | null;
  readonly persons: number;
  readonly waived: number;
  readonly passes: readonly PassCount[];
  readonly credits: CreditFigures | null;
  readonly hours: readonly BlockFigures[];
}

export interface ReportSummary {
  /** Who hands the workbook in, as far as it says. */
  readonly units: readonly string[];
  readonly moreUnits: boolean;
  readonly results: readonly ReportedResults[];
}

/** The report that was written last: when, and of which data. */
export interface LastReport {
  readonly fingerprint: string;
  readonly at: string;
}

/** Two policies that fit a workbook about equally well: the one it was judged by, and another. */
export interface Rival {
  readonly applied: PolicyName;
  readonly other: PolicyName;
}

export interface PolicyName {
  readonly id: string;
  readonly name: string;
}

export interface Report {
  readonly file: string;
  readonly verdict: Verdict;
  /** The ids of the packs applied. */
  readonly policies: readonly string[];
  /** Another policy that fits about as well as the one applied, which nobody chose: the clerk is asked. */
  readonly rival?: Rival;
  readonly tables: readonly RecognisedTable[];
  readonly findings: readonly Finding[];
  /** Why nothing could be checked; null otherwise. */
  readonly problem: string | null;
  /** The readings in force that differ from a pack's own, or all that mattered. */
  readonly readings: readonly { readonly rule: string; readonly reading: string; readonly question: string; readonly chosen: string }[];
  /** SHA-256 over the checked cells, to see later whether the data changed. */
  readonly fingerprint: string;
  /** Pass and credit statistics, where they were added for writing the report down. */
  readonly summary?: ReportSummary;
}

/** Findings of the last check that say the same of several cells: each cell with the person, the words, and what its key adds. */
export interface KeptGroup {
  readonly level: Level;
  readonly code: string;
  readonly rule: string | null;
  readonly sheet: string;
  /** [cell, subject ("" = none), message, end of the key beyond what these say] */
  readonly cells: readonly (readonly [string, string, string, string])[];
}

/** What the last check found, short enough to be remembered: the pane goes on from it when the workbook is opened again. */
export interface LastCheck {
  readonly at: string;
  readonly verdict: Verdict;
  readonly policies: readonly string[];
  readonly fingerprint: string;
  /** Of all findings, also of those that are not kept. */
  readonly counts: Readonly<Record<Level, number>>;
  readonly tables: number;
  readonly rows: number;
  readonly locale: "zh-CN" | "en-US";
  readonly groups: readonly KeptGroup[];
}

/** What a clerk keeps in a workbook, read from its settings part. */
export interface Settings {
  readonly policy?: string;
  /** Mapping corrections: sheet name → column letter → column key, or "" for "not to be read". */
  readonly mapping: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** `${rule id}/${reading id}` → option. */
  readonly readings: Readonly<Record<string, string>>;
  /** Finding key → 说明. */
  readonly explanations: Readonly<Record<string, Explanation>>;
  readonly lastReport?: LastReport;
  /** Where several rule sheets hold one policy: the policy's id → the sheet in force. */
  readonly ruleSheets?: Readonly<Record<string, string>>;
}

export interface CheckOptions {
  /** The day on which the check is made, YYYY-MM-DD (date.future needs one). */
  readonly asOf: string;
  readonly settings?: Settings;
  readonly locale?: "zh-CN" | "en-US";
}

/** Where a long check stands: sheets read of all sheets. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly sheet: string;
}
