/**
 * What 公式 may ask of Excel: which cell is selected and what stands in it, the values that a formula refers to, and the writing
 * of a formula. Types only; selected-cell.ts and formula-insert.ts fulfil them.
 */
import type { CellValue } from "../values/cell";
import type { ChangePlan, ChangeResult } from "./changes";

/** A spill that the selected cell belongs to: where its formula stands and how far it goes. */
export interface SpillAround {
  readonly cell: string;
  readonly formula: string;
  readonly area: string;
}

export interface SelectedCell {
  readonly sheet: string;
  readonly cell: string;
  /** Null where it holds none of its own. */
  readonly formula: string | null;
  readonly value: CellValue;
  /** As the cell shows it. */
  readonly shown: string;
  readonly spill: SpillAround | null;
}

export interface SelectedArea {
  readonly sheet: string;
  readonly area: string;
}

/** A formula to be written, or one for each row. */
export interface Insertion {
  readonly sheet: string;
  readonly formulas: readonly { readonly cell: string; readonly formula: string }[];
  /** Headers of new columns; each is a text whatever it begins with. */
  readonly headers: readonly { readonly cell: string; readonly text: string }[];
  /** Where the results will stand. */
  readonly area: string;
  /** One formula fills the whole area: all of it must be blank. */
  readonly spills: boolean;
  /** What the clerk saw of the table when the formula was made; where it stands no more, nothing is written. */
  readonly seen: readonly { readonly area: string; readonly values: readonly (readonly CellValue[])[] }[];
}

export interface FormulaCount {
  /** Cells whose formula speaks of KAOHE; a spill counts once. */
  readonly all: number;
  /** Those that show #NAME?. */
  readonly unnamed: number;
}

export interface Formulas {
  /** Whether this Excel spills arrays. */
  readonly canSpill: boolean;
  selectedCell(): Promise<SelectedCell>;
  selectedArea(): Promise<SelectedArea>;
  /** Tells whenever another cell is selected; gives the way to stop listening. */
  onSelected(listener: () => void): Promise<() => Promise<void>>;
  /** The values of areas, in their order; null where a sheet is gone or an area too large to be looked at. */
  read(areas: readonly SelectedArea[]): Promise<readonly (readonly (readonly CellValue[])[] | null)[]>;
  /** What would be written, and which cells stand in its way. */
  preview(insertion: Insertion): Promise<ChangePlan>;
  insert(insertion: Insertion): Promise<ChangeResult>;
  count(signal: AbortSignal): Promise<FormulaCount>;
}
