/**
 * What the conditional formats add to the look of one cell. Only rules that look at the cell itself, or at nothing, are
 * decided; the others are kept in the workbook, but not drawn.
 */
import type { IStyleData } from "@univerjs/core";
import type { ConditionalFormat } from "../book";
import { isInside } from "../grid/area";
import { asRecord } from "../protocol/arguments";
import { toUniver } from "./univer-style";

const COMPARISONS: Readonly<Record<string, (value: number, one: number, two: number) => boolean>> = {
  LessThan: (value, one) => value < one,
  LessThanOrEqual: (value, one) => value <= one,
  GreaterThan: (value, one) => value > one,
  GreaterThanOrEqual: (value, one) => value >= one,
  EqualTo: (value, one) => value === one,
  NotEqualTo: (value, one) => value !== one,
  Between: (value, one, two) => value >= one && value <= two,
  NotBetween: (value, one, two) => value < one || value > two,
};

/** A formula without texts and without anything that could be a reference is the same for every cell. */
const isConstant = (formula: string): boolean => !/\$?[A-Za-z]{1,3}\$?\d|[一-鿿]|!/.test(formula.replaceAll(/"[^"]*"/g, ""));

/** The only constant formulas that matter here: the length of a text compared with 0, and TRUE. */
const isTrue = (formula: string): boolean => /^=\s*(TRUE|1|LEN\("[^"]+"\)\s*>\s*0)\s*$/i.test(formula);

const numberIn = (formula: unknown): number => (typeof formula === "string" ? Number(formula.replace(/^=/, "")) : Number(formula));

const textField = (format: ConditionalFormat, name: string): string | undefined => {
  const value = format.fields.get(name);
  return typeof value === "string" && value !== "" ? value : undefined;
};

function holds(format: ConditionalFormat, value: unknown): boolean {
  if (format.type === "Custom") {
    const formula = textField(format, "Rule.Formula") ?? "";
    return isConstant(formula) && isTrue(formula);
  }
  if (format.type !== "CellValue" || typeof value !== "number") return false;
  const rule = asRecord(format.fields.get("Rule") ?? {});
  const compare = COMPARISONS[String(rule["operator"])];
  return compare?.(value, numberIn(rule["formula1"]), numberIn(rule["formula2"])) ?? false;
}

function lookOf(format: ConditionalFormat): IStyleData {
  const fill = textField(format, "Format.Fill.Color");
  const fontColor = textField(format, "Format.Font.Color");
  const underline = textField(format, "Format.Font.Underline") ?? "None";
  return toUniver({
    ...(underline === "None" ? {} : { underline }),
    ...(fill === undefined ? {} : { fill }),
    ...(fontColor === undefined ? {} : { fontColor }),
    ...(format.fields.get("Format.Font.Bold") === true ? { bold: true } : {}),
    ...(format.fields.get("Format.Font.Italic") === true ? { italic: true } : {}),
    ...(format.fields.get("Format.Font.Strikethrough") === true ? { strikethrough: true } : {}),
  });
}

/** What the conditional formats add to a cell's look: the first has the last word, and may stop the rest. */
export function lookFrom(formats: readonly ConditionalFormat[], row: number, column: number, value: unknown): IStyleData | undefined {
  let look: IStyleData | undefined;
  for (const format of formats) {
    if (!format.areas.some((area) => isInside(area, row, column)) || !holds(format, value)) continue;
    look = { ...lookOf(format), ...look };
    if (format.stopIfTrue) break;
  }
  return look;
}
