/**
 * RangeFormat of Range and RangeAreas: fill, font, borders, alignment, sizes, protection. Mixed values read as null.
 */
import { type Area, areaOf, cellsIn, cellsOf, isWholeColumns, isWholeRows } from "../grid/area";
import { type Border, type CellStyle, type Edge, edges, type GridSheet } from "../grid/grid";
import { asFlag, asNumber, asOneOf, asText } from "../protocol/arguments";
import { HostError } from "../protocol/errors";
import { HostObject } from "../protocol/object";
import { common, type Context, MAX_CELLS, mustAllow, sheetOf } from "./context";
import { autofitColumns } from "./autofit";

const COLOR = /^#[0-9a-f]{6}$/i;
const NAMED: Readonly<Record<string, string>> = {
  white: "#FFFFFF",
  black: "#000000",
  red: "#FF0000",
  yellow: "#FFFF00",
  green: "#008000",
  blue: "#0000FF",
};

/** "#RRGGBB" from what Excel accepts as a colour. */
export function asColor(value: unknown): string {
  const text = asText(value);
  const color = COLOR.test(text) ? text : NAMED[text.toLowerCase()];
  if (color === undefined) throw new HostError("InvalidArgument", `colour ${text}`);
  return color.toUpperCase();
}

/** Reading and painting of one set of cells. */
class Painted {
  constructor(
    private readonly context: Context,
    private readonly sheetId: string,
    readonly areas: readonly Area[],
  ) {}

  get sheet(): GridSheet {
    return sheetOf(this.context, this.sheetId);
  }

  /** The common value of all cells, null where they differ (or where there are too many to look at). */
  read<T>(pick: (style: CellStyle) => T): T | null {
    const { sheet } = this;
    const seen: T[] = [];
    for (const area of this.areas) {
      if (cellsOf(area) > MAX_CELLS) return this.readLarge(area, pick);
      for (const [row, column] of cellsIn(area)) seen.push(pick(sheet.style(row, column)));
    }
    return common(seen);
  }

  /** Of whole columns or rows only the used part and the last cell are looked at. */
  private readLarge<T>(area: Area, pick: (style: CellStyle) => T): T | null {
    const { sheet } = this;
    const used = sheet.used(false);
    const seen = [pick(sheet.style(area.bottom, area.right))];
    for (const [row, column] of used === undefined ? [] : cellsIn(used)) seen.push(pick(sheet.style(row, column)));
    return common(seen);
  }

  allow(option: string): void {
    mustAllow(this.context, this.sheet, option);
  }

  paint(change: Partial<CellStyle>): void {
    this.allow("allowFormatCells");
    for (const area of this.areas) this.sheet.paint(area, change);
  }
}

function fill(painted: Painted): HostObject {
  return new HostObject("RangeFill", {
    get: { Color: () => painted.read((style) => style.fill ?? "#FFFFFF") },
    set: { Color: (value) => painted.paint({ fill: value === "" ? null : asColor(value) }) },
    call: { Clear: () => painted.paint({ fill: null }) },
  });
}

function font(painted: Painted): HostObject {
  return new HostObject("RangeFont", {
    get: {
      Name: () => painted.read((style) => style.fontName),
      Size: () => painted.read((style) => style.fontSize),
      Color: () => painted.read((style) => style.fontColor),
      Bold: () => painted.read((style) => style.bold),
      Italic: () => painted.read((style) => style.italic),
      Underline: () => painted.read((style) => style.underline),
      Strikethrough: () => painted.read((style) => style.strikethrough),
    },
    set: {
      Name: (value) => painted.paint({ fontName: asText(value) }),
      Size: (value) => painted.paint({ fontSize: asNumber(value) }),
      Color: (value) => painted.paint({ fontColor: asColor(value) }),
      Bold: (value) => painted.paint({ bold: asFlag(value) }),
      Italic: (value) => painted.paint({ italic: asFlag(value) }),
      Underline: (value) => painted.paint({ underline: asText(value) }),
      Strikethrough: (value) => painted.paint({ strikethrough: asFlag(value) }),
    },
  });
}

const sides = [...edges, "InsideHorizontal", "InsideVertical"] as const;
type Side = (typeof sides)[number];
const NO_BORDER: Border = { style: "None", weight: "Thin", color: "#000000" };

/** The strips of an area that a side concerns, and the cells' edge there. */
function strips(area: Area, side: Side): { area: Area; edge: Edge }[] {
  switch (side) {
    case "EdgeTop":
      return [{ area: { ...area, bottom: area.top }, edge: side }];
    case "EdgeBottom":
      return [{ area: { ...area, top: area.bottom }, edge: side }];
    case "EdgeLeft":
      return [{ area: { ...area, right: area.left }, edge: side }];
    case "EdgeRight":
      return [{ area: { ...area, left: area.right }, edge: side }];
    case "InsideHorizontal":
      return area.bottom > area.top ? [{ area: areaOf(area.top, area.left, area.bottom - 1, area.right), edge: "EdgeBottom" }] : [];
    case "InsideVertical":
      return area.right > area.left ? [{ area: areaOf(area.top, area.left, area.bottom, area.right - 1), edge: "EdgeRight" }] : [];
  }
}

function border(painted: Painted, side: Side): HostObject {
  const current = (): Border => {
    const [strip] = painted.areas.flatMap((area) => strips(area, side));
    return strip === undefined ? NO_BORDER : (painted.sheet.style(strip.area.top, strip.area.left).borders[strip.edge] ?? NO_BORDER);
  };
  const change = (part: Partial<Border>): void => {
    painted.allow("allowFormatCells");
    const next = { ...current(), ...part };
    const drawn = next.style === "None" && part.style === undefined ? { ...next, style: "Continuous" } : next;
    for (const strip of painted.areas.flatMap((area) => strips(area, side)))
      painted.sheet.paint(strip.area, { borders: { [strip.edge]: drawn } });
  };
  return new HostObject("RangeBorder", {
    identity: () => ({ Id: side }),
    get: { SideIndex: () => side, Style: () => current().style, Weight: () => current().weight, Color: () => current().color },
    set: {
      Style: (value) => change({ style: asText(value) }),
      Weight: (value) => change({ weight: asText(value) }),
      Color: (value) => change({ color: asColor(value) }),
    },
  });
}

const borders = (painted: Painted): HostObject =>
  new HostObject("RangeBorderCollection", {
    get: { Count: () => sides.length },
    items: () => sides.map((side) => border(painted, side)),
    item: (args) => border(painted, asOneOf(sides, args.raw(0))),
    object: { GetItemAt: (args) => border(painted, sides[args.integer(0)] ?? "EdgeTop") },
  });

function protection(painted: Painted): HostObject {
  const change = (part: Partial<CellStyle>): void => {
    painted.allow("never");
    painted.paint(part);
  };
  return new HostObject("FormatProtection", {
    get: { Locked: () => painted.read((style) => style.locked), FormulaHidden: () => painted.read((style) => style.formulaHidden) },
    set: { Locked: (value) => change({ locked: asFlag(value) }), FormulaHidden: (value) => change({ formulaHidden: asFlag(value) }) },
  });
}

function* widths(painted: Painted): Generator<number> {
  for (const area of painted.areas) {
    const last = isWholeRows(area) ? area.left : area.right;
    for (let column = area.left; column <= last; column += 1) yield painted.sheet.columnWidth(column);
  }
}

function* heights(painted: Painted): Generator<number> {
  for (const area of painted.areas) {
    const last = isWholeColumns(area) ? area.top : area.bottom;
    for (let row = area.top; row <= last; row += 1) yield painted.sheet.rowHeight(row);
  }
}

/** 255 characters wide, 409 points high: more Excel does not make. */
const WIDEST_COLUMN = 255 * 6 + 5;
const HIGHEST_ROW = 409.5;

function within(value: unknown, most: number): number {
  const size = asNumber(value);
  if (size < 0 || size > most) throw new HostError("InvalidArgument", `at most ${most} points`);
  return size;
}

export function rangeFormat(context: Context, sheetId: string, areas: readonly Area[]): HostObject {
  const painted = new Painted(context, sheetId, areas);
  const columns = (set: (area: Area) => void): void => {
    painted.allow("allowFormatColumns");
    areas.forEach(set);
  };
  const rows = (set: (area: Area) => void): void => {
    painted.allow("allowFormatRows");
    areas.forEach(set);
  };
  return new HostObject("RangeFormat", {
    get: {
      WrapText: () => painted.read((style) => style.wrapText),
      HorizontalAlignment: () => painted.read((style) => style.horizontalAlignment),
      VerticalAlignment: () => painted.read((style) => style.verticalAlignment),
      IndentLevel: () => painted.read((style) => style.indentLevel),
      ShrinkToFit: () => painted.read((style) => style.shrinkToFit),
      ColumnWidth: () => common(widths(painted)),
      RowHeight: () => common(heights(painted)),
    },
    set: {
      WrapText: (value) => painted.paint({ wrapText: asFlag(value) }),
      HorizontalAlignment: (value) => painted.paint({ horizontalAlignment: asText(value) }),
      VerticalAlignment: (value) => painted.paint({ verticalAlignment: asText(value) }),
      IndentLevel: (value) => painted.paint({ indentLevel: asNumber(value) }),
      ShrinkToFit: (value) => painted.paint({ shrinkToFit: asFlag(value) }),
      ColumnWidth: (value) => columns((area) => painted.sheet.setColumnWidth(area.left, area.right, within(value, WIDEST_COLUMN))),
      RowHeight: (value) => rows((area) => painted.sheet.setRowHeight(area.top, area.bottom, within(value, HIGHEST_ROW))),
    },
    child: {
      Fill: () => fill(painted),
      Font: () => font(painted),
      Borders: () => borders(painted),
      Protection: () => protection(painted),
    },
    call: {
      AutofitColumns: () => columns((area) => autofitColumns(painted.sheet, area)),
      AutofitRows: () => rows((area) => painted.sheet.autofitRows(area.top, area.bottom)),
    },
  });
}
