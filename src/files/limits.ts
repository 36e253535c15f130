/**
 * How much of a file is read at most. A clerk's largest workbooks (100,000 rows × 20 columns) take half of each bound, also where a program left the file unpacked;
 * whatever is beyond is refused before it takes memory.
 */

export interface Limits {
  /** Bytes of the file itself. */
  readonly fileBytes: number;
  /** Bytes of all parts of a zipped workbook that are read, once unpacked. */
  readonly unpackedBytes: number;
  /** Cells that hold something, in all sheets. */
  readonly cells: number;
  /** Parts of a zipped workbook. */
  readonly parts: number;
}

const MEGABYTE = 1024 * 1024;

export const LIMITS: Limits = {
  fileBytes: 128 * MEGABYTE,
  unpackedBytes: 256 * MEGABYTE,
  cells: 4_000_000,
  parts: 10_000,
};

export function megabytes(bytes: number): number {
  return Math.ceil(bytes / MEGABYTE);
}
