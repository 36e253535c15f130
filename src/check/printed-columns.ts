/** The columns of a table as other programs are told of them: the common fields of the design, and rules by their ids. */
import type { RecognisedTable } from "./report";
import fields from "./printed-columns.json";

const common: ReadonlySet<string> = new Set(fields);

/** Fields that only our own reading knows (年龄, 电话) are left out; ids of rules have a dot. */
export function printedColumns({ columns }: RecognisedTable): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(columns).filter(([key]) => common.has(key) || key.includes(".")));
}
