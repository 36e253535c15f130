/** Property tests: forms composed at random are read back exactly. */
import fc from "fast-check";
import { areaA1, columnLetters } from "../../src/table/address";
import { readTables } from "../../src/table/read";
import type { Table } from "../../src/table/table";
import { oneTable, twoBelow, twoBeside, type Answer, type Specimen } from "./generator";
import { workbookOf } from "./sheet";

function said(table: Table): Answer {
  return {
    kind: table.kind,
    header: areaA1(table.header),
    body: areaA1(table.body),
    records: table.rows.flatMap((row) => (row.kind === "record" ? row.row : [])),
    columns: Object.fromEntries(table.columns.map((column) => [columnLetters(column.index), column.key ?? `? ${column.header}`])),
  };
}

function byPlace(a: Answer, b: Answer): number {
  return a.header.localeCompare(b.header);
}

function reads(specimen: Specimen): void {
  const { tables } = readTables(workbookOf(specimen.sheet), specimen.packs);
  try {
    expect(tables.map(said).sort(byPlace)).toEqual([...specimen.answers].sort(byPlace));
  } catch (difference) {
    throw new Error(`${specimen.drawing}\n${String(difference)}`);
  }
}

const runs = 50;

test("a form made at random is read as it was made", () => {
  fc.assert(fc.property(oneTable, reads), { numRuns: runs });
});

test("two forms below each other are two tables", () => {
  fc.assert(fc.property(twoBelow, reads), { numRuns: runs });
});

test("two forms side by side are two tables", () => {
  fc.assert(fc.property(twoBeside, reads), { numRuns: runs });
});
