/**
 * The lists of values behind the drop-downs: short ones stand in the validation itself, others (long, or with a comma or
 * quotation mark) on a sheet of their own.
 */
import type { Workbook } from "exceljs";
import { columnLetters } from "../../table/address";
import { plainText } from "./safe-text";

/** Excel takes at most this much text inside a validation. */
const LONGEST_INLINE = 255;

export class ChoiceLists {
  private readonly columns: (readonly string[])[] = [];

  constructor(private readonly sheet: string) {}

  /** What the validation's formula is for these values. */
  formulaFor(values: readonly string[]): string {
    const plain = values.map(plainText);
    const inline = plain.join(",");
    if (inline.length <= LONGEST_INLINE - 2 && plain.every((value) => !/[,"]/.test(value))) return `"${inline}"`;
    const key = JSON.stringify(plain);
    const known = this.columns.findIndex((column) => JSON.stringify(column) === key);
    const index = known >= 0 ? known : this.columns.push(plain) - 1;
    const letter = columnLetters(index);
    return `'${this.sheet}'!$${letter}$1:$${letter}$${plain.length}`;
  }

  /** Writes the sheet of lists, hidden; none where every list is short. */
  write(workbook: Workbook): void {
    if (this.columns.length === 0) return;
    const sheet = workbook.addWorksheet(this.sheet, { state: "hidden" });
    this.columns.forEach((values, column) => {
      values.forEach((value, row) => {
        sheet.getCell(row + 1, column + 1).value = value;
      });
    });
  }
}
