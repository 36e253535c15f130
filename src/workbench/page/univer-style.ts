/**
 * A cell's format in Univer's terms and back. What Univer cannot say (locking, line kinds by Excel's names) rides along in the
 * cell's own `custom` field.
 */
import {
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  type IBorderData,
  type IBorderStyleData,
  type IStyleData,
  type ITextDecoration,
  type Nullable,
  TextDecoration,
  VerticalAlign,
  WrapStrategy,
} from "@univerjs/core";
import { type Border, type CellStyle, type Edge, PLAIN } from "../grid/grid";

const HORIZONTAL: readonly (readonly [string, HorizontalAlign])[] = [
  ["Left", HorizontalAlign.LEFT],
  ["Center", HorizontalAlign.CENTER],
  ["Right", HorizontalAlign.RIGHT],
  ["Justify", HorizontalAlign.JUSTIFIED],
  ["Distributed", HorizontalAlign.DISTRIBUTED],
  ["CenterAcrossSelection", HorizontalAlign.CENTER],
  ["General", HorizontalAlign.UNSPECIFIED],
];
const VERTICAL: readonly (readonly [string, VerticalAlign])[] = [
  ["Top", VerticalAlign.TOP],
  ["Center", VerticalAlign.MIDDLE],
  ["Bottom", VerticalAlign.BOTTOM],
];
const EDGES: readonly (readonly [Edge, "t" | "b" | "l" | "r"])[] = [
  ["EdgeTop", "t"],
  ["EdgeBottom", "b"],
  ["EdgeLeft", "l"],
  ["EdgeRight", "r"],
];
const LINES: readonly (readonly [style: string, weight: string, line: BorderStyleTypes])[] = [
  ["Continuous", "Thin", BorderStyleTypes.THIN],
  ["Continuous", "Hairline", BorderStyleTypes.HAIR],
  ["Continuous", "Medium", BorderStyleTypes.MEDIUM],
  ["Continuous", "Thick", BorderStyleTypes.THICK],
  ["Dash", "Thin", BorderStyleTypes.DASHED],
  ["Dot", "Thin", BorderStyleTypes.DOTTED],
  ["Double", "Thick", BorderStyleTypes.DOUBLE],
];

const flag = (isSet: boolean): BooleanNumber => (isSet ? BooleanNumber.TRUE : BooleanNumber.FALSE);
const isOn = (value: Nullable<BooleanNumber>): boolean => value === BooleanNumber.TRUE;

const lineOf = ({ style, weight }: Border): BorderStyleTypes =>
  (LINES.find((line) => line[0] === style && line[1] === weight) ?? LINES.find((line) => line[0] === style))?.[2] ?? BorderStyleTypes.THIN;

function borderOf(data: IBorderStyleData): Border {
  const [style, weight] = LINES.find((line) => line[2] === data.s) ?? ["Continuous", "Thin"];
  return { style, weight, color: (data.cl.rgb ?? "#000000").toUpperCase() };
}

function bordersToUniver(borders: CellStyle["borders"]): IBorderData {
  const data: IBorderData = {};
  for (const [edge, key] of EDGES) {
    const border = borders[edge];
    if (border !== undefined) data[key] = border.style === "None" ? null : { s: lineOf(border), cl: { rgb: border.color } };
  }
  return data;
}

function bordersFromUniver(data: Nullable<IBorderData>): CellStyle["borders"] {
  const borders: Partial<Record<Edge, Border>> = {};
  for (const [edge, key] of EDGES) {
    const line = data?.[key];
    if (line !== undefined && line !== null) borders[edge] = borderOf(line);
  }
  return borders;
}

const underlineOf = (underline: string): ITextDecoration => ({
  s: flag(underline !== "None"),
  t: underline.startsWith("Double") ? TextDecoration.DOUBLE : TextDecoration.SINGLE,
});

/** The parts of a format that were given, as Univer's style. */
export function toUniver(change: Partial<CellStyle>): IStyleData {
  const style: IStyleData = {};
  if (change.fill !== undefined) style.bg = change.fill === null ? null : { rgb: change.fill };
  if (change.fontColor !== undefined) style.cl = { rgb: change.fontColor };
  if (change.fontName !== undefined) style.ff = change.fontName;
  if (change.fontSize !== undefined) style.fs = change.fontSize;
  if (change.bold !== undefined) style.bl = flag(change.bold);
  if (change.italic !== undefined) style.it = flag(change.italic);
  if (change.underline !== undefined) style.ul = underlineOf(change.underline);
  if (change.strikethrough !== undefined) style.st = { s: flag(change.strikethrough) };
  if (change.wrapText !== undefined) style.tb = change.wrapText ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW;
  if (change.numberFormat !== undefined) style.n = { pattern: change.numberFormat };
  const horizontal = HORIZONTAL.find(([name]) => name === change.horizontalAlignment);
  const vertical = VERTICAL.find(([name]) => name === change.verticalAlignment);
  if (horizontal !== undefined) style.ht = horizontal[1];
  if (vertical !== undefined) style.vt = vertical[1];
  if (change.borders !== undefined) style.bd = bordersToUniver(change.borders);
  return style;
}

const underlineName = (kind: TextDecoration | undefined): string => (kind === TextDecoration.DOUBLE ? "Double" : "Single");

const fontOf = (style: IStyleData): Partial<CellStyle> => ({
  fontColor: (style.cl?.rgb ?? PLAIN.fontColor).toUpperCase(),
  fontName: style.ff ?? PLAIN.fontName,
  fontSize: style.fs ?? PLAIN.fontSize,
  bold: isOn(style.bl),
  italic: isOn(style.it),
  underline: isOn(style.ul?.s) ? underlineName(style.ul?.t) : "None",
  strikethrough: isOn(style.st?.s),
});

/** @param custom what rides along with the cell (see `carried`). */
export function fromUniver(style: Nullable<IStyleData>, custom: Nullable<Record<string, unknown>>): CellStyle {
  if (style === undefined || style === null) return { ...PLAIN, ...carriedBack(custom) };
  return {
    ...PLAIN,
    ...fontOf(style),
    fill: style.bg?.rgb?.toUpperCase() ?? null,
    numberFormat: style.n?.pattern ?? PLAIN.numberFormat,
    wrapText: style.tb === WrapStrategy.WRAP,
    horizontalAlignment: HORIZONTAL.find(([, align]) => align === style.ht)?.[0] ?? PLAIN.horizontalAlignment,
    verticalAlignment: VERTICAL.find(([, align]) => align === style.vt)?.[0] ?? PLAIN.verticalAlignment,
    borders: bordersFromUniver(style.bd),
    ...carriedBack(custom),
  };
}

/** What Univer's style has no word for; undefined where nothing of that kind is given. */
export function carried(change: Partial<CellStyle>): Record<string, unknown> | undefined {
  const entries = Object.entries(change).filter(([name]) => ["locked", "formulaHidden", "indentLevel", "shrinkToFit"].includes(name));
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

const carriedBack = (custom: Nullable<Record<string, unknown>>): Partial<CellStyle> => ({
  locked: custom?.["locked"] !== false,
  formulaHidden: custom?.["formulaHidden"] === true,
  shrinkToFit: custom?.["shrinkToFit"] === true,
  indentLevel: typeof custom?.["indentLevel"] === "number" ? custom["indentLevel"] : 0,
});
