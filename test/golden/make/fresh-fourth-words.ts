/** What the forms of the fourth hand share: their shape, the packs' names, the keys of the rubrics, ID numbers with right check digits. */
import type { FileKind } from "./book";
import { checkDigit } from "./people";

export interface FourthForm {
  readonly policy: string;
  readonly asOf?: string;
  readonly kind?: FileKind;
  /** By code: letters of the columns whose cell in the same row would be as right (DESIGN leaves the cell open). */
  readonly also?: Readonly<Record<string, string>>;
  /** By `表!A1`: other cells as right. */
  readonly alsoAt?: Readonly<Record<string, readonly string[]>>;
  /** `code 表!A1` or `code 表`: may come or not. */
  readonly may?: readonly string[];
  readonly lines: string;
}

export const lanxi = "lanxi-2024-autumn";
export const zhaoqing = "zhaoqing-annual";
export const yueyang = "yueyang-school-based";
export const xiangxi = "xiangxi-growth-plan";

export function idOf(region: string, birth: string, order: string): string {
  const first = `${region}${birth}${order}`;
  return first + checkDigit(first);
}

/** A woman's (or man's) number that ends in X. */
export function xIdOf(region: string, birth: string, isMan = false): string {
  const orders = Array.from({ length: 200 }, (_, index) => String(index * 2 + (isMan ? 1 : 0)).padStart(3, "0"));
  return orders.map((order) => idOf(region, birth, order)).find((id) => id.endsWith("X")) ?? "";
}
