/** The same form in another workbook: known by its headers, so that a mapping confirmed once can be used again. */
import type { Table } from "./table";
import { bare } from "./wording";

/** Kind and header texts in one line; spaces, brackets and letter case make no difference. */
export function formSignature(table: Table): string {
  return [table.kind, ...table.columns.map((column) => bare(column.header))].join("|");
}
