/** A fingerprint of the checked data, so that a later check can tell whether it was changed since the report. */
import { sha256 } from "@noble/hashes/sha2";
import { bytesToHex } from "@noble/hashes/utils";
import type { Table } from "../table/table";
import { CellError, type CellValue } from "../values/cell";

const encoder = new TextEncoder();
/** So many rows are taken together. */
const batch = 256;

/** Kind and content, so that the text "1" and the number 1 differ. */
function written(value: CellValue): string {
  if (value === null) return "";
  return value instanceof CellError ? `e${value.code}` : `${(typeof value).charAt(0)}${String(value)}`;
}

/** SHA-256 over sheet, column and value of every cell of the records, as 64 hexadecimal digits; in short steps. */
export function* fingerprintSteps(tables: readonly Table[]): Generator<void, string> {
  const hash = sha256.create();
  for (const table of tables) {
    const columns = table.columns.filter((column) => column.key !== null);
    hash.update(encoder.encode(`${table.sheet.name}\u0000${columns.map((column) => column.key ?? "").join("\u0001")}\u0000`));
    let some = "";
    for (const [index, { row, kind }] of table.rows.entries()) {
      if (kind === "record") some += `${columns.map((column) => written(table.sheet.value(row, column.index))).join("\u0001")}\u0000`;
      if (index % batch !== batch - 1) continue;
      hash.update(encoder.encode(some));
      some = "";
      yield;
    }
    hash.update(encoder.encode(some));
  }
  return bytesToHex(hash.digest());
}
