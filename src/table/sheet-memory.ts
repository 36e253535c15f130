/**
 * What was worked out about a sheet, kept as long as the sheet object is: a sheet that was not read again is not worked
 * out again. Only where all that it was worked out from is still the same.
 */
import type { Sheet } from "./workbook";

interface Kept<T> {
  readonly basis: readonly unknown[];
  readonly value: T;
}

export class SheetMemory<T> {
  private readonly kept = new WeakMap<Sheet, Kept<T>>();

  /** The value made before from the same basis (compared one by one), or null. */
  get(sheet: Sheet, basis: readonly unknown[]): T | null {
    const known = this.kept.get(sheet);
    const isSame = known?.basis.length === basis.length && known.basis.every((each, at) => each === basis[at]);
    return known !== undefined && isSame ? known.value : null;
  }

  set(sheet: Sheet, basis: readonly unknown[], value: T): T {
    this.kept.set(sheet, { basis, value });
    return value;
  }
}
