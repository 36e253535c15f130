/**
 * An opened workbook in parcels, so that it can come from a worker: plain values and arrays of numbers, which are handed over without
 * being copied, each small enough to be taken in between two frames. Packing stands in `packing.ts`, unpacking in `received.ts`.
 */
import type { FileProblemId } from "./problem";
import type { ListTable, SheetVisibility, WorkbookOrigin } from "../table/workbook";

/** What is known of a sheet beside its cells. Areas and runs are flat lists of numbers. */
export interface SheetParcel {
  readonly name: string;
  readonly visibility: SheetVisibility;
  readonly isProtected: boolean;
  readonly tables: readonly ListTable[];
  readonly rowCount: number;
  readonly columnCount: number;
  /** top, left, bottom, right of each. */
  readonly merges: Int32Array<ArrayBuffer>;
  /** First and last of each run. */
  readonly hiddenRows: Int32Array<ArrayBuffer>;
  readonly hiddenColumns: Int32Array<ArrayBuffer>;
}

export interface BookParcel {
  readonly kind: "book";
  readonly name: string;
  readonly origin: WorkbookOrigin;
  readonly date1904: boolean;
  readonly settingsXml: string | null;
  readonly ownSheets: number;
  readonly sheets: readonly SheetParcel[];
}

export const BLANK = 0;
export const NUMBER = 1;
export const TEXT = 2;
export const TRUTH = 3;
export const ERROR = 4;

/** The cells of some rows, cell after cell. Texts are numbers of the list of texts, which grows with each parcel; 0 stands for none. */
export interface CellParcel {
  readonly kind: "cells";
  readonly sheet: number;
  /** The first row. */
  readonly top: number;
  /** Where the cells of each row begin, and at last where those of the last one end. */
  readonly starts: Uint32Array<ArrayBuffer>;
  readonly columns: Uint16Array<ArrayBuffer>;
  readonly kinds: Uint8Array<ArrayBuffer>;
  /** The number, the text or error code as a number of the list, 1 for true. */
  readonly values: Float64Array<ArrayBuffer>;
  readonly formulas: Uint32Array<ArrayBuffer>;
  /** Number formats other than General. */
  readonly formats: Uint32Array<ArrayBuffer>;
  /** The text as the cell shows it, where that is not the value itself. */
  readonly shown: Uint32Array<ArrayBuffer>;
  /** What the list of texts gains. */
  readonly texts: readonly string[];
}

export interface EndParcel {
  readonly kind: "end";
}

/** The file cannot be opened. */
export interface ProblemParcel {
  readonly kind: "problem";
  readonly id: FileProblemId;
  readonly values: Readonly<Record<string, string | number>>;
}

/** Something else went wrong: a fault of ours. */
export interface FaultParcel {
  readonly kind: "fault";
  readonly says: string;
}

export type Parcel = BookParcel | CellParcel | EndParcel | ProblemParcel | FaultParcel;

/** What is asked of the worker. */
export interface Order {
  readonly name: string;
  readonly bytes: ArrayBuffer;
}

/** The arrays of a parcel that can be handed over. */
export function arraysOf(parcel: Parcel): ArrayBuffer[] {
  if (parcel.kind === "book") {
    return parcel.sheets.flatMap(({ merges, hiddenRows, hiddenColumns }) => [merges.buffer, hiddenRows.buffer, hiddenColumns.buffer]);
  }
  if (parcel.kind !== "cells") return [];
  const { starts, columns, kinds, values, formulas, formats, shown } = parcel;
  return [starts, columns, kinds, values, formulas, formats, shown].map((array) => array.buffer);
}
