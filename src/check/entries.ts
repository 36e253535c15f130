/**
 * The records of a table as the checks see them, one an entry. A log may name each person once and leave the rows below
 * blank: those carry on the person above.
 */
import type { TableKind } from "../policy/schema";
import { recordsOf, type TableRecord } from "../table/records";
import type { Table } from "../table/table";
import { Entry, type RecordContext } from "./record";

/** Tables in which a person may stand in several rows. */
const manyPerPerson: ReadonlySet<TableKind> = new Set<TableKind>(["hours-log", "observation"]);

/** Columns that say whose a row is. */
const ownKeys = ["name", "number", "id", "school"] as const;

function isBlankIn(record: TableRecord, key: string): boolean {
  const cell = record.cell(key);
  return cell === null || (cell.formula === null && (cell.value === null || (typeof cell.value === "string" && cell.value.trim() === "")));
}

function isNobodys(record: TableRecord): boolean {
  return ownKeys.every((key) => isBlankIn(record, key));
}

/** One blank name is a gap; several, or one where the row has no number either, are a way of writing. */
function carriesOn(table: Table, records: readonly TableRecord[]): boolean {
  const keys = table.columns.map((column) => column.key);
  if (!manyPerPerson.has(table.kind) || !keys.includes("name")) return false;
  const hasMore = ownKeys.some((key) => key !== "name" && keys.includes(key));
  const blanks = records.filter(isNobodys).length;
  return blanks > (hasMore ? 0 : 1);
}

export function entriesOf(table: Table, context: RecordContext): Entry[] {
  const records = recordsOf(table);
  const mayCarryOn = carriesOn(table, records);
  let last: Entry | null = null;
  return records.map((record) => {
    const above: Entry | null = mayCarryOn && last?.row === record.row - 1 && isNobodys(record) ? last : null;
    last = new Entry(table, record, context, above);
    return last;
  });
}
