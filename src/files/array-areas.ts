/** The areas of a sheet's array formulas (spills too), looked up by cell: a table may have one in each of its rows. */
import type { Area } from "../table/workbook";

/** Areas of more rows are few, and looked through one by one. */
const TALL = 64;
const MOST_TALL = 500;

function holds(area: Area, row: number, column: number): boolean {
  return area.top <= row && row <= area.bottom && area.left <= column && column <= area.right;
}

export class ArrayAreas {
  private readonly tall: Area[] = [];
  private readonly byRow = new Map<number, Area[]>();

  add(area: Area): void {
    if (area.bottom - area.top < TALL) {
      for (let row = area.top; row <= area.bottom; row += 1) this.inRow(row).push(area);
    } else if (this.tall.length < MOST_TALL) this.tall.push(area);
  }

  private inRow(row: number): Area[] {
    const known = this.byRow.get(row);
    if (known !== undefined) return known;
    const areas: Area[] = [];
    this.byRow.set(row, areas);
    return areas;
  }

  /** The area that covers a cell. */
  over(row: number, column: number): Area | undefined {
    return (this.byRow.get(row) ?? []).find((area) => holds(area, row, column)) ?? this.tall.find((area) => holds(area, row, column));
  }
}

export const NO_ARRAYS = new ArrayAreas();
