/**
 * What the pane may ask to be changed in the clerk's cells, and what it is told: previews, results, the change ledger.
 * Types only; fixes.ts, ledger.ts, freeze.ts and copy.ts fulfil them.
 */
import type { Fix } from "../check/report";
import type { Dropped, Left } from "./submission-parts";

/** A cell, and what would happen or has happened to it, as the clerk reads it: 原值 → 新值. */
export interface CellChange {
  readonly sheet: string;
  readonly cell: string;
  readonly from: string;
  readonly to: string;
}

/**
 * Why a cell is left alone: the sheet is protected; the cell holds a formula; it no longer holds what was expected; its
 * sheet is gone; it shows an error value, or its value is still being computed; something stands in it where a formula should
 * go; it is part of a merged area.
 */
export type WhyNot = "protected" | "formula" | "changed" | "gone" | "error" | "pending" | "occupied" | "merged";

export interface Refused {
  readonly sheet: string;
  readonly cell: string;
  readonly why: WhyNot;
  /** What stands there now. */
  readonly now: string;
}

/** What will be written, before it is. */
export interface ChangePlan {
  readonly changes: readonly CellChange[];
  readonly refused: readonly Refused[];
}

export interface ChangeResult {
  /** The step by which it is taken back; null where nothing was written. */
  readonly step: string | null;
  readonly done: number;
  readonly refused: readonly Refused[];
}

/** One action of the past that can be taken back, as 改动记录 lists it. */
export interface Step {
  readonly step: string;
  readonly action: "fix" | "repair" | "restore" | "freeze" | "formula";
  readonly at: string;
  readonly changes: readonly CellChange[];
}

export interface Spot {
  readonly sheet: string;
  readonly cell: string;
}

export interface CopyResult {
  /** Formulas turned into values in the copy. */
  readonly formulas: number;
  /** Cells and notes in which an identity number was masked. */
  readonly masked: number;
  /** What the workbook had and the copy has not: links to other workbooks, pivot tables (as values), macros, queries. */
  readonly dropped?: readonly Dropped[];
  /** What is in the copy and is no value of a cell, so that the clerk looks at it. */
  readonly left?: readonly Left[];
}

/** Writing into the clerk's cells: every member says first (preview) or tells after what was and was not done. */
export interface Changes {
  previewFixes(fixes: readonly Fix[]): Promise<ChangePlan>;
  applyFixes(fixes: readonly Fix[]): Promise<ChangeResult>;
  /** The change ledger, latest first. */
  steps(): Promise<readonly Step[]>;
  /** 撤销: a whole step, or some of its cells; cells changed since are refused unless `evenChanged`. */
  takeBack(step: string, only?: readonly Spot[], evenChanged?: boolean): Promise<ChangeResult>;
  /** Forgets a step without touching a cell: it can then no longer be taken back. Makes room in the ledger. */
  forget(step: string): Promise<void>;
  /** 转为数值. */
  previewFreeze(signal: AbortSignal): Promise<ChangePlan>;
  freeze(signal: AbortSignal): Promise<ChangeResult>;
  /** 恢复公式: everything that was turned into values and still stands as it was. */
  previewRestore(): Promise<ChangePlan>;
  restore(): Promise<ChangeResult>;
  /** 修复 #NAME?. */
  previewRepair(signal: AbortSignal): Promise<ChangePlan>;
  repair(signal: AbortSignal): Promise<ChangeResult>;
  /** 导出上报副本: opens a copy with values only as a new workbook. */
  exportCopy(options: { readonly maskIds: boolean }): Promise<CopyResult>;
}
