/** The order to Excel out of what the clerk chose: cells, formulas, headers, and what was seen of the table. Pure. */
import type { Insertion } from "../../excel/formulas";
import { a1, areaA1 } from "../../table/address";
import type { Area, Sheet } from "../../table/workbook";
import type { CellValue } from "../../values/cell";
import type { Form } from "./choices";
import { formulaText, type Wanted } from "./formula";
import type { Place } from "./place";
import type { FormulaTable } from "./tables";

function valuesIn(sheet: Sheet, area: Area): CellValue[][] {
  return Array.from({ length: area.bottom - area.top + 1 }, (_r, down) =>
    Array.from({ length: area.right - area.left + 1 }, (_c, beside) => sheet.value(area.top + down, area.left + beside)),
  );
}

function seenIn(sheet: Sheet, area: Area) {
  return { area: areaA1(area), values: valuesIn(sheet, area) };
}

/** The column by which the clerk tells the rows apart: names, else schools, else the table's second column. */
export function subjectColumn({ columns, header }: FormulaTable): number {
  const named = ["name", "school", "project", "place"].flatMap((key) => columns.find((column) => column.key === key) ?? []);
  return named[0]?.index ?? Math.min(header.left + 1, header.right);
}

export interface Writing {
  readonly wanted: Wanted;
  readonly table: FormulaTable;
  readonly place: Place;
  readonly form: Form;
  /** The texts of the columns' headers. */
  readonly headers: readonly string[];
}

/** The formula of the first cell, as it is shown before it is written. */
export function firstFormula({ wanted, table, form, headers }: Omit<Writing, "place">): string {
  const [first = 0] = table.rows;
  const last = table.rows.at(-1) ?? first;
  if (form === "spill") return formulaText(wanted, { first, last });
  return formulaText(wanted, { first, last: first }, headers.length > 1 ? 1 : null);
}

function cells({ wanted, table, place, form, headers }: Writing): Insertion["formulas"] {
  const [first = 0] = table.rows;
  if (form === "spill") {
    return [{ cell: a1(first, place.column), formula: formulaText(wanted, { first, last: table.rows.at(-1) ?? first }) }];
  }
  return table.rows.flatMap((row) =>
    headers.map((_, beside) => ({
      cell: a1(row, place.column + beside),
      formula: formulaText(wanted, { first: row, last: row }, headers.length > 1 ? beside + 1 : null),
    })),
  );
}

/** All that Excel needs to write it, and to notice that the table is another by then. */
export function insertionOf(writing: Writing): Insertion {
  const { table, place, form, headers } = writing;
  const { sheet, header, rows } = table;
  const [first = 0] = rows;
  const last = rows.at(-1) ?? first;
  const subject = subjectColumn(table);
  return {
    sheet: sheet.name,
    formulas: cells(writing),
    headers: place.isNew
      ? headers.flatMap((text, beside) => (text === "" ? [] : [{ cell: a1(header.bottom, place.column + beside), text }]))
      : [],
    area: areaA1({ top: first, left: place.column, bottom: last, right: place.column + headers.length - 1 }),
    spills: form === "spill",
    seen: [seenIn(sheet, header), seenIn(sheet, { top: first, left: subject, bottom: last, right: subject })],
  };
}

/** One formula in one cell, beside no table in particular. */
export function singleInsertion(wanted: Wanted, sheet: Sheet, cell: string): Insertion {
  const formula = formulaText(wanted, { first: 0, last: 0 });
  return { sheet: sheet.name, formulas: [{ cell, formula }], headers: [], area: cell, spills: false, seen: [] };
}
