/**
 * Tables printed beside each other, each with its own title and header at its own height: the sheet cut along its empty
 * columns, each strip read as a sheet of its own. Where the headers stand on the same rows `beside.ts` divides them.
 */
import { isBlankValue, type Grid } from "./grid";

export interface Strip {
  readonly left: number;
  readonly right: number;
}

/** So many rows show whether a column is empty. */
const rowsLookedAt = 60;
const mostStrips = 6;
const narrowest = 2;

/** The runs of columns between empty ones; none where the sheet is one run, or one of them is a single column. */
export function stripsOf(grid: Grid): readonly Strip[] {
  const rows = Math.min(rowsLookedAt, grid.rowCount);
  const isEmpty = (column: number): boolean => {
    for (let row = 0; row < rows; row++) if (!grid.isBlank(row, column)) return false;
    return true;
  };
  const strips: Strip[] = [];
  let left: number | null = null;
  for (let column = 0; column <= grid.columnCount; column++) {
    const isFilled = column < grid.columnCount && !isEmpty(column);
    if (isFilled) left ??= column;
    else if (left !== null) {
      strips.push({ left, right: column - 1 });
      left = null;
    }
  }
  const areTables = strips.length >= 2 && strips.length <= mostStrips && strips.every((strip) => strip.right - strip.left + 1 >= narrowest);
  return areTables ? strips : [];
}

/** The grid as if only one strip stood in it; a title merged over several strips is in each. */
export function within(grid: Grid, { left, right }: Strip): Grid {
  const isInside = (row: number, column: number): boolean => {
    if (column >= left && column <= right) return true;
    const merge = grid.mergeAt(row, column);
    return merge !== null && merge.right >= left && merge.left <= right;
  };
  const value: Grid["value"] = (row, column) => (isInside(row, column) ? grid.value(row, column) : null);
  return {
    ...grid,
    columnCount: Math.min(grid.columnCount, right + 1),
    value,
    mergeAt: (row, column) => (isInside(row, column) ? grid.mergeAt(row, column) : null),
    resolved: (row, column) => (isInside(row, column) ? grid.resolved(row, column) : null),
    textAt: (row, column) => (isInside(row, column) ? grid.textAt(row, column) : ""),
    isBlank: (row, column) => isBlankValue(value(row, column)),
  };
}
