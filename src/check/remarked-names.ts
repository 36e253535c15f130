/**
 * Names with a remark (王芳（支教）, 王芳*) are the same person as without it on another sheet, unless two people of one sheet
 * would become one (王芳（大） and 王芳（小）). Looked at once a workbook, before persons are compared.
 */
import type { TableKind } from "../policy/schema";
import { cellAt, columnOf } from "../table/records";
import type { Table } from "../table/table";
import { nameKey, withoutRemark } from "../values/name";

/** Tables with many rows a person: 王芳 and 王芳（支教） in one of them are one. */
const manyRows: ReadonlySet<TableKind> = new Set<TableKind>(["hours-log", "observation"]);

/** The names of a table that have a remark or are one's without it: 王芳 → 王芳, 王芳（支教）. */
function variantsIn(table: Table): Map<string, Set<string>> {
  const variants = new Map<string, Set<string>>();
  const column = columnOf(table, "name");
  if (!column) return variants;
  for (const { row, kind } of table.rows) {
    const { value } = cellAt(table.sheet, row, column.index);
    if (kind !== "record" || typeof value !== "string") continue;
    const key = nameKey(withoutRemark(value).name);
    const known = variants.get(key);
    if (known) known.add(nameKey(value));
    else variants.set(key, new Set([nameKey(value)]));
  }
  return variants;
}

function areTwo(table: Table, name: string, written: ReadonlySet<string>): boolean {
  const asOne = manyRows.has(table.kind) ? [...written].filter((each) => each !== name) : [...written];
  return asOne.length > 1;
}

export class RemarkedNames {
  private readonly shared: ReadonlySet<string>;

  constructor(tables: readonly Table[]) {
    this.shared = new Set(
      tables.flatMap((table) => [...variantsIn(table)].flatMap(([name, written]) => (areTwo(table, name, written) ? [name] : []))),
    );
  }

  /** The key by which a written name is compared: without its remark, where that tells nobody apart. */
  keyOf(text: string): string {
    const key = nameKey(withoutRemark(text).name);
    return this.shared.has(key) ? nameKey(text) : key;
  }
}
