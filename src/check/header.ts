/** Where a finding about a column stands: the header cell with its text (of a merged header, its top-left cell). */
import type { ColumnKey, Table } from "../table/table";
import type { Place } from "./findings";

function textCell(table: Table, row: number, column: number): Place {
  const merge = table.sheet.merges.find((area) => row >= area.top && row <= area.bottom && column >= area.left && column <= area.right);
  return { sheet: table.sheet.name, row: merge?.top ?? row, column: merge?.left ?? column };
}

/** The header cell of a column; where the table has no such column, the header's first cell. */
export function headerPlace(table: Table, key: ColumnKey | null): Place {
  const column = table.columns.find((candidate) => key !== null && candidate.key === key);
  if (!column) return textCell(table, table.header.top, table.header.left);
  const blank = table.sheet.value(column.headerRow, column.index) === null;
  return textCell(table, blank ? table.header.top : column.headerRow, column.index);
}
