/**
 * A rule sheet before it stands in a workbook: what each cell holds, its format and its list of choices. How a worksheet
 * is made of it is the business of `src/excel` and `src/files`.
 */
import type { CellValue } from "../../values/cell";
import type { Column } from "./layout";

/** Text is written as text (@), so that no program takes a name for a formula or a date. */
export type CellFormat = "@" | "General" | "0.####%";

export interface PlanCell {
  readonly value: string | number;
  readonly format: CellFormat;
  /** The list of choices that the cell offers; other values stay allowed. */
  readonly choices?: readonly string[];
}

/** title and hint stand above the header, heading above the rules of one section of the document, detail rows below the rule they belong to. */
export type PlanRowRole = "title" | "hint" | "header" | "heading" | "rule" | "detail";

export interface PlanRow {
  readonly role: PlanRowRole;
  /** One for each column of the plan; null is blank. */
  readonly cells: readonly (PlanCell | null)[];
}

export interface SheetPlan {
  readonly sheetName: string;
  readonly columns: readonly { readonly key: Column; readonly header: string; readonly width: number }[];
  /** The row of the headers, counted from 0: to be frozen with what stands above it. */
  readonly headerRow: number;
  readonly rows: readonly PlanRow[];
  /** Where a clerk adds rules below the last row: the column of the kinds and what it offers. */
  readonly kindColumn: number;
  readonly kindChoices: readonly string[];
}

/** The values of a plan as they would be read back from a sheet. */
export function valuesOf(plan: SheetPlan): CellValue[][] {
  return plan.rows.map((row) => row.cells.map((cell) => cell?.value ?? null));
}
