/**
 * styles.xml: the formats of the cells, each kept once, and the looks of conditional formats.
 */
import { type Border, type CellStyle, type Edge, PLAIN } from "../../grid/grid";
import type { Fields } from "../../book";
import { element, part } from "./markup-text";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** Texts in the order in which they were first met. */
class Once {
  private readonly places = new Map<string, number>();

  constructor(first: readonly string[] = []) {
    for (const text of first) this.at(text);
  }

  at(text: string): number {
    const known = this.places.get(text);
    if (known !== undefined) return known;
    this.places.set(text, this.places.size);
    return this.places.size - 1;
  }

  list(name: string): string {
    return element(name, { count: this.places.size }, [...this.places.keys()].join(""));
  }

  get size(): number {
    return this.places.size;
  }
}

const rgb = (color: string): string => `FF${color.replace("#", "").toUpperCase()}`;
const lowered = (word: string): string => word.slice(0, 1).toLowerCase() + word.slice(1);

const fontOf = (style: CellStyle): string =>
  element(
    "font",
    {},
    [
      style.bold ? "<b/>" : "",
      style.italic ? "<i/>" : "",
      style.strikethrough ? "<strike/>" : "",
      style.underline === "None" ? "" : "<u/>",
      element("sz", { val: style.fontSize }),
      element("color", { rgb: rgb(style.fontColor) }),
      element("name", { val: style.fontName }),
    ].join(""),
  );

const solid = (color: string): string =>
  element(
    "fill",
    {},
    element("patternFill", { patternType: "solid" }, element("fgColor", { rgb: rgb(color) }) + '<bgColor indexed="64"/>'),
  );

const fillOf = ({ fill }: CellStyle): string => (fill === null ? NO_FILL : solid(fill));
const NO_FILL = '<fill><patternFill patternType="none"/></fill>';
const GRAY_FILL = '<fill><patternFill patternType="gray125"/></fill>';

const LINES: Readonly<Record<string, string>> = { Dash: "dashed", Dot: "dotted", Double: "double" };
const WEIGHTS: Readonly<Record<string, string>> = { Hairline: "hair", Medium: "medium", Thick: "thick" };

function lineOf({ style, weight }: Border): string | undefined {
  if (style === "None") return undefined;
  return LINES[style] ?? WEIGHTS[weight] ?? "thin";
}

function borderOf({ borders }: CellStyle): string {
  const side = (edge: Edge): string => {
    const name = lowered(edge.replace("Edge", ""));
    const border = borders[edge];
    const line = border === undefined ? undefined : lineOf(border);
    if (border === undefined || line === undefined) return element(name);
    return element(name, { style: line }, element("color", { rgb: rgb(border.color) }));
  };
  return element("border", {}, [side("EdgeLeft"), side("EdgeRight"), side("EdgeTop"), side("EdgeBottom"), "<diagonal/>"].join(""));
}

const alignmentOf = (style: CellStyle): string =>
  element("alignment", {
    horizontal: style.horizontalAlignment === "General" ? undefined : lowered(style.horizontalAlignment),
    vertical: lowered(style.verticalAlignment),
    wrapText: style.wrapText,
    indent: style.indentLevel === 0 ? undefined : style.indentLevel,
    shrinkToFit: style.shrinkToFit,
  });

const BUILT_IN: Readonly<Record<string, number>> = { General: 0, "0": 1, "0.00": 2, "0%": 9, "0.00%": 10, "@": 49 };
const FIRST_OWN_FORMAT = 164;

export class StyleTable {
  private readonly fonts = new Once([fontOf(PLAIN)]);
  private readonly fills = new Once([NO_FILL, GRAY_FILL]);
  private readonly borders = new Once([borderOf(PLAIN)]);
  private readonly numberFormats = new Map<string, number>();
  private readonly formats = new Once();
  private readonly looks = new Once();
  private readonly known = new WeakMap<CellStyle, number>();

  constructor() {
    this.at(PLAIN);
  }

  private numberFormat(code: string): number {
    const known = BUILT_IN[code] ?? this.numberFormats.get(code);
    if (known !== undefined) return known;
    const id = FIRST_OWN_FORMAT + this.numberFormats.size;
    this.numberFormats.set(code, id);
    return id;
  }

  /** The number by which cells refer to a format. */
  at(style: CellStyle): number {
    const known = this.known.get(style);
    if (known !== undefined) return known;
    const attributes = {
      numFmtId: this.numberFormat(style.numberFormat),
      fontId: this.fonts.at(fontOf(style)),
      fillId: this.fills.at(fillOf(style)),
      borderId: this.borders.at(borderOf(style)),
      xfId: 0,
      applyNumberFormat: 1,
      applyFont: 1,
      applyFill: 1,
      applyBorder: 1,
      applyAlignment: 1,
      applyProtection: 1,
    };
    const protection = element("protection", { locked: style.locked ? 1 : 0, hidden: style.formulaHidden ? 1 : 0 });
    const index = this.formats.at(element("xf", attributes, alignmentOf(style) + protection));
    this.known.set(style, index);
    return index;
  }

  /** The number of a conditional format's look, or undefined where it has none. */
  look(fields: Fields): number | undefined {
    const text = (name: string): string | undefined => {
      const value = fields.get(`Format.${name}`);
      return typeof value === "string" && value !== "" ? value : undefined;
    };
    const color = text("Font.Color");
    const font = [
      fields.get("Format.Font.Bold") === true ? "<b/>" : "",
      fields.get("Format.Font.Italic") === true ? "<i/>" : "",
      fields.get("Format.Font.Strikethrough") === true ? "<strike/>" : "",
      (text("Font.Underline") ?? "None") === "None" ? "" : "<u/>",
      color === undefined ? "" : element("color", { rgb: rgb(color) }),
    ].join("");
    const fill = text("Fill.Color");
    const inside =
      (font === "" ? "" : element("font", {}, font)) +
      (fill === undefined ? "" : element("fill", {}, element("patternFill", {}, element("bgColor", { rgb: rgb(fill) }))));
    return inside === "" ? undefined : this.looks.at(element("dxf", {}, inside));
  }

  xml(): string {
    const codes = [...this.numberFormats].map(([formatCode, numFmtId]) => element("numFmt", { numFmtId, formatCode }));
    return part(
      element(
        "styleSheet",
        { xmlns: MAIN },
        [
          codes.length === 0 ? "" : element("numFmts", { count: codes.length }, codes.join("")),
          this.fonts.list("fonts"),
          this.fills.list("fills"),
          this.borders.list("borders"),
          '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
          this.formats.list("cellXfs"),
          '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
          this.looks.size === 0 ? "" : this.looks.list("dxfs"),
        ].join(""),
      ),
    );
  }
}
