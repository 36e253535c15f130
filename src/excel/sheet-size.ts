/** How large a sheet may be that we read through: beyond it there are strays far outside its table. Only this lives here. */
import { HostFailure } from "./host";

const MOST_CELLS = 6_000_000;

/** Rejects a used range (rows and columns counted from A1 for the message) that is too large, naming the sheet. */
export function refuseHuge(sheet: string, used: { rowIndex: number; columnIndex: number; rowCount: number; columnCount: number }): void {
  if (used.rowCount * used.columnCount <= MOST_CELLS) return;
  const [rows, columns] = [used.rowIndex + used.rowCount, used.columnIndex + used.columnCount];
  throw new HostFailure({ id: "host.sheet-too-large", values: { sheet, rows, columns } });
}
