/** The unit that the numbers of a column are of: by its header, else by what the column is (天数, 学时). Null where none is known. */
import type { Rule } from "../policy/schema";
import type { Column, Table } from "../table/table";
import { isMeasure } from "../values/measure";
import { columnOf } from "../table/records";
import words from "./words.json";

const ofKey: Readonly<Record<string, string>> = words.unitOf;
const inHours: ReadonlySet<string> = new Set(words.hoursKeys);

function ofRule(rule: Rule | undefined, { pack }: Table): string | null {
  if (rule?.kind === "evidence") return rule.unit;
  return rule?.kind === "hours" || rule?.kind === "cycle" || rule?.kind === "grant" ? pack.unit : null;
}

/** 认定学分 beside 培训学时 is of the unit that it names, whatever the policy counts in. */
function ofHours({ pack }: Table, { header }: Column): string {
  return words.hoursUnits.find((unit) => header.includes(unit)) ?? pack.unit;
}

function ofColumn(table: Table, column: Column, key: string): string | null {
  if (column.unit !== null && isMeasure(column.unit)) return column.unit;
  if (inHours.has(key) && (key !== "total" || table.kind.startsWith("hours"))) return ofHours(table, column);
  return (
    ofKey[key] ??
    ofRule(
      table.pack.rules.find(({ id }) => id === key),
      table,
    )
  );
}

export function unitOf(table: Table, key: string): string | null {
  const column = columnOf(table, key);
  return column ? ofColumn(table, column, key) : null;
}
