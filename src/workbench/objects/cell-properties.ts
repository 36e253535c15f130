/**
 * getCellProperties, getRowProperties, getColumnProperties: many formats in one call, as far as they are asked for.
 */
import { type Area, areaName, cellArea, quoted, tabulate } from "../grid/area";
import type { CellStyle, GridSheet } from "../grid/grid";
import { asRecord } from "../protocol/arguments";
import { HostError } from "../protocol/errors";
import { type Context, sheetOf } from "./context";

type Wanted = Readonly<Record<string, unknown>>;
type Reader = () => unknown;
interface Tree {
  readonly [name: string]: Reader | Tree;
}

/** Takes from a tree of readers what the options ask for; a name that is not there is not implemented. */
function taken(tree: Tree, wanted: Wanted, path: string): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [name, ask] of Object.entries(wanted)) {
    if (ask === false || ask === undefined || name.startsWith("$")) continue;
    const source = Object.hasOwn(tree, name) ? tree[name] : undefined;
    if (source === undefined) throw new HostError("ApiNotFound", `the workbench does not implement ${path}.${name}`);
    result[name] = typeof source === "function" ? source() : taken(source, ask === true ? allOf(source) : asRecord(ask), `${path}.${name}`);
  }
  return result;
}

const allOf = (tree: Tree): Wanted => Object.fromEntries(Object.keys(tree).map((name) => [name, true]));

const formatTree = (style: CellStyle): Tree => ({
  fill: { color: () => style.fill ?? "#FFFFFF" },
  font: {
    name: () => style.fontName,
    size: () => style.fontSize,
    color: () => style.fontColor,
    bold: () => style.bold,
    italic: () => style.italic,
    underline: () => style.underline,
    strikethrough: () => style.strikethrough,
  },
  protection: { locked: () => style.locked, formulaHidden: () => style.formulaHidden },
  horizontalAlignment: () => style.horizontalAlignment,
  verticalAlignment: () => style.verticalAlignment,
  indentLevel: () => style.indentLevel,
  wrapText: () => style.wrapText,
});

const addressOf = (sheet: GridSheet, area: Area): string => `${quoted(sheet.name)}!${areaName(area)}`;

/** One object a cell, in a table of the range's size. */
export function cellProperties(context: Context, sheetId: string, area: Area, wanted: Wanted): unknown {
  const sheet = sheetOf(context, sheetId);
  return tabulate(area, (row, column) => {
    const address = (): string => addressOf(sheet, cellArea(row, column));
    return taken({ address, addressLocal: address, format: formatTree(sheet.style(row, column)) }, wanted, "CellProperties");
  });
}

/** One object a row. */
export function rowProperties(context: Context, sheetId: string, area: Area, wanted: Wanted): unknown {
  const sheet = sheetOf(context, sheetId);
  return tabulate({ ...area, right: area.left }, (row) => {
    const address = (): string => addressOf(sheet, { ...area, top: row, bottom: row });
    const format = { ...formatTree(sheet.style(row, area.left)), rowHeight: () => sheet.rowHeight(row) };
    return taken(
      { address, addressLocal: address, rowIndex: () => row, rowHidden: () => sheet.isRowHidden(row), format },
      wanted,
      "RowProperties",
    );
  }).flat();
}

/** One object a column. */
export function columnProperties(context: Context, sheetId: string, area: Area, wanted: Wanted): unknown {
  const sheet = sheetOf(context, sheetId);
  return tabulate({ ...area, bottom: area.top }, (_row, column) => {
    const address = (): string => addressOf(sheet, { ...area, left: column, right: column });
    const format = { ...formatTree(sheet.style(area.top, column)), columnWidth: () => sheet.columnWidth(column) };
    return taken(
      { address, addressLocal: address, columnIndex: () => column, columnHidden: () => sheet.isColumnHidden(column), format },
      wanted,
      "ColumnProperties",
    );
  }).flat();
}
