/** A text file's only sheet: every cell is the text that stands there. */
import { extentOf, FramedSheet, type SheetFrame } from "./frame";
import type { Sheet } from "../table/workbook";
import type { CellValue } from "../values/cell";

export class TextSheet extends FramedSheet implements Sheet {
  readonly rowCount: number;
  readonly columnCount: number;

  constructor(
    frame: SheetFrame,
    private readonly rows: readonly (readonly string[])[],
  ) {
    super(frame);
    [this.rowCount, this.columnCount] = extentOf({
      rows: rows.length,
      columns: (row) => rows[row]?.length ?? 0,
      holds: (row, column) => this.text(row, column) !== "",
    });
  }

  columnsIn(row: number): number {
    return Math.min(this.rows[row]?.length ?? 0, this.columnCount);
  }

  value(row: number, column: number): CellValue {
    return this.text(row, column) || null;
  }

  formula(): null {
    return null;
  }

  text(row: number, column: number): string {
    return this.rows[row]?.[column] ?? "";
  }

  format(): string {
    return "General";
  }
}
