/** What a reading says, in the short form in which the tests write their answers. */
import { areaA1, columnLetters } from "../../src/table/address";
import { readTables, type Mapping } from "../../src/table/read";
import type { Table } from "../../src/table/table";
import type { Sheet } from "../../src/table/workbook";
import type { Pack } from "../../src/policy/schema";
import { lanxiPack, zhaoqingPack } from "./packs";
import { workbookOf } from "./sheet";

export function tablesOf(sheet: Sheet, packs: readonly Pack[] = [lanxiPack, zhaoqingPack], mapping: Mapping = {}): readonly Table[] {
  return readTables(workbookOf(sheet), packs, { mapping }).tables;
}

/** The columns as "A:number B:name C:?" (a column without key is a question mark). */
export function columnsOf(table: Table | undefined): string {
  return (table?.columns ?? [])
    .map((column) => `${columnLetters(column.index)}:${column.key ?? (column.ignored === true ? "-" : "?")}`)
    .join(" ");
}

/** "teacher-assessment A3:K4 A5:K48 44": kind, header, body, number of records. */
export function placeOf(table: Table | undefined): string {
  if (table === undefined) return "no table";
  const records = table.rows.filter((row) => row.kind === "record").length;
  return `${table.kind} ${areaA1(table.header)} ${areaA1(table.body)} ${records}`;
}

/** Rows that are no records, as "7 total, 8 average" (rows as Excel counts them). */
export function otherRowsOf(table: Table | undefined): string {
  return (table?.rows ?? []).flatMap((row) => (row.kind === "record" ? [] : `${row.row + 1} ${row.kind}`)).join(", ");
}
