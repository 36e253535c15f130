/**
 * Cell formats of an .xlsx: what each style number of styles.xml means, theme and indexed colours included.
 */
import { type Border, type CellStyle, type Edge, PLAIN } from "../grid/grid";
import { attribute, childOf, childrenOf, isSet, type Markup, numberOf } from "./markup";
import type { PackageParts } from "./package-parts";

/** Excel's default palette of indexed colours, from 8 on (0 to 7 are the same eight). */
const PALETTE = [
  "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080",
  "C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF",
  "800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC",
  "99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333",
].flatMap((line) => line.split(" "));
const THEME_ORDER = ["lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink"];

/** Lightens or darkens a colour as Excel's tint does (taken on each channel; Excel takes it on the lightness). */
function tinted(rgb: string, tint: number): string {
  const channels = [0, 2, 4].map((at) => Number.parseInt(rgb.slice(at, at + 2), 16));
  const shaded = channels.map((value) => Math.round(tint < 0 ? value * (1 + tint) : value + (255 - value) * tint));
  return shaded.map((value) => value.toString(16).padStart(2, "0").toUpperCase()).join("");
}

export type Colors = (element: Markup | undefined) => string | null;

/** Reader of colour elements (rgb, theme with tint, indexed); null where the colour is automatic. */
export function colorsOf(parts: PackageParts): Colors {
  const scheme = childOf(childOf(parts.markup("xl/theme/theme1.xml"), "themeElements"), "clrScheme");
  const theme = THEME_ORDER.map((name) => {
    const color = childOf(scheme, name)?.children[0];
    return color === undefined ? undefined : (attribute(color, "lastClr") ?? attribute(color, "val"));
  });
  return (element) => {
    if (element === undefined) return null;
    const rgb = attribute(element, "rgb");
    if (rgb !== undefined) return `#${rgb.slice(-6).toUpperCase()}`;
    const index = element.attributes.has("theme") ? theme[numberOf(element, "theme")] : indexed(element);
    return index === undefined ? null : `#${tinted(index, numberOf(element, "tint")).toUpperCase()}`;
  };
}

function indexed(element: Markup): string | undefined {
  const number = attribute(element, "indexed");
  if (number === undefined || Number(number) > 63) return undefined;
  return PALETTE[Number(number) < 8 ? Number(number) : Number(number) - 8];
}

const fillOf = (fill: Markup | undefined, colors: Colors): string | null => {
  const pattern = childOf(fill, "patternFill");
  const kind = pattern === undefined ? "none" : (attribute(pattern, "patternType") ?? "none");
  return kind === "none" || kind === "gray125" ? null : colors(childOf(pattern, "fgColor"));
};

/** A flag element such as <b/>: there, and not switched off. */
const flag = (element: Markup | undefined, name: string): boolean => {
  const child = childOf(element, name);
  return child !== undefined && attribute(child, "val") !== "0" && attribute(child, "val") !== "false";
};

function fontOf(font: Markup | undefined, colors: Colors): Partial<CellStyle> {
  const size = childOf(font, "sz");
  const name = childOf(font, "name");
  return {
    fontName: (name === undefined ? undefined : attribute(name, "val")) ?? PLAIN.fontName,
    fontSize: size === undefined ? PLAIN.fontSize : numberOf(size, "val"),
    fontColor: colors(childOf(font, "color")) ?? PLAIN.fontColor,
    bold: flag(font, "b"),
    italic: flag(font, "i"),
    underline: flag(font, "u") ? "Single" : "None",
    strikethrough: flag(font, "strike"),
  };
}

const SIDES: Readonly<Record<string, Edge>> = { top: "EdgeTop", bottom: "EdgeBottom", left: "EdgeLeft", right: "EdgeRight" };
const WEIGHTS: Readonly<Record<string, string>> = { hair: "Hairline", medium: "Medium", thick: "Thick" };
const LINES: Readonly<Record<string, string>> = { dashed: "Dash", dotted: "Dot", double: "Double" };

function bordersOf(element: Markup | undefined, colors: Colors): CellStyle["borders"] {
  const borders: Partial<Record<Edge, Border>> = {};
  for (const side of element?.children ?? []) {
    const edge = SIDES[side.name];
    const style = attribute(side, "style");
    if (edge === undefined || style === undefined || style === "none") continue;
    borders[edge] = {
      style: LINES[style] ?? "Continuous",
      weight: WEIGHTS[style] ?? "Thin",
      color: colors(childOf(side, "color")) ?? "#000000",
    };
  }
  return borders;
}

const worded = (word: string | undefined, otherwise: string): string =>
  word === undefined ? otherwise : word.slice(0, 1).toUpperCase() + word.slice(1);

function alignmentOf(xf: Markup): Partial<CellStyle> {
  const alignment = childOf(xf, "alignment");
  if (alignment === undefined) return { verticalAlignment: "Bottom" };
  return {
    horizontalAlignment: worded(attribute(alignment, "horizontal"), "General"),
    verticalAlignment: worded(attribute(alignment, "vertical"), "Bottom"),
    wrapText: isSet(alignment, "wrapText"),
    indentLevel: numberOf(alignment, "indent"),
    shrinkToFit: isSet(alignment, "shrinkToFit"),
  };
}

/** The formats by style number, without the number format (SheetJS gives that cell by cell). */
export function cellStylesOf(parts: PackageParts, colors: Colors): Partial<CellStyle>[] {
  const styles = parts.markup("xl/styles.xml");
  const fonts = childrenOf(childOf(styles, "fonts"), "font");
  const fills = childrenOf(childOf(styles, "fills"), "fill");
  const borders = childrenOf(childOf(styles, "borders"), "border");
  return childrenOf(childOf(styles, "cellXfs"), "xf").map((xf) => {
    const protection = childOf(xf, "protection");
    return {
      ...fontOf(fonts[numberOf(xf, "fontId")], colors),
      ...alignmentOf(xf),
      fill: fillOf(fills[numberOf(xf, "fillId")], colors),
      borders: bordersOf(borders[numberOf(xf, "borderId")], colors),
      locked: protection === undefined || attribute(protection, "locked") !== "0",
      formulaHidden: protection !== undefined && isSet(protection, "hidden"),
    };
  });
}

/** The fields of a conditional format's look (dxf), under the names of the wire. */
export function differentialStylesOf(parts: PackageParts, colors: Colors): Map<string, unknown>[] {
  const styles = parts.markup("xl/styles.xml");
  return childrenOf(childOf(styles, "dxfs"), "dxf").map((dxf) => {
    const fields = new Map<string, unknown>();
    const pattern = childOf(childOf(dxf, "fill"), "patternFill");
    const fill = colors(childOf(pattern, "bgColor")) ?? colors(childOf(pattern, "fgColor"));
    const font = childOf(dxf, "font");
    const color = colors(childOf(font, "color"));
    if (fill !== null) fields.set("Format.Fill.Color", fill);
    if (color !== null) fields.set("Format.Font.Color", color);
    if (flag(font, "b")) fields.set("Format.Font.Bold", true);
    if (flag(font, "i")) fields.set("Format.Font.Italic", true);
    return fields;
  });
}
