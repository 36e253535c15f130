/**
 * A table of the workbook as 公式 needs it: its columns with letter and header, and the rows that hold records. Made of what
 * the check recognised, or of an area that the clerk named. Pure; nothing is judged.
 */
import type { Pack, TableKind } from "../../policy/schema";
import { columnLetters } from "../../table/address";
import { statisticOf } from "../../table/rowwords";
import type { ColumnKey, Table } from "../../table/table";
import type { Area, Sheet } from "../../table/workbook";

export interface TableColumn {
  readonly index: number;
  readonly letter: string;
  /** As the form writes it; "" where nothing stands there. */
  readonly header: string;
  readonly key: ColumnKey | null;
  readonly counts: "times" | "points" | null;
  /** A full score in the header: 平均分（60分）. */
  readonly points: number | null;
}

export interface FormulaTable {
  /** Tells it from the other tables, also after the next check. */
  readonly id: string;
  readonly sheet: Sheet;
  /** Null where the clerk named the area. */
  readonly kind: TableKind | null;
  readonly pack: Pack | null;
  readonly header: Area;
  /** The rows of records, top to bottom; at least one. */
  readonly rows: readonly number[];
  /** The last row of the table, summary rows included. */
  readonly last: number;
  readonly columns: readonly TableColumn[];
}

/** Whether nothing stands between the records: no subtotal, no repeated header, no blank row. */
export function isUnbroken({ rows }: FormulaTable): boolean {
  const [first = 0] = rows;
  return (rows.at(-1) ?? first) - first + 1 === rows.length;
}

export function tableFrom(table: Table): FormulaTable | null {
  const rows = table.rows.flatMap(({ row, kind }) => (kind === "record" ? [row] : []));
  if (rows.length === 0) return null;
  const { sheet, kind, pack, header } = table;
  return {
    id: JSON.stringify([sheet.name, header.top, header.left]),
    sheet,
    kind,
    pack,
    header,
    rows,
    last: Math.max(...table.rows.slice(-1).map(({ row }) => row), rows.at(-1) ?? 0),
    columns: table.columns.map(({ index, header: text, key, counts, points }) => ({
      index,
      letter: columnLetters(index),
      header: text,
      key,
      counts,
      points,
    })),
  };
}

function isSummary(sheet: Sheet, row: number, area: Area): boolean {
  for (let column = area.left; column <= Math.min(area.right, area.left + 2); column += 1) {
    const value = sheet.value(row, column);
    if (typeof value === "string" && statisticOf(value) !== null) return true;
  }
  return false;
}

function isBlankRow(sheet: Sheet, row: number, area: Area): boolean {
  for (let column = area.left; column <= area.right; column += 1) if (sheet.value(row, column) !== null) return false;
  return true;
}

/** A table out of an area whose first row is its header; null where no record stands below. */
export function tableInArea(sheet: Sheet, named: Area): FormulaTable | null {
  const area = { ...named, bottom: Math.min(named.bottom, sheet.rowCount - 1), right: Math.min(named.right, sheet.columnCount - 1) };
  const rows: number[] = [];
  for (let row = area.top + 1; row <= area.bottom; row += 1)
    if (!isBlankRow(sheet, row, area) && !isSummary(sheet, row, area)) rows.push(row);
  if (rows.length === 0) return null;
  const columns = Array.from({ length: area.right - area.left + 1 }, (_, beside): TableColumn => {
    const index = area.left + beside;
    const header = sheet.text(area.top, index).replace(/\s+/g, "");
    return { index, letter: columnLetters(index), header, key: null, counts: null, points: null };
  });
  const header = { ...area, bottom: area.top };
  return {
    id: JSON.stringify([sheet.name, area.top, area.left, area.right]),
    sheet,
    kind: null,
    pack: null,
    header,
    rows,
    last: area.bottom,
    columns,
  };
}
